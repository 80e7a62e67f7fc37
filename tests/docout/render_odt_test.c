#include "base/archive.h"
#include "docin/read.h"
#include "docin/tool.h"
#include "docout/docx_sample.h"
#include "docout/render.h"
#include <stdlib.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#undef fail                     /* cmocka has its own */
#include <cmocka.h>
#include "docout/same_blocks.h"

#define ROOM ((size_t)2 << 30)
enum { CRITERIA = 14 };

static str rendered(struct arena *a, const struct node *root)
{
	struct err e = { 0 };
	str bytes;
	if (!render_odt.render(a, root, &bytes, &e))
		fail_msg("%s %s", e.message, e.detail);
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
	assert_true(archive_read(z, i, a, ROOM / 8, &ret, &e));
	return ret;
}

static struct node *reread(struct arena *a, str bytes)
{
	struct reading *r = make(a, struct reading);
	struct err e = { 0 };
	if (!read_bytes(a, bytes, r, &e))
		fail_msg("%s %s", e.message, e.detail);
	assert_string_equal(r->by->name, "odt");
	return r->root;
}

static bool has(str s, const char *what) { return str_find(s, str_c(what), 0) < s.n; }

static void test_read_again(void **state)
{
	(void)state;
	CLEANUP(arena_close) struct arena *a = arena_open(ROOM);
	struct node *root = sample(a, CRITERIA);
	str bytes = rendered(a, root);
	assert_same_blocks(a, root, reread(a, bytes));
	assert_true(str_starts(str_sub(bytes, 30, bytes.n), S("mimetypeapplication/vnd.oasis.opendocument.text")));
	assert_true(str_eq(bytes, rendered(a, root)));
	str meta = part(a, bytes, "meta.xml");
	assert_true(has(meta, "<dc:title>Kế hoạch khắc phục tồn tại, hạn chế năm 2025</dc:title>"));
	assert_false(has(meta, "creator") || has(meta, "date") || has(meta, "generator"));
	assert_ptr_equal(renderer_find(S("ke-hoach.odt")), &render_odt);
}

/* domain.md 7, by hand; in points, 1/100 mm are 0.0283. */
static const char *const said[] = {
	"style:name=\"NATION\" style:display-name=\"Quốc hiệu\"",
	"fo:page-width=\"595.30pt\" fo:page-height=\"841.90pt\" fo:margin-top=\"56.70pt\" fo:margin-bottom=\"56.70pt\"",
	"fo:margin-left=\"85.05pt\" fo:margin-right=\"56.70pt\" style:print-orientation=\"portrait\"",
	"fo:page-width=\"841.90pt\" fo:page-height=\"595.30pt\" fo:margin-top=\"56.70pt\"",
	"fo:text-indent=\"36.00pt\" fo:text-align=\"justify\" fo:line-height=\"110%\"",
	"style:font-name=\"Times New Roman\" fo:language=\"vi\" fo:country=\"VN\"",
	"<text:page-number text:select-page=\"current\">",
};

static void test_looks(void **state)
{
	(void)state;
	CLEANUP(arena_close) struct arena *a = arena_open(ROOM);
	str bytes = rendered(a, sample(a, 1)), styles = part(a, bytes, "styles.xml"), text = part(a, bytes, "content.xml");
	for (size_t i = 0; i < COUNT(said); i++)
		if (!has(styles, said[i]))
			fail_msg("%s is not in %.*s", said[i], SF(styles));
	assert_true(has(text, "<text:p text:style-name=\"BEGIN_upright\"/>") && has(text, "<text:p text:style-name=\"BEGIN_wide\"/>"));
	assert_true(has(text, "<table:table-header-rows>"));
}

/* The marker in the tree comes back, whether a list makes it or not. */
static void test_lists(void **state)
{
	(void)state;
	static const char *const markers[] = { "-", "+", "1.", "2.", "3.", "1.", "a)", "b)", "đ)", "e)", "(1)", "1.1.", "", "-", "7)" };
	CLEANUP(arena_close) struct arena *a = arena_open(ROOM);
	struct node *root = node_new(a, NODE_DOC, NOWHERE);
	for (size_t i = 0; i < COUNT(markers); i++)
		item(a, root, 1, markers[i], "việc phải làm");
	const struct node *n = reread(a, rendered(a, root))->first;
	for (size_t i = 0; i < COUNT(markers); i++, n = n->next) {
		str line = str_fmt(a, "%.*s%s%.*s", SF(n->marker), n->marker.n ? " " : "", SF(node_text(a, n, NULL)));
		assert_string_equal(line.p, str_fmt(a, "%s%sviệc phải làm", markers[i], *markers[i] ? " " : "").p);
	}
}

