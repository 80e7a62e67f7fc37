/* app/record_parts.h -- the inside of a record, for the use cases of app/ alone
 *
 * SHAPE    at: the moment a transaction is begun, by the clock of the system; record_tx sets it. record_denied: the sentence for
 *          a change that touched no row because the person may not do it
 * UNITS    at: UTC, "2026-11-21T20:05:08Z"; today: the day in Vietnam
 * ERRORS   as store/db.h
 * MEMORY   arena of the record
 * SOURCE   none
 */
#ifndef APP_RECORD_PARTS_H
#define APP_RECORD_PARTS_H
#include "app/recall.h"
#include "app/record.h"
#include "core/date.h"
#include "store/blobs.h"
#include "store/db.h"

struct record {
	struct arena *a;
	str           dir, where;          /* where: its database */
	struct db    *db;
	struct blobs *blobs;
	struct actor  who;                 /* person 0: nobody yet */
	str           person_name;
	struct recall *recall;             /* app/recall.h; NULL: nothing yet */
};

/* A transaction in the name of the person; what: the thing they do, as the log shows it ("import", "progress add"). */
/* As record_open, with the migrations given. */
MUST_CHECK bool record_open_with(struct arena *a, const char *dir, struct migrations m, struct record **ret, struct err *e);
/* The schema is older than m: a backup, then the migrations that are missing (app/upgrade.c). */
MUST_CHECK bool record_upgrade(struct record *r, struct migrations m, struct err *e);
str             record_moment(struct arena *a);
str             record_moment_after(struct arena *a, int seconds);
MUST_CHECK bool record_conf(struct arena *a, const char *dir, const char *database, struct err *e);    /* NULL: SQLite in dir */
#define RECORD_DATABASE "record.db"
#define RECORD_CONF     "khacphuc.conf"

MUST_CHECK bool record_tx(struct record *r, struct arena *a, str what, struct tx *ret, struct err *e);
MUST_CHECK bool record_seed_holidays(struct record *r, struct tx *t, struct err *e);       /* core/holidays.def, into a new record */
/* The row of bytes that are kept already, or a new one; two who bring the same file at once both find it. */
MUST_CHECK bool record_blob(struct record *r, struct tx *t, const struct blob *b, int64_t *ret, struct err *e);
struct date     record_today(void);
/* Who saves or copies a record reads all of it. false with *e: the person may not; what: "sao lưu hồ sơ" */
MUST_CHECK bool record_may_have_all(struct record *r, const char *what, struct err *e);
bool            record_denied(struct record *r, struct err *e, const char *what);     /* always false: "… không có quyền …" */

#endif
