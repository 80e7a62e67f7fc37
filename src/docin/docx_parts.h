/* docin/docx_parts.h -- which entry of a Word file is which
 *
 * SHAPE    Word names its parts by relationships, not by their names in the zip. What leads out of the file is counted and
 *          never followed.
 * UNITS    DOCX_NO_PART: the file has none
 * ERRORS   ERR_FORMAT there is no text part
 * MEMORY   none
 * SOURCE   ECMA-376 part 2 (packages)
 */
#ifndef DOCIN_DOCX_PARTS_H
#define DOCIN_DOCX_PARTS_H
#include "docin/docx.h"

#define DOCX_NO_PART ((size_t)-1)

struct docx_parts {
	size_t text, styles, numbering, footnotes, endnotes;
	bool   macros, leads_out;
};

MUST_CHECK bool docx_parts_find(struct arena *a, struct archive *z, struct docx_parts *ret, struct err *e);

#endif
