#include "web/render.h"
#include "web/template.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

extern const struct templates tried_templates;                /* tests/web/html */

static const struct template *tried(const char *name)
{
	for (size_t i = 0; i < tried_templates.n; i++)
		if (!strcmp(tried_templates.at[i]->name, name))
			return tried_templates.at[i];
	fail_msg("no template %s", name);
	return NULL;
}

static str drawn(struct arena *a, const char *layout, const char *name, const struct view *v, const struct view *around, struct missing *m)
{
	struct buf b = buf_open(a);
	render(&b, layout ? tried(layout) : NULL, name ? tried(name) : NULL, v, around, m);
	return buf_str(&b);
}

/* What a person typed, in every place where it can stand. %s: as text or in an attribute; as a piece of an address. */
static void test_contexts(void **state)
{
	static const struct { str v; const char *html, *piece; } rows[] = {
		{ S("&<>\"'`=/\\"), "&amp;&lt;&gt;&quot;&#39;`=/\\", "%26%3C%3E%22%27%60%3D%2F%5C" },
		{ S("\"><script>alert(1)</script>"), "&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;",
		  "%22%3E%3Cscript%3Ealert%281%29%3C%2Fscript%3E" },
		{ S("' onclick='x"), "&#39; onclick=&#39;x", "%27%20onclick%3D%27x" },
		{ S("javascript:alert(1)"), "javascript:alert(1)", "javascript%3Aalert%281%29" },
		{ S("//host/x"), "//host/x", "%2F%2Fhost%2Fx" }, { S("/../x?a=1&b#c"), "/../x?a=1&amp;b#c", "%2F..%2Fx%3Fa%3D1%26b%23c" },
		{ S("\n</textarea>\0\xC3\""), "\n&lt;/textarea&gt;\xEF\xBF\xBD\xEF\xBF\xBD&quot;", "%0A%3C%2Ftextarea%3E%00%C3%22" },
		{ S("{{v}}"), "{{v}}", "%7B%7Bv%7D%7D" },
	};
	(void)state;
	CLEANUP(arena_close) struct arena *a = arena_open(1 << 20);
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct view *v = view_open(a);
		const char *h = rows[i].html, *p = rows[i].piece;
		view_text(v, "v", rows[i].v);
		struct missing m = { 0 };
		str got = drawn(a, NULL, "contexts", v, NULL, &m);
		str want = str_fmt(a,
			"<p title=\"%s\" class='%s' data-v=\"%s\">%s</p>\n<a href=\"/x?v=%s&amp;w=1#%s\">x</a>\n"
			"<form action=\"/x/%s\" hx-post=\"/y/%s\"><input name=\"v\" value=\"%s\"><textarea name=\"w\">\n%s</textarea></form>\n"
			"<img src=\"/tep/%s\" alt=\"%s\">\n<a hx-get=\"\" href=\"?a=1\">link</a>\n",
			h, h, h, h, p, p, p, p, h, h, p, h);
		assert_string_equal(got.p, want.p);
		assert_int_equal(m.n, 2);                      /* a text is no address, whatever it holds */
		assert_true(str_eq(m.first, S("v")));
	}
}

static void test_figures(void **state)
{
	(void)state;
	CLEANUP(arena_close) struct arena *a = arena_open(1 << 20);
	struct view *v = view_open(a);
	struct missing m = { 0 };
	view_count(v, "count", 2026);
	view_points(v, "points", 2280);
	view_percent(v, "percent", 8125);
	view_day(v, "day", (struct date){ 2026, 6, 14 });
	view_moment(v, "moment", S("2026-11-21T13:05:08Z"));
	view_yes(v, "yes", true);
	view_text(v, "none", (str){ 0 });
	view_link(v, "link", S("/x?a=1&b='\""));
	assert_string_equal(drawn(a, NULL, "figures", v, NULL, &m).p,
		"<p>2026|0,228|81,25|14/06/2026|20:05 21/11/2026|có||/x?a=1&amp;b=&#39;&quot;</p>\n"
		"<data value=\"0.228\">81,25</data>\n<time datetime=\"2026-06-14\">14/06/2026</time>\n"
		"<input name=\"day\" value=\"2026-06-14\"><input name=\"points\" value=\"0,228\">\n"
		"<a href=\"/x?points=0.228&amp;day=2026-06-14\" title=\"14/06/2026\">x</a>\n"
		"<a href=\"/x?a=1&amp;b=&#39;&quot;\">x</a><a href=\"/x?a=1&amp;b=&#39;&quot;&amp;page=2026\">x</a>\n");
	assert_int_equal(m.n, 0);
}

static struct view *sections_of(struct arena *a, bool full)
{
	struct view *v = view_open(a);
	view_text(v, "state", full ? S("done") : (str){ 0 });
	view_count(v, "count", full ? 3 : 33);
	view_yes(v, "yes", full);
	view_count(v, "zero", 0);
	view_points(v, "no_points", 0);
	view_text(v, "none", (str){ 0 });
	view_yes(v, "no", false);
	view_link(v, "link", full ? S("/x") : (str){ 0 });
	view_text(v, "outer", S("ngoài"));
	view_text(v, "name", S("trang"));
	view_rows(v, "rows");
	if (!full) {
		view_text(v, "person", (str){ 0 });
		return v;
	}
	view_text(view_object(view_object(v, "person"), "unit"), "name", S("Sở & Tư"));
	view_text(view_object(v, "person"), "name", S("An"));
	for (int i = 0; i < 2; i++) {
		struct view *row = view_row(v, "rows");
		view_text(row, "name", i ? S("hai") : S("<một>"));
		view_yes(row, "late", i);
	}
	return v;
}

