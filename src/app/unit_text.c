#include "app/json.h"
#include "app/unit_parts.h"
#include "core/day.h"

static str day_of(struct arena *a, str iso) { return day_vi(a, day_iso(iso)); }

const char *unit_how_vi(str how) { return str_eq(how, S("merged")) ? "gộp" : str_eq(how, S("split")) ? "tách" : "bỏ"; }

/* Spaces that a table keeps. */
static str indented(struct arena *a, int depth, str name)
{
	struct buf b = buf_open(a);
	for (int i = 0; i < depth; i++)
		buf_put(&b, S("\u00a0\u00a0"));
	buf_put(&b, name);
	return buf_str(&b);
}

/* -- the tree ---------------------------------------------------------------------------------------- */

struct growing { struct arena *a; const struct unit_tree *t; const struct unit_row **at; size_t n; unit_branches out; };

static void grow(struct growing *g, const struct unit_row *u, int depth)
{
	if (g->t->all || unit_lives(u, g->t->day))
		*vec_add(g->a, &g->out) = (struct unit_branch){ u, unit_name_on(&g->t->names, u->id, g->t->day), depth };
	for (size_t i = 0; i < g->n; i++)
		if (g->at[i]->parent == u->id)
			grow(g, g->at[i], depth + 1);
}

unit_branches unit_tree_branches(struct arena *a, const struct unit_tree *t)
{
	struct growing g = { .a = a, .t = t, .at = make_n(a, const struct unit_row *, t->names.n + 1) };
	for (size_t i = 0; i < t->names.n; i++)
		if (!t->names.at[i].until.n)
			g.at[g.n++] = &t->names.at[i].unit;
	for (size_t i = 0; i < g.n; i++)
		if (t->top ? g.at[i]->id == t->top : !unit_of(&t->names, g.at[i]->parent))
			grow(&g, g.at[i], 0);
	return g.out;
}

str unit_tree_text(struct arena *a, const struct unit_tree *t, const struct layout *y)
{
	static const struct column columns[] = {
		{ "Đơn vị", false, 3 }, { "Số", true, 0 }, { "Cấp", false, 0 }, { "Nhóm", false, 1 }, { "Ký hiệu", false, 0 }, { "Ghi chú", false, 1 },
	};
	struct table table = { .columns = columns, .n = COUNT(columns) };
	unit_branches all = unit_tree_branches(a, t);
	struct buf b = buf_open(a);
	for (size_t i = 0; i < all.n; i++) {
		const struct unit_row *u = all.at[i].unit;
		str cells[] = { indented(a, all.at[i].depth, all.at[i].name), str_fmt(a, "#%lld", (long long)u->id),
			        str_c(unit_level_vi(u->level)), u->ranking, u->symbol,
			        u->ended.n ? str_fmt(a, "%s %s", unit_how_vi(u->ended_how), day_of(a, u->ended).p) : (str){ 0 } };
		for (size_t k = 0; k < COUNT(cells); k++)
			*vec_add(a, &table.cells) = cells[k];
	}
	if (!all.n)
		return S("Không có đơn vị nào trong phạm vi của bạn.\n");
	layout_table(&b, y, &table);
	return buf_str(&b);
}

static json_t *unit_json(const struct unit_row *u, str name)
{
	json_t *j = json_object();
	json_object_set_new(j, "id", j_id(u->id));
	json_object_set_new(j, "parent", j_id(u->parent));
	json_object_set_new(j, "body", j_id(u->body));
	json_object_set_new(j, "name", j_text(name));
	json_object_set_new(j, "level", j_word(unit_level_name(u->level)));
	json_object_set_new(j, "group", j_text(u->ranking));
	json_object_set_new(j, "symbol", j_text(u->symbol));
	json_object_set_new(j, "founded", j_text(u->founded));
	json_object_set_new(j, "ended", j_text(u->ended));
	json_object_set_new(j, "ended_how", j_text(u->ended_how));
	return j;
}

