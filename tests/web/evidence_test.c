#include "app/incoming.h"
#include "app/session.h"
#include "base/file.h"
#include "store/db.h"
#include "web/fixture.h"

static str file(struct fixture *f, const char *name, const char *bytes)
{
	OK(&f->at, folder_put(&f->dir, str_c(name), str_c(bytes), &f->at.e));
	return str_fmt(f->at.a, "%.*s/%s", SF(f->dir.path), name);
}

/* What a browser does: begins, sends pieces, sends the form with the id. */
static str upload(struct fixture *f, const char *login, const char *name, const char *bytes)
{
	struct incoming x;
	struct person_here who;
	OK(&f->at, session_find(&f->r, f->at.a, fixture_cookie(f->at.a, login), &who, &f->at.e));
	OK(&f->at, incoming_begin(&f->r, f->at.a, str_c(name), (int64_t)strlen(bytes), &x, &f->at.e));
	OK(&f->at, incoming_piece(&f->r, f->at.a, x.id, 0, file(f, name, bytes).p, &x, &f->at.e));
	record_nobody(&f->r);
	return x.id;
}

static const struct reply *post(struct fixture *f, const char *login, const char *address, str form)
{
	return fixture_ask(f, login, address, str_copy(f->at.a, form).p);
}

static void listed(struct fixture *f)
{
	struct arena *a = f->at.a;
	const char *list = str_fmt(a, "/minh-chung?unit=%lld&year=2025", (long long)f->own.body).p;
	const struct reply *r = fixture_ask(f, "vanphong", list, NULL);
	assert_int_equal(r->status, 200);
	assert_int_equal(r->missing, 0);
	assert_true(fixture_says(r, "Báo cáo số hóa") && fixture_says(r, "Bị trừ điểm mà chưa có minh chứng") && fixture_says(r,
	        "Lưu minh chứng"));
	assert_true(fixture_says(r, ">1.1</a>"));                  /* nothing proves it yet */
	assert_false(fixture_says(fixture_ask(f, "nguoixem", list, NULL), "Lưu minh chứng"));
	static const struct { const char *with; bool has; } rows[] = {
		{ "&words=bao+cao", true }, { "&words=so+hoa+12", true }, { "&words=khong+co", false }, { "&unlinked=1", false },
		        { "&expiring=1", false },
		{ "&of=G999", false }, { "&of=9.9", false },
	};
	for (size_t i = 0; i < COUNT(rows); i++)
		if (fixture_says(fixture_ask(f, "vanphong", str_fmt(a, "%s%s", list, rows[i].with).p, NULL),
		        "Báo cáo số hóa") != rows[i].has)
			fail_msg("%s", rows[i].with);
	assert_true(fixture_says(fixture_ask(f, "vanphong", str_fmt(a, "%s&of=G%lld", list, (long long)f->own.remedy).p, NULL),
	        "Báo cáo số hóa"));
	r = fixture_ask(f, "vanphong", str_fmt(a, "%s&targets=T%lld", list, (long long)f->own.finding).p, NULL);
	assert_true(fixture_says(r, str_fmt(a, "value=\"T%lld\"", (long long)f->own.finding).p));
}
FIXTURE_BOTH(listed)

