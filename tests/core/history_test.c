#include "core/history.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
/* after the above */
#include <cmocka.h>

enum { ROOM = 1 << 24, ROWS = 10, YEARS = 4 };

/* points: as marked; NULL: nothing is known, or a parent; "-": does not apply */
struct row { const char *code, *name, *max, *points; };

/* Initiatives were 1.7 until 2021, then 1.5.1; digitising 3.2.1, then 3.6.1 (domain.md 3). The part above them is new in 2023. */
static const struct row years[YEARS][ROWS] = {
	{ { "1", "Chỉ đạo, điều hành" },
	  { "1.1", "Ban hành kế hoạch CCHC năm 2021", "1", "1" },
	  { "1.7", "Sáng kiến về công tác CCHC", "2", "0,5" },
	  { "3", "Cải cách thủ tục hành chính" },
	  { "3.2.1", "Số hóa hồ sơ giải quyết TTHC", "1", "0,9" } },
	{ { "1", "Chỉ đạo, điều hành" },
	  { "1.1", "Ban hành kế hoạch CCHC năm 2022", "1", "0,75" },
	  { "1.7", "Sáng kiến về công tác CCHC", "2", "1" },
	  { "3", "Cải cách thủ tục hành chính" },
	  { "3.2.1", "Số hóa hồ sơ giải quyết TTHC", "1", "1" } },
	{ { "1", "Chỉ đạo, điều hành" },
	  { "1.1", "Ban hành kế hoạch CCHC năm 2023", "1", "1" },
	  { "1.5", "Nâng cao chất lượng" },
	  { "1.5.1", "Sáng kiến về công tác CCHC", "1,5", "0" },
	  { "3", "Cải cách thủ tục hành chính" },
	  { "3.6.1", "Số hóa hồ sơ giải quyết TTHC", "1", "-" } },
	{ { "1", "Chỉ đạo, điều hành" },
	  { "1.1", "Ban hành kế hoạch CCHC năm 2024", "1", "1" },
	  { "1.5", "Nâng cao chất lượng" },
	  { "1.5.1", "Sáng kiến về công tác CCHC", "1,5", "1,5" },
	  { "1.5.2", "Người đứng đầu đối thoại với doanh nghiệp", "1", "0,5" },
	  { "3", "Cải cách thủ tục hành chính" },
	  { "3.6.1", "Số hóa hồ sơ giải quyết TTHC", "1", "0,8" },
	  { "3.6.2", "Cung cấp dịch vụ bưu chính", "1", NULL } },
};

static void mark(struct sheet_row *r, const char *p)
{
	r->applies = !p || strcmp(p, "-");
	r->by[ROUND_ONE].given = p && points_of_figure(figure_parse(str_c(p)), &r->by[ROUND_ONE].points);
}

static struct criteria_set *set_with(struct arena *a, const struct row *rows)
{
	struct criteria_set *s = make(a, struct criteria_set);
	s->decimals = 3;
	for (size_t i = 0; i < ROWS && rows[i].code; i++) {
		struct set_criterion *c = set_add(a, s);
		c->code = str_c(rows[i].code);
		c->name = str_c(rows[i].name);
		c->max_printed = rows[i].max && points_of_figure(figure_parse(str_c(rows[i].max)), &c->max);
	}
	set_finish(a, s);
	return s;
}

static struct history_year year_of(struct arena *a, const struct row *rows, const struct history_year *before)
{
	struct err e = { 0 };
	struct criteria_set *s = set_with(a, rows);
	struct scoring *g = make(a, struct scoring);
	assert_true(score_prepare(a, s, g, &e));
	struct sheet *t = sheet_new(a, s);
	for (size_t i = 0; i < t->rows.n; i++)
		mark(&t->rows.at[i], rows[t->rows.at[i].criterion].points);
	struct scored *all = make_n(a, struct scored, g->leaves.n);
	score_sheet(g, t, all);
	return (struct history_year){ g, t, all, before ? mapping_propose(a, before->scoring->set, s) : (pairs){ 0 } };
}

static void all_years(struct arena *a, struct history_year *ret)
{
	for (size_t i = 0; i < YEARS; i++)
		ret[i] = year_of(a, years[i], i ? &ret[i - 1] : NULL);
}

/* "1.7 0.5/2 | - | 1.5.1 0/1.5 | … lost 2 times, 3" */
static str told(struct arena *a, const struct history *h, const struct history_line *l)
{
	struct buf b = buf_open(a);
	for (size_t i = 0; i < h->years; i++) {
		const struct history_cell *c = &l->year[i];
		if (!c->known)
			buf_fmt(&b, "- | ");
		else if (c->excluded)
			buf_fmt(&b, "%.*s x | ", SF(c->code));
		else
			buf_fmt(&b, "%.*s %.*s/%.*s | ", SF(c->code), SF(points_dot(a, c->points)), SF(points_dot(a, c->max)));
	}
	buf_fmt(&b, "%d %.*s", l->times_lost, SF(points_dot(a, l->lost)));
	return buf_str(&b);
}

