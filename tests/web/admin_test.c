#include "app/chore.h"
#include "web/fixture.h"

/* One step after another in one record: who asks what, what the answer is, and what a page says then. Ids of the fixture stand as {own},
 * {room}, {foreign}, {commune}, {person}, {other} (who works in the foreign body). */
struct step { const char *login, *address, *form; int status; const char *then, *says, *says_not; };

static str filled(struct fixture *f, const char *s)
{
	const struct { const char *name; int64_t id; } named[] = {
		{ "{own}", f->own.body }, { "{room}", f->own.room }, { "{foreign}", f->foreign.body }, { "{commune}", f->commune.body },
		{ "{person}", f->own.person }, { "{other}", f->foreign.person },
	};
	struct buf b = buf_open(f->at.a);
	while (*s) {
		size_t n = 1;
		int64_t id = 0;
		for (size_t i = 0; i < COUNT(named); i++)
			if (!strncmp(s, named[i].name, strlen(named[i].name))) {
				n = strlen(named[i].name);
				id = named[i].id;
			}
		if (id)
			buf_fmt(&b, "%lld", (long long)id);
		else
			buf_put(&b, (str){ s, 1 });
		s += n;
	}
	return str_copy(f->at.a, buf_str(&b));
}

static void walk(struct fixture *f, const struct step *steps, size_t n)
{
	enum { STATEMENTS = 12 };
	for (size_t i = 0; i < n; i++) {
		const struct step *s = &steps[i];
		const char *form = s->form ? filled(f, s->form).p : NULL;
		int64_t ran = db_ran(f->at.db);
		const struct reply *r = fixture_ask(f, s->login, filled(f, s->address).p, form);
		if (r->status != s->status || r->missing)
			fail_msg("step %zu, %s %s: %d, not %d (missing %.*s)\n%.*s", i, s->address, form ? form : "", r->status, s->status,
			         SF(r->missing_first), SF(r->body));
		if (!form && db_ran(f->at.db) - ran > STATEMENTS)
			fail_msg("step %zu, %s: %lld statements", i, s->address, (long long)(db_ran(f->at.db) - ran));
		if (s->then)
			r = fixture_ask(f, s->login, filled(f, s->then).p, NULL);
		if ((s->says && !fixture_says(r, filled(f, s->says).p)) || (s->says_not && fixture_says(r, filled(f, s->says_not).p)))
			fail_msg("step %zu, %s: “%s” is wanted, “%s” not\n%.*s", i, s->address, s->says ? s->says : "", s->says_not ? s->says_not : "",
			         SF(r->body));
	}
}

