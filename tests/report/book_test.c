#include "app/index.h"
#include "core/book.h"
#include "docin/read.h"
#include "docout/render.h"
#include "extract/book.h"
#include "report/book.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#undef fail                     /* cmocka has its own */
#include <cmocka.h>

#define ROOM ((size_t)1 << 30)

/* -- a set in which every column says something ------------------------------------------------------ */

static struct set_criterion *add(struct arena *a, struct criteria_set *s, const char *code, const char *name, points max,
                                 const char *rule, const char *input)
{
	struct set_criterion *c = set_add(a, s);
	c->code = str_c(code);
	c->name = str_c(name);
	c->max = max;
	c->max_printed = max > 0;
	c->rule_text = str_c(rule);
	if (*input)
		*vec_add(a, &c->inputs) = set_input(a, s, str_c(input));
	return c;
}

static struct criteria_set *a_set(struct arena *a)
{
	struct criteria_set *s = make(a, struct criteria_set);
	*s = (struct criteria_set){ .name = S("Bộ tiêu chí A"), .level = S("xã"), .number = S("12/QĐ-UBND"), .issuer = S("UBND tỉnh"), .date = { 2025, 8, 18 },
		                    .year = 2025, .version = 3, .decimals = 3, .rank = RANK_COMPETITION, .without = WITHOUT_RESCALE,
		                    .compare = COMPARE_EXACT,
		                    .bonus_max = 15000, .penalty_max = 20000 };
	*vec_add(a, &s->classes) = (struct set_class){ S("Tốt"), 8250, S("Hoàn thành tốt nhiệm vụ") };
	*vec_add(a, &s->classes) = (struct set_class){ S("Kém"), 0, { 0 } };
	add(a, s, "1", "Lĩnh vực", 0, "", "");
	struct set_criterion *c = add(a, s, "1.1", "=1+1; <b>&", 15000, "Có: điểm tối đa; không: 0 điểm", "có kế hoạch");
	c->source = SOURCE_SURVEY;
	c->none = NONE_EXCLUDE;
	c->evidence.text = S("Kế hoạch\nQuyết định");
	c->evidence.required = true;
	c->appraiser = S("Sở Nội vụ");
	c->id = S("k-1");
	c = add(a, s, "1.2", "Báo cáo", 2750, "Tỷ lệ báo cáo đúng hạn × điểm tối đa", "đúng hạn");
	*vec_add(a, &c->inputs) = set_input(a, s, S("phải gửi"));
	c->none = NONE_ZERO;
	add(a, s, "2", "Lĩnh vực hai", 10000, "", "");
	add(a, s, "2.1", "Lại kế hoạch", 10000, "Có: điểm tối đa; không: 0 điểm", "CÓ KẾ HOẠCH");
	set_finish(a, s);
	return s;
}

static struct sheet *a_sheet(struct arena *a, const struct criteria_set *s)
{
	struct sheet *t = sheet_new(a, s);
	t->unit = S("UBND xã B");
	t->group = S("Xã");
	t->rows.at[0].files = 2;
	t->rows.at[0].explanation = S("đã gửi");
	t->rows.at[0].by[ROUND_SELF] = (struct opinion){ .given = true, .points = 15000 };
	t->rows.at[0].by[ROUND_ONE] = (struct opinion){ true, 12500, S("Chậm thời hạn"), "late" };
	t->rows.at[0].explanation2 = S("đề nghị xem lại");
	t->rows.at[0].by[ROUND_TWO] = (struct opinion){ true, 13750, S("+ thêm"), NULL };
	t->rows.at[1].applies = false;
	t->rows.at[1].why_not = S("không có báo cáo");
	t->values[0] = value_parse(a, S("có"));
	t->values[1] = value_parse(a, S("8/9"));
	return t;
}

static struct node *again(struct arena *a, const struct node *root)
{
	struct reading r = { 0 };
	struct err e = { 0 };
	str bytes;
	assert_true(render_xlsx.render(a, root, &bytes, &e));
	assert_true(read_bytes(a, bytes, &r, &e));
	return r.root;
}

/* What the workbook holds is what it was made of: the JSON of both is the same, letter by letter. */
static void test_set(void **state)
{
	(void)state;
	CLEANUP(arena_close) struct arena *a = arena_open(ROOM);
	const struct criteria_set *s = a_set(a);
	struct criteria_set *read = NULL;
	struct told t = { 0 };
	bool ok = book_set(a, again(a, book_of_set(a, s)), false, &read, &t);
	for (size_t i = 0; i < t.wrong.n; i++)
		print_message("%.*s\n", SF(t.wrong.at[i]));
	assert_true(ok);
	assert_int_equal(t.notes.n, 0);
	assert_string_equal(set_json(a, s).p, set_json(a, read).p);
	str once = { 0 }, twice = { 0 };
	struct err e = { 0 };
	assert_true(set_book(a, s, &once, &e) && set_book(a, read, &twice, &e));
	assert_true(str_eq(once, twice));
}

