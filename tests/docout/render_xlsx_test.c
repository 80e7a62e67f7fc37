#include "base/archive.h"
#include "docin/read.h"
#include "docout/render.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#undef fail                     /* cmocka has its own */
#include <cmocka.h>

#define ROOM ((size_t)1 << 30)

/* -- trees ------------------------------------------------------------------------------------------- */

static struct node *block(struct arena *a, struct node *root, enum node_kind kind, int level, const char *text)
{
	struct node *n = node_add(a, root, kind, (struct place){ 0 });
	n->level = level;
	node_run(a, n, str_c(text), (struct place){ 0 });
	return n;
}

static struct node *row(struct arena *a, struct node *table, bool header)
{
	struct node *r = node_add(a, table, NODE_ROW, (struct place){ 0 });
	r->header = header;
	return r;
}

static struct node *cell(struct arena *a, struct node *r, const char *text, bool number)
{
	struct node *c = node_add(a, r, NODE_CELL, (struct place){ 0 });
	c->number = number;
	if (*text)
		node_run(a, node_add(a, c, NODE_PARA, (struct place){ 0 }), str_c(text), (struct place){ 0 });
	return c;
}

static str rendered(struct arena *a, const struct node *root)
{
	struct err e = { 0 };
	str bytes;
	if (!render_xlsx.render(a, root, &bytes, &e))
		print_message("%s %s\n", e.message, e.detail);
	assert_int_equal(e.code, ERR_NONE);
	return bytes;
}

static str part(struct arena *a, str bytes, const char *name)
{
	CLEANUP(archive_close) struct archive *z = NULL;
	struct err e = { 0 };
	size_t i;
	str ret = { 0 };
	assert_true(archive_open(a, bytes, &z, &e));
	assert_true(archive_find(z, name, &i));
	assert_true(archive_read(z, i, a, ROOM / 4, &ret, &e));
	return ret;
}

static void assert_part(str xml, const char *what, bool there)
{
	bool found = str_find(xml, str_c(what), 0) < xml.n;
	if (found != there)
		print_message("%s %s in\n%.*s\n", what, there ? "is not" : "is", SF(xml));
	assert_true(found == there);
}

/* -- cells ------------------------------------------------------------------------------------------- */

/* What is a number is one, exactly; nothing else is, and nothing is a formula. */
static const struct { const char *text; bool number; const char *in_sheet; } cells[] = {
	{ "1,5", true, "<v>1.5</v>" },       { "0,272", true, "<v>0.272</v>" },     { "1,50", true, "<v>1.5</v>" },
	{ "-0,25", true, "<v>-0.25</v>" },   { "96", true, "<v>96</v>" },           { "123456789,1234", true, "<v>123456789.1234</v>" },
	{ "0,1", true, "<v>0.1</v>" },       { "1.1", false, "t=\"s\"" },           { "=1+1", false, "t=\"s\"" },
	{ "+84", false, "t=\"s\"" },         { "-5", false, "t=\"s\"" },            { "@SUM(A1)", false, "t=\"s\"" },
	{ "8/9", true, "t=\"s\"" },          { "1,5x", true, "t=\"s\"" },           { "1.000,5", true, "t=\"s\"" },
	{ "", true, "<c r=\"A1\"" },         { "http://a.vn", false, "t=\"s\"" },
};

static void test_cells(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(cells); i++) {
		CLEANUP(arena_close) struct arena *a = arena_open(ROOM);
		struct node *root = node_new(a, NODE_DOC, (struct place){ 0 });
		struct node *table = node_add(a, root, NODE_TABLE, (struct place){ 0 });
		cell(a, row(a, table, false), cells[i].text, cells[i].number);
		str sheet = part(a, rendered(a, root), "xl/worksheets/sheet1.xml");
		assert_part(sheet, cells[i].in_sheet, true);
		assert_part(sheet, "<f>", false);
		assert_part(sheet, "hyperlink", false);
	}
}

/* The decimals that were printed are those that are shown. */
static void test_formats(void **state)
{
	(void)state;
	CLEANUP(arena_close) struct arena *a = arena_open(ROOM);
	struct node *root = node_new(a, NODE_DOC, (struct place){ 0 });
	struct node *r = row(a, node_add(a, root, NODE_TABLE, (struct place){ 0 }), false);
	cell(a, r, "1,50", true);
	cell(a, r, "2", true);
	cell(a, r, "1.50", false);
	str bytes = rendered(a, root);
	str styles = part(a, bytes, "xl/styles.xml");
	assert_part(styles, "formatCode=\"0.00\"", true);
	assert_part(styles, "formatCode=\"0\"", true);
	assert_part(styles, "formatCode=\"@\"", true);
	assert_part(styles, "formatCode=\"0.0\"", false);
}

/* -- sheets ------------------------------------------------------------------------------------------ */

static const struct { const char *heading, *tab; } tabs[] = {
	{ "Bộ tiêu chí", "name=\"Bộ tiêu chí\"" },
	{ "a[b]:c*d?e/f\\g", "name=\"a b  c d e f g\"" },
	{ "'Phiếu'", "name=\"’Phiếu’\"" },
	{ "Một cái tên dài hơn ba mươi mốt chữ cái của tiếng Việt", "name=\"Một cái tên dài hơn ba mươi mốt\"" },
	{ "Điểm & <lý do>", "name=\"Điểm &amp; &lt;lý do&gt;\"" },
	{ "?", "name=\"Trang\"" },
};

