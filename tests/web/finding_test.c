#include "web/fixture.h"
#include "app/plan.h"

/* Who asks for what of the pages of findings, and what they get. {f}, {r}, {q}: the fixture's own finding, remedy, request; {u}: body. */
static const struct { const char *login, *address, *form; int status; const char *location, *says, *hides; } asked[] = {
	/* the list */
	{ "vanphong", "/ton-tai", NULL, 200, NULL, "Hồ sơ trễ hạn còn 8%", NULL },
	{ "vanphong", "/ton-tai", NULL, 200, NULL, "name=\"pick\" value=\"{r}-1\"", NULL },
	{ "vanphong", "/ton-tai", NULL, 200, NULL, "<strong>3 tồn tại</strong>, mất 1,75 điểm", NULL },
	{ "vanphong", "/ton-tai?text=ban+hanh", NULL, 200, NULL, "1.1 Ban hành kế hoạch CCHC", "Rà soát văn bản" },
	{ "vanphong", "/ton-tai?text=T{f}", NULL, 200, NULL, "T{f}", "Ban hành kế hoạch" },
	{ "vanphong", "/ton-tai?field=2", NULL, 200, NULL, "2.1 Rà soát văn bản", "Ban hành kế hoạch" },
	{ "vanphong", "/ton-tai?field=-", NULL, 200, NULL, "Không thuộc tiêu chí nào", "Ban hành kế hoạch" },
	{ "vanphong", "/ton-tai?lack=remedy", NULL, 200, NULL, "Không có tồn tại nào như vậy", NULL },
	{ "vanphong", "/ton-tai?state=xyz", NULL, 422, NULL, "không có lựa chọn", NULL },
	{ "vanphong", "/ton-tai?page=9", NULL, 200, NULL, "3 tồn tại", "Hồ sơ trễ hạn" },
	{ "vanphong", "/ton-tai?text=%22%3E%3Cscript%3E", NULL, 200, NULL, "&lt;script&gt;", "<script>\"" },
	{ "nguoixem", "/ton-tai", NULL, 200, NULL, "Hồ sơ trễ hạn", "Giao việc" },
	{ "lanhdao", "/ton-tai", NULL, 200, NULL, "Hồ sơ trễ hạn", "Thêm một tồn tại" },
	{ "canbo", "/ton-tai", NULL, 200, NULL, "Hồ sơ trễ hạn", "name=\"pick\"" },
	/* one finding */
	{ "vanphong", "/ton-tai/{f}", NULL, 200, NULL, "Sửa tồn tại", NULL },
	{ "vanphong", "/ton-tai/{f}", NULL, 200, NULL, "Đã số hóa 40%", NULL },
	{ "vanphong", "/ton-tai/{f}", NULL, 200, NULL, "Báo cáo số hóa", NULL },
	{ "vanphong", "/ton-tai/{f}", NULL, 200, NULL, "<option value=\"Sở Y tế\">", NULL },
	{ "canbo", "/ton-tai/{f}", NULL, 200, NULL, "Báo tiến độ", "Sửa giải pháp" },
	{ "canbo", "/ton-tai/{f}", NULL, 200, NULL, "đề xuất với Văn phòng", "name=\"why\"" },
	{ "lanhdao", "/ton-tai/{f}", NULL, 200, NULL, "Số hóa hồ sơ đầu vào", "Báo tiến độ" },
	{ "nguoixem", "/ton-tai/{f}", NULL, 200, NULL, "Số hóa hồ sơ đầu vào", "<form method=\"post\" action=\"/giai-phap" },
	{ "nguoixem", "/ton-tai/{f}", NULL, 200, NULL, "lãnh đạo và văn phòng của đơn vị xem được", NULL },
	{ "vanphong", "/ton-tai/999999", NULL, 404, NULL, "Không có tồn tại số 999999", NULL },
	/* refused, with what was typed */
	{ "vanphong", "/ton-tai", "cause=Thieu+may", 422, NULL, "Tồn tại cần mã tiêu chí hoặc nội dung", NULL },
	{ "vanphong", "/ton-tai", "cause=Thieu+may&text=&origin=inspection", 422, NULL, "Thieu may</textarea>", NULL },
	{ "vanphong", "/ton-tai", "code=9.9.9&text=a", 404, NULL, "Không có tiêu chí 9.9.9", "không như vậy" },
	{ "vanphong", "/ton-tai", "text=a&max=1&points=2", 422, NULL, "Điểm không khớp", NULL },
	{ "vanphong", "/ton-tai/{f}", "lost=mot&cause=Khac", 422, NULL, "Khac</textarea>", NULL },
	{ "vanphong", "/ton-tai/{f}", "revision=7&cause=Khac", 409, NULL, "Khac</textarea>", NULL },
	{ "vanphong", "/giai-phap", "finding={f}&text=&due=30/6/2026", 422, NULL, "value=\"30/6/2026\"", NULL },
	{ "vanphong", "/giai-phap", "finding={f}&text=Lam+ngay&due=s%E1%BB%9Bm", 422, NULL, "Không hiểu thời hạn “sớm”", NULL },
	{ "vanphong", "/giai-phap", "finding={f}&text=Lam+ngay&due=s%E1%BB%9Bm", 422, NULL, "Lam ngay</textarea>", NULL },
	{ "vanphong", "/giai-phap", "text=a", 422, NULL, "chưa được điền", NULL },
	{ "vanphong", "/giai-phap/{r}", "finding={f}&text=&lead=Phong+x", 422, NULL, "value=\"Phong x\"", NULL },
	{ "vanphong", "/giai-phap/{r}", "finding={f}&text=Khac&revision=9", 409, NULL, "Khac</textarea>", NULL },
	{ "vanphong", "/giai-phap/{r}/bo", "finding={f}", 422, NULL, "chưa được điền", NULL },
	{ "vanphong", "/giai-phap/{r}/bo", "finding={f}&why=Thoi&revision=9", 409, NULL, "Thoi</textarea>", NULL },
	{ "vanphong", "/giai-phap/{r}/tien-do", "finding={f}&percent=40", 422, NULL, "value=\"40\"", NULL },
	{ "vanphong", "/giai-phap/{r}/tien-do", "finding={f}&state=done&percent=140", 422, NULL, "từ 0 đến 100", NULL },
	{ "vanphong", "/giai-phap/{r}/tien-do", "finding={f}&state=done&on=hom+qua", 422, NULL, "value=\"hom qua\"", NULL },
	{ "vanphong", "/giai-phap/giao?unit={u}", "to_due=30/9/2026", 422, NULL, "Chưa chọn giải pháp nào", NULL },
	{ "vanphong", "/giai-phap/giao?unit={u}", "pick={r}-1", 422, NULL, "Chưa nói giao cho ai", NULL },
	{ "vanphong", "/giai-phap/giao?unit={u}", "pick={r}-1", 422, NULL, "value=\"{r}-1\" aria-label=\"Chọn G{r}\" checked", NULL },
	{ "vanphong", "/giai-phap/giao?unit={u}", "pick={r}-9&to_due=30/9/2026", 409, NULL, "value=\"30/9/2026\"", NULL },
	{ "vanphong", "/giai-phap/giao?unit={u}", "pick=a-b&to_due=30/9/2026", 422, NULL, "không đọc được", NULL },
	{ "vanphong", "/giai-phap/giao?unit={u}", "pick=7&to_due=30/9/2026", 422, NULL, "không đọc được", NULL },
	{ "vanphong", "/giai-phap/giao?unit={u}", "pick=99999999999999999999-1&to_due=30/9/2026", 422, NULL, "không đọc được", NULL },
	{ "vanphong", "/kien-nghi", "text=", 422, NULL, "Kiến nghị chưa có nội dung", NULL },
	{ "vanphong", "/kien-nghi/{q}/tra-loi?unit={u}", "text=a&on=mai", 422, NULL, "value=\"mai\"", NULL },
	/* requests */
	{ "vanphong", "/kien-nghi", NULL, 200, NULL, "Cấp kinh phí số hóa", NULL },
	{ "nguoixem", "/kien-nghi", NULL, 200, NULL, "chưa có trả lời", "Ghi trả lời" },
};

