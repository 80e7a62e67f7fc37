#include "at.h"
#include "base/folder.h"
#include "cli/verb.h"
#include "store/db_driver.h"
#include <stdlib.h>
#include <unistd.h>

/* The verbs of plans, one after the other on one record: what one run enters the next ones show. */

enum { ARGS = 20 };

static const char rows[] =
	"INSERT INTO unit (id, parent_id, body_id, level, name, folded, symbol) VALUES (2, 1, 2, 'department', 'Sở Tư pháp', 'so tu phap', 'STP'),"
	" (4, 2, 2, 'room', 'Văn phòng Sở', 'van phong so', NULL), (5, 2, 2, 'room', 'Phòng Hộ tịch', 'phong ho tich', NULL);"
	"INSERT INTO person (id, login, name, unit_id) VALUES (2, 'vanphong', 'Lê Văn Phòng', 4), (3, 'canbo', 'Đỗ Cán Bộ', 5);"
	"INSERT INTO role_held (person_id, body_id, role) VALUES (2, 2, 'office'), (3, 2, 'official');"
	"INSERT INTO cycle (id, owner_id, year, name) VALUES (1, 1, 2025, 'Chỉ số CCHC năm 2025');"
	"INSERT INTO criteria_set (id, cycle_id, level, version, name) VALUES (1, 1, 'department', 0, 'Bộ');"
	"INSERT INTO identity (id, mark, name) VALUES (1, 'a', 'x'), (2, 'b', 'y');"
	"INSERT INTO criterion (id, set_id, ord, code, parent_id, identity_id, leaf, name, max) VALUES (1, 1, 1, '3', NULL, 1, 0, 'Thủ tục', 100000),"
	" (2, 1, 2, '3.1', 1, 2, 1, 'Công khai thủ tục', 20000);";

static int open_place(void **state)
{
	static struct folder f;
	struct err e = { 0 };
	CLEANUP(arena_close) struct arena *a = arena_open((size_t)1 << 24);
	if (!folder_open(a, &f, &e) || chdir(f.path.p) || !folder_put(&f, S("mc.txt"), S("xong\n"), &e))
		return -1;
	static char path[200];
	snprintf(path, sizeof path, "%s", f.path.p);
	f.path = str_c(path);
	setenv("KHACPHUC_AT", "h", 1);
	setenv("KHACPHUC_AS", "vanphong", 1);
	*state = &f;
	return 0;
}

static int close_place(void **state)
{
	unsetenv("KHACPHUC_AT");
	unsetenv("KHACPHUC_AS");
	folder_remove(*state);
	return chdir("/");
}

