#include "base/str.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#undef fail                     /* cmocka has its own */
#include <cmocka.h>

static size_t found_slowly(str s, str what, size_t from)
{
	for (size_t i = from; what.n && i + what.n <= s.n; i++)
		if (!memcmp(s.p + i, what.p, what.n))
			return i;
	return s.n;
}

/* Every place, every length of text around the sixteen bytes that are looked at together, few and many likenesses. */
static void test_find(void **state)
{
	(void)state;
	char text[80], what[48];
	for (unsigned seed = 1; seed < 4000; seed++) {
		unsigned r = seed * 2654435761U, letters = 1 + r % 3;
		size_t n = (r >> 8) % sizeof text, m = 1 + (r >> 16) % (seed % 4 ? 4 : sizeof what);
		for (size_t i = 0; i < n; i++)
			text[i] = (char)('a' + ((r = r * 1664525 + 1013904223) >> 24) % letters);
		for (size_t i = 0; i < m; i++)
			what[i] = n && i + 3 < n ? text[i + 3] : 'a';
		str s = { text, n }, w = { what, m };
		for (size_t from = 0; from <= n + 1; from++)
			assert_int_equal(str_find(s, w, from), found_slowly(s, w, from));
	}
	assert_int_equal(str_find((str){ 0 }, S("a"), 0), 0);
	assert_int_equal(str_find(S("abc"), (str){ 0 }, 0), 3);
}

static void test_opens(void **state)
{
	static const char *const words[] = { "dang ", "da ", "co #", "ubnd ~ da", "## thang", "khong", "khong the" };
	static const struct { const char *s; size_t from, length; } rows[] = {
		{ "dang lam", 0, 5 }, { "da lam", 0, 3 }, { "dai", 0, 0 }, { "x da lam", 2, 3 }, { "dang", 0, 0 },
		{ "co 5 ho so", 0, 4 }, { "co ho so", 0, 0 }, { "ubnd xa da ban hanh", 0, 10 }, { "ubnd da ban hanh", 0, 0 },
		{ "ubnd  da", 0, 0 }, { "ubnd xa dang", 0, 10 }, { "12 thang", 0, 8 }, { "1 thang", 0, 0 }, { "khong the", 0, 5 },
		{ "da ", 3, 0 }, { "da ", 9, 0 }, { "", 0, 0 },
	};
	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		assert_int_equal(STR_OPENS(str_c(rows[i].s), rows[i].from, words), rows[i].length);
}

/* Blocks of an arena grow; what it gives is clear, and all that its cap promises can be had. */
static void test_arena(void **state)
{
	enum { PIECE = 1000, CAP = 2 * 1000 * 1000 };
	(void)state;
	struct arena *a = arena_open(CAP);
	size_t had = 0;
	for (; had + 2 * PIECE < CAP * 9 / 10; had += PIECE) {
		char *p = make_n(a, char, PIECE);
		for (size_t i = 0; i < PIECE; i++)
			assert_int_equal(p[i], 0);
		memset(p, 'x', PIECE);
	}
	arena_free(a);
	a = arena_open(CAP);
	char *p = make_n(a, char, PIECE);
	p[0] = 'x';
	arena_trim(a, p + 1);
	assert_ptr_equal(make_n(a, char, 1), p + 1);
	assert_int_equal(p[1], 0);
	arena_free(a);
	a = arena_open(PIECE);
	assert_non_null(make_n(a, char, PIECE));
	arena_free(a);
}

int base_str_tests(void);
int base_str_tests(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_find), cmocka_unit_test(test_opens), cmocka_unit_test(test_arena) };
	return cmocka_run_group_tests_name("base/str", tests, NULL, NULL);
}
