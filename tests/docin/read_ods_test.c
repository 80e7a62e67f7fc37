#include "docin/read.h"
#include "pack.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#undef fail                     /* cmocka has its own */
#include <cmocka.h>

enum { ROOM = 512 << 20 };

/* -- a workbook from its sheets ---------------------------------------------------------------------- */

#define O "urn:oasis:names:tc:opendocument:xmlns:"
#define MIMETYPE "application/vnd.oasis.opendocument.spreadsheet"
#define SPACES "xmlns:office=\"" O "office:1.0\" xmlns:style=\"" O "style:1.0\" xmlns:text=\"" O "text:1.0\" xmlns:table=\"" O \
	"table:1.0\" xmlns:draw=\"" O "drawing:1.0\" " \
	"xmlns:calcext=\"urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0\""

#define SHEET(name, s) "<table:table table:name=\"" name "\">" s "</table:table>"
#define R(s) "<table:table-row>" s "</table:table-row>"
#define RA(attributes, s) "<table:table-row " attributes ">" s "</table:table-row>"
#define P(s) "<text:p>" s "</text:p>"
#define C(s) "<table:table-cell>" P(s) "</table:table-cell>"
#define CA(attributes, s) "<table:table-cell " attributes ">" s "</table:table-cell>"
#define N(type, value, s) CA("office:value-type=\"" type "\" office:value=\"" value "\"", P(s))
#define HEAD R(C("TT") C("Tiêu chí") C("Điểm"))

static str ods_of(struct arena *a, const char *sheets)
{
	str text = str_fmt(a, "<office:document-content " SPACES "><office:automatic-styles><style:style style:family=\"table\" style:name=\"ta2\">"
	                      "<style:table-properties table:display=\"false\"/></style:style></office:automatic-styles>"
	                      "<office:body><office:spreadsheet>%s</office:spreadsheet></office:body></office:document-content>", sheets);
	return pack(a, (struct packed[]){ { "mimetype", S(MIMETYPE) }, { "content.xml", text }, { 0 } });
}

/* "h{…}", "p{…}", "[a|b]" a row, with * behind a heading row */
static void draw(struct buf *b, const struct node *n)
{
	for (const struct node *c = n->first; c; c = c->next) {
		if (c->kind == NODE_TABLE) {
			draw(b, c);
		} else if (c->kind == NODE_ROW) {
			buf_put(b, S("["));
			draw(b, c);
			buf_put(b, c->header ? S("]*") : S("]"));
		} else if (c->kind == NODE_CELL) {
			buf_put(b, c->from.cell > 1 ? S("|") : S(""));
			if (c->colspan > 1 || c->rowspan > 1)
				buf_fmt(b, "%dx%d ", c->colspan, c->rowspan);
			draw(b, c);
		} else if (c->kind == NODE_RUN) {
			buf_put(b, c->text);
		} else if (n->kind == NODE_CELL) {
			buf_put(b, c == n->first ? S("") : S("¶"));
			draw(b, c);
		} else {
			buf_put(b, c->kind == NODE_HEADING ? S("h{") : S("p{"));
			draw(b, c);
			buf_put(b, S("}"));
		}
	}
}

