/* A plan of a commune: what the index came to by field, the sections of the fields, an annex of the deductions (seed 003).
 * Keeps of facts: the document but attached_to and as_of; result; fields: all but tasks; criteria, aims, duties: all. What nobody printed
 * of the last row of the table, and a deduction of which maximum and points are known, is worked out. */
#include "core/sums.h"
#include "report/findings.h"
#include "report/own.h"
#include "report/plan.h"
#include "report/states.h"

/* -- the result by field ------------------------------------------------------------------------------- */

/* Fields beside each other; what stands under another is part of it. */
static bool in_table(const struct facts *f, const struct field *d)
{
	return !field_over(f, d) && (d->max.present || d->points.present || d->printed_lost.present);
}

static str plain_lost(struct writer *w, struct figure printed, struct exact worked)
{
	str s = printed.present || !exact_defined(worked) ? figure_vi(w->a, printed) : figure_vi(w->a, exact_figure(worked));
	return str_starts(s, S("-")) ? str_sub(s, 1, s.n) : s;
}

/* What is known of the whole, and what is not: the sum of the fields, where all of them have it. */
static void fill(struct figure *whole, const struct facts *f, struct exact of(const struct field *d))
{
	struct exact sum = exact_int(0);
	size_t n = 0;
	for (size_t i = 0; i < f->fields.n; i++)
		if (in_table(f, &f->fields.at[i]))
			sum = exact_add(sum, of(&f->fields.at[i])), n++;
	if (!whole->present && n && exact_defined(sum))
		*whole = exact_figure(sum);
}

static struct exact max_of(const struct field *d) { return d->max.present ? exact_of(d->max) : (struct exact){ 0 }; }
static struct exact points_of(const struct field *d) { return d->points.present ? exact_of(d->points) : (struct exact){ 0 }; }

static struct result whole_of(const struct facts *f)
{
	struct result r = f->result;
	fill(&r.max, f, max_of);
	fill(&r.points, f, points_of);
	fill(&r.printed_lost, f, field_lost);
	r.present = r.present || r.max.present || r.points.present || r.printed_lost.present;
	return r;
}

static void put_table(struct writer *w)
{
	static const int widths[] = { 80, 500, 140, 140, 140 };
	const struct facts *f = w->f;
	write_para(w, FORMAL_CAPTION, sentence(w, WORD_result_table));
	write_table(w, false, widths, COUNT(widths));
	write_row(w, true);
	write_text(w, FORMAL_CELL_CENTRE, S("TT"));
	write_text(w, FORMAL_CELL_CENTRE, sentence(w, WORD_head_field));
	write_text(w, FORMAL_CELL_CENTRE, sentence(w, WORD_head_max));
	write_text(w, FORMAL_CELL_CENTRE, sentence(w, WORD_head_points));
	write_text(w, FORMAL_CELL_CENTRE, sentence(w, WORD_head_lost));
	for (size_t i = 0; i < f->fields.n; i++) {
		const struct field *d = &f->fields.at[i];
		if (!in_table(f, d))
			continue;
		write_row(w, false);
		write_text(w, FORMAL_CELL_CENTRE, d->code);
		write_text(w, FORMAL_CELL, d->name);
		write_figure(w, figure_vi(w->a, d->max));
		write_figure(w, figure_vi(w->a, d->points));
		write_figure(w, plain_lost(w, d->printed_lost, field_lost(d)));
	}
	write_row(w, false);
	write_cell(w, 1);
	write_cell(w, 1);
	write_strong(w, FORMAL_CELL, sentence(w, WORD_total));
	write_figure(w, figure_vi(w->a, f->result.max));
	write_figure(w, figure_vi(w->a, f->result.points));
	write_figure(w, plain_lost(w, f->result.printed_lost, (struct exact){ 0 }));
	write_end(w);
	write_lost(w);
}

/* -- the sections of the fields ------------------------------------------------------------------------ */

