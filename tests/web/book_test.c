#include "app/apart.h"
#include "app/job.h"
#include "base/file.h"
#include "web/fixture.h"
#include <stdlib.h>
#include <unistd.h>
#include <zip.h>

/* Sets, sheets and results through the place where one drops files: page_job, page_job_accept, page_job_leave, page_set_give. */

#define SHEET(unit, rows) "# Phiếu tự chấm\n\n## Phiếu\n\n| Đơn vị | " unit " |\n|---|---|\n\n" \
	"| Mã | Tên | Áp dụng | Tự chấm | Giải trình | Thẩm định 1 | Lý do 1 |\n|---|---|---|---|---|---|---|\n" rows
#define FILLED SHEET("Sở Tư pháp", "| 1.1 | Ban hành kế hoạch CCHC | x | | Ban hành đủ | | |\n| 1.2 | Sáng kiến | x | 1,5 | | | |\n") \
	"\n## Số liệu\n\n| Tên số liệu | Giá trị |\n|---|---|\n| việc xong | 8 |\n| việc trong kế hoạch | 10 |\n"
#define APPRAISED SHEET("Sở Tư pháp", "| 1.2 | Sáng kiến | x | 1,5 | Lần %zu | 1,25 | Chưa áp dụng, lần %zu |\n")
#define RESULTS "# Năm 2025\n\n## Kết quả\n\n| STT | Tên cơ quan | Nhóm | Điểm tối đa | Tổng điểm |\n|---|---|---|---|---|\n" \
	"| 1 | Sở Tư pháp | Sở | 96 | 81,5 |\n| 2 | Sở Y tế | Sở | 100 | 77 |\n"
#define SET(level, most) "# Bộ của các sở\n\n## Bộ tiêu chí\n\n| Tên | Giá trị |\n|---|---|\n| Tên | Bộ \"mới\" của các sở |\n" level "| Năm | 2025 |\n\n" \
	"## Tiêu chí\n\n| Mã | Tên | Điểm tối đa | Cách tính điểm |\n|---|---|---|---|\n| 1 | Chỉ đạo | 2 | |\n" \
	"| 1.1 | Sáng kiến | 2 | Chấm từ 0 đến " most " điểm |\n"
static const char plan[] = "# KẾ HOẠCH\n\n## Khắc phục các tiêu chí bị trừ điểm trong Chỉ số cải cách hành chính năm 2025\n\n"
	"| STT | Tiêu chí | Điểm tối đa | Điểm thẩm định | Điểm bị trừ | Giải pháp |\n|---|---|---|---|---|---|\n| 1 | 1.1. Kế hoạch | 1 | 0,5 | 0,5 | Làm |\n";

static str put(struct fixture *f, const char *name, str bytes)
{
	unlink(str_fmt(f->at.a, "%.*s/%s", SF(f->dir.path), name).p);
	OK(&f->at, folder_put(&f->dir, str_c(name), bytes, &f->at.e));
	return str_fmt(f->at.a, "%.*s/%s", SF(f->dir.path), name);
}

enum { STATEMENTS = 18 };

/* Gives a file and has it read. */
static int64_t give(struct fixture *f, const char *login, const char *address, const char *form, const char *name, str bytes)
{
	bool worked = false;
	f->file = (struct upload){ !strcmp(address, "/nhap") ? "files" : "file", str_c(name), put(f, name, bytes), (int64_t)bytes.n };
	fixture_ask(f, login, address, form);
	f->file = (struct upload){ 0 };
	if (f->ret.status != 303)
		fail_msg("%s gives %s: %d %.*s", login, name, f->ret.status, SF(f->ret.body));
	int64_t id = strtoll(f->ret.location.p + strlen("/nhap/"), NULL, 10);
	OK(&f->at, job_work(&f->r, f->at.a, &worked, &f->at.e));
	assert_true(worked);
	return id;
}

static int64_t give_sheet(struct fixture *f, const char *login, const char *text)
{
	return give(f, login, "/nhap", "of_year=2025", "phieu.md", str_c(text));
}

static int look(struct fixture *f, const char *login, int64_t id, const char *query)
{
	fixture_ask(f, login, str_fmt(f->at.a, "/nhap/%lld%s", (long long)id, query).p, NULL);
	if (f->ret.missing)
		fail_msg("missing %.*s", SF(f->ret.missing_first));
	return f->ret.status;
}

static int post(struct fixture *f, const char *login, int64_t id, const char *what, const char *form)
{
	return fixture_ask(f, login, str_fmt(f->at.a, "/nhap/%lld/%s", (long long)id, what).p, form)->status;
}

