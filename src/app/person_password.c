#include "app/person.h"
#include "app/record_parts.h"
#include "base/fold.h"
#include <sodium.h>
#include <stdlib.h>
#include <uninorm.h>
#include <unistr.h>

/* The same letters are the same password, however they were typed. NULL: no UTF-8. To be freed and forgotten: drop. */
static char *letters(str s, size_t *n)
{
	*n = 0;
	return u8_check((const uint8_t *)s.p, s.n) ? NULL : (char *)u8_normalize(UNINORM_NFC, (const uint8_t *)s.p, s.n, NULL, n);
}

static void drop(char *s, size_t n)
{
	if (s)
		sodium_memzero(s, n);
	free(s);
}

static bool long_enough(str s, struct err *e)
{
	size_t n = 0;
	for (size_t at = 0; at < s.n; n++)
		utf8_next(s, &at);
	if (s.n > PASSWORD_MOST || memchr(s.p, 0, s.n))
		return fail(e, ERR_INPUT, "Mật khẩu dài quá %d byte, hay có ký tự lạ.", PASSWORD_MOST), err_hint(e, "Dùng một mật khẩu ngắn hơn.");
	if (n >= PASSWORD_LEAST)
		return true;
	fail(e, ERR_INPUT, "Mật khẩu có %zu chữ, ít nhất phải %d.", n, PASSWORD_LEAST);
	return err_hint(e, "Một câu vài từ dễ nhớ là mật khẩu tốt.");
}

bool person_set_password(struct record *r, struct arena *a, str login, str password, struct err *e)
{
	CLEANUP(tx_close) struct tx t = { 0 };
	char hash[crypto_pwhash_STRBYTES];
	struct changed c = { 0 };
	int64_t id = 0;
	bool found = false;
	size_t n;
	if (!db_int(r->db, Q(person_login, .login = v_text(login)), &id, &found, e))
		return false;
	if (!found) {
		fail(e, ERR_NOT_FOUND, "Hồ sơ này không có người dùng “%.*s”.", SF(login));
		return err_hint(e, "Xem các người dùng bằng khacphuc user list.");
	}
	if (!long_enough(password, e))
		return false;
	char *typed = letters(password, &n);
	if (!typed)
		return fail(e, ERR_INPUT, "Mật khẩu không phải là chữ UTF-8."), err_hint(e, "Gõ bằng bảng mã Unicode.");
	bool hashed = sodium_init() >= 0 &&
	    !crypto_pwhash_str(hash, typed, n, crypto_pwhash_OPSLIMIT_INTERACTIVE, crypto_pwhash_MEMLIMIT_INTERACTIVE);
	drop(typed, n);
	if (!hashed)
		return fail(e, ERR_SYSTEM, "Máy không đủ bộ nhớ để giữ mật khẩu an toàn."), err_hint(e, "Cần 64 MB còn trống; đóng bớt chương trình rồi làm lại.");
	if (!record_tx(r, a, S("user password"), &t, e) ||
	    !db_change(&t, Q(person_password, .id = v_int(id), .password = v_text(str_c(hash)), .who = v_int(r->who.person)), &c, e))
		return false;
	return (c.rows || record_denied(r, e, "đặt mật khẩu của người khác")) &&
	       db_change(&t, Q(session_end_all, .person_id = v_int(id)), NULL, e) && tx_commit(&t, e);
}

/* As long as a password that is there. */
static void in_vain(const char *typed, size_t n)
{
	unsigned char out[32], salt[crypto_pwhash_SALTBYTES] = { 0 };
	if (!crypto_pwhash(out, sizeof out, typed, n, salt, crypto_pwhash_OPSLIMIT_INTERACTIVE, crypto_pwhash_MEMLIMIT_INTERACTIVE,
	                   crypto_pwhash_ALG_ARGON2ID13))
		sodium_memzero(out, sizeof out);
}

bool person_check_password(struct record *r, str login, str password, int64_t *ret, struct err *e)
{
	CLEANUP(rows_close) struct rows rows = { 0 };
	CLEANUP(arena_close) struct arena *a = arena_open((size_t)1 << 20);
	size_t n;
	*ret = 0;
	if (sodium_init() < 0 || !db_query(r->db, Q(person_secret, .login = v_text(login)), &rows, e))
		return false;
	bool there = rows_next(&rows);
	str hash = there ? col_text(&rows, a, 1) : (str){ 0 };
	int64_t id = there && col_int(&rows, 2) ? col_int(&rows, 0) : 0;
	if (!rows_done(&rows, e))
		return false;
	char *typed = password.n && password.n <= PASSWORD_MOST ? letters(password, &n) : NULL;
	if (!typed)
		return true;
	if (!hash.n)
		in_vain(typed, n);
	else if (!crypto_pwhash_str_verify(hash.p, typed, n))
		*ret = id;
	drop(typed, n);
	return true;
}
