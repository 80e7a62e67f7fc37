#include "base/xml.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#undef fail                     /* cmocka has its own */
#include <cmocka.h>

enum { ROOM = 64 << 20 };
enum { DOC = 1, PARA, TEXT, OTHER };

#define W  "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
#define WS "http://purl.oclc.org/ooxml/wordprocessingml/main"

static const struct xml_space spaces[] = { { "w", W }, { "w", WS }, { "r", "urn:r" }, { "xml", "http://www.w3.org/XML/1998/namespace" } };
static const struct xml_name names[] = { { "w:document", DOC }, { "w:p", PARA }, { "w:t", TEXT }, { "r:t", OTHER } };

struct said { struct buf b; struct err *e; int stop_at; };

/* "<2 id=…" for an element that opens, "/2" for one that closes, "?" for one the grammar does not know */
static void on_open(void *ctx, struct xml *x, int name)
{
	static const char *const asked[] = { "id", "w:id", "r:id", "xml:space" };
	struct said *s = ctx;
	buf_fmt(&s->b, name ? "<%d" : "<?", name);
	for (size_t i = 0; i < COUNT(asked); i++) {
		str v = xml_attr(x, asked[i]);
		if (v.p)
			buf_fmt(&s->b, " %s=%.*s", asked[i], SF(v));
	}
	buf_put(&s->b, S(">"));
	if (name && name == s->stop_at) {
		err_set(s->e, ERR_LIMIT, __FILE__, __LINE__, "đủ rồi");
		xml_stop(x);
	}
}

static void on_close(void *ctx, struct xml *x, int name)
{
	struct said *s = ctx;
	assert_null(xml_attr(x, "id").p);
	buf_fmt(&s->b, name ? "/%d" : "/?", name);
}

static void on_text(void *ctx, str text) { buf_put(&((struct said *)ctx)->b, text); }

static const struct xml_grammar grammar = { spaces, COUNT(spaces), names, COUNT(names), on_open, on_close, on_text };

/* Whole or, with piece, in pieces of so many bytes. */
static const char *say(struct arena *a, str text, size_t piece, int stop_at, struct err *e)
{
	struct said s = { .b = buf_open(a), .e = e, .stop_at = stop_at };
	CLEANUP(xml_close) struct xml *x = NULL;
	*e = (struct err){ 0 };
	if (!piece)
		return xml_whole(a, &grammar, &s, text, e) ? s.b.p : NULL;
	if (!xml_open(a, &grammar, &s, &x, e))
		return NULL;
	for (size_t at = 0; at < text.n; at += piece)
		if (!xml_feed(x, str_sub(text, at, at + piece)))
			return NULL;
	return xml_feed(x, (str){ 0 }) ? s.b.p : NULL;
}

static const struct { const char *what, *text, *says; } sound[] = {
	{ "the usual prefix", "<w:document xmlns:w='" W "'><w:p w:id='1'><w:t>a</w:t></w:p></w:document>", "<1><2 w:id=1><3>a/3/2/1" },
	{ "another prefix", "<x:p xmlns:x='" W "' x:id='1'/>", "<2 w:id=1>/2" },
	{ "no prefix", "<p xmlns='" W "' id='1'/>", "<2 id=1>/2" },
	{ "the strict name", "<w:p xmlns:w='" WS "'/>", "<2>/2" },
	{ "our prefix for a namespace of others", "<w:p xmlns:w='urn:x' w:id='1'/>", "<?>/?" },
	{ "a prefix that nobody declared", "<w:p w:id='1'/>", "<?>/?" },
	{ "no namespace", "<p/>", "<?>/?" },
	{ "the prefix changes inside, and back", "<w:p xmlns:w='" W "'><w:t xmlns:w='urn:r'/><w:t/></w:p>", "<2><4>/4<3>/3/2" },
	{ "the default changes inside, and back", "<p xmlns='" W "'><t xmlns=''/><t xmlns='urn:r'><t/></t><t/></p>",
	  "<2><?>/?<4><4>/4/4<3>/3/2" },
	{ "an attribute keeps its own prefix", "<p xmlns='" W "' xmlns:q='urn:r' q:id='2'/>", "<2 r:id=2>/2" },
	{ "a longer name is another", "<w:pp xmlns:w='" W "'><w:tab/></w:pp>", "<?><?>/?/?" },
	{ "xml:space needs no declaration", "<w:p xmlns:w='" W "' xml:space='preserve'/>", "<2 xml:space=preserve>/2" },
	{ "characters by number, CDATA, remarks", "<p xmlns='" W "'>&#7841;&amp;<!-- b --><![CDATA[<c>]]><?d e?></p>", "<2>ạ&<c>/2" },
	{ "an empty attribute is there", "<p xmlns='" W "' id=''/>", "<2 id=>/2" },
	{ "a byte order mark", "\xEF\xBB\xBF<?xml version='1.0' encoding='UTF-8' standalone='yes'?><p xmlns='" W "'/>", "<2>/2" },
	{ "Latin", "<?xml version='1.0' encoding='ISO-8859-1'?><p xmlns='" W "'>\xE0</p>", "<2>à/2" },
};

