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

/* -- an OpenDocument text from its body -------------------------------------------------------------- */

#define O "urn:oasis:names:tc:opendocument:xmlns:"
#define SPACES "xmlns:office=\"" O "office:1.0\" xmlns:style=\"" O "style:1.0\" xmlns:text=\"" O "text:1.0\" xmlns:table=\"" O \
	"table:1.0\" xmlns:draw=\"" O "drawing:1.0\" xmlns:fo=\"" O "xsl-fo-compatible:1.0\" xmlns:svg=\"" O "svg-compatible:1.0\" " \
	"xmlns:loext=\"urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0\""
#define MIMETYPE "application/vnd.oasis.opendocument.text"

struct source { const char *body, *automatic, *common, *text; };      /* text: attributes of office:text */

static str content(struct arena *a, const struct source *s, const char *root)
{
	return str_fmt(a, "<?xml version=\"1.0\"?><office:%s " SPACES " office:mimetype=\"" MIMETYPE "\"><office:automatic-styles>%s"
	                  "</office:automatic-styles><office:body><office:text %s>%s</office:text></office:body></office:%s>",
	               root, s->automatic ? s->automatic : "", s->text ? s->text : "", s->body, root);
}

static str odt_of(struct arena *a, const struct source *s, struct packed more)
{
	str styles = str_fmt(a, "<office:document-styles " SPACES ">%s</office:document-styles>", s->common ? s->common : "");
	struct packed files[] = { { "mimetype", S(MIMETYPE) }, { "content.xml", content(a, s, "document-content") },
		                  { "styles.xml", styles }, more, { 0 } };
	return pack(a, files);
}

/* -- the tree as text: "h2@1{…}", a row "row*[cell 2x1|…]" with * for a heading row ------------------- */

static void draw_text(struct buf *b, const struct node *n)
{
	buf_fmt(b, "%s", n->kind == NODE_HEADING ? "h" : n->kind == NODE_ITEM ? "item" : "p");
	if (n->level)
		buf_fmt(b, "%d", n->level);
	if (n->from.page)
		buf_fmt(b, "/%d", n->from.page);
	buf_fmt(b, "@%d%s%.*s", n->from.line, n->marker.n ? " " : "", SF(n->marker));
	for (const struct node *r = n->first; r; r = r->next)
		buf_fmt(b, "%s%s{%.*s}", r->bold ? "*" : "", r->italic ? "/" : "", SF(r->text));
}

static void draw(struct buf *b, const struct node *n)
{
	for (const struct node *c = n->first; c; c = c->next) {
		if (c->kind == NODE_TABLE || c->kind == NODE_ROW) {
			buf_fmt(b, "%s%s[", c->kind == NODE_TABLE ? "table" : "row", c->header ? "*" : "");
			draw(b, c);
			buf_put(b, S("]"));
		} else if (c->kind == NODE_CELL) {
			buf_put(b, c->from.cell > 1 ? S("|") : S(""));
			if (c->colspan > 1 || c->rowspan > 1)
				buf_fmt(b, "%dx%d ", c->colspan, c->rowspan);
			draw(b, c);
		} else {
			draw_text(b, c);
		}
	}
}

static str notes(struct arena *a, const struct reading *r)
{
	struct buf b = buf_open(a);
	for (size_t i = 0; i < r->notes.n; i++)
		buf_fmt(&b, "%.*s\n", SF(r->notes.at[i]));
	return buf_str(&b);
}

struct row { const char *what; struct source in; const char *tree, *note; };

static void run(const struct row *row)
{
	struct arena *a = arena_open(ROOM);
	struct err e = { 0 };
	struct reading r = { 0 };
	struct buf b = buf_open(a);
	if (!read_bytes(a, odt_of(a, &row->in, (struct packed){ 0 }), &r, &e))
		fail_msg("%s: %s %s", row->what, e.message, e.detail);
	assert_string_equal(r.by->name, "odt");
	draw(&b, r.root);
	if (strcmp(b.p, row->tree))
		fail_msg("%s:\n%s\n%s", row->what, b.p, row->tree);
	str said = notes(a, &r);
	if (row->note ? !strstr(said.p, row->note) : said.n > 0)
		fail_msg("%s: noted \"%s\"", row->what, said.p);
	arena_free(a);
}

