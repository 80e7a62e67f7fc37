#include "core/calendar.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
/* after the above */
#include <cmocka.h>

enum { ROOM = 1 << 20, LAW_DAYS = 11 };

static bool same(struct date a, struct date b) { return a.year == b.year && a.month == b.month && a.day == b.day; }

static struct date next_day(struct date d)
{
	if (d.day < date_last_day(d.year, d.month))
		return (struct date){ d.year, d.month, d.day + 1 };
	return d.month < 12 ? (struct date){ d.year, d.month + 1, 1 } : (struct date){ d.year + 1, 1, 1 };
}

/* Every day of three centuries, against counting one by one; 1/1/1900 was a Monday. */
static void test_every_day(void **state)
{
	(void)state;
	struct date first = { 1900, 1, 1 }, d = first;
	for (int n = 0; d.year < 2200; d = next_day(d), n++)
		if (!same(date_add_days(first, n), d) || !same(date_add_days(d, -n), first) || days_between(first, d) != n ||
		    days_between(d, first) != -n || date_weekday(d) != n % 7 + 1)
			fail_msg("%d-%d-%d", d.year, d.month, d.day);
}

static void test_edges(void **state)
{
	(void)state;
	static const struct date none = { 0 }, last = { 9999, 12, 31 }, first = { 1, 1, 1 };
	static const struct { struct date d; int n; struct date to; } days[] = {
		{ { 9999, 12, 30 }, 1, { 9999, 12, 31 } }, { { 9999, 12, 31 }, 1, { 0 } },
		{ { 1, 1, 2 }, -1, { 1, 1, 1 } }, { { 1, 1, 1 }, -1, { 0 } },
		{ { 2026, 1, 1 }, 2147483647, { 0 } }, { { 2026, 1, 1 }, -2147483647 - 1, { 0 } },
		{ { 2026, 6, 0 }, 1, { 0 } }, { { 2026, 2, 30 }, 1, { 0 } }, { { 0, 6, 14 }, 1, { 0 } },
	};
	for (size_t i = 0; i < COUNT(days); i++)
		if (!same(date_add_days(days[i].d, days[i].n), days[i].to))
			fail_msg("row %zu", i);
	static const struct { struct date d; int n; struct date to; } months[] = {
		{ { 2026, 1, 31 }, 1, { 2026, 2, 28 } }, { { 2024, 1, 31 }, 1, { 2024, 2, 29 } }, { { 2026, 12, 14 }, 1, { 2027, 1, 14 } },
		{ { 2026, 1, 14 }, -1, { 2025, 12, 14 } }, { { 2026, 6, 14 }, -18, { 2024, 12, 14 } }, { { 2026, 6, 0 }, 1, { 0 } },
		{ { 1, 1, 1 }, -1, { 0 } }, { { 9999, 12, 1 }, 1, { 0 } }, { { 2026, 1, 1 }, 2147483647, { 0 } },
	};
	for (size_t i = 0; i < COUNT(months); i++)
		if (!same(date_add_months(months[i].d, months[i].n), months[i].to))
			fail_msg("months %zu", i);
	assert_int_equal(date_weekday((struct date){ 2026, 6, 0 }), 0);
	assert_int_equal(days_between(none, last), 0);
	assert_true(same(date_add_days(first, days_between(first, last)), last));
	assert_true(same(date_end((struct date){ 2024, 2, 0 }), (struct date){ 2024, 2, 29 }));
	assert_true(same(date_end((struct date){ 2026, 0, 0 }), (struct date){ 2026, 12, 31 }));
	assert_true(same(date_end((struct date){ 2026, 6, 14 }), (struct date){ 2026, 6, 14 }));
	assert_true(same(date_end((struct date){ 0, 6, 14 }), none));
	assert_true(same(date_end((struct date){ 2026, 0, 14 }), none));
	assert_true(same(date_end((struct date){ 2026, 13, 0 }), none));
}

/* What the law says holds of each year: eleven holidays, a working day off for each of them that fell on a weekend, a weekend day
 * worked for each working day moved. So the working days that are off are eleven and the days that are worked. */
static void test_years(void **state)
{
	(void)state;
	const struct holidays *h = holidays_vn();
	for (size_t i = 1; i < h->n; i++)
		if (days_between(h->at[i - 1].on, h->at[i].on) <= 0)
			fail_msg("%d-%d-%d is out of order", h->at[i].on.year, h->at[i].on.month, h->at[i].on.day);
	for (int year = 2022; year <= 2027; year++) {
		int holidays = 0, instead = 0, on_weekends = 0, moved = 0, worked = 0, tet = 0;
		for (size_t i = 0; i < h->n; i++) {
			struct holiday row = h->at[i];
			if (row.on.year != year)
				continue;
			bool weekend = date_weekday(row.on) > 5, bu = str_starts(str_c(row.name), S("Nghỉ bù"));
			bool doi = str_starts(str_c(row.name), S("Nghỉ hoán đổi"));
			assert_true(date_day_known(row.on));
			assert_int_equal(row.work, str_starts(str_c(row.name), S("Làm bù")));
			assert_true(row.work ? weekend : !((bu || doi) && weekend));
			worked += row.work;
			moved += doi;
			instead += bu;
			holidays += !row.work && !bu && !doi;
			on_weekends += !row.work && weekend;
			tet += str_eq(str_c(row.name), S("Tết Nguyên đán"));
		}
		if (holidays != LAW_DAYS || instead != on_weekends || moved != worked || tet != 5)
			fail_msg("%d: %d holidays, %d for %d on weekends, %d moved, %d worked, %d of Tết", year, holidays, instead,
			         on_weekends, moved, worked, tet);
		assert_int_equal(holidays_known(h, year), year < 2027 ? HOLIDAYS_ANNOUNCED : HOLIDAYS_EXPECTED);
	}
	assert_int_equal(holidays_known(h, 2021), HOLIDAYS_UNKNOWN);
	assert_int_equal(holidays_known(h, 2028), HOLIDAYS_UNKNOWN);
}