static void test_sound(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(sound); i++)
		for (size_t piece = 0; piece < 8; piece += 1 + piece * 2) {
			CLEANUP(arena_close) struct arena *a = arena_open(ROOM);
			struct err e;
			const char *says = say(a, str_c(sound[i].text), piece, 0, &e);
			if (!says || strcmp(says, sound[i].says) != 0)
				print_message("%s: %s %s %s\n", sound[i].what, says ? says : "-", e.message, e.detail);
			assert_non_null(says);
			assert_string_equal(says, sound[i].says);
		}
}

static const struct { const char *what, *text, *says; } broken[] = {
	{ "nothing", "", "sai cú pháp" },
	{ "no XML", "PK", "sai cú pháp" },
	{ "not closed", "<a><b></b>", "sai cú pháp" },
	{ "closed crosswise", "<a><b></a></b>", "sai cú pháp" },
	{ "two roots", "<a/>\n<b/>", "sai cú pháp ở dòng 2" },
	{ "an attribute twice", "<a b='1' b='2'/>", "sai cú pháp" },
	{ "broken UTF-8", "<a>\xC3(</a>", "sai cú pháp" },
	{ "UTF-8 too long", "<a>\xC0\xAF</a>", "sai cú pháp" },
	{ "half a pair", "<a>\xED\xA0\x80</a>", "sai cú pháp" },
	{ "a control character", "<a>\x01</a>", "sai cú pháp" },
	{ "its number", "<a>&#1;</a>", "sai cú pháp" },
	{ "an encoding nobody knows", "<?xml version='1.0' encoding='x-vni'?><a/>", "sai cú pháp" },
	{ "an entity", "<a>&b;</a>", "sai cú pháp" },
	{ "doctype", "<!DOCTYPE a><a/>", "DOCTYPE" },
	{ "doctype elsewhere", "<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a/>", "DOCTYPE" },
	{ "a billion laughs", "<!DOCTYPE a [<!ENTITY b 'ha'><!ENTITY c '&b;&b;&b;'>]><a>&c;</a>", "DOCTYPE" },
	{ "a file of ours", "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>", "DOCTYPE" },
};

static void test_broken(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(broken); i++)
		for (size_t piece = 0; piece < 2; piece++) {
			CLEANUP(arena_close) struct arena *a = arena_open(ROOM);
			struct err e;
			const char *says = say(a, str_c(broken[i].text), piece, 0, &e);
			if (says || !strstr(e.message, broken[i].says))
				print_message("%s: %s %s %s\n", broken[i].what, says ? says : "-", e.message, e.detail);
			assert_null(says);
			assert_int_equal(e.code, ERR_FORMAT);
			assert_non_null(strstr(e.message, broken[i].says));
			assert_true(e.hint[0]);
		}
}

static str nested(struct arena *a, int depth)
{
	struct buf b = buf_open(a);
	for (int i = 0; i < depth; i++)
		buf_put(&b, S("<a>"));
	for (int i = 0; i < depth; i++)
		buf_put(&b, S("</a>"));
	return buf_str(&b);
}

static void test_depth(void **state)
{
	(void)state;
	CLEANUP(arena_close) struct arena *a = arena_open(ROOM);
	struct err e;
	assert_non_null(say(a, nested(a, XML_DEPTH_MAX), 0, 0, &e));
	assert_null(say(a, nested(a, XML_DEPTH_MAX + 1), 0, 0, &e));
	assert_int_equal(e.code, ERR_LIMIT);
	assert_non_null(strstr(e.message, "hơn 256 tầng"));
}

