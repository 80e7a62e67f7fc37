#include "store/tokenize.h"
#include "base/search.h"
#include "words_of.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
/* after the above */
#undef fail                     /* cmocka has its own */
#include <cmocka.h>

enum { ROOM = 1 << 22 };

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
	for (size_t i = 0; i < COUNT(searches); i++) {
		struct query q = words_query(a, str_c(searches[i].typed), searches[i].typing);
		str plain = found(a, h, words_match(a, &q, false)), exact = found(a, h, words_match(a, &q, true));
		if (!str_eq(plain, str_c(searches[i].found)) || !str_eq(exact, str_c(searches[i].exact)))
			fail_msg("%s: %s, exact: %s", searches[i].typed, plain.p, exact.p);
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