static const struct { const char *args[ARGS + 1]; int status; const char *out[4], *err; } runs[] = {
	/* finding_add, finding_edit, finding_show */
	{ { "finding", "add", "--unit", "STP", "--code", "3.1", "--points", "1,5", "--text", "Chưa đăng tải đủ" }, 0, { "tồn tại T1" }, NULL },
	{ { "finding", "add", "--unit", "Sở Tư pháp", "--text", "Niêm yết thiếu", "--origin", "tự kiểm tra" }, 0, { "T2" }, NULL },
	{ { "finding", "add", "--text", "x" }, 2, { NULL }, "cần biết của đơn vị nào (--unit)" },
	{ { "finding", "add", "--unit", "Sở Lạ", "--text", "x" }, 2, { NULL }, "“Sở Lạ”" },
	{ { "finding", "add", "--unit", "STP", "--text", "x", "--as", "canbo" }, 2, { NULL }, "Văn phòng của đơn vị nhập" },
	{ { "finding", "add", "--unit", "STP", "--text", "x", "--year", "25x" }, 2, { NULL }, "phải là một số từ 1" },
	{ { "finding", "edit", "T1", "--cause", "Thiếu người" }, 0, { "Đã sửa tồn tại T1" }, NULL },
	{ { "finding", "edit", "T1", "--cause", "Thiếu máy", "--revision", "1" }, 2, { NULL }, "đã được Lê Văn Phòng sửa lúc" },
	{ { "finding", "edit", "G1" }, 2, { NULL }, "“G1” không phải là số hiệu của tồn tại" },
	/* remedy_add, remedy_edit, remedy_drop */
	{ { "remedy", "add", "T1", "T2", "--text", "Đăng tải lại", "--lead", "Phòng Hộ tịch", "--support", "Văn phòng Sở", "--support", "Công an", "--due", "Quý II/2026" },
	  0, { "giải pháp G1" }, NULL },
	{ { "remedy", "add", "T1", "--text", "Rà soát", "--lead", "Phòng Lạ", "--due", "thường xuyên" }, 0, { "G2" }, "không được nhắc" },
	{ { "remedy", "add", "--text", "Rà soát" }, 2, { NULL }, "cần số hiệu của tồn tại" },
	{ { "remedy", "add", "T1", "--text", "Rà", "--due", "sớm" }, 2, { NULL }, "Không hiểu thời hạn “sớm”" },
	{ { "remedy", "edit", "G1", "--due", "Quý III/2026", "--person", "canbo" }, 0, { "Đã sửa giải pháp G1" }, NULL },
	{ { "remedy", "edit", "G1", "--due", "Quý IV/2026", "--revision", "1" }, 2, { NULL }, "Quý II/2026 → Quý III/2026" },
	{ { "remedy", "drop", "G2" }, 0, { "thôi thực hiện" }, NULL },
	{ { "remedy", "drop", "G2" }, 2, { NULL }, "đã thôi thực hiện" },
	/* progress_add, progress_list */
	{ { "progress", "add", "G1", "--as", "canbo", "--state", "đang", "--percent", "40", "--measure", "90%", "--on", "01/10/2026" }, 0, { "G1" }, NULL },
	{ { "progress", "add", "G1", "--state", "đang", "--measure", "80%", "--on", "02/10/2026" }, 0, { "G1" }, "thấp hơn lần báo trước 90%" },
	{ { "progress", "add", "G1", "--state", "mơ" }, 2, { NULL }, "Không có trạng thái “mơ”" },
	{ { "progress", "list", "G1" }, 0, { "01/10/2026", "Đỗ Cán Bộ", "80%" }, NULL },
	{ { "progress", "list", "T1", "--format", "json" }, 0, { "\"state\": \"in_progress\"" }, NULL },
	{ { "progress", "list" }, 2, { NULL }, "cần số hiệu" },
	/* report, report_list, report_get, report_words */
	{ { "report", "theo-doi-thang", "--unit", "STP", "--cycle", "2025", "-o", "theo-doi.xlsx" }, 0, { "Đã ghi theo-doi.xlsx" }, NULL },
	{ { "report", "theo-doi-thang", "--unit", "STP", "-o", "du-thao.xlsx", "--draft" }, 0, { "(dự thảo)" }, NULL },
	{ { "report", "theo-doi-thang", "--unit", "STP", "-o", "a.exe" }, 2, { NULL }, "Chưa rõ ghi “a.exe”" },
	{ { "report", "lạ", "--unit", "STP", "-o", "a.xlsx" }, 2, { NULL }, "Không có loại văn bản “lạ”" },
	{ { "report", "theo-doi-thang", "--unit", "STP", "--period", "quy-5", "-o", "a.xlsx" }, 2, { NULL }, "Không có kỳ báo cáo “quy-5”" },
	{ { "report", "theo-doi-thang", "--unit", "STP", "--issue", "--draft", "-o", "a.xlsx" }, 2, { NULL }, "Bản dự thảo không lấy số" },
	{ { "report", "theo-doi-thang", "--unit", "STP", "--issue", "-o", "a.xlsx" }, 2, { NULL }, "không có số riêng" },
	{ { "report", "theo-doi-thang", "--unit", "STP", "-o", "a.xlsx", "--as", "canbo" }, 2, { NULL }, "không được xem văn bản" },
	{ { "report", "bang-tu-cham", "--unit", "STP", "-o", "a.xlsx" }, 2, { NULL }, "Chưa có phiếu chấm điểm" },
	{ { "report", "theo-doi-thang", "--cycle", "2025", "-o", "a.xlsx" }, 2, { NULL }, "cần biết của đơn vị nào (--unit)" },
	{ { "report", "--unit", "STP", "-o", "a.xlsx" }, 2, { NULL }, "cần loại văn bản" },
	{ { "report", "list", "--unit", "STP" }, 0, { "chưa phát hành văn bản nào" }, NULL },
	{ { "report", "get", "V9", "-o", "a.docx" }, 2, { NULL }, "V9" },
	{ { "report", "words", "--unit", "STP" }, 0, { "chưa ghi lời văn riêng nào" }, NULL },
	{ { "report", "words", "--unit", "STP", "--name", "place", "--text", "Trường Giang" }, 0, { "Đã ghi lời văn" }, NULL },
	{ { "report", "words", "--unit", "STP" }, 0, { "Trường Giang", "mọi loại" }, NULL },
	{ { "report", "words", "--unit", "STP", "--name", "place" }, 0, { "dùng lời mẫu" }, NULL },
	{ { "report", "words", "--unit", "STP", "--name", "place", "--as", "canbo", "--text", "X" }, 2, { NULL }, "không có quyền" },
	/* evidence_add, evidence_revise, evidence_link, evidence_list, evidence_get */
	{ { "evidence", "list", "--missing", "--unit", "STP" }, 0, { "3.1", "Công khai thủ tục", "0,5" }, NULL },
	{ { "evidence", "add", "mc.txt", "--unit", "STP", "--title", "Báo cáo", "--for", "G1", "--expires", "01/3/2026" }, 0, { "M1 (5 byte)" }, "đã hết hiệu lực" },
	{ { "evidence", "add", "mc.txt", "--unit", "STP", "--title", "Báo cáo 2", "--for", "3.1", "--where", "trang 2" }, 0, { "đã có sẵn" }, NULL },
	{ { "evidence", "add", "mc.txt", "--unit", "STP", "--title", "Báo cáo" }, 2, { NULL }, "trên dòng lệnh là --for" },
	{ { "evidence", "add", "--unit", "STP" }, 2, { NULL }, "cần tên tệp" },
	{ { "evidence", "link", "M1", "--for", "T2" }, 0, { "M1" }, NULL },
	{ { "evidence", "revise", "M1", "--number", "7/BC" }, 0, { "M1" }, "đã hết hiệu lực" },
	{ { "evidence", "list" }, 0, { "7/BC", "G1; T2", "3.1 (2025), trang 2", "đã hết" }, NULL },
	{ { "evidence", "list", "--missing" }, 0, { "Không có gì" }, NULL },
	{ { "evidence", "get", "M1", "-o", "ra.txt" }, 0, { "mc.txt" }, NULL },
	{ { "evidence", "get", "M1", "-o", "ra.txt" }, 2, { NULL }, "ra.txt" },
	{ { "evidence", "get", "M1" }, 2, { NULL }, "cần -o" },
	/* request_add, request_answer, request_list */
	{ { "request", "add", "--unit", "STP", "--text", "Thêm biên chế", "--to", "UBND tỉnh" }, 0, { "K1" }, NULL },
	{ { "request", "answer", "K1", "--text", "Đồng ý", "--on", "01/10/2026" }, 0, { "K1" }, NULL },
	{ { "request", "list" }, 0, { "Thêm biên chế", "01/10/2026: Đồng ý" }, NULL },
	{ { "request", "list", "--format", "json" }, 0, { "\"addressee\": \"UBND tỉnh\"" }, NULL },
	/* plan, due */
	{ { "plan", "--unit", "STP" }, 0, { "T1 3.1", "G1 Đăng tải lại", "Quý III/2026 (quá hạn", "Văn phòng Sở; Công an" }, NULL },
	{ { "plan", "--unit", "STP", "--format", "json" }, 0, { "\"lost\": \"0.5\"", "\"lead\": \"Phòng Hộ tịch\"" }, NULL },
	{ { "plan" }, 2, { NULL }, "(--unit)" },
	{ { "plan", "--unit", "STP", "--year", "2026" }, 2, { NULL }, "Không có tồn tại hay kế hoạch" },
	{ { "due", "--late" }, 0, { "G1", "quá hạn", "Trang 1/1: 1 giải pháp đến hạn, 1 đã quá hạn" }, NULL },
	{ { "due", "--lead", "Phòng Hộ tịch" }, 0, { "G1" }, NULL },
	{ { "due", "--lead", "Phòng Lạ" }, 2, { NULL }, "Không có đơn vị nào tên “Phòng Lạ”" },
	{ { "due", "--person", "canbo", "--format", "json" }, 0, { "\"total\": 1", "\"state\": \"late\"" }, NULL },
	{ { "due", "--soon", "7" }, 0, { "Không có giải pháp nào đến hạn" }, NULL },
	{ { "finding", "show", "T1" }, 0, { "đạt 1,5/2 điểm, mất 0,5", "Thiếu người", "Lịch sử" }, NULL },
	{ { "finding", "show", "T1", "--as", "quantri" }, 2, { NULL }, "Không có tồn tại T1" },
	{ { "finding", "show", "T1", "--format", "json" }, 0, { "\"code\": \"3.1\"", "\"history\"" }, NULL },
};

