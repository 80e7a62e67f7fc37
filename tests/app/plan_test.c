#include "app/cycle.h"
#include "app/change.h"
#include "app/due.h"
#include "app/finding.h"
#include "app/plan.h"
#include "app/remedy.h"
#include "store/db_driver.h"
#include "store/repo_plan.h"
#include "work.h"

/* -- opening ------------------------------------------------------------------------------------------ */

static int64_t opened(struct work *w, struct plan *p)
{
	int64_t before = db_ran(w->at.db);
	OK(&w->at, plan_open(&w->r, w->at.a, AT_BODY, 0, p, &w->at.e));
	return db_ran(w->at.db) - before;
}

static const char *const told[] = { "Sở Tư pháp", "năm 2025", "10/KH-STP", "10/02/2026", "Lĩnh vực 3. Cải cách TTHC", "T1 3.2 Hồ sơ đúng hạn — đạt 0,5/1 điểm, mất 0,5",
	                            "Chưa số hóa", "G1 Số hóa hồ sơ", "Văn phòng Sở", "Phòng Hộ tịch; Công an tỉnh", "Lý Phụ Trách", "Quý II/2026 (quá hạn",
	                            "(quá kỳ rà soát", "Không gắn với tiêu chí", "T2 (tự kiểm tra) Chưa đăng tải đủ thủ tục", "(như trên)",
	                            "2 tồn tại, 2 giải pháp: 0 đã hoàn thành, 2 quá hạn" };
static const char *const printed[] = { "\"lost\":\"0.5\"", "\"number\":\"10/KH-STP\"", "\"support\":[\"Phòng Hộ tịch\",\"Công an tỉnh\"]", "\"state\":\"late\"",
	                               "\"day\":\"2026-06-30\"", "\"remedies\":[1,2]", "\"evidence\":1" };

static str tight(struct arena *a, str s)
{
	struct buf b = buf_open(a);
	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] != '\n' && !(s.p[i] == ' ' && i && strchr(":,\n [{", s.p[i - 1])))
			buf_put(&b, str_sub(s, i, i + 1));
	return buf_str(&b);
}

/* As many statements for three hundred findings as for two, and everything is in what is shown. */
static void opens(struct work *w)
{
	struct plan p;
	int64_t few = opened(w, &p);
	assert_true(few <= PLAN_STATEMENTS + 2);
	str text = plan_text(w->at.a, &p, &(struct layout){ .columns = 140 }), json = tight(w->at.a, plan_json(w->at.a, &p));
	for (size_t i = 0; i < COUNT(told); i++)
		if (str_find(text, str_c(told[i]), 0) == text.n)
			fail_msg("no “%s” in:\n%s", told[i], text.p);
	for (size_t i = 0; i < COUNT(printed); i++)
		if (str_find(json, str_c(printed[i]), 0) == json.n)
			fail_msg("no %s in:\n%s", printed[i], json.p);
	for (int i = 0; i < 300; i++) {
		str sql = str_fmt(w->at.a, "INSERT INTO finding (id, body_id, cycle_id, origin, mark, text) VALUES (%d, 2, 1, 'inspection', 'x%d', 'Thiếu %d');"
		   "INSERT INTO remedy (id, body_id, plan_id, mark, text, due_kind, due_text, event_on, event_days) VALUES"
		   " (%d, 2, 1, 'x%d', 'Làm %d', 'working_days', '10 ngày', '2026-04-24', 10);"
		   "INSERT INTO remedy_finding (id, body_id, remedy_id, finding_id) VALUES (%d, 2, %d, %d)",
		   1000 + i, i, i, 1000 + i, i, i, 1000 + i, 1000 + i, 1000 + i);
		OK(&w->at, db_script(w->at.db, sql.p, &w->at.e));
	}
	int64_t many = opened(w, &p);
	assert_true(many <= PLAN_STATEMENTS + 2);
	assert_int_equal(many, few + 1);                   /* the calendar, where working days are counted */
	assert_int_equal(p.findings.n, 302);
	assert_int_equal(p.findings.at[301].remedies.n, 1);
	assert_int_equal(p.remedies.at[p.findings.at[301].remedies.at[0]].deadline.last.month, 5);      /* 10 working days over 27/4,
	    30/4 and 1/5 */
	assert_int_equal(plan_open(&w->r, w->at.a, AT_BODY, 2026, &p, &w->at.e), false);
	assert_int_equal(w->at.e.code, ERR_NOT_FOUND);
}
WORK_BOTH(opens)

