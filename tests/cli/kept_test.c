#include "cli/cli.h"
#include "store/db_driver.h"
#include <ftw.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <unistd.h>
#undef fail                     /* cmocka has its own */
#include <cmocka.h>

/* The verbs on sets, sheets and results of the record, with our samples: files in, files out. */

enum { ARGS = 14 };
static char place[64];

static const char ground[] =
	"INSERT INTO unit (id, parent_id, body_id, level, ranking, name, folded, symbol) VALUES"
	" (10, 1, 10, 'commune', 'Xã', 'UBND xã Bình Lạc', 'ubnd xa binh lac', NULL), (11, 1, 11, 'commune', 'Xã', 'UBND xã Gia Viên', 'ubnd xa gia vien', NULL);"
	"INSERT INTO cycle (id, owner_id, year, name) VALUES (1, 1, 2025, 'Chỉ số 2025'), (2, 1, 2026, 'Chỉ số 2026');"
	"INSERT INTO criteria_set (id, cycle_id, level, version, name) VALUES (900, 2, 'commune', 0, 'Suy từ văn bản');"
	"INSERT INTO identity (id, mark, name) VALUES (900, '2026-1.5-ab', 'Ý tưởng');"
	"INSERT INTO criterion (id, set_id, ord, code, identity_id, leaf, name) VALUES (900, 900, 1, '1.5', 900, 1, 'Ý tưởng');"
	"INSERT INTO person (id, login, name, unit_id) VALUES (5, 'vp', 'Văn phòng', 10), (6, 'td', 'Thẩm định', 1);"
	"INSERT INTO role_held (id, person_id, body_id, role) VALUES (5, 5, 10, 'office'), (6, 6, 1, 'appraiser');"
	"INSERT INTO assignment (id, person_id, body_id) VALUES (5, 6, 10), (6, 6, 11);";

static int open_place(void **state)
{
	(void)state;
	strcpy(place, "/tmp/khacphuc-kept-XXXXXX");
	setenv("KHACPHUC_AS", "quantri", 1);
	setenv("KHACPHUC_AT", "hoso", 1);
	return mkdtemp(place) ? chdir(place) : -1;
}

static int remove_one(const char *path, const struct stat *s, int kind, struct FTW *f)
{
	(void)s, (void)kind, (void)f;
	return remove(path);
}

static int close_place(void **state)
{
	(void)state;
	unsetenv("KHACPHUC_AS");
	unsetenv("KHACPHUC_AT");
	return chdir("/") || nftw(place, remove_one, 8, FTW_DEPTH | FTW_PHYS);
}

struct run { int status; char *out, *err; size_t out_n, err_n; };

/* "@x": our sample x */
static struct run run(const char *const *args)
{
	struct run r = { 0 };
	char *argv[ARGS + 2] = { (char[]){ "khacphuc" } };
	int argc = 1;
	for (; argc <= ARGS && args[argc - 1]; argc++) {
		const char *s = args[argc - 1];
		if (*s != '@')
			argv[argc] = strdup(s);
		else if (asprintf(&argv[argc], "%s/samples/index/%s", getenv("KHACPHUC_SOURCE"), s + 1) < 0)
			abort();
	}
	struct cli io = { .out = open_memstream(&r.out, &r.out_n), .err = open_memstream(&r.err, &r.err_n), .columns = 160 };
	r.status = cli_run(&io, argc, argv);
	fclose(io.out);
	fclose(io.err);
	for (int i = 1; i < argc; i++)
		free(argv[i]);
	return r;
}

#define XA "--unit", "xã Bình Lạc", "--year", "2025"

