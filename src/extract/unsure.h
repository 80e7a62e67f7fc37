/* extract/unsure.h -- what a picture did not show clearly
 *
 * SHAPE    Before anything is looked for: each node of a recognised document gets the percent of its least sure word, and a
 *          word with a digit below UNSURE_LEAST loses its digits ("0,25" becomes "□,□□") and is noted in the facts,
 *          so that no figure, date or code is made of it. A document that was read as text is left as it is.
 * UNITS    percent
 * ERRORS   none
 * MEMORY   arena
 * SOURCE   stack.md 7.6 (tesseract read 4,518 as 4518); issue 3
 */
#ifndef EXTRACT_UNSURE_H
#define EXTRACT_UNSURE_H
#include "core/facts.h"
#include "doc/node.h"

enum { UNSURE_LEAST = 80 };

void set_unsure_aside(struct arena *a, struct node *root, struct facts *f);

#endif
