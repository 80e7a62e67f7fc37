/* store/migrate.h -- the schema a database has, and the way to the one this program knows
 *
 * SHAPE    A database remembers how many migrations it has (table schema_version). migrate_to runs those that are missing up to a
 *          number, each in a transaction of its own with its row in schema_version: one that fails leaves the database as it was. Who
 *          migrates what people have entered makes a backup first (app/record.h does).
 * UNITS    version: number of migrations done, 0: an empty database
 * ERRORS   migrate_check: ERR_FORMAT the database is newer than this program, or was made by other migrations of the same names;
 *          ERR_NOT_FOUND it is empty; ERR_CONFLICT it is older and must be migrated
 * MEMORY   none kept
 * SOURCE   issue 5 (schema and migrations)
 */
#ifndef STORE_MIGRATE_H
#define STORE_MIGRATE_H
#include "store/db.h"

MUST_CHECK bool migrate_version(struct db *db, int *ret, struct err *e);
MUST_CHECK bool migrate_check(struct arena *a, struct db *db, struct migrations m, struct err *e);
MUST_CHECK bool migrate_to(struct db *db, struct migrations m, int version, struct err *e);
/* All in the transaction that is open: the database is filled at once, or stays empty. */
MUST_CHECK bool migrate_within(struct db *db, struct migrations m, int version, struct err *e);

#endif
