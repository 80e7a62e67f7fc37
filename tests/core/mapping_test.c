#include "core/mapping.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
/* after the above */
#include <cmocka.h>

enum { ROWS = 24 };

struct row { const char *code, *name, *max, *rule, *id; };

static const char ratio[] = "Tỷ lệ hồ sơ × điểm tối đa", yes[] = "Có: điểm tối đa; không: 0 điểm";

static void add(struct arena *a, struct criteria_set *s, struct row r)
{
	struct set_criterion *c = set_add(a, s);
	c->code = str_c(r.code);
	c->name = str_c(r.name);
	c->rule_text = str_c(r.rule);
	c->id = str_c(r.id);
	c->max_printed = r.max && points_of_figure(figure_parse(str_c(r.max)), &c->max);
}

static struct criteria_set *set_of(struct arena *a, const struct row *rows)
{
	struct criteria_set *s = make(a, struct criteria_set);
	for (size_t i = 0; i < ROWS && rows[i].code; i++)
		add(a, s, rows[i]);
	set_finish(a, s);
	return s;
}

static const char *const kinds[] = { [PAIR_KEPT] = "kept", [PAIR_MOVED] = "moved", [PAIR_CHANGED] = "changed", [PAIR_NEW] = "new",
	                             [PAIR_DROPPED] = "dropped" };

static str code_at(const struct criteria_set *s, size_t i) { return i == NO_INDEX ? S("-") : s->criteria.at[i].code; }

/* "1.7>1.5.1 moved\n…" */
static str told(struct arena *a, const struct criteria_set *was, const struct criteria_set *is, const pairs *p)
{
	struct buf b = buf_open(a);
	for (size_t i = 0; i < p->n; i++)
		buf_fmt(&b, "%.*s>%.*s %s\n", SF(code_at(was, p->at[i].was)), SF(code_at(is, p->at[i].is)), kinds[p->at[i].kind]);
	return buf_str(&b);
}

