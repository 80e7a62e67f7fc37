/* extract/lines.h -- the lines of a plain text, with what their setting tells
 *
 * SHAPE    one line for each NODE_LINE below the root, in order
 * UNITS    width: characters; gap: blank lines before; norm: the gap that parts two lines of one paragraph
 *          (1 where a converter left a blank line after each, else 0)
 * ERRORS   none
 * MEMORY   arena; .node is borrowed
 * SOURCE   seeds 000, 003, 004 (a blank line after each line; none where the text jumps to another cell or
 *          page), 002 (a paragraph a line, a tab before each cell)
 */
#ifndef EXTRACT_LINES_H
#define EXTRACT_LINES_H
#include "base/fold.h"
#include "base/pat.h"
#include "doc/node.h"

struct line {
	struct node *node;          /* the NODE_LINE, its text in one run */
	str          text;
	struct fold  fold;
	int          number, gap, hard;
	bool         tab;           /* a tab stands before the text: a new cell, or a paragraph's indent */
	bool         lead;          /* white space stands before the text */
};

/* looked: how many lines, empty ones too, extract/grid.h has looked at; a table that is refused is looked at again below */
struct lines { struct line *at; size_t n; int norm, width; bool wrapped; size_t looked; };

struct lines lines_of(struct arena *a, const struct node *root);

bool line_terminal(const struct line *l);       /* ends a sentence or an item: . ; : ) … */
bool line_lower(const struct line *l);          /* begins with a small letter */
bool line_upper(const struct line *l);          /* begins with a capital */
bool line_capitals(const struct line *l);       /* no small letter at all, at least two letters */
bool line_label(const struct line *l);   /* begins with "1.", "1.2.", "a)", "II.", "-", "+" … */

/* Does b go on where a ended, in one paragraph? width: that of a full line here, 0 if not known. */
bool lines_join(struct pats *ps, const struct lines *ls, const struct line *a, const struct line *b, int width);

#endif
