#include "app/session.h"
#include "web/fixture.h"
#include "web/slow.h"

/* Who asks for what, and what they get. login "": nobody */
static const struct { const char *login, *address, *form; int status; const char *location, *says; } asked[] = {
	{ "", "/dang-nhap", NULL, 200, NULL, "name=\"password\"" },
	{ "", "/dang-nhap?ve=/tim%3Fq=a", NULL, 200, NULL, "value=\"/tim?q=a\"" },
	{ "", "/dang-nhap?ve=//x.test", NULL, 200, NULL, "name=\"ve\" value=\"\"" },
	{ "", "/dang-nhap?ve=https://x.test", NULL, 200, NULL, "name=\"ve\" value=\"\"" },
	{ "", "/dang-nhap?ve=/%5Cx.test", NULL, 200, NULL, "name=\"ve\" value=\"\"" },
	{ "", "/dang-nhap?ve=/%C4%91", NULL, 200, NULL, "name=\"ve\" value=\"\"" },       /* what is not ours to the letter */
	{ "", "/tai-khoan", NULL, 303, "/dang-nhap?ve=%2Ftai-khoan", NULL },
	{ "", "/doi-don-vi?words=a%20b", NULL, 303, "/dang-nhap?ve=%2Fdoi-don-vi%3Fwords%3Da%2520b", NULL },
	{ "", "/tai-khoan", "password=a", 303, "/dang-nhap?ve=%2Ftai-khoan", NULL },
	{ "", "/dang-xuat", "", 303, "/dang-nhap?ve=%2F", NULL },
	{ "", "/khong-co", NULL, 404, NULL, "Không có trang nào" },
	{ "nguoixem", "/mau-giao-dien", NULL, 200, NULL, "Tỷ lệ hồ sơ nộp trực tuyến" },
	{ "vanphong", "/", NULL, 200, NULL, "Sở Tư pháp" },
	{ "vanphong", "/?unit=4&year=2025", NULL, 200, NULL, "Văn phòng Sở" },
	{ "vanphong", "/?unit=3", NULL, 403, NULL, "Bạn không có quyền" },
	{ "vanphong", "/?year=2031", NULL, 404, NULL, "chưa có kỳ đánh giá năm 2031" },
	{ "quantri", "/?unit=2", NULL, 403, NULL, "Bạn không có quyền" },
	{ "vanphong", "/khong-co", NULL, 404, NULL, "Về trang Tổng quan" },
	{ "vanphong", "/dang-xuat", NULL, 404, NULL, "Không có trang nào" },          /* only POST is there */
	{ "vanphong", "/tai-khoan/", NULL, 404, NULL, NULL },
	{ "vanphong", "/tai-khoa", NULL, 404, NULL, NULL },
	{ "vanphong", "/dang-nhap", NULL, 303, "/", NULL },
	{ "vanphong", "/dang-nhap?ve=/tai-khoan", NULL, 303, "/tai-khoan", NULL },
	{ "vanphong", "/tai-khoan", NULL, 200, NULL, "văn phòng: Sở Tư pháp" },
	{ "quantri", "/tai-khoan", NULL, 200, NULL, "quản trị: UBND tỉnh Trường Giang" },
	{ "vanphong", "/doi-don-vi", NULL, 200, NULL, "Sở Tư pháp" },
	{ "thamdinh", "/doi-don-vi", NULL, 200, NULL, "Sở Tư pháp" },
	{ "quantri", "/doi-don-vi?words=y%20te", NULL, 200, NULL, "href=\"/don-vi/3\">Sở Y tế" },      /* of "/" they have nothing */
	{ "vanphong", "/doi-don-vi", NULL, 200, NULL, "href=\"/?unit=2\">" },
	{ "vanphong", "/ky", NULL, 200, NULL, "href=\"/?unit=2&amp;year=" },                          /* a page of the top; the head is their own */
	{ "quantri", "/ky", NULL, 200, NULL, "href=\"/den-han?unit=" },
	{ "vanphong", "/doi-don-vi?words=y%20te", NULL, 200, NULL, "Không có cơ quan nào" },
	{ "vanphong", "/doi-don-vi?unit=a", NULL, 422, NULL, "không phải là một số" },
	{ "vanphong", "/doi-don-vi?unit=0", NULL, 422, NULL, NULL },
	{ "vanphong", "/doi-don-vi?unit=99999999999999999999", NULL, 422, NULL, NULL },
	{ "vanphong", "/doi-don-vi?words=a%0Ab", NULL, 422, NULL, "ký tự điều khiển" },
	{ "vanphong", "/doi-don-vi?words=%FF", NULL, 422, NULL, "UTF-8" },
	{ "vanphong", "/doi-don-vi?words=a%00b", NULL, 422, NULL, NULL },
	{ "vanphong", "/doi-don-vi?nao=a", NULL, 200, NULL, NULL },                      /* what is not declared is not seen */
	{ "vanphong", "/tai-khoan", "password=a&fresh=b&again=c", 422, NULL, "không giống nhau" },
	{ "vanphong", "/tai-khoan", "password=a&fresh=b", 422, NULL, "chưa được điền" },
	{ "", "/dang-nhap", "login=&password=x", 403, NULL, "mở đã lâu" },                 /* without a cookie there is no form of ours */
};

