#include "docin/ocr_rules.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#undef fail                     /* cmocka has its own */
#include <cmocka.h>

enum { WIDE = 400, HIGH = 300 };

struct picture { char head[15], dots[HIGH][WIDE]; };

static struct picture *paper(struct arena *a)
{
	struct picture *p = make(a, struct picture);
	memcpy(p->head, "P5\n400 300\n255\n", sizeof p->head);
	memset(p->dots, 0xFF, sizeof p->dots);
	return p;
}

static void fill(struct picture *p, int x, int y, int w, int h)
{
	for (int i = y; i < y + h; i++)
		memset(&p->dots[i][x], 0, (size_t)w);
}

static const struct picture *cleaned(struct arena *a, const struct picture *p)
{
	str ret;
	assert_true(ocr_without_rules(a, (str){ (const char *)p, sizeof *p }, &ret));
	assert_int_equal(ret.n, sizeof *p);
	return (const struct picture *)(const void *)ret.p;
}

static int dark(const struct picture *p)
{
	int n = 0;
	for (int y = 0; y < HIGH; y++)
		for (int x = 0; x < WIDE; x++)
			n += p->dots[y][x] == 0;
	return n;
}

static const struct { const char *what; int x, y, w, h; bool stays; } cases[] = {
	{ "a rule", 20, 50, 300, 4, false },          { "a rule down", 20, 50, 4, 200, false },
	{ "at the edge", 0, 0, 400, 3, false },       { "at the other edge", 396, 0, 4, 300, false },
	{ "the stroke of a letter", 20, 50, 60, 6, true }, { "a dark heading", 20, 50, 300, 60, true },
};

static void test_rules(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct arena *a = arena_open((size_t)16 << 20);
		struct picture *p = paper(a);
		fill(p, cases[i].x, cases[i].y, cases[i].w, cases[i].h);
		int left = dark(cleaned(a, p)), all = cases[i].w * cases[i].h;
		if (left != (cases[i].stays ? all : 0))
			fail_msg("%s: %d of %d dots are left", cases[i].what, left, all);
		arena_free(a);
	}
}

/* A step every forty dots, and a letter that stands above the rule. The steps at the ends are as short as letters. */
static void test_askew(void **state)
{
	(void)state;
	struct arena *a = arena_open((size_t)16 << 20);
	struct picture *p = paper(a);
	for (int x = 20; x < 380; x++)
		fill(p, x, 100 + x / 40, 1, 4);
	fill(p, 200, 60, 6, 30);
	assert_in_range(dark(cleaned(a, p)), 180, 180 + 60);
	arena_free(a);
}

static void test_hostile(void **state)
{
	(void)state;
	static const str wrong[] = {
		S(""), S("P5"), S("P5\n"), S("P5\n2 2\n255\n"), S("P5\n2 2\n255\n12345"), S("P5\n0 0\n255\n"), S("P5\n-2 -2\n255\n1234"),
		S("P5\n99999999999 99999999999\n255\n1"), S("P6\n2 2\n255\n1234"), S("P5\n2 2\n65535\n1234"),
		S("P5\n                                               2 2\n255\n1234"),
	};
	struct arena *a = arena_open((size_t)16 << 20);
	str ret = { 0 };
	for (size_t i = 0; i < COUNT(wrong); i++)
		assert_false(ocr_without_rules(a, wrong[i], &ret));
	assert_true(ocr_without_rules(a, S("P5\n2 2\n255\n1234"), &ret));
	arena_free(a);
}

int docin_ocr_rules_tests(void);
int docin_ocr_rules_tests(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_rules), cmocka_unit_test(test_askew), cmocka_unit_test(test_hostile) };
	return cmocka_run_group_tests_name("docin/ocr_rules", tests, NULL, NULL);
}
