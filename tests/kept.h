/* kept.h -- a small record whose every row stands in its log, for the tests of copies, backups and checks
 *
 * SHAPE    kept_fill: rows of the kinds that checks look at (what record_init has made stays), and
 *          two evidence files, "một" and "hai", in blobs. kept_add: one more row,
 *          by SQL of the test, logged as the program would have.
 * ERRORS   fail the test
 */
#ifndef TESTS_KEPT_H
#define TESTS_KEPT_H
#include "at.h"
#include "store/blobs.h"

void kept_open(struct at *at, enum db_kind kind);              /* at_close; the files: kept_fill again */
void kept_fill(struct arena *a, struct db *db, const struct blobs *blobs);
void kept_add(struct arena *a, struct db *db, enum table_id table, int64_t id, const char *sql);
str  kept_sha(struct arena *a, const char *bytes);

#endif
