/* docin/docx_numbering.h -- the numbers and letters of automatic lists, as Word shows them
 *
 * SHAPE    docx_number counts one paragraph and gives what Word prints before it. Lists that share their definition
 *          go on counting from each other; an override begins anew where its list is first used.
 * UNITS    num, level: as w:numId and w:ilvl (from 0)
 * ERRORS   of archive.h and xml.h; ERR_LIMIT more than DOCX_ROWS_MAX lists. A list that is not defined numbers nothing.
 * MEMORY   arena
 * SOURCE   ECMA-376 part 1, 17.9
 */
#ifndef DOCIN_DOCX_NUMBERING_H
#define DOCIN_DOCX_NUMBERING_H
#include "docin/docx_styles.h"

struct docx_numbering;

struct docx_label {
	str  text;                      /* "1.1.", "a)", "•"; empty: none */
	bool bullet;
	bool glued;                     /* no space between it and the text */
};

MUST_CHECK bool   docx_numbering_read(struct arena *a, struct archive *z, size_t part, const struct docx_styles *s,
                                      struct docx_numbering **ret, struct err *e);
/* level < 0: the level that belongs to the style of that name */
struct docx_label docx_number(struct docx_numbering *n, int num, int level, str style);

#endif
