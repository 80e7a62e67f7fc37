/* core/standing.h -- ranks: who stands where in a group
 *
 * SHAPE    standing_rank sorts one group by percent, highest first, and numbers it; equal percents share a rank. Percent as
 *          printed, or the exact fraction, as the set says. Rows that are equal stay in the order they came in. The class and the rating of
 *          the head follow from the percent; a head's rating that a person set otherwise stands, with its reason.
 * UNITS    points; percent in hundredths of a percent
 * ERRORS   a body whose maximum is 0 has no percent and no rank (rank 0) and stands last
 * MEMORY   the caller's rows; scratch of 32 bytes a row in the arena
 * SOURCE   domain.md 4 (Ranking); sets.md (sheet Kết quả, JSON ranking)
 */
#ifndef CORE_STANDING_H
#define CORE_STANDING_H
#include "core/score.h"

struct standing {
	str     name, group;
	points  points, max, survey;           /* points: all; survey: what of them came from the survey, when it is printed apart */
	int64_t percent;                       /* worked out; -1: no maximum */
	int     rank;
	const struct set_class *class;
	str     head, head_reason;             /* as set by a person; else empty and .class->head stands */
	/* as published elsewhere, for comparing; empty or 0: not printed */
	struct figure printed_percent;
	int     printed_rank;
	str     printed_class;
};
typedef VEC(struct standing) standings;

void standing_percent(struct standing *s);
/* Sorts at. The percents must be there. */
void standing_rank(struct arena *a, struct standing **at, size_t n, enum rank_method m, enum set_compare c);

#endif
