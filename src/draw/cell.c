#include "draw/cell.h"

#define EMPTY_SIZE 12.0                                       /* an empty cell is as high as a line to be written in */
#define SLACK      0.01                                       /* sums of heights do not end in the same last bit */

struct cell *cell_open(const struct face *f, const struct spot *s, const struct columns *c, bool plain)
{
	struct cell *cell = g_new0(struct cell, 1);
	size_t n = 0;
	cell->column = s->column;
	cell->wide = s->wide;
	cell->high = s->cell->rowspan;
	cell->centre = s->cell->parent->header;
	cell->left = c->x[s->column];
	cell->width = c->x[s->column + s->wide] - cell->left;
	cell->pad = plain ? 0 : CELL_PAD;
	cell->pad_high = plain ? 0 : CELL_PAD_HIGH;
	for (const struct node *p = NULL; (p = paragraph_after(s->cell, p));)
		n++;
	cell->at = g_new(struct text *, n + 1);
	for (const struct node *p = NULL; (p = paragraph_after(s->cell, p));)
		cell->at[cell->n++] = text_open(f, p, cell->width - 2 * cell->pad);
	return cell;
}

/* Space above a paragraph is dropped where a cell goes on on another page. */
static double above(const struct cell *c, size_t i, bool first) { return first && c->begun ? 0 : c->at[i]->before; }

double cell_rest(const struct face *f, const struct cell *c)
{
	double sum = c->n ? 0 : f->pitch * EMPTY_SIZE;
	for (size_t i = c->next; i < c->n; i++)
		sum += above(c, i, i == c->next) + text_height(c->at[i], c->at[i]->lines);
	return sum + 2 * c->pad_high;
}

void cell_draw(const struct face *f, struct cell *c, cairo_t *to, double x, double bottom)
{
	double y = c->top + c->pad_high, room = bottom - c->top - cell_rest(f, c);
	y += c->centre && room > 0 ? room / 2 : 0;
	for (bool first = true; c->next < c->n; first = false) {
		struct text *t = c->at[c->next];
		y += above(c, c->next, first);
		for (double high; t->lines && y + (high = text_height(t, 1)) <= bottom - c->pad_high + SLACK; y += high) {
			text_line(t, to, x + c->left + c->pad, y);
			c->begun = true;
		}
		if (t->lines)
			return;
		c->next++;
	}
}

void cell_close(struct cell *c)
{
	for (size_t i = 0; i < c->n; i++)
		text_close(c->at[i]);
	g_free(c->at);
	g_free(c);
}
