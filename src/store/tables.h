/* store/tables.h -- every table of a database, by the names that the database itself tells
 *
 * SHAPE    What copies, saves or checks the whole record cannot name statements: it must also know tables of a schema that is older. So the
 *          drivers make the text of a few statements out of names, quoted. tables_list: all but the ledger of migrations and what is
 *          made of other tables (found, found_words). table_page: whole rows behind an id, by id; every table has an id. table_astray: rows
 *          of a table with entity and entity_id that say they are about a row of `entity` which is not there. put: many rows into one
 *          table, as they are, around the log; only into a database that nobody uses yet.
 * UNITS    limit: rows
 * ERRORS   as store/db.h
 * MEMORY   tables_list: arena. Rows as db_query. put: until put_close
 * SOURCE   issue 5 (copy, backup, verify)
 */
#ifndef STORE_TABLES_H
#define STORE_TABLES_H
#include "base/sha256.h"
#include "store/db.h"

MUST_CHECK bool tables_list(struct db *db, struct arena *a, strs *ret, struct err *e);
MUST_CHECK bool table_page(struct db *db, str table, int64_t after, int64_t limit, struct rows *ret, struct err *e);
MUST_CHECK bool table_astray(struct db *db, str table, str entity, int64_t after, int64_t limit, struct rows *ret, struct err *e);
MUST_CHECK bool table_clear(struct db *db, str table, struct err *e);
/* Its rows in order, each value with its kind and length: equal on both databases where the rows are. rows: how many. */
MUST_CHECK bool table_hash(struct db *db, str table, char ret[static 65], int64_t *ret_rows, struct err *e);
int             column_of(struct rows *r, const char *name);                   /* where it stands; -1: nowhere */
void            row_hash(struct rows *r, struct sha256 *s);

struct put { struct db *db; void *at; char *line; size_t n, cap; };
MUST_CHECK bool put_open(struct db *db, str table, struct rows *like, struct put *ret, struct err *e);
MUST_CHECK bool put_row(struct put *p, struct rows *from, struct err *e);
MUST_CHECK bool put_done(struct put *p, struct err *e);
void            put_close(struct put *p);

#endif
