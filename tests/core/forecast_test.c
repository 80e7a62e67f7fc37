#include "core/forecast.h"
#include "set_of.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
/* after the above */
#include <cmocka.h>

enum { ROOM = 1 << 24, LEAVES = 16, PLANNED = 8 };

static const struct row_of rows[] = {
	{ "1", NULL, "", "" },
	{ "1.1", "2", "Tỷ lệ hồ sơ đúng hạn × điểm tối đa; không phát sinh: loại khỏi mẫu số", "hồ sơ đúng hạn" },
	{ "1.2", "1", "Có: điểm tối đa; không: 0 điểm", "kế hoạch" },
	{ "1.3", "1", "Từ 90% trở lên: 1 điểm; từ 80% đến dưới 90%: 0,5 điểm; dưới 80%: 0 điểm", "hồ sơ đúng hạn" },
	{ "1.4", "2", "Từ 2 sáng kiến trở lên: 2 điểm; có 1 sáng kiến: 1 điểm; không có sáng kiến: 0 điểm; không phát sinh: 0 điểm",
	  "sáng kiến" },
	{ "2", NULL, "", "" },
	{ "2.1", "1", "Tổng điểm các mục đạt: có kế hoạch 0,5; có báo cáo 0,5", "mục 1; mục 2" },
	{ "2.2", "1", "", "" },
	{ "2.3", "1", "Tỷ lệ điểm của các tiêu chí khác × điểm tối đa", "" },
	{ "2.4", "1", "Mỗi văn bản chậm trừ 0,25 điểm; không phát sinh: điểm tối đa", "văn bản chậm" },
	{ "3", "2", "Điểm phạt: Mỗi vụ việc trừ 0,5 điểm", "vụ việc" },
	{ "4", "1", "Điểm thưởng: Mỗi giải thưởng được 0,5 điểm", "giải thưởng" },
};

struct fixture {
	struct arena        *a;
	struct criteria_set *s;
	struct sheet        *t;
	struct scoring       g;
	struct facts         plan;
	struct forecast      f;
	struct err           e;
};

static struct fixture begin(void)
{
	struct fixture x = { .a = arena_open(ROOM) };
	x.s = set_of(x.a, rows, COUNT(rows), 3);
	x.s->bonus_max = x.s->penalty_max = 2 * POINT;
	set_finish(x.a, x.s);
	if (!score_prepare(x.a, x.s, &x.g, &x.e))
		fail_msg("%s", x.e.message);
	x.t = sheet_new(x.a, x.s);
	enter(x.a, x.s, x.t, "hồ sơ đúng hạn", "85%");          /* 1.1: 1,7 of 2; 1.3: 0,5 of 1 */
	enter(x.a, x.s, x.t, "kế hoạch", "không");               /* 1.2: 0 of 1 */
	enter(x.a, x.s, x.t, "sáng kiến", "1");                  /* 1.4: 1 of 2 */
	enter(x.a, x.s, x.t, "mục 1", "có");                     /* 2.1: 0,5 of 1 */
	enter(x.a, x.s, x.t, "mục 2", "không");
	x.t->rows.at[5].by[ROUND_ONE] = (struct opinion){ true, POINT, { 0 }, NULL };     /* 2.2: 1 of 1 */
	enter(x.a, x.s, x.t, "văn bản chậm", "1");               /* 2.4: 0,75 of 1 */
	enter(x.a, x.s, x.t, "vụ việc", "1");                    /* 3: 0,5 lost */
	enter(x.a, x.s, x.t, "giải thưởng", "1");                /* 4: half of what can be had; not lost */
	x.plan.document.date = (struct date){ 2026, 2, 10 };
	x.plan.document.cycle_year = 2025;
	return x;
}

static const struct date today = { 2026, 6, 30 };

static bool make_it(struct fixture *x, const struct assumption *assume, size_t n)
{
	return forecast_make(x->a, &x->g, x->t, &x->plan, today, assume, n, NULL, &x->f, &x->e);
}

static struct criterion *planned(struct fixture *x, const char *code, int remedies)
{
	struct criterion *c = vec_add(x->a, &x->plan.criteria);
	c->code = str_c(code);
	for (int i = 0; i < remedies; i++)
		*vec_add(x->a, &c->remedies) = S("Rà soát");
	return c;
}

static struct due due_on(enum due_kind kind, int year, int month, int day)
{
	return (struct due){ .kind = kind, .text = S("như đã ghi"), .to = { year, month, day } };
}

