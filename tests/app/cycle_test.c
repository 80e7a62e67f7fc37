#include "store/db_driver.h"
#include "app/cycle.h"
#include "app/log.h"
#include "app/record_of.h"
#include "app/unit.h"
#include "core/day.h"
#include "core/deadline.h"

static struct date day(const char *s) { return day_read(str_c(s)); }

static void cycles_and_phases(struct at *at)
{
	struct record r = record_of(at, AT_ALL);
	struct cycle c;
	cycles all = { 0 };
	OK(at, cycle_add(&r, at->a, 2027, S(""), &at->e));
	REFUSED(at, cycle_add(&r, at->a, 2027, S("Tên khác"), &at->e), ERR_CONFLICT);
	REFUSED(at, cycle_add(&r, at->a, 1999, S(""), &at->e), ERR_INPUT);
	OK(at, cycle_load(&r, at->a, 2027, &c, &at->e));
	assert_string_equal(c.name.p, "Chỉ số CCHC năm 2027");
	assert_int_equal(c.state, CYCLE_OPEN);
	REFUSED(at, cycle_load(&r, at->a, 2028, &c, &at->e), ERR_NOT_FOUND);
	static const struct { int year; const char *phase, *from, *to; enum err_code c; } rows[] = {
		{ 2027, "tự chấm", "01/10/2027", "15/11/2027", ERR_NONE }, { 2027, "tự-chấm", "02/10/2027", "16/11/2027", ERR_NONE },
		{ 2027, "appraise_2", "2027-12-01", "2027-12-01", ERR_NONE }, { 2027, "thẩm định", "01/11/2027", "30/11/2027", ERR_NONE },
		{ 2027, "ngủ", "01/10/2027", "15/11/2027", ERR_INPUT }, { 2027, "", "01/10/2027", "15/11/2027", ERR_INPUT },
		{ 2027, "giải trình", "15/11/2027", "14/11/2027", ERR_INPUT }, { 2027, "giải trình", "15/11/2027", "", ERR_INPUT },
		{ 2028, "giải trình", "01/10/2027", "15/11/2027", ERR_NOT_FOUND },
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		at->e = (struct err){ 0 };
		bool did = cycle_phase(&r, at->a, rows[i].year, str_c(rows[i].phase), day(rows[i].from), day(rows[i].to), &at->e);
		if (at->e.code != rows[i].c || did != !rows[i].c)
			fail_msg("row %zu: %s", i, at->e.message);
	}
	OK(at, cycle_load(&r, at->a, 2027, &c, &at->e));
	assert_string_equal(c.phase[PHASE_SELF_SCORE].opens.p, "2027-10-02");
	assert_string_equal(c.phase[PHASE_SELF_SCORE].closes.p, "2027-11-16");
	assert_string_equal(c.phase[PHASE_APPRAISE_1].closes.p, "2027-11-30");
	assert_int_equal(c.phase[PHASE_EXPLAIN].opens.n, 0);

	OK(at, cycle_state(&r, at->a, 2027, S("công bố"), &at->e));
	REFUSED(at, cycle_state(&r, at->a, 2027, S("published"), &at->e), ERR_INPUT);
	REFUSED(at, cycle_state(&r, at->a, 2027, S("xong"), &at->e), ERR_INPUT);
	OK(at, cycle_state(&r, at->a, 2027, S("mở"), &at->e));
	int64_t ran = db_ran(at->db);
	OK(at, cycle_list(&r, at->a, 0, &all, &at->e));
	assert_int_equal(db_ran(at->db) - ran, 1);
	assert_int_equal(all.n, 3);
	assert_int_equal(all.at[0].year, 2027);
}
AT_BOTH(cycles_and_phases)

/* What is stored counts, and nothing else. */
static void holidays(struct at *at)
{
	struct record r = record_of(at, AT_ALL);
	struct holidays h;
	struct tx t = { 0 };
	int doubt;
	OK(at, db_script(at->db, "DELETE FROM holiday", &at->e));
	OK(at, holidays_load(&r, at->a, &h, &at->e));
	assert_int_equal(h.n, 0);
	const struct holidays *vn = holidays_vn();
	OK(at, record_tx(&r, at->a, S("init"), &t, &at->e));
	OK(at, record_seed_holidays(&r, &t, &at->e));
	OK(at, tx_commit(&t, &at->e));
	OK(at, holidays_load(&r, at->a, &h, &at->e));
	assert_int_equal(h.n, vn->n);
	assert_int_equal(h.years_n, vn->years_n);
	for (int year = 2021; year < 2029; year++)
		assert_int_equal(holidays_known(&h, year), holidays_known(vn, year));
	for (struct date d = { 2024, 1, 1 }; d.year < 2028; d = date_add_days(d, 1))
		assert_int_equal(working_day(&h, d), working_day(vn, d));

	/* A day that the notice adds moves a due by one working day; 2027 is then no guess any more. */
	struct date due = working_days_after(&h, day("01/07/2027"), 5, &doubt);
	assert_int_equal(doubt, 2027);
	OK(at, holiday_add(&r, at->a, day("05/07/2027"), S("Ngày nghỉ mới"), false, &at->e));
	OK(at, holidays_load(&r, at->a, &h, &at->e));
	struct date later = working_days_after(&h, day("01/07/2027"), 5, &doubt);
	assert_int_equal(doubt, 0);
	assert_int_equal(days_between(due, later), 1);
	struct term term = { .kind = DUE_WORKING_DAYS, .days = 5, .event = day("01/07/2027") };
	assert_int_equal(date_cmp(deadline_on(&term, day("01/07/2027"), 3, &h).last, later), 0);
	OK(at, holiday_add(&r, at->a, day("10/07/2027"), S("Làm bù"), true, &at->e));
	OK(at, holidays_load(&r, at->a, &h, &at->e));
	assert_true(working_day(&h, day("10/07/2027")));

	REFUSED(at, holiday_add(&r, at->a, day("05/07/2027"), S("Lần nữa"), false, &at->e), ERR_CONFLICT);
	REFUSED(at, holiday_add(&r, at->a, day("06/07/2027"), S(" "), false, &at->e), ERR_INPUT);
	REFUSED(at, holiday_add(&r, at->a, day("06/07/2027"), S("Thứ Ba làm bù"), true, &at->e), ERR_INPUT);
	REFUSED(at, holiday_add(&r, at->a, (struct date){ 2027, 7, 0 }, S("Cả tháng"), false, &at->e), ERR_INPUT);
	OK(at, holiday_remove(&r, at->a, day("05/07/2027"), &at->e));
	REFUSED(at, holiday_remove(&r, at->a, day("05/07/2027"), &at->e), ERR_NOT_FOUND);
	REFUSED(at, holiday_remove(&r, at->a, day(""), &at->e), ERR_NOT_FOUND);
	OK(at, holiday_add(&r, at->a, day("01/01/2031"), S("Tết Dương lịch"), false, &at->e));
	OK(at, holidays_load(&r, at->a, &h, &at->e));
	assert_int_equal(holidays_known(&h, 2031), HOLIDAYS_ANNOUNCED);
}
AT_BOTH(holidays)

