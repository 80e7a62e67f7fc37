#include "app/log.h"
#include "app/person.h"
#include "app/record_of.h"
#include "app/session.h"
#include "store/db_driver.h"
#include <stdio.h>

#define PASSWORD S("một câu vài từ")

static int64_t logged(struct at *at)
{
	int64_t n = 0;
	bool found;
	OK(at, db_int(at->db, Q(audit_head, 0), &n, &found, &at->e));
	return n;
}

static str begin(struct at *at, struct record *r)
{
	str secret = { 0 };
	OK(at, session_begin(r, at->a, S("vanphong"), PASSWORD, &secret, &at->e));
	return secret;
}

static bool is_in(struct at *at, str secret)
{
	struct record r = record_of(at, 0);
	struct person_here p;
	at->e = (struct err){ 0 };
	bool in = session_find(&r, at->a, secret, &p, &at->e);
	assert_true(in ? p.id == AT_OFFICE && r.who.person == AT_OFFICE : at->e.code == ERR_DENIED && !p.id);
	return in;
}

static void living(struct at *at)
{
	struct record admin = record_of(at, AT_ALL), r = record_of(at, 0);
	struct person_here p;
	OK(at, person_set_password(&admin, at->a, S("vanphong"), PASSWORD, &at->e));
	str one = begin(at, &r), two = begin(at, &r);
	assert_int_equal(one.n, 64);
	assert_false(str_eq(one, two));
	OK(at, session_find(&r, at->a, one, &p, &at->e));
	assert_string_equal(p.login.p, "vanphong");
	assert_string_equal(p.name.p, "Lê Văn Phòng");
	assert_string_equal(p.unit_name.p, "Văn phòng Sở");
	assert_int_equal(p.unit, AT_ROOM);
	assert_string_equal(record_login(&r).p, "vanphong");

	OK(at, session_end(&r, at->a, one, &at->e));
	assert_false(is_in(at, one));
	assert_true(is_in(at, two));
	OK(at, session_end(&r, at->a, one, &at->e));           /* twice is no harm */

	OK(at, person_set_password(&admin, at->a, S("vanphong"), S("một câu khác hẳn"), &at->e));
	assert_false(is_in(at, two));
	OK(at, person_set_password(&admin, at->a, S("vanphong"), PASSWORD, &at->e));
	str three = begin(at, &r);
	OK(at, person_open(&admin, at->a, S("vanphong"), false, &at->e));
	assert_false(is_in(at, three));
	OK(at, person_open(&admin, at->a, S("vanphong"), true, &at->e));
	assert_false(is_in(at, three));                        /* opened again it does not come back */

	str four = begin(at, &r);
	OK(at, db_script(at->db, "UPDATE session SET until_at = '2026-01-01T00:00:00Z'", &at->e));
	assert_false(is_in(at, four));
	str five = begin(at, &r);
	CLEANUP(rows_close) struct rows rows = { 0 };
	int n = 0;
	OK(at, db_query(at->db, Q(session_find, .secret_sha256 = v_text(five), .now = v_text(S("2026"))), &rows, &at->e));
	while (rows_next(&rows))                               /* what is kept is not the secret */
		n++;
	assert_int_equal(n, 0);
}
AT_BOTH(living)

