#include "web/fixture.h"
#include "store/db_driver.h"

/* Who asks, what is answered, what stands in it and what does not. {own}, {foreign}: the remedy of that body. */
static const struct { const char *login, *address, *form; int status; const char *says, *hides; } asked[] = {
	{ "vanphong", "/theo-doi", NULL, 200, "Bảng theo dõi tháng năm 2026", "Phòng Nghiệp vụ Y" },
	{ "vanphong", "/theo-doi", NULL, 200, "Báo tiến độ", NULL },
	{ "canbo", "/theo-doi", NULL, 200, "Báo tiến độ", NULL },
	{ "lanhdao", "/theo-doi", NULL, 200, "Số hóa hồ sơ đầu vào", "Báo tiến độ" },
	{ "nguoixem", "/theo-doi", NULL, 200, "Số hóa hồ sơ đầu vào", "Báo tiến độ" },
	{ "thamdinh", "/theo-doi?unit=2", NULL, 200, "Số hóa hồ sơ đầu vào", "Báo tiến độ" },
	{ "quantri", "/theo-doi?unit=2", NULL, 403, NULL, "Số hóa hồ sơ đầu vào" },
	{ "vanphong", "/theo-doi?unit=3", NULL, 403, NULL, "Số hóa hồ sơ đầu vào" },
	{ "vanphong", "/theo-doi?open={own}", NULL, 200, "Ghi tiến độ", NULL },
	{ "lanhdao", "/theo-doi?open={own}", NULL, 200, "Đã số hóa 40%", "Ghi tiến độ" },
	{ "vanphong", "/theo-doi?open={foreign}", NULL, 200, NULL, "class=\"tell\"" },
	{ "vanphong", "/theo-doi?in=1", NULL, 200, "Về bảng theo dõi", "Danh mục" },
	{ "vanphong", "/theo-doi?lead=kh%C3%B4ng%20c%C3%B3", NULL, 200, "Không có giải pháp nào như vậy", NULL },
	{ "vanphong", "/theo-doi?status=late&month=13", NULL, 422, NULL, NULL },
	{ "vanphong", "/theo-doi?status=gi", NULL, 422, NULL, NULL },
	{ "vanphong", "/theo-doi?lead=%3Cscript%3E", NULL, 200, NULL, "<script>" },
	{ "vanphong", "/theo-doi?year=2031", NULL, 404, NULL, NULL },
	{ "vanphong", "/theo-doi/{own}/tien-do", "state=xong", 422, NULL, NULL },
	{ "vanphong", "/theo-doi/{own}/tien-do", "state=done&percent=101", 422, NULL, NULL },
	{ "vanphong", "/theo-doi/{own}/tien-do", "unit=2&year=2025&open={own}&state=done&on=2199-01-01&text=%C4%90%C3%A3%20g%C3%B5", 422, "value=\"Đã gõ\"", NULL },
	{ "vanphong", "/theo-doi/{own}/tien-do", "state=", 422, NULL, NULL },
	{ "lanhdao", "/theo-doi/{own}/tien-do", "state=done", 403, NULL, NULL },
	{ "nguoixem", "/theo-doi/{own}/tien-do", "state=done", 403, NULL, NULL },
	{ "thamdinh", "/theo-doi/{own}/tien-do", "state=done", 403, NULL, NULL },
	{ "vanphong", "/theo-doi/{foreign}/tien-do", "state=done", 404, NULL, NULL },
	{ "vanphong", "/theo-doi/99999/tien-do", "state=done", 404, NULL, NULL },
	{ "vanphong", "/den-han", NULL, 200, "Văn phòng Sở", "Phòng Nghiệp vụ Y" },
	{ "vanphong", "/den-han?when=late", NULL, 200, "Số hóa hồ sơ đầu vào", "Phòng Nghiệp vụ Y" },
	{ "vanphong", "/den-han?unit=3", NULL, 200, "Không có giải pháp nào như vậy", "Số hóa hồ sơ đầu vào" },
	{ "vanphong", "/den-han?person=vanphong", NULL, 200, "Không có giải pháp nào như vậy", NULL },
	{ "vanphong", "/den-han?person=vanphong&lead=4&unit=2", NULL, 200, NULL, NULL },        /* one of them, no complaint */
	{ "vanphong", "/den-han?person=kh%C3%B4ng", NULL, 404, NULL, NULL },
	{ "vanphong", "/den-han?when=8", NULL, 422, NULL, NULL },
	{ "vanphong", "/den-han?page=7", NULL, 200, NULL, NULL },
	{ "quantri", "/den-han", NULL, 200, "Không có giải pháp nào như vậy", "Số hóa hồ sơ đầu vào" },
	{ "", "/den-han", NULL, 303, NULL, NULL },
};

static const char *filled(struct fixture *f, const char *text)
{
	const struct { const char *mark; int64_t id; } marks[] = { { "{own}", f->own.remedy }, { "{foreign}", f->foreign.remedy } };
	str s = str_c(text);
	for (size_t i = 0; text && i < COUNT(marks); i++) {
		size_t at = str_find(s, str_c(marks[i].mark), 0), n = strlen(marks[i].mark);
		if (at < s.n)
			s = str_fmt(f->at.a, "%.*s%lld%.*s", (int)at, s.p, (long long)marks[i].id, (int)(s.n - at - n), s.p + at + n);
	}
	return text ? s.p : NULL;
}

