/* docin/page_parts.h -- what the files of pages_tree share: strips of print, sheets of columns, paragraphs
 *
 * SHAPE    strip: words whose middles stand at one height, from left to right; where two cells stand half a line apart, so
 *          do their strips. columns: the white lanes that run down between the words of a table; a word belongs to the
 *          column its middle is in. grid: the cells that rules draw on a page. sheet: a table, as the stretches of strips (one a
 *          page) that share their lanes, or the grids they stand in.
 *          flow: takes lines of words and makes paragraphs of them below a node.
 * UNITS    hundredths of a point; em: about the size of the type (fonts declare boxes 1.1 to 1.4 times as high)
 * ERRORS   none: what is no table is paragraphs
 * MEMORY   arena; words are borrowed
 * SOURCE   none
 */
#ifndef DOCIN_PAGE_PARTS_H
#define DOCIN_PAGE_PARTS_H
#include "docin/page.h"

enum { LANES_MAX = 40, GRID_ROWS = 400 };

typedef const struct page_word *word_at;

struct strip {
	int      page, x0, x1, y, em;           /* page: from 0; y: of the middle */
	int      lane, wide;                    /* the least white of a lane; white that words of a line rarely have between them */
	word_at *at;
	size_t   n;
	bool     dropped;                       /* page number, running head */
};
typedef VEC(struct strip) strips;

/* Lines of one page: [first, last) */
struct stretch { size_t first, last; };

struct lane { int x0, x1; };
struct lanes { struct lane at[LANES_MAX]; int n; };

/* The cell that a square of a grid is part of: first and last column, first and last row */
struct grid_cell { int c0, c1, r0, r1; };

/* A table as its rules draw it on one page: where its columns begin and the last ends, its rows too; of: by rows; touches: another, set
 * right above or below, or ending the page before */
struct grid { int page, columns, rows, *x, *y; bool touches; struct grid_cell *of; };
typedef VEC(struct grid) grids;

struct sheet {
	VEC(struct stretch) parts;
	VEC(const struct grid *) grids;         /* of each part, on the columns of the sheet; none where no rules are drawn */
	struct lanes        lanes;
	int                 width;              /* of the page */
	size_t              longest;            /* strips of the part the lanes were taken from */
};
typedef VEC(struct sheet) sheets;

/* -- page_strips.c */
strips page_strips(struct arena *a, const pages *p);
void   page_drop_running(strips *s, const pages *p);
bool   words_close(word_at left, word_at right, int em);   /* one word that was printed in two pieces */
int    words_gap(const struct strip *s, size_t i);         /* the white space before word i > 0 */

/* -- page_grid.c */
grids page_grids(struct arena *a, const pages *p);        /* by page, from above; none beside another */

/* -- page_ruled.c */
/* Tables by their grids. What stands in a grid is no running head: it is taken back. */
sheets ruled_sheets(struct arena *a, strips *s, const pages *p);

/* -- page_sheets.c */
/* ruled: tables that are known already */
sheets page_sheets(struct arena *a, const strips *s, const pages *p, const sheets *ruled);
int    lane_column(const struct lanes *l, int x);
bool   lane_crossed(const struct strip *s, const struct lane *l);

/* -- flow: page_flow.c */
struct flow_line { word_at *at; size_t n; int page, x0, x1, y, em; };
typedef VEC(struct flow_line) flow_lines;

struct page_tree { struct arena *a; struct reading *r; struct node *root; int lines, tables; };

struct flow_line line_of_words(word_at *at, size_t n, int page);
str  line_text(struct arena *a, const struct flow_line *l);
bool line_begins_small(const struct flow_line *l);
bool line_labelled(const struct flow_line *l);               /* "1.", "a)", "-" and more */
/* left, right: where full lines begin and end */
void flow_prose(struct page_tree *t, const struct flow_line *l, size_t n, int left, int right);
void flow_side(struct page_tree *t, const struct flow_line *l, size_t n);          /* beside another: letterhead, signature */
/* width: of the longest line, or (ruled) what the rules of the cell leave for lines; pitch: of lines, 0 where it is not known */
struct cell_setting { int width, pitch; bool ruled; };
void flow_cell(struct page_tree *t, struct node *cell, const struct flow_line *l, size_t n, struct cell_setting o);

/* -- page_table.c */
void page_table(struct page_tree *t, const struct sheet *s, const strips *all);

#endif
