/* The verbs of a new record, one after the other: init, unit …, user …, cycle …, log. */
#include "cli/verb.h"
#include <stdlib.h>
#include <unistd.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#undef fail                     /* cmocka has its own */
#include <cmocka.h>

enum { ARGS = 14 };

static const struct { const char *name, *text; } files[] = {
	{ "units.md", "# Các đơn vị\n\n| STT | Tên đơn vị | Cấp | Trực thuộc | Nhóm | Ký hiệu | Người đứng đầu |\n|---|---|---|---|---|---|---|\n"
	              "| 1 | UBND xã Sơn Hạ | xã | UBND tỉnh | Xã | UBND | Lê A |\n| 2 | Văn phòng – Thống kê | phòng | xã Sơn Hạ | | | |\n"
	              "| 3 | Phường Đông | phường | UBND tỉnh | Xã | UBND | |\n" },
	{ "wrong.md", "| Tên | Cấp | Thuộc |\n|---|---|---|\n| Xã Mới | xã | UBND tỉnh |\n| Xã Cũ | tổ | UBND tỉnh |\n| Xã Xa | xã | Tỉnh khác |\n" },
	{ "none.md", "# Kế hoạch\n\nKhông có bảng nào.\n" },
	{ "good.txt", "một câu dễ nhớ\nhai\n" },
	{ "short.txt", "ngắn\n" },
};