/* Whoever opens the plan of a body that is no more is told who has it now. */
static void heirs(struct work *w)
{
	struct plan p;
	OK(&w->at, plan_open(&w->r, w->at.a, AT_BODY, 0, &p, &w->at.e));
	assert_null(strstr(plan_text(w->at.a, &p, &(struct layout){ .columns = 140 }).p, "đã kết thúc"));
	OK(&w->at, db_script(w->at.db, "UPDATE unit SET ended_on = '2026-07-01', ended_how = 'merged' WHERE id = 2;"
	                               "INSERT INTO unit_origin (id, unit_id, from_id, how, on_day) VALUES (1, 3, 2, 'merged', '2026-07-01')", &w->at.e));
	OK(&w->at, plan_open(&w->r, w->at.a, AT_BODY, 0, &p, &w->at.e));
	assert_int_equal(p.heirs.n, 1);
	const char *says = str_fmt(w->at.a, "đã kết thúc từ ngày 01/07/2026; tiếp nhận: %.*s", SF(p.heirs.at[0])).p;
	assert_non_null(strstr(plan_text(w->at.a, &p, &(struct layout){ .columns = 140 }).p, says));
	assert_non_null(strstr(plan_json(w->at.a, &p).p, "\"heirs\""));
}
WORK_BOTH(heirs)

/* A day off that the record was told moves what is counted in working days. */
static void holidays(struct work *w)
{
	struct holidays h;
	struct due_kept k;
	struct date begins = { 2030, 1, 1 };
	for (int told_of = 0; told_of < 2; told_of++) {
		OK(&w->at, holidays_load(&w->r, w->at.a, &h, &w->at.e));
		OK(&w->at, due_kept_of(w->at.a, S("3 ngày làm việc kể từ 04/6/2030"), 2030, begins, &h, &k, &w->at.e));
		assert_int_equal(k.to.day, told_of ? 10 : 7);              /* Tuesday; Wednesday to Friday, or over the weekend */
		OK(&w->at, told_of || db_script(w->at.db, "INSERT INTO holiday (on_day, name) VALUES ('2030-06-06', 'Lễ hội của tỉnh')", &w->at.e));
	}
	assert_int_equal(holidays_known(&h, 2030), HOLIDAYS_ANNOUNCED);
	assert_non_null(holiday_on(&h, (struct date){ 2026, 9, 2 }));      /* and those that the program knows stay */
}
WORK_BOTH(holidays)

/* -- dues --------------------------------------------------------------------------------------------- */

