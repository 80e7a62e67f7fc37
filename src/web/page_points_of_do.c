#include "app/said.h"
#include "web/page.h"
#include "web/points.h"

static const char *const applies[] = { "có", "không", NULL };

/* The page sends a field for each figure of the rule, in its order, also where it is empty. */
static void take_figures(struct req *q, const struct sheet_page *p, int64_t criterion, struct sheet_said *ret)
{
	const struct set_criterion *c = NULL;
	size_t n = 0;
	for (size_t i = 0; i < p->lines.n && p->scored.scoring; i++)
		if (p->lines.at[i].criterion == criterion)
			c = &p->scored.scoring->set->criteria.at[p->lines.at[i].at];
	for (size_t i = 0; c && i < q->given.n && n < c->inputs.n; i++)
		if (str_eq(q->given.at[i].name, S("figure")))
			*vec_add(q->a, &ret->figures) = (struct sheet_figure){ p->scored.scoring->set->inputs.at[c->inputs.at[n++]],
				                                               str_copy(q->a, q->given.at[i].value).p };
}

static bool run(struct req *q, struct view *v, struct err *e)
{
	struct sheet_page p;
	struct sheet_said said = { .points = param_said(q, "points"), .explanation = param_said(q, "explanation"),
		                   .explanation2 = param_said(q, "explanation2"), .applies = param_said(q, "applies"), .why_not = param_said(q, "why_not") };
	int64_t criterion = param_id(q, "criterion");
	(void)v;
	if (!sheet_open(q->r, q->a, q->place.body, q->place.cycle, q->place.year, &p, e))
		return false;
	take_figures(q, &p, criterion, &said);
	if (!sheet_put(q->r, q->a, q->place.body, q->place.cycle, q->place.year, criterion, param_id(q, "revision"), &said, e))
		return false;
	req_tell(q, S("Đã lưu tiêu chí này và tính lại điểm."));
	return req_go(q, "/diem/%lld?unit=%lld&year=%d", (long long)criterion, (long long)q->place.unit, q->place.year);
}

const struct page page_points_of_do = {
	.method = POST, .path = "/diem/:criterion", .title = "Lưu tiêu chí",
	.help = "Điền số liệu, điểm tự chấm, giải trình của một tiêu chí; điểm được tính lại.",
	.who = WHO_RIGHT, .area = "sheets", .acts = "change|change_own", .of = PLACE_UNIT,
	.params = { { "criterion", "tiêu chí", PARAM_ID }, PARAM_PLACE, { "revision", "lần sửa", PARAM_NUMBER, 0, 1000000000 },
	            { "figure", "số liệu", PARAM_TEXTS, 0, 64 }, { "points", "điểm tự chấm", PARAM_TEXT, 0, 40 },
	            { "applies", "áp dụng", PARAM_CHOICE, .choices = applies }, { "why_not", "lý do không áp dụng", PARAM_TEXT, 0, SAID_TEXT },
	            { "explanation", "giải trình", PARAM_TEXT, 0, SAID_TEXT }, { "explanation2", "giải trình bổ sung", PARAM_TEXT, 0, SAID_TEXT } },
	.form = &page_points_of,
	.example = "year=2023&revision=0&explanation=đã+có+văn+bản",
	.source = "issue 6 (4); domain.md 2 (3)",
	.run = run,
};
