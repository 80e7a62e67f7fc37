#include "app/kept.h"
#include <jansson.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#undef fail                     /* cmocka has its own */
#include <cmocka.h>

#define KNOWN(code, points, max, lost) { true, false, { code, sizeof code - 1 }, points, max, lost }

/* Five years of two criteria: one with points, one of which documents tell only what was lost. */
static struct lost_over five(struct arena *a)
{
	static struct lost_year reports[] = { KNOWN("3.1.2", 2720, 5000, 2280), KNOWN("3.1.2", 5000, 5000, 0), KNOWN("3.2.1", 4000, 5000, 1000),
		                              { .known = false }, KNOWN("3.2.4", 2500, 5000, 2500) };
	static struct lost_year ideas[] = { KNOWN("1.7", 0, 0, 10000), { .known = false }, { .known = false }, KNOWN("1.5", 0, 0, 0),
		                            KNOWN("1.5.1", 0, 0, 7500) };
	struct lost_over l = { .unit = S("Xã Bình Lạc"), .level = S("xã") };
	for (int year = 2021; year <= 2025; year++)
		*vec_add(a, &l.years) = year;
	*vec_add(a, &l.lines) = (struct lost_line){ S("bao-cao"), S("Báo cáo định kỳ về cải cách hành chính gửi đúng hạn và đủ nội dung"), reports, 3, 5780 };
	*vec_add(a, &l.lines) = (struct lost_line){ S("sang-kien"), S("Sáng kiến"), ideas, 2, 17500 };
	return l;
}

/* there: words that stand in it, parted by '|', the others do not */
static const struct { int columns; const char *there, *absent; } rows[] = {
	{ 160, "0,25/0,5 (3.2.4)|−0,228 (3.1.2)|0 (3.1.2)|−0,75 (1.5.1)|−1 (1.7)|– (1.5)|2021|criterion same|--level xã", "0/0|Không đủ chỗ" },
	{ 100, "Báo cáo định kỳ về cải cách|0,25/0,5 (3.2.4)|Không đủ chỗ cho 2 năm trước năm 2023", "0/0|2021" },
	{ 60, "Báo cáo định kỳ về|0,25/0,5 (3.2.4)|Không đủ chỗ cho 4 năm trước năm 2025", "0/0|2024" },
};

static bool holds(struct arena *a, str text, const char *words, bool all)
{
	for (const char *p = words; *p;) {
		size_t n = strcspn(p, "|");
		bool there = strstr(text.p, str_copy(a, (str){ p, n }).p);
		if (there != all)
			return !all;
		p += n + (p[n] == '|');
	}
	return all;
}

static void test_text(void **state)
{
	(void)state;
	struct arena *a = arena_open(1 << 24);
	struct lost_over l = five(a);
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct layout y = { .columns = rows[i].columns };
		str text = lost_text(a, &l, &y);
		if (!holds(a, text, rows[i].there, true) || holds(a, text, rows[i].absent, false))
			fail_msg("%d columns:\n%s", rows[i].columns, text.p);
		for (size_t at = 0, end; at < text.n; at = end + 1) {
			end = str_find(text, S("\n"), at);
			if (layout_width(str_sub(text, at, end)) > rows[i].columns)
				fail_msg("%d columns:\n%s", rows[i].columns, text.p);
		}
	}
	arena_close(&a);
}

/* What is not known is null, not 0. */
static void test_json(void **state)
{
	(void)state;
	struct arena *a = arena_open(1 << 24);
	struct lost_over l = five(a);
	json_t *whole = json_loads(lost_json(a, &l).p, 0, NULL), *lines = json_object_get(json_object_get(whole, "lost"), "lines");
	json_t *known = json_array_get(json_object_get(json_array_get(lines, 0), "years"), 4);
	json_t *told = json_array_get(json_object_get(json_array_get(lines, 1), "years"), 4);
	assert_string_equal(json_string_value(json_object_get(known, "max")), "0.5");
	assert_string_equal(json_string_value(json_object_get(known, "points")), "0.25");
	assert_true(json_is_null(json_object_get(told, "max")) && json_is_null(json_object_get(told, "points")));
	assert_string_equal(json_string_value(json_object_get(told, "lost")), "0.75");
	json_decref(whole);
	arena_close(&a);
}

int app_lost_tests(void);
int app_lost_tests(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_text), cmocka_unit_test(test_json) };
	return cmocka_run_group_tests_name("app/lost", tests, NULL, NULL);
}
