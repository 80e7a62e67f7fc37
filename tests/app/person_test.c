#include "app/cycle.h"
#include "app/log.h"
#include "app/person.h"
#include "app/record_of.h"
#include "app/unit.h"
#include <time.h>

static const struct date today = { 2026, 1, 2 };

static void add(struct at *at, struct record *r, const char *login, const char *unit, const char *role)
{
	struct person_new n = { .login = str_c(login), .name = S("Người Mới"), .unit = str_c(unit) };
	if (role)
		*vec_add(at->a, &n.roles) = str_c(role);
	OK(at, person_add(r, at->a, &n, &at->e));
}

static int64_t id_of(struct at *at, const char *login)
{
	int64_t id = 0;
	bool found;
	OK(at, db_int(at->db, Q(person_login, .login = v_text(str_c(login))), &id, &found, &at->e));
	return id;
}

static void adding(struct at *at)
{
	struct record r = record_of(at, AT_ALL);
	static const struct { const char *login, *name, *unit, *role; enum err_code c; } rows[] = {
		{ "khach", "Ai Đó", "Sở Y tế", NULL, ERR_CONFLICT }, { "A", "Ai Đó", "Sở Y tế", NULL, ERR_INPUT }, { "Binh", "Ai Đó", "Sở Y tế", NULL, ERR_INPUT },
		{ "bình", "Ai Đó", "Sở Y tế", NULL, ERR_INPUT }, { "b inh", "Ai Đó", "Sở Y tế", NULL, ERR_INPUT }, { "", "Ai Đó", "Sở Y tế", NULL, ERR_INPUT },
		{ "binh", "", "Sở Y tế", NULL, ERR_INPUT }, { "binh", "Ai\tĐó", "Sở Y tế", NULL, ERR_INPUT }, { "binh", "Ai Đó", "Sở Z", NULL, ERR_NOT_FOUND },
		{ "binh", "Ai Đó", "", NULL, ERR_NOT_FOUND }, { "binh", "Ai Đó", "Sở Y tế", "thủ kho", ERR_INPUT },
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct person_new n = { .login = str_c(rows[i].login), .name = str_c(rows[i].name), .unit = str_c(rows[i].unit) };
		if (rows[i].role)
			*vec_add(at->a, &n.roles) = str_c(rows[i].role);
		at->e = (struct err){ 0 };
		if (person_add(&r, at->a, &n, &at->e) || at->e.code != rows[i].c)
			fail_msg("row %zu: %d %s", i, at->e.code, at->e.message);
	}
	assert_int_equal(id_of(at, "binh"), 0);
	add(at, &r, "binh", "Văn phòng Sở", "văn-phòng");
	struct people p;
	OK(at, person_list(&r, at->a, S("Văn phòng Sở"), S(""), 1, &p, &at->e));
	assert_int_equal(p.at.n, 3);
	assert_string_equal(p.at.at[0].login.p, "binh");
	assert_int_equal(p.at.at[0].roles.n, 1);
	assert_int_equal(p.at.at[0].roles.at[0].role, ROLE_OFFICE);
	assert_string_equal(p.at.at[0].roles.at[0].body.p, "Sở Tư pháp");       /* of a room's people it is the body's */
	struct unit_row u;
	OK(at, unit_end(&r, at->a, S("Sở Y tế"), today, &u, &at->e));
	struct person_new n = { .login = S("lan"), .name = S("Lan"), .unit = S("Sở Y tế") };
	REFUSED(at, person_add(&r, at->a, &n, &at->e), ERR_INPUT);
	REFUSED(at, person_role(&r, at->a, S("binh"), S("xem"), S("Sở Y tế"), true, &at->e), ERR_INPUT);
}
AT_BOTH(adding)

