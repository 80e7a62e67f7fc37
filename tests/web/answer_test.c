#include "web/answer.h"
#include "base/fd.h"
#include "base/folder.h"
#include "web/asset.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
/* after the above */
#undef fail                     /* cmocka has its own */
#include <cmocka.h>

enum { ROOM = 16 << 20 };

static str header(const struct answer *y, const char *name)
{
	for (size_t i = 0; i < y->headers.n; i++)
		if (!strcmp(y->headers.at[i].name, name))
			return y->headers.at[i].value;
	return (str){ 0 };
}

/* A file of ten bytes. if_range "same": its own tag */
static const struct { const char *range, *if_range; int status, from, size; const char *said; } ranges[] = {
	{ NULL, NULL, 200, 0, 10, NULL },
	{ "bytes=0-3", NULL, 206, 0, 4, "bytes 0-3/10" },
	{ "bytes=3-", NULL, 206, 3, 7, "bytes 3-9/10" },
	{ "bytes=9-9", NULL, 206, 9, 1, "bytes 9-9/10" },
	{ "bytes=-4", NULL, 206, 6, 4, "bytes 6-9/10" },
	{ "bytes=-99", NULL, 206, 0, 10, "bytes 0-9/10" },
	{ "bytes=5-99", NULL, 206, 5, 5, "bytes 5-9/10" },
	{ "bytes=2-4", "same", 206, 2, 3, "bytes 2-4/10" },
	{ "bytes=2-4", "\"other\"", 200, 0, 10, NULL },
	{ "bytes=10-", NULL, 416, 0, 0, "bytes */10" },
	{ "bytes=-0", NULL, 416, 0, 0, "bytes */10" },
	{ "bytes=4-2", NULL, 200, 0, 10, NULL },
	{ "bytes=0-1,3-4", NULL, 200, 0, 10, NULL },
	{ "bytes=a-b", NULL, 200, 0, 10, NULL },
	{ "bytes=-", NULL, 200, 0, 10, NULL },
	{ "bytes=", NULL, 200, 0, 10, NULL },
	{ "lines=1-2", NULL, 200, 0, 10, NULL },
	{ "bytes=9999999999999999999999-", NULL, 200, 0, 10, NULL },
};

static void files(void **state)
{
	(void)state;
	CLEANUP(arena_close) struct arena *a = arena_open(ROOM);
	struct folder dir;
	struct err e = { 0 };
	assert_true(folder_open(a, &dir, &e) && folder_put(&dir, S("t"), S("0123456789"), &e));
	struct reply r = { .status = 200, .kind = REPLY_FILE, .path = str_fmt(a, "%.*s/t", SF(dir.path)), .name = S("Báo \"cáo\".pdf") };
	struct asked_for none = { 0 };
	struct answer y;
	answer_reply(a, &r, &none, &y);
	str tag = header(&y, "ETag");
	fd_close(&y.fd);
	assert_string_equal(header(&y, "Content-Disposition").p, "attachment; filename=\"B_o _c_o_.pdf\"; filename*=UTF-8''B%C3%A1o%20%22c%C3%A1o%22.pdf");
	assert_string_equal(header(&y, "X-Content-Type-Options").p, "nosniff");
	assert_non_null(strstr(header(&y, "Content-Security-Policy").p, "sandbox"));
	for (size_t i = 0; i < COUNT(ranges); i++) {
		bool same = ranges[i].if_range && !strcmp(ranges[i].if_range, "same");
		struct asked_for f = { .range = str_c(ranges[i].range), .if_range = same ? tag : str_c(ranges[i].if_range) };
		answer_reply(a, &r, &f, &y);
		fd_close(&y.fd);
		if (y.status != ranges[i].status || (int)y.from != ranges[i].from || (int)y.size != ranges[i].size ||
		    !str_eq(header(&y, "Content-Range"), str_c(ranges[i].said)))
			fail_msg("row %zu: %d %d+%d", i, y.status, (int)y.from, (int)y.size);
	}
	struct asked_for known = { .if_none_match = str_fmt(a, "\"x\", W/%.*s", SF(tag)) };
	answer_reply(a, &r, &known, &y);
	assert_int_equal(y.status, 304);
	assert_true(y.fd < 0 && !y.body.n && str_eq(header(&y, "ETag"), tag));
	r.path = S("/nowhere");
	answer_reply(a, &r, &none, &y);
	assert_int_equal(y.status, 404);
	r.path = S("/dev/zero");
	answer_reply(a, &r, &none, &y);
	assert_int_equal(y.status, 503);
	assert_true(y.fd < 0);
	folder_remove(&dir);
}

