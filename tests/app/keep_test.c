#include "app/keep_parts.h"
#include "app/kept.h"
#include "at.h"
#include "base/file.h"
#include "base/folder.h"
#include "store/db_driver.h"
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

/* -- files and people --------------------------------------------------------------------------------- */

#define SETTINGS(level, year) \
	"{\"set\": {\"name\": \"Bộ A\", \"level\": \"" level "\", \"year\": " year ", \"version\": 1, \"decision\": {\"number\": \"1/QĐ\", \"date\": \"2025-06-30\"}, " \
	"\"decimals\": 3, \"rank\": \"competition\", \"classes\": [{\"name\": \"Tốt\", \"from\": \"80\", \"head\": \"Giỏi\"}, {\"name\": \"Kém\", \"from\": \"0\"}]}, \"criteria\": ["
#define FIELD "{\"code\": \"1\", \"name\": \"Chỉ đạo, điều hành\"}, "
#define PLAN(code) \
	"{\"code\": \"" code "\", \"parent\": \"1\", \"name\": \"Ban hành kế hoạch cải cách hành chính\", \"max\": \"1.5\", " \
	"\"rule\": \"Có: điểm tối đa; không: 0 điểm\", \"inputs\": [\"có kế hoạch\"], \"source\": \"unit\", \"evidence\": {\"text\": \"Kế hoạch\", " \
	"\"required\": true}, \"none_arose\": \"exclude\", \"appraiser\": \"Sở Nội vụ\"}"
#define REPORTS(code, max) \
	"{\"code\": \"" code "\", \"parent\": \"1\", \"name\": \"Báo cáo định kỳ gửi đúng hạn\", \"max\": \"" max "\", " \
	"\"rule\": \"Tỷ lệ báo cáo đúng hạn × điểm tối đa\", \"inputs\": [\"báo cáo đúng hạn\", \"báo cáo phải gửi\"]}"
#define IDEAS(code, id) \
	"{\"code\": \"" code "\", \"parent\": \"1\", \"name\": \"Sáng kiến được công nhận\", \"max\": \"1\", \"rule\": \"Có: điểm tối đa; không: 0 điểm\", " \
	"\"inputs\": [\"có sáng kiến\"], \"doubt\": \"chữ mờ\", \"id\": " id "}"
#define SET_2025 SETTINGS("sở", "2025") FIELD PLAN("1.1") ", " REPORTS("1.2", "2") ", " IDEAS("1.3", "null") "]}"
#define SET_AGAIN SETTINGS("sở", "2025") FIELD PLAN("1.1") ", " REPORTS("1.2", "3") ", " IDEAS("1.3", "null") "]}"
#define SET_2026 SETTINGS("sở", "2026") FIELD PLAN("1.2") ", " REPORTS("1.3", "2") ", " IDEAS("1.4", "\"sang-kien-khac\"") "]}"
#define ROW(code, more) "{\"code\": \"" code "\", " more "}"
#define SHEET_OF(unit, inputs, rows) "{\"sheet\": {\"unit\": \"" unit "\", \"inputs\": {" inputs "}, \"rows\": [" rows "]}}"
#define SHEET(inputs, rows) SHEET_OF("Sở Tư pháp", inputs, rows)
#define SELF SHEET("\"báo cáo đúng hạn\": \"8\", \"báo cáo phải gửi\": \"9\"", \
	           ROW("1.1", "\"files\": 2, \"self\": \"1.5\", \"explanation\": \"Đã ban hành\"") ", " \
	           ROW("1.3", "\"applies\": false, \"why_not\": \"Không thuộc diện\""))
#define APPRAISED SHEET("", ROW("1.1", "\"files\": 2, \"self\": \"1.5\", \"round1\": \"1\", \"reason1\": \"Chậm\"") ", " \
	                ROW("1.3", "\"applies\": false, \"why_not\": \"Không thuộc diện\""))
#define OTHERWISE SHEET("\"báo cáo đúng hạn\": \"9\"", ROW("1.1", "\"self\": \"0.5\"") ", " \
	                ROW("1.3", "\"applies\": false, \"why_not\": \"Không thuộc diện\""))

static struct folder room;
static struct blobs *blobs;
static struct arena *kept;

static int open_room(void **state)
{
	struct err e = { 0 };
	(void)state;
	kept = arena_open(1 << 20);
	return folder_open(kept, &room, &e) && blobs_open(kept, room.path.p, &blobs, &e) ? 0 : -1;
}

static int close_room(void **state)
{
	(void)state;
	blobs_close(&blobs);
	folder_remove(&room);
	arena_free(kept);
	return 0;
}

static const char *file(struct at *at, str text)
{
	const char *path = str_fmt(at->a, "%.*s/x.json", SF(room.path)).p;
	OK(at, file_write(at->a, path, text, true, &at->e));
	return path;
}