#define P(s) "<text:p>" s "</text:p>"
#define STYLED(style, s) "<text:p text:style-name=\"" style "\">" s "</text:p>"
#define SPAN(style, s) "<text:span text:style-name=\"" style "\">" s "</text:span>"
#define STYLE(family, name, parent, inside) \
	"<style:style style:family=\"" family "\" style:name=\"" name "\" style:parent-style-name=\"" parent "\">" inside "</style:style>"
#define TEXT(attributes) "<style:text-properties " attributes "/>"

/* -- text ------------------------------------------------------------------------------------------- */

static const struct row texts[] = {
	{ "headings", { .body = "<text:h text:outline-level=\"2\">KẾ HOẠCH</text:h>" P("một") "<text:h>II</text:h>" },
	  "h2@1{KẾ HOẠCH}p@2{một}h1@3{II}", NULL },
	{ "empty paragraphs count and are not there", { .body = P("") "<text:p/>" P("a") P(" ") P("b") }, "p@3{a}p@5{b}", NULL },
	{ "white space", { .body = P(" a \n\t b<text:s/><text:s text:c=\"2\"/>c<text:tab/>d ") }, "p@1{a b   c\td}", NULL },
	{ "space at the edge of a span", { .body = P("a <text:span>b</text:span> <text:span> c</text:span>d") }, "p@1{a b cd}", NULL },
	{ "line break", { .body = P("a<text:line-break/> b") "<text:h>c<text:line-break/>d</text:h>" }, "p@1{a}p@1{b}h1@2{c d}", NULL },
	{ "fields, links, bookmarks, soft hyphens, NFD",
	  { .body = P("<text:bookmark text:name=\"x\"/>số <text:page-number>3</text:page-number> <text:a>ở\xC2\xA0" "đây</text:a> a\xC2\xAD" "b a\xCC\x81") },
	  "p@1{số 3 ở đây ab á}", NULL },
	{ "comments, titles, contents, numbers written out",
	  { .body = "<text:table-of-content><text:index-body>" P("I. MỤC 3") "</text:index-body></text:table-of-content>"
	            "<text:h><text:number>1.</text:number>a</text:h>" P("b<office:annotation>" P("c") "</office:annotation>d"
	            "<draw:frame><svg:title>e</svg:title><draw:image><office:binary-data>QQ==</office:binary-data></draw:image></draw:frame>") },
	  "h1@1{a}p@2{bd}", NULL },
	{ "styles by their chains",
	  { .body = STYLED("P1", "a" SPAN("T1", "b" SPAN("T2", "c") SPAN("none", "d"))) STYLED("P2", "e"),
	    .automatic = STYLE("paragraph", "P1", "Base", "") STYLE("paragraph", "P2", "P2", TEXT("fo:font-style=\"italic\""))
	                 STYLE("text", "T1", "", TEXT("fo:font-style=\"italic\"")) STYLE("text", "T2", "", TEXT("fo:font-weight=\"normal\"")),
	    .common = "<office:styles>" STYLE("paragraph", "Base", "", TEXT("fo:font-weight=\"bold\"")) "</office:styles>"
	              "<office:automatic-styles>" STYLE("text", "T2", "", TEXT("fo:font-style=\"normal\"")) "</office:automatic-styles>"
	              "<office:master-styles>" P("Trang 1") "</office:master-styles>" },
	  "p@1*{a}*/{b}/{c}*/{d}p@2/{e}", NULL },
	{ "capitals", { .body = STYLED("P1", "điểm trừ"), .automatic = STYLE("paragraph", "P1", "", TEXT("fo:text-transform=\"uppercase\"")) },
	  "p@1{ĐIỂM TRỪ}", NULL },
	{ "old fonts", { .body = P(SPAN("T1", "Qu¶n l\xC3\xBD") " quản lý"), .automatic = STYLE("text", "T1", "", TEXT("style:font-name=\".VnTime\"")) },
	  "p@1{Quản lý quản lý}", NULL },
	{ "hidden text", { .body = P("a" SPAN("T1", "b") "c"), .automatic = STYLE("text", "T1", "", TEXT("text:display=\"none\"")) },
	  "p@1{ac}", "chữ ẩn" },
	{ "a hidden section", { .body = P("a") "<text:section text:display=\"none\">" P("b") "</text:section>" P("c") }, "p@1{a}p@2{c}", "phần ẩn" },
	{ "hidden by a field", { .body = P("a<text:hidden-text text:is-hidden=\"true\">b</text:hidden-text>c"
	                                   "<text:hidden-text>d</text:hidden-text><text:variable-set text:display=\"none\">5</text:variable-set>") },
	  "p@1{acd}", "chữ ẩn" },
	{ "tracked changes",
	  { .body = "<text:tracked-changes><text:changed-region><text:deletion><office:change-info/>" P("x") "</text:deletion></text:changed-region>"
	            "<text:changed-region><text:insertion/></text:changed-region></text:tracked-changes>"
	            P("a<text:change text:change-id=\"1\"/>b<text:change-start text:change-id=\"2\"/>c<text:change-end text:change-id=\"2\"/>") },
	  "p@1{abc}", "1 chỗ thêm và 1 chỗ xóa" },
	{ "footnotes", { .body = P("1,5<text:note><text:note-citation>1</text:note-citation><text:note-body>" P("Theo  báo cáo") P("của Sở")
	                           "</text:note-body></text:note> điểm") P("b") },
	  "p@1{1,5 điểm}p@2{b}p@3{[1] Theo báo cáo của Sở}", NULL },
	{ "a table in a footnote", { .body = P("a<text:note><text:note-body><table:table><table:table-row><table:table-cell>" P("b")
	                                       "</table:table-cell></table:table-row></table:table></text:note-body></text:note>") },
	  "p@1{a}p@2{[1] b}", NULL },
	{ "text boxes", { .body = P("<draw:frame><draw:text-box>" P("hộp") "</draw:text-box></draw:frame>a")
	                          P("b <draw:frame><draw:text-box>" P("x") P("y") "</draw:text-box></draw:frame>c")
	                          "<text:h>" "<draw:custom-shape>" P("z") "</draw:custom-shape>d</text:h>" },
	  "p@2{hộp}p@3{a}p@5{x}p@6{y}p@4{b }{c}p@8{z}h1@9{d}", NULL },
	{ "a table in a text box", { .body = P("a<draw:frame><draw:text-box><table:table><table:table-row><table:table-cell>" P("1")
	                                       "</table:table-cell></table:table-row></table:table></draw:text-box></draw:frame>b") },
	  "table[row[p@2{1}]]p@1{a}{b}", NULL },
	{ "embedded objects", { .body = P("a<draw:frame><draw:object>" P("x") "</draw:object></draw:frame>") }, "p@1{a}", "1 đối tượng nhúng" },
	{ "pages", { .body = STYLED("P1", "a") "<text:soft-page-break/>" P("b<text:soft-page-break/>c") STYLED("P1", "d"),
	             .automatic = "<style:style style:family=\"paragraph\" style:name=\"P1\"><style:paragraph-properties fo:break-before=\"page\"/>"
	                          "</style:style>",
	             .text = "text:use-soft-page-breaks=\"true\"" },
	  "p/1@1{a}p/2@2{bc}p/4@3{d}", NULL },
	{ "pages that were never laid out", { .body = P("a") "<text:soft-page-break/>" P("b") }, "p@1{a}p@2{b}", NULL },
};

