#include "core/sums.h"
#include "core/ratio.h"
#include <stdlib.h>

struct exact figure_magnitude(struct figure f)
{
	f.digits = f.digits < 0 ? -f.digits : f.digits;
	return exact_of(f);
}

struct exact difference_of(struct figure max, struct figure points)
{
	return exact_sub(exact_of(max), exact_of(points));
}

struct exact criterion_lost(const struct criterion *c)
{
	return c->printed_lost.present ? figure_magnitude(c->printed_lost) : difference_of(c->max, c->points);
}

static struct figure stated_lost(const struct field *d)
{
	return d->printed_lost.present ? d->printed_lost : d->body_lost;
}

struct exact field_lost(const struct field *d)
{
	return stated_lost(d).present ? figure_magnitude(stated_lost(d)) : difference_of(d->max, d->points);
}

/* -- the order of numbering ------------------------------------------------------------------------ */

struct numbered { str code; size_t index; };

static int by_code(const void *p, const void *q)
{
	const struct numbered *a = p, *b = q;
	int order = code_cmp(a->code, b->code);
	return order ? order : (a->index > b->index) - (a->index < b->index);
}

/* Nearly every document lists its codes in order. */
static size_t *in_order(struct arena *a, struct numbered *list, size_t n)
{
	size_t *order = make_n(a, size_t, n + 1), rising = 1;
	while (rising < n && by_code(&list[rising - 1], &list[rising]) < 0)
		rising++;
	if (rising < n)
		qsort(list, n, sizeof *list, by_code);
	for (size_t i = 0; i < n; i++)
		order[i] = list[i].index;
	return order;
}

static size_t *criteria_in_order(struct arena *a, const struct facts *f)
{
	struct numbered *list = make_n(a, struct numbered, f->criteria.n + 1);
	for (size_t i = 0; i < f->criteria.n; i++)
		list[i] = (struct numbered){ f->criteria.at[i].code, i };
	return in_order(a, list, f->criteria.n);
}

static size_t *fields_in_order(struct arena *a, const struct facts *f)
{
	struct numbered *list = make_n(a, struct numbered, f->fields.n + 1);
	for (size_t i = 0; i < f->fields.n; i++)
		list[i] = (struct numbered){ f->fields.at[i].code, i };
	return in_order(a, list, f->fields.n);
}

static struct codes codes_of_fields(struct arena *a, const struct facts *f)
{
	struct codes codes = { 0 };
	for (size_t i = 0; i < f->fields.n; i++)
		codes_add(a, &codes, f->fields.at[i].code, i);
	return codes;
}

enum { LEVELS_MAX = 16 };

static size_t field_above(const struct codes *fields, str code)
{
	for (int level = 0; level < LEVELS_MAX && (code = code_above(code)).n; level++) {
		size_t i = codes_find(fields, code);
		if (i != NO_INDEX)
			return i;
	}
	return NO_INDEX;
}

/* A field's parent by name counts only where it stands before it: no circles. */
static size_t parent_of_field(const struct facts *f, const struct codes *fields, size_t i)
{
	size_t named = codes_find(fields, f->fields.at[i].parent);
	size_t above = field_above(fields, f->fields.at[i].code);
	return named != NO_INDEX && named < i ? named : above != i ? above : NO_INDEX;
}

static size_t field_of_criterion(const struct codes *fields, const struct criterion *c)
{
	size_t i = codes_find(fields, c->field);
	if (i == NO_INDEX)
		i = field_above(fields, c->field);
	return i != NO_INDEX ? i : field_above(fields, c->code);
}

/* In the order of numbering, what stands under a code follows it at once. */
static void link_criteria(const struct facts *f, struct outline *o, size_t *stack)
{
	size_t depth = 0;
	for (size_t k = 0; k < f->criteria.n; k++) {
		size_t i = o->criteria[k];
		while (depth && !code_under(f->criteria.at[i].code, f->criteria.at[stack[depth - 1]].code))
			depth--;
		o->criterion_parent[i] = depth ? stack[depth - 1] : NO_INDEX;
		if (depth)
			o->has_children[stack[depth - 1]] = true;
		stack[depth++] = i;
	}
}

static size_t code_depth(str code)
{
	size_t n = 1;
	for (size_t i = 0; i < code.n; i++)
		n += code.p[i] == '.';
	return n;
}

