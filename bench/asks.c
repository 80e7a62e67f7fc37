/* asks -- what people ask a record most: a body's plan, what is overdue, a search; how long it takes, and how that grows
 *
 *     asks CALLS FOLDER FINDINGS ...      records made by fill, smallest first; so many calls of each kind, over bodies, pages and words
 *
 * Prints the median of each at each size and, of the largest, the 99th of 100 and the statements a call. Exit 1 where a median there
 * is 5 ms or more, or a call ran more statements than its limit. The functions are those of the product, from the question to what is
 * laid out; ten calls go first, which prepare the statements. */
#include "app/plan.h"
#include "app/record_parts.h"
#include "base/fold.h"
#include "fill.h"
#include "prose.h"
#include "store/search.h"
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { CALLS_MAX = 10000, SIZES_MAX = 6, WARM = 10, GOAL_US = 5000, PAGE = 20, PAGES = 5 };

struct place { struct record *all, *own; int findings; };
struct timing { double median, p99; int64_t statements, found; };

static _Noreturn void stop(const char *what, const struct err *e)
{
	fprintf(stderr, "asks: %s: %s %s\n", what, e->message, e->detail);
	exit(2);
}

static int bodies(const struct place *p) { return fill_plans(p->findings) < FILL_BODIES ? fill_plans(p->findings) : FILL_BODIES; }
static int64_t body(const struct place *p, int i) { return FILL_FIRST + i * 37 % bodies(p); }

static int64_t open_plan(struct place *p, struct arena *a, int i)
{
	struct plan plan = { 0 };
	struct err e = { 0 };
	int years = fill_plans(p->findings) / FILL_BODIES, year = years ? record_today().year - 1 - i % years : 0;
	if (!plan_open(p->all, a, body(p, i), year, &plan, &e))
		stop("plan", &e);
	return (int64_t)plan.findings.n;
}

static int64_t due(struct record *r, struct arena *a, int page)
{
	struct due_page d = { 0 };
	struct err e = { 0 };
	if (!due_open(r, a, &(struct due_want){ .late = true, .page = page }, &d, &e))
		stop("due", &e);
	return d.total;
}

static int64_t due_all(struct place *p, struct arena *a, int i) { return due(p->all, a, 1 + i % PAGES); }
static int64_t due_own(struct place *p, struct arena *a, int i) { return (void)i, due(p->own, a, 1); }

static int64_t search(struct record *r, struct arena *a, str words, bool typing)
{
	struct search_hits hits = { 0 };
	struct err e = { 0 };
	struct query q = words_query(a, words, typing);
	if (!search_find(r->db, a, &(struct search_ask){ .person = r->who.person, .words = &q, .limit = PAGE }, &hits, &e))
		stop(words.p, &e);
	return hits.total;
}

static str seldom(struct arena *a, int i) { return prose_word(a, &(struct prose){ (uint64_t)i * 2654435761U }, true); }

static str pick(int i)
{
	static const char *const common[] = { "thủ tục hành chính", "công khai", "hồ sơ quá hạn", "kế hoạch", "\"dịch vụ công trực tuyến\"" };
	return str_c(common[i % (int)COUNT(common)]);
}

static int64_t search_seldom(struct place *p, struct arena *a, int i) { return search(p->all, a, seldom(a, i), false); }
static int64_t search_common(struct place *p, struct arena *a, int i) { return search(p->all, a, pick(i), false); }
static int64_t search_own(struct place *p, struct arena *a, int i) { return search(p->own, a, pick(i), false); }

static int64_t search_plain(struct place *p, struct arena *a, int i)
{
	return search(p->all, a, fold_plain(a, i % 2 ? seldom(a, i) : pick(i)), false);
}

static int64_t search_code(struct place *p, struct arena *a, int i)
{
	return search(p->all, a, str_fmt(a, "%d.%d.%d", i % 8 + 1, i % 5 + 1, i % 3 + 1), false);
}

static int64_t search_typed(struct place *p, struct arena *a, int i)
{
	str s = i % 2 ? seldom(a, i) : pick(i);
	return search(p->all, a, str_sub(s, 0, s.n - 2), true);
}

