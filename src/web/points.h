/* web/points.h -- what the pages of a sheet share
 *
 * SHAPE    points_head: state and set of a sheet; points_line: one criterion with its points, evidence and years before
 * UNITS    points
 * ERRORS   none
 * MEMORY   arena of the view
 * SOURCE   issue 6 (4)
 */
#ifndef WEB_POINTS_H
#define WEB_POINTS_H
#include "app/sheet.h"
#include "web/view.h"

void points_head(struct view *v, const struct sheet_page *p);
void points_line(struct view *v, const struct sheet_page *p, const struct sheet_line *l);

#endif
