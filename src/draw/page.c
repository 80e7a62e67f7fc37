#include "draw/page.h"
#include "draw/text.h"

#define NUMBER_TOP POINTS(1000)                               /* of the line of the page's number, from the edge */

static void put_number(const struct page *p)
{
	char number[16];
	const struct style style = { .size = PAGE_NUMBER_SIZE, .place = CENTRE };
	g_snprintf(number, sizeof number, "%d", p->of_part);
	struct text *t = text_plain(p->face, str_c(number), style, p->width);
	text_line(t, p->to, p->left, NUMBER_TOP);
	text_close(t);
}

static void begin(struct page *p)
{
	p->of_part++;
	p->of_all++;
	p->y = p->top;
	p->begun = false;
	if (p->of_part > 1)
		put_number(p);
}

static void leave(struct page *p)
{
	if (p->of_all)
		cairo_show_page(p->to);
}

void page_open(struct page *p, const struct face *f, cairo_surface_t *surface)
{
	*p = (struct page){ .face = f, .surface = surface, .to = cairo_create(surface) };
}

/* The margins stay at their edges when the sheet is turned. */
void page_part(struct page *p, bool landscape)
{
	double width = POINTS(landscape ? PAGE_HEIGHT : PAGE_WIDTH), height = POINTS(landscape ? PAGE_WIDTH : PAGE_HEIGHT);
	leave(p);
	cairo_pdf_surface_set_size(p->surface, width, height);
	p->landscape = landscape;
	p->left = POINTS(MARGIN_LEFT);
	p->width = width - POINTS(MARGIN_LEFT + MARGIN_RIGHT);
	p->top = POINTS(MARGIN_TOP);
	p->bottom = height - POINTS(MARGIN_BOTTOM);
	p->of_part = 0;
	begin(p);
}

void page_next(struct page *p)
{
	if (p->who)
		p->leave(p->who, p);
	leave(p);
	begin(p);
	if (p->who)
		p->arrive(p->who, p);
}

void page_mark(struct page *p, int level, const char *title)
{
	char where[96], x[G_ASCII_DTOSTR_BUF_SIZE], y[G_ASCII_DTOSTR_BUF_SIZE];
	level = level < 1 ? 1 : level > PAGE_MARKS ? PAGE_MARKS : level;
	g_snprintf(where, sizeof where, "page=%d pos=[%s %s]", p->of_all, g_ascii_formatd(x, sizeof x, "%.2f", p->left),
	           g_ascii_formatd(y, sizeof y, "%.2f", p->y));
	int entry = cairo_pdf_surface_add_outline(p->surface, p->mark[level - 1], title, where, CAIRO_PDF_OUTLINE_FLAG_OPEN);
	for (int i = level; i <= PAGE_MARKS; i++)             /* what skips a level hangs on the one above */
		p->mark[i] = entry;
}

void page_close(struct page *p)
{
	leave(p);
	cairo_destroy(p->to);
}

double page_room(const struct page *p) { return p->bottom - p->y; }
