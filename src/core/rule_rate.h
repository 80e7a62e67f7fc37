/* core/rule_rate.h -- the types whose points are a rate times the maximum: ratio, floor, and what is read from elsewhere
 *
 * SHAPE    "Below the floor nothing" goes with each of them.
 * UNITS    rates: 1 is 100 %
 * ERRORS   as rule_score
 * MEMORY   none
 * SOURCE   domain.md R4, R5, R13, R24
 */
#ifndef CORE_RULE_RATE_H
#define CORE_RULE_RATE_H
#include "core/rule.h"

void rate_inputs(const struct rule *r, size_t *least, size_t *most);    /* one rate; or part and whole */
/* 0 below the floor; may be above the maximum */
struct exact rate_points(const struct rule *r, const struct rule_case *c, struct exact rate);
void rate_score(const struct rule *r, const struct rule_case *c, struct rule_score *s);
void rate_why(const struct rule *r, const struct rule_case *c, const struct rule_score *s, struct buf *b);

#endif
