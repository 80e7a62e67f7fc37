/* store/db_driver.h -- what a database must be able to do for store/db.c, and nothing else includes this
 *
 * SHAPE    One struct driver for SQLite, one for PostgreSQL. run: one statement of the list, prepared when it is first used. script:
 *          several statements without parameters or rows (begin, commit, a migration); its text comes from this folder or tools/mksql
 * UNITS    as store/db.h
 * ERRORS   as store/db.h
 * MEMORY   as store/db.h
 * SOURCE   none
 */
#ifndef STORE_DB_DRIVER_H
#define STORE_DB_DRIVER_H
#include "store/db.h"

struct statement {
	const char *name;
	int         args;
	const char *where;
	int         writes, table, before;             /* writes: 1 insert, 2 update, 3 delete; 0: not logged */
	int         parts[40];
	const char *lite, *pg;
};
extern const struct statement queries[QUERY_COUNT];

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
