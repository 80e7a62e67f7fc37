#include "app/measure.h"
#include "app/plan.h"
#include "app/progress.h"
#include "app/request.h"
#include "base/file.h"
#include "work.h"
#include <stdlib.h>

static bool add(struct work *w, int64_t remedy, struct progress_said s, strs *told)
{
	int64_t id;
	*told = (strs){ 0 };
	w->at.e = (struct err){ 0 };
	return progress_add(&w->r, w->at.a, remedy, &s, &id, told, &w->at.e);
}

static const struct plan_remedy *remedy(struct work *w, struct plan *p, size_t k)
{
	OK(&w->at, plan_open(&w->r, w->at.a, AT_BODY, 0, p, &w->at.e));
	return &p->remedies.at[k];
}

/* The remedy follows its newest day; an ongoing one is reviewed a month later; nothing told before is lost. */
static void follows(struct work *w)
{
	strs told;
	struct plan p;
	OK(&w->at, add(w, 1, (struct progress_said){ .state = "đang triển khai", .percent = "40", .on = "01/3/2026", .text = "Đã bắt đầu" }, &told));
	OK(&w->at, add(w, 1, (struct progress_said){ .state = "xong", .on = "2026-05-02" }, &told));
	const struct plan_remedy *m = remedy(w, &p, 0);
	assert_int_equal(m->state, STATUS_DONE);
	assert_int_equal(m->percent, -1);
	assert_int_equal(m->revision, 1);                  /* who edits its text is not held up */
	OK(&w->at, add(w, 1, (struct progress_said){ .state = "chưa", .on = "01/4/2026" }, &told));         /* told late: the state stays */
	assert_int_equal(told.n, 1);
	m = remedy(w, &p, 0);
	assert_int_equal(m->state, STATUS_DONE);
	assert_int_equal(m->reviewed.month, 5);
	OK(&w->at, add(w, 1, (struct progress_said){ .state = "xong", .percent = "90", .on = "02/4/2026" }, &told));
	m = remedy(w, &p, 0);
	assert_int_equal(m->percent, -1);                  /* told late, and nothing new */
	OK(&w->at, add(w, 1, (struct progress_said){ .state = "xong", .percent = "95", .on = "03/5/2026" }, &told));
	m = remedy(w, &p, 0);
	assert_int_equal(m->state, STATUS_DONE);           /* in the same state the rest moves */
	assert_int_equal(m->percent, 95);
	assert_int_equal(m->reviewed.day, 3);
	OK(&w->at, add(w, 2, (struct progress_said){ .state = "đang", .on = "31/3/2026" }, &told));
	m = remedy(w, &p, 1);
	assert_int_equal(m->due.month, 4);
	assert_int_equal(m->due.day, 30);
	struct finding_page f;
	OK(&w->at, progress_list(&w->r, w->at.a, 1, 0, 1, &f, &w->at.e));
	assert_int_equal(f.progress.n, 5);
	assert_int_equal(f.progress.at[0].on.month, 5);
	OK(&w->at, progress_list(&w->r, w->at.a, 0, 1, 1, &f, &w->at.e));
	assert_int_equal(f.progress.n, 6);
	OK(&w->at, progress_list(&w->r, w->at.a, 1, 0, 2, &f, &w->at.e));
	assert_int_equal(f.progress.n, 0);
}
WORK_BOTH(follows)

