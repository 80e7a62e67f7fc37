#include "app/person.h"
#include "app/record_parts.h"
#include "app/said.h"
#include "app/unit_parts.h"

enum { LOGIN_LEAST = 2, LOGIN_MOST = 64 };

static const struct { const char *name, *vi, *also; } roles[ROLES] = {
	[ROLE_ADMINISTRATOR] = { "administrator", "quản trị", "quan tri|quan tri vien|nguoi quan tri|admin" },
	[ROLE_LEADER] = { "leader", "lãnh đạo", "lanh dao" },
	[ROLE_OFFICE] = { "office", "văn phòng", "van phong" },
	[ROLE_OFFICIAL] = { "official", "công chức", "cong chuc|cong chuc phu trach|chuyen vien" },
	[ROLE_APPRAISER] = { "appraiser", "thẩm định", "tham dinh|nguoi tham dinh" },
	[ROLE_VIEWER] = { "viewer", "xem", "xem|nguoi xem" },
};

const char *role_name(enum role r) { return roles[r].name; }
const char *role_vi(enum role r) { return roles[r].vi; }

bool role_of(struct arena *a, str word, enum role *ret)
{
	str folded = fold_plain(a, word);
	for (size_t i = 0; i < folded.n; i++)
		if (folded.p[i] == '-')                    /* quản-trị, as a shell likes it */
			((char *)folded.p)[i] = ' ';
	for (enum role r = 0; r < ROLES; r++)
		if (str_eq(folded, str_c(roles[r].name)) || word_among(folded, roles[r].also))
			return *ret = r, true;
	return false;
}

static bool which_role(struct arena *a, str word, enum role *ret, struct err *e)
{
	if (role_of(a, word, ret))
		return true;
	fail(e, ERR_INPUT, "Không có vai trò “%.*s”.", SF(word));
	return err_hint(e, "Vai trò là một trong: quản trị, lãnh đạo, văn phòng, công chức, thẩm định, xem.");
}

static bool denied(struct record *r, struct err *e) { return record_denied(r, e, "thêm hay đổi người dùng và vai trò"); }

/* -- one person -------------------------------------------------------------------------------------- */

static bool login_ok(str login, struct err *e)
{
	bool ok = login.n >= LOGIN_LEAST && login.n <= LOGIN_MOST;
	for (size_t i = 0; ok && i < login.n; i++)
		ok = strchr("abcdefghijklmnopqrstuvwxyz0123456789._-", login.p[i]) != NULL;
	if (ok)
		return true;
	fail(e, ERR_INPUT, "“%.*s” không dùng làm tên đăng nhập được.", SF(login));
	return err_hint(e, "Tên đăng nhập có từ %d đến %d chữ: a-z không dấu, chữ số, dấu chấm, gạch nối, gạch dưới.", LOGIN_LEAST, LOGIN_MOST);
}

struct found { int64_t id, unit; str name; bool active; };

static bool find(struct record *r, struct arena *a, str login, struct found *ret, struct err *e)
{
	CLEANUP(rows_close) struct rows rows = { 0 };
	*ret = (struct found){ 0 };
	if (!db_query(r->db, Q(person_login, .login = v_text(login)), &rows, e))
		return false;
	if (rows_next(&rows))
		*ret = (struct found){ col_int(&rows, 0), col_int(&rows, 3), col_text(&rows, a, 1), col_int(&rows, 2) };
	return rows_done(&rows, e);
}

static bool load(struct record *r, struct arena *a, str login, struct found *ret, struct err *e)
{
	if (!find(r, a, login, ret, e))
		return false;
	if (ret->id)
		return true;
	fail(e, ERR_NOT_FOUND, "Hồ sơ này không có người dùng “%.*s”.", SF(login));
	return err_hint(e, "Xem các người dùng bằng khacphuc user list.");
}

/* Where a role is held: in the highest unit, for an administrator; else in the body of the unit. */
static bool body_of(const unit_names *names, const struct unit_row *u, enum role role, struct unit_row *ret, struct err *e)
{
	const struct unit_row *b = unit_of(names, u->body);
	while (b && role == ROLE_ADMINISTRATOR && b->parent)
		b = unit_of(names, b->parent);
	if (b)
		return *ret = *b, true;
	fail(e, ERR_DENIED, "Vai trò %s giữ ở một đơn vị ngoài phạm vi của bạn.", roles[role].vi);
	return err_hint(e, "Nhờ người quản trị hồ sơ cấp vai trò này.");
}

