/* report/states.h -- how far the mending is, counted, and drawn
 *
 * SHAPE    states_of counts what must be mended below a code (empty: all of it, findings of inspections too), by the state of its
 *          progress; criteria that others stand under are not counted beside them. late: not done, and its last day is before `day`.
 *          write_states: a table by field and its picture. write_lost: the picture of the points lost by field; its table is the
 *          result table, which its caller writes.
 * UNITS    criteria and findings
 * ERRORS   nothing is written where there is nothing to count
 * MEMORY   arena
 * SOURCE   issue 7; domain.md 2, 11
 */
#ifndef REPORT_STATES_H
#define REPORT_STATES_H
#include "report/words.h"

struct states { int done, doing, open, unknown, late, all; };

struct states states_of(const struct facts *f, str below, struct date day);
void          write_states(struct writer *w);
void          write_lost(struct writer *w);

#endif
