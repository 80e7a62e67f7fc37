#include "app/batch.h"
#include "base/archive.h"
#include "base/file.h"
#include "store/db_driver.h"
#include "web/fixture.h"

/* Who asks, what is answered, what stands in it and what does not. */
static const struct { const char *login, *address, *form; int status; const char *says, *hides; } asked[] = {
	{ "vanphong", "/bao-cao", NULL, 200, "Bảng theo dõi tháng", "Tải dự thảo" },
	{ "vanphong", "/bao-cao?kind=theo-doi-thang", NULL, 200, "Số liệu khớp", "/bao-cao/phat-hanh" },
	{ "vanphong", "/bao-cao?kind=theo-doi-thang", NULL, 200, "Tải dự thảo", NULL },
	{ "nguoixem", "/bao-cao?kind=theo-doi-thang", NULL, 200, "Xem trước", "Tải dự thảo" },
	{ "nguoixem", "/bao-cao", NULL, 200, "01/BC-STP", "Lập cho tất cả" },
	{ "lanhdao", "/bao-cao?kind=bang-tu-cham", NULL, 200, "BẢNG TỰ ĐÁNH GIÁ", NULL },
	{ "vanphong", "/bao-cao?kind=danh-muc-minh-chung&year=2025", NULL, 200, "Chưa có tài liệu kiểm chứng", NULL },
	{ "vanphong", "/bao-cao?kind=bang-xep-hang", NULL, 200, "Hồ sơ không có kết quả", NULL },
	{ "vanphong", "/bao-cao?kind=gi", NULL, 422, NULL, NULL },
	{ "vanphong", "/bao-cao?kind=%3Cscript%3E", NULL, 422, NULL, "<script>" },
	{ "vanphong", "/bao-cao?kind=theo-doi-thang&period=quy-9", NULL, 422, NULL, NULL },
	{ "vanphong", "/bao-cao?unit=3", NULL, 403, NULL, "Sở Y tế</strong>" },
	{ "quantri", "/bao-cao?unit=2", NULL, 403, NULL, NULL },
	{ "canbo", "/bao-cao", NULL, 403, NULL, NULL },
	{ "", "/bao-cao", NULL, 303, NULL, NULL },
	{ "vanphong", "/bao-cao/xem?kind=theo-doi-thang", NULL, 200, "DỰ THẢO", "PHỤ LỤC" },
	{ "nguoixem", "/bao-cao/xem?kind=theo-doi-thang", NULL, 200, "Số hóa hồ sơ đầu vào", NULL },
	{ "vanphong", "/bao-cao/tep?kind=theo-doi-thang&format=md", NULL, 200, "Số hóa hồ sơ đầu vào", "DỰ THẢO" },
	{ "vanphong", "/bao-cao/tep?kind=theo-doi-thang&format=md&draft=1", NULL, 200, "DỰ THẢO", NULL },
	{ "vanphong", "/bao-cao/tep?kind=theo-doi-thang&format=exe", NULL, 422, NULL, NULL },
	{ "nguoixem", "/bao-cao/tep?kind=theo-doi-thang&format=md", NULL, 403, NULL, NULL },
	{ "lanhdao", "/bao-cao/phat-hanh", "unit=2&kind=theo-doi-thang&format=docx", 422, "không có số riêng", NULL },
	{ "lanhdao", "/bao-cao/phat-hanh", "unit=2&kind=theo-doi-thang&format=docx&on=2199-01-01", 422, NULL, NULL },
	{ "vanphong", "/bao-cao/phat-hanh", "unit=2&kind=theo-doi-thang&format=docx", 403, NULL, NULL },
	{ "vanphong", "/bao-cao/loi-van", "unit=2&name=KHONG&text=x", 422, NULL, NULL },
	{ "vanphong", "/bao-cao/loi-van", "unit=2&name=place&text=%C4%90%C3%B4ng+H%C6%B0ng", 303, NULL, NULL },
	{ "vanphong", "/bao-cao", NULL, 200, "Đông Hưng", NULL },
	{ "vanphong", "/bao-cao", NULL, 200, "<option value=\"plan_title\">", NULL },
	{ "vanphong", "/bao-cao/loi-van", "unit=2&kind=ke-hoach-linh-vuc&name=plan_title&text=Kh%E1%BA%AFc+ph%E1%BB%A5c", 303, NULL, NULL },
	{ "vanphong", "/bao-cao?kind=ke-hoach-linh-vuc", NULL, 200, "Khắc phục", NULL },
	{ "vanphong", "/bao-cao/so/902", NULL, 404, NULL, NULL },
	{ "nguoixem", "/bao-cao/so/901", NULL, 200, NULL, NULL },
	{ "vanphong", "/bao-cao/hang-loat", "unit=2&kind=theo-doi-thang&level=x%C3%A3", 403, NULL, NULL },
	{ "vanphong", "/bao-cao/hang-loat/tep", NULL, 404, NULL, NULL },
};

