#include "base/archive.h"
#include "pack.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#undef fail                     /* cmocka has its own */
#include <cmocka.h>

#define ROOM       ((size_t)1 << 30)
#define DIRECTORY  S("PK\1\2")         /* what begins a row of the directory, and its end */
#define END        S("PK\5\6")
#define CAP        ((size_t)1 << 20)

static str two(struct arena *a)
{
	return pack(a, (struct packed[]){ { "một.txt", S("Một hai ba bốn năm một hai ba bốn năm một hai ba bốn năm") },
	                                  { "xl/hai.xml", S("<hai/>") }, { "xl/", S("") }, { 0 } });
}

/* Reads every entry; the error of the first that fails, or of the opening. */
static enum err_code read_all(struct arena *a, str bytes, struct err *e)
{
	CLEANUP(archive_close) struct archive *z = NULL;
	*e = (struct err){ 0 };
	if (!archive_open(a, bytes, &z, e))
		return e->code;
	for (size_t i = 0; i < archive_count(z); i++) {
		str s;
		if (!archive_entry(z, i).folder && !archive_read(z, i, a, CAP, &s, e))
			return e->code;
	}
	return ERR_NONE;
}

static void test_sound(void **state)
{
	(void)state;
	CLEANUP(arena_close) struct arena *a = arena_open(ROOM);
	CLEANUP(archive_close) struct archive *z = NULL;
	struct err e = { 0 };
	str s;
	size_t at;
	assert_true(archive_open(a, two(a), &z, &e));
	assert_int_equal(archive_count(z), 3);
	assert_string_equal(archive_entry(z, 0).name.p, "một.txt");
	assert_int_equal(archive_entry(z, 1).size, 6);
	assert_false(archive_entry(z, 1).folder);
	assert_true(archive_entry(z, 2).folder);
	assert_false(archive_find(z, "hai.xml", &at));
	assert_true(archive_find(z, "xl/hai.xml", &at));
	assert_int_equal(at, 1);
	assert_true(archive_read(z, at, a, CAP, &s, &e));
	assert_true(str_eq(s, S("<hai/>")));
	assert_true(archive_read(z, 0, a, CAP, &s, &e));
	assert_true(str_starts(s, S("Một hai")));
}

/* Office programs of other makers write names in other letters and with backslashes; both mean the same part. */
static void test_names(void **state)
{
	(void)state;
	CLEANUP(arena_close) struct arena *a = arena_open(ROOM);
	CLEANUP(archive_close) struct archive *z = NULL;
	struct err e = { 0 };
	size_t at;
	str zip = pack(a, (struct packed[]){ { "xl\\SharedStrings.xml", S("1") }, { "xl/Styles.xml", S("2") }, { "xl/styles.xml", S("3") }, { 0 } });
	assert_true(archive_open(a, zip, &z, &e));
	assert_true(archive_find(z, "xl/sharedStrings.xml", &at));
	assert_int_equal(at, 0);
	assert_true(archive_find(z, "xl/styles.xml", &at));
	assert_int_equal(at, 2);
	assert_false(archive_find(z, "xl/style.xml", &at));
}

static void test_twice(void **state)
{
	(void)state;
	CLEANUP(arena_close) struct arena *a = arena_open(ROOM);
	CLEANUP(archive_close) struct archive *z = NULL;
	struct err e = { 0 };
	size_t at;
	str s, zip = pack(a, (struct packed[]){ { "a.xml", S("first") }, { "b.xml", S("second") }, { 0 } });
	zip = pack_patch(a, zip, S("b.xml"), 1, 0, S("a.xml"));
	zip = pack_patch(a, zip, S("b.xml"), 1, 0, S("a.xml"));
	assert_true(archive_open(a, zip, &z, &e));
	assert_int_equal(archive_count(z), 2);
	assert_true(archive_find(z, "a.xml", &at));
	assert_true(archive_read(z, at, a, CAP, &s, &e));
	assert_true(str_eq(s, S("first")));
}

static const struct { const char *what; str mark; int nth; size_t at; str with; enum err_code code; const char *says; } broken[] = {
	{ "the content is not what was packed", S("<hai/>"), 1, 1, S("X"), ERR_FORMAT, "hỏng" },
	{ "encrypted", DIRECTORY, 1, 8, S("\1"), ERR_FORMAT, "mật khẩu" },
	{ "a method nobody knows", DIRECTORY, 1, 10, S("\x3f"), ERR_FORMAT, "hỏng" },
	{ "entry beyond the file", DIRECTORY, 1, 42, S("\xff\xff\xff\x7f"), ERR_FORMAT, "hỏng" },
	{ "directory beyond the file", END, 1, 16, S("\xff\xff\xff\x7f"), ERR_FORMAT, "hỏng" },
	{ "more entries than are there", END, 1, 8, S("\xff\x7f\xff\x7f"), ERR_FORMAT, "hỏng" },
};

