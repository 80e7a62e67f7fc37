#include "core/history.h"
#include <stdlib.h>

/* -- one year ---------------------------------------------------------------------------------------- */

struct year_totals { struct node_total *node; bool *known, *excluded; };       /* by criterion: of a parent, where something below it is */

static void mark_above(const struct scoring *g, size_t leaf, const struct scored *s, struct year_totals *y)
{
	for (int up = (int)g->leaves.at[leaf]; up != NO_PARENT; up = g->parent[up]) {
		y->known[up] |= s->by != BY_NOTHING || s->excluded;
		y->excluded[up] &= s->excluded;
	}
}

static struct year_totals totals_of(struct arena *a, const struct history_year *h)
{
	const struct scoring *g = h->scoring;
	size_t n = g->set->criteria.n, leaves = g->leaves.n;
	struct year_totals y = { make_n(a, struct node_total, n + 1), make_n(a, bool, n + 1), make_n(a, bool, n + 1) };
	points *leaf = make_n(a, points, leaves + 1);
	bool *excluded = make_n(a, bool, leaves + 1);
	struct total all;
	memset(y.excluded, true, n);
	for (size_t i = 0; i < leaves; i++) {
		leaf[i] = h->scored[i].points;
		excluded[i] = h->scored[i].excluded;
		mark_above(g, i, &h->scored[i], &y);
	}
	score_totals(g, leaf, excluded, y.node, &all);
	return y;
}

static struct history_cell cell_of(const struct history_year *h, const struct year_totals *y, size_t criterion)
{
	const struct scoring *g = h->scoring;
	const struct set_criterion *c = &g->set->criteria.at[criterion];
	struct history_cell cell = { .known = y->known[criterion], .excluded = y->excluded[criterion], .code = c->code };
	bool leaf = set_leaf(c);
	cell.points = leaf ? h->scored[g->leaf_of[criterion]].points : y->node[criterion].points;
	cell.max = leaf ? c->max : y->node[criterion].max;
	return cell;
}

/* -- lines ------------------------------------------------------------------------------------------- */

/* A bonus that was not reached is not lost; a penalty is. */
static points lost_in(const struct history_year *h, size_t criterion, const struct history_cell *cell)
{
	const struct rule *r = h->scoring->set->criteria.at[criterion].rule;
	points lost = cell->max - cell->points;
	if (!cell->known || cell->excluded || (r && r->bucket == BUCKET_BONUS))
		return 0;
	if (r && r->bucket == BUCKET_PENALTY)
		lost = cell->points;
	return lost < 0 ? 0 : lost;
}

/* Back from the last set, as far as its mappings lead. */
static struct history_line line_of(struct arena *a, const struct history_year *years, const struct year_totals *totals, size_t n,
                                   size_t criterion)
{
	struct history_line line = { .criterion = criterion, .year = make_n(a, struct history_cell, n) };
	for (size_t i = n, at = criterion; i-- > 0 && at != NO_INDEX;) {
		line.year[i] = cell_of(&years[i], &totals[i], at);
		points lost = lost_in(&years[i], at, &line.year[i]);
		line.times_lost += lost > 0;
		line.lost += lost;
		at = mapping_was(&years[i].from_before, at);
	}
	return line;
}

static int by_loss(const void *p, const void *q)
{
	const struct history_line *a = p, *b = q;
	if (a->times_lost != b->times_lost)
		return a->times_lost < b->times_lost ? 1 : -1;
	if (a->lost != b->lost)
		return a->lost < b->lost ? 1 : -1;
	return (a->criterion > b->criterion) - (a->criterion < b->criterion);
}

struct history history_make(struct arena *a, const struct history_year *years, size_t n)
{
	struct history h = { .years = n };
	struct year_totals *totals = make_n(a, struct year_totals, n + 1);
	const struct criteria_set *last = n ? years[n - 1].scoring->set : NULL;
	for (size_t i = 0; i < n; i++)
		totals[i] = totals_of(a, &years[i]);
	for (size_t i = 0; last && i < last->criteria.n; i++) {
		bool field = last->criteria.at[i].parent == NO_PARENT, leaf = set_leaf(&last->criteria.at[i]);
		if (!field && !leaf)
			continue;
		struct history_line line = line_of(a, years, totals, n, i);
		if (field)
			*vec_add(a, &h.fields) = line;
		if (leaf && line.times_lost)
			*vec_add(a, &h.leaves) = line;
	}
	if (h.leaves.n)
		qsort(h.leaves.at, h.leaves.n, sizeof *h.leaves.at, by_loss);
	return h;
}

int *history_lost_before(struct arena *a, const struct history_year *years, size_t n)
{
	struct history h = history_make(a, years, n);
	int *times = make_n(a, int, (n ? years[n - 1].scoring->set->criteria.n : 0) + 1);
	for (size_t i = 0; i < h.leaves.n; i++) {
		const struct history_line *l = &h.leaves.at[i];
		times[l->criterion] = l->times_lost - (lost_in(&years[n - 1], l->criterion, &l->year[n - 1]) > 0);
	}
	return times;
}
