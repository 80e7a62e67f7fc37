/* docout/advance.h -- how wide text is in Times New Roman, without the font
 *
 * SHAPE    For what has to be known before a page is drawn: the length of a rule under a line, the width of a column. Letters with marks
 *          are as wide as without; what is not in the table is as wide as a digit.
 * UNITS    size: half points; widths: twips (1/20 pt)
 * ERRORS   none
 * MEMORY   constants
 * SOURCE   hmtx of Liberation Serif 2, which has the widths of Times New Roman
 */
#ifndef DOCOUT_ADVANCE_H
#define DOCOUT_ADVANCE_H
#include "docout/style.h"

struct advance_lines { int n, last, word; };            /* how many; how wide the last one is, and the longest word */

enum { ADVANCE_ENDLESS = 1 << 24 };
int                  advance(str text, int size, enum weight w, enum slant s);                 /* on one line */
struct advance_lines advance_lines(str text, int size, enum weight w, enum slant s, int room); /* broken at spaces */

#endif
