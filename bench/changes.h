/* bench/changes.h -- the changes that people make most, by the office of the first body of a record made by fill
 *
 * SHAPE    change_points: the points of one leaf of its sheet, one row. change_progress: how far a remedy has come, a row of progress and
 *          the state of the remedy. Each is one transaction with what the product adds of itself: rights, log, index of words. i: the
 *          how manieth change it is.
 * UNITS    none
 * ERRORS   ends the process
 * MEMORY   what a change takes is given back
 * SOURCE   none
 */
#ifndef BENCH_CHANGES_H
#define BENCH_CHANGES_H
#include "app/record_parts.h"

enum { CHANGES_LEAVES = 100, CHANGES_REMEDIES = 40 };          /* changed in turn */

struct record *changes_open(struct arena *a, const char *dir);
void           change_words(char *ret, size_t size, int i);
void           change_points(struct record *r, int i);
void           change_progress(struct record *r, int i);

/* What they change: the id of the score, the id of the remedy, the points, the percent. */
static inline int change_score_id(int i)  { return 1 + 3 * (i % CHANGES_LEAVES); }
static inline int change_remedy_id(int i) { return 1 + i % CHANGES_REMEDIES; }
static inline int change_to(int i)        { return i / CHANGES_LEAVES % 90; }

#endif