static void roles(struct at *at)
{
	struct record r = record_of(at, AT_ALL);
	add(at, &r, "an", "Sở Y tế", "quản trị");                                /* held in the highest unit */
	struct people p;
	OK(at, person_list(&r, at->a, S("Sở Y tế"), S(""), 1, &p, &at->e));
	assert_string_equal(p.at.at[0].roles.at[0].body.p, "UBND tỉnh Trường Giang");
	REFUSED(at, person_role(&r, at->a, S("an"), S("admin"), S(""), true, &at->e), ERR_CONFLICT);
	REFUSED(at, person_role(&r, at->a, S("an"), S("xem"), S(""), false, &at->e), ERR_INPUT);
	REFUSED(at, person_role(&r, at->a, S("ai"), S("xem"), S(""), true, &at->e), ERR_NOT_FOUND);
	REFUSED(at, person_role(&r, at->a, S("an"), S("vua"), S(""), true, &at->e), ERR_INPUT);
	OK(at, person_role(&r, at->a, S("an"), S("xem"), S("Sở Tư pháp"), true, &at->e));
	OK(at, person_role(&r, at->a, S("an"), S("xem"), S("Sở Tư pháp"), false, &at->e));

	/* One administrator remains, whichever way the other goes. */
	OK(at, person_open(&r, at->a, S("an"), false, &at->e));
	REFUSED(at, person_open(&r, at->a, S("an"), false, &at->e), ERR_INPUT);
	REFUSED(at, person_role(&r, at->a, S("tatca"), S("quản trị"), S(""), false, &at->e), ERR_CONFLICT);      /* the account of the other is closed */
	REFUSED(at, person_open(&r, at->a, S("tatca"), false, &at->e), ERR_CONFLICT);
	OK(at, person_open(&r, at->a, S("an"), true, &at->e));
	OK(at, person_role(&r, at->a, S("tatca"), S("quản trị"), S(""), false, &at->e));
	REFUSED(at, person_role(&r, at->a, S("tatca"), S("quản trị"), S(""), true, &at->e), ERR_DENIED);         /* nor does it come back by itself */
	struct record an = record_of(at, id_of(at, "an"));
	an.who.login = S("an");
	REFUSED(at, person_role(&an, at->a, S("an"), S("quản trị"), S(""), false, &at->e), ERR_CONFLICT);
	REFUSED(at, person_open(&an, at->a, S("an"), false, &at->e), ERR_CONFLICT);
	OK(at, person_open(&an, at->a, S("tatca"), false, &at->e));
	REFUSED(at, person_open(&an, at->a, S("ai"), true, &at->e), ERR_NOT_FOUND);
}
AT_BOTH(roles)

static void assigning(struct at *at)
{
	struct record r = record_of(at, AT_ALL);
	strs one = { 0 };
	size_t n;
	*vec_add(at->a, &one) = S("Sở Y tế");
	REFUSED(at, person_assign(&r, at->a, S("vanphong"), &one, true, &n, &at->e), ERR_INPUT);
	OK(at, person_role(&r, at->a, S("vanphong"), S("thẩm định"), S(""), true, &at->e));
	OK(at, person_assign(&r, at->a, S("vanphong"), &one, true, &n, &at->e));
	assert_int_equal(n, 1);
	OK(at, person_assign(&r, at->a, S("vanphong"), &one, true, &n, &at->e));
	assert_int_equal(n, 0);
	one.at[0] = S("Văn phòng Sở");
	REFUSED(at, person_assign(&r, at->a, S("vanphong"), &one, true, &n, &at->e), ERR_INPUT);
	one.at[0] = S("Sở Z");
	REFUSED(at, person_assign(&r, at->a, S("vanphong"), &one, true, &n, &at->e), ERR_NOT_FOUND);
	one.at[0] = S("Sở Y tế");
	OK(at, person_assign(&r, at->a, S("vanphong"), &one, false, &n, &at->e));
	assert_int_equal(n, 1);
}
AT_BOTH(assigning)

/* To another room roles stay; to another body those of the old one are left behind, but for that of administrator. */
static void moving(struct at *at)
{
	struct record r = record_of(at, AT_ALL), office = record_of(at, AT_OFFICE);
	struct person_more m;
	size_t lost;
	struct unit_row u;
	add(at, &r, "binh", "Văn phòng Sở", "văn phòng");
	OK(at, person_role(&r, at->a, S("binh"), S("xem"), S("Sở Y tế"), true, &at->e));
	OK(at, person_role(&r, at->a, S("binh"), S("quản trị"), S(""), true, &at->e));
	REFUSED(at, person_move(&r, at->a, S("ai"), S("Sở Y tế"), &lost, &at->e), ERR_NOT_FOUND);
	REFUSED(at, person_move(&r, at->a, S("binh"), S("Sở Z"), &lost, &at->e), ERR_NOT_FOUND);
	REFUSED(at, person_move(&r, at->a, S("binh"), S("Văn phòng Sở"), &lost, &at->e), ERR_INPUT);
	REFUSED(at, person_move(&office, at->a, S("binh"), S("Sở Tư pháp"), &lost, &at->e), ERR_DENIED);
	OK(at, person_move(&r, at->a, S("binh"), S("Sở Tư pháp"), &lost, &at->e));
	assert_int_equal(lost, 0);
	OK(at, person_move(&r, at->a, S("binh"), S("Sở Y tế"), &lost, &at->e));
	assert_int_equal(lost, 1);
	OK(at, person_load(&r, at->a, id_of(at, "binh"), &m, &at->e));
	assert_string_equal(m.is.unit.p, "Sở Y tế");
	assert_int_equal(m.is.roles.n, 2);
	assert_int_equal(m.is.roles.at[0].role, ROLE_VIEWER);
	assert_int_equal(m.is.roles.at[1].role, ROLE_ADMINISTRATOR);
	assert_false(m.is.secret);
	REFUSED(at, person_load(&office, at->a, id_of(at, "binh"), &m, &at->e), ERR_NOT_FOUND);
	OK(at, unit_end(&r, at->a, S("Văn phòng Sở"), today, &u, &at->e));
	REFUSED(at, person_move(&r, at->a, S("binh"), S("Văn phòng Sở"), &lost, &at->e), ERR_INPUT);
}
AT_BOTH(moving)

