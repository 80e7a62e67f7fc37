/* core/rule_each.h -- so many of each thing, each worth so much: count adds it up, deduction takes it away
 *
 * SHAPE    one count for each clause; the words of a clause are the thing that is counted
 * UNITS    points
 * ERRORS   as rule_score
 * MEMORY   none
 * SOURCE   domain.md R9, R10, R16
 */
#ifndef CORE_RULE_EACH_H
#define CORE_RULE_EACH_H
#include "core/rule.h"

void each_inputs(const struct rule *r, size_t *least, size_t *most);
bool each_worth(const struct rule *r, const struct rule_case *c, struct rule_score *s, struct exact *ret);

/* "3 cuộc họp × 0,25 điểm": what is none is left out, unless there is nothing else. */
void each_words(struct buf *b, const struct rule *r, const struct rule_case *c, const char *between);
void each_price(struct buf *b, const struct rule_case *c, const struct gives *g);      /* "0,25 điểm", "10% × 2 điểm" */

/* What is left of the maximum: of a deduction from it; of a penalty the deduction itself. */
struct exact taken(const struct rule *r, const struct rule_case *c, struct exact worth);
void         taken_words(struct buf *b, const struct rule *r, const struct rule_case *c, struct exact worth);   /* ": 2 − 0,5 =" */

#endif