static void asking(struct fixture *f)
{
	for (size_t i = 0; i < COUNT(asked); i++) {
		int64_t before = db_ran(f->at.db), most = asked[i].form ? 24 : 12;
		const struct reply *r = fixture_ask(f, asked[i].login, filled(f, asked[i].address), filled(f, asked[i].form));
		if (r->status != asked[i].status || (asked[i].says && !fixture_says(r, asked[i].says)) ||
		    (asked[i].hides && fixture_says(r, asked[i].hides)) || r->missing || db_ran(f->at.db) - before > most)
			fail_msg("row %zu, %s as %s: %d, %lld statements, missing %zu %.*s\n%.*s", i, asked[i].address, asked[i].login, r->status,
			         (long long)(db_ran(f->at.db) - before), r->missing, SF(r->missing_first), SF(r->body));
	}
}
FIXTURE_BOTH(asking)

static int64_t tellings(struct fixture *f)
{
	CLEANUP(rows_close) struct rows r = { 0 };
	int64_t n = 0;
	OK(&f->at, db_query(f->at.db, Q(progress_page, .who = v_int(AT_OFFICE), .remedy_id = v_int(f->own.remedy), .finding_id = v_int(0),
	                                .limit = v_int(100), .skip = v_int(0)), &r, &f->at.e));
	while (rows_next(&r))
		n++;
	OK(&f->at, rows_done(&r, &f->at.e));
	return n;
}

/* Saved: back to the table as it was filtered, with the row; the one that was there before is kept. */
static void telling(struct fixture *f)
{
	int64_t before = tellings(f);
	str post = str_fmt(f->at.a, "/theo-doi/%lld/tien-do", (long long)f->own.remedy);
	const struct reply *r = fixture_ask(f, "canbo", post.p, "state=in_progress&percent=60&text=%C4%90%C3%A3%20s%E1%BB%91%20h%C3%B3a&on=2026-03-10&lead=V%C4%83n%20ph%C3%B2ng%20S%E1%BB%9F");
	str to = str_fmt(f->at.a, "/theo-doi?unit=2&year=2025&lead=V%%C4%%83n%%20ph%%C3%%B2ng%%20S%%E1%%BB%%9F&saved=%lld#g%lld", (long long)f->own.remedy,
	                 (long long)f->own.remedy);
	assert_int_equal(r->status, 303);
	assert_true(str_eq(r->location, to));
	assert_int_equal(tellings(f), before + 1);
	r = fixture_ask(f, "canbo", str_fmt(f->at.a, "/theo-doi?open=%lld", (long long)f->own.remedy).p, NULL);
	assert_true(fixture_says(r, "60%"));
	assert_true(fixture_says(r, "Đã số hóa 40%"));
}
FIXTURE_BOTH(telling)

/* Published ones are for everybody; who sees only some sees no ranks. */
static void results(struct fixture *f)
{
	OK(&f->at, db_script(f->at.db, "DELETE FROM field_result; DELETE FROM result;"
	                               "INSERT INTO result (id, body_id, cycle_id, points, max, published) SELECT 901, 2, id, 900000, 1000000, 1 FROM cycle WHERE year = 2025;"
	                               "INSERT INTO result (id, body_id, cycle_id, points, max, published) SELECT 902, 3, id, 800000, 1000000, 0 FROM cycle WHERE year = 2025",
	                     &f->at.e));
	int64_t before = db_ran(f->at.db);
	const struct reply *r = fixture_ask(f, "canbo", "/ket-qua?year=2025", NULL);
	assert_int_equal(r->status, 200);
	assert_int_equal(r->missing, 0);
	assert_true(db_ran(f->at.db) - before <= 12);
	assert_true(fixture_says(r, "90,00%") || fixture_says(r, "90%"));
	assert_false(fixture_says(r, "1/1"));
	assert_false(fixture_says(r, "Sở Y tế"));
	OK(&f->at, db_script(f->at.db, "UPDATE result SET published = 1", &f->at.e));
	r = fixture_ask(f, "vpxa", "/ket-qua?year=2025", NULL);
	assert_true(fixture_says(r, "Sở Y tế"));
	assert_true(fixture_says(r, "1/2"));
	assert_true(fixture_says(r, "2/2"));
	OK(&f->at, db_script(f->at.db, "DELETE FROM result", &f->at.e));
	r = fixture_ask(f, "canbo", "/ket-qua?year=2025", NULL);
	assert_int_equal(r->status, 200);
	assert_true(fixture_says(r, "chưa có kết quả nào"));
}
FIXTURE_BOTH(results)

int web_month_tests(void);
int web_month_tests(void)
{
	const struct CMUnitTest tests[] = { AT_ROWS(asking), AT_ROWS(telling), AT_ROWS(results) };
	return cmocka_run_group_tests_name("web_month", tests, NULL, NULL);
}
