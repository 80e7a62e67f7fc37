#include "store/search_index.h"
#include "base/search.h"
#include <stdlib.h>

enum { KINDS = 16, WINDOW = 500, ROOM = 1 << 28, TITLE_MAX = 1 << 16 };     /* WINDOW: ids that are read at a time */

#define SEARCHABLE(table, number, area) { T_##table, number, area, Q_found_of_##table },
static const struct kind { enum table_id table; int number; const char *area; enum query_id words; } kinds[] = {
#include "store/searchable.def"
};
#undef SEARCHABLE

struct thing { const struct kind *kind; int64_t id; };
struct found { int64_t id, body, cycle; const struct kind *kind; int64_t entity; str title, text; };
typedef VEC(struct found) founds;

static int64_t number_of(const struct kind *k, int64_t id) { return id * KINDS + k->number; }

static const struct kind *kind_of(enum table_id t)
{
	for (size_t i = 0; i < COUNT(kinds); i++)
		if (kinds[i].table == t)
			return &kinds[i];
	return NULL;
}

/* -- reading and writing one ---------------------------------------------------------------------------- */

static str parts_of(struct arena *a, struct rows *r, int from)
{
	struct buf b = buf_open(a);
	for (int i = from; i < rows_columns(r); i++)
		if (!col_null(r, i)) {
			buf_put(&b, b.n ? S(" · ") : S(""));
			buf_put(&b, col_text(r, a, i));
		}
	return buf_str(&b);
}

/* What can be found of the rows of a table with ids in (after, until]. */
static bool read_kind(struct db *db, struct arena *a, const struct kind *k, int64_t after, int64_t until, founds *ret, struct err *e)
{
	CLEANUP(rows_close) struct rows r = { 0 };
	if (!db_query(db, k->words, (const struct arg[]){ v_int(after), v_int(until) }, &r, e))
		return false;
	while (rows_next(&r)) {
		int64_t id = col_int(&r, 0);
		struct found f = { number_of(k, id), col_int(&r, 1), col_int(&r, 2), k, id, col_text(&r, a, 3), parts_of(a, &r, 4) };
		if (f.title.n || f.text.n)
			*vec_add(a, ret) = f;
	}
	return rows_done(&r, e);
}

static bool run(struct db *db, enum query_id q, const struct arg *args, struct err *e)
{
	CLEANUP(rows_close) struct rows r = { 0 };
	if (!db_query(db, q, args, &r, e))
		return false;
	while (rows_next(&r))
		continue;
	return rows_done(&r, e);
}

static bool put(struct db *db, struct arena *a, const struct found *f, struct err *e)
{
	str table = str_c(table_name(f->kind->table)), area = str_c(f->kind->area);
	if (db_kind(db) == DB_SQLITE)
		return run(db, Q(found_put, .id = v_int(f->id), .body_id = v_int(f->body), .cycle_id = v_ref(f->cycle),
		                 .area = v_text(area), .entity = v_text(table), .entity_id = v_int(f->entity), .title = v_text(f->title),
		                 .text = v_text(f->text)), e);
	str scope = str_fmt(a, "#b%lld #c%lld #k%.*s", (long long)f->body, (long long)f->cycle, SF(table));
	str title = words_tsvector(a, f->title, TITLE_MAX), text = words_tsvector(a, f->text, TSVECTOR_BYTES - 2 * TITLE_MAX);
	return run(db, Q(found_put_words, .id = v_int(f->id), .body_id = v_int(f->body), .cycle_id = v_ref(f->cycle),
	                 .area = v_text(area), .entity = v_text(table), .entity_id = v_int(f->entity), .title = v_text(f->title),
	                 .text = v_text(f->text), .title_words = v_text(title), .text_words = v_text(text), .scope = v_text(scope)), e);
}

/* -- with a transaction ------------------------------------------------------------------------------- */

/* In the order of found.id: FTS5 begins a new piece of its index with each number that is lower than the one before. */
static int by_thing(const void *x, const void *y)
{
	const struct thing *p = x, *q = y;
	int64_t n = number_of(p->kind, p->id), m = number_of(q->kind, q->id);
	return (n > m) - (n < m);
}

bool search_keep(struct tx *t, struct err *e)
{
	VEC(struct thing) all = { 0 };
	const struct kind *finding = kind_of(T_finding);
	for (size_t i = 0; i < t->entries.n; i++) {
		const struct tx_entry *x = &t->entries.at[i];
		const struct kind *k = kind_of(x->table);
		if (k)
			*vec_add(t->a, &all) = (struct thing){ k, x->id };
		if (x->table != T_criterion || !x->before.n || !x->after.n)
			continue;
		CLEANUP(rows_close) struct rows r = { 0 };
		if (!db_query(t->db, Q(found_of_criterion, .criterion_id = v_int(x->id)), &r, e))
			return false;
		while (rows_next(&r))
			*vec_add(t->a, &all) = (struct thing){ finding, col_int(&r, 0) };
		if (!rows_done(&r, e))
			return false;
	}
	if (all.n)
		qsort(all.at, all.n, sizeof *all.at, by_thing);
	for (size_t i = 0; i < all.n; i++) {
		struct thing x = all.at[i];
		founds now = { 0 };
		if (i && !by_thing(&x, &all.at[i - 1]))
			continue;
		if (!read_kind(t->db, t->a, x.kind, x.id - 1, x.id, &now, e))
			return false;
		if (now.n ? !put(t->db, t->a, now.at, e) : !run(t->db, Q(found_drop, .id = v_int(number_of(x.kind, x.id))), e))
			return false;
	}
	return true;
}

