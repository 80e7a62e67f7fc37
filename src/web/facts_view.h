/* web/facts_view.h -- what was found in one document, as a view: for the pages that show one (check, job)
 *
 * SHAPE    facts_put: kind, title, number …, result, fields, criteria, and how many there are of each; checks_put: "checks" (errors first, as
 *          checks_run sorted them), "errors", "warnings", "notes"
 * UNITS    points; a figure that is no points is null
 * ERRORS   none
 * MEMORY   arena of the view
 * SOURCE   facts.md
 */
#ifndef WEB_FACTS_VIEW_H
#define WEB_FACTS_VIEW_H
#include "core/facts.h"
#include "web/view.h"

void facts_put(struct view *v, const struct facts *f);
void checks_put(struct view *v, const struct facts *f);

#endif
