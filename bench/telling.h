/* bench/telling.h -- the change that people make most: an office tells how far a remedy has come
 *
 * SHAPE    told(r, i): the i-th telling, by the office of the first body of a record made by fill (telling_open). One transaction: a row
 *          of progress and the state of its remedy, with what the product adds of itself: rights, log, index of words
 * UNITS    none
 * ERRORS   ends the process
 * MEMORY   what a telling takes is given back
 * SOURCE   none
 */
#ifndef BENCH_TELLING_H
#define BENCH_TELLING_H
#include "app/record_parts.h"

enum { TELLING_REMEDIES = 40 };                    /* of the first plan, told in turn */

struct record *telling_open(struct arena *a, const char *dir);
void           telling_words(char *ret, size_t size, int i);
void           told(struct record *r, int i);

#endif
