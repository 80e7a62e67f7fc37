#include "app/apart.h"
#include "app/job.h"
#include "store/tables.h"
#include "web/fixture.h"
#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

/* Pages import, job and what is done there: page_import, page_import_do, page_job, page_job_correct, page_job_accept, page_job_leave. */

static const char wrong[] =
	"# KẾ HOẠCH\n\n## Khắc phục các tiêu chí bị trừ điểm trong Chỉ số cải cách hành chính năm 2025\n\n"
	"| STT | Tiêu chí | Điểm tối đa | Điểm thẩm định | Điểm bị trừ | Nguyên nhân | Giải pháp | Đơn vị chủ trì | Thời hạn |\n"
	"|---|---|---|---|---|---|---|---|---|\n"
	"| 1 | 1.1. Ban hành kế hoạch CCHC | 1 | 0,25 | 0,75 | Ban hành chậm | Ban hành trong tháng 01 | Văn phòng Sở | 31/01/2026 |\n"
	"| 2 | 3.1. Công khai thủ tục | 1 | 0,92 | 0,8 | Công khai chậm | Công khai trong ngày | Văn phòng Sở | Quý III/2026 |\n"
	"| 3 | 4.2. Sắp xếp tổ chức | 2 | 1,5 | 0,5 | Chưa làm | Trình đề án | Văn phòng Sở | Quý IV/2026 |\n";

static str put_file(struct fixture *f, const char *name, const char *text)
{
	OK(&f->at, folder_put(&f->dir, str_c(name), str_c(text), &f->at.e));
	return str_fmt(f->at.a, "%.*s/%s", SF(f->dir.path), name);
}

static int64_t number_in(str location)
{
	size_t at = str_find(location, S("/nhap/"), 0);
	return at < location.n ? strtoll(location.p + at + 6, NULL, 10) : 0;
}

static int64_t give(struct fixture *f, const char *login, str path, const char *name)
{
	f->file = (struct upload){ "files", str_c(name), path, 1000 };
	fixture_ask(f, login, "/nhap", "");
	f->file = (struct upload){ 0 };
	return f->ret.status == 303 ? number_in(f->ret.location) : 0;
}

static bool work_once(struct fixture *f)
{
	bool worked = false;
	OK(&f->at, job_work(&f->r, f->at.a, &worked, &f->at.e));
	return worked;
}

static void look(struct fixture *f, const char *login, int64_t id)
{
	fixture_ask(f, login, str_fmt(f->at.a, "/nhap/%lld", (long long)id).p, NULL);
	if (f->ret.missing)
		fail_msg("missing %.*s", SF(f->ret.missing_first));
}

static int post(struct fixture *f, const char *login, int64_t id, const char *what, const char *form)
{
	return fixture_ask(f, login, str_fmt(f->at.a, "/nhap/%lld/%s", (long long)id, what).p, form)->status;
}

static int64_t count(struct fixture *f, enum query_id q, const struct arg *args)
{
	int64_t n = -1;
	bool found;
	OK(&f->at, db_int(f->at.db, q, args, &n, &found, &f->at.e));
	return n;
}

static int64_t log_last(struct fixture *f) { return count(f, Q(audit_head, 0)); }

static void says(struct fixture *f, const char *words, bool yes)
{
	if (fixture_says(&f->ret, words) != yes)
		fail_msg("%s “%s” in %.*s", yes ? "no" : "there is", words, SF(f->ret.body));
}

