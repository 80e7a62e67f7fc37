#include "cli/verb.h"
#include <stdlib.h>
#include <unistd.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#undef fail                     /* cmocka has its own */
#include <cmocka.h>

/* -- two years, with another order of codes, and a plan ---------------------------------------------- */

enum { ARGS = 14 };

#define SET(year, rows)                                                                                                       \
	"## Bộ tiêu chí\n\n| Tên | Giá trị |\n|---|---|\n| Tên | Bộ tiêu chí thử |\n| Năm | " year " |\n| Số chữ số thập phân | 3 |\n" \
	"| Xếp loại: Tốt | 80 |\n| Xếp loại: Kém | 0 |\n\n"                                                                      \
	"## Tiêu chí\n\n| Mã | Tên | Điểm tối đa | Cách tính điểm | Số liệu | Tài liệu kiểm chứng |\n|---|---|---|---|---|---|\n" rows

#define SHEET(rows) "## Phiếu\n\n| Đơn vị | Sở Thử nghiệm |\n|---|---|\n\n| Mã | Áp dụng | Thẩm định 1 |\n|---|---|---|\n" rows

static const char set_2024[] = SET("2024",
	"| 1 | Chỉ đạo, điều hành | 3 | | | |\n"
	"| 1.1 | Ban hành kế hoạch CCHC năm 2024 | 1 | Có: điểm tối đa; không: 0 điểm | kế hoạch | Kế hoạch |\n"
	"| 1.7 | Sáng kiến về công tác CCHC | 2 | Từ 2 sáng kiến trở lên: 2 điểm; có 1 sáng kiến: 1 điểm; không có sáng kiến: 0 điểm | sáng kiến | Quyết định |\n"
	"| 3 | Cải cách thủ tục hành chính | 1 | | | |\n"
	"| 3.2.1 | Số hóa hồ sơ giải quyết TTHC | 1 | Tỷ lệ hồ sơ số hóa × điểm tối đa | hồ sơ số hóa | Báo cáo |\n");
static const char set_2025[] = SET("2025",
	"| 1 | Chỉ đạo, điều hành | 3 | | | |\n"
	"| 1.1 | Ban hành kế hoạch CCHC năm 2025 | 1 | Có: điểm tối đa; không: 0 điểm | kế hoạch | Kế hoạch |\n"
	"| 1.5 | Nâng cao chất lượng | 2 | | | |\n"
	"| 1.5.1 | Sáng kiến về công tác CCHC | 2 | Từ 2 sáng kiến trở lên: 2 điểm; có 1 sáng kiến: 1 điểm; không có sáng kiến: 0 điểm | sáng kiến | Quyết định |\n"
	"| 3 | Cải cách thủ tục hành chính | 1 | | | |\n"
	"| 3.6.1 | Số hóa hồ sơ giải quyết TTHC | 1 | Tỷ lệ hồ sơ số hóa × điểm tối đa | hồ sơ số hóa | Báo cáo |\n");
static const char sheet_2024[] = SHEET("| 1.1 | x | 1 |\n| 1.7 | x | 1 |\n| 3.2.1 | x | 0,9 |\n");
static const char sheet_2025[] = SHEET("| 1.1 | x | 0 |\n| 1.5.1 | x | 0 |\n| 3.6.1 | x | 0,8 |\n");
static const char plan[] =
    "# KẾ HOẠCH\n\n## Khắc phục các tiêu chí bị trừ điểm trong Chỉ số cải cách hành chính năm 2025\n\n"
    "| STT | Tiêu chí | Điểm tối đa | Điểm thẩm định | Điểm trừ | Lý do trừ điểm | Giải pháp | Đơn vị chủ trì | Thời hạn |\n"
    "|---|---|---|---|---|---|---|---|---|\n"
    "| 1 | 1.1. Ban hành kế hoạch CCHC năm 2025 | 1 | 0 | 1 | Ban hành chậm | Ban hành sớm | Văn phòng | Quý I/2026 |\n"
    "| 2 | 1.5.1. Sáng kiến về công tác CCHC | 2 | 0 | 2 | Không có sáng kiến | Phát động viết sáng kiến | Phòng Cải cách | Quý IV/2026 |\n";
static const char plan_json[] =
    "{\"document\": {\"kind\": \"plan\"}, \"criteria\": [{\"code\": \"1.5.1\", \"remedies\": [\"Phát động\"], \"lead\": \"Phòng Cải cách\", "
    "\"due\": {\"text\": \"Thường xuyên\", \"kind\": \"ongoing\"}}, {\"code\": \"1.1\", \"remedies\": [\"Ban hành\"]}]}";
