#include "cli/verb.h"
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#undef fail                     /* cmocka has its own */
#include <cmocka.h>

enum { ARGS = 12 };

/* -- a folder of our own ----------------------------------------------------------------------------- */

#define HEADS "## Tiêu chí\n\n| Mã | Tên | Điểm tối đa | Cách tính điểm | Số liệu | Không phát sinh | Tài liệu kiểm chứng |\n|---|---|---|---|---|---|---|\n"
#define LEAVES \
	"| 1 | Lĩnh vực | | | | | |\n| 1.1 | Kế hoạch | 1,5 | Có: điểm tối đa; không: 0 điểm | có kế hoạch | | Kế hoạch |\n" \
	"| 1.2 | Báo cáo | 2 | Tỷ lệ báo cáo đúng hạn × điểm tối đa | báo cáo đúng hạn; báo cáo phải gửi | loại | Báo cáo |\n"
#define SETTINGS(year) \
	"## Bộ tiêu chí\n\n| Mục | Giá trị |\n|---|---|\n| Tên | Bộ A |\n| Cấp | xã |\n| Năm | " year " |\n| Số chữ số thập phân | 3 |\n" \
	"| Xếp loại: Tốt | 80 |\n| Xếp loại: Kém | 0 |\n\n"
#define SHEET(unit, plan, rate) \
	"## Phiếu\n\nĐơn vị: " unit "\n\n| Mã | Áp dụng | Tự chấm |\n|---|---|---|\n| 1.1 | x | |\n| 1.2 | x | |\n\n" \
	"## Số liệu\n\n| Tên số liệu | Giá trị |\n|---|---|\n| có kế hoạch | " plan " |\n| báo cáo đúng hạn | " rate " |\n| báo cáo phải gửi | 9 |\n"

static const struct { const char *name, *text; } files[] = {
	{ "bo.md", SETTINGS("2025") HEADS LEAVES },
	{ "bo2024.md", SETTINGS("2024") HEADS "| 1 | Lĩnh vực | | | | | |\n| 1.1 | Báo cáo | 2 | Tỷ lệ báo cáo đúng hạn × điểm tối đa | "
	                                      "báo cáo đúng hạn; báo cáo phải gửi | loại | Báo cáo |\n" },
	{ "sai.md", SETTINGS("2025") HEADS "| 1 | Kế hoạch | 1,5 | Trên 90%: 1 điểm; từ 70%–90%: 0,5 điểm; dưới 70%: 0 điểm | tỷ lệ | loại | Kế hoạch |\n" },
	{ "o.md", SETTINGS("2025") HEADS "| 1 | Kế hoạch | 1,5x | | | | |\n" },
	{ "a.md", SHEET("Xã A", "có", "8") },
	{ "b.md", SHEET("Xã B", "không", "9") },
	{ "phieu2024.md", "## Phiếu\n\n| Mã | Tự chấm |\n|---|---|\n| 1.1 | 1 |\n" },
	{ "sai-phieu.md", "## Phiếu\n\n| Mã | Tự chấm | Màu |\n|---|---|---|\n| 1.1 | 1,5x | |\n| 1.2 | 9 | |\n" },
	{ "ket-qua.md", "## Kết quả\n\n| STT | Tên cơ quan | Điểm tối đa | Tổng điểm | Tỷ lệ | Xếp hạng |\n|---|---|---|---|---|---|\n"
	                "| 1 | Sở A | 71,5 | 69,25 | 96,85 | 2 |\n| 2 | Sở B | 100 | 70 | 70,10 | 2 |\n" },
	{ "nhom.md", "## Kết quả\n\n| Tên cơ quan | Nhóm | Điểm tối đa | Tổng điểm |\n|---|---|---|---|\n| Sở A | Sở Đ | 100 | 90 |\n| Sở B | SỞ đ | 100 | 80 |\n"
	             "| Xã A | Sở D | 100 | 85 |\n| Xã B | | 100 | 75 |\n| Sở C | sởđ | 100 | 70 |\n" },
	{ "le.md", SETTINGS("2025") "## Tiêu chí\n\n| Mã | Tên | Điểm tối đa | Cách tính điểm | Số liệu | Tài liệu kiểm chứng |\n|---|---|---|---|---|---|\n"
	           "| 1 | Kế hoạch | 1,5 | Có: điểm tối đa; không: 0 điểm | có kế hoạch | bắt buộc: Kế hoạch |\n"
	           "| 2 | Chấm tay | 2 | Chấm từ 0 đến 2 điểm, bước 0,25 điểm | | bắt buộc: Báo cáo |\n" },
	{ "phieu-le.md", "## Phiếu\n\n| Mã | Áp dụng | Tài liệu | Thẩm định 1 |\n|---|---|---|---|\n| 1 | x | | |\n| 2 | x | 1 | |\n\n"
	                 "## Số liệu\n\n| Tên số liệu | Giá trị |\n|---|---|\n| có kế hoạch | có |\n" },
	{ "phieu-du.md", "## Phiếu\n\n| Mã | Áp dụng | Tài liệu | Thẩm định 1 |\n|---|---|---|---|\n| 1 | x | 1 | |\n| 2 | x | 0 | 2 |\n\n"
	                 "## Số liệu\n\n| Tên số liệu | Giá trị |\n|---|---|\n| có kế hoạch | có |\n" },
	{ "ke-hoach.md", "# KẾ HOẠCH\n\n## Khắc phục các tiêu chí bị trừ điểm trong Chỉ số cải cách hành chính năm 2025\n\n"
	                 "| STT | Tiêu chí | Điểm tối đa | Điểm thẩm định | Điểm trừ | Lý do trừ điểm | Giải pháp | Đơn vị chủ trì | Thời hạn |\n"
	                 "|---|---|---|---|---|---|---|---|---|\n"
	                 "| 1 | 1.2. Báo cáo | 2 | 1,778 | 0,222 | Gửi chậm | Gửi sớm hơn | Văn phòng | 30/6/2026 |\n" },
};