/* -- all of it ------------------------------------------------------------------------------------------ */

static int by_id(const void *x, const void *y)
{
	const struct found *p = x, *q = y;
	return (p->id > q->id) - (p->id < q->id);
}

/* All that can be found of rows with ids in (after, after + WINDOW], in the order of found. */
static bool read_window(struct db *db, struct arena *a, int64_t after, founds *ret, struct err *e)
{
	for (size_t i = 0; i < COUNT(kinds); i++)
		if (!read_kind(db, a, &kinds[i], after, after + WINDOW, ret, e))
			return false;
	if (ret->n)
		qsort(ret->at, ret->n, sizeof *ret->at, by_id);
	return true;
}

static bool fill(struct db *db, struct err *e)
{
	int64_t last = 0;
	bool found;
	if (!db_int(db, Q(found_last, 0), &last, &found, e))
		return false;
	for (int64_t after = 0; after < last; after += WINDOW) {
		CLEANUP(arena_close) struct arena *a = arena_open(ROOM);
		founds now = { 0 };
		if (!read_window(db, a, after, &now, e))
			return false;
		for (size_t i = 0; i < now.n; i++)
			if (!put(db, a, &now.at[i], e))
				return false;
	}
	return true;
}

bool search_rebuild(struct db *db, struct err *e)
{
	CLEANUP(arena_close) struct arena *a = arena_open(ROOM);
	struct tx t = { 0 };
	struct actor nobody = { 0 };
	/* First the words of what stands there now: to take out rows an index must know of them. */
	bool ok = tx_begin(db, a, &nobody, S("index"), &t, e) && (db_kind(db) != DB_SQLITE || run(db, Q(found_rebuild, 0), e)) &&
	          run(db, Q(found_empty, 0), e) && fill(db, e) && tx_commit(&t, e);
	tx_close(&t);
	return ok;
}

/* -- whether it is right ------------------------------------------------------------------------------ */

static bool same(const struct found *f, struct rows *r, struct arena *a)
{
	return f->body == col_int(r, 1) && f->cycle == col_int(r, 2) && str_eq(str_c(f->kind->area), col_text(r, a, 3)) &&
	       str_eq(str_c(table_name(f->kind->table)), col_text(r, a, 4)) && f->entity == col_int(r, 5) &&
	       str_eq(f->title, col_text(r, a, 6)) && str_eq(f->text, col_text(r, a, 7));
}

struct differing { int64_t n, first; };

static const char *name_of(int64_t id)
{
	for (size_t i = 0; i < COUNT(kinds); i++)
		if (kinds[i].number == id % KINDS)
			return table_name(kinds[i].table);
	return "found";
}

static void differs(struct differing *d, int64_t id)
{
	d->first = d->n++ ? d->first : id;
}

static bool compare(struct db *db, int64_t after, struct differing *d, struct err *e)
{
	CLEANUP(arena_close) struct arena *a = arena_open(ROOM);
	CLEANUP(rows_close) struct rows r = { 0 };
	founds now = { 0 };
	size_t i = 0;
	int64_t first = (after + 1) * KINDS;
	struct arg before = v_int(first - 1), until = v_int(first + (int64_t)WINDOW * KINDS - 1);
	if (!read_window(db, a, after, &now, e) || !db_query(db, Q(found_window, .after = before, .until = until), &r, e))
		return false;
	while (rows_next(&r)) {
		int64_t id = col_int(&r, 0);
		for (; i < now.n && now.at[i].id < id; i++)
			differs(d, now.at[i].id);
		if (i == now.n || now.at[i].id != id || !same(&now.at[i++], &r, a))
			differs(d, id);
	}
	for (; i < now.n; i++)
		differs(d, now.at[i].id);
	return rows_done(&r, e);
}

static bool wrong(struct err *e)
{
	return err_hint(e, "Nhờ người quản trị lập lại chỉ mục (khacphuc search --rebuild); dữ liệu của hồ sơ không mất gì.");
}

bool search_check(struct db *db, struct err *e)
{
	struct differing d = { 0 };
	int64_t last = 0;
	bool found;
	if (!db_int(db, Q(found_last, 0), &last, &found, e))
		return false;
	for (int64_t after = 0; after < last; after += WINDOW)
		if (!compare(db, after, &d, e))
			return false;
	return !d.n || (fail(e, ERR_FORMAT, "Chỉ mục tìm kiếm không khớp với hồ sơ: %lld mục khác, mục đầu là %s %lld.", (long long)d.n,
	                     name_of(d.first), (long long)(d.first / KINDS)), wrong(e));
}

bool search_sound(struct db *db, struct err *e)
{
	if (db_kind(db) == DB_POSTGRESQL || run(db, Q(found_sound, 0), e))
		return true;
	return e->code == ERR_FORMAT ? fail(e, ERR_FORMAT, "Các từ trong chỉ mục tìm kiếm không phải là các từ của hồ sơ."), wrong(e) : false;
}
