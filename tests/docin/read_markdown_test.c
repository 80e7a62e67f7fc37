#include "docin/read.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#undef fail                     /* cmocka has its own */
#include <cmocka.h>

enum { ROOM = 64 << 20 };

/* The tree in one line of text a node: "para@3 text", runs in their own style and line where these differ. */
static enum walk draw(void *ctx, const struct node *n, enum edge edge)
{
	static const char *const names[] = { "doc", "h", "para", "item", "table", "row", "cell", "line", "run" };
	struct buf *b = ctx;
	if (edge == LEAVE || n->kind == NODE_DOC)
		return WALK_ON;
	if (n->kind == NODE_RUN) {
		if (b->p[b->n - 1] == '\n')
			b->n--;
		if (n->from.line != n->parent->from.line)
			buf_fmt(b, "@%d", n->from.line);
		buf_fmt(b, "%s%s{%.*s}\n", n->bold ? "*" : "", n->italic ? "/" : "", SF(n->text));
		return WALK_ON;
	}
	buf_fmt(b, "%s", names[n->kind]);
	if (n->level)
		buf_fmt(b, "%d", n->level);
	buf_fmt(b, "@%d", n->from.line);
	if (n->kind == NODE_ITEM)
		buf_fmt(b, " %.*s", SF(n->marker));
	if (n->kind == NODE_TABLE || n->kind == NODE_ROW)
		buf_fmt(b, " #%d%s", n->kind == NODE_TABLE ? n->from.table : n->from.row, n->header ? " head" : "");
	if (n->colspan > 1 || n->rowspan > 1)
		buf_fmt(b, " %dx%d", n->colspan, n->rowspan);
	buf_put(b, S("\n"));
	return WALK_ON;
}