static struct record record_of(struct at *at, int64_t person)
{
	return (struct record){ .a = at->a, .db = at->db, .blobs = blobs, .who = at_who(person), .person_name = S("Người thử") };
}

typedef bool (*saver)(struct record *r, struct arena *a, const char *path, const struct keep *what, struct proposal *ret, struct err *e);

static struct proposal save(struct at *at, saver fn, int64_t person, str text, struct keep what)
{
	struct record r = record_of(at, person);
	struct proposal p;
	what.accept = true;
	OK(at, fn(&r, at->a, file(at, text), &what, &p, &at->e));
	return p;
}

static void refused(struct at *at, saver fn, int64_t person, str text, struct keep what, enum err_code code)
{
	struct record r = record_of(at, person);
	struct proposal p;
	what.accept = true;
	REFUSED(at, fn(&r, at->a, file(at, text), &what, &p, &at->e), code);
}

static void save_2025(struct at *at) { save(at, keep_set, AT_ALL, S(SET_2025), (struct keep){ 0 }); }
static const struct keep of_2025 = { .unit = "Sở Tư pháp", .year = 2025 };

static struct criteria_set *set_at(struct at *at, int year, int version)
{
	struct record r = record_of(at, AT_ALL);
	struct criteria_set *s = NULL;
	OK(at, kept_set(&r, at->a, NULL, year, "sở", version, &s, &at->e));
	return s;
}

static void script(struct at *at, const char *sql) { OK(at, db_script(at->db, sql, &at->e)); }

/* Points that were written without saying where they stand. */
static int nowhere(struct at *at)
{
	CLEANUP(rows_close) struct rows r = { 0 };
	int n = 0;
	OK(at, db_query(at->db, Q(audit_page, .after = v_int(0), .limit = v_int(100000)), &r, &at->e));
	while (rows_next(&r)) {
		str after = col_text(&r, at->a, 9), none = S("\"document_id\":null");
		n += str_eq(col_text(&r, at->a, 6), S("score")) && str_find(after, none, 0) < after.n;
	}
	OK(at, rows_done(&r, &at->e));
	return n;
}

/* How many rows the log has of a table. */
static int logged(struct at *at, const char *table)
{
	CLEANUP(rows_close) struct rows r = { 0 };
	int n = 0;
	OK(at, db_query(at->db, Q(audit_page, .after = v_int(0), .limit = v_int(100000)), &r, &at->e));
	while (rows_next(&r))
		n += str_eq(col_text(&r, at->a, 6), str_c(table));
	return n;
}

/* -- sets --------------------------------------------------------------------------------------------- */

/* What comes out is what went in, but for the identities it was given. */
static void set_round_trip(struct at *at)
{
	struct told t = { 0 };
	struct criteria_set *in;
	assert_true(set_parse(at->a, S(SET_2025), &in, &t));
	struct proposal p = save(at, keep_set, AT_ALL, S(SET_2025), (struct keep){ 0 });
	assert_int_equal(p.count[PROPOSED_NEW], 5);
	struct criteria_set *out = set_at(at, 2025, -1);
	for (size_t i = 0; i < out->criteria.n; i++) {
		assert_true(out->criteria.at[i].id.n);
		in->criteria.at[i].id = out->criteria.at[i].id;
	}
	assert_string_equal(set_json(at->a, in).p, set_json(at->a, out).p);
	assert_string_equal(out->criteria.at[1].id.p, "ban-hanh-ke-hoach-cai-cach-hanh");
	assert_int_equal(logged(at, "criterion"), 4);
	assert_int_equal(logged(at, "identity"), 4);

	int before = logged(at, "criteria_set");
	p = save(at, keep_set, AT_ALL, S(SET_2025), (struct keep){ 0 });                       /* again */
	assert_true(p.known);
	p = save(at, keep_set, AT_ALL, set_json(at->a, out), (struct keep){ 0 });              /* as it was exported */
	assert_true(p.known);
	assert_int_equal(logged(at, "criteria_set"), before);
}
AT_BOTH(set_round_trip)

static void set_versions_follow(struct at *at)
{
	save_2025(at);
	struct criteria_set *one = set_at(at, 2025, 1);
	struct proposal p = save(at, keep_set, AT_ALL, S(SET_AGAIN), (struct keep){ 0 });
	assert_int_equal(p.count[PROPOSED_NEW], 1);            /* the set; its criteria are known */
	struct criteria_set *two = set_at(at, 2025, -1);
	assert_int_equal(two->version, 2);
	for (size_t i = 0; i < one->criteria.n; i++)
		assert_string_equal(one->criteria.at[i].id.p, two->criteria.at[i].id.p);
	assert_int_equal(two->criteria.at[2].max, 30000);
	p = save(at, keep_set, AT_ALL, S(SET_2025), (struct keep){ 0 });                       /* the first again */
	assert_true(p.known);
	assert_non_null(strstr(p.rows.at[0].note.p, "phiên bản 2"));
}
AT_BOTH(set_versions_follow)