static void says(struct fixture *f, const char *words, bool yes)
{
	if (fixture_says(&f->ret, words) != yes)
		fail_msg("%s “%s” in %.*s", yes ? "no" : "there is", words, SF(str_sub(f->ret.body, str_find(f->ret.body, S("<main"), 0), f->ret.body.n)));
}

static int64_t log_last(struct fixture *f)
{
	int64_t n = 0;
	bool found;
	OK(&f->at, db_int(f->at.db, Q(audit_head, 0), &n, &found, &f->at.e));
	return n;
}

/* A sheet: told, compared, accepted without what differs, then with it. Nothing is written before. */
static void sheet(struct fixture *f)
{
	int64_t id = give_sheet(f, "vanphong", FILLED), before = log_last(f), ran = db_ran(f->at.db);
	assert_int_equal(look(f, "vanphong", id, ""), 200);
	if (db_ran(f->at.db) - ran > STATEMENTS)
		fail_msg("%lld statements", (long long)(db_ran(f->at.db) - ran));
	says(f, "Phiếu chấm điểm của Sở Tư pháp, năm 2025", true);
	says(f, "Tiêu chí 1.2, điểm tự chấm", true);
	says(f, "khác</span> Đã ban hành", true);
	says(f, "name=\"take\" value=\"1.1\"", true);
	says(f, "<dd>0/5</dd>", true);                     /* before: nothing is scored */
	says(f, "<dd>2,3/5</dd>", true);                   /* 8/10 of 1, and 1,5 */
	assert_int_equal(log_last(f), before);
	assert_int_equal(post(f, "vanphong", id, "nhan", ""), 303);
	assert_true(str_starts(f->ret.location, S("/diem?")));
	fixture_ask(f, "vanphong", str_fmt(f->at.a, "/diem/%lld", (long long)f->by_hand).p, NULL);
	says(f, "Tự chấm: <strong>1,5</strong>", true);
	fixture_ask(f, "vanphong", str_fmt(f->at.a, "/diem/%lld", (long long)f->criterion).p, NULL);
	says(f, "Ban hành đủ", false);
	assert_int_equal(look(f, "vanphong", id, ""), 200);
	says(f, "<dt>Đã nhận</dt>", true);
	says(f, "action=\"/nhap/", false);
	assert_int_equal(post(f, "vanphong", id, "nhan", "take=1.1"), 409);
	id = give_sheet(f, "vanphong", FILLED);
	assert_int_equal(post(f, "vanphong", id, "nhan", "take=1.1"), 303);
	fixture_ask(f, "vanphong", str_fmt(f->at.a, "/diem/%lld", (long long)f->criterion).p, NULL);
	says(f, "Ban hành đủ", true);
	id = give_sheet(f, "vanphong", FILLED);
	look(f, "vanphong", id, "");
	says(f, "không có gì phải ghi thêm", true);
	before = log_last(f);
	assert_int_equal(post(f, "vanphong", id, "bo", ""), 303);
	assert_int_equal(log_last(f), before + 1);
}
FIXTURE_BOTH(sheet)

/* Of which year nobody said: it is asked, and nothing is accepted without it. */
static void year(struct fixture *f)
{
	int64_t id = give(f, "vanphong", "/nhap", "", "phieu.md", S(FILLED));
	look(f, "vanphong", id, "");
	says(f, "Chưa rõ phiếu này của năm nào", true);
	says(f, "<option value=\"2025\"", true);
	assert_int_equal(post(f, "vanphong", id, "nhan", ""), 422);
	look(f, "vanphong", id, "?of_year=2025");
	says(f, "name=\"of_year\" value=\"2025\"", true);
	look(f, "vanphong", id, "?of_year=2031");
	says(f, "chưa có kỳ đánh giá năm 2031", true);
	assert_int_equal(post(f, "vanphong", id, "nhan", "of_year=2025"), 303);
}
FIXTURE_BOTH(year)

/* Who sees a sheet that was given, who writes it, who leaves it. */
static const struct { const char *giver, *login; int see, accept, leave; } people[] = {
	{ "vanphong", "vanphong", 200, 303, 409 }, { "canbo", "vanphong", 200, 303, 409 }, { "canbo", "canbo", 200, 403, 303 },
	{ "vanphong", "canbo", 200, 403, 403 },    { "vanphong", "lanhdao", 200, 403, 403 }, { "vanphong", "nguoixem", 404, 404, 404 },
	{ "vanphong", "vpxa", 404, 404, 404 },     { "vanphong", "quantri", 404, 404, 404 }, { "thamdinh", "thamdinh", 200, 303, 409 },
	{ "vanphong", "thamdinh", 200, 303, 409 },
};

