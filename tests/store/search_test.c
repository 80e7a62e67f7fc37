#include "at.h"
#include "store/db_driver.h"
#include "store/search.h"
#include "store/search_index.h"
#include "words_of.h"
#include <stdio.h>

/* -- rows to be found --------------------------------------------------------------------------------- */

/* As another part of the store would write them: a transaction, SQL, and the rows it logged. */
static void begin(struct at *at, struct tx *t, const char *sql)
{
	OK(at, tx_begin(at->db, at->a, &at->who, S("thử"), t, &at->e));
	OK(at, db_script(at->db, sql, &at->e));
}

static void logged(struct at *at, struct tx *t, enum table_id table, int64_t id, const char *before, const char *after)
{
	*vec_add(at->a, &t->entries) = (struct tx_entry){ table, id, AT_BODY, str_c(before), str_c(after) };
}

static void change(struct at *at, enum table_id table, int64_t id, const char *sql)
{
	struct tx t;
	begin(at, &t, sql);
	logged(at, &t, table, id, "{\"id\":0}", "{\"id\":1}");
	OK(at, tx_commit(&t, &at->e));
}

static const char *finding(struct at *at, int id, int body, int cycle, const char *text)
{
	str sql = str_fmt(at->a, "INSERT INTO finding (id, body_id, cycle_id, origin, mark, text) VALUES (%d, %d, %d, 'self_check', 't%d', '%s');",
	                  id, body, cycle, id, text);
	return sql.p;
}

static void add(struct at *at, int id, int body, int cycle, const char *text)
{
	change(at, T_finding, id, finding(at, id, body, cycle, text));
}

/* A criteria set with criterion 1, and a row of each kind about finding 1. */
static const char plan[] =
	"INSERT INTO criteria_set (id, cycle_id, level, version, name) VALUES (1, 1, 'department', 1, 'Bộ tiêu chí');"
	"INSERT INTO identity (id, mark, name) VALUES (1, 'm', 'x');"
	"INSERT INTO criterion (id, set_id, ord, code, identity_id, leaf, name) VALUES (1, 1, 1, '3.1.2', 1, 1, 'Thủ tục hành chính');"
	"INSERT INTO finding (id, body_id, cycle_id, origin, criterion_id, mark, text) VALUES (1, 2, 1, 'appraisal', 1, 'c1', 'Chậm giải quyết hồ sơ');"
	"INSERT INTO plan (id, body_id, cycle_id) VALUES (1, 2, 1);"
	"INSERT INTO remedy (id, body_id, plan_id, mark, text, lead_text) VALUES (1, 2, 1, 'r', 'Rà soát hồ sơ', 'Phòng Hộ tịch');"
	"INSERT INTO remedy_finding (id, body_id, remedy_id, finding_id) VALUES (1, 2, 1, 1);"
	"INSERT INTO progress (id, body_id, finding_id, remedy_id, on_day, person_id, state, text)"
	" VALUES (1, 2, 1, 1, '2026-05-04', 2, 'in_progress', 'Đã rà soát 12 hồ sơ');"
	"INSERT INTO evidence (id, body_id, title, number) VALUES (1, 2, 'Biên bản kiểm tra hồ sơ', '12/BB-STP');"
	"INSERT INTO request (id, body_id, cycle_id, mark, text, addressee) VALUES (1, 2, 1, 'q', 'Cấp phần mềm quản lý hồ sơ', 'Sở Nội vụ');"
	"INSERT INTO answer (id, body_id, request_id, on_day, number, text) VALUES (1, 2, 1, '2026-06-01', '9/SNV', 'Sẽ cấp phần mềm trong quý IV');"
	"INSERT INTO blob (id, sha256, size) VALUES (1, 'a', 1), (2, 'b', 1);"
	"INSERT INTO document (id, body_id, cycle_id, kind, number, title, file_name, file_id, facts_id, reader)"
	" VALUES (1, 2, 1, 'plan', '81/KH-STP', 'Kế hoạch khắc phục', 'kh.docx', 1, 2, 'x');"
	"INSERT INTO passage (id, body_id, document_id, kind, text) VALUES (1, 2, 1, 'purpose', 'Nâng cao chất lượng hồ sơ');";

static void add_plan(struct at *at)
{
	struct tx t;
	static const enum table_id tables[] = { T_criterion, T_finding, T_remedy, T_remedy_finding, T_progress,
		                                T_evidence,  T_request, T_answer, T_document,       T_passage };
	begin(at, &t, plan);
	for (size_t i = 0; i < COUNT(tables); i++)
		logged(at, &t, tables[i], 1, "", "{\"id\":1}");
	OK(at, tx_commit(&t, &at->e));
}