static void test_stop(void **state)
{
	(void)state;
	CLEANUP(arena_close) struct arena *a = arena_open(ROOM);
	struct said s = { .b = buf_open(a), .stop_at = PARA };
	CLEANUP(xml_close) struct xml *x = NULL;
	struct err e = { 0 };
	s.e = &e;
	assert_true(xml_open(a, &grammar, &s, &x, &e));
	assert_true(xml_feed(x, S("<w:document xmlns:w='" W "'>")));
	assert_false(xml_feed(x, S("<w:p/><w:t/></w:document>")));
	assert_string_equal(e.message, "đủ rồi");
	assert_false(xml_feed(x, (str){ 0 }));
	assert_string_equal(s.b.p, "<1><2>");          /* nothing is said after */
}

/* Thousands of prefixes and a start tag of megabytes cost time that grows with their square unless they are limited. */
static void test_much(void **state)
{
	(void)state;
	CLEANUP(arena_close) struct arena *a = arena_open((size_t)256 << 20);
	struct buf b = buf_open(a);
	struct err e;
	buf_put(&b, S("<a"));
	for (int i = 0; i < 300; i++)
		buf_fmt(&b, " xmlns:p%d='urn:%d'", i, i);
	buf_put(&b, S("/>"));
	assert_null(say(a, buf_str(&b), 0, 0, &e));
	assert_int_equal(e.code, ERR_LIMIT);
	assert_non_null(strstr(e.message, "không gian tên"));
	b.n = 0;
	buf_put(&b, S("<a b='"));
	for (int i = 0; i < 6 << 20; i++)
		buf_put(&b, S("x"));
	buf_put(&b, S("'/>"));
	assert_null(say(a, buf_str(&b), 64 << 10, 0, &e));
	assert_int_equal(e.code, ERR_LIMIT);
	assert_non_null(strstr(e.message, "dài quá 4 MB"));
	static const struct { const char *what, *one; } usual[] = { { "text", "chữ " }, { "tags", "<b c='d'/>" }, { "blanks", "\n" } };
	for (size_t i = 0; i < COUNT(usual); i++)
		for (size_t piece = 0; piece < 128 << 10; piece += 64 << 10) {
			b.n = 0;
			buf_put(&b, S("<a>"));
			while (b.n < 5 << 20)
				buf_put(&b, str_c(usual[i].one));
			buf_put(&b, S("</a>"));
			assert_non_null(say(a, buf_str(&b), piece, 0, &e));
		}
}

/* More names than the table of seen names holds. */
static void test_many_names(void **state)
{
	(void)state;
	CLEANUP(arena_close) struct arena *a = arena_open(ROOM);
	struct buf b = buf_open(a), want = buf_open(a);
	struct err e;
	buf_put(&b, S("<p xmlns='" W "'>"));
	buf_put(&want, S("<2>"));
	for (int i = 0; i < 3000; i++) {
		buf_fmt(&b, "<x%d/>%s", i, i % 100 ? "" : "<t/>");
		buf_fmt(&want, "<?>/?%s", i % 100 ? "" : "<3>/3");
	}
	buf_put(&b, S("</p>"));
	buf_put(&want, S("/2"));
	assert_string_equal(say(a, buf_str(&b), 0, 0, &e), want.p);
}

static void test_number(void **state)
{
	(void)state;
	static const struct { const char *text; int is; } rows[] = {
		{ "7", 7 }, { "-7", -7 }, { "+7", 7 }, { "007", 7 }, { "", -1 }, { "-", -1 }, { "7a", -1 }, { "7.0", -1 }, { " 7", -1 },
		{ "101", 100 }, { "-101", -100 }, { "99999999999999999999999999", 100 }, { "-99999999999999999999999", -100 },
	};
	for (size_t i = 0; i < COUNT(rows); i++)
		assert_int_equal(xml_number(str_c(rows[i].text), -100, 100, -1), rows[i].is);
	assert_int_equal(xml_number((str){ 0 }, 0, 9, 5), 5);
}

int base_xml_tests(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_sound), cmocka_unit_test(test_broken), cmocka_unit_test(test_depth), cmocka_unit_test(test_stop),
		cmocka_unit_test(test_much), cmocka_unit_test(test_many_names), cmocka_unit_test(test_number),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
