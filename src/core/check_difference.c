#include "core/check.h"
#include "core/formula.h"
#include "core/mend.h"
#include "core/wording.h"

/* Every line that prints a maximum, the points and a deduction says the same thing twice. */

struct line {
	bool          is_field;
	size_t        index;                       /* NO_INDEX: the total */
	const char   *before, *behind;             /* of its code: "Dòng", "" */
	str           where;
	struct figure max, points, printed;
	struct source source;
};

/* "Dòng 3.3.1", "Tổng" */
static str name_of(struct arena *a, const struct line *l)
{
	return l->index == NO_INDEX ? str_c(l->before) : str_fmt(a, "%s %.*s%s", l->before, SF(l->where), l->behind);
}

static str difference_words(struct arena *a, const struct line *l, struct exact lost)
{
	return str_fmt(a, "%.*s − %.*s = %.*s", SF(figure_vi(a, l->max)), SF(figure_vi(a, l->points)),
	               SF(say(a, lost)));
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
		return str_fmt(a, "; %.*s khớp với %.*s nên hãy xem lại điểm tối đa và điểm đạt", SF(breaks),
		               SF(say_printed(a, l->printed)));
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
	r->message = str_fmt(a, "%.*s: %.*s nhưng văn bản ghi %.*s%.*s.", SF(name_of(a, l)), SF(difference_words(a, l, lost)),
	                     SF(say_printed(a, l->printed)), SF(advice(a, f, s, l, lost)));
}

/* Points above the maximum leave nothing to deduct. */
static void report_excess(struct arena *a, struct facts *f, const struct line *l)
{
	struct exact lost = difference_of(l->max, l->points);
	if (!exact_defined(lost) || lost.num >= 0)
		return;
	struct check_result *r = check_add(a, f, &check_difference, SEVERITY_WARNING, l->where, l->source);
	r->printed = dot_printed(a, l->points);
	r->computed = dot_printed(a, l->max);
	r->message = str_fmt(a, "%.*s: điểm đạt %.*s lớn hơn điểm tối đa %.*s.", SF(name_of(a, l)),
	                     SF(say_printed(a, l->points)), SF(say_printed(a, l->max)));
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
	r->message = str_fmt(a, "Dòng %.*s: phần nội dung ghi trừ %.*s điểm nhưng %.*s − %.*s = %.*s.",
	                     SF(c->code), SF(say_printed(a, c->body_lost)), SF(figure_vi(a, c->max)),
	                     SF(figure_vi(a, c->points)), SF(say(a, lost)));
}

/* A false formula that ends in the deduction or the points is the cause; it is reported as such. */
static bool formula_is_the_cause(const struct criterion *c)
{
	struct formula wrong;
	if (!formula_false(c->reason, c->max, &wrong) && !formula_false(c->cause, c->max, &wrong))
		return false;
	return figure_same(wrong.printed, c->points) ||
	       !exact_cmp(exact_of(wrong.printed), figure_magnitude(c->printed_lost));
}

static void look(struct arena *a, struct facts *f, const struct sums *s, const struct line *l)
{
	if (l->printed.present)
		report(a, f, s, l);
	else
		report_excess(a, f, l);
}

static void run(struct arena *a, struct facts *f)
{
	const struct sums *s = f->sums;
	for (size_t i = 0; i < f->criteria.n; i++) {
		const struct criterion *c = &f->criteria.at[i];
		if (formula_is_the_cause(c))
			continue;
		look(a, f, s, &(struct line){
			.index = i, .before = "Dòng", .behind = "", .where = c->code, .max = c->max,
			.points = c->points, .printed = c->printed_lost, .source = source_or(c->lost_source, c->source) });
		if (c->body_lost.present)
			report_body(a, f, c);
	}
	for (size_t i = 0; i < f->fields.n; i++) {
		const struct field *d = &f->fields.at[i];
		look(a, f, s, &(struct line){
			.is_field = true, .index = i, .before = "Lĩnh vực", .behind = "", .where = d->code,
			.max = d->max, .points = d->points, .source = d->source,
			.printed = d->printed_lost.present ? d->printed_lost : d->body_lost });
		look(a, f, s, &(struct line){
			.is_field = true, .index = i, .before = "Dòng lĩnh vực", .behind = " ở phụ lục", .where = d->code,
			.max = d->told_max, .points = d->told_points, .source = d->told_source, .printed = d->told_lost });
	}
	const struct result *t = &f->result;
	if (t->present)
		look(a, f, s, &(struct line){ .index = NO_INDEX, .before = "Tổng", .where = S("total"), .max = t->max,
			.points = t->points, .printed = t->printed_lost, .source = t->source });
	look(a, f, s, &(struct line){ .index = NO_INDEX, .before = "Dòng tổng cộng của danh sách", .where = S("total"),
		.max = f->listed.max, .points = f->listed.points, .printed = f->listed.lost, .source = f->listed.source });
}

const struct check check_difference = {
	.name = "difference", .help = "Điểm tối đa trừ điểm đạt phải bằng số điểm bị trừ ghi ở cùng dòng.",
	.source = "domain.md 5; seed 003 (3.3.1, 3.5.2)", .run = run,
};
