#include "store/migrate.h"
#include "store/verify.h"
#include <jansson.h>

/* What the log does not tell of: itself. */
static const char *const untold[] = { "audit", "audit_head" };
static const char around[] = "Ai đó đã sửa cơ sở dữ liệu ngoài chương trình. Nếu đúng là phải đổi, làm lại bằng chương trình; nếu không, "
                             "khôi phục từ bản sao lưu.";

/* -- one row as it is and as it should be --------------------------------------------------------------- */

static void drop(json_t **j) { json_decref(*j); }

static void differs(struct verify *v, str table, int64_t id, const char *column, const json_t *log, const json_t *there, const char *fmt)
{
	char *one = json_dumps(log, JSON_ENCODE_ANY), *other = json_dumps(there, JSON_ENCODE_ANY);
	struct wrong w = { .table = table, .id = id, .column = str_c(column), .expected = str_c(one), .there = str_c(other),
	                   .hint = around };
	verify_say(v, w, fmt, SF(table), (long long)id, column, one ? one : "", other ? other : "");
	free(one);
	free(other);
}

/* Columns that one of the two does not know came or went with a migration. */
static void compare(struct verify *v, str table, int64_t id, str log, str there, const char *fmt)
{
	CLEANUP(drop) json_t *one = json_loadb(log.p, log.n, 0, NULL);
	CLEANUP(drop) json_t *other = json_loadb(there.p, there.n, 0, NULL);
	const char *column;
	json_t *value;
	if (!json_is_object(one) || !json_is_object(other)) {
		verify_say(v, (struct wrong){ .table = table, .id = id, .expected = log, .there = there, .hint = around },
		           "Bảng %.*s, dòng %lld: không so được với nhật ký.", SF(table), (long long)id);
		return;
	}
	json_object_foreach(one, column, value) {
		const json_t *is = json_object_get(other, column);
		if (is && !json_equal(value, is))
			differs(v, table, id, column, value, is, fmt);
	}
}

/* -- three ways to walk a table by id ------------------------------------------------------------------ */

/* What is there; what the log says last; what the migrations put there. */
struct item { int64_t id; str json; };
struct walk { struct db *db; bool log; str table; struct arena *a; VEC(struct item) page; size_t at; int64_t after; bool end; };

static void walk_close(struct walk *w) { arena_close(&w->a); }

static bool next_page(struct walk *w, struct err *e)
{
	CLEANUP(rows_close) struct rows r = { 0 };
	arena_close(&w->a);
	w->a = arena_open((size_t)512 << 20);
	memset(&w->page, 0, sizeof w->page);
	w->at = 0;
	if (!(w->log ? db_query(w->db, Q(verify_last, .entity = v_text(w->table), .after = v_int(w->after),
	                                          .limit = v_int(VERIFY_PAGE)), &r, e)
	             : table_page(w->db, w->table, w->after, VERIFY_PAGE, &r, e)))
		return false;
	while (rows_next(&r)) {
		struct item *x = vec_add(w->a, &w->page);
		x->id = w->after = col_int(&r, 0);
		if (w->log) {
			x->json = col_text(&r, w->a, 1);
			continue;
		}
		struct buf b = buf_open(w->a);
		row_json(&r, &b);
		x->json = buf_str(&b);
	}
	w->end = w->page.n < VERIFY_PAGE;
	return rows_done(&r, e);
}

static bool peek(struct walk *w, struct err *e) { return w->at < w->page.n || w->end || next_page(w, e); }
static int64_t id_of(const struct walk *w) { return w->at < w->page.n ? w->page.at[w->at].id : INT64_MAX; }

static const struct item *take(struct walk *w, int64_t id) { return id_of(w) == id ? &w->page.at[w->at++] : NULL; }

/* The log's word is the last; of a row it does not know, that of the migrations. */
static void judge(struct verify *v, str table, int64_t id, const struct item *is, const struct item *log, const struct item *first)
{
	str should = log ? log->json : first ? first->json : (str){ 0 };
	struct wrong w = { .table = table, .id = id, .expected = should, .there = is ? is->json : (str){ 0 }, .hint = around };
	if (is && !should.n)
		verify_say(v, w, log ? "Bảng %.*s có dòng %lld, trong khi nhật ký nói đã xóa dòng ấy."
		                     : "Bảng %.*s có dòng %lld mà nhật ký không nói tới: nó được thêm ngoài chương trình.", SF(table), (long long)id);
	else if (!is && should.n)
		verify_say(v, w, "Bảng %.*s mất dòng %lld: nó bị xóa ngoài chương trình.", SF(table), (long long)id);
	else if (is && !str_eq(is->json, should))
		compare(v, table, id, should, is->json, "Bảng %.*s, dòng %lld, cột %s: nhật ký ghi %s, trong bảng là %s.");
}

