#include "app/sheet.h"
#include "web/book.h"
#include "web/page.h"

static bool run(struct req *q, struct view *v, struct err *e)
{
	struct sheet_page p;
	str bytes;
	(void)v;
	if (!sheet_open(q->r, q->a, q->place.body, q->place.cycle, q->place.year, &p, e))
		return false;
	if (!p.scored.scoring) {
		fail(e, ERR_NOT_FOUND, "Năm %d chưa có bộ tiêu chí nên chưa có phiếu để lấy về.", q->place.year);
		return err_hint(e, "Nhờ người quản trị đưa bộ tiêu chí vào hồ sơ ở trang Bộ tiêu chí.");
	}
	p.scored.sheet = &(struct sheet){ .unit = q->place.body_name, .group = p.scored.sheet->group,
		                          .rows = p.scored.sheet->rows,
		                          .values = p.scored.sheet->values, .best = p.scored.sheet->best,
		                              .unknown = p.scored.sheet->unknown };
	return form_book(q->a, p.scored.scoring->set, p.scored.sheet, &bytes, e) &&
	       req_send(q, bytes, BOOK_TYPE, str_fmt(q->a, "Phiếu %d - %.*s.xlsx", q->place.year, SF(q->place.body_name)));
}

const struct page page_points_file = {
	.method = GET, .path = "/diem/tep", .title = "Tải phiếu chấm điểm",
	.help = "Phiếu của đơn vị thành tệp .xlsx: điền tiếp trong đó rồi nhập lại được.",
	.who = WHO_RIGHT, .area = "sheets", .acts = "see", .of = PLACE_UNIT,
	.params = { PARAM_PLACE },
	.example = "/diem/tep?year=2023",
	.source = "issue 6 (4); sets.md",
	.run = run,
};
