#include "app/evidence.h"
#include "app/finding_list.h"
#include "app/overview.h"
#include "app/progress.h"
#include "store/db_driver.h"
#include "work.h"

enum { CYCLE = 1 };

static struct overview seen(struct work *w)
{
	const struct overview *o;
	int64_t before = db_ran(w->at.db);
	OK(&w->at, overview_open(&w->r, w->at.a, AT_BODY, CYCLE, &o, &w->at.e));
	assert_true(db_ran(w->at.db) - before <= OVERVIEW_STATEMENTS + 2);
	return *o;
}

/* As whatever the program changes, it moves the end of the log. */
static void script(struct work *w, const char *sql)
{
	OK(&w->at, db_script(w->at.db, sql, &w->at.e) && db_script(w->at.db, "UPDATE audit_head SET last = last + 1", &w->at.e));
}

static int64_t asked(struct work *w)
{
	const struct overview *o;
	int64_t before = db_ran(w->at.db);
	OK(&w->at, overview_open(&w->r, w->at.a, AT_BODY, CYCLE, &o, &w->at.e));
	return db_ran(w->at.db) - before;
}

/* Nothing changed: one statement. A change, another person's rights: everything is added up again. */
static void is_recalled(struct work *w)
{
	struct progress_said said = { .state = "done", .text = "Đã số hóa xong" };
	int64_t id;
	strs told;
	assert_int_equal(asked(w), OVERVIEW_STATEMENTS + 2);
	assert_int_equal(asked(w), 1 + 2);
	assert_int_equal(seen(w).remedies.done, 0);
	OK(&w->at, progress_add(&w->r, w->at.a, 1, &said, &id, &told, &w->at.e));
	assert_int_equal(asked(w), OVERVIEW_STATEMENTS + 2);
	assert_int_equal(seen(w).remedies.done, 1);
	assert_int_equal(seen(w).points, 800000);
	work_as(w, WORK_VIEWER);
	assert_int_equal(asked(w), OVERVIEW_STATEMENTS + 2);
	assert_int_equal(seen(w).points, NO_POINTS);
}
WORK_BOTH(is_recalled)

static void stands(struct work *w)
{
	struct overview o = seen(w);
	assert_int_equal(o.year, 2025);
	assert_int_equal(o.points, 800000);
	assert_int_equal(o.max, 1000000);
	assert_int_equal(o.lost, 200000);
	assert_int_equal(o.percent, 8000);
	assert_false(o.by_sheet);
	assert_int_equal(o.findings, 2);
	assert_int_equal(o.open, 2);
	assert_int_equal(o.no_evidence, 0);                /* what proves a remedy proves its finding */
	assert_int_equal(o.fields.n, 1);
	assert_string_equal(o.fields.at[0].name.p, "Cải cách TTHC");      /* as the result calls it */
	assert_int_equal(o.fields.at[0].findings, 1);
	assert_int_equal(o.fields.at[0].lost, 5000);
	assert_int_equal(o.leads.n, 2);
	assert_int_equal(o.remedies.all, 2);
	assert_int_equal(o.remedies.late, 2);
	assert_int_equal(o.remedies.untold, 2);
	assert_int_equal(o.again.n, 0);
}
WORK_BOTH(stands)

/* Without a result the fields are those of the findings. */
static void fields_of_findings(struct work *w)
{
	script(w, "DELETE FROM field_result; DELETE FROM result");
	struct overview o = seen(w);
	assert_int_equal(o.points, NO_POINTS);
	assert_int_equal(o.lost, 5000);
	assert_true(o.by_findings);
	assert_int_equal(o.fields.n, 1);
	assert_string_equal(o.fields.at[0].code.p, "3");
	assert_string_equal(o.fields.at[0].name.p, "Cải cách thủ tục");
	assert_int_equal(o.fields.at[0].max, 100000);
}
WORK_BOTH(fields_of_findings)

/* Without a result the points are those of the sheet; a viewer sees them when it is published. */
static void points_of_sheet(struct work *w)
{
	script(w, "DELETE FROM field_result; DELETE FROM result;"
	          "INSERT INTO sheet (id, body_id, set_id, points, max) VALUES (90, 2, 1, 666665, 1000000)");
	struct overview o = seen(w);
	assert_true(o.by_sheet);
	assert_int_equal(o.points, 666665);
	assert_int_equal(o.percent, 6667);
	assert_int_equal(o.lost, 333335);
	work_as(w, WORK_VIEWER);
	assert_int_equal(seen(w).points, NO_POINTS);
	script(w, "UPDATE sheet SET state = 'published' WHERE id = 90");
	assert_int_equal(seen(w).points, 666665);
}
WORK_BOTH(points_of_sheet)

/* What each state of the remedies of T1 (lost 0,5) makes of the three totals. */
static const struct { const char *sql; points done, on_time, all, no_plan; } outlooks[] = {
	{ "UPDATE remedy SET state = 'unknown'", 0, 0, 5000, 0 },                              /* both are late */
	{ "UPDATE remedy SET due_to = '2199-01-01'", 0, 5000, 5000, 0 },
	{ "UPDATE remedy SET state = 'done' WHERE id = 1", 0, 5000, 5000, 0 },
	{ "UPDATE remedy SET state = 'done' WHERE id = 2", 5000, 5000, 5000, 0 },
	{ "UPDATE remedy SET expected = 1000 WHERE id = 1", 5000, 5000, 5000, 0 },             /* one alone promises: nothing is known of all */
	{ "UPDATE remedy SET expected = 1500 WHERE id = 2", 2500, 2500, 2500, 0 },
	{ "UPDATE remedy SET expected = 9000 WHERE id = 2", 5000, 5000, 5000, 0 },             /* no more than what was lost */
	{ "UPDATE remedy SET until_version = 1", 0, 0, 0, 5000 },
	{ "UPDATE finding SET state = 'mended' WHERE id = 1", 5000, 5000, 5000, 0 },
};

