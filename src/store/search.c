#include "store/search.h"
#include "base/fold.h"

enum { SCOPE_BODIES = 64 };                    /* of more bodies the index is not asked: each row is looked at for its rights anyway */

bool search_table(str table)
{
#define SEARCHABLE(table, number, area) #table,
	static const char *const tables[] = {
#include "store/searchable.def"
	};
#undef SEARCHABLE
	for (size_t i = 0; i < COUNT(tables); i++)
		if (str_eq(table, str_c(tables[i])))
			return true;
	return false;
}

bool search_unit(struct db *db, struct arena *a, int64_t person, str name, int64_t *ret, struct err *e)
{
	CLEANUP(rows_close) struct rows r = { 0 };
	if (!db_query(db, Q(search_unit, .folded = v_text(fold_plain(a, name)), .symbol = v_text(name), .who = v_int(person)), &r, e))
		return false;
	*ret = rows_next(&r) ? col_int(&r, 0) : 0;
	if (rows_next(&r))
		*ret = 0;
	return rows_done(&r, e);
}

/* -- where to look -------------------------------------------------------------------------------------- */

typedef VEC(int64_t) ids;

static bool read_ids(struct db *db, struct arena *a, enum query_id q, const struct arg *args, ids *ret, struct err *e)
{
	CLEANUP(rows_close) struct rows r = { 0 };
	if (!db_query(db, q, args, &r, e))
		return false;
	while (rows_next(&r))
		*vec_add(a, ret) = col_int(&r, 0);
	return rows_done(&r, e);
}

/* One of the words b7, b8 …: of the column scope on SQLite, lexemes with # on PostgreSQL. */
static void put_scope(struct buf *b, bool lite, char letter, const ids *any)
{
	for (size_t i = 0; i < any->n; i++)
		buf_fmt(b, lite ? "%s\"%c%lld\"" : "%s'#%c%lld'", i ? lite ? " OR " : " | " : lite ? " AND scope : (" : " & (", letter,
		        (long long)any->at[i]);
	if (any->n)
		buf_put(b, S(")"));
}

/* *none: there is nothing that could be found. */
static bool scope_of(struct db *db, struct arena *a, const struct search_ask *ask, str *ret, bool *none, struct err *e)
{
	bool lite = db_kind(db) == DB_SQLITE;
	struct buf b = buf_open(a);
	ids bodies = { 0 }, cycles = { 0 };
	if (ask->body)
		*vec_add(a, &bodies) = ask->body;
	else if (!read_ids(db, a, Q(search_bodies, .who = v_int(ask->person), .most = v_int(SCOPE_BODIES + 1)), &bodies, e))
		return false;
	if (ask->year && !read_ids(db, a, Q(search_cycles, .year = v_int(ask->year)), &cycles, e))
		return false;
	*none = !bodies.n || (ask->year && !cycles.n);
	if (bodies.n <= SCOPE_BODIES)
		put_scope(&b, lite, 'b', &bodies);
	put_scope(&b, lite, 'c', &cycles);
	if (ask->table.n)
		buf_fmt(&b, lite ? " AND scope : \"k%.*s\"" : " & '#k%.*s'", SF(ask->table));
	*ret = buf_str(&b);
	return true;
}

str search_within(struct db *db, struct arena *a, const struct query *words, int64_t body, int64_t cycle)
{
	bool lite = db_kind(db) == DB_SQLITE;
	str said = lite ? words_match(a, words, false) : words_tsquery(a, words, false);
	return !said.n ? said : str_fmt(a, lite ? "{title text} : (%.*s) AND scope : \"b%lld\" AND scope : \"c%lld\"" : "(%.*s) & '#b%lld' & '#c%lld'",
	                                SF(said), (long long)body, (long long)cycle);
}

/* -- the page ------------------------------------------------------------------------------------------- */

static int phrases_of(const struct query *q)
{
	int n = 0;
	for (size_t i = 0; i < q->words.n; i++)
		n += !q->words.at[i].follows;
	return n;
}

/* All words side by side, anywhere or in the title. */
static struct arg near_of(struct arena *a, const struct query *q, bool exact, bool title)
{
	struct buf b = buf_open(a);
	for (size_t i = 0; i < q->words.n; i++) {
		const struct query_word *w = &q->words.at[i];
		str form = exact && w->exact.n ? w->exact : w->plain;
		buf_fmt(&b, "%s'%.*s'%s%s%s", i ? " <-> " : "", SF(form), w->prefix || title ? ":" : "", w->prefix ? "*" : "", title ? "A" : "");
	}
	return v_text(buf_str(&b));
}

static bool ask_page(struct db *db, struct arena *a, const struct search_ask *ask, str scope, struct rows *r, struct err *e)
{
	const struct query *q = ask->words;
	struct arg who = v_int(ask->person), most = v_int(SEARCH_MOST + 1), limit = v_int(ask->limit), skip = v_int(ask->skip);
	bool lite = db_kind(db) == DB_SQLITE;
	str said[2];
	for (int exact = 0; exact < 2; exact++) {
		str words = lite ? words_match(a, q, exact) : words_tsquery(a, q, exact);
		said[exact] = str_fmt(a, lite ? "{title text} : (%.*s)%.*s" : "(%.*s)%.*s", SF(words), SF(scope));
	}
	if (str_eq(said[0], said[1]))                      /* no marks were typed: all have them */
		said[0] = lite ? S("\"\"") : (str){ 0 };
	if (lite)
		return db_query(db, Q(search_page, .exact = v_text(said[1]), .plain = v_text(said[0]), .words = v_int(phrases_of(q)),
		                      .who = who, .most = most, .limit = limit, .skip = skip), r, e);
	return db_query(db, Q(search_page_words, .exact = v_text(said[1]), .plain = v_text(said[0]),
	                      .exact_title = near_of(a, q, true, true), .exact_near = near_of(a, q, true, false),
	                      .plain_title = near_of(a, q, false, true), .plain_near = near_of(a, q, false, false),
	                      .who = who, .most = most, .limit = limit, .skip = skip), r, e);
}

bool search_find(struct db *db, struct arena *a, const struct search_ask *ask, struct search_hits *ret, struct err *e)
{
	CLEANUP(rows_close) struct rows r = { 0 };
	str scope;
	bool none = false;
	*ret = (struct search_hits){ 0 };
	if (!ask->words->words.n)
		return true;
	if (!scope_of(db, a, ask, &scope, &none, e))
		return false;
	if (none)
		return true;
	if (!ask_page(db, a, ask, scope, &r, e))
		return false;
	while (rows_next(&r)) {
		ret->total = col_int(&r, 0);
		*vec_add(a, &ret->at) = (struct search_hit){
			.marked = col_int(&r, 1) < 3, .table = col_text(&r, a, 2), .id = col_int(&r, 3), .body = col_int(&r, 4),
			.unit = col_text(&r, a, 5), .year = (int)col_int(&r, 6), .title = col_text(&r, a, 7), .text = col_text(&r, a, 8),
			.code = col_text(&r, a, 9), .of = col_int(&r, 10),
		};
	}
	return rows_done(&r, e);
}