str unit_tree_json(struct arena *a, const struct unit_tree *t)
{
	json_t *list = json_array(), *j = json_object();
	unit_branches all = unit_tree_branches(a, t);
	for (size_t i = 0; i < all.n; i++)
		json_array_append_new(list, unit_json(all.at[i].unit, all.at[i].name));
	json_object_set_new(j, "units", list);
	return json_done(a, j);
}

/* -- one life ---------------------------------------------------------------------------------------- */

static void fact(struct buf *b, const char *name, str value)
{
	if (value.n)
		buf_fmt(b, "  %s: %.*s\n", name, SF(value));
}

static str origins_of(struct arena *a, const struct unit_life *l, bool before)
{
	struct buf b = buf_open(a);
	for (size_t i = 0; i < l->origins.n; i++) {
		const struct unit_origin *o = &l->origins.at[i];
		if ((o->unit == l->unit.id) == before)
			buf_fmt(&b, "%s%.*s (#%lld, %s %s)", b.n ? "; " : "", SF(before ? o->from_name : o->unit_name),
			        (long long)(before ? o->from : o->unit), unit_how_vi(o->how), day_of(a, o->day).p);
	}
	return buf_str(&b);
}

str unit_life_text(struct arena *a, const struct unit_life *l, const struct layout *y)
{
	const struct unit_row *u = &l->unit, *up = unit_of(&l->names, u->parent);
	struct buf b = buf_open(a), old = buf_open(a);
	for (size_t i = 0; i < l->names.n; i++)
		if (l->names.at[i].unit.id == u->id && l->names.at[i].until.n)
			buf_fmt(&old, "%s%.*s (đến trước ngày %s)", old.n ? "; " : "", SF(l->names.at[i].name), day_of(a, l->names.at[i].until).p);
	layout_ink(&b, y, INK_BOLD, layout_safe(a, u->name));
	buf_fmt(&b, " (#%lld)\n", (long long)u->id);
	fact(&b, "Cấp", str_c(unit_level_vi(u->level)));
	fact(&b, "Thuộc", up ? up->name : (str){ 0 });
	fact(&b, "Nhóm xếp hạng", u->ranking);
	fact(&b, "Ký hiệu", u->symbol);
	fact(&b, "Thành lập", day_of(a, u->founded));
	fact(&b, "Tên trước đây", buf_str(&old));
	fact(&b, "Từ", origins_of(a, l, true));
	fact(&b, "Thành", origins_of(a, l, false));
	fact(&b, "Kết thúc", u->ended.n ? str_fmt(a, "%s (%s)", day_of(a, u->ended).p, unit_how_vi(u->ended_how)) : (str){ 0 });
	return buf_str(&b);
}

str unit_life_json(struct arena *a, const struct unit_life *l)
{
	json_t *j = unit_json(&l->unit, l->unit.name), *names = json_array(), *from = json_array(), *to = json_array();
	for (size_t i = 0; i < l->names.n; i++)
		if (l->names.at[i].unit.id == l->unit.id && l->names.at[i].until.n)
			json_array_append_new(names, json_pack("{s:o, s:o}", "name", j_text(l->names.at[i].name), "until", j_text(l->names.at[i].until)));
	for (size_t i = 0; i < l->origins.n; i++) {
		const struct unit_origin *o = &l->origins.at[i];
		bool before = o->unit == l->unit.id;
		json_array_append_new(before ? from : to, json_pack("{s:I, s:o, s:o, s:o}", "id", (json_int_t)(before ? o->from : o->unit), "name",
		                                                    j_text(before ? o->from_name : o->unit_name), "how",
		                                                    j_text(o->how), "on", j_text(o->day)));
	}
	json_object_set_new(j, "names_before", names);
	json_object_set_new(j, "from", from);
	json_object_set_new(j, "to", to);
	return json_done(a, j);
}
