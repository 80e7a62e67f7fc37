#include "core/facts.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
/* after the above */
#include <cmocka.h>

static const struct { const char *code, *above; bool under; } under[] = {
	{ "7a.1.2", "7a", true },  { "7a.1.2", "7", true },  { "7a.1.2", "7a.1", true }, { "7a", "7", true },
	{ "7a.1.2", "7a.1.2", false }, { "71", "7", false }, { "7.10", "7.1", false }, { "7.1", "7.10", false },
	{ "7b.1", "7a", false }, { "1.2", "", false }, { "", "1", false }, { "1.2.1", "1.2", true }, { "7ab", "7a", false },
};

static void test_under(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(under); i++)
		if (code_under(str_c(under[i].code), str_c(under[i].above)) != under[i].under)
			fail_msg("%s under %s", under[i].code, under[i].above);
}

/* Each is the longest that the one before it is under. */
static void test_above(void **state)
{
	(void)state;
	static const char *const ways[][5] = { { "7a.1.2", "7a.1", "7a", "7", "" }, { "10.2", "10", "" }, { "7ab", "7", "" }, { "III", "" } };
	for (size_t i = 0; i < COUNT(ways); i++)
		for (size_t k = 0; ways[i][k][0]; k++) {
			str above = code_above(str_c(ways[i][k]));
			if (!str_eq(above, str_c(ways[i][k + 1])))
				fail_msg("above %s: %.*s", ways[i][k], SF(above));
			assert_int_equal(above.n > 0, code_under(str_c(ways[i][k]), above));
		}
}

/* Each before the next. */
static void test_order(void **state)
{
	(void)state;
	static const char *const order[] = { "",    "1",  "1.1",  "1.2",      "1.2.1", "1.10", "2",    "7",
		                             "7.1", "7a", "7a.1", "7a.1.3.2", "7a.2",  "7b",   "8b.4", "10" };
	for (size_t i = 0; i < COUNT(order); i++)
		for (size_t k = 0; k < COUNT(order); k++) {
			int want = (i > k) - (i < k), got = code_cmp(str_c(order[i]), str_c(order[k]));
			if ((got > 0) - (got < 0) != want)
				fail_msg("%s and %s", order[i], order[k]);
		}
	assert_int_equal(code_cmp(S("1.02"), S("1.2")), 0);
	assert_int_equal(code_cmp(S("1.02.3"), S("1.2.3")), 0);
	assert_true(code_cmp(S("1.2."), S("1.2.1")) < 0);
}

static void test_top(void **state)
{
	(void)state;
	assert_true(str_eq(code_top(S("7a.1.2")), S("7a")));
	assert_true(str_eq(code_top(S("3")), S("3")));
	assert_int_equal(code_top(S("")).n, 0);
}

static void test_find(void **state)
{
	(void)state;
	struct arena *a = arena_open(1 << 20);
	struct facts *f = make(a, struct facts);
	vec_add(a, &f->fields)->code = S("1");
	vec_add(a, &f->criteria)->code = S("1.1");
	vec_add(a, &f->criteria)->code = S("1.2");
	assert_ptr_equal(facts_field(f, S("1")), &f->fields.at[0]);
	assert_null(facts_field(f, S("2")));
	assert_ptr_equal(facts_criterion(f, S("1.2")), &f->criteria.at[1]);
	assert_null(facts_criterion(f, S("1")));
	assert_null(facts_criterion(f, S("")));
	arena_free(a);
}

int core_facts_tests(void);
int core_facts_tests(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_under), cmocka_unit_test(test_above), cmocka_unit_test(test_order),
		cmocka_unit_test(test_top),   cmocka_unit_test(test_find),
	};
	return cmocka_run_group_tests_name("core/facts", tests, NULL, NULL);
}