/* Codes move; who is sure keeps the identity, who is given another one gets it. */
static void set_years_join(struct at *at)
{
	save_2025(at);
	save(at, keep_set, AT_ALL, S(SET_2026), (struct keep){ 0 });
	struct criteria_set *was = set_at(at, 2025, -1), *is = set_at(at, 2026, -1);
	for (size_t i = 0; i < 3; i++)
		assert_string_equal(was->criteria.at[i].id.p, is->criteria.at[i].id.p);
	assert_string_equal(is->criteria.at[3].id.p, "sang-kien-khac");
	assert_string_not_equal(was->criteria.at[3].id.p, is->criteria.at[3].id.p);
}
AT_BOTH(set_years_join)

/* Of a name that was changed in a number, nobody is sure; of one that was written out, under its code, they are. */
static void set_years_differ(struct at *at)
{
	static const struct { const char *was, *is; bool same; } rows[] = {
		{ "Tỷ lệ dịch vụ công trực tuyến mức độ 3", "Tỷ lệ dịch vụ công trực tuyến mức độ 4", false },
		{ "Thực hiện kế hoạch CCHC", "Thực hiện kế hoạch cải cách hành chính", true },
		{ "Số hóa hồ sơ năm 2024", "Số hóa hồ sơ năm 2025", true },
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct at one;
		at_open(&one, db_kind(at->db));
		for (int year = 2025; year <= 2026; year++)
			save(&one, keep_set, AT_ALL,
			     str_fmt(one.a, "%s%s{\"code\": \"1.1\", \"parent\": \"1\", \"name\": \"%s\", \"max\": \"1\", \"rule\": "
			             "\"Có: điểm tối đa; không: 0 điểm\", \"inputs\": [\"có\"]}]}",
			             year == 2025 ? SETTINGS("sở", "2025") : SETTINGS("sở", "2026"), FIELD, year == 2025 ? rows[i].was : rows[i].is),
			     (struct keep){ 0 });
		bool same = str_eq(set_at(&one, 2025, -1)->criteria.at[1].id, set_at(&one, 2026, -1)->criteria.at[1].id);
		if (same != rows[i].same)
			fail_msg("“%s”, “%s”: %s", rows[i].was, rows[i].is, same ? "joined" : "not joined");
		at_close(&one);
	}
}
AT_BOTH(set_years_differ)

/* Documents came first: their findings go over to the set that they meant. */
static void set_takes_over(struct at *at)
{
	script(at, "INSERT INTO criteria_set (id, cycle_id, level, version, name) VALUES (50, 1, 'department', 0, 'suy từ văn bản');"
	           "INSERT INTO identity (id, mark, name) VALUES (50, 'cu-1', 'Chỉ đạo'), (51, 'cu-2', 'Báo cáo'), (52, 'cu-3', 'Mã lạ');"
	           "INSERT INTO criterion (id, set_id, ord, code, identity_id, leaf) VALUES (50, 50, 0, '1', 50, 0), (51, 50, 1, '1. 2', 51, 1), (52, 50, 2, '9.9', 52, 1);"
	           "INSERT INTO finding (id, body_id, cycle_id, origin, criterion_id, mark, text) VALUES (50, 2, 1, 'appraisal', 51, 'c51', 'Chậm'),"
	           " (51, 3, 1, 'appraisal', 51, 'tabc', 'Chậm'), (52, 2, 1, 'appraisal', 52, 'c52', 'Lạ');"
	           "INSERT INTO evidence (id, body_id, title) VALUES (50, 2, 'Báo cáo');"
	           "INSERT INTO evidence_link (id, body_id, evidence_id, cycle_id, criterion_id) VALUES (50, 2, 50, 1, 51);");
	script(at, db_kind(at->db) == DB_SQLITE ? "SELECT 1" : "SELECT setval(pg_get_serial_sequence('criteria_set', 'id'), 100), "
	       "setval(pg_get_serial_sequence('identity', 'id'), 100), setval(pg_get_serial_sequence('criterion', 'id'), 100)");
	struct proposal p = save(at, keep_set, AT_ALL, S(SET_2025), (struct keep){ 0 });
	assert_int_equal(p.notes.n, 1);
	assert_non_null(strstr(p.notes.at[0].p, "2 tồn tại"));
	struct criteria_set *s = set_at(at, 2025, -1);
	assert_string_equal(s->criteria.at[2].id.p, "cu-2");
	assert_int_equal(logged(at, "finding"), 2);
	assert_int_equal(logged(at, "evidence_link"), 1);
	lost_cells c = { 0 };
	OK(at, repo_lost(at->db, at->a, AT_ALL, AT_BODY, &c, &at->e));
	assert_int_equal(c.n, 2);
	assert_string_equal(c.at[0].code.p, "9.9");            /* the strange one stayed */
	assert_string_equal(c.at[1].code.p, "1.2");            /* "1. 2" is that of the new set */
	CLEANUP(rows_close) struct rows r = { 0 };
	OK(at, db_query(at->db, Q(audit_page, .after = v_int(0), .limit = v_int(1000)), &r, &at->e));
	bool marked = false;
	while (rows_next(&r))
		if (str_eq(col_text(&r, at->a, 6), S("finding")) && col_int(&r, 7) == 50)
			marked = strstr(col_text(&r, at->a, 8).p, "\"mark\":\"c51\"") && !strstr(col_text(&r, at->a, 9).p, "\"mark\":\"c51\"") &&
			         strstr(col_text(&r, at->a, 9).p, "\"mark\":\"c");
	assert_true(marked);
}
AT_BOTH(set_takes_over)