/* -- what is found ------------------------------------------------------------------------------------ */

static struct search_hits find(struct at *at, const char *words, struct search_ask ask)
{
	struct query q = words_query(at->a, str_c(words), false);
	struct search_hits h;
	ask.words = &q;
	ask.limit = ask.limit ? ask.limit : 20;
	ask.person = ask.person ? ask.person : AT_OFFICE;
	OK(at, search_find(at->db, at->a, &ask, &h, &at->e));
	return h;
}

/* "finding 1, remedy 1" */
static const char *names(struct at *at, const struct search_hits *h)
{
	struct buf b = buf_open(at->a);
	for (size_t i = 0; i < h->at.n; i++)
		buf_fmt(&b, "%s%.*s %lld", i ? ", " : "", SF(h->at.at[i].table), (long long)h->at.at[i].id);
	return buf_str(&b).p;
}

static const char *found(struct at *at, const char *words, struct search_ask ask)
{
	struct search_hits h = find(at, words, ask);
	assert_int_equal(h.total, h.at.n);
	return names(at, &h);
}

static str places(struct at *at, const struct search_hits *h, bool marked)
{
	struct buf b = buf_open(at->a);
	for (int place = 0; place < (int)COUNT(documents); place++)
		for (size_t i = 0; i < h->at.n; i++)
			if (h->at.at[i].id == place + 1 && (!marked || h->at.at[i].marked))
				buf_fmt(&b, "%s%d", b.n ? " " : "", place);
	return buf_str(&b);
}

/* The table of the tokenizer, through the whole store: the same sets on both databases, those with marks first. */
static void words(struct at *at)
{
	for (size_t i = 0; i < COUNT(documents); i++) {
		struct buf b = buf_open(at->a);
		for (const char *p = documents[i]; *p; p++)
			buf_fmt(&b, *p == '\'' ? "''" : "%c", *p);
		add(at, (int)i + 1, AT_BODY, 1, buf_str(&b).p);
	}
	for (size_t i = 0; i < COUNT(searches); i++) {
		struct query q = words_query(at->a, str_c(searches[i].typed), searches[i].typing);
		struct search_ask ask = { .person = AT_OFFICE, .words = &q, .limit = 20 };
		struct search_hits h;
		OK(at, search_find(at->db, at->a, &ask, &h, &at->e));
		if (!str_eq(places(at, &h, false), str_c(searches[i].found)) || !str_eq(places(at, &h, true), str_c(searches[i].exact)))
			fail_msg("%s: %s", searches[i].typed, names(at, &h));
		for (size_t k = 1; k < h.at.n; k++)
			assert_true(h.at.at[k - 1].marked >= h.at.at[k].marked);
		assert_int_equal(h.total, h.at.n);
	}
}
AT_BOTH(words)

/* Marks, then side by side in the title, in the text, apart; then the newest. */
static void order(struct at *at)
{
	add_plan(at);
	add(at, 2, AT_BODY, 1, "tục lệ và thủ công của hành chính");
	add(at, 3, AT_BODY, 1, "mọi thủ tục");
	add(at, 4, AT_BODY, 1, "mọi thu túc");
	add(at, 5, AT_BODY, 1, "bộ thủ tục");
	add(at, 6, AT_BODY, 1, "thu của túc");
	assert_string_equal(found(at, "thủ tục", (struct search_ask){ 0 }), "finding 1, finding 5, finding 3, finding 2, finding 4, finding 6");
	assert_string_equal(found(at, "\"thu tuc\"", (struct search_ask){ 0 }), "finding 1, finding 5, finding 4, finding 3");
	assert_string_equal(found(at, "tục thủ", (struct search_ask){ 0 }), "finding 5, finding 3, finding 2, finding 1, finding 6, finding 4");
	assert_string_equal(found(at, "thủ tục 3.1.2", (struct search_ask){ 0 }), "finding 1");
}
AT_BOTH(order)