static const struct { str text; const char *in_file, *read; } texts[] = {
	{ S("a & b < c > d \"e\""), "a &amp; b &lt; c &gt; d &quot;e&quot;", "a & b < c > d \"e\"" },
	{ S("một\x01\x02\x0B hai\x7F"), ">một hai<", "một hai" },
	{ S("hai   khoảng trống"), "hai <text:s/><text:s/>khoảng", "hai   khoảng trống" },
	{ S("trước\tsau"), "trước<text:tab/>sau", NULL },
	{ S("một\nhai"), "một<text:line-break/>hai", NULL },
	{ S("]]></text:p>"), "]]&gt;&lt;/text:p&gt;", "]]></text:p>" },
};

static void test_texts(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(texts); i++) {
		CLEANUP(arena_close) struct arena *a = arena_open(ROOM);
		struct node *root = node_new(a, NODE_DOC, NOWHERE);
		node_run(a, para(a, root, FORMAL_BODY, ""), texts[i].text, NOWHERE);
		root->title = texts[i].text;
		str bytes = rendered(a, root);
		if (!has(part(a, bytes, "content.xml"), texts[i].in_file))
			fail_msg("%s is not in %s", texts[i].in_file, part(a, bytes, "content.xml").p);
		const struct node *back = reread(a, bytes);
		if (texts[i].read)
			assert_string_equal(node_text(a, back, NULL).p, texts[i].read);
	}
}

static void test_refused(void **state)
{
	(void)state;
	CLEANUP(arena_close) struct arena *a = arena_open(ROOM);
	struct node *root = node_new(a, NODE_DOC, NOWHERE), *in = root, *flat_root = node_new(a, NODE_DOC, NOWHERE);
	for (int i = 0; i < 40; i++)
		in = cell(a, row(a, table(a, in, false, NULL, 0), false), FORMAL_CELL, "");
	cell(a, row(a, table(a, flat_root, false, NULL, 0), false), FORMAL_CELL, "x")->colspan = 64;
	struct node *const trees[] = { root, flat_root };
	for (size_t i = 0; i < COUNT(trees); i++) {
		struct err e = { 0 };
		str bytes;
		assert_false(render_odt.render(a, trees[i], &bytes, &e));
		assert_int_equal(e.code, ERR_LIMIT);
		assert_true(strstr(e.message, "OpenDocument") && *e.hint);
	}
}

static void test_libreoffice(void **state)
{
	(void)state;
	CLEANUP(arena_close) struct arena *a = arena_open(ROOM);
	static const char *const args[] = { "--headless", "--convert-to", "txt:Text (encoded):UTF8", "mau.odt", NULL };
	struct node *root = sample(a, CRITERIA);
	struct member file = { S("mau.odt"), rendered(a, root) };
	struct tool_result r = { 0 };
	struct err e = { 0 };
	if (!tool_here(&tool_soffice)) {
		print_message("LibreOffice is not installed\n");
		skip();
	}
	if (!tool_run(a, &tool_soffice, &(struct tool_call){ args, &file, 1, "mau.txt", ROOM / 8 }, &r, &e))
		fail_msg("%s %s", e.message, e.detail);
	assert_int_equal(r.files.n, 1);
	assert_texts_in(a, root, r.files.at[0].bytes);
	assert_true(has(r.files.at[0].bytes, "d) Mỗi") && has(r.files.at[0].bytes, "đ) Mỗi") && has(r.files.at[0].bytes, "g) Mỗi"));
}

int docout_render_odt_tests(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_read_again), cmocka_unit_test(test_looks),   cmocka_unit_test(test_lists),
		cmocka_unit_test(test_texts),      cmocka_unit_test(test_refused), cmocka_unit_test(test_libreoffice),
	};
	return cmocka_run_group_tests_name("docout/render_odt", tests, NULL, NULL);
}
