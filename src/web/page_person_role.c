#include "app/person.h"
#include "web/unit_rows.h"

static const char *const roles[] = { "administrator", "leader", "office", "official", "appraiser", "viewer", NULL };

static bool run(struct req *q, struct view *v, struct err *e)
{
	(void)v;
	struct person_more p;
	if (!person_load(q->r, q->a, param_id(q, "person"), &p, e))
		return false;
	bool take = param_yes(q, "take");
	if (!person_role(q->r, q->a, p.is.login, param_text(q, "role"), param_text(q, "held_in"), !take, e))
		return false;
	req_tell(q, take ? S("Đã thôi vai trò.") : S("Đã cấp vai trò."));
	return req_go(q, "/nguoi-dung/%lld#vai-tro", (long long)p.is.id);
}

const struct page page_person_role = {
	.method = POST, .path = "/nguoi-dung/:person/vai-tro", .title = "Cấp hay thôi vai trò",
	.help = "Cấp một vai trò ở một cơ quan, hoặc thôi vai trò ấy.",
	.who = WHO_RIGHT, .area = "units", .acts = "change", .of = PLACE_PERSON, .id = "person",
	.params = { { "person", "người dùng", PARAM_ID },
	            { "role", "vai trò", PARAM_CHOICE, .wanted = true, .choices = roles },
	            { "held_in", "cơ quan", PARAM_TEXT, .max = 300 }, { "take", "thôi vai trò", PARAM_YES } },
	.form = &page_person, .typed = "give", .example = "role=official&held_in=%232", .source = "issue 6 (1)", .run = run,
};
