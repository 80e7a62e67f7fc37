/* app/session.h -- logging in, being logged in, logging out
 *
 * SHAPE    A session is a random secret of 256 bits that the browser keeps in a cookie; the record keeps only its SHA-256, whose it is and
 *          until when. session_find makes the person the actor of the record (as record_as does) for one request: what it says lives in
 *          the arena of the request. A session ends when it is logged out, after SESSION_HOURS, when the password changes, when the account
 *          is closed. Logging in and out stand in the audit log; who fails to log in writes nothing.
 *          form_token: what each form must send back; made of the secret, kept nowhere.
 * UNITS    hours; the secret and tokens as lower-case hex
 * ERRORS   session_begin: ERR_DENIED the same sentence whether there is no such login, the password is wrong or the account is closed.
 *          session_find: ERR_DENIED none, or over
 * MEMORY   arena
 * SOURCE   issue 6; OWASP session management; libsodium (randombytes, generichash)
 */
#ifndef APP_SESSION_H
#define APP_SESSION_H
#include "app/right.h"

enum { SESSION_HOURS = 12 };
MUST_CHECK bool session_begin(struct record *r, struct arena *a, str login, str password, str *ret_secret, struct err *e);
MUST_CHECK bool session_find(struct record *r, struct arena *a, str secret, struct person_here *ret, struct err *e);
/* Who has the record's folder is believed to be whom they say; no session is made. */
MUST_CHECK bool session_as(struct record *r, struct arena *a, const char *login, struct person_here *ret, struct err *e);
MUST_CHECK bool session_end(struct record *r, struct arena *a, str secret, struct err *e);
str             session_fresh(struct arena *a);                       /* a secret for who is not logged in yet (form of the login) */
str             form_token(struct arena *a, str secret);
bool            form_token_ok(struct arena *a, str secret, str token);         /* in constant time */
/* A short text that only who has the secret can have made or can read, for a cookie. No text: too long, or not sealed so. */
str             session_seal(struct arena *a, str secret, str text);
str             session_unseal(struct arena *a, str secret, str sealed);

#endif