static void set_refused(struct at *at)
{
	refused(at, keep_set, AT_OFFICE, S(SET_2025), (struct keep){ 0 }, ERR_DENIED);
	refused(at, keep_set, AT_ALL, S(SET_2025), (struct keep){ .level = "xã" }, ERR_INPUT);
	refused(at, keep_set, AT_ALL, S(SET_2025), (struct keep){ .level = "làng" }, ERR_INPUT);
	refused(at, keep_set, AT_ALL, S(SET_2025), (struct keep){ .year = 2024 }, ERR_INPUT);
	refused(at, keep_set, AT_ALL, S(SETTINGS("sở", "2031") FIELD PLAN("1.1") "]}"), (struct keep){ 0 }, ERR_NOT_FOUND);
	refused(at, keep_set, AT_ALL, S(SETTINGS("làng", "2025") FIELD PLAN("1.1") "]}"), (struct keep){ 0 }, ERR_INPUT);
	refused(at, keep_set, AT_ALL, S(SETTINGS("sở", "2025") FIELD PLAN("1.1") ", " PLAN("1.1") "]}"), (struct keep){ 0 }, ERR_INPUT);
	refused(at, keep_set, AT_ALL, S(SET_2025), (struct keep){ .unit = "Sở Mây" }, ERR_NOT_FOUND);
	script(at, "CREATE UNIQUE INDEX once ON criterion (set_id, none_arose)");     /* breaks in the middle: two without */
	script(at, "CREATE UNIQUE INDEX field_once ON criterion (set_id, leaf)");
	refused(at, keep_set, AT_ALL, S(SET_2025), (struct keep){ 0 }, ERR_CONFLICT);
	struct record r = record_of(at, AT_ALL);
	struct criteria_set *s;
	REFUSED(at, kept_set(&r, at->a, NULL, 2025, "sở", -1, &s, &at->e), ERR_NOT_FOUND);
	int64_t id;
	strs mark = { 0 };
	*vec_add(at->a, &mark) = S("ban-hanh-ke-hoach-cai-cach-hanh");
	OK(at, repo_identities(at->db, at->a, &mark, &id, &at->e));
	assert_int_equal(id, 0);
	assert_int_equal(logged(at, "criteria_set"), 0);
}
AT_BOTH(set_refused)

/* One statement for each row and one for its line in the log. */
static void set_statements(struct at *at)
{
	int64_t from = db_ran(at->db);
	save_2025(at);
	int rows = 1 + 2 + 4 + 4 + 4 + 4;                      /* set, classes, inputs, identities, criteria, inputs of criteria */
	assert_in_range(db_ran(at->db) - from, 2 * rows, 2 * rows + 16);
	struct stored_set s;
	set_versions v = { 0 };
	OK(at, repo_set_versions(at->db, at->a, 1, S("department"), &v, &at->e));
	from = db_ran(at->db);
	OK(at, repo_set_load(at->db, at->a, v.at[0].id, &s, &at->e));
	assert_int_equal(db_ran(at->db) - from, 4);
}
AT_BOTH(set_statements)

/* -- sheets ------------------------------------------------------------------------------------------- */

static str shown(struct at *at, int64_t person)
{
	struct record r = record_of(at, person);
	struct kept_sheet k;
	OK(at, kept_sheet(&r, at->a, "so tu phap", 2025, &k, &at->e));
	struct index_scored s = index_score(at->a, k.scoring, k.sheet);
	return score_json(at->a, &s);
}

