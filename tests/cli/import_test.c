#include "cli/verb.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>
#undef fail                     /* cmocka has its own */
#include <cmocka.h>

/* khacphuc init and import, as a person types them; what import does is in tests/app/import_test.c. */

enum { ARGS = 12 };

static const char plan[] = "# KẾ HOẠCH\n\n## Khắc phục các tiêu chí bị trừ điểm trong Chỉ số cải cách hành chính năm 2025\n\n"
                           "| STT | Tiêu chí | Điểm tối đa | Điểm thẩm định | Điểm trừ | Giải pháp |\n|---|---|---|---|---|---|\n"
                           "| 1 | 1.1. Ban hành kế hoạch CCHC | 1 | 0 | 1 | Ban hành sớm |\n";

static int open_place(void **state)
{
	char *path = strdup("/tmp/khacphuc-test-XXXXXX");
	FILE *f;
	if (!path || !mkdtemp(path) || chdir(path) || !(f = fopen("plan.md", "wb")) || fputs(plan, f) < 0 || fclose(f))
		return -1;
	*state = path;
	return 0;
}

static int close_place(void **state)
{
	char command[80];
	snprintf(command, sizeof command, "rm -rf %s", (char *)*state);
	int failed = chdir("/") || system(command);
	free(*state);
	return failed;
}

#define PLAN "import", "plan.md"
#define AT_RECORD "--at", "hs", "--as", "qt"

/* out, err: words that must stand there, parted by '|'; NULL: nothing does */
static const struct { const char *args[ARGS]; int status; const char *out, *err; } runs[] = {
	{ { PLAN, "--unit", "Sở", AT_RECORD }, 2, NULL, "không có hồ sơ khacphuc" },
	{ { "init", "hs", "--unit", "UBND tỉnh Trường Giang", "--as", "qt" }, 0, "Đã lập hồ sơ hs của UBND tỉnh Trường Giang", NULL },
	{ { "init", "hs", "--as", "qt" }, 2, NULL, "không trống" },
	{ { PLAN, AT_RECORD }, 2, NULL, "của đơn vị nào|--unit" },
	{ { PLAN, "--unit", "Sở Không Có", AT_RECORD }, 2, NULL, "plan.md|Không có đơn vị nào tên “Sở Không Có”" },
	{ { PLAN, "--unit", "UBND tỉnh Trường Giang", AT_RECORD }, 2, NULL, "plan.md|không có quyền" },
	{ { PLAN, "--unit", "X", "--year", "25", AT_RECORD }, 2, NULL, "“25” không phải một năm" },
	{ { PLAN, "--unit", "X", "--take", "1.1", AT_RECORD }, 2, NULL, "--take chỉ dùng cùng --accept" },
	{ { "import", "none.md", "plan.md", "--unit", "X", AT_RECORD }, 2, NULL, "none.md|plan.md" },
	{ { PLAN, "--unit", "X", "--at", "hs", "--as", "ai" }, 2, NULL, "không có người dùng “ai”" },
};

static void holds(size_t row, const char *text, const char *words)
{
	if (!words && *text)
		fail_msg("row %zu: %s", row, text);
	for (str rest = str_c(words); rest.n;) {
		char word[200];
		size_t end = str_find(rest, S("|"), 0);
		snprintf(word, sizeof word, "%.*s", (int)end, rest.p);
		if (!strstr(text, word))
			fail_msg("row %zu: “%s” is not in\n%s", row, word, text);
		rest = str_sub(rest, end + 1, rest.n);
	}
}

static void test_runs(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(runs); i++) {
		char *argv[ARGS + 2] = { strdup("khacphuc") }, *out = NULL, *err = NULL;
		size_t out_n, err_n;
		int argc = 1;
		for (; argc <= ARGS && runs[i].args[argc - 1]; argc++)
			argv[argc] = strdup(runs[i].args[argc - 1]);
		struct cli io = { .columns = 300, .out = open_memstream(&out, &out_n), .err = open_memstream(&err, &err_n) };
		int status = cli_run(&io, argc, argv);
		fclose(io.out);
		fclose(io.err);
		holds(i, err, runs[i].err);
		holds(i, out, runs[i].out);
		assert_int_equal(status, runs[i].status);
		for (int k = 0; k < argc; k++)
			free(argv[k]);
		free(out);
		free(err);
	}
}

int cli_import_tests(void);
int cli_import_tests(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_runs) };
	return cmocka_run_group_tests_name("cli/import", tests, open_place, close_place);
}
