#include "web/parts.h"
#include "base/file.h"
#include "base/folder.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
/* after the above */
#undef fail                     /* cmocka has its own */
#include <cmocka.h>

enum { ROOM = 64 << 20, MOST = 1 << 20 };

static const struct page page = {
	.method = POST, .path = "/thu",
	.params = { { "title", "tên", PARAM_TEXT, 0, 100 }, { "pick", "chọn", PARAM_TEXTS, 0, 9 }, { "files", "tệp", PARAM_FILES, 0, MOST } },
};

#define TYPE "multipart/form-data; boundary="
#define BODY(value) "--x\r\nContent-Disposition: form-data; name=\"title\"\r\n\r\n" value "\r\n--x--\r\n"
#define PART(name, value) "--x\r\nContent-Disposition: form-data; name=\"" name "\"\r\n\r\n" value "\r\n"
#define FILE_PART(file, value) "--x\r\nContent-Disposition: form-data; name=\"files\"; filename=\"" file "\"\r\nContent-Type: a/b\r\n\r\n" value "\r\n"

static const struct { const char *type, *body, *want; } rows[] = {
	{ TYPE "x", BODY("a"), "title=a;" },
	{ TYPE "\"x\"; charset=utf-8", BODY("Báo cáo"), "title=Báo cáo;" },
	{ "Multipart/Form-Data;  Boundary=x", BODY(""), "title=;" },
	{ TYPE "x", "\r\n" BODY("a\r\n\r\nb"), "title=a\r\n\r\nb;" },
	{ TYPE "x", "passed over\r\n" BODY("a"), "title=a;" },
	{ TYPE "x", BODY("a") "passed over\r\n--x", "title=a;" },
	{ TYPE "x", BODY("\r\n--\r\n--y\r\n-"), "title=\r\n--\r\n--y\r\n-;" },
	{ TYPE "x", PART("pick", "") PART("pick", "5") PART("pick", "") "--x--", "pick=;pick=5;pick=;" },
	{ TYPE "x", PART("title", "1") FILE_PART("a.txt", "abcdef") FILE_PART("a.txt", "") FILE_PART("", "") PART("pick", "z") "--x--",
	  "title=1;pick=z;a.txt:abcdef;a.txt:;" },
	{ TYPE "x", FILE_PART("a;b=\\\"c.txt", "1\r\n--") "--x--", "\"c.txt:1\r\n--;" },
	{ TYPE "x", "--x \t\r\nX-Y: z\r\ncontent-disposition:form-data;name=title\r\n\r\na\r\n--x--", "title=a;" },
	{ TYPE "x", "--x\r\n\r\nof nobody\r\n" PART("title", "a") "--x--", "title=a;" },
	{ TYPE "x", "--x--", "" },
	/* refused */
	{ "multipart/form-data", BODY("a"), NULL },
	{ TYPE, BODY("a"), NULL },
	{ TYPE "aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeeeffffffffffgggggggggghh", BODY("a"), NULL },
	{ TYPE "x", "", NULL },
	{ TYPE "x", "--x\r\nContent-Disposition: form-data; name=\"title\"\r\n\r\na", NULL },
	{ TYPE "x", "--x\r\nContent-Disposition: form-data; name=\"title\"\r\n", NULL },
	{ TYPE "x", "--xy\r\n", NULL },
};

/* What came of a body of which the first `cut` bytes come alone, and of the rest n at once. */
static void check(size_t i, size_t cut, size_t n)
{
	CLEANUP(arena_close) struct arena *a = arena_open(ROOM);
	struct folder dir;
	struct err e = { 0 };
	struct req q = { .a = a };
	struct body b;
	struct parts p;
	str all = str_c(rows[i].body);
	assert_true(folder_open(a, &dir, &e));
	body_open(&b, &q, &page, dir.path.p, str_c(rows[i].type), -1);
	parts_open(&p, &b, str_c(rows[i].type));
	for (size_t from = 0, to = cut; from < all.n; from = to, to += n)
		parts_take(&p, str_sub(all, from, to));
	parts_end(&p);
	bool ok = body_end(&b, &e);
	struct buf got = buf_open(a);
	for (size_t k = 0; k < q.given.n; k++)
		buf_fmt(&got, "%.*s=%.*s;", SF(q.given.at[k].name), SF(q.given.at[k].value));
	for (size_t k = 0; k < q.files.n; k++) {
		str was;
		assert_true(!q.files.at[k].size || file_read(a, q.files.at[k].path.p, MOST, &was, &e));
		buf_fmt(&got, "%.*s:%.*s;", SF(q.files.at[k].name), q.files.at[k].size ? (int)was.n : 0, q.files.at[k].size ? was.p : "");
	}
	if (ok != !!rows[i].want || (ok && !str_eq(buf_str(&got), str_c(rows[i].want))))
		fail_msg("row %zu, cut at %zu, then %zu: %d %.*s", i, cut, n, ok, SF(buf_str(&got)));
	body_close(&b);
	folder_remove(&dir);
}

/* Wherever the network cuts. */
static void cuts(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		size_t n = strlen(rows[i].body);
		for (size_t cut = 0; cut <= n; cut++)
			check(i, cut, n);
		check(i, 1, 1);
	}
}

/* More than is held, in a value and in headers. */
static void large(void **state)
{
	(void)state;
	enum { N = 3 * PARTS_HELD };
	CLEANUP(arena_close) struct arena *a = arena_open(ROOM);
	char *letters = make_n(a, char, N);
	memset(letters, 'a', N);
	struct req q = { .a = a };
	struct body b;
	struct parts p;
	body_open(&b, &q, &page, "/nowhere", S(TYPE "x"), -1);
	parts_open(&p, &b, S(TYPE "x"));
	parts_take(&p, str_fmt(a, PART("title", "%.*s") "--x--", N, letters));
	parts_end(&p);
	assert_int_equal(b.e.code, ERR_NONE);
	struct err e = { 0 };
	assert_true(body_end(&b, &e));
	assert_int_equal(q.given.at[0].value.n, N);
	body_close(&b);

	body_open(&b, &q, &page, "/nowhere", S(TYPE "x"), -1);
	parts_open(&p, &b, S(TYPE "x"));
	parts_take(&p, str_fmt(a, "--x\r\nX-Y: %.*s\r\n\r\na\r\n--x--", N, letters));
	assert_int_equal(b.e.code, ERR_INPUT);
	parts_take(&p, S("more"));
	parts_end(&p);
	body_close(&b);
}

int web_parts_tests(void);
int web_parts_tests(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(cuts), cmocka_unit_test(large) };
	return cmocka_run_group_tests_name("web/parts", tests, NULL, NULL);
}
