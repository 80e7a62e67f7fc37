#include "base/snippet.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <unistr.h>
/* after the above */
#undef fail                     /* cmocka has its own */
#include <cmocka.h>

enum { ROOM = 1 << 24 };

/* The line with its marks in brackets. */
static str shown(struct arena *a, const struct snippet *s)
{
	struct buf b = buf_open(a);
	size_t at = 0;
	for (size_t i = 0; i < s->marks.n; i++) {
		struct range r = s->marks.at[i];
		assert_true(r.from >= at && r.to > r.from && r.to <= s->text.n);
		buf_put(&b, str_sub(s->text, at, r.from));
		buf_fmt(&b, "[%.*s]", SF(str_sub(s->text, r.from, r.to)));
		at = r.to;
	}
	buf_put(&b, str_sub(s->text, at, s->text.n));
	return buf_str(&b);
}

#define FOREST "Cây xanh mọc bên sông, nước chảy qua cầu, người đi chợ sớm mai; định kỳ mỗi tuần một phiên, quyết định của làng."

static const struct { const char *text, *typed; bool typing; size_t width; const char *shown; } rows[] = {
	{ "", "a", false, 20, "" },
	{ "Quyết định số 5", "dinh", false, 50, "Quyết [định] số 5" },
	{ "Quyết định số 5", "DINH so", false, 50, "Quyết [định] [số] 5" },
	{ "Quyết định số 5", "nothing", false, 50, "Quyết định số 5" },
	{ "Quyết định số 5", "", false, 9, "Quyết…" },
	{ "Quyết định số 5 ", "", false, 50, "Quyết định số 5 " },
	{ "quyết dịnh đinh định", "định", false, 50, "quyết [dịnh] [đinh] [định]" },
	{ FOREST, "dinh", false, 30, "…chợ sớm mai; [định] kỳ mỗi tuần…" },
	{ FOREST, "quyết định", false, 30, "…phiên, [quyết] [định] của làng." },   /* both words, not the first that comes */
	{ FOREST, "cay", false, 20, "[Cây] xanh mọc bên…" },
	{ FOREST, "lang", false, 20, "…quyết định của [làng]." },
	{ "đinh và búa, rồi rất nhiều chữ nữa ở giữa, cuối cùng là định", "định", false, 20, "…cuối cùng là [định]" },
	{ "a cải thiện, cải cách", "\"cai cach\"", false, 50, "a cải thiện, [cải cách]" },     /* a phrase is marked as one */
	{ "Văn bản 81/KH-SNgV", "kh-sn", true, 50, "Văn bản 81/[KH-SNgV]" },
	{ "Mục 7a.1.3.2, 1.3", "1.3", false, 50, "Mục 7a.1.3.2, [1.3]" },
	{ "Mục 7a.1.3.2, 1.3", "7a.1", true, 50, "Mục [7a.1.3.2], 1.3" },
	{ "1,2,3", "2 1,2,3", false, 50, "[1,2,3]" },                      /* one within the other */
	{ "a\x1B[1m\nb\tc", "b", false, 50, "a [1m [b] c" },               /* nothing that moves a cursor */
	{ "đườngđườngđườngđường", "x", false, 3, "đườ…" },
	{ "ho\u0300a binh", "hoa", false, 50, "[ho\u0300a] binh" },
	{ "một hai ba", "\"mot hai\"", false, 4, "[một]…" },               /* wider than the line */
};

static void test_rows(void **state)
{
	(void)state;
	CLEANUP(arena_close) struct arena *a = arena_open(ROOM);
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct query q = words_query(a, str_c(rows[i].typed), rows[i].typing);
		struct snippet s = words_snippet(a, str_c(rows[i].text), &q, rows[i].width);
		if (!str_eq(shown(a, &s), str_c(rows[i].shown)))
			fail_msg("%zu %s: %s", i, rows[i].typed, shown(a, &s).p);
	}
}

/* At every width: whole characters, no wider than asked, the match within. */
static void test_widths(void **state)
{
	(void)state;
	CLEANUP(arena_close) struct arena *a = arena_open(ROOM);
	static const char *const typed[] = { "cay", "song nuoc", "\"moi tuan\"", "lang", "zzz" };
	for (size_t i = 0; i < COUNT(typed); i++) {
		struct query q = words_query(a, str_c(typed[i]), false);
		for (size_t width = 1; width < 140; width++) {
			struct snippet s = words_snippet(a, S(FOREST), &q, width);
			assert_null(u8_check((const uint8_t *)s.text.p, s.text.n));
			size_t wide = u8_mbsnlen((const uint8_t *)s.text.p, s.text.n);
			wide -= (size_t)str_starts(s.text, S("…")) + str_ends(s.text, S("…"));
			assert_true(wide <= width);
			assert_true(width < 4 || (s.marks.n > 0) == (i < 4));
			shown(a, &s);
		}
	}
}

/* A megabyte of what is searched for, and of what holds two of the words as far apart as can be. */
static void test_large(void **state)
{
	(void)state;
	CLEANUP(arena_close) struct arena *a = arena_open(1 << 28);
	struct buf b = buf_open(a);
	while (b.n < 1 << 20)
		buf_put(&b, S("định "));
	struct query q = words_query(a, S("dinh định din"), true);
	struct snippet s = words_snippet(a, buf_str(&b), &q, 80);
	assert_true(s.marks.n > 10 && s.text.n < 500);
	struct buf gap = buf_open(a);
	buf_put(&gap, S("cải"));
	while (gap.n < 1 << 20)
		buf_put(&gap, S(" ; "));
	buf_put(&gap, S("cách"));
	q = words_query(a, S("\"cai cach\""), false);
	s = words_snippet(a, buf_str(&gap), &q, 80);
	assert_int_equal(s.marks.n, 1);
	assert_true(s.text.n < 500);
}

int base_snippet_tests(void);
int base_snippet_tests(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_rows), cmocka_unit_test(test_widths), cmocka_unit_test(test_large) };
	return cmocka_run_group_tests_name("base/snippet", tests, NULL, NULL);
}
