/* docin/docx_text.h -- the text of a Word file, streamed into a tree
 *
 * SHAPE    One state for all parts that hold text: first the document, then its footnotes and endnotes, which come at the
 *          end, each behind its number in brackets. A paragraph is gathered whole and then built, so that a
 *          text box stands before the paragraph it hangs on, and a deleted paragraph mark joins two paragraphs.
 *          What is left out on purpose is counted (.seen), for the notes.
 * UNITS    a paragraph's line is its ordinal, from 1, empty ones included; bytes: DOCX_PARAGRAPH_MAX, DOCX_TEXT_MAX
 * ERRORS   of build.h, encoding.h, archive.h, xml.h; ERR_LIMIT too much text
 * MEMORY   arena
 * SOURCE   ECMA-376 part 1, 17 (document), 22.1 (equations); part 3 (AlternateContent)
 */
#ifndef DOCIN_DOCX_TEXT_H
#define DOCIN_DOCX_TEXT_H
#include "docin/docx_numbering.h"
#include "docin/docx_table.h"

enum { DOCX_PARAGRAPH_MAX = 1 << 20, DOCX_TEXT_MAX = 8 << 20 };

struct docx_span { size_t from; struct docx_look look; };

/* A paragraph while it is gathered; those of text boxes lie within another's. */
struct docx_paragraph {
	struct buf               text;           /* "\n": a line break */
	VEC(struct docx_span)    spans;
	const struct docx_style *style;
	struct docx_para         own;            /* what it says itself */
	struct docx_look         base, run;      /* of its style; of the run that is open */
	int                      page;           /* of its first text */
	bool                     joins;          /* its mark is deleted: it goes on in the next paragraph */
	bool                     mark_hidden, section_ends, hides;
};

struct docx_seen {
	size_t inserted, deleted, moved, hidden, objects, pictures, drawings, other_files, unknown_signs, old_fonts;
	bool   document;
};

struct docx_text {
	struct arena           *a;
	struct err             *e;
	struct docx_styles      styles;
	struct docx_numbering  *numbering;       /* NULL: no lists */
	struct build            b;
	struct docx_tables      tables;
	struct docx_paragraph **at;              /* by depth */
	int                     depth;           /* paragraphs that are open */
	struct docx_seen        seen;
	VEC(int)                footnotes, endnotes;     /* ids, in the order in which the text names them */
	int                     line, page;
	size_t                  bytes;
	bool                    page_rendered, page_fresh;   /* Word left its page ends; one has just come */
	int                     skip;            /* elements that are open within one that is left out */
	bool                    in_text, keeps_space, in_ppr, in_rpr, in_trpr, in_section;
	size_t                  text_from;       /* of the w:t that is open */
	int                     fields, instructions;        /* open; of these: those whose result has not begun */
	bool                    instruction[XML_DEPTH_MAX];
	int                     alternates;
	bool                    taken[XML_DEPTH_MAX];
	str                     note_label;      /* of the note whose first paragraph comes */
	VEC(size_t)             fractions;       /* where the parts of an equation's fractions begin */
};

void            docx_text_open(struct docx_text *d, struct arena *a, struct err *e);
MUST_CHECK bool docx_text_read(struct docx_text *d, struct archive *z, size_t part);
struct node    *docx_text_finish(struct docx_text *d);           /* NULL after a failure */

#endif
