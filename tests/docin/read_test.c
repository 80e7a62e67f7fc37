#include "docin/read.h"
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#undef fail                     /* cmocka has its own */
#include <cmocka.h>

enum { ROOM = 512 << 20 };

#define BYTES(lit) { "" lit, sizeof(lit) - 1 }

static const struct { str bytes; const char *reader; } kinds[] = {
	{ BYTES("Kế hoạch\n\n- một\n- hai\n1. ba\n"), "text" },
	{ BYTES("#hashtag và # giữa dòng\n** chú thích\n(**) hai\n"), "text" },
	{ BYTES("a | b\nkhông phải bảng\n----\n"), "text" },
	{ BYTES("*****\n** **\n"), "text" },
	{ BYTES("## KẾ HOẠCH\n"), "markdown" },
	{ BYTES("| a | b |\n|---|---|\n| 1 | 2 |\n"), "markdown" },
	{ BYTES("|  |  |\n|--|:-:|\n| 1 | 2 |\n"), "markdown" },
	{ BYTES("**I. Mục đích**\n\n**II. Nội dung**\n"), "markdown" },
	{ BYTES("<table><tr><td>1</td></tr></table>\n"), "markdown" },
};

static void test_kinds(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(kinds); i++) {
		struct arena *a = arena_open(ROOM);
		struct reading r = { 0 };
		struct err e = { 0 };
		assert_true(read_bytes(a, kinds[i].bytes, &r, &e));
		if (strcmp(r.by->name, kinds[i].reader))
			fail_msg("%s: %.*s", r.by->name, SF(kinds[i].bytes));
		assert_int_equal(r.root->kind, NODE_DOC);
		arena_free(a);
	}
}

static const struct { str bytes; enum err_code code; const char *says, *hint; } refusals[] = {
	{ BYTES(""), ERR_INPUT, "rỗng", "đầy đủ chưa" },
	{ BYTES(" \n\t\r\n\u00A0\f"), ERR_INPUT, "khoảng trắng", "đầy đủ chưa" },
	{ BYTES("\xEF\xBB\xBF"), ERR_INPUT, "khoảng trắng", "đầy đủ chưa" },
	{ BYTES("PK\3\4....word/document.xml"), ERR_FORMAT, "nén bên trong", "tải lại" },
	{ BYTES("%PDF-1.7\n"), ERR_FORMAT, "PDF", "tải lại" },
	{ BYTES("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1...."), ERR_FORMAT, "Office kiểu cũ", ".docx" },
	{ BYTES("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1..W\0o\0r\0k\0b\0o\0o\0k\0.."), ERR_FORMAT, "(.xls)", ".xlsx" },
	{ BYTES("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1..E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"), ERR_FORMAT, "mật khẩu", "bỏ mật khẩu" },
	{ BYTES("GIF89a"), ERR_FORMAT, "GIF", ".png" },
	{ BYTES("Rar!\x1A\x07...."), ERR_FORMAT, ".rar", "giải nén" },
	{ BYTES("\x7F" "ELF\2\1\1\0"), ERR_FORMAT, "chương trình máy", "đúng tệp" },
	{ BYTES(" <!DOCTYPE html>\n<html>"), ERR_FORMAT, "trang web", "PDF" },
	{ BYTES("<html lang=vi>"), ERR_FORMAT, "trang web", "PDF" },
	{ BYTES("a\0b"), ERR_FORMAT, "nhị phân", "UTF-8" },
};

static void refused(str bytes, enum err_code code, const char *says, const char *hint)
{
	struct arena *a = arena_open(ROOM);
	struct reading r = { 0 };
	struct err e = { 0 };
	if (read_bytes(a, bytes, &r, &e))
		fail_msg("read: %.40s", bytes.p);
	assert_int_equal(e.code, code);
	if (!strstr(e.message, says) || !strstr(e.hint, hint))
		fail_msg("%s / %s", e.message, e.hint);
	arena_free(a);
}

static void test_refusals(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(refusals); i++)
		refused(refusals[i].bytes, refusals[i].code, refusals[i].says, refusals[i].hint);
}

