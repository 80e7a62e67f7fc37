#include "app/unit.h"
#include "app/record_parts.h"
#include "app/said.h"
#include "app/unit_parts.h"
#include "core/calendar.h"
#include "core/day.h"

/* -- what may be ------------------------------------------------------------------------------------- */

/* A record may also begin lower than at the province. */
bool unit_may_hang(enum unit_level l, enum unit_level under)
{
	switch (l) {
	case LEVEL_MINISTRY: return false;
	case LEVEL_PROVINCE: return under == LEVEL_MINISTRY;
	case LEVEL_DEPARTMENT: return under == LEVEL_PROVINCE || under == LEVEL_MINISTRY;
	case LEVEL_DISTRICT: return under == LEVEL_PROVINCE;
	case LEVEL_COMMUNE: return under == LEVEL_PROVINCE || under == LEVEL_DISTRICT;
	case LEVEL_ROOM: return true;
	case UNIT_LEVELS: break;
	}
	return false;
}

bool unit_name_ok(struct arena *a, str *name, struct err *e)
{
	if (!said(a, "tên đơn vị", SAID_NAME, name, e))
		return false;
	if (name->n && name->p[0] != '#')
		return true;
	fail(e, ERR_INPUT, name->n ? "Tên đơn vị không bắt đầu bằng dấu #." : "Chưa ghi tên đơn vị.");
	return err_hint(e, "Viết tên như trong quyết định thành lập, như “Sở Tư pháp”.");
}

bool unit_name_free(struct arena *a, const unit_names *names, int64_t parent, str name, int64_t besides, struct err *e)
{
	str plain = unit_key(a, name, false), marked = unit_key(a, name, true);
	for (size_t i = 0; i < names->n; i++) {
		const struct unit_called *x = &names->at[i];
		if (x->until.n || x->unit.ended.n || x->unit.parent != parent || x->unit.id == besides || !str_eq(x->key, plain) ||
		    !str_eq(unit_key(a, x->name, true), marked))
			continue;
		const struct unit_row *up = unit_of(names, parent);
		fail(e, ERR_CONFLICT, "%.*s đã có đơn vị “%.*s” (#%lld).", SF(up ? up->name : S("Hồ sơ")), SF(x->name), (long long)x->unit.id);
		return err_hint(e, "Dùng đơn vị ấy, hoặc đặt tên khác.");
	}
	return true;
}

bool unit_living(struct arena *a, const struct unit_row *u, struct err *e)
{
	if (!u->ended.n)
		return true;
	fail(e, ERR_INPUT, "%.*s đã kết thúc ngày %s.", SF(u->name), day_vi(a, day_iso(u->ended)).p);
	return err_hint(e, "Xem đơn vị nào thay nó bằng khacphuc unit show “#%lld”.", (long long)u->id);
}

/* A day that has come, and not before the unit was there. */
bool unit_day_ok(struct arena *a, const struct unit_row *u, struct date on, struct err *e)
{
	if (!date_day_known(on))
		return fail(e, ERR_INPUT, "Ngày phải có đủ ngày, tháng, năm."), err_hint(e, "Viết ngày như 01/07/2025.");
	if (days_between(on, record_today()) < 0) {
		fail(e, ERR_INPUT, "Ngày %s chưa tới.", day_vi(a, on).p);
		return err_hint(e, "Ghi thay đổi khi nó đã có hiệu lực.");
	}
	if (!u || !u->founded.n || strcmp(date_iso(a, on).p, u->founded.p) >= 0)
		return true;
	fail(e, ERR_INPUT, "%.*s thành lập ngày %s, sau ngày %s.", SF(u->name), day_vi(a, day_iso(u->founded)).p, day_vi(a, on).p);
	return err_hint(e, "Xem lại ngày của quyết định.");
}

bool unit_denied(struct record *r, struct err *e) { return record_denied(r, e, "thêm, đổi hay bỏ đơn vị"); }

/* -- adding ------------------------------------------------------------------------------------------ */

bool unit_insert(struct record *r, struct tx *t, unit_names *names, const struct unit_row *n, struct unit_row *ret, struct err *e)
{
	struct arena *a = t->a;
	struct changed c = { 0 };
	struct unit_row u = *n;
	if (!unit_name_ok(a, &u.name, e) || !said(a, "nhóm", SAID_NAME, &u.ranking, e) || !said(a, "ký hiệu", SAID_NAME, &u.symbol, e) ||
	    !unit_name_free(a, names, u.parent, u.name, 0, e) ||
	    !db_change(t, Q(unit_add, .parent_id = v_int(u.parent), .level = v_text(str_c(unit_level_name(u.level))),
	                    .ranking = v_text(u.ranking), .name = v_text(u.name), .folded = v_text(fold_plain(a, u.name)),
	                    .symbol = v_text(u.symbol), .founded_on = v_text(u.founded),
	                    .who = v_int(r->who.person)), &c, e))
		return false;
	if (!c.rows)
		return unit_denied(r, e);
	u.id = c.id;
	u.body = u.id;
	if (u.level == LEVEL_ROOM)
		u.body = unit_of(names, u.parent)->body;
	else if (!db_change(t, Q(unit_own_body, .id = v_int(u.id), .who = v_int(r->who.person)), NULL, e))
		return false;
	*vec_add(a, names) = (struct unit_called){ u, u.name, { 0 }, unit_key(a, u.name, false) };
	*ret = u;
	return true;
}

