/* web/fixture.h -- a record for the tests of pages: a province, two sở, a commune, rooms, people of every role, and work that is under way
 *
 * SHAPE    tests/at.h's record with, by the calls of app/: in AT_BODY (Sở Tư pháp, .own) an imported plan, a finding that was added, its
 *          remedy led by a room with progress and evidence, a request; the same in AT_OTHER (Sở Y tế, .foreign) and, without a document,
 *          in a commune; a criteria set of the year and a sheet that is begun in AT_BODY. fixture_ask: one request by that login
 *          ("": nobody) in an arena of its own, which lives until the next;
 *          form NULL: GET. people: of each role who has it in AT_BODY; FIXTURE_PASSWORD is that of fixture_secret's login alone.
 * ERRORS   as at.h
 */
#ifndef TESTS_WEB_FIXTURE_H
#define TESTS_WEB_FIXTURE_H
#include "app/record_parts.h"
#include "at.h"
#include "base/folder.h"
#include "web/page.h"

#define FIXTURE_PASSWORD "một câu vài từ"

enum fixture_role { FIXTURE_NOBODY, FIXTURE_ADMINISTRATOR, FIXTURE_LEADER, FIXTURE_OFFICE, FIXTURE_OFFICIAL, FIXTURE_APPRAISER,
                    FIXTURE_VIEWER, FIXTURE_ROLES };
extern const struct fixture_person { const char *role, *login; } fixture_people[FIXTURE_ROLES];

/* document 0: none; person: who works there and has no other part */
struct fixture_body { int64_t body, room, finding, remedy, evidence, request, document, job, person, issued; };
struct fixture {
	struct at     at;
	struct record r;
	struct folder dir;
	struct fixture_body own, foreign, commune;
	int64_t       set, criterion, by_hand;         /* of the set of the year: criterion 1.1 has a ratio, 1.2 is marked by hand */
	struct slow  *slow;
	struct few   *few;
	struct arena *a;                       /* of the request */
	struct req    q;
	struct reply  ret;
	str           facts;                   /* of the plan, as a job keeps them */
	bool          json;
	const char   *origin;                  /* NULL: not sent */
	struct upload file;                    /* sent with a form; no path: none */
};

void fixture_open(struct fixture *f, enum db_kind kind);
void fixture_close(struct fixture *f);
void fixture_password(struct fixture *f, const char *login);            /* FIXTURE_PASSWORD is theirs from now on */
str  fixture_cookie(struct arena *a, const char *login);                /* the secret of a session that is there */
const struct reply *fixture_ask(struct fixture *f, const char *login, const char *address, const char *form);
/* … with another cookie, and the token of its form, or without */
const struct reply *fixture_ask_as(struct fixture *f, str cookie, bool token, const char *address, const char *form);
bool fixture_says(const struct reply *r, const char *words);            /* in its body */

#define FIXTURE_BOTH(name) \
	static void name##_sqlite(void **s) { (void)s; struct fixture f; fixture_open(&f, DB_SQLITE); name(&f); fixture_close(&f); } \
	static void name##_postgresql(void **s) { (void)s; struct fixture f; fixture_open(&f, DB_POSTGRESQL); name(&f); fixture_close(&f); }

#endif
