/* draw/face.h -- the font of official documents, and how wide its letters are
 *
 * SHAPE    Times New Roman; where it is not installed, a font whose letters are as wide (Liberation Serif, Tinos). Any other would
 *          break lines elsewhere than Word does, so that there is none then. A process has one.
 * UNITS    points; ascent, descent, pitch: of a letter size of 1. Widths are sums of letters, without kerning: enough to share room
 *          between columns
 * ERRORS   ERR_NOT_FOUND no such font: which package has one
 * MEMORY   for ever
 * SOURCE   Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục I.4
 */
#ifndef DRAW_FACE_H
#define DRAW_FACE_H
#include "base/err.h"
#include "docout/style.h"
#include <pango/pangocairo.h>

enum { FACE_LETTERS = 0x2000 };                               /* Vietnamese ends at U+1EF9 */

struct face {
	PangoContext *context;
	double        ascent, descent, pitch;
	float         wide[2][FACE_LETTERS];                  /* by weight */
};

MUST_CHECK bool face_open(struct face *f, struct err *e);
double          face_width(const struct face *f, str text, enum weight weight, double size);

#endif
