#include "set_of.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
/* after the above */
#include <cmocka.h>

enum { ROOM = 1 << 24, LEAVES = 16 };

static const struct row_of rows[] = {
	{ "1", NULL, "", "" },
	{ "1.1", "1", "Tỷ lệ điểm của các tiêu chí khác × điểm tối đa; dưới 0,8: 0 điểm", "" },
	{ "1.2", "1", "Tỷ lệ có trọng số (đã khắc phục 1; đang khắc phục 0,5; chưa khắc phục 0) × điểm tối đa", "đã; đang; chưa" },
	{ "2", NULL, "", "" },
	{ "2.1", "2", "Tỷ lệ hồ sơ đúng hạn × điểm tối đa; không phát sinh: điểm tối đa", "hồ sơ đúng hạn" },
	{ "2.2", "0,5", "Từ 80% trở lên: điểm tối đa; từ 50% đến dưới 80%: 0,25 điểm; dưới 50%: 0 điểm; không phát sinh: loại khỏi mẫu số",
	  "hồ sơ đúng hạn" },
	{ "2.3", "1", "", "" },
	{ "3", NULL, "", "" },
	{ "3.1", "1,5", "Khảo sát: tỷ lệ hài lòng × điểm tối đa", "hài lòng" },
	{ "4", "2", "Điểm thưởng: Mỗi sáng kiến được 0,5 điểm", "sáng kiến" },
	{ "5", "2", "Điểm phạt: Mỗi văn bản chậm trừ 0,25 điểm", "văn bản chậm" },
};
enum { L11, L12, L21, L22, L23, L31, L4, L5, N_LEAVES };

struct fixture {
	struct arena        *a;
	struct criteria_set *s;
	struct sheet        *t;
	struct scoring       g;
	struct scored        all[LEAVES];
	struct total         total;
};

static struct fixture begin(void)
{
	struct fixture f = { .a = arena_open(ROOM) };
	struct err e = { 0 };
	f.s = set_of(f.a, rows, COUNT(rows), 3);
	f.s->criteria.at[8].source = SOURCE_SURVEY;
	f.s->bonus_max = POINT;
	f.s->penalty_max = POINT;
	set_finish(f.a, f.s);
	if (!score_prepare(f.a, f.s, &f.g, &e))
		fail_msg("%s", e.message);
	assert_int_equal(f.g.leaves.n, N_LEAVES);
	f.t = sheet_new(f.a, f.s);
	enter(f.a, f.s, f.t, "đã", "7");
	enter(f.a, f.s, f.t, "đang", "2");
	enter(f.a, f.s, f.t, "chưa", "0");
	enter(f.a, f.s, f.t, "hồ sơ đúng hạn", "8/9");
	enter(f.a, f.s, f.t, "hài lòng", "90%");
	enter(f.a, f.s, f.t, "sáng kiến", "1");
	enter(f.a, f.s, f.t, "văn bản chậm", "1");
	return f;
}

static void run(struct fixture *f)
{
	points leaf[LEAVES];
	bool excluded[LEAVES];
	score_sheet(&f->g, f->t, f->all);
	for (size_t i = 0; i < f->g.leaves.n; i++) {
		leaf[i] = f->all[i].points;
		excluded[i] = f->all[i].excluded;
	}
	score_totals(&f->g, leaf, excluded, NULL, &f->total);
}

static void is(struct fixture *f, int leaf, const char *dot, enum scored_by by, bool excluded)
{
	str p = points_dot(f->a, f->all[leaf].points);
	if (!str_eq(p, str_c(dot)) || f->all[leaf].by != by || f->all[leaf].excluded != excluded)
		fail_msg("leaf %d: %s, by %d%s", leaf, p.p, f->all[leaf].by, f->all[leaf].excluded ? ", excluded" : "");
}

static void says(struct fixture *f, int leaf, const char *words)
{
	str why = score_why(f->a, &f->g, f->t, f->all, (size_t)leaf);
	if (!strstr(why.p, words))
		fail_msg("leaf %d: %s", leaf, why.p);
}

