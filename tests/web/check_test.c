#include "web/fixture.h"
#include <stdlib.h>

static const char *sample(struct fixture *f, const char *name)
{
	return str_fmt(f->at.a, "%s/%s", getenv("KHACPHUC_SOURCE"), name).p;
}

static void send(struct fixture *f, const char *login, const char *path, const char *name)
{
	f->file = (struct upload){ "file", str_c(name), str_c(path), 1000 };
	fixture_ask(f, login, "/kiem-tra", "");
}

/* page_check, page_check_do. What a file says, and that everybody who is logged in may ask. */
static const struct { const char *path, *says[4], *not_says; int status; } files[] = {
	{ "samples/baocao-nfd.md", { "Báo cáo", ">sai<", "dòng ", "Đã đọc được" }, "Không thấy sai sót", 200 },
	{ "tests/formats/baocao-nfd.docx", { "Báo cáo", ">sai<", "bảng " }, NULL, 200 },
	{ "samples/index/phieu-so.xlsx", { "Sổ chấm điểm" }, "Không thấy gì về Chỉ số", 200 },
	{ "samples/README.md", { "Không thấy gì về Chỉ số" }, NULL, 200 },
	{ "tests/golden", { "van-ban.xyz" }, NULL, 200 },
};

static void files_read(struct fixture *f)
{
	for (size_t i = 0; i < COUNT(files); i++) {
		send(f, i % 2 ? "nguoixem" : "quantri", sample(f, files[i].path), "van-ban.xyz");
		if (f->ret.status != files[i].status)
			fail_msg("%s: %d %.*s", files[i].path, f->ret.status, SF(f->ret.body));
		if (f->ret.missing)
			fail_msg("%s: missing %.*s", files[i].path, SF(f->ret.missing_first));
		for (size_t k = 0; k < COUNT(files[i].says) && files[i].says[k]; k++)
			if (!fixture_says(&f->ret, files[i].says[k]))
				fail_msg("%s: no “%s” in %.*s", files[i].path, files[i].says[k], SF(f->ret.body));
		assert_true(!files[i].not_says || !fixture_says(&f->ret, files[i].not_says));
		if (fixture_says(&f->ret, sample(f, "")))                          /* a path of the server */
			fail_msg("%s: %.*s", files[i].path, SF(f->ret.body));
	}
}
FIXTURE_BOTH(files_read)

/* Errors stand before what is only to be looked at; a program gets the same. */
static void in_order(struct fixture *f)
{
	send(f, "canbo", sample(f, "samples/kehoach-sotuphap.md"), "ke hoach.md");
	size_t last_error = 0, first_warning = f->ret.body.n;
	for (size_t at = 0; (at = str_find(f->ret.body, S(">sai<"), at)) < f->ret.body.n; at++)
		last_error = at;
	first_warning = str_find(f->ret.body, S(">xem lại<"), 0);
	assert_true(last_error < first_warning);
	f->json = true;
	send(f, "canbo", sample(f, "samples/baocao-nfd.md"), "bc.md");
	assert_int_equal(f->ret.status, 200);
	assert_true(fixture_says(&f->ret, "\"documents\":[{\"name\":\"bc.md\",\"problem\":null,\"kind\":\"Báo cáo\""));
	f->json = false;
}
FIXTURE_BOTH(in_order)

static int64_t rows(struct fixture *f)
{
	int64_t n = 0;
	bool found;
	OK(&f->at, db_int(f->at.db, Q(audit_head, 0), &n, &found, &f->at.e));
	return n;
}

static void nothing_kept(struct fixture *f)
{
	int64_t before = rows(f);
	send(f, "vanphong", sample(f, "samples/baocao-nfd.md"), "bc.md");
	assert_int_equal(rows(f), before);
	f->file = (struct upload){ 0 };
	fixture_ask(f, "vanphong", "/kiem-tra", "");
	assert_int_equal(f->ret.status, 422);
	assert_true(fixture_says(&f->ret, "chưa có tệp nào"));
	f->file = (struct upload){ "file", S("to.pdf"), S("/nowhere"), 33 << 20 };
	fixture_ask(f, "vanphong", "/kiem-tra", "");
	assert_int_equal(f->ret.status, 413);
	send(f, "vanphong", "/nowhere/at/all", "mat.md");
	assert_int_equal(f->ret.status, 404);
	assert_true(fixture_says(&f->ret, "mat.md"));
	assert_int_equal(fixture_ask(f, "", "/kiem-tra", "")->status, 303);
	assert_int_equal(fixture_ask(f, "nguoixem", "/kiem-tra", NULL)->status, 200);
	assert_int_equal(f->ret.missing, 0);
}
FIXTURE_BOTH(nothing_kept)

int web_check_tests(void)
{
	const struct CMUnitTest tests[] = { AT_ROWS(files_read), AT_ROWS(in_order), AT_ROWS(nothing_kept) };
	return cmocka_run_group_tests(tests, NULL, NULL);
}
