#include "app/report.h"
#include "docout/render.h"
#include "report/report.h"
#include "report/table.h"
#include "store/db_driver.h"
#include "work.h"
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

/* The gate and the register, with a kind of document of our own. */

/* One table with the lost criteria of a field, and its total as the record has it. */
static bool build(struct arena *a, const struct report_in *in, struct node **ret, struct err *e)
{
	static const char *const heads[] = { "TT", "Nội dung bộ chỉ số", "Điểm tối đa", "Điểm thẩm định", "Tồn tại hạn chế",
	        "Số điểm bị trừ" };
	const struct facts *f = in->facts;
	struct node *root = node_new(a, NODE_DOC, (struct place){ 0 });
	(void)e;
	root->title = S("Báo cáo thử");
	part_say(a, root, FORMAL_ISSUER, f->document.issuer);
	part_say(a, root, FORMAL_NUMBER, f->document.number.n ? str_fmt(a, "Số: %.*s", SF(f->document.number)) : S("Số:      /BC-STP"));
	part_say(a, root, FORMAL_TYPE, S("BÁO CÁO"));
	part_say(a, root, FORMAL_SUBJECT, S("Kết quả khắc phục Chỉ số cải cách hành chính năm 2025"));
	struct table_to t = table_begin(a, root, NULL, 0);
	table_head(&t, heads, COUNT(heads));
	for (size_t i = 0; i < f->fields.n; i++) {
		const struct field *x = &f->fields.at[i];
		table_open(&t, false);
		const str cells[] = { x->code, x->name, figure_vi(a, x->max), figure_vi(a, x->points), S(""), figure_vi(a, x->lost) };
		for (size_t k = 0; k < COUNT(cells); k++)
			table_text(&t, cells[k]);
	}
	for (size_t i = 0; i < f->criteria.n; i++) {
		const struct criterion *x = &f->criteria.at[i];
		table_open(&t, false);
		const str cells[] = { x->code, x->name, figure_vi(a, x->max), figure_vi(a, x->points), x->reason, figure_vi(a,
		        x->printed_lost) };
		for (size_t k = 0; k < COUNT(cells); k++)
			table_text(&t, cells[k]);
	}
	*ret = root;
	return true;
}

static const struct report_kind told = { .name = "told", .title = "Báo cáo thử", .symbol = "BC", .build = build },
                                plan = { .name = "plan", .title = "Kế hoạch thử", .symbol = "KH", .build = build },
                                bare = { .name = "bare", .title = "Phụ lục thử", .symbol = "", .build = build };

static bool as_text(struct arena *a, const struct node *root, str *ret, struct err *e)
{
	(void)e;
	*ret = node_text(a, root, NULL);
	return true;
}
static bool as_nothing(struct arena *a, const struct node *root, str *ret, struct err *e)
{
	(void)a, (void)root, (void)ret;
	return err_set(e, ERR_SYSTEM, __FILE__, __LINE__, "Không ghi được.");
}
static const struct renderer text = { .name = "text", .ending = "txt", .render = as_text },
                             broken = { .name = "broken", .ending = "hong", .render = as_nothing };

static void script(struct work *w, const char *sql) { OK(&w->at, db_script(w->at.db, sql, &w->at.e)); }

static struct report_made made(struct work *w, const struct report_kind *kind, bool draft)
{
	struct report_made m;
	OK(&w->at, report_make(&w->r, w->at.a, &(struct report_ask){ .kind = kind, .body = AT_BODY, .draft = draft }, &m, &w->at.e));
	return m;
}

/* A sum that is wrong stops the official form and leaves the draft. */
static void gate(struct work *w)
{
	str bytes;
	int64_t id;
	struct report_made m = made(w, &told, false);
	assert_int_equal(m.errors, 0);
	OK(&w->at, report_file(w->at.a, &m, &text, &bytes, &w->at.e));
	assert_true(str_find(bytes, S("Tỷ lệ đúng hạn"), 0) < bytes.n);
	script(w, "UPDATE field_result SET lost = 7000");
	m = made(w, &told, false);
	assert_true(m.errors > 0);
	assert_true(str_find(report_checks_text(w->at.a, &m), S("0,7"), 0) < report_checks_text(w->at.a, &m).n);
	REFUSED(&w->at, report_file(w->at.a, &m, &text, &bytes, &w->at.e), ERR_INPUT);
	assert_non_null(strstr(w->at.e.hint, "dự thảo"));
	work_as(w, WORK_LEADER);
	m = made(w, &told, false);
	REFUSED(&w->at, report_issue(&w->r, w->at.a, &m, &text, &id, &bytes, &w->at.e), ERR_INPUT);
	m = made(w, &told, true);
	assert_true(m.errors > 0);
	OK(&w->at, report_file(w->at.a, &m, &text, &bytes, &w->at.e));
	REFUSED(&w->at, report_issue(&w->r, w->at.a, &m, &text, &id, &bytes, &w->at.e), ERR_INPUT);
	work_as(w, WORK_VIEWER);
	m = made(w, &told, true);
	REFUSED(&w->at, report_file(w->at.a, &m, &text, &bytes, &w->at.e), ERR_DENIED);
}
WORK_BOTH(gate)