static void test_rules(void **state)
{
	(void)state;
	struct fixture f = begin();
	f.t->rows.at[L23].by[ROUND_SELF] = (struct opinion){ true, POINT, { 0 }, NULL };
	run(&f);
	is(&f, L12, "0.889", BY_RULE, false);
	is(&f, L21, "1.778", BY_RULE, false);
	is(&f, L22, "0.5", BY_RULE, false);                     /* the same figure, entered once (R29) */
	is(&f, L31, "1.35", BY_RULE, false);
	is(&f, L4, "0.5", BY_RULE, false);
	is(&f, L5, "0.25", BY_RULE, false);
	/* (0.889 + 1.778 + 0.5 + 1 + 1.35) / 6 = 0.9195 */
	is(&f, L11, "0.92", BY_RULE, false);
	says(&f, L21, "8/9");
	says(&f, L21, "1,778");
	assert_int_equal(f.total.max, 70000);
	assert_int_equal(f.total.points, 9200 + 8890 + 17780 + 5000 + 10000 + 13500 + 5000 - 2500);
	assert_int_equal(f.total.bonus, 5000);
	assert_int_equal(f.total.penalty, 2500);
	arena_free(f.a);
}

static void test_opinions(void **state)
{
	(void)state;
	struct fixture f = begin();
	struct sheet_row *r = &f.t->rows.at[L21];
	r->by[ROUND_SELF] = (struct opinion){ true, 2 * POINT, { 0 }, NULL };
	run(&f);
	is(&f, L21, "2", BY_SELF, false);
	assert_int_equal(f.all[L21].by_rule, 17780);
	says(&f, L21, "tự chấm: 2 điểm");
	says(&f, L21, "1,778");
	r->by[ROUND_ONE] = (struct opinion){ true, 15000, S("chậm 1 hồ sơ"), NULL };
	run(&f);
	is(&f, L21, "1.5", BY_ROUND_ONE, false);
	says(&f, L21, "chậm 1 hồ sơ");
	r->by[ROUND_TWO] = (struct opinion){ true, 0, { 0 }, NULL };
	run(&f);
	is(&f, L21, "0", BY_ROUND_TWO, false);                  /* nought given is not nothing given */
	arena_free(f.a);
}

static void test_evidence(void **state)
{
	(void)state;
	struct fixture f = begin();
	f.s->criteria.at[4].evidence.required = true;
	f.t->rows.at[L21].files = 0;
	run(&f);
	is(&f, L21, "0", BY_RULE, false);
	assert_true(f.all[L21].gated);
	says(&f, L21, "Không có tài liệu kiểm chứng bắt buộc");
	f.t->rows.at[L21].files = 1;
	run(&f);
	is(&f, L21, "1.778", BY_RULE, false);
	f.t->rows.at[L21].files = -1;                           /* not said is not none */
	run(&f);
	is(&f, L21, "1.778", BY_RULE, false);
	arena_free(f.a);
}

static void test_not_arisen(void **state)
{
	(void)state;
	struct fixture f = begin();
	enter(f.a, f.s, f.t, "hồ sơ đúng hạn", "0/0");
	run(&f);
	is(&f, L21, "2", BY_RULE, false);
	is(&f, L22, "0", BY_NOTHING, true);
	assert_int_equal(f.total.max, 65000);
	says(&f, L22, "loại khỏi mẫu số");
	f.t->rows.at[L22].by[ROUND_ONE] = (struct opinion){ true, 2500, { 0 }, NULL };
	run(&f);
	is(&f, L22, "0.25", BY_ROUND_ONE, false);               /* what a person gave counts */
	assert_int_equal(f.total.max, 70000);
	arena_free(f.a);
}