static bool check_table(struct verify *v, struct db *fresh, str table, int64_t *done, struct err *e)
{
	CLEANUP(walk_close) struct walk is = { .db = v->db, .table = table, .after = INT64_MIN };
	CLEANUP(walk_close) struct walk log = { .db = v->db, .table = table, .after = INT64_MIN, .log = true };
	CLEANUP(walk_close) struct walk first = { .db = fresh, .table = table, .after = INT64_MIN };
	for (;; ++*done) {
		if (!peek(&is, e) || !peek(&log, e) || !peek(&first, e))
			return false;
		int64_t id = id_of(&is) < id_of(&log) ? id_of(&is) : id_of(&log);
		id = id_of(&first) < id ? id_of(&first) : id;
		if (id == INT64_MAX)
			return true;
		const struct item *a = take(&is, id), *b = take(&log, id);
		judge(v, table, id, a, b, take(&first, id));
		pace_tell(v->progress, "Đang so các bảng với nhật ký, dòng", *done, 0);
	}
}

/* -- the trail of each row in the log ------------------------------------------------------------------- */

/* What a change found there is what the one before had left; else the row was changed around the log in between. */
static bool trail(struct verify *v, struct err *e)
{
	CLEANUP(arena_close) struct arena *a = arena_open((size_t)512 << 20);
	CLEANUP(rows_close) struct rows r = { 0 };
	if (!db_query(v->db, Q(verify_trail, .limit = v_int(VERIFY_PAGE)), &r, e))
		return false;
	while (rows_next(&r)) {
		str table = col_text(&r, a, 1), before = col_text(&r, a, 3), left = col_text(&r, a, 4);
		int64_t id = col_int(&r, 2);
		if (before.n && left.n)
			compare(v, table, id, left, before, "Bảng %.*s, dòng %lld, cột %s: nhật ký để lại %s, lần đổi sau gặp %s.");
		else
			verify_say(v, (struct wrong){ .table = table, .id = id, .expected = left, .there = before, .hint = around },
			           "Bảng %.*s, dòng %lld: %s giữa hai lần nhật ký ghi (trước dòng nhật ký %lld).", SF(table), (long long)id,
			           before.n ? "được thêm" : "bị xóa", (long long)col_int(&r, 0));
	}
	return rows_done(&r, e);
}

static bool run(struct verify *v, struct err *e)
{
	CLEANUP(arena_close) struct arena *a = arena_open((size_t)16 << 20);
	CLEANUP(db_close) struct db *fresh = NULL;
	strs tables, made;
	int64_t done = 0;
	int version;
	if (!migrate_version(v->db, &version, e) || !db_open(a, S(":memory:"), DB_EXISTING, &fresh, e) ||
	    !migrate_to(fresh, v->m, version, e) || !tables_list(fresh, a, &made, e) || !tables_list(v->db, a, &tables, e))
		return false;
	for (size_t i = 0, k = 0; i < tables.n; i++) {
		bool skip = false;
		for (size_t n = 0; n < COUNT(untold); n++)
			skip |= str_eq(tables.at[i], str_c(untold[n]));
		while (k < made.n && strcmp(made.at[k].p, tables.at[i].p) < 0)
			k++;
		if (k == made.n || !str_eq(made.at[k], tables.at[i])) {
			verify_say(v, (struct wrong){ .table = tables.at[i], .hint = around }, "Bảng %.*s không thuộc lược đồ của hồ sơ.", SF(tables.at[i]));
			continue;
		}
		if (!skip && !check_table(v, fresh, tables.at[i], &done, e))
			return false;
	}
	return trail(v, e);
}

const struct verify_row verify_rows = {
	.help = "Mỗi dòng của mỗi bảng đúng như nhật ký ghi lần cuối; không dòng nào thêm, bớt, sửa ngoài chương trình.",
	.source = "issue 5 (audit log)",
	.run = run,
};