/* What the form says of how each kind of figure is typed in. */
static void test_how_to(void **state)
{
	(void)state;
	static const struct { const char *rule, *how; } cases[] = {
		{ "Khảo sát: tỷ lệ hài lòng × điểm tối đa", "90,63%" },
		{ "Khảo sát: rất hài lòng 100%; hài lòng 75%; không hài lòng 0%", "số phiếu hoặc 25,5%" },
		{ "Tỷ lệ hồ sơ × điểm tối đa", "8/9 hoặc 90,63%" },
		{ "Có: điểm tối đa; không: 0 điểm", "có hoặc không" },
		{ "Mỗi văn bản chậm trừ 0,5 điểm", "số" },
	};
	for (size_t i = 0; i < COUNT(cases); i++) {
		CLEANUP(arena_close) struct arena *a = arena_open(ROOM);
		struct criteria_set *s = make(a, struct criteria_set);
		*s = (struct criteria_set){ .decimals = 2 };
		add(a, s, "1", "A", 20000, cases[i].rule, "a");
		set_finish(a, s);
		assert_non_null(s->criteria.at[0].rule);
		const struct node *cell = book_of_form(a, s, NULL)->last->last->first;
		for (int column = COLUMN_INPUTS_name; column < COLUMN_INPUTS_date; column++)
			cell = cell->next;
		str how = str_trim(node_text(a, cell->next, NULL));
		if (!str_eq(how, str_c(cases[i].how)))
			print_message("%s: %.*s\n", cases[i].rule, SF(how));
		assert_true(str_eq(how, str_c(cases[i].how)));
	}
}

static void test_form(void **state)
{
	(void)state;
	CLEANUP(arena_close) struct arena *a = arena_open(ROOM);
	struct criteria_set *s = a_set(a);
	struct sheet *filled = a_sheet(a, s), *empty = sheet_new(a, s), *read = NULL;
	struct told t = { 0 };
	bool ok = book_sheet(a, again(a, book_of_form(a, s, filled)), s, &read, &t);
	for (size_t i = 0; i < t.wrong.n; i++)
		print_message("%.*s\n", SF(t.wrong.at[i]));
	assert_true(ok);
	assert_int_equal(t.notes.n, 0);
	assert_string_equal(sheet_json(a, s, filled).p, sheet_json(a, s, read).p);
	assert_string_equal(read->rows.at[0].by[ROUND_ONE].reason_code, "late");
	assert_true(book_sheet(a, again(a, book_of_form(a, s, empty)), s, &read, &t));
	assert_string_equal(sheet_json(a, s, empty).p, sheet_json(a, s, read).p);
}

/* The scored workbook can be read as the sheet it was made of. */
static void test_score(void **state)
{
	(void)state;
	CLEANUP(arena_close) struct arena *a = arena_open(ROOM);
	struct criteria_set *s = a_set(a);
	struct sheet *filled = a_sheet(a, s), *read = NULL;
	struct scoring g;
	struct told t = { 0 };
	struct err e = { 0 };
	assert_true(score_prepare(a, s, &g, &e));
	struct index_scored scored = index_score(a, &g, filled);
	struct node *root = again(a, book_of_score(a, &g, filled, scored.leaf));
	struct buf b = buf_open(a);
	node_print(&b, root);
	assert_true(book_sheet(a, root, s, &read, &t));
	assert_string_equal(sheet_json(a, s, filled).p, sheet_json(a, s, read).p);
	assert_non_null(strstr(b.p, "Tổng điểm"));
	assert_non_null(strstr(b.p, "thẩm định 2"));
	assert_non_null(strstr(b.p, "không có báo cáo"));
}

static void test_ranking(void **state)
{
	(void)state;
	CLEANUP(arena_close) struct arena *a = arena_open(ROOM);
	standings all = { 0 }, read = { 0 };
	struct told t = { 0 };
	*vec_add(a, &all) = (struct standing){ .name = S("Sở A"), .group = S("Sở"), .points = 692500, .max = 715000, .survey = 92500 };
	*vec_add(a, &all) = (struct standing){ .name = S("Sở B"), .group = S("Sở"), .points = 700000, .max = 1000000 };
	*vec_add(a, &all) = (struct standing){ .name = S("Xã C"), .group = S("Xã"), .points = 0, .max = 0 };
	struct standing **at = make_n(a, struct standing *, all.n);
	index_rank(a, a_set(a), &all, at);
	bool ok = book_results(a, again(a, book_of_ranking(a, at, all.n)), &read, &t);
	for (size_t i = 0; i < t.wrong.n; i++)
		print_message("%.*s\n", SF(t.wrong.at[i]));
	assert_true(ok);
	assert_int_equal(read.n, 3);
	for (size_t i = 0; i < read.n; i++) {
		assert_true(str_eq(read.at[i].name, at[i]->name) && str_eq(read.at[i].group, at[i]->group));
		assert_int_equal(read.at[i].points, at[i]->points);
		assert_int_equal(read.at[i].max, at[i]->max);
		assert_int_equal(read.at[i].survey, at[i]->survey);
		assert_int_equal(read.at[i].printed_rank, at[i]->rank);
	}
	assert_true(str_eq(read.at[0].printed_class, S("Tốt")));
}

int report_book_tests(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_set), cmocka_unit_test(test_form), cmocka_unit_test(test_how_to),
		cmocka_unit_test(test_score), cmocka_unit_test(test_ranking),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
