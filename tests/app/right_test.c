#include "app/right.h"
#include "work.h"

/* work.h's people: WORK_APPRAISER appraises AT_BODY; AT_ALL is everything in AT_BODY, administrator, and appraiser of AT_OTHER too. */
static const struct {
	int64_t       person;
	enum place_of of;
	int64_t       id;
	int           year;
	const char   *area, *acts;
	enum err_code c;
	int64_t       unit, body;
	int           is_year;
} rows[] = {
	{ AT_OFFICE, PLACE_UNIT, 0, 0, "findings", "change", ERR_NONE, AT_BODY, AT_BODY, 2025 },
	{ AT_OFFICE, PLACE_UNIT, AT_BODY, 2025, "findings", "propose|change", ERR_NONE, AT_BODY, AT_BODY, 2025 },
	{ AT_OFFICE, PLACE_UNIT, AT_ROOM, 0, "findings", "see", ERR_NONE, AT_ROOM, AT_BODY, 2025 },
	{ AT_OFFICE, PLACE_UNIT, AT_BODY, 2031, "findings", "see", ERR_NOT_FOUND, 0, 0, 0 },
	{ AT_OFFICE, PLACE_UNIT, AT_OTHER, 0, "findings", "see", ERR_DENIED, 0, 0, 0 },
	{ AT_OFFICE, PLACE_UNIT, 999, 0, "findings", "see", ERR_NOT_FOUND, 0, 0, 0 },
	{ AT_OFFICE, PLACE_UNIT, 0, 0, "findings", "approve", ERR_DENIED, 0, 0, 0 },
	{ WORK_LEADER, PLACE_UNIT, 0, 0, "findings", "change|propose", ERR_DENIED, 0, 0, 0 },
	{ WORK_LEADER, PLACE_UNIT, 0, 0, "findings", "approve", ERR_NONE, AT_BODY, AT_BODY, 2025 },
	{ WORK_OWN, PLACE_UNIT, 0, 0, "progress", "change|change_own", ERR_NONE, AT_BODY, AT_BODY, 2025 },
	{ WORK_APPRAISER, PLACE_UNIT, 0, 0, "appraisals", "change", ERR_NONE, AT_BODY, AT_BODY, 2025 },
	{ WORK_APPRAISER, PLACE_UNIT, AT_PROVINCE, 0, "appraisals", "see", ERR_DENIED, 0, 0, 0 },
	{ WORK_VIEWER, PLACE_UNIT, 0, 0, "appraisals", "see", ERR_DENIED, 0, 0, 0 },
	{ WORK_VIEWER, PLACE_UNIT, 0, 0, "appraisals", "see|see_published", ERR_NONE, AT_BODY, AT_BODY, 2025 },
	{ WORK_ADMINISTRATOR, PLACE_UNIT, 0, 0, "units", "change", ERR_NONE, AT_PROVINCE, AT_PROVINCE, 2026 },
	{ WORK_ADMINISTRATOR, PLACE_UNIT, AT_OTHER, 0, "units", "change", ERR_NONE, AT_OTHER, AT_OTHER, 2025 },
	{ WORK_ADMINISTRATOR, PLACE_UNIT, 0, 0, "findings", "see", ERR_DENIED, 0, 0, 0 },
	{ AT_ALL, PLACE_UNIT, 0, 0, "findings", "change", ERR_NONE, AT_BODY, AT_BODY, 2025 },
	{ AT_ALL, PLACE_UNIT, AT_OTHER, 0, "findings", "change", ERR_DENIED, 0, 0, 0 },
	{ AT_ALL, PLACE_UNIT, AT_OTHER, 0, "findings", "see", ERR_NONE, AT_OTHER, AT_OTHER, 2025 },
	{ AT_ALL, PLACE_UNIT, 0, 0, "findings", "chang", ERR_DENIED, 0, 0, 0 },
	{ 0, PLACE_UNIT, 0, 0, "findings", "see", ERR_DENIED, 0, 0, 0 },
	{ 0, PLACE_UNIT, AT_BODY, 0, NULL, NULL, ERR_NONE, AT_BODY, AT_BODY, 2025 },      /* no right was asked for, and there are none */
	{ AT_OFFICE, PLACE_HIGHEST, 0, 0, "units", "see", ERR_NONE, AT_PROVINCE, AT_PROVINCE, 2026 },
	{ AT_OFFICE, PLACE_HIGHEST, 0, 0, "units", "change", ERR_DENIED, 0, 0, 0 },
	{ WORK_VIEWER, PLACE_HIGHEST, 0, 0, "units", "see", ERR_DENIED, 0, 0, 0 },
	{ WORK_ADMINISTRATOR, PLACE_HIGHEST, 0, 2025, "units", "change", ERR_NONE, AT_PROVINCE, AT_PROVINCE, 2025 },
	{ AT_OFFICE, PLACE_FINDING, 1, 0, "findings", "change", ERR_NONE, AT_BODY, AT_BODY, 2025 },
	{ AT_OFFICE, PLACE_FINDING, 1, 2026, "findings", "change", ERR_NONE, AT_BODY, AT_BODY, 2025 },      /* a finding is of its own year */
	{ WORK_VIEWER, PLACE_FINDING, 1, 0, "findings", "change", ERR_DENIED, 0, 0, 0 },
	{ AT_OFFICE, PLACE_FINDING, 3, 0, "findings", "see", ERR_NOT_FOUND, 0, 0, 0 },              /* of others: for them it is not there */
	{ AT_OFFICE, PLACE_FINDING, 999, 0, "findings", "see", ERR_NOT_FOUND, 0, 0, 0 },
	{ AT_STRANGER, PLACE_FINDING, 3, 0, "findings", "change", ERR_NONE, AT_OTHER, AT_OTHER, 2025 },
	{ WORK_ADMINISTRATOR, PLACE_FINDING, 1, 0, "findings", "see", ERR_DENIED, 0, 0, 0 },
	{ WORK_OWN, PLACE_REMEDY, 1, 0, "progress", "change|change_own", ERR_NONE, AT_BODY, AT_BODY, 2025 },
	{ WORK_OWN, PLACE_REMEDY, 3, 0, "progress", "change|change_own", ERR_NOT_FOUND, 0, 0, 0 },
	{ AT_OFFICE, PLACE_EVIDENCE, 1, 0, "sheets", "change", ERR_NONE, AT_BODY, AT_BODY, 2025 },
	{ AT_OFFICE, PLACE_EVIDENCE, 3, 0, "sheets", "see", ERR_NOT_FOUND, 0, 0, 0 },
	{ AT_OFFICE, PLACE_DOCUMENT, 1, 0, "imports", "see", ERR_NOT_FOUND, 0, 0, 0 },
	{ AT_OFFICE, PLACE_REQUEST, 1, 0, "findings", "see", ERR_NONE, AT_BODY, AT_BODY, 2025 },
	{ AT_STRANGER, PLACE_REQUEST, 1, 0, "findings", "see", ERR_NOT_FOUND, 0, 0, 0 },
};

