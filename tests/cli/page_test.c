#include "cli/cli.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <cmocka.h>

enum { ARGS = 12 };

/* What `khacphuc ARGS…` prints, on either way out. */
static int said(char *to, size_t room, char **args)
{
	char *out = NULL, *err = NULL;
	size_t n, m;
	FILE *f = open_memstream(&out, &n), *g = open_memstream(&err, &m);
	struct cli io = { f, g, 100, false, false };
	int count = 0;
	while (args[count])
		count++;
	int status = cli_run(&io, count, args);
	fclose(f);
	fclose(g);
	snprintf(to, room, "%s%s", out, err);
	free(out);
	free(err);
	return status;
}

static void pages(void **state)
{
	(void)state;
	char at[] = "/tmp/khacphuc-test-XXXXXX", text[65536], remove[64];
	assert_non_null(mkdtemp(at));
	struct { const char *args[ARGS]; int status; const char *says; } rows[] = {
		{ { "page", "GET", "/", "--at", at }, 2, "không có hồ sơ" },
		{ { "init", at, "--as", "quantri", "--unit", "UBND tỉnh Trường Giang" }, 0, "Đã lập hồ sơ" },
		{ { "page", "GET", "/dang-nhap", "--at", at }, 0, "HTTP/1.1 200 OK\n" },
		{ { "page", "GET", "/tai-khoan", "--at", at }, 0, "Location: /dang-nhap?ve=%2Ftai-khoan" },
		{ { "page", "GET", "/tai-khoan", "--at", at, "--as", "quantri" }, 0, "name=\"fresh\"" },
		{ { "page", "GET", "/tai-khoan", "--at", at, "--as", "quantri", "--format", "json" }, 0, "{\"person\":{\"id\":1,\"login\":\"quantri\"" },
		{ { "page", "POST", "/tai-khoan", "--at", at, "--as", "quantri", "--form", "password=a&fresh=b&again=c" }, 1, "không giống nhau" },
		{ { "page", "POST", "/tai-khoan", "--at", at, "--as", "quantri" }, 1, "HTTP/1.1 422" },
		{ { "page", "POST", "/dang-nhap", "--at", at, "--form", "login=ai&password=b" }, 1, "không đúng" },
		{ { "page", "POST", "/tai-khoan-khac", "--at", at }, 1, "HTTP/1.1 404 Not Found" },
		{ { "page", "GET", "/dang-xuat", "--at", at }, 1, "HTTP/1.1 405 Method Not Allowed" },
		{ { "page", "GET", "dang-nhap", "--at", at }, 1, "HTTP/1.1 400 Bad Request" },
		{ { "page", "GET", "/dang-nhap", "--at", at, "--as", "ai" }, 1, "không có người dùng" },
		{ { "page", "GET", "/dang-nhap", "--at", at, "--form", "a=1" }, 2, "--form chỉ đi với POST" },
		{ { "page", "PUT", "/", "--at", at }, 2, "không phải là GET hay POST" },
		{ { "serve", "--at", at, "--port", "0" }, 2, "--port cần một số từ 1 đến 65535" },
		{ { "serve", "--at", at, "--workers", "x" }, 2, "--workers cần một số từ 1 đến 64" },
		{ { "serve", "--at", at, "--address", "khong co" }, 2, "không phải là một địa chỉ" },
		{ { "serve", "--at", "/nowhere" }, 2, "không có hồ sơ" },
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		char program[] = "khacphuc", *args[ARGS + 2] = { program };
		memcpy(args + 1, rows[i].args, sizeof rows[i].args);
		int status = said(text, sizeof text, args);
		if (status != rows[i].status || !strstr(text, rows[i].says))
			fail_msg("row %zu: %d %s", i, status, text);
	}
	snprintf(remove, sizeof remove, "rm -rf %s", at);
	assert_int_equal(system(remove), 0);
}

int cli_page_tests(void);
int cli_page_tests(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(pages) };
	return cmocka_run_group_tests(tests, NULL, NULL);
}
