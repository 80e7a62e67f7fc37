/* draw/page.h -- pages, one after another: their size, margins, numbers and marks
 *
 * SHAPE    A part (page_part) begins a page of its own kind; page_next goes on with one like it. .y is where the next thing stands,
 *          between .top and .bottom. The number of a page stands centred in the top margin from the second page of a part on.
 *          Whoever has something open over the end of a page (.leave, .arrive) is told before it is left, and on the next.
 *          page_mark: an entry of the outline that a reader of PDF shows, at .y; level 1 is outermost.
 * UNITS    points
 * ERRORS   none; what cairo says in the end stands in its surface
 * MEMORY   pages are written as they are left
 * SOURCE   Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục I
 */
#ifndef DRAW_PAGE_H
#define DRAW_PAGE_H
#include "draw/face.h"
#include <cairo-pdf.h>

enum { PAGE_MARKS = 8 };

struct page {
	const struct face *face;
	cairo_surface_t   *surface;
	cairo_t           *to;
	double             left, width, top, bottom, y;       /* of what may be written on */
	bool               landscape, begun;                  /* begun: something stands on it */
	int                of_part, of_all;
	int                mark[PAGE_MARKS + 1];              /* the last entry of each level; 0: the root */
	void             (*leave)(void *who, struct page *p), (*arrive)(void *who, struct page *p);
	void              *who;                               /* NULL: nobody */
};

void   page_open(struct page *p, const struct face *f, cairo_surface_t *surface);
void   page_part(struct page *p, bool landscape);
void   page_next(struct page *p);
void   page_mark(struct page *p, int level, const char *title);
void   page_close(struct page *p);
double page_room(const struct page *p);

#endif
