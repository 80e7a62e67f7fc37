/* TSV by hand: a page is 1000 dots wide and 1400 high, a dot is 59.5 hundredths of a point. scan/bang.png, bang.pdf: one page with a
 * ruled table at 200 dpi, our own text. */
#include "base/file.h"
#include "docin/ocr.h"
#include "docin/tool.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#undef fail                     /* cmocka has its own */
#include <cmocka.h>

#define HEAD "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext\n"
#define SHEET "1\t1\t0\t0\t0\t0\t0\t0\t1000\t1400\t-1\t\n"
#define PAGE HEAD SHEET
#define LINE "4\t1\t1\t1\t1\t0\t0\t0\t0\t0\t-1\t\n"
#define WORD(x, y, w, h, sure, text) "5\t1\t1\t1\t1\t1\t" #x "\t" #y "\t" #w "\t" #h "\t" #sure "\t" text "\n"

struct made { struct arena *a; struct reading r; struct err e; struct buf text; bool ok; };

static enum walk gather(void *ctx, const struct node *n, enum edge edge)
{
	struct buf *b = ctx;
	if (edge == ENTER && n->kind == NODE_RUN)
		buf_fmt(b, "{%.*s:%d}", SF(n->text), n->from.sure);
	if (edge == ENTER && n->kind == NODE_PARA)
		buf_fmt(b, "P%d", n->from.page);
	return WALK_ON;
}

static struct made make_of(const char *tsv)
{
	struct made m = { .a = arena_open((size_t)256 << 20) };
	m.r.a = m.a;
	m.text = buf_open(m.a);
	m.ok = ocr_tree(&m.r, str_c(tsv), &m.e);
	if (m.ok)
		doc_walk(m.r.root, gather, &m.text);
	return m;
}

static void is_read(const char *tsv, const char *text)
{
	struct made m = make_of(tsv);
	if (!m.ok)
		fail_msg("%s", m.e.message);
	assert_string_equal(buf_str(&m.text).p, text);
	assert_int_equal(m.r.notes.n, 1);
	arena_free(m.a);
}

static void test_words(void **state)
{
	(void)state;
	/* words as sure as each other share a run; the places of y, p and ý below the line do not part it */
	is_read(PAGE LINE WORD(100, 100, 40, 20, 96.5, "Quý") WORD(150, 96, 40, 28, 96, "này") WORD(200, 100, 40, 20, 80, "có"),
	        "P1{Quý này :96}{có:80}");
	is_read(PAGE LINE WORD(100, 100, 40, 20, 96, "|Ban|") WORD(150, 100, 5, 20, 96, "|"), "P1{Ban:96}");
	is_read(PAGE LINE WORD(100, 100, 40, 20, 96, "chữ") WORD(150, 100, 5, 5, 96, "¡") WORD(160, 100, 5, 5, 96, "„.")
	        WORD(170, 100, 9, 5, 20, "-"), "P1{chữ:96}");
	is_read(PAGE LINE WORD(100, 100, 40, 20, 300, "chữ") WORD(150, 100, 40, 20, -1, "mờ"), "P1{chữ :100}{mờ:1}");
}

static void test_two_looks(void **state)
{
	(void)state;
	static const struct { const char *what, *tsv, *text; } cases[] = {
		{ "a word only the second found", PAGE LINE WORD(100, 100, 40, 20, 96, "chữ")
		  PAGE LINE WORD(100, 100, 40, 20, 90, "chữ") WORD(150, 100, 20, 20, 90, "hai"), "P1{chữ :96}{hai:90}" },
		{ "a guess without a digit", PAGE LINE WORD(100, 100, 40, 20, 96, "chữ") PAGE LINE WORD(150, 100, 20, 20, 30, "haj"), "P1{chữ:96}" },
		{ "a guess with one", PAGE LINE WORD(100, 100, 40, 20, 96, "chữ") PAGE LINE WORD(150, 100, 20, 20, 30, "3"), "P1{chữ :96}{3:30}" },
		{ "the surer word", PAGE LINE WORD(100, 100, 40, 20, 60, "chử") PAGE LINE WORD(101, 100, 40, 20, 96, "chữ"), "P1{chữ:96}" },
		{ "two sure figures", PAGE LINE WORD(100, 100, 40, 20, 96, "1,5") PAGE LINE WORD(100, 100, 40, 20, 90, "15"), "P1{1,5:40}" },
		{ "one sure figure", PAGE LINE WORD(100, 100, 40, 20, 96, "1,5") PAGE LINE WORD(100, 100, 40, 20, 50, "15"), "P1{1,5:96}" },
		{ "several words in one", PAGE LINE WORD(100, 100, 40, 20, 60, "hai") WORD(150, 100, 40, 20, 60, "chữ")
		  PAGE LINE WORD(100, 100, 90, 20, 96, "haichữ"), "P1{hai chữ:60}" },
		{ "two pages of two looks", PAGE LINE WORD(100, 100, 40, 20, 96, "Một") PAGE
		  PAGE LINE WORD(100, 100, 40, 20, 95, "Hai") PAGE LINE WORD(100, 100, 40, 20, 95, "Hai"), "P1{Một:96}P2{Hai:95}" },
		{ "two looks of two pages", PAGE LINE WORD(100, 100, 40, 20, 96, "Một") SHEET LINE WORD(100, 100, 40, 20, 95, "Hai")
		  PAGE LINE WORD(145, 100, 40, 20, 96, "trang") SHEET LINE WORD(145, 100, 40, 20, 95, "trang"), "P1{Một trang:96}P2{Hai trang:95}" },
	};
	for (size_t i = 0; i < COUNT(cases); i++) {
		print_message("%s\n", cases[i].what);
		is_read(cases[i].tsv, cases[i].text);
	}
}

