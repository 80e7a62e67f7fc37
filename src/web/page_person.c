#include "app/person.h"
#include "web/unit_rows.h"

static void facts(struct view *v, const struct person_more *p, bool self)
{
	view_text(v, "title", p->is.name);
	view_count(v, "id", p->is.id);
	view_text(v, "login", p->is.login);
	view_text(v, "name", p->is.name);
	view_text(v, "job", p->is.title);
	view_count(v, "unit", p->unit);
	view_text(v, "unit_name", p->is.unit);
	view_count(v, "body", p->body);
	view_text(v, "body_name", p->body_name);
	view_yes(v, "open", p->is.active);
	view_yes(v, "secret", p->is.secret);
	view_yes(v, "self", self);
	view_count(v, "least", PASSWORD_LEAST);
}

static void roles(struct view *v, const struct person_more *p)
{
	bool appraises = false;
	int here = 0;
	view_rows(v, "roles");
	for (size_t i = 0; i < p->is.roles.n; i++) {
		const struct person_role *x = &p->is.roles.at[i];
		struct view *row = view_row(v, "roles");
		view_text(row, "role", str_c(role_name(x->role)));
		view_text(row, "role_name", str_c(role_vi(x->role)));
		view_count(row, "body", x->body_id);
		view_text(row, "body_name", x->body);
		appraises = appraises || x->role == ROLE_APPRAISER;
		here += x->body_id == p->body && x->role != ROLE_ADMINISTRATOR;
	}
	view_rows(v, "assigned");
	for (size_t i = 0; i < p->assigned.n; i++) {
		struct view *row = view_row(v, "assigned");
		view_count(row, "body", p->assigned.at[i].body);
		view_text(row, "body_name", p->assigned.at[i].name);
	}
	view_yes(v, "appraises", appraises);
	view_count(v, "roles_here", here);
}

static bool run(struct req *q, struct view *v, struct err *e)
{
	struct person_more p;
	unit_names names = { 0 };
	if (!person_load(q->r, q->a, param_id(q, "person"), &p, e))
		return false;
	facts(v, &p, p.is.id == q->person.id);
	/* Who appraises here may work at a unit that is not for everybody here. */
	struct place at;
	struct err ignored = { 0 };
	bool opens = p.unit && right_place(q->r, q->a, PLACE_UNIT, p.unit, 0, "units", "see", &at, &ignored);
	view_link(v, "unit_path", opens ? str_fmt(q->a, "/don-vi/%lld", (long long)p.unit) : (str){ 0 });
	roles(v, &p);
	view_text(view_object(v, "give"), "role", (str){ 0 });
	view_text(view_object(v, "give"), "held_in", (str){ 0 });
	view_text(view_object(v, "assign"), "bodies", (str){ 0 });
	view_text(view_object(v, "move"), "to", (str){ 0 });
	view_rows(v, "options");
	view_rows(v, "body_options");
	if (!right_has(&q->place, "units", "change"))
		return true;
	if (!unit_names_load(q->r, q->a, 0, &names, e))
		return false;
	unit_options(v, "options", &names, false);
	unit_options(v, "body_options", &names, true);
	return true;
}

const struct page page_person = {
	.method = GET, .path = "/nguoi-dung/:person", .title = "Người dùng",
	.help = "Làm việc ở đâu, giữ vai trò gì ở cơ quan nào, được phân công thẩm định những cơ quan nào.",
	.who = WHO_RIGHT, .area = "units", .acts = "see", .of = PLACE_PERSON, .id = "person",
	.params = { { "person", "người dùng", PARAM_ID } },
	.template = "person", .example = "/nguoi-dung/5", .source = "issue 6 (1, 10)", .run = run,
};
