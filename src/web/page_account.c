#include "app/person.h"
#include "web/dispatch.h"

static bool run(struct req *q, struct view *v, struct err *e)
{
	person_roles roles;
	if (!person_roles_own(q->r, q->a, &roles, e))
		return false;
	view_object(v, "form");
	view_count(v, "least", PASSWORD_LEAST);
	view_rows(v, "roles");
	for (size_t i = 0; i < roles.n; i++) {
		struct view *row = view_row(v, "roles");
		view_text(row, "role", str_c(role_name(roles.at[i].role)));
		view_text(row, "role_name", str_c(role_vi(roles.at[i].role)));
		view_text(row, "body_name", roles.at[i].body);
	}
	return true;
}

const struct page page_account = {
	.method = GET, .path = "/tai-khoan", .title = "Tài khoản của tôi",
	.help = "Bạn là ai trong hồ sơ này, giữ vai trò gì ở đâu; đổi mật khẩu.",
	.who = WHO_PERSON, .template = "account", .example = "/tai-khoan", .source = "issue 6 (tài khoản)", .run = run,
};