static const struct ask { const char *name; int most; int64_t (*call)(struct place *, struct arena *, int); } asks[] = {
	{ "open a body's plan", 8, open_plan },
	{ "overdue remedies, all bodies", 6, due_all },
	{ "overdue remedies, one office", 6, due_own },
	{ "search, words that are seldom", 4, search_seldom },
	{ "search, words that are common", 4, search_common },
	{ "search, common, one office", 4, search_own },
	{ "search, without marks", 4, search_plain },
	{ "search, code of a criterion", 4, search_code },
	{ "search, the last word half typed", 4, search_typed },
};

static double now_us(void)
{
	struct timespec t;
	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec * 1e6 + (double)t.tv_nsec / 1e3;
}

static int by_size(const void *x, const void *y)
{
	double a = *(const double *)x, b = *(const double *)y;
	return (a > b) - (a < b);
}

static struct timing measure(const struct ask *k, struct place *p, int calls)
{
	static double took[CALLS_MAX];
	struct timing t = { 0 };
	struct err e = { 0 };
	for (int i = -WARM; i < calls; i++) {
		CLEANUP(arena_close) struct arena *a = arena_open((size_t)1 << 26);
		if (!record_as(p->own, a, str_fmt(a, "vanphong%d", (int)body(p, i + WARM) - FILL_FIRST + 1).p, &e))
			stop("record_as", &e);
		int64_t ran = db_ran(p->all->db) + db_ran(p->own->db);
		double from = now_us();
		int64_t found = k->call(p, a, i + WARM);
		if (i < 0)
			continue;
		took[i] = now_us() - from;
		ran = db_ran(p->all->db) + db_ran(p->own->db) - ran;
		t.statements = ran > t.statements ? ran : t.statements;
		t.found += found;
	}
	qsort(took, (size_t)calls, sizeof *took, by_size);
	t.median = took[calls / 2];
	t.p99 = took[calls - 1 - calls / 100];
	t.found /= calls;
	return t;
}

static struct record *open_as(struct arena *a, const char *dir, const char *login)
{
	struct record *r = NULL;
	struct err e = { 0 };
	if (!record_open(a, dir, &r, &e) || !record_as(r, a, login, &e))
		stop(dir, &e);
	return r;
}

int main(int argc, char **argv)
{
	static struct timing t[COUNT(asks)][SIZES_MAX];
	CLEANUP(arena_close) struct arena *a = arena_open((size_t)1 << 26);
	struct place p[SIZES_MAX];
	int calls = argc > 1 ? atoi(argv[1]) : 0, sizes = (argc - 2) / 2, bad = 0;
	if (calls < 1 || calls > CALLS_MAX || sizes < 1 || sizes > SIZES_MAX) {
		fprintf(stderr, "usage: asks CALLS FOLDER FINDINGS ...\n");
		return 2;
	}
	printf("median of %d calls, in ms%*s", calls, 10, "");
	for (int s = 0; s < sizes; s++) {
		p[s] = (struct place){ open_as(a, argv[2 + 2 * s], "thamdinh"), open_as(a, argv[2 + 2 * s], "vanphong1"), atoi(argv[3 + 2 * s]) };
		printf(" %9d", p[s].findings);
	}
	printf(" %9s %9s %9s %9s\n", "99 of 100", "growth", "found", "statements");
	for (size_t k = 0; k < COUNT(asks); k++) {
		printf("%-34s", asks[k].name);
		for (int s = 0; s < sizes; s++) {
			t[k][s] = measure(&asks[k], &p[s], calls);
			printf(" %9.3f", t[k][s].median / 1000);
			fflush(stdout);
		}
		struct timing *last = &t[k][sizes - 1];
		bool quick = last->median < GOAL_US, few = last->statements <= asks[k].most;
		printf(" %9.3f %8.1fx %9lld %6lld of %d   goal: under %d ms   %s%s\n", last->p99 / 1000, last->median / t[k][0].median, (long long)last->found,
		       (long long)last->statements, asks[k].most, GOAL_US / 1000, quick ? "ok" : "missed", few ? "" : "; too many statements");
		bad += !quick || !few;
	}
	for (int s = 0; s < sizes; s++) {
		record_close(&p[s].all);
		record_close(&p[s].own);
	}
	return bad > 0;
}