static const struct { struct date d; bool works; } days[] = {
	{ { 2026, 8, 22 }, true },  { { 2026, 8, 23 }, false }, { { 2026, 8, 31 }, false }, { { 2026, 9, 3 }, true },
	{ { 2026, 2, 13 }, true },  { { 2026, 2, 16 }, false }, { { 2026, 2, 20 }, false }, { { 2026, 2, 23 }, true },
	{ { 2026, 1, 10 }, true },  { { 2026, 1, 2 }, false },  { { 2026, 4, 27 }, false }, { { 2026, 4, 28 }, true },
	{ { 2025, 4, 26 }, true },  { { 2025, 5, 2 }, false },  { { 2024, 5, 4 }, true },   { { 2024, 4, 29 }, false },
	{ { 2023, 1, 26 }, false }, { { 2023, 1, 27 }, true },  { { 2022, 1, 3 }, false },  { { 2022, 5, 3 }, false },
	{ { 2022, 5, 4 }, true },   { { 2026, 6, 0 }, false },  { { 2031, 9, 2 }, true },   { { 2031, 9, 6 }, false },
};

static void test_working_day(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(days); i++)
		if (working_day(holidays_vn(), days[i].d) != days[i].works)
			fail_msg("%d-%d-%d", days[i].d.year, days[i].d.month, days[i].d.day);
	assert_string_equal(holiday_on(holidays_vn(), (struct date){ 2026, 4, 26 })->name, "Giỗ Tổ Hùng Vương");
	assert_null(holiday_on(holidays_vn(), (struct date){ 2026, 4, 28 }));
}

static const struct { struct date from; int n; struct date to; int doubt; } terms[] = {
	{ { 2026, 6, 15 }, 1, { 2026, 6, 16 }, 0 },
	{ { 2026, 6, 15 }, 5, { 2026, 6, 22 }, 0 },            /* Monday to Monday */
	{ { 2026, 6, 13 }, 1, { 2026, 6, 15 }, 0 },            /* from a Saturday */
	{ { 2026, 2, 13 }, 1, { 2026, 2, 23 }, 0 },            /* over Tết */
	{ { 2026, 8, 21 }, 1, { 2026, 8, 22 }, 0 },            /* a Saturday that is worked */
	{ { 2026, 8, 28 }, 1, { 2026, 9, 3 }, 0 },
	{ { 2026, 6, 15 }, 0, { 2026, 6, 15 }, 0 },
	{ { 2026, 12, 30 }, 1, { 2026, 12, 31 }, 0 },
	{ { 2026, 12, 31 }, 1, { 2027, 1, 4 }, 2027 },         /* 1/1 is a Friday */
	{ { 2027, 12, 31 }, 1, { 2028, 1, 3 }, 2028 },
	{ { 2026, 6, 15 }, -1, { 0 }, 0 },
	{ { 2026, 6, 0 }, 5, { 0 }, 0 },
	{ { 9999, 12, 30 }, 5, { 0 }, 9999 },
	{ { 2026, 6, 15 }, 2147483647, { 0 }, 2027 },
};

static void test_working_days(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(terms); i++) {
		int doubt = -1;
		struct date to = working_days_after(holidays_vn(), terms[i].from, terms[i].n, &doubt);
		if (!same(to, terms[i].to) || doubt != terms[i].doubt)
			fail_msg("row %zu: %d-%d-%d, %d", i, to.year, to.month, to.day, doubt);
		assert_true(same(working_days_after(holidays_vn(), terms[i].from, terms[i].n, NULL), to));
		if (!to.year)
			continue;
		assert_int_equal(working_days_between(holidays_vn(), terms[i].from, to, &doubt), terms[i].n);
		assert_int_equal(doubt, terms[i].doubt);
		assert_int_equal(working_days_between(holidays_vn(), to, terms[i].from, NULL), -terms[i].n);
	}
	assert_int_equal(working_days_between(holidays_vn(), (struct date){ 2025, 12, 31 }, (struct date){ 2026, 12, 31 }, NULL), 250);
}

static void test_doubt(void **state)
{
	(void)state;
	CLEANUP(arena_close) struct arena *a = arena_open(ROOM);
	assert_string_equal(holidays_doubt_vi(a, holidays_vn(), 2031).p, "chưa có lịch nghỉ lễ năm 2031");
	assert_string_equal(holidays_doubt_vi(a, holidays_vn(), 2027).p, "lịch nghỉ lễ năm 2027 là dự kiến, chưa có thông báo chính thức");
	assert_int_equal(holidays_doubt_vi(a, holidays_vn(), 2026).n, 0);
}

int core_calendar_tests(void);
int core_calendar_tests(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_every_day), cmocka_unit_test(test_edges), cmocka_unit_test(test_years),
		                            cmocka_unit_test(test_working_day), cmocka_unit_test(test_working_days),
		                            cmocka_unit_test(test_doubt) };
	return cmocka_run_group_tests_name("core/calendar", tests, NULL, NULL);
}