static bool add_one(struct record *r, struct tx *t, unit_names *names, const struct unit_new *n, struct unit_row *ret, struct err *e)
{
	struct arena *a = t->a;
	struct unit_row up = { 0 }, u = { .name = n->name, .ranking = n->ranking, .symbol = n->symbol };
	if (!unit_level_of(a, n->level, &u.level)) {
		fail(e, ERR_INPUT, n->level.n ? "Không có cấp đơn vị “%.*s”." : "Chưa ghi cấp của đơn vị.%.*s", SF(n->level));
		return err_hint(e, "Cấp là một trong: bộ, tỉnh, sở, huyện, xã, phòng.");
	}
	if (!unit_pick_one(a, names, str_trim(n->under), (struct date){ 0 }, &up, e) || !unit_living(a, &up, e) ||
	    (n->founded.year && !unit_day_ok(a, &up, n->founded, e)))
		return false;
	if (!unit_may_hang(u.level, up.level)) {
		fail(e, ERR_INPUT, "Đơn vị cấp %s không thuộc được %.*s (cấp %s).", unit_level_vi(u.level), SF(up.name), unit_level_vi(up.level));
		return err_hint(e, "Sở, huyện, xã thuộc tỉnh; phòng thuộc một cơ quan hay một phòng lớn hơn.");
	}
	u.parent = up.id;
	u.founded = date_iso(a, n->founded);
	return unit_insert(r, t, names, &u, ret, e);
}

bool unit_add(struct record *r, struct arena *a, const struct unit_new *n, struct unit_row *ret, struct err *e)
{
	CLEANUP(tx_close) struct tx t = { 0 };
	unit_names names = { 0 };
	return record_tx(r, a, S("unit add"), &t, e) && unit_names_load(r, a, 0, &names, e) && add_one(r, &t, &names, n, ret, e) &&
	    tx_commit(&t, e);
}

bool unit_add_rows(struct record *r, struct arena *a, const struct unit_new *at, const int *row, size_t n, units *ret,
                   struct told *told, struct err *e)
{
	CLEANUP(tx_close) struct tx t = { 0 };
	unit_names names = { 0 };
	if (!record_tx(r, a, S("unit add"), &t, e) || !unit_names_load(r, a, 0, &names, e))
		return false;
	for (size_t i = 0; i < n; i++) {
		struct unit_row u;
		struct err why = { 0 };
		if (add_one(r, &t, &names, &at[i], &u, &why)) {
			*vec_add(a, ret) = u;
			continue;
		}
		if (why.code == ERR_DENIED || why.code == ERR_SYSTEM)
			return *e = why, false;
		told_wrong(a, told, "Dòng %d: %s", row[i], why.message);
	}
	if (!told->wrong_n)
		return tx_commit(&t, e);
	ret->n = 0;
	return false;
}

/* -- another name ------------------------------------------------------------------------------------ */

/* Not before the last time. */
static bool after_last(struct arena *a, const unit_names *names, const struct unit_row *u, str day, struct err *e)
{
	for (size_t i = 0; i < names->n; i++) {
		str until = names->at[i].until;
		if (names->at[i].unit.id != u->id || !until.n || strcmp(day.p, until.p) > 0)
			continue;
		fail(e, ERR_INPUT, "%.*s đã đổi tên ngày %s; lần sau phải sau ngày ấy.", SF(u->name), day_vi(a, day_iso(until)).p);
		return err_hint(e, "Xem các tên cũ bằng khacphuc unit show.");
	}
	return true;
}

bool unit_rename(struct record *r, struct arena *a, str unit, str name, struct date on, struct unit_row *ret, struct err *e)
{
	on = on.year ? on : record_today();
	CLEANUP(tx_close) struct tx t = { 0 };
	unit_names names = { 0 };
	struct changed c = { 0 };
	if (!record_tx(r, a, S("unit rename"), &t, e) || !unit_names_load(r, a, 0, &names, e) ||
	    !unit_pick_one(a, &names, unit, (struct date){ 0 }, ret, e) || !unit_living(a, ret, e) || !unit_name_ok(a, &name, e) ||
	    !unit_day_ok(a, ret, on, e))
		return false;
	str day = date_iso(a, on);
	if (str_eq(ret->name, name))
		return fail(e, ERR_INPUT, "Đơn vị đã mang tên “%.*s”.", SF(name));
	if (!after_last(a, &names, ret, day, e) || !unit_name_free(a, &names, ret->parent, name, ret->id, e) ||
	    !db_change(&t, Q(unit_name_add, .id = v_int(ret->id), .until_on = v_text(day), .who = v_int(r->who.person)), &c, e))
		return false;
	if (!c.rows)
		return unit_denied(r, e);
	if (!db_change(&t, Q(unit_rename, .id = v_int(ret->id), .name = v_text(name), .folded = v_text(fold_plain(a, name)),
	                      .who = v_int(r->who.person)), NULL, e))
		return false;
	ret->name = name;
	return tx_commit(&t, e);
}