static const struct { const char *text; const char *kind, *from, *to; enum rhythm review; int days; } dues[] = {
	{ "Quý II/2026", "quarter", "2026-04-01", "2026-06-30", RHYTHM_NONE, 0 },
	{ "quý 3 năm 2026", "quarter", "2026-07-01", "2026-09-30", RHYTHM_NONE, 0 },
	{ "tháng 6/2026", "month", "2026-06-01", "2026-06-30", RHYTHM_NONE, 0 },
	{ "Trước 30/6/2026", "date", "", "2026-06-30", RHYTHM_NONE, 0 },
	{ "Trong năm 2026", "year", "2026-01-01", "2026-12-31", RHYTHM_NONE, 0 },
	{ "tháng 9", "month", "2026-09-01", "2026-09-30", RHYTHM_NONE, 0 },              /* the year of the plan */
	{ "10 ngày làm việc kể từ 01/6/2026", "working_days", "2026-06-01", "2026-06-15", RHYTHM_NONE, 10 },
	{ "Thường xuyên, rà soát hàng tháng", "ongoing", "2026-01-31", "2026-02-28", RHYTHM_MONTHLY, 0 },
	{ "Thường xuyên, rà soát hàng quý", "ongoing", "2026-01-31", "2026-04-30", RHYTHM_QUARTERLY, 0 },
	{ "Thường xuyên", "ongoing", "2026-01-31", "", RHYTHM_NONE, 0 },
	{ "Hằng quý", "ongoing", "2026-01-31", "2026-04-30", RHYTHM_QUARTERLY, 0 },
	{ "hằng tháng", "ongoing", "2026-01-31", "2026-02-28", RHYTHM_MONTHLY, 0 },
	{ "ngày 5 hằng tháng", "ongoing", "2026-01-31", "2026-02-28", RHYTHM_MONTHLY, 0 },
	{ "Tháng 6 hằng năm", "ongoing", "2026-01-31", "2027-01-31", RHYTHM_YEARLY, 0 },
	{ "12/2026", "month", "2026-12-01", "2026-12-31", RHYTHM_NONE, 0 },
	{ "15 ngày làm việc kể từ ngày nhận hồ sơ", "working_days", "", "", RHYTHM_NONE, 15 },
};

static void dues_typed(void **s)
{
	(void)s;
	CLEANUP(arena_close) struct arena *a = arena_open((size_t)1 << 26);
	struct due_kept k;
	struct err e = { 0 };
	for (size_t i = 0; i < COUNT(dues); i++) {
		if (!due_kept_of(a, str_c(dues[i].text), 2026, (struct date){ 2026, 1, 31 }, holidays_vn(), &k, &e))
			fail_msg("%s: %s", dues[i].text, e.message);
		str from = date_iso(a, k.from), to = date_iso(a, k.to);
		if (strcmp(due_kept(k.kind), dues[i].kind) || !str_eq(from, str_c(dues[i].from)) || !str_eq(to, str_c(dues[i].to)) ||
		    k.review != dues[i].review ||
		    k.days != dues[i].days)
			fail_msg("%s: %s %s %s", dues[i].text, due_kept(k.kind), from.p, to.p);
		assert_int_equal(k.told.n != 0, !k.to.year);
	}
	static const char *const none[] = { "", "khi nào xong thì thôi", "sớm nhất có thể", "31/2/2026" };
	for (size_t i = 0; i < COUNT(none); i++) {
		e = (struct err){ 0 };
		if (due_kept_of(a, str_c(none[i]), 2026, (struct date){ 2026, 1, 31 }, holidays_vn(), &k, &e) || e.code != ERR_INPUT)
			fail_msg("taken: %s", none[i]);
	}
}

