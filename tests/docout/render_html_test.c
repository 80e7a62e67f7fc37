#include "base/file.h"
#include "docin/tool.h"
#include "docout/html.h"
#include "docout/render.h"
#include "docout/specimen.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#undef fail                     /* cmocka has its own */
#include <cmocka.h>

#define ROOM ((size_t)1 << 30)

static str fragment(struct arena *a, const struct node *root)
{
	struct err e = { 0 };
	str html;
	assert_true(html_fragment(a, root, &html, &e));
	return html;
}

static str file(struct arena *a, const struct node *root)
{
	struct err e = { 0 };
	str html;
	assert_true(render_html.render(a, root, &html, &e));
	return html;
}

static bool holds(str html, const char *what) { return str_find(html, str_c(what), 0) < html.n; }

static void test_specimen(void **state)
{
	(void)state;
	CLEANUP(arena_close) struct arena *a = arena_open(ROOM);
	const char *source = getenv("KHACPHUC_SOURCE");
	struct err e = { 0 };
	str want, have = fragment(a, specimen(a));
	assert_true(file_read(a, str_fmt(a, "%s/tests/docout/specimen.html", source ? source : ".").p, 1 << 20, &want, &e));
	for (size_t at = 0; at < want.n || at < have.n;) {
		size_t line = str_find(want, S("\n"), at), end = str_find(have, S("\n"), at);
		assert_string_equal(str_copy(a, str_sub(have, at, end)).p, str_copy(a, str_sub(want, at, line)).p);
		at = line + 1;
	}
}

/* -- what a policy without inline styles and scripts stops, and what would be read as markup ---------- */

static struct node *filled(struct arena *a, str text)
{
	static const int64_t values[] = { 1 };
	struct node *doc = node_new(a, NODE_DOC, (struct place){ 0 });
	struct chart *chart = make(a, struct chart);
	struct chart_series *series = make_n(a, struct chart_series, 2);
	series[0] = series[1] = (struct chart_series){ text, values };
	str *label = make(a, str);
	*label = text;
	*chart = (struct chart){ CHART_STACKED, text, text, text, 0, 1, 2, label, series };
	doc->title = text;
	for (enum node_kind kind = NODE_HEADING; kind <= NODE_ITEM; kind++) {
		struct node *n = node_add(a, doc, kind, (struct place){ 0 });
		node_run(a, n, text, (struct place){ 0 })->bold = true;
		if (kind == NODE_ITEM)
			n->marker = text;
	}
	struct node *row = spec_row(a, spec_table(a, doc, false, NULL, 0), false), *c = node_add(a, row, NODE_CELL, (struct place){ 0 });
	node_run(a, node_add(a, c, NODE_PARA, (struct place){ 0 }), text, (struct place){ 0 });
	node_add(a, doc, NODE_CHART, (struct place){ 0 })->chart = chart;
	return doc;
}

/* The names of tags and attributes, as a browser meets them. */
static str markup(struct arena *a, str html)
{
	enum { TEXT, TAG, VALUE } in = TEXT;
	struct buf b = buf_open(a);
	for (size_t i = 0; i < html.n; i++) {
		char c = html.p[i];
		in = in == TEXT ? (c == '<' ? TAG : TEXT) : in == VALUE ? (c == '"' ? TAG : VALUE) : c == '"' ? VALUE : c == '>' ? TEXT : TAG;
		if (in == TAG || c == '>')
			buf_put(&b, (str){ &c, 1 });
	}
	return buf_str(&b);
}

static const str hostile[] = {
	S("<script>alert(1)</script>"), S("\" onmouseover=\"alert(1)"), S("' onclick='x"), S("</title></style><img src=x onerror=alert(1)>"), S("-->"), S("]]>"),
	S("&lt;b&gt;"), S("a\0b\x01\x1B\x7F"), S("\xC3<\xE1\xBB\">"), S("<!--"), S("=1+1|`x`"), S("</p></section><section>"),
};

static void test_hostile(void **state)
{
	(void)state;
	CLEANUP(arena_close) struct arena *a = arena_open(ROOM);
	for (size_t i = 0; i < COUNT(hostile); i++) {
		struct node *tree = filled(a, hostile[i]), *plain = filled(a, S("x"));
		assert_string_equal(markup(a, fragment(a, tree)).p, markup(a, fragment(a, plain)).p);
		assert_string_equal(markup(a, file(a, tree)).p, markup(a, file(a, plain)).p);
		assert_false(holds(file(a, tree), "<script"));
		assert_int_equal(memchr(file(a, tree).p, 0, file(a, tree).n) == NULL, true);
	}
	assert_true(holds(fragment(a, filled(a, S("a & <b>"))), "a &amp; &lt;b&gt;"));
}