/* in: what stands on standard input; out, err: words that must stand there, parted by '|', those after '!' must not; NULL: nothing does */
static const struct { const char *args[ARGS]; int status; const char *out, *err, *in; } runs[] = {
	{ { "unit", "list" }, 2, NULL, "không có hồ sơ", NULL },
	{ { "init", "--unit", "UBND tỉnh Trường Giang", "--name", "Trần Quản", "--level", "quốc gia" }, 2, NULL, "quốc gia", NULL },
	{ { "init", "--unit", " ", "--name", "Trần Quản", "--level", "tỉnh" }, 2, NULL, "cần tên đơn vị cao nhất", NULL },
	{ { "init", "--unit", "UBND", "--database", "host=/nowhere dbname=x" }, 2, NULL, "Không nối được", NULL },      /* leaves nothing in the way */
	{ { "init", "--unit", "UBND tỉnh Trường Giang", "--name", "Trần Quản", "--level", "tỉnh" }, 0, "Đã lập hồ sơ", NULL, NULL },
	{ { "unit", "add", "Sở Tư pháp", "--under", "UBND tỉnh", "--level", "sở", "--group", "Sở", "--symbol", "STP", "--founded", "1/3/2010" }, 0,
	  "#2 Sở Tư pháp (sở)", NULL, NULL },
	{ { "unit", "add", "Văn phòng Sở", "--under", "so tu phap", "--level", "phòng" }, 0, "#3 Văn phòng Sở (phòng)", NULL, NULL },
	{ { "unit", "add", "Sở Nội vụ", "--under", "tinh", "--level", "department" }, 0, "#4", NULL, NULL },
	{ { "unit", "add", "Sở Nội vụ", "--under", "tinh", "--level", "sở" }, 2, NULL, "đã có đơn vị “Sở Nội vụ” (#4)", NULL },
	{ { "unit", "add", "Sở X", "--under", "Sở Nội", "--level", "sở" }, 2, NULL, "Không có đơn vị nào tên “Sở Nội”|Có phải là “Sở Nội vụ”", NULL },
	{ { "unit", "add", "Sở X", "--under", "tinh", "--level", "sở", "--founded", "31/2/2020" }, 2, NULL, "31/2/2020|01/07/2025", NULL },
	{ { "unit", "add" }, 2, NULL, "--from", NULL },
	{ { "unit", "add", "A", "--from", "units.md" }, 2, NULL, "--from", NULL },
	{ { "unit", "add", "--from", "units.md" }, 0, "Đã thêm 3 đơn vị", "lưu ý: Cột “Người đứng đầu” không dùng đến", NULL },
	{ { "unit", "add", "--from", "wrong.md" }, 2, NULL, "cấp đơn vị “tổ”|“Tỉnh khác”|2 dòng sai; chưa thêm đơn vị nào", NULL },
	{ { "unit", "add", "--from", "none.md" }, 2, NULL, "không có bảng đơn vị|Tên, Cấp, Thuộc", NULL },
	{ { "unit", "add", "--from", "khong.md" }, 2, NULL, "khong.md", NULL },
	{ { "unit", "list" }, 0, "UBND tỉnh Trường Giang|Sở Tư pháp|Văn phòng – Thống kê|Phường Đông!Xã Mới", NULL, NULL },
	{ { "unit", "list", "xa son ha", "--format", "json" }, 0, "\"name\": \"UBND xã Sơn Hạ\"|\"level\": \"room\"!Sở Tư pháp", NULL, NULL },
	{ { "unit", "rename", "Sở Nội vụ", "Sở Nội vụ và Lao động", "--on", "1/3/2025" }, 0, "Sở Nội vụ và Lao động", NULL, NULL },
	{ { "unit", "list", "--on", "28/2/2025" }, 0, "Sở Nội vụ !Lao động", NULL, NULL },
	{ { "unit", "show", "sở nội vụ" }, 0, "Tên trước đây: Sở Nội vụ (đến trước ngày 01/03/2025)", NULL, NULL },
	{ { "unit", "merge", "Xã Sơn Hạ", "Phường Đông", "--into", "Phường Sơn Đông", "--on", "1/7/2025" }, 0, "#8 Phường Sơn Đông", NULL, NULL },
	{ { "unit", "merge", "Xã Sơn Hạ" }, 2, NULL, "unit merge", NULL },
	{ { "unit", "show", "Phường Đông", "--format", "json" }, 0, "\"ended\": \"2025-07-01\"|\"name\": \"Phường Sơn Đông\"", NULL, NULL },
	{ { "unit", "split", "Phường Sơn Đông", "--into", "Phường Sơn", "--into", "Phường Đông", "--on", "2/7/2025" }, 0, "#9 Phường Sơn, #10 Phường Đông",
	  NULL, NULL },
	{ { "unit", "end", "Phường Sơn", "--on", "3/7/2025" }, 0, "không còn nữa", NULL, NULL },
	{ { "unit", "end", "Phường Sơn" }, 2, NULL, "đã kết thúc ngày 03/07/2025", NULL },
	{ { "unit", "end", "UBND tỉnh" }, 2, NULL, "cao nhất", NULL },
	{ { "unit", "list", "--all" }, 0, "bỏ 03/07/2025|gộp 01/07/2025|tách 02/07/2025", NULL, NULL },

	{ { "user", "add", "binh", "--name", "Lê Bình", "--unit", "Văn phòng Sở", "--title", "Chánh Văn phòng", "--role", "văn phòng" }, 0, "binh", NULL, NULL },
	{ { "user", "add", "binh", "--name", "Lê Bình", "--unit", "Văn phòng Sở" }, 2, NULL, "đã là của Lê Bình", NULL },
	{ { "user", "add", "an", "--name", "Vũ An", "--unit", "so noi vu", "--role", "thẩm định", "--role", "quản trị" }, 0, "an", NULL, NULL },
	{ { "user", "add", "c", "--name", "C", "--unit", "so noi vu" }, 2, NULL, "tên đăng nhập", NULL },
	{ { "user", "assign", "an", "so tu phap", "#10" }, 0, "2 cơ quan", NULL, NULL },
	{ { "user", "assign", "an", "#10", "--remove" }, 0, "1 cơ quan", NULL, NULL },
	{ { "user", "assign", "binh", "so tu phap" }, 2, NULL, "chưa có vai trò thẩm định", NULL },
	{ { "user", "role", "binh", "--give", "lãnh đạo" }, 0, "Đã cấp", NULL, NULL },
	{ { "user", "role", "binh", "--give", "xem", "--take", "xem" }, 2, NULL, "--give hoặc --take", NULL },
	{ { "user", "role", "binh", "--take", "lãnh-đạo", "--unit", "Sở Tư pháp" }, 0, "Đã rút", NULL, NULL },
	{ { "user", "role", "binh", "--give", "quản trị", "--as", "binh" }, 2, NULL, "ngoài phạm vi", NULL },
	{ { "user", "move", "binh", "Sở Tư pháp" }, 0, "nay làm việc ở đơn vị mới.", NULL, NULL },
	{ { "user", "move", "binh", "Sở Tư pháp" }, 2, NULL, "đang làm việc ở", NULL },
	{ { "user", "move", "binh", "Văn phòng Sở", "--as", "binh" }, 2, NULL, "không có quyền", NULL },
	{ { "user", "move", "binh", "Văn phòng Sở" }, 0, "đơn vị mới", NULL, NULL },
	{ { "user", "password", "binh", "--from-stdin" }, 0, "Đã đặt mật khẩu", NULL, "good.txt" },
	{ { "user", "password", "binh", "--from-stdin" }, 2, NULL, "4 chữ, ít nhất phải 10", "short.txt" },
	{ { "user", "password", "binh", "--from-stdin" }, 2, NULL, "Không có mật khẩu", "/dev/null" },
	{ { "user", "password", "binh" }, 2, NULL, "không phải là bàn phím|--from-stdin", "good.txt" },
	{ { "user", "close", "binh" }, 0, "đã khóa", NULL, NULL },
	{ { "unit", "list", "--as", "binh" }, 2, NULL, "đã khóa", NULL },
	{ { "user", "open", "binh" }, 0, "mở", NULL, NULL },
	{ { "user", "list" }, 0, "Chánh Văn phòng|văn phòng (Sở Tư pháp)|quản trị (UBND tỉnh Trường Giang)!lãnh đạo", NULL, NULL },
	{ { "user", "list", "--unit", "so tu phap", "--page", "1", "--format", "json" }, 0, "\"login\": \"binh\"|\"role\": \"office\"!\"an\"", NULL, NULL },
	{ { "user", "list", "--as", "binh" }, 0, "binh!Vũ An", NULL, NULL },

	{ { "cycle", "add", "2026" }, 0, "2026", NULL, NULL },
	{ { "cycle", "add", "26" }, 2, NULL, "không phải là một năm", NULL },
	{ { "cycle", "phase", "2026", "--phase", "tự-chấm", "--from", "1/10/2026", "--to", "15/11/2026" }, 0, "tự-chấm", NULL, NULL },
	{ { "cycle", "phase", "2026", "--phase", "tự-chấm", "--from", "1/10/2026" }, 2, NULL, "ngày đầu và ngày cuối", NULL },
	{ { "cycle", "state", "2026", "công bố" }, 0, "2026", NULL, NULL },
	{ { "cycle", "list" }, 0, "Chỉ số CCHC năm 2026 (đã công bố)|01/10/2026|15/11/2026", NULL, NULL },
	{ { "cycle", "list", "2026", "--format", "json" }, 0, "\"kind\": \"self_score\"|\"state\": \"published\"", NULL, NULL },
	{ { "cycle", "holidays", "--year", "2027" }, 0, "Giỗ Tổ Hùng Vương|dự kiến!2026", NULL, NULL },
	{ { "cycle", "holidays", "--add", "1/1/2029", "Tết Dương lịch" }, 0, "Đã thêm", NULL, NULL },
	{ { "cycle", "holidays", "--add", "6/1/2029", "Làm bù", "--works" }, 0, "Đã thêm", NULL, NULL },
	{ { "cycle", "holidays", "--remove", "1/1/2029" }, 0, "Đã bỏ", NULL, NULL },
	{ { "cycle", "holidays", "--remove", "1/1/2029" }, 2, NULL, "không có trong danh sách", NULL },
	{ { "cycle", "holidays", "--year", "2029", "--format", "json" }, 0, "2029-01-06|\"works\": true!2029-01-01", NULL, NULL },
	{ { "cycle", "holidays", "--add", "1/1/2030", "Tết", "--as", "binh" }, 2, NULL, "Lê Bình không có quyền", NULL },

	{ { "log" }, 0, "Trần Quản (qt)|Sửa lịch nghỉ Tết Dương lịch 01/01/2029|tên: Sở Nội vụ → Sở Nội vụ và Lao động!argon2|dễ nhớ", NULL, NULL },
	{ { "log", "--page", "2" }, 0, "không có gì như vậy", NULL, NULL },
	{ { "log", "--act", "1" }, 0, "thêm người dùng Trần Quản!Sửa lịch nghỉ", NULL, NULL },
	{ { "log", "--entity", "tên cũ của đơn vị", "--format", "json" }, 0, "\"entity\": \"unit_name\"!\"entity\": \"unit\"", NULL, NULL },
	{ { "log", "--body", "so tu phap", "--as", "binh" }, 0, "vai trò!ngày nghỉ", NULL, NULL },
	{ { "log", "--body", "so noi vu", "--as", "binh" }, 2, NULL, "Không có đơn vị", NULL },
	{ { "log", "--to", "1/1/2020" }, 0, "không có gì như vậy", NULL, NULL },
	{ { "log", "--from", "hôm qua" }, 2, NULL, "hôm qua", NULL },
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
	setenv("KHACPHUC_AT", "hoso", 1);
	setenv("KHACPHUC_AS", "qt", 1);
	*state = path;
	return 0;
}