static void test_not_applicable(void **state)
{
	(void)state;
	struct fixture f = begin();
	f.t->rows.at[L12].applies = false;
	f.t->rows.at[L12].why_not = S("Không có đơn vị trực thuộc.");
	run(&f);
	is(&f, L12, "0", BY_NOTHING, true);
	says(&f, L12, "Không áp dụng: Không có đơn vị trực thuộc.");
	assert_int_equal(f.total.max, 60000);
	assert_int_equal(f.total.full_max, 70000);
	/* L23 is unknown: (1.778 + 0.5 + 1.35) / 5 < 0.8 */
	is(&f, L11, "0", BY_RULE, false);
	points before = f.total.points;
	f.s->without = WITHOUT_RESCALE;
	run(&f);
	/* survey apart: (before − 0.25 net of bonus and penalty − 1.35) · 5.5 / 4.5 + 1.35 + 0.25 */
	points rest = before - 2500 - 13500;
	assert_int_equal(f.total.max, 70000);
	assert_int_equal(f.total.points, points_round((struct exact){ (__int128)rest * 55, (__int128)45 * POINT }, 3) + 13500 + 2500);
	arena_free(f.a);
}

static void test_caps(void **state)
{
	(void)state;
	struct fixture f = begin();
	enter(f.a, f.s, f.t, "sáng kiến", "4");
	enter(f.a, f.s, f.t, "văn bản chậm", "100");
	run(&f);
	assert_int_equal(f.total.bonus, POINT);
	assert_int_equal(f.total.penalty, POINT);
	for (int i = 0; i < N_LEAVES; i++)
		f.t->rows.at[i].by[ROUND_TWO] = (struct opinion){ true, i == L5 ? 0 : f.g.max[i], { 0 }, NULL };
	run(&f);
	assert_int_equal(f.total.points, f.total.max);          /* the bonus does not carry it beyond */
	assert_int_equal(f.total.percent, 10000);
	f.t->rows.at[L5].by[ROUND_TWO].points = 5000;
	run(&f);
	assert_int_equal(f.total.points, f.total.max);          /* what the bonus gives beyond pays the penalty first */
	for (int i = 0; i < N_LEAVES; i++)
		f.t->rows.at[i].by[ROUND_TWO].points = i == L5 ? POINT : 0;
	run(&f);
	assert_int_equal(f.total.points, 0);                    /* nor the penalty below nought */
	arena_free(f.a);
}

static void test_nothing_known(void **state)
{
	(void)state;
	struct fixture f = begin();
	enter(f.a, f.s, f.t, "hồ sơ đúng hạn", "");
	run(&f);
	is(&f, L21, "0", BY_NOTHING, false);
	is(&f, L23, "0", BY_NOTHING, false);
	assert_int_equal(f.all[L21].rule.state, RULE_MISSING);
	says(&f, L21, "hồ sơ đúng hạn");
	arena_free(f.a);
}

static void test_nodes(void **state)
{
	(void)state;
	struct fixture f = begin();
	struct node_total node[COUNT(rows)];
	struct total total;
	points leaf[N_LEAVES] = { 1, 2, 3, 4, 5, 6, 7, 8 };
	bool excluded[N_LEAVES] = { [L22] = true };
	score_totals(&f.g, leaf, excluded, node, &total);
	assert_int_equal(node[0].points, 3);
	assert_int_equal(node[0].max, 20000);
	assert_int_equal(node[3].points, 8);
	assert_int_equal(node[3].max, 30000);
	assert_int_equal(node[7].points, 6);
	arena_free(f.a);
}

/* A leaf without a rule is marked by hand; one that does not apply may be without a reason. */
static void without_words(struct arena *a, const struct criteria_set *s, const struct scoring *g)
{
	struct sheet *t = sheet_new(a, s);
	struct scored all[LEAVES];
	t->rows.at[1].applies = false;
	score_sheet(g, t, all);
	assert_string_equal(score_why(a, g, t, all, 0).p, "Chấm bằng tay.");
	assert_string_equal(score_why(a, g, t, all, 1).p, "Không áp dụng.");
}

