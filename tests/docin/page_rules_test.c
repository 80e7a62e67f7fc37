#include "docin/page_rules.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#undef fail                     /* cmocka has its own */
#include <cmocka.h>

/* A page of 300 by 200 dots, 50 an inch. */
enum { ROOM = 64 << 20, WIDE = 300, HIGH = 200, DOT = 144, HEAD = 15 };

struct picture { char head[HEAD], dots[HIGH][WIDE]; };

static struct picture *paper(struct arena *a)
{
	struct picture *p = make(a, struct picture);
	memcpy(p->head, "P5\n300 200\n255\n", sizeof p->head);
	memset(p->dots, 0xFF, sizeof p->dots);
	return p;
}

static void fill(struct picture *p, int x, int y, int w, int h, int grey)
{
	for (int i = y; i < y + h; i++)
		memset(&p->dots[i][x], grey, (size_t)w);
}

static str bytes_of(const struct picture *p) { return (str){ (const char *)p, sizeof *p }; }

static pages page_of(struct arena *a, int n)
{
	pages p = { 0 };
	for (int i = 0; i < n; i++)
		*vec_add(a, &p) = (struct page){ .width = WIDE * DOT, .height = HIGH * DOT };
	return p;
}

/* every: dots of which one is drawn (2: a dotted rule) */
static const struct { const char *what; int x, y, w, h, grey, every, across, down; } cases[] = {
	{ "a rule across", 20, 50, 200, 1, 0, 1, 1, 0 },      { "a rule down", 20, 50, 1, 100, 0, 1, 0, 1 },
	{ "three dots wide", 20, 50, 200, 3, 0, 1, 1, 0 },    { "grey", 20, 50, 200, 1, 128, 1, 1, 0 },
	{ "too faint", 20, 50, 200, 1, 230, 1, 0, 0 },        { "dotted", 20, 50, 200, 1, 0, 2, 1, 0 },
	{ "dashes far apart", 20, 50, 200, 1, 0, 4, 0, 0 },   { "at the edge", 0, 0, 300, 1, 0, 1, 1, 0 },
	{ "the other edge", 299, 0, 1, 200, 0, 1, 0, 1 },     { "a letter", 20, 50, 8, 6, 0, 1, 0, 0 },
	{ "a dark cell has four edges", 20, 50, 100, 40, 100, 1, 2, 2 },
};

static void test_rules(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		CLEANUP(arena_close) struct arena *a = arena_open(ROOM);
		struct picture *p = paper(a);
		pages g = page_of(a, 1);
		for (int x = 0; x < cases[i].w; x += cases[i].every)
			fill(p, cases[i].x + x, cases[i].y, cases[i].every == 1 ? cases[i].w - x : 1, cases[i].h, cases[i].grey);
		page_rules_read(a, bytes_of(p), &g);
		if (g.at[0].across.n != (size_t)cases[i].across || g.at[0].down.n != (size_t)cases[i].down)
			fail_msg("%s: %zu across, %zu down", cases[i].what, g.at[0].across.n, g.at[0].down.n);
	}
}

/* Letters touch the rule from above, a rule down crosses it: it stays one, and stands where it was drawn. */
static void test_place(void **state)
{
	(void)state;
	CLEANUP(arena_close) struct arena *a = arena_open(ROOM);
	struct picture *p = paper(a);
	pages g = page_of(a, 1);
	fill(p, 20, 50, 200, 1, 0);
	fill(p, 120, 10, 2, 90, 0);
	fill(p, 60, 44, 9, 6, 0);
	page_rules_read(a, bytes_of(p), &g);
	assert_int_equal(g.at[0].across.n, 1);
	assert_int_equal(g.at[0].down.n, 1);
	assert_int_equal(g.at[0].across.at[0].from, 20 * DOT);
	assert_int_equal(g.at[0].across.at[0].to, 220 * DOT);
	assert_int_equal(g.at[0].across.at[0].at, 50 * DOT + DOT / 2);
	assert_int_equal(g.at[0].down.at[0].from, 10 * DOT);
	assert_int_equal(g.at[0].down.at[0].to, 100 * DOT);
}

/* The second picture is of the second page. */
static void test_pages(void **state)
{
	(void)state;
	CLEANUP(arena_close) struct arena *a = arena_open(ROOM);
	struct picture *first = paper(a), *second = paper(a);
	struct buf b = buf_open(a);
	pages g = page_of(a, 3);
	fill(second, 20, 50, 200, 1, 0);
	buf_put(&b, bytes_of(first));
	buf_put(&b, bytes_of(second));
	page_rules_read(a, buf_str(&b), &g);
	assert_int_equal(g.at[0].across.n, 0);
	assert_int_equal(g.at[1].across.n, 1);
	assert_int_equal(g.at[2].across.n, 0);
}

/* What gives no rules: no picture, one cut off, one that is not as large as its page, a page full of runs. */
static void test_refused(void **state)
{
	(void)state;
	CLEANUP(arena_close) struct arena *a = arena_open(ROOM);
	struct picture *ruled = paper(a), *full = paper(a), *larger = paper(a), *stripes = paper(a);
	fill(ruled, 20, 50, 200, 1, 0);
	memcpy(larger->head, "P5\n400 150\n255\n", HEAD);
	for (int x = 0; x + 16 < WIDE; x += 18)
		for (int y = 0; y < HIGH; y += 2)
			fill(full, x, y, 16, 1, 0);
	for (int y = 0; y < HIGH; y += 4)
		for (int x = 0; x + 20 < WIDE; x += 18)
			fill(stripes, x, y, 16, 1, 0);
	const struct { const char *what; str bytes; } none[] = {
		{ "nothing", { 0 } }, { "a head alone", S("P5\n300 200\n255\n") }, { "no head", S("P6\n300 200\n255\nxxx") },
		{ "no numbers", S("P5\nx y\n255\n") }, { "below zero", S("P5\n-300 -200\n255\n") }, { "too large", S("P5\n99999 99999\n255\n") },
		{ "cut off", str_sub(bytes_of(ruled), 0, sizeof *ruled - 1) }, { "of another page", bytes_of(larger) },
		{ "more runs than counted", bytes_of(full) }, { "more rules than tables have", bytes_of(stripes) },
	};
	for (size_t i = 0; i < COUNT(none); i++) {
		pages g = page_of(a, 1);
		page_rules_read(a, none[i].bytes, &g);
		if (g.at[0].across.n || g.at[0].down.n)
			fail_msg("%s: %zu across, %zu down", none[i].what, g.at[0].across.n, g.at[0].down.n);
	}
}

int docin_page_rules_tests(void);
int docin_page_rules_tests(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_rules), cmocka_unit_test(test_place), cmocka_unit_test(test_pages), cmocka_unit_test(test_refused),
	};
	return cmocka_run_group_tests_name("docin/page_rules", tests, NULL, NULL);
}