static const char broken[] = "## Bộ tiêu chí\n\n| Tên | Giá trị |\n|---|---|\n| Năm | hai nghìn |\n";

static const struct { const char *name, *text; } files[] = {
	{ "set-2024.md", set_2024 }, { "set-2025.md", set_2025 }, { "sheet-2024.md", sheet_2024 }, { "sheet-2025.md", sheet_2025 },
	{ "plan.md", plan }, { "plan.json", plan_json }, { "broken.md", broken },
};

static int open_place(void **state)
{
	char *path = strdup("/tmp/khacphuc-test-XXXXXX");
	if (!path || !mkdtemp(path) || chdir(path))
		return -1;
	for (size_t i = 0; i < COUNT(files); i++) {
		FILE *f = fopen(files[i].name, "wb");
		if (!f || fputs(files[i].text, f) < 0 || fclose(f))
			return -1;
	}
	*state = path;
	return 0;
}

static int close_place(void **state)
{
	for (size_t i = 0; i < COUNT(files); i++)
		unlink(files[i].name);
	unlink("out.xlsx");
	int failed = chdir("/") || rmdir(*state);
	free(*state);
	return failed;
}

/* -- runs -------------------------------------------------------------------------------------------- */

#define HISTORY "history", "set-2025.md=sheet-2025.md", "set-2024.md=sheet-2024.md"
#define FORECAST "forecast", "set-2025.md", "sheet-2025.md"
#define ON "--today", "30/6/2026"

/* out, err: words that must stand there, parted by '|'; NULL: nothing does */
static const struct { const char *args[ARGS]; int status; const char *out, *err; } runs[] = {
	{ { HISTORY }, 0, "2024|2025|1/2 (1.7)|0/2|0,9/1 (3.2.1)|giảm 66,67 điểm phần trăm|đứng trước (3)", NULL },
	{ { HISTORY, "--format", "json" }, 0, "{\"history\": {\"years\": [2024, 2025]|\"code\": \"1.7\"|\"times_lost\": 2|\"lost\": \"3\"", NULL },
	{ { HISTORY, "-o", "out.xlsx", "--force" }, 0, NULL, NULL },
	{ { HISTORY, "set-2025.md" }, 2, NULL, "phải là BỘ=PHIẾU" },
	{ { HISTORY, "broken.md=sheet-2025.md" }, 2, NULL, "broken.md" },
	{ { FORECAST, "plan.md", ON }, 0, "hiện nay|0,8|3,8|20,00|95,00|Tốt|Phòng Cải cách|Quý IV/2026|(chậm)|chưa có giải pháp: 3.6.1", NULL },
	{ { FORECAST, "plan.md", "--today", "2026-06-30", "--format", "json" }, 0,
	  "\"on_time\": {\"points\": \"2.8\"|\"all\": {\"points\": \"3.8\"|\"chance\": \"late\"|\"chance\": \"no_plan\"", NULL },
	{ { FORECAST, ON, "--assume", "3.6.1=95%", "--assume", "1.5.1=2 sáng kiến" }, 0, "2,95", NULL },
	{ { FORECAST, "plan.md", ON, "--before", "set-2024.md=sheet-2024.md" }, 0, "đã mất", NULL },
	{ { FORECAST, "-o", "out.xlsx", "--force" }, 0, NULL, NULL },
	{ { FORECAST, ON, "--assume", "9.9=95%" }, 2, NULL, "không có tiêu chí 9.9|3.2.2=95%" },
	{ { FORECAST, "--today", "31/6/2026" }, 2, NULL, "31/6/2026" },
	{ { FORECAST, "--today", "hôm nay" }, 2, NULL, "không phải là ngày" },
	{ { FORECAST, ON, "--before", "set-2024.md" }, 2, NULL, "phải là BỘ=PHIẾU" },
	{ { FORECAST, "plan.json", ON }, 0, "3,8|Phòng Cải cách", NULL },
	{ { FORECAST, "none.md" }, 2, NULL, "none.md" },
	{ { "forecast", "broken.md", "sheet-2025.md" }, 2, NULL, "broken.md" },
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

int cli_years_tests(void);
int cli_years_tests(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_runs) };
	return cmocka_run_group_tests_name("cli/years", tests, open_place, close_place);
}