static bool give(struct record *r, struct tx *t, const unit_names *names, int64_t person, const struct unit_row *u, enum role role,
                struct err *e)
{
	struct unit_row body;
	int64_t n = 0;
	bool found;
	struct changed c = { 0 };
	str name = str_c(roles[role].name);
	if (!body_of(names, u, role, &body, e) || !unit_living(t->a, &body, e) ||
	    !db_int(r->db, Q(role_has, .person_id = v_int(person), .role = v_text(name), .body_id = v_int(body.id)), &n, &found, e))
		return false;
	if (n)
		return fail(e, ERR_CONFLICT, "Người này đã giữ vai trò %s ở %.*s.", roles[role].vi, SF(body.name)), err_hint(e, "Không phải làm gì thêm.");
	return db_change(t, Q(role_give, .person_id = v_int(person), .body_id = v_int(body.id), .role = v_text(name),
	                 .who = v_int(r->who.person)), &c, e) &&
	       (c.rows || denied(r, e));
}

bool person_add(struct record *r, struct arena *a, const struct person_new *n, struct err *e)
{
	CLEANUP(tx_close) struct tx t = { 0 };
	unit_names names = { 0 };
	struct unit_row u = { 0 };
	struct found there;
	struct changed c = { 0 };
	str name = n->name, title = n->title;
	if (!login_ok(n->login, e) || !said(a, "họ tên", SAID_NAME, &name, e) || !said(a, "chức vụ", SAID_NAME, &title, e) ||
	    !record_tx(r, a, S("user add"), &t, e) || !find(r, a, n->login, &there, e))
		return false;
	if (there.id)
		return fail(e, ERR_CONFLICT, "Tên đăng nhập “%.*s” đã là của %.*s.", SF(n->login), SF(there.name)), err_hint(e, "Chọn một tên đăng nhập khác.");
	if (!name.n)
		return fail(e, ERR_INPUT, "Chưa ghi họ tên của người dùng."), err_hint(e, "Ghi bằng --name, như --name \"Trần Thị Bình\".");
	if (!unit_names_load(r, a, 0, &names, e) || !unit_pick_one(a, &names, n->unit, (struct date){ 0 }, &u, e) ||
	    !unit_living(a, &u, e) ||
	    !db_change(&t, Q(person_add, .login = v_text(n->login), .name = v_text(name), .title = v_text(title), .unit_id = v_int(u.id),
	                     .who = v_int(r->who.person)), &c, e))
		return false;
	if (!c.rows)
		return denied(r, e);
	for (size_t i = 0; i < n->roles.n; i++) {
		enum role role;
		if (!which_role(a, n->roles.at[i], &role, e) || !give(r, &t, &names, c.id, &u, role, e))
			return false;
	}
	return tx_commit(&t, e);
}

/* -- roles ------------------------------------------------------------------------------------------- */

/* Is there an administrator besides this one, who has just lost it? Asked after the change, which is taken back if not. */
static bool others(struct record *r, int64_t person, struct err *e)
{
	int64_t id;
	bool found = false;
	if (!db_int(r->db, Q(administrators, .besides = v_int(person)), &id, &found, e))
		return false;
	if (found)
		return true;
	fail(e, ERR_CONFLICT, "Đây là người quản trị cuối cùng của hồ sơ.");
	return err_hint(e, "Cấp vai trò quản trị cho một người khác trước đã.");
}

static bool take(struct record *r, struct tx *t, int64_t person, int64_t body, enum role role, str where, struct err *e)
{
	str name = str_c(roles[role].name);
	int64_t n = 0;
	bool found;
	struct changed c = { 0 };
	if (!db_int(r->db, Q(role_has, .person_id = v_int(person), .role = v_text(name), .body_id = v_int(body)), &n, &found, e))
		return false;
	if (!n) {
		fail(e, ERR_INPUT, "Người này không giữ vai trò %s ở %.*s.", roles[role].vi, SF(where));
		return err_hint(e, "Xem vai trò của từng người bằng khacphuc user list.");
	}
	return db_change(t, Q(role_take, .person_id = v_int(person), .body_id = v_int(body), .role = v_text(name),
	                 .who = v_int(r->who.person)), &c, e) &&
	       (c.rows || denied(r, e)) && (role != ROLE_ADMINISTRATOR || others(r, person, e));
}

bool person_role(struct record *r, struct arena *a, str login, str word, str body, bool giving, struct err *e)
{
	CLEANUP(tx_close) struct tx t = { 0 };
	unit_names names = { 0 };
	struct unit_row u = { 0 }, held;
	struct found p;
	enum role role;
	if (!which_role(a, word, &role, e) || !record_tx(r, a, S("user role"), &t, e) || !load(r, a, login, &p, e) ||
	    !unit_names_load(r, a, 0, &names, e))
		return false;
	const struct unit_row *own = unit_of(&names, p.unit);
	if (body.n && !unit_pick_one(a, &names, body, (struct date){ 0 }, &u, e))
		return false;
	if (!body.n && !own)
		return denied(r, e);
	u = body.n ? u : *own;
	return (giving ? give(r, &t, &names, p.id, &u, role, e) :
	                 body_of(&names, &u, role, &held, e) && take(r, &t, p.id, held.id, role, held.name, e)) && tx_commit(&t, e);
}

