#include "web/asset.h"
#include "base/file.h"
#include "base/sha256.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
/* after the above */
#undef fail                     /* cmocka has its own */
#include <cmocka.h>

enum { ROOM = 1 << 23 };

#define ASSET(name, path, type) { name, path, type },
static const struct { const char *name, *path, *type; } rows[] = {
#include "web/assets.def"
};
#undef ASSET

static void compiled_in(void **state)
{
	(void)state;
	const char *source = getenv("KHACPHUC_SOURCE");
	for (size_t i = 0; i < COUNT(rows); i++) {
		CLEANUP(arena_close) struct arena *a = arena_open(ROOM);
		struct err e = { 0 };
		str was;
		char hash[65];
		const struct asset *f = asset_find(str_c(rows[i].name));
		assert_non_null(f);
		assert_true(file_read(a, str_fmt(a, "%s/%s", source ? source : ".", rows[i].path).p, ROOM / 2, &was, &e));
		assert_true(str_eq(asset_whole(a, f), was));
		sha256_hex(was, hash);
		assert_memory_equal(hash, f->hash, 16);
		assert_string_equal(f->type, rows[i].type);
		assert_true(f->packed.n < was.n && !memcmp(f->packed.p, "\x1f\x8b", 2));
		assert_string_equal(f->address.p, str_fmt(a, "/tep/%s?v=%.16s", rows[i].name, hash).p);
	}
}

static void none(void **state)
{
	(void)state;
	static const char *const names[] = { "", "pico", "pico.min.css?", "/pico.min.css", "../pico.min.css", "PICO.MIN.CSS" };
	for (size_t i = 0; i < COUNT(names); i++)
		assert_null(asset_find(str_c(names[i])));
}

static void linked(void **state)
{
	(void)state;
	CLEANUP(arena_close) struct arena *a = arena_open(ROOM);
	struct view *around = view_open(a);
	asset_links(around);
	const struct view_value *v = view_find(view_object(around, "asset"), S("style_css"));
	assert_true(v && v->kind == VIEW_LINK && str_eq(v->text, asset_find(S("style.css"))->address));
	assert_int_equal(view_object(around, "asset")->at.n, COUNT(rows));
}

int web_asset_tests(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(compiled_in), cmocka_unit_test(none), cmocka_unit_test(linked) };
	return cmocka_run_group_tests(tests, NULL, NULL);
}
