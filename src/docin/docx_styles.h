/* docin/docx_styles.h -- the styles of a Word file, each with all it inherits
 *
 * SHAPE    A style says how its text looks, whether it is a heading, and which list numbers it. After reading nothing of a
 *          style is left to be looked up in the one it is based on.
 * UNITS    heading: 1..9, 0 none, -1 not said; num, level: as w:numId, w:ilvl (0: no list; -1: not said)
 * ERRORS   of archive.h and xml.h; ERR_LIMIT more than DOCX_ROWS_MAX styles
 * MEMORY   arena
 * SOURCE   ECMA-376 part 1, 17.7
 */
#ifndef DOCIN_DOCX_STYLES_H
#define DOCIN_DOCX_STYLES_H
#include "docin/docx.h"

struct docx_para { int heading, num, level; signed char centred; };
#define DOCX_PARA_UNSAID ((struct docx_para){ -1, -1, -1, -1 })

struct docx_style {
	str              id, name, based;
	bool             is_default;             /* of paragraphs */
	struct docx_look look;
	struct docx_para para;
};

struct docx_styles {
	VEC(struct docx_style)   list;           /* by id */
	struct docx_look         defaults;       /* what lies below every style */
	const struct docx_style *normal;         /* of paragraphs that name none; may be NULL */
};

MUST_CHECK bool          docx_styles_read(struct arena *a, struct archive *z, size_t part, struct docx_styles *ret, struct err *e);
void                     docx_styles_none(struct docx_styles *ret);             /* a file without that part */
const struct docx_style *docx_style_find(const struct docx_styles *s, str id);  /* NULL: there is none */
void                     docx_para_take(struct docx_para *p, struct xml *x, int name);   /* an element of pPr */

#endif
