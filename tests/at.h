/* at.h -- an empty record for a test, on SQLite or on the PostgreSQL of tools/with-postgresql
 *
 * SHAPE    AT_BOTH(name) declares the tests name_sqlite and name_postgresql, which both call name(struct at *); rows for cmocka:
 *          AT_ROWS(name). at: an arena, an open database with the newest schema, one person who may everything in one body, a clock.
 * ERRORS   a test on PostgreSQL is skipped where KHACPHUC_POSTGRESQL is not set
 */
#ifndef TESTS_AT_H
#define TESTS_AT_H
#include "store/db.h"
#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>

enum { AT_PROVINCE = 1, AT_BODY = 2, AT_OTHER = 3, AT_ROOM = 4 };      /* units: tỉnh, two sở, a room of the first */
enum { AT_ALL = 1, AT_OFFICE = 2, AT_STRANGER = 3 };                   /* people: all roles in AT_BODY; office of it; office of AT_OTHER */

struct at { struct arena *a; str where; struct db *db; struct actor who; struct err e; };

void at_open(struct at *at, enum db_kind kind);
/* With the newest schema and what fill puts in; at_open puts in rows that every test finds. On PostgreSQL it is made once a server, under
 * that name, and copied: fill must put in the same each time. */
typedef bool at_fill(struct arena *a, struct db *db, struct err *e);
void at_filled(struct at *at, enum db_kind kind, const char *name, at_fill *fill);
/* On PostgreSQL: what it holds now is what at_filled copies by that name from now on. at->db is opened anew. */
void at_keep(struct at *at, const char *name);
void at_close(struct at *at);
struct actor at_who(int64_t person);
const char *at_room(struct arena *a);                           /* a new folder, in memory where it can be: nothing waits for a disk */
str  at_empty(struct arena *a, enum db_kind kind);             /* where an empty database can be opened; no text: none of that kind here */
#define AT_BOTH(name) \
	static void name##_sqlite(void **s) { (void)s; struct at at; at_open(&at, DB_SQLITE); name(&at); at_close(&at); } \
	static void name##_postgresql(void **s) { (void)s; struct at at; at_open(&at, DB_POSTGRESQL); name(&at); at_close(&at); }
#define AT_ROWS(name) cmocka_unit_test(name##_sqlite), cmocka_unit_test(name##_postgresql)

#define OK(at, x) do { if (!(x)) fail_msg("%s: %s | %s", #x, (at)->e.message, (at)->e.detail); } while (0)
#define REFUSED(at, x, c) do { (at)->e = (struct err){ 0 }; assert_false(x); assert_int_equal((at)->e.code, c); } while (0)

#endif
