#include "core/points.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
/* after the above */
#include <cmocka.h>

static const struct { const char *in; bool is; points p; const char *vi, *dot; } read[] = {
	{ "1.778",         true,  17780, "1,778", "1.778" },
	{ "0,5",           true,   5000, "0,5", "0.5" },
	{ "2",             true,  20000, "2", "2" },
	{ "2.00",          true,  20000, "2", "2" },
	{ "0",             true,      0, "0", "0" },
	{ "0,0001",        true,      1, "0,0001", "0.0001" },
	{ "1,43250",       true,  14325, "1,4325", "1.4325" },      /* a fifth decimal that says nothing */
	{ "-0,25",         true,  -2500, "−0,25", "-0.25" },
	{ "10",            true, 100000, "10", "10" },
	{ "1000000",       true, POINTS_MAX, "1000000", "1000000" },
	{ "-1000000",      true, -POINTS_MAX, "−1000000", "-1000000" },
	{ "1000000,0001",  false,     0, "", "" },
	{ "-1000000,0001", false,     0, "", "" },
	{ "999999999999999", false,   0, "", "" },
	{ "0,00001",       false,     0, "", "" },
	{ "1,43251",       false,     0, "", "" },
	{ "x",             false,     0, "", "" },
	{ "",              false,     0, "", "" },
};

static void test_figures(void **state)
{
	(void)state;
	struct arena *a = arena_open(1 << 20);
	for (size_t i = 0; i < COUNT(read); i++) {
		points p = -7;
		if (points_of_figure(figure_parse(str_c(read[i].in)), &p) != read[i].is)
			fail_msg("\"%s\": taken or refused", read[i].in);
		if (!read[i].is) {
			assert_int_equal(p, -7);
			continue;
		}
		assert_int_equal(p, read[i].p);
		if (!str_eq(points_vi(a, p), str_c(read[i].vi)) || !str_eq(points_dot(a, p), str_c(read[i].dot)))
			fail_msg("%s: %.*s, %.*s", read[i].in, SF(points_vi(a, p)), SF(points_dot(a, p)));
		assert_int_equal(exact_cmp(points_exact(p), exact_of(figure_parse(str_c(read[i].in)))), 0);
		assert_int_equal(points_round(points_exact(p), POINTS_DECIMALS), p);
	}
	arena_free(a);
}

/* Scales that figure_parse never gives. */
static void test_odd_scales(void **state)
{
	(void)state;
	static const int scales[] = { -1, 10, 100 };
	for (size_t i = 0; i < COUNT(scales); i++) {
		points p = -7;
		assert_false(points_of_figure(figure_make(1, scales[i]), &p));
		assert_int_equal(p, -7);
	}
}

static const struct { int64_t num, den; points three, two; } rounded[] = {
	{ 16, 9, 17780, 17800 },
	{ 8, 9, 8890, 8900 },
	{ 75, 46, 16300, 16300 },
	{ 57300, 40000, 14330, 14300 },              /* 1,4325: the one digit that decides */
	{ 14324999, 10000000, 14320, 14300 },
	{ 1, 2000, 10, 0 },                          /* half up */
	{ -1, 2000, -10, 0 },                        /* away from zero */
	{ -1, 200, -50, -100 },
	{ 1, 200, 50, 100 },
	{ 2, 1, 20000, 20000 },
	{ 0, 1, 0, 0 },
	{ 1000000, 1, POINTS_MAX, POINTS_MAX },
	{ 1000001, 1, 0, 0 },                        /* too large: no points */
	{ 1, 0, 0, 0 },                              /* undefined */
};

static void test_rounding(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(rounded); i++) {
		struct exact v = { rounded[i].num, rounded[i].den };
		if (points_round(v, 3) != rounded[i].three || points_round(v, 2) != rounded[i].two)
			fail_msg("%lld/%lld: %lld, %lld", (long long)v.num, (long long)v.den, (long long)points_round(v, 3), (long long)points_round(v, 2));
	}
	assert_int_equal(points_round((struct exact){ 1, 3 }, 4), 3333);
	assert_int_equal(points_round((struct exact){ 1, 3 }, 9), 3333);      /* points have four decimals */
	assert_int_equal(points_round((struct exact){ 5, 2 }, 0), 30000);
	assert_int_equal(points_round((struct exact){ 5, 2 }, -1), 30000);
}

static const struct { const char *p, *max; int64_t percent; const char *vi, *dot; } percents[] = {
	{ "70.301", "95.25", 7381, "73,81", "73.81" },       /* seed 003 */
	{ "69.25",  "71.5",  9685, "96,85", "96.85" },
	{ "1",      "3",     3333, "33,33", "33.33" },
	{ "2",      "3",     6667, "66,67", "66.67" },
	{ "0.0001", "2",        1, "0,01", "0.01" },         /* 0,005 % is half */
	{ "100",    "100",  10000, "100,00", "100.00" },
	{ "0",      "100",      0, "0,00", "0.00" },
	{ "-1",     "3",    -3333, "−33,33", "-33.33" },
	{ "1000000", "1000000", 10000, "100,00", "100.00" },
};

static void test_percent(void **state)
{
	(void)state;
	struct arena *a = arena_open(1 << 20);
	for (size_t i = 0; i < COUNT(percents); i++) {
		points p, max;
		assert_true(points_of_figure(figure_parse(str_c(percents[i].p)), &p));
		assert_true(points_of_figure(figure_parse(str_c(percents[i].max)), &max));
		int64_t percent = percent_of(p, max);
		if (percent != percents[i].percent || !str_eq(percent_vi(a, percent), str_c(percents[i].vi)) ||
		    !str_eq(percent_dot(a, percent), str_c(percents[i].dot)))
			fail_msg("%s of %s: %lld", percents[i].p, percents[i].max, (long long)percent);
		/* the same by exact arithmetic */
		struct exact v = exact_mul(exact_div(points_exact(p), points_exact(max)), exact_int(100));
		assert_int_equal(exact_round(v, 2).digits, percent);
	}
	arena_free(a);
}

int core_points_tests(void);
int core_points_tests(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_figures),
		cmocka_unit_test(test_odd_scales),
		cmocka_unit_test(test_rounding),
		cmocka_unit_test(test_percent),
	};
	return cmocka_run_group_tests_name("core/points", tests, NULL, NULL);
}
