/* draw/flow.h -- what stands below what, and which of it must stand on one page
 *
 * SHAPE    A strip is as high as it is and cannot be parted, but for a row of a table (.least: as much of it as it may begin with).
 *          A strip that keeps is not parted from the next. flow_add takes strips in order; as soon as one does not keep, all since the
 *          last such go on the page if they fit, else on the next. What is higher than a page is parted where it must be.
 * UNITS    points
 * ERRORS   none
 * MEMORY   strips wait here until they are drawn: never more than about a page of them
 * SOURCE   none
 */
#ifndef DRAW_FLOW_H
#define DRAW_FLOW_H
#include "base/vec.h"
#include "draw/page.h"

struct strip {
	double before, height, least;                         /* before: dropped at the head of a page; least: 0 as .height */
	bool   keep;
	void (*draw)(void *what, struct page *p);              /* once: at p->y, and moves it; may go on to new pages */
	void  *what;
};

struct flow { struct page *page; struct strip *at; size_t n, cap; double height; };

void flow_add(struct flow *f, struct strip s);
void flow_flush(struct flow *f);
void flow_close(struct flow *f);

#endif