/* Lies that change nothing of what comes out whole. */
static const struct { const char *what; size_t at; str with; } lies[] = {
	{ "unpacked size says less", 24, S("\5\0\0\0") },
	{ "unpacked size says more", 24, S("\xff\xff\xff\x7f") },
	{ "packed size beyond the file", 20, S("\xff\xff\xff\x7f") },
};

static void test_lies(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(lies); i++) {
		CLEANUP(arena_close) struct arena *a = arena_open(ROOM);
		CLEANUP(archive_close) struct archive *z = NULL;
		struct err e = { 0 };
		str s;
		assert_true(archive_open(a, pack_patch(a, two(a), DIRECTORY, 1, lies[i].at, lies[i].with), &z, &e));
		assert_true(archive_read(z, 0, a, CAP, &s, &e));
		assert_true(str_ends(s, S("năm một hai ba bốn năm")));
	}
}

static void test_broken(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(broken); i++) {
		CLEANUP(arena_close) struct arena *a = arena_open(ROOM);
		struct err e;
		enum err_code code = read_all(a, pack_patch(a, two(a), broken[i].mark, broken[i].nth, broken[i].at, broken[i].with), &e);
		if (code != broken[i].code || !strstr(e.message, broken[i].says))
			print_message("%s: %d %s (%s)\n", broken[i].what, code, e.message, e.detail);
		assert_int_equal(code, broken[i].code);
		assert_non_null(strstr(e.message, broken[i].says));
		assert_true(e.hint[0]);
	}
}

static void test_cut(void **state)
{
	(void)state;
	CLEANUP(arena_close) struct arena *a = arena_open(ROOM);
	str zip = two(a);
	for (size_t n = 0; n < zip.n; n++) {
		struct err e;
		assert_int_equal(read_all(a, str_sub(zip, 0, n), &e), ERR_FORMAT);
		assert_non_null(strstr(e.message, "chưa tải về đủ"));
	}
}

static str zeros(struct arena *a, size_t n) { return (str){ make_n(a, char, n), n }; }

static enum err_code drain(struct arena *a, str zip, struct err *e)
{
	CLEANUP(archive_close) struct archive *z = NULL;
	str chunk = { "", 1 };
	if (!archive_open(a, zip, &z, e))
		return e->code;
	for (size_t i = 0; i < archive_count(z); i++) {
		if (!archive_begin(z, i, e))
			return e->code;
		do
			if (!archive_next(z, &chunk, e))
				return e->code;
		while (chunk.n);
	}
	return ERR_NONE;
}

/* The only entry of a zip n times in its directory. */
static str again(struct arena *a, str zip, uint16_t n)
{
	struct buf b = buf_open(a);
	size_t from = str_find(zip, DIRECTORY, 0), to = str_find(zip, END, 0);
	uint32_t size = (uint32_t)((to - from) * n);
	buf_put(&b, str_sub(zip, 0, from));
	for (int i = 0; i < n; i++)
		buf_put(&b, str_sub(zip, from, to));
	to += 8;
	buf_put(&b, str_sub(zip, to - 8, to));
	buf_put(&b, (str){ (char *)&n, 2 });
	buf_put(&b, (str){ (char *)&n, 2 });
	buf_put(&b, (str){ (char *)&size, 4 });
	buf_put(&b, str_sub(zip, to + 8, zip.n));
	return buf_str(&b);
}

static void test_bombs(void **state)
{
	(void)state;
	CLEANUP(arena_close) struct arena *a = arena_open(ROOM);
	struct err e = { 0 };
	str much = zeros(a, 9 << 20), small = zeros(a, 7 << 20);
	str bomb = pack(a, (struct packed[]){ { "a", much }, { 0 } });
	assert_int_equal(drain(a, bomb, &e), ERR_LIMIT);
	assert_non_null(strstr(e.message, "200 lần"));
	/* the directory lies about what it takes packed */
	assert_int_equal(drain(a, pack_patch(a, bomb, DIRECTORY, 1, 20, S("\0\0\0\x10")), &e), ERR_LIMIT);
	assert_non_null(strstr(e.message, "200 lần"));
	/* each entry is small enough, all together are not */
	str one = pack(a, (struct packed[]){ { "a", small }, { 0 } });
	assert_int_equal(drain(a, one, &e), ERR_NONE);
	assert_int_equal(drain(a, again(a, one, 39), &e), ERR_LIMIT);
	assert_non_null(strstr(e.message, "192 MB"));
}

