#include "base/crew.h"
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <unistd.h>
#undef fail                     /* cmocka has its own */
#include <cmocka.h>

enum { JOBS = 60, BIG = 300 * 1000 };
struct seen { size_t next, broken, began; char last; };

/* Every tenth dies, the first is slow, one says a lot, one nothing. */
static void work(void *ctx, size_t i, FILE *to)
{
	(void)ctx;
	if (i == 0)
		usleep(50 * 1000);
	if (i == 7) {
		for (int k = 0; k < BIG; k++)
			fputc('x', to);
		return;
	}
	if (i % 10 == 3) {
		fputs("half", to);
		fflush(to);
		signal(SIGSEGV, SIG_DFL);
		raise(i == 3 ? SIGKILL : SIGSEGV);
	}
	if (i != 8)
		fprintf(to, "job %zu", i);
}

static void done(void *ctx, size_t i, str result, int how)
{
	struct seen *s = ctx;
	char want[32];
	snprintf(want, sizeof want, "job %zu", i);
	assert_int_equal(i, s->next++);
	if (i % 10 == 3) {
		assert_int_equal(how, i == 3 ? SIGKILL : SIGSEGV);
		s->broken++;
		return;
	}
	assert_int_equal(how, 0);
	if (i == 7)
		assert_int_equal(result.n, BIG);
	else
		assert_true(str_eq(result, i == 8 ? (str){ 0 } : str_c(want)));
}

static void began(void *ctx, size_t i) { ((struct seen *)ctx)->began += i < JOBS; }

static void test_order_and_crashes(void **state)
{
	(void)state;
	static const size_t cores[] = { 0, 1, 2, 5, 64, 1000 };
	for (size_t k = 0; k < COUNT(cores); k++) {
		struct seen s = { 0 };
		struct err e = { 0 };
		assert_true(crew_run(JOBS, cores[k], work, done, began, &s, &e));
		assert_int_equal(s.next, JOBS);
		assert_int_equal(s.began, JOBS);
		assert_int_equal(s.broken, JOBS / 10);
	}
}

static void test_nothing_to_do(void **state)
{
	(void)state;
	struct seen s = { 0 };
	struct err e = { 0 };
	assert_true(crew_run(0, 2, work, done, NULL, &s, &e));
	assert_int_equal(s.next, 0);
	assert_true(crew_cores() >= 1);
}

int base_crew_tests(void);
int base_crew_tests(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_order_and_crashes), cmocka_unit_test(test_nothing_to_do) };
	return cmocka_run_group_tests(tests, NULL, NULL);
}
