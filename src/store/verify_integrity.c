#include "store/verify.h"

static const char restore[] = "Đừng ghi thêm vào hồ sơ; khôi phục từ bản sao lưu gần nhất (khacphuc restore).";

static bool pages(struct verify *v, struct err *e)
{
	CLEANUP(arena_close) struct arena *a = arena_open((size_t)16 << 20);
	CLEANUP(rows_close) struct rows r = { 0 };
	if (!db_query(v->db, Q(verify_integrity, 0), &r, e))
		return false;
	while (rows_next(&r)) {
		str s = col_text(&r, a, 0);
		if (!str_eq(s, S("ok")))
			verify_say(v, (struct wrong){ .there = s, .hint = restore }, "Tệp cơ sở dữ liệu hỏng: %.*s", SF(s));
	}
	return rows_done(&r, e);
}

static bool words(struct verify *v, struct err *e)
{
	CLEANUP(rows_close) struct rows r = { 0 };
	struct err why = { 0 };
	bool ok = db_query(v->db, Q(verify_words, 0), &r, &why);
	if (ok)
		rows_next(&r);
	if (ok && rows_done(&r, &why))
		return true;
	if (why.code != ERR_FORMAT) {
		*e = why;
		return false;
	}
	verify_say(v, (struct wrong){ .table = S("found"), .hint = "Chỉ mục được lập lại từ dữ liệu, không mất gì: khôi phục từ bản sao lưu, hoặc báo người quản trị." },
	           "Chỉ mục tìm kiếm không khớp với điều nó ghi nhận.");
	return true;
}

static bool run(struct verify *v, struct err *e) { return db_kind(v->db) != DB_SQLITE || (pages(v, e) && words(v, e)); }

const struct verify_row verify_integrity = {
	.help = "Tệp cơ sở dữ liệu và chỉ mục tìm kiếm nguyên vẹn.",
	.source = "SQLite, PRAGMA integrity_check; FTS5, integrity-check",
	.run = run,
	.alone = true,                                 /* the index is checked by a statement that writes nothing, but is an INSERT */
};
