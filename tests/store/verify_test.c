#include "kept.h"
#include "blobs_of.h"
#include "store/db_driver.h"
#include "store/migrate.h"
#include "store/verify.h"

/* A sound record, tampered with in one way; what verify says is kept. */
struct told { bool doubt; char check[20], table[20], column[20], expected[80], there[80], says[400]; int64_t id; };
struct bench { struct at at; struct place place; struct blobs *blobs; struct told told[40]; size_t n; };

static void keep(char *to, size_t size, str s) { snprintf(to, size, "%.*s", SF(s)); }

static void tell(void *ctx, const struct wrong *w)
{
	struct bench *b = ctx;
	assert_true(b->n < COUNT(b->told));
	struct told *t = &b->told[b->n++];
	t->doubt = w->doubt;
	t->id = w->id;
	keep(t->check, sizeof t->check, str_c(w->check));
	keep(t->table, sizeof t->table, w->table);
	keep(t->column, sizeof t->column, w->column);
	keep(t->expected, sizeof t->expected, w->expected);
	keep(t->there, sizeof t->there, w->there);
	keep(t->says, sizeof t->says, w->says);
	assert_true(w->hint && *w->hint);
}

static void look(struct bench *b)
{
	struct verify v = { .db = b->at.db, .blobs = b->blobs, .m = migrations_all(), .tell = tell, .ctx = b };
	b->n = 0;
	OK(&b->at, verify(&v, &b->at.e));
}

static void bench_open(struct bench *b, enum db_kind kind)
{
	*b = (struct bench){ 0 };
	kept_open(&b->at, kind);
	snprintf(b->place.dir, sizeof b->place.dir, "%s", at_room(b->at.a));
	b->place.a = b->at.a;
	OK(&b->at, blobs_open(b->at.a, b->place.dir, &b->blobs, &b->at.e));
	kept_fill(b->at.a, b->at.db, b->blobs);
	static bool sound[2];                                  /* looked at once: all begin with the same one */
	if (sound[kind == DB_SQLITE])
		return;
	look(b);
	if (b->n)
		fail_msg("a sound record: %s %s", b->told[0].check, b->told[0].says);
	sound[kind == DB_SQLITE] = true;
}

static void bench_close(struct bench *b)
{
	blobs_close(&b->blobs);
	db_close(&b->at.db);
	assert_int_equal(system(str_fmt(b->at.a, "rm -rf '%s'", b->place.dir).p), 0);
	arena_close(&b->at.a);
}