static const struct { const char *what, *text, *tree; } rows[] = {
	{ "headings", "## KẾ HOẠCH\n\n#### I. MỤC ĐÍCH #\n",
	  "h2@1{KẾ HOẠCH}\nh4@3{I. MỤC ĐÍCH}\n" },
	{ "soft breaks", "# a\nmột\nhai  ba\nbốn\n", "h1@1{a}\npara@2{một }@3{hai  ba }@4{bốn}\n" },
	{ "hard break", "# a\nmột  \nhai\\\nba\n", "h1@1{a}\npara@2{một}\npara@3{hai}\npara@4{ba}\n" },
	{ "styles", "# a\n**đậm** thường *nghiêng* ***cả hai***\n",
	  "h1@1{a}\npara@2*{đậm}{ thường }/{nghiêng}{ }*/{cả hai}\n" },
	{ "bold heading", "## **II. NHIỆM VỤ**\n", "h2@1*{II. NHIỆM VỤ}\n" },
	{ "a rule under text is no heading", "# a\nĐộc lập - Tự do\n---\n\nx\n===\n", "h1@1{a}\n"
	  "para@2{Độc lập - Tự do}\npara@5{x}\n" },
	{ "lists", "# a\n- một\n  - hai\n\n- ba\n\n+ bốn\n",
	  "h1@1{a}\nitem1@2 -{một}\nitem2@3 -{hai}\nitem1@5 -{ba}\nitem1@7 +{bốn}\n" },
	{ "numbers as printed", "# a\n1. một\n1. hai\n5. ba\n\n7) bảy\n", "h1@1{a}\nitem1@2 1.{một}\n"
	  "item1@3 1.{hai}\nitem1@4 5.{ba}\nitem1@6 7){bảy}\n" },
	{ "second paragraph of an item", "# a\n- một\n\n  hai\n", "h1@1{a}\nitem1@2 -{một}\npara@4{hai}\n" },
	{ "indented is no code", "# a\n\n        thụt vào\n", "h1@1{a}\npara@3{thụt vào}\n" },
	{ "fenced", "# a\n```\nmột\n\nhai\n```\n", "h1@1{a}\npara@3{một}\npara@5{hai}\n" },
	{ "entities", "# a\nA&amp;B &lt;x&gt; &#7841;&nbsp;&#x1EA1; &unknown;\n", "h1@1{a}\n"
	  "para@2{A&B <x> ạ ạ &unknown;}\n" },
	{ "links and pictures", "# a\n[chữ](http://x) ![ảnh](y.png) sau\n", "h1@1{a}\npara@2{chữ  sau}\n" },
	{ "escapes", "# a\n1\\. x \\* y\n", "h1@1{a}\npara@2{1. x * y}\n" },
	{ "quotes", "# a\n> một\n> hai\n", "h1@1{a}\npara@2{một }@3{hai}\n" },
	{ "tags in text", "# a\nVP<sub>3</sub>.<br>sau <span style=\"x>y\">x</span> <b>đậm</b>\n",
	  "h1@1{a}\npara@2{VP3.}\npara@2{sau x }*{đậm}\n" },
	{ "a bold tag left open", "# a\n<b>đậm\n\nthường\n", "h1@1{a}\npara@2*{đậm}\npara@4{thường}\n" },
	{ "table", "| STT | Tên |\n|-----|:---:|\n| 1 | **một** \\| x |\n| 2 |  |\n\nsau\n",
	  "table@1 #1\nrow@1 #1 head\ncell@1\npara@1{STT}\ncell@1\npara@1{Tên}\n"
	  "row@3 #2\ncell@3\npara@3{1}\ncell@3\npara@3*{một}{ | x}\nrow@4 #3\ncell@4\npara@4{2}\ncell@4\n"
	  "para@6{sau}\n" },
	{ "no head, a border for a row", "|   |  |\n|---|--|\n| 1 | a |\n|---|--|\n| 2 | - |\n",
	  "table@3 #1\nrow@3 #1\ncell@3\npara@3{1}\ncell@3\npara@3{a}\nrow@5 #2\ncell@5\npara@5{2}\ncell@5\n"
	  "para@5{-}\n" },
	{ "a table right below text", "Bảng:\n| a | b |\n|-|-|\n| 1 | 2 |\n\nsau\n",
	  "para@1{Bảng:}\ntable@2 #1\nrow@2 #1 head\ncell@2\npara@2{a}\ncell@2\npara@2{b}\n"
	  "row@4 #2\ncell@4\npara@4{1}\ncell@4\npara@4{2}\npara@6{sau}\n" },
	{ "HTML in a cell", "| a |\n|---|\n| <p><b>x:</b> y</p> <p>z</p>"
	  "<ul style=\"list-style-type: none\"><li>- một</li><li>hai</li></ul>ba<br>bốn |\n",
	  "table@1 #1\nrow@1 #1 head\ncell@1\npara@1{a}\nrow@3 #2\ncell@3\npara@3*{x:}{ y}\npara@3{z}\n"
	  "item1@3 -{một}\nitem1@3 {hai}\n"
	  "para@3{ba}\npara@3{bốn}\n" },
	{ "HTML lists in a cell", "| a |\n|---|\n| <ul><li>x<ol><li>y</li><li>z</li></ol></li></ul> |\n",
	  "table@1 #1\nrow@1 #1 head\ncell@1\npara@1{a}\nrow@3 #2\ncell@3\nitem1@3 -{x}\nitem2@3 1.{y}\n"
	  "item2@3 2.{z}\n" },
	{ "HTML table", "# a\n<table>\n<tr><th>A</th><th colspan=\"2\">B</th></tr>\n<tr><td rowspan=2>1</td>\n"
	  "<td>2 &amp;\n3</td><td></td>\n</table>\n\nsau\n",
	  "h1@1{a}\ntable@2 #1\nrow@3 #1 head\ncell@3\npara@3{A}\ncell@3 2x1\npara@3{B}\nrow@4 #2\ncell@4 1x2\n"
	  "para@4{1}\n"
	  "cell@5\npara@5{2 & }@6{3}\ncell@6\npara@9{sau}\n" },
	{ "HTML table over blank lines", "<table>\n<tr>\n\n<td>\n\n- một\n\n</td>\n\n<td>x</td></tr>\n\n</table>\n"
	  "\nsau\n",
	  "table@1 #1\nrow@2 #1\ncell@4\nitem1@6 -{một}\ncell@10\npara@10{x}\npara@14{sau}\n" },
	{ "rows left out below a cell of several rows", "<table><tr><td rowspan=3>a<td>b<tr><td> <tr><td>c<tr><td rowspan=2>d<td>e<tr><td></table>\n",
	  "table@1 #1\nrow@1 #1\ncell@1 1x2\npara@1{a}\ncell@1\npara@1{b}\nrow@1 #2\ncell@1\npara@1{c}\nrow@1 #3\ncell@1\n"
	  "para@1{d}\ncell@1\npara@1{e}\n" },
	{ "a table in a table", "<table><tr><td>x<table><tr><td>y</td></tr></table>z</td></tr></table>\n",
	  "table@1 #1\nrow@1 #1\ncell@1\npara@1{x}\ntable@1 #2\nrow@1 #1\ncell@1\npara@1{y}\npara@1{z}\n" },
	{ "closing tags that close nothing", "# a\n</td></tr></table></ul></li>\n\n- x </ul>\n- y\n",
	  "h1@1{a}\nitem1@4 -{x}\nitem1@5 -{y}\n" },
	{ "a cell's closing tag in a cell", "| a | b |\n|---|---|\n| x</td><td>y | z |\n",
	  "table@1 #1\nrow@1 #1 head\ncell@1\npara@1{a}\ncell@1\npara@1{b}\nrow@3 #2\ncell@3\npara@3{xy}\ncell@3\n"
	  "para@3{z}\n" },
	{ "comment, script, style", "# a\n<div><!-- không -->có<script>x<y</script><style>p{}</style></div>\n", "h1@1{a}\npara@2{có}\n" },
	{ "no tag", "# a\n1 < 2 và 3 > 2\n", "h1@1{a}\npara@2{1 < 2 và 3 > 2}\n" },
	{ "CRLF", "# a\r\n\r\nmột\r\nhai\r\n", "h1@1{a}\npara@3{một }@4{hai}\n" },
};

