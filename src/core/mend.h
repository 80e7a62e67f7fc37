/* core/mend.h -- with this one figure changed, which printed totals agree?
 *
 * SHAPE    Sentences' ends in Vietnamese, "" where nothing can be said. They carry no full stop.
 * UNITS    deductions
 * ERRORS   none
 * MEMORY   arena
 * SOURCE   issue 2 ("Where one mended figure makes several sums agree, say so")
 */
#ifndef CORE_MEND_H
#define CORE_MEND_H
#include "core/sums.h"

/* "tổng lĩnh vực 3 khớp 4,401": the totals that do not agree now and would with this deduction. */
str mend_agrees(struct arena *a, const struct facts *f, const struct sums *s, bool is_field, size_t index, struct exact lost);

/* "tổng lĩnh vực 3": the totals that agree now and would not with this deduction. */
str mend_breaks(struct arena *a, const struct facts *f, const struct sums *s, bool is_field, size_t index, struct exact lost);

/* "nếu dòng 3.3.1 là 0,063 (= 2 − 1,937) thì khớp": one part whose own figures give another deduction. */
str mend_explains(struct arena *a, const struct facts *f, const struct sum *s);

str sum_name(struct arena *a, const struct sum *s);        /* "lĩnh vực 3", "tiêu chí 7b.2.1", "tổng số điểm bị trừ" */

#endif