/* In this order: what one run writes the next ones read. */
static const struct { const char *args[ARGS + 1]; int status; const char *out[3], *err; } runs[] = {
	/* set_save, set_export */
	{ { "set", "save", "@bo-tieu-chi-xa.md" }, 0, { "139 mới", "ke-hoach-va-bao-cao", "--accept" }, NULL },
	{ { "set", "save", "@bo-tieu-chi-xa.md", "--accept", "--as", "vp" }, 2, { NULL }, "Văn phòng không có quyền đưa bộ tiêu chí" },
	{ { "set", "save", "@bo-tieu-chi-xa.md", "--accept", "--level", "sở" }, 2, { NULL }, "ghi cấp xã, không phải cấp sở" },
	{ { "set", "save", "@bo-tieu-chi-xa.md", "--accept", "--year", "năm" }, 2, { NULL }, "không phải là một năm" },
	{ { "set", "export", "--year", "2025", "--level", "xã", "-o", "b.xlsx" }, 2, { NULL }, "chưa có bộ tiêu chí cấp xã năm 2025" },
	{ { "set", "save", "@bo-tieu-chi-xa.md", "--accept" }, 0, { "139 mới" }, NULL },
	{ { "set", "export", "--year", "2025", "--level", "xã", "-o", "b.xlsx" }, 0, { NULL }, NULL },
	{ { "set", "save", "b.xlsx", "--accept", "--format", "json" }, 0, { "\"known\":true" }, NULL },
	{ { "set", "save", "@bo-tieu-chi-xa.xlsx", "--accept" }, 0, { "0 mới, 1 đã có" }, NULL },
	{ { "set", "export", "--year", "2025", "--unit", "xã Gia Viên", "-o", "b.json" }, 0, { NULL }, NULL },
	{ { "set", "check", "b.json" }, 0, { "tối đa 100 điểm" }, NULL },
	{ { "set", "export", "--year", "2025", "--level", "xã", "--version", "4", "-o", "c.json" }, 2, { NULL }, "không có phiên bản 4" },
	/* sheet_save, sheet_show, sheet_state */
	{ { "sheet", "show", XA, "--as", "vp" }, 2, { NULL }, "không có phiếu năm 2025" },
	{ { "sheet", "save", "@phieu-xa.xlsx", XA, "--as", "vp", "--accept" }, 0, { "chỉ người thẩm định" }, NULL },
	{ { "sheet", "save", "@phieu-xa.xlsx", XA, "--as", "td", "--accept" }, 0, { "điểm thẩm định 2" }, NULL },
	{ { "sheet", "save", "@phieu-xa.md", XA, "--as", "vp", "--accept" }, 0, { "0 mới, 220 đã có, 0 khác" }, NULL },
	{ { "sheet", "save", "@phieu-xa.xlsx", "--unit", "xã Gia Viên", "--year", "2025", "--as", "td" }, 2, { NULL }, "ghi đơn vị “Ủy ban nhân dân xã Bình Lạc”" },
	{ { "sheet", "show", XA, "--as", "vp" }, 0, { "UBND xã Bình Lạc", "73,48" }, NULL },
	{ { "sheet", "state", "locked", XA, "--as", "vp" }, 0, { "đã chốt" }, NULL },
	{ { "sheet", "state", "open", XA, "--as", "vp" }, 2, { NULL }, "không có quyền đổi trạng thái" },
	{ { "sheet", "state", "shut", XA, "--as", "vp" }, 2, { NULL }, "không phải là trạng thái" },
	{ { "sheet", "show", XA }, 2, { NULL }, "mà bạn xem được" },           /* an administrator opens it without seeing it */
	{ { "sheet", "state", "open", XA }, 0, { "đang mở" }, NULL },
	/* set_form, history, lost out of the record */
	{ { "set", "form", XA, "-o", "f.xlsx", "--as", "vp" }, 0, { NULL }, NULL },
	{ { "sheet", "save", "f.xlsx", XA, "--as", "vp" }, 0, { "0 mới, 220 đã có, 0 khác" }, NULL },
	{ { "history", "--unit", "xã Bình Lạc", "--as", "vp" }, 0, { "Cải cách thể chế" }, NULL },
	{ { "lost", "--unit", "xã Bình Lạc", "--as", "vp" }, 0, { "Sáng kiến về CCHC", "0/2 (1.5)" }, NULL },
	{ { "lost", "--unit", "xã Bình Lạc", "--as", "vp", "--format", "json" }, 0, { "\"from\": \"sheet\"" }, NULL },
	{ { "lost", "--unit", "xã Bình Lạc", "--as", "quantri" }, 2, { NULL }, "mà bạn xem được" },
	/* criterion_list, criterion_same, criterion_apart */
	{ { "criterion", "list", "--level", "xã" }, 0, { "Tiêu chí cấp xã qua các năm", "Sáng kiến về CCHC", "1.5" }, NULL },
	{ { "criterion", "list", "--year", "2025", "--format", "json", "--as", "vp" }, 0, { "\"level\": \"commune\"", "\"1.5\"" }, NULL },
	{ { "criterion", "list", "--year", "2019" }, 2, { NULL }, "chưa có tiêu chí nào như vậy năm 2019" },
	{ { "criterion", "same", "1.5", "2025", "1.6", "2025" }, 2, { NULL }, "cùng năm 2025 không thể là một" },
	{ { "criterion", "same", "1.5", "2025", "1.5", "2024", "--level", "xã" }, 2, { NULL }, "chưa có kỳ đánh giá năm 2024" },
	{ { "criterion", "same", "1.5", "2026", "1.5", "2025", "--as", "vp" }, 2, { NULL }, "Văn phòng không có quyền nối tiêu chí" },
	{ { "criterion", "same", "1.5", "2026", "1.5", "2025" }, 0, { "Đã nối: tiêu chí 1.5 năm 2026 “Ý tưởng” là tiêu chí 1.5 năm 2025" }, NULL },
	{ { "criterion", "same", "1.5", "2025", "1.5", "2026" }, 0, { "Vốn đã nối" }, NULL },
	{ { "criterion", "apart", "1.5", "năm" }, 2, { NULL }, "không phải là một năm" },
	{ { "criterion", "apart", "1.5", "2026" }, 0, { "Đã tách: tiêu chí 1.5 năm 2026" }, NULL },
	{ { "criterion", "apart", "1.5", "2026" }, 0, { "vốn không nối" }, NULL },
	{ { "log" }, 0, { "Tách tiêu chí 1.5" }, NULL },
	/* result_save, result_list, result_publish */
	{ { "result", "save", "@ket-qua-xa.xlsx", "--year", "2025", "--as", "vp", "--accept" }, 2, { NULL }, "không có quyền ghi kết quả" },
	{ { "result", "save", "@ket-qua-xa.xlsx", "--year", "2025", "--as", "td", "--accept" }, 0, { "2 mới", "hồ sơ không có đơn vị này" }, NULL },
	{ { "result", "save", "@ket-qua-xa.xlsx", "--year", "2025", "--as", "td", "--accept" }, 0, { "0 mới, 2 đã có, 0 khác" }, NULL },
	{ { "result", "list", "--year", "2025" }, 2, { NULL }, "không có kết quả năm 2025" },
	{ { "result", "list", "--year", "2025", "--as", "td" }, 0, { "1/2", "UBND xã Bình Lạc", "77,49" }, NULL },
	{ { "result", "publish", "--year", "2025", "--as", "td" }, 0, { "của 2 đơn vị" }, NULL },
	{ { "result", "list", "--year", "2025", "--format", "json" }, 0, { "\"rank\": 2" }, NULL },
	{ { "result", "publish", "--year", "2025", "--as", "td", "--withdraw" }, 0, { "Đã rút" }, NULL },
};

