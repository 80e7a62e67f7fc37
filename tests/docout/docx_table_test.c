/* Tables of a .docx: spans, widths, rows that are repeated, tables beside and in each other, and what is too much. */
#include "docout/advance.h"
#include "docout/docx_sample.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#undef fail                     /* cmocka has its own */
#include <cmocka.h>
#include "docout/docx_file.h"

enum { CRITERIA = 14 };

/* Cells as their spans, "2x1"; rows by "/": what the reader finds of it, and how many cells the file has, those that go on from above too. */
static const struct { const char *spans, *back; size_t cells; } grids[] = {
	{ "1x1 1x1/1x1 1x1", "1x1 1x1/1x1 1x1", 4 },
	{ "2x1/1x1 1x1", "2x1/1x1 1x1", 3 },
	{ "1x2 1x1/1x1", "1x2 1x1/1x1", 4 },
	{ "1x1 2x2/1x1", "1x1 1x2/1x1", 4 },             /* the reader takes out columns in which nothing begins */
	{ "1x1 1x1 1x1/1x1", "1x1 1x1 1x1/1x1 2x1", 5 }, /* what no cell fills is one empty cell */
	{ "1x9 1x1/1x1", "1x2 1x1/1x1", 4 },             /* further down than there are rows */
	{ "1x2 1x1 1x2/3x1/1x1 1x1 1x1", "1x2 1x1 1x2/1x1/1x1 1x1 1x1", 9 },      /* into a cell from above: cut */
	{ "0x0 1x1/1x1 1x1", "1x1 1x1/1x1 1x1", 4 },
};

static void test_grids(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(grids); i++) {
		CLEANUP(arena_close) struct arena *a = arena_open(ROOM);
		struct node *root = node_new(a, NODE_DOC, NOWHERE), *t = table(a, root, false, NULL, 0), *r = row(a, t, false);
		for (const char *p = grids[i].spans; *p; p += 3) {
			struct node *c = cell(a, r, FORMAL_CELL, "ô");
			c->colspan = p[0] - '0';
			c->rowspan = p[2] - '0';
			if (p[3] == '/')
				r = row(a, t, false);
			p += p[3] != 0;
		}
		str bytes = rendered(a, root);
		struct buf b = buf_open(a);
		for (const struct node *k = reread(a, bytes)->first->first; k; k = k->next) {
			for (const struct node *c = k->first; c; c = c->next)
				buf_fmt(&b, "%dx%d%s", c->colspan, c->rowspan, c->next ? " " : "");
			buf_put(&b, k->next ? S("/") : S(""));
		}
		str text = part(a, bytes, "word/document.xml");
		if (!str_eq(buf_str(&b), str_c(grids[i].back)) || times(text, "<w:tc>") != grids[i].cells)
			fail_msg("%s: %.*s, %zu cells", grids[i].spans, SF(buf_str(&b)), times(text, "<w:tc>"));
	}
}

static void test_tables(void **state)
{
	(void)state;
	CLEANUP(arena_close) struct arena *a = arena_open(ROOM);
	str text = part(a, rendered(a, sample(a, CRITERIA)), "word/document.xml");
	assert_int_equal(times(text, "<w:tblHeader/>"), 3);                    /* of the table of the chart; two of the annex */
	assert_int_equal(times(text, "<w:tblStyle w:val=\"PLAIN\"/>"), 2);
	str annex = str_sub(text, str_find(text, S("Phụ lục I<"), 0), text.n);
	static const int widths[] = { 700, 3080, 1260, 3360, 3360, 2240 };     /* per mille of 247 mm */
	str grid = between(annex, "<w:tblGrid>", "</w:tblGrid>");
	for (size_t i = 0; i < COUNT(widths); i++) {
		assert_in_range(number_in(grid, "w:w=\""), widths[i] - 10, widths[i] + 10);
		grid = str_sub(grid, str_find(grid, S("/>"), 0) + 1, grid.n);
	}
	assert_true(times(annex, "<w:cantSplit/>") > CRITERIA);
}