static const struct {
	const char *what;
	struct row  was[ROWS], is[ROWS];
	const char *pairs;
} cases[] = {
	{ "the initiatives of a sở, 1.7 in 2021 and 1.5.1 in 2023 (seeds 002, 000)",
	  { { "1", "Công tác chỉ đạo, điều hành CCHC" },
	    { "1.1", "Ban hành kế hoạch CCHC năm 2021", "1", yes },
	    { "1.5", "Kết quả khắc phục tồn tại, hạn chế", "1", ratio },
	    { "1.6", "Mức độ hoàn thành nhiệm vụ được UBND tỉnh giao", "2", ratio },
	    { "1.7", "Sáng kiến về công tác CCHC", "2", yes },
	    { "3", "Cải cách thủ tục hành chính" },
	    { "3.2.1", "Số hóa hồ sơ giải quyết TTHC", "1", ratio } },
	  { { "1", "Công tác chỉ đạo, điều hành CCHC" },
	    { "1.1", "Ban hành kế hoạch CCHC năm 2023", "1", yes },
	    { "1.4", "Thực hiện nhiệm vụ được UBND tỉnh, Chủ tịch UBND tỉnh giao", "2", ratio },
	    { "1.5", "Sáng kiến, giải pháp và khắc phục tồn tại" },
	    { "1.5.1", "Có sáng kiến, giải pháp mới trong triển khai nhiệm vụ CCHC được Chủ tịch UBND tỉnh công nhận về hiệu quả áp "
	               "dụng và phạm vi ảnh hưởng trên địa bàn tỉnh hoặc tương đương trong năm đánh giá hoặc năm trước liền kề", "1,5", yes },
	    { "1.5.2", "Kết quả khắc phục tồn tại, hạn chế năm 2022", "1", ratio },
	    { "3", "Cải cách thủ tục hành chính" },
	    { "3.6.1", "Số hóa hồ sơ giải quyết TTHC", "1", ratio } },
	  "1>1 changed\n1.1>1.1 kept\n1.6>1.4 changed\n->1.5 new\n1.7>1.5.1 changed\n1.5>1.5.2 moved\n3>3 kept\n3.2.1>3.6.1 moved\n" },
	{ "fields in another order, the same names in each of them",
	  { { "1", "Cải cách thể chế" },
	    { "1.1", "Ban hành kế hoạch", "1", yes }, { "1.2", "Thực hiện kế hoạch", "1", ratio }, { "1.3", "Báo cáo kết quả", "0,5", yes },
	    { "2", "Cải cách tổ chức bộ máy" },
	    { "2.1", "Ban hành kế hoạch", "1", yes }, { "2.2", "Thực hiện kế hoạch", "1", ratio }, { "2.3", "Báo cáo kết quả", "0,5", yes },
	    { "3", "Cải cách tài chính công" },
	    { "3.1", "Ban hành kế hoạch", "1", yes }, { "3.2", "Thực hiện kế hoạch", "1", ratio }, { "3.3", "Báo cáo kết quả", "0,5", yes } },
	  { { "1", "Cải cách tài chính công" },
	    { "1.1", "Ban hành kế hoạch", "1", yes }, { "1.2", "Thực hiện kế hoạch", "1", ratio }, { "1.3", "Báo cáo kết quả", "0,5", yes },
	    { "2", "Cải cách thể chế" },
	    { "2.1", "Thực hiện kế hoạch", "1", ratio }, { "2.2", "Ban hành kế hoạch", "1", yes }, { "2.3", "Báo cáo kết quả", "0,5", yes },
	    { "3", "Cải cách tổ chức bộ máy" },
	    { "3.1", "Ban hành kế hoạch", "1", yes }, { "3.2", "Thực hiện kế hoạch", "1", ratio }, { "3.3", "Báo cáo kết quả", "0,5", yes } },
	  "3>1 moved\n3.1>1.1 moved\n3.2>1.2 moved\n3.3>1.3 moved\n1>2 moved\n1.2>2.1 moved\n1.1>2.2 moved\n1.3>2.3 moved\n"
	  "2>3 moved\n2.1>3.1 moved\n2.2>3.2 moved\n2.3>3.3 moved\n" },
	{ "equal names at two levels: the pair of the field decides on that of its part, and this on its criteria",
	  { { "1", "Cải cách thể chế" }, { "1.1", "Kế hoạch" }, { "1.1.1", "Ban hành", "1", yes }, { "1.1.2", "Hoàn thành", "1", ratio },
	    { "2", "Chính quyền số" }, { "2.1", "Kế hoạch" }, { "2.1.1", "Ban hành", "1", yes }, { "2.1.2", "Hoàn thành", "1", ratio } },
	  { { "1", "Chính quyền số" }, { "1.1", "Kế hoạch" }, { "1.1.1", "Ban hành", "1", yes }, { "1.1.2", "Hoàn thành", "1", ratio },
	    { "2", "Cải cách thể chế" }, { "2.1", "Kế hoạch" }, { "2.1.1", "Ban hành", "1", yes }, { "2.1.2", "Hoàn thành", "1", ratio } },
	  "2>1 moved\n2.1>1.1 moved\n2.1.1>1.1.1 moved\n2.1.2>1.1.2 moved\n1>2 moved\n1.1>2.1 moved\n1.1.1>2.1.1 moved\n1.1.2>2.1.2 moved\n" },
	{ "a field of a new title is known by its criteria",
	  { { "6", "Hiện đại hóa hành chính" },
	    { "6.1", "Ứng dụng công nghệ thông tin", "1", yes }, { "6.2", "Duy trì cổng thông tin điện tử", "1", yes },
	    { "6.3", "Áp dụng hệ thống ISO 9001:2015", "1", ratio } },
	  { { "7", "Xây dựng, phát triển chính quyền điện tử và chính quyền số" },
	    { "7.1", "Ứng dụng CNTT", "1", yes }, { "7.2", "Duy trì cổng thông tin điện tử", "1", yes },
	    { "7.3", "Áp dụng hệ thống ISO 9001:2015", "1", ratio } },
	  "6>7 changed\n6.1>7.1 changed\n6.2>7.2 moved\n6.3>7.3 moved\n" },
	{ "split and merged",
	  { { "2", "Cải cách thể chế" },
	    { "2.1", "Rà soát văn bản quy phạm pháp luật", "2", ratio },
	    { "2.2", "Kiểm tra việc sử dụng con dấu", "1", yes },
	    { "2.3", "Theo dõi thi hành pháp luật" }, { "2.3.1", "Ban hành kế hoạch theo dõi", "0,5", yes }, { "2.3.2", "Điều tra, khảo sát", "0,5", yes } },
	  { { "2", "Cải cách thể chế" },
	    { "2.1", "Rà soát văn bản quy phạm pháp luật" }, { "2.1.1", "Lập danh mục hết hiệu lực", "1", yes }, { "2.1.2", "Công bố đúng hạn", "1", yes },
	    { "2.2", "Theo dõi thi hành pháp luật", "1", ratio },
	    { "2.3", "Phản ánh, kiến nghị của doanh nghiệp", "1", ratio } },
	  "2>2 kept\n2.1>2.1 changed\n->2.1.1 new\n->2.1.2 new\n2.3>2.2 changed\n->2.3 new\n2.2>- dropped\n2.3.1>- dropped\n2.3.2>- dropped\n" },
	{ "numbers that name other things are not another year",
	  { { "4", "Dịch vụ công" },
	    { "4.1", "Tỷ lệ hồ sơ dịch vụ công mức độ 3", "1", ratio }, { "4.2", "Tỷ lệ hồ sơ dịch vụ công mức độ 4", "1", ratio },
	    { "4.3", "Thực hiện Kế hoạch số 12/KH-UBND năm 2024", "1", yes } },
	  { { "4", "Dịch vụ công" },
	    { "4.1", "Tỷ lệ hồ sơ dịch vụ công mức độ 4", "1", ratio }, { "4.2", "Tỷ lệ hồ sơ dịch vụ công mức độ 3", "1", ratio },
	    { "4.3", "Thực hiện Kế hoạch số 345/KH-UBND năm 2025", "1", yes } },
	  "4>4 kept\n4.2>4.1 moved\n4.1>4.2 moved\n4.3>4.3 kept\n" },
	{ "an identity is not weighed against names; of two the first has it; codes are compared without spaces and dots",
	  { { "1", "Một" }, { "1.1", "Sáng kiến", "1", yes, "x1" }, { "1. 2.", "Báo cáo", "1", yes, "x2" }, { "1.3", "Kiểm tra", "1", yes } },
	  { { "1", "Một" }, { "1.1", "Báo cáo", "1", yes, "x1" }, { "1.2", "Sáng kiến", "1", yes, "x2" }, { "1.3", "Tuyên truyền", "1", yes, "x2" } },
	  "1>1 kept\n1.1>1.1 changed\n1. 2.>1.2 changed\n->1.3 new\n1.3>- dropped\n" },
	{ "another criterion at the same place",
	  { { "1", "Chỉ đạo" }, { "1.1", "Kiểm tra công tác CCHC", "1", yes }, { "1.2", "Họp giao ban", "1", yes } },
	  { { "1", "Chỉ đạo" }, { "1.1", "Gắn kết quả với thi đua, khen thưởng", "1", yes }, { "1.2", "Họp giao ban", "1", yes } },
	  "1>1 kept\n->1.1 new\n1.2>1.2 kept\n1.1>- dropped\n" },
	{ "a word or two in common are not a name, even at the same place",
	  { { "1", "Chỉ đạo" }, { "1.1", "Kiểm tra công tác tuyên truyền", "1", yes }, { "1.2", "Công tác văn thư, lưu trữ", "1", ratio } },
	  { { "1", "Chỉ đạo" }, { "1.1", "Công tác thi đua, khen thưởng gắn với kết quả", "1", yes }, { "1.2", "Công tác văn thư, lưu trữ", "1", ratio } },
	  "1>1 kept\n->1.1 new\n1.2>1.2 kept\n1.1>- dropped\n" },
	{ "of one name in one field the order decides",
	  { { "1", "Chỉ đạo" }, { "1.1", "Báo cáo", "1", yes }, { "1.2", "Báo cáo", "1", yes }, { "1.3", "Báo cáo", "1", yes } },
	  { { "2", "Chỉ đạo" }, { "2.5", "Báo cáo", "1", yes }, { "2.6", "Báo cáo", "1", yes }, { "2.7", "Báo cáo", "1", yes } },
	  "1>2 moved\n1.1>2.5 moved\n1.2>2.6 moved\n1.3>2.7 moved\n" },
	{ "nothing before", { { NULL } }, { { "1", "Chỉ đạo", "1", yes } }, "->1 new\n" },
	{ "nothing after; a name that is a number, none at all", { { "1", "2024", "1", yes }, { "2", "", "1", yes } }, { { NULL } }, "1>- dropped\n2>- dropped\n" },
	{ "names without words",
	  { { "1", "2024", "1", yes }, { "2", "", "1", yes } }, { { "1", "2025", "1", yes }, { "2", "", "1", yes } }, "1>1 kept\n2>2 kept\n" },
};