static void unit_pages(struct fixture *f)
{
	static const struct step steps[] = {
		{ "quantri", "/don-vi", NULL, 200, NULL, "Phòng Nghiệp vụ Y", NULL },
		{ "quantri", "/don-vi?words=dong+hung", NULL, 200, NULL, "UBND xã Đông Hưng", "Phòng Nghiệp vụ Y</a>" },
		{ "quantri", "/don-vi?unit={own}", NULL, 200, NULL, "Văn phòng Sở", "Sở Y tế</a>" },
		{ "quantri", "/don-vi?day=hom+qua", NULL, 422, NULL, "tại ngày", NULL },
		/* Who only sees, sees nothing to press. */
		{ "vanphong", "/don-vi", NULL, 200, NULL, "Văn phòng Sở", "Gộp các đơn vị" },
		{ "vanphong", "/don-vi/{own}", NULL, 200, NULL, "Mai Nhân Viên", "doi-ten" },
		{ "vanphong", "/don-vi/{foreign}", NULL, 403, NULL, NULL, NULL },
		{ "quantri", "/don-vi/99999", NULL, 404, NULL, NULL, NULL },
		{ "quantri", "/don-vi", "unit={own}&name=Phòng+Số+Hóa&level=room&symbol=SH", 303, "/don-vi/{own}", "Phòng Số Hóa", NULL },
		{ "quantri", "/don-vi", "unit={own}&name=Phòng+Số+Hóa&level=room", 409, NULL, "value=\"Phòng Số Hóa\"", NULL },
		{ "quantri", "/don-vi", "unit={own}&name=Sở+Con&level=department", 422, NULL, "không thuộc được", NULL },
		{ "quantri", "/don-vi", "unit={own}&name=&level=room", 422, NULL, "chưa được điền", NULL },
		{ "quantri", "/don-vi/{own}/doi-ten", "name=Sở+Tư+pháp+mới&on=2026-01-02", 303, "/don-vi/{own}", "Tên trước đây", NULL },
		{ "quantri", "/don-vi/{own}/doi-ten", "name=Sở+Lui&on=2026-01-01", 422, NULL, "value=\"Sở Lui\"", NULL },
		{ "quantri", "/don-vi?day=2025-12-31", NULL, 200, NULL, "nay là Sở Tư pháp mới", NULL },
		{ "quantri", "/don-vi/{own}/doi-ten", "name=Sở+Mai+sau&on=2999-01-01", 422, NULL, "chưa tới", NULL },
		{ "quantri", "/don-vi/{own}", NULL, 200, NULL, "2 phòng của nó", NULL },
		{ "quantri", "/don-vi/{room}/tach", "into=Tổ+Một&on=2026-01-03", 422, NULL, "\nTổ Một</textarea>", NULL },
		{ "quantri", "/don-vi/{room}/tach", "into=Tổ+Một%0ATổ+Hai&on=2026-01-03", 303, "/don-vi/{room}", "đã kết thúc (tách)", "Tách thành" },
		{ "quantri", "/don-vi/gop?from={foreign}&from={commune}&into=Sở+Y+tế&on=2026-02-01", NULL, 200, NULL,
		  "tiếp tục hoạt động", "lập đơn vị mới" },
		{ "quantri", "/don-vi/gop?from={foreign}&from={commune}&into=Cơ+quan+Mới&on=2026-02-01", NULL, 200, NULL, "lập đơn vị mới", NULL },
		{ "quantri", "/don-vi/gop?from={foreign}&into=Cơ+quan+Mới&on=2026-02-01", NULL, 200, NULL, "từ hai đơn vị", "Điều sẽ xảy ra</h2>" },
		{ "quantri", "/don-vi/gop?unit={foreign}", NULL, 200, NULL, "value=\"{foreign}\" checked", NULL },
		{ "quantri", "/don-vi/gop", "from={foreign}&from={foreign}&into=Mới&on=2026-02-01", 422, NULL, "hai lần", NULL },
		{ "quantri", "/don-vi/gop", "from={foreign}&from={commune}&into=Cơ+quan+Mới&on=2026-02-01", 303, "/don-vi/{foreign}",
		  "Cơ quan Mới</a> (gộp", NULL },
		{ "quantri", "/don-vi", NULL, 200, NULL, "Cơ quan Mới", "Sở Y tế" },
		{ "quantri", "/don-vi?all=yes", NULL, 200, NULL, "Sở Y tế", NULL },
		{ "quantri", "/don-vi/{own}/ket-thuc", "on=2026-03-01", 303, "/don-vi/{own}", "đã kết thúc (bỏ)", NULL },
		{ "quantri", "/don-vi/1/ket-thuc", "on=2026-03-01", 422, NULL, "đơn vị cao nhất", NULL },
	};
	walk(f, steps, COUNT(steps));
}
FIXTURE_BOTH(unit_pages)

