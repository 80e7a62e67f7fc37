#include "base/escape.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <jansson.h>

#define BAD "\xEF\xBF\xBD"
static const struct { str is; const char *html, *piece, *json; } rows[] = {
	{ S(""), "", "", "" },
	{ S("Tiêu chí ệỷđĐ"), "Tiêu chí ệỷđĐ", "Ti%C3%AAu%20ch%C3%AD%20%E1%BB%87%E1%BB%B7%C4%91%C4%90", "Tiêu chí ệỷđĐ" },
	{ S("&<>\"'"), "&amp;&lt;&gt;&quot;&#39;", "%26%3C%3E%22%27", "&<>\\\"'" },
	{ S("`=/\\"), "`=/\\", "%60%3D%2F%5C", "`=/\\\\" },
	{ S("a\nb\tc\rd"), "a\nb\tc&#13;d", "a%0Ab%09c%0Dd", "a\\nb\\tc\\rd" },
	{ S("a\0b"), "a" BAD "b", "a%00b", "a\\u0000b" },
	{ S("\x1B\x7F\x08"), BAD BAD BAD, "%1B%7F%08", "\\u001b\x7F\\b" },
	{ S("-._~Az09+#?% "), "-._~Az09+#?% ", "-._~Az09%2B%23%3F%25%20", "-._~Az09+#?% " },
	/* no UTF-8: the byte behind is never swallowed */
	{ S("\xC3<"), BAD "&lt;", "%C3%3C", BAD "<" },
	{ S("\xE1\xBB\">"), BAD BAD "&quot;&gt;", "%E1%BB%22%3E", BAD BAD "\\\">" },
	{ S("\xF0\x9F\x92"), BAD BAD BAD, "%F0%9F%92", BAD BAD BAD },
	{ S("\xC0\xBC\xED\xA0\x80"), BAD BAD BAD BAD BAD, "%C0%BC%ED%A0%80", BAD BAD BAD BAD BAD },
	{ S("\xE1"), BAD, "%E1", BAD }, { S("\xC3"), BAD, "%C3", BAD }, { S("\x80\xFF"), BAD BAD, "%80%FF", BAD BAD },
	{ S("💾\xEF\xBF\xBF"), "💾\xEF\xBF\xBF", "%F0%9F%92%BE%EF%BF%BF", "💾\xEF\xBF\xBF" },
};

static void test_rows(void **state)
{
	static void (*const write[])(struct buf *, str) = { escape_html, escape_piece, escape_json };
	(void)state;
	CLEANUP(arena_close) struct arena *a = arena_open(1 << 20);
	for (size_t i = 0; i < COUNT(rows); i++)
		for (size_t k = 0; k < COUNT(write); k++) {
			const char *want[] = { rows[i].html, rows[i].piece, rows[i].json };
			struct buf b = buf_open(a);
			write[k](&b, rows[i].is);
			assert_string_equal(b.p, want[k]);
			assert_int_equal(b.n, strlen(want[k]));
		}
}

/* Every two bytes: nothing that ends a text, a value or a piece of an address comes out, and what was JSON before can be read. */
static void test_every_pair(void **state)
{
	(void)state;
	CLEANUP(arena_close) struct arena *a = arena_open(1 << 26);
	for (unsigned i = 0; i < 0x10000; i++) {
		char two[] = { (char)(i >> 8), (char)i };
		struct buf html = buf_open(a), piece = buf_open(a), json = buf_open(a);
		escape_html(&html, (str){ two, 2 });
		escape_piece(&piece, (str){ two, 2 });
		assert_int_equal(strcspn(html.p, "<>\"'"), html.n);
		assert_int_equal(strspn(piece.p, "%0123456789-._~ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"), piece.n);
		buf_put(&json, S("\""));
		escape_json(&json, (str){ two, 2 });
		buf_put(&json, S("\""));
		json_t *j = json_loadb(json.p, json.n, JSON_DECODE_ANY | JSON_ALLOW_NUL, NULL);
		if (!j)
			fail_msg("%02x %02x: %s", i >> 8, i & 255, json.p);
		json_decref(j);
	}
}

int base_escape_tests(void);
int base_escape_tests(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_rows),
		cmocka_unit_test(test_every_pair),
	};
	return cmocka_run_group_tests_name("base/escape", tests, NULL, NULL);
}