bool person_assign(struct record *r, struct arena *a, str login, const strs *bodies, bool giving, size_t *ret_changed, struct err *e)
{
	CLEANUP(tx_close) struct tx t = { 0 };
	unit_names names = { 0 };
	struct found p;
	int64_t n = 0;
	bool found;
	int64_t who = r->who.person;
	*ret_changed = 0;
	if (!record_tx(r, a, S("user assign"), &t, e) || !load(r, a, login, &p, e) || !unit_names_load(r, a, 0, &names, e) ||
	    !db_int(r->db, Q(role_has, .person_id = v_int(p.id), .role = v_text(S("appraiser")), .body_id = v_null()), &n, &found, e))
		return false;
	if (giving && !n) {
		fail(e, ERR_INPUT, "%.*s chưa có vai trò thẩm định.", SF(p.name));
		return err_hint(e, "Cấp vai trò thẩm định trước, rồi phân công cơ quan.");
	}
	for (size_t i = 0; i < bodies->n; i++) {
		struct unit_row u;
		struct changed c = { 0 };
		if (!unit_pick_one(a, &names, bodies->at[i], (struct date){ 0 }, &u, e) || (giving && !unit_living(a, &u, e)))
			return false;
		if (u.id != u.body)
			return fail(e, ERR_INPUT, "%.*s là một phòng; thẩm định thì phân công theo cơ quan.", SF(u.name)), err_hint(e, "Ghi tên sở hay xã.");
		bool done = giving ? db_change(&t, Q(assignment_give, .person_id = v_int(p.id), .body_id = v_int(u.id), .who = v_int(who)),
		                               &c, e) :
		                     db_change(&t, Q(assignment_take, .person_id = v_int(p.id), .body_id = v_int(u.id), .who = v_int(who)),
		                               &c, e);
		if (!done)
			return false;
		int64_t may = 0;                           /* nothing changed: it was so already, or this person may not */
		if (!c.rows && !db_int(r->db, Q(sight_ask, .who = v_int(who), .act = v_text(S("change")), .area = v_text(S("units")),
		                                .body_id = v_int(u.id)), &may, &found, e))
			return false;
		if (!c.rows && !may)
			return denied(r, e);
		*ret_changed += (size_t)c.rows;
	}
	return tx_commit(&t, e);
}

bool person_open(struct record *r, struct arena *a, str login, bool open, struct err *e)
{
	CLEANUP(tx_close) struct tx t = { 0 };
	struct found p;
	struct changed c = { 0 };
	if (!record_tx(r, a, open ? S("user open") : S("user close"), &t, e) || !load(r, a, login, &p, e))
		return false;
	if (p.active == open)
		return fail(e, ERR_INPUT, "Tài khoản “%.*s” đang %s.", SF(login), open ? "mở" : "khóa"), err_hint(e, "Không phải làm gì thêm.");
	if (!(open ? db_change(&t, Q(person_open, .id = v_int(p.id), .who = v_int(r->who.person)), &c, e) :
	             db_change(&t, Q(person_close, .id = v_int(p.id), .who = v_int(r->who.person)), &c, e)))
		return false;
	return (c.rows || denied(r, e)) &&
	       (open || (others(r, p.id, e) && db_change(&t, Q(session_end_all, .person_id = v_int(p.id)), NULL, e))) && tx_commit(&t, e);
}

/* -- where they work ----------------------------------------------------------------------------------- */

/* The body of a unit that the person who works may not see is not among the names: 0. */
static int64_t body_id_of(const unit_names *names, int64_t unit)
{
	const struct unit_row *u = unit_of(names, unit);
	return u ? u->body : 0;
}

bool person_move(struct record *r, struct arena *a, str login, str unit, size_t *ret_lost, struct err *e)
{
	CLEANUP(tx_close) struct tx t = { 0 };
	unit_names names = { 0 };
	struct unit_row u = { 0 };
	struct found p;
	struct changed c = { 0 }, lost = { 0 };
	*ret_lost = 0;
	if (!record_tx(r, a, S("user move"), &t, e) || !load(r, a, login, &p, e) || !unit_names_load(r, a, 0, &names, e) ||
	    !unit_pick_one(a, &names, unit, (struct date){ 0 }, &u, e) || !unit_living(a, &u, e))
		return false;
	if (u.id == p.unit)
		return fail(e, ERR_INPUT, "%.*s đang làm việc ở %.*s.", SF(p.name), SF(u.name)), err_hint(e, "Chọn đơn vị mới.");
	int64_t left = body_id_of(&names, p.unit);
	if (!db_change(&t, Q(person_move, .id = v_int(p.id), .unit_id = v_int(u.id), .who = v_int(r->who.person)), &c, e))
		return false;
	if (!c.rows)
		return denied(r, e);
	if (left && left != u.body &&
	    !db_change(&t, Q(roles_leave, .person_id = v_int(p.id), .body_id = v_int(left), .who = v_int(r->who.person)), &lost, e))
		return false;
	*ret_lost = (size_t)lost.rows;
	return tx_commit(&t, e);
}