/* -- lists ------------------------------------------------------------------------------------------ */

#define LIST(attributes, s) "<text:list " attributes ">" s "</text:list>"
#define ITEM(s) "<text:list-item>" s "</text:list-item>"
#define LEVEL(level, attributes) "<text:list-level-style-number text:level=\"" level "\" " attributes "/>"
#define L1 "text:style-name=\"L1\""
#define CODES "<text:list-style style:name=\"L1\">" LEVEL("1", "style:num-format=\"1\" style:num-suffix=\".\"") \
	LEVEL("2", "style:num-format=\"1\" style:num-suffix=\".\" text:display-levels=\"2\"") \
	LEVEL("3", "style:num-format=\"a\" style:num-suffix=\")\" text:start-value=\"3\"") "</text:list-style>"

static const struct row lists[] = {
	{ "numbers", { .body = LIST(L1, ITEM(P("một") P("tiếp") LIST("", ITEM(P("x")) ITEM(P("y") LIST("", ITEM(P("z"))))))
	                                ITEM(P("hai") LIST("", ITEM(P("w"))))),
	               .automatic = CODES },
	  "p@1{1. một}p@2{tiếp}p@3{1.1. x}p@4{1.2. y}p@5{c) z}p@6{2. hai}p@7{2.1. w}", NULL },
	{ "bullets", { .body = LIST("text:style-name=\"B\"", ITEM(P("một") LIST("", ITEM(P("hai")))) ITEM(P("")) "<text:list-header>" P("ba") "</text:list-header>"),
	               .automatic = "<text:list-style style:name=\"B\"><text:list-level-style-bullet text:level=\"1\" text:bullet-char=\"\xEF\x82\xB7\"/>"
	                            "<text:list-level-style-bullet text:level=\"2\" text:bullet-char=\"+\"/></text:list-style>" },
	  "item1@1 -{một}item2@2 +{hai}p@4{ba}", NULL },
	{ "a new list begins anew, one that goes on does not",
	  { .body = LIST(L1 " xml:id=\"a\"", ITEM(P("a")) ITEM(P("b"))) P("x") LIST(L1, ITEM(P("c"))) LIST(L1 " text:continue-numbering=\"true\"", ITEM(P("d")))
	            LIST(L1 " text:continue-list=\"a\"", ITEM(P("e"))),
	    .automatic = CODES },
	  "p@1{1. a}p@2{2. b}p@3{x}p@4{1. c}p@5{2. d}p@6{3. e}", NULL },
	{ "a list that goes on further in", { .body = LIST(L1, ITEM(P("a") LIST("", ITEM(P("b"))))) P("x")
	                                              LIST(L1 " text:continue-numbering=\"true\"", ITEM(LIST("", ITEM(P("c")))) ITEM(P("d"))),
	                                      .automatic = CODES },
	  "p@1{1. a}p@2{1.1. b}p@3{x}p@4{1.2. c}p@5{2. d}", NULL },
	{ "an inner list begins anew", { .body = LIST(L1, ITEM(P("a") LIST("", ITEM(P("b"))) P("x") LIST("", ITEM(P("c"))) LIST("text:continue-numbering=\"true\"", ITEM(P("d"))))),
	                                 .automatic = CODES },
	  "p@1{1. a}p@2{1.1. b}p@3{x}p@4{1.1. c}p@5{1.2. d}", NULL },
	{ "an item's own number", { .body = LIST(L1, "<text:list-item text:start-value=\"5\">" P("a") "</text:list-item>" ITEM(P("b"))), .automatic = CODES },
	  "p@1{5. a}p@2{6. b}", NULL },
	{ "the row numbers of a table", { .body = "<table:table><table:table-row><table:table-cell>" LIST(L1, ITEM(P(""))) "</table:table-cell><table:table-cell>"
	                                          P("x") "</table:table-cell></table:table-row><table:table-row><table:table-cell>"
	                                          LIST(L1 " text:continue-numbering=\"true\"", ITEM(P(""))) "</table:table-cell></table:table-row></table:table>",
	                                  .automatic = CODES },
	  "table[row[p@1{1.}|p@2{x}]row[p@3{2.}]]", NULL },
	{ "kinds of numbers", { .body = LIST("text:style-name=\"R\"", ITEM(P("a") LIST("", ITEM(P("b") LIST("", ITEM(P("c") LIST("", ITEM(P("d") LIST("", ITEM(P("e"))))))))))),
	                        .automatic = "<text:list-style style:name=\"R\">" LEVEL("1", "style:num-format=\"I\" text:start-value=\"14\"")
	                                     LEVEL("2", "style:num-format=\"A\" text:start-value=\"28\" style:num-prefix=\"(\" style:num-suffix=\")\"")
	                                     LEVEL("3", "style:num-format=\"i\" text:start-value=\"9\"") LEVEL("4", "style:num-format=\"\" style:num-suffix=\"-\"")
	                                     LEVEL("5", "style:num-format=\"1\" loext:num-list-format=\"Điều %1%-%5%:\" text:display-levels=\"5\"") "</text:list-style>" },
	  "p@1{XIV a}p@2{(BB) b}p@3{ix c}item4@4 -{d}p@5{Điều XIV-1: e}", NULL },
	{ "the style of the paragraph", { .body = LIST("", ITEM(STYLED("P1", "a"))), .automatic = CODES "<style:style style:family=\"paragraph\" style:name=\"P1\" "
	                                  "style:list-style-name=\"L1\"/>" },
	  "p@1{1. a}", NULL },
	{ "a list without a style", { .body = LIST("", ITEM(P("a"))) }, "p@1{a}", NULL },
	{ "numbered headings", { .body = "<text:h text:outline-level=\"1\">a</text:h><text:h text:outline-level=\"2\">b</text:h>"
	                                 "<text:h text:outline-level=\"2\" text:is-list-header=\"true\">c</text:h><text:h text:outline-level=\"1\">d</text:h>",
	                         .common = "<text:outline-style><text:outline-level-style text:level=\"1\" style:num-format=\"I\" style:num-suffix=\".\"/>"
	                                   "<text:outline-level-style text:level=\"2\" style:num-format=\"1\" style:num-suffix=\".\" text:display-levels=\"2\"/></text:outline-style>" },
	  "h1@1{I. a}h2@2{I.1. b}h2@3{c}h1@4{II. d}", NULL },
	{ "a list in a text box is its own", { .body = LIST(L1, ITEM(P("a<draw:frame><draw:text-box>" LIST(L1, ITEM(P("b"))) "</draw:text-box></draw:frame>")) ITEM(P("c"))),
	                                       .automatic = CODES },
	  "p@2{1. b}p@1{1. a}p@3{2. c}", NULL },
};

