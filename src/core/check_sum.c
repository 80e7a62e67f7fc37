#include "core/check.h"
#include "core/mend.h"
#include "core/wording.h"

/* Leaves = field = total. Reported at the lowest level that is wrong. */

static str beginning(struct arena *a, const struct sum *s)
{
	if (s->is_total)
		return s->of == SUM_MAX      ? S("Tổng điểm tối đa")
		       : s->of == SUM_POINTS ? S("Tổng điểm đạt")
		                             : S("Tổng số điểm bị trừ");
	return str_fmt(a, "%s %.*s", s->is_field ? "Lĩnh vực" : "Tiêu chí", SF(s->where));
}

static str parts_name(struct arena *a, const struct sum *s)
{
	bool fields = s->parts.at[0].is_field;
	for (size_t i = 1; i < s->parts.n; i++)
		if (s->parts.at[i].is_field != fields)
			return str_fmt(a, "%.*s phần", SF(say_count(a, s->parts.n)));
	return str_fmt(a, "%.*s %s", SF(say_count(a, s->parts.n)), fields ? "lĩnh vực" : "mục");
}

static const char *both(const struct sum *s) { return s->parts.n > 1 ? " cộng lại" : " là"; }

static bool may_be_selection(const struct sum *s)
{
	return !s->whole && exact_cmp(s->computed, exact_of(s->printed)) < 0;
}

static str ending(struct arena *a, const struct facts *f, const struct sum *s)
{
	if (s->state == SUM_ROUNDED)
		return S(" (số đã làm tròn)");
	if (s->state == SUM_WITH_PARENT)
		return S("; chỉ khớp khi cộng cả dòng cha bên cạnh các dòng con");
	str found = mend_explains(a, f, s);
	if (found.n)
		return str_fmt(a, "; %.*s", SF(found));
	return may_be_selection(s) ? S("; còn tiêu chí bị trừ điểm chưa nêu, hoặc có số ghi sai") : S("");
}

static void report(struct arena *a, struct facts *f, const struct sum *s)
{
	bool certain = s->state == SUM_WRONG && !may_be_selection(s);
	enum severity severity = certain ? SEVERITY_ERROR : SEVERITY_WARNING;
	struct check_result *r = check_add(a, f, &check_sum, severity, s->where, s->source);
	r->printed = figure_dot(a, s->printed);
	r->computed = dot(a, s->computed);
	r->message = str_fmt(a, "%.*s: %.*s%s %.*s nhưng văn bản ghi %.*s%.*s.", SF(beginning(a, s)),
	                     SF(parts_name(a, s)), both(s), SF(say(a, s->computed)),
	                     SF(figure_vi(a, s->printed)), SF(ending(a, f, s)));
}

/* A document with no list of fields can still round its own total. */
static void report_rounded_total(struct arena *a, struct facts *f)
{
	const struct result *t = &f->result;
	struct exact lost = difference_of(t->max, t->points);
	if (!t->present || !figure_is(t->printed_lost, lost) || !exact_cmp(exact_of(t->printed_lost), lost))
		return;
	struct check_result *r = check_add(a, f, &check_sum, SEVERITY_WARNING, S("total"), t->source);
	r->printed = dot_printed(a, t->printed_lost);
	r->computed = dot(a, lost);
	r->message =
	    str_fmt(a, "Tổng số điểm bị trừ: %.*s − %.*s = %.*s nhưng văn bản ghi %.*s (số đã làm tròn).",
	            SF(figure_vi(a, t->max)), SF(figure_vi(a, t->points)), SF(say(a, lost)),
	            SF(say_printed(a, t->printed_lost)));
}

static struct exact sum_of_items(const struct field *d)
{
	struct exact sum = exact_int(0);
	for (size_t i = 0; i < d->items.n; i++)
		sum = exact_add(sum, figure_magnitude(d->items.at[i].lost));
	return sum;
}

/* A plan without an annex names its deductions in the sentence of each field. */
static void report_items(struct arena *a, struct facts *f, const struct sums *s, size_t i)
{
	const struct field *d = &f->fields.at[i];
	struct figure printed = d->body_lost.present ? d->body_lost : d->printed_lost;
	struct exact sum = sum_of_items(d);
	if (!d->items.n || !printed.present || !exact_defined(sum) || !exact_cmp(figure_magnitude(printed), sum))
		return;
	if (s->own_of_field[i] != NO_INDEX && s->at[s->own_of_field[i]].parts.n)
		return;
	struct figure magnitude = printed;
	magnitude.digits = magnitude.digits < 0 ? -magnitude.digits : magnitude.digits;
	enum severity severity = figure_is(magnitude, sum) ? SEVERITY_WARNING : SEVERITY_ERROR;
	struct check_result *r =
	    check_add(a, f, &check_sum, severity, d->code, source_or(d->body_source, d->source));
	r->printed = dot_printed(a, printed);
	r->computed = dot(a, sum);
	r->message = str_fmt(
	    a,
	    "Lĩnh vực %.*s: các tồn tại nêu trong phần nội dung cộng lại bị trừ %.*s nhưng văn bản ghi %.*s.",
	    SF(d->code), SF(say(a, sum)), SF(say_printed(a, printed)));
}