/* Rows "1.2.1" stand below a row "1.2" as a rule, or they stand alone. */
static bool lists_parents(const struct facts *f, const struct outline *o)
{
	size_t with = 0, without = 0;
	for (size_t i = 0; i < f->criteria.n; i++)
		if (!o->has_children[i] && code_depth(f->criteria.at[i].code) > 2)
			*(o->criterion_parent[i] == NO_INDEX ? &without : &with) += 1;
	return with > without;
}

static struct outline outline_of(struct arena *a, const struct facts *f)
{
	size_t n = f->criteria.n, m = f->fields.n;
	struct codes fields = codes_of_fields(a, f);
	struct outline o = {
		.criteria = criteria_in_order(a, f), .fields = fields_in_order(a, f),
		.criterion_parent = make_n(a, size_t, n + 1), .criterion_field = make_n(a, size_t, n + 1),
		.field_parent = make_n(a, size_t, m + 1), .has_children = make_n(a, bool, n + 1),
	};
	for (size_t i = 0; i < n; i++)
		o.criterion_field[i] = field_of_criterion(&fields, &f->criteria.at[i]);
	for (size_t i = 0; i < m; i++)
		o.field_parent[i] = parent_of_field(f, &fields, i);
	link_criteria(f, &o, make_n(a, size_t, n + 1));
	o.lists_parents = lists_parents(f, &o);
	return o;
}

/* -- the totals ------------------------------------------------------------------------------------ */

typedef VEC(struct sum) sum_list;

/* While sums are being put together: for each criterion and field the sum it owns. */
struct draft {
	struct arena       *a;
	const struct facts *f;
	struct outline      o;
	sum_list            sums;
	size_t             *of_criterion, *of_field, total;
	bool               *unknown;                    /* by sum: a part of it prints no figure */
};

static struct sum *new_sum(struct draft *d, enum sum_of of, str where, struct figure stated,
                           struct exact lost, struct source at)
{
	struct sum *s = vec_add(d->a, &d->sums);
	stated.digits = stated.digits < 0 ? -stated.digits : stated.digits;
	*s = (struct sum){ .of = of, .where = where, .stated = stated.present, .source = at };
	s->printed = stated.present ? stated : exact_figure(lost);
	s->computed = s->rows = exact_int(0);
	return s;
}

static void open_total(struct draft *d)
{
	const struct result *r = &d->f->result;
	struct exact lost = difference_of(r->max, r->points);
	if (!r->present || !(r->printed_lost.present || exact_defined(lost)))
		return;
	d->total = d->sums.n;
	new_sum(d, SUM_LOST, S("total"), r->printed_lost, lost, r->source)->is_total = true;
}

static void open_fields(struct draft *d)
{
	for (size_t i = 0; i < d->f->fields.n; i++) {
		const struct field *field = &d->f->fields.at[i];
		d->of_field[i] = NO_INDEX;
		if (!exact_defined(field_lost(field)))
			continue;
		d->of_field[i] = d->sums.n;
		struct sum *s = new_sum(d, SUM_LOST, field->code, stated_lost(field), field_lost(field),
		                        source_or(field->lost_source, field->source));
		s->is_field = true;
		s->index = i;
	}
}

static void open_criteria(struct draft *d)
{
	for (size_t i = 0; i < d->f->criteria.n; i++) {
		const struct criterion *c = &d->f->criteria.at[i];
		d->of_criterion[i] = NO_INDEX;
		if (!d->o.has_children[i] || !exact_defined(criterion_lost(c)))
			continue;
		d->of_criterion[i] = d->sums.n;
		new_sum(d, SUM_LOST, c->code, c->printed_lost, criterion_lost(c), c->source)->index = i;
	}
}

static size_t owner_of_field(const struct draft *d, size_t i)
{
	for (int level = 0; i != NO_INDEX && level < LEVELS_MAX; level++, i = d->o.field_parent[i])
		if (d->of_field[i] != NO_INDEX)
			return d->of_field[i];
	return d->total;
}

static size_t owner_of_criterion(const struct draft *d, size_t i)
{
	size_t up = d->o.criterion_parent[i];
	for (int level = 0; up != NO_INDEX && level < LEVELS_MAX; level++, up = d->o.criterion_parent[up])
		if (d->of_criterion[up] != NO_INDEX)
			return d->of_criterion[up];
	return owner_of_field(d, d->o.criterion_field[i]);
}

static void add_part(struct draft *d, size_t owner, struct sum_part part)
{
	struct sum *s = &d->sums.at[owner];
	*vec_add(d->a, &s->parts) = part;
	s->computed = exact_add(s->computed, part.value);
}