/* From the file to the record: waits, is read, shows what is wrong, is put right, is accepted. */
static void whole_way(struct fixture *f)
{
	int64_t id = give(f, "vanphong", put_file(f, "kh.md", wrong), "kế hoạch mới.md");
	assert_true(id > 0);
	look(f, "vanphong", id);
	says(f, "Đang chờ đến lượt đọc", true);
	says(f, "http-equiv=\"refresh\"", true);
	says(f, "hx-trigger=\"every 1s\"", true);
	assert_true(work_once(f));
	assert_false(work_once(f));
	look(f, "vanphong", id);
	assert_int_equal(f->ret.status, 200);
	says(f, "http-equiv", false);
	says(f, "class=\"wrong\">0,8</mark>", true);
	says(f, "có chỗ sai", true);
	says(f, "khác hồ sơ", true);                       /* 1.1 has 0,5 in the record */
	says(f, "Nhận những mục không sai, không khác", true);

	/* what is wrong is put right, with a reason */
	assert_int_equal(post(f, "vanphong", id, "sua", "item=c1&lost=0,08&points=0,92"), 422);
	says(f, "Chưa ghi lý do sửa", true);
	says(f, "value=\"0,08\"", true);                   /* what was typed is still there */
	assert_int_equal(post(f, "vanphong", id, "sua", "item=c1&lost=0,07&why=nh%E1%BA%A7m"), 422);
	says(f, "1 trừ đạt 0,92 là 0,08, không phải 0,07", true);
	assert_int_equal(post(f, "vanphong", id, "sua", "item=c1&lost=abc&why=nh%E1%BA%A7m"), 422);
	assert_int_equal(post(f, "vanphong", id, "sua", "item=c99&lost=1&why=nh%E1%BA%A7m"), 404);
	assert_int_equal(post(f, "vanphong", id, "sua", "item=c1&lost=0,08&why=in+nh%E1%BA%A7m"), 303);
	look(f, "vanphong", id);
	says(f, "Đã sửa: ", true);
	says(f, "có chỗ sai", false);
	says(f, "<del>0,8</del> <ins>0,08</ins>, in nhầm", true);

	/* what is clean is taken in, what differs stays for a person */
	assert_int_equal(post(f, "vanphong", id, "nhan", "clean=1"), 303);
	look(f, "vanphong", id);
	says(f, "khác hồ sơ", true);
	says(f, "Phần đã chọn của văn bản này đã vào hồ sơ", true);
	assert_int_equal(post(f, "vanphong", id, "nhan", "take=c0"), 303);
	look(f, "vanphong", id);
	says(f, "đã nhận", false);
	says(f, "<dt>Đã nhận</dt>", true);
	assert_int_equal(post(f, "vanphong", id, "nhan", ""), 409);
	assert_int_equal(post(f, "vanphong", id, "bo", ""), 409);

	/* the record has the corrected figure, the claim the printed one */
	CLEANUP(rows_close) struct rows r = { 0 };
	bool claim = false;
	OK(&f->at, db_query(f->at.db, Q(import_had, .body_id = v_int(AT_BODY), .cycle_id = v_int(1), .who = v_int(AT_OFFICE)), &r,
	                    &f->at.e));
	int seen = 0;
	while (rows_next(&r)) {
		int64_t lost = col_int(&r, 0) == 4 ? col_int(&r, 7) : 0;
		seen += lost == 800 || lost == 7500;
		assert_int_not_equal(lost, 8000);
	}
	OK(&f->at, rows_done(&r, &f->at.e));
	rows_close(&r);
	assert_int_equal(seen, 3);                         /* 1.1, 3.1, and 2.1 as it was */
	OK(&f->at, table_page(f->at.db, S("claim"), 0, 1000, &r, &f->at.e));
	while (rows_next(&r))
		claim |= str_eq(col_text(&r, f->at.a, 6), S("0,8")) && !col_int(&r, 7);
	OK(&f->at, rows_done(&r, &f->at.e));
	assert_true(claim);
}
FIXTURE_BOTH(whole_way)

/* The same file again: nothing is written but how the job was decided. */
static void again(struct fixture *f)
{
	str path = put_file(f, "kh.md", wrong);
	int64_t first = give(f, "vanphong", path, "a.md"), second = give(f, "vanphong", path, "b.md");
	work_once(f);
	work_once(f);
	assert_int_equal(post(f, "vanphong", first, "nhan", ""), 303);
	int64_t before = log_last(f);
	look(f, "vanphong", second);
	says(f, "Tệp này đã có trong hồ sơ", true);
	assert_int_equal(log_last(f), before);             /* looking changes nothing */
	assert_int_equal(post(f, "vanphong", second, "nhan", ""), 303);
	assert_int_equal(log_last(f), before + 1);
}
FIXTURE_BOTH(again)

static size_t findings(struct fixture *f)
{
	CLEANUP(rows_close) struct rows r = { 0 };
	size_t n = 0;
	OK(&f->at, db_query(f->at.db, Q(import_had, .body_id = v_int(AT_BODY), .cycle_id = v_int(1), .who = v_int(AT_OFFICE)), &r,
	                    &f->at.e));
	while (rows_next(&r))
		n += col_int(&r, 0) == 4;                  /* findings */
	OK(&f->at, rows_done(&r, &f->at.e));
	return n;
}