static void kinds(struct at *at)
{
	add_plan(at);
	static const struct { const char *typed, *found; } rows[] = {
		{ "hồ sơ", "evidence 1, request 1, passage 1, progress 1, remedy 1, finding 1" },
		{ "3.1.2", "finding 1" },  { "hộ tịch", "remedy 1" },   { "12/BB-STP", "evidence 1" }, { "phần mềm", "answer 1, request 1" },
		{ "sở nội vụ", "request 1" }, { "81/KH-STP", "document 1" }, { "chất lượng", "passage 1" }, { "stp", "evidence 1, document 1" },
		{ "b2", "" }, { "c1", "" }, { "kfinding", "" }, { "#b2", "" }, { "scope:b2", "" },
	};
	for (size_t i = 0; i < COUNT(rows); i++)
		if (strcmp(found(at, rows[i].typed, (struct search_ask){ 0 }), rows[i].found))
			fail_msg("%s: %s", rows[i].typed, found(at, rows[i].typed, (struct search_ask){ 0 }));
	assert_string_equal(found(at, "hồ sơ", (struct search_ask){ .table = S("remedy") }), "remedy 1");
	assert_string_equal(found(at, "hồ sơ", (struct search_ask){ .year = 2025, .table = S("finding") }), "finding 1");
	assert_string_equal(found(at, "hồ sơ", (struct search_ask){ .year = 2026 }), "");
	assert_string_equal(found(at, "hồ sơ", (struct search_ask){ .year = 2024 }), "");
	struct search_hits h = find(at, "hồ sơ", (struct search_ask){ .limit = 2, .skip = 3 });
	assert_string_equal(names(at, &h), "progress 1, remedy 1");
	assert_int_equal(h.total, 6);
	assert_string_equal(h.at.at[0].code.p, "3.1.2");
	assert_string_equal(h.at.at[1].code.p, "3.1.2");
	assert_string_equal(h.at.at[0].unit.p, "Sở Tư pháp");
	assert_int_equal(h.at.at[0].year, 2025);
	assert_int_equal(h.at.at[0].body, AT_BODY);
}
AT_BOTH(kinds)

/* -- who finds it ------------------------------------------------------------------------------------- */

static void rights(struct at *at)
{
	add_plan(at);
	add(at, 2, AT_OTHER, 1, "hồ sơ của Sở Y tế");
	assert_string_equal(found(at, "hồ sơ", (struct search_ask){ .person = AT_STRANGER }), "finding 2");
	assert_string_equal(found(at, "hồ sơ", (struct search_ask){ .person = AT_STRANGER, .body = AT_BODY }), "");
	assert_string_equal(found(at, "hồ sơ", (struct search_ask){ .person = 77 }), "");
	assert_string_equal(found(at, "hồ sơ", (struct search_ask){ .person = AT_ALL, .body = AT_OTHER }), "finding 2");
	assert_string_equal(found(at, "y tế", (struct search_ask){ .person = AT_ALL }), "finding 2");
	/* each thing has the rights of its own area */
	OK(at, db_script(at->db, "DELETE FROM may WHERE role = 'office' AND area IN ('findings', 'imports')", &at->e));
	assert_string_equal(found(at, "hồ sơ", (struct search_ask){ 0 }), "evidence 1, progress 1");
	OK(at, db_script(at->db, "DELETE FROM may WHERE role = 'office' AND area = 'progress' AND act = 'see'", &at->e));
	assert_string_equal(found(at, "hồ sơ", (struct search_ask){ 0 }), "evidence 1");
	OK(at, db_script(at->db, "UPDATE person SET active = 0 WHERE id = 2", &at->e));
	assert_string_equal(found(at, "hồ sơ", (struct search_ask){ 0 }), "");
}
AT_BOTH(rights)

static void units(struct at *at)
{
	static const struct { int64_t person; const char *name; int64_t body; } rows[] = {
		{ AT_OFFICE, "Sở Tư pháp", AT_BODY }, { AT_OFFICE, "so tu phap", AT_BODY }, { AT_OFFICE, "STP", AT_BODY },
		{ AT_OFFICE, "Sở Y tế", 0 },          { AT_ALL, "Sở Y tế", AT_OTHER },      { AT_OFFICE, "Văn phòng Sở", AT_BODY },
		{ AT_OFFICE, "Sở Công lý", AT_BODY }, { AT_OFFICE, "Sở", 0 },               { AT_OFFICE, "' OR 1 = 1 --", 0 },
		{ AT_ALL, "Chung", 0 },
	};
	OK(at, db_script(at->db, "INSERT INTO unit_name (id, unit_id, name, folded, until_on) VALUES (1, 2, 'Sở Công lý', 'so cong ly', '2024-01-01'),"
	                         " (2, 2, 'Chung', 'chung', '2020-01-01'), (3, 3, 'Chung', 'chung', '2020-01-01')", &at->e));
	for (size_t i = 0; i < COUNT(rows); i++) {
		int64_t body = 99;
		OK(at, search_unit(at->db, at->a, rows[i].person, str_c(rows[i].name), &body, &at->e));
		if (body != rows[i].body)
			fail_msg("%s: %lld", rows[i].name, (long long)body);
	}
}
AT_BOTH(units)

