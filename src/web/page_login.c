#include "web/dispatch.h"

static bool run(struct req *q, struct view *v, struct err *e)
{
	(void)e;
	struct view *form = view_object(v, "form");
	str back = address_ours(param_text(q, "ve"));
	if (q->person.id && q->method == GET)
		return req_go(q, "%s", back.n ? back.p : "/");
	view_text(form, "login", (str){ 0 });
	view_text(form, "ve", back);
	return true;
}

const struct page page_login = {
	.method = GET, .path = "/dang-nhap", .title = "Đăng nhập",
	.help = "Đăng nhập bằng tên và mật khẩu mà người quản trị đã cấp.",
	.who = WHO_ANYBODY,
	.params = { { "ve", "trang sẽ mở sau khi đăng nhập", PARAM_TEXT, .max = 2000 } },
	.template = "login", .example = "/dang-nhap", .source = "issue 6 (đăng nhập)",
	.run = run,
};