static void test_cases(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		CLEANUP(arena_close) struct arena *a = arena_open(1 << 24);
		struct criteria_set *was = set_of(a, cases[i].was), *is = set_of(a, cases[i].is);
		pairs p = mapping_propose(a, was, is);
		str t = told(a, was, is, &p);
		if (!str_eq(t, str_c(cases[i].pairs)))
			print_error("%s:\n", cases[i].what);
		assert_string_equal(t.p, cases[i].pairs);
	}
}

/* -- what is said of a pair -------------------------------------------------------------------------- */

static const struct { struct row was, is; const char *changes; bool confirmed; } sayings[] = {
	{ { "1.7", "Sáng kiến", "2", yes }, { "1.5.1", "Sáng kiến", "1,5", ratio }, "mã 1.7 → 1.5.1; điểm tối đa 2 → 1,5; cách tính điểm khác" },
	{ { "1.7", "Sáng kiến", "2", yes }, { "1.7", "Sáng kiến", "2", yes }, "" },
	{ { "1.7", "Sáng kiến năm 2024", "2", yes }, { "1.7.", "SÁNG KIẾN năm 2025", "2,00", "Có: điểm tối đa;  không: 0 điểm." }, "" },
	{ { "1.7", "Sáng kiến cấp tỉnh", "2", yes }, { "1.7", "Sáng kiến cấp tỉnh, cấp sở", "2", yes }, "tên trước là “Sáng kiến cấp tỉnh”" },
	{ { "1.7", "Sáng kiến", "2", yes, "sk" }, { "2.1", "Giải pháp", "2", yes, "sk" }, "mã 1.7 → 2.1; tên trước là “Sáng kiến”", true },
};