/* -- kept by construction ------------------------------------------------------------------------------- */

static void kept(struct at *at)
{
	struct tx t;
	add_plan(at);
	add(at, 2, AT_BODY, 2, "chưa niêm yết");
	assert_string_equal(found(at, "niêm yết", (struct search_ask){ 0 }), "finding 2");
	change(at, T_finding, 2, "UPDATE finding SET text = 'đã công khai', cycle_id = 1 WHERE id = 2");
	assert_string_equal(found(at, "niêm yết", (struct search_ask){ 0 }), "");
	assert_string_equal(found(at, "công khai", (struct search_ask){ .year = 2025 }), "finding 2");
	/* what is taken back leaves nothing, in the middle of others or not */
	begin(at, &t, finding(at, 3, AT_BODY, 1, "không còn"));
	logged(at, &t, T_finding, 3, "", "{}");
	OK(at, search_keep(&t, &at->e));
	tx_close(&t);
	assert_string_equal(found(at, "không còn", (struct search_ask){ 0 }), "");
	OK(at, search_check(at->db, &at->e));
	/* added and deleted in one; logged twice */
	begin(at, &t, finding(at, 3, AT_BODY, 1, "không còn"));
	logged(at, &t, T_finding, 3, "", "{}");
	logged(at, &t, T_finding, 3, "{}", "");
	OK(at, db_script(at->db, "DELETE FROM finding WHERE id = 3", &at->e));
	OK(at, tx_commit(&t, &at->e));
	assert_string_equal(found(at, "không còn", (struct search_ask){ 0 }), "");
	change(at, T_finding, 2, "DELETE FROM finding WHERE id = 2");
	assert_string_equal(found(at, "công khai", (struct search_ask){ 0 }), "");
	/* a criterion that is called otherwise is found by its new name, and by no other */
	change(at, T_criterion, 1, "UPDATE criterion SET name = 'Dịch vụ công', code = '3.2' WHERE id = 1");
	assert_string_equal(found(at, "dịch vụ 3.2", (struct search_ask){ 0 }), "finding 1");
	assert_string_equal(found(at, "thủ tục", (struct search_ask){ 0 }), "");
	/* without a word it cannot be found, and is no row */
	change(at, T_finding, 1, "UPDATE finding SET text = NULL, criterion_id = NULL WHERE id = 1");
	OK(at, search_check(at->db, &at->e));
}
AT_BOTH(kept)

/* What a change costs does not grow with the record, nor with how often a row was logged. */
static void counted(struct at *at)
{
	struct tx t;
	add_plan(at);
	struct { enum table_id table; int64_t id; int times, more; } rows[] = {
		{ T_setting, 1, 1, 0 }, { T_finding, 1, 1, 2 }, { T_finding, 1, 3, 2 }, { T_progress, 1, 1, 2 },
		{ T_finding, 9, 1, 2 }, { T_criterion, 1, 1, 3 },
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		OK(at, tx_begin(at->db, at->a, &at->who, S("thử"), &t, &at->e));
		for (int k = 0; k < rows[i].times; k++)
			logged(at, &t, rows[i].table, rows[i].id, "{\"id\":0}", "{\"id\":1}");
		int64_t before = db_ran(at->db);
		OK(at, search_keep(&t, &at->e));
		if (db_ran(at->db) - before != rows[i].more)
			fail_msg("row %zu: %lld", i, (long long)(db_ran(at->db) - before));
		tx_close(&t);
	}
	int64_t before = db_ran(at->db);
	find(at, "hồ sơ", (struct search_ask){ .year = 2025 });
	assert_int_equal(db_ran(at->db) - before, 3);
}
AT_BOTH(counted)

/* -- all of it ------------------------------------------------------------------------------------------ */

static str dump(struct at *at)
{
	struct buf b = buf_open(at->a);
	CLEANUP(rows_close) struct rows r = { 0 };
	OK(at, db_query(at->db, Q(found_window, .after = v_int(0), .until = v_int(INT64_MAX)), &r, &at->e));
	while (rows_next(&r))
		row_json(&r, &b);
	OK(at, rows_done(&r, &at->e));
	return buf_str(&b);
}

