/* docin/build.h -- a document tree that grows by events
 *
 * SHAPE    Readers of marked-up text say what they meet: text, the end of a block, a list item, a table, a
 *          row, a cell. The builder opens paragraphs as text comes, parts runs where line or style
 *          changes, numbers tables, rows and cells, and leaves out what is empty: paragraphs without
 *          text, rows without any, and rows of "---" that only draw a table's border. A cell that reaches down over a
 *          row left out reaches over one row less.
 * UNITS    lines from 1; .page: set by readers that know pages, from 1; 0: not known
 * ERRORS   a tree that is too deep or too large fails once, with a sentence; all later events do nothing
 * MEMORY   arena; text is copied
 * SOURCE   seed 001
 */
#ifndef DOCIN_BUILD_H
#define DOCIN_BUILD_H
#include "doc/node.h"
#include <stdint.h>

enum { BUILD_LISTS_MAX = 32 };

/* Something that holds others: the document, a table, a row, a cell. solid: closed only by who opened it. */
struct build_frame {
	struct node *node;
	int          rows, cells, lists;
	bool         solid;
	int          met;                          /* rows, also those that were left out */
	VEC(int)     kept;                         /* which of them are in the table */
};
struct build_list { bool ordered, bare, solid; int next; char mark; };   /* next: number; mark: of a list without */
struct build_next { enum node_kind kind; int level; str marker; bool loose; };
struct build_aside { struct node *block; struct build_next next; };

struct build {
	struct arena      *a;
	struct err        *e;
	bool               failed;
	struct build_frame frame[DOC_DEPTH_MAX];
	int                depth, tables;
	int                page;                   /* of what comes now; 0 not known */
	struct build_list  list[BUILD_LISTS_MAX];
	int                lists;                  /* may pass BUILD_LISTS_MAX: what is deeper has no row */
	struct node       *block;                  /* the paragraph, item or heading that takes text now */
	struct build_next  next;                   /* what text will open */
	int                bold, italic;
	struct buf         run;
	struct node        style;                  /* of the run that is being gathered */
	size_t             nodes;
};

void build_open(struct build *b, struct arena *a, struct err *e);
struct node *build_finish(struct build *b);            /* the root; NULL after a failure */

void build_text(struct build *b, str text, int line);
void build_char(struct build *b, uint32_t c, int line);
void build_space(struct build *b);                     /* one space, where text stands before it */
void build_break(struct build *b);                     /* the open block ends here */

void build_heading(struct build *b, int level);        /* the next text is a heading */
void build_item(struct build *b, str marker, bool loose);   /* … an item; loose: its text may bring the marker */
void build_plain(struct build *b);                     /* … a paragraph */

void build_list_open(struct build *b, bool ordered, bool bare, int start, bool solid);
void build_list_close(struct build *b);
struct build_list *build_list_now(struct build *b);    /* NULL outside of lists */

void build_table(struct build *b, int line, bool solid);
void build_row(struct build *b, int line, bool header, bool solid);
void build_cell(struct build *b, int line, int colspan, int rowspan, bool solid);
/* Closes the innermost frame of the kind that was opened so, and all within; HTML (not solid) closes
 * nothing that Markdown (solid) opened. */
void build_close(struct build *b, enum node_kind kind, bool solid);
void build_unwind(struct build *b, int depth, int lists);   /* back to where so many frames and lists were open */

/* Other blocks come in between (a text box within a sentence): they stand before the open block, which then goes on. */
struct build_aside build_aside_open(struct build *b);
void               build_aside_close(struct build *b, struct build_aside aside);

#endif
