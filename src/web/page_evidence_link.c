#include "web/evidence_view.h"

static bool run(struct req *q, struct view *v, struct err *e)
{
	(void)v;
	int64_t id = param_id(q, "evidence");
	struct evidence_said s = evidence_said_of(q);
	s.year = (int)param_id(q, "of_year");
	if (!evidence_link(q->r, q->a, id, &s, e))
		return false;
	req_tell(q, S("Đã gắn thêm."));
	return req_go(q, "/minh-chung/%lld", (long long)id);
}

const struct page page_evidence_link = {
	.method = POST, .path = "/minh-chung/:evidence/gan", .title = "Gắn thêm",
	.help = "Gắn một minh chứng với tiêu chí (3.1.2, năm mới nhất có nó), tồn tại (T12) hay giải pháp (G7) nữa, và chỗ trong tài liệu.",
	.who = WHO_RIGHT, .area = "sheets", .acts = "change|change_own", .of = PLACE_EVIDENCE, .id = "evidence",
	.params = { { "evidence", "minh chứng", PARAM_ID }, PARAM_EVIDENCE_TARGETS,
	            { "of_year", "năm của tiêu chí", PARAM_NUMBER, 2000, 2200 } },
	.form = &page_evidence_one, .typed = "link_form", .example = "targets=T1&where=trang+3", .source = "issue 6 (7)", .run = run,
};
