#include "app/person.h"
#include "web/unit_rows.h"

static bool run(struct req *q, struct view *v, struct err *e)
{
	(void)v;
	struct person_more p;
	if (!person_load(q->r, q->a, param_id(q, "person"), &p, e))
		return false;
	size_t lost = 0;
	if (!person_move(q->r, q->a, p.is.login, param_text(q, "to"), &lost, e))
		return false;
	req_tell(q, lost ? str_fmt(q->a, "Đã chuyển; %zu vai trò ở %.*s đã thôi.", lost, SF(p.body_name)) : S("Đã chuyển."));
	return req_go(q, "/nguoi-dung/%lld", (long long)p.is.id);
}

const struct page page_person_move = {
	.method = POST, .path = "/nguoi-dung/:person/chuyen", .title = "Chuyển đơn vị",
	.help = "Người này làm việc ở đơn vị khác; sang cơ quan khác thì vai trò ở cơ quan cũ thôi theo.",
	.who = WHO_RIGHT, .area = "units", .acts = "change", .of = PLACE_PERSON, .id = "person",
	.params = { { "person", "người dùng", PARAM_ID },
	            { "to", "đơn vị mới", PARAM_TEXT, .max = 300, .wanted = true } },
	.form = &page_person, .typed = "move", .example = "to=%236", .source = "issue 6 (1)", .run = run,
};