static void due_pages(struct work *w)
{
	struct due_page d;
	for (int i = 0; i < 50; i++) {
		str sql = str_fmt(w->at.a, "INSERT INTO remedy (id, body_id, plan_id, mark, text, lead_id, due_kind, due_to, state, until_version) VALUES"
		   " (%d, 2, 1, 'd%d', 'Làm', %d, 'date', '2025-%02d-15', '%s', %s)", 500 + i, i, i % 5 ? 4 : 5, 1 + i % 12, i % 10 == 9 ? "done" : "unknown",
		   i % 10 == 8 ? "1" : "NULL");
		OK(&w->at, db_script(w->at.db, sql.p, &w->at.e));
	}
	static const struct { struct due_want want; int64_t total; size_t rows; } asks[] = {
		{ { .late = true }, 42, 20 },  { { .late = true, .page = 2 }, 42, 20 }, { { .late = true, .page = 3 }, 42, 2 },
		    { { .late = true, .page = 4 }, 42, 0 },
		{ { .late = true, .lead = 5 }, 11, 11 },                    /* ten of them, and G2 */
		{ { .late = true, .person = "phutrach" }, 1, 1 }, { { .body = AT_OTHER, .late = true }, 0, 0 }, { { .soon = 1 }, 0, 0 },
	};
	for (size_t i = 0; i < COUNT(asks); i++) {
		int64_t before = db_ran(w->at.db);
		OK(&w->at, due_open(&w->r, w->at.a, &asks[i].want, &d, &w->at.e));
		assert_true(db_ran(w->at.db) - before <= 6);
		if (d.total != asks[i].total || d.rows.n != asks[i].rows)
			fail_msg("ask %zu: %lld, %zu", i, (long long)d.total, d.rows.n);
		for (size_t k = 1; k < d.rows.n; k++)
			assert_true(date_cmp(d.rows.at[k - 1].due, d.rows.at[k].due) <= 0);
	}
	REFUSED(&w->at, due_open(&w->r, w->at.a, &(struct due_want){ .late = true, .soon = 3 }, &d, &w->at.e), ERR_INPUT);
	REFUSED(&w->at, due_open(&w->r, w->at.a, &(struct due_want){ .person = "phutrach", .lead = 4 }, &d, &w->at.e), ERR_INPUT);
	REFUSED(&w->at, due_open(&w->r, w->at.a, &(struct due_want){ .person = "không ai" }, &d, &w->at.e), ERR_NOT_FOUND);
}
WORK_BOTH(due_pages)

/* -- editing ------------------------------------------------------------------------------------------ */

/* Two look at the same remedy; the second is told what the first did, and nothing of theirs is written. */
static void two_edit(struct work *w)
{
	strs notes = { 0 };
	OK(&w->at, remedy_edit(&w->r, w->at.a, 1, 1, NULL, 0, &(struct remedy_said){ .due = "Quý III/2026" }, &notes, &w->at.e));
	work_as(w, AT_ALL);
	REFUSED(&w->at, remedy_edit(&w->r, w->at.a, 1, 1, NULL, 0, &(struct remedy_said){ .due = "Quý IV/2026" }, &notes, &w->at.e), ERR_CONFLICT);
	if (!strstr(w->at.e.message, "Lê Văn Phòng") || !strstr(w->at.e.message, "thời hạn: Quý II/2026 → Quý III/2026"))
		fail_msg("%s", w->at.e.message);
	REFUSED(&w->at, remedy_drop(&w->r, w->at.a, 1, 1, NULL, &w->at.e), ERR_CONFLICT);
	OK(&w->at, finding_edit(&w->r, w->at.a, 1, 1, &(struct finding_said){ .cause = "Thiếu máy" }, &w->at.e));
	REFUSED(&w->at, finding_edit(&w->r, w->at.a, 1, 1, &(struct finding_said){ .cause = "Thiếu người" }, &w->at.e), ERR_CONFLICT);
	assert_non_null(strstr(w->at.e.message, "nguyên nhân: Chưa số hóa → Thiếu máy"));
	OK(&w->at, remedy_drop(&w->r, w->at.a, 1, 2, "trùng G2", &w->at.e));
	REFUSED(&w->at, remedy_drop(&w->r, w->at.a, 1, 0, NULL, &w->at.e), ERR_NOT_FOUND);
	struct finding_page p;
	OK(&w->at, finding_open(&w->r, w->at.a, 1, &p, &w->at.e));
	assert_int_equal(p.remedies.n, 1);
	assert_true(p.history.n >= 3);
	assert_true(str_find(p.history.at[0].words, S("thôi thực hiện"), 0) < p.history.at[0].words.n);
	work_as(w, WORK_OWN);                              /* who may not see the log sees the finding without it */
	OK(&w->at, finding_open(&w->r, w->at.a, 1, &p, &w->at.e));
	assert_int_equal(p.history.n, 0);
}
WORK_BOTH(two_edit)