static const struct { const char *what, *sheets, *tree, *note; } rows[] = {
	{ "numbers as they were typed", SHEET("Sheet1", HEAD R(C("1.1") N("float", "0.27200000000000002", "0,27") N("float", "1.5", "1,50"))
	                                      R(N("float", "2", "2") N("percentage", "0.9", "90,0%") N("percentage", "0.29", "29%"))),
	  "[TT|Tiêu chí|Điểm]*[1.1|0.272|1.5][2|90%|29%]", NULL },
	{ "dates", SHEET("Sheet1", HEAD R(C("1") CA("office:value-type=\"date\" office:date-value=\"2026-06-30\"", P("30 thg 6"))
	                                  CA("office:value-type=\"date\" office:date-value=\"2026-06-01\"", P("06/2026")))),
	  "[TT|Tiêu chí|Điểm]*[1|30/06/2026|06/2026]", NULL },
	{ "text", SHEET("Sheet1", HEAD R(C(" a \n b<text:s/>c") CA("", P("x") P("y<text:line-break/>z")) CA("office:value-type=\"string\" office:string-value=\"s\"", ""))),
	  "[TT|Tiêu chí|Điểm]*[a b c|x¶y¶z|s]", NULL },
	{ "comments and shapes", SHEET("Sheet1", "<table:shapes>" P("x") "</table:shapes>" HEAD
	                               R(C("1") CA("", "<office:annotation>" P("x") "</office:annotation>" P("a<draw:frame>" P("y") "</draw:frame>")) C("2"))),
	  "[TT|Tiêu chí|Điểm]*[1|a|2]", NULL },
	{ "merged and repeated", SHEET("Sheet1", HEAD R(CA("table:number-rows-spanned=\"2\"", P("1")) CA("table:number-columns-repeated=\"2\"", P("a")) "<table:table-cell table:number-columns-repeated=\"16000\"/>")
	                               R("<table:covered-table-cell/>" CA("table:number-columns-spanned=\"2\"", P("b")) "<table:covered-table-cell/>")
	                               RA("table:number-rows-repeated=\"2\"", C("2") C("c") C("d")) RA("table:number-rows-repeated=\"1048570\"", "<table:table-cell/>")),
	  "[TT|Tiêu chí|Điểm]*[1x2 1|a|a][2x1 b][2|c|d][2|c|d]", NULL },
	{ "a title, an empty row, two sheets", SHEET("Kế hoạch", R(C("PHỤ LỤC")) R("") HEAD R(C("1") C("a") C("2"))) SHEET("Khác", R(C("b"))) SHEET("Trống", R("")),
	  "h{Kế hoạch}p{PHỤ LỤC}[TT|Tiêu chí|Điểm]*[1|a|2]h{Khác}p{b}", NULL },
	{ "hidden rows", SHEET("Sheet1", HEAD RA("table:visibility=\"collapse\"", C("1") C("a") C("2")) RA("table:visibility=\"filter\" table:number-rows-repeated=\"2\"", C("2") C("b") C("3"))),
	  "[TT|Tiêu chí|Điểm]*[1|a|2][2|b|3][2|b|3]", "3 hàng bị ẩn (hàng 2–4)" },
	{ "hidden columns", SHEET("Sheet1", "<table:table-column/><table:table-column table:visibility=\"collapse\" table:number-columns-repeated=\"1000\"/>" HEAD R(C("1") C("a") C("2"))),
	  "[TT|Tiêu chí|Điểm]*[1|a|2]", "2 cột bị ẩn (cột B–C)" },
	{ "a hidden sheet", "<table:table table:name=\"Ẩn\" table:style-name=\"ta2\">" R(C("a")) "</table:table>", "h{Ẩn}p{a}", "đang bị ẩn" },
	{ "a broken formula", SHEET("Sheet1", HEAD R(C("1") C("a") CA("office:value-type=\"float\" office:value=\"0\" calcext:value-type=\"error\"", P("#DIV/0!")))),
	  "[TT|Tiêu chí|Điểm]*[1|a|#DIV/0!]", "ô đầu tiên là C2 (#DIV/0!)" },
	{ "a linked sheet", SHEET("Sheet1", "<table:table-source/>" R(C("a"))), "p{a}", "tệp hoặc nguồn khác" },
	{ "cells that are nowhere", SHEET("Sheet1", C("x") R(C("a" "<table:table-cell>" P("y") "</table:table-cell>"))) C("z"), "p{a}", NULL },
};

static void test_rows(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct arena *a = arena_open(ROOM);
		struct err e = { 0 };
		struct reading r = { 0 };
		struct buf b = buf_open(a);
		if (!read_bytes(a, ods_of(a, rows[i].sheets), &r, &e))
			fail_msg("%s: %s %s", rows[i].what, e.message, e.detail);
		assert_string_equal(r.by->name, "ods");
		draw(&b, r.root);
		if (strcmp(b.p, rows[i].tree))
			fail_msg("%s:\n%s\n%s", rows[i].what, b.p, rows[i].tree);
		if (rows[i].note ? r.notes.n != 1 || !strstr(r.notes.at[0].p, rows[i].note) : r.notes.n > 0)
			fail_msg("%s: noted \"%s\"", rows[i].what, r.notes.n ? r.notes.at[0].p : "");
		arena_free(a);
	}
}

static const struct { const char *sheets, *says; } refused[] = {
	{ SHEET("A", R("")), "không có ô nào" },
	{ SHEET("A", R("<table:table-cell table:number-columns-repeated=\"16384\"/>" C("x"))), "quá cột thứ 16384" },
	{ SHEET("A", RA("table:number-rows-repeated=\"1048576\"", C("x"))), "quá nhiều hàng có chữ" },
	{ SHEET("A", RA("table:number-rows-repeated=\"90000\"", CA("table:number-columns-repeated=\"9\"", P("x")))), "quá nhiều ô có chữ" },
	{ "<table:table>", "sai cú pháp" },
};

static void test_refused(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(refused); i++) {
		struct arena *a = arena_open(ROOM);
		struct err e = { 0 };
		struct reading r = { 0 };
		assert_false(read_bytes(a, ods_of(a, refused[i].sheets), &r, &e));
		if (!strstr(e.message, refused[i].says) || !e.hint[0])
			fail_msg("%s: %s", refused[i].says, e.message);
		arena_free(a);
	}
}

int docin_read_ods_tests(void);

int docin_read_ods_tests(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_rows), cmocka_unit_test(test_refused) };
	return cmocka_run_group_tests_name("docin_read_ods", tests, NULL, NULL);
}
