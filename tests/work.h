/* work.h -- a record with findings, remedies and people of every role, for the tests of what people do with them
 *
 * SHAPE    work_open: tests/at.h's record and, in AT_BODY, the finding T1 of criterion 3.2 with the remedies G1 (led by AT_ROOM, WORK_CHARGE
 *          answers for it) and G2 (ongoing, monthly), the finding T2 without a criterion, evidence M1 for G1, the request K1; in AT_OTHER T3, G3, M3, K3.
 *          work_as: who works from now on
 */
#ifndef TESTS_WORK_H
#define TESTS_WORK_H
#include "app/record_parts.h"
#include "at.h"
#include "base/folder.h"

enum { WORK_LEADER = 11, WORK_OWN, WORK_ELSE, WORK_APPRAISER, WORK_VIEWER, WORK_ADMINISTRATOR, WORK_CHARGE };
enum { WORK_ROOM = 5 };

struct work { struct at at; struct record r; struct folder dir; };

void work_open(struct work *w, enum db_kind kind);
void work_close(struct work *w);
void work_as(struct work *w, int64_t person);
str  work_file(struct work *w, const char *name, const char *text);       /* its path */
int64_t work_count(struct work *w, enum query_id q, const struct arg *args);

#define WORK_BOTH(name) \
	static void name##_sqlite(void **s) { (void)s; struct work w; work_open(&w, DB_SQLITE); name(&w); work_close(&w); } \
	static void name##_postgresql(void **s) { (void)s; struct work w; work_open(&w, DB_POSTGRESQL); name(&w); work_close(&w); }

#endif
