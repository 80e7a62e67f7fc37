/* core/mapping.h -- which criterion of an old set is which of a new one
 *
 * SHAPE    One pair per criterion of the new set, in its order, then one per old criterion that has no successor. Proposed from
 *          identities (sure), names (folded words), codes, the pairs of parents, maxima and rules, with a score of 0..100; confirmed
 *          by a person: who agrees gives the new criterion the identity of the old one. kind: KEPT same code, name, maximum and
 *          rule; MOVED another code, else the same; CHANGED name, maximum or rule differ, or it is a parent in one set only; NEW;
 *          DROPPED. The year and numbers of documents ("năm 2024", "12/KH-UBND") do not make another name.
 *          Proposed from either side the pairs are the same.
 * UNITS    score: percent
 * ERRORS   none
 * MEMORY   arena; the work is bounded by old times new
 * SOURCE   domain.md 3 (codes are not stable); issue 4
 */
#ifndef CORE_MAPPING_H
#define CORE_MAPPING_H
#include "core/set.h"

enum pair_kind { PAIR_KEPT, PAIR_MOVED, PAIR_CHANGED, PAIR_NEW, PAIR_DROPPED };

/* was, is: NO_INDEX where there is none. confirmed: by identity. renamed: .changes says so too. changes:
 * "mã 1.7 → 1.5.1; điểm tối đa 2 → 1,5; cách tính điểm khác" */
struct pair { size_t was, is; enum pair_kind kind; int score; bool confirmed, renamed; str changes; };
typedef VEC(struct pair) pairs;

pairs  mapping_propose(struct arena *a, const struct criteria_set *was, const struct criteria_set *is);
size_t mapping_was(const pairs *p, size_t is);         /* NO_INDEX: new */

#endif