static void test_cap(void **state)
{
	(void)state;
	CLEANUP(arena_close) struct arena *a = arena_open(ROOM);
	CLEANUP(archive_close) struct archive *z = NULL;
	struct err e = { 0 };
	str s;
	assert_true(archive_open(a, pack(a, (struct packed[]){ { "a", zeros(a, 3 << 20) }, { "b", S("b") }, { 0 } }), &z, &e));
	assert_false(archive_read(z, 0, a, 2 << 20, &s, &e));
	assert_int_equal(e.code, ERR_LIMIT);
	assert_non_null(strstr(e.message, "“a” trong tệp nén quá lớn: hơn 2 MB"));
	assert_true(archive_read(z, 1, a, 2 << 20, &s, &e));       /* the others can still be read */
	assert_true(archive_read(z, 0, a, 3 << 20, &s, &e));
	assert_int_equal(s.n, 3 << 20);
}

/* A directory of n entries "a", all of them the same empty one; end: what it says there are, in 8 bytes when long. */
static str directory_of(struct arena *a, size_t n)
{
	static const char row[46 + 1] = "PK\1\2\24\0\24\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\1", name = 'a';
	struct buf b = buf_open(a);
	buf_put(&b, (str){ "PK\3\4\24\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\1\0\0\0a", 31 });
	uint32_t size = (uint32_t)(47 * n), at = 31;
	for (size_t i = 0; i < n; i++) {
		buf_put(&b, (str){ row, 46 });
		buf_put(&b, (str){ &name, 1 });
	}
	uint16_t few = n > 0xffff ? 0xffff : (uint16_t)n;
	uint64_t n64 = n, size64 = size, at64 = at, end64 = b.n;
	if (n > 0xffff) {
		buf_put(&b, (str){ "PK\6\6\x2c\0\0\0\0\0\0\0\x2d\0\x2d\0\0\0\0\0\0\0\0\0", 24 });
		buf_put(&b, (str){ (char *)&n64, 8 });
		buf_put(&b, (str){ (char *)&n64, 8 });
		buf_put(&b, (str){ (char *)&size64, 8 });
		buf_put(&b, (str){ (char *)&at64, 8 });
		buf_put(&b, (str){ "PK\6\7\0\0\0\0", 8 });
		buf_put(&b, (str){ (char *)&end64, 8 });
		buf_put(&b, (str){ "\1\0\0\0", 4 });
		size = at = 0xffffffff;
	}
	buf_put(&b, (str){ "PK\5\6\0\0\0\0", 8 });
	buf_put(&b, (str){ (char *)&few, 2 });
	buf_put(&b, (str){ (char *)&few, 2 });
	buf_put(&b, (str){ (char *)&size, 4 });
	buf_put(&b, (str){ (char *)&at, 4 });
	buf_put(&b, (str){ "\0\0", 2 });
	return buf_str(&b);
}

static void test_entries(void **state)
{
	(void)state;
	CLEANUP(arena_close) struct arena *a = arena_open(ROOM);
	struct err e = { 0 };
	assert_int_equal(drain(a, directory_of(a, 3), &e), ERR_NONE);
	assert_int_equal(drain(a, directory_of(a, ARCHIVE_ENTRIES_MAX), &e), ERR_NONE);
	for (size_t n = ARCHIVE_ENTRIES_MAX + 1; n < 1000 * 1000; n *= 9) {
		assert_int_equal(drain(a, directory_of(a, n), &e), ERR_LIMIT);
		assert_non_null(strstr(e.message, "đến 10000"));
	}
	/* a directory that says more than could stand in the file costs no memory before it is refused */
	str few = directory_of(a, 70 * 1000);
	assert_int_not_equal(drain(a, pack_patch(a, few, S("PK\6\6"), 1, 24, S("\0\0\0\0\1\0\0\0\0\0\0\0\1\0\0\0")), &e), ERR_NONE);
}

int base_archive_tests(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_sound), cmocka_unit_test(test_names), cmocka_unit_test(test_twice),
		cmocka_unit_test(test_broken), cmocka_unit_test(test_lies), cmocka_unit_test(test_cut), cmocka_unit_test(test_bombs),
		cmocka_unit_test(test_cap), cmocka_unit_test(test_entries),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
