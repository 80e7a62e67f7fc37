/* core/forecast.h -- what the index will be, if what is planned is done
 *
 * SHAPE    From the scored sheet of the last index and the plan with its progress (struct facts, as extract gives it): each leaf
 *          that lost points, with what can be won back, whether its remedies are done, on time or late, and three totals: done
 *          only; what is on time too; everything. Leaves are put in the order in which to work.
 *          Points that can be won back are what was lost, unless the plan says less (its own row lost less, or the one rate it
 *          sets itself as a target gives less by the rule); they are won whole or not at all. A leaf that lost without a remedy in
 *          the plan wins nothing in any total and is told. A derived leaf (R12) whose points are those of its rule goes on
 *          following the others, and wins nothing by itself. A plan's word for a criterion or field holds for the leaves below
 *          that have none of their own. A due that is not said is the end of the year in which the plan is carried out.
 *          assume: "what if 3.2.2 were at 95%": the leaf's rule is run on that value, whatever was opined, in all totals but now;
 *          what is lost even so can be won back as planned.
 * UNITS    points; times_lost: years before this one in which the same criterion lost (history_lost_before), 0 where no history is
 *          given
 * ERRORS   assumption_parse, forecast_make: ERR_INPUT: no such leaf, it does not apply, its rule takes no such value
 * MEMORY   arena; texts of the plan are borrowed
 * SOURCE   domain.md 1, 2 (steps 10, 11), 4; issue 4
 */
#ifndef CORE_FORECAST_H
#define CORE_FORECAST_H
#include "core/score.h"

enum chance { CHANCE_DONE, CHANCE_ON_TIME, CHANCE_LATE, CHANCE_NO_PLAN };

struct outlook {
	size_t       criterion;
	points       lost, winnable;
	enum chance  chance;
	struct due   due;
	int          effort;                   /* remedies to do; 0 is taken as 1 */
	int          times_lost;
	str          remedy, lead;             /* the first, for the eye */
	str          why;                      /* why it stands where it stands in the order */
};
struct forecast {
	struct total now;                      /* as scored */
	struct total assumed;                  /* with what is assumed; now, where nothing is */
	bool         assuming;
	struct total done, on_time, all;
	/* What is to do: points per effort, then deadline, then times lost before. Behind it what wins nothing, then what is done. */
	VEC(struct outlook) order;
	strs notes;
};

/* An assumed value of one leaf, after parsing "3.2.2=95%". */
struct assumption { size_t criterion; struct value value; };

MUST_CHECK bool assumption_parse(struct arena *a, const struct criteria_set *s, str text, struct assumption *ret, struct err *e);

/* today: of the caller's clock. plan may be NULL. times_lost: one per criterion, or NULL. */
MUST_CHECK bool forecast_make(struct arena *a, const struct scoring *g, const struct sheet *t, const struct facts *plan, struct date today,
                              const struct assumption *assume, size_t n_assume, const int *times_lost, struct forecast *ret, struct err *e);

#endif
