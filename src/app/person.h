/* app/person.h -- people, their roles, the bodies they appraise, their passwords
 *
 * SHAPE    A person has a login, works in a unit and has roles, each in one body; that of administrator is held in the highest unit, for
 *          it reaches all. Roles, assignments and accounts are changed by who may change units: so nobody who is not an administrator gives
 *          anybody a role, and not themselves. One administrator whose account is open always remains.
 *          A password is kept as argon2id and nowhere else; the log says that it changed.
 * UNITS    login: a-z 0-9 . _ -, 2 to 64; password: PASSWORD_LEAST letters or more, in NFC
 * ERRORS   ERR_NOT_FOUND no such person or unit; ERR_CONFLICT the login is taken, the role is held, the last administrator;
 *          ERR_DENIED
 * MEMORY   arena
 * SOURCE   domain.md 1; issue 5 (permissions in the data layer); libsodium (crypto_pwhash, INTERACTIVE)
 */
#ifndef APP_PERSON_H
#define APP_PERSON_H
#include "app/layout.h"
#include "app/record.h"

enum role { ROLE_ADMINISTRATOR, ROLE_LEADER, ROLE_OFFICE, ROLE_OFFICIAL, ROLE_APPRAISER, ROLE_VIEWER, ROLES };
bool        role_of(struct arena *a, str word, enum role *ret);      /* "văn phòng", "van phong", "office" */
const char *role_name(enum role r);                                  /* "office" */
const char *role_vi(enum role r);

struct person_new { str login, name, title, unit; strs roles; };     /* unit, roles: as a person wrote them */
MUST_CHECK bool person_add(struct record *r, struct arena *a, const struct person_new *n, struct err *e);
/* body: no text: the body where the person works */
MUST_CHECK bool person_role(struct record *r, struct arena *a, str login, str role, str body, bool give, struct err *e);
MUST_CHECK bool person_assign(struct record *r, struct arena *a, str login, const strs *bodies, bool give, size_t *ret_changed,
                struct err *e);
MUST_CHECK bool person_open(struct record *r, struct arena *a, str login, bool open, struct err *e);

/* To another unit. Who leaves a body loses the roles held there, unless it is that of administrator: *ret_lost of them. */
MUST_CHECK bool person_move(struct record *r, struct arena *a, str login, str unit, size_t *ret_lost, struct err *e);

enum { PASSWORD_LEAST = 10, PASSWORD_MOST = 1000 };                  /* letters; bytes */
MUST_CHECK bool person_set_password(struct record *r, struct arena *a, str login, str password, struct err *e);
/* *ret: the person; 0: there is none of that login with that password who may log in. It takes the same time whichever of these is so. */
MUST_CHECK bool person_check_password(struct record *r, str login, str password, int64_t *ret, struct err *e);

struct person_role { enum role role; int64_t body_id; str body; };
typedef VEC(struct person_role) person_roles;
MUST_CHECK bool person_roles_own(struct record *r, struct arena *a, person_roles *ret, struct err *e);     /* of who works */
struct person { int64_t id; str login, name, title, unit; bool active, secret; person_roles roles; };      /* secret: has a password */
struct people { VEC(struct person) at; int page; bool more; };
enum { PEOPLE_PAGE = 50 };
/* words: in the name or the login, as written; no text: all */
MUST_CHECK bool person_list(struct record *r, struct arena *a, str unit, str words, int page, struct people *ret, struct err *e);
struct person_assigned { int64_t body; str name; };
struct person_more { struct person is; int64_t unit, body; str body_name; VEC(struct person_assigned) assigned; };
MUST_CHECK bool person_load(struct record *r, struct arena *a, int64_t id, struct person_more *ret, struct err *e);
str             people_text(struct arena *a, const struct people *p, const struct layout *y);
str             people_json(struct arena *a, const struct people *p);

#endif