/* Made again it is what it has become; what is wrong in it is told, and mended. */
static void rebuilt(struct at *at)
{
	static const char *const harm[] = {
		"UPDATE found SET text = 'khác' WHERE id = 17",       "DELETE FROM found WHERE id = 17",
		"UPDATE found SET area = 'progress' WHERE id = 17",
		("INSERT INTO finding (id, body_id, cycle_id, origin, mark, text) VALUES (1200, 2, 1, 'inspection', 'z', 'chưa vào')"),
	};
	add_plan(at);
	add(at, 700, AT_BODY, 1, "ở xa");
	change(at, T_finding, 700, "UPDATE finding SET text = 'ở xa lắm' WHERE id = 700");
	str grown = dump(at);
	OK(at, search_check(at->db, &at->e));
	OK(at, search_rebuild(at->db, &at->e));
	str again = dump(at);
	assert_string_equal(grown.p, again.p);
	assert_true(grown.n > 500);
	for (size_t i = 0; i < COUNT(harm); i++) {
		OK(at, db_script(at->db, harm[i], &at->e));
		REFUSED(at, search_check(at->db, &at->e), ERR_FORMAT);
		assert_non_null(strstr(at->e.message, i < 3 ? "finding 1." : "finding 1200."));
		OK(at, search_rebuild(at->db, &at->e));
		OK(at, search_check(at->db, &at->e));
		OK(at, search_sound(at->db, &at->e));
	}
	assert_string_equal(found(at, "\"ở xa\"", (struct search_ask){ 0 }), "finding 700");
	assert_string_equal(found(at, "chưa vào", (struct search_ask){ 0 }), "finding 1200");
}
AT_BOTH(rebuilt)

/* On SQLite the words are a structure of their own. */
static void words_gone(struct at *at)
{
	add_plan(at);
	OK(at, db_script(at->db, "INSERT INTO found_words (found_words) VALUES ('delete-all')", &at->e));
	assert_string_equal(found(at, "hộ tịch", (struct search_ask){ 0 }), "");
	OK(at, search_check(at->db, &at->e));                  /* the rows are what they should be */
	REFUSED(at, search_sound(at->db, &at->e), ERR_FORMAT);
	assert_non_null(strstr(at->e.message, "chỉ mục tìm kiếm"));
	OK(at, search_rebuild(at->db, &at->e));
	OK(at, search_sound(at->db, &at->e));
	assert_string_equal(found(at, "hộ tịch", (struct search_ask){ 0 }), "remedy 1");
}
static void words_gone_sqlite(void **s)
{
	struct at at;
	(void)s;
	at_open(&at, DB_SQLITE);
	words_gone(&at);
	at_close(&at);
}

/* A word that stands everywhere: the total says so, and those with marks still come first. */
static void many(struct at *at)
{
	struct buf b = buf_open(at->a);
	for (int i = 1; i <= SEARCH_MOST + 50; i++)
		buf_put(&b, str_c(finding(at, i, AT_BODY, 1, i == 7 ? "chưa làm" : "chua làm")));
	OK(at, db_script(at->db, buf_str(&b).p, &at->e));
	OK(at, search_rebuild(at->db, &at->e));
	struct search_hits h = find(at, "chưa", (struct search_ask){ 0 });
	assert_true(h.total > SEARCH_MOST);
	assert_int_equal(h.at.n, 20);
	assert_int_equal(h.at.at[0].id, 7);
	assert_true(h.at.at[0].marked && !h.at.at[1].marked);
	h = find(at, "chưa làm", (struct search_ask){ .skip = SEARCH_MOST - 20 });
	assert_int_equal(h.at.n, 20);
	OK(at, search_check(at->db, &at->e));
}
AT_BOTH(many)

int store_search_tests(void);
int store_search_tests(void)
{
	const struct CMUnitTest tests[] = {
		AT_ROWS(words),   AT_ROWS(order),   AT_ROWS(kinds),   AT_ROWS(rights),
		AT_ROWS(units),   AT_ROWS(kept),    AT_ROWS(counted), AT_ROWS(rebuilt),
		AT_ROWS(many),    cmocka_unit_test(words_gone_sqlite),
	};
	return cmocka_run_group_tests_name("store/search", tests, NULL, NULL);
}
