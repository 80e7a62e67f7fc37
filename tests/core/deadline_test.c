#include "core/deadline.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
/* after the above */
#include <cmocka.h>

enum { ROOM = 1 << 20, SOON = 7 };

static const struct date june_15 = { 2026, 6, 15 };

static const struct { struct term t; enum deadline_state state; const char *last, *vi; int doubt; } dues[] = {
	{ { DUE_DATE, .to = { 2026, 6, 30 } },  DEADLINE_AHEAD,  "2026-06-30", "còn 15 ngày", 0 },
	{ { DUE_DATE, .to = { 2026, 6, 23 } },  DEADLINE_AHEAD,  "2026-06-23", "còn 8 ngày", 0 },
	{ { DUE_DATE, .to = { 2026, 6, 22 } },  DEADLINE_SOON,   "2026-06-22", "còn 7 ngày", 0 },
	{ { DUE_DATE, .to = { 2026, 6, 16 } },  DEADLINE_SOON,   "2026-06-16", "còn 1 ngày", 0 },
	{ { DUE_DATE, .to = { 2026, 6, 15 } },  DEADLINE_TODAY,  "2026-06-15", "hôm nay là hạn cuối", 0 },
	{ { DUE_DATE, .to = { 2026, 6, 14 } },  DEADLINE_LATE,   "2026-06-14", "quá hạn 1 ngày", 0 },
	{ { DUE_DATE, .to = { 2026, 6, 3 } },   DEADLINE_LATE,   "2026-06-03", "quá hạn 12 ngày", 0 },
	{ { DUE_DATE, .to = { 2026, 2, 30 } },  DEADLINE_NO_DAY, "",           "chưa xác định được hạn", 0 },
	{ { DUE_DATE, .to = { 0, 6, 30 } },     DEADLINE_NO_DAY, "",           "chưa xác định được hạn", 0 },
	{ { DUE_MONTH, .to = { 2026, 6, 0 } },  DEADLINE_AHEAD,  "2026-06-30", "còn 15 ngày", 0 },
	{ { DUE_MONTH, .to = { 2024, 2, 0 } },  DEADLINE_LATE,   "2024-02-29", "quá hạn 837 ngày", 0 },
	{ { DUE_QUARTER, .to = { 2026, 6, 30 } }, DEADLINE_AHEAD, "2026-06-30", "còn 15 ngày", 0 },
	{ { DUE_YEAR, .to = { 2026, 0, 0 } },   DEADLINE_AHEAD,  "2026-12-31", "còn 199 ngày", 0 },
	{ { DUE_YEAR, .to = { 2025, 12, 31 } }, DEADLINE_LATE,   "2025-12-31", "quá hạn 166 ngày", 0 },
	{ { DUE_WORKING_DAYS, .days = 5, .event = { 2026, 6, 10 } }, DEADLINE_SOON, "2026-06-17", "còn 2 ngày", 0 },
	{ { DUE_WORKING_DAYS, .days = 3, .event = { 2026, 6, 10 } }, DEADLINE_TODAY, "2026-06-15", "hôm nay là hạn cuối", 0 },
	{ { DUE_WORKING_DAYS, .days = 200, .event = { 2026, 6, 15 } }, DEADLINE_AHEAD, "2027-04-01", "còn 290 ngày", 2027 },
	{ { DUE_WORKING_DAYS, .days = 5 },      DEADLINE_NO_DAY, "",           "chưa xác định được hạn", 0 },
	{ { DUE_WORKING_DAYS, .event = { 2026, 6, 10 } }, DEADLINE_NO_DAY, "", "chưa xác định được hạn", 0 },
	{ { DUE_NONE, .to = { 2026, 6, 30 } },  DEADLINE_NO_DAY, "",           "chưa xác định được hạn", 0 },
	{ { DUE_ONGOING, .reviewed = { 2026, 6, 1 } }, DEADLINE_NO_DAY, "", "thường xuyên, chưa có kỳ rà soát", 0 },
	{ { DUE_ONGOING, .rhythm = RHYTHM_MONTHLY }, DEADLINE_NO_DAY, "", "thường xuyên, chưa có kỳ rà soát", 0 },
	{ { DUE_ONGOING, .rhythm = RHYTHM_WEEKLY, .reviewed = { 2026, 6, 8 } }, DEADLINE_TODAY, "2026-06-15", "hôm nay đến kỳ rà soát", 0 },
	{ { DUE_ONGOING, .rhythm = RHYTHM_MONTHLY, .reviewed = { 2026, 5, 17 } }, DEADLINE_SOON, "2026-06-17", "còn 2 ngày đến kỳ rà soát", 0 },
	{ { DUE_ONGOING, .rhythm = RHYTHM_QUARTERLY, .reviewed = { 2026, 3, 10 } }, DEADLINE_LATE, "2026-06-10", "quá kỳ rà soát 5 ngày", 0 },
	{ { DUE_ONGOING, .rhythm = RHYTHM_HALF_YEARLY, .reviewed = { 2025, 8, 31 } }, DEADLINE_LATE, "2026-02-28", "quá kỳ rà soát 107 ngày", 0 },
	{ { DUE_ONGOING, .rhythm = RHYTHM_YEARLY, .reviewed = { 2026, 1, 1 } }, DEADLINE_AHEAD, "2027-01-01", "còn 200 ngày đến kỳ rà soát", 0 },
};

