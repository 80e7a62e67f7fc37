/* core/join.h -- which criteria that documents tell of are those of another year
 *
 * SHAPE    Of each row of this year the row of the other year that it goes on from, by core/mapping.h, and whether that is sure without a
 *          person: the same identity; the same name, when not much else speaks against it (SURE_NAMED); or the same code, numbers and all
 *          else but a name that was shortened or written out (SURE_CODED). Documents tell of lost criteria alone, so the true partner is
 *          often not there: of what is only alike nothing is sure.
 * UNITS    score: percent, as core/mapping.h
 * ERRORS   none
 * MEMORY   arena
 * SOURCE   domain.md 3 (codes are not stable)
 */
#ifndef CORE_JOIN_H
#define CORE_JOIN_H
#include "core/mapping.h"

enum { SURE_NAMED = 70, SURE_CODED = 80 };

struct join_row { str code, name, id; points max; bool has_max; };     /* id: identity, where one is known */
struct join { size_t was; int score; bool sure; };                     /* was: NO_INDEX where there is none */

/* Of a pair of core/mapping.h and its two criteria. */
bool         join_sure(struct arena *a, const struct pair *p, const struct set_criterion *was, const struct set_criterion *is);
struct join *join_rows(struct arena *a, const struct join_row *was, size_t n_was, const struct join_row *is, size_t n_is);

#endif