static void rights(struct fixture *f)
{
	for (size_t i = 0; i < COUNT(people); i++) {
		bool appraises = !strcmp(people[i].login, "thamdinh");
		int64_t id = give_sheet(f, people[i].giver, str_fmt(f->at.a, APPRAISED, i, i).p);
		int see = look(f, people[i].login, id, ""), accept = post(f, people[i].login, id, "nhan", "all=1");
		int leave = post(f, people[i].login, id, "bo", "");
		if (see != people[i].see || accept != people[i].accept || leave != people[i].leave)
			fail_msg("row %zu: %d %d %d", i, see, accept, leave);
		fixture_ask(f, "thamdinh", str_fmt(f->at.a, "/diem/%lld?unit=%lld", (long long)f->by_hand, (long long)f->own.body).p, NULL);
		says(f, str_fmt(f->at.a, "Chưa áp dụng, lần %zu", i).p, appraises);      /* nobody else writes an appraisal */
	}
}
FIXTURE_BOTH(rights)

/* A real workbook of this set, with a program in it. */
static str with_macro(struct fixture *f)
{
	str book = str_copy(f->at.a, fixture_ask(f, "vanphong", "/diem/tep", NULL)->body), bytes;
	str path = put(f, "macro.xlsm", book);
	zip_t *z = zip_open(path.p, 0, NULL);
	assert_non_null(z);
	assert_true(zip_file_add(z, "xl/vbaProject.bin", zip_source_buffer(z, "Sub x", 5, 0), 0) >= 0);
	assert_int_equal(zip_close(z), 0);
	OK(&f->at, file_read(f->at.a, path.p, 1 << 20, &bytes, &f->at.e));
	return bytes;
}

static const struct { const char *name, *text, *says; int answer; } bad[] = {
	{ "hong.xlsx", "PK\003\004 gì đó", "Gửi tệp khác", 409 },
	{ "bo-khac.md", SHEET("Sở Tư pháp", "| 9.9 | Gì đó | x | 1 | | | |\n"), "không có mã hay số liệu nào của bộ tiêu chí cấp sở năm 2025", 422 },
	{ "don-vi-khac.md", SHEET("Sở Y tế", "| 1.2 | Sáng kiến | x | 1 | | | |\n"), "ghi đơn vị “Sở Y tế”, không phải Sở Tư pháp", 422 },
	{ "diem-sai.md", SHEET("Sở Tư pháp", "| 1.2 | Sáng kiến | x | nhiều | | | |\n| 1.1 | Kế hoạch | x | 3 | | | |\n"), "diem-sai.md có 2 chỗ sai", 422 },
	{ "diem-sai.md", SHEET("Sở Tư pháp", "| 1.2 | Sáng kiến | x | nhiều | | | |\n"), "Sheet Phiếu, dòng 2, cột Tự chấm: “nhiều” không phải là điểm", 422 },
	{ "macro.xlsm", NULL, "Tệp có macro", 409 },
};

static void refused(struct fixture *f)
{
	str macro = with_macro(f);
	for (size_t i = 0; i < COUNT(bad); i++) {
		int64_t id = give(f, "vanphong", "/nhap", "of_year=2025", bad[i].name, bad[i].text ? str_c(bad[i].text) : macro), before = log_last(f);
		assert_int_equal(look(f, "vanphong", id, ""), 200);
		says(f, bad[i].says, true);
		says(f, "/nhan\"", false);
		if (post(f, "vanphong", id, "nhan", "all=1") != bad[i].answer)
			fail_msg("row %zu: %d", i, f->ret.status);
		assert_int_equal(log_last(f), before);
	}
	/* A sheet that was locked in the meantime keeps what it has. */
	int64_t id = give_sheet(f, "vanphong", FILLED);
	assert_int_equal(fixture_ask(f, "vanphong", "/diem/trang-thai", "state=locked")->status, 303);
	look(f, "vanphong", id, "");
	says(f, "phiếu đã chốt", true);
}
FIXTURE_BOTH(refused)

