#include "maker.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* -- what ties the printed figures together ------------------------------------------------------- */

static struct relation *relate(struct maker *m, enum relation_kind kind, int target)
{
	struct composed *c = m->c;
	c->relations = must(realloc(c->relations, (c->relations_n + 1) * sizeof *c->relations));
	struct relation *r = &c->relations[c->relations_n++];
	*r = (struct relation){ .kind = kind, .target = target, .scale_with = -1 };
	return r;
}

static void add(struct relation *r, int figure, int sign)
{
	if (r->n >= RELATION_PARTS)
		abort();
	r->part[r->n] = figure;
	r->sign[r->n++] = sign;
}

static void relate_difference(struct maker *m, const struct printing *p)
{
	if (p->max < 0 || p->points < 0 || p->lost < 0)
		return;
	struct relation *r = relate(m, RELATION_SUM, p->lost);
	add(r, p->max, 1);
	add(r, p->points, -1);
}

static void relate_equal(struct maker *m, int a, int b)
{
	if (a >= 0 && b >= 0)
		add(relate(m, RELATION_SUM, a), b, 1);
}

static bool lost_printed(const struct printing *p) { return p->lost >= 0 || (p->max >= 0 && p->points >= 0); }

/* what `p` lost, as printed or as the difference, times sign */
static void add_lost(struct relation *r, const struct printing *p, int sign)
{
	if (p->lost >= 0)
		add(r, p->lost, sign);
	else {
		add(r, p->max, sign);
		add(r, p->points, -sign);
	}
}

static bool under(const struct maker *m, int part, int above)
{
	return part == above || m->parts[part].parent == above;
}

/* total = what the criteria under `part` (-1: all) lost, where all of them print it in `at` */
static void relate_criteria(struct maker *m, const struct printing *total, int part, enum place at)
{
	if (!lost_printed(total))
		return;
	for (int i = 0; i < m->lost_n; i++)
		if ((part < 0 || under(m, m->lost[i].part, part)) && !lost_printed(&m->lost[i].print[at]))
			return;
	struct relation *r = relate(m, RELATION_SUM, total->lost >= 0 ? total->lost : total->points);
	if (total->lost < 0) {
		add(r, total->max, 1);
		r->scale_with = total->max;
	}
	for (int i = 0; i < m->lost_n; i++)
		if (part < 0 || under(m, m->lost[i].part, part))
			add_lost(r, &m->lost[i].print[at], total->lost >= 0 ? 1 : -1);
}

static void relate_fields(struct maker *m, const struct printing *total, enum place at)
{
	const size_t offset[] = { offsetof(struct printing, max), offsetof(struct printing, points),
	    offsetof(struct printing, lost) };
	for (size_t k = 0; k < COUNT(offset); k++) {
		int target = *(const int *)((const char *)total + offset[k]), all = 1;
		for (int i = 0; i < m->parts_n; i++)
			all &= m->parts[i].parent >= 0 || *(int *)((char *)&m->parts[i].print[at] + offset[k]) >= 0;
		if (target < 0 || !all)
			continue;
		struct relation *r = relate(m, RELATION_SUM, target);
		for (int i = 0; i < m->parts_n; i++)
			if (m->parts[i].parent < 0)
				add(r, *(int *)((char *)&m->parts[i].print[at] + offset[k]), 1);
	}
}

/* A list of the fields that lost points, the others are not printed: what they lost is what the whole lost. */
static void relate_lost_fields(struct maker *m, const struct printing *total, enum place at)
{
	if (!lost_printed(total))
		return;
	for (int i = 0; i < m->parts_n; i++)
		if (lost_in(m, i) && !lost_printed(&m->parts[i].print[at]))
			return;
	struct relation *r = relate(m, RELATION_SUM, total->lost >= 0 ? total->lost : total->points);
	if (total->lost < 0) {
		add(r, total->max, 1);
		r->scale_with = total->max;
	}
	for (int i = 0; i < m->parts_n; i++)
		if (lost_in(m, i))
			add_lost(r, &m->parts[i].print[at], total->lost >= 0 ? 1 : -1);
}

static void relate_reason(struct maker *m, struct lost *l)
{
	for (int at = 0; at < PLACES; at++) {
		const struct printing *p = &l->print[at];
		if (p->max < 0 || p->points < 0)
			continue;
		if (l->a_figure[at] >= 0) {
			struct relation *r = relate(m, l->b_figure[at] >= 0 ? RELATION_RATIO : RELATION_RATE,
			    p->points);
			add(r, p->max, 1);
			add(r, l->a_figure[at], 1);
			if (l->b_figure[at] >= 0)
				add(r, l->b_figure[at], 1);
		}
		if (l->percent_figure >= 0) {
			struct relation *r = relate(m, RELATION_PERCENT, l->percent_figure);
			add(r, p->points, 1);
			add(r, p->max, 1);
		}
		if (l->formula_figure[0] >= 0) {
			struct relation *r = relate(m, RELATION_RATE, l->formula_figure[2]);
			add(r, l->formula_figure[1], 1);
			add(r, l->formula_figure[0], 1);
			r->sign[0] = 0;                   /* no level excuses arithmetic that is printed */
			relate_equal(m, l->formula_figure[2], p->points);
			relate_equal(m, l->formula_figure[1], p->max);
		}
	}
}