static void test_sayings(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(sayings); i++) {
		CLEANUP(arena_close) struct arena *a = arena_open(1 << 24);
		struct row was[ROWS] = { sayings[i].was }, is[ROWS] = { sayings[i].is };
		pairs p = mapping_propose(a, set_of(a, was), set_of(a, is));
		assert_int_equal(p.n, 1);
		assert_string_equal(str_copy(a, p.at[0].changes).p, sayings[i].changes);
		assert_int_equal(p.at[0].confirmed, sayings[i].confirmed);
		assert_in_range(p.at[0].score, sayings[i].confirmed || !sayings[i].changes[0] ? 100 : 1, 100);
	}
}

/* -- properties -------------------------------------------------------------------------------------- */

/* The same on every run. */
static uint32_t seed;
static uint32_t chance(uint32_t n)
{
	seed = seed * 1664525u + 1013904223u;
	return (seed >> 8) % n;
}

static const char *const syllables[] = { "ban", "hành", "kế", "hoạch", "cải", "cách", "thủ", "tục", "tỷ", "lệ", "hồ", "sơ", "số", "hóa",
	"kiểm", "tra", "báo", "cáo", "sáng", "kiến", "công", "chức", "dịch", "vụ", "trực", "tuyến", "đúng", "hạn", "tài", "chính" };

static str some_name(struct arena *a)
{
	struct buf b = buf_open(a);
	for (uint32_t n = 2 + chance(9); n; n--)
		buf_fmt(&b, "%s ", syllables[chance(COUNT(syllables))]);
	return buf_str(&b);
}

static struct criteria_set *some_set(struct arena *a, size_t fields, size_t each)
{
	static const char *const maxima[] = { "0,5", "1", "1,5", "2" };
	struct criteria_set *s = make(a, struct criteria_set);
	for (size_t i = 1; i <= fields; i++) {
		add(a, s, (struct row){ str_fmt(a, "%zu", i).p, some_name(a).p });
		for (size_t k = 1; k <= each; k++)
			add(a, s, (struct row){ str_fmt(a, "%zu.%zu", i, k).p, some_name(a).p, maxima[chance(4)], chance(2) ? yes : ratio });
	}
	set_finish(a, s);
	return s;
}