static void test_rows(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct arena *a = arena_open(ROOM);
		struct node *root = NULL;
		struct err e = { 0 };
		struct reading r = { 0 };
		assert_true(read_bytes(a, str_c(rows[i].text), &r, &e));
		if (strcmp(r.by->name, "markdown"))
			fail_msg("%s: read as %s", rows[i].what, r.by->name);
		struct buf b = buf_open(a);
		root = r.root;
		doc_walk(root, draw, &b);
		if (strcmp(b.p, rows[i].tree))
			fail_msg("%s:\n%s", rows[i].what, b.p);
		arena_free(a);
	}
}

/* Runs and paragraphs of a cell know table, row and cell. */
static void test_places(void **state)
{
	(void)state;
	struct arena *a = arena_open(ROOM);
	struct err e = { 0 };
	struct reading r = { 0 };
	assert_true(read_bytes(a, S("| a | b |\n|---|---|\n| 1 | 2 |\n\n| c |\n|---|\n| 3 |\n"), &r, &e));
	struct place p = r.root->first->last->last->first->first->from;
	assert_int_equal(p.line, 3);
	assert_int_equal(p.table, 1);
	assert_int_equal(p.row, 2);
	assert_int_equal(p.cell, 2);
	p = r.root->last->last->first->first->from;
	assert_int_equal(p.line, 7);
	assert_int_equal(p.table, 2);
	assert_int_equal(p.row, 2);
	arena_free(a);
}

int docin_read_markdown_tests(void);
int docin_read_markdown_tests(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_rows), cmocka_unit_test(test_places) };
	return cmocka_run_group_tests_name("docin/read_markdown", tests, NULL, NULL);
}
