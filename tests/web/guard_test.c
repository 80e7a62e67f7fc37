#include "web/guard.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
/* after the above */
#undef fail                     /* cmocka has its own */
#include <cmocka.h>

/* Headers one a line, as "name: value"; 0: let in. What comes over a socket: tests/http/faults.c. */
static const struct { const char *method, *target, *version, *headers; int status; } rows[] = {
	{ "GET", "/", "HTTP/1.1", "Host: a", 0 },
	{ "GET", "/ton-tai?unit=3&words=%C4%91", "HTTP/1.1", "Host: a.vn:8080\nCookie: x=1; y=2", 0 },
	{ "GET", "/", "HTTP/1.0", "Host: [::1]:80", 0 },
	{ "HEAD", "/", "HTTP/1.1", "Host: a\nContent-Length: 0", 0 },
	{ "POST", "/", "HTTP/1.1", "Host: a\nContent-Length: 5", 0 },
	{ "POST", "/", "HTTP/1.1", "Host: a\nTransfer-Encoding: Chunked", 0 },
	/* how long is it? */
	{ "POST", "/", "HTTP/1.1", "Host: a", 411 },
	{ "POST", "/", "HTTP/1.1", "Host: a\nContent-Length: 5\nContent-Length: 5", 400 },
	{ "POST", "/", "HTTP/1.1", "Host: a\nContent-Length: 5\nContent-Length: 6", 400 },
	{ "POST", "/", "HTTP/1.1", "Host: a\nContent-Length: 5\nTransfer-Encoding: chunked", 400 },
	{ "POST", "/", "HTTP/1.1", "Host: a\nTransfer-Encoding: chunked\nTransfer-Encoding: chunked", 400 },
	{ "POST", "/", "HTTP/1.1", "Host: a\nTransfer-Encoding: gzip, chunked", 400 },
	{ "POST", "/", "HTTP/1.1", "Host: a\nTransfer-Encoding: identity", 400 },
	{ "POST", "/", "HTTP/1.1", "Host: a\nContent-Length: +5", 400 },
	{ "POST", "/", "HTTP/1.1", "Host: a\nContent-Length: -5", 400 },
	{ "POST", "/", "HTTP/1.1", "Host: a\nContent-Length: 5, 5", 400 },
	{ "POST", "/", "HTTP/1.1", "Host: a\nContent-Length: 0x5", 400 },
	{ "POST", "/", "HTTP/1.1", "Host: a\nContent-Length: ", 400 },
	{ "POST", "/", "HTTP/1.1", "Host: a\nContent-Length: 9999999999999999999", 400 },
	{ "POST", "/", "HTTP/1.1", "Host: a\nContent-Length : 5", 400 },
	{ "GET", "/", "HTTP/1.1", "Host: a\nContent-Length: 5", 400 },
	{ "HEAD", "/", "HTTP/1.1", "Host: a\nTransfer-Encoding: chunked", 400 },
	/* whose is it? */
	{ "GET", "/", "HTTP/1.1", "Accept: */*", 400 },
	{ "GET", "/", "HTTP/1.1", "Host: a\nHost: a", 400 },
	{ "GET", "/", "HTTP/1.1", "Host: ", 400 },
	{ "GET", "/", "HTTP/1.1", "Host: a b", 400 },
	{ "GET", "/", "HTTP/1.1", "Host: a/b", 400 },
	{ "GET", "/", "HTTP/1.1", "Host: a@b", 400 },
	{ "GET", "http://a/", "HTTP/1.1", "Host: a", 400 },
	{ "GET", "//a/", "HTTP/1.1", "Host: a", 400 },
	{ "GET", "*", "HTTP/1.1", "Host: a", 400 },
	{ "GET", "", "HTTP/1.1", "Host: a", 400 },
	{ "GET", "/a b", "HTTP/1.1", "Host: a", 400 },
	{ "GET", "/a#b", "HTTP/1.1", "Host: a", 400 },
	{ "GET", "/\xc4\x91", "HTTP/1.1", "Host: a", 400 },
	/* headers, methods, versions */
	{ "GET", "/", "HTTP/1.1", "Host: a\nX\tY: 1", 400 },
	{ "GET", "/", "HTTP/1.1", "Host: a\n: 1", 400 },
	{ "GET", "/", "HTTP/1.1", "Host: a\nX: a\x01" "b", 400 },
	{ "GET", "/", "HTTP/1.1", "Host: a\nX: a\rb", 400 },
	{ "PUT", "/", "HTTP/1.1", "Host: a\nContent-Length: 0", 405 },
	{ "get", "/", "HTTP/1.1", "Host: a", 405 },
	{ "TRACE", "/", "HTTP/1.1", "Host: a", 405 },
	{ "GET", "/", "HTTP/2.0", "Host: a", 505 },
	{ "GET", "/", "", "Host: a", 505 },
};

static void let_in(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct guard g = { 0 };
		str all = str_c(rows[i].headers);
		for (size_t at = 0, end; at < all.n; at = end + 1) {
			end = str_find(all, S("\n"), at);
			str line = str_sub(all, at, end);
			size_t colon = str_find(line, S(": "), 0);
			guard_see(&g, str_sub(line, 0, colon), str_sub(line, colon + 2, line.n));
		}
		int is = guard_status(&g, rows[i].method, str_c(rows[i].target), rows[i].version);
		if (is != rows[i].status)
			fail_msg("row %zu: %s %s: %d, not %d", i, rows[i].method, rows[i].headers, is, rows[i].status);
	}
}

/* A NUL ends no value, and stands in no address. */
static void nul(void **state)
{
	(void)state;
	struct guard g = { 0 }, h = { 0 };
	guard_see(&g, S("Host"), S("a\0b"));
	assert_int_equal(guard_status(&g, "GET", S("/"), "HTTP/1.1"), 400);
	guard_see(&h, S("Host"), S("a"));
	assert_int_equal(guard_status(&h, "GET", S("/a\0b"), "HTTP/1.1"), 400);
}

int web_guard_tests(void);
int web_guard_tests(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(let_in), cmocka_unit_test(nul) };
	return cmocka_run_group_tests(tests, NULL, NULL);
}
