#include "docout/paper.h"
#include "base/file.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#undef fail                     /* cmocka has its own */
#include <cmocka.h>

enum { ROOM = 1 << 22 };

static str css(struct arena *a)
{
	struct buf b = buf_open(a);
	paper_css(&b);
	return buf_str(&b);
}

/* What pages load and what a file brings along is one text. */
static void test_asset(void **state)
{
	(void)state;
	CLEANUP(arena_close) struct arena *a = arena_open(ROOM);
	const char *source = getenv("KHACPHUC_SOURCE");
	struct err e = { 0 };
	str asset;
	assert_true(file_read(a, str_fmt(a, "%s/src/web/asset/paper.css", source ? source : ".").p, ROOM / 4, &asset, &e));
	if (!str_eq(asset, css(a)))
		fail_msg("src/web/asset/paper.css is not what docout/paper.c writes: build/paper > src/web/asset/paper.css");
}

/* Nghị định 30/2020/NĐ-CP, Phụ lục I: domain.md 7 */
static const char *const rules[] = {
	"@page upright { size: 210.00mm 297.00mm; margin: 20.00mm 20.00mm 20.00mm 30.00mm; @top-center { content: counter(page); font: 14pt",
	"@page upright:first { @top-center { content: none; } }",
	"@page across { size: 297.00mm 210.00mm;",
	".paper p { font-size: 14.0pt; font-weight: normal; font-style: normal; text-align: justify; text-indent: 12.70mm; margin-top: 6.0pt; }",
	".paper h2 { font-size: 14.0pt; font-weight: bold; font-style: normal;",
	".paper h4 { font-size: 14.0pt; font-weight: bold; font-style: normal;",
	".paper .p-nation { font-size: 12.0pt; font-weight: bold; font-style: normal; text-align: center;",
	".paper .p-place-date { font-size: 13.0pt; font-weight: normal; font-style: italic; text-align: center;",
	".paper .p-motto:not(:has(+ .p-motto))::after { content: \"\"; display: block; width: 100%;",
	".paper .p-issuer:not(:has(+ .p-issuer))::after { content: \"\"; display: block; width: 40%;",
	".paper .p-recipients { font-size: 12.0pt; font-weight: bold; font-style: italic; text-align: left;",
	".paper .p-recipient { font-size: 11.0pt; font-weight: normal;",
	".paper.paper th p { font-size: 12.0pt; font-weight: bold; font-style: normal; text-align: center;",
};

static void test_rules(void **state)
{
	(void)state;
	CLEANUP(arena_close) struct arena *a = arena_open(ROOM);
	str all = css(a);
	for (size_t i = 0; i < COUNT(rules); i++)
		if (str_find(all, str_c(rules[i]), 0) == all.n)
			fail_msg("missing: %s", rules[i]);
	assert_int_equal(str_find(all, S("p-parent::after"), 0), all.n);
}

static void test_class(void **state)
{
	(void)state;
	CLEANUP(arena_close) struct arena *a = arena_open(ROOM);
	assert_string_equal(paper_class(a, FORMAL_SIGN_AUTHORITY).p, "p-sign-authority");
	assert_string_equal(paper_class(a, FORMAL_TO).p, "p-to");
}

int docout_paper_tests(void);
int docout_paper_tests(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_asset), cmocka_unit_test(test_rules), cmocka_unit_test(test_class) };
	return cmocka_run_group_tests(tests, NULL, NULL);
}