static void test_classes(void **state)
{
	(void)state;
	struct arena *a = arena_open(ROOM);
	struct criteria_set s = { 0 };
	*vec_add(a, &s.classes) = (struct set_class){ S("Tốt"), 8000, { 0 } };
	*vec_add(a, &s.classes) = (struct set_class){ S("Khá"), 6000, { 0 } };
	*vec_add(a, &s.classes) = (struct set_class){ S("Kém"), 0, { 0 } };
	assert_true(str_eq(class_at(&s, 800000, 1000000)->name, S("Tốt")));
	assert_true(str_eq(class_at(&s, 799950, 1000000)->name, S("Tốt")));          /* 79,995 % is printed 80,00 */
	assert_true(str_eq(class_at(&s, 799949, 1000000)->name, S("Khá")));
	assert_true(str_eq(class_at(&s, 0, 1000000)->name, S("Kém")));
	assert_null(class_at(&s, 0, 0));
	s.compare = COMPARE_EXACT;
	assert_true(str_eq(class_at(&s, 799999, 1000000)->name, S("Khá")));
	assert_true(str_eq(class_at(&s, 800000, 1000000)->name, S("Tốt")));
	arena_free(a);
}

/* Derived criteria that follow from derived ones, whatever their order in the set. */
static void test_order(void **state)
{
	(void)state;
	struct arena *a = arena_open(ROOM);
	static const struct row_of chain[] = {
		{ "1", "1", "Tỷ lệ điểm của các tiêu chí 2 × điểm tối đa", "" },
		{ "2", "1", "Tỷ lệ điểm của các tiêu chí 3 × điểm tối đa", "" },
		{ "3", "2", "Tỷ lệ hồ sơ đúng hạn × điểm tối đa", "x" },
	};
	struct criteria_set *s = set_of(a, chain, COUNT(chain), 2);
	struct scoring g;
	struct scored all[3];
	struct err e = { 0 };
	set_finish(a, s);
	assert_true(score_prepare(a, s, &g, &e));
	struct sheet *t = sheet_new(a, s);
	enter(a, s, t, "x", "1/4");
	score_sheet(&g, t, all);
	assert_int_equal(all[2].points, 5000);
	assert_int_equal(all[1].points, 2500);
	assert_int_equal(all[0].points, 2500);
	arena_free(a);
}

/* -- what cannot be scored, and what a share is made of ------------------------------------------------ */

static bool prepare(struct arena *a, const struct row_of *of, size_t n, struct criteria_set **s, struct scoring *g, struct err *e)
{
	*s = set_of(a, of, n, 2);
	set_finish(a, *s);
	for (size_t i = 0; i < (*s)->criteria.n; i++)
		if ((*s)->criteria.at[i].rule_error)
			fail_msg("%s: %s", of[i].code, (*s)->criteria.at[i].rule_error->message);
	return score_prepare(a, *s, g, e);
}

#define DERIVED(codes) "Tỷ lệ điểm của các tiêu chí " codes " × điểm tối đa"

static const struct { struct row_of rows[4]; const char *says; } refused[] = {
	{ { { "1", "2", DERIVED("9"), "" }, { "2", "1", "", "" } }, "không có trong bộ" },
	{ { { "1", "2", DERIVED("2 (trừ 9)"), "" }, { "2", "1", "", "" } }, "không có trong bộ" },
	{ { { "1", "2", DERIVED("2"), "" }, { "2", "2", DERIVED("3"), "" }, { "3", "2", DERIVED("1"), "" } }, "vòng: 1 → 2 → 3 → 1" },
	{ { { "1", "2", DERIVED("2"), "" }, { "2", "2", DERIVED("3"), "" }, { "3", "2", DERIVED("2"), "" } }, "vòng: 2 → 3 → 2" },
	{ { { "1", "2", "Cao nhất trong: [" DERIVED("2") "] hoặc [" DERIVED("3") "]", "" }, { "2", "1", "", "" }, { "3", "1", "", "" } },
	  "hai nhóm tiêu chí khác nhau" },
};

