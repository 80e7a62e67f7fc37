/* core/rule_input.h -- what the types of rules read out of the values entered, and what a clause gives for it
 *
 * SHAPE    The readers give true and a value, or false, and then *s says why: missing, not arisen, wrong.
 * UNITS    rates: 1 is 100 %. What is computed here may be unreduced (8/10): rule_score reduces once at the end, since one common
 *          divisor costs more than all the rest.
 * ERRORS   input_wrong, input_missing, input_none give false, so `return input_wrong(…)` works
 * MEMORY   none
 * SOURCE   docs/rules.md ("What the figures mean")
 */
#ifndef CORE_RULE_INPUT_H
#define CORE_RULE_INPUT_H
#include "core/rule.h"

const struct value *input_at(const struct rule_case *c, size_t i);      /* beyond the last: a value that was not entered */
bool input_wrong(struct rule_score *s, size_t input, const char *wrong);
bool input_missing(struct rule_score *s, size_t input);
bool input_none(struct rule_score *s, size_t input);

/* The first n inputs are there. */
bool input_all(const struct rule_case *c, struct rule_score *s, size_t n);

/* Each of the first n inputs is "không phát sinh": then nothing arose of the whole. One alone among counts is a count of 0. */
bool input_nothing_arose(const struct rule_case *c, struct rule_score *s, size_t n);

/* One input, a rate; or two: part and whole. beyond: the part may be larger than its whole. */
bool input_rate(const struct rule_case *c, struct rule_score *s, bool beyond, struct exact *ret);
bool input_number(const struct rule_case *c, struct rule_score *s, size_t i, struct exact *ret);   /* number, rate or percentage */
bool input_count(const struct rule_case *c, struct rule_score *s, size_t i, int64_t *ret);         /* whole, not negative */
bool input_yes(const struct rule_case *c, struct rule_score *s, size_t i, bool *ret);
bool value_says(const struct value *v, bool *yes);                      /* có, đạt, đủ; không, chưa đạt, thiếu */

/* The inputs of the i-th way of several (R17): its part of all. */
struct rule_case best_part(const struct rule *r, const struct rule_case *c, size_t i);

/* -- exact, unreduced -------------------------------------------------------------------------------- */

struct exact plain(struct figure f);
struct exact portion_exact(struct portion p);
struct exact times(struct exact a, struct exact b);
struct exact plus(struct exact a, struct exact b);
struct exact over(struct exact a, struct exact b);                      /* b > 0 */
static inline struct exact case_max(const struct rule_case *c) { return (struct exact){ c->max, POINT }; }

/* -- clauses ----------------------------------------------------------------------------------------- */

bool         clause_holds(const struct clause *k, struct exact v);      /* v lies within its bounds */
struct exact gives_points(const struct gives *g, const struct rule_case *c, struct exact rate);
bool         below_floor(const struct rule *r, struct exact rate);

/* The clause whose bounds hold v; a rate above all of them counts as the highest. NULL: v lies in a gap. */
const struct clause *clause_of_rate(const struct rule *r, struct exact v);

#endif