static void asking(struct fixture *f)
{
	for (size_t i = 0; i < COUNT(asked); i++) {
		const struct reply *r = fixture_ask(f, asked[i].login, asked[i].address, asked[i].form);
		str to = r->location;
		if (r->status != asked[i].status || (asked[i].location && !str_eq(to, str_c(asked[i].location))) ||
		    (asked[i].says && !fixture_says(r, asked[i].says)) || r->missing)
			fail_msg("row %zu, %s: %d %.*s missing %zu %.*s\n%.*s", i, asked[i].address, r->status, SF(to), r->missing, SF(r->missing_first), SF(r->body));
	}
	assert_int_equal(f->r.who.person, 0);              /* nothing of the last one stays */
	assert_int_equal(f->r.who.login.n, 0);
	assert_int_equal(f->r.person_name.n, 0);
}
FIXTURE_BOTH(asking)

/* -- forms ---------------------------------------------------------------------------------------------- */

static void forms(struct fixture *f)
{
	static const char form[] = "password=a&fresh=b&again=c";
	str cookie = fixture_cookie(f->at.a, "vanphong"), other = fixture_cookie(f->at.a, "khach");
	assert_int_equal(fixture_ask_as(f, cookie, false, "/tai-khoan", form)->status, 403);
	assert_true(fixture_says(&f->ret, "name=\"fresh\""));                /* the form is there again, with a new token */
	assert_true(fixture_says(&f->ret, form_token(f->at.a, cookie).p));
	assert_false(fixture_says(&f->ret, "value=\"b\""));                  /* and no password in it */
	str stolen = str_fmt(f->at.a, "%s&token=%s", form, form_token(f->at.a, other).p);
	assert_int_equal(fixture_ask_as(f, cookie, false, "/tai-khoan", stolen.p)->status, 403);
	str good = str_fmt(f->at.a, "%s&token=%s", form, form_token(f->at.a, cookie).p);
	assert_int_equal(fixture_ask_as(f, cookie, false, "/tai-khoan", good.p)->status, 422);      /* past the gate: the two differ */

	static const struct { const char *origin; int status; } origins[] = {
		{ "http://khacphuc.test", 422 }, { "https://khacphuc.test", 422 }, { "https://khacphuc.test.evil.test", 403 }, { "null", 403 }, { "https://evil.test", 403 },
	};
	for (size_t i = 0; i < COUNT(origins); i++) {
		f->origin = origins[i].origin;
		if (fixture_ask(f, "vanphong", "/tai-khoan", form)->status != origins[i].status)
			fail_msg("%s: %d", origins[i].origin, f->ret.status);
		assert_true(origins[i].status == 422 || !fixture_says(&f->ret, "name=\"fresh\""));
	}
}
FIXTURE_BOTH(forms)

static void programs(struct fixture *f)
{
	f->json = true;
	fixture_ask(f, "", "/tai-khoan", NULL);
	assert_int_equal(f->ret.status, 401);
	assert_true(fixture_says(&f->ret, "\"problem\":{\"message\":\"Chưa đăng nhập.\""));
	fixture_ask(f, "vanphong", "/tai-khoan", NULL);
	assert_int_equal(f->ret.status, 200);
	assert_true(fixture_says(&f->ret, "\"login\":\"vanphong\""));
	assert_true(fixture_says(&f->ret, "\"findings_change\":true"));
	assert_true(fixture_says(&f->ret, "\"form_token\":\""));
	assert_true(fixture_says(&f->ret, "\"body_name\":\"Sở Tư pháp\""));
	assert_true(fixture_says(&f->ret, "\"role\":\"office\""));
	fixture_ask(f, "vanphong", "/tai-khoan", "password=a&fresh=b&again=c");
	assert_int_equal(f->ret.status, 422);
	assert_true(fixture_says(&f->ret, "\"hint\":\"Gõ lại cả hai.\""));
	fixture_ask(f, "vanphong", "/dang-xuat", "");
	assert_int_equal(f->ret.status, 200);
	assert_true(fixture_says(&f->ret, "\"location\":\"/dang-nhap\",\"notices\":[{\"text\":\"Bạn đã đăng xuất.\"}]"));
	assert_int_equal(fixture_ask(f, "vanphong", "/tai-khoan", NULL)->status, 401);
}
FIXTURE_BOTH(programs)