static void test_refused(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(refused); i++) {
		struct arena *a = arena_open(ROOM);
		struct criteria_set *s;
		struct scoring g = { 0 };
		struct err e = { 0 };
		size_t n = 0;
		while (n < COUNT(refused[i].rows) && refused[i].rows[n].code)
			n++;
		if (prepare(a, refused[i].rows, n, &s, &g, &e) || !strstr(e.message, refused[i].says))
			fail_msg("set %zu: %s", i, e.message);
		assert_true(e.hint[0]);
		assert_null(g.set);
		arena_free(a);
	}
}

/* A field names all leaves below it, whatever stands between; what is excluded or marked apart is not in the share. */
static void test_shares(void **state)
{
	(void)state;
	static const struct row_of of[] = {
		{ "1", NULL, "", "" },
		{ "1.1", NULL, "", "" },
		{ "1.1.1", "2", "", "" },
		{ "1.1.2", "1", "", "" },
		{ "1.2", "1", "Điểm thưởng: Mỗi sáng kiến được 0,5 điểm", "x" },
		{ "1.3", "1", "", "" },
		{ "2", "2", "Cao nhất trong: [" DERIVED("1") "] hoặc [Có: 1 điểm; không: 0 điểm]", "y" },
	};
	struct arena *a = arena_open(ROOM);
	struct criteria_set *s;
	struct scoring g;
	struct err e = { 0 };
	struct scored all[5];
	if (!prepare(a, of, COUNT(of), &s, &g, &e))
		fail_msg("%s", e.message);
	assert_int_equal(g.depends[4].n, 3);
	struct sheet *t = sheet_new(a, s);
	t->rows.at[0].by[ROUND_ONE] = (struct opinion){ true, POINT, { 0 }, NULL };
	t->rows.at[1].by[ROUND_ONE] = (struct opinion){ true, POINT, { 0 }, NULL };
	t->rows.at[3].applies = false;
	enter(a, s, t, "y", "không");
	score_sheet(&g, t, all);
	assert_int_equal(all[4].points, 13300);                 /* 2/3 of 2, at two decimals */
	for (size_t i = 0; i < 4; i++)
		t->rows.at[i].applies = false;
	enter(a, s, t, "y", "có");
	score_sheet(&g, t, all);
	assert_int_equal(all[4].points, POINT);                 /* no share of nothing: the other way */
	arena_free(a);
}

/* The same leaf under each meaning of "không phát sinh", said by the rule or by the criterion. */
static const struct {
	const char *says;
	enum none_arose none;
	const char *points;
	enum scored_by by;
	bool excluded;
	const char *why;
} nones[] = {
	{ "", NONE_UNSAID, "0", BY_NOTHING, false, "chưa nói" },
	{ "", NONE_FULL, "2", BY_RULE, false, "điểm tối đa" },
	{ "", NONE_ZERO, "0", BY_RULE, false, "0 điểm" },
	{ "", NONE_EXCLUDE, "0", BY_NOTHING, true, "loại" },
	{ "; không phát sinh: điểm tối đa", NONE_ZERO, "2", BY_RULE, false, "điểm tối đa" },
	{ "; không phát sinh: 0 điểm", NONE_FULL, "0", BY_RULE, false, "0 điểm" },
};

