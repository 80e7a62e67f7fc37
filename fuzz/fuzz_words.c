/* The words of a text and of a query: whatever is typed, SQLite takes the query and finds nothing that the snippet does not show, and marks
 * stand in order, within the line. */
#include "base/snippet.h"
#include "store/tokenize.h"
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { WORDS_MEMORY = 256 * 1024 * 1024, WIDTH_MAX = 256, ALL = 1 << 30 };

static void wrong(const char *what, str match)
{
	fprintf(stderr, "%s\n%.*s\n", what, SF(match));
	abort();
}

static sqlite3 *index_open(void)
{
	sqlite3 *h = NULL;
	if (sqlite3_open(":memory:", &h) != SQLITE_OK || !tokenize_register(h) ||
	    sqlite3_exec(h, "CREATE VIRTUAL TABLE t USING fts5(x, tokenize = 'vi')", NULL, NULL, NULL) != SQLITE_OK)
		wrong("no index", S(""));
	return h;
}

static int step(sqlite3 *h, const char *sql, str value)
{
	sqlite3_stmt *s;
	if (sqlite3_prepare_v2(h, sql, -1, &s, NULL) != SQLITE_OK)
		wrong(sqlite3_errmsg(h), value);
	sqlite3_bind_text(s, 1, value.p, (int)value.n, SQLITE_STATIC);
	int rc = sqlite3_step(s);
	sqlite3_finalize(s);
	return rc;
}

static void check_marks(const struct snippet *s, str match)
{
	for (size_t i = 0; i < s->marks.n; i++)
		if (s->marks.at[i].from < (i ? s->marks.at[i - 1].to : 0) || s->marks.at[i].to <= s->marks.at[i].from ||
		    s->marks.at[i].to > s->text.n)
			wrong("a mark out of place", match);
}

/* Two bytes: the width, whether the last word is still typed. Then the query, up to a NUL, and the text. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static sqlite3 *h;
	CLEANUP(arena_close) struct arena *a = arena_open(WORDS_MEMORY);
	if (size < 2)
		return 0;
	str all = { (const char *)data + 2, size - 2 };
	size_t end = all.n ? (size_t)(strnlen(all.p, all.n)) : 0;
	str text = str_sub(all, end + 1, all.n);
	struct query q = words_query(a, str_sub(all, 0, end), data[1] & 1);
	struct snippet line = words_snippet(a, text, &q, data[0] % WIDTH_MAX), whole = words_snippet(a, text, &q, ALL);
	str match = words_match(a, &q, false);
	check_marks(&line, match);
	check_marks(&whole, match);
	(void)words_tsquery(a, &q, true);
	(void)words_tsvector(a, text, data[0]);
	if (!match.n || (text.n && memchr(text.p, 0, text.n)))
		return 0;
	h = h ? h : index_open();
	if (step(h, "INSERT OR REPLACE INTO t(rowid, x) VALUES (1, ?1)", text) != SQLITE_DONE)
		wrong(sqlite3_errmsg(h), match);
	int rc = step(h, "SELECT 1 FROM t WHERE t MATCH ?1", match);
	if (rc != SQLITE_ROW && rc != SQLITE_DONE)
		wrong(sqlite3_errmsg(h), match);
	if (rc == SQLITE_ROW && !whole.marks.n)
		wrong("found, and nothing to show", match);
	return 0;
}