static void test_itself(void **state)
{
	(void)state;
	for (seed = 1; seed < 20; seed++) {
		uint32_t kept_seed = seed;
		CLEANUP(arena_close) struct arena *a = arena_open(1 << 26);
		struct criteria_set *s = some_set(a, 8, 12);
		pairs p = mapping_propose(a, s, s);
		assert_int_equal(p.n, s->criteria.n);
		for (size_t i = 0; i < p.n; i++) {
			assert_int_equal(p.at[i].kind, PAIR_KEPT);
			assert_int_equal(p.at[i].was, i);
			assert_int_equal(p.at[i].score, 100);
			assert_int_equal(mapping_was(&p, i), i);
		}
		assert_int_equal(mapping_was(&p, p.n), NO_INDEX);
		seed = kept_seed;
	}
}

/* What is proposed does not depend on which set is the older. */
static void test_inverse(void **state)
{
	(void)state;
	for (seed = 1; seed < 20; seed++) {
		uint32_t kept_seed = seed;
		CLEANUP(arena_close) struct arena *a = arena_open(1 << 26);
		struct criteria_set *was = some_set(a, 7, 10), *is = some_set(a, 9, 7);
		pairs there = mapping_propose(a, was, is), back = mapping_propose(a, is, was);
		size_t found = 0;
		for (size_t i = 0; i < is->criteria.n; i++) {
			size_t w = mapping_was(&there, i);
			found += w != NO_INDEX;
			if (w != NO_INDEX)
				assert_int_equal(mapping_was(&back, w), i);
		}
		assert_int_not_equal(found, 0);
		for (size_t i = 0; i < was->criteria.n; i++)
			found -= mapping_was(&back, i) != NO_INDEX;
		assert_int_equal(found, 0);
		seed = kept_seed;
	}
}

/* Each criterion stands once in a pair, and only once, also where there are thousands of one name. */
static void whole(const struct criteria_set *was, const struct criteria_set *is, const pairs *p)
{
	size_t n = 0;
	for (size_t i = 0; i < p->n; i++) {
		n += p->at[i].was != NO_INDEX;
		if (i < is->criteria.n)
			assert_int_equal(p->at[i].is, i);
		else
			assert_int_equal(p->at[i].kind, PAIR_DROPPED);
	}
	assert_int_equal(n, was->criteria.n);
}

static void test_large(void **state)
{
	(void)state;
	CLEANUP(arena_close) struct arena *a = arena_open((size_t)1 << 29);
	seed = 7;
	struct criteria_set *was = some_set(a, 40, 49), *is = some_set(a, 40, 49);
	pairs p = mapping_propose(a, was, is);
	whole(was, is, &p);
	struct criteria_set *same = make(a, struct criteria_set);
	for (size_t i = 0; i < 2000; i++)
		add(a, same, (struct row){ str_fmt(a, "%zu", i + 1).p, "Ban hành kế hoạch cải cách hành chính", "1", yes });
	set_finish(a, same);
	p = mapping_propose(a, same, same);
	whole(same, same, &p);
	assert_int_equal(p.at[1999].kind, PAIR_KEPT);
}

/* A name of a megabyte costs what one of a hundred words costs. */
static void test_long_name(void **state)
{
	(void)state;
	CLEANUP(arena_close) struct arena *a = arena_open(1 << 26);
	struct buf b = buf_open(a);
	for (size_t i = 0; i < 100000; i++)
		buf_fmt(&b, "%s/-%zu ", syllables[i % COUNT(syllables)], i);
	struct row rows[ROWS] = { { "1", b.p, "1", yes } };
	pairs p = mapping_propose(a, set_of(a, rows), set_of(a, rows));
	assert_int_equal(p.at[0].kind, PAIR_KEPT);
}

int core_mapping_tests(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_cases), cmocka_unit_test(test_sayings), cmocka_unit_test(test_itself),
		cmocka_unit_test(test_inverse), cmocka_unit_test(test_large), cmocka_unit_test(test_long_name),
	};
	return cmocka_run_group_tests_name("core mapping", tests, NULL, NULL);
}