static void assets(void **state)
{
	(void)state;
	CLEANUP(arena_close) struct arena *a = arena_open(ROOM);
	const struct asset *f = asset_find(S("style.css"));
	str address = str_sub(f->address, sizeof ASSET_AT - 1, f->address.n);
	static const struct { const char *takes; bool packed; } codings[] = {
		{ NULL, false }, { "gzip", true }, { "deflate, gzip;q=0.5, br", true }, { "gzip;q=0", false }, { "gzip;q=0.000, br", false },
		{ "br;q=1", false }, { "gzip, br;q=0", true },
	};
	struct answer y;
	for (size_t i = 0; i < COUNT(codings); i++) {
		struct asked_for q = { .accept_encoding = str_c(codings[i].takes) };
		answer_asset(a, address, &q, &y);
		if (y.status != 200 || (header(&y, "Content-Encoding").n > 0) != codings[i].packed ||
		    y.body.n != (codings[i].packed ? f->packed.n : f->size))
			fail_msg("row %zu", i);
		assert_non_null(strstr(header(&y, "Cache-Control").p, "immutable"));
		struct asked_for again = { .accept_encoding = q.accept_encoding, .if_none_match = header(&y, "ETag") };
		answer_asset(a, address, &again, &y);
		assert_int_equal(y.status, 304);
	}
	struct asked_for q = { 0 };
	answer_asset(a, S("style.css"), &q, &y);               /* without a hash it may be another one tomorrow */
	assert_string_equal(header(&y, "Cache-Control").p, "no-cache");
	answer_asset(a, S("style.css?v=0"), &q, &y);
	assert_string_equal(header(&y, "Cache-Control").p, "no-cache");
	answer_asset(a, S("../style.css"), &q, &y);
	assert_int_equal(y.status, 404);
}

static void pages(void **state)
{
	(void)state;
	CLEANUP(arena_close) struct arena *a = arena_open(ROOM);
	struct reply r = { .status = 303, .kind = REPLY_GO, .location = S("/tim"), .cookie = S("khacphuc=1") };
	r.flash = S("khacphuc_tin=2");
	r.retry_after = 7;
	struct asked_for none = { 0 };
	struct answer y;
	answer_reply(a, &r, &none, &y);
	assert_string_equal(header(&y, "Location").p, "/tim");
	assert_string_equal(header(&y, "Cache-Control").p, "no-store");
	assert_string_equal(header(&y, "Retry-After").p, "7");
	assert_string_equal(header(&y, "Set-Cookie").p, "khacphuc=1");
	assert_string_equal(y.headers.at[y.headers.n - 2].value.p, "khacphuc_tin=2");
	assert_string_equal(header(&y, "Content-Security-Policy").p,
	                    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; font-src 'self'; "
	                    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
	answer_refusal(a, 400, "Không \"được\".", true, &y);
	assert_string_equal(y.body.p, "{\"problem\":{\"message\":\"Không \\\"được\\\".\",\"hint\":null}}\n");
}

int web_answer_tests(void);
int web_answer_tests(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(files), cmocka_unit_test(assets), cmocka_unit_test(pages) };
	return cmocka_run_group_tests(tests, NULL, NULL);
}