/* The same as scoring the files. */
static str scored(struct at *at, str sheet)
{
	struct criteria_set *s;
	struct sheet *t;
	struct told told = { 0 };
	struct scoring *g = make(at->a, struct scoring);
	assert_true(set_parse(at->a, S(SET_2025), &s, &told) && sheet_parse(at->a, sheet, s, &t, &told));
	OK(at, score_prepare(at->a, s, g, &at->e));
	struct index_scored x = index_score(at->a, g, t);
	return score_json(at->a, &x);
}

static struct stored_sheet stored(struct at *at, int64_t person, struct stored_set *set)
{
	set_versions v = { 0 };
	struct stored_sheet s;
	OK(at, repo_set_versions(at->db, at->a, 1, S("department"), &v, &at->e));
	OK(at, repo_set_load(at->db, at->a, v.at[0].id, set, &at->e));
	int64_t from = db_ran(at->db);
	OK(at, repo_sheet_load(at->db, at->a, person, AT_BODY, set, &s, &at->e));
	assert_true(db_ran(at->db) - from <= 3);
	return s;
}

static void sheet_round_trip(struct at *at)
{
	struct stored_set set;
	save_2025(at);
	struct proposal p = save(at, keep_sheet, AT_OFFICE, S(SELF), of_2025);
	assert_int_equal(p.count[PROPOSED_NEW], 6);            /* files, self, explanation, not applicable, two figures */
	assert_string_equal(shown(at, AT_OFFICE).p, scored(at, S(SELF)).p);
	struct stored_sheet s = stored(at, AT_OFFICE, &set);
	assert_int_equal(s.points, 15000 + 17780);
	assert_int_equal(s.max, 35000);
	assert_int_equal(logged(at, "document"), 1);           /* the file, and every point of it says so */
	assert_int_equal(nowhere(at), 0);

	int before = logged(at, "sheet");
	p = save(at, keep_sheet, AT_OFFICE, S(SELF), of_2025);
	assert_true(p.known);
	assert_int_equal(logged(at, "sheet"), before);

	p = save(at, keep_sheet, AT_OFFICE, S(OTHERWISE), of_2025);            /* nothing is overwritten … */
	assert_int_equal(p.count[PROPOSED_DIFFERENT], 2);
	assert_int_equal(p.count[PROPOSED_NEW], 0);
	assert_int_equal(logged(at, "sheet"), before);
	assert_string_equal(p.rows.at[0].stored.p, "1,5");
	struct keep take = of_2025;
	*vec_add(at->a, &take.take) = S("1.1");
	p = save(at, keep_sheet, AT_OFFICE, S(OTHERWISE), take);               /* … unless its code is named */
	assert_int_equal(p.taken, 1);
	s = stored(at, AT_OFFICE, &set);
	assert_int_equal(s.points, 5000 + 17780);
	assert_int_equal(logged(at, "document"), 2);           /* the file that was taken from is another */
	assert_int_equal(nowhere(at), 0);
	assert_string_equal(s.sheet->values[set.set->criteria.at[2].inputs.at[0]].printed.p, "8");
}
AT_BOTH(sheet_round_trip)

/* Round 1 is the appraisers', and the body's office sees it. */
static void sheet_rounds(struct at *at)
{
	struct stored_set set;
	save_2025(at);
	struct proposal p = save(at, keep_sheet, AT_OFFICE, S(APPRAISED), of_2025);
	assert_int_equal(p.count[PROPOSED_LEFT], 1);
	assert_int_equal(stored(at, AT_OFFICE, &set).points, 15000);
	p = save(at, keep_sheet, AT_ALL, S(APPRAISED), of_2025);
	assert_int_equal(p.count[PROPOSED_NEW], 1);
	assert_string_equal(shown(at, AT_OFFICE).p, scored(at, S(APPRAISED)).p);
	struct stored_sheet s = stored(at, AT_OFFICE, &set);
	assert_int_equal(s.points, 10000);
	assert_string_equal(s.sheet->rows.at[0].by[ROUND_ONE].reason.p, "Chậm");
	script(at, "INSERT INTO person (id, login, name, unit_id) VALUES (50, 'xem', 'Xem', 2);"
	           "INSERT INTO role_held (id, person_id, body_id, role) VALUES (50, 50, 2, 'viewer');");
	assert_false(stored(at, 50, &set).sheet->rows.at[0].by[ROUND_ONE].given);      /* not published yet */
	struct record r = record_of(at, AT_ALL);
	OK(at, kept_sheet_state(&r, at->a, "STP", 2025, S("published"), &at->e));
	assert_true(stored(at, 50, &set).sheet->rows.at[0].by[ROUND_ONE].given);
	refused(at, keep_sheet, AT_STRANGER, S(APPRAISED), of_2025, ERR_DENIED);
}
AT_BOTH(sheet_rounds)

