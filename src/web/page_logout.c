#include "app/session.h"
#include "web/dispatch.h"

static bool run(struct req *q, struct view *v, struct err *e)
{
	(void)v;
	if (!session_end(q->r, q->a, q->cookie, e))
		return false;
	q->flash = (str){ 0 };
	req_secret(q, session_fresh(q->a));                /* so that the next page can be told */
	req_tell(q, S("Bạn đã đăng xuất."));
	return req_go(q, "/dang-nhap");
}

const struct page page_logout = {
	.method = POST, .path = "/dang-xuat", .title = "Đăng xuất", .help = "Kết thúc phiên đăng nhập này.",
	.who = WHO_PERSON, .example = "", .source = "issue 6 (đăng nhập)", .run = run,
};
