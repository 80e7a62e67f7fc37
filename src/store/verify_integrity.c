#include "store/search_index.h"
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

static bool run(struct verify *v, struct err *e) { return db_kind(v->db) != DB_SQLITE || (pages(v, e) && search_sound(v->db, e)); }

const struct verify_row verify_integrity = {
	.help = "Tệp cơ sở dữ liệu và các từ trong chỉ mục tìm kiếm nguyên vẹn.",
	.source = "SQLite, PRAGMA integrity_check; FTS5, integrity-check",
	.run = run,
	.alone = true,                                 /* the index is checked by a statement that writes nothing, but is an INSERT */
};