static void test_sections(void **state)
{
	(void)state;
	CLEANUP(arena_close) struct arena *a = arena_open(1 << 20);
	struct missing m = { 0 };
	assert_string_equal(drawn(a, NULL, "sections", sections_of(a, true), NULL, &m).p,
		"<li>&lt;một&gt;: ngoài</li>\n<li class=\"late\">hai: ngoài</li>\n\n<b>An Sở &amp; Tư</b>\nAn|Sở &amp; Tư\ndonethreetrue\n0link\n"
		"<select><option value=\"&lt;một&gt;\">&lt;một&gt;</option><option selected value=\"hai\">hai</option></select>\n"
		"<a href=\"/x?a=1&amp;state=done\">x</a>\n");
	assert_string_equal(drawn(a, NULL, "sections", sections_of(a, false), NULL, &m).p,
		"none\nnobody\n|\n\n0\n<select></select>\n<a href=\"/x?a=1\">x</a>\n");
	assert_int_equal(m.n, 0);
}

/* Innermost first, `around` last; what was never put is counted, and what is of the wrong kind. */
static void test_scopes(void **state)
{
	(void)state;
	CLEANUP(arena_close) struct arena *a = arena_open(1 << 20);
	struct view *around = view_open(a), *v = view_open(a);
	struct missing m = { 0 };
	view_text(around, "title", S("Tồn tại <1>"));
	view_text(around, "person", (str){ 0 });
	view_text(around, "a", S("quanh"));
	assert_string_equal(drawn(a, "layout", "space", v, around, &m).p,
		"<!doctype html>\n<html lang=\"vi\">\n<title>Tồn tại &lt;1&gt; – khắc phục</title>\n<a href=\"/dang-nhap\">Đăng nhập</a>\n"
		"<main><p> one\ntwo quanh three <b>four</b></p>\n<pre>\n kept\n\tso\n</pre>\n<pre>\nquanh</pre>\n<textarea>\n  quanh\n </textarea>\n"
		"<p class=\"a  b\" id=c >&lt;</p>\n</main>\n</html>\n");
	assert_int_equal(m.n, 0);
	view_text(v, "a", S("trong"));
	assert_non_null(strstr(drawn(a, "layout", "space", v, around, &m).p, "two trong three"));
	view_object(v, "a");
	assert_string_equal(drawn(a, NULL, "space", v, NULL, NULL).p + 8, "two  three <b>four</b></p>\n<pre>\n kept\n\tso\n</pre>\n<pre>\n</pre>\n"
		"<textarea>\n  \n </textarea>\n<p class=\"a  b\" id=c >&lt;</p>\n");
	drawn(a, "layout", NULL, view_open(a), NULL, &m);
	assert_int_equal(m.n, 2);
	assert_true(str_eq(m.first, S("title")));
}

/* Every name that the template and its parts ask for, with one text. */
static void put_all(struct view *v, const struct template *t, str text)
{
	for (const struct template_op *op = t->ops; op->kind != OP_END; op++) {
		struct view *to = v;
		if (op->kind == OP_PART)
			put_all(v, op->part, text);
		for (unsigned i = 0; i + 1 < op->n; i++)
			to = view_object(to, str_copy(v->a, op->names[i]).p);
		const struct view_value *known = op->n ? view_find(to, op->names[op->n - 1]) : NULL;
		if (op->n && !(known && known->kind == VIEW_OBJECT))
			view_text(to, str_copy(v->a, op->names[op->n - 1]).p, text);
	}
}

static size_t marks(str s)
{
	size_t n = 0;
	for (size_t i = 0; i < s.n; i++)
		n += s.p[i] == '<' || s.p[i] == '>' || s.p[i] == '"' || s.p[i] == '\'';
	return n;
}

/* Whatever is put into any template that there is: not one mark of HTML more than with a harmless word. */
static void test_every_template(void **state)
{
	static const char *const hostile[] = {
		"<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' autofocus onfocus='alert(1)", "javascript:alert(1)", "</textarea><b>",
		"--><b>", "</title></style></script><b>", "//host/\"'><", "&quot;&#39;&lt;", "\xC3\"\xE1\xBB'>\xF0<", "{{>layout}}{{page}}",
	};
	const struct templates *const both[] = { &templates, &tried_templates };
	(void)state;
	for (size_t k = 0; k < COUNT(both); k++)
		for (size_t i = 0; i < both[k]->n; i++)
			for (size_t h = 0; h < COUNT(hostile); h++) {
				CLEANUP(arena_close) struct arena *a = arena_open(1 << 24);
				struct buf plain = buf_open(a), bad = buf_open(a);
				struct view *v = view_open(a), *w = view_open(a);
				put_all(v, both[k]->at[i], S("x"));
				put_all(w, both[k]->at[i], str_c(hostile[h]));
				render(&plain, NULL, both[k]->at[i], v, NULL, NULL);
				render(&bad, NULL, both[k]->at[i], w, NULL, NULL);
				if (marks(buf_str(&plain)) != marks(buf_str(&bad)))
					fail_msg("%s: %s: %s", both[k]->at[i]->name, hostile[h], bad.p);
			}
}

/* The table of templates can be searched by name, and each is there. */
static void test_find(void **state)
{
	(void)state;
	for (size_t i = 0; i < templates.n; i++)
		assert_ptr_equal(template_find(templates.at[i]->name), templates.at[i]);
	assert_null(template_find("no such"));
	assert_null(template_find(""));
}

int web_render_tests(void);
int web_render_tests(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_contexts), cmocka_unit_test(test_figures), cmocka_unit_test(test_sections),
		cmocka_unit_test(test_scopes), cmocka_unit_test(test_every_template), cmocka_unit_test(test_find),
	};
	return cmocka_run_group_tests_name("web/render", tests, NULL, NULL);
}
