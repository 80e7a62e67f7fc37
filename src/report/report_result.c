/* A report on what became of what the appraisal and inspections found, with requests and an annex (seed 002).
 * Keeps of facts: the document but attached_to; fields of which a criterion is listed: code, name, points, maximum, deduction; criteria,
 * findings, requests: all; remarks where there are findings. */
#include "report/findings.h"
#include "report/states.h"
#include "report/told.h"

static bool build(struct arena *a, const struct report_in *in, struct node **ret, struct err *e)
{
	if (!letter_ready(in, e))
		return false;
	struct writer w = writer_open(a, in);
	int number = 1;
	letter_head(&w, &report_letter);
	write_para(&w, FORMAL_BODY, sentence(&w, WORD_report_intro));
	if (w.f->criteria.n) {
		write_heading(&w, 2, str_fmt(a, "%d. %.*s", number++, SF(sentence(&w, WORD_report_appraisal))));
		write_para(&w, FORMAL_BODY, sentence(&w, WORD_report_annex));
		write_states(&w);
	}
	told_findings(&w, &number);
	told_requests(&w, 2, str_fmt(a, "%d. %.*s", number, SF(sentence(&w, WORD_report_requests))));
	letter_foot(&w, WORD_report_closing);
	told_annex(&w, &report_letter);
	*ret = write_done(&w, letter_title(&w, &report_letter));
	return true;
}

const struct report_kind report_result = {
	.name = "bao-cao-ket-qua", .title = "Báo cáo kết quả khắc phục",
	.help = "kết quả khắc phục tồn tại qua thẩm định và qua kiểm tra, kiến nghị; phụ lục sáu cột",
	.source = "seed 002; Nghị định 30/2020/NĐ-CP", .symbol = "BC", .needs = NEEDS_FACTS, .columns = FINDINGS_MAY, .build = build,
};
