#include "app/person.h"
#include "app/session.h"
#include "web/dispatch.h"
#include "web/few.h"
#include "web/slow.h"
#include <time.h>

static int64_t now(void)
{
	struct timespec t;
	clock_gettime(CLOCK_BOOTTIME, &t);                 /* the same in all workers */
	return t.tv_sec;
}

static bool too_early(struct req *q, int seconds, struct err *e)
{
	q->reply->status = 429;
	q->reply->retry_after = seconds;
	fail(e, ERR_DENIED, "Đăng nhập sai nhiều lần; chờ %d giây rồi thử lại.", seconds);
	return err_hint(e, "Quên mật khẩu thì nhờ người quản trị đặt lại.");
}

static bool run(struct req *q, struct view *v, struct err *e)
{
	(void)v;
	str login = param_text(q, "login"), secret = { 0 }, back = address_ours(param_text(q, "ve"));
	int wait = slow_wait(q->slow, login, q->address, now());
	if (wait)
		return too_early(q, wait, e);
	int place = few_take(q->few, FEW_PASSWORDS, FEW_WAIT);
	if (place < 0)
		return few_busy(q, e);
	bool ok = session_begin(q->r, q->a, login, param_text(q, "password"), &secret, e);
	few_give(q->few, FEW_PASSWORDS, place);
	if (!ok) {
		if (e->code == ERR_DENIED)
			slow_failed(q->slow, login, q->address, now());
		return false;
	}
	slow_passed(q->slow, login, q->address);
	q->flash = (str){ 0 };
	req_secret(q, secret);
	return req_go(q, "%s", back.n ? back.p : "/");
}

const struct page page_login_do = {
	.method = POST, .path = "/dang-nhap", .title = "Đăng nhập",
	.help = "Bắt đầu một phiên đăng nhập; chương trình giữ cookie khacphuc và gửi lại trong mọi yêu cầu sau.",
	.who = WHO_ANYBODY,
	.params = { { "login", "tên đăng nhập", PARAM_TEXT, 1, 64, .wanted = true },
	            { "password", "mật khẩu", PARAM_SECRET, 1, PASSWORD_MOST, .wanted = true },
	            { "ve", "trang sẽ mở sau khi đăng nhập", PARAM_TEXT, .max = 2000 } },
	.form = &page_login, .example = "login=lan&password=khac-phuc-2026", .source = "issue 6 (đăng nhập)",
	.run = run,
};