static const struct outlook *of(const struct fixture *x, const char *code)
{
	for (size_t i = 0; i < x->f.order.n; i++)
		if (str_eq(x->s->criteria.at[x->f.order.at[i].criterion].code, str_c(code)))
			return &x->f.order.at[i];
	return NULL;
}

static void noted(const struct fixture *x, const char *words, bool is)
{
	for (size_t i = 0; i < x->f.notes.n; i++)
		if (strstr(str_copy(x->a, x->f.notes.at[i]).p, words)) {
			if (!is)
				fail_msg("not to be said: %s", words);
			return;
		}
	if (is)
		fail_msg("not said: %s", words);
}

/* -- totals ------------------------------------------------------------------------------------------ */

static void test_totals(void **state)
{
	(void)state;
	struct fixture x = begin();
	planned(&x, "1.1", 1)->progress = (struct progress){ .text = S("Đã khắc phục"), .status = STATUS_DONE };
	planned(&x, "1.2", 1)->due = due_on(DUE_DATE, 2026, 6, 30);              /* today is still in time */
	planned(&x, "1. 4.", 2)->due = due_on(DUE_DATE, 2026, 6, 29);
	planned(&x, "3", 1)->due = due_on(DUE_ONGOING, 0, 0, 0);
	planned(&x, "2.2", 1);
	planned(&x, "2.3", 1);
	planned(&x, "9.9", 1);
	assert_true(make_it(&x, NULL, 0));
	/* what 2.3 follows, of 9: 5,45; 5,75; 6,75; 7,75. So 2.3: 0,606; 0,639; 0,75; 0,861. With 0,5 of bonus and of penalty */
	assert_int_equal(x.f.now.points, 54500 + 6060);
	assert_int_equal(x.f.done.points, 57500 + 6390);
	assert_int_equal(x.f.on_time.points, 67500 + 7500 + 5000);
	assert_int_equal(x.f.all.points, 77500 + 8610 + 5000);
	assert_int_equal(x.f.all.max, 100000);
	assert_int_equal(of(&x, "1.1")->chance, CHANCE_DONE);
	assert_int_equal(of(&x, "1.2")->chance, CHANCE_ON_TIME);
	assert_int_equal(of(&x, "1.4")->chance, CHANCE_LATE);
	assert_int_equal(of(&x, "1.4")->effort, 2);
	assert_int_equal(of(&x, "3")->winnable, 5000);
	assert_int_equal(of(&x, "2.1")->chance, CHANCE_NO_PLAN);
	assert_int_equal(of(&x, "2.1")->winnable, 0);
	assert_int_equal(of(&x, "2.3")->winnable, 0);
	assert_null(of(&x, "2.2"));
	assert_null(of(&x, "4"));
	noted(&x, "không có trong bộ tiêu chí: 9.9.", true);
	noted(&x, "không mất điểm trong phiếu: 2.2.", true);
	noted(&x, "chưa có giải pháp: 1.3; 2.1; 2.4.", true);
	noted(&x, "Chưa có điểm", false);
	arena_free(x.a);
}

static void test_no_plan(void **state)
{
	(void)state;
	struct fixture x = begin();
	x.t->rows.at[5].by[ROUND_ONE].given = false;
	assert_true(forecast_make(x.a, &x.g, x.t, NULL, today, NULL, 0, NULL, &x.f, &x.e));
	assert_int_equal(x.f.now.points, x.f.all.points);
	noted(&x, "Chưa có điểm, các tổng tính là 0: 2.2.", true);
	assert_null(of(&x, "2.2"));
	assert_int_equal(x.f.order.n, 8);
	arena_free(x.a);
}

/* A derived criterion that was marked otherwise than its rule says stays as it was marked, and can be won like any other. */
static void test_derived_marked(void **state)
{
	(void)state;
	struct fixture x = begin();
	planned(&x, "1.2", 1);
	x.t->rows.at[6].by[ROUND_ONE] = (struct opinion){ true, 6060, { 0 }, NULL };       /* as its rule says */
	assert_true(make_it(&x, NULL, 0));
	assert_int_equal(x.f.all.points, 64500 + 7170);
	x.t->rows.at[6].by[ROUND_TWO] = (struct opinion){ true, 2000, { 0 }, NULL };
	assert_true(make_it(&x, NULL, 0));
	assert_int_equal(x.f.all.points, 64500 + 2000);
	planned(&x, "2.3", 1);
	assert_true(make_it(&x, NULL, 0));
	assert_int_equal(x.f.all.points, 64500 + 10000);
	arena_free(x.a);
}

