/* docin/page_rules.h -- the rules drawn on pages, from small pictures of them
 *
 * SHAPE    pdftotext tells words and no rules. Drawn at RULES_DPI without softened edges, a rule of any width is a run of dots that are
 *          darker than what is on one side; letters have no runs as long as a cell is wide or high. The edge of a dark cell is one, too.
 *          page_rules_read adds the runs of each picture to the page of its number.
 * UNITS    hundredths of a point
 * ERRORS   none: a picture that is not as large as its page, or has more runs than tables have, gives no rules
 * MEMORY   arena
 * SOURCE   PGM as pdftoppm writes it (docin/pgm.h)
 */
#ifndef DOCIN_PAGE_RULES_H
#define DOCIN_PAGE_RULES_H
#include "docin/page.h"

/* RULES_PAGES: pages that are drawn; RULES_MAX: rules across (down) of one page */
enum { RULES_DPI = 50, RULES_PAGES = 200, RULES_MAX = 400 };

void page_rules_read(struct arena *a, str pictures, pages *p);

#endif