/* -- tables ----------------------------------------------------------------------------------------- */

#define T(s) "<table:table>" s "</table:table>"
#define R(s) "<table:table-row>" s "</table:table-row>"
#define C(s) "<table:table-cell>" s "</table:table-cell>"
#define CA(attributes, s) "<table:table-cell " attributes ">" s "</table:table-cell>"
#define COVERED "<table:covered-table-cell>" P("che") "</table:covered-table-cell>"

static const struct row tables[] = {
	{ "a heading row", { .body = T("<table:table-header-rows>" R(C(P("TT")) C(P("Tên"))) "</table:table-header-rows>" R(C(P("1")) C(P("a") P("b")))) P("sau") },
	  "table[row*[p@1{TT}|p@2{Tên}]row[p@3{1}|p@4{a}p@5{b}]]p@6{sau}", NULL },
	{ "merged cells", { .body = T(R(CA("table:number-columns-spanned=\"2\"", P("a")) COVERED C(P("b"))) R(CA("table:number-rows-spanned=\"2\"", P("c")) C(P("d")) C("")) R(COVERED C(P("e")) C(""))) },
	  "table[row[2x1 p@1{a}|p@2{b}]row[1x2 p@3{c}|p@4{d}|]row[p@5{e}|]]", NULL },
	{ "a cell over a row left out", { .body = T(R(CA("table:number-rows-spanned=\"3\"", P("a")) C(P("b"))) R(COVERED C("")) R(COVERED C(P("c"))) R(C(P("d")) C(P("e")))) },
	  "table[row[1x2 p@1{a}|p@2{b}]row[p@3{c}]row[p@4{d}|p@5{e}]]", NULL },
	{ "the same cell again", { .body = T(R(CA("table:number-columns-repeated=\"3\"", P("x")) CA("table:number-columns-repeated=\"2\"", "") C(P("y")))) },
	  "table[row[p@1{x}|p@2{x}|p@3{x}|||p@5{y}]]", NULL },
	{ "the same row again", { .body = T("<table:table-row table:number-rows-repeated=\"2\">" C(P("x")) C(P("y")) "</table:table-row>"
	                                    "<table:table-row table:number-rows-repeated=\"1048576\">" C("") "</table:table-row>") },
	  "table[row[p@1{x}|p@2{y}]row[p@3{x}|p@4{y}]]", NULL },
	{ "a table in a cell", { .body = T("<table:table-header-rows>" R(C(P("a") T(R(C(P("b")))) P("c"))) "</table:table-header-rows>") },
	  "table[row*[p@1{a}table[row[p@2{b}]]p@3{c}]]", NULL },
	{ "a row that goes over pages", { .body = T(R(C(P("a<text:soft-page-break/>") P("b")) C(P("c"))) R(C(P("d")))), .text = "text:use-soft-page-breaks=\"true\"" },
	  "table[row[p/1@1{a}p/2@2{b}|p/1@3{c}]row[p/2@4{d}]]", NULL },
	{ "what makes no sense", { .body = T(P("a") T(R(C(P("b"))))) R(C(P("c"))) C(P("d<table:table-cell>x</table:table-cell>")) P("e") },
	  "table[row[p@1{a}]row[table[row[p@2{b}]]]]p@3{c}p@4{dx}p@5{e}", NULL },
};

