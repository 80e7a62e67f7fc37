#include "core/day.h"
#include "web/unit_rows.h"

/* One merges with what hangs beside it; asked for the highest, the bodies under it. */
static int64_t parent_of(const struct unit_tree *t, int64_t unit, bool *room)
{
	const struct unit_row *u = unit_by_id(&t->names, unit);
	*room = u && u->level == LEVEL_ROOM;
	for (size_t i = 0; !u && i < t->names.n; i++)
		u = t->names.at[i].unit.parent ? NULL : &t->names.at[i].unit;
	return !u ? 0 : u->parent ? u->parent : u->id;
}

static bool among(const ids *list, int64_t id)
{
	for (size_t i = 0; i < list->n; i++)
		if (list->at[i] == id)
			return true;
	return false;
}

static void preview(struct view *v, struct req *q, const struct unit_tree *t, const units *old, const struct unit_row *parent)
{
	struct view *p = view_object(v, "preview");
	str into = param_text(q, "into");
	const struct unit_row *heir = unit_named(q->a, old, into);
	int rooms = 0, bodies = 0;
	view_rows(p, "ends");
	for (size_t i = 0; i < old->n; i++) {
		view_count(view_row(p, "chosen"), "unit", old->at[i].id);
		if (heir && heir->id == old->at[i].id)
			continue;
		struct unit_with w = unit_with_of(&t->names, old->at[i].id);
		view_text(view_row(p, "ends"), "name", old->at[i].name);
		rooms += w.rooms;
		bodies += w.bodies;
	}
	view_text(p, "into", heir ? heir->name : into);
	view_yes(p, "lives_on", heir);
	view_day(p, "on", param_day(q, "on"));
	view_count(p, "rooms_n", rooms);
	view_count(p, "bodies_n", bodies);
	view_text(p, "bodies_go_to", heir ? heir->name : parent ? parent->name : (str){ 0 });
}

static bool run(struct req *q, struct view *v, struct err *e)
{
	struct unit_tree t;
	units old = { 0 };
	ids from = param_ids(q, "from");
	bool room;
	if (!unit_tree_load(q->r, q->a, (str){ 0 }, (struct date){ 0 }, false, &t, e))
		return false;
	int64_t above = parent_of(&t, from.n ? from.at[0] : param_id(q, "unit"), &room);
	const struct unit_row *parent = unit_by_id(&t.names, above);
	view_rows(v, "units");
	for (size_t i = 0; i < t.names.n; i++) {
		const struct unit_row *u = &t.names.at[i].unit;
		if (t.names.at[i].until.n || u->ended.n || u->parent != above || (u->level == LEVEL_ROOM) != room)
			continue;
		struct view *row = view_row(v, "units");
		bool chosen = among(&from, u->id);
		unit_put(row, u, u->name);
		view_yes(row, "chosen", chosen || (!from.n && u->id == param_id(q, "unit")));
		if (chosen)
			*vec_add(q->a, &old) = *u;
	}
	struct view *form = view_object(v, "form");
	view_text(form, "into", param_text(q, "into"));
	view_day(form, "on", param_day(q, "on"));
	view_text(v, "parent_name", parent ? parent->name : (str){ 0 });
	view_text(v, "preview", (str){ 0 });
	view_yes(v, "too_few", from.n == 1 && param_text(q, "into").n);
	if (old.n > 1 && param_text(q, "into").n && param_day(q, "on").year)
		preview(v, q, &t, &old, parent);
	return true;
}

const struct page page_unit_merge = {
	.method = GET, .path = "/don-vi/gop", .title = "Gộp đơn vị",
	.help = "Chọn các đơn vị được gộp, xem điều sẽ xảy ra, rồi mới gộp.",
	.who = WHO_RIGHT, .area = "units", .acts = "change", .of = PLACE_HIGHEST,
	.params = { { "unit", "đơn vị", PARAM_ID }, { "from", "các đơn vị được gộp", PARAM_IDS, .max = 64 },
	            { "into", "tên sau khi gộp", PARAM_TEXT, .max = 300 }, { "on", "từ ngày", PARAM_DAY } },
	.template = "unit_merge", .example = "/don-vi/gop", .source = "issue 6 (10)", .run = run,
};
