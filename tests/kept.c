#include "kept.h"
#include "store/db_driver.h"
#include <stdlib.h>

#define GOOD(x) do { if (!(x)) fail_msg("%s: %s | %s", #x, e.message, e.detail); } while (0)

str kept_sha(struct arena *a, const char *bytes)
{
	char sha[65];
	sha256_hex(str_c(bytes), sha);
	return str_copy(a, str_c(sha));
}

void kept_add(struct arena *a, struct db *db, enum table_id table, int64_t id, const char *sql)
{
	struct err e = { 0 };
	struct tx t;
	struct actor who = at_who(0);
	GOOD(tx_begin(db, a, &who, S("thử"), &t, &e));
	GOOD(db_script(db, sql, &e));
	{
		CLEANUP(rows_close) struct rows r = { 0 };
		struct buf b = buf_open(a);
		GOOD(table_page(db, str_c(table_name(table)), id - 1, 1, &r, &e));
		assert_true(rows_next(&r));
		assert_int_equal(col_int(&r, 0), id);
		row_json(&r, &b);
		*vec_add(a, &t.entries) = (struct tx_entry){ .table = table, .id = id, .after = buf_str(&b) };
	}
	GOOD(tx_commit(&t, &e));
}

static const struct { enum table_id table; int64_t id; const char *sql; } rows[] = {
	{ T_unit, 1, "INSERT INTO unit (id, body_id, level, name, folded) VALUES (1, 1, 'province', 'UBND tỉnh Trường Giang', 'ubnd tinh truong giang')" },
	{ T_unit, 2, "INSERT INTO unit (id, parent_id, body_id, level, name, folded) VALUES (2, 1, 2, 'department', 'Sở Tư pháp', 'so tu phap')" },
	/* what a text may hold */
	{ T_unit, 5, "INSERT INTO unit (id, parent_id, body_id, level, name, folded) VALUES (5, 2, 2, 'room', 'Phòng \"A\"\t\\\\B\\\nC', 'phong')" },
	/* a child before its parent */
	{ T_unit, 3, "INSERT INTO unit (id, parent_id, body_id, level, name, folded) VALUES (3, 5, 2, 'room', 'Tổ', 'to')" },
	{ T_person, 1, "INSERT INTO person (id, login, name, unit_id, password) VALUES (1, 'a', 'Trần A', 5, '$argon2id$bí mật')" },
	{ T_cycle, 1, "INSERT INTO cycle (id, owner_id, year, name) VALUES (1, 1, 2025, 'Năm 2025')" },
	{ T_finding, 1, "INSERT INTO finding (id, body_id, cycle_id, origin, mark, max, points, lost) VALUES (1, 2, 1, 'appraisal', 'c1', 20000, 10000, 10000)" },
	{ T_finding, 2, "INSERT INTO finding (id, body_id, cycle_id, origin, mark, text) VALUES (2, 2, 1, 'self_check', 't2', 'Chưa đúng hạn')" },
	{ T_result, 1, "INSERT INTO result (id, body_id, cycle_id, points, max, lost) VALUES (1, 2, 1, 30000, 50000, 20000)" },
	{ T_field_result, 1, "INSERT INTO field_result (id, body_id, result_id, code, max, points, lost) VALUES (1, 2, 1, '1', 20000, 10000, 10000)" },
	{ T_field_result, 2, "INSERT INTO field_result (id, body_id, result_id, code, max, points, lost) VALUES (2, 2, 1, '2', 30000, 20000, 10000)" },
	{ T_plan, 1, "INSERT INTO plan (id, body_id, cycle_id) VALUES (1, 2, 1)" },
	{ T_plan_version, 1, "INSERT INTO plan_version (id, body_id, plan_id, version) VALUES (1, 2, 1, 1)" },
	{ T_remedy, 1, "INSERT INTO remedy (id, body_id, plan_id, mark, text, state) VALUES (1, 2, 1, 'm', 'Rà soát', 'done')" },
	{ T_progress, 1, "INSERT INTO progress (id, body_id, finding_id, remedy_id, on_day, person_id, state) VALUES (1, 2, 1, 1, '2026-02-01', 1, 'done')" },
	{ T_progress, 2, "INSERT INTO progress (id, body_id, finding_id, remedy_id, on_day, person_id, state) VALUES (2, 2, 1, 1, '2026-01-01', 1, 'not_done')" },
	{ T_evidence, 1, "INSERT INTO evidence (id, body_id, title) VALUES (1, 2, 'Kế hoạch')" },
};

static bool there(struct db *db, enum table_id table, int64_t id)
{
	CLEANUP(rows_close) struct rows r = { 0 };
	struct err e = { 0 };
	GOOD(table_page(db, str_c(table_name(table)), id - 1, 1, &r, &e));
	return rows_next(&r) && col_int(&r, 0) == id;
}

void kept_fill(struct arena *a, struct db *db, const struct blobs *blobs)
{
	struct err e = { 0 };
	for (size_t i = 0; i < COUNT(rows); i++)
		if (!there(db, rows[i].table, rows[i].id))
			kept_add(a, db, rows[i].table, rows[i].id, rows[i].sql);
	static const char *const files[] = { "một", "hai" };
	for (int i = 0; i < 2; i++) {
		struct blob put;
		GOOD(blobs_put_bytes(blobs, S("tệp"), str_c(files[i]), &put, &e));
		str blob = str_fmt(a, "INSERT INTO blob (id, sha256, size) VALUES (%d, '%s', %lld)", i + 1, put.sha, (long long)put.size);
		str file = str_fmt(a, "INSERT INTO evidence_file (id, body_id, evidence_id, ord, blob_id, name) VALUES (%d, 2, 1, %d, %d, 'bản %d.pdf')",
		                   i + 1, i + 1, i + 1, i + 1);
		if (!there(db, T_blob, i + 1))
			kept_add(a, db, T_blob, i + 1, blob.p);
		if (!there(db, T_evidence_file, i + 1))
			kept_add(a, db, T_evidence_file, i + 1, file.p);
	}
	const char *numbers = "SELECT setval(pg_get_serial_sequence('unit', 'id'), 100), setval(pg_get_serial_sequence('setting', 'id'), 100)";
	GOOD(db_kind(db) == DB_SQLITE || db_script(db, numbers, &e));
}

static bool fill(struct arena *a, struct db *db, struct err *e)
{
	struct blobs *blobs = NULL;
	const char *dir = at_room(a);
	if (!blobs_open(a, dir, &blobs, e))
		return false;
	kept_fill(a, db, blobs);
	blobs_close(&blobs);
	return system(str_fmt(a, "rm -rf '%s'", dir).p) == 0;
}

void kept_open(struct at *at, enum db_kind kind) { at_filled(at, kind, "kept", fill); }