static void place_criteria(struct draft *d)
{
	for (size_t i = 0; i < d->f->criteria.n; i++) {
		struct exact lost = criterion_lost(&d->f->criteria.at[i]);
		size_t owner = owner_of_criterion(d, i);
		if (owner == NO_INDEX)
			continue;
		if (exact_defined(lost))
			add_part(d, owner, (struct sum_part){ false, i, lost, d->of_criterion[i] });
		else if (!d->o.has_children[i])
			d->unknown[owner] = true;
	}
}

static int count_lost(const struct draft *d, bool fields)
{
	int n = 0;
	str last = { 0 };
	for (size_t k = 0; fields && k < d->f->fields.n; k++) {           /* in the order of numbering: 7a beside 7b */
		const struct field *field = &d->f->fields.at[d->o.fields[k]];
		if (d->o.field_parent[d->o.fields[k]] != NO_INDEX || field_lost(field).num <= 0)
			continue;
		n += !str_eq(code_field(field->code), last);
		last = code_field(field->code);
	}
	for (size_t i = 0; !fields && i < d->f->criteria.n; i++)
		n += criterion_lost(&d->f->criteria.at[i]).num > 0;
	return n;
}

/* As many fields lost points as the document says: one without figures lost nothing. */
static bool losers_known(const struct draft *d)
{
	return d->f->result.fields_lost > 0 && d->f->result.fields_lost == count_lost(d, true);
}

static void place_fields(struct draft *d)
{
	bool *under = make_n(d->a, bool, d->f->fields.n + 1);
	for (size_t i = 0; i < d->f->criteria.n; i++)
		if (d->o.criterion_field[i] != NO_INDEX)
			under[d->o.criterion_field[i]] = true;
	for (size_t i = 0; i < d->f->fields.n; i++)
		if (d->o.field_parent[i] != NO_INDEX)
			under[d->o.field_parent[i]] = true;
	for (size_t i = 0; i < d->f->fields.n; i++) {
		size_t owner = owner_of_field(d, d->o.field_parent[i]);
		if (owner == NO_INDEX)
			continue;
		if (d->of_field[i] != NO_INDEX)
			add_part(
			    d, owner,
			    (struct sum_part){ true, i, field_lost(&d->f->fields.at[i]), d->of_field[i] });
		else if (!under[i] && !losers_known(d))
			d->unknown[owner] = true;
	}
}

/* Every row below, also parents beside their children: what a careless total adds up. */
static struct exact rows_below(const struct draft *d, const struct sum *s, int level)
{
	struct exact rows = s->computed;
	for (size_t i = 0; level < LEVELS_MAX && i < s->parts.n; i++) {
		const struct sum_part *p = &s->parts.at[i];
		if (p->own != NO_INDEX && !p->is_field)
			rows = exact_add(rows, rows_below(d, &d->sums.at[p->own], level + 1));
	}
	return rows;
}

/* -- whole or not ------------------------------------------------------------------------------------ */

static struct exact top_fields(const struct draft *d, enum sum_of of)
{
	struct exact sum = exact_int(0);
	for (size_t i = 0; i < d->f->fields.n; i++)
		if (d->o.field_parent[i] == NO_INDEX)
			sum = exact_add(sum, exact_of(of == SUM_MAX ? d->f->fields.at[i].max
			                                            : d->f->fields.at[i].points));
	return sum;
}

static bool one_table(const struct draft *d)
{
	int table = d->f->result.source.table;
	size_t n = 0;
	for (size_t i = 0; i < d->f->fields.n; i++)
		if (d->o.field_parent[i] == NO_INDEX) {
			n++;
			if (d->f->fields.at[i].source.table != table)
				return false;
		}
	return table && n > 1;
}

static bool is_number(str code, size_t n)
{
	size_t value = 0;
	for (size_t i = 0; i < code.n && i < 4; i++)
		value = code.p[i] >= '0' && code.p[i] <= '9' ? value * 10 + (size_t)(code.p[i] - '0') : NO_INDEX / 100;
	return code.n && code.n < 4 && value == n;
}

/* A criteria set has 6 to 9 fields, numbered from 1 (domain.md 1). */
enum { FIELDS_MIN = 6 };

static bool numbered_through(const struct draft *d)
{
	size_t n = 0;
	for (size_t k = 0; k < d->f->fields.n; k++) {
		size_t i = d->o.fields[k];
		if (d->o.field_parent[i] == NO_INDEX && !is_number(d->f->fields.at[i].code, ++n))
			return false;
	}
	return n >= FIELDS_MIN;
}