struct place { char path[64]; };

static int open_place(void **state)
{
	struct place *p = calloc(1, sizeof *p);
	strcpy(p->path, "/tmp/khacphuc-index-XXXXXX");
	if (!mkdtemp(p->path) || chdir(p->path))
		return -1;
	for (size_t i = 0; i < COUNT(files); i++) {
		FILE *f = fopen(files[i].name, "wb");
		if (!f || fputs(files[i].text, f) < 0 || fclose(f))
			return -1;
	}
	*state = p;
	return 0;
}

static const char *const made[] = { "bo.xlsx", "bo.json", "phieu.xlsx", "phieu.json", "diem.xlsx", "diem.json", "hang.xlsx", "map.xlsx", "du-bao.xlsx", "nam.xlsx", "cu.xlsx" };

static int close_place(void **state)
{
	struct place *p = *state;
	for (size_t i = 0; i < COUNT(files); i++)
		unlink(files[i].name);
	for (size_t i = 0; i < COUNT(made); i++)
		unlink(made[i]);
	int failed = chdir("/") || rmdir(p->path);         /* nothing half written may be left */
	free(p);
	return failed;
}

/* -- runs -------------------------------------------------------------------------------------------- */

struct run { int status; char *out, *err; size_t out_n, err_n; };

static struct run run(const char *const *args)
{
	struct run r = { 0 };
	char *argv[ARGS + 2] = { (char[]){ "khacphuc" } };
	int argc = 1;
	for (; argc <= ARGS && args[argc - 1]; argc++)
		argv[argc] = strdup(args[argc - 1]);
	struct cli io = { .out = open_memstream(&r.out, &r.out_n), .err = open_memstream(&r.err, &r.err_n), .columns = 140 };
	r.status = cli_run(&io, argc, argv);
	fclose(io.out);
	fclose(io.err);
	for (int i = 1; i < argc; i++)
		free(argv[i]);
	return r;
}

