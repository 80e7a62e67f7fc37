/* core/rule_why.h -- the words that sentences about points are made of
 *
 * SHAPE    Each puts its words behind what stands in b, without a space before or after.
 * UNITS    points, rates as entered
 * ERRORS   none
 * MEMORY   the arena of b
 * SOURCE   docs/rules.md; issue 4 ("8/9 hồ sơ × 2 điểm = 1,778 điểm")
 */
#ifndef CORE_RULE_WHY_H
#define CORE_RULE_WHY_H
#include "core/rule.h"

void words_points(struct buf *b, points p);                       /* "1,778 điểm" */
void words_max(struct buf *b, const struct rule_case *c);         /* "2 điểm" */
void words_exact(struct buf *b, struct exact v);             /* "1,4325": up to four decimals; what is too long: "rất nhiều" */
void words_figure(struct buf *b, struct figure f);
void words_quoted(struct buf *b, str s);                          /* "\"kịp thời\"" */
void words_value(struct buf *b, const struct value *v);           /* as entered, with a comma */
void words_rate(struct buf *b, const struct rule_case *c, str what);   /* "8/9 hồ sơ đúng hạn", "tỷ lệ hồ sơ đúng hạn 0,9" */

/* "78%", "16/19 ≈ 84,21%": as many decimals as tell on which side of the bounds it lies. */
void words_placed(struct buf *b, const struct rule_case *c, struct exact rate, const struct clause *k);
void words_percent(struct buf *b, struct exact rate, int decimals, const struct clause *k);   /* "84,21%"; k may be NULL */
void words_is_percent(struct buf *b, struct exact rate, int decimals, const struct clause *k);   /* " = 80%", " ≈ 84,21%" */

/* What a clause gives, up to the result: ":", ": 50% × 2 điểm =", ": 85/100 × 2 điểm =". */
void words_gives(struct buf *b, const struct rule_case *c, const struct gives *g, struct exact rate);

/* "74,99% dưới mức 0,8:" */
void words_below(struct buf *b, const struct rule *r, const struct rule_case *c, struct exact rate);
void words_under(struct buf *b, const struct rule *r);            /* " dưới mức 0,8:" */

/* " × 2 điểm =", and " 2,4 điểm, nhiều nhất" where that is more than the maximum. */
void words_times_max(struct buf *b, const struct rule_case *c, struct exact v);
void words_equals(struct buf *b, const struct rule *r, const struct rule_case *c, struct exact v);   /* without "× 2 điểm" */

/* "8/9 hồ sơ đúng hạn × 2 điểm = 1,778 điểm": the calculation and its result. */
void words_calculation(struct buf *b, const struct rule *r, const struct rule_case *c, const struct rule_score *s, points p);

void words_criteria(struct buf *b, const struct rule *r);         /* "các tiêu chí 1; 2; 3 (trừ 1.2)" */

/* "hồ sơ đúng hạn" of "Tỷ lệ hồ sơ đúng hạn" */
str words_without_rate(str what);

#endif