/* What is left is not in the record until it is taken in after all. */
static void left_out(struct fixture *f)
{
	int64_t id = give(f, "vanphong", put_file(f, "kh.md", wrong), "a.md");
	work_once(f);
	size_t before = findings(f);
	assert_int_equal(post(f, "vanphong", id, "nhan", "leave=c1&leave=c2"), 303);
	assert_int_equal(findings(f), before);             /* 1.1 was there */
	assert_int_equal(post(f, "vanphong", id, "nhan", "leave=c2"), 303);
	assert_int_equal(findings(f), before + 1);
	look(f, "vanphong", id);
	says(f, "Nhận tất cả", true);
	assert_int_equal(post(f, "vanphong", id, "bo", ""), 303);
	look(f, "vanphong", id);
	says(f, "<dt>Đã để lại</dt>", true);
	assert_int_equal(findings(f), before + 1);
}
FIXTURE_BOTH(left_out)

/* Who may what. give: sends a file; see: looks at the one of the office; sua, nhan, bo: on it, and on their own */
static const struct { const char *login; int give, see, sua, nhan, bo, own_sua, own_nhan; } people[] = {
	{ "vanphong", 303, 200, 303, 303, 303, 303, 303 }, { "canbo", 303, 200, 403, 403, 403, 303, 403 },
	{ "lanhdao", 403, 200, 403, 403, 403, 0, 0 },      { "nguoixem", 403, 200, 403, 403, 403, 0, 0 },
	{ "thamdinh", 303, 200, 403, 403, 403, 0, 0 },     { "vpxa", 303, 404, 404, 404, 404, 0, 0 },
	{ "quantri", 403, 404, 403, 404, 404, 0, 0 },
};

static void rights(struct fixture *f)
{
	static const char fix[] = "item=c1&lost=0,08&why=in+nh%E1%BA%A7m";
	str path = put_file(f, "kh.md", wrong);
	for (size_t i = 0; i < COUNT(people); i++) {
		const char *who = people[i].login;
		int64_t of_office = give(f, "vanphong", path, "a.md"), second = give(f, "vanphong", path, "b.md"), own = give(f, who, path, "c.md");
		int gave = f->ret.status;
		while (work_once(f))
			;
		look(f, who, of_office);
		int saw = f->ret.status, sua = post(f, who, of_office, "sua", fix), nhan = post(f, who, of_office, "nhan", ""),
		    bo = post(f, who, second, "bo", ""), own_sua = 0, own_nhan = 0;
		if (people[i].own_sua) {
			own_sua = post(f, who, own, "sua", fix);
			own_nhan = post(f, who, own, "nhan", "");
		}
		if (gave != people[i].give || saw != people[i].see || sua != people[i].sua || nhan != people[i].nhan ||
		    bo != people[i].bo ||
		    own_sua != people[i].own_sua || own_nhan != people[i].own_nhan)
			fail_msg("%s: %d %d %d %d %d %d %d", who, gave, saw, sua, nhan, bo, own_sua, own_nhan);
	}
	look(f, "canbo", 1);
	says(f, "action=\"/nhap/1/nhan\"", false);
	fixture_ask(f, "canbo", "/nhap", NULL);
	says(f, "Văn phòng sẽ xem", true);
	fixture_ask(f, "nguoixem", "/nhap", NULL);
	says(f, "type=\"file\"", false);
	assert_int_equal(f->ret.missing, 0);
}
FIXTURE_BOTH(rights)

/* The report of samples/ says 0,8 for 0,08, and its total is that of 0,08: with the one put right, nothing is wrong any more. */
static void sum_follows(struct fixture *f)
{
	int64_t id = give(f, "vanphong", str_fmt(f->at.a, "%s/samples/baocao-nfd.md", getenv("KHACPHUC_SOURCE")), "bc.md");
	work_once(f);
	look(f, "vanphong", id);
	says(f, "Còn chỗ sai: <a href=\"#muc-t0\">Kết quả chung</a> <a href=\"#muc-c2\">Tiêu chí 3.1.3</a>", true);
	assert_int_equal(post(f, "vanphong", id, "sua", "item=c2&lost=0,08&why=in+nh%E1%BA%A7m"), 303);
	look(f, "vanphong", id);
	says(f, "Còn chỗ sai", false);
	says(f, "class=\"wrong\">2,415</mark>", true);     /* it still stands there */
	assert_int_equal(post(f, "vanphong", id, "nhan", ""), 303);
}
FIXTURE_BOTH(sum_follows)

/* What another body issued is taken in only by who says that it is meant. */
static void foreign(struct fixture *f)
{
	str text = str_fmt(f->at.a, "UBND TỈNH TRƯỜNG GIANG\n\nSỞ Y TẾ\n\nSố: 12/KH-SYT\n\nTrường Giang, ngày 10 tháng 02 năm 2026\n\n%s", wrong);
	int64_t id = give(f, "vanphong", put_file(f, "syt.md", text.p), "syt.md");
	work_once(f);
	look(f, "vanphong", id);
	says(f, "name=\"force\"", true);
	says(f, "Sở Y tế", true);
	assert_int_equal(post(f, "vanphong", id, "nhan", ""), 409);
	assert_int_equal(post(f, "vanphong", id, "nhan", "force=1"), 303);
}
FIXTURE_BOTH(foreign)