static void test_dues(void **state)
{
	(void)state;
	CLEANUP(arena_close) struct arena *a = arena_open(ROOM);
	for (size_t i = 0; i < COUNT(dues); i++) {
		struct deadline d = deadline_on(&dues[i].t, june_15, SOON, holidays_vn());
		if (d.state != dues[i].state || d.doubt != dues[i].doubt || !str_eq(date_iso(a, d.last), str_c(dues[i].last)) ||
		    !str_eq(deadline_vi(a, &d), str_c(dues[i].vi)))
			fail_msg("row %zu: %d, %s, %s, %d", i, (int)d.state, date_iso(a, d.last).p, deadline_vi(a, &d).p, d.doubt);
	}
	struct deadline d = deadline_on(&dues[0].t, (struct date){ 2026, 6, 0 }, SOON, holidays_vn());
	assert_int_equal(d.state, DEADLINE_NO_DAY);                     /* today is not known */
}

static const struct { enum period p; int year, n; const char *from, *to; } periods[] = {
	{ PERIOD_MONTH, 2026, 6, "2026-05-15", "2026-06-14" },
	{ PERIOD_MONTH, 2026, 1, "2025-12-15", "2026-01-14" },
	{ PERIOD_MONTH, 2026, 12, "2026-11-15", "2026-12-14" },
	{ PERIOD_QUARTER, 2026, 1, "2025-12-15", "2026-03-14" },
	{ PERIOD_QUARTER, 2026, 2, "2026-03-15", "2026-06-14" },
	{ PERIOD_QUARTER, 2026, 4, "2026-09-15", "2026-12-14" },
	{ PERIOD_SIX_MONTHS, 2026, 0, "2025-12-15", "2026-06-14" },
	{ PERIOD_NINE_MONTHS, 2026, 0, "2025-12-15", "2026-09-14" },
	{ PERIOD_YEAR, 2026, 0, "2025-12-15", "2026-12-14" },
	{ PERIOD_MONTH, 2026, 0, NULL, NULL },
	{ PERIOD_MONTH, 2026, 13, NULL, NULL },
	{ PERIOD_QUARTER, 2026, 5, NULL, NULL },
	{ PERIOD_QUARTER, 2026, -1, NULL, NULL },
	{ PERIOD_YEAR, 0, 0, NULL, NULL },
	{ PERIOD_YEAR, 10000, 0, NULL, NULL },
};

static void test_periods(void **state)
{
	(void)state;
	CLEANUP(arena_close) struct arena *a = arena_open(ROOM);
	for (size_t i = 0; i < COUNT(periods); i++) {
		struct date from, to;
		bool is = report_period(periods[i].p, periods[i].year, periods[i].n, &from, &to);
		if (is != (periods[i].from != NULL) ||
		    (is && (!str_eq(date_iso(a, from), str_c(periods[i].from)) || !str_eq(date_iso(a, to), str_c(periods[i].to)))))
			fail_msg("row %zu", i);
	}
}

int core_deadline_tests(void);
int core_deadline_tests(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_dues), cmocka_unit_test(test_periods) };
	return cmocka_run_group_tests_name("core/deadline", tests, NULL, NULL);
}
