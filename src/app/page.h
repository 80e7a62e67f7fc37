/* app/page.h -- titles, lines and tables of the index's texts for a person
 *
 * SHAPE    A page is text that grows; cells go into a table of app/layout.h row by row.
 * UNITS    columns of the terminal
 * ERRORS   none
 * MEMORY   arena
 * SOURCE   none
 */
#ifndef APP_PAGE_H
#define APP_PAGE_H
#include "app/layout.h"
#include "core/points.h"

enum { INDENT = 2, CELL_LINES = 4, LABEL = 16 };

struct page { struct arena *a; struct buf b; const struct layout *y; };

static inline void cell(struct page *p, struct table *t, str s) { *vec_add(p->a, &t->cells) = s; }
static inline void cell_points(struct page *p, struct table *t, points at) { cell(p, t, points_vi(p->a, at)); }

static inline void title(struct page *p, str s)
{
	layout_ink(&p->b, p->y, INK_BOLD, layout_safe(p->a, s));
	buf_put(&p->b, S("\n"));
}

static inline void line(struct page *p, const char *label, str value)
{
	if (!value.n)
		return;
	buf_fmt(&p->b, "%*s%s%*s", INDENT, "", label, LABEL - layout_width(str_c(label)), "");
	layout_para(&p->b, p->y, value, INDENT + LABEL, INDENT + LABEL);
}

#endif