static str filled(struct fixture *f, const char *s)
{
	struct buf b = buf_open(f->at.a);
	for (; *s; s++) {
		bool name = s[0] == '{' && s[1] && s[2] == '}';
		char c = name ? s[1] : 0;
		int64_t id = c == 'f' ? f->own.finding : c == 'r' ? f->own.remedy : c == 'q' ? f->own.request : f->own.body;
		if (name) {
			buf_fmt(&b, "%lld", (long long)id);
			s += 2;
		} else
			buf_put(&b, (str){ s, 1 });
	}
	return buf_str(&b);
}

static void asking(struct fixture *f)
{
	for (size_t i = 0; i < COUNT(asked); i++) {
		str form = asked[i].form ? filled(f, asked[i].form) : (str){ 0 };
		const char *address = filled(f, asked[i].address).p;
		const struct reply *r = fixture_ask(f, asked[i].login, address, asked[i].form ? form.n ? form.p : "" : NULL);
		if (r->status != asked[i].status || (asked[i].says && !fixture_says(r, filled(f, asked[i].says).p)) ||
		    (asked[i].hides && fixture_says(r, asked[i].hides)) || r->missing)
			fail_msg("row %zu, %s %s: %d, missing %zu %.*s\n%.*s", i, asked[i].address, asked[i].form ? asked[i].form : "", r->status, r->missing,
			         SF(r->missing_first), SF(r->body));
	}
}
FIXTURE_BOTH(asking)