/* -- on time or late --------------------------------------------------------------------------------- */

static const struct {
	enum due_kind kind;
	struct date   to;
	enum status   status;
	const char   *progress;
	enum chance   chance;
} chances[] = {
	{ DUE_DATE, { 2026, 6, 30 }, STATUS_NONE, "", CHANCE_ON_TIME },
	{ DUE_DATE, { 2026, 6, 29 }, STATUS_NONE, "", CHANCE_LATE },
	{ DUE_DATE, { 2026, 6, 29 }, STATUS_DONE, "Đã xong", CHANCE_DONE },
	{ DUE_MONTH, { 2026, 6, 0 }, STATUS_NONE, "", CHANCE_ON_TIME },
	{ DUE_MONTH, { 2026, 5, 0 }, STATUS_NONE, "", CHANCE_LATE },
	{ DUE_QUARTER, { 2026, 6, 30 }, STATUS_IN_PROGRESS, "Đang thực hiện", CHANCE_ON_TIME },
	{ DUE_QUARTER, { 2026, 3, 31 }, STATUS_IN_PROGRESS, "Đang thực hiện", CHANCE_LATE },
	{ DUE_YEAR, { 2026, 0, 0 }, STATUS_NONE, "", CHANCE_ON_TIME },
	{ DUE_YEAR, { 2025, 0, 0 }, STATUS_NONE, "", CHANCE_LATE },
	{ DUE_MONTH, { 0, 9, 0 }, STATUS_NONE, "", CHANCE_ON_TIME },          /* of the year of the plan */
	{ DUE_MONTH, { 0, 3, 0 }, STATUS_NONE, "", CHANCE_LATE },
	{ DUE_ONGOING, { 0, 0, 0 }, STATUS_NONE, "", CHANCE_ON_TIME },
	{ DUE_WORKING_DAYS, { 0, 0, 0 }, STATUS_NONE, "", CHANCE_ON_TIME },
	{ DUE_NONE, { 0, 0, 0 }, STATUS_NONE, "", CHANCE_ON_TIME },           /* to the end of the year of the plan */
	{ DUE_YEAR, { 2026, 0, 0 }, STATUS_IN_PROGRESS, "Đang thực hiện, CHẬM  TIẾN ĐỘ so với kế hoạch", CHANCE_LATE },
	{ DUE_YEAR, { 2026, 0, 0 }, STATUS_IN_PROGRESS, "Đang rà soát các hồ sơ trễ hạn", CHANCE_ON_TIME },
	{ DUE_YEAR, { 2026, 0, 0 }, STATUS_NOT_DONE, "Chưa thực hiện", CHANCE_ON_TIME },
};

static void test_chances(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(chances); i++) {
		struct fixture x = begin();
		struct criterion *c = planned(&x, "1.2", 1);
		c->due = (struct due){ .kind = chances[i].kind, .to = chances[i].to };
		c->progress = (struct progress){ .text = str_c(chances[i].progress), .status = chances[i].status };
		assert_true(make_it(&x, NULL, 0));
		if (of(&x, "1.2")->chance != chances[i].chance)
			fail_msg("row %zu: %d, not %d", i, of(&x, "1.2")->chance, chances[i].chance);
		arena_free(x.a);
	}
	struct fixture x = begin();
	planned(&x, "1.2", 1);
	*vec_add(x.a, &x.plan.years) = (struct year_at){ .year = 2025, .role = YEAR_MENDING };
	*vec_add(x.a, &x.plan.years) = (struct year_at){ .year = 2030, .role = YEAR_LOSSES };
	assert_true(make_it(&x, NULL, 0));
	assert_int_equal(of(&x, "1.2")->chance, CHANCE_LATE);               /* the plan of the year before, as it says itself */
	x.plan.years.n = 0;
	x.plan.document.cycle_year = 0;
	assert_true(make_it(&x, NULL, 0));
	assert_int_equal(of(&x, "1.2")->chance, CHANCE_ON_TIME);            /* to the end of the year of its date */
	x.plan.document.date.year = 0;
	assert_true(make_it(&x, NULL, 0));
	assert_int_equal(of(&x, "1.2")->chance, CHANCE_LATE);               /* no deadline, and no year to have one in */
	arena_free(x.a);
}

