/* recompute -- 4,000 bodies × 100 leaves × 10 years: totals of the tree, percents and ranks, against a bare loop over the same column;
 * and one body's sheet with all rules, from the values entered to the total
 *
 *     recompute [RUNS]        a table of the parts, best of RUNS (20), and their sum as a multiple of the bare loop; exit 1 above 12,
 *                             or where a sheet of samples/index takes 50 µs or more
 *
 * The functions are those of the product (core/score.h, core/standing.h); one thread; the records are loaded. */
#include "core/standing.h"
#include "docin/read.h"
#include "extract/book.h"
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { SHEET_US = 50, SHEET_TIMES = 1000 };
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

/* -- one sheet --------------------------------------------------------------------------------------- */

static const struct { const char *name, *set, *sheet; } samples[] = {
	{ "a sở's sheet, µs", "samples/index/bo-tieu-chi-so.md", "samples/index/phieu-so.md" },
	{ "a commune's sheet, µs", "samples/index/bo-tieu-chi-xa.md", "samples/index/phieu-xa.md" },
};

static _Noreturn void stop(const char *path, const struct err *e, const struct told *t)
{
	fprintf(stderr, "recompute: %s: %s %s\n", path, e->message, t->wrong.n ? t->wrong.at[0].p : "");
	exit(2);
}

/* Opinions left out, so that rules give every point. */
static double sheet_us(const char *set, const char *sheet, size_t *leaves)
{
	CLEANUP(arena_close) struct arena *a = arena_open((size_t)1 << 28);
	struct reading one = { 0 }, two = { 0 };
	struct criteria_set *s = NULL;
	struct sheet *t = NULL;
	struct told told = { 0 };
	struct scoring g;
	struct err e = { 0 };
	if (!read_path(a, set, &one, &e) || !book_set(a, one.root, false, &s, &told) || !score_prepare(a, s, &g, &e))
		stop(set, &e, &told);
	if (!read_path(a, sheet, &two, &e) || !book_sheet(a, two.root, s, &t, &told))
		stop(sheet, &e, &told);
	struct scored *all = make_n(a, struct scored, g.leaves.n);
	points *leaf = make_n(a, points, g.leaves.n);
	bool *excluded = make_n(a, bool, g.leaves.n);
	for (size_t i = 0; i < t->rows.n; i++)
		for (int round = 0; round < ROUNDS; round++)
			t->rows.at[i].by[round].given = false;
	int64_t from = now_ns();
	for (int i = 0; i < SHEET_TIMES; i++) {
		struct total total;
		score_sheet(&g, t, all);
		for (size_t k = 0; k < g.leaves.n; k++) {
			leaf[k] = all[k].points;
			excluded[k] = all[k].excluded;
		}
		score_totals(&g, leaf, excluded, NULL, &total);
		seen = total.points;
	}
	*leaves = g.leaves.n;
	return (double)(now_ns() - from) / 1000 / SHEET_TIMES;
}

static bool sheets_quick(void)
{
	bool quick = true;
	for (size_t i = 0; i < COUNT(samples); i++) {
		size_t leaves = 0;
		double us = sheet_us(samples[i].set, samples[i].sheet, &leaves);
		for (int again = 0; again < 5; again++) {
			double more = sheet_us(samples[i].set, samples[i].sheet, &leaves);
			us = more < us ? more : us;
		}
		printf("%-24s  %9.1f            (%zu leaves; goal: under %d)\n", samples[i].name, us, leaves, SHEET_US);
		quick &= us < SHEET_US;
	}
	return quick;
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
	return !sheets_quick() || all > GOAL * sum;
}
