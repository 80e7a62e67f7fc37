#include "draw/flow.h"

static double least_of(const struct strip *s) { return s->least > 0 && s->least < s->height ? s->least : s->height; }

static void draw(struct page *p, struct strip *s)
{
	double above = p->begun ? s->before : 0;
	if (p->begun && above + least_of(s) > page_room(p)) {
		page_next(p);
		above = 0;
	}
	p->y += above;
	s->draw(s->what, p);
	p->begun = true;
}

/* How much must fit for all of them to stand together. */
static double needed(const struct flow *f)
{
	const struct strip *last = &f->at[f->n - 1];
	return f->height - last->height + least_of(last) - (f->page->begun ? 0 : f->at[0].before);
}

void flow_flush(struct flow *f)
{
	struct page *p = f->page;
	if (!f->n)
		return;
	double need = needed(f);
	if (p->begun && need > page_room(p) && need - f->at[0].before <= p->bottom - p->top)
		page_next(p);
	for (size_t i = 0; i < f->n; i++)
		draw(p, &f->at[i]);
	f->n = 0;
	f->height = 0;
}

void flow_add(struct flow *f, struct strip s)
{
	if (f->n == f->cap) {
		f->cap = f->cap ? f->cap * 2 : 16;
		f->at = g_renew(struct strip, f->at, f->cap);
	}
	f->at[f->n++] = s;
	f->height += s.before + s.height;
	if (!s.keep || f->height > f->page->bottom - f->page->top)
		flow_flush(f);
}

void flow_close(struct flow *f) { g_free(f->at); }
