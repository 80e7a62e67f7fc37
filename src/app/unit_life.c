#include "app/record_parts.h"
#include "app/unit_parts.h"
#include "core/calendar.h"

enum { PARTS_MOST = 64 };

const struct unit_row *unit_named(struct arena *a, const units *all, str name)
{
	str plain = unit_key(a, name, false), marked = unit_key(a, name, true);
	for (size_t i = 0; i < all->n; i++)
		if (str_eq(unit_key(a, all->at[i].name, false), plain) && str_eq(unit_key(a, all->at[i].name, true), marked))
			return &all->at[i];
	return NULL;
}

static bool not_top(const struct unit_row *u, struct err *e)
{
	if (u->parent)
		return true;
	fail(e, ERR_INPUT, "%.*s là đơn vị cao nhất của hồ sơ, không gộp, tách hay bỏ được.", SF(u->name));
	return err_hint(e, "Đơn vị cao nhất chỉ đổi tên được.");
}

/* A unit that can change on that day. */
static bool pick_living(struct arena *a, const unit_names *names, str text, struct date on, struct unit_row *ret, struct err *e)
{
	return unit_pick_one(a, names, text, (struct date){ 0 }, ret, e) && unit_living(a, ret, e) && not_top(ret, e) &&
	    unit_day_ok(a, ret, on, e);
}

/* It ends with its rooms; what hung under it hangs under another. */
static bool end_one(struct record *r, struct tx *t, unit_names *names, const struct unit_row *u, str day, str how, int64_t heir,
                struct err *e)
{
	struct changed c = { 0 };
	if (!db_change(t, Q(unit_hang, .id = v_int(u->id), .parent_id = v_int(heir), .who = v_int(r->who.person)), NULL, e) ||
	    !db_change(t, Q(unit_end, .id = v_int(u->id), .ended_on = v_text(day), .ended_how = v_text(how),
	                 .who = v_int(r->who.person)), &c, e))
		return false;
	for (size_t i = 0; i < names->n; i++)
		if (names->at[i].unit.id == u->id)
			names->at[i].unit.ended = day;
	return c.rows || unit_denied(r, e);
}

static bool come_from(struct record *r, struct tx *t, int64_t id, int64_t from, str how, str day, struct err *e)
{
	struct changed c = { 0 };
	if (!db_change(t, Q(unit_origin_add, .id = v_int(id), .from_id = v_int(from), .how = v_text(how), .on_day = v_text(day),
	                    .who = v_int(r->who.person)), &c, e))
		return false;
	return c.rows || unit_denied(r, e);
}

/* -- merging ----------------------------------------------------------------------------------------- */

static bool pick_all(struct arena *a, const unit_names *names, const strs *from, struct date on, units *ret, struct err *e)
{
	if (from->n < 2 || from->n > PARTS_MOST)
		return fail(e, ERR_INPUT, "Gộp thì phải ghi từ hai đến %d đơn vị.", PARTS_MOST), err_hint(e, "Chọn ít nhất hai đơn vị, rồi ghi tên sau khi gộp.");
	for (size_t i = 0; i < from->n; i++) {
		struct unit_row u;
		if (!pick_living(a, names, from->at[i], on, &u, e))
			return false;
		for (size_t k = 0; k < ret->n; k++) {
			if (ret->at[k].id == u.id)
				return fail(e, ERR_INPUT, "Đơn vị “%.*s” được ghi hai lần.", SF(u.name)), err_hint(e, "Ghi mỗi đơn vị một lần.");
			if ((ret->at[k].level == LEVEL_ROOM) != (u.level == LEVEL_ROOM) ||
			    (u.level == LEVEL_ROOM && ret->at[k].body != u.body)) {
				fail(e, ERR_INPUT, "Không gộp được %.*s với %.*s.", SF(ret->at[k].name), SF(u.name));
				return err_hint(e, "Gộp các cơ quan với nhau, hoặc các phòng của cùng một cơ quan.");
			}
		}
		*vec_add(a, ret) = u;
	}
	return true;
}

bool unit_merge(struct record *r, struct arena *a, const strs *from, str into, struct date on, struct unit_row *ret, struct err *e)
{
	on = on.year ? on : record_today();
	CLEANUP(tx_close) struct tx t = { 0 };
	unit_names names = { 0 };
	units old = { 0 };
	if (!record_tx(r, a, S("unit merge"), &t, e) || !unit_names_load(r, a, 0, &names, e) || !pick_all(a, &names, from, on, &old, e))
		return false;
	str day = date_iso(a, on), how = S("merged");
	const struct unit_row *heir = unit_named(a, &old, into);
	*ret = heir ? *heir : old.at[0];
	for (size_t i = 0; i < old.n; i++)                 /* first: the new one may be called as one that ends today */
		if (old.at[i].id != ret->id || !heir)
			if (!end_one(r, &t, &names, &old.at[i], day, how, heir ? heir->id : old.at[i].parent, e))
				return false;
	if (!heir) {
		struct unit_row u = { .parent = ret->parent, .level = ret->level, .name = into, .ranking = ret->ranking, .founded = day };
		if (!unit_insert(r, &t, &names, &u, ret, e))
			return false;
	}
	for (size_t i = 0; i < old.n; i++)
		if (old.at[i].id != ret->id && !come_from(r, &t, ret->id, old.at[i].id, how, day, e))
			return false;
	return tx_commit(&t, e);
}