static void kept(struct fixture *f)
{
	struct arena *a = f->at.a;
	str one = upload(f, "vanphong", "Biên bản kiểm tra.pdf", "nội dung");
	str form = str_fmt(a, "unit=%lld&year=2025&targets=1.1%%2C+T%lld&where=trang+3&expires=2026-01-02&uploaded=%.*s",
	        (long long)f->own.body,
	                   (long long)f->own.finding, SF(one));
	const struct reply *r = post(f, "vanphong", "/minh-chung", form);
	if (r->status != 303)
		fail_msg("%.*s", SF(r->body));
	str place = str_copy(a, r->location);
	r = fixture_ask(f, "vanphong", place.p, NULL);
	assert_int_equal(r->missing, 0);
	assert_true(fixture_says(r, "Biên bản kiểm tra</h1>") && fixture_says(r, "đã hết hiệu lực") && fixture_says(r, "trang 3") &&
	        fixture_says(r, "1.1"));
	str bytes;
	r = fixture_ask(f, "nguoixem", str_fmt(a, "%.*s/tep", SF(place)).p, NULL);
	assert_true(r->kind == REPLY_FILE && str_eq(r->name, S("Biên bản kiểm tra.pdf")) && str_eq(r->type, S("application/octet-stream")));
	OK(&f->at, file_read(a, r->path.p, 100, &bytes, &f->at.e));
	assert_true(str_eq(bytes, S("nội dung")));
	assert_int_equal(post(f, "vanphong", "/minh-chung", form)->status, 404);                       /* the pieces are gone */
	assert_true(fixture_says(&f->ret, "value=\"trang 3\""));                                       /* and what was typed is not */

	/* the same bytes again, of somebody else: told, kept once */
	str again = upload(f, "canbo", "lần hai.pdf", "nội dung");
	r = post(f, "canbo", "/minh-chung", str_fmt(a, "unit=%lld&targets=G%lld&uploaded=%.*s", (long long)f->own.body,
	        (long long)f->own.remedy, SF(again)));
	assert_int_equal(r->status, 303);
	assert_true(r->notices.n == 2 && str_find(r->notices.at[1], S("đã có trong hồ sơ từ trước"), 0) < r->notices.at[1].n);

	/* others' pieces, and a finding of another body */
	str own = upload(f, "vanphong", "a.pdf", "a");
	assert_int_equal(post(f, "canbo", "/minh-chung", str_fmt(a, "unit=%lld&targets=G%lld&uploaded=%.*s", (long long)f->own.body,
	                      (long long)f->own.remedy, SF(own)))->status, 404);
	assert_int_equal(post(f, "vanphong", "/minh-chung", str_fmt(a, "unit=%lld&targets=T%lld&uploaded=%.*s", (long long)f->own.body,
	                      (long long)f->foreign.finding, SF(own)))->status, 404);
	assert_int_equal(post(f, "vanphong", "/minh-chung", str_fmt(a, "unit=%lld&targets=&uploaded=%.*s", (long long)f->own.body,
	        SF(own)))->status, 422);
}
FIXTURE_BOTH(kept)

static void revised(struct fixture *f)
{
	struct arena *a = f->at.a;
	str place = str_fmt(a, "/minh-chung/%lld", (long long)f->own.evidence), fresh = upload(f, "canbo", "bản hai.txt", "bản hai");
	assert_int_equal(post(f, "canbo", place.p, str_fmt(a, "revision=1&title=B%%C3%%A1o+c%%C3%%A1o+m%%E1%%BB%%9Bi&uploaded=%.*s",
	        SF(fresh)))->status, 303);
	assert_int_equal(post(f, "vanphong", place.p, S("revision=1&title=C%C5%A9"))->status, 409);          /* somebody was faster */
	assert_true(fixture_says(&f->ret, "Đỗ Cán Bộ") && fixture_says(&f->ret, "value=\"Cũ\""));
	const struct reply *r = fixture_ask(f, "vanphong", place.p, NULL);
	assert_true(fixture_says(r, "Báo cáo mới") && fixture_says(r, "bản hai.txt") && fixture_says(r, "tep?ord=1"));
	r = fixture_ask(f, "vanphong", str_fmt(a, "%.*s/tep?ord=1", SF(place)).p, NULL);
	assert_int_equal(r->kind, REPLY_FILE);
	assert_int_equal(fixture_ask(f, "vanphong", str_fmt(a, "%.*s/tep?ord=9", SF(place)).p, NULL)->status, 404);
	assert_int_equal(post(f, "vanphong", str_fmt(a, "%.*s/gan", SF(place)).p, S("targets=1.1&where=m%E1%BB%A5c+II"))->status, 303);
	assert_true(fixture_says(fixture_ask(f, "vanphong", place.p, NULL), "mục II"));
	assert_int_equal(post(f, "vanphong", str_fmt(a, "%.*s/gan", SF(place)).p, S("targets=T999"))->status, 404);

	/* damaged on the disk: nobody gets it */
	str path = str_copy(a, fixture_ask(f, "vanphong", str_fmt(a, "%.*s/tep", SF(place)).p, NULL)->path);
	OK(&f->at, file_write(a, path.p, S("khác"), true, &f->at.e));
	assert_int_equal(fixture_ask(f, "vanphong", str_fmt(a, "%.*s/tep", SF(place)).p, NULL)->status, 422);
}
FIXTURE_BOTH(revised)