/* A column that is given less than its longest word gets it from those that have room; a word without an end does not take all. */
static void test_words_whole(void **state)
{
	(void)state;
	static const int widths[] = { 20, 30, 950 };
	CLEANUP(arena_close) struct arena *a = arena_open(ROOM);
	struct node *root = node_new(a, NODE_DOC, NOWHERE), *r = row(a, table(a, root, false, widths, COUNT(widths)), false);
	cell(a, r, FORMAL_CELL, "3.2.1");
	cell(a, r, FORMAL_CELL, "Điểm");
	cell(a, r, FORMAL_CELL, "https://vidu.gov.vn/mot-dia-chi-rat-dai-khong-co-khoang-trong-nao-o-trong-no-ca-va-con-dai-hon-nua/va-nua");
	str grid = between(part(a, rendered(a, root), "word/document.xml"), "<w:tblGrid>", "</w:tblGrid>");
	int first = number_in(grid, "w:w=\""), second = number_in(str_sub(grid, str_find(grid, S("/>"), 0), grid.n), "w:w=\"");
	assert_in_range(first, advance(S("3.2.1"), 24, UPRIGHT, ROMAN) + 170, 1000);
	assert_in_range(second, advance(S("Điểm"), 24, UPRIGHT, ROMAN) + 170, 1000);
}

/* Two tables stay two; a document may end with one, and a cell too. */
static void test_neighbours(void **state)
{
	(void)state;
	CLEANUP(arena_close) struct arena *a = arena_open(ROOM);
	struct node *root = node_new(a, NODE_DOC, NOWHERE);
	cell(a, row(a, table(a, root, false, NULL, 0), false), FORMAL_CELL, "một");
	struct node *c = cell(a, row(a, table(a, root, false, NULL, 0), false), FORMAL_CELL, "");
	cell(a, row(a, table(a, c, false, NULL, 0), false), FORMAL_CELL, "trong");
	table(a, root, false, NULL, 0);                                        /* without a row: nothing */
	str bytes = rendered(a, root), text = part(a, bytes, "word/document.xml");
	assert_int_equal(times(text, "<w:tbl>"), 3);
	assert_int_equal(times(text, "</w:tbl><w:tbl>"), 0);
	assert_int_equal(times(text, "</w:tbl></w:tc>"), 0);
	assert_int_equal(times(text, "</w:tbl><w:sectPr>"), 0);
	const struct node *back = reread(a, bytes);
	assert_true(back->first->kind == NODE_TABLE && back->last->kind == NODE_TABLE && back->first->next == back->last);
}

static struct node *deep(struct arena *a, int depth)
{
	struct node *root = node_new(a, NODE_DOC, NOWHERE), *in = root;
	for (int i = 0; i < depth; i++)
		in = cell(a, row(a, table(a, in, false, NULL, 0), false), FORMAL_CELL, "");
	return root;
}

static struct node *wide(struct arena *a, int columns, int span)
{
	struct node *root = node_new(a, NODE_DOC, NOWHERE), *r = row(a, table(a, root, false, NULL, 0), false);
	for (int i = 0; i < columns; i++)
		cell(a, r, FORMAL_CELL, "x")->colspan = span;
	return root;
}

static void test_refused(void **state)
{
	(void)state;
	CLEANUP(arena_close) struct arena *a = arena_open(ROOM);
	struct node *const trees[] = { wide(a, 64, 1), wide(a, 1000, 1), wide(a, 4, 20), wide(a, 1, 1 << 16), deep(a, 40) };
	for (size_t i = 0; i < COUNT(trees); i++) {
		struct err e = { 0 };
		str bytes;
		assert_false(render_docx.render(a, trees[i], &bytes, &e));
		assert_int_equal(e.code, ERR_LIMIT);
		assert_true(*e.message && *e.hint);
	}
	rendered(a, wide(a, 63, 1));
	rendered(a, deep(a, 16));
	rendered(a, node_new(a, NODE_DOC, NOWHERE));
}

int docout_docx_table_tests(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_grids),      cmocka_unit_test(test_tables), cmocka_unit_test(test_words_whole),
		cmocka_unit_test(test_neighbours), cmocka_unit_test(test_refused),
	};
	return cmocka_run_group_tests_name("docout/docx_table", tests, NULL, NULL);
}