/* Results hold what other bodies got: for who gave them alone, and only of bodies that they appraise. */
static void results(struct fixture *f)
{
	int64_t id = give(f, "thamdinh", "/nhap", "of_year=2025", "ket-qua.md", S(RESULTS)), ran = db_ran(f->at.db);
	assert_int_equal(look(f, "thamdinh", id, ""), 200);
	if (db_ran(f->at.db) - ran > STATEMENTS)
		fail_msg("%lld statements", (long long)(db_ran(f->at.db) - ran));
	says(f, "81,5/96 điểm", true);
	says(f, "không được giao thẩm định đơn vị này", true);
	assert_int_equal(look(f, "vanphong", id, ""), 404);
	fixture_ask(f, "vanphong", "/nhap", NULL);
	says(f, "ket-qua.md", false);
	fixture_ask(f, "thamdinh", "/nhap", NULL);
	says(f, "ket-qua.md", true);
	assert_int_equal(post(f, "vanphong", id, "nhan", ""), 404);
	assert_int_equal(post(f, "thamdinh", id, "nhan", ""), 303);
	fixture_ask(f, "thamdinh", "/ket-qua?year=2025", NULL);
	says(f, "81,5", true);
	says(f, "Nhập từ bảng tính", true);
	id = give(f, "vanphong", "/nhap", "of_year=2025", "ket-qua.md", S(RESULTS));
	look(f, "vanphong", id, "");
	says(f, "chỉ người thẩm định", true);
	assert_int_equal(post(f, "vanphong", id, "nhan", "all=1"), 403);
	assert_int_equal(post(f, "vanphong", id, "bo", ""), 303);
}
FIXTURE_BOTH(results)

/* A set is an administrator's: read apart, shown, a new version; the very same is not kept twice. */
static void a_set(struct fixture *f)
{
	int64_t id = give(f, "quantri", "/bo-tieu-chi", "", "moi.md", S(SET("| Cấp | sở |\n", "2")));
	f->file = (struct upload){ "file", S("moi.md"), put(f, "moi.md", S(SET("| Cấp | sở |\n", "2"))), 100 };
	assert_int_equal(fixture_ask(f, "vanphong", "/bo-tieu-chi", "")->status, 403);
	f->file = (struct upload){ 0 };
	assert_int_equal(look(f, "quantri", id, ""), 200);
	says(f, "Nhận vào hồ sơ", true);
	says(f, "phiên bản 2", true);
	assert_int_equal(look(f, "vanphong", id, ""), 404);
	assert_int_equal(post(f, "quantri", id, "nhan", ""), 303);
	fixture_ask(f, "quantri", "/bo-tieu-chi?year=2025", NULL);
	says(f, "Bộ &quot;mới&quot; của các sở", true);
	fixture_ask(f, "vanphong", "/diem", NULL);
	says(f, "đã có phiên bản 2", true);
	id = give(f, "quantri", "/bo-tieu-chi", "", "moi.md", S(SET("| Cấp | sở |\n", "2")));
	look(f, "quantri", id, "");
	says(f, "không có gì phải ghi thêm", true);
	assert_int_equal(post(f, "quantri", id, "bo", ""), 303);
	assert_true(str_eq(f->ret.location, S("/bo-tieu-chi")));

	/* a rule that gives more than the maximum; a level that nobody said */
	id = give(f, "quantri", "/bo-tieu-chi", "", "sai.md", S(SET("| Cấp | sở |\n", "9")));
	look(f, "quantri", id, "");
	says(f, "chưa nhận được", true);
	says(f, "1.1", true);
	assert_int_equal(post(f, "quantri", id, "nhan", ""), 422);
	id = give(f, "quantri", "/bo-tieu-chi", "", "cap.md", S(SET("", "1")));
	look(f, "quantri", id, "");
	says(f, "Chưa rõ bộ tiêu chí này của cấp nào", true);
	look(f, "quantri", id, "?level=sở");
	says(f, "name=\"level\" value=\"sở\"", true);
	assert_int_equal(post(f, "quantri", id, "nhan", "level=sở"), 303);

	/* who gives no documents gives none by this door */
	id = give(f, "quantri", "/bo-tieu-chi", "", "kh.md", str_c(plan));
	look(f, "quantri", id, "");
	says(f, "Không nhận ra bộ tiêu chí, phiếu chấm điểm hay bảng kết quả", true);
	id = give(f, "thamdinh", "/nhap", "", "kh.md", str_c(plan));
	look(f, "thamdinh", id, "");
	says(f, "Không nhận ra bộ tiêu chí, phiếu chấm điểm hay bảng kết quả", true);
}
FIXTURE_BOTH(a_set)

int web_book_tests(void)
{
	const struct CMUnitTest tests[] = { AT_ROWS(sheet), AT_ROWS(year), AT_ROWS(rights), AT_ROWS(refused), AT_ROWS(results),
		                            AT_ROWS(a_set) };
	return cmocka_run_group_tests(tests, NULL, NULL);
}