static void test_nones(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(nones); i++) {
		struct arena *a = arena_open(ROOM);
		struct criteria_set *s;
		struct scoring g;
		struct err e = { 0 };
		struct scored one;
		struct row_of of = { "1", "2", str_fmt(a, "Tỷ lệ hồ sơ đúng hạn × điểm tối đa%s", nones[i].says).p, "x" };
		assert_true(prepare(a, &of, 1, &s, &g, &e));
		s->criteria.at[0].none = nones[i].none;
		struct sheet *t = sheet_new(a, s);
		enter(a, s, t, "x", "0/0");
		score_sheet(&g, t, &one);
		bool same = str_eq(points_dot(a, one.points), str_c(nones[i].points));
		if (!same || one.by != nones[i].by || one.excluded != nones[i].excluded)
			fail_msg("row %zu: %lld by %d", i, (long long)one.points, one.by);
		str why = score_why(a, &g, t, &one, 0);
		assert_non_null(strstr(why.p, nones[i].why));
		/* evidence that is wanted: the leaf that left the denominator needs none */
		s->criteria.at[0].evidence.required = true;
		t->rows.at[0].files = 0;
		score_sheet(&g, t, &one);
		assert_int_equal(one.gated, nones[i].none != NONE_EXCLUDE);
		assert_int_equal(one.points, 0);
		/* a person's points stand beside what the rule says */
		t->rows.at[0].by[ROUND_ONE] = (struct opinion){ true, POINT, { 0 }, NULL };
		score_sheet(&g, t, &one);
		why = score_why(a, &g, t, &one, 0);
		assert_int_equal(one.points, POINT);
		assert_non_null(strstr(why.p, "Thẩm định vòng 1: 1 điểm. Theo cách tính:"));
		t->rows.at[0].files = 1;
		score_sheet(&g, t, &one);
		assert_non_null(strstr(score_why(a, &g, t, &one, 0).p, "Theo cách tính: Không phát sinh"));
		enter(a, s, t, "x", "");
		score_sheet(&g, t, &one);
		assert_null(strstr(score_why(a, &g, t, &one, 0).p, "Theo cách tính"));
		arena_free(a);
	}
}

static void test_best_of_group(void **state)
{
	(void)state;
	static const struct row_of of = { "1", "2", "Số sáng kiến so với đơn vị cao nhất trong nhóm × điểm tối đa", "x" };
	struct arena *a = arena_open(ROOM);
	struct criteria_set *s;
	struct scoring g;
	struct err e = { 0 };
	struct scored one;
	struct exact best = exact_int(4);
	assert_true(prepare(a, &of, 1, &s, &g, &e));
	struct sheet *t = sheet_new(a, s);
	enter(a, s, t, "x", "3");
	score_sheet(&g, t, &one);
	assert_int_equal(one.by, BY_NOTHING);
	t->best = &best;
	score_sheet(&g, t, &one);
	assert_int_equal(one.points, 15000);
	arena_free(a);
}

/* Leaves of one parent, of which some are survey, bonus, or nothing of the kind; nothing applies; no class fits. */
static void test_edges(void **state)
{
	(void)state;
	static const struct row_of of[] = {
		{ "1", NULL, "", "" },
		{ "1.1", "2", "", "" },
		{ "1.2", "2", "", "" },
		{ "1.3", "1", "Điểm thưởng: Mỗi sáng kiến được 0,5 điểm", "x" },
		{ "1.4", "1", "", "" },
	};
	struct arena *a = arena_open(ROOM);
	struct criteria_set *s = set_of(a, of, COUNT(of), 2);
	struct scoring g;
	struct err e = { 0 };
	struct total total;
	struct node_total node[COUNT(of)];
	s->criteria.at[2].source = SOURCE_SURVEY;
	s->without = WITHOUT_RESCALE;
	s->bonus_max = POINT;
	set_finish(a, s);
	assert_true(score_prepare(a, s, &g, &e));
	assert_int_equal(g.n_runs, 4);
	points leaf[] = { POINT, POINT, 5000, POINT };
	bool none[4] = { 0 }, all[] = { true, true, true, true }, but_survey[] = { true, false, true, true };
	score_totals(&g, leaf, NULL, node, &total);
	assert_int_equal(total.points, 35000);
	assert_int_equal(total.max, 50000);
	assert_int_equal(node[0].points, 30000);
	score_totals(&g, leaf, none, NULL, &total);
	assert_int_equal(total.points, 35000);
	score_totals(&g, leaf, but_survey, NULL, &total);
	assert_int_equal(total.points, POINT);
	assert_int_equal(total.max, 2 * POINT);
	score_totals(&g, leaf, all, NULL, &total);
	assert_int_equal(total.points, 0);
	assert_int_equal(total.max, 0);
	assert_int_equal(total.percent, -1);
	*vec_add(a, &s->classes) = (struct set_class){ S("Tốt"), 8000, { 0 } };
	assert_null(class_at(s, 1, 10));
	without_words(a, s, &g);
	arena_free(a);
}