static void make_record(void)
{
	struct arena *a = arena_open((size_t)1 << 26);
	struct db *db;
	struct err e = { 0 };
	struct run r = run((const char *const[ARGS + 1]){ "init", "--unit", "UBND tỉnh Trường Giang" });
	assert_int_equal(r.status, 0);
	free(r.out);
	free(r.err);
	assert_true(db_open(a, S("hoso/record.db"), DB_EXISTING, &db, &e));
	assert_true(db_script(db, ground, &e));
	db_close(&db);
	arena_close(&a);
}

static void test_runs(void **state)
{
	(void)state;
	make_record();
	for (size_t i = 0; i < COUNT(runs); i++) {
		struct run r = run(runs[i].args);
		if (r.status != runs[i].status)
			fail_msg("run %zu (%s %s): status %d\n%s%s", i, runs[i].args[0], runs[i].args[1], r.status, r.out, r.err);
		for (size_t k = 0; k < COUNT(runs[i].out) && runs[i].out[k]; k++)
			if (!strstr(r.out, runs[i].out[k]))
				fail_msg("run %zu (%s %s): no “%s” in\n%s", i, runs[i].args[0], runs[i].args[1], runs[i].out[k], r.out);
		if (runs[i].err ? !strstr(r.err, runs[i].err) : runs[i].status && *r.err)
			fail_msg("run %zu (%s %s): said\n%s", i, runs[i].args[0], runs[i].args[1], r.err);
		free(r.out);
		free(r.err);
	}
}

/* The sheet of the record is scored as its file is, to the byte; only the name of the unit is as the record has it. */
static void test_same(void **state)
{
	(void)state;
	struct run x = run((const char *const[ARGS + 1]){ "sheet", "show", XA, "--as", "vp", "--format", "json" });
	struct run y = run((const char *const[ARGS + 1]){ "score", "@bo-tieu-chi-xa.xlsx", "@phieu-xa.xlsx", "--format", "json" });
	const char *from_record = strstr(x.out, "\"total\""), *from_file = strstr(y.out, "\"total\"");
	assert_true(from_record && from_file);
	assert_string_equal(from_record, from_file);
	free(x.out);
	free(x.err);
	free(y.out);
	free(y.err);
}

int cli_kept_tests(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_runs), cmocka_unit_test(test_same) };
	return cmocka_run_group_tests(tests, open_place, close_place);
}