static void people_pages(struct fixture *f)
{
	static const struct step steps[] = {
		{ "quantri", "/nguoi-dung", NULL, 200, NULL, "Tô Nhân Viên", NULL },
		{ "quantri", "/nguoi-dung?unit={own}", NULL, 200, NULL, "Mai Nhân Viên", "Tô Nhân Viên" },
		{ "quantri", "/nguoi-dung?words=Nhân+Viên", NULL, 200, NULL, "Mai Nhân Viên", "Ngô Lãnh Đạo" },
		{ "vanphong", "/nguoi-dung", NULL, 200, NULL, "Mai Nhân Viên", "Tô Nhân Viên" },
		{ "vanphong", "/nguoi-dung", NULL, 200, NULL, NULL, "Thêm người dùng" },
		{ "vanphong", "/nguoi-dung/{person}", NULL, 200, NULL, "nhanvien", "mat-khau" },
		{ "quantri", "/nguoi-dung", "unit={own}&login=mai&name=Mai&works_at=%23{own}&role=office&role=viewer", 303, "/nguoi-dung?words=mai",
		  "văn phòng", NULL },
		{ "quantri", "/nguoi-dung", "unit={own}&login=Mai+Lan&name=Mai+Lan&works_at=%23{own}&role=office", 422, NULL,
		  "value=\"office\" checked", "value=\"viewer\" checked" },
		{ "quantri", "/nguoi-dung/{person}/vai-tro", "role=office", 303, "/nguoi-dung/{person}", "Thôi vai trò văn phòng", NULL },
		{ "quantri", "/nguoi-dung/{person}/vai-tro", "role=office", 409, NULL, "đã giữ vai trò", NULL },
		{ "quantri", "/nguoi-dung/{person}/vai-tro", "role=office&held_in=%23{own}&take=1", 303, "/nguoi-dung/{person}", NULL,
		  "Thôi vai trò văn phòng" },
		{ "quantri", "/nguoi-dung/{person}/phan-cong", "bodies=SYT", 422, NULL, "chưa có vai trò thẩm định", NULL },
		{ "quantri", "/nguoi-dung/{person}/vai-tro", "role=appraiser", 303, "/nguoi-dung/{person}", "Chưa được phân công", NULL },
		{ "quantri", "/nguoi-dung/{person}/phan-cong", "bodies=%23{foreign}%0A%23{commune}", 303, "/nguoi-dung/{person}", "Thôi phân công Sở Y tế",
		  "Chưa được phân công" },
		{ "quantri", "/nguoi-dung/{person}/phan-cong", "bodies=%23{commune}&remove=1", 303, "/nguoi-dung/{person}", "Thôi phân công Sở Y tế",
		  "Thôi phân công UBND xã" },
		{ "quantri", "/nguoi-dung/{person}/mat-khau", "password=mot+cau+dai&again=mot+cau+khac", 422, NULL, "không giống nhau", "mot cau" },
		{ "quantri", "/nguoi-dung/{person}/mat-khau", "password=ngan&again=ngan", 422, NULL, NULL, "\"ngan\"" },
		{ "quantri", "/nguoi-dung/{person}/mat-khau", "password=mot+cau+du+dai&again=mot+cau+du+dai", 303, "/nguoi-dung/{person}", "Khóa tài khoản",
		  "Chưa có mật khẩu" },
		{ "quantri", "/nguoi-dung/{person}/khoa", "state=closed", 303, "/nguoi-dung/{person}", "Tài khoản này đã khóa", NULL },
		{ "quantri", "/nguoi-dung/{person}/khoa", "state=closed", 422, NULL, "đang khóa", NULL },
		{ "quantri", "/nguoi-dung/{person}/khoa", "state=open", 303, "/nguoi-dung/{person}", NULL, "Tài khoản này đã khóa" },
		{ "quantri", "/nguoi-dung/{person}/chuyen", "to=%23{own}", 422, NULL, "đang làm việc ở", NULL },
		{ "quantri", "/nguoi-dung/{person}/chuyen", "to=%23{foreign}+Sở+Y+tế", 303, "/nguoi-dung/{person}", "Sở Y tế</a>", "Thôi vai trò xem" },
		{ "vanphong", "/nguoi-dung/{person}", NULL, 404, NULL, NULL, NULL },
	};
	walk(f, steps, COUNT(steps));
}
FIXTURE_BOTH(people_pages)

static void cycle_pages(struct fixture *f)
{
	static const struct step steps[] = {
		{ "vanphong", "/ky", NULL, 200, NULL, "tự chấm", "Thêm kỳ" },
		{ "quantri", "/ky", "cycle_year=2031", 303, "/ky", "Chỉ số CCHC năm 2031", NULL },
		{ "quantri", "/ky", "cycle_year=2031&name=Lần+nữa", 409, NULL, "value=\"Lần nữa\"", NULL },
		{ "quantri", "/ky", "cycle_year=1999", 422, NULL, "từ 2000 đến 2200", NULL },
		{ "quantri", "/ky/2031/giai-doan", "phase=mend&opens=2031-02-01&closes=2031-12-14", 303, "/ky", "14/12/2031", NULL },
		{ "quantri", "/ky/2031/giai-doan", "phase=mend&opens=2031-03-01&closes=2031-01-14", 422, NULL, "value=\"2031-01-14\"", NULL },
		{ "quantri", "/ky/2031/giai-doan", "phase=xong&opens=2031-03-01&closes=2031-01-14", 422, NULL, "lựa chọn", NULL },
		{ "quantri", "/ky/1990/giai-doan", "phase=mend&opens=2031-03-01&closes=2031-04-14", 422, NULL, NULL, NULL },
		{ "quantri", "/ky/2040/giai-doan", "phase=mend&opens=2031-03-01&closes=2031-04-14", 404, NULL, NULL, NULL },
		{ "quantri", "/ky/2031/trang-thai", "state=closed", 303, "/ky", "đã đóng", NULL },
		{ "quantri", "/ky/2031/trang-thai", "state=closed", 422, NULL, "rồi", NULL },
		{ "vanphong", "/ky/ngay-le?calendar=2026", NULL, 200, NULL, "Tết Nguyên đán", "Thêm một ngày" },
		{ "quantri", "/ky/ngay-le", "on=2031-01-01&name=Tết+Dương+lịch", 303, "/ky/ngay-le?calendar=2031", "Tết Dương lịch", NULL },
		{ "quantri", "/ky/ngay-le", "on=2031-01-02&name=Bù&works=1", 422, NULL, "vốn là ngày làm việc", NULL },
		{ "quantri", "/ky/ngay-le", "on=2031-01-04&name=Làm+bù&works=1", 303, "/ky/ngay-le?calendar=2031", "làm bù", NULL },
		{ "quantri", "/ky/ngay-le", "on=2031-01-01&remove=1", 303, "/ky/ngay-le?calendar=2031", NULL, "Tết Dương lịch" },
		{ "quantri", "/ky/ngay-le", "on=2031-01-01&remove=1", 404, NULL, NULL, NULL },
	};
	walk(f, steps, COUNT(steps));
}
FIXTURE_BOTH(cycle_pages)