static void sheet_locked(struct at *at)
{
	struct record office = record_of(at, AT_OFFICE), all = record_of(at, AT_ALL);
	struct stored_set set;
	save_2025(at);
	save(at, keep_sheet, AT_OFFICE, S(SELF), of_2025);
	OK(at, kept_sheet_state(&office, at->a, "STP", 2025, S("locked"), &at->e));
	struct keep take = of_2025;
	*vec_add(at->a, &take.take) = S("all");
	struct proposal p = save(at, keep_sheet, AT_OFFICE, S(OTHERWISE), take);
	assert_int_equal(p.count[PROPOSED_LEFT], 2);
	assert_int_equal(stored(at, AT_OFFICE, &set).points, 15000 + 17780);
	p = save(at, keep_sheet, AT_OFFICE, S(SHEET("", ROW("1.1", "\"explanation2\": \"Xin bổ sung\", \"files\": 3"))), take);
	assert_int_equal(p.count[PROPOSED_LEFT], 0);           /* what appraisers ask for may still come */
	p = save(at, keep_sheet, AT_OFFICE, S(SHEET("", ROW("1.3", "\"applies\": true, \"files\": 1"))), take);
	assert_int_equal(p.count[PROPOSED_LEFT], 1);

	struct stored_sheet s = stored(at, AT_OFFICE, &set);   /* the statement itself refuses, whoever asks */
	struct tx t;
	bool may = true;
	s.sheet->rows.at[0].by[ROUND_SELF].points = 0;
	OK(at, tx_begin(at->db, at->a, &office.who, S("thử"), &t, &at->e));
	OK(at, repo_sheet_put_score(&t, &set, &s, 0, ROUND_SELF, &may, &at->e));
	assert_false(may);
	OK(at, repo_sheet_put_score(&t, &set, &s, 0, ROUND_ONE, &may, &at->e));
	assert_false(may);
	tx_close(&t);

	REFUSED(at, kept_sheet_state(&office, at->a, "STP", 2025, S("open"), &at->e), ERR_DENIED);
	REFUSED(at, kept_sheet_state(&office, at->a, "STP", 2025, S("published"), &at->e), ERR_DENIED);
	OK(at, kept_sheet_state(&all, at->a, "STP", 2025, S("open"), &at->e));
	p = save(at, keep_sheet, AT_OFFICE, S(OTHERWISE), take);
	assert_int_equal(p.taken, 2);
}
AT_BOTH(sheet_locked)

static void sheet_refused(struct at *at)
{
	refused(at, keep_sheet, AT_OFFICE, S(SELF), of_2025, ERR_NOT_FOUND);                  /* no set yet */
	save_2025(at);
	refused(at, keep_sheet, AT_OFFICE, S(SELF), (struct keep){ .unit = "Sở Tư pháp" }, ERR_INPUT);         /* no year */
	refused(at, keep_sheet, AT_OFFICE, S(SELF), (struct keep){ .year = 2025 }, ERR_INPUT);                /* no unit */
	refused(at, keep_sheet, AT_ALL, S(SELF), (struct keep){ .unit = "Sở Y tế", .year = 2025 }, ERR_INPUT);    /* another unit's */
	refused(at, keep_sheet, AT_ALL, S(SELF), (struct keep){ .unit = "Văn phòng Sở", .year = 2025 }, ERR_INPUT);
	refused(at, keep_sheet, AT_OFFICE, S(SHEET_OF("Sở Tư pháp chế", "", ROW("1.1", "\"self\": \"1\""))), of_2025, ERR_INPUT);
	save(at, keep_sheet, AT_OFFICE, S(SHEET_OF("Sở Tư pháp tỉnh Trường Giang", "", ROW("1.1", "\"self\": \"1\""))), of_2025);
	refused(at, keep_sheet, AT_OFFICE, S(SHEET("", ROW("7.7", "\"self\": \"1\""))), of_2025, ERR_INPUT);     /* only unknown codes */
	refused(at, keep_sheet, AT_STRANGER, S(SELF), of_2025, ERR_DENIED);
	struct proposal p = save(at, keep_sheet, AT_OFFICE, S(SHEET("", ROW("7.7", "\"self\": \"1\"") ", " ROW("1.1", "\"self\": \"1\""))), of_2025);
	assert_int_equal(p.count[PROPOSED_LEFT], 1);
}
AT_BOTH(sheet_refused)

/* It breaks at the last row: nothing of the sheet is there. */
static void sheet_whole(struct at *at)
{
	struct stored_set set;
	save_2025(at);
	script(at, "CREATE UNIQUE INDEX once ON entry (value)");
	refused(at, keep_sheet, AT_OFFICE, S(SHEET("\"báo cáo đúng hạn\": \"9\", \"báo cáo phải gửi\": \"9\"", ROW("1.1", "\"self\": \"1.5\""))), of_2025,
	        ERR_CONFLICT);
	assert_int_equal(stored(at, AT_OFFICE, &set).id, 0);
	assert_int_equal(logged(at, "score"), 0);
}
AT_BOTH(sheet_whole)

