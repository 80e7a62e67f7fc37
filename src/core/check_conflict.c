#include "core/check.h"
#include "core/sums.h"
#include "core/wording.h"

/* Body and annex (or table) say different things, and no other check has said it already. */

static bool is_named(const struct facts *f, size_t before, str where)
{
	for (size_t i = 0; i < before; i++)
		if (str_eq(f->checks.at[i].where, where) &&
		    (!strcmp(f->checks.at[i].check, "difference") || !strcmp(f->checks.at[i].check, "sum")))
			return true;
	return false;
}

static bool is_near(struct figure a, struct figure b)
{
	a.digits = a.digits < 0 ? -a.digits : a.digits;
	b.digits = b.digits < 0 ? -b.digits : b.digits;
	return figure_is(a, exact_of(b)) || figure_is(b, exact_of(a));
}

static void report(struct arena *a, struct facts *f, str where, str subject, struct figure body,
                   struct figure table, struct source at)
{
	struct check_result *r = check_add(a, f, &check_conflict, SEVERITY_WARNING, where, at);
	r->printed = dot_printed(a, body);
	r->computed = dot_printed(a, table);
	r->message = str_fmt(a, "%.*s: phần nội dung ghi bị trừ %.*s điểm, bảng ghi %.*s.", SF(subject),
	                     SF(say_printed(a, body)), SF(say_printed(a, table)));
}

static void compare(struct arena *a, struct facts *f, size_t before, str where, const char *kind,
                    struct figure body, struct figure table, struct source at)
{
	if (body.present && table.present && !is_near(body, table) && !is_named(f, before, where))
		report(a, f, where, str_fmt(a, "%s %.*s", kind, SF(where)), body, table, at);
}

static struct exact sum_of_items(const struct field *d)
{
	struct exact sum = exact_int(0);
	for (size_t i = 0; i < d->items.n; i++)
		sum = exact_add(sum, figure_magnitude(d->items.at[i].lost));
	return sum;
}

static bool holds(const struct sums *s, size_t field)
{
	size_t own = s->own_of_field[field];
	return own != NO_INDEX && s->at[own].parts.n && s->at[own].state == SUM_HOLDS &&
	       !s->at[own].parts.at[0].is_field;
}

/* The sentence of the field lists its deductions; a slip in one of them shows in their sum. */
static void compare_items(struct arena *a, struct facts *f, size_t before, const struct sums *s, size_t i)
{
	const struct field *d = &f->fields.at[i];
	struct exact sum = sum_of_items(d);
	if (!d->items.n || !holds(s, i) || !exact_defined(sum) || figure_is(s->at[s->own_of_field[i]].printed, sum))
		return;
	for (size_t k = 0; k < f->criteria.n; k++)
		if (s->outline.criterion_field[k] == i && is_named(f, before, f->criteria.at[k].code))
			return;
	struct figure table = s->at[s->own_of_field[i]].printed;
	report(a, f, d->code, str_fmt(a, "Lĩnh vực %.*s (cộng các tồn tại)", SF(d->code)), exact_figure(sum), table,
	       d->items.at[0].source.line ? d->items.at[0].source : d->source);
}

struct twice { str where, name; struct figure told, printed; struct source source; };

static void compare_told(struct arena *a, struct facts *f, const struct twice *t)
{
	if (!t->told.present || !t->printed.present || is_near(t->told, t->printed))
		return;
	struct check_result *r = check_add(a, f, &check_conflict, SEVERITY_WARNING, t->where, t->source);
	r->printed = dot_printed(a, t->told);
	r->computed = dot_printed(a, t->printed);
	r->message = str_fmt(a, "%.*s: chỗ này ghi %.*s, bảng kết quả ghi %.*s.", SF(t->name), SF(say_printed(a, t->told)),
	                     SF(say_printed(a, t->printed)));
}

/* The sentence above the result table tells its total line in words. */
static void compare_total(struct arena *a, struct facts *f)
{
	const struct result *t = &f->result;
	str where = S("total");
	if (!t->present)
		return;
	compare_told(a, f, &(struct twice){ where, S("Tổng điểm đạt"), t->told_points, t->points, t->told_source });
	compare_told(a, f, &(struct twice){ where, S("Tổng điểm tối đa"), t->told_max, t->max, t->told_source });
	compare_told(a, f, &(struct twice){ where, S("Tổng điểm bị trừ"), t->told_lost, t->printed_lost, t->told_source });
}

/* The annex repeats the line of the field as a heading row. */
static void compare_field(struct arena *a, struct facts *f, const struct field *d)
{
	struct source at = d->told_source;
	str name = str_fmt(a, "Lĩnh vực %.*s", SF(d->code));
	compare_told(a, f,
	             &(struct twice){ d->code, str_fmt(a, "%.*s, điểm đạt", SF(name)), d->told_points,
	                              d->points, at });
	compare_told(a, f, &(struct twice){ d->code, str_fmt(a, "%.*s, điểm tối đa", SF(name)), d->told_max, d->max, at });
	compare_told(a, f,
	             &(struct twice){ d->code, str_fmt(a, "%.*s, điểm bị trừ", SF(name)), d->told_lost,
	                              d->printed_lost, at });
}

/* The table has the code in two rows; the first one's figures are kept. */
static void compare_rows(struct arena *a, struct facts *f, const struct criterion *c, const char *what, struct figure first,
                         struct figure second)
{
	if (!first.present || !second.present || is_near(first, second))
		return;
	struct check_result *r = check_add(a, f, &check_conflict, SEVERITY_WARNING, c->code, c->again_source);
	r->printed = dot_printed(a, second);
	r->computed = dot_printed(a, first);
	str one = say_printed(a, first), other = say_printed(a, second);
	r->message = str_fmt(a, "Tiêu chí %.*s có hai dòng trong bảng %d: dòng %d ghi %s %.*s, dòng %d ghi %.*s; chỉ dòng đầu được lấy.",
	                     SF(c->code), c->again_source.table, c->source.row, what, SF(one), c->again_source.row, SF(other));
}

static void run(struct arena *a, struct facts *f)
{
	size_t before = f->checks.n;
	const struct sums *s = f->sums;
	for (size_t i = 0; i < f->criteria.n; i++) {
		const struct criterion *c = &f->criteria.at[i];
		compare(a, f, before, c->code, "Tiêu chí", c->body_lost, c->printed_lost, c->body_source);
		compare_rows(a, f, c, "điểm đạt", c->points, c->again_points);
		compare_rows(a, f, c, "điểm bị trừ", c->printed_lost, c->again_lost);
	}
	for (size_t i = 0; i < f->fields.n; i++) {
		const struct field *d = &f->fields.at[i];
		compare(a, f, before, d->code, "Lĩnh vực", d->body_lost, d->printed_lost, d->body_source);
		compare_items(a, f, before, s, i);
		compare_field(a, f, d);
	}
	compare_total(a, f);
}

const struct check check_conflict = {
	.name = "conflict", .help = "Phần nội dung và phụ lục phải ghi cùng một số điểm bị trừ.",
	.source = "domain.md 5; facts.md", .run = run,
};