/* -- logging in ------------------------------------------------------------------------------------------ */

static str secret_of(struct fixture *f, const struct reply *r)
{
	size_t from = strlen("khacphuc=");
	assert_true(str_starts(r->cookie, S("khacphuc=")));
	return str_copy(f->at.a, str_sub(r->cookie, from, str_find(r->cookie, S(";"), 0)));
}

static const char *login_form(struct fixture *f, const char *password, const char *back)
{
	struct buf b = buf_open(f->at.a);
	for (const char *p = password; *p; p++)
		buf_fmt(&b, "%%%02X", (unsigned)(unsigned char)*p);
	return str_fmt(f->at.a, "login=vanphong&password=%s&ve=%s", b.p, back).p;
}

static void logging_in(struct fixture *f)
{
	fixture_password(f, "vanphong");
	fixture_ask(f, "vanphong", "/tai-khoan", NULL);
	assert_int_equal(f->ret.status, 303);              /* the password is another: the old session is over */
	fixture_ask(f, "", "/dang-nhap", NULL);
	str fresh = secret_of(f, &f->ret);
	assert_true(str_ends(f->ret.cookie, S("; HttpOnly; SameSite=Lax; Path=/")));
	fixture_ask_as(f, fresh, true, "/dang-nhap", login_form(f, "sai hết cả rồi", "/tai-khoan"));
	assert_int_equal(f->ret.status, 403);
	assert_true(fixture_says(&f->ret, "value=\"vanphong\""));
	assert_true(fixture_says(&f->ret, "value=\"/tai-khoan\""));
	fixture_ask_as(f, fresh, true, "/dang-nhap", login_form(f, FIXTURE_PASSWORD, "//evil.test"));
	assert_string_equal(f->ret.location.p, "/");
	fixture_ask_as(f, fresh, true, "/dang-nhap", login_form(f, FIXTURE_PASSWORD, "/tai-khoan%3Funit=2"));
	assert_int_equal(f->ret.status, 303);
	assert_string_equal(f->ret.location.p, "/tai-khoan?unit=2");
	str session = secret_of(f, &f->ret);
	assert_false(str_eq(session, fresh));              /* nobody can have planted it */
	fixture_ask_as(f, session, true, "/tai-khoan", NULL);
	assert_int_equal(f->ret.status, 200);

	fixture_ask_as(f, session, true, "/dang-xuat", "");
	assert_int_equal(f->ret.status, 303);
	str next = secret_of(f, &f->ret), flash = str_copy(f->at.a, f->ret.flash);
	size_t from = strlen("khacphuc_tin=");
	assert_true(flash.n > from);
	assert_int_equal(fixture_ask_as(f, session, true, "/tai-khoan", NULL)->status, 303);
	str sealed = str_sub(flash, from, str_find(flash, S(";"), 0));
	assert_string_equal(session_unseal(f->at.a, next, sealed).p, "Bạn đã đăng xuất.");
	assert_int_equal(session_unseal(f->at.a, session, sealed).n, 0);
}
FIXTURE_BOTH(logging_in)

static void changing(struct fixture *f)
{
	fixture_password(f, "vanphong");
	fixture_ask(f, "", "/dang-nhap", NULL);
	fixture_ask_as(f, secret_of(f, &f->ret), true, "/dang-nhap", login_form(f, FIXTURE_PASSWORD, ""));
	str one = secret_of(f, &f->ret);
	fixture_ask_as(f, one, true, "/tai-khoan", "password=sai&fresh=cau+khac+de+nho&again=cau+khac+de+nho");
	assert_int_equal(f->ret.status, 422);
	assert_true(fixture_says(&f->ret, "Mật khẩu đang dùng không đúng"));
	str form = str_fmt(f->at.a, "password=%s&fresh=ngan&again=ngan", FIXTURE_PASSWORD);
	fixture_ask_as(f, one, true, "/tai-khoan", form.p);
	assert_int_equal(f->ret.status, 422);
	assert_true(fixture_says(&f->ret, "ít nhất"));
	form = str_fmt(f->at.a, "password=%s&fresh=cau+khac+de+nho&again=cau+khac+de+nho", FIXTURE_PASSWORD);
	fixture_ask_as(f, one, true, "/tai-khoan", form.p);
	assert_int_equal(f->ret.status, 303);
	str two = secret_of(f, &f->ret);
	assert_int_equal(fixture_ask_as(f, one, true, "/tai-khoan", NULL)->status, 303);
	assert_int_equal(fixture_ask_as(f, two, true, "/tai-khoan", NULL)->status, 200);
}
FIXTURE_BOTH(changing)

