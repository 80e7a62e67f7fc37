#include "set_of.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
/* after the above */
#include <cmocka.h>

enum { ROOM = 1 << 24 };

static const struct { const char *codes[8]; int parents[8]; } trees[] = {
	{ { "1", "1.1", "1.1.1", "1.1.2", "1.2", "2", "2.1" }, { -1, 0, 1, 1, 0, -1, 5 } },
	{ { "I", "1", "1.1", "2", "II", "3", "3.1" }, { -1, 0, 1, 0, -1, 4, 5 } },
	{ { "A", "I", "II", "B", "III" }, { -1, 0, 0, -1, 3 } },
	{ { "7", "7a", "7a.1", "7a.1.2", "7b", "7b.1" }, { -1, 0, 1, 2, 0, 4 } },
	{ { "1", "1.1.", "1. 2", "1.2 .1" }, { -1, 0, 0, 2 } },
	{ { "A", "I", "1", "1.1", "II", "2", "B", "I" }, { -1, 0, 1, 2, 0, 4, -1, 6 } },
	{ { "1.1", "1.2", "1" }, { -1, -1, -1 } },              /* a parent after its children is not one: set_lint tells */
};

static void test_parents(void **state)
{
	(void)state;
	for (size_t k = 0; k < COUNT(trees); k++) {
		struct arena *a = arena_open(ROOM);
		struct criteria_set s = { .decimals = 2 };
		size_t n = 0;
		for (; n < COUNT(trees[k].codes) && trees[k].codes[n]; n++)
			set_add(a, &s)->code = str_c(trees[k].codes[n]);
		set_finish(a, &s);
		for (size_t i = 0; i < n; i++)
			if (s.criteria.at[i].parent != trees[k].parents[i])
				fail_msg("tree %zu: %s is below %d", k, trees[k].codes[i], s.criteria.at[i].parent);
		arena_free(a);
	}
}

static void test_find(void **state)
{
	(void)state;
	struct arena *a = arena_open(ROOM);
	static const struct row_of rows[] = { { "1", NULL, "", "" }, { "1.1", "2", "", "" }, { "5. 8", "1", "", "" } };
	struct criteria_set *s = set_of(a, rows, COUNT(rows), 2);
	set_finish(a, s);
	assert_int_equal(set_find(s, S("1.1")), 1);
	assert_int_equal(set_find(s, S("1.1.")), 1);
	assert_int_equal(set_find(s, S(" 1 . 1 ")), 1);
	assert_int_equal(set_find(s, S("5.8")), 2);
	assert_int_equal(set_find(s, S("1.2")), NO_INDEX);
	assert_int_equal(set_find(s, S("")), NO_INDEX);
	assert_int_equal(set_input(a, s, S("Hồ sơ đúng hạn")), set_input(a, s, S("hồ sơ  ĐÚNG hạn")));
	arena_free(a);
}

static void test_sums(void **state)
{
	(void)state;
	struct arena *a = arena_open(ROOM);
	static const struct row_of rows[] = {
		{ "1", NULL, "", "" },
		{ "1.1", NULL, "", "" },
		{ "1.1.1", "0,5", "Có: điểm tối đa; không: 0 điểm", "a" },
		{ "1.1.2", "1.25", "Có: điểm tối đa; không: 0 điểm", "b" },
		{ "1.2", "2", "Có: điểm tối đa; không: 0 điểm", "c" },
		{ "1.3", "1", "Điểm thưởng: Mỗi sáng kiến được 0,5 điểm", "d" },
	};
	struct criteria_set *s = set_of(a, rows, COUNT(rows), 2);
	set_finish(a, s);
	assert_int_equal(s->criteria.at[1].max, 17500);
	assert_int_equal(s->criteria.at[0].max, 37500);         /* without the bonus */
	assert_int_equal(set_max(s), 37500);
	assert_int_equal(s->criteria.at[0].below, 5);
	assert_int_equal(s->criteria.at[1].below, 2);
	arena_free(a);
}

