#include "core/date.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
/* after the above */
#include <cmocka.h>

static const struct { struct date d; bool valid; const char *iso; } dates[] = {
	{ { 2024, 6, 14 },  true,  "2024-06-14" },
	{ { 2024, 6, 0 },   true,  "2024-06" },
	{ { 2024, 0, 0 },   true,  "2024" },
	{ { 0, 6, 14 },     true,  "" },
	{ { 0, 0, 0 },      true,  "" },
	{ { 2024, 2, 29 },  true,  "2024-02-29" },
	{ { 2023, 2, 29 },  false, "" },
	{ { 1900, 2, 29 },  false, "" },
	{ { 2000, 2, 29 },  true,  "2000-02-29" },
	{ { 0, 2, 29 },     true,  "" },               /* of some year */
	{ { 2024, 2, 30 },  false, "" },
	{ { 2024, 4, 31 },  false, "" },
	{ { 2024, 13, 1 },  false, "" },
	{ { 2024, 6, -1 },  false, "" },
	{ { -1, 6, 1 },     false, "" },
	{ { 10000, 1, 1 },  false, "" },
	{ { 2024, 12, 31 }, true,  "2024-12-31" },
	{ { 2024, 0, 31 },  true,  "2024" },
};

static void test_dates(void **state)
{
	(void)state;
	struct arena *a = arena_open(1 << 20);
	for (size_t i = 0; i < COUNT(dates); i++) {
		struct date d = dates[i].d;
		if (date_valid(d) != dates[i].valid || !str_eq(date_iso(a, d), str_c(dates[i].iso)))
			fail_msg("%d-%d-%d: %s", d.year, d.month, d.day, date_iso(a, d).p);
	}
	arena_free(a);
}

static const struct { struct date a, b; int order; } pairs[] = {
	{ { 2024, 6, 14 }, { 2024, 6, 15 }, -1 },
	{ { 2024, 6, 14 }, { 2024, 6, 14 }, 0 },
	{ { 2024, 7, 1 },  { 2024, 6, 30 }, 1 },
	{ { 2023, 12, 31 }, { 2024, 1, 1 }, -1 },
	{ { 2026, 6, 0 },  { 2026, 6, 30 }, 0 },       /* the day of one is not known */
	{ { 2026, 0, 0 },  { 2026, 6, 30 }, 0 },
	{ { 2026, 0, 20 }, { 2026, 6, 1 }, 0 },        /* days of unlike months */
	{ { 2025, 0, 0 },  { 2026, 6, 30 }, -1 },
	{ { 0, 6, 14 },    { 2024, 6, 13 }, 1 },
	{ { 0, 0, 0 },     { 2024, 6, 13 }, 0 },
};

static void test_order(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(pairs); i++)
		if (date_cmp(pairs[i].a, pairs[i].b) != pairs[i].order || date_cmp(pairs[i].b, pairs[i].a) != -pairs[i].order)
			fail_msg("pair %zu", i);
}

static void test_last_day(void **state)
{
	(void)state;
	assert_int_equal(date_last_day(2024, 2), 29);
	assert_int_equal(date_last_day(2025, 2), 28);
	assert_int_equal(date_last_day(2025, 4), 30);
	assert_int_equal(date_last_day(2025, 12), 31);
}

int core_date_tests(void);
int core_date_tests(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_dates), cmocka_unit_test(test_order), cmocka_unit_test(test_last_day) };
	return cmocka_run_group_tests_name("core/date", tests, NULL, NULL);
}
