#include "core/standing.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
/* after the above */
#include <cmocka.h>

enum { ROOM = 1 << 24, MOST = 12 };

struct body { const char *name; points points, max; int64_t percent; int dense, competition, exact; };

/* Maxima differ: by percent, not by points (domain.md 4). The last has nothing that applies. */
static const struct body bodies[] = {
	{ "a", 692500, 715000, 9685, 1, 1, 2 },
	{ "b", 934650, 965000, 9685, 1, 1, 1 },
	{ "c", 968500, 1000000, 9685, 1, 1, 3 },
	{ "d", 900000, 1000000, 9000, 2, 4, 4 },
	{ "e", 868500, 965000, 9000, 2, 4, 4 },
	{ "f", 703010, 952500, 7381, 3, 6, 6 },
	{ "g", 0, 1000000, 0, 4, 7, 7 },
	{ "h", 0, 0, -1, 0, 0, 0 },
};

static void rank(enum rank_method m, enum set_compare c, size_t from)
{
	struct arena *a = arena_open(ROOM);
	struct standing row[COUNT(bodies)], *at[COUNT(bodies)];
	for (size_t i = 0; i < COUNT(bodies); i++) {
		const struct body *b = &bodies[(i + from) % COUNT(bodies)];
		row[i] = (struct standing){ .name = str_c(b->name), .points = b->points, .max = b->max };
		standing_percent(&row[i]);
		at[i] = &row[i];
	}
	standing_rank(a, at, COUNT(bodies), m, c);
	for (size_t i = 0; i < COUNT(bodies); i++) {
		const struct body *b = bodies;
		while (!str_eq(str_c(b->name), at[i]->name))
			b++;
		int is = c == COMPARE_EXACT ? b->exact : m == RANK_DENSE ? b->dense : b->competition;
		if (at[i]->percent != b->percent || at[i]->rank != is)
			fail_msg("%s: %lld, rank %d, not %d", b->name, (long long)at[i]->percent, at[i]->rank, is);
		assert_true(!i || at[i]->percent <= at[i - 1]->percent);
	}
	arena_free(a);
}

static void test_rank(void **state)
{
	(void)state;
	for (size_t from = 0; from < COUNT(bodies); from++) {   /* whatever the order they come in */
		rank(RANK_DENSE, COMPARE_PRINTED, from);
		rank(RANK_COMPETITION, COMPARE_PRINTED, from);
		rank(RANK_COMPETITION, COMPARE_EXACT, from);
	}
}

static void test_stable(void **state)
{
	(void)state;
	struct arena *a = arena_open(ROOM);
	struct standing row[3] = { { .points = 5, .max = 10 }, { .points = 6, .max = 10 }, { .points = 5, .max = 10 } };
	struct standing *at[3] = { &row[0], &row[1], &row[2] };
	for (int i = 0; i < 3; i++)
		standing_percent(&row[i]);
	standing_rank(a, at, 3, RANK_DENSE, COMPARE_PRINTED);
	assert_ptr_equal(at[0], &row[1]);
	assert_ptr_equal(at[1], &row[0]);
	assert_ptr_equal(at[2], &row[2]);
	standing_rank(a, at, 0, RANK_DENSE, COMPARE_PRINTED);
	arena_free(a);
}

int core_standing_tests(void);
int core_standing_tests(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_rank), cmocka_unit_test(test_stable) };
	return cmocka_run_group_tests_name("core/standing", tests, NULL, NULL);
}
