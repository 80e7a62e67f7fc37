/* web/unit_rows.h -- units as rows of a view, for the pages of units
 *
 * SHAPE    unit, name, level (word), level_name, symbol, ranking, ended (day), ended_name ("gộp"), path. unit_id_text: "#12", as app/unit.h
 *          takes it. unit_options: what a datalist offers, of the units that live: "#12 Văn phòng, Sở Tư pháp". unit_lines: one text a line
 * UNITS    none
 * ERRORS   none
 * MEMORY   arena of the view
 * SOURCE   issue 6 (10)
 */
#ifndef WEB_UNIT_ROWS_H
#define WEB_UNIT_ROWS_H
#include "app/unit.h"
#include "web/page.h"

enum { UNIT_OPTIONS = 500 };
void unit_put(struct view *v, const struct unit_row *u, str name);
str  unit_id_text(struct arena *a, int64_t id);
void unit_options(struct view *v, const char *list, const unit_names *names, bool bodies_alone);
strs unit_lines(struct arena *a, str text);

#endif