static void entered(struct work *w)
{
	int64_t id = 0, ids[] = { 1, 2 }, foreign[] = { 1, 3 };
	strs notes = { 0 };
	static const struct finding_said wrong[] = {
		{ .code = "3.1", .points = "3" }, { .code = "3.1", .points = "1", .lost = "0,5" }, { .code = "3.1", .points = "x" }, { 0 }, { .text = " " },
		{ .text = "hai\ndòng" }, { .code = "3.1", .cause = "\033[2J" }, { .code = "3.1", .note = "\xff" },
		{ .text = "Có", .origin = "báo chí" }, { .code = "3.1", .lost = "2,5" },
	};
	for (size_t i = 0; i < COUNT(wrong); i++)
		REFUSED(&w->at, finding_add(&w->r, w->at.a, AT_BODY, 2025, &wrong[i], &id, &w->at.e), ERR_INPUT);
	REFUSED(&w->at, finding_add(&w->r, w->at.a, AT_BODY, 2025, &(struct finding_said){ .code = "3.2" }, &id, &w->at.e), ERR_CONFLICT);
	REFUSED(&w->at, finding_add(&w->r, w->at.a, AT_BODY, 2025, &(struct finding_said){ .code = "9.9" }, &id, &w->at.e), ERR_NOT_FOUND);
	OK(&w->at, finding_add(&w->r, w->at.a, AT_BODY, 0, &(struct finding_said){ .code = "3.1", .points = "1,5" }, &id, &w->at.e));
	struct finding_page p;
	OK(&w->at, finding_open(&w->r, w->at.a, id, &p, &w->at.e));
	assert_int_equal(p.finding.max, 20000);
	assert_int_equal(p.finding.lost, 5000);
	assert_int_equal(p.year, 2025);
	OK(&w->at, finding_edit(&w->r, w->at.a, id, 0, &(struct finding_said){ .points = "1", .state = "đã khắc phục", .note = " xa\u0303 " }, &w->at.e));
	OK(&w->at, finding_open(&w->r, w->at.a, id, &p, &w->at.e));
	assert_int_equal(p.finding.lost, 10000);
	assert_true(p.finding.mended);
	assert_string_equal(p.finding.note.p, "xã");                           /* NFC */

	strs supports = { 0 };
	*vec_add(w->at.a, &supports) = S("Công an tỉnh");
	*vec_add(w->at.a, &supports) = S("van phong so");
	struct remedy_said s = { .text = "Đăng tải lại", .lead = "Phòng Hộ tịch", .due = "Quý IV/2026", .expected = "0,5", .person = "canbo", .supports = supports };
	OK(&w->at, remedy_add(&w->r, w->at.a, ids, 2, &s, &id, &notes, &w->at.e));
	assert_int_equal(notes.n, 0);
	OK(&w->at, finding_open(&w->r, w->at.a, 2, &p, &w->at.e));
	const struct plan_remedy *m = &p.remedies.at[p.remedies.n - 1];
	assert_int_equal(m->id, id);
	assert_int_equal(m->supports.n, 2);
	assert_true(str_eq(m->lead, S("Phòng Hộ tịch")) && str_eq(m->person, S("Đỗ Cán Bộ")) && str_eq(m->supports.at[1], S("Văn phòng Sở")));
	REFUSED(&w->at, remedy_add(&w->r, w->at.a, ids, 2, &s, &id, &notes, &w->at.e), ERR_CONFLICT);
	const struct remedy_said odd[] = {
		{ .text = "a\tb" }, { .text = "x", .lead = "Phòng\nKhác" }, { .text = "x", .due = "Quý\x01" }, { .text = "x", .effort = "\xff" },
	};
	for (size_t i = 0; i < COUNT(odd); i++)
		REFUSED(&w->at, remedy_add(&w->r, w->at.a, ids, 2, &odd[i], &id, &notes, &w->at.e), ERR_INPUT);
	char *longer = make_n(w->at.a, char, 8002);
	memset(longer, 'a', 8001);
	REFUSED(&w->at, remedy_add(&w->r, w->at.a, ids, 2, &(struct remedy_said){ .text = longer }, &id, &notes, &w->at.e), ERR_LIMIT);
	s.text = "Khác";
	static const char *const refused[] = { "tháng 13/2026", "Quý V/2026", "31/11/2026", "sớm" };
	for (size_t i = 0; i < COUNT(refused); i++) {
		s.due = refused[i];
		REFUSED(&w->at, remedy_add(&w->r, w->at.a, ids, 2, &s, &id, &notes, &w->at.e), ERR_INPUT);
	}
	REFUSED(&w->at, remedy_add(&w->r, w->at.a, foreign, 2, &s, &id, &notes, &w->at.e), ERR_INPUT);
	    /* a finding of another body */
	s.person = "khach";
	REFUSED(&w->at, remedy_add(&w->r, w->at.a, ids, 2, &s, &id, &notes, &w->at.e), ERR_NOT_FOUND);         /* nobody of ours */
	struct plan plan;
	OK(&w->at, plan_open(&w->r, w->at.a, AT_BODY, 0, &plan, &w->at.e));
	assert_int_equal(plan.remedies.n, 3);
	    /* nothing half is left */
}
WORK_BOTH(entered)