/* A set, and words of the one lint it must give ("": none). */
static const struct { struct row_of rows[4]; enum severity severity; const char *says, *also; } wrong[] = {
	{ { { "1", "2", "", "" }, { "1.1", "2", "Có: điểm tối đa; không: 0 điểm", "a" } }, SEVERITY_WARNING, "", "" },
	{ { { "1", "3", "", "" }, { "1.1", "2", "Có: điểm tối đa; không: 0 điểm", "a" } }, SEVERITY_ERROR, "1 ghi 3 điểm", "2 = 2" },
	{ { { "1.1", "2", "Có: điểm tối đa; không: 0 điểm", "a" }, { "1", NULL, "", "" } }, SEVERITY_ERROR, "đứng trước tiêu chí cha 1", "" },
	{ { { "1", "2", "Có: điểm tối đa; không: 0 điểm", "a" }, { "1", "2", "Có: điểm tối đa; không: 0 điểm", "a" } }, SEVERITY_ERROR,
	  "có hai lần", "" },
	{ { { "I", "2", "", "" }, { "1.1", "2", "Có: điểm tối đa; không: 0 điểm", "a" } }, SEVERITY_WARNING, "", "" },
	{ { { "", "2", "Có: điểm tối đa; không: 0 điểm", "a" } }, SEVERITY_ERROR, "không có mã", "" },
	{ { { "1.1", "2", "Có: điểm tối đa; không: 0 điểm", "a" } }, SEVERITY_WARNING, "không có tiêu chí cha 1", "" },
	{ { { "1", "2", "", "" }, { "1.1.1", "2", "Có: điểm tối đa; không: 0 điểm", "a" } }, SEVERITY_WARNING, "không có tiêu chí cha 1.1", "" },
	{ { { "1", NULL, "Có: điểm tối đa; không: 0 điểm", "a" } }, SEVERITY_ERROR, "không có điểm tối đa", "" },
	{ { { "1", "2", "", "" } }, SEVERITY_WARNING, "không có cách tính điểm", "" },
	{ { { "1", "2", "Có: 3 điểm; không: 0 điểm", "a" } }, SEVERITY_ERROR, "Tiêu chí 1:", "" },
	{ { { "1", "2", "Có: điểm tối đa; không: 0 điểm", "" } }, SEVERITY_ERROR, "cần 1 số liệu nhưng cột Số liệu để trống", "" },
	{ { { "1", "2", "Công thức: [a] / [b] × điểm tối đa", "a; b; c" } }, SEVERITY_ERROR, "cần 2 số liệu nhưng cột Số liệu ghi 3", "" },
	{ { { "1", "2", "Cao nhất trong: [Có: điểm tối đa; không: 0 điểm] hoặc [Công thức: [a] / [z] × điểm tối đa]", "x; a; b" } },
	  SEVERITY_ERROR, "“z”", "" },
	{ { { "1", "2", "Có: điểm tối đa; không: 0 điểm", "a; b" } }, SEVERITY_ERROR, "cần 1 số liệu nhưng cột Số liệu ghi 2", "" },
	{ { { "1", "2", "Tỷ lệ hồ sơ đúng hạn × điểm tối đa", "a" } }, SEVERITY_WARNING, "chưa nói 0/0", "" },
	{ { { "1", "2", "Công thức: [đúng hạn] / [tổng] × điểm tối đa", "tổng; đúng giờ" } }, SEVERITY_ERROR, "công thức nhắc “đúng hạn” nhưng", "" },
	{ { { "1", "1", "Tổng điểm các mục đạt: có kế hoạch 0,75; có báo cáo 0,25", "có báo cáo; có kế hoạch" } }, SEVERITY_WARNING,
	  "có vẻ khác nhau: “có báo cáo”, “có kế hoạch”", "" },
	{ { { "1", "1", "Tổng điểm các mục đạt: có kế hoạch 0,75; có báo cáo 0,25", "kế hoạch CCHC; báo cáo" } }, SEVERITY_WARNING, "", "" },
	{ { { "1", "1", "Mỗi văn bản chậm trừ 0,25 điểm; mỗi văn bản sai trừ 0,5 điểm", "số văn bản sai; số văn bản chậm" } }, SEVERITY_WARNING,
	  "có vẻ khác nhau", "" },
	{ { { "1", "1", "Mỗi văn bản chậm trừ 0,25 điểm; mỗi văn bản sai trừ 0,5 điểm", "số văn bản chậm; số văn bản sai" } }, SEVERITY_WARNING, "", "" },
	{ { { "1", "1", "Tăng so với năm trước: điểm tối đa; giảm so với năm trước: 0 điểm", "thu năm trước; thu năm nay" } }, SEVERITY_WARNING,
	  "có vẻ khác nhau", "" },
	{ { { "1", "1", "Khảo sát: rất hài lòng 100%; hài lòng 50%; không hài lòng 0%", "phiếu hài lòng; phiếu rất hài lòng; phiếu không hài lòng" } },
	  SEVERITY_WARNING, "có vẻ khác nhau", "" },
	{ { { "1", "1", "Khảo sát (dân 60%; doanh nghiệp 40%): tốt 100%; kém 0%", "DN tốt; DN kém; dân tốt; dân kém" } }, SEVERITY_WARNING, "", "" },
	{ { { "1", "1", "Khảo sát (người dân 60%; doanh nghiệp 40%): tốt 100%; kém 0%",
	      "doanh nghiệp tốt; doanh nghiệp kém; người dân tốt; người dân kém" } }, SEVERITY_WARNING, "có vẻ khác nhau", "" },
	{ { { "1", "0,125", "Có: điểm tối đa; không: 0 điểm", "a" } }, SEVERITY_ERROR, "nhiều hơn 2 chữ số thập phân", "0,125" },
	{ { { "1", "2", "Có: điểm tối đa; không: 0 điểm", "" }, { "1.1", "2", "Có: điểm tối đa; không: 0 điểm", "a" } }, SEVERITY_ERROR,
	  "không có cách tính điểm riêng", "" },
	{ { { "1", "2", "Tỷ lệ điểm của các tiêu chí 9 × điểm tối đa", "" } }, SEVERITY_ERROR, "không có trong bộ", "9" },
	{ { { "1", "2", "Tỷ lệ điểm của các tiêu chí 2 × điểm tối đa", "" }, { "2", "2", "Tỷ lệ điểm của các tiêu chí 1 × điểm tối đa", "" } },
	  SEVERITY_ERROR, "thành vòng: 1 → 2 → 1", "" },
	{ { { "1", "2", "Có: 1 điểm; không: 0 điểm", "a" } }, SEVERITY_WARNING, "không mức nào được điểm tối đa 2", "" },
	{ { { "1", "2", "Có: 1 điểm; không: 2 điểm", "a" } }, SEVERITY_WARNING, "", "" },
	{ { { "1", "2", "Từ 90% trở lên: 50% điểm tối đa; dưới 90%: 0 điểm", "a" } }, SEVERITY_WARNING, "không mức nào được điểm tối đa 2", "" },
	{ { { "1", "2", "Tổng điểm các mục đạt: kế hoạch 1; báo cáo 0,5", "a; b" } }, SEVERITY_WARNING, "các mục cộng lại 1,5 điểm", "tối đa là 2" },
	{ { { "1", "2", "Tổng điểm các mục đạt: kế hoạch 1; báo cáo 1", "a; b" } }, SEVERITY_WARNING, "", "" },
	{ { { "1", "2", "Khảo sát (dân 60%; doanh nghiệp 30%): tốt 100%; kém 0%", "a; b; c; d" } }, SEVERITY_WARNING, "cộng lại 90%", "100%" },
	{ { { "1", "2", "Chấm từ 0 đến 2 điểm, bước 0,3 điểm", "" } }, SEVERITY_WARNING, "bước 0,3 không chia hết 2", "" },
	{ { { "1", "2", "Chấm từ 0 đến 2 điểm, bước 0,25 điểm", "" } }, SEVERITY_WARNING, "", "" },
};

