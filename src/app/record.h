/* app/record.h -- a record that is open, and the person who works in it
 *
 * SHAPE    A record is a folder: khacphuc.conf (where its database is), record.db (unless it is on PostgreSQL), evidence/.
 *          Everything a person does with it takes the record, after record_as has said who that person is.
 * UNITS    none
 * ERRORS   record_init: ERR_INPUT there is a record already, or the folder is not empty. record_open: ERR_NOT_FOUND there is none;
 *          ERR_FORMAT its schema is newer than this program, or not ours. An older one is migrated after a backup into
 *          DIR/truoc-khi-nang-cap-N. record_as: ERR_NOT_FOUND no such person, ERR_DENIED the account is closed
 * MEMORY   arena; record_close closes the database
 * SOURCE   issue 5 (operation); domain.md 1
 */
#ifndef APP_RECORD_H
#define APP_RECORD_H
#include "base/err.h"
#include <stdint.h>

struct record;

/* database: a connection string of PostgreSQL; NULL: SQLite, in the folder. admin: login of the first administrator; unit: the name of
 * the highest unit (UBND tỉnh …), which the administrator belongs to. */
struct record_start { const char *database, *admin, *admin_name, *unit, *level; };
MUST_CHECK bool record_init(struct arena *a, const char *dir, const struct record_start *s, struct record **ret, struct err *e);
MUST_CHECK bool record_open(struct arena *a, const char *dir, struct record **ret, struct err *e);
/* a: lives as long as the person works; so a record that serves many does not grow */
MUST_CHECK bool record_as(struct record *r, struct arena *a, const char *login, struct err *e);
/* For servers, which hold many open: it keeps little of the database in memory. */
MUST_CHECK bool record_spare(struct record *r, struct err *e);
bool            record_lost(const struct record *r);       /* its database went away: to be closed */
int64_t         record_ran(const struct record *r);        /* statements run so far */
void            record_nobody(struct record *r);
void            record_close(struct record **r);

str record_day(struct arena *a);              /* today in Vietnam: "2026-11-22" */
str record_dir(const struct record *r);
str record_login(const struct record *r);

#endif