static int close_place(void **state)
{
	char all[100];
	snprintf(all, sizeof all, "rm -rf %s", (char *)*state);
	int failed = chdir("/") || system(all);
	unsetenv("KHACPHUC_AT");
	unsetenv("KHACPHUC_AS");
	free(*state);
	return failed;
}

static void holds(size_t row, const char *text, const char *words)
{
	if (!words && *text)
		fail_msg("row %zu: %s", row, text);
	bool wanted = true;
	for (str rest = str_c(words); rest.n;) {
		char word[200];
		size_t end = 0;
		while (end < rest.n && !strchr("|!", rest.p[end]))
			end++;
		snprintf(word, sizeof word, "%.*s", (int)end, rest.p);
		if (!strstr(text, word) == wanted)
			fail_msg("row %zu: “%s” is %s\n%s", row, word, wanted ? "not in" : "in", text);
		wanted = wanted && (end == rest.n || rest.p[end] != '!');
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
		assert_non_null(freopen(runs[i].in ? runs[i].in : "/dev/null", "r", stdin));
		struct cli io = { .columns = 200, .out = open_memstream(&out, &out_n), .err = open_memstream(&err, &err_n) };
		int status = cli_run(&io, argc, argv);
		fclose(io.out);
		fclose(io.err);
		holds(i, err, runs[i].err);
		holds(i, out, runs[i].out);
		if (status != runs[i].status)
			fail_msg("row %zu: %d", i, status);
		for (int k = 0; k < argc; k++)
			free(argv[k]);
		free(out);
		free(err);
	}
}

/* Run above, by two words: unit_add unit_rename unit_merge unit_split unit_end unit_list unit_show; user_add user_move user_role
 * user_assign
 * user_password user_close user_open user_list; cycle_add cycle_phase cycle_state cycle_list cycle_holidays. */
int cli_ground_tests(void);
int cli_ground_tests(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_runs) };
	return cmocka_run_group_tests_name("cli/ground", tests, open_place, close_place);
}
