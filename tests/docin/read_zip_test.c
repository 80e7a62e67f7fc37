#include "docin/member.h"
#include "docin/read.h"
#include <pack.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#undef fail                     /* cmocka has its own */
#include <cmocka.h>

enum { ROOM = 512 << 20 };

static str listed(struct arena *a, const struct reading *r)
{
	struct buf b = buf_open(a);
	for (size_t i = 0; i < r->members.n; i++)
		buf_fmt(&b, "%.*s=%.*s\n", SF(r->members.at[i].name), SF(r->members.at[i].bytes));
	return buf_str(&b);
}

static void test_members(void **state)
{
	(void)state;
	struct arena *a = arena_open(ROOM);
	struct err e = { 0 };
	struct reading r = { 0 };
	str zip = pack(a, (struct packed[]){ { "Kế hoạch.txt", S("một") }, { "thư mục/", S("") }, { "thư mục/hai.md", S("hai") }, { "__MACOSX/x", S("x") },
		                             { "thư mục/Thumbs.db", S("x") }, { "~$hoach.docx", S("x") }, { "../../ba.txt", S("ba") },
		                             { "trong.zip", S("PK\5\6") }, { 0 } });
	assert_true(read_bytes(a, zip, &r, &e));
	assert_string_equal(r.by->name, "zip");
	assert_null(r.root);
	assert_string_equal(listed(a, &r).p, "Kế hoạch.txt=một\nthư mục/hai.md=hai\nba.txt=ba\ntrong.zip=PK\5\6\n");
	assert_int_equal(r.notes.n, 0);
	arena_free(a);
}

static void test_names(void **state)
{
	(void)state;
	static const struct { str name; const char *safe; } rows[] = {
		{ S("a\\b\\c.txt"), "a/b/c.txt" }, { S("/etc/passwd"), "etc/passwd" }, { S("../.././x"), "x" }, { S("a\x1b[31m\n.txt"), "a [31m?.txt" },
		{ S("Ba\xCC\x81o ca\xCC\x81o.docx"), "Báo cáo.docx" }, { S("\xC3.txt"), "?.txt" }, { S(" / /"), "không tên" }, { S(""), "không tên" },
	};
	struct arena *a = arena_open(ROOM);
	for (size_t i = 0; i < COUNT(rows); i++) {
		str s = member_name(a, rows[i].name);
		assert_string_equal(str_copy(a, s).p, rows[i].safe);
	}
	struct buf b = buf_open(a);
	for (int i = 0; i < 300; i++)
		buf_put(&b, S("đ"));
	buf_put(&b, S(".docx"));
	str s = member_name(a, buf_str(&b));
	assert_true(s.n <= MEMBER_NAME_MAX && str_ends(s, S(".docx")) && str_starts(s, S("đ")));
	arena_free(a);
}

/* One damaged file is mentioned and the other read; when there is no other, that is the error. */
static void test_damaged(void **state)
{
	(void)state;
	struct arena *a = arena_open(ROOM);
	struct err e = { 0 };
	struct reading r = { 0 }, none = { 0 };
	str long_text = S("Một văn bản dài hơn, để nén lại thì có cái mà hỏng: một văn bản dài hơn, để nén lại thì có cái mà hỏng.");
	str zip = pack(a, (struct packed[]){ { "hỏng.txt", long_text }, { "lành.txt", S("hai") }, { 0 } });
	zip = pack_patch(a, zip, S("hỏng.txt"), 1, sizeof "hỏng.txt" + 3, S("\xFF\xFF\xFF\xFF"));
	assert_true(read_bytes(a, zip, &r, &e));
	assert_string_equal(listed(a, &r).p, "lành.txt=hai\n");
	assert_int_equal(r.notes.n, 1);
	assert_non_null(strstr(r.notes.at[0].p, "hỏng.txt"));
	zip = pack(a, (struct packed[]){ { "hỏng.txt", long_text }, { 0 } });
	zip = pack_patch(a, zip, S("hỏng.txt"), 1, sizeof "hỏng.txt" + 3, S("\xFF\xFF\xFF\xFF"));
	assert_false(read_bytes(a, zip, &none, &e));
	assert_non_null(strstr(e.message, "bị hỏng"));
	arena_free(a);
}

static void test_limits(void **state)
{
	(void)state;
	struct arena *a = arena_open(ROOM);
	struct err e = { 0 };
	struct reading r = { 0 }, empty = { 0 };
	struct packed *files = make_n(a, struct packed, MEMBERS_MAX + 2);
	for (int i = 0; i <= MEMBERS_MAX; i++)
		files[i] = (struct packed){ str_fmt(a, "%d.txt", i).p, S("x") };
	assert_false(read_bytes(a, pack(a, files), &r, &e));
	assert_int_equal(e.code, ERR_LIMIT);
	assert_non_null(strstr(e.message, "quá nhiều tệp bên trong"));
	assert_true(read_bytes(a, (str){ "PK\5\6\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0", 22 }, &empty, &e));
	assert_int_equal(empty.members.n, 0);
	arena_free(a);
}

/* Packages of one document that no reader knows are no archives. */
static void test_packages(void **state)
{
	(void)state;
	static const struct { const char *first; str bytes; const char *second, *says; } rows[] = {
		{ "[Content_Types].xml", S("x"), "ppt/presentation.xml", "trình chiếu (.pptx)" },
		{ "mimetype", S("application/vnd.oasis.opendocument.presentation"), "content.txt", "" },
		{ "mimetype", S("application/epub+zip"), "META-INF/x", "sách điện tử" },
		{ "META-INF/MANIFEST.MF", S("x"), "a.class", "chương trình khác" },
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct arena *a = arena_open(ROOM);
		struct err e = { 0 };
		struct reading r = { 0 };
		str zip = pack(a, (struct packed[]){ { rows[i].first, rows[i].bytes }, { rows[i].second, S("x") }, { 0 } });
		assert_false(read_bytes(a, zip, &r, &e));
		if (!strstr(e.message, rows[i].says) || !strstr(e.message, "loại tệp đó không đọc được") || !e.hint[0])
			fail_msg("%s: %s", rows[i].says, e.message);
		arena_free(a);
	}
}

int docin_read_zip_tests(void);

int docin_read_zip_tests(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_members), cmocka_unit_test(test_names), cmocka_unit_test(test_damaged),
		                            cmocka_unit_test(test_limits), cmocka_unit_test(test_packages) };
	return cmocka_run_group_tests_name("docin_read_zip", tests, NULL, NULL);
}