/* -- what goes with it --------------------------------------------------------------------------------- */

/* Rooms of rooms too; a room has one parent, so no walk comes back. */
static void below(const unit_names *names, int64_t id, struct unit_with *w)
{
	for (size_t i = 0; i < names->n; i++) {
		const struct unit_row *u = &names->at[i].unit;
		if (names->at[i].until.n || u->ended.n || u->parent != id)
			continue;
		if (u->level == LEVEL_ROOM) {
			w->rooms++;
			below(names, u->id, w);
		} else
			w->bodies++;
	}
}

struct unit_with unit_with_of(const unit_names *names, int64_t id)
{
	struct unit_with w = { 0 };
	below(names, id, &w);
	return w;
}

bool unit_with_load(struct record *r, const unit_names *names, int64_t id, struct unit_with *ret, struct err *e)
{
	bool found;
	*ret = unit_with_of(names, id);
	return db_int(r->db, Q(people_under, .id = v_int(id), .who = v_int(r->who.person)), &ret->people, &found, e);
}

const struct unit_row *unit_by_id(const unit_names *names, int64_t id) { return unit_of(names, id); }

/* -- splitting, ending ------------------------------------------------------------------------------- */

bool unit_split(struct record *r, struct arena *a, str unit, const strs *into, struct date on, units *ret, struct err *e)
{
	on = on.year ? on : record_today();
	CLEANUP(tx_close) struct tx t = { 0 };
	unit_names names = { 0 };
	units old = { 0 };
	struct unit_row u;
	if (!record_tx(r, a, S("unit split"), &t, e) || !unit_names_load(r, a, 0, &names, e) || !pick_living(a, &names, unit, on, &u, e))
		return false;
	if (into->n < 2 || into->n > PARTS_MOST)
		return fail(e, ERR_INPUT, "Tách thì phải ghi từ hai đến %d đơn vị nhận.", PARTS_MOST), err_hint(e, "Ghi tên từng đơn vị nhận.");
	*vec_add(a, &old) = u;
	str day = date_iso(a, on), how = S("split");
	bool lives = false;
	for (size_t i = 0; i < into->n; i++)
		lives |= unit_named(a, &old, into->at[i]) != NULL;
	if (!lives && !end_one(r, &t, &names, &u, day, how, u.parent, e))
		return false;
	for (size_t i = 0; i < into->n; i++) {
		struct unit_row made = u;
		struct unit_row n = { .parent = u.parent, .level = u.level, .name = into->at[i], .ranking = u.ranking, .founded = day };
		bool same = unit_named(a, &old, into->at[i]) != NULL;
		if (!same && (!unit_insert(r, &t, &names, &n, &made, e) || !come_from(r, &t, made.id, u.id, how, day, e)))
			return false;
		if (unit_named(a, ret, made.name))
			return fail(e, ERR_INPUT, "Đơn vị “%.*s” được ghi hai lần.", SF(made.name)), err_hint(e, "Ghi mỗi đơn vị một lần.");
		*vec_add(a, ret) = made;
	}
	return tx_commit(&t, e);
}

bool unit_end(struct record *r, struct arena *a, str unit, struct date on, struct unit_row *ret, struct err *e)
{
	on = on.year ? on : record_today();
	CLEANUP(tx_close) struct tx t = { 0 };
	unit_names names = { 0 };
	return record_tx(r, a, S("unit end"), &t, e) && unit_names_load(r, a, 0, &names, e) && pick_living(a, &names, unit, on, ret, e) &&
	       end_one(r, &t, &names, ret, date_iso(a, on), S("abolished"), ret->parent, e) && tx_commit(&t, e);
}

/* -- looking ----------------------------------------------------------------------------------------- */

bool unit_life_load(struct record *r, struct arena *a, str unit, struct unit_life *ret, struct err *e)
{
	CLEANUP(rows_close) struct rows rows = { 0 };
	*ret = (struct unit_life){ 0 };
	if (!unit_names_of_ground(r, a, &ret->names, e) || !unit_pick_one(a, &ret->names, unit, (struct date){ 0 }, &ret->unit, e) ||
	    !db_query(r->db, Q(unit_origins, .id = v_int(ret->unit.id), .who = v_int(r->who.person)), &rows, e))
		return false;
	while (rows_next(&rows)) {
		struct unit_origin *o = vec_add(a, &ret->origins);
		*o = (struct unit_origin){ .unit = col_int(&rows, 0), .from = col_int(&rows, 2), .unit_name = col_text(&rows, a, 1),
			                   .from_name = col_text(&rows, a, 3), .how = col_text(&rows, a, 4), .day = col_text(&rows, a, 5) };
	}
	return rows_done(&rows, e);
}

bool unit_tree_load(struct record *r, struct arena *a, str of, struct date on, bool all, struct unit_tree *ret, struct err *e)
{
	struct unit_row u = { 0 };
	*ret = (struct unit_tree){ .day = date_iso(a, on.year ? on : record_today()), .all = all };
	if (!unit_names_of_ground(r, a, &ret->names, e) || (of.n && !unit_pick_one(a, &ret->names, of, on, &u, e)))
		return false;
	ret->top = u.id;
	return true;
}