/* Opinions in ten-thousandths, and what is said of each ("": nothing). */
static const struct { const char *max, *rule; int decimals; points given; const char *says; } odd[] = {
	{ "2", "Chấm từ 0 đến 2 điểm, bước 0,25 điểm", 2, 13000, "1,3 điểm, không đúng bước 0,25 điểm" },
	{ "2", "Chấm từ 0 đến 2 điểm, bước 0,25 điểm", 2, 12500, "" },
	{ "2", "Chấm từ 0,5 đến 1,5 điểm, bước 0,5 điểm", 2, 15000, "" },
	{ "2", "Chấm từ 0,5 đến 1,5 điểm, bước 0,5 điểm", 2, 0, "thấp hơn mức chấm thấp nhất 0,5" },
	{ "2", "Chấm từ 0,5 đến 1,5 điểm, bước 0,5 điểm", 2, 20000, "cao hơn mức chấm cao nhất 1,5" },
	{ "2", "Có: điểm tối đa; không: 0 điểm", 3, 12345, "1,2345 điểm, nhiều hơn 3 chữ số" },
	{ "2", "Có: điểm tối đa; không: 0 điểm", 2, 12340, "nhiều hơn 2 chữ số" },
	{ "2", "Có: điểm tối đa; không: 0 điểm", 3, 12340, "" },
	{ "2", "", 2, 20100, "cao hơn mức chấm cao nhất 2" },
	{ "0", "Điểm thưởng: Mỗi sáng kiến được 0,5 điểm", 2, 20000, "" },
};

static void test_odd_opinions(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(odd); i++)
		for (int round = 0; round < ROUNDS; round++) {
			struct arena *a = arena_open(ROOM);
			struct criteria_set *s = set_of(a, &(struct row_of){ "1", odd[i].max, odd[i].rule, "" }, 1, odd[i].decimals);
			set_finish(a, s);
			struct sheet *t = sheet_new(a, s);
			assert_int_equal(sheet_lint(a, s, t).n, 0);
			t->rows.at[0].by[round] = (struct opinion){ .given = true, .points = odd[i].given };
			lints l = sheet_lint(a, s, t);
			if (l.n != !!odd[i].says[0] || (l.n && !strstr(l.at[0].message.p, odd[i].says)))
				fail_msg("opinion %zu: %zu lints, %s", i, l.n, l.n ? l.at[0].message.p : "");
			assert_int_equal(t->rows.at[0].by[round].points, odd[i].given);
			arena_free(a);
		}
}

int core_score_tests(void);
int core_score_tests(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_rules),          cmocka_unit_test(test_opinions), cmocka_unit_test(test_evidence),
		cmocka_unit_test(test_not_arisen),     cmocka_unit_test(test_caps),     cmocka_unit_test(test_nothing_known),
		cmocka_unit_test(test_not_applicable), cmocka_unit_test(test_nodes),    cmocka_unit_test(test_classes),
		cmocka_unit_test(test_order),          cmocka_unit_test(test_refused),  cmocka_unit_test(test_shares),
		cmocka_unit_test(test_nones),          cmocka_unit_test(test_edges),    cmocka_unit_test(test_best_of_group),
		cmocka_unit_test(test_odd_opinions),
	};
	return cmocka_run_group_tests_name("core/score", tests, NULL, NULL);
}