/* -- what the plan says ------------------------------------------------------------------------------ */

static void test_less(void **state)
{
	(void)state;
	struct fixture x = begin();
	struct criterion *c = planned(&x, "1.3", 1);
	assert_true(make_it(&x, NULL, 0));
	assert_int_equal(of(&x, "1.3")->winnable, 5000);
	c->max = figure_parse(S("1,50"));
	assert_true(make_it(&x, NULL, 0));
	noted(&x, "điểm tối đa khác bộ tiêu chí, có thể lập theo bộ khác: 1.3.", true);
	c->max = figure_parse(S("1,00"));
	c->points = figure_parse(S("0,8"));
	assert_true(make_it(&x, NULL, 0));
	noted(&x, "điểm tối đa khác", false);
	assert_int_equal(of(&x, "1.3")->winnable, 2000);
	c->printed_lost = figure_parse(S("-0,9"));                           /* more than was lost: what was lost */
	assert_true(make_it(&x, NULL, 0));
	assert_int_equal(of(&x, "1.3")->winnable, 5000);
	struct target *t = vec_add(x.a, &c->targets);
	*t = (struct target){ .value = figure_parse(S("88")), .unit = UNIT_PERCENT, .op = OP_GE };
	assert_true(make_it(&x, NULL, 0));
	assert_int_equal(of(&x, "1.3")->winnable, 0);
	assert_non_null(strstr(str_copy(x.a, of(&x, "1.3")->why).p, "không thêm điểm"));
	t->value = figure_parse(S("50"));                                     /* less than is reached */
	assert_true(make_it(&x, NULL, 0));
	assert_int_equal(of(&x, "1.3")->winnable, 0);
	t->op = OP_LE;                                                        /* "dưới 88%" is no goal for what is wanted high */
	assert_true(make_it(&x, NULL, 0));
	assert_int_equal(of(&x, "1.3")->winnable, 5000);
	arena_free(x.a);
}

static void test_target_of_a_rate(void **state)
{
	(void)state;
	struct fixture x = begin();
	struct criterion *c = planned(&x, "1.1", 1);
	*vec_add(x.a, &c->targets) = (struct target){ .value = figure_parse(S("95")), .unit = UNIT_PERCENT, .op = OP_GE };
	assert_true(make_it(&x, NULL, 0));
	assert_int_equal(of(&x, "1.1")->winnable, 2000);                     /* 1,9 - 1,7 */
	*vec_add(x.a, &c->targets) = (struct target){ .value = figure_parse(S("50")), .unit = UNIT_PERCENT, .op = OP_GE };
	assert_true(make_it(&x, NULL, 0));
	assert_int_equal(of(&x, "1.1")->winnable, 3000);                     /* which of two rates is meant is not known */
	arena_free(x.a);
}

/* The word for a field or parent holds for what is below it and has none of its own. */
static void test_above(void **state)
{
	(void)state;
	struct fixture x = begin();
	struct field *d = vec_add(x.a, &x.plan.fields);
	d->code = S("1");
	*vec_add(x.a, &d->remedies) = S("Kiểm tra hằng tháng");
	d->due = due_on(DUE_DATE, 2026, 1, 31);
	d->lead = S("Văn phòng");
	planned(&x, "1.2", 3)->due = due_on(DUE_ONGOING, 0, 0, 0);
	planned(&x, "1.4", 0)->progress = (struct progress){ .text = S("Đã khắc phục"), .status = STATUS_DONE };
	planned(&x, "1.3", 1);
	planned(&x, "2", 1)->printed_lost = figure_parse(S("0,1"));         /* of the parent: no leaf's */
	assert_true(make_it(&x, NULL, 0));
	assert_int_equal(of(&x, "1.3")->chance, CHANCE_LATE);
	assert_int_equal(of(&x, "2.1")->winnable, 5000);
	assert_int_equal(of(&x, "1.1")->chance, CHANCE_LATE);
	assert_string_equal(of(&x, "1.1")->remedy.p, "Kiểm tra hằng tháng");
	assert_int_equal(of(&x, "1.2")->chance, CHANCE_ON_TIME);
	assert_int_equal(of(&x, "1.2")->effort, 3);
	assert_string_equal(of(&x, "1.2")->lead.p, "Văn phòng");
	assert_int_equal(of(&x, "1.4")->chance, CHANCE_DONE);
	assert_int_equal(of(&x, "2.1")->chance, CHANCE_ON_TIME);
	assert_int_equal(of(&x, "3")->chance, CHANCE_NO_PLAN);
	arena_free(x.a);
}