static void test_years(void **state)
{
	(void)state;
	struct arena *a = arena_open(ROOM);
	struct history_year y[YEARS];
	all_years(a, y);
	struct history h = history_make(a, y, YEARS);
	assert_int_equal(h.years, YEARS);
	assert_int_equal(h.leaves.n, 4);
	assert_string_equal(told(a, &h, &h.leaves.at[0]).p, "1.7 0.5/2 | 1.7 1/2 | 1.5.1 0/1.5 | 1.5.1 1.5/1.5 | 3 4");
	assert_string_equal(told(a, &h, &h.leaves.at[1]).p, "3.2.1 0.9/1 | 3.2.1 1/1 | 3.6.1 x | 3.6.1 0.8/1 | 2 0.3");
	assert_string_equal(told(a, &h, &h.leaves.at[2]).p, "- | - | - | 1.5.2 0.5/1 | 1 0.5");
	assert_string_equal(told(a, &h, &h.leaves.at[3]).p, "1.1 1/1 | 1.1 0.75/1 | 1.1 1/1 | 1.1 1/1 | 1 0.25");
	assert_int_equal(h.fields.n, 2);
	assert_string_equal(told(a, &h, &h.fields.at[0]).p, "1 1.5/3 | 1 1.75/3 | 1 1/2.5 | 1 3/3.5 | 4 4.75");
	assert_string_equal(told(a, &h, &h.fields.at[1]).p, "3 0.9/1 | 3 1/1 | 3 x | 3 0.8/2 | 2 1.3");
	arena_free(a);
}

static void test_before(void **state)
{
	(void)state;
	struct arena *a = arena_open(ROOM);
	struct history_year y[YEARS];
	all_years(a, y);
	const struct criteria_set *last = y[YEARS - 1].scoring->set;
	int *times = history_lost_before(a, y, YEARS);
	assert_int_equal(times[set_find(last, S("1.5.1"))], 3);
	assert_int_equal(times[set_find(last, S("3.6.1"))], 1);               /* this year's loss is not one before */
	assert_int_equal(times[set_find(last, S("1.5.2"))], 0);
	assert_int_equal(times[set_find(last, S("1.1"))], 1);
	assert_int_equal(times[set_find(last, S("1"))], 0);
	assert_int_equal(history_lost_before(a, y, 1)[2], 0);
	assert_non_null(history_lost_before(a, NULL, 0));
	arena_free(a);
}

static void test_no_years(void **state)
{
	(void)state;
	struct arena *a = arena_open(ROOM);
	struct history h = history_make(a, NULL, 0);
	assert_int_equal(h.years + h.fields.n + h.leaves.n, 0);
	arena_free(a);
}

/* A criterion that is a parent now was a leaf before: its line goes on with what is below it. */
static void test_split(void **state)
{
	(void)state;
	static const struct row was[ROWS] = { { "1", "Thể chế" }, { "1.1", "Rà soát văn bản quy phạm pháp luật", "2", "1" } };
	static const struct row is[ROWS] = { { "1", "Rà soát văn bản quy phạm pháp luật", "2", "1,5" } };
	struct arena *a = arena_open(ROOM);
	struct history_year y[2] = { year_of(a, is, NULL) };
	y[1] = year_of(a, was, &y[0]);
	struct history h = history_make(a, y, 2);
	assert_int_equal(h.leaves.n, 1);
	assert_string_equal(told(a, &h, &h.leaves.at[0]).p, "1 1.5/2 | 1.1 1/2 | 2 1.5");
	y[0] = year_of(a, was, NULL);
	y[1] = year_of(a, is, &y[0]);
	h = history_make(a, y, 2);
	assert_int_equal(h.leaves.n, 1);
	assert_int_equal(h.leaves.at[0].times_lost, 2);
	arena_free(a);
}

static void test_bonus_and_penalty(void **state)
{
	(void)state;
	static const struct row rows[ROWS] = { { "1", "Thưởng", "1", "0,5" }, { "2", "Phạt", "1", "0,25" }, { "3", "Phạt khác", "1", "0" },
		                                 { "4", "Nhiều hơn tối đa", "1", "1,5" } };
	struct arena *a = arena_open(ROOM);
	struct rule bonus = { .type = &rule_count, .bucket = BUCKET_BONUS }, penalty = { .type = &rule_count, .bucket = BUCKET_PENALTY };
	struct history_year y = year_of(a, rows, NULL);
	struct set_criterion *c = y.scoring->set->criteria.at;
	c[0].rule = &bonus;
	c[1].rule = c[2].rule = &penalty;
	struct history h = history_make(a, &y, 1);
	assert_int_equal(h.leaves.n, 1);
	assert_string_equal(told(a, &h, &h.leaves.at[0]).p, "2 0.25/1 | 1 0.25");
	assert_int_equal(h.fields.at[3].lost, 0);
	arena_free(a);
}

/* -- properties -------------------------------------------------------------------------------------- */

static void test_twice(void **state)
{
	(void)state;
	for (size_t i = 0; i < YEARS; i++) {
		struct arena *a = arena_open(ROOM);
		struct history_year y[2] = { year_of(a, years[i], NULL) };
		struct history once = history_make(a, y, 1);
		y[1] = year_of(a, years[i], &y[0]);
		struct history twice = history_make(a, y, 2);
		assert_int_equal(once.leaves.n, twice.leaves.n);
		for (size_t k = 0; k < once.leaves.n; k++) {
			assert_int_equal(twice.leaves.at[k].criterion, once.leaves.at[k].criterion);
			assert_int_equal(twice.leaves.at[k].times_lost, 2 * once.leaves.at[k].times_lost);
			assert_int_equal(twice.leaves.at[k].lost, 2 * once.leaves.at[k].lost);
		}
		for (size_t k = 0; k < once.fields.n; k++)
			assert_int_equal(twice.fields.at[k].lost, 2 * once.fields.at[k].lost);
		arena_free(a);
	}
}

int core_history_tests(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_years), cmocka_unit_test(test_before), cmocka_unit_test(test_no_years),
		cmocka_unit_test(test_split), cmocka_unit_test(test_bonus_and_penalty), cmocka_unit_test(test_twice),
	};
	return cmocka_run_group_tests_name("core history", tests, NULL, NULL);
}