static void warned(struct work *w)
{
	static const struct { struct progress_said said; const char *told; } rows[] = {
		{ { .state = "đang", .measure = "92%", .on = "01/3/2026" }, NULL },
		{ { .state = "đang", .measure = "90,63%", .on = "02/3/2026" }, "Tỷ lệ nay là 90,63%, thấp hơn mức đã bị trừ điểm 91,94%: chưa thể coi là “đang triển khai”." },
		{ { .state = "chưa", .measure = "90%", .on = "03/3/2026" }, NULL },                      /* who says so is believed */
		{ { .state = "đang", .measure = "96%", .target = "từ 95% trở lên", .on = "04/3/2026" }, NULL },
		{ { .state = "xong", .measure = "94%", .on = "05/3/2026" }, "thấp hơn lần báo trước 96%" },
		{ { .state = "xong", .measure = "96%", .target = "98%", .on = "06/3/2026" }, "chưa đạt mức cần đạt" },
		{ { .state = "xong", .percent = "80", .on = "07/3/2026" }, "mới 80%" },
		{ { .state = "đang", .percent = "100", .on = "08/3/2026" }, "là 100%" },
		{ { .state = "đang", .on = "08/3/2026" }, NULL },
		{ { .state = "đang", .on = "01/02/2026" }, "đứng trước ngày ban hành kế hoạch (10/02/2026)" },
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		strs told;
		OK(&w->at, add(w, 1, rows[i].said, &told));
		bool said = false;
		for (size_t k = 0; k < told.n && rows[i].told; k++)
			said |= str_find(told.at[k], str_c(rows[i].told), 0) < told.at[k].n;
		if (rows[i].told ? !said : told.n)
			fail_msg("row %zu: %s", i, told.n ? told.at[0].p : "nothing");
	}
}
WORK_BOTH(warned)

static void refused(struct work *w)
{
	static const struct progress_said rows[] = {
		{ .text = "x" }, { .state = "gần xong" }, { .state = "xong", .percent = "101" }, { .state = "xong", .percent = "-1" },
		    { .state = "xong", .percent = "4x" },
		{ .state = "xong", .on = "31/2/2026" }, { .state = "xong", .on = "01/01/2100" }, { .state = "xong", .measure = "nhiều" }, { .state = "xong", .measure = "9/8" },
		{ .state = "xong", .text = "a\nb" }, { .state = "xong", .measure = "8\n/9" },
	};
	strs told;
	for (size_t i = 0; i < COUNT(rows); i++)
		if (add(w, 1, rows[i], &told) || w->at.e.code != ERR_INPUT)
			fail_msg("row %zu was taken", i);
	assert_false(add(w, 99, (struct progress_said){ .state = "xong" }, &told));
	assert_int_equal(w->at.e.code, ERR_NOT_FOUND);
	struct finding_page f;
	OK(&w->at, progress_list(&w->r, w->at.a, 1, 0, 1, &f, &w->at.e));
	assert_int_equal(f.progress.n, 0);
}
WORK_BOTH(refused)

/* No statement of the program changes or deletes what was told. */
static void only_added(void **s)
{
	(void)s;
	CLEANUP(arena_close) struct arena *a = arena_open((size_t)1 << 26);
	static const char *const files[] = { "progress", "remedy", "finding", "plan", "due", "evidence", "request", "import", "unit" };
	static const char *const bad[] = { "UPDATE progress", "DELETE FROM progress", "UPDATE measure", "DELETE FROM measure", "UPDATE evidence_file", "DELETE FROM evidence" };
	const char *source = getenv("KHACPHUC_SOURCE");
	size_t seen = 0;
	for (size_t i = 0; i < COUNT(files); i++) {
		struct err e = { 0 };
		str text;
		if (!file_read(a, str_fmt(a, "%s/src/store/sql/%s.sql", source ? source : ".", files[i]).p, (size_t)1 << 20, &text, &e))
			continue;
		seen += str_find(text, S("-- name: "), 0) < text.n;
		for (size_t k = 0; k < COUNT(bad); k++)
			if (str_find(text, str_c(bad[k]), 0) < text.n)
				fail_msg("%s.sql has %s", files[i], bad[k]);
	}
	assert_true(seen >= 7);
}

