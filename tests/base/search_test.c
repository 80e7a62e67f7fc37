#include "base/search.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
/* after the above */
#undef fail                     /* cmocka has its own */
#include <cmocka.h>

enum { ROOM = 1 << 22 };

static const struct { const char *typed; bool typing; const char *match, *exact, *tsquery; } queries[] = {
	{ "", true, "", "", "" },
	{ " \" ' * \\ ( ) : ^ ", true, "", "", "" },
	{ "quyet dinh", false, "\"quyet\" AND \"dinh\"", "\"quyet\" AND \"dinh\"", "'quyet' & 'dinh'" },
	{ "Quyết đinh", false, "\"quyet\" AND \"dinh\"", "\"+quyết\" AND \"+đinh\"", "'quyet' & 'dinh'" },
	{ "quyết din", true, "\"quyet\" AND \"din\" *", "\"+quyết\" AND \"din\" *", "'quyet' & 'din':*" },
	{ "quyết din ", true, "\"quyet\" AND \"din\"", "\"+quyết\" AND \"din\"", "'quyet' & 'din'" },
	{ "a", true, "\"a\"", "\"a\"", "'a'" },
	{ "\"cải cách hành\" chính", false, "\"cai cach hanh\" AND \"chinh\"", "\"+cải +cách +hành\" AND \"+chính\"",
	  "('cai' <-> 'cach' <-> 'hanh') & 'chinh'" },
	{ "“cải cách” «hành chính»", false, "\"cai cach\" AND \"hanh chinh\"", "\"+cải +cách\" AND \"+hành +chính\"",
	  "('cai' <-> 'cach') & ('hanh' <-> 'chinh')" },
	{ "số \"cải các", true, "\"so\" AND \"cai cac\" *", "\"+số\" AND \"+cải +các\" *", "'so' & ('cai' <-> 'cac':*)" },
	{ "\"a\"\"b c\"", false, "\"a\" AND \"b c\"", "\"a\" AND \"b c\"", "'a' & ('b' <-> 'c')" },
	{ "81/KH-SNgV", false, "\"81 kh sngv\"", "\"81 kh sngv\"", "('81' <-> 'kh' <-> 'sngv')" },
	{ "KH-SN", true, "\"kh sn\" *", "\"kh sn\" *", "('kh' <-> 'sn':*)" },
	{ "7a.1.3.2", false, "\"7a.1.3.2\"", "\"7a.1.3.2\"", "'7a.1.3.2'" },
	{ "7a.1", true, "\"7a.1\" *", "\"7a.1\" *", "'7a.1':*" },
	{ "7a.1.", true, "\"7a.1\"", "\"7a.1\"", "'7a.1'" },
	{ "đạt 0,158 điểm", false, "\"dat\" AND \"0.158\" AND \"diem\"", "\"+đạt\" AND \"0.158\" AND \"+điểm\"", "'dat' & '0.158' & 'diem'" },
	{ "\"tiêu chí 7a.1 của\"", false, "\"tieu chi 7a 1 cua\"", "\"+tiêu +chí 7a 1 +của\"", "('tieu' <-> 'chi' <-> '7a' <-> '1' <-> 'cua')" },
	{ "1.3/2", false, "\"1 3 2\"", "\"1 3 2\"", "('1' <-> '3' <-> '2')" },
	{ "2/1.3", false, "\"2 1 3\"", "\"2 1 3\"", "('2' <-> '1' <-> '3')" },
	{ "a OR b NOT c NEAR(d) x:y e*", false, "\"a\" AND \"or\" AND \"b\" AND \"not\" AND \"c\" AND \"near\" AND \"d\" AND \"x\" AND \"y\" AND \"e\"",
	  "\"a\" AND \"or\" AND \"b\" AND \"not\" AND \"c\" AND \"near\" AND \"d\" AND \"x\" AND \"y\" AND \"e\"",
	  "'a' & 'or' & 'b' & 'not' & 'c' & 'near' & 'd' & 'x' & 'y' & 'e'" },
	{ "a' | 'b\\' & !c", false, "\"a\" AND \"b\" AND \"c\"", "\"a\" AND \"b\" AND \"c\"", "'a' & 'b' & 'c'" },
};