static int run(const char *const *args, char **out, char **err)
{
	size_t out_n, err_n;
	char *argv[ARGS + 2] = { (char[]){ "khacphuc" } };
	int argc = 1;
	for (; argc <= ARGS && args[argc - 1]; argc++)
		argv[argc] = strdup(args[argc - 1]);
	struct cli io = { .out = open_memstream(out, &out_n), .err = open_memstream(err, &err_n), .columns = 160 };
	int status = cli_run(&io, argc, argv);
	fclose(io.out);
	fclose(io.err);
	for (int i = 1; i < argc; i++)
		free(argv[i]);
	return status;
}

static void fill(void)
{
	CLEANUP(arena_close) struct arena *a = arena_open((size_t)1 << 24);
	CLEANUP(db_close) struct db *db = NULL;
	struct at at = { 0 };
	OK(&at, db_open(a, S("h/record.db"), DB_EXISTING, &db, &at.e));
	OK(&at, db_script(db, rows, &at.e));
}

static void verbs(void **s)
{
	(void)s;
	char *out, *err;
	assert_int_equal(run((const char *const[]){ "init", "h", "--as", "quantri", NULL }, &out, &err), 0);
	free(out);
	free(err);
	fill();
	for (size_t i = 0; i < COUNT(runs); i++) {
		int status = run(runs[i].args, &out, &err);
		bool sound = status == runs[i].status && (runs[i].err ? strstr(err, runs[i].err) != NULL : !*err);
		for (size_t k = 0; k < COUNT(runs[i].out) && runs[i].out[k]; k++)
			sound &= strstr(out, runs[i].out[k]) != NULL;
		if (!sound)
			fail_msg("run %zu (%s %s): status %d\n%s\n%s", i, runs[i].args[0], runs[i].args[1], status, out, err);
		free(out);
		free(err);
	}
}

int cli_work_tests(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test_setup_teardown(verbs, open_place, close_place) };
	return cmocka_run_group_tests(tests, NULL, NULL);
}