static void asking(struct fixture *f)
{
	for (size_t i = 0; i < COUNT(asked); i++) {
		int64_t before = db_ran(f->at.db), most = asked[i].form || strstr(asked[i].address, "kind=") ? 32 : 12;
		const struct reply *r = fixture_ask(f, asked[i].login, asked[i].address, asked[i].form);
		if (r->status != asked[i].status || (asked[i].says && !fixture_says(r, asked[i].says)) ||
		    (asked[i].hides && fixture_says(r, asked[i].hides)) || r->missing || db_ran(f->at.db) - before > most)
			fail_msg("row %zu, %s as %s: %d, %lld statements, missing %zu %.*s\n%.*s", i, asked[i].address, asked[i].login,
			        r->status,
			         (long long)(db_ran(f->at.db) - before), r->missing, SF(r->missing_first), SF(r->body));
	}
}
FIXTURE_BOTH(asking)

/* Asked for, written by the job process, fetched by who asked and by nobody else. */
static void many(struct fixture *f)
{
	CLEANUP(arena_close) struct arena *a = arena_open((size_t)1 << 28);
	CLEANUP(archive_close) struct archive *z = NULL;
	struct at *at = &f->at;
	bool worked = false;
	str bytes;
	const struct reply *r = fixture_ask(f, "vanphong", "/bao-cao/hang-loat", "unit=2&year=2025&kind=theo-doi-thang&level=s%E1%BB%9F");
	assert_int_equal(r->status, 303);
	r = fixture_ask(f, "vanphong", "/bao-cao/hang-loat", "unit=2&year=2025&kind=theo-doi-thang&level=s%E1%BB%9F");
	assert_int_equal(r->status, 409);
	r = fixture_ask(f, "vanphong", "/bao-cao", NULL);
	assert_true(fixture_says(r, "<progress"));
	record_nobody(&f->r);
	OK(at, batch_work(&f->r, a, NULL, &worked, &at->e));
	assert_true(worked);
	assert_int_equal(f->r.who.person, 0);
	OK(at, batch_work(&f->r, a, NULL, &worked, &at->e));
	assert_false(worked);
	r = fixture_ask(f, "vanphong", "/bao-cao", NULL);
	assert_true(fixture_says(r, "Tải tệp nén"));
	r = fixture_ask(f, "lanhdao", "/bao-cao/hang-loat/tep", NULL);
	assert_int_equal(r->status, 404);
	r = fixture_ask(f, "vanphong", "/bao-cao/hang-loat/tep", NULL);
	assert_int_equal(r->status, 200);
	OK(at, file_read(a, r->path.p, (size_t)1 << 26, &bytes, &at->e));
	OK(at, archive_open(a, bytes, &z, &at->e));
	size_t i;
	assert_true(archive_count(z) >= 1);                             /* Sở Tư pháp alone: the other is not theirs */
	assert_true(archive_count(z) <= 2);
	assert_true(archive_find(z, "Bảng theo dõi tháng 2025 - Sở Tư pháp.docx", &i));
	OK(at, archive_read(z, i, a, (size_t)1 << 26, &bytes, &at->e));
	assert_true(str_starts(bytes, S("PK")));
}
FIXTURE_BOTH(many)

int web_report_tests(void);
int web_report_tests(void)
{
	const struct CMUnitTest tests[] = { AT_ROWS(asking), AT_ROWS(many) };
	return cmocka_run_group_tests(tests, NULL, NULL);
}
