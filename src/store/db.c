#include "base/sha256.h"
#include "store/audit.h"
#include "store/db_driver.h"
#include "store/search_index.h"
#include <stdlib.h>
#include <string.h>

#define PARTS(...) { __VA_ARGS__ }
#define QUERY(name, args, where, writes, table, before, parts, lite, pg) { #name, args, where, writes, table, before, parts, lite, pg },
const struct statement queries[QUERY_COUNT] = {
#include "store/queries.def"
};
#undef QUERY

#define TABLE(name, body) { #name, body },
static const struct { const char *name; bool body; } tables[TABLE_COUNT] = {
#include "store/queries.def"
};
#undef TABLE

#define MIGRATION(name, lite, pg) { name, lite, pg },
static const struct migration migrations[] = {
#include "store/queries.def"
};
#undef MIGRATION

struct migrations migrations_all(void) { return (struct migrations){ migrations, COUNT(migrations) }; }
const char *table_name(enum table_id t) { return tables[t].name; }
bool table_has_body(enum table_id t) { return tables[t].body; }

enum db_kind db_kind_of(str where)
{
	bool words = str_find(where, S("host="), 0) < where.n || str_find(where, S("dbname="), 0) < where.n;
	return str_starts(where, S("postgresql://")) || str_starts(where, S("postgres://")) || words ? DB_POSTGRESQL : DB_SQLITE;
}

bool db_open(struct arena *a, str where, enum db_open how, struct db **ret, struct err *e)
{
	struct db *db = make(a, struct db);
	db->a = a;
	db->driver = db_kind_of(where) == DB_SQLITE ? &driver_sqlite : &driver_postgresql;
	if (!db->driver->open(db, where, how, e)) {
		db->driver->close(db);
		return false;
	}
	*ret = db;
	return true;
}

void db_close(struct db **db)
{
	if (*db)
		(*db)->driver->close(*db);
	*db = NULL;
}

enum db_kind db_kind(const struct db *db) { return db->driver->kind; }
bool db_spare(struct db *db, struct err *e) { return !*db->driver->spare || db->driver->script(db, db->driver->spare, e); }
bool db_lost(const struct db *db) { return db->driver->lost && db->driver->lost(db); }
int64_t db_ran(const struct db *db) { return db->ran; }

bool db_check(struct db *db, struct err *e)
{
	for (int q = 0; q < QUERY_COUNT; q++)
		if (!db->driver->prepare(db, (enum query_id)q, e))
			return false;
	return true;
}

bool db_script(struct db *db, const char *text, struct err *e)
{
	db->ran++;
	return db->driver->script(db, text, e);
}

bool db_query(struct db *db, enum query_id q, const struct arg *args, struct rows *ret, struct err *e)
{
	for (int i = 0; i < queries[q].args; i++) {
		bool nul = args[i].kind == V_TEXT && memchr(args[i].s.p, 0, args[i].s.n);
		if (args[i].kind != V_UNSET && !nul)
			continue;
		fail(e, nul ? ERR_INPUT : ERR_SYSTEM, nul ? "Văn bản có ký tự 0, không lưu được." : "Lỗi trong chương trình: một lệnh thiếu tham số.");
		return err_detail(e, "%s: parameter %d", queries[q].where, i + 1);
	}
	db->ran++;
	return db->driver->run(db, q, args, ret, e);
}

bool rows_next(struct rows *r) { return !r->failed && r->db->driver->next(r); }
bool rows_done(struct rows *r, struct err *e) { return r->db->driver->done(r, e); }

void rows_close(struct rows *r)
{
	if (r->db)
		r->db->driver->close_rows(r);
	r->db = NULL;
}

int rows_columns(const struct rows *r) { return r->db->driver->columns(r); }
int64_t col_int(struct rows *r, int col) { return r->db->driver->number(r, col); }
bool col_null(struct rows *r, int col) { return r->db->driver->is_null(r, col); }
const char *col_name(struct rows *r, int col) { return r->db->driver->name(r, col); }

str col_text(struct rows *r, struct arena *a, int col)
{
	return col_null(r, col) ? (str){ 0 } : str_copy(a, r->db->driver->text(r, col));
}

/* That a password changed is seen, and nothing of it. */
static void secret(struct buf *b, str s)
{
	char sum[65];
	sha256_hex(s, sum);
	buf_fmt(b, "\"%.8s…\"", sum);
}

/* Most of a row is numbers: vsnprintf would be a tenth of what a change costs. */
static void put_int(struct buf *b, int64_t n)
{
	char text[24];
	size_t at = sizeof text;
	uint64_t u = n < 0 ? 0 - (uint64_t)n : (uint64_t)n;
	do
		text[--at] = (char)('0' + u % 10);
	while (u /= 10);
	if (n < 0)
		text[--at] = '-';
	buf_put(b, (str){ text + at, sizeof text - at });
}

void row_json(struct rows *r, struct buf *b)
{
	for (int i = 0, n = rows_columns(r); i < n; i++) {
		buf_put(b, i ? S(",\"") : S("{\""));
		buf_put(b, str_c(col_name(r, i)));
		buf_put(b, S("\":"));
		if (col_null(r, i))
			buf_put(b, S("null"));
		else if (r->db->driver->is_int(r, i))
			put_int(b, col_int(r, i));
		else if (!strcmp(col_name(r, i), "password"))
			secret(b, r->db->driver->text(r, i));
		else
			audit_quote(b, r->db->driver->text(r, i));
	}
	buf_put(b, S("}"));
}

