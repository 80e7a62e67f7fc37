#include "core/check.h"
#include "core/formula.h"
#include "core/mend.h"
#include "core/wording.h"

/* Every line that prints a maximum, the points and a deduction says the same thing twice. */

struct line {
	bool          is_field;
	size_t        index;
	str           where, name;                 /* "Dòng 3.3.1" */
	struct figure max, points, printed;
	struct source source;
};

static str difference_words(struct arena *a, const struct line *l, struct exact lost)
{
	return str_fmt(a, "%.*s − %.*s = %.*s", SF(figure_vi(a, l->max)), SF(figure_vi(a, l->points)), SF(say(a, lost)));
}

/* The most helpful end: which figure to mend. */
static str advice(struct arena *a, const struct facts *f, const struct sums *s, const struct line *l, struct exact lost)
{
	if (l->index == NO_INDEX)
		return S("");
	str agrees = mend_agrees(a, f, s, l->is_field, l->index, lost);
	if (agrees.n)
		return str_fmt(a, "; với %.*s thì %.*s", SF(say(a, lost)), SF(agrees));
	str breaks = mend_breaks(a, f, s, l->is_field, l->index, lost);
	if (breaks.n)
		return str_fmt(a, "; %.*s khớp với %.*s nên hãy xem lại điểm tối đa và điểm đạt", SF(breaks), SF(say_printed(a, l->printed)));
	return S("");
}

static bool is_false(const struct line *l, struct exact lost)
{
	if (!l->printed.present || !exact_defined(lost))
		return false;
	struct figure printed = l->printed;
	printed.digits = printed.digits < 0 && lost.num >= 0 ? -printed.digits : printed.digits;
	return !figure_is(printed, lost);
}

static void report(struct arena *a, struct facts *f, const struct sums *s, const struct line *l)
{
	struct exact lost = difference_of(l->max, l->points);
	if (!is_false(l, lost))
		return;
	struct check_result *r = check_add(a, f, &check_difference, SEVERITY_ERROR, l->where, l->source);
	r->printed = dot_printed(a, l->printed);
	r->computed = dot(a, lost);
	r->message = str_fmt(a, "%.*s: %.*s nhưng văn bản ghi %.*s%.*s.", SF(l->name), SF(difference_words(a, l, lost)),
	                     SF(say_printed(a, l->printed)), SF(advice(a, f, s, l, lost)));
}

/* Points above the maximum leave nothing to deduct. */
static void report_excess(struct arena *a, struct facts *f, const struct line *l)
{
	struct exact lost = difference_of(l->max, l->points);
	if (l->printed.present || !exact_defined(lost) || lost.num >= 0)
		return;
	struct check_result *r = check_add(a, f, &check_difference, SEVERITY_WARNING, l->where, l->source);
	r->printed = dot_printed(a, l->points);
	r->computed = dot_printed(a, l->max);
	r->message = str_fmt(a, "%.*s: điểm đạt %.*s lớn hơn điểm tối đa %.*s.", SF(l->name), SF(say_printed(a, l->points)), SF(say_printed(a, l->max)));
}

/* The body repeats the deduction of the annex: only where the annex itself is right. */
static void report_body(struct arena *a, struct facts *f, const struct criterion *c)
{
	struct line annex = { .printed = c->printed_lost }, body = { .printed = c->body_lost };
	struct exact lost = difference_of(c->max, c->points);
	if (is_false(&annex, lost) || !is_false(&body, lost))
		return;
	struct check_result *r = check_add(a, f, &check_difference, SEVERITY_ERROR, c->code, c->body_source);
	r->printed = dot_printed(a, c->body_lost);
	r->computed = dot(a, lost);
	r->message = str_fmt(a, "Dòng %.*s: phần nội dung ghi trừ %.*s điểm nhưng %.*s − %.*s = %.*s.", SF(c->code),
	                     SF(say_printed(a, c->body_lost)), SF(figure_vi(a, c->max)), SF(figure_vi(a, c->points)), SF(say(a, lost)));
}

/* A false formula that ends in the deduction or the points is the cause; it is reported as such. */
static bool formula_is_the_cause(const struct criterion *c)
{
	struct formula wrong;
	if (!formula_false(c->reason, c->max, &wrong) && !formula_false(c->cause, c->max, &wrong))
		return false;
	return figure_same(wrong.printed, c->points) || !exact_cmp(exact_of(wrong.printed), figure_magnitude(c->printed_lost));
}

static void run(struct arena *a, struct facts *f)
{
	struct sums s = sums_of(a, f);
	for (size_t i = 0; i < f->criteria.n; i++) {
		const struct criterion *c = &f->criteria.at[i];
		struct source at = c->lost_source.line || c->lost_source.page ? c->lost_source : c->source;
		struct line l = { false, i, c->code, str_fmt(a, "Dòng %.*s", SF(c->code)), c->max, c->points, c->printed_lost, at };
		if (formula_is_the_cause(c))
			continue;
		report(a, f, &s, &l);
		report_excess(a, f, &l);
		report_body(a, f, c);
	}
	for (size_t i = 0; i < f->fields.n; i++) {
		const struct field *d = &f->fields.at[i];
		struct figure stated = d->printed_lost.present ? d->printed_lost : d->body_lost;
		struct line l = { true, i, d->code, str_fmt(a, "Lĩnh vực %.*s", SF(d->code)), d->max, d->points, stated, d->source };
		report(a, f, &s, &l);
		report_excess(a, f, &l);
	}
	const struct result *t = &f->result;
	struct line total = { true, NO_INDEX, S("total"), S("Tổng"), t->max, t->points, t->printed_lost, t->source };
	if (t->present) {
		report(a, f, &s, &total);
		report_excess(a, f, &total);
	}
}

const struct check check_difference = {
	.name = "difference", .help = "Điểm tối đa trừ điểm đạt phải bằng số điểm bị trừ ghi ở cùng dòng.",
	.source = "domain.md 5; seed 003 (3.3.1, 3.5.2)", .run = run,
};
