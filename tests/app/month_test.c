#include "app/due_count.h"
#include "app/month.h"
#include "store/db_driver.h"
#include "work.h"

/* The plan of 2020, carried out in 2021: all of it is past, whatever the clock says. */
static const char past[] =
	"UPDATE cycle SET year = 2020 WHERE id = 1; UPDATE plan_version SET issued_on = '2021-02-10';"
	"UPDATE remedy SET due_to = '2021-06-30' WHERE id = 1; UPDATE remedy SET due_to = NULL, review = NULL WHERE id = 2;"
	"INSERT INTO progress (id, body_id, finding_id, remedy_id, on_day, person_id, state, percent, text) VALUES"
	" (501, 2, 1, 1, '2021-03-14', 2, 'in_progress', 30, 'Số hóa 30%'), (502, 2, 1, 1, '2021-03-15', 2, 'in_progress', 50, 'Số hóa 50%'),"
	" (503, 2, 1, 1, '2021-08-01', 17, 'done', 100, 'Xong'), (504, 2, 1, 2, '2021-05-02', 2, 'unknown', NULL, NULL),"
	" (505, 2, 1, 1, '2020-12-14', 2, 'not_done', NULL, 'Năm trước');"
	"UPDATE remedy SET state = 'done' WHERE id = 1";

static void script(struct work *w, const char *sql) { OK(&w->at, db_script(w->at.db, sql, &w->at.e)); }

static struct month_table seen(struct work *w, const struct month_want *want)
{
	struct month_table t;
	int64_t before = db_ran(w->at.db);
	OK(&w->at, month_open(&w->r, w->at.a, AT_BODY, 0, want, &t, &w->at.e));
	assert_true(db_ran(w->at.db) - before <= MONTH_STATEMENTS + 2);
	return t;
}

static const char *cells(struct arena *a, const struct month_row *x)
{
	struct buf b = buf_open(a);
	for (int i = 0; i < MONTHS; i++) {
		const struct month_cell *c = &x->cell[i];
		char kind = c->kind == MONTH_TOLD ? ".unid"[c->state] : ".?-o>"[c->kind];
		buf_fmt(&b, "%c%s%s", kind, c->late ? "!" : "", c->due.year ? "*" : "");
	}
	return buf_str(&b).p;
}

static void stands(struct work *w)
{
	script(w, past);
	struct month_table t = seen(w, &(struct month_want){ .open = 1 });
	assert_int_equal(t.year, 2021);
	assert_int_equal(t.cycle_year, 2020);
	assert_int_equal(t.now, -1);
	assert_string_equal(t.number.p, "10/KH-STP");
	assert_int_equal(t.rows.n, 2);
	assert_int_equal(t.fields.n, 1);
	assert_string_equal(t.fields.at[0].name.p, "Cải cách TTHC");
	assert_int_equal(t.fields.at[0].n, 2);
	assert_string_equal(cells(w->at.a, &t.rows.at[0]), ".-ii--*-!d....");
	assert_string_equal(cells(w->at.a, &t.rows.at[1]), ".---u-------");
	assert_string_equal(t.rows.at[0].codes.p, "3.2");
	assert_int_equal(t.rows.at[0].finding, 1);
	assert_int_equal(t.rows.at[0].said.n, 3);                      /* of the year, newest first */
	assert_string_equal(t.rows.at[0].said.at[0].text.p, "Xong");
	assert_string_equal(t.rows.at[0].said.at[0].who.p, "Lý Phụ Trách");
	assert_string_equal(t.rows.at[0].said.at[2].text.p, "Số hóa 30%");
	assert_int_equal(t.rows.at[1].said.n, 0);
	assert_int_equal(t.leads.n, 2);
	assert_false(t.unled);
	static const struct month_check quarters[QUARTERS] = { { .all = 2, .told = 1, .untold = 1 }, { .all = 2, .told = 2 },
		{ .all = 2, .told = 1, .untold = 1, .done = 1 }, { .all = 2, .untold = 1, .done = 1 } };
	for (int i = 0; i < QUARTERS; i++) {
		const struct month_check *is = &t.quarter[i], *q = &quarters[i];
		if (is->all != q->all || is->told != q->told || is->untold != q->untold || is->done != q->done || is->late != q->late)
			fail_msg("quarter %d: %d %d %d %d %d", i + 1, is->all, is->told, is->untold, is->done, is->late);
	}
	assert_int_equal(t.month[2].told, 1);
	assert_int_equal(t.month[2].asked, 2);
	assert_int_equal(t.month[0].asked, 0);
}
WORK_BOTH(stands)

