#include "report/findings.h"
#include "core/sums.h"
#include "report/own.h"

/* The fields above a criterion that have no row yet, the widest first. */
struct rows { struct writer *w; struct annex_columns columns; bool *shown; bool told, deductions; size_t fields; };

static const char *const romans[] = { "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV" };

static void put_empty(struct rows *r, size_t from)
{
	for (size_t i = from; i < r->columns.n; i++)
		write_cell(r->w, 1);
}

static void put_field(struct rows *r, const struct field *d)
{
	struct writer *w = r->w;
	str lost = figure_vi(w->a, d->printed_lost);
	write_row(w, false);
	if (r->deductions) {
		write_text(w, FORMAL_CELL_CENTRE, d->code);
		write_cell(w, 1);
		write_strong(w, FORMAL_CELL, d->name);
		put_empty(r, 2);
		return;
	}
	write_text(w, FORMAL_CELL_CENTRE, str_c(romans[r->fields++ % COUNT(romans)]));
	write_cell(w, (int)r->columns.n - 1);
	write_strong(w, FORMAL_CELL, SENTENCE(w, WORD_finding_field, { S("code"), d->code }, { S("name"), d->name },
	                                 { S("points"), figure_vi(w->a, d->points) }, { S("max"), figure_vi(w->a, d->max) }, { S("lost"), lost }));
}

static void put_fields(struct rows *r, const struct field *d)
{
	if (!d || r->shown[d - r->w->f->fields.at])
		return;
	put_fields(r, field_over(r->w->f, d));
	r->shown[d - r->w->f->fields.at] = true;
	put_field(r, d);
}

static void put_criteria(struct rows *r)
{
	const struct facts *f = r->w->f;
	r->shown = make_n(r->w->a, bool, f->fields.n + 1);
	columns_heads(r->w, &r->columns);
	for (size_t i = 0; i < f->criteria.n; i++) {
		const struct criterion *c = &f->criteria.at[i];
		put_fields(r, field_of(f, c->code));
		write_row(r->w, false);
		str number = r->deductions ? c->code : str_fmt(r->w->a, "%zu", i + 1);
		for (size_t k = 0; k < r->columns.n; k++)
			column_put(r->w, r->columns.at[k], c, number, r->told);
	}
}

void write_findings(struct writer *w, unsigned always, bool told)
{
	unsigned any = ANNEX(CAUSE) | ANNEX(REMEDY) | ANNEX(LEAD) | ANNEX(SUPPORT) | ANNEX(DUE) | ANNEX(PROGRESS) | ANNEX(NOTE);
	struct rows r = { .w = w, .columns = columns_of(w, ANNEX(ORDINAL) | ANNEX(FINDING) | always, any, told), .told = told };
	put_criteria(&r);
	write_end(w);
}

/* The sum of what is listed: leaves only. */
static void put_total(struct rows *r)
{
	struct writer *w = r->w;
	struct exact sum = exact_int(0);
	for (size_t i = 0; i < w->f->criteria.n; i++)
		if (w->f->criteria.at[i].leaf && exact_defined(criterion_lost(&w->f->criteria.at[i])))
			sum = exact_add(sum, criterion_lost(&w->f->criteria.at[i]));
	write_row(w, false);
	write_cell(w, 1);
	for (size_t k = 1; k < r->columns.n; k++) {
		bool name = r->columns.at[k] == ANNEX_NAME, lost = r->columns.at[k] == ANNEX_LOST;
		if (lost)
			write_figure(w, figure_vi(w->a, exact_figure(sum)));
		else if (write_cell(w, 1) && name)
			write_strong(w, FORMAL_CELL, sentence(w, WORD_total));
	}
}

void write_deductions(struct writer *w)
{
	unsigned always = ANNEX(ORDINAL) | ANNEX(NAME) | ANNEX(MAX) | ANNEX(POINTS) | ANNEX(REASON) | ANNEX(LOST);
	unsigned any = ANNEX(CAUSE) | ANNEX(REMEDY) | ANNEX(LEAD) | ANNEX(SUPPORT) | ANNEX(DUE) | ANNEX(PROGRESS) | ANNEX(NOTE);
	struct rows r = { .w = w, .columns = columns_of(w, always, any, true), .told = true, .deductions = true };
	put_criteria(&r);
	if (w->f->criteria.n)
		put_total(&r);
	write_end(w);
}