static void test_policy(void **state)
{
	(void)state;
	CLEANUP(arena_close) struct arena *a = arena_open(ROOM);
	str html = fragment(a, specimen(a));
	assert_false(holds(html, "style="));
	assert_false(holds(html, "<style"));
	assert_false(holds(html, "<script"));
	assert_false(holds(html, " on"));
	assert_false(holds(html, "http"));
	assert_false(holds(file(a, specimen(a)), "http"));
}

/* -- charts ------------------------------------------------------------------------------------------ */

static const struct { int64_t value; int decimals; const char *text; } figures[] = {
	{ 700, 3, "0,7" }, { 1250, 3, "1,25" }, { 1000, 3, "1" }, { 7, 3, "0,007" }, { 0, 4, "0" }, { -1500, 3, "-1,5" }, { 12, 0, "12" },
	{ CHART_NONE, 2, "" }, { INT64_MAX, 4, "922337203685477,5807" }, { INT64_MIN + 1, 0, "-9223372036854775807" },
};

static void test_figures(void **state)
{
	(void)state;
	CLEANUP(arena_close) struct arena *a = arena_open(ROOM);
	for (size_t i = 0; i < COUNT(figures); i++)
		assert_string_equal(str_copy(a, chart_figure(a, figures[i].value, figures[i].decimals)).p, figures[i].text);
}

/* The longest is as wide as there is room, the others by their part of it; no bar for nothing. */
static void test_bars(void **state)
{
	static const int64_t one[] = { 4, 2, 0, CHART_NONE, -1 }, two[] = { 0, 6, 0, CHART_NONE, 1 };
	static const str labels[] = { SPEC("a"), SPEC("b"), SPEC("c"), SPEC("d"), SPEC("e") };
	static const struct chart_series series[] = { { SPEC("x"), one }, { SPEC("y"), two } };
	struct chart c = { CHART_STACKED, S("t"), S("điểm"), S("f"), 0, 5, 2, labels, series };
	(void)state;
	CLEANUP(arena_close) struct arena *a = arena_open(ROOM);
	struct buf b = buf_open(a);
	chart_svg(&b, &c, 3);
	assert_true(holds(buf_str(&b), "<rect x=\"0\" y=\"58\" width=\"260\" height=\"16\" fill=\"url(#c3-0)\""));
	assert_true(holds(buf_str(&b), "<rect x=\"0\" y=\"104\" width=\"130\" height=\"16\" fill=\"url(#c3-0)\""));
	assert_true(holds(buf_str(&b), "<rect x=\"130\" y=\"104\" width=\"390\" height=\"16\" fill=\"url(#c3-1)\""));
	assert_false(holds(buf_str(&b), "width=\"-"));
	assert_true(holds(buf_str(&b), ">8</text>"));
	assert_false(holds(buf_str(&b), "9223372"));
}

/* -- another program --------------------------------------------------------------------------------- */

/* LibreOffice has every text of it. */
static void test_office(void **state)
{
	(void)state;
	CLEANUP(arena_close) struct arena *a = arena_open(ROOM);
	const char *const args[] = { "--headless", "--infilter=HTML (StarWriter)", "--convert-to", "txt:Text (encoded):UTF8,LF", "--outdir", ".", "in.html", NULL };
	struct tool_result r = { 0 };
	struct err e = { 0 };
	if (!tool_here(&tool_soffice)) {
		print_message("LibreOffice is not here: it was not asked to open the file\n");
		skip();
	}
	struct node *root = specimen(a);
	struct member in = { S("in.html"), file(a, root) };
	if (!tool_run(a, &tool_soffice, &(struct tool_call){ args, &in, 1, "in.txt", 1 << 20 }, &r, &e) || r.files.n != 1)
		fail_msg("%s / %s", e.message, e.detail);
	str text = node_text(a, root, NULL), came = r.files.at[0].bytes;
	for (size_t at = 0, end; at < text.n; at = end + 1) {
		end = str_find(text, S("\n"), at);
		str line = str_trim(str_sub(text, at, end));
		if (str_find(came, line, 0) == came.n)
			fail_msg("%.*s is not in\n%.*s", SF(line), SF(came));
	}
}

int docout_render_html_tests(void);
int docout_render_html_tests(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_specimen), cmocka_unit_test(test_hostile), cmocka_unit_test(test_policy),
		cmocka_unit_test(test_figures), cmocka_unit_test(test_bars), cmocka_unit_test(test_office),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
