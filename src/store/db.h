/* store/db.h -- a closed list of statements, run on SQLite or PostgreSQL
 *
 * SHAPE    db: one connection. Who reads names a statement of src/store/sql (Q(...)) and walks its rows. Who changes opens a
 *          transaction in the name of a person (tx_begin … tx_commit) and names statements with db_change: each row that changes is
 *          written to the audit log with what it was and what it became, in the same transaction, and what can be found of it (found) is
 *          made again. There is no other way to change a row, and no way to pass SQL. where: the path of a SQLite file, or a connection
 *          string of PostgreSQL ("postgresql://…", "host=… dbname=…").
 * UNITS    ids and points int64; texts UTF-8 without NUL; an empty text is NULL; actor.at: UTC, "2026-11-21T20:05:08Z"
 * ERRORS   ERR_CONFLICT a constraint of the schema is broken; ERR_NOT_FOUND no such database; ERR_FORMAT it is damaged or none of
 *          ours; ERR_SYSTEM all else: disk, connection, busy. The driver's own words go to .detail. After a failure inside a
 *          transaction nothing of it is kept.
 * MEMORY   db: until db_close; rows until rows_close; texts by col_text in the arena given; tx keeps in its arena what it will log
 * SOURCE   blueprint.md (closed lists); docs/data-model.md
 *
 * One connection serves one thread. A statement can be open once at a time on a connection.
 */
#ifndef STORE_DB_H
#define STORE_DB_H
#include "base/err.h"
#include <stdint.h>

struct db;
struct arg { enum { V_UNSET, V_NULL, V_INT, V_TEXT } kind; int64_t i; str s; };
struct rows { struct db *db; void *at; int row, n; bool failed; };
#include "store/queries.h"

/* Q(remedy_close, .id = v_int(7), ...): a misspelt parameter does not compile, a forgotten one is V_UNSET and is refused. */
#define Q(name, ...) Q_##name, (const struct arg *)&(const struct args_##name) { __VA_ARGS__ }
static inline struct arg v_int(int64_t i) { return (struct arg){ V_INT, i, { 0 } }; }
static inline struct arg v_text(str s)    { return s.n ? (struct arg){ V_TEXT, 0, s } : (struct arg){ V_NULL, 0, { 0 } }; }
static inline struct arg v_null(void)     { return (struct arg){ V_NULL, 0, { 0 } }; }
static inline struct arg v_ref(int64_t id) { return id ? v_int(id) : v_null(); }         /* 0: none */

enum db_open { DB_EXISTING, DB_NEW, DB_READ };     /* NEW: a file is made; it must not be there. READ: not a byte of a file is changed */
enum db_kind { DB_SQLITE, DB_POSTGRESQL };

enum db_kind    db_kind_of(str where);
MUST_CHECK bool db_open(struct arena *a, str where, enum db_open how, struct db **ret, struct err *e);
void            db_close(struct db **db);
enum db_kind    db_kind(const struct db *db);
MUST_CHECK bool db_check(struct db *db, struct err *e);                        /* prepares every statement */
MUST_CHECK bool db_spare(struct db *db, struct err *e);                        /* little memory from now on: one of many connections */
bool            db_lost(const struct db *db);                                  /* the other side has closed the connection */
int64_t         db_ran(const struct db *db);                                   /* statements run so far, for counting them */

/* -- reading -- */
MUST_CHECK bool db_query(struct db *db, enum query_id q, const struct arg *args, struct rows *ret, struct err *e);
bool            rows_next(struct rows *r);
MUST_CHECK bool rows_done(struct rows *r, struct err *e);     /* false when rows_next stopped on an error */
void            rows_close(struct rows *r);
int             rows_columns(const struct rows *r);
int64_t         col_int(struct rows *r, int col);             /* NULL: 0 */
bool            col_null(struct rows *r, int col);
str             col_text(struct rows *r, struct arena *a, int col);            /* NULL: no text */
const char     *col_name(struct rows *r, int col);
void            row_json(struct rows *r, struct buf *b);      /* {"id":1,"name":"…"}: integers as numbers, in the order of the columns */
/* The one number or row that a statement gives; *found false where there is none. */
MUST_CHECK bool db_int(struct db *db, enum query_id q, const struct arg *args, int64_t *ret, bool *found, struct err *e);

/* -- changing -- */
struct actor { int64_t person; str login, at; };
struct tx_entry { enum table_id table; int64_t id, body; str before, after; };
struct tx { struct db *db; struct arena *a; struct actor who; str what; VEC(struct tx_entry) entries; bool open; };
struct changed { int64_t rows, id; };                          /* id: of the last row */

MUST_CHECK bool tx_begin(struct db *db, struct arena *a, const struct actor *who, str what, struct tx *ret, struct err *e);
/* ret may be NULL */
MUST_CHECK bool db_change(struct tx *t, enum query_id q, const struct arg *args, struct changed *ret, struct err *e);
MUST_CHECK bool tx_commit(struct tx *t, struct err *e);
void            tx_close(struct tx *t);                        /* what is not committed has not happened */

/* A transaction that only reads: everything read in it is of one moment. */
MUST_CHECK bool tx_look(struct db *db, struct tx *ret, struct err *e);

/* -- the schema (store/migrate.h) -- */
struct migration { const char *name, *lite, *pg; };
struct migrations { const struct migration *at; size_t n; };
struct migrations migrations_all(void);
const char       *table_name(enum table_id t);
bool              table_has_body(enum table_id t);

#endif