static void test_lint(void **state)
{
	(void)state;
	for (size_t k = 0; k < COUNT(wrong); k++) {
		struct arena *a = arena_open(ROOM);
		size_t n = 0;
		while (n < COUNT(wrong[k].rows) && wrong[k].rows[n].code)
			n++;
		struct criteria_set *s = set_of(a, wrong[k].rows, n, 2);
		s->year = 2025;
		s->level = S("xã");
		*vec_add(a, &s->classes) = (struct set_class){ S("Tốt"), 0, { 0 } };
		set_finish(a, s);
		lints l = set_lint(a, s);
		bool found = !wrong[k].says[0] && !l.n;
		for (size_t i = 0; i < l.n; i++) {
			found |= wrong[k].says[0] && l.at[i].severity == wrong[k].severity && strstr(l.at[i].message.p, wrong[k].says) &&
			         strstr(l.at[i].message.p, wrong[k].also);
			assert_true(l.at[i].hint.n);
		}
		if (!found)
			fail_msg("set %zu: %zu lints, the first: %s", k, l.n, l.n ? l.at[0].message.p : "");
		arena_free(a);
	}
}

static void test_lint_settings(void **state)
{
	(void)state;
	struct arena *a = arena_open(ROOM);
	static const struct row_of rows[] = { { "1", "2", "Có: điểm tối đa; không: 0 điểm", "a" } };
	struct criteria_set *s = set_of(a, rows, COUNT(rows), 4);
	*vec_add(a, &s->classes) = (struct set_class){ S("Khá"), 6000, { 0 } };
	*vec_add(a, &s->classes) = (struct set_class){ S("Tốt"), 8000, { 0 } };
	*vec_add(a, &s->classes) = (struct set_class){ S("Nhất"), 10001, { 0 } };
	set_finish(a, s);
	lints l = set_lint(a, s);
	static const char *const says[] = { "chữ số thập phân là 4", "của năm nào", "của cấp nào", "“Tốt” có cận dưới", "“Nhất” có cận dưới trên 100%", "không bắt đầu từ 0" };
	for (size_t i = 0; i < COUNT(says); i++) {
		bool found = false;
		for (size_t k = 0; k < l.n; k++)
			found |= strstr(l.at[k].message.p, says[i]) != NULL;
		if (!found)
			fail_msg("nothing says: %s", says[i]);
	}
	arena_free(a);
}

