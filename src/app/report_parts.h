/* app/report_parts.h -- what the files of app/report_facts share
 *
 * SHAPE    reading: a plan on its way into facts. criterion, finding: of each finding of the plan its place among f->criteria, f->findings,
 *          or NO_INDEX. report_read_progress: how each stood on day .to. report_read_rest: measures, passages, requests;
 *          bases: the office has legal bases of its own.
 * UNITS    none
 * ERRORS   those of the store
 * MEMORY   arena
 * SOURCE   none
 */
#ifndef APP_REPORT_PARTS_H
#define APP_REPORT_PARTS_H
#include "app/record_parts.h"
#include "core/codes.h"
#include "core/plan.h"

struct report_reading { struct record *r; struct arena *a; struct plan p; struct facts *f; size_t *criterion, *finding; struct date to; };

MUST_CHECK bool report_read_progress(struct report_reading *k, struct err *e);
MUST_CHECK bool report_read_rest(struct report_reading *k, bool bases, struct err *e);
size_t          report_place(const struct report_reading *k, int64_t finding);      /* in p.findings; NO_INDEX: none */
void            report_join(struct arena *a, str *to, str text);                    /* "a; b", each once */

#endif