static void test_tabs(void **state)
{
	(void)state;
	CLEANUP(arena_close) struct arena *a = arena_open(ROOM);
	struct node *root = node_new(a, NODE_DOC, (struct place){ 0 });
	for (size_t i = 0; i < COUNT(tabs); i++)
		block(a, root, NODE_HEADING, 1, tabs[i].heading);
	block(a, root, NODE_HEADING, 1, "bộ TIÊU chí");
	str book = part(a, rendered(a, root), "xl/workbook.xml");
	for (size_t i = 0; i < COUNT(tabs); i++)
		assert_part(book, tabs[i].tab, true);
	assert_part(book, "name=\"bộ TIÊU chí (2)\"", true);      /* Excel takes names that differ in case for one */
}

static void test_page(void **state)
{
	(void)state;
	CLEANUP(arena_close) struct arena *a = arena_open(ROOM);
	struct node *root = node_new(a, NODE_DOC, (struct place){ 0 });
	block(a, root, NODE_HEADING, 1, "Phiếu");
	block(a, root, NODE_PARA, 0, "Đơn vị: Sở A");
	struct node *table = node_add(a, root, NODE_TABLE, (struct place){ 0 }), *head = row(a, table, true);
	cell(a, head, "Mã", false);
	cell(a, head, "Điểm", false)->colspan = 2;
	struct node *r = row(a, table, false);
	cell(a, r, "1.1", false)->rowspan = 2;
	cell(a, r, "1,5", true);
	cell(a, r, "x", false);
	cell(a, row(a, table, false), "0,5", true);
	str bytes = rendered(a, root), sheet = part(a, bytes, "xl/worksheets/sheet1.xml");
	assert_part(sheet, "<pane ySplit=\"2\" topLeftCell=\"A3\"", true);
	assert_part(sheet, "orientation=\"landscape\"", true);
	assert_part(sheet, "paperSize=\"9\"", true);
	assert_part(sheet, "fitToHeight=\"0\"", true);
	assert_part(sheet, "<mergeCell ref=\"B2:C2\"/>", true);
	assert_part(sheet, "<mergeCell ref=\"A3:A4\"/>", true);
	assert_part(part(a, bytes, "xl/workbook.xml"), "_xlnm.Print_Titles", true);
	struct reading again = { 0 };
	struct err e = { 0 };
	assert_true(read_bytes(a, bytes, &again, &e));
	struct buf b = buf_open(a);
	node_print(&b, again.root);
	assert_part(buf_str(&b), "Đơn vị: Sở A", true);
	assert_part(buf_str(&b), "1.1", true);
	assert_part(buf_str(&b), "0.5", true);
}

/* The same tree gives the same bytes, and what is not text stays out of reach of readers of "_x0041_". */
static void test_bytes(void **state)
{
	(void)state;
	CLEANUP(arena_close) struct arena *a = arena_open(ROOM);
	struct node *root = node_new(a, NODE_DOC, (struct place){ 0 });
	struct node *table = node_add(a, root, NODE_TABLE, (struct place){ 0 });
	cell(a, row(a, table, false), "a_x0041_b", false);
	cell(a, row(a, table, false), "hai\ndòng", false);
	str one = rendered(a, root), two = rendered(a, root);
	assert_true(str_eq(one, two));
	struct reading again = { 0 };
	struct err e = { 0 };
	assert_true(read_bytes(a, one, &again, &e));
	struct buf b = buf_open(a);
	node_print(&b, again.root);
	assert_part(buf_str(&b), "a_x0041_b", true);
}

static void test_refused(void **state)
{
	(void)state;
	CLEANUP(arena_close) struct arena *a = arena_open(ROOM);
	struct node *wide = node_new(a, NODE_DOC, (struct place){ 0 }), *r = row(a, node_add(a, wide, NODE_TABLE, (struct place){ 0 }), false);
	struct node *long_text = node_new(a, NODE_DOC, (struct place){ 0 });
	char *text = make_n(a, char, 40001);
	struct err e = { 0 };
	str bytes;
	for (int i = 0; i < 513; i++)
		cell(a, r, "x", false);
	assert_false(render_xlsx.render(a, wide, &bytes, &e));
	assert_int_equal(e.code, ERR_LIMIT);
	assert_non_null(strstr(e.message, "quá nhiều cột"));
	memset(text, 'x', 40000);
	cell(a, row(a, node_add(a, long_text, NODE_TABLE, (struct place){ 0 }), false), text, false);
	e = (struct err){ 0 };
	assert_false(render_xlsx.render(a, long_text, &bytes, &e));
	assert_non_null(strstr(e.message, "ô quá dài"));
}

static void test_find(void **state)
{
	(void)state;
	assert_ptr_equal(renderer_find(S("bo.xlsx")), &render_xlsx);
	assert_ptr_equal(renderer_find(S("a/b.c/BO.XLSX")), &render_xlsx);
	assert_ptr_equal(renderer_find(S("xlsx")), &render_xlsx);
	assert_null(renderer_find(S("bo.xls")));
	assert_null(renderer_find(S("")));
}

int docout_render_xlsx_tests(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_cells), cmocka_unit_test(test_formats), cmocka_unit_test(test_tabs), cmocka_unit_test(test_page),
		cmocka_unit_test(test_bytes), cmocka_unit_test(test_refused), cmocka_unit_test(test_find),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
