#include "base/archive.h"
#include "docin/tool.h"
#include "docout/render.h"
#include "docout/specimen.h"
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
	struct node *wide = node_new(a, NODE_DOC, (struct place){ 0 });
	struct node *r = row(a, node_add(a, wide, NODE_TABLE, (struct place){ 0 }), false);
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

/* -- official documents ------------------------------------------------------------------------------ */

/* The children of an element stand in the order of the schema, or Excel calls the file damaged. */
static void assert_order(str xml, const char *const *order, size_t n)
{
	size_t at = 0;
	int depth = 0;
	for (size_t i = str_find(xml, S("?>"), 0); i < xml.n; i++) {
		if (xml.p[i] != '<')
			continue;
		size_t end = str_find(xml, S(">"), i);
		bool close = xml.p[i + 1] == '/', whole = xml.p[end - 1] == '/';
		str name = str_sub(xml, i + 1, i + 1 + strcspn(xml.p + i + 1, " />"));
		if (!close && depth == 1) {
			while (at < n && !str_eq(str_c(order[at]), name))
				at++;
			if (at == n)
				fail_msg("<%.*s> is unknown or stands too late", SF(name));
		}
		depth += close ? -1 : whole ? 0 : 1;
		i = end;
	}
}

/* ECMA-376 part 1, 18.3.1.99 and 21.2.2.29, those that we may have */
static const char *const in_worksheet[] = {
	"sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData", "sheetProtection", "autoFilter", "mergeCells", "conditionalFormatting",
	"dataValidations", "hyperlinks", "printOptions", "pageMargins", "pageSetup", "headerFooter", "rowBreaks", "colBreaks", "ignoredErrors", "drawing",
	"legacyDrawing", "tableParts", "extLst",
};
static const char *const in_chart_space[] = { "c:date1904", "c:lang", "c:roundedCorners", "c:style", "c:clrMapOvr", "c:chart", "c:spPr", "c:txPr",
                                              "c:printSettings" };

static void test_paper(void **state)
{
	(void)state;
	CLEANUP(arena_close) struct arena *a = arena_open(ROOM);
	str bytes = rendered(a, specimen(a)), book = part(a, bytes, "xl/workbook.xml");
	str main = part(a, bytes, "xl/worksheets/sheet1.xml"), annex = part(a, bytes, "xl/worksheets/sheet2.xml"), chart = part(a, bytes, "xl/charts/chart1.xml");
	assert_part(book, "name=\"Văn bản\"", true);
	assert_part(book, "name=\"Phụ lục I\"", true);
	assert_part(book, "I. MỤC ĐÍCH", false);                  /* its headings are no sheets */
	assert_part(book, "'Phụ lục I'!$4:$5", true);             /* both heading rows on each page */
	assert_part(part(a, bytes, "docProps/core.xml"), "<dc:title>Kế hoạch 07/KH-STP</dc:title>", true);
	assert_part(main, "orientation=\"portrait\"", true);
	assert_part(main, "<v>0.45</v>", true);
	assert_part(main, "<mergeCell ref=\"A1:B1\"/>", true);     /* letterhead: halves that are nearest to those on paper */
	assert_part(main, "<mergeCell ref=\"C1:D1\"/>", true);
	assert_part(main, "<drawing ", true);
	assert_part(annex, "orientation=\"landscape\"", true);
	assert_part(annex, "<pane ySplit=\"5\"", true);
	assert_part(annex, "<mergeCell ref=\"C4:D4\"/>", true);
	assert_part(annex, "<mergeCell ref=\"B6:H6\"/>", true);
	assert_part(chart, "<c:f>'Văn bản'!$B$15:$B$17</c:f>", true);     /* the table above it, not a copy */
	assert_part(chart, "<c:f>'Văn bản'!$D$15:$D$17</c:f>", true);
	assert_part(chart, "<c:v>1.25</c:v>", true);
	assert_part(chart, "<c:tickLblSkip val=\"1\"/>", true);
	assert_order(main, in_worksheet, COUNT(in_worksheet));
	assert_order(annex, in_worksheet, COUNT(in_worksheet));
	assert_order(chart, in_chart_space, COUNT(in_chart_space));
	assert_true(str_eq(bytes, rendered(a, specimen(a))));
}