/* -- the order --------------------------------------------------------------------------------------- */

static void test_order(void **state)
{
	(void)state;
	struct fixture x = begin();
	int *times = make_n(x.a, int, COUNT(rows));
	planned(&x, "1.1", 1)->progress = (struct progress){ .text = S("Đã khắc phục"), .status = STATUS_DONE };
	planned(&x, "1.2", 2)->due = due_on(DUE_ONGOING, 0, 0, 0);               /* 1 / 2 */
	planned(&x, "1.3", 1)->due = due_on(DUE_DATE, 2026, 9, 30);              /* 0,5 / 1 */
	planned(&x, "1.4", 1)->due = due_on(DUE_YEAR, 2026, 0, 0);               /* 1 / 1: most points for the work */
	planned(&x, "2.1", 1)->due = due_on(DUE_DATE, 2026, 9, 30);              /* as 1.3, lost twice before */
	planned(&x, "3", 1)->due = due_on(DUE_DATE, 2026, 8, 31);                /* 0,5 / 1, earlier */
	times[6] = 2;
	assert_true(forecast_make(x.a, &x.g, x.t, &x.plan, today, NULL, 0, times, &x.f, &x.e));
	struct buf b = buf_open(x.a);
	for (size_t i = 0; i < x.f.order.n; i++)
		buf_fmt(&b, "%s ", x.s->criteria.at[x.f.order.at[i].criterion].code.p);
	/* behind what is to do: what wins nothing, the greater loss first; then what is done */
	assert_string_equal(b.p, "1.4 3 2.1 1.3 1.2 2.3 2.4 1.1 ");
	assert_string_equal(str_copy(x.a, of(&x, "1.4")->why).p, "Lấy lại 1 điểm với 1 giải pháp; thời hạn: như đã ghi.");
	assert_string_equal(str_copy(x.a, of(&x, "1.2")->why).p,
	                    "Lấy lại 1 điểm với 2 giải pháp (mỗi giải pháp 0,5 điểm); thời hạn: như đã ghi.");
	assert_string_equal(str_copy(x.a, of(&x, "2.1")->why).p,
	                    "Lấy lại 0,5 điểm với 1 giải pháp; thời hạn: như đã ghi; đã mất điểm 2 năm trước đó.");
	assert_string_equal(str_copy(x.a, of(&x, "2.4")->why).p, "Mất 0,25 điểm, chưa có giải pháp trong kế hoạch.");
	assert_string_equal(str_copy(x.a, of(&x, "1.1")->why).p, "Đã làm xong; lấy lại 0,3 điểm khi được công nhận.");
	arena_free(x.a);
}

/* What goes on for ever stands behind the end of the year; what does not apply is not lost. */
static void test_ongoing_last(void **state)
{
	(void)state;
	struct fixture x = begin();
	planned(&x, "1.3", 1)->due = due_on(DUE_ONGOING, 0, 0, 0);
	planned(&x, "2.1", 1)->due = due_on(DUE_YEAR, 2026, 0, 0);
	planned(&x, "1.2", 1);
	x.t->rows.at[1].applies = false;
	assert_true(make_it(&x, NULL, 0));
	assert_ptr_equal(of(&x, "2.1"), &x.f.order.at[0]);
	assert_ptr_equal(of(&x, "1.3"), &x.f.order.at[1]);
	assert_null(of(&x, "1.2"));
	arena_free(x.a);
}

/* -- what if ----------------------------------------------------------------------------------------- */

