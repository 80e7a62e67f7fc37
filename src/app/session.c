#include "app/session.h"
#include "app/person.h"
#include "app/record_parts.h"
#include "base/sha256.h"
#include <sodium.h>

enum { SECRET = 32, TOKEN = 32, HEX = 2 * SECRET, SEALED_MOST = 3000 };

static str hex(struct arena *a, const unsigned char *bytes, size_t n)
{
	char *p = make_n(a, char, 2 * n + 1);
	return (str){ sodium_bin2hex(p, 2 * n + 1, bytes, n), 2 * n };
}

static bool well_formed(str secret)
{
	for (size_t i = 0; i < secret.n; i++)
		if (!strchr("0123456789abcdef", secret.p[i]) || !secret.p[i])
			return false;
	return secret.n == HEX;
}

str session_fresh(struct arena *a)
{
	unsigned char bytes[SECRET];
	randombytes_buf(bytes, sizeof bytes);
	return hex(a, bytes, sizeof bytes);
}

/* -- what is made of the secret ------------------------------------------------------------------------ */

/* A key for one use; the other uses tell nothing of it. */
static void key_of(str secret, str use, unsigned char ret[static TOKEN])
{
	crypto_generichash(ret, TOKEN, (const unsigned char *)use.p, use.n, (const unsigned char *)secret.p, secret.n);
}

str form_token(struct arena *a, str secret)
{
	unsigned char key[TOKEN];
	if (!well_formed(secret))
		return (str){ 0 };
	key_of(secret, S("form"), key);
	return hex(a, key, sizeof key);
}

bool form_token_ok(struct arena *a, str secret, str token)
{
	str is = form_token(a, secret);
	return is.n && token.n == is.n && !sodium_memcmp(is.p, token.p, is.n);
}

str session_seal(struct arena *a, str secret, str text)
{
	unsigned char key[TOKEN];
	size_t n = crypto_secretbox_NONCEBYTES + crypto_secretbox_MACBYTES + text.n;
	if (!well_formed(secret) || text.n > SEALED_MOST / 2)
		return (str){ 0 };
	unsigned char *box = make_n(a, unsigned char, n);
	key_of(secret, S("seal"), key);
	randombytes_buf(box, crypto_secretbox_NONCEBYTES);
	crypto_secretbox_easy(box + crypto_secretbox_NONCEBYTES, (const unsigned char *)text.p, text.n, box, key);
	size_t room = sodium_base64_encoded_len(n, sodium_base64_VARIANT_URLSAFE_NO_PADDING);
	char *p = make_n(a, char, room);
	return str_c(sodium_bin2base64(p, room, box, n, sodium_base64_VARIANT_URLSAFE_NO_PADDING));
}

str session_unseal(struct arena *a, str secret, str sealed)
{
	unsigned char key[TOKEN];
	size_t n = 0, head = crypto_secretbox_NONCEBYTES + crypto_secretbox_MACBYTES;
	if (!well_formed(secret) || !sealed.n || sealed.n > SEALED_MOST)
		return (str){ 0 };
	unsigned char *box = make_n(a, unsigned char, sealed.n);
	if (sodium_base642bin(box, sealed.n, sealed.p, sealed.n, NULL, &n, NULL, sodium_base64_VARIANT_URLSAFE_NO_PADDING) || n <= head)
		return (str){ 0 };
	unsigned char *text = make_n(a, unsigned char, n - head + 1);
	key_of(secret, S("seal"), key);
	if (crypto_secretbox_open_easy(text, box + crypto_secretbox_NONCEBYTES, n - crypto_secretbox_NONCEBYTES, box, key))
		return (str){ 0 };
	return (str){ (const char *)text, n - head };
}

/* -- logging in and out -------------------------------------------------------------------------------- */

bool session_begin(struct record *r, struct arena *a, str login, str password, str *ret_secret, struct err *e)
{
	CLEANUP(tx_close) struct tx t = { 0 };
	struct changed c = { 0 };
	int64_t id = 0;
	char sum[65];
	if (!person_check_password(r, login, password, &id, e))
		return false;
	if (!id) {
		fail(e, ERR_DENIED, "Tên đăng nhập hoặc mật khẩu không đúng.");
		return err_hint(e, "Gõ lại cả hai; để ý phím Caps Lock và bộ gõ tiếng Việt. Quên mật khẩu thì nhờ người quản trị đặt lại.");
	}
	str secret = session_fresh(a);
	sha256_hex(secret, sum);
	r->who = (struct actor){ .person = id, .login = str_copy(a, login) };
	r->person_name = r->who.login;
	if (!record_tx(r, a, S("login"), &t, e) ||
	    !db_change(&t, Q(session_forget, .person_id = v_int(id), .now = v_text(r->who.at)), NULL, e) ||
	    !db_change(&t, Q(session_add, .secret_sha256 = v_text(str_c(sum)), .person_id = v_int(id), .began_at = v_text(r->who.at),
	                     .until_at = v_text(record_moment_after(a, SESSION_HOURS * 3600))), &c, e))
		return false;
	*ret_secret = secret;
	return (c.rows || fail(e, ERR_DENIED, "Tài khoản vừa bị khóa.") || err_hint(e, "Nhờ người quản trị mở lại.")) && tx_commit(&t, e);
}

static bool over(struct err *e)
{
	fail(e, ERR_DENIED, "Phiên đăng nhập đã hết.");
	return err_hint(e, "Đăng nhập lại.");
}

static bool person_of(struct rows *rows, struct arena *a, struct person_here *ret, struct err *e)
{
	*ret = (struct person_here){ 0 };
	if (rows_next(rows))
		*ret = (struct person_here){ col_int(rows, 0), col_int(rows, 4), col_text(rows, a, 1), col_text(rows, a, 2),
			                     col_text(rows, a, 3), col_text(rows, a, 5) };
	return rows_done(rows, e);
}

bool session_as(struct record *r, struct arena *a, const char *login, struct person_here *ret, struct err *e)
{
	CLEANUP(rows_close) struct rows rows = { 0 };
	*ret = (struct person_here){ 0 };
	return record_as(r, a, login, e) && db_query(r->db, Q(session_as, .person_id = v_int(r->who.person)), &rows, e) &&
	       person_of(&rows, a, ret, e);
}

bool session_find(struct record *r, struct arena *a, str secret, struct person_here *ret, struct err *e)
{
	CLEANUP(rows_close) struct rows rows = { 0 };
	char sum[65];
	*ret = (struct person_here){ 0 };
	if (!well_formed(secret))
		return over(e);
	sha256_hex(secret, sum);
	if (!db_query(r->db, Q(session_find, .secret_sha256 = v_text(str_c(sum)), .now = v_text(record_moment(a))), &rows, e))
		return false;
	if (!person_of(&rows, a, ret, e))
		return false;
	if (!ret->id)
		return over(e);
	r->who = (struct actor){ .person = ret->id, .login = ret->login };
	r->person_name = ret->name;
	return true;
}

bool session_end(struct record *r, struct arena *a, str secret, struct err *e)
{
	CLEANUP(tx_close) struct tx t = { 0 };
	char sum[65];
	if (!well_formed(secret))
		return over(e);
	sha256_hex(secret, sum);
	return record_tx(r, a, S("logout"), &t, e) &&
	       db_change(&t, Q(session_end, .secret_sha256 = v_text(str_c(sum)), .who = v_int(r->who.person)), NULL, e) && tx_commit(&t, e);
}