/* Every field stands there, also those that lost nothing: their maxima and points must add up. */
static bool all_fields(const struct draft *d)
{
	const struct result *r = &d->f->result;
	if ((r->max.present && figure_is(r->max, top_fields(d, SUM_MAX))) ||
	    (r->points.present && figure_is(r->points, top_fields(d, SUM_POINTS))))
		return true;
	return one_table(d);
}

/* Every field that lost points stands there: their deductions must add up. */
static bool all_losers(const struct draft *d)
{
	const struct result *r = &d->f->result;
	if (!d->f->fields.n)
		return r->criteria_lost && r->criteria_lost == count_lost(d, false);
	return all_fields(d) || losers_known(d) || numbered_through(d);
}

/* -- right or wrong ---------------------------------------------------------------------------------- */

static struct exact swapped(const struct sum *s, const struct sum_part *p, struct exact value)
{
	return exact_add(exact_sub(s->computed, p->value), value);
}

/* Fields printed with fewer decimals than their criteria are rounded: their exact sums may explain it. */
static struct exact unrounded(const struct sums *all, const struct sum *s)
{
	struct exact sum = exact_int(0);
	for (size_t i = 0; i < s->parts.n; i++) {
		const struct sum_part *p = &s->parts.at[i];
		const struct sum *own = p->own == NO_INDEX ? NULL : &all->at[p->own];
		sum = exact_add(sum, own && own->state == SUM_ROUNDED && own->parts.n ? own->computed : p->value);
	}
	return sum;
}

static bool one_parent_explains(const struct sums *all, const struct sum *s)
{
	if (exact_cmp(s->rows, s->computed) && figure_is(s->printed, s->rows))
		return true;
	for (size_t i = 0; i < s->parts.n; i++) {
		const struct sum_part *p = &s->parts.at[i];
		if (!p->is_field && p->own != NO_INDEX && all->at[p->own].parts.n &&
		    figure_is(s->printed, exact_add(s->computed, all->at[p->own].computed)))
			return true;
	}
	return false;
}

static enum sum_state state_of(const struct sums *all, const struct sum *s)
{
	if (!exact_cmp(exact_of(s->printed), s->computed))
		return SUM_HOLDS;
	if (figure_is(s->printed, s->computed) || figure_is(s->printed, unrounded(all, s)))
		return SUM_ROUNDED;
	return one_parent_explains(all, s) ? SUM_WITH_PARENT : SUM_WRONG;
}

/* Would this total agree if the parts that are wrong in themselves were what their own parts say? */
static bool wrong_below(const struct sums *all, const struct sum *s)
{
	struct exact mended = s->computed;
	for (size_t i = 0; i < s->parts.n; i++) {
		const struct sum_part *p = &s->parts.at[i];
		if (p->own == NO_INDEX || all->at[p->own].state != SUM_WRONG || !all->at[p->own].parts.n)
			continue;
		if (figure_is(s->printed, swapped(s, p, all->at[p->own].computed)))
			return true;
		mended = exact_add(exact_sub(mended, p->value), all->at[p->own].computed);
	}
	return exact_cmp(mended, s->computed) && figure_is(s->printed, mended);
}

/* Lower levels first: sums were opened as total, fields, criteria, and a child comes after its parent
 * in the order of numbering. */
static void judge(struct sums *all, size_t i)
{
	struct sum *s = &all->at[i];
	if (!s->parts.n)
		return;
	s->state = state_of(all, s);
	s->below = s->state == SUM_WRONG && wrong_below(all, s);
}

static void judge_all(const struct draft *d, struct sums *all)
{
	for (size_t k = d->f->criteria.n; k-- > 0;)
		if (d->of_criterion[d->o.criteria[k]] != NO_INDEX)
			judge(all, d->of_criterion[d->o.criteria[k]]);
	for (size_t k = d->f->fields.n; k-- > 0;)
		if (d->of_field[d->o.fields[k]] != NO_INDEX)
			judge(all, d->of_field[d->o.fields[k]]);
	if (d->total != NO_INDEX)
		judge(all, d->total);
}

/* A field whose own three figures disagree explains a total that agrees once its figure follows from
 * the other two. */
static bool field_explains(const struct sum *s, const struct field *d, const struct sum_part *p)
{
	struct exact lost = figure_magnitude(stated_lost(d));
	if (figure_is(stated_lost(d), difference_of(d->max, d->points)))
		return false;
	struct exact mended =
	    s->of == SUM_MAX ? exact_add(exact_of(d->points), lost) : exact_sub(exact_of(d->max), lost);
	return exact_defined(mended) && figure_is(s->printed, swapped(s, p, mended));
}

