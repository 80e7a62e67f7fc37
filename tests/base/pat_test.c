#include "base/pat.h"
#include <stdio.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#undef fail                     /* cmocka has its own */
#include <cmocka.h>

enum { ROOM = 64 << 20 };

static const struct { const char *pattern, *subject; size_t from; bool found, here; const char *whole, *one; } rows[] = {
	{ "tieu chi ([0-9.]+)", "cac tieu chi 1.2.3: x", 0, true, false, "tieu chi 1.2.3", "1.2.3" },
	{ "tieu chi ([0-9.]+)", "cac tieu chi 1.2.3: x", 4, true, true, "tieu chi 1.2.3", "1.2.3" },
	{ "tieu chi ([0-9.]+)", "cac tieu chi 1.2.3: x", 5, false, false, NULL, NULL },
	{ "(a)|b", "xxb", 0, true, false, "b", NULL },
	{ "^x", "ax", 1, false, false, NULL, NULL },
	{ "(?<=a)x", "ax", 1, true, true, "x", NULL },
	{ "b*", "aaa", 3, true, true, "", NULL },
	{ "a", "aaa", 4, false, false, NULL, NULL },
	{ "[0-9]+/[0-9]+$", "dat 18/23", 0, true, false, "18/23", NULL },
};

static void test_rows(void **state)
{
	(void)state;
	struct arena *a = arena_open(ROOM);
	struct pats *ps = pats_open(a);
	for (int again = 0; again < 2; again++)          /* the second time from the table */
		for (size_t i = 0; i < COUNT(rows); i++) {
			str s = str_c(rows[i].subject);
			struct match m;
			assert_int_equal(pat_at(ps, rows[i].pattern, s, rows[i].from, &m), rows[i].here);
			assert_int_equal(pat_find(ps, rows[i].pattern, s, rows[i].from, &m), rows[i].found);
			if (!rows[i].found)
				continue;
			assert_true(str_eq(match_str(&m, 0, s), str_c(rows[i].whole)));
			assert_int_equal(match_has(&m, 1), rows[i].one != NULL);
			assert_true(str_eq(match_str(&m, 1, s), str_c(rows[i].one)));
			assert_false(match_has(&m, PAT_GROUPS - 1));
		}
	assert_true(pat_has(ps, rows[0].pattern, S("tieu chi 1")));
	assert_false(pat_has(ps, rows[0].pattern, (str){ 0 }));
	arena_free(a);
}

/* More patterns than the table first has room for; each keeps its own. */
static void test_many(void **state)
{
	(void)state;
	static char pattern[1500][12];
	struct arena *a = arena_open(ROOM);
	struct pats *ps = pats_open(a);
	for (int again = 0; again < 2; again++)
		for (int i = 0; i < 1500; i++) {
			snprintf(pattern[i], sizeof pattern[i], "^n%d$", i);
			assert_true(pat_has(ps, pattern[i], str_fmt(a, "n%d", i)));
			assert_false(pat_has(ps, pattern[i], str_fmt(a, "n%d", i + 1)));
		}
	arena_free(a);
}

static void test_more_groups_than_kept(void **state)
{
	(void)state;
	struct arena *a = arena_open(ROOM);
	struct match m;
	str s = S("abcdefghijklmno");
	assert_true(pat_find(pats_open(a), "(a)(b)(c)(d)(e)(f)(g)(h)(i)(j)(k)(l)(m)", s, 0, &m));
	assert_true(str_eq(match_str(&m, 11, s), S("k")));
	arena_free(a);
}

/* Backtracking without end is given up, in bounded time and memory. */
static void test_step_limit(void **state)
{
	(void)state;
	struct arena *a = arena_open(ROOM);
	struct pats *ps = pats_open(a);
	str s = S("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!");
	for (int i = 0; i < 50; i++)
		assert_false(pat_at(ps, "(?:a+a+)+b", s, 0, NULL));
	arena_free(a);
}

static void test_large_subject(void **state)
{
	(void)state;
	enum { SIZE = 5 << 20 };
	struct arena *a = arena_open(ROOM);
	struct pats *ps = pats_open(a);
	char *p = make_n(a, char, SIZE + 1);
	memset(p, 'x', SIZE);
	memcpy(p + SIZE - 7, "tong 42", 7);
	struct match m;
	assert_true(pat_find(ps, "tong ([0-9]+)", (str){ p, SIZE }, 0, &m));
	assert_int_equal(m.at[1].from, SIZE - 2);
	assert_true(pat_find(ps, "[a-z]\\s\\d", (str){ p, SIZE }, 0, &m));
	assert_int_equal(m.at[0].from, SIZE - 4);
	arena_free(a);
}

int base_pat_tests(void);
int base_pat_tests(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_rows), cmocka_unit_test(test_many), cmocka_unit_test(test_more_groups_than_kept),
		cmocka_unit_test(test_step_limit), cmocka_unit_test(test_large_subject),
	};
	return cmocka_run_group_tests_name("base/pat", tests, NULL, NULL);
}
