#include "store/tokenize.h"
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

/* Sentences of our own; their places here are the numbers of the rows below. */
static const char *const documents[] = {
	"Quyết định số 81/KH-SNgV về chuyển đổi số",                     /* 0 */
	"Quye\u0302\u0301t đi\u0323nh giao việc cho xã Đông Hưng",       /* 1, NFD */
	"Đinh tán và quyết tâm; dong hung khong dau",                    /* 2 */
	"TIÊU CHÍ 7a.1.3.2: đạt 0,158 điểm, hoà giải ở xã",              /* 3 */
	"Tiêu chí 7a.1 và 1.3 đạt 0.158 điểm, hòa giải",                 /* 4 */
	"Cải cách hành chính: near or not and",                          /* 5 */
	"Hành chính cải cách, kế hoạch 81 năm 2026",                     /* 6 */
	"It's a \\ \"quoted\" line: 100% * (x)",                         /* 7 */
	"Thuý Kiều đi da Đà",                                            /* 8 */
};

static const struct { const char *typed; bool typing; const char *found, *exact; } queries[] = {
	{ "quyết định", false, "0 1 2", "0 1" },
	{ "quyet dinh", false, "0 1 2", "0 1 2" },
	{ "QUYẾT ĐỊNH", false, "0 1 2", "0 1" },
	{ "quye\u0302\u0301t đi\u0323nh", false, "0 1 2", "0 1" },
	{ "đinh", false, "0 1 2", "2" },
	{ "\"quyết định\"", false, "0 1", "0 1" },
	{ "\"định quyết\"", false, "", "" },
	{ "đông hưng", false, "1 2", "1" },
	{ "dong hung", false, "1 2", "1 2" },
	{ "da", false, "8", "8" },
	{ "đà", false, "8", "8" },
	{ "đa", false, "8", "" },
	{ "thúy", false, "8", "8" },
	{ "hòa giải", false, "3 4", "3 4" },
	{ "hoà", false, "3 4", "3 4" },
	{ "hoa", true, "3 4 6", "3 4 6" },
	{ "7a.1.3.2", false, "3", "3" },
	{ "7A.1", false, "4", "4" },
	{ "7a.1", true, "3 4", "3 4" },
	{ "1.3", false, "4", "4" },
	{ "7a", false, "3 4", "3 4" },
	{ "0,158", false, "3 4", "3 4" },
	{ "0.158", false, "3 4", "3 4" },
	{ "\"tiêu chí 7a.1.3.2 đạt\"", false, "3", "3" },
	{ "81/KH-SNgV", false, "0", "0" },
	{ "KH-SNgV", false, "0", "0" },
	{ "kh-sn", true, "0", "0" },
	{ "sngv", false, "0", "0" },
	{ "81", false, "0 6", "0 6" },
	{ "\"cải cách\"", false, "5 6", "5 6" },
	{ "\"cải cách hành\"", false, "5", "5" },
	{ "\"cải cách hà", true, "5", "5" },
	{ "chuyển đổi", false, "0", "0" },
	{ "chu", true, "0", "0" },
	{ "near or not and", false, "5", "5" },
	{ "quyết OR zzz", false, "", "" },
	{ "NOT quyết", false, "", "" },
	{ "x:quyet", false, "", "" },
	{ "{x}: quyet", false, "", "" },
	{ "quyet*", false, "0 1 2", "0 1 2" },
	{ "quye*", false, "", "" },
	{ "^quyet", false, "0 1 2", "0 1 2" },
	{ "+quyết -số", false, "0", "0" },
	{ "NEAR(quyet dinh, 5)", false, "", "" },
	{ "' OR 1=1 --", false, "", "" },
	{ "it's", false, "7", "7" },
	{ "\\", false, "", "" },
	{ "a' | 'b", false, "", "" },
	{ "\"quoted\" (x)", false, "7", "7" },
	{ "quyết \"", false, "0 1 2", "0 1 2" },
};

