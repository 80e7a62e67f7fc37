#include "store/db_driver.h"
#include "store/migrate.h"
#include "store/verify.h"

static const char hint[] = "Ai đó đã đổi lược đồ ngoài chương trình: quyền xem có thể không còn đúng. Khôi phục từ bản sao lưu (khacphuc restore).";

struct part { str name, text; };
typedef VEC(struct part) parts;

static bool parts_of(struct db *db, struct arena *a, parts *ret, struct err *e)
{
	CLEANUP(rows_close) struct rows r = { 0 };
	if (!db_query(db, Q(schema_texts, 0), &r, e))
		return false;
	while (rows_next(&r)) {
		str name = col_text(&r, a, 0);
		*vec_add(a, ret) = (struct part){ name, col_text(&r, a, 1) };
	}
	return rows_done(&r, e);
}

static bool fresh_file(struct verify *v, struct arena *a, int version, parts *ret, struct err *e)
{
	CLEANUP(db_close) struct db *fresh = NULL;
	return db_open(a, S(":memory:"), DB_EXISTING, &fresh, e) && migrate_to(fresh, v->m, version, e) && parts_of(fresh, a, ret, e);
}

/* On the server the text is made by the server: the same migrations run in a schema that is taken back again. */
static bool fresh_schema(struct verify *v, struct arena *a, int version, parts *ret, struct err *e)
{
	struct err ignored = { 0 };
	bool ok = db_script(v->db, "BEGIN; CREATE SCHEMA khacphuc_verify; SET LOCAL search_path TO khacphuc_verify", e) &&
	          migrate_within(v->db, v->m, version, e) && parts_of(v->db, a, ret, e);
	(void)db_script(v->db, "ROLLBACK", &ignored);
	return ok;
}

static void compare(struct verify *v, const parts *is, const parts *should)
{
	for (size_t i = 0, k = 0; i < is->n || k < should->n;) {
		const struct part *one = i < is->n ? &is->at[i] : NULL, *other = k < should->n ? &should->at[k] : NULL;
		int order = !one ? 1 : !other ? -1 : strcmp(one->name.p, other->name.p);
		struct wrong w = { .hint = hint };
		i += order <= 0;
		k += order >= 0;
		if (order < 0)
			verify_say(v, w, "Lược đồ có “%.*s” mà chương trình không lập.", SF(one->name));
		else if (order > 0)
			verify_say(v, w, "Lược đồ thiếu “%.*s”.", SF(other->name));
		else if (!str_eq(one->text, other->text)) {
			w.expected = other->text;
			w.there = one->text;
			verify_say(v, w, "“%.*s” của lược đồ đã bị đổi.", SF(one->name));
		}
	}
}

static bool run(struct verify *v, struct err *e)
{
	CLEANUP(arena_close) struct arena *a = arena_open((size_t)64 << 20);
	parts is = { 0 }, should = { 0 };
	int version;
	if (!migrate_version(v->db, &version, e) || !parts_of(v->db, a, &is, e) ||
	    !(db_kind(v->db) == DB_SQLITE ? fresh_file : fresh_schema)(v, a, version, &should, e))
		return false;
	compare(v, &is, &should);
	return true;
}

const struct verify_row verify_schema = {
	.help = "Lược đồ (bảng, khung nhìn, chỉ mục, ràng buộc) đúng như chương trình lập.",
	.source = "store/sql (migrations); issue 5 (permissions in the data layer)",
	.run = run,
	.alone = true,                                 /* on PostgreSQL it makes a schema and takes it back */
};
