#include "app/person.h"
#include "web/page.h"

static const char *const states[] = { "open", "closed", NULL };

static bool run(struct req *q, struct view *v, struct err *e)
{
	(void)v;
	struct person_more p;
	if (!person_load(q->r, q->a, param_id(q, "person"), &p, e))
		return false;
	bool open = str_eq(param_text(q, "state"), S("open"));
	if (!person_open(q->r, q->a, p.is.login, open, e))
		return false;
	req_tell(q, open ? S("Tài khoản nay mở.") : S("Tài khoản nay khóa."));
	return req_go(q, "/nguoi-dung/%lld", (long long)p.is.id);
}

const struct page page_person_lock = {
	.method = POST, .path = "/nguoi-dung/:person/khoa", .title = "Khóa hay mở tài khoản",
	.help = "Khóa một tài khoản và kết thúc các phiên đăng nhập, hoặc mở lại.",
	.who = WHO_RIGHT, .area = "units", .acts = "change", .of = PLACE_PERSON, .id = "person",
	.params = { { "person", "người dùng", PARAM_ID },
	            { "state", "khóa hay mở", PARAM_CHOICE, .wanted = true, .choices = states } },
	.form = &page_person, .typed = "lock", .example = "state=closed", .source = "issue 6 (1)", .run = run,
};
