/* doc/node.h -- the one document tree between every reader and every recogniser
 *
 * SHAPE    A tree. NODE_RUN is the only leaf that holds text; a paragraph's text is its runs, one
 *          after another (readers put the spaces between). NODE_LINE is one physical line of a
 *          plain text whose paragraphs and tables are not yet known: extract/restore turns lines into
 *          the other kinds; readers of richer formats never make it.
 *
 *              DOC > HEADING | PARA | ITEM | TABLE | CHART | LINE
 *              TABLE > ROW > CELL > PARA | ITEM | TABLE     HEADING, PARA, ITEM, LINE > RUN
 *
 *          What builders of documents add and readers leave empty, for those who write files: formal (what a paragraph is in an official
 *          document, doc/formals.def; how it looks is docout/style.h's), begins (a part with pages of its own), plain tables
 *          (letterhead, signature: no rules), widths of columns, the title of the document, charts (doc/chart.h).
 * UNITS    level 1..6 for headings, 1.. for list items; colspan, rowspan >= 1; gap: blank lines before
 *          a LINE (0: it follows the line above directly); place: numbers from 1, 0 = not known;
 *          place.sure: percent, where the text (its least sure word) was recognised in a picture; 0: read as text
 * ERRORS   ERR_LIMIT from readers when a tree is deeper than DOC_DEPTH_MAX or larger than DOC_NODES_MAX
 * MEMORY   the whole tree lives in the arena of its builder
 * SOURCE   none
 */
#ifndef DOC_NODE_H
#define DOC_NODE_H
#include "base/err.h"

enum node_kind {
	NODE_DOC, NODE_HEADING, NODE_PARA, NODE_ITEM, NODE_TABLE, NODE_ROW, NODE_CELL, NODE_LINE, NODE_RUN, NODE_CHART
};
enum formal {
#define FORMAL(id, name) FORMAL_##id,
#include "doc/formals.def"
#undef FORMAL
	FORMALS
};
enum begins { BEGINS_NOTHING, BEGINS_PORTRAIT, BEGINS_LANDSCAPE };
enum { DOC_DEPTH_MAX = 64, DOC_NODES_MAX = 1000 * 1000 };

struct widths { const int *at; size_t n; };                /* of columns, per mille of the text's width; n 0: as their texts need */
struct chart;
struct place { int line, page, table, row, cell, sure; };

/* A table of 3,000 rows has 80,000 nodes: what only one kind has shares its room with the others'. */
struct node {
	enum node_kind kind;
	bool           header;                           /* ROW: a heading row (also the numbering row) */
	bool           bold, italic;                     /* RUN */
	bool           number;                           /* CELL: its text is a figure; written as a number where the format has numbers */
	bool           plain;                            /* TABLE: without rules */
	unsigned char  formal;                             /* HEADING, PARA, ITEM: enum formal */
	unsigned char  begins;                           /* child of DOC: enum begins; pages are numbered from 1 again */
	int            colspan, rowspan;                 /* CELL; 1 for all others */
	union {
		int level;                               /* HEADING, ITEM */
		struct { int gap, hard; };               /* LINE: blank lines before it; how many of the last hold not even a space */
	};
	union {
		str lead;                                /* LINE: white space before its text (spaces, tabs) */
		str marker;                              /* ITEM: "-", "+", "a)" … as printed */
		str text;                                /* RUN */
		str title;                               /* DOC: of the file; empty: none */
		struct widths widths;                    /* TABLE */
		const struct chart *chart;               /* CHART */
	};
	struct place   from;
	struct node   *parent, *first, *last, *next;
};

struct node *node_new(struct arena *a, enum node_kind kind, struct place from);
void         node_append(struct node *parent, struct node *child);
struct node *node_add(struct arena *a, struct node *parent, enum node_kind kind, struct place from);
struct node *node_run(struct arena *a, struct node *parent, str text, struct place from);

/* The text of a node: its runs; paragraphs, items and cells below it parted by newlines. lines (may
 * be NULL) gets, for each run, the offset where it begins and its place. */
struct text_mark  { size_t at; struct place from; };
typedef VEC(struct text_mark) text_marks;
str node_text(struct arena *a, const struct node *n, text_marks *marks);

/* The tree as text, a node a line: what `khacphuc show` prints. */
void node_print(struct buf *b, const struct node *n);

enum edge { ENTER, LEAVE };                  /* runs get ENTER only */
enum walk { WALK_ON, WALK_SKIP };            /* SKIP: do not visit the children */
typedef enum walk node_fn(void *ctx, const struct node *n, enum edge edge);
void doc_walk(const struct node *root, node_fn *fn, void *ctx);

#endif
