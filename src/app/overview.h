/* app/overview.h -- how a body stands in one cycle: what a director looks at first
 *
 * SHAPE    The index as published or as documents tell it; points lost by field; remedies by state and by the unit that leads them;
 *          three totals of a forecast; what was told in the last days; criteria lost again and again. OVERVIEW_STATEMENTS statements,
 *          and one to begin and one to end, however much there is; one alone where nothing in the record changed since
 *          somebody who may see the same asked (app/recall.h).
 *          forecast: points of the index, and what is won back if (done) the findings whose remedies are all done, (on_time) also those
 *          of which no remedy is late, (all) all that have a remedy are mended before the next index. A finding wins back what it lost, or
 *          less where its remedies promise less (expected). no_plan: points of findings that have no remedy: they are in no total.
 *          Where no result is entered the points are those of the body's sheet (.by_sheet), and lost is what the findings lost
 *          (.by_findings). The percent is worked out where nothing prints it.
 *          What core/forecast works out of a scored sheet knows rules and derived criteria as well; this is the same question asked
 *          of the findings alone, which every record has.
 * UNITS    points, NO_POINTS: not known; percent: hundredths, -1 not known; days: OVERVIEW_DAYS
 * ERRORS   ERR_NOT_FOUND there is no cycle yet
 * MEMORY   the record's, for as long as a page is made (app/recall.h)
 * SOURCE   issue 6 (2); domain.md 6
 */
#ifndef APP_OVERVIEW_H
#define APP_OVERVIEW_H
#include "app/record.h"
#include "core/plan.h"

enum { OVERVIEW_STATEMENTS = 6, OVERVIEW_DAYS = 7, OVERVIEW_TOLD = 8, OVERVIEW_AGAIN = 8 };

struct overview_field { str code, name; points max, points, lost; int findings; };
struct overview_lead { str name; int64_t id; int all, done, in_progress, not_done, untold, late, soon; };
struct overview_told { int64_t remedy, finding; struct date on; str who, unit, code, text; enum status state; int percent; };
struct overview_again { str name, code, years; int times; points lost; };

struct overview {
	int    year;
	points max, points, lost;
	bool   by_findings, by_sheet;
	int64_t percent;
	int    rank, group_size;
	str    class;
	int    findings, open, no_remedy, no_evidence;
	VEC(struct overview_field) fields;             /* most lost first */
	VEC(struct overview_lead) leads;               /* most late first; a remedy without a lead: no name */
	struct overview_lead remedies;                 /* of all */
	points won_done, won_on_time, won_all, no_plan;
	VEC(struct overview_told) told;                /* newest first */
	VEC(struct overview_again) again;              /* most often first, at least twice */
	struct date today;
};

MUST_CHECK bool overview_open(struct record *r, struct arena *a, int64_t body, int64_t cycle, const struct overview **ret,
                              struct err *e);

#endif