#define LITE "PRAGMA foreign_keys=OFF;"
/* sql: done around the program; then the thing that must be told of. */
static const struct row {
	const char *name, *sql, *check, *table;
	int64_t     id;
	const char *column, *expected, *there;
	bool        doubt, lite;
	const char *says;                              /* NULL: any sentence */
} rows[] = {
	{ "a point", "UPDATE finding SET points = 15000 WHERE id = 1", "rows", "finding", 1, "points", "10000", "15000" },
	{ "a name", "UPDATE unit SET name = 'Khác' WHERE id = 2", "rows", "unit", 2, "name", "\"Sở Tư pháp\"", "\"Khác\"" },
	{ "a value gone", "UPDATE finding SET text = NULL WHERE id = 2", "rows", "finding", 2, "text", "\"Chưa đúng hạn\"", "null" },
	{ "a password", "UPDATE person SET password = 'x' WHERE id = 1", "rows", "person", 1, "password" },
	{ "a finding deleted", "DELETE FROM finding WHERE id = 2", "rows", "finding", 2 },
	{ "a row added", "INSERT INTO setting (id, name, value) VALUES (50, 'x', 'y')", "rows", "setting", 50 },
	{ "a right given", "UPDATE may SET reach = 'all' WHERE id = 95", "rows", "may", 95, "reach", "\"own\"", "\"all\"" },
	{ "a right taken", "DELETE FROM may WHERE id = 20", "rows", "may", 20 },
	{ "who sees what", "DROP VIEW sight; CREATE VIEW sight AS SELECT p.id AS person_id, m.area, m.act, u.id AS body_id FROM person p"
	  " CROSS JOIN may m CROSS JOIN unit u", "schema", "" },
	{ "an index", "DROP INDEX result_cycle", "schema", "" },
	{ "a trigger", "DROP TRIGGER found_changed", "schema", "", .lite = true },
	{ "a table added", "CREATE TABLE stranger (id INTEGER PRIMARY KEY)", "rows", "stranger", 0 },
	{ "the log, and the row with it", "UPDATE finding SET points = 15000 WHERE id = 1;"
	  "UPDATE audit SET after = replace(after, '\"points\":10000', '\"points\":15000') WHERE id = 7", "log", "audit", 7, "seal" },
	{ "who did it", "UPDATE audit SET login = 'khác' WHERE id = 2", "log", "audit", 2, "seal" },
	{ "what was done at once", "UPDATE audit SET span = 2 WHERE id = 1", "log", "audit", 1, "seal" },
	{ "the log's tail cut", "DELETE FROM audit WHERE id = (SELECT max(id) FROM audit)", "log", "audit_head", 1, "last" },
	{ "all of the log", "DELETE FROM audit", "log", "audit_head", 1, "last" },
	{ "the log's tail cut, and its head", "DELETE FROM audit WHERE id = 21; UPDATE audit_head SET last = 20", "log", "audit_head", 1, "seal" },
	{ "a row of the log", "DELETE FROM audit WHERE id = 3", "log", "audit", 3 },
	{ "the first row of the log", "DELETE FROM audit WHERE id = 1", "log", "audit", 1 },
	{ "two rows of the log swapped", "UPDATE audit SET id = -3 WHERE id = 3; UPDATE audit SET id = 3 WHERE id = 4; UPDATE audit SET id = 4 WHERE id = -3",
	  "log", "audit", 3, "seal" },
	{ "no head", "DELETE FROM audit_head", "log", "audit_head", 1 },
	{ "an orphan", LITE "DELETE FROM person WHERE id = 1", "keys", "progress", 1, "person_id", .lite = true },
	{ "a claim of no row", "INSERT INTO claim (id, body_id, document_id, entity, entity_id, field, printed, held) VALUES (7, 2, 1, 'finding', 99, 'x', 'y', 1)",
	  "keys", "claim", 7, "entity_id", .lite = true },
	{ "found, of another row", "UPDATE found SET entity_id = 99 WHERE entity = 'finding'", "search", "" },
	{ "found, of another table", "UPDATE found SET entity = 'remedy' WHERE entity = 'finding'", "search", "" },
	{ "found, another text", "UPDATE found SET text = 'khác' WHERE entity = 'finding'", "search", "" },
	{ "not found", "DELETE FROM found WHERE entity = 'finding'", "search", "" },
	{ "words that are no longer found", "INSERT INTO found_words (found_words, rowid, text, scope) VALUES ('delete', 33, 'Chưa đúng hạn', 'b2 c1 kfinding')",
	  "integrity", "", .lite = true },
	{ "lost", "UPDATE result SET lost = 30000", "sums", "result", 1, "lost", "20000", "30000",
	  .says = "của Sở Tư pháp, năm 2025: hồ sơ ghi mất 3 điểm, điểm tối đa trừ điểm đạt là 2 điểm." },
	{ "points of fields", "UPDATE field_result SET points = 20001, lost = 9999 WHERE id = 2", "sums", "result", 1, "points", "30001", "30000",
	  .says = "Kết quả chung của Sở Tư pháp, năm 2025: hồ sơ ghi đạt 3 điểm, các lĩnh vực cộng lại là 3,0001 điểm." },
	{ "maxima of fields", "UPDATE result SET max = 60000, lost = 30000", "sums", "result", 1, "max", "50000", "60000",
	  .says = "hồ sơ ghi tối đa 6 điểm, các lĩnh vực cộng lại là 5 điểm." },
	{ "lost of a field", "UPDATE field_result SET lost = 10001 WHERE id = 2", "sums", "field_result", 2, "lost", NULL, "10001",
	  .says = "hồ sơ ghi mất 1,0001 điểm" },
	{ "lost of a finding", "UPDATE finding SET lost = 1 WHERE id = 1", "sums", "finding", 1, "lost", NULL, "1", .says = "Tồn tại T1" },
	{ "a state", "UPDATE remedy SET state = 'in_progress'", "states", "remedy", 1, "state", "done", "in_progress" },
	{ "a version between", "UPDATE plan_version SET version = 3", "states", "plan", 1 },
	{ "a file between", "DELETE FROM evidence_file WHERE id = 1", "states", "evidence", 1 },
	{ "a blob's size", "UPDATE blob SET size = 99 WHERE id = 1", "evidence", "blob", 0 },
};