/* "… (-1,5 điểm); … (-0,25 điểm)": what its criteria lost. */
static str findings_of(struct writer *w, const struct field *d)
{
	struct buf b = buf_open(w->a);
	for (size_t i = 0; i < w->f->criteria.n; i++) {
		const struct criterion *c = &w->f->criteria.at[i];
		struct exact lost = criterion_lost(c);
		if (field_of(w->f, c->code) != d || !c->leaf || !exact_defined(lost))
			continue;
		str points = plain_lost(w, c->printed_lost, lost);
		buf_fmt(&b, "%s%.*s (-%.*s điểm)", b.n ? "; " : "", SF(c->name), SF(points));
	}
	return buf_str(&b);
}

static bool has_section(struct writer *w, const struct field *d)
{
	return d->lead.n || d->support.n || d->remedies.n || d->due.text.n || d->due.kind != DUE_NONE || findings_of(w, d).n;
}

static void put_fields(struct writer *w, int number)
{
	int n = 0;
	for (size_t i = 0; i < w->f->fields.n; i++) {
		const struct field *d = &w->f->fields.at[i];
		if (!has_section(w, d))
			continue;
		struct exact lost = field_lost(d);
		str points = plain_lost(w, d->printed_lost, lost);
		write_heading(w, 3, str_fmt(w->a, "%d.%d. %.*s", number, ++n, SF(d->name)));
		if (exact_defined(lost) && exact_cmp(lost, exact_int(0)))
			plan_named(w, WORD_label_lost, str_fmt(w->a, "%.*s điểm", SF(points)));
		plan_named(w, WORD_label_findings, findings_of(w, d));
		plan_labels(w, &(struct labels){ d->lead, d->support, d->remedies, d->due });
	}
}

static bool build(struct arena *a, const struct report_in *in, struct node **ret, struct err *e)
{
	if (!letter_ready(in, e))
		return false;
	if (!in->facts->fields.n) {
		fail(e, ERR_NOT_FOUND, "Chưa có kết quả theo lĩnh vực để lập kế hoạch.");
		return err_hint(e, "Công bố kết quả của đơn vị, hoặc nhập văn bản có bảng điểm theo lĩnh vực, rồi lập lại.");
	}
	struct facts whole = *in->facts;
	struct report_in with = *in;
	whole.result = whole_of(&whole);
	with.facts = &whole;
	struct writer w = writer_open(a, &with);
	int count = 0;
	letter_head(&w, &plan_letter);
	write_para(&w, FORMAL_BODY, sentence(&w, WORD_plan_intro));
	plan_aims(&w, &count);
	write_heading(&w, 1, plan_section(&w, &count, WORD_commune_tasks));
	write_heading(&w, 2, str_fmt(a, "1. %.*s", SF(sentence(&w, WORD_result_heading))));
	plan_result(&w);
	put_table(&w);
	if (w.f->criteria.n)
		write_para(&w, FORMAL_BODY, sentence(&w, WORD_commune_annex));
	write_heading(&w, 2, str_fmt(a, "2. %.*s", SF(sentence(&w, WORD_remedies_heading))));
	put_fields(&w, 2);
	plan_duties(&w, &count);
	letter_foot(&w, WORD_plan_closing);
	if (w.f->criteria.n) {
		letter_annex(&w, &plan_letter, 0, BEGINS_LANDSCAPE, sentence(&w, WORD_commune_annex_title));
		write_deductions(&w);
	}
	*ret = write_done(&w, letter_title(&w, &plan_letter));
	return true;
}

const struct report_kind report_plan_commune = {
	.name = "ke-hoach-xa", .title = "Kế hoạch có bảng kết quả",
	.help = "bảng điểm theo lĩnh vực, xếp hạng, việc của từng lĩnh vực; phụ lục điểm trừ",
	.source = "seed 003; Nghị định 30/2020/NĐ-CP", .symbol = "KH", .needs = NEEDS_FACTS,
	.columns = 1U << COLUMN_MAX | 1U << COLUMN_POINTS | 1U << COLUMN_LOST | 1U << COLUMN_REASON | FINDINGS_MAY,
	.build = build,
};
