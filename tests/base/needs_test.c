#include "base/needs.h"
#include "base/pat.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#undef fail                     /* cmocka has its own */
#include <cmocka.h>

/* needs: what is to be read off the pattern, joined by "#" (no pattern here holds one); "": nothing. */
static const struct { const char *pattern, *needs; } rows[] = {
	{ "tieu chi", "tieu chi" },
	{ "(?:tieu chi|tctp) \\d", "tieu chi#tctp" },
	{ "^.{0,30}(?:tieu chi|tctp) \\d", "tieu chi#tctp" },
	{ "tieu chi(?: thanh phan)?", "tieu chi" },
	{ "(?:doi voi )?muc", "muc" },
	{ "(?:doi voi )+muc", "doi voi " },
	{ "(?:doi voi ){0,2}muc", "muc" },
	{ "(?:doi voi ){1,2}muc", "doi voi " },
	{ "(?:doi voi )*?muc", "muc" },
	{ "colou?r", "colo" },                   /* "colo" or "col" and "r": the letter that may be missing is not in */
	{ "ab+c", "ab" },
	{ "ab{2}c", "ab" },
	{ "ab*c", "" },
	{ "\\d+ ?%", "%" },
	{ "a\\.b|c", "" },
	{ "1\\.5", ".5" },
	{ "\\d/\\d|\\d%", "/#%" },
	{ "ghi chu|", "" },
	{ "(?:ghi chu|)x", "" },
	{ "[a-z]+", "" },
	{ "[]ab]cd[^]x]", "cd" },
	{ "[\\]ab]cd", "cd" },
	{ "a|b", "" },
	{ "(?!khong )dat", "dat" },
	{ "(?<=diem )dat", "dat" },
	{ "(?<!diem )dat", "dat" },
	{ "dat(?= diem)", " diem" },
	{ "((ho so|van ban)( moi)?) den", "ho so#van ban" },
	{ "aa|bb|cc|dd|ee|ff|gg|hh", "aa#bb#cc#dd#ee#ff#gg#hh" },
	{ "aa|bb|cc|dd|ee|ff|gg|hh|ii", "" },
	{ "(?i)tieu chi", "" },
	{ "\\Qtieu chi\\E", "" },
	{ "tieu chi)", "" },
	{ "", "" },
};

static void test_rows(void **state)
{
	(void)state;
	struct arena *a = arena_open(1 << 20);
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct needs n = needs_of(rows[i].pattern);
		struct buf b = buf_open(a);
		for (size_t k = 0; k < n.n; k++)
			buf_fmt(&b, "%s%.*s", k ? "#" : "", SF(n.at[k]));
		if (!str_eq(buf_str(&b), str_c(rows[i].needs)))
			fail_msg("%s: needs \"%.*s\", not \"%s\"", rows[i].pattern, SF(buf_str(&b)), rows[i].needs);
	}
	arena_free(a);
}

/* What is cut off in the middle is not read past its end. */
static void test_torn(void **state)
{
	static const char *const torn[] = { "[", "[^", "[a", "[a\\", "\\", "a{2", "a{", "(", "(?", "(?<", "(?<!", "(a|", "a(?:b" };
	(void)state;
	for (size_t i = 0; i < COUNT(torn); i++)
		needs_of(torn[i]);
}

static void test_met(void **state)
{
	struct needs n = needs_of("(?:tieu chi|tctp) \\d"), none = needs_of("\\d");
	(void)state;
	assert_true(needs_met(&n, S("cac tieu chi 1"), 4));
	assert_false(needs_met(&n, S("cac tieu chi 1"), 5));
	assert_true(needs_met(&n, S("tctp"), 0));
	assert_false(needs_met(&n, (str){ 0 }, 0));
	assert_true(needs_met(&none, (str){ 0 }, 0));
}

/* A pattern is first asked of a text without what it needs, then of one with it, then of the first again. */
static void test_asked_in_turn(void **state)
{
	(void)state;
	struct arena *a = arena_open(1 << 20);
	struct pats *ps = pats_open(a);
	static const char *const pattern = "(?:tieu chi|tctp) \\d", *const line = "^(?:noi nhan|tm\\. )";
	for (int i = 0; i < 2; i++) {
		assert_false(pat_has(ps, pattern, S("linh vuc 1")));
		assert_true(pat_has(ps, pattern, S("cac tctp 1")));
		assert_false(pat_has(ps, pattern, S("cac tctp")));
		assert_false(pat_has(ps, line, S("chu tich")));
		assert_false(pat_has(ps, line, S("x tm. chu tich")));
		assert_true(pat_has(ps, line, S("tm. chu tich")));
	}
	arena_free(a);
}

int base_needs_tests(void);
int base_needs_tests(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_rows), cmocka_unit_test(test_torn), cmocka_unit_test(test_met),
		cmocka_unit_test(test_asked_in_turn),
	};
	return cmocka_run_group_tests_name("base/needs", tests, NULL, NULL);
}
