/* What pdftotext prints, as tests/docin/pdf/NAME.html holds it, against the tree in NAME.txt, looked at before it was accepted. To
 * accept what has changed, and then to look at it with git diff:
 *
 *     KHACPHUC_GOLDEN=write KHACPHUC_SOURCE=$PWD build/tests docin_read_pdf
 */
#include "base/file.h"
#include "docin/read.h"
#include "docin/tool.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#undef fail                     /* cmocka has its own */
#include <cmocka.h>

enum { ROOM = 256 << 20 };

static const char *source_root(void)
{
	const char *root = getenv("KHACPHUC_SOURCE");
	return root ? root : ".";
}

static str path(struct arena *a, const char *name, const char *kind)
{
	return str_fmt(a, "%s/tests/docin/pdf/%s.%s", source_root(), name, kind);
}

static str load(struct arena *a, const char *name, const char *kind)
{
	struct err e = { 0 };
	str bytes = { 0 };
	if (!file_read(a, path(a, name, kind).p, FILE_MAX, &bytes, &e))
		fail_msg("%s", e.message);
	return bytes;
}

static void save(struct arena *a, const char *name, str tree)
{
	FILE *f = fopen(path(a, name, "txt").p, "w");
	assert_non_null(f);
	assert_int_equal(fwrite(tree.p, 1, tree.n, f), tree.n);
	assert_int_equal(fclose(f), 0);
}

/* A node a line, with all its text and its place: page, table, row, cell. */
static enum walk draw(void *ctx, const struct node *n, enum edge edge)
{
	static const char *const names[] = { "doc", "heading", "para", "item", "table", "row", "cell", "line", "run" };
	struct buf *b = ctx;
	if (edge == LEAVE || n->kind == NODE_DOC)
		return WALK_ON;
	if (n->kind == NODE_RUN) {
		b->n -= b->n && b->p[b->n - 1] == '\n';
		buf_fmt(b, " {%.*s}\n", SF(n->text));
		return WALK_ON;
	}
	buf_fmt(b, "%d %s", n->from.line, names[n->kind]);
	if (n->level)
		buf_fmt(b, "%d", n->level);
	if (n->kind == NODE_TABLE || n->kind == NODE_ROW || n->kind == NODE_CELL)
		buf_fmt(b, " %d.%d.%d", n->from.table, n->from.row, n->from.cell);
	if (n->kind != NODE_CELL)
		buf_fmt(b, " p%d", n->from.page);
	buf_put(b, n->header ? S(" head") : S(""));
	if (n->colspan > 1 || n->rowspan > 1)
		buf_fmt(b, " %dx%d", n->colspan, n->rowspan);
	buf_put(b, S("\n"));
	return WALK_ON;
}

static void test_golden(void **state)
{
	(void)state;
	/* over two pages; merged cells in the middle of their rows; nine narrow columns, justified; boxes and rows as Word sets them */
	static const char *const names[] = { "trang", "o-gop", "chin-cot", "word" };
	const char *mode = getenv("KHACPHUC_GOLDEN");
	for (size_t i = 0; i < COUNT(names); i++) {
		struct arena *a = arena_open(ROOM);
		struct reading r = { .a = a, .by = &reader_pdf };
		struct err e = { 0 };
		struct buf b = buf_open(a);
		assert_true(reader_pdf.read(&r, load(a, names[i], "html"), &e));
		doc_walk(r.root, draw, &b);
		if (mode && !strcmp(mode, "write"))
			save(a, names[i], buf_str(&b));
		assert_string_equal(b.p, load(a, names[i], "txt").p);
		arena_free(a);
	}
}

#define BEGIN "<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0 Transitional//EN\" \"http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd\">" \
	"<html xmlns=\"http://www.w3.org/1999/xhtml\">\n<head>\n<title>x</title>\n</head>\n<body>\n<doc>\n"