/* -- the job process ----------------------------------------------------------------------------------- */

static void fails(struct fixture *f)
{
	int64_t id = give(f, "vanphong", put_file(f, "x.docx", "PK\003\004 gì đó"), "hong.docx");
	assert_true(work_once(f));
	look(f, "vanphong", id);
	assert_int_equal(f->ret.status, 200);
	says(f, "Gửi tệp khác", true);
	assert_int_equal(post(f, "vanphong", id, "nhan", ""), 409);          /* there is nothing to accept */
	fixture_ask(f, "vanphong", "/nhap", NULL);
	says(f, "không đọc được", true);
}
FIXTURE_BOTH(fails)

/* Who reads a job holds its byte: the others pass it over. When it is gone, it is read again, but not for ever. */
static void taken_once(struct fixture *f)
{
	str path = put_file(f, "kh.md", wrong);
	int64_t first = give(f, "vanphong", path, "a.md"), second = give(f, "vanphong", path, "b.md");
	struct flock l = { .l_type = F_WRLCK, .l_whence = SEEK_SET, .l_start = first, .l_len = 1 };
	int fd = open(str_fmt(f->at.a, "%.*s/jobs.lock", SF(f->dir.path)).p, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
	assert_int_equal(fcntl(fd, F_OFD_SETLK, &l), 0);
	assert_true(work_once(f));
	assert_false(work_once(f));
	look(f, "vanphong", second);
	says(f, "Những gì đọc được", true);
	look(f, "vanphong", first);
	says(f, "Đang chờ đến lượt đọc", true);
	for (int i = 0; i < JOB_TRIES; i++) {              /* a worker that takes it and dies */
		struct tx t = { 0 };
		struct changed done = { 0 };
		f->r.who = at_who(AT_OFFICE);
		OK(&f->at, record_tx(&f->r, f->at.a, S("job read"), &t, &f->at.e));
		OK(&f->at, db_change(&t, Q(job_take, .id = v_int(first), .tries = v_int(i)), &done, &f->at.e));
		assert_int_equal(done.rows, 1);
		OK(&f->at, db_change(&t, Q(job_take, .id = v_int(first), .tries = v_int(i)), &done, &f->at.e));
		assert_int_equal(done.rows, 0);                /* another who saw it as it was comes too late */
		OK(&f->at, tx_commit(&t, &f->at.e));
		record_nobody(&f->r);
	}
	close(fd);
	assert_true(work_once(f));
	look(f, "vanphong", first);
	says(f, "Đã đọc tệp này 3 lần", true);
	assert_false(work_once(f));
}
FIXTURE_BOTH(taken_once)

static void letter(struct fixture *f)
{
	static const char mail[] =
		"From: a@b.vn\r\nSubject: Gui ke hoach\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=xx\r\n\r\n"
		"--xx\r\nContent-Type: text/plain; name=\"mot.md\"\r\nContent-Disposition: attachment; filename=\"mot.md\"\r\n"
		"Content-Transfer-Encoding: 8bit\r\n\r\n%s\r\n"
		"--xx\r\nContent-Type: application/octet-stream\r\nContent-Disposition: attachment; filename=\"hai.docx\"\r\n\r\nPK\003\004\r\n--xx--\r\n";
	int64_t id = give(f, "canbo", put_file(f, "thu.eml", str_fmt(f->at.a, mail, wrong).p), "thư.eml");
	assert_true(work_once(f));
	look(f, "canbo", id);
	says(f, "Các văn bản trong tệp", true);
	says(f, "thư.eml!mot.md", true);
	says(f, "thư.eml!hai.docx", true);
	look(f, "vanphong", id + 1);
	says(f, "class=\"wrong\">0,8</mark>", true);
	assert_int_equal(post(f, "vanphong", id + 1, "nhan", ""), 303);
	look(f, "vanphong", id);
	says(f, "đã nhận", true);
}
FIXTURE_BOTH(letter)

int web_import_tests(void)
{
	const struct CMUnitTest tests[] = { AT_ROWS(whole_way), AT_ROWS(again), AT_ROWS(left_out), AT_ROWS(sum_follows),
	    AT_ROWS(foreign), AT_ROWS(rights), AT_ROWS(fails),
		                            AT_ROWS(taken_once), AT_ROWS(letter) };
	return cmocka_run_group_tests(tests, NULL, NULL);
}