static void measures(void **s)
{
	(void)s;
	CLEANUP(arena_close) struct arena *a = arena_open((size_t)1 << 24);
	static const struct { const char *typed; enum unit unit; const char *value, *done, *total; enum target_op op; } rows[] = {
		{ "90,63%", UNIT_PERCENT, "90.63", "", "", OP_GE },           { "từ 95% trở lên", UNIT_PERCENT, "95", "", "", OP_GE },
		{ "≥ 95 %", UNIT_PERCENT, "95", "", "", OP_GE },              { "dưới 5%", UNIT_PERCENT, "5", "", "", OP_LT },
		{ "không dưới 80%", UNIT_PERCENT, "80", "", "", OP_GE },      { "không quá 3 ngày", UNIT_WORKING_DAYS, "3", "", "", OP_LE },
		{ "8/9", UNIT_COUNT, "", "8", "9", OP_GE },                   { "12", UNIT_COUNT, "12", "", "", OP_GE },
		{ "trên 50%", UNIT_PERCENT, "50", "", "", OP_GT },            { "≤ 2%", UNIT_PERCENT, "2", "", "", OP_LE },
	};
	struct measured m;
	for (size_t i = 0; i < COUNT(rows); i++) {
		if (!measure_typed(a, str_c(rows[i].typed), &m))
			fail_msg("%s", rows[i].typed);
		str v = figure_dot(a, m.value), d = figure_dot(a, m.done), t = figure_dot(a, m.total);
		if (m.unit != rows[i].unit || m.op != rows[i].op || !str_eq(v, str_c(rows[i].value)) || !str_eq(d, str_c(rows[i].done)) ||
		    !str_eq(t, str_c(rows[i].total)))
			fail_msg("%s: %d %d %s %s/%s", rows[i].typed, (int)m.unit, (int)m.op, v.p, d.p, t.p);
	}
	static const char *const none[] = { "", "%", "nhiều", "-5%", "8/0", "9/8", "1,5/2", "90% và 80%" };
	for (size_t i = 0; i < COUNT(none); i++)
		if (measure_typed(a, str_c(none[i]), &m))
			fail_msg("taken: %s", none[i]);
}

static void requests(struct work *w)
{
	int64_t id;
	request_rows q = { 0 };
	OK(&w->at, request_add(&w->r, w->at.a, AT_BODY, 2025, "Bổ sung biên chế", "UBND tỉnh", &id, &w->at.e));
	REFUSED(&w->at, request_add(&w->r, w->at.a, AT_BODY, 2025, "bổ sung  biên chế", NULL, &id, &w->at.e), ERR_CONFLICT);
	REFUSED(&w->at, request_add(&w->r, w->at.a, AT_BODY, 2025, " ", NULL, &id, &w->at.e), ERR_INPUT);
	REFUSED(&w->at, request_add(&w->r, w->at.a, AT_BODY, 2025, "Khác\nhẳn", NULL, &id, &w->at.e), ERR_INPUT);
	REFUSED(&w->at, request_add(&w->r, w->at.a, AT_BODY, 2025, "Khác", "UBND\x7f", &id, &w->at.e), ERR_INPUT);
	REFUSED(&w->at, request_add(&w->r, w->at.a, AT_BODY, 2019, "Khác", NULL, &id, &w->at.e), ERR_NOT_FOUND);
	OK(&w->at, request_answer(&w->r, w->at.a, id, "Chưa có nguồn", "5/UBND", "01/3/2026", &w->at.e));
	OK(&w->at, request_answer(&w->r, w->at.a, id, "Đồng ý", "9/UBND", "01/4/2026", &w->at.e));
	REFUSED(&w->at, request_answer(&w->r, w->at.a, id, "Đồng ý", "5\x01", NULL, &w->at.e), ERR_INPUT);
	REFUSED(&w->at, request_answer(&w->r, w->at.a, id, "Đồng ý", NULL, "mai", &w->at.e), ERR_INPUT);
	REFUSED(&w->at, request_answer(&w->r, w->at.a, 99, "Đồng ý", NULL, NULL, &w->at.e), ERR_NOT_FOUND);
	OK(&w->at, request_list(&w->r, w->at.a, 0, 0, 1, &q, &w->at.e));
	assert_int_equal(q.n, 2);
	assert_int_equal(q.at[1].answers, 2);
	assert_string_equal(q.at[1].answer.p, "Đồng ý");
}
WORK_BOTH(requests)

int app_progress_tests(void)
{
	const struct CMUnitTest tests[] = { AT_ROWS(follows), AT_ROWS(warned), AT_ROWS(refused), cmocka_unit_test(only_added),
	                                    cmocka_unit_test(measures), AT_ROWS(requests) };
	return cmocka_run_group_tests(tests, NULL, NULL);
}