#define WORD(x, text) "<word xMin=\"" #x ".5\" yMin=\"10\" xMax=\"99.123456\" yMax=\"22.1\">" text "</word>"
#define PAGE "<page width=\"595.3\" height=\"841.9\">"

static const struct { const char *what, *text, *message; } refused[] = {
	{ "another doctype", "<!DOCTYPE html [<!ENTITY a \"b\">]><html xmlns=\"http://www.w3.org/1999/xhtml\">\n<head></head><body/>", "pdftotext" },
	{ "no head", "<!DOCTYPE html>", "pdftotext" },
	{ "a second doctype", BEGIN "<!DOCTYPE x [<!ENTITY a \"b\">]>" PAGE WORD(1, "&a;"), "hỏng" },
	{ "cut off", BEGIN PAGE WORD(1, "a"), "hỏng" },
};

static void test_refused(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(refused); i++) {
		struct arena *a = arena_open(ROOM);
		struct reading r = { .a = a, .by = &reader_pdf };
		struct err e = { 0 };
		assert_false(reader_pdf.read(&r, str_c(refused[i].text), &e));
		assert_int_equal(e.code, ERR_FORMAT);
		if (!strstr(e.message, refused[i].message))
			fail_msg("%s: %s", refused[i].what, e.message);
		assert_true(e.hint[0]);
		arena_free(a);
	}
}

/* Entities, control characters, numbers that are none, a page without words. */
static void test_odd(void **state)
{
	(void)state;
	struct arena *a = arena_open(ROOM);
	struct reading r = { .a = a, .by = &reader_pdf };
	struct err e = { 0 };
	struct buf b = buf_open(a);
	assert_true(reader_pdf.read(&r, str_c(BEGIN PAGE WORD(1, "A&amp;B\x01 &lt;") WORD(-9, "") "<word>c</word></page>" PAGE "</page></doc></body></html>"), &e));
	node_print(&b, r.root);
	assert_non_null(strstr(b.p, "A&B"));
	assert_int_equal(r.notes.n, 1);
	assert_non_null(strstr(r.notes.at[0].p, "1 trang (trang 2)"));
	arena_free(a);
}

/* -- files, by pdftotext itself ------------------------------------------------------------------------------- */

#define EMPTY_PAGE "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n" \
	"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"

static void complains(struct arena *a, str bytes, const char *words)
{
	struct reading r = { 0 };
	struct err e = { 0 };
	assert_false(read_bytes(a, bytes, &r, &e));
	assert_int_equal(e.code, strstr(words, "bản quét") ? ERR_NOT_FOUND : ERR_FORMAT);
	if (!strstr(e.message, words))
		fail_msg("%s: %s", words, e.message);
	assert_true(e.hint[0]);
}

static void test_files(void **state)
{
	(void)state;
	struct arena *a = arena_open(ROOM);
	struct reading r = { 0 };
	struct err e = { 0 };
	struct buf b = buf_open(a);
	if (!tool_here(&tool_pdftotext))
		skip();
	str whole = load(a, "trang", "pdf");
	if (!read_bytes(a, whole, &r, &e))
		fail_msg("%s", e.message);
	assert_string_equal(r.by->name, "pdf");
	doc_walk(r.root, draw, &b);
	assert_string_equal(b.p, load(a, "trang", "txt").p);
	complains(a, str_sub(whole, 0, whole.n / 2), "bị hỏng");
	complains(a, load(a, "mat-khau", "pdf"), "mật khẩu");
	complains(a, S(EMPTY_PAGE), tool_here(&tool_tesseract) ? "Không nhận ra chữ nào" : "bản quét");
	arena_free(a);
}

int docin_read_pdf_tests(void);
int docin_read_pdf_tests(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_golden), cmocka_unit_test(test_refused), cmocka_unit_test(test_odd), cmocka_unit_test(test_files),
	};
	return cmocka_run_group_tests_name("docin/read_pdf", tests, NULL, NULL);
}