/* Two people began with the same sheet. */
static void sheet_outrun(struct at *at)
{
	struct stored_set set;
	struct tx t;
	save_2025(at);
	save(at, keep_sheet, AT_OFFICE, S(SELF), of_2025);
	struct stored_sheet one = stored(at, AT_OFFICE, &set), two = stored(at, AT_OFFICE, &set);
	struct actor who = at_who(AT_OFFICE);
	OK(at, tx_begin(at->db, at->a, &who, S("thử"), &t, &at->e));
	OK(at, repo_sheet_total(&t, &one, 1, 2, &at->e));
	OK(at, tx_commit(&t, &at->e));
	OK(at, tx_begin(at->db, at->a, &who, S("thử"), &t, &at->e));
	REFUSED(at, repo_sheet_total(&t, &two, 3, 4, &at->e), ERR_CONFLICT);
	tx_close(&t);
	assert_int_equal(stored(at, AT_OFFICE, &set).points, 1);

	struct record r = record_of(at, AT_ALL);
	strs wrong = { 0 };
	OK(at, kept_check(&r, at->a, &wrong, &at->e));         /* 1 is not what the leaves give */
	assert_int_equal(wrong.n, 1);
	assert_non_null(strstr(wrong.at[0].p, "Sở Tư pháp"));
	OK(at, tx_begin(at->db, at->a, &who, S("thử"), &t, &at->e));
	OK(at, repo_sheet_total(&t, &one, 15000 + 17780, 35000, &at->e));
	OK(at, tx_commit(&t, &at->e));
	wrong.n = 0;
	OK(at, kept_check(&r, at->a, &wrong, &at->e));
	assert_int_equal(wrong.n, 0);
}
AT_BOTH(sheet_outrun)

/* -- results ------------------------------------------------------------------------------------------ */

#define RESULT(name, points) "{\"name\": \"" name "\", \"max\": \"100\", \"points\": \"" points "\", \"percent\": \"" points "\", \"rank\": 1, \"class\": \"Tốt\"}"
#define RESULTS(rows) "{\"ranking\": [{\"group\": \"Sở\", \"rows\": [" rows "]}]}"

static void results(struct at *at)
{
	struct record office = record_of(at, AT_OFFICE), all = record_of(at, AT_ALL);
	struct standing **rows;
	size_t n;
	const struct keep year = { .year = 2025 };
	const str table = S(RESULTS(RESULT("Sở Tư pháp", "85.5") ", " RESULT("SO Y TE", "90") ", " RESULT("Sở Mây", "1")));
	save_2025(at);
	refused(at, keep_results, AT_OFFICE, table, year, ERR_DENIED);
	struct proposal p = save(at, keep_results, AT_ALL, table, year);
	assert_int_equal(p.count[PROPOSED_NEW], 2);
	assert_int_equal(p.count[PROPOSED_LEFT], 1);
	p = save(at, keep_results, AT_ALL, table, year);
	assert_int_equal(p.count[PROPOSED_SAME], 2);
	assert_int_equal(logged(at, "result"), 2);
	p = save(at, keep_results, AT_ALL, S(RESULTS(RESULT("Sở Tư pháp", "70"))), year);
	assert_int_equal(p.count[PROPOSED_DIFFERENT], 1);

	script(at, "INSERT INTO result (id, body_id, cycle_id, lost, published) VALUES (90, 1, 1, 5000, 1)");        /* of a document: no points, no rank */
	OK(at, kept_results(&all, at->a, NULL, 2025, NULL, &rows, &n, &at->e));
	assert_int_equal(n, 2);
	assert_string_equal(rows[0]->name.p, "Sở Y tế");
	assert_int_equal(rows[1]->rank, 2);
	assert_int_equal(rows[1]->percent, 8550);
	assert_string_equal(rows[1]->class->name.p, "Tốt");    /* by the set of the record */
	OK(at, kept_results(&office, at->a, NULL, 2025, NULL, &rows, &n, &at->e));
	assert_int_equal(n, 1);                                /* its own alone, and not where it stands */
	assert_int_equal(rows[0]->rank, 0);
	int64_t published = 0;
	REFUSED(at, kept_publish(&office, at->a, NULL, 2025, true, &published, &at->e), ERR_DENIED);
	OK(at, kept_publish(&all, at->a, NULL, 2025, true, &published, &at->e));
	assert_int_equal(published, 2);
	OK(at, kept_publish(&all, at->a, NULL, 2025, true, &published, &at->e));
	assert_int_equal(published, 0);                        /* it was so already */
	OK(at, kept_results(&office, at->a, NULL, 2025, "so", &rows, &n, &at->e));
	assert_int_equal(n, 2);
	assert_int_equal(rows[0]->rank, 1);
	REFUSED(at, kept_results(&office, at->a, NULL, 2025, "Xã", &rows, &n, &at->e), ERR_NOT_FOUND);
}
AT_BOTH(results)

