/* store/db_driver.h -- what a database must be able to do for store/db.c, and nothing else includes this
 *
 * SHAPE    One struct driver for SQLite, one for PostgreSQL. run: one statement of the list, prepared when it is first used. script:
 *          several statements without parameters or rows (begin, commit, a migration); its text comes from this folder or tools/mksql.
 *          told, put_…: store/tables.h. loosen: scripts, at the beginning of a transaction that fills all tables in any order,
 *          and at its end: foreign keys hold again, new ids come behind those that are there
 * UNITS    as store/db.h
 * ERRORS   as store/db.h
 * MEMORY   as store/db.h
 * SOURCE   none
 */
#ifndef STORE_DB_DRIVER_H
#define STORE_DB_DRIVER_H
#include "base/pace.h"
#include "store/tables.h"

struct statement {
	const char *name;
	int         args;
	const char *where;
	int         writes, table, before;             /* writes: 1 insert, 2 update, 3 delete; 0: not logged */
	int         parts[40];
	const char *lite, *pg;
};
extern const struct statement queries[QUERY_COUNT];

enum told_kind { TOLD_PAGE, TOLD_ASTRAY, TOLD_CLEAR };
str  told_text(struct arena *a, enum told_kind kind, str one, str two);
void told_quote(struct buf *b, str name);
void told_columns(struct buf *b, struct rows *like);

struct driver {
	enum db_kind kind;
	bool (*open)(struct db *db, str where, enum db_open how, struct err *e);
	void (*close)(struct db *db);
	bool (*prepare)(struct db *db, enum query_id q, struct err *e);
	bool (*run)(struct db *db, enum query_id q, const struct arg *args, struct rows *ret, struct err *e);
	bool (*script)(struct db *db, const char *text, struct err *e);
	bool (*next)(struct rows *r);
	bool (*done)(struct rows *r, struct err *e);
	void (*close_rows)(struct rows *r);
	int (*columns)(const struct rows *r);
	const char *(*name)(struct rows *r, int col);
	bool (*is_null)(struct rows *r, int col);
	bool (*is_int)(struct rows *r, int col);
	int64_t (*number)(struct rows *r, int col);
	str (*text)(struct rows *r, int col);              /* until the next row */
	bool (*told)(struct db *db, enum told_kind kind, str one, str two, const struct arg *args, int n, struct rows *ret,
	             struct err *e);
	bool (*put_open)(struct put *p, str table, struct rows *like, struct err *e);
	bool (*put_row)(struct put *p, struct rows *from, struct err *e);
	bool (*put_done)(struct put *p, struct err *e);
	void (*put_close)(struct put *p);
	const char *loosen, *fasten, *spare;
	bool (*lost)(const struct db *db);                 /* NULL: never */
	/* A new file with all pages, as the open transaction sees them; writers do not wait. NULL: rows must be copied. */
	bool (*snapshot)(struct db *db, const char *path, const struct pace *p, struct err *e);
};
extern const struct driver driver_sqlite, driver_postgresql;

struct db {
	const struct driver *driver;
	struct arena        *a;
	void                *at;                       /* sqlite3 *, PGconn * */
	void                *ready[QUERY_COUNT];       /* sqlite3_stmt *; PostgreSQL: not NULL where it is prepared */
	int64_t              ran;
	bool                 in_tx;
};

bool db_script(struct db *db, const char *text, struct err *e);

#endif
