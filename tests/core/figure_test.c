#include "core/figure.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
/* after the above */
#include <cmocka.h>

static const struct { const char *in; bool present; int64_t digits; int scale; bool comma; const char *dot, *vi; } parsed[] = {
	{ "12.5",               true,  125, 1, false, "12.5", "12,5" },
	{ "14,5",               true,  145, 1, true,  "14.5", "14,5" },
	{ "1.50",               true,  150, 2, false, "1.50", "1,50" },
	{ "-0.25",              true,  -25, 2, false, "-0.25", "−0,25" },
	{ "- 0,012",            true,  -12, 3, true,  "-0.012", "−0,012" },
	{ "−\xC2\xA0" "1",      true,   -1, 0, false, "-1", "−1" },
	{ "–2",                 true,   -2, 0, false, "-2", "−2" },
	{ "-\n0.5",             true,   -5, 1, false, "-0.5", "−0,5" },
	{ "05",                 true,    5, 0, false, "5", "5" },
	{ "0",                  true,    0, 0, false, "0", "0" },
	{ "0.00",               true,    0, 2, false, "0.00", "0,00" },
	{ "00000000000000000001", true,  1, 0, false, "1", "1" },
	{ "999999999999999",    true,  999999999999999, 0, false, "999999999999999", "999999999999999" },
	{ "1.123456789",        true,  1123456789, 9, false, "1.123456789", "1,123456789" },
	{ "1000000000000000",   false, 0, 0, false, "", "" },       /* sixteen digits */
	{ "1.1234567890",       false, 0, 0, false, "", "" },       /* ten decimals */
	{ "",                   false, 0, 0, false, "", "" },
	{ "-",                  false, 0, 0, false, "", "" },
	{ ".5",                 false, 0, 0, false, "", "" },
	{ "5.",                 false, 0, 0, false, "", "" },
	{ "1.2.3",              false, 0, 0, false, "", "" },
	{ "1,234.5",            false, 0, 0, false, "", "" },
	{ " 1",                 false, 0, 0, false, "", "" },
	{ "1 ",                 false, 0, 0, false, "", "" },
	{ "7a",                 false, 0, 0, false, "", "" },
	{ "--1",                false, 0, 0, false, "", "" },
};

static void test_parse(void **state)
{
	(void)state;
	struct arena *a = arena_open(1 << 20);
	for (size_t i = 0; i < COUNT(parsed); i++) {
		struct figure f = figure_parse(str_c(parsed[i].in));
		if (f.present != parsed[i].present || f.digits != parsed[i].digits ||
		    f.scale != parsed[i].scale || f.comma != parsed[i].comma)
			fail_msg("\"%s\" reads as %lld, scale %d", parsed[i].in, (long long)f.digits, f.scale);
		assert_true(str_eq(figure_dot(a, f), str_c(parsed[i].dot)));
		assert_true(str_eq(figure_vi(a, f), str_c(parsed[i].vi)));
		assert_true(!f.present || str_eq(f.printed, str_c(parsed[i].in)));
	}
	arena_free(a);
}

static const struct { int64_t num, den; int decimals; const char *rounded, *cut; } decimals[] = {
	{ 8 * 2, 9, 3, "1.778", "1.777" },
	{ 124, 264, 3, "0.470", "0.469" },
	{ 1, 2, 0, "1", "0" },
	{ -1, 2, 0, "-1", "0" },             /* away from zero */
	{ 1, 8, 2, "0.13", "0.12" },
	{ -1, 8, 2, "-0.13", "-0.12" },
	{ 249, 1000, 2, "0.25", "0.24" },
	{ 5, 1, 2, "5.00", "5.00" },
	{ 1, 3, 10, "", "" },                /* more decimals than a figure has */
};

static void test_decimals(void **state)
{
	(void)state;
	struct arena *a = arena_open(1 << 20);
	for (size_t i = 0; i < COUNT(decimals); i++) {
		struct exact v = exact_div(exact_int(decimals[i].num), exact_int(decimals[i].den));
		str rounded = figure_dot(a, exact_round(v, decimals[i].decimals)),
		    cut = figure_dot(a, exact_cut(v, decimals[i].decimals));
		if (!str_eq(rounded, str_c(decimals[i].rounded)) || !str_eq(cut, str_c(decimals[i].cut)))
			fail_msg("%lld/%lld: %.*s, %.*s", (long long)decimals[i].num, (long long)decimals[i].den, SF(rounded), SF(cut));
	}
	arena_free(a);
}