/* The maxima and points of the fields against the total line, where the list of fields is whole. */
static void add_total_of(struct draft *d, enum sum_of of, struct figure printed)
{
	struct exact sum = top_fields(d, of);
	if (!printed.present || !exact_defined(sum) || !d->f->fields.n)
		return;
	struct sum *s = new_sum(d, of, S("total"), printed, exact_of(printed), d->f->result.source);
	s->is_total = s->whole = true;
	s->computed = s->rows = sum;
	s->state = figure_is(s->printed, sum) ? SUM_HOLDS : SUM_WRONG;
	for (size_t i = 0; i < d->f->fields.n; i++) {
		if (d->o.field_parent[i] != NO_INDEX)
			continue;
		const struct field *field = &d->f->fields.at[i];
		struct sum_part part = { true, i, exact_of(of == SUM_MAX ? field->max : field->points), NO_INDEX };
		*vec_add(d->a, &s->parts) = part;
		s->below = s->below || (s->state == SUM_WRONG && field_explains(s, field, &part));
	}
}

/* A plan that deals with criteria one by one, without fields: what it leaves out has no remedy. */
static bool lists_criteria(const struct sum *s)
{
	enum { CRITERIA_MIN = 3 };
	for (size_t i = 0; i < s->parts.n; i++)
		if (s->parts.at[i].is_field)
			return false;
	return s->is_total && s->parts.n >= CRITERIA_MIN;
}

static bool is_judged(const struct draft *d, size_t i)
{
	const struct sum *s = &d->sums.at[i];
	if (!s->parts.n || d->unknown[i] || !exact_defined(s->computed))
		return false;
	/* a list that may be a selection can still not lose more than the total */
	return s->whole || exact_cmp(s->computed, exact_of(s->printed)) > 0 || lists_criteria(s);
}

/* Nothing is said of what cannot be judged: such a sum keeps no parts. */
static void close_drafts(struct draft *d)
{
	for (size_t i = 0; i < d->sums.n; i++) {
		struct sum *s = &d->sums.at[i];
		s->rows = rows_below(d, s, 0);
		s->whole = !s->is_total || all_losers(d);
	}
	for (size_t i = 0; i < d->sums.n; i++)
		if (!is_judged(d, i))
			d->sums.at[i].parts.n = 0;
}

static size_t *owners(struct draft *d, size_t n, size_t (*owner)(const struct draft *d, size_t i))
{
	size_t *list = make_n(d->a, size_t, n + 1);
	for (size_t i = 0; i < n; i++)
		list[i] = owner(d, i);
	return list;
}

static size_t owner_above_field(const struct draft *d, size_t i) { return owner_of_field(d, d->o.field_parent[i]); }

/* Once: the check asks for them, and whoever looks for what would mend a wrong sum. */
static const struct ratio **ratios_of(struct arena *a, const struct facts *f)
{
	const struct ratio **ratios = make_n(a, const struct ratio *, f->criteria.n + 1);
	struct ratio by;
	for (size_t i = 0; i < f->criteria.n; i++)
		if (ratio_disagrees(a, &f->criteria.at[i], &by)) {
			struct ratio *kept = make(a, struct ratio);
			*kept = by;
			ratios[i] = kept;
		}
	return ratios;
}

struct sums sums_of(struct arena *a, const struct facts *f)
{
	struct draft d = { .a = a, .f = f, .o = outline_of(a, f), .total = NO_INDEX };
	d.of_criterion = make_n(a, size_t, f->criteria.n + 1);
	d.of_field = make_n(a, size_t, f->fields.n + 1);
	open_total(&d);
	open_fields(&d);
	open_criteria(&d);
	d.unknown = make_n(a, bool, d.sums.n + 1);
	place_fields(&d);
	place_criteria(&d);
	close_drafts(&d);
	judge_all(&d, &(struct sums){ .at = d.sums.at, .n = d.sums.n });
	if (d.total != NO_INDEX && all_fields(&d)) {
		add_total_of(&d, SUM_MAX, f->result.max);
		add_total_of(&d, SUM_POINTS, f->result.points);
	}
	return (struct sums){
		.at = d.sums.at, .n = d.sums.n, .outline = d.o, .own_of_field = d.of_field,
		.over_criterion = owners(&d, f->criteria.n, owner_of_criterion),
		.over_field = owners(&d, f->fields.n, owner_above_field),
		.ratios = ratios_of(a, f),
	};
}