static str issue(struct work *w, const struct report_kind *kind, int64_t number, struct date on)
{
	struct report_made m;
	str bytes, name = { 0 }, path = { 0 };
	int64_t id = 0;
	struct report_ask ask = { .kind = kind, .body = AT_BODY, .number = number, .on = on };
	OK(&w->at, report_make(&w->r, w->at.a, &ask, &m, &w->at.e));
	OK(&w->at, report_issue(&w->r, w->at.a, &m, &text, &id, &bytes, &w->at.e));
	assert_true(str_find(bytes, m.number, 0) < bytes.n);
	OK(&w->at, report_issued_file(&w->r, w->at.a, id, &path, &name, &w->at.e));
	assert_true(str_ends(name, S(".txt")));
	return m.number;
}

/* From 01, each type and year by itself; a failed one leaves no gap; a number that a person says is taken once. */
static void numbers(struct work *w)
{
	struct date day = { 2025, 12, 31 }, none = { 0 };
	struct report_made m;
	str bytes;
	int64_t id;
	issued_rows rows = { 0 };
	bool more;
	script(w, "UPDATE unit SET symbol = 'STP' WHERE id = 2");
	work_as(w, WORK_LEADER);
	assert_string_equal(issue(w, &told, 0, none).p, "01/BC-STP");
	assert_string_equal(issue(w, &told, 0, none).p, "02/BC-STP");
	assert_string_equal(issue(w, &plan, 0, none).p, "01/KH-STP");
	assert_string_equal(issue(w, &told, 0, day).p, "01/BC-STP");
	m = made(w, &told, false);
	REFUSED(&w->at, report_issue(&w->r, w->at.a, &m, &broken, &id, &bytes, &w->at.e), ERR_SYSTEM);
	m.ask.number = 2;
	REFUSED(&w->at, report_issue(&w->r, w->at.a, &m, &text, &id, &bytes, &w->at.e), ERR_CONFLICT);
	m.ask.number = 0;
	m.ask.on = (struct date){ 2199, 1, 1 };
	REFUSED(&w->at, report_issue(&w->r, w->at.a, &m, &text, &id, &bytes, &w->at.e), ERR_INPUT);
	m = made(w, &bare, false);
	REFUSED(&w->at, report_issue(&w->r, w->at.a, &m, &text, &id, &bytes, &w->at.e), ERR_INPUT);
	assert_string_equal(issue(w, &told, 0, none).p, "03/BC-STP");
	assert_string_equal(issue(w, &told, 12, none).p, "12/BC-STP");
	assert_string_equal(issue(w, &told, 0, none).p, "13/BC-STP");
	OK(&w->at, report_issued(&w->r, w->at.a, AT_BODY, 0, 1, &rows, &more, &w->at.e));
	assert_int_equal(rows.n, 7);
	assert_false(more);
	assert_string_equal(rows.at[0].number.p, "13/BC-STP");
	assert_int_equal(rows.at[0].sha.n, 64);
	static const int64_t never[] = { AT_OFFICE, WORK_VIEWER, WORK_OWN, WORK_APPRAISER, WORK_ADMINISTRATOR, AT_STRANGER };
	for (size_t i = 0; i < COUNT(never); i++) {
		work_as(w, never[i]);
		w->at.e = (struct err){ 0 };
		bool ok = report_make(&w->r, w->at.a, &(struct report_ask){ .kind = &told, .body = AT_BODY }, &m, &w->at.e) &&
		          report_issue(&w->r, w->at.a, &m, &text, &id, &bytes, &w->at.e);
		if (ok || (w->at.e.code != ERR_DENIED && w->at.e.code != ERR_NOT_FOUND))
			fail_msg("person %lld: %d", (long long)never[i], w->at.e.code);
	}
	str path, name;
	work_as(w, WORK_VIEWER);
	OK(&w->at, report_issued_file(&w->r, w->at.a, rows.at[0].id, &path, &name, &w->at.e));
	work_as(w, AT_STRANGER);
	REFUSED(&w->at, report_issued_file(&w->r, w->at.a, rows.at[0].id, &path, &name, &w->at.e), ERR_NOT_FOUND);
}
WORK_BOTH(numbers)

/* A plan that was issued is the newest version of the plan. */
static void versions(struct work *w)
{
	struct report_known k;
	script(w, "UPDATE unit SET symbol = 'STP' WHERE id = 2");
	work_as(w, WORK_LEADER);
	issue(w, &plan, 0, (struct date){ 0 });
	OK(&w->at, report_facts(&w->r, w->at.a, AT_BODY, 0, &told, NULL, &k, &w->at.e));
	assert_int_equal(k.facts->document.cites.n, 1);
	assert_string_equal(k.facts->document.cites.at[0].number.p, "01/KH-STP");
}
WORK_BOTH(versions)