static const struct { const char *printed; int64_t num, den; bool is; } stands[] = {
	{ "24.95", 24949, 1000, true },      /* rounded */
	{ "0.89", 8, 9, true },
	{ "0.88", 8, 9, true },              /* cut */
	{ "0.87", 8, 9, false },
	{ "0.90", 8, 9, false },
	{ "1.50", 3, 2, true },
	{ "-0.5", 1, 2, false },
	{ "4.495", 4493, 1000, false },
	{ "x", 0, 1, false },
};

static void test_figure_is(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(stands); i++)
		if (figure_is(figure_parse(str_c(stands[i].printed)),
		              exact_div(exact_int(stands[i].num), exact_int(stands[i].den))) != stands[i].is)
			fail_msg("%s for %lld/%lld", stands[i].printed, (long long)stands[i].num, (long long)stands[i].den);
}

static struct exact of(const char *text) { return exact_of(figure_parse(str_c(text))); }

static void test_arithmetic(void **state)
{
	(void)state;
	struct arena *a = arena_open(1 << 20);
	assert_int_equal(exact_cmp(exact_sub(of("2"), of("1.937")), of("0.063")), 0);
	assert_int_equal(exact_cmp(exact_add(of("0.1"), of("0.2")), of("0.3")), 0);
	assert_int_equal(exact_cmp(exact_div(exact_mul(of("90.0"), of("1.5")), of("100")), of("1.35")), 0);
	assert_int_equal(exact_cmp(of("-1"), of("1")), -1);
	assert_int_equal(exact_cmp(of("2"), of("1.5")), 1);
	assert_int_equal(exact_cmp(exact_div(of("1"), of("-3")), exact_div(of("-1"), of("3"))), 0);
	assert_true(str_eq(figure_dot(a, exact_figure(of("1.4325"))), S("1.4325")));
	assert_true(str_eq(figure_dot(a, exact_figure(exact_sub(of("1.50"), of("1.216")))), S("0.284")));
	assert_true(str_eq(figure_dot(a, exact_figure(exact_sub(of("2.50"), of("1.50")))), S("1")));
	assert_true(str_eq(figure_dot(a, exact_figure(exact_div(of("31"), of("66")))), S("0.470")));
	assert_true(figure_same(figure_parse(S("1.5")), figure_parse(S("1,500"))));
	assert_false(figure_same(figure_parse(S("1.5")), figure_parse(S(""))));
	arena_free(a);
}

/* What has no value or grows too large stays undefined through everything; nothing overflows. */
static void test_undefined(void **state)
{
	(void)state;
	struct exact none = exact_div(exact_int(1), exact_int(0)), v = of("999999999999999");
	assert_false(exact_defined(none));
	assert_false(exact_defined(exact_add(none, exact_int(1))));
	assert_false(exact_defined(exact_sub(exact_int(1), none)));
	assert_false(exact_defined(exact_mul(none, exact_int(1))));
	assert_false(exact_defined(exact_div(none, exact_int(1))));
	assert_false(exact_defined(exact_of((struct figure){ 0 })));
	assert_false(exact_round(none, 2).present);
	assert_false(exact_figure(none).present);
	for (int i = 0; i < 10; i++)
		v = exact_mul(v, v);
	assert_false(exact_defined(v));
	struct exact small = of("0.000000001"), sum = exact_int(0);
	for (int i = 0; i < 10; i++)
		small = exact_mul(small, small);
	assert_false(exact_defined(small));
	for (int64_t i = 1; i < 200; i++)
		sum = exact_add(sum, exact_div(exact_int(1), exact_int(1000000007 + i * 2)));
	assert_false(exact_defined(sum));
}

int core_figure_tests(void);
int core_figure_tests(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_parse), cmocka_unit_test(test_decimals), cmocka_unit_test(test_figure_is),
		cmocka_unit_test(test_arithmetic), cmocka_unit_test(test_undefined),
	};
	return cmocka_run_group_tests_name("core/figure", tests, NULL, NULL);
}
