/* docin/html.h -- the HTML that converters leave in Markdown
 *
 * SHAPE    Tags that part text (p, br, li, div, h1..h6), that style it (b, i, strong, em) and tables; the
 *          rest (span, u, sub, sup, font …) is dropped and its text kept. Text between tags comes with
 *          its entities decoded and its white space collapsed.
 * UNITS    lines from 1
 * ERRORS   those of docin/build.h; bad HTML is text
 * MEMORY   that of the builder
 * SOURCE   seed 001
 */
#ifndef DOCIN_HTML_H
#define DOCIN_HTML_H
#include "docin/build.h"

void html_feed(struct build *b, str html, int line);

#endif
