#include "at.h"
#include "web/slow.h"
#include <sys/wait.h>
#include <unistd.h>

static void fail_often(struct slow *s, const char *login, const char *address, int n, int64_t now)
{
	for (int i = 0; i < n; i++)
		slow_failed(s, str_c(login), str_c(address), now);
}

static void grows(void **state)
{
	(void)state;
	static const struct { int failures, wait; } rows[] = {
		{ 0, 0 }, { 3, 0 }, { 4, 1 }, { 5, 2 }, { 6, 4 }, { 9, 32 }, { 13, 512 }, { 14, 600 }, { 500, 600 },
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct slow *s = slow_open();
		fail_often(s, "a", "x", rows[i].failures, 1000);
		assert_int_equal(slow_wait(s, S("a"), S("x"), 1000), rows[i].wait);
		assert_int_equal(slow_wait(s, S("a"), S("x"), 1000 + rows[i].wait), 0);
		assert_int_equal(slow_wait(s, S("b"), S("y"), 1000), 0);
		slow_close(&s);
	}
	assert_int_equal(slow_wait(NULL, S("a"), S("x"), 1), 0);
}

/* Whoever fails in another's name, or behind the same address, delays them, and no more than that. */
static void nobody_is_locked_out(void **state)
{
	(void)state;
	struct slow *s = slow_open();
	fail_often(s, "a", "evil", 5000, 1000);
	assert_int_equal(slow_wait(s, S("a"), S("x"), 1000), SLOW_LOGIN_MOST);
	assert_int_equal(slow_wait(s, S("b"), S("evil"), 1000), SLOW_ADDRESS_MOST);
	slow_passed(s, S("a"), S("evil"));
	assert_int_equal(slow_wait(s, S("a"), S("evil"), 1000), SLOW_ADDRESS_MOST);
	assert_int_equal(slow_wait(s, S("a"), S("evil"), 1000 + SLOW_FADES), 0);
	fail_often(s, "a", "evil", 1, 1000 + SLOW_FADES);
	assert_int_equal(slow_wait(s, S("a"), S("x"), 1000 + SLOW_FADES), 0);       /* it has faded: this is the first */
	slow_close(&s);
}

/* However many are tried, the memory stays what it is, and the newest are known. */
static void full(void **state)
{
	(void)state;
	CLEANUP(arena_close) struct arena *a = arena_open((size_t)1 << 28);
	struct slow *s = slow_open();
	for (int i = 0; i < 100000; i++)
		slow_failed(s, str_fmt(a, "u%d", i), str_fmt(a, "x%d", i), 1000 + i / 1000);
	fail_often(s, "a", "x", 8, 2000);
	assert_int_equal(slow_wait(s, S("a"), S("x"), 2000), 16);
	slow_close(&s);
}

static void shared(void **state)
{
	(void)state;
	struct slow *s = slow_open();
	for (int i = 0; i < 4; i++) {
		pid_t p = fork();
		if (!p) {
			fail_often(s, "a", "x", 100, 1000);
			_exit(0);
		}
		assert_int_equal(waitpid(p, NULL, 0), p);
	}
	assert_int_equal(slow_wait(s, S("a"), S("x"), 1000), SLOW_PAIR_MOST);
	slow_close(&s);
}

int web_slow_tests(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(grows), cmocka_unit_test(nobody_is_locked_out), cmocka_unit_test(full),
	    cmocka_unit_test(shared) };
	return cmocka_run_group_tests(tests, NULL, NULL);
}
