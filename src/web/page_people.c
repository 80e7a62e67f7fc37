#include "app/person.h"
#include "web/unit_rows.h"

static void one(struct view *row, const struct person *p)
{
	view_count(row, "id", p->id);
	view_text(row, "login", p->login);
	view_text(row, "name", p->name);
	view_text(row, "job", p->title);
	view_text(row, "unit_name", p->unit);
	view_yes(row, "open", p->active);
	view_yes(row, "secret", p->secret);
	view_rows(row, "roles");
	for (size_t i = 0; i < p->roles.n; i++) {
		struct view *x = view_row(row, "roles");
		view_text(x, "role", str_c(role_name(p->roles.at[i].role)));
		view_text(x, "role_name", str_c(role_vi(p->roles.at[i].role)));
		view_text(x, "body_name", p->roles.at[i].body);
	}
}

/* Ticked in the form that was refused. */
static bool typed(const struct req *q, const char *role)
{
	for (size_t i = 0; q->method == POST && i < q->given.n; i++)
		if (str_eq(q->given.at[i].name, S("role")) && str_eq(q->given.at[i].value, str_c(role)))
			return true;
	return false;
}

/* The form that adds somebody; only for who may. */
static bool adding(struct req *q, struct view *v, struct err *e)
{
	unit_names names = { 0 };
	struct view *form = view_object(v, "form");
	static const char *const fields[] = { "login", "name", "title" };
	for (size_t i = 0; i < COUNT(fields); i++)
		view_text(form, fields[i], (str){ 0 });
	for (enum role k = 0; k < ROLES; k++)
		view_yes(view_object(form, "has"), role_name(k), typed(q, role_name(k)));
	view_text(form, "works_at", str_fmt(q->a, "#%lld %.*s", (long long)q->place.unit, SF(q->place.unit_name)));
	view_rows(v, "options");
	if (!right_has(&q->place, "units", "change"))
		return true;
	if (!unit_names_load(q->r, q->a, 0, &names, e))
		return false;
	unit_options(v, "options", &names, false);
	return true;
}

static bool run(struct req *q, struct view *v, struct err *e)
{
	struct people p;
	int page = (int)param_id(q, "page");
	str words = param_text(q, "words"), unit = param_id(q, "unit") ? unit_id_text(q->a, q->place.unit) : (str){ 0 };
	if (!person_list(q->r, q->a, unit, words, page, &p, e))
		return false;
	view_rows(v, "people");
	for (size_t i = 0; i < p.at.n; i++)
		one(view_row(v, "people"), &p.at.at[i]);
	view_text(v, "words", words);
	view_yes(v, "part", unit.n);
	view_yes(v, "adding", param_yes(q, "adding"));
	view_pages(q, v, p.page, p.more, -1, PEOPLE_PAGE);
	return adding(q, v, e);
}

const struct page page_people = {
	.method = GET, .path = "/nguoi-dung", .title = "Người dùng",
	.help = "Ai đăng nhập được, làm việc ở đâu, giữ vai trò gì.",
	.who = WHO_RIGHT, .area = "units", .acts = "see", .of = PLACE_UNIT,
	.params = { PARAM_PLACE, { "words", "tên có chữ", PARAM_TEXT, .max = 100 }, { "adding", "mở mẫu thêm người", PARAM_YES }, PARAM_PAGE },
	.template = "people", .example = "/nguoi-dung", .source = "issue 6 (1, 10)", .run = run,
};