static str repeat(struct arena *a, const char *s, size_t n)
{
	struct buf b = buf_open(a);
	while (n--)
		buf_put(&b, str_c(s));
	return buf_str(&b);
}

static void test_limits(void **state)
{
	(void)state;
	struct arena *a = arena_open(ROOM);
	refused(repeat(a, "chữ\n", 600000), ERR_LIMIT, "quá nhiều dòng", "tách");
	refused(repeat(a, "dòng chữ dài hơn một chút\n", READ_MAX / 20), ERR_LIMIT, "quá lớn", "tách");
	refused(repeat(a, "x", 300 * 1024), ERR_LIMIT, "Dòng 1 dài quá", "ngắt dòng");
	refused(repeat(a, "# a\n<table><tr><td>\n", 100), ERR_LIMIT, "lồng", "bảng");
	str row = repeat(a, "|a", 4000), rule = repeat(a, "|-", 4000);
	refused(str_fmt(a, "%.*s|\n%.*s|\n%.*s", SF(row), SF(rule), SF(repeat(a, "|a\n", 4000))), ERR_LIMIT, "quá nhiều", "tách");
	arena_free(a);
}

/* Input made to be slow or deep is read, or refused, within what the arena gives; it must come back. */
static void test_hostile(void **state)
{
	static const struct { const char *s; size_t n; } all[] = {
		{ "[", 200000 }, { "![", 100000 }, { "# a\n[a\n", 50000 }, { "# a\na <!--\n", 50000 }, { "**a **", 40000 },
		{ "# a\n<b c=\"\n", 20000 }, { "&#", 100000 }, { "# a\n<ul><li>a\n", 20000 }, { "# a\n</td></ul></b>\n", 20000 },
		{ "> ", 100000 }, { "# a\n`\n", 50000 }, { "# a\n| a |\n|-|\n", 30000 }, { "\u0301\u0316", 15 },
		{ "# a\n- <table><tr><td>\n\n", 15 }, { "# a\n<tr></tr></table><td>\n\n", 5000 },
	};
	(void)state;
	for (size_t i = 0; i < COUNT(all); i++) {
		struct arena *a = arena_open(ROOM);
		struct reading r = { 0 };
		struct err e = { 0 };
		bool ok = read_bytes(a, str_fmt(a, "# a\n%.*s", SF(repeat(a, all[i].s, all[i].n))), &r, &e);
		assert_true(ok ? r.root != NULL : e.message[0] != 0);
		arena_free(a);
	}
}

static void test_path(void **state)
{
	(void)state;
	struct arena *a = arena_open(ROOM);
	struct reading r = { 0 };
	struct err e = { 0 };
	char path[] = "/tmp/khacphuc-read-XXXXXX";
	int fd = mkstemp(path);
	assert_true(fd >= 0);
	assert_int_equal(write(fd, "abc", 3), 3);
	close(fd);
	assert_true(read_path(a, path, &r, &e));
	assert_true(str_eq(r.bytes, S("abc")));
	assert_string_equal(r.by->name, "text");
	unlink(path);
	assert_false(read_path(a, path, &r, &e));
	assert_int_equal(e.code, ERR_NOT_FOUND);
	arena_free(a);
}

static void test_table(void **state)
{
	(void)state;
	struct readers all = readers_all();
	assert_true(all.n >= 2);
	for (size_t i = 0; i < all.n; i++) {
		assert_true(all.at[i]->name[0] && all.at[i]->help[0] && all.at[i]->source[0]);
		assert_non_null(all.at[i]->sniff);
		assert_non_null(all.at[i]->read);
		for (size_t k = 0; k < i; k++)
			assert_string_not_equal(all.at[i]->name, all.at[k]->name);
	}
}

int docin_read_tests(void);
int docin_read_tests(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_kinds), cmocka_unit_test(test_refusals), cmocka_unit_test(test_limits),
		cmocka_unit_test(test_hostile), cmocka_unit_test(test_path), cmocka_unit_test(test_table),
	};
	return cmocka_run_group_tests_name("docin/read", tests, NULL, NULL);
}
