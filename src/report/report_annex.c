/* The annex of a result report as a file of its own: six columns and their numbers (seed 000).
 * Keeps of facts: of the document title (its capitals are lost: the law wants them all), attached_to, issuer, day, year of the index,
 * period, as_of; fields of which a criterion is listed: code, name, points, maximum, deduction; criteria: all. */
#include "report/findings.h"
#include "report/letter.h"

static const struct letter annex = { .kind = "Báo cáo", .symbol = "BC", .title = WORD_report_annex_title };

static bool build(struct arena *a, const struct report_in *in, struct node **ret, struct err *e)
{
	if (!in->facts || !in->facts->criteria.n) {
		fail(e, ERR_NOT_FOUND, "Chưa có tiêu chí bị trừ điểm nào để lập phụ lục.");
		return err_hint(e, "Công bố kết quả hoặc nhập văn bản kết quả thẩm định trước, rồi lập lại.");
	}
	struct writer w = writer_open(a, in);
	str title = letter_title(&w, &annex);
	letter_annex(&w, &annex, 0, BEGINS_LANDSCAPE, title);
	write_findings(&w, ANNEX(REMEDY) | ANNEX(DUE) | ANNEX(PROGRESS) | ANNEX(NOTE), false);
	*ret = write_done(&w, title);
	return true;
}

const struct report_kind report_annex = {
	.name = "phu-luc", .title = "Phụ lục kết quả khắc phục", .help = "bảng sáu cột: tồn tại, giải pháp, thời hạn, tiến độ, ghi chú",
	.source = "seed 000; Nghị định 30/2020/NĐ-CP, Phụ lục I, phần III", .symbol = "", .needs = NEEDS_FACTS,
	.columns = FINDINGS_MAY,
	.build = build,
};
