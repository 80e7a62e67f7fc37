#include "app/json.h"
#include "app/person.h"
#include "app/record_parts.h"
#include "app/unit_parts.h"

static struct person *person_of(struct arena *a, struct people *p, struct rows *rows)
{
	str login = col_text(rows, a, 0);
	if (p->at.n && str_eq(p->at.at[p->at.n - 1].login, login))
		return &p->at.at[p->at.n - 1];
	struct person *x = vec_add(a, &p->at);
	*x = (struct person){ .login = login, .name = col_text(rows, a, 1), .title = col_text(rows, a, 2), .active = col_int(rows, 3),
		              .unit = col_text(rows, a, 4), .id = col_int(rows, 7), .secret = col_int(rows, 8) };
	return x;
}

static enum role role_named(str name)
{
	enum role k = 0;
	while (k < ROLE_VIEWER && !str_eq(str_c(role_name(k)), name))
		k++;
	return k;
}

bool person_list(struct record *r, struct arena *a, str unit, str words, int page, struct people *ret, struct err *e)
{
	CLEANUP(rows_close) struct rows rows = { 0 };
	struct unit_row u = { 0 };
	page = page < 1 ? 1 : page;
	*ret = (struct people){ .page = page };
	if ((unit.n && !unit_load(r, a, unit, &u, e)) ||
	    !db_query(r->db, Q(person_list, .unit_id = v_ref(u.id), .words = v_text(words), .limit = v_int(PEOPLE_PAGE + 1),
	                 .skip = v_int((int64_t)(page - 1) * PEOPLE_PAGE),
	                       .who = v_int(r->who.person)), &rows, e))
		return false;
	while (rows_next(&rows)) {
		struct person *p = person_of(a, ret, &rows);
		str role = col_text(&rows, a, 5);
		if (role.n)
			*vec_add(a, &p->roles) = (struct person_role){ role_named(role), col_int(&rows, 9), col_text(&rows, a, 6) };
	}
	ret->more = ret->at.n > PEOPLE_PAGE;
	ret->at.n -= ret->more;
	return rows_done(&rows, e);
}

bool person_roles_own(struct record *r, struct arena *a, person_roles *ret, struct err *e)
{
	CLEANUP(rows_close) struct rows rows = { 0 };
	*ret = (person_roles){ 0 };
	if (!db_query(r->db, Q(person_roles_own, .who = v_int(r->who.person)), &rows, e))
		return false;
	while (rows_next(&rows))
		*vec_add(a, ret) = (struct person_role){ .role = role_named(col_text(&rows, a, 0)), .body = col_text(&rows, a, 1) };
	return rows_done(&rows, e);
}

static bool more_of(struct record *r, struct arena *a, int64_t id, struct person_more *ret, struct err *e)
{
	CLEANUP(rows_close) struct rows held = { 0 }, assigned = { 0 };
	if (!db_query(r->db, Q(person_roles, .id = v_int(id), .who = v_int(r->who.person)), &held, e))
		return false;
	while (rows_next(&held))
		*vec_add(a, &ret->is.roles) =
			(struct person_role){ role_named(col_text(&held, a, 0)), col_int(&held, 2), col_text(&held, a, 1) };
	if (!rows_done(&held, e) || !db_query(r->db, Q(person_assigned, .id = v_int(id), .who = v_int(r->who.person)), &assigned, e))
		return false;
	while (rows_next(&assigned))
		*vec_add(a, &ret->assigned) = (struct person_assigned){ col_int(&assigned, 0), col_text(&assigned, a, 1) };
	return rows_done(&assigned, e);
}

bool person_load(struct record *r, struct arena *a, int64_t id, struct person_more *ret, struct err *e)
{
	CLEANUP(rows_close) struct rows rows = { 0 };
	*ret = (struct person_more){ 0 };
	if (!db_query(r->db, Q(person_one, .id = v_int(id), .who = v_int(r->who.person)), &rows, e))
		return false;
	if (rows_next(&rows)) {
		ret->is = (struct person){ .id = col_int(&rows, 0), .login = col_text(&rows, a, 1), .name = col_text(&rows, a, 2),
			                   .title = col_text(&rows, a, 3), .active = col_int(&rows, 4), .unit = col_text(&rows, a, 6),
			                   .secret = col_int(&rows, 9) };
		ret->unit = col_int(&rows, 5);
		ret->body = col_int(&rows, 7);
		ret->body_name = col_text(&rows, a, 8);
	}
	if (!rows_done(&rows, e))
		return false;
	if (ret->is.id)
		return more_of(r, a, id, ret, e);
	fail(e, ERR_NOT_FOUND, "Không có người dùng số %lld trong phạm vi của bạn.", (long long)id);
	return err_hint(e, "Mở lại từ danh sách người dùng.");
}

static str roles_of(struct arena *a, const struct person *p)
{
	struct buf b = buf_open(a);
	for (size_t i = 0; i < p->roles.n; i++)
		buf_fmt(&b, "%s%s (%.*s)", i ? "; " : "", role_vi(p->roles.at[i].role), SF(p->roles.at[i].body));
	return buf_str(&b);
}

str people_text(struct arena *a, const struct people *p, const struct layout *y)
{
	static const struct column columns[] = { { "Tên đăng nhập", false, 0 }, { "Họ tên", false, 1 }, { "Chức vụ", false, 1 }, { "Đơn vị", false, 2 },
		                                 { "Vai trò", false, 3 }, { "Ghi chú", false, 0 } };
	struct table t = { .columns = columns, .n = COUNT(columns) };
	struct buf b = buf_open(a);
	for (size_t i = 0; i < p->at.n; i++) {
		const struct person *x = &p->at.at[i];
		str cells[] = { x->login, x->name, x->title, x->unit, roles_of(a, x), x->active ? (str){ 0 } : S("đã khóa") };
		for (size_t k = 0; k < COUNT(cells); k++)
			*vec_add(a, &t.cells) = cells[k];
	}
	if (!p->at.n)
		return S("Không có người dùng nào trong phạm vi của bạn.\n");
	layout_table(&b, y, &t);
	if (p->more)
		buf_fmt(&b, "Còn nữa: thêm --page %d.\n", p->page + 1);
	return buf_str(&b);
}

str people_json(struct arena *a, const struct people *p)
{
	json_t *list = json_array(), *j = json_object();
	for (size_t i = 0; i < p->at.n; i++) {
		const struct person *x = &p->at.at[i];
		json_t *one = json_object(), *roles = json_array();
		for (size_t k = 0; k < x->roles.n; k++)
			json_array_append_new(roles,
			    json_pack("{s:o, s:o}", "role", j_word(role_name(x->roles.at[k].role)), "body", j_text(x->roles.at[k].body)));
		json_object_set_new(one, "login", j_text(x->login));
		json_object_set_new(one, "name", j_text(x->name));
		json_object_set_new(one, "title", j_text(x->title));
		json_object_set_new(one, "unit", j_text(x->unit));
		json_object_set_new(one, "open", json_boolean(x->active));
		json_object_set_new(one, "roles", roles);
		json_array_append_new(list, one);
	}
	json_object_set_new(j, "people", list);
	json_object_set_new(j, "page", json_integer(p->page));
	json_object_set_new(j, "more", json_boolean(p->more));
	return json_done(a, j);
}
