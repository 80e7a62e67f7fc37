/* core/ratio.h -- the rate that a reason names, and the points that would follow from it
 *
 * SHAPE    a/b ("24/25 CBCCVC"), a percentage ("đạt 77.9%"), statuses of one total with weights 1, ½, 0
 *          (R11: "46 tồn tại, đã khắc phục 32, đang khắc phục 11, chưa 3"), points of a scale of 100 (R8)
 * UNITS    value: a fraction of 1
 * ERRORS   false where the points follow, where several rates stand in one reason and none is the
 *          one, where the figure is a threshold, a range, a date or a number of a document, and where the
 *          points sit on a level of the maximum, which a table of bands may have given
 * MEMORY   words in arena a
 * SOURCE   domain.md 4 (R3, R4, R8, R11); seeds 000, 002, 003
 */
#ifndef CORE_RATIO_H
#define CORE_RATIO_H
#include "core/facts.h"

struct ratio {
	struct exact  value;
	struct figure points;          /* maximum times value: exact, or rounded where that has no end */
	str           words;           /* "124/132", "77,9%", "(32 + 11/2)/46"; of a formula all of it */
	bool          formula;         /* a formula gives the points themselves: "(48*0,5)/100 = 0,24" */
};

bool ratio_disagrees(struct arena *a, const struct criterion *c, struct ratio *ret);

#endif
