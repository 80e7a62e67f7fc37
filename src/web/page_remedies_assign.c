#include "web/work.h"
#include <stdlib.h>

enum { PICKS = 200, DIGITS = 18, REVISION_DIGITS = 7 };

/* "7-3": remedy 7 as it was in revision 3. */
static bool pick_of(str s, struct remedy_pick *ret)
{
	size_t dash = str_find(s, S("-"), 0), n = strspn(s.p, "0123456789");
	if (!n || n > DIGITS || n != dash || dash + 1 >= s.n)
		return false;
	const char *rest = s.p + dash + 1;
	if (strspn(rest, "0123456789") != s.n - dash - 1 || s.n - dash - 1 > REVISION_DIGITS)
		return false;
	*ret = (struct remedy_pick){ strtoll(s.p, NULL, 10), atoi(rest) };
	return true;
}

static bool run(struct req *q, struct view *v, struct err *e)
{
	(void)v;
	strs picks = param_texts(q, "pick"), told = { 0 };
	struct remedy_pick *at = make_n(q->a, struct remedy_pick, picks.n + 1);
	struct remedy_said s = { .lead = param_full(q, "to_lead"), .person = param_full(q, "to_person"), .due = param_full(q, "to_due") };
	for (size_t i = 0; i < picks.n; i++)
		if (!pick_of(picks.at[i], &at[i]))
			return fail(e, ERR_INPUT, "Phần “giải pháp” không đọc được: “%.*s”.", SF(picks.at[i])), err_hint(e, "Mở lại danh sách rồi chọn lại.");
	if (!remedy_assign(q->r, q->a, q->place.body, at, picks.n, &s, &told, e))
		return false;
	req_tell(q, str_fmt(q->a, "Đã giao %zu giải pháp.", picks.n));
	if (!work_said(q, &told, s.due ? at[0].id : 0, e))
		return false;
	return q->query.n ? req_go(q, "/ton-tai?%.*s", SF(q->query)) : req_go(q, "/ton-tai");
}

const struct page page_remedies_assign = {
	.method = POST, .path = "/giai-phap/giao", .title = "Giao việc đã chọn",
	.help = "Giao nhiều giải pháp cùng lúc cho một đơn vị, một người hoặc một thời hạn; hoặc được tất cả, hoặc không giải pháp nào.",
	.who = WHO_RIGHT, .area = "findings", .acts = "change", .of = PLACE_UNIT,
	.params = { PARAM_PLACE, { "pick", "giải pháp (số hiệu-bản, như 7-3)", PARAM_TEXTS, 0, PICKS }, { "to_lead", "đơn vị chủ trì", PARAM_TEXT, 0, 300 },
	            { "to_person", "người phụ trách (tên đăng nhập)", PARAM_TEXT, 0, 64 }, { "to_due", "thời hạn", PARAM_TEXT, 0, 300 } },
	.form = &page_findings, .typed = "bulk", .example = "pick=1-1&to_due=30%2F9%2F2026", .source = "issue 6 (5)", .run = run,
};