static void test_texts(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(texts); i++)
		run(&texts[i]);
}

static void test_lists(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(lists); i++)
		run(&lists[i]);
}

static void test_tables(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(tables); i++)
		run(&tables[i]);
}

/* -- packages --------------------------------------------------------------------------------------- */

static void test_flat(void **state)
{
	(void)state;
	struct arena *a = arena_open(ROOM);
	struct err e = { 0 };
	struct reading r = { 0 };
	struct buf b = buf_open(a);
	struct source s = { .body = "\n  " P("a" SPAN("T1", "b")) "\n", .automatic = STYLE("text", "T1", "", TEXT("fo:font-weight=\"700\"")) };
	assert_true(read_bytes(a, content(a, &s, "document"), &r, &e));
	assert_string_equal(r.by->name, "odt");
	draw(&b, r.root);
	assert_string_equal(b.p, "p@1{a}*{b}");
	arena_free(a);
}

static void test_macros(void **state)
{
	(void)state;
	struct arena *a = arena_open(ROOM);
	struct err e = { 0 };
	struct reading r = { 0 };
	assert_true(read_bytes(a, odt_of(a, &(struct source){ .body = P("a") }, (struct packed){ "Basic/Standard/Module1.xml", S("<x/>") }), &r, &e));
	assert_non_null(strstr(notes(a, &r).p, "macro"));
	arena_free(a);
}

