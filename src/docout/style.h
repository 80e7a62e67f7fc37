/* docout/style.h -- how official documents look: one table for every format that has pages
 *
 * SHAPE    style_of a paragraph: by its formal part, and where it has none by what it is: a heading bold, whatever its level,
 *          a paragraph of a cell as CELL, one of a heading row as CELL_CENTRE in bold. Runs that are bold
 *          or italic themselves stay so. page: A4, its margins, the number of the page: centred in the top margin from the second page
 *          of a part on, which is numbered by itself.
 * UNITS    sizes: half points; lengths: 1/100 mm; space: 1/10 pt; lines: per mille of a line
 * ERRORS   none
 * MEMORY   constants
 * SOURCE   Nghị định 30/2020/NĐ-CP, Phụ lục I; domain.md 7
 */
#ifndef DOCOUT_STYLE_H
#define DOCOUT_STYLE_H
#include "doc/node.h"

enum weight { UPRIGHT, BOLD };
enum slant { ROMAN, ITALIC };
enum place_on_line { LEFT, CENTRE, RIGHT, JUSTIFY };
enum rule_under { NO_RULE, RULE_PART, RULE_WHOLE };       /* PART: 2/5 of the last line of its text, centred; WHOLE: as long as it */

struct style {
	int size;
	enum weight weight;
	enum slant slant;
	enum place_on_line place;
	int first_line, space_before;
	enum rule_under rule;
};

#define STYLE_FONT "Times New Roman"                      /* drawn with Liberation Serif, of the same widths, where it is missing */
enum { PAGE_WIDTH = 21000, PAGE_HEIGHT = 29700, MARGIN_TOP = 2000, MARGIN_BOTTOM = 2000, MARGIN_LEFT = 3000, MARGIN_RIGHT = 2000,
       PAGE_NUMBER_SIZE = 28, LINE_SPACING = 1100, LIST_INDENT = 1270 };

struct style style_of(const struct node *paragraph);

#endif