bool db_int(struct db *db, enum query_id q, const struct arg *args, int64_t *ret, bool *found, struct err *e)
{
	CLEANUP(rows_close) struct rows r = { 0 };
	if (!db_query(db, q, args, &r, e))
		return false;
	bool some = rows_next(&r);
	int64_t n = some ? col_int(&r, 0) : 0;
	if (!rows_done(&r, e))
		return false;
	*ret = n;
	*found = some;
	return true;
}

/* -- changing ---------------------------------------------------------------------------------------- */

static bool begin(struct db *db, const char *text, struct tx *ret, struct err *e)
{
	if (db->in_tx)
		return fail(e, ERR_SYSTEM, "Lỗi trong chương trình: một giao dịch đang mở."), err_detail(e, "tx_begin twice");
	if (!db_script(db, text, e))
		return false;
	db->in_tx = true;
	ret->db = db;
	ret->open = true;
	return true;
}

bool tx_begin(struct db *db, struct arena *a, const struct actor *who, str what, struct tx *ret, struct err *e)
{
	*ret = (struct tx){ .a = a, .who = *who, .what = what };
	return begin(db, db_kind(db) == DB_SQLITE ? "BEGIN IMMEDIATE" : "BEGIN", ret, e);
}

bool tx_look(struct db *db, struct tx *ret, struct err *e)
{
	*ret = (struct tx){ 0 };
	return begin(db, db_kind(db) == DB_SQLITE ? "BEGIN" : "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", ret, e);
}

static int64_t body_of(struct rows *r)
{
	for (int i = 0, n = rows_columns(r); i < n; i++)
		if (!strcmp(col_name(r, i), "body_id"))
			return col_int(r, i);
	return 0;
}

static str json_of(struct arena *a, struct rows *r)
{
	struct buf b = buf_open(a);
	row_json(r, &b);
	return buf_str(&b);
}

/* The rows that an UPDATE is about to change, as they are. */
static bool look_before(struct tx *t, const struct statement *q, const struct arg *args, size_t *first, struct err *e)
{
	CLEANUP(rows_close) struct rows r = { 0 };
	struct arg some[40];
	*first = t->entries.n;
	if (q->before < 0)
		return true;
	const struct statement *b = &queries[q->before];
	for (int i = 0; i < b->args; i++)
		some[i] = args[b->parts[i]];
	if (!db_query(t->db, (enum query_id)q->before, some, &r, e))
		return false;
	while (rows_next(&r)) {
		struct tx_entry *x = vec_add(t->a, &t->entries);
		*x = (struct tx_entry){ (enum table_id)q->table, col_int(&r, 0), body_of(&r), json_of(t->a, &r), { 0 } };
	}
	return rows_done(&r, e);
}

static void log_row(struct tx *t, const struct statement *q, struct rows *r, size_t first)
{
	int64_t id = col_int(r, 0);
	str json = json_of(t->a, r);
	for (size_t i = first; i < t->entries.n; i++)
		if (t->entries.at[i].id == id) {
			t->entries.at[i].after = json;
			return;
		}
	struct tx_entry x = { .table = (enum table_id)q->table, .id = id, .body = body_of(r) };
	*(q->writes == 3 ? &x.before : &x.after) = json;
	*vec_add(t->a, &t->entries) = x;
}

/* A row that did not become another is no change, and one that was read but not touched after all is none either. */
static void forget_unchanged(struct tx *t, size_t first)
{
	size_t n = first;
	for (size_t i = first; i < t->entries.n; i++)
		if (!str_eq(t->entries.at[i].before, t->entries.at[i].after) && (t->entries.at[i].after.n || t->entries.at[i].before.n))
			t->entries.at[n++] = t->entries.at[i];
	t->entries.n = n;
}

bool db_change(struct tx *t, enum query_id id, const struct arg *args, struct changed *ret, struct err *e)
{
	CLEANUP(rows_close) struct rows r = { 0 };
	const struct statement *q = &queries[id];
	struct changed done = { 0 };
	size_t first;
	if (!t->open || !t->a)
		return fail(e, ERR_SYSTEM, "Lỗi trong chương trình: thay đổi ngoài giao dịch."), err_detail(e, "%s", q->where);
	if (!look_before(t, q, args, &first, e) || !db_query(t->db, id, args, &r, e))
		return false;
	while (rows_next(&r)) {
		done.rows++;
		done.id = rows_columns(&r) ? col_int(&r, 0) : 0;
		if (q->writes)
			log_row(t, q, &r, first);
	}
	if (!rows_done(&r, e))
		return false;
	if (q->writes == 2)
		for (size_t i = first; i < t->entries.n; i++)      /* seen, but not changed: another condition held it back */
			if (!t->entries.at[i].after.n)
				t->entries.at[i].before = (str){ 0 };
	forget_unchanged(t, first);
	if (ret)
		*ret = done;
	return true;
}

bool tx_commit(struct tx *t, struct err *e)
{
	bool ok = t->open && (!t->entries.n || (audit_append(t, e) && search_keep(t, e))) && db_script(t->db, "COMMIT", e);
	if (!ok)
		tx_close(t);
	t->db->in_tx = t->open = false;
	return ok;
}

void tx_close(struct tx *t)
{
	struct err ignored = { 0 };
	if (t->db && t->open && !db_script(t->db, "ROLLBACK", &ignored))
		t->open = false;                           /* SQLite has rolled back by itself, or the connection is gone */
	if (t->db && t->open)
		t->open = false;
	if (t->db)
		t->db->in_tx = false;
}
