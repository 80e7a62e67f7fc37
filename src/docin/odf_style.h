/* docin/odf_style.h -- the styles of an OpenDocument file, as far as reading needs them
 *
 * SHAPE    The elements of ODF_STYLE_ELEMENTS are handed to odf_style_open and odf_style_close as they come. odf_look gives
 *          what a style says together with the styles it comes from. A look of zeroes says nothing.
 * UNITS    bold, italic, hidden, capitals: 1 yes, -1 no, 0 not said; list.p NULL: not said, list.n 0: none
 * ERRORS   ERR_LIMIT more than ODF_STYLES_MAX: the parser is stopped
 * MEMORY   arena; a look is good until the next style is read
 * SOURCE   OpenDocument 1.3 part 3, 16 and 20
 */
#ifndef DOCIN_ODF_STYLE_H
#define DOCIN_ODF_STYLE_H
#include "base/map.h"
#include "base/xml.h"
#include "docin/font.h"

enum { ODF_STYLES_MAX = 50 * 1000 };

#define ODF_STYLE_ELEMENTS(E) \
	E(ODF_STYLE, "style:style") \
	E(ODF_DEFAULT_STYLE, "style:default-style") \
	E(ODF_TEXT_PROPERTIES, "style:text-properties") \
	E(ODF_PARAGRAPH_PROPERTIES, "style:paragraph-properties") \
	E(ODF_TABLE_PROPERTIES, "style:table-properties")

enum odf_style_id {
	ODF_STYLE_NONE,
#define E(id, name) id,
	ODF_STYLE_ELEMENTS(E)
#undef E
	ODF_STYLE_IDS
};

enum odf_family { ODF_FAMILY_TEXT, ODF_FAMILY_PARAGRAPH, ODF_FAMILY_TABLE, ODF_FAMILIES };

struct odf_look {
	signed char bold, italic, hidden, capitals;
	signed char breaks_before, breaks_after;           /* the page */
	enum font   font;
	str         list;
};

struct odf_style { str parent; enum odf_family family; struct odf_look look; bool settled; };

struct odf_styles {
	struct arena         *a;
	struct err           *e;
	struct map            names[ODF_FAMILIES];         /* 1 + index */
	VEC(struct odf_style) at;
	size_t                now;                         /* 1 + index of the style that is being read; 0: none */
};

void odf_style_open(struct odf_styles *s, struct xml *x, int id);
void odf_style_close(struct odf_styles *s, int id);

struct odf_look odf_look(struct odf_styles *s, enum odf_family family, str name);
void            odf_look_inherit(struct odf_look *look, const struct odf_look *above);     /* what is not said comes from above */

#endif
