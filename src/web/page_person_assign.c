#include "app/person.h"
#include "web/unit_rows.h"

static bool run(struct req *q, struct view *v, struct err *e)
{
	(void)v;
	struct person_more p;
	if (!person_load(q->r, q->a, param_id(q, "person"), &p, e))
		return false;
	strs bodies = unit_lines(q->a, param_text(q, "bodies"));
	bool remove = param_yes(q, "remove");
	size_t n = 0;
	if (!person_assign(q->r, q->a, p.is.login, &bodies, !remove, &n, e))
		return false;
	req_tell(q, str_fmt(q->a, remove ? "Đã thôi phân công %zu cơ quan." : "Đã phân công thêm %zu cơ quan.", n));
	return req_go(q, "/nguoi-dung/%lld#phan-cong", (long long)p.is.id);
}

const struct page page_person_assign = {
	.method = POST, .path = "/nguoi-dung/:person/phan-cong", .title = "Phân công thẩm định",
	.help = "Phân công thêm cơ quan cho người thẩm định, hoặc thôi phân công.",
	.who = WHO_RIGHT, .area = "units", .acts = "change", .of = PLACE_PERSON, .id = "person",
	.params = { { "person", "người dùng", PARAM_ID },
	            { "bodies", "cơ quan", PARAM_LINES, .max = 8000, .wanted = true }, { "remove", "thôi phân công", PARAM_YES } },
	.form = &page_person, .typed = "assign", .example = "person=7&bodies=%236", .source = "issue 6 (1)", .run = run,
};
