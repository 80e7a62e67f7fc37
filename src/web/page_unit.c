#include "app/person.h"
#include "core/day.h"
#include "web/unit_rows.h"

static void facts(struct view *v, const struct unit_life *l)
{
	const struct unit_row *u = &l->unit, *up = unit_by_id(&l->names, u->parent);
	unit_put(v, u, u->name);
	view_text(v, "title", u->name);
	view_day(v, "founded", day_iso(u->founded));
	view_yes(v, "lives", !u->ended.n);
	view_yes(v, "highest", !u->parent);
	if (up)
		unit_put(view_object(v, "parent"), up, up->name);
	else
		view_text(v, "parent", (str){ 0 });
	view_rows(v, "names");
	for (size_t i = 0; i < l->names.n; i++) {
		if (l->names.at[i].unit.id != u->id || !l->names.at[i].until.n)
			continue;
		struct view *row = view_row(v, "names");
		view_text(row, "name", l->names.at[i].name);
		view_day(row, "until", day_iso(l->names.at[i].until));
	}
}

static void origins(struct view *v, const struct unit_life *l)
{
	view_rows(v, "from");
	view_rows(v, "into");
	for (size_t i = 0; i < l->origins.n; i++) {
		const struct unit_origin *o = &l->origins.at[i];
		bool came = o->unit == l->unit.id;
		struct view *row = view_row(v, came ? "from" : "into");
		view_count(row, "unit", came ? o->from : o->unit);
		view_text(row, "name", came ? o->from_name : o->unit_name);
		view_text(row, "how", o->how);
		view_text(row, "how_name", str_c(unit_how_vi(o->how)));
		view_day(row, "on", day_iso(o->day));
	}
}

/* What hangs right under it and lives. */
static void under(struct view *v, const struct unit_life *l)
{
	view_rows(v, "rooms");
	view_rows(v, "bodies");
	for (size_t i = 0; i < l->names.n; i++) {
		const struct unit_row *u = &l->names.at[i].unit;
		if (!l->names.at[i].until.n && !u->ended.n && u->parent == l->unit.id)
			unit_put(view_row(v, u->level == LEVEL_ROOM ? "rooms" : "bodies"), u, u->name);
	}
	for (enum unit_level k = 0; k < UNIT_LEVELS; k++)
		view_yes(view_object(v, "levels"), unit_level_name(k), unit_may_hang(k, l->unit.level));
}

static void people(struct view *v, const struct people *p)
{
	view_rows(v, "people");
	for (size_t i = 0; i < p->at.n; i++) {
		struct view *row = view_row(v, "people");
		view_count(row, "id", p->at.at[i].id);
		view_text(row, "login", p->at.at[i].login);
		view_text(row, "name", p->at.at[i].name);
		view_text(row, "title", p->at.at[i].title);
		view_text(row, "unit_name", p->at.at[i].unit);
		view_yes(row, "open", p->at.at[i].active);
	}
	view_yes(v, "people_more", p->more);
}

/* Each form of the page has its own object, for what was typed in it. */
static void forms(struct view *v)
{
	static const struct { const char *form, *names[6]; } all[] = {
		{ "add", { "name", "level", "symbol", "ranking", "founded", NULL } }, { "rename", { "name", "on", NULL } },
		{ "split", { "into", "on", NULL } }, { "end", { "on", NULL } },
	};
	for (size_t i = 0; i < COUNT(all); i++)
		for (size_t k = 0; k < COUNT(all[i].names) && all[i].names[k]; k++)
			view_text(view_object(v, all[i].form), all[i].names[k], (str){ 0 });
}

static bool run(struct req *q, struct view *v, struct err *e)
{
	str id = unit_id_text(q->a, param_id(q, "unit"));
	struct unit_life l;
	struct people p;
	struct unit_with with;
	if (!unit_life_load(q->r, q->a, id, &l, e) || !person_list(q->r, q->a, id, (str){ 0 }, 1, &p, e) ||
	    !unit_with_load(q->r, &l.names, l.unit.id, &with, e))
		return false;
	facts(v, &l);
	origins(v, &l);
	under(v, &l);
	people(v, &p);
	view_count(v, "rooms_n", with.rooms);
	view_count(v, "bodies_n", with.bodies);
	view_count(v, "people_n", with.people);
	forms(v);
	view_yes(v, "adding", param_yes(q, "adding"));
	return true;
}

const struct page page_unit = {
	.method = GET, .path = "/don-vi/:unit", .title = "Đơn vị",
	.help = "Đơn vị này trực thuộc đâu, từng mang tên gì, từ đâu mà có, gồm những phòng nào và ai làm việc ở đây.",
	.who = WHO_RIGHT, .area = "units", .acts = "see", .of = PLACE_UNIT, .id = "unit",
	.params = { PARAM_PLACE, { "adding", "mở mẫu thêm đơn vị", PARAM_YES } },
	.template = "unit", .example = "/don-vi/2", .source = "issue 6 (10)", .run = run,
};
