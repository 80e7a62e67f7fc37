/* A plan by field: what is to be done in each field and by whom, and an annex of the criteria (seed 001).
 * Keeps of facts: the document but attached_to and as_of; result as its sentence tells it; fields with work or criteria: all, but points of
 * those that have a criterion only, for the annex prints them; criteria, aims, duties: all. */
#include "report/findings.h"
#include "report/own.h"
#include "report/plan.h"

#include <stdlib.h>

static bool has_section(const struct field *d)
{
	return d->tasks.n || d->lead.n || d->support.n || d->remedies.n || d->due.text.n || d->due.kind != DUE_NONE;
}

static int number_of(str code)
{
	int n = 0;
	for (size_t i = 0; i < code.n; i++) {
		if (code.p[i] < '0' || code.p[i] > '9' || n > 99)
			return 0;
		n = n * 10 + (code.p[i] - '0');
	}
	return n;
}

static int by_code(const void *x, const void *y)
{
	const struct field *a = *(const struct field *const *)x, *b = *(const struct field *const *)y;
	return code_cmp(a->code, b->code);
}

static void put_field(struct writer *w, const struct field *d, int number)
{
	write_heading(w, 2, str_fmt(w->a, "%d. %.*s", number, SF(d->name)));
	if (d->tasks.n)
		write_heading(w, 3, str_fmt(w->a, "a) %.*s", SF(sentence(w, WORD_plan_task_list))));
	for (size_t i = 0; i < d->tasks.n; i++)
		write_item(w, 1, "-", d->tasks.at[i].text);
	if (d->tasks.n)
		write_heading(w, 3, str_fmt(w->a, "b) %.*s", SF(sentence(w, WORD_plan_responsible))));
	plan_labels(w, &(struct labels){ d->lead, d->support, d->remedies, d->due });
}

/* Where a field has no criterion in the annex its section has the field's own number, by which readers know it, and so have all. */
static void put_fields(struct writer *w, int *count)
{
	const struct field **at = make_n(w->a, const struct field *, w->f->fields.n + 1);
	size_t n = 0;
	bool coded = true, needed = false;
	for (size_t i = 0; i < w->f->fields.n; i++)
		if (has_section(&w->f->fields.at[i]))
			at[n++] = &w->f->fields.at[i];
	qsort(at, n, sizeof *at, by_code);
	for (size_t i = 0; i < n; i++)
		needed = needed || !field_lost_any(w->f, at[i]);
	for (size_t i = 0; i < n; i++)
		coded = coded && number_of(at[i]->code) > (i ? number_of(at[i - 1]->code) : 0);
	if (!n && !w->f->result.present && !w->f->criteria.n)
		return;
	write_heading(w, 1, plan_section(w, count, WORD_plan_tasks));
	plan_result(w);
	if (w->f->criteria.n)
		write_para(w, FORMAL_BODY, sentence(w, WORD_plan_annex));
	for (size_t i = 0; i < n; i++)
		put_field(w, at[i], coded && needed ? number_of(at[i]->code) : (int)i + 1);
}

static bool build(struct arena *a, const struct report_in *in, struct node **ret, struct err *e)
{
	if (!letter_ready(in, e))
		return false;
	struct writer w = writer_open(a, in);
	int count = 0;
	letter_head(&w, &plan_letter);
	write_para(&w, FORMAL_BODY, sentence(&w, WORD_plan_intro));
	plan_aims(&w, &count);
	put_fields(&w, &count);
	plan_duties(&w, &count);
	letter_foot(&w, WORD_plan_closing);
	if (w.f->criteria.n) {
		letter_annex(&w, &plan_letter, 0, BEGINS_LANDSCAPE, sentence(&w, WORD_plan_annex_title));
		write_findings(&w, ANNEX(REMEDY) | ANNEX(DUE) | ANNEX(NOTE), true);
	}
	*ret = write_done(&w, letter_title(&w, &plan_letter));
	return true;
}

const struct report_kind report_plan_fields = {
	.name = "ke-hoach-linh-vuc", .title = "Kế hoạch theo lĩnh vực",
	.help = "nội dung, chủ trì, phối hợp, thời gian của từng lĩnh vực; phụ lục giải pháp",
	.source = "seed 001; Nghị định 30/2020/NĐ-CP", .symbol = "KH", .needs = NEEDS_FACTS,
	.columns = FINDINGS_MAY,
	.build = build,
};