static const struct reply *post(struct fixture *f, const char *login, const char *address, const char *form, const char *to)
{
	const struct reply *r = fixture_ask(f, login, filled(f, address).p, filled(f, form).p);
	str want = filled(f, to);
	if (r->status != 303 || !str_eq(r->location, want))
		fail_msg("%s %s: %d %.*s, not %.*s\n%.*s", address, form, r->status, SF(r->location), SF(want), SF(r->body));
	return r;
}

static bool told(struct fixture *f, const char *words)
{
	for (size_t i = 0; i < f->ret.notices.n; i++)
		if (str_find(f->ret.notices.at[i], str_c(words), 0) < f->ret.notices.at[i].n)
			return true;
	return false;
}

static bool shows(struct fixture *f, const char *login, const char *address, const char *words)
{
	fixture_ask(f, login, filled(f, address).p, NULL);
	return f->ret.status == 200 && fixture_says(&f->ret, filled(f, words).p);
}

/* What the office does, one thing after the other, and what is seen of it. */
static void working(struct fixture *f)
{
	post(f, "vanphong", "/ton-tai/{f}", "revision=1&text=H%E1%BB%93+s%C6%A1%0Atr%E1%BB%85&cause=Thieu+may&note=&max=2&points=1,5&lost=0,7&state=open", "/ton-tai/{f}");
	assert_true(shows(f, "nguoixem", "/ton-tai/{f}", "Hồ sơ trễ"));                  /* on one line */
	assert_true(shows(f, "nguoixem", "/ton-tai/{f}", "<dt>Điểm bị trừ</dt><dd><strong>0,5</strong>"));
	assert_true(shows(f, "lanhdao", "/ton-tai/{f}", "nguyên nhân: Thiếu người → Thieu may"));

	post(f, "vanphong", "/giai-phap", "finding={f}&text=Niem+yet+lai&lead=S%E1%BB%9F+Y+t%E1%BA%BF&supports=V%C4%83n+ph%C3%B2ng+S%E1%BB%9F%0D%0A%0D%0ACong+an+tinh&person=canbo"
	     "&due=Qu%C3%BD+IV/2026&effort=2+ngay&expected=0,25", str_fmt(f->at.a, "/ton-tai/{f}#g%lld", (long long)f->commune.remedy + 1).p);
	assert_true(told(f, "Thời hạn “Quý IV/2026”: hết ngày 31/12/2026."));
	assert_true(shows(f, "nguoixem", "/ton-tai/{f}", "Sở Y tế, Đỗ Cán Bộ phụ trách"));
	assert_true(shows(f, "nguoixem", "/ton-tai/{f}", "Văn phòng Sở<br>Cong an tinh<br>"));

	post(f, "vanphong", "/giai-phap/{r}", "finding={f}&revision=1&due=th%C6%B0%E1%BB%9Dng+xuy%C3%AAn,+r%C3%A0+so%C3%A1t+h%C3%A0ng+th%C3%A1ng", "/ton-tai/{f}#g{r}");
	assert_true(told(f, "kỳ rà soát tới là"));
	assert_true(shows(f, "nguoixem", "/ton-tai/{f}", "Số hóa hồ sơ đầu vào"));          /* what was not sent stays */

	post(f, "vanphong", "/giai-phap/giao?unit={u}&field=-", "pick={r}-2&to_person=canbo&to_due=30/9/2026", "/ton-tai?unit={u}&field=-");
	assert_true(told(f, "Đã giao 1 giải pháp"));
	assert_true(shows(f, "nguoixem", "/ton-tai?unit={u}&text=G{r}", "30/9/2026"));

	post(f, "canbo", "/giai-phap/{r}/tien-do", "finding={f}&state=done&percent=90&measure=&target=&on=&text=Xong", "/ton-tai/{f}#g{r}");
	assert_true(told(f, "mới 90%"));                                               /* and is told what does not fit */
	assert_true(shows(f, "nguoixem", "/ton-tai/{f}", "Xong"));

	post(f, "vanphong", "/giai-phap/{r}/bo", "finding={f}&revision=3&why=Da+xong,%0Akhong+can", "/ton-tai/{f}");
	assert_true(shows(f, "nguoixem", "/ton-tai/{f}", "Đã thôi thực hiện: Da xong, khong can"));
	assert_true(shows(f, "lanhdao", "/ton-tai/{f}", "lý do thôi"));
	fixture_ask(f, "vanphong", filled(f, "/giai-phap/{r}").p, filled(f, "finding={f}&text=a").p);
	assert_int_equal(f->ret.status, 404);

	post(f, "vanphong", "/kien-nghi/{q}/tra-loi", "text=Dong+y&number=5/UBND&on=1/3/2026", "/kien-nghi?unit={u}&year=2025#k{q}");
	assert_true(shows(f, "nguoixem", "/kien-nghi", "ngày 01/03/2026, văn bản số 5/UBND"));
	post(f, "vanphong", "/kien-nghi?unit={u}", "text=Them+bien+che&addressee=", "/kien-nghi?unit={u}&year=2025");
	assert_true(shows(f, "nguoixem", "/kien-nghi", "Them bien che"));
	fixture_ask(f, "vanphong", "/kien-nghi", "text=them+bien+che");
	assert_int_equal(f->ret.status, 409);

	fixture_ask(f, "vanphong", "/ton-tai", "code=1.1&origin=inspection&text=Cham");
	assert_int_equal(f->ret.status, 303);
	assert_true(told(f, "Đã thêm tồn tại T"));
}
FIXTURE_BOTH(working)