static void places(struct work *w)
{
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct place p = { 0 };
		struct err e = { 0 };
		work_as(w, rows[i].person);
		bool ok = right_place(&w->r, w->at.a, rows[i].of, rows[i].id, rows[i].year, rows[i].area, rows[i].acts, &p, &e);
		bool said = ok == !rows[i].c && e.code == rows[i].c && (ok || e.hint[0]);
		if (!said || p.unit != rows[i].unit || p.body != rows[i].body || p.year != rows[i].is_year)
			fail_msg("row %zu: %d, %d %s; unit %lld, body %lld, year %d", i, ok, e.code, e.message, (long long)p.unit, (long long)p.body, p.year);
	}
}
WORK_BOTH(places)

static void told(struct work *w)
{
	struct place p;
	work_as(w, WORK_OWN);
	int64_t ran = db_ran(w->at.db);
	OK(&w->at, right_place(&w->r, w->at.a, PLACE_UNIT, AT_ROOM, 0, "findings", "see", &p, &w->at.e));
	assert_int_equal(db_ran(w->at.db) - ran, 3);
	assert_string_equal(p.unit_name.p, "Văn phòng Sở");
	assert_string_equal(p.body_name.p, "Sở Tư pháp");
	assert_string_equal(p.level.p, "department");
	assert_string_equal(p.symbol.p, "STP");
	assert_int_equal(p.years.n, 2);
	assert_int_equal(p.years.at[0], 2026);
	assert_true(right_has(&p, "progress", "change_own"));
	assert_true(right_has(&p, "progress", "change|change_own"));
	assert_false(right_has(&p, "progress", "change"));
	assert_false(right_has(&p, "units", "see"));
	assert_false(right_has(&p, "progress", ""));
}
WORK_BOTH(told)

static void choices(struct work *w)
{
	place_choices c;
	work_as(w, AT_ALL);
	OK(&w->at, right_places(&w->r, w->at.a, NULL, NULL, (str){ 0 }, 10, &c, &w->at.e));
	assert_int_equal(c.n, 3);
	assert_string_equal(c.at[0].name.p, "Sở Tư pháp");     /* their own first */
	OK(&w->at, right_places(&w->r, w->at.a, "findings", "change", (str){ 0 }, 10, &c, &w->at.e));
	assert_int_equal(c.n, 1);
	OK(&w->at, right_places(&w->r, w->at.a, NULL, NULL, (str){ 0 }, 2, &c, &w->at.e));
	assert_int_equal(c.n, 2);
	OK(&w->at, right_places(&w->r, w->at.a, NULL, NULL, S("Y  TẾ"), 10, &c, &w->at.e));
	assert_int_equal(c.n, 1);
	assert_int_equal(c.at[0].body, AT_OTHER);
	OK(&w->at, right_places(&w->r, w->at.a, NULL, NULL, S("100%"), 10, &c, &w->at.e));
	assert_int_equal(c.n, 0);
	work_as(w, 0);
	OK(&w->at, right_places(&w->r, w->at.a, NULL, NULL, (str){ 0 }, 10, &c, &w->at.e));
	assert_int_equal(c.n, 0);
}
WORK_BOTH(choices)

int app_right_tests(void)
{
	const struct CMUnitTest tests[] = { AT_ROWS(places), AT_ROWS(told), AT_ROWS(choices) };
	return cmocka_run_group_tests(tests, NULL, NULL);
}
