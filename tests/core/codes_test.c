#include "core/codes.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
/* after the above */
#include <cmocka.h>

static void test_empty(void **state)
{
	(void)state;
	struct codes none = { 0 };
	assert_int_equal(codes_find(&none, S("1.1")), NO_INDEX);
	assert_int_equal(codes_find(&none, S("")), NO_INDEX);
}

/* Enough of them that the table is widened; the second of equal codes and the empty one are not kept. */
static void test_find(void **state)
{
	(void)state;
	enum { MANY = 5000 };
	struct arena *a = arena_open(1 << 24);
	struct codes c = { 0 };
	for (size_t i = 0; i < MANY; i++)
		codes_add(a, &c, str_fmt(a, "%zu.%zu", i / 30, i % 30), i);
	codes_add(a, &c, S("7.1"), MANY);
	codes_add(a, &c, S(""), MANY);
	for (size_t i = 0; i < MANY; i++)
		assert_int_equal(codes_find(&c, str_fmt(a, "%zu.%zu", i / 30, i % 30)), i);
	assert_int_equal(c.n, MANY);
	assert_int_equal(codes_find(&c, S("7.30")), NO_INDEX);
	assert_int_equal(codes_find(&c, S("7")), NO_INDEX);
	assert_int_equal(codes_find(&c, S("")), NO_INDEX);
	arena_free(a);
}

int core_codes_tests(void);
int core_codes_tests(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_empty), cmocka_unit_test(test_find) };
	return cmocka_run_group_tests_name("core/codes", tests, NULL, NULL);
}