static void wanted(struct work *w)
{
	static const struct { struct month_want want; size_t rows; int64_t first; } asks[] = {
		{ { 0 }, 2, 1 }, { { .lead = "Phòng Hộ tịch" }, 1, 2 }, { { .lead = "-" }, 0, 0 }, { { .lead = "Phòng" }, 0, 0 },
		{ { .state = "done" }, 1, 1 }, { { .state = "unknown" }, 1, 2 }, { { .state = "late" }, 0, 0 }, { { .untold = true }, 0, 0 },
	};
	script(w, past);
	for (size_t i = 0; i < COUNT(asks); i++) {
		struct month_table t = seen(w, &asks[i].want);
		if (t.rows.n != asks[i].rows || (t.rows.n && t.rows.at[0].id != asks[i].first) || t.all != 2)
			fail_msg("ask %zu: %zu of %zu", i, t.rows.n, t.all);
	}
	script(w, "UPDATE remedy SET state = 'in_progress' WHERE id = 1");
	assert_int_equal(seen(w, &(struct month_want){ .state = "late" }).rows.n, 1);
	script(w, "UPDATE remedy SET lead_id = NULL, lead_text = NULL WHERE id = 1");
	assert_int_equal(seen(w, &(struct month_want){ .lead = "-" }).rows.at[0].id, 1);
	script(w, "UPDATE remedy SET until_version = 1 WHERE id = 1");
	assert_int_equal(seen(w, &(struct month_want){ 0 }).rows.n, 1);
}
WORK_BOTH(wanted)

/* Who sees the rows, and of which they may tell: G1 is led by the room of WORK_OWN, G2 by that of WORK_ELSE; WORK_CHARGE works there
 * and answers for G1. */
static const struct { int64_t who; size_t rows; bool first, second; } people[] = {
	{ AT_OFFICE, 2, true, true }, { AT_STRANGER, 0, false, false }, { WORK_LEADER, 2, false, false }, { WORK_OWN, 2, true, false },
	{ WORK_ELSE, 2, false, true }, { WORK_CHARGE, 2, true, true }, { WORK_APPRAISER, 2, false, false },
	{ WORK_VIEWER, 2, false, false }, { WORK_ADMINISTRATOR, 0, false, false },
};

static void rights(struct work *w)
{
	for (size_t i = 0; i < COUNT(people); i++) {
		work_as(w, people[i].who);
		struct month_table t = seen(w, &(struct month_want){ 0 });
		struct due_counts c;
		OK(&w->at, due_count(&w->r, w->at.a, AT_BODY, &c, &w->at.e));
		bool other = t.rows.n && (t.rows.at[0].may != people[i].first || t.rows.at[1].may != people[i].second);
		if (other || t.rows.n != people[i].rows || !t.unit.n != !people[i].rows || (c.leads.n > 0) != (people[i].rows > 0))
			fail_msg("person %lld: %zu rows, %zu leads", (long long)people[i].who, t.rows.n, c.leads.n);
	}
}
WORK_BOTH(rights)

/* -- how much is due ---------------------------------------------------------------------------------- */

static void counts(struct work *w)
{
	struct due_counts c;
	script(w, "UPDATE remedy SET due_to = '2020-01-01' WHERE id = 1; UPDATE remedy SET due_to = '2199-01-01' WHERE id = 2;"
	          "INSERT INTO remedy (id, body_id, plan_id, mark, text, lead_text, due_kind, due_to) VALUES"
	          " (501, 2, 1, 'x', 'Làm', 'Tổ công tác', 'date', '2020-01-01'), (502, 2, 1, 'y', 'Làm', 'Tổ công tác', 'date', '2020-01-01'),"
	          " (503, 2, 1, 'z', 'Làm', NULL, 'date', '2020-01-01'), (504, 3, 2, 'z', 'Làm', NULL, 'date', '2020-01-01')");
	int64_t before = db_ran(w->at.db);
	OK(&w->at, due_count(&w->r, w->at.a, 0, &c, &w->at.e));
	assert_true(db_ran(w->at.db) - before <= 2);
	assert_int_equal(c.leads.n, 3);                                /* the most first; the other body is not seen */
	assert_string_equal(c.leads.at[0].name.p, "Tổ công tác");
	assert_int_equal(c.leads.at[0].lead, 0);
	assert_int_equal(c.leads.at[0].late, 2);
	for (size_t i = 1; i < c.leads.n; i++)
		assert_int_equal(c.leads.at[i].late, 1);
	assert_int_equal(c.people.n, 1);
	assert_string_equal(c.people.at[0].login.p, "phutrach");
	assert_int_equal(c.people.at[0].late, 1);
	OK(&w->at, due_count(&w->r, w->at.a, AT_OTHER, &c, &w->at.e));
	assert_int_equal(c.leads.n + c.people.n, 0);
}
WORK_BOTH(counts)

int app_month_tests(void);
int app_month_tests(void)
{
	const struct CMUnitTest tests[] = { AT_ROWS(stands), AT_ROWS(wanted), AT_ROWS(rights), AT_ROWS(counts) };
	return cmocka_run_group_tests_name("app_month", tests, NULL, NULL);
}