void relate_all(struct maker *m)
{
	for (int i = 0; i < m->lost_n; i++) {
		for (int at = 0; at < PLACES; at++)
			relate_difference(m, &m->lost[i].print[at]);
		relate_reason(m, &m->lost[i]);
	}
	for (int i = 0; i < m->parts_n; i++) {
		struct part *p = &m->parts[i];
		for (int at = 0; at < PLACES; at++) {
			relate_difference(m, &p->print[at]);
			for (int of = 0; of < PLACES; of++)
				if (part_lost(p))
					relate_criteria(m, &p->print[at], i, (enum place)of);
			for (int other = at + 1; other < PLACES; other++) {
				relate_equal(m, p->print[at].max, p->print[other].max);
				relate_equal(m, p->print[at].points, p->print[other].points);
				relate_equal(m, p->print[at].lost, p->print[other].lost);
			}
		}
	}
	for (int at = 0; at < PLACES; at++) {
		const struct printing *t = &m->total[at];
		relate_difference(m, t);
		for (int of = 0; of < PLACES; of++) {
			relate_criteria(m, t, -1, (enum place)of);
			relate_fields(m, t, (enum place)of);
			relate_lost_fields(m, t, (enum place)of);
		}
		for (int other = at + 1; other < PLACES; other++) {
			relate_equal(m, t->max, m->total[other].max);
			relate_equal(m, t->points, m->total[other].points);
			relate_equal(m, t->lost, m->total[other].lost);
		}
		if (m->percent_figure >= 0 && t->max >= 0) {
			struct relation *r = relate(m, RELATION_PERCENT, m->percent_figure);
			add(r, t->points, 1);
			add(r, t->max, 1);
		}
	}
	for (int i = 0; i < m->counts_n; i++)
		relate(m, RELATION_SAME, m->counts[i]);
	for (int k = 0; k < 2; k++)
		for (int i = 0; i < m->years_n[k]; i++)
			if ((k ? m->mending_said + m->dated : m->years_n[0]) >= 2)
				relate(m, RELATION_SAME, m->years[k][i]);
	bool plan = m->form != FORM_FLAT_ANNEX && m->form != FORM_STACKED;
	for (int i = 0; i < m->dues_n && m->dated && plan; i++)
		add(relate(m, RELATION_NOT_BEFORE, m->dues[i]), m->losses_year + 1, 1);
}

/* -- exact arithmetic on printed figures ---------------------------------------------------------- */

struct value { int64_t digits; int decimals; };           /* digits / 10^decimals */

static struct value value_of(const char *text)
{
	struct value v = { 0, 0 };
	bool after = false;
	for (; *text; text++) {
		if (*text < '0' || *text > '9') {
			after = true;
			continue;
		}
		v.digits = v.digits * 10 + (*text - '0');
		v.decimals += after;
	}
	return v;
}

static int64_t power(int n)
{
	int64_t p = 1;
	while (n-- > 0)
		p *= 10;
	return p;
}

/* num/den, rounded half up or cut, is the printed value at `decimals` places */
static bool prints_as(struct value printed, __int128 num, __int128 den, int decimals)
{
	if (den < 0)
		num = -num, den = -den;
	if (den == 0)
		return false;
	bool minus = num < 0;
	__int128 scaled = (minus ? -num : num) * power(decimals),
	    want = (__int128)printed.digits * power(decimals - printed.decimals);
	if (minus && scaled >= den)
		return false;
	return want == (2 * scaled + den) / (2 * den) || want == scaled / den;
}

static bool on_level(struct value points, struct value max)
{
	__int128 p = (__int128)points.digits * power(6 - points.decimals),
	    m = (__int128)max.digits * power(6 - max.decimals);
	return p % 250000 == 0 || p % 100000 == 0 || (m && ((4 * p) % m == 0 || (10 * p) % m == 0));
}

static struct value read_as(const struct composed *c, int f, int changed, const char *text)
{
	return value_of(f == changed ? text : c->figures[f].text);
}

bool relation_holds(const struct composed *c, const struct relation *r, int figure, const char *text)
{
	struct value v[RELATION_PARTS], target = read_as(c, r->target, figure, text);
	__int128 sum = 0;
	int decimals = target.decimals;

	if (r->kind == RELATION_NOT_BEFORE)
		return target.digits >= r->part[0];
	for (int i = 0; i < r->n; i++) {
		v[i] = read_as(c, r->part[i], figure, text);
		sum += (__int128)r->sign[i] * v[i].digits * power(6 - v[i].decimals);
	}
	switch (r->kind) {
	case RELATION_SUM:
		if (r->scale_with >= 0) {
			struct value other = read_as(c, r->scale_with, figure, text);
			decimals = other.decimals > decimals ? other.decimals : decimals;
		}
		return prints_as(target, sum, power(6), decimals);
	case RELATION_RATIO:
		return on_level(target, v[0])
		    || prints_as(target, (__int128)v[0].digits * v[1].digits,
		    (__int128)power(v[0].decimals) * v[2].digits, decimals);
	case RELATION_RATE:
		return (r->sign[0] && on_level(target, v[0]))
		    || prints_as(target, (__int128)v[0].digits * v[1].digits,
		    (__int128)power(v[0].decimals) * power(v[1].decimals) * 100, decimals);
	case RELATION_PERCENT:     /* either way round: a percentage can have been printed first */
		return prints_as(target, (__int128)v[0].digits * power(v[1].decimals) * 100,
		    (__int128)v[1].digits * power(v[0].decimals), decimals)
		    || prints_as(v[0], (__int128)v[1].digits * target.digits,
		    (__int128)power(v[1].decimals) * power(target.decimals) * 100, v[0].decimals);
	case RELATION_SAME:
		return target.digits == value_of(c->figures[r->target].text).digits;
	case RELATION_NOT_BEFORE:
		break;
	}
	return true;
}

bool relation_names(const struct relation *r, int figure)
{
	if (r->target == figure)
		return true;
	for (int i = 0; i < r->n && r->kind != RELATION_NOT_BEFORE; i++)
		if (r->part[i] == figure)
			return true;
	return false;
}
