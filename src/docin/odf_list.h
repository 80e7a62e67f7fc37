/* docin/odf_list.h -- the numbers and letters of automatic lists, as LibreOffice shows them
 *
 * SHAPE    The elements of ODF_LIST_ELEMENTS are handed over as they come, from the styles and from the text. odf_list_label
 *          counts one paragraph: the first of a list item gets a label, any other none. odf_outline_label counts a heading
 *          that stands in no list. What is inside a cell, a text box or a note begins lists of its own: odf_list_apart.
 * UNITS    levels from 1, at most ODF_LEVELS; deeper ones count as the last
 * ERRORS   ERR_LIMIT more than ODF_LISTS_MAX lists or list styles: the parser is stopped
 * MEMORY   arena
 * SOURCE   OpenDocument 1.3 part 3, 5.3 and 16.30 to 16.34; LibreOffice 7.4 (loext:num-list-format)
 */
#ifndef DOCIN_ODF_LIST_H
#define DOCIN_ODF_LIST_H
#include "docin/odf_style.h"

enum { ODF_LEVELS = 10, ODF_LISTS_MAX = 100 * 1000 };

#define ODF_LIST_ELEMENTS(E) \
	E(ODF_LIST_STYLE, "text:list-style") \
	E(ODF_OUTLINE_STYLE, "text:outline-style") \
	E(ODF_LEVEL_NUMBER, "text:list-level-style-number") \
	E(ODF_LEVEL_BULLET, "text:list-level-style-bullet") \
	E(ODF_LEVEL_IMAGE, "text:list-level-style-image") \
	E(ODF_LEVEL_OUTLINE, "text:outline-level-style") \
	E(ODF_LIST, "text:list") \
	E(ODF_LIST_ITEM, "text:list-item") \
	E(ODF_LIST_HEADER, "text:list-header")

enum odf_list_id {
	ODF_LIST_NONE = ODF_STYLE_IDS - 1,
#define E(id, name) id,
	ODF_LIST_ELEMENTS(E)
#undef E
	ODF_LIST_IDS
};

struct odf_level { bool defined, bullet; str sign, format, prefix, suffix, pattern; int show, start; };
struct odf_list_style { struct odf_level at[ODF_LEVELS]; };
struct odf_counts { int at[ODF_LEVELS]; };                 /* -1: not begun */
struct odf_list { int style, counts, start; bool fresh; };  /* fresh: its item has no paragraph yet; start: of the item, -1 none */

struct odf_lists {
	struct arena              *a;
	struct err                *e;
	struct map                 names, ids, last;       /* 1 + index: of styles; of counts, by the list's id; … by its style */
	VEC(struct odf_list_style) styles;                 /* [0] that of headings */
	VEC(struct odf_counts)     counts;                 /* [0] those of headings */
	VEC(struct odf_list)       open;
	size_t                     floor;                  /* lists below belong to what stands around */
	int                        now;                    /* 1 + index of the style that is being read; 0: none */
};

struct odf_label { str text; bool bullet; };

void odf_lists_open(struct odf_lists *l, struct arena *a, struct err *e);
void odf_list_open(struct odf_lists *l, struct xml *x, int id);
void odf_list_close(struct odf_lists *l, int id);

struct odf_label odf_list_label(struct odf_lists *l, str of_paragraph);        /* the list style of the paragraph's own style */
struct odf_label odf_outline_label(struct odf_lists *l, int level, int start);  /* start: -1 goes on */

void   odf_list_apart(struct odf_lists *l);                 /* keep .floor before */
void   odf_list_back(struct odf_lists *l, size_t floor);

#endif
