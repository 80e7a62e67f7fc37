/* recompute -- 4,000 bodies × 100 leaves × 10 years: totals of the tree, percents and ranks, against a bare loop over the same column
 *
 *     recompute [RUNS]        a table of the parts, best of RUNS (20), and their sum as a multiple of the bare loop; exit 1 above 12
 *
 * The functions are those of the product (core/score.h, core/standing.h); one thread; the records are loaded. */
#include "core/standing.h"
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { BODIES = 4000, LEAVES = 100, YEARS = 10, FIELDS = 8, CRITERIA = 40, GROUPS = 34, RUNS = 20, GOAL = 12 };

static int64_t now_ns(void)
{
	struct timespec t;
	clock_gettime(CLOCK_MONOTONIC, &t);
	return (int64_t)t.tv_sec * 1000000000 + t.tv_nsec;
}

/* Three levels, as a set has them: fields, criteria, leaves. */
static struct criteria_set *make_set(struct arena *a)
{
	struct criteria_set *s = make(a, struct criteria_set);
	s->decimals = 3;
	for (int f = 0, leaf = 0; f < FIELDS; f++) {
		set_add(a, s)->code = str_fmt(a, "%d", f + 1);
		for (int c = 0; c < CRITERIA / FIELDS; c++) {
			set_add(a, s)->code = str_fmt(a, "%d.%d", f + 1, c + 1);
			int last = (f * (CRITERIA / FIELDS) + c + 1) * LEAVES / CRITERIA;
			for (int k = 1; leaf < last; leaf++, k++) {
				struct set_criterion *l = set_add(a, s);
				l->code = str_fmt(a, "%d.%d.%d", f + 1, c + 1, k);
				l->max = POINT;
			}
		}
	}
	set_finish(a, s);
	return s;
}

struct records {
	points          *leaf;                 /* [year][body][leaf] */
	bool            *excluded;
	struct total    *total;                /* [year][body] */
	struct node_total *node;
	struct standing *row, **group;
	struct arena    *a;
};

static void load(struct arena *a, struct records *r)
{
	uint64_t seed = 20261121;
	r->leaf = make_n(a, points, (size_t)YEARS * BODIES * LEAVES);
	r->excluded = make_n(a, bool, (size_t)YEARS * BODIES * LEAVES);
	r->total = make_n(a, struct total, (size_t)YEARS * BODIES);
	r->node = make_n(a, struct node_total, FIELDS + CRITERIA + LEAVES);
	r->row = make_n(a, struct standing, (size_t)YEARS * BODIES);
	r->group = make_n(a, struct standing *, BODIES);
	for (size_t i = 0; i < (size_t)YEARS * BODIES * LEAVES; i++) {
		seed = seed * 6364136223846793005U + 1442695040888963407U;
		r->leaf[i] = (points)((seed >> 33) % 1001) * 10;
		r->excluded[i] = (seed >> 50) % 40 == 0;
	}
}

/* Kept from being left out by the compiler. */
static volatile points seen;

static void bare(struct records *r)
{
	points sum = 0;
	for (size_t i = 0; i < (size_t)YEARS * BODIES * LEAVES; i++)
		sum += r->leaf[i];
	seen = sum;
}

static const struct scoring *scoring;

static void totals(struct records *r)
{
	for (size_t b = 0; b < (size_t)YEARS * BODIES; b++)
		score_totals(scoring, r->leaf + b * LEAVES, r->excluded + b * LEAVES, r->node, &r->total[b]);
}

static void percents(struct records *r)
{
	for (size_t b = 0; b < (size_t)YEARS * BODIES; b++) {
		r->row[b].points = r->total[b].points;
		r->row[b].max = r->total[b].max;
		standing_percent(&r->row[b]);
	}
}

/* Every body of the country in one group: the longest sort there can be. */
static void ranks(struct records *r)
{
	for (size_t y = 0; y < YEARS; y++) {
		CLEANUP(arena_close) struct arena *own = arena_open(16 << 20);
		for (size_t b = 0; b < BODIES; b++)
			r->group[b] = &r->row[y * BODIES + b];
		standing_rank(own, r->group, BODIES, RANK_DENSE, COMPARE_PRINTED);
	}
}

static double best_ms(void (*part)(struct records *), struct records *r, int runs)
{
	int64_t best = INT64_MAX;
	for (int i = 0; i < runs; i++) {
		int64_t from = now_ns();
		part(r);
		int64_t took = now_ns() - from;
		best = took < best ? took : best;
	}
	return (double)best / 1e6;
}

int main(int argc, char **argv)
{
	int runs = argc > 1 ? atoi(argv[1]) : RUNS;
	CLEANUP(arena_close) struct arena *a = arena_open((size_t)1 << 30);
	struct scoring g;
	struct records r = { .a = a };
	struct err e = { 0 };
	if (!score_prepare(a, make_set(a), &g, &e)) {
		fprintf(stderr, "recompute: %s\n", e.message);
		return 2;
	}
	scoring = &g;
	load(a, &r);
	static const struct { const char *name; void (*part)(struct records *); } parts[] = {
		{ "totals of the tree", totals }, { "percents", percents }, { "sorting and ranks", ranks },
	};
	double sum = best_ms(bare, &r, runs), all = 0;
	printf("%d bodies x %d leaves x %d years, best of %d runs\n%-24s %9s %9s\n%-24s %9.2f %9.2f\n", BODIES, LEAVES, YEARS, runs, "",
	       "ms", "x bare", "bare loop over int64", sum, 1.0);
	for (size_t i = 0; i < COUNT(parts); i++) {
		double ms = best_ms(parts[i].part, &r, runs);
		printf("%-24s %9.2f %9.2f\n", parts[i].name, ms, ms / sum);
		all += ms;
	}
	printf("%-24s %9.2f %9.2f   (goal: at most %d)\n", "recomputation", all, all / sum, GOAL);
	return all > GOAL * sum;
}
