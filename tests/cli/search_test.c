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

static void test_search(void **state)
{
	(void)state;
	char at[] = "/tmp/khacphuc-test-XXXXXX", text[4096], remove[64];
	assert_non_null(mkdtemp(at));
	struct { const char *args[ARGS]; int status; const char *says; } rows[] = {
		{ { "init", at, "--as", "quantri", "--unit", "UBND tỉnh Trường Giang" }, 0, "Đã lập hồ sơ" },
		{ { "search", "chậm", "hạn", "--at", at, "--as", "quantri" }, 1, "Không tìm thấy gì" },
		{ { "search", "chậm", "--at", at, "--as", "quantri", "--format", "json" }, 1, "\"total\": 0" },
		{ { "search", "--at", at, "--as", "quantri" }, 2, "Chưa có từ nào" },
		{ { "search", "chậm", "--year", "25", "--at", at, "--as", "quantri" }, 2, "--year cần một số từ 2000" },
		{ { "search", "chậm", "--page", "1x", "--at", at, "--as", "quantri" }, 2, "--page cần một số từ 1" },
		{ { "search", "chậm", "--at", at, "--as", "ai" }, 2, "không có người dùng" },
		{ { "search", "--rebuild", "--at", at, "--as", "quantri" }, 0, "Đã lập lại chỉ mục" },
		{ { "help", "search" }, 0, "finding (Tồn tại)" },
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		char program[] = "khacphuc", *args[ARGS + 2] = { program };
		memcpy(args + 1, rows[i].args, sizeof rows[i].args);
		if (said(text, sizeof text, args) != rows[i].status || !strstr(text, rows[i].says))
			fail_msg("row %zu: %s", i, text);
	}
	snprintf(remove, sizeof remove, "rm -rf %s", at);
	assert_int_equal(system(remove), 0);
}

int cli_search_tests(void);
int cli_search_tests(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_search) };
	return cmocka_run_group_tests_name("cli/search", tests, NULL, NULL);
}