static bool is(const struct told *t, const struct row *r)
{
	return !strcmp(t->check, r->check) && !strcmp(t->table, r->table) && t->id == r->id && t->doubt == r->doubt &&
	       (!r->column || !strcmp(t->column, r->column)) && (!r->expected || !strcmp(t->expected, r->expected)) &&
	       (!r->there || !strcmp(t->there, r->there)) && (!r->says || strstr(t->says, r->says));
}

static void tampered(enum db_kind kind)
{
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct bench b;
		size_t k = 0;
		if (rows[i].lite && kind != DB_SQLITE)
			continue;
		bench_open(&b, kind);
		const char *sql = rows[i].sql;
		if (rows[i].lite && strncmp(sql, LITE, strlen(LITE)))
			sql = str_fmt(b.at.a, LITE "%s", sql).p;
		OK(&b.at, db_script(b.at.db, sql, &b.at.e));
		look(&b);
		while (k < b.n && !is(&b.told[k], &rows[i]))
			k++;
		for (size_t n = 0; k == b.n && n < b.n; n++)
			print_message("  told: %s %s %lld %s %s|%s: %s\n", b.told[n].check, b.told[n].table, (long long)b.told[n].id, b.told[n].column,
			              b.told[n].expected, b.told[n].there, b.told[n].says);
		if (k == b.n)
			fail_msg("%s: not told", rows[i].name);
		bench_close(&b);
	}
}
static void tampered_sqlite(void **s) { (void)s, tampered(DB_SQLITE); }
static void tampered_postgresql(void **s)
{
	(void)s;
	if (!getenv("KHACPHUC_POSTGRESQL"))
		skip();
	tampered(DB_POSTGRESQL);
}

/* A key that was switched off on the server while somebody wrote. */
static void orphan_postgresql(void **s)
{
	struct bench b;
	(void)s;
	bench_open(&b, DB_POSTGRESQL);
	OK(&b.at, db_script(b.at.db, "ALTER TABLE person DISABLE TRIGGER ALL; DELETE FROM person; ALTER TABLE person ENABLE TRIGGER ALL", &b.at.e));
	look(&b);
	size_t n = 0;
	for (size_t i = 0; i < b.n; i++)
		n += !strcmp(b.told[i].check, "keys") && !strcmp(b.told[i].table, "progress") && !strcmp(b.told[i].column, "person_id");
	assert_int_equal(n, 2);
	bench_close(&b);
}

/* Changed around the program and then by it: the row agrees with the log, but the log does not agree with itself. */
static void between(enum db_kind kind)
{
	struct bench b;
	struct tx t;
	bench_open(&b, kind);
	struct actor who = at_who(0);
	kept_add(b.at.a, b.at.db, T_setting, 9, "INSERT INTO setting (id, name, value) VALUES (9, 'tên', 'một')");
	OK(&b.at, db_script(b.at.db, "UPDATE setting SET value = 'hai' WHERE id = 9", &b.at.e));
	OK(&b.at, tx_begin(b.at.db, b.at.a, &who, S("thử"), &t, &b.at.e));
	OK(&b.at, db_change(&t, Q(setting_change, .name = v_text(S("tên")), .value = v_text(S("ba"))), NULL, &b.at.e));
	OK(&b.at, tx_commit(&t, &b.at.e));
	look(&b);
	assert_int_equal(b.n, 1);
	assert_string_equal(b.told[0].column, "value");
	assert_string_equal(b.told[0].expected, "\"một\"");
	assert_string_equal(b.told[0].there, "\"hai\"");
	bench_close(&b);
}
static void between_sqlite(void **s) { (void)s, between(DB_SQLITE); }
static void between_postgresql(void **s) { (void)s, between(DB_POSTGRESQL); }

