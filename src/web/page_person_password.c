#include "app/person.h"
#include "web/page.h"

static bool run(struct req *q, struct view *v, struct err *e)
{
	(void)v;
	struct person_more p;
	if (!person_load(q->r, q->a, param_id(q, "person"), &p, e))
		return false;
	if (!str_eq(param_text(q, "password"), param_text(q, "again")))
		return fail(e, ERR_INPUT, "Hai lần gõ mật khẩu không giống nhau."), err_hint(e, "Gõ lại cả hai.");
	if (!person_set_password(q->r, q->a, p.is.login, param_text(q, "password"), e))
		return false;
	req_tell(q, str_fmt(q->a, "Đã đặt mật khẩu của %.*s.", SF(p.is.name)));
	return req_go(q, "/nguoi-dung/%lld", (long long)p.is.id);
}

const struct page page_person_password = {
	.method = POST, .path = "/nguoi-dung/:person/mat-khau", .title = "Đặt mật khẩu",
	.help = "Đặt mật khẩu mới cho một người; mọi phiên đăng nhập của họ kết thúc.",
	.who = WHO_RIGHT, .area = "units", .acts = "change", .of = PLACE_PERSON, .id = "person",
	.params = { { "person", "người dùng", PARAM_ID },
	            { "password", "mật khẩu mới", PARAM_SECRET, 1, PASSWORD_MOST, .wanted = true },
	            { "again", "mật khẩu mới, gõ lại", PARAM_SECRET, 1, PASSWORD_MOST, .wanted = true } },
	.form = &page_person, .typed = "password_form", .example = "password=mot+cau+de+nho&again=mot+cau+de+nho", .source = "issue 6 (1)", .run = run,
};
