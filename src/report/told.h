/* report/told.h -- what reports tell beside the annex: findings of inspections, requests, the foot
 *
 * SHAPE    told_findings: a section each for what the body found itself and what others found, an item a finding; below it what is said of
 *          its state, where no remark says it; remarks close the last. told_requests: a section of what is asked for.
 *          first: the number of the next section, which is counted on.
 * UNITS    none
 * ERRORS   nothing is written where there is nothing to say
 * MEMORY   arena
 * SOURCE   seed 002
 */
#ifndef REPORT_TOLD_H
#define REPORT_TOLD_H
#include "report/letter.h"

extern const struct letter report_letter;

void told_findings(struct writer *w, int *number);
void told_requests(struct writer *w, int level, str heading);
void told_annex(struct writer *w, const struct letter *l);             /* the annex of the results, and how far they are */

#endif