/* What a document itself prints wrongly is a doubt. */
static void printed(void **s)
{
	struct bench b;
	(void)s;
	bench_open(&b, DB_SQLITE);
	OK(&b.at, db_script(b.at.db, LITE "INSERT INTO claim (body_id, document_id, entity, entity_id, field, printed, held) VALUES (2, 1, 'result', 1, 'lost', '3', 1);"
	                                  "UPDATE result SET lost = 30000", &b.at.e));
	look(&b);
	size_t n = 0;
	for (size_t i = 0; i < b.n; i++) {
		n += b.told[i].doubt;
		assert_true(!b.told[i].doubt || !strcmp(b.told[i].check, "sums"));
	}
	assert_int_equal(n, 2);                                /* max − points, and the fields */
	assert_non_null(strstr(b.told[b.n - 1].says, "văn bản in mất 3 điểm"));
	bench_close(&b);
}

/* -- files --------------------------------------------------------------------------------------------- */

static const struct told *about_file(struct bench *b, const char *words)
{
	look(b);
	if (b->n != 1 || strcmp(b->told[0].check, "evidence") != 0 || !strstr(b->told[0].says, words))
		fail_msg("%zu told, first: %s; wanted: %s", b->n, b->n ? b->told[0].says : "", words);
	return &b->told[0];
}

static void files(void **s)
{
	struct bench b;
	(void)s;
	bench_open(&b, DB_SQLITE);
	str sha = kept_sha(b.at.a, "một");
	const char *path = in_place(&b.place, str_fmt(b.at.a, "evidence/%.2s/%s", sha.p, sha.p).p);
	const char *kept = in_place(&b.place, "kept");
	assert_int_equal(rename(path, kept), 0);
	assert_false(about_file(&b, "Mất tệp minh chứng")->doubt);
	assert_non_null(strstr(b.told[0].says, "“bản 1.pdf”"));
	assert_string_equal(b.told[0].expected, sha.p);
	file_of(path, S("mốt"));
	assert_false(about_file(&b, "đã bị thay đổi")->doubt);
	assert_non_null(strstr(b.told[0].says, "“bản 1.pdf”"));
	assert_int_equal(rename(kept, path), 0);
	look(&b);
	assert_int_equal(b.n, 0);

	file_of(in_place(&b.place, "evidence/ghi chú.txt"), S("x"));
	assert_true(about_file(&b, "ghi chú.txt không do chương trình")->doubt);
	unlink(in_place(&b.place, "evidence/ghi chú.txt"));
	file_of(in_place(&b.place, "evidence/tmp/0123456789abcdef0123456789abcdef"), S("x"));
	assert_true(about_file(&b, "nộp dở")->doubt);
	unlink(in_place(&b.place, "evidence/tmp/0123456789abcdef0123456789abcdef"));
	struct blob put;
	OK(&b.at, blobs_put_bytes(b.blobs, S("x"), S("của ai"), &put, &b.at.e));
	assert_true(about_file(&b, "không thuộc dòng nào")->doubt);
	bench_close(&b);
}

/* More rows than a page has, with holes, are still walked side by side. */
static void many(void **s)
{
	struct bench b;
	(void)s;
	bench_open(&b, DB_SQLITE);
	struct tx t;
	struct actor who = at_who(0);
	OK(&b.at, tx_begin(b.at.db, b.at.a, &who, S("thử"), &t, &b.at.e));
	for (int i = 0; i < 3 * VERIFY_PAGE; i++)
		OK(&b.at, db_change(&t, Q(setting_add, .name = v_text(str_fmt(b.at.a, "n%d", i)), .value = v_text(S("x"))), NULL, &b.at.e));
	OK(&b.at, tx_commit(&t, &b.at.e));
	look(&b);
	assert_int_equal(b.n, 0);
	OK(&b.at, db_script(b.at.db, "DELETE FROM setting WHERE id IN (500, 501, 1499); UPDATE setting SET value = 'y' WHERE id = 1000", &b.at.e));
	look(&b);
	assert_int_equal(b.n, 4);
	assert_int_equal(b.told[0].id, 500);
	assert_int_equal(b.told[1].id, 501);
	assert_int_equal(b.told[2].id, 1000);
	assert_int_equal(b.told[3].id, 1499);
	bench_close(&b);
}

int store_verify_tests(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(tampered_sqlite), cmocka_unit_test(tampered_postgresql), cmocka_unit_test(orphan_postgresql),
		cmocka_unit_test(between_sqlite),
		cmocka_unit_test(between_postgresql), cmocka_unit_test(printed), cmocka_unit_test(files), cmocka_unit_test(many),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