/* now: without the derived criterion's own (2.3); NULL: refused, and the sentence holds words */
static const struct { const char *text, *now, *words; } assumptions[] = {
	{ "1.1=95%", "5.65", NULL },                  /* 1,9 for 1,7; 1.3 stays, though its figure is the same */
	{ " 1.1 = 19/20 ", "5.65", NULL },
	{ "1.1.=0,95", "5.65", NULL },
	{ "1.2=có", "6.45", NULL },
	{ "1.4=2", "6.45", NULL },
	{ "1.4=2 sáng kiến", "6.45", NULL },
	{ "1.4=0", "4.45", NULL },
	{ "1.1=không phát sinh", "3.75", NULL },      /* out of the denominator */
	{ "1.4=không phát sinh", "4.45", NULL },
	{ "2.4=không phát sinh", "5.7", NULL },
	{ "3=0", "5.95", NULL },
	{ "1.1", NULL, "không phải là một giả định" },
	{ "=95%", NULL, "không phải là một giả định" },
	{ "1.1=", NULL, "chưa có giá trị" },
	{ "9.9=95%", NULL, "không có tiêu chí 9.9" },
	{ "1=95%", NULL, "gồm các tiêu chí khác" },
	{ "2.1=có", NULL, "cần 2 số liệu" },
	{ "2.2=1", NULL, "chưa có cách tính điểm" },
	{ "2.3=95%", NULL, "tính theo điểm của các tiêu chí khác" },
	{ "1.1=tốt", NULL, "“tốt”" },
	{ "1.1=9/0", NULL, "“9/0”" },
	{ "1.1=-5%", NULL, "“-5%”" },
	{ "1.4=2 cuộc họp", NULL, "“2 cuộc họp”" },
	{ "1.2=95%", NULL, "“95%”" },
	{ "1.3=không phát sinh", NULL, "không phát sinh" },
};

static void test_assumptions(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(assumptions); i++) {
		struct fixture x = begin();
		struct assumption v;
		bool taken = assumption_parse(x.a, x.s, str_c(assumptions[i].text), &v, &x.e);
		if (taken != !assumptions[i].words || (!taken && !strstr(x.e.message, assumptions[i].words)))
			fail_msg("%s: %s", assumptions[i].text, taken ? "taken" : x.e.message);
		if (!taken) {
			assert_int_equal(x.e.code, ERR_INPUT);
			assert_true(x.e.hint[0]);
			arena_free(x.a);
			continue;
		}
		/* so that 2.3 does not follow: what it gives is tested apart */
		x.t->rows.at[6].by[ROUND_TWO] = (struct opinion){ true, 0, { 0 }, NULL };
		assert_true(make_it(&x, &v, 1));
		assert_string_equal(points_dot(x.a, x.f.assumed.points).p, assumptions[i].now);
		assert_int_equal(x.f.assumed.points, x.f.all.points);
		arena_free(x.a);
	}
}

static void test_assume_together(void **state)
{
	(void)state;
	struct fixture x = begin();
	struct assumption v[2];
	assert_true(assumption_parse(x.a, x.s, S("1.2=có"), &v[0], &x.e));
	assert_true(assumption_parse(x.a, x.s, S("1.1=100%"), &v[1], &x.e));
	assert_true(make_it(&x, v, 2));
	assert_int_equal(x.f.assumed.points, 67500 + 7500);                       /* 2.3 follows */
	assert_null(of(&x, "1.1"));
	noted(&x, "dùng cả cho tiêu chí 1.3", true);
	assert_true(assumption_parse(x.a, x.s, S("1.1=không phát sinh"), &v[0], &x.e));
	assert_true(make_it(&x, v, 1));
	assert_int_equal(x.f.assumed.max, 80000);
	x.t->rows.at[0].applies = false;
	assert_false(make_it(&x, v, 2));
	assert_non_null(strstr(x.e.message, "không áp dụng"));
	v[0] = (struct assumption){ 999, v[0].value };
	assert_false(make_it(&x, v, 1));
	v[0] = (struct assumption){ 5, v[1].value };
	assert_false(make_it(&x, v, 1));
	arena_free(x.a);
}

/* -- properties -------------------------------------------------------------------------------------- */

static uint32_t seed;
static uint32_t chance(uint32_t n)
{
	seed = seed * 1664525u + 1013904223u;
	return (seed >> 8) % n;
}

static void fill(struct fixture *x)
{
	static const char *const rates[] = { "85%", "100%", "0", "8/9", "0,5" }, *const yes[] = { "có", "không" };
	static const char *const counts[] = { "0", "1", "2", "5" };
	enter(x->a, x->s, x->t, "hồ sơ đúng hạn", rates[chance(COUNT(rates))]);
	enter(x->a, x->s, x->t, "kế hoạch", yes[chance(2)]);
	enter(x->a, x->s, x->t, "mục 1", yes[chance(2)]);
	enter(x->a, x->s, x->t, "mục 2", yes[chance(2)]);
	enter(x->a, x->s, x->t, "sáng kiến", counts[chance(4)]);
	enter(x->a, x->s, x->t, "văn bản chậm", counts[chance(4)]);
	enter(x->a, x->s, x->t, "vụ việc", counts[chance(4)]);
	x->s->without = chance(2) ? WITHOUT_EXCLUDE : WITHOUT_RESCALE;
	for (size_t i = 0; i < x->t->rows.n; i++) {
		x->t->rows.at[i].applies = chance(8);
		if (!chance(3))
			x->t->rows.at[i].by[chance(ROUNDS)] = (struct opinion){ true, x->g.max[i] * chance(5) / 4, { 0 }, NULL };
	}
}