/* In this order: what one run writes the next ones read. */
static const struct { const char *args[ARGS + 1]; int status; const char *out[4], *err; } runs[] = {
	/* set_check */
	{ { "set", "check", "bo.md" }, 0, { "Bộ A", "2 tiêu chí chấm điểm", "tối đa 3,5 điểm" }, NULL },
	{ { "set", "check", "sai.md" }, 1, { "lỗi", "^", "1 lỗi" }, NULL },
	{ { "set", "check", "sai.md", "--format", "json" }, 1, { "\"severity\": \"error\"", "\"code\": \"1\"" }, NULL },
	{ { "set", "check", "o.md" }, 1, { "Bộ A" }, "dòng 2, cột Điểm tối đa: “1,5x” không phải là điểm." },
	{ { "set", "check", "none.md" }, 2, { NULL }, "Không tìm thấy tệp “none.md”" },
	{ { "set", "check", "a.md" }, 1, { NULL }, "Không thấy sheet “Tiêu chí”" },
	{ { "set", "check" }, 2, { NULL }, "Cách dùng: khacphuc set check" },
	{ { "set", "check", "bo.md", "--format", "xlsx" }, 2, { NULL }, "chỉ có text và json" },
	{ { "set", "check", "bo.md", "-o", "x" }, 2, { NULL }, "không có tùy chọn “-o”" },
	{ { "set" }, 2, { NULL }, "Lệnh set cần thêm một từ" },
	{ { "set", "lint" }, 2, { NULL }, "Không có lệnh “set lint”" },
	{ { "help", "set" }, 0, { "khacphuc set check", "khacphuc set form", "khacphuc set map", "khacphuc set read" }, NULL },
	{ { "help", "set", "form" }, 0, { "--unit", "--sheet PHIẾU" }, NULL },
	{ { "help", "set", "lint" }, 2, { NULL }, "Không có lệnh “set lint”" },
	/* set_read */
	{ { "set", "read", "bo.md", "-o", "bo.xlsx" }, 0, { "Bộ A" }, NULL },
	{ { "set", "read", "bo.xlsx", "-o", "bo.json" }, 0, { "Bộ A" }, NULL },
	{ { "set", "read", "bo.json", "-o", "bo.xlsx" }, 2, { NULL }, "Tệp “bo.xlsx” đã có; không ghi đè." },
	{ { "set", "read", "bo.json", "-o", "bo.xlsx", "--force" }, 0, { "Bộ A" }, NULL },
	{ { "set", "read", "bo.md", "-o", "none/bo.xlsx" }, 2, { NULL }, "không có thư mục đó" },
	{ { "set", "read", "bo.md", "-o", "bo.doc" }, 2, { NULL }, "Chỉ ghi được tệp .xlsx hoặc .json" },
	{ { "set", "read", "bo.md" }, 2, { NULL }, "cần -o và tên tệp" },
	{ { "set", "read", "bo.md", "-o" }, 2, { NULL }, "Sau -o phải có TỆP" },
	{ { "set", "read", "bo.md", "-o", "x.xlsx", "-o", "y.xlsx" }, 2, { NULL }, "chỉ dùng một lần" },
	/* set_form */
	{ { "set", "form", "bo.xlsx", "-o", "phieu.xlsx", "--unit", "Xã A", "--sheet=a.md" }, 0, { NULL }, NULL },
	{ { "set", "form", "bo.json", "-o", "phieu.json", "--sheet", "phieu.xlsx" }, 0, { NULL }, NULL },
	{ { "set", "form", "bo.xlsx", "-o", "phieu.xlsx" }, 2, { NULL }, "đã có" },
	{ { "set", "form", "bo.xlsx" }, 2, { NULL }, "cần -o" },
	{ { "set", "form", "a.md", "-o", "cu.xlsx" }, 2, { NULL }, "Không thấy sheet “Tiêu chí”" },
	/* score */
	{ { "score", "bo.md", "a.md" }, 0, { "Xã A", "3,278/3,5", "93,66%", "Tốt" }, NULL },
	{ { "score", "bo.xlsx", "phieu.xlsx" }, 0, { "Xã A", "3,278/3,5", "93,66%", "8/9" }, NULL },
	{ { "score", "bo.json", "phieu.json", "--format", "json" }, 0, { "\"points\": \"3.278\"", "\"percent\": \"93.66\"", "\"by\": \"rule\"" }, NULL },
	{ { "score", "bo.md", "a.md", "-o", "diem.json" }, 0, { NULL }, NULL },
	{ { "score", "bo.md", "a.md", "-o", "diem.xlsx" }, 0, { NULL }, NULL },
	{ { "score", "bo.md", "a.md", "-o", "diem.xlsx" }, 2, { NULL }, "đã có" },
	{ { "score", "bo.md", "diem.xlsx" }, 0, { "3,278/3,5" }, NULL },
	{ { "score", "bo.md", "a.md", "--format", "xlsx" }, 0, { "PK" }, NULL },
	{ { "score", "le.md", "phieu-le.md" }, 0, { "1 tiêu chí chưa chấm được (chưa có số liệu, hoặc cần người chấm)", "Kém (tạm tính)",
	                                            "1 tiêu chí phải có tài liệu kiểm chứng mà cột Tài liệu để trống: 1\n", "1,5   1,5  100,00" }, NULL },
	{ { "score", "le.md", "phieu-le.md", "--format", "json" }, 0, { "\"unscored\": 1}",
	                                                                "{\"code\": \"1\", \"points\": \"1.5\", \"max\": \"1.5\"}" }, NULL },
	{ { "score", "le.md", "phieu-du.md", "--format", "json" }, 0, { "\"unscored\": 0}" }, NULL },
	{ { "score", "le.md", "phieu-du.md" }, 0, { "Xếp loại        Tốt\n\nTheo" }, NULL },
	{ { "score", "bo.md", "sai-phieu.md" }, 2, { NULL }, "sai-phieu.md: Sheet Phiếu, dòng 2, cột Tự chấm: “1,5x” không phải là điểm." },
	{ { "score", "bo.md", "sai-phieu.md" }, 2, { NULL }, "“9” lớn hơn điểm tối đa 2 của tiêu chí 1.2" },
	{ { "score", "bo.md", "sai-phieu.md" }, 2, { NULL }, "lưu ý: Sheet Phiếu, cột “Màu”" },
	{ { "score", "sai.md", "a.md" }, 2, { NULL }, "bộ tiêu chí có chỗ sai" },
	{ { "score", "bo.md" }, 2, { NULL }, "Cách dùng: khacphuc score" },
	{ { "score", "bo.md", "none.xlsx" }, 2, { NULL }, "Không tìm thấy tệp" },
	{ { "score", "bo.md", "a.md", "--format", "pdf" }, 2, { NULL }, "chỉ có text, json và xlsx" },
	/* rank */
	{ { "rank", "bo.md", "b.md", "a.md" }, 0, { "1/2  Xã A", "2/2  Xã B", "57,14" }, NULL },
	{ { "rank", "bo.md", "b.md", "a.md", "--format", "json" }, 0, { "{\"ranking\": [{\"group\": null, \"size\": 2, \"rows\": [{\"name\": \"Xã A\"" }, NULL },
	{ { "rank", "ket-qua.md" }, 0, { "1/2  Sở A", "96,85", "Sở B: bảng ghi tỷ lệ 70,10, tính ra 70,00", "Sở A: bảng ghi hạng 2, tính ra 1" }, NULL },
	{ { "rank", "ket-qua.md", "--format", "json" }, 0, { "\"percent\": \"70.00\"" }, "lưu ý: Sở B: bảng ghi tỷ lệ 70,10, tính ra 70,00." },
	{ { "rank", "ket-qua.md", "--set", "bo.md" }, 0, { "Tốt", "Kém" }, NULL },
	{ { "rank", "ket-qua.md", "-o", "hang.xlsx" }, 0, { NULL }, "lưu ý: Sở A: bảng ghi hạng 2, tính ra 1." },
	{ { "rank", "hang.xlsx" }, 0, { "1/2  Sở A" }, NULL },
	{ { "rank", "nhom.md" }, 0, { "Sở Đ (3 cơ quan)", "3/3  Sở C", "Sở D (2 cơ quan)", "2/2  Xã B" }, NULL },
	{ { "rank", "a.md" }, 2, { NULL }, "Không thấy sheet “Kết quả”" },
	{ { "rank", "bo.md", "a.md", "sai-phieu.md" }, 2, { NULL }, "“1,5x” không phải là điểm" },
	{ { "rank", "ket-qua.md", "--set", "bo.md", "--set", "bo.md" }, 2, { NULL }, "chỉ dùng một lần" },
	{ { "rank", "ket-qua.md", "--set" }, 2, { NULL }, "Sau --set phải có BỘ" },
	/* set_map */
	{ { "set", "map", "bo2024.md", "bo.md" }, 0, { "Đối chiếu", "1.1", "mới" }, NULL },
	{ { "set", "map", "bo2024.md", "bo.md", "--format", "json" }, 0, { "\"was\": \"1.1\", \"is\": \"1.2\", \"kind\": \"moved\"", "\"kind\": \"new\"" }, NULL },
	{ { "set", "map", "bo2024.md", "bo.md", "-o", "map.xlsx" }, 0, { NULL }, NULL },
	{ { "set", "map", "bo2024.md", "a.md" }, 2, { NULL }, "Không thấy sheet “Tiêu chí”" },
	{ { "set", "map", "bo.md" }, 2, { NULL }, "Cách dùng: khacphuc set map" },
	/* forecast */
	{ { "forecast", "bo.md", "a.md", "ke-hoach.md", "--today", "2026-01-15" }, 0, { "hiện nay", "3,278", "3,5", "đúng hạn" }, NULL },
	{ { "forecast", "bo.md", "a.md", "ke-hoach.md", "--today=2026-07-15" }, 0, { "chậm" }, NULL },
	{ { "forecast", "bo.md", "a.md", "--assume", "1.2=50%", "--format", "json" }, 0, { "\"assumed\": {\"points\": \"2.5\"" }, NULL },
	{ { "forecast", "bo.md", "a.md", "-o", "du-bao.xlsx" }, 0, { NULL }, NULL },
	{ { "forecast", "bo.md", "a.md", "--assume", "9.9=50%" }, 2, { NULL }, "9.9" },
	{ { "forecast", "bo.md", "a.md", "--today", "hôm nay" }, 2, { NULL }, "“hôm nay” không phải là ngày" },
	{ { "forecast", "bo.md", "a.md", "--today", "2026-02-30" }, 2, { NULL }, "“2026-02-30” không phải là ngày" },
	{ { "forecast", "bo.md", "a.md", "none.md" }, 2, { NULL }, "Không tìm thấy tệp" },
	{ { "forecast", "bo.md" }, 2, { NULL }, "Cách dùng: khacphuc forecast" },
	/* history */
	{ { "history", "bo.md=a.md", "bo2024.md=phieu2024.md" }, 0, { "2024", "2025", "1/2 (1.1)" }, NULL },
	{ { "history", "bo2024.md=phieu2024.md", "bo.md=a.md", "--format", "json" }, 0, { "\"years\": [2024, 2025]", "\"times_lost\": 2" }, NULL },
	{ { "history", "bo2024.md=phieu2024.md", "bo.md=a.md", "-o", "nam.xlsx" }, 0, { NULL }, NULL },
	{ { "history", "bo.md" }, 2, { NULL }, "phải là BỘ=PHIẾU" },
	{ { "history", "bo.md=" }, 2, { NULL }, "phải là BỘ=PHIẾU" },
	{ { "history", "bo.md=sai-phieu.md" }, 2, { NULL }, "“1,5x” không phải là điểm" },
};