static void test_refused(void **state)
{
	(void)state;
	struct arena *a = arena_open(ROOM);
	struct buf deep = buf_open(a), styles = buf_open(a);
	for (int i = 0; i < 30; i++)
		buf_put(&deep, S("<table:table><table:table-row><table:table-cell>"));
	buf_put(&deep, S(P("x")));
	for (int i = 0; i < 30; i++)
		buf_put(&deep, S("</table:table-cell></table:table-row></table:table>"));
	for (int i = 0; i < 50001; i++)
		buf_put(&styles, S("<style:style style:family=\"text\"/>"));
	struct packed sealed = { "META-INF/manifest.xml", S("<m><manifest:encryption-data/></m>") };
	const struct { struct source in; struct packed more; const char *says; } rows[] = {
		{ { .body = P("a") }, sealed, "mật khẩu" },
		{ { .body = "<text:p>" }, { 0 }, "sai cú pháp" },
		{ { .body = "" }, { 0 }, "không có chữ nào" },
		{ { .body = deep.p }, { 0 }, "lồng trong bảng quá sâu" },
		{ { .body = P("a"), .automatic = styles.p }, { 0 }, "quá nhiều kiểu" },
		{ { .body = T("<table:table-row table:number-rows-repeated=\"20000\">" C(P("x")) "</table:table-row>") }, { 0 }, "lặp lại một hàng" },
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct err e = { 0 };
		struct reading r = { 0 };
		assert_false(read_bytes(a, odt_of(a, &rows[i].in, rows[i].more), &r, &e));
		if (!strstr(e.message, rows[i].says))
			fail_msg("%s: %s", rows[i].says, e.message);
		assert_true(e.hint[0]);
	}
	arena_free(a);
}

static void test_no_content(void **state)
{
	(void)state;
	struct arena *a = arena_open(ROOM);
	struct err e = { 0 };
	struct reading r = { 0 };
	assert_false(read_bytes(a, pack(a, (struct packed[]){ { "mimetype", S(MIMETYPE) }, { 0 } }), &r, &e));
	assert_non_null(strstr(e.message, "content.xml"));
	arena_free(a);
}

int docin_read_odt_tests(void);

int docin_read_odt_tests(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_texts), cmocka_unit_test(test_lists), cmocka_unit_test(test_tables), cmocka_unit_test(test_flat),
		cmocka_unit_test(test_macros), cmocka_unit_test(test_refused), cmocka_unit_test(test_no_content),
	};
	return cmocka_run_group_tests_name("docin_read_odt", tests, NULL, NULL);
}
