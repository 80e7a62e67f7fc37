#include "core/check.h"
#include "core/formula.h"
#include "core/wording.h"

/* Arithmetic that the document prints must come out. */

/* FOUND_MAX: a text made of false sums is not a document. */
enum { SCRATCH = 64 * 1024 * 1024, FOUND_MAX = 200, COMPARED_MAX = 1000 };

struct place_of {
	struct arena *a;
	struct facts *f;
	const char   *kind;                      /* "Tiêu chí", "Lĩnh vực", or NULL in a paragraph */
	str           where;
	struct figure max;
	size_t        found, first;              /* first: of the results of this check */
};

/* A sentence of a criterion also stands among the paragraphs of the body. */
static bool is_known(const struct place_of *p, str printed, str computed)
{
	for (size_t i = p->first; i < p->f->checks.n && i - p->first < COMPARED_MAX; i++) {
		const struct check_result *r = &p->f->checks.at[i];
		if (str_eq(r->printed, printed) && str_eq(r->computed, computed))
			return true;
	}
	return false;
}

static str one_line(struct arena *a, str s)
{
	str copy = str_copy(a, s);
	for (char *p = (char *)(uintptr_t)copy.p; p < copy.p + copy.n; p++)
		*p = *p == '\n' || *p == '\t' ? ' ' : *p;
	return copy;
}

static void report(struct place_of *p, const struct formula *by, struct source at)
{
	const char *percent = by->percent ? "%" : "";
	str printed = str_fmt(p->a, "%.*s%s", SF(figure_dot(p->a, by->printed)), percent);
	str computed = str_fmt(p->a, "%.*s%s", SF(dot(p->a, by->computed)), percent);
	if ((!p->kind || strcmp(p->kind, "Tiêu chí") != 0) && is_known(p, printed, computed))
		return;
	str head = p->kind ? str_fmt(p->a, "%s %.*s: phép", p->kind, SF(p->where)) : S("Phép");
	struct check_result *r = check_add(p->a, p->f, &check_formula, SEVERITY_ERROR, p->where, at);
	r->printed = printed;
	r->computed = computed;
	r->message = str_fmt(p->a, "%.*s tính “%.*s” cho kết quả %.*s%s chứ không phải %.*s%s.", SF(head),
	                     SF(one_line(p->a, by->text)), SF(say(p->a, by->computed)), percent,
	                     SF(figure_vi(p->a, by->printed)), percent);
	p->found++;
}

static void look(struct place_of *p, str text, struct source at)
{
	if (!text.n || !memchr(text.p, '=', text.n) || p->found >= FOUND_MAX)
		return;
	struct arena *scratch CLEANUP(arena_close) = arena_open(SCRATCH);
	struct scan s = scan_open(scratch, text);
	struct formula by;
	for (size_t i = 0; p->found < FOUND_MAX && formula_next(&s, &i, p->max, &by);)
		if (!by.holds)
			report(p, &by, at);
}

static void look_at_criteria(struct place_of *p)
{
	p->kind = "Tiêu chí";
	for (size_t i = 0; i < p->f->criteria.n; i++) {
		const struct criterion *c = &p->f->criteria.at[i];
		p->where = c->code;
		p->max = c->max;
		look(p, c->reason, source_or(c->reason_source, c->source));
		look(p, c->cause, source_or(c->reason_source, c->source));
		look(p, c->note, c->source);
		look(p, c->progress.text, source_or(c->progress_source, c->progress.source));
	}
}

static void look_at_fields(struct place_of *p)
{
	p->kind = "Lĩnh vực";
	for (size_t i = 0; i < p->f->fields.n; i++) {
		const struct field *d = &p->f->fields.at[i];
		p->where = d->code;
		for (size_t k = 0; k < d->items.n; k++)
			look(p, d->items.at[k].text, source_or(d->items.at[k].source, d->source));
	}
}

static void run(struct arena *a, struct facts *f)
{
	struct place_of in = { .a = a, .f = f, .first = f->checks.n }, p = in;
	look_at_criteria(&in);
	in.max = (struct figure){ 0 };
	look_at_fields(&in);
	for (size_t i = 0; i < f->paragraphs.n; i++)
		look(&p, f->paragraphs.at[i].text, f->paragraphs.at[i].source);
}

const struct check check_formula = {
	.name = "formula", .help = "Phép tính in trong văn bản phải cho đúng kết quả ghi sau dấu bằng.",
	.source = "domain.md 5; seed 002 (1.2)", .run = run,
};