/* Of the processor, not of the clock: other programs beside the test do not count. */
static double seconds(void)
{
	struct timespec t;
	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static void secrets(struct at *at)
{
	struct record r = record_of(at, AT_ALL), office = record_of(at, AT_OFFICE);
	int64_t who = -1;
	str good = S("mười chữ ở đây"), decomposed = S("mu\xCC\x9Bo\xCC\x9B\xCC\x80i chu\xCC\x9B\xCC\x83 o\xCC\x9B\xCC\x89 đa\xCC\x82y");
	char most[PASSWORD_MOST + 2];
	memset(most, 'a', sizeof most);
	static const struct { str password; enum err_code c; } bad[] = { { S("chín chữ!"), ERR_INPUT }, { S(""), ERR_INPUT }, { S("mười chữ \xFF đây"), ERR_INPUT },
		                                                         { S("mười chữ\0 đây"), ERR_INPUT } };
	for (size_t i = 0; i < COUNT(bad); i++)
		REFUSED(at, person_set_password(&r, at->a, S("khach"), bad[i].password, &at->e), bad[i].c);
	REFUSED(at, person_set_password(&r, at->a, S("khach"), (str){ most, sizeof most }, &at->e), ERR_INPUT);
	REFUSED(at, person_set_password(&r, at->a, S("ai"), good, &at->e), ERR_NOT_FOUND);
	OK(at, person_set_password(&r, at->a, S("khach"), good, &at->e));
	REFUSED(at, person_set_password(&office, at->a, S("khach"), S("chiếm tài khoản"), &at->e), ERR_DENIED);
	OK(at, person_set_password(&office, at->a, S("vanphong"), S("của chính tôi đặt"), &at->e));             /* one's own */
	const struct { str login, password; int64_t is; } rows[] = {
		{ S("khach"), good, AT_STRANGER }, { S("khach"), decomposed, AT_STRANGER }, { S("khach"), S("mười chữ ở đâu"), 0 }, { S("khach"), S(""), 0 },
		{ S("khach"), S("mười chữ ở đây "), 0 }, { S("tatca"), good, 0 }, { S("ai"), good, 0 }, { S("vanphong"), S("của chính tôi đặt"), AT_OFFICE },
		{ S("khach"), { most, sizeof most }, 0 }, { S("khach"), S("\xFF"), 0 },
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		OK(at, person_check_password(&r, rows[i].login, rows[i].password, &who, &at->e));
		if (who != rows[i].is)
			fail_msg("row %zu: %lld", i, (long long)who);
	}
	OK(at, person_open(&r, at->a, S("khach"), false, &at->e));
	OK(at, person_check_password(&r, S("khach"), good, &who, &at->e));
	assert_int_equal(who, 0);

	/* Somebody unknown, a wrong password, an account without one and a closed one take about as long. */
	static const char *const logins[] = { "vanphong", "ai", "tatca", "khach" };
	double took[COUNT(logins)] = { 0 };
	for (int round = 0; round < 3; round++)
		for (size_t i = 0; i < COUNT(logins); i++) {
			double from = seconds();
			OK(at, person_check_password(&r, str_c(logins[i]), S("một mật khẩu sai"), &who, &at->e));
			double t = seconds() - from;
			took[i] = !round || t < took[i] ? t : took[i];
		}
	for (size_t i = 1; i < COUNT(logins); i++)
		if (took[i] < took[0] * 0.6 || took[i] > took[0] * 1.7)
			fail_msg("%s: %f s against %f s", logins[i], took[i], took[0]);

	/* Nothing of it stands anywhere but in its column. */
	CLEANUP(rows_close) struct rows x = { 0 };
	int seen = 0;
	OK(at, db_query(at->db, Q(audit_page, .after = v_int(0), .limit = v_int(100)), &x, &at->e));
	while (rows_next(&x)) {
		str after = col_text(&x, at->a, 9);
		assert_true(str_find(after, S("argon2"), 0) == after.n && str_find(after, S("mười chữ"), 0) == after.n);
		seen += str_find(after, S("\"password\":\""), 0) < after.n;
	}
	assert_int_equal(seen, 3);                                 /* khach, vanphong; khach again when the account was closed */
}
AT_BOTH(secrets)

/* -- who may: domain.md 1, every role and every operation here ----------------------------------------- */

enum { RIGHTS = 6 };
static const struct { const char *login, *role; } people[RIGHTS] = {
	{ "r-admin", "quản trị" }, { "r-leader", "lãnh đạo" }, { "r-office", "văn phòng" },
	{ "r-official", "công chức" }, { "r-appraiser", "thẩm định" }, { "r-viewer", "xem" },
};

struct trial { struct at *at; struct record r; size_t i; };      /* i: whose turn; names are made of it */

static str mine(struct trial *t, const char *what) { return str_fmt(t->at->a, "%s %c", what, (int)('A' + t->i)); }
static str victim(struct trial *t) { return str_fmt(t->at->a, "nan-nhan-%zu", t->i); }

static bool try_unit_add(struct trial *t)
{
	struct unit_new n = { .name = mine(t, "Phòng"), .level = S("phòng"), .under = S("Sở Tư pháp") };
	struct unit_row u;
	return unit_add(&t->r, t->at->a, &n, &u, &t->at->e);
}

static bool try_unit_rename(struct trial *t)
{
	struct unit_row u;
	return unit_rename(&t->r, t->at->a, S("#2"), mine(t, "Sở"), (struct date){ 2025, 1, 1 + (int)t->i }, &u, &t->at->e);
}

static bool try_unit_end(struct trial *t)
{
	struct unit_row u;
	return unit_end(&t->r, t->at->a, mine(t, "Tổ"), today, &u, &t->at->e);
}

static bool try_unit_merge(struct trial *t)
{
	struct unit_row u;
	strs two = { 0 };
	*vec_add(t->at->a, &two) = mine(t, "Đội");
	*vec_add(t->at->a, &two) = mine(t, "Trạm");
	return unit_merge(&t->r, t->at->a, &two, mine(t, "Trung tâm"), today, &u, &t->at->e);
}

static bool try_unit_split(struct trial *t)
{
	units parts = { 0 };
	strs two = { 0 };
	*vec_add(t->at->a, &two) = mine(t, "Ban Một");
	*vec_add(t->at->a, &two) = mine(t, "Ban Hai");
	return unit_split(&t->r, t->at->a, mine(t, "Ban"), &two, today, &parts, &t->at->e);
}

static bool try_user_add(struct trial *t)
{
	struct person_new n = { .login = str_fmt(t->at->a, "moi-%zu", t->i), .name = S("Mới"), .unit = S("Văn phòng Sở") };
	return person_add(&t->r, t->at->a, &n, &t->at->e);
}

static bool try_role_give(struct trial *t) { return person_role(&t->r, t->at->a, victim(t), S("lãnh đạo"), S(""), true, &t->at->e); }
static bool try_role_take(struct trial *t) { return person_role(&t->r, t->at->a, victim(t), S("xem"), S(""), false, &t->at->e); }

/* Oneself, a role that one has not. */
static bool try_role_own(struct trial *t)
{
	return person_role(&t->r, t->at->a, str_c(people[t->i].login), t->i == 1 ? S("văn phòng") : S("lãnh đạo"), S("#2"), true, &t->at->e);
}

/* … and the highest of all. */
static bool try_role_admin(struct trial *t) { return person_role(&t->r, t->at->a, victim(t), S("quản trị"), S(""), true, &t->at->e); }
static bool try_user_close(struct trial *t) { return person_open(&t->r, t->at->a, victim(t), false, &t->at->e); }
static bool try_user_move(struct trial *t)
{
	size_t lost;
	return person_move(&t->r, t->at->a, str_fmt(t->at->a, "khoa-%zu", t->i), S("Sở Tư pháp"), &lost, &t->at->e);
}

static bool try_user_open(struct trial *t) { return person_open(&t->r, t->at->a, str_fmt(t->at->a, "khoa-%zu", t->i), true, &t->at->e); }

static bool try_assign(struct trial *t)
{
	strs one = { 0 };
	size_t n;
	*vec_add(t->at->a, &one) = S("#2");
	return person_assign(&t->r, t->at->a, victim(t), &one, true, &n, &t->at->e);
}

static bool try_cycle_add(struct trial *t) { return cycle_add(&t->r, t->at->a, 2030 + (int)t->i, S(""), &t->at->e); }
static bool try_cycle_state(struct trial *t) { return cycle_state(&t->r, t->at->a, 2040 + (int)t->i, S("đóng"), &t->at->e); }

static bool try_phase(struct trial *t)
{
	return cycle_phase(&t->r, t->at->a, 2040 + (int)t->i, S("tự chấm"), (struct date){ 2040, 1, 1 }, (struct date){ 2040, 2, 1 }, &t->at->e);
}

static bool try_phase_again(struct trial *t)
{
	return cycle_phase(&t->r, t->at->a, 2026, S("khảo sát"), (struct date){ 2026, 1, 1 }, (struct date){ 2026, 2, 1 + (int)t->i }, &t->at->e);
}

static bool try_holiday(struct trial *t) { return holiday_add(&t->r, t->at->a, (struct date){ 2030, 1, 1 + (int)t->i }, S("Lễ"),
    false, &t->at->e); }
static bool try_holiday_off(struct trial *t) { return holiday_remove(&t->r, t->at->a, (struct date){ 2031, 1, 1 + (int)t->i }, &t->at->e); }

static bool try_tree(struct trial *t)
{
	struct unit_tree tree;
	return unit_tree_load(&t->r, t->at->a, S(""), today, true, &tree, &t->at->e) && tree.names.n > 0;
}

static bool try_people(struct trial *t)
{
	struct people p;
	return person_list(&t->r, t->at->a, S(""), S(""), 1, &p, &t->at->e) && p.at.n > 0;
}

static bool try_log(struct trial *t)
{
	struct log l;
	return log_load(&t->r, t->at->a, &(struct log_asked){ .body = S("#2") }, &l, &t->at->e) && l.acts.n > 0;
}

static bool try_log_people(struct trial *t)
{
	struct log l;
	return log_load(&t->r, t->at->a, &(struct log_asked){ .entity = S("người dùng") }, &l, &t->at->e) && l.acts.n > 0;
}

#define A  "A....."              /* administrator, leader, office, official, appraiser, viewer */
static const struct { const char *what, *who; bool (*go)(struct trial *t); bool sees; } acts[] = {
	{ "unit add", A, try_unit_add, false }, { "unit rename", A, try_unit_rename, false }, { "unit end", A, try_unit_end, false },
	{ "unit merge", A, try_unit_merge, false }, { "unit split", A, try_unit_split, false }, { "user add", A, try_user_add, false },
	{ "role give", A, try_role_give, false }, { "role take", A, try_role_take, false }, { "role own", A, try_role_own, false },
	{ "role admin", A, try_role_admin, false },
	{ "assign", A, try_assign, false }, { "user close", A, try_user_close, false }, { "user open", A, try_user_open, false },
	{ "user move", A, try_user_move, false },
	{ "cycle add", A, try_cycle_add, false }, { "cycle state", A, try_cycle_state, false }, { "phase", A, try_phase, false },
	{ "phase again", A, try_phase_again, false }, { "holiday", A, try_holiday, false }, { "holiday off", A, try_holiday_off, false },
	{ "unit list", "ALO.P.", try_tree, true }, { "user list", "ALO.P.", try_people, true }, { "log", "ALO...", try_log, true },
	{ "log of people", A, try_log_people, true },
};

/* What each trial needs to be there: a refusal must be for want of the right and of nothing else. */
static void prepare(struct at *at, struct record *r)
{
	static const char *const rooms[] = { "Tổ", "Đội", "Trạm", "Ban" };
	OK(at, cycle_phase(r, at->a, 2026, S("khảo sát"), today, today, &at->e));
	for (size_t i = 0; i < RIGHTS; i++) {
		struct trial t = { at, *r, i };
		strs one = { 0 };
		size_t n;
		*vec_add(at->a, &one) = S("#2");
		add(at, r, people[i].login, "Văn phòng Sở", people[i].role);
		if (!strcmp(people[i].role, "thẩm định"))
			OK(at, person_assign(r, at->a, str_c(people[i].login), &one, true, &n, &at->e));
		add(at, r, victim(&t).p, "Văn phòng Sở", "xem");
		OK(at, person_role(r, at->a, victim(&t), S("thẩm định"), S(""), true, &at->e));
		add(at, r, str_fmt(at->a, "khoa-%zu", i).p, "Văn phòng Sở", NULL);
		OK(at, person_open(r, at->a, str_fmt(at->a, "khoa-%zu", i), false, &at->e));
		OK(at, cycle_add(r, at->a, 2040 + (int)i, S(""), &at->e));
		OK(at, holiday_add(r, at->a, (struct date){ 2031, 1, 1 + (int)i }, S("Lễ"), false, &at->e));
		for (size_t k = 0; k < COUNT(rooms); k++) {
			struct unit_new u = { .name = mine(&t, rooms[k]), .level = S("phòng"), .under = S("#2") };
			struct unit_row made;
			OK(at, unit_add(r, at->a, &u, &made, &at->e));
		}
	}
}

static void rights(struct at *at)
{
	struct record admin = record_of(at, AT_ALL);
	prepare(at, &admin);
	for (size_t i = RIGHTS; i-- > 0;) {        /* the administrator last: what the others could not do is still to be done */
		struct trial t = { at, record_of(at, id_of(at, people[i].login)), i };
		t.r.who.login = str_c(people[i].login);
		for (size_t k = 0; k < COUNT(acts); k++) {
			at->e = (struct err){ 0 };
			bool may = acts[k].who[i] != '.', did = acts[k].go(&t);
			if (did != may || (!did && !acts[k].sees && at->e.code != ERR_DENIED))
				fail_msg("%s, %s: %d %s | %s", people[i].login, acts[k].what, at->e.code, at->e.message, at->e.detail);
		}
	}
	/* Who is not of this body sees nothing of it. */
	struct record other = record_of(at, AT_STRANGER);
	struct log l;
	struct unit_row u;
	REFUSED(at, log_load(&other, at->a, &(struct log_asked){ .body = S("#2") }, &l, &at->e), ERR_NOT_FOUND);
	OK(at, log_load(&other, at->a, &(struct log_asked){ .page = 1 }, &l, &at->e));
	for (size_t i = 0; i < l.acts.n; i++)
		assert_string_equal(l.acts.at[i].body.p, "Sở Y tế");
	REFUSED(at, unit_load(&other, at->a, S("Văn phòng Sở"), &u, &at->e), ERR_NOT_FOUND);
}
AT_BOTH(rights)

static void counted(struct at *at)
{
	struct record r = record_of(at, AT_ALL);
	struct people p;
	struct log l;
	for (int i = 0; i < PEOPLE_PAGE; i++)
		add(at, &r, str_fmt(at->a, "nguoi-%02d", i).p, "Sở Y tế", "xem");
	int64_t ran = db_ran(at->db);
	OK(at, person_list(&r, at->a, S(""), S(""), 1, &p, &at->e));
	assert_int_equal(db_ran(at->db) - ran, 1);
	assert_int_equal(p.at.n, PEOPLE_PAGE);
	assert_true(p.more);
	OK(at, person_list(&r, at->a, S(""), S(""), 2, &p, &at->e));
	assert_int_equal(p.at.n, 3);
	assert_false(p.more);
	ran = db_ran(at->db);
	OK(at, log_load(&r, at->a, &(struct log_asked){ .page = 2 }, &l, &at->e));
	assert_true(db_ran(at->db) - ran <= 5);                    /* acts, things, their names and what these are made of */
	assert_int_equal(l.acts.n, PEOPLE_PAGE - LOG_PAGE);
	assert_false(l.more);
	assert_int_equal(l.acts.at[l.acts.n - 1].id, 1);
}
AT_BOTH(counted)

int app_person_tests(void)
{
	const struct CMUnitTest tests[] = { AT_ROWS(adding), AT_ROWS(roles), AT_ROWS(assigning), AT_ROWS(moving), AT_ROWS(secrets),
	    AT_ROWS(rights),
	    AT_ROWS(counted) };
	return cmocka_run_group_tests(tests, NULL, NULL);
}