/* Who leads is told as printed where that says more than the unit's name; a symbol says less. */
static void leads(struct work *w)
{
	static const struct { const char *printed; bool shown; } rows[] = {
		{ "Phòng Hộ tịch, Văn phòng", true }, { "PHÒNG HỘ TỊCH", false }, { "PHT", false }, { "", false },
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct finding_page p;
		str sql = str_fmt(w->at.a, "UPDATE remedy SET lead_id = 5, lead_text = '%s' WHERE id IN"
		                           " (SELECT remedy_id FROM remedy_finding WHERE finding_id = 2)", rows[i].printed);
		OK(&w->at, db_script(w->at.db, sql.p, &w->at.e));
		OK(&w->at, finding_open(&w->r, w->at.a, 2, &p, &w->at.e));
		assert_true(p.remedies.n > 0);
		assert_int_equal(str_eq(p.remedies.at[0].lead, str_c(rows[i].printed)), rows[i].shown);
		assert_true(p.remedies.at[0].lead.n > 4);
	}
}
WORK_BOTH(leads)

static void words(void **s)
{
	(void)s;
	CLEANUP(arena_close) struct arena *a = arena_open((size_t)1 << 24);
	assert_string_equal(change_when(a, S("2026-11-21T20:05:08Z")).p, "03:05 22/11/2026");
	assert_string_equal(change_words(a, S("{\"state\":\"unknown\",\"lost\":5000}"), S("{\"state\":\"done\",\"lost\":2500}")).p,
	                    "điểm bị trừ: 0,5 → 0,25; trạng thái: chưa rõ → đã hoàn thành");
	assert_string_equal(change_words(a, S(""), S("{}")).p, "mới");
	assert_int_equal(named_id("T12", 'T'), 12);
	assert_int_equal(named_id("#12", 'T'), 12);
	assert_int_equal(named_id("12", 'G'), 12);
	assert_int_equal(named_id("G12", 'T') + named_id("T", 'T') + named_id("T1x", 'T') + named_id(NULL, 'T'), 0);
}

int app_plan_tests(void)
{
	const struct CMUnitTest tests[] = { AT_ROWS(opens), AT_ROWS(heirs),
		                            AT_ROWS(holidays), cmocka_unit_test(dues_typed), AT_ROWS(due_pages),
	                                    AT_ROWS(two_edit), AT_ROWS(entered), AT_ROWS(leads),
		                            cmocka_unit_test(words) };
	return cmocka_run_group_tests(tests, NULL, NULL);
}
