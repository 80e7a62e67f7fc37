#include "app/person.h"
#include "web/unit_rows.h"

static bool run(struct req *q, struct view *v, struct err *e)
{
	(void)v;
	struct people p;
	struct person_new n = { .login = param_text(q, "login"), .name = param_text(q, "name"), .title = param_text(q, "title"),
		                .unit = param_text(q, "works_at"), .roles = param_texts(q, "role") };
	if (!person_add(q->r, q->a, &n, e) || !person_list(q->r, q->a, (str){ 0 }, n.login, 1, &p, e))
		return false;
	req_tell(q, str_fmt(q->a, "Đã thêm %.*s. Đặt mật khẩu để họ đăng nhập được.", SF(n.name)));
	for (size_t i = 0; i < p.at.n; i++)
		if (str_eq(p.at.at[i].login, n.login))
			return req_go(q, "/nguoi-dung/%lld#mat-khau", (long long)p.at.at[i].id);
	return req_go(q, "/nguoi-dung");
}

const struct page page_person_add = {
	.method = POST, .path = "/nguoi-dung", .title = "Thêm người dùng",
	.help = "Thêm một người với vai trò ở cơ quan của họ; chưa có mật khẩu.",
	.who = WHO_RIGHT, .area = "units", .acts = "change", .of = PLACE_UNIT,
	.params = { PARAM_PLACE, { "login", "tên đăng nhập", PARAM_TEXT, .max = 64, .wanted = true },
	            { "name", "họ tên", PARAM_TEXT, .max = 300, .wanted = true }, { "title", "chức vụ", PARAM_TEXT, .max = 300 },
	            { "works_at", "làm việc ở", PARAM_TEXT, .max = 300, .wanted = true }, { "role", "vai trò", PARAM_TEXTS, .max = ROLES } },
	.form = &page_people, .example = "login=lan.nt&name=Nguyễn+Thị+Lan&works_at=%231", .source = "issue 6 (1)", .run = run,
};