static void forecasts(struct work *w)
{
	for (size_t i = 0; i < COUNT(outlooks); i++) {
		script(w, outlooks[i].sql);
		struct overview o = seen(w);
		if (o.won_done != outlooks[i].done || o.won_on_time != outlooks[i].on_time || o.won_all != outlooks[i].all ||
		    o.no_plan != outlooks[i].no_plan)
			fail_msg("%s: %lld %lld %lld, without a plan %lld", outlooks[i].sql, (long long)o.won_done, (long long)o.won_on_time,
			         (long long)o.won_all, (long long)o.no_plan);
	}
}
WORK_BOTH(forecasts)

/* What a number leads to is a list of so many. */
static void as_listed(struct work *w)
{
	static const char *const steps[] = {
		"SELECT 1", "DELETE FROM remedy_finding WHERE finding_id = 1", "UPDATE finding SET state = 'mended' WHERE id = 1",
		"UPDATE finding SET state = 'open', origin = 'inspection' WHERE id = 1", "UPDATE finding SET criterion_id = NULL, mark = 't1' WHERE id = 1",
		"INSERT INTO evidence (id, body_id, title) VALUES (90, 2, 'Báo cáo')",
		"INSERT INTO evidence_link (id, body_id, evidence_id, cycle_id, remedy_id) SELECT 90, 2, 90, 1, min(id) FROM remedy",
	};
	for (size_t i = 0; i < COUNT(steps); i++) {
		struct finding_list l;
		struct evidence_page p;
		script(w, steps[i]);
		struct overview o = seen(w);
		struct finding_ask ask = { .body = AT_BODY, .cycle = CYCLE, .level = S("department"), .origin = S("appraisal"), .open = true,
			                   .lack = LACK_REMEDY };
		OK(&w->at, finding_list(&w->r, w->at.a, &ask, &l, &w->at.e));
		OK(&w->at, evidence_missing(&w->r, w->at.a, AT_BODY, 2025, 1, &p, &w->at.e));
		if (o.no_remedy != l.total || (size_t)o.no_evidence != p.lacks.n)
			fail_msg("%s: %d without a remedy, listed %lld; %d without evidence, listed %zu", steps[i], o.no_remedy, (long long)l.total,
			         o.no_evidence, p.lacks.n);
	}
}
WORK_BOTH(as_listed)

static void tells_and_repeats(struct work *w)
{
	struct progress_said said = { .state = "done", .text = "Đã số hóa xong" };
	int64_t id;
	strs told;
	OK(&w->at, progress_add(&w->r, w->at.a, 1, &said, &id, &told, &w->at.e));
	script(w, "INSERT INTO cycle (id, owner_id, year, name) VALUES (90, 1, 2024, 'Năm 2024');"
	          "INSERT INTO criteria_set (id, cycle_id, level, version, name) VALUES (90, 90, 'department', 0, 'Bộ tiêu chí 2024');"
	          "INSERT INTO criterion (id, set_id, ord, code, identity_id, leaf, name, max) VALUES (90, 90, 1, '3.9', 3, 1, 'Đúng hạn', 10000);"
	          "INSERT INTO finding (id, body_id, cycle_id, origin, criterion_id, mark, lost) VALUES (90, 2, 90, 'appraisal', 90, 'c3', 2500)");
	struct overview o = seen(w);
	assert_int_equal(o.told.n, 1);
	assert_string_equal(o.told.at[0].text.p, "Đã số hóa xong");
	assert_int_equal(o.told.at[0].state, STATUS_DONE);
	assert_int_equal(o.remedies.done, 1);
	assert_int_equal(o.again.n, 1);
	assert_int_equal(o.again.at[0].times, 2);
	assert_int_equal(o.again.at[0].lost, 7500);
	assert_string_equal(o.again.at[0].years.p, "2024–2025");
}
WORK_BOTH(tells_and_repeats)

/* Others see nothing; one who sees findings but no appraisal sees no points before they are published. */
static void for_whom(struct work *w)
{
	const struct overview *o;
	work_as(w, AT_STRANGER);
	REFUSED(&w->at, overview_open(&w->r, w->at.a, AT_BODY, CYCLE, &o, &w->at.e), ERR_NOT_FOUND);
	work_as(w, WORK_ADMINISTRATOR);
	REFUSED(&w->at, overview_open(&w->r, w->at.a, AT_BODY, CYCLE, &o, &w->at.e), ERR_NOT_FOUND);
	work_as(w, WORK_VIEWER);
	assert_int_equal(seen(w).points, NO_POINTS);
	script(w, "UPDATE result SET published = 1");
	assert_int_equal(seen(w).points, 800000);
	assert_int_equal(seen(w).fields.at[0].points, 95000);
}
WORK_BOTH(for_whom)

int app_overview_tests(void)
{
	const struct CMUnitTest tests[] = {
		AT_ROWS(stands), AT_ROWS(fields_of_findings), AT_ROWS(points_of_sheet), AT_ROWS(forecasts), AT_ROWS(as_listed),
		AT_ROWS(tells_and_repeats), AT_ROWS(for_whom), AT_ROWS(is_recalled),
	};
	return cmocka_run_group_tests_name("app_overview", tests, NULL, NULL);
}