/* -- who fails waits -------------------------------------------------------------------------------------- */

static void waiting(struct fixture *f)
{
	str fresh = fixture_cookie(f->at.a, "ai đó");
	f->slow = slow_open();
	int tries = 0;
	do {
		fixture_ask_as(f, fresh, true, "/dang-nhap", login_form(f, "sai hết cả rồi", ""));
		tries++;
	} while (f->ret.status == 403 && tries < 20);
	assert_int_equal(f->ret.status, 429);
	assert_int_equal(tries, 5);                        /* four are free; the fourth begins the wait */
	assert_true(f->ret.retry_after > 0);
	assert_true(fixture_says(&f->ret, "giây rồi thử lại"));
	assert_true(fixture_says(&f->ret, "name=\"password\""));
	slow_close(&f->slow);
}
FIXTURE_BOTH(waiting)

/* Templates may ask for every right that anybody can have. */
static void named(struct fixture *f)
{
	CLEANUP(rows_close) struct rows rows = { 0 };
	static const char *const names[] = {
#define RIGHT(area, act) #area "_" #act,
#include "web/rights.def"
#undef RIGHT
	};
	size_t n = 0;
	OK(&f->at, db_query(f->at.db, Q(rights_all, 0), &rows, &f->at.e));
	for (; rows_next(&rows); n++) {
		str is = str_fmt(f->at.a, "%s_%s", col_text(&rows, f->at.a, 0).p, col_text(&rows, f->at.a, 1).p);
		size_t k = 0;
		while (k < COUNT(names) && !str_eq(is, str_c(names[k])))
			k++;
		if (k == COUNT(names))
			fail_msg("web/rights.def: no %.*s", SF(is));
	}
	assert_int_equal(n, COUNT(names));
}
FIXTURE_BOTH(named)

/* Every statement before the page's own: session, place, rights, years. */
static void counted(struct fixture *f)
{
	int64_t ran = db_ran(f->at.db);
	fixture_ask(f, "vanphong", "/tai-khoan", NULL);
	assert_int_equal(db_ran(f->at.db) - ran, 1 + 1 + 3);
	ran = db_ran(f->at.db);
	fixture_ask(f, "", "/dang-nhap", NULL);
	assert_int_equal(db_ran(f->at.db) - ran, 0);
}
FIXTURE_BOTH(counted)

/* A record serves as long as its worker lives: nothing of a request stays in its own arena. */
static void steady(struct fixture *f)
{
	static const char *const addresses[] = { "/", "/tai-khoan", "/doi-don-vi?words=so", "/khong-co", "/?unit=3", "/dang-nhap" };
	CLEANUP(arena_close) struct arena *own = arena_open(1);                 /* whoever takes from it ends the process */
	for (size_t i = 0; i < COUNT(addresses); i++)
		fixture_ask(f, "vanphong", addresses[i], NULL);
	struct arena *was = f->r.a;
	f->r.a = own;
	for (size_t i = 0; i < COUNT(addresses); i++)
		fixture_ask(f, "vanphong", addresses[i], NULL);
	fixture_ask(f, "vanphong", "/tai-khoan", "password=a&fresh=b&again=c");
	fixture_ask(f, "vanphong", "/dang-xuat", "");
	assert_int_equal(f->ret.status, 303);
	f->r.a = was;
}
FIXTURE_BOTH(steady)

int web_dispatch_tests(void)
{
	const struct CMUnitTest tests[] = { AT_ROWS(asking), AT_ROWS(forms), AT_ROWS(programs), AT_ROWS(logging_in), AT_ROWS(changing),
	    AT_ROWS(waiting), AT_ROWS(named), AT_ROWS(counted), AT_ROWS(steady) };
	return cmocka_run_group_tests(tests, NULL, NULL);
}