enum { MANY = 4, EACH = 5 };

/* A process of its own, with its own connection. */
static int one_of_many(const struct work *w, str where)
{
	CLEANUP(arena_close) struct arena *a = arena_open((size_t)1 << 28);
	struct err e = { 0 };
	struct record r = { .a = a, .dir = w->dir.path, .where = where, .who = w->r.who, .person_name = S("Người Ký") };
	if (!db_open(a, where, DB_EXISTING, &r.db, &e) || !blobs_open(a, w->dir.path.p, &r.blobs, &e)) {
		fprintf(stderr, "%s %s\n", e.message, e.detail);
		return 2;
	}
	for (int i = 0; i < EACH; i++) {
		struct report_made m;
		str bytes;
		int64_t id;
		if (!report_make(&r, a, &(struct report_ask){ .kind = &told, .body = AT_BODY }, &m, &e) ||
		    !report_issue(&r, a, &m, i % 2 ? &text : &broken, &id, &bytes, &e)) {
			if (i % 2 == 0 && e.code == ERR_SYSTEM) {
				e = (struct err){ 0 };
				continue;
			}
			fprintf(stderr, "%s %s\n", e.message, e.detail);
			return 3;
		}
	}
	db_close(&r.db);
	return 0;
}

/* Many at once, half of whose tries fail: every number once, none left out. */
static void at_once(struct work *w)
{
	pid_t pids[MANY];
	issued_rows rows = { 0 };
	bool more;
	str where = w->at.where;
	script(w, "UPDATE unit SET symbol = 'STP' WHERE id = 2");
	work_as(w, WORK_LEADER);
	if (db_kind(w->at.db) == DB_SQLITE) {                          /* the one of the test is in memory */
		where = str_fmt(w->at.a, "%.*s/record.db", SF(w->dir.path));
		script(w, str_fmt(w->at.a, "VACUUM INTO '%.*s'", SF(where)).p);
	}
	for (int i = 0; i < MANY; i++)
		if (!(pids[i] = fork()))
			_exit(one_of_many(w, where));
	for (int i = 0; i < MANY; i++) {
		int status;
		assert_int_equal(waitpid(pids[i], &status, 0), pids[i]);
		assert_true(WIFEXITED(status));
		assert_int_equal(WEXITSTATUS(status), 0);
	}
	CLEANUP(db_close) struct db *db = NULL;
	struct record r = w->r;
	OK(&w->at, db_open(w->at.a, where, DB_EXISTING, &db, &w->at.e));
	r.db = db;
	OK(&w->at, report_issued(&r, w->at.a, AT_BODY, 0, 1, &rows, &more, &w->at.e));
	assert_int_equal(rows.n, MANY * (EACH / 2));
	for (size_t i = 0; i < rows.n; i++)
		assert_string_equal(rows.at[rows.n - 1 - i].number.p, str_fmt(w->at.a, "%02zu/BC-STP", i + 1).p);
}
WORK_BOTH(at_once)

/* The tables, out of the record. */
static void tables(struct work *w)
{
	static const struct { const char *kind; bool there; const char *says; } rows[] = {
		{ "theo-doi-thang", true, "BẢNG THEO DÕI" }, { "bang-tu-cham", false, NULL }, { "danh-muc-minh-chung", true,
		        "Báo cáo số hóa" },
		        { "bang-xep-hang", true, "80,00%" },
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct report_made m;
		const struct report_kind *kind;
		str bytes;
		int64_t before = db_ran(w->at.db);
		OK(&w->at, report_named(str_c(rows[i].kind), &kind, &w->at.e));
		w->at.e = (struct err){ 0 };
		bool ok = report_make(&w->r, w->at.a, &(struct report_ask){ .kind = kind, .body = AT_BODY }, &m, &w->at.e);
		if (ok != rows[i].there || db_ran(w->at.db) - before > 18)
			fail_msg("%s: %s, %lld statements", rows[i].kind, w->at.e.message, (long long)(db_ran(w->at.db) - before));
		if (!ok)
			continue;
		OK(&w->at, report_file(w->at.a, &m, &text, &bytes, &w->at.e));
		if (m.errors || str_find(bytes, str_c(rows[i].says), 0) == bytes.n)
			fail_msg("%s: %.*s", rows[i].kind, SF(bytes));
	}
	const struct report_kind *kind;
	const struct renderer *as;
	REFUSED(&w->at, report_named(S("lạ"), &kind, &w->at.e), ERR_INPUT);
	REFUSED(&w->at, report_as(S("x.exe"), &as, &w->at.e), ERR_INPUT);
	OK(&w->at, report_as(S("x.XLSX"), &as, &w->at.e));
}
WORK_BOTH(tables)

int app_report_tests(void);
int app_report_tests(void)
{
	const struct CMUnitTest tests[] = { AT_ROWS(gate), AT_ROWS(numbers), AT_ROWS(versions), AT_ROWS(at_once), AT_ROWS(tables) };
	return cmocka_run_group_tests(tests, NULL, NULL);
}
