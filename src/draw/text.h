/* draw/text.h -- a paragraph broken into lines, of which the next one can be drawn
 *
 * SHAPE    text_open breaks a HEADING, PARA, ITEM or LINE into lines of a width, in its style (docout/style.h). text_line draws the
 *          next; the rule below its text belongs to the last. What is left of it has .lines and a height.
 * UNITS    points
 * ERRORS   none
 * MEMORY   text_close; the node's texts are copied
 * SOURCE   Nghị định 30/2020/NĐ-CP, Phụ lục I
 */
#ifndef DRAW_TEXT_H
#define DRAW_TEXT_H
#include "draw/face.h"

#define POINTS(hundredths) (72.0 / 2540 * (hundredths))       /* of 1/100 mm */

struct text {
	PangoLayout     *layout;
	PangoLayoutIter *at;
	struct style     style;
	double           left, pitch, ascent, before;             /* before: the space above its first line */
	int              lines;                                   /* left */
};

struct text *text_open(const struct face *f, const struct node *n, double width);
struct text *text_plain(const struct face *f, str words, struct style style, double width);
void         text_close(struct text *t);
double       text_height(const struct text *t, int lines);       /* of the next so many lines, with the rule */
void         text_line(struct text *t, cairo_t *to, double x, double y);

#endif
