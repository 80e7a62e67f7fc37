#include "store/nearness.h"
#include "store/tokenize.h"
#include "base/words.h"

typedef int (*take_token)(void *to, int flags, const char *token, int n, int from, int end);

static int put(take_token take, void *to, int flags, str form, size_t from, size_t end)
{
	return form.n ? take(to, flags, form.p, (int)form.n, (int)from, (int)end) : SQLITE_OK;
}

static int put_document(take_token take, void *to, const struct word *w)
{
	int rc = put(take, to, 0, w->plain, w->from, w->to);
	if (rc == SQLITE_OK)
		rc = put(take, to, FTS5_TOKEN_COLOCATED, w->exact, w->from, w->to);
	return rc == SQLITE_OK ? put(take, to, FTS5_TOKEN_COLOCATED, w->joined, w->from, w->joined_to) : rc;
}

static int put_query(take_token take, void *to, const struct word *w, bool exact)
{
	if (w->joined.n)
		return put(take, to, 0, w->joined, w->from, w->joined_to);
	return put(take, to, 0, exact && w->exact.n ? w->exact : w->plain, w->from, w->to);
}

static int tokenize(Fts5Tokenizer *t, void *to, int flags, const char *text, int n, take_token take)
{
	(void)t;
	str s = { text, n > 0 ? (size_t)n : 0 };
	struct words all = words_open(s);
	struct word w;
	int rc = SQLITE_OK;
	while (rc == SQLITE_OK && words_next(&all, &w)) {
		bool query = flags & FTS5_TOKENIZE_QUERY;
		rc = query ? put_query(take, to, &w, w.from && s.p[w.from - 1] == '+') : put_document(take, to, &w);
		if (query && w.joined.n)
			all.at = w.joined_to;
	}
	return rc;
}

/* It keeps nothing; SQLite wants a pointer that is not NULL. */
static int create(void *context, const char **arguments, int n, Fts5Tokenizer **ret)
{
	static char nothing;
	(void)context, (void)arguments, (void)n;
	*ret = (Fts5Tokenizer *)&nothing;
	return SQLITE_OK;
}

static void destroy(Fts5Tokenizer *t) { (void)t; }

bool tokenize_register(sqlite3 *h)
{
	fts5_api *api = NULL;
	fts5_tokenizer vi = { create, destroy, tokenize };
	sqlite3_stmt *s = NULL;
	if (sqlite3_prepare_v2(h, "SELECT fts5(?1)", -1, &s, NULL) == SQLITE_OK && sqlite3_bind_pointer(s, 1, &api, "fts5_api_ptr", NULL) == SQLITE_OK)
		sqlite3_step(s);
	sqlite3_finalize(s);
	return api && api->xCreateTokenizer(api, "vi", NULL, &vi, NULL) == SQLITE_OK && nearness_register(api);
}
