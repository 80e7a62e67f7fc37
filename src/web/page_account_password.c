#include "app/person.h"
#include "app/session.h"
#include "web/dispatch.h"
#include "web/few.h"

static bool change(struct req *q, struct err *e)
{
	int64_t id = 0;
	str secret = { 0 }, fresh = param_text(q, "fresh");
	if (!str_eq(fresh, param_text(q, "again")))
		return fail(e, ERR_INPUT, "Hai lần gõ mật khẩu mới không giống nhau."), err_hint(e, "Gõ lại cả hai.");
	if (!person_check_password(q->r, q->person.login, param_text(q, "password"), &id, e))
		return false;
	if (id != q->person.id)
		return fail(e, ERR_INPUT, "Mật khẩu đang dùng không đúng."), err_hint(e, "Gõ lại; để ý phím Caps Lock và bộ gõ tiếng Việt.");
	if (!person_set_password(q->r, q->a, q->person.login, fresh, e) || !session_begin(q->r, q->a, q->person.login, fresh, &secret, e))
		return false;
	q->flash = (str){ 0 };
	req_secret(q, secret);
	req_tell(q, S("Đã đổi mật khẩu."));
	return req_go(q, "/tai-khoan");
}

static bool run(struct req *q, struct view *v, struct err *e)
{
	(void)v;
	int place = few_take(q->few, FEW_PASSWORDS, FEW_WAIT);
	bool ok = place < 0 ? few_busy(q, e) : change(q, e);
	few_give(q->few, FEW_PASSWORDS, place);
	return ok;
}

const struct page page_account_password = {
	.method = POST, .path = "/tai-khoan", .title = "Đổi mật khẩu",
	.help = "Đổi mật khẩu của mình; các phiên đăng nhập khác kết thúc, phiên này có cookie mới.",
	.who = WHO_PERSON,
	.params = { { "password", "mật khẩu đang dùng", PARAM_SECRET, 1, PASSWORD_MOST, .wanted = true },
	            { "fresh", "mật khẩu mới", PARAM_SECRET, 1, PASSWORD_MOST, .wanted = true },
	            { "again", "mật khẩu mới, gõ lại", PARAM_SECRET, 1, PASSWORD_MOST, .wanted = true } },
	.form = &page_account, .example = "password=khac-phuc-2026&fresh=mot+cau+de+nho&again=mot+cau+de+nho", .source = "issue 6 (tài khoản)",
	.run = run,
};
