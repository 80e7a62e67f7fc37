#include "app/recall.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <cmocka.h>

static void keep(struct recall **c, int n)
{
	struct arena *a = recall_begin(c);
	int *answer = make(a, int);
	*answer = n;
	recall_keep(*c, str_fmt(a, "%d", n), answer);
}

static int found(struct recall *c, int n)
{
	char key[12];
	snprintf(key, sizeof key, "%d", n);
	const int *answer = recall_find(c, str_c(key));
	return answer ? *answer : -1;
}

/* The one not asked for longest makes room; what is asked for stays. */
static void test_the_oldest_goes(void **state)
{
	CLEANUP(recall_close) struct recall *c = NULL;
	(void)state;
	assert_int_equal(found(c, 0), -1);
	for (int i = 0; i < RECALL_MOST; i++)
		keep(&c, i);
	assert_int_equal(found(c, 0), 0);
	keep(&c, RECALL_MOST);
	assert_int_equal(found(c, 1), -1);
	assert_int_equal(found(c, 0), 0);
	assert_int_equal(found(c, 2), 2);
	assert_int_equal(found(c, RECALL_MOST), RECALL_MOST);
}

/* What was begun and came to nothing is not found, and its room is used. */
static void test_begun_alone(void **state)
{
	CLEANUP(recall_close) struct recall *c = NULL;
	(void)state;
	recall_begin(&c);
	assert_null(recall_find(c, (str){ 0 }));
	for (int i = 0; i < 2 * RECALL_MOST; i++)
		recall_begin(&c);
	keep(&c, 7);
	assert_int_equal(found(c, 7), 7);
}

int app_recall_tests(void);
int app_recall_tests(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_the_oldest_goes), cmocka_unit_test(test_begun_alone) };
	return cmocka_run_group_tests_name("app_recall", tests, NULL, NULL);
}
