/* core/mapping.h -- which criterion of an old set is which of a new one
 *
 * SHAPE    One pair per criterion of the new set, then one per old criterion that has no successor. Proposed from identities (sure), codes, names (folded
 *          words) and the names of parents and maxima, with a score of 0..100; confirmed by a person. kind: KEPT same code, name, maximum and rule; MOVED
 *          another code, else the same; CHANGED name, maximum or rule differ; NEW; DROPPED.
 * UNITS    score: percent
 * ERRORS   none
 * MEMORY   arena
 * SOURCE   domain.md 3 (codes are not stable); issue 4
 */
#ifndef CORE_MAPPING_H
#define CORE_MAPPING_H
#include "core/set.h"

enum pair_kind { PAIR_KEPT, PAIR_MOVED, PAIR_CHANGED, PAIR_NEW, PAIR_DROPPED };
struct pair { size_t was, is; enum pair_kind kind; int score; bool confirmed; str changes; };   /* was, is: NO_INDEX where there is none; changes: in words */
typedef VEC(struct pair) pairs;

pairs  mapping_propose(struct arena *a, const struct criteria_set *was, const struct criteria_set *is);
size_t mapping_was(const pairs *p, size_t is);         /* NO_INDEX: new */

#endif