/* -- years -------------------------------------------------------------------------------------------- */

/* Reports were lost in both years, under 1.2 and 1.3: by a sheet in one, by a finding in the other. */
static void years(struct at *at)
{
	struct record r = record_of(at, AT_OFFICE), stranger = record_of(at, AT_STRANGER);
	struct stored_set set;
	struct lost_over l;
	struct history_year *y;
	size_t n;
	REFUSED(at, kept_lost(&r, at->a, "STP", &l, &at->e), ERR_NOT_FOUND);
	save_2025(at);
	save(at, keep_set, AT_ALL, S(SET_2026), (struct keep){ 0 });
	save(at, keep_sheet, AT_OFFICE, S(SELF), of_2025);
	set_versions v = { 0 };
	OK(at, repo_set_versions(at->db, at->a, 2, S("department"), &v, &at->e));
	OK(at, repo_set_load(at->db, at->a, v.at[0].id, &set, &at->e));
	str finding = str_fmt(at->a, "INSERT INTO finding (id, body_id, cycle_id, origin, criterion_id, mark, max, lost) VALUES "
	                             "(60, 2, 2, 'appraisal', %d, 'c', 20000, 5000)", (int)set.criterion[2]);
	script(at, finding.p);
	OK(at, kept_lost(&r, at->a, "STP", &l, &at->e));
	assert_int_equal(l.years.n, 2);
	assert_int_equal(l.lines.n, 1);
	assert_int_equal(l.lines.at[0].times, 2);
	assert_int_equal(l.lines.at[0].lost, 2220 + 5000);
	assert_string_equal(l.lines.at[0].year[0].code.p, "1.2");
	assert_string_equal(l.lines.at[0].year[1].code.p, "1.3");
	assert_int_equal(l.lines.at[0].year[1].points, 15000);
	assert_true(l.lines.at[0].year[0].by_sheet && !l.lines.at[0].year[1].by_sheet);
	REFUSED(at, kept_lost(&stranger, at->a, "STP", &l, &at->e), ERR_NOT_FOUND);

	save(at, keep_sheet, AT_OFFICE, S(SHEET("\"báo cáo đúng hạn\": \"1\", \"báo cáo phải gửi\": \"2\"", ROW("1.2", "\"self\": \"0\""))),
	     (struct keep){ .unit = "Sở Tư pháp", .year = 2026 });
	OK(at, kept_history(&r, at->a, "STP", &y, &n, &at->e));
	assert_int_equal(n, 2);
	struct history h = history_make(at->a, y, n);
	assert_int_equal(h.leaves.at[0].times_lost, 2);
	assert_int_equal(h.leaves.at[0].lost, 2220 + 10000);
	REFUSED(at, kept_history(&stranger, at->a, "STP", &y, &n, &at->e), ERR_NOT_FOUND);
}
AT_BOTH(years)

/* -- which file it is --------------------------------------------------------------------------------- */

static void kinds(void **state)
{
	(void)state;
	struct at at = { .a = arena_open((size_t)1 << 28) };
	static const struct { str text; bool book; } rows[] = {
		{ S(SET_2025), true }, { S(SELF), true }, { S(RESULTS(RESULT("Sở A", "1"))), true },
		{ S("{\"document\": {}, \"criteria\": {}}"), false }, { S("{\"findings\": []}"), false }, { S("{"), false },
	};
	for (size_t i = 0; i < COUNT(rows); i++)
		if (keep_is_book(at.a, file(&at, rows[i].text)) != rows[i].book)
			fail_msg("row %zu", i);
	arena_close(&at.a);
}

int app_keep_tests(void)
{
	const struct CMUnitTest tests[] = {
		AT_ROWS(set_round_trip), AT_ROWS(set_versions_follow), AT_ROWS(set_years_join),
	                                    AT_ROWS(set_years_differ), AT_ROWS(set_takes_over),
		AT_ROWS(set_refused), AT_ROWS(set_statements), AT_ROWS(sheet_round_trip), AT_ROWS(sheet_rounds), AT_ROWS(sheet_locked),
		AT_ROWS(sheet_refused), AT_ROWS(sheet_whole), AT_ROWS(sheet_outrun), AT_ROWS(results), AT_ROWS(years),
		cmocka_unit_test(kinds),
	};
	return cmocka_run_group_tests(tests, open_room, close_room);
}