/* Figures that stand in no table come below it; no name is a formula. */
static void test_chart_alone(void **state)
{
	static const int64_t values[] = { 150, CHART_NONE }, more[] = { 25, 5 };
	static const str labels[] = { SPEC("=1+1"), SPEC("@b") };
	static const struct chart_series series[] = { { SPEC("=SUM(A1)"), values }, { SPEC("+c"), more } };
	static const struct chart c = { CHART_STACKED, SPEC("=HYPERLINK(\"x\")"), SPEC(""), SPEC("-đ"), 2, 2, 2, labels, series };
	(void)state;
	CLEANUP(arena_close) struct arena *a = arena_open(ROOM);
	struct node *root = node_new(a, NODE_DOC, (struct place){ 0 });
	struct node *table = spec_table(a, root, false, NULL, 0);
	spec_cells(a, table, false, "=1+1|#1,5|#0,26|x");         /* near, but not it */
	spec_cells(a, table, false, "@b||#0,05|x");
	node_add(a, root, NODE_CHART, (struct place){ 0 })->chart = &c;
	str bytes = rendered(a, root), sheet = part(a, bytes, "xl/worksheets/sheet1.xml"), chart = part(a, bytes, "xl/charts/chart1.xml");
	assert_part(chart, "<c:grouping val=\"stacked\"/>", true);
	assert_part(chart, "<c:v> =SUM(A1)</c:v>", true);
	assert_part(chart, "<a:t> =HYPERLINK(", true);
	assert_part(chart, "<c:f>SUM", false);
	assert_part(chart, "<c:f>HYPERLINK", false);
	assert_part(chart, "!$B$18:$B$19</c:f>", true);
	assert_part(sheet, "<v>0.25</v>", true);
	assert_part(sheet, "<f>", false);
}

/* What a sheet cannot draw is left out, and the sheet is there all the same. */
static void test_small(void **state)
{
	static const struct chart none = { 0 };
	(void)state;
	CLEANUP(arena_close) struct arena *a = arena_open(ROOM);
	struct node *root = node_new(a, NODE_DOC, (struct place){ 0 });
	spec_block(a, root, NODE_PARA, FORMAL_TYPE, "=1+1");
	spec_row(a, spec_table(a, root, true, NULL, 0), false);
	node_add(a, root, NODE_CHART, (struct place){ 0 })->chart = &none;
	struct node *wide = spec_row(a, spec_table(a, root, true, NULL, 0), false);
	for (int i = 0; i < 5; i++)
		spec_cell(a, wide, FORMAL_NUMBER, "@x");
	spec_cell(a, spec_row(a, spec_table(a, root, false, NULL, 0), false), FORMAL_NONE, "below")->rowspan = 9;
	spec_block(a, root, NODE_PARA, FORMAL_NONE, "")->begins = BEGINS_LANDSCAPE;
	str bytes = rendered(a, root), sheet = part(a, bytes, "xl/worksheets/sheet1.xml");
	assert_part(sheet, "<f>", false);
	assert_part(sheet, "<c r=\"E", true);
	assert_part(sheet, "<drawing", false);
	assert_part(sheet, ":A", false);                           /* a cell reaches no further than its table */
	assert_part(part(a, bytes, "xl/workbook.xml"), "name=\"Phụ lục\"", true);
}

/* LibreOffice has every text of it. */
static void test_office(void **state)
{
	(void)state;
	CLEANUP(arena_close) struct arena *a = arena_open(ROOM);
	const char *const args[] = { "--headless", "--convert-to", "pdf", "--outdir", ".", "in.xlsx", NULL };
	const char *const words[] = { "-layout", "in.pdf", "-", NULL };
	struct tool_result pdf = { 0 }, text = { 0 };
	struct err e = { 0 };
	if (!tool_here(&tool_soffice) || !tool_here(&tool_pdftotext)) {
		print_message("LibreOffice or pdftotext is not here: nobody else was asked to open the file\n");
		skip();
	}
	struct node *root = specimen(a);
	struct member in = { S("in.xlsx"), rendered(a, root) };
	if (!tool_run(a, &tool_soffice, &(struct tool_call){ args, &in, 1, "in.pdf", 1 << 24 }, &pdf, &e) || pdf.files.n != 1 ||
	    !tool_run(a, &tool_pdftotext, &(struct tool_call){ words, pdf.files.at, 1, NULL, 1 << 20 }, &text, &e))
		fail_msg("%s / %s", e.message, e.detail);
	str all = node_text(a, root, NULL);
	for (size_t at = 0, end; at < all.n; at = end + 1) {
		end = at + strcspn(all.p + at, " \n,");            /* a word: lines break where they must; LibreOffice has points for commas */
		str word = str_sub(all, at, end);
		if (word.n && str_find(text.printed, word, 0) == text.printed.n)
			fail_msg("%.*s is not in\n%.*s", SF(word), SF(text.printed));
	}
}

int docout_render_xlsx_tests(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_cells), cmocka_unit_test(test_formats), cmocka_unit_test(test_tabs), cmocka_unit_test(test_page),
		cmocka_unit_test(test_bytes), cmocka_unit_test(test_refused), cmocka_unit_test(test_find),
		cmocka_unit_test(test_paper), cmocka_unit_test(test_chart_alone), cmocka_unit_test(test_small),
		cmocka_unit_test(test_office),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
