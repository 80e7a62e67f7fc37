#include "web/unit_rows.h"
#include "core/day.h"

str unit_id_text(struct arena *a, int64_t id) { return str_fmt(a, "#%lld", (long long)id); }

void unit_put(struct view *v, const struct unit_row *u, str name)
{
	view_count(v, "unit", u->id);
	view_text(v, "name", name.n ? name : u->name);
	view_text(v, "level", str_c(unit_level_name(u->level)));
	view_text(v, "level_name", str_c(unit_level_vi(u->level)));
	view_text(v, "symbol", u->symbol);
	view_text(v, "ranking", u->ranking);
	view_day(v, "ended", day_iso(u->ended));
	view_text(v, "ended_name", u->ended.n ? str_c(unit_how_vi(u->ended_how)) : (str){ 0 });
	view_link(v, "path", str_fmt(v->a, "/don-vi/%lld", (long long)u->id));
}

void unit_options(struct view *v, const char *list, const unit_names *names, bool bodies_alone)
{
	view_rows(v, list);
	for (size_t i = 0, n = 0; i < names->n && n < UNIT_OPTIONS; i++) {
		const struct unit_row *u = &names->at[i].unit;
		if (names->at[i].until.n || u->ended.n || (bodies_alone && u->level == LEVEL_ROOM))
			continue;
		const struct unit_row *body = u->level == LEVEL_ROOM ? unit_by_id(names, u->body) : NULL;
		view_text(view_row(v, list), "text", str_fmt(v->a, "#%lld %.*s%s%.*s", (long long)u->id, SF(u->name), body ? ", " : "",
		                                             SF(body ? body->name : (str){ 0 })));
		n++;
	}
}

strs unit_lines(struct arena *a, str text)
{
	strs list = { 0 };
	for (size_t from = 0; from < text.n;) {
		size_t end = str_find(text, S("\n"), from);
		str line = str_trim(str_sub(text, from, end));
		from = end + 1;
		if (line.n)
			*vec_add(a, &list) = line;
	}
	return list;
}