/* -- the total row of a list of lost criteria ------------------------------------------------------- */

static struct exact figure_of(const struct criterion *c, enum sum_of of)
{
	return of == SUM_LOST ? criterion_lost(c) : exact_of(of == SUM_MAX ? c->max : c->points);
}

/* What the other two figures of the line say. */
static struct exact mended_of(const struct criterion *c, enum sum_of of)
{
	struct exact lost = figure_magnitude(c->printed_lost);
	if (of == SUM_LOST)
		return difference_of(c->max, c->points);
	return of == SUM_MAX ? exact_add(exact_of(c->points), lost) : exact_sub(exact_of(c->max), lost);
}

static str mended_line(struct arena *a, const struct facts *f, enum sum_of of, struct figure printed, struct exact sum)
{
	for (size_t i = 0; i < f->criteria.n; i++) {
		const struct criterion *c = &f->criteria.at[i];
		struct exact now = figure_of(c, of), mended = mended_of(c, of);
		if (exact_defined(mended) && exact_cmp(now, mended) &&
		    figure_is(printed, exact_add(exact_sub(sum, now), mended)))
			return str_fmt(a, "; nếu dòng %.*s là %.*s thì khớp", SF(c->code), SF(say(a, mended)));
	}
	return S("");
}

static void report_listed(struct arena *a, struct facts *f, const struct outline *o, enum sum_of of, struct figure printed)
{
	static const char *const names[] = { "điểm bị trừ", "điểm tối đa", "điểm đạt" };
	if (!f->criteria.n || !printed.present)
		return;
	struct exact leaves = exact_int(0), rows = leaves;
	for (size_t i = 0; i < f->criteria.n; i++) {
		struct exact v = figure_of(&f->criteria.at[i], of);
		rows = exact_add(rows, v);
		leaves = o->has_children[i] ? leaves : exact_add(leaves, v);
	}
	printed.digits = printed.digits < 0 ? -printed.digits : printed.digits;
	if (!exact_defined(rows) || !exact_cmp(exact_of(printed), leaves))
		return;
	bool rounded = figure_is(printed, leaves), with_parents = !rounded && figure_is(printed, rows);
	enum severity severity = rounded || with_parents ? SEVERITY_WARNING : SEVERITY_ERROR;
	str end = rounded        ? S(" (số đã làm tròn)")
	          : with_parents ? S("; chỉ khớp khi cộng cả dòng cha bên cạnh các dòng con")
	                         : mended_line(a, f, of, printed, leaves);
	struct check_result *r = check_add(a, f, &check_sum, severity, S("total"), f->listed.source);
	r->printed = figure_dot(a, printed);
	r->computed = dot(a, leaves);
	r->message = str_fmt(a, "Dòng tổng cộng của danh sách: %s cộng lại %.*s nhưng văn bản ghi %.*s%.*s.", names[of],
	                     SF(say(a, leaves)), SF(figure_vi(a, printed)), SF(end));
}

static void run(struct arena *a, struct facts *f)
{
	const struct sums *s = f->sums;
	bool total = false;
	for (size_t i = 0; i < s->n; i++) {
		const struct sum *sum = &s->at[i];
		total = total || (sum->is_total && sum->of == SUM_LOST && sum->parts.n && sum->state != SUM_HOLDS);
		if (sum->parts.n && sum->state != SUM_HOLDS && !sum->below)
			report(a, f, sum);
	}
	if (!total)
		report_rounded_total(a, f);
	for (size_t i = 0; i < f->fields.n; i++)
		report_items(a, f, s, i);
	report_listed(a, f, &s->outline, SUM_LOST, f->listed.lost);
	report_listed(a, f, &s->outline, SUM_MAX, f->listed.max);
	report_listed(a, f, &s->outline, SUM_POINTS, f->listed.points);
}

const struct check check_sum = {
	.name = "sum", .help = "Các mục cộng lại phải bằng tổng của lĩnh vực, các lĩnh vực phải bằng tổng chung.",
	.source = "domain.md 3, 5; seed 003 (1, 3, 7b, total)", .run = run,
};