/* Names in a formula, names of the inputs and what is entered for them; the points in ten-thousandths, and the rule's own words. */
static const struct { const char *rule, *inputs, *values[3]; points points; } bound[] = {
	{ "Công thức: [đúng hạn] / [tổng] × điểm tối đa", "đúng hạn; tổng", { "5", "10" }, 10000 },
	{ "Công thức: [đúng hạn] / [tổng] × điểm tối đa", "Tổng;  ĐÚNG hạn", { "10", "5" }, 10000 },
	{ "Công thức: [hồ sơ đúng hạn] / [tổng hồ sơ] × điểm tối đa", "a; b", { "5", "10" }, 10000 },
	{ "Công thức: ([x] - [y]) / ([x] + [z]) × điểm tối đa", "z; x; y", { "4", "6", "1" }, 10000 },
	{ "Cao nhất trong: [Có: 0,5 điểm; không: 0 điểm] hoặc [Công thức: [đúng hạn] / [tổng] × điểm tối đa]", "a; tổng; đúng hạn",
	  { "có", "10", "5" }, 10000 },
};

static void test_bound(void **state)
{
	(void)state;
	for (size_t k = 0; k < COUNT(bound); k++) {
		struct arena *a = arena_open(ROOM);
		struct criteria_set *s = set_of(a, &(struct row_of){ "1", "2", bound[k].rule, bound[k].inputs }, 1, 2);
		set_finish(a, s);
		set_finish(a, s);                       /* as often as one likes */
		const struct rule *r = s->criteria.at[0].rule;
		struct rule *again = NULL;
		struct fault where;
		struct err e = { 0 };
		assert_non_null(r);
		assert_true(rule_parse(a, rule_print(a, r), s->criteria.at[0].max, &again, &where, &e));
		assert_true(rule_same(r, again));
		struct value at[3];
		for (size_t i = 0; i < s->inputs.n; i++)
			at[i] = value_parse(a, str_c(bound[k].values[i]));
		struct rule_score got;
		rule_score(r, &(struct rule_case){ .max = s->criteria.at[0].max, .decimals = 2, .at = at, .n = s->inputs.n }, &got);
		if (got.state != RULE_SCORED || points_round(got.points, 2) != bound[k].points)
			fail_msg("%s, %s: state %d, %lld", bound[k].rule, bound[k].inputs, (int)got.state, (long long)points_round(got.points, 2));
		arena_free(a);
	}
}

int core_set_tests(void);
int core_set_tests(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_parents), cmocka_unit_test(test_find),          cmocka_unit_test(test_sums),
		cmocka_unit_test(test_lint),    cmocka_unit_test(test_lint_settings),
		cmocka_unit_test(test_bound),
	};
	return cmocka_run_group_tests_name("core/set", tests, NULL, NULL);
}