/* Lines that fall by one dot in fifty: a sheet laid on askew. Read level, each line is a paragraph's line of all its words. */
static void test_askew(void **state)
{
	(void)state;
	struct arena *a = arena_open((size_t)64 << 20);
	struct buf b = buf_open(a), want = buf_open(a);
	buf_put(&b, S(PAGE));
	buf_put(&want, S("P1{"));
	for (int line = 0; line < 6; line++) {
		buf_put(&b, S(LINE));
		for (int i = 0; i < 14; i++) {
			buf_fmt(&b, "5\t1\t1\t1\t1\t1\t%d\t%d\t50\t20\t96\tchữ%d\n", 80 + i * 60, 100 + line * 30 + (80 + i * 60) / 50, i);
			buf_fmt(&want, "%schữ%d", line || i ? " " : "", i);
		}
	}
	buf_put(&want, S(":96}"));
	is_read(buf_str(&b).p, buf_str(&want).p);
	arena_free(a);
}

static void test_hostile(void **state)
{
	(void)state;
	static const char *const nothing[] = {
		"", HEAD, PAGE, LINE, WORD(1, 1, 1, 1, 96, "chữ"), PAGE "5\t1\t1\n", PAGE "5\n\n\t\t\t\n", PAGE LINE WORD(1, 1, 1, 1, 96, "|"),
		PAGE "5\t1\t1\t1\t1\t1\t1\t1\t1\t1\t96",
	};
	static const char *const something[] = {
		PAGE WORD(-99999999999999999999, 99999999999999999999, 99999999999, -5, 1e9, "a1"), HEAD "1\t1\t0\t0\t0\t0\t0\t0\t0\t0\t-1\t\n" WORD(5, 5, 5, 5, 5, "a1"),
		PAGE WORD(x, y, w, h, s, "a1"), PAGE WORD(0, 0, 0, 0, 0, "a1\t2\t3"),
	};
	for (size_t i = 0; i < COUNT(nothing); i++) {
		struct made m = make_of(nothing[i]);
		assert_false(m.ok);
		assert_int_equal(m.e.code, ERR_FORMAT);
		assert_non_null(strstr(m.e.message, "Không nhận ra chữ nào"));
		assert_true(m.e.hint[0]);
		arena_free(m.a);
	}
	for (size_t i = 0; i < COUNT(something); i++) {
		struct made m = make_of(something[i]);
		assert_true(m.ok);
		assert_non_null(strstr(m.text.p, "a1"));
		arena_free(m.a);
	}
}

/* -- by tesseract itself ---------------------------------------------------------------------------------- */

struct counted { int rows, cells; };

static enum walk count(void *ctx, const struct node *n, enum edge edge)
{
	struct counted *c = ctx;
	c->rows += edge == ENTER && n->kind == NODE_ROW;
	c->cells += edge == ENTER && n->kind == NODE_CELL;
	return WALK_ON;
}

static void is_table(const char *file, const char *reader)
{
	static const char *const said[] = { "khai thủ tục hành", "{1,25:", "đầy đủ tại Bộ phận Một cửa", "{30/6/2026:" };
	const char *root = getenv("KHACPHUC_SOURCE");
	struct made m = { .a = arena_open((size_t)1 << 30) };
	struct counted c = { 0 };
	str bytes = { 0 };
	m.text = buf_open(m.a);
	const char *path = str_fmt(m.a, "%s/tests/docin/scan/%s", root ? root : ".", file).p;
	if (!file_read(m.a, path, FILE_MAX, &bytes, &m.e) || !read_bytes(m.a, bytes, &m.r, &m.e))
		fail_msg("%s", m.e.message);
	assert_string_equal(m.r.by->name, reader);
	doc_walk(m.r.root, count, &c);
	assert_int_equal(c.rows, 4);
	assert_int_equal(c.cells, 32);
	doc_walk(m.r.root, gather, &m.text);
	for (size_t i = 0; i < COUNT(said); i++)
		if (!strstr(m.text.p, said[i]))
			fail_msg("%s: %s is not in:\n%s", file, said[i], m.text.p);
	arena_free(m.a);
}

static void test_scans(void **state)
{
	(void)state;
	if (!tool_here(&tool_tesseract) || !tool_here(&tool_pdftoppm)) {
		print_message("not tried: tesseract or pdftoppm is not installed\n");
		skip();
	}
	is_table("bang.png", "image");
	is_table("bang.pdf", "pdf");
}

int docin_ocr_tests(void);
int docin_ocr_tests(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_words), cmocka_unit_test(test_two_looks), cmocka_unit_test(test_askew),
		cmocka_unit_test(test_hostile), cmocka_unit_test(test_scans),
	};
	return cmocka_run_group_tests_name("docin/ocr", tests, NULL, NULL);
}
