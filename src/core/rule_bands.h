/* core/rule_bands.h -- the points of the band that a rate lies in
 *
 * SHAPE    bands and mixed: mixed has bands that give the rate itself
 * UNITS    rates: 1 is 100 %
 * ERRORS   as rule_score
 * MEMORY   none
 * SOURCE   domain.md R3, R6
 */
#ifndef CORE_RULE_BANDS_H
#define CORE_RULE_BANDS_H
#include "core/rule.h"

void bands_score(const struct rule *r, const struct rule_case *c, struct rule_score *s);
void bands_why(const struct rule *r, const struct rule_case *c, const struct rule_score *s, struct buf *b);

#endif