/* -- the log ----------------------------------------------------------------------------------------- */

static void logged(struct at *at)
{
	struct record r = record_of(at, AT_ALL);
	struct unit_row u;
	struct log l;
	struct layout y = { .columns = 120 };
	OK(at, unit_rename(&r, at->a, S("Sở Y tế"), S("Sở Y"), day("01/01/2025"), &u, &at->e));
	OK(at, cycle_state(&r, at->a, 2026, S("đóng"), &at->e));
	OK(at, holiday_add(&r, at->a, day("01/01/2031"), S("Tết"), false, &at->e));
	OK(at, holiday_remove(&r, at->a, day("01/01/2031"), &at->e));
	OK(at, log_load(&r, at->a, &(struct log_asked){ .page = 1 }, &l, &at->e));
	assert_int_equal(l.acts.n, 4);
	const struct log_thing *gone = &l.acts.at[0].things.at[0], *closed = &l.acts.at[2].things.at[0];
	assert_true(gone->gone && !gone->added);
	assert_int_equal(closed->changes.n, 1);                    /* only what differs */
	assert_string_equal(closed->changes.at[0].before.p, "mở");
	assert_string_equal(closed->changes.at[0].after.p, "đã đóng");
	assert_int_equal(l.acts.at[3].things.n, 2);                /* the unit and the name it had: one act */
	assert_int_equal(l.acts.at[3].things.at[0].changes.n, 1);
	assert_string_equal(l.acts.at[3].body.p, "Sở Y");
	str text = log_text(at->a, &l, &y);
	static const char *const words[] = { "(tatca), Sở Y\n  Đổi tên đơn vị Sở Y", "đổi đơn vị Sở Y\n    tên: Sở Y tế → Sở Y", "Trần Thị Tất Cả (tatca)\n  Đổi trạng thái kỳ",
		                             "thêm tên cũ của đơn vị Sở Y tế", "Sửa lịch nghỉ Tết 01/01/2031", "đến trước ngày: 01/01/2025",
		                             "trạng thái: mở → đã đóng" };
	for (size_t i = 0; i < COUNT(words); i++)
		if (str_find(text, str_c(words[i]), 0) == text.n)
			fail_msg("“%s” is not in\n%s", words[i], text.p);
	/* 2026-11-21T18:30Z is the next day in Vietnam. */
	struct tx t = { 0 };
	r.who.at = S("2020-11-21T18:30:00Z");
	OK(at, tx_begin(at->db, at->a, &r.who, S("thử"), &t, &at->e));
	OK(at, db_change(&t, Q(setting_add, .name = v_text(S("a")), .value = v_text(S("1"))), NULL, &at->e));
	OK(at, tx_commit(&t, &at->e));
	struct log_asked q[] = {
		{ .to = day("22/11/2020"), .from = day("22/11/2020") }, { .to = day("21/11/2020") }, { .entity = S("unit_name") }, { .entity = S("Đơn vị") },
		{ .by = S("vanphong") }, { .body = S("#3") }, { .body = S("#2") }, { .from = day("01/01/2999") }, { .page = 2 }, { .entity = S("thiết lập") },
	};
	static const size_t found[] = { 1, 0, 1, 1, 0, 1, 0, 0, 0, 1 };
	for (size_t i = 0; i < COUNT(q); i++) {
		OK(at, log_load(&r, at->a, &q[i], &l, &at->e));
		if (l.acts.n != found[i])
			fail_msg("row %zu: %zu", i, l.acts.n);
		if (!i)
			assert_string_equal(l.acts.at[0].when.p, "01:30 22/11/2020");
	}
	REFUSED(at, log_load(&r, at->a, &(struct log_asked){ .entity = S("con mèo") }, &l, &at->e), ERR_INPUT);
	REFUSED(at, log_load(&r, at->a, &(struct log_asked){ .body = S("Sở Z") }, &l, &at->e), ERR_NOT_FOUND);
}
AT_BOTH(logged)

int app_cycle_tests(void)
{
	const struct CMUnitTest tests[] = { AT_ROWS(cycles_and_phases), AT_ROWS(holidays), AT_ROWS(logged) };
	return cmocka_run_group_tests(tests, NULL, NULL);
}
