#include "base/archive.h"
#include "base/pack.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#undef fail                     /* cmocka has its own */
#include <cmocka.h>

#define ROOM ((size_t)1 << 30)

static const struct { const char *name, *bytes; enum packing how; } entries[] = {
	{ "mimetype", "application/x-first", PACK_STORED },
	{ "word/document.xml", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", PACK_DEFLATED },
	{ "short", "x", PACK_DEFLATED },                   /* gets no smaller */
	{ "none", "", PACK_DEFLATED },
	{ "Kế hoạch/Xã Đông Á.docx", "Cải cách hành chính", PACK_DEFLATED },
};

static str packed(struct arena *a)
{
	struct err e = { 0 };
	struct pack p = pack_open(a);
	for (size_t i = 0; i < COUNT(entries); i++)
		assert_true(pack_add(&p, str_c(entries[i].name), str_c(entries[i].bytes), entries[i].how, &e));
	return pack_end(&p);
}

/* What is packed is read again, in order, under its names; and the bytes are the same at any time. */
static void test_there_and_back(void **state)
{
	(void)state;
	CLEANUP(arena_close) struct arena *a = arena_open(ROOM);
	CLEANUP(archive_close) struct archive *z = NULL;
	struct err e = { 0 };
	str bytes = packed(a), got;
	assert_true(archive_open(a, bytes, &z, &e));
	assert_int_equal(archive_count(z), COUNT(entries));
	for (size_t i = 0; i < COUNT(entries); i++) {
		assert_string_equal(str_copy(a, archive_entry(z, i).name).p, entries[i].name);
		assert_true(archive_read(z, i, a, ROOM / 4, &got, &e));
		assert_string_equal(got.p, entries[i].bytes);
	}
	assert_true(str_eq(bytes, packed(a)));
	assert_true(str_starts(str_sub(bytes, 30, bytes.n), S("mimetypeapplication/x-first")));
	assert_true(str_find(bytes, S("aaaaaaaa"), 0) == bytes.n);
}

/* Larger than what zlib holds at once, and what cannot be packed. */
static void test_large(void **state)
{
	(void)state;
	enum { MANY = 3 << 20 };
	CLEANUP(arena_close) struct arena *a = arena_open(ROOM);
	CLEANUP(archive_close) struct archive *z = NULL;
	struct err e = { 0 };
	struct pack p = pack_open(a);
	char *noise = make_n(a, char, MANY);
	uint32_t seed = 7;
	for (size_t i = 0; i < MANY; i++)
		noise[i] = (char)((seed = seed * 1664525 + 1013904223) >> 24);
	str in = { noise, MANY }, got;
	assert_true(pack_add(&p, S("noise"), in, PACK_DEFLATED, &e));
	str bytes = pack_end(&p);
	assert_true(archive_open(a, bytes, &z, &e));
	assert_true(archive_read(z, 0, a, ROOM / 4, &got, &e));
	assert_true(str_eq(got, in));
}

static void test_too_many(void **state)
{
	(void)state;
	CLEANUP(arena_close) struct arena *a = arena_open(ROOM);
	struct err e = { 0 };
	struct pack p = pack_open(a);
	for (int i = 0; i < PACK_ENTRIES_MAX; i++)
		assert_true(pack_add(&p, str_fmt(a, "%d", i), S("x"), PACK_STORED, &e));
	assert_false(pack_add(&p, S("one more"), S("x"), PACK_STORED, &e));
	assert_int_equal(e.code, ERR_LIMIT);
	assert_true(*e.hint);
	assert_false(pack_add(&p, S("another"), S("x"), PACK_STORED, &e));
}

int base_pack_tests(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_there_and_back), cmocka_unit_test(test_large), cmocka_unit_test(test_too_many),
	};
	return cmocka_run_group_tests_name("base/pack", tests, NULL, NULL);
}