/* At most 12 statements a page. */
static void few(struct fixture *f)
{
	const char *pages[] = { "/minh-chung", str_fmt(f->at.a, "/minh-chung/%lld", (long long)f->own.evidence).p, "/tim?words=ho+so",
	        "/van-ban",
		                str_fmt(f->at.a, "/van-ban/%lld", (long long)f->own.document).p };
	for (size_t i = 0; i < COUNT(pages); i++) {
		int64_t before = db_ran(f->at.db);
		const struct reply *r = fixture_ask(f, "vanphong", pages[i], NULL);
		if (r->status != 200 || r->missing || db_ran(f->at.db) - before > 12)
			fail_msg("%s: %d, %lld statements, missing %.*s", pages[i], r->status, (long long)(db_ran(f->at.db) - before),
			        SF(r->missing_first));
	}
}
FIXTURE_BOTH(few)

static void found(struct fixture *f)
{
	const struct reply *r = fixture_ask(f, "vanphong", "/tim?words=so+hoa", NULL);
	assert_true(fixture_says(r, "<mark>Số</mark> <mark>hóa</mark>") || fixture_says(r, "<mark>số</mark> <mark>hóa</mark>"));
	assert_true(fixture_says(r, str_fmt(f->at.a, "href=\"/minh-chung/%lld\"", (long long)f->own.evidence).p));
	assert_true(fixture_says(r, str_fmt(f->at.a, "href=\"/ton-tai/%lld\"", (long long)f->own.finding).p));
	assert_false(fixture_says(r, str_fmt(f->at.a, "href=\"/minh-chung/%lld\"", (long long)f->foreign.evidence).p));
	assert_false(fixture_says(fixture_ask(f, "quantri", "/tim?words=so+hoa", NULL), "<mark>"));
	static const struct { const char *address, *says; } rows[] = {
		{ "/tim?words=khongcogi", "Không tìm thấy gì" }, { "/tim", "Ví dụ" }, { "/tim?words=%3F%3F", "không có chữ hay số nào" },
		{ "/tim?words=so&unit_name=khong+co", "Không có đúng một đơn vị" }, { "/tim?words=so+hoa&kind=evidence", "Báo cáo" },
		{ "/tim?words=so+hoa&kind=document", "Không tìm thấy gì" }, { "/tim?words=%3Cb%3Eso", "&lt;b&gt;so" },
		{ "/tim?words=so+hoa&page=9", "kết quả tìm chỉ có" }, { "/tim?words=kinh+phi", "/kien-nghi?unit=" },
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		r = fixture_ask(f, "vanphong", rows[i].address, NULL);
		if (r->status != 200 || r->missing || !fixture_says(r, rows[i].says))
			fail_msg("%s: %d\n%.*s", rows[i].address, r->status, SF(r->body));
	}
}
FIXTURE_BOTH(found)

static void documents(struct fixture *f)
{
	struct arena *a = f->at.a;
	const struct reply *r = fixture_ask(f, "vanphong", "/van-ban?kind=plan", NULL);
	assert_true(fixture_says(r, "kế hoạch") && fixture_says(r, str_fmt(a, "href=\"/van-ban/%lld\"", (long long)f->own.document).p));
	assert_true(fixture_says(fixture_ask(f, "vanphong", "/van-ban?kind=letter", NULL), "Không có văn bản nào như vậy"));
	r = fixture_ask(f, "vanphong", str_fmt(a, "/van-ban/%lld", (long long)f->own.document).p, NULL);
	assert_true(fixture_says(r, "Ban hành chậm") && fixture_says(r, "đã lấy") && fixture_says(r, "ke-hoach.md"));
	r = fixture_ask(f, "vanphong", str_fmt(a, "/van-ban/%lld/tep", (long long)f->own.document).p, NULL);
	assert_true(r->kind == REPLY_FILE && str_eq(r->name, S("ke-hoach.md")));
}
FIXTURE_BOTH(documents)

int web_evidence_tests(void)
{
	const struct CMUnitTest tests[] = { AT_ROWS(listed), AT_ROWS(kept), AT_ROWS(revised), AT_ROWS(few), AT_ROWS(found),
	        AT_ROWS(documents) };
	return cmocka_run_group_tests(tests, NULL, NULL);
}