static void refusing(struct at *at)
{
	struct record admin = record_of(at, AT_ALL), r = record_of(at, 0);
	struct err first = { 0 };
	str secret;
	OK(at, person_set_password(&admin, at->a, S("vanphong"), PASSWORD, &at->e));
	OK(at, person_set_password(&admin, at->a, S("khach"), PASSWORD, &at->e));
	OK(at, person_open(&admin, at->a, S("khach"), false, &at->e));
	static const struct { str login, password; } rows[] = {
		{ S("vanphong"), S("sai") }, { S("vanphong"), S("") }, { S("khach"), PASSWORD }, { S("ai"), PASSWORD }, { S(""), S("") }, { S("tatca"), S("") },
		{ S("vanphong' OR 1=1 --"), S("x") }, { S("vanphong"), S("\xFF\xFE") },
	};
	int64_t before = logged(at);
	for (size_t i = 0; i < COUNT(rows); i++) {
		REFUSED(at, session_begin(&r, at->a, rows[i].login, rows[i].password, &secret, &at->e), ERR_DENIED);
		if (!i)
			first = at->e;
		assert_string_equal(at->e.message, first.message);     /* it does not tell which of them is wrong */
		assert_string_equal(at->e.hint, first.hint);
	}
	assert_int_equal(logged(at), before);                      /* nor write */
	static const str none[] = { S(""), S("abc"), S("'"), S("0000000000000000000000000000000000000000000000000000000000000000"),
		                    S("ZZ00000000000000000000000000000000000000000000000000000000000000") };
	for (size_t i = 0; i < COUNT(none); i++)
		assert_false(is_in(at, none[i]));
}
AT_BOTH(refusing)

/* Who came and went stands in the log, and nothing of the secret. */
static void telling(struct at *at)
{
	struct record admin = record_of(at, AT_ALL), r = record_of(at, 0);
	char what[3][20] = { "" };
	int n = 0;
	OK(at, person_set_password(&admin, at->a, S("vanphong"), PASSWORD, &at->e));
	int64_t from = logged(at);
	str secret = begin(at, &r);
	OK(at, session_end(&r, at->a, secret, &at->e));
	CLEANUP(rows_close) struct rows rows = { 0 };
	OK(at, db_query(at->db, Q(audit_page, .after = v_int(from), .limit = v_int(10)), &rows, &at->e));
	while (rows_next(&rows) && n < 3) {
		str after = col_text(&rows, at->a, 9);
		assert_int_equal(col_int(&rows, 2), AT_OFFICE);
		assert_int_equal(str_find(after, secret, 0), after.n);
		snprintf(what[n++], sizeof what[0], "%s", col_text(&rows, at->a, 4).p);
	}
	assert_int_equal(n, 2);
	assert_string_equal(what[0], "login");
	assert_string_equal(what[1], "logout");
}
AT_BOTH(telling)

static void tokens(struct at *at)
{
	str one = session_fresh(at->a), two = session_fresh(at->a), token = form_token(at->a, one);
	assert_int_equal(token.n, 64);
	assert_false(str_eq(token, one));
	assert_true(form_token_ok(at->a, one, token));
	assert_false(form_token_ok(at->a, two, token));
	assert_false(form_token_ok(at->a, one, str_sub(token, 0, 63)));
	assert_false(form_token_ok(at->a, one, S("")));
	assert_false(form_token_ok(at->a, S(""), S("")));
	assert_false(form_token_ok(at->a, S(""), token));
	str sealed = session_seal(at->a, one, S("Đã lưu."));
	assert_string_equal(session_unseal(at->a, one, sealed).p, "Đã lưu.");
	assert_int_equal(session_unseal(at->a, two, sealed).n, 0);
	assert_int_equal(session_unseal(at->a, one, str_sub(sealed, 0, sealed.n - 1)).n, 0);
	static const str bad[] = { S(""), S("!!"), S("AAAA") };
	for (size_t i = 0; i < COUNT(bad); i++)
		assert_int_equal(session_unseal(at->a, one, bad[i]).n, 0);
	char *bent = make_n(at->a, char, sealed.n + 1);
	memcpy(bent, sealed.p, sealed.n);
	bent[sealed.n / 2] = bent[sealed.n / 2] == 'A' ? 'B' : 'A';
	assert_int_equal(session_unseal(at->a, one, (str){ bent, sealed.n }).n, 0);
	char *much = make_n(at->a, char, 5000);
	assert_int_equal(session_seal(at->a, one, (str){ much, 5000 }).n, 0);        /* a browser would not keep it */
}
AT_BOTH(tokens)

int app_session_tests(void)
{
	const struct CMUnitTest tests[] = { AT_ROWS(living), AT_ROWS(refusing), AT_ROWS(telling), AT_ROWS(tokens) };
	return cmocka_run_group_tests(tests, NULL, NULL);
}
