#include "app/sheet.h"
#include "web/page.h"

static const char *const states[] = { "open", "locked", "published", NULL };

static bool run(struct req *q, struct view *v, struct err *e)
{
	str state = param_text(q, "state");
	bool opened = str_eq(state, S("open"));
	(void)v;
	if (!right_has(&q->place, "sheets", "approve|change") && !right_has(&q->place, "appraisals", "change") &&
	    !right_has(&q->place, "units", "change")) {
		fail(e, ERR_DENIED, "Bạn không có quyền đổi trạng thái của phiếu này.");
		return err_hint(e, "Lãnh đạo, văn phòng chốt phiếu; người thẩm định công bố; người quản trị mở lại.");
	}
	if (!sheet_state(q->r, q->a, q->place.body, q->place.year, state, e))
		return false;
	req_tell(q, opened ? str_fmt(q->a, "Đã mở lại phiếu năm %d của %.*s.", q->place.year, SF(q->place.body_name)) :
	            str_eq(state, S("locked")) ? S("Đã chốt phiếu: số liệu và điểm tự chấm không sửa được nữa.") : S("Đã công bố điểm thẩm định của phiếu."));
	if (!right_has(&q->place, "sheets", "see"))                /* an administrator opens what they do not see */
		return req_go(q, "/bo-tieu-chi?year=%d", q->place.year);
	return req_go(q, "/diem?unit=%lld&year=%d", (long long)q->place.unit, q->place.year);
}

const struct page page_points_state = {
	.method = POST, .path = "/diem/trang-thai", .title = "Đổi trạng thái phiếu",
	.help = "Lãnh đạo, văn phòng chốt phiếu; người thẩm định công bố; người quản trị mở lại.",
	.who = WHO_PERSON, .of = PLACE_UNIT,
	.params = { PARAM_PLACE, { "state", "trạng thái", PARAM_CHOICE, .wanted = true, .choices = states } },
	.form = NULL,
	.example = "year=2023&state=locked",
	.source = "issue 6 (4); domain.md 2 (4)",
	.run = run,
};