static sqlite3 *index_of(void)
{
	sqlite3 *h;
	sqlite3_stmt *s;
	assert_int_equal(sqlite3_open(":memory:", &h), SQLITE_OK);
	assert_true(tokenize_register(h));
	assert_int_equal(sqlite3_exec(h, "CREATE VIRTUAL TABLE t USING fts5(x, tokenize = 'vi')", NULL, NULL, NULL), SQLITE_OK);
	assert_int_equal(sqlite3_prepare_v2(h, "INSERT INTO t(rowid, x) VALUES (?1, ?2)", -1, &s, NULL), SQLITE_OK);
	for (size_t i = 0; i < COUNT(documents); i++) {
		sqlite3_bind_int(s, 1, (int)i);
		sqlite3_bind_text(s, 2, documents[i], -1, SQLITE_STATIC);
		assert_int_equal(sqlite3_step(s), SQLITE_DONE);
		sqlite3_reset(s);
	}
	sqlite3_finalize(s);
	return h;
}

static str found(struct arena *a, sqlite3 *h, str match)
{
	struct buf b = buf_open(a);
	sqlite3_stmt *s;
	if (!match.n)
		return S("");
	assert_int_equal(sqlite3_prepare_v2(h, "SELECT rowid FROM t WHERE t MATCH ?1 ORDER BY rowid", -1, &s, NULL), SQLITE_OK);
	sqlite3_bind_text(s, 1, match.p, (int)match.n, SQLITE_STATIC);
	int rc;
	while ((rc = sqlite3_step(s)) == SQLITE_ROW)
		buf_fmt(&b, "%s%d", b.n ? " " : "", sqlite3_column_int(s, 0));
	if (rc != SQLITE_DONE)
		fail_msg("%s: %s", match.p, sqlite3_errmsg(h));
	sqlite3_finalize(s);
	return buf_str(&b);
}

static void test_queries(void **state)
{
	(void)state;
	CLEANUP(arena_close) struct arena *a = arena_open(ROOM);
	sqlite3 *h = index_of();
	for (size_t i = 0; i < COUNT(queries); i++) {
		struct query q = words_query(a, str_c(queries[i].typed), queries[i].typing);
		str plain = found(a, h, words_match(a, &q, false)), exact = found(a, h, words_match(a, &q, true));
		if (!str_eq(plain, str_c(queries[i].found)) || !str_eq(exact, str_c(queries[i].exact)))
			fail_msg("%s: %s, exact: %s", queries[i].typed, plain.p, exact.p);
	}
	sqlite3_close(h);
}

/* The index tells the same of a document when it is taken out, or it would break. */
static void test_integrity(void **state)
{
	(void)state;
	CLEANUP(arena_close) struct arena *a = arena_open(ROOM);
	sqlite3 *h = index_of();
	assert_int_equal(sqlite3_exec(h, "UPDATE t SET x = x || ' thêm 9.9' WHERE rowid % 2; DELETE FROM t WHERE rowid = 0;"
	                                 "INSERT INTO t(t) VALUES ('integrity-check')", NULL, NULL, NULL), SQLITE_OK);
	assert_string_equal(found(a, h, S("\"9.9\"")).p, "1 3 5 7");
	assert_string_equal(found(a, h, S("\"sngv\"")).p, "");
	sqlite3_close(h);
}

/* What SQLite marks is what stands in the text. */
static void test_highlight(void **state)
{
	(void)state;
	sqlite3 *h = index_of();
	sqlite3_stmt *s;
	assert_int_equal(sqlite3_prepare_v2(h, "SELECT highlight(t, 0, '[', ']') FROM t WHERE t MATCH '\"kh sngv\" AND \"+định\"'", -1, &s, NULL), SQLITE_OK);
	assert_int_equal(sqlite3_step(s), SQLITE_ROW);
	assert_string_equal((const char *)sqlite3_column_text(s, 0), "Quyết [định] số 81/[KH-SNgV] về chuyển đổi số");
	sqlite3_finalize(s);
	sqlite3_close(h);
}

int store_tokenize_tests(void);
int store_tokenize_tests(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_queries), cmocka_unit_test(test_integrity),
		                            cmocka_unit_test(test_highlight) };
	return cmocka_run_group_tests_name("store/tokenize", tests, NULL, NULL);
}