static void test_runs(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(runs); i++) {
		struct run r = run(runs[i].args);
		bool ok = r.status == runs[i].status && (!runs[i].err || strstr(r.err, runs[i].err)) &&
		          (runs[i].status != 0 || runs[i].err || !*r.err);
		for (size_t k = 0; k < COUNT(runs[i].out) && runs[i].out[k]; k++)
			ok = ok && strstr(r.out, runs[i].out[k]);
		if (!ok)
			print_message("%s %s %s %s: %d\n%s\n%s\n", runs[i].args[0], runs[i].args[1] ? runs[i].args[1] : "", runs[i].args[2] ? runs[i].args[2] : "",
			              runs[i].args[2] && runs[i].args[3] ? runs[i].args[3] : "", r.status, r.out, r.err);
		free(r.out);
		free(r.err);
		assert_true(ok);
	}
}

/* A file that is replaced is replaced whole, and its rights are those of any new file. */
static void test_written(void **state)
{
	(void)state;
	struct stat before, after;
	FILE *f = fopen("cu.xlsx", "wb");
	assert_true(f && fputs("cũ", f) >= 0 && !fclose(f) && !stat("cu.xlsx", &before));
	struct run r = run((const char *const[ARGS + 1]){ "set", "form", "bo.md", "-o", "cu.xlsx", "--force" });
	assert_int_equal(r.status, 0);
	assert_int_equal(stat("cu.xlsx", &after), 0);
	assert_true(after.st_size > before.st_size);
	assert_int_equal(after.st_mode, before.st_mode);
	assert_int_equal(after.st_nlink, 1);
	free(r.out);
	free(r.err);
}

int cli_index_tests(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_runs), cmocka_unit_test(test_written) };
	return cmocka_run_group_tests(tests, open_place, close_place);
}