static void some_plan(struct fixture *x)
{
	static const enum status statuses[] = { STATUS_NONE, STATUS_NOT_DONE, STATUS_IN_PROGRESS, STATUS_DONE };
	for (size_t i = 0; i < COUNT(rows); i++) {
		if (chance(2))
			continue;
		struct criterion *c = planned(x, rows[i].code, (int)chance(3));
		c->due = due_on(chance(2) ? DUE_ONGOING : DUE_DATE, 2026, 1 + (int)chance(12), 15);
		c->progress = (struct progress){ .text = S("Tiến độ"), .status = statuses[chance(4)] };
	}
}

static void test_totals_rise(void **state)
{
	(void)state;
	for (uint32_t i = 1; i <= 300; i++) {
		struct fixture x = begin();
		seed = i;
		fill(&x);
		some_plan(&x);
		assert_true(make_it(&x, NULL, 0));
		const struct forecast *f = &x.f;
		const points rising[] = { 0, f->now.points, f->done.points, f->on_time.points, f->all.points, f->all.max };
		for (size_t k = 1; k < COUNT(rising); k++)
			if (rising[k] < rising[k - 1])
				fail_msg("seed %u: total %zu falls, %lld to %lld", i, k, (long long)rising[k - 1], (long long)rising[k]);
		for (size_t k = 0; k < f->order.n; k++)
			assert_in_range(f->order.at[k].winnable, 0, f->order.at[k].lost);
		arena_free(x.a);
	}
}

/* What stands by its rule, assumed to be what it is. */
static void test_assume_the_present(void **state)
{
	(void)state;
	static const struct { const char *code, *input; } one[] = {
		{ "1.1", "hồ sơ đúng hạn" }, { "1.2", "kế hoạch" }, { "1.4", "sáng kiến" }, { "2.4", "văn bản chậm" }, { "3", "vụ việc" },
	};
	for (uint32_t i = 1; i <= 100; i++) {
		struct fixture x = begin();
		seed = i;
		fill(&x);
		some_plan(&x);
		const char *code = one[i % COUNT(one)].code;
		size_t leaf = x.g.leaf_of[set_find(x.s, str_c(code))];
		memset(x.t->rows.at[leaf].by, 0, sizeof x.t->rows.at[leaf].by);
		x.t->rows.at[leaf].applies = true;
		assert_true(make_it(&x, NULL, 0));
		struct forecast before = x.f;
		struct assumption v;
		str entered = x.t->values[set_input(x.a, x.s, str_c(one[i % COUNT(one)].input))].printed;
		assert_true(assumption_parse(x.a, x.s, str_fmt(x.a, "%s=%.*s", code, SF(entered)), &v, &x.e));
		assert_true(make_it(&x, &v, 1));
		assert_int_equal(x.f.now.points, before.now.points);
		assert_int_equal(x.f.done.points, before.done.points);
		assert_int_equal(x.f.on_time.points, before.on_time.points);
		assert_int_equal(x.f.all.points, before.all.points);
		assert_int_equal(x.f.order.n, before.order.n);
		arena_free(x.a);
	}
}

int core_forecast_tests(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_totals), cmocka_unit_test(test_no_plan), cmocka_unit_test(test_derived_marked),
		cmocka_unit_test(test_chances), cmocka_unit_test(test_less), cmocka_unit_test(test_target_of_a_rate),
		cmocka_unit_test(test_above), cmocka_unit_test(test_order), cmocka_unit_test(test_ongoing_last),
		cmocka_unit_test(test_assumptions),
		cmocka_unit_test(test_assume_together), cmocka_unit_test(test_totals_rise), cmocka_unit_test(test_assume_the_present),
	};
	return cmocka_run_group_tests_name("core forecast", tests, NULL, NULL);
}