static void log_page(struct fixture *f)
{
	static const struct step steps[] = {
		{ "quantri", "/don-vi/{own}/doi-ten", "name=Sở+Tư+pháp+mới&on=2026-01-02", 303, "/nhat-ky?entity=unit", "<del>Sở Tư pháp</del>", NULL },
		{ "quantri", "/nhat-ky?entity=unit&by=quantri", NULL, 200, NULL, "<ins>Sở Tư pháp mới</ins>", "UBND xã Đông Hưng" },
		{ "quantri", "/nhat-ky?unit={foreign}", NULL, 200, NULL, "Chỉ nhật ký của Sở Y tế", "Sở Tư pháp mới" },
		{ "vanphong", "/nhat-ky?entity=unit", NULL, 200, NULL, "Sở Tư pháp mới", "Sở Y tế" },
		{ "vanphong", "/nhat-ky?entity=person", NULL, 200, NULL, "Nhật ký không có gì như vậy", NULL },
		{ "vanphong", "/nhat-ky?to=2001-01-01", NULL, 200, NULL, "Nhật ký không có gì như vậy", NULL },
		{ "vanphong", "/nhat-ky?entity=finding", NULL, 200, NULL, "href=\"/ton-tai/", NULL },
		{ "quantri", "/nhat-ky?entity=finding", NULL, 200, NULL, "tồn tại", "href=\"/ton-tai/" },
		{ "vanphong", "/nguoi-dung/{other}", NULL, 404, NULL, NULL, NULL },
		{ "quantri", "/nhat-ky?page=2", NULL, 200, NULL, "Trang trước", NULL },
		{ "quantri", "/nhat-ky?entity=password", NULL, 422, NULL, NULL, NULL },
		{ "canbo", "/nhat-ky", NULL, 403, NULL, NULL, NULL },
	};
	walk(f, steps, COUNT(steps));
}
FIXTURE_BOTH(log_page)

static void system_page(struct fixture *f)
{
	static const struct step before[] = {
		{ "quantri", "/he-thong", NULL, 200, NULL, "chưa có bản sao lưu nào", "Lần gần nhất" },
		{ "quantri", "/he-thong", NULL, 200, NULL, "chưa có mật khẩu", NULL },
		{ "quantri", "/he-thong", NULL, 200, NULL, "http không mã hóa (khacphuc.test)", NULL },
		{ "vanphong", "/he-thong", NULL, 403, NULL, NULL, NULL },
		{ "vanphong", "/he-thong/sao-luu", "", 403, NULL, NULL, NULL },
		{ "quantri", "/he-thong/kiem-tra", "", 303, "/he-thong", "Lần gần nhất", "Chưa kiểm tra lần nào" },
		{ "quantri", "/he-thong/sao-luu", "", 303, "/he-thong", "/sao-luu/20", "chưa có bản sao lưu nào" },
		{ "quantri", "/he-thong?check=1", NULL, 200, NULL, "seccomp", NULL },
	};
	static const struct step busy[] = {
		{ "quantri", "/he-thong", NULL, 200, NULL, "Đang sao lưu", NULL },
		{ "quantri", "/he-thong/sao-luu", "", 409, NULL, "đang được làm", NULL },
	};
	static const struct step broken[] = { { "quantri", "/he-thong", NULL, 200, NULL, "bị ngắt giữa chừng", "Đang sao lưu" } };
	struct chore c;
	walk(f, before, COUNT(before));
	OK(&f->at, chore_begin(&f->r, f->at.a, "sao-luu", &c, &f->at.e));
	walk(f, busy, COUNT(busy));
	chore_close(&c);
	walk(f, broken, COUNT(broken));
}
FIXTURE_BOTH(system_page)

int web_admin_tests(void)
{
	const struct CMUnitTest tests[] = { AT_ROWS(unit_pages), AT_ROWS(people_pages), AT_ROWS(cycle_pages), AT_ROWS(log_page),
		                            AT_ROWS(system_page) };
	return cmocka_run_group_tests(tests, NULL, NULL);
}