/* All of it or nothing of it: one of the two was changed meanwhile. */
static void bulk(struct fixture *f)
{
	str both = str_fmt(f->at.a, "pick=1-1&pick=%lld-9&to_due=30/9/2026", (long long)f->own.remedy);
	fixture_ask(f, "vanphong", "/giai-phap/giao", both.p);
	assert_int_equal(f->ret.status, 409);
	assert_true(fixture_says(&f->ret, "31/01/2026"));
	assert_false(shows(f, "vanphong", "/ton-tai?text=G1", "30/9/2026"));
	both = str_fmt(f->at.a, "pick=1-1&pick=%lld-1&to_lead=S%%E1%%BB%%9F+Y+t%%E1%%BA%%BF", (long long)f->foreign.remedy);
	fixture_ask(f, "vanphong", "/giai-phap/giao", both.p);
	assert_int_equal(f->ret.status, 404);
	assert_true(shows(f, "vanphong", "/ton-tai?text=G1", "Văn phòng Sở</a>"));
}
FIXTURE_BOTH(bulk)

/* Statements of a page, those of the dispatcher (four), begin and end among them. */
static void counted(struct fixture *f)
{
	static const struct { const char *address; int most; } pages[] = {
		{ "/ton-tai", 4 + 2 + 6 }, { "/ton-tai?text=ho+so&due=late&lack=lead", 4 + 2 + 6 }, { "/ton-tai/{f}", 4 + 2 + 8 }, { "/kien-nghi", 4 + 1 },
	};
	for (size_t i = 0; i < COUNT(pages); i++) {
		int64_t ran = db_ran(f->at.db);
		fixture_ask(f, "vanphong", filled(f, pages[i].address).p, NULL);
		if (f->ret.status != 200 || db_ran(f->at.db) - ran > pages[i].most)
			fail_msg("%s: %d, %lld statements", pages[i].address, f->ret.status, (long long)(db_ran(f->at.db) - ran));
	}
}
FIXTURE_BOTH(counted)

int web_finding_tests(void)
{
	const struct CMUnitTest tests[] = { AT_ROWS(asking), AT_ROWS(working), AT_ROWS(bulk), AT_ROWS(counted) };
	return cmocka_run_group_tests(tests, NULL, NULL);
}