static void test_queries(void **state)
{
	(void)state;
	CLEANUP(arena_close) struct arena *a = arena_open(ROOM);
	for (size_t i = 0; i < COUNT(queries); i++) {
		struct query q = words_query(a, str_c(queries[i].typed), queries[i].typing);
		str match = words_match(a, &q, false), exact = words_match(a, &q, true), ts = words_tsquery(a, &q, false);
		assert_false(q.cut);
		if (!str_eq(match, str_c(queries[i].match)) || !str_eq(exact, str_c(queries[i].exact)) ||
		    !str_eq(ts, str_c(queries[i].tsquery)))
			fail_msg("%s:\n%s\n%s\n%s", queries[i].typed, match.p, exact.p, ts.p);
	}
	struct query q = words_query(a, S("Quyết \"đinh số\""), false);
	assert_string_equal(words_tsquery(a, &q, true).p, "'+quyết' & ('+đinh' <-> '+số')");
	assert_string_equal(q.words.at[0].marked.p, "quyết");
}

static void test_limits(void **state)
{
	(void)state;
	CLEANUP(arena_close) struct arena *a = arena_open(ROOM);
	struct buf b = buf_open(a);
	for (int i = 0; i < QUERY_WORDS; i++)
		buf_fmt(&b, "w%d ", i);
	struct query q = words_query(a, buf_str(&b), true);
	assert_int_equal(q.words.n, QUERY_WORDS);
	assert_false(q.cut);
	buf_put(&b, S("more"));
	q = words_query(a, buf_str(&b), true);
	assert_int_equal(q.words.n, QUERY_WORDS);
	assert_true(q.cut);
	assert_false(q.words.at[QUERY_WORDS - 1].prefix);

	/* 200 bytes end within a letter, and within a word */
	struct buf longer = buf_open(a);
	buf_put(&longer, S("quyết "));
	while (longer.n <= QUERY_BYTES)
		buf_put(&longer, S("ộ"));
	q = words_query(a, buf_str(&longer), true);
	assert_true(q.cut);
	assert_int_equal(q.words.n, 1);
	assert_string_equal(q.words.at[0].plain.p, "quyet");
}

static void test_tsvector(void **state)
{
	(void)state;
	CLEANUP(arena_close) struct arena *a = arena_open(ROOM);
	static const struct { const char *text; size_t max; const char *literal; } rows[] = {
		{ "", 100, "" },
		{ "Quyết định số 1.2", 200, "'quyet':1 '+quyết':1 'dinh':2 '+định':2 'so':3 '+số':3 '1':4 '1.2':4 '2':5" },
		{ "it's a \\ \"b\"", 200, "'it':1 's':2 'a':3 'b':4" },
		{ "aa bb cc", 13, "'aa':1 'bb':2" },
		{ "aa bb cc", 12, "'aa':1" },                   /* whole words only */
		{ "định", 8, "" },
	};
	for (size_t i = 0; i < COUNT(rows); i++)
		if (!str_eq(words_tsvector(a, str_c(rows[i].text), rows[i].max), str_c(rows[i].literal)))
			fail_msg("%s: %s", rows[i].text, words_tsvector(a, str_c(rows[i].text), rows[i].max).p);
	struct buf b = buf_open(a);
	for (int i = 0; i < TSVECTOR_PLACES + 2; i++)
		buf_put(&b, S("x "));
	str all = words_tsvector(a, buf_str(&b), TSVECTOR_BYTES);
	assert_true(str_ends(all, S("'x':16382 'x':16383 'x':16383 'x':16383")));
}

int base_search_tests(void);
int base_search_tests(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_queries), cmocka_unit_test(test_limits),
		                            cmocka_unit_test(test_tsvector) };
	return cmocka_run_group_tests_name("base/search", tests, NULL, NULL);
}
