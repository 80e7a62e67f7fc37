#include "maker.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* -- layout: what a converter leaves of a page --------------------------------------------------- */

/* Text comes in the order in which the page was drawn. Pieces on one base line stand in one line; a step of less
 * than a line (a cell set in the middle of its row) leaves one newline, a longer one leaves two. Every
 * piece ends with a space, an empty paragraph is that space alone. (Seeds 000 and 003.) */
static void piece(struct maker *m, int y, const char *s, bool torn)
{
	int step = y - m->y;
	if (!m->fresh && step)
		put(&m->out, step == 1 || step == -1 ? "\n" : "\n\n");
	put(&m->out, s);
	if (!torn)
		put(&m->out, " ");
	m->y = y;
	m->fresh = false;
}

static size_t char_len(const char *p)
{
	unsigned char c = (unsigned char)*p;
	return c < 0x80 ? 1 : c < 0xe0 ? 2 : c < 0xf0 ? 3 : 4;
}

/* the next visible character; marks are skipped over */
static const char *skip_marks(const char *p)
{
	for (;;) {
		if (*p == 1)
			p = strchr(p, 2) + 1;
		else if (*p == 3)
			p++;
		else
			return p;
	}
}

static int visible(const char *s, const char *end)
{
	int n = 0;
	for (const char *p = skip_marks(s); p < end && *p; p = skip_marks(p + char_len(p)))
		n++;
	return n;
}

static void cell_line(struct maker *m, struct cell *c, const char *from, const char *to, bool torn)
{
	if (c->n < LINES_MAX)
		c->line[c->n++] = (struct line){ hold(m, from, (size_t)(to - from)), torn };
}

/* one paragraph into lines of at most `width` characters; tear: a word too long is cut */
static void wrap(struct maker *m, struct cell *c, const char *s, const char *end, int width, bool tear)
{
	if (s == end)
		cell_line(m, c, s, end, false);
	while (s < end) {
		const char *cut = NULL, *p = s;
		while (p < end && (cut == NULL || visible(s, p) <= width)) {
			const char *stop = memchr(p, ' ', (size_t)(end - p));
			stop = stop ? stop : end;
			if (cut && visible(s, stop) > width)
				break;
			cut = stop;
			p = stop < end ? stop + 1 : end;
		}
		bool torn = tear && visible(s, cut) > width;
		if (torn) {
			int n = 0;
			for (cut = skip_marks(s); n < width - 1; n++)
				cut = skip_marks(cut + char_len(cut));
		}
		cell_line(m, c, s, cut, torn);
		s = torn ? cut : cut < end ? cut + 1 : end;
	}
}

struct cell *cell_of(struct maker *m, struct cell *c, const char *text, int width, bool middle, bool tear)
{
	c->n = 0;
	c->middle = middle;
	for (const char *p = text;;) {
		const char *end = p + strcspn(p, "\n");
		wrap(m, c, p, end, width, tear);
		if (!*end)
			return c;
		p = end + 1;
	}
}


/* cut: so many lines of each cell stand on this page, the rest on the next; 0: all */
void row_out(struct maker *m, const struct cell *cell, int n, enum row_start start, int cut)
{
	int high = 1;
	for (int i = 0; i < n; i++)
		high = cell[i].n > high ? cell[i].n : high;
	if (start != ROW_BELOW && !m->fresh) {
		put(&m->out, "\n ");
		m->fresh = true;
	}
	for (int page = 0; page < (cut ? 2 : 1); page++) {
		if (page) {
			put(&m->out, "\n\n\n\n");
			m->fresh = true;
		}
		for (int i = 0; i < n; i++) {
			int from = page ? cut : 0, to = cut && !page && cut < cell[i].n ? cut : cell[i].n;
			for (int k = from; k < to; k++)
				piece(m, m->base + 2 * k + (cell[i].middle && !cut ? high - cell[i].n : 0),
				    cell[i].line[k].text, cell[i].line[k].torn);
		}
	}
	m->base += 2 * high;
	m->used = cut ? high - cut : m->used + high;
}

/* whether the next row of this height begins on a new page */
bool page_full(struct maker *m, int high)
{
	if (m->used + high <= m->style.page_lines)
		return false;
	m->used = 0;
	return true;
}

int row_high(const struct cell *cell, int n)
{
	int high = 1;
	for (int i = 0; i < n; i++)
		high = cell[i].n > high ? cell[i].n : high;
	return high;
}

/* -- paragraphs, in the way of each form ---------------------------------------------------------- */

void flat_paragraph(struct maker *m, const char *s, int width)
{
	struct cell c;
	cell_of(m, &c, s, width, false, false);
	for (int i = 0; i < c.n; i++) {
		if (page_full(m, 1)) {
			put(&m->out, "\n ");
			m->fresh = true;
		}
		if (i == 0 && !strncmp(s, "- ", 2) && chance(m, 12) && m->used)
			put(&m->out, "\n\n            "), m->fresh = true;
		piece(m, m->base, c.line[i].text, c.line[i].torn);
		m->base += 2;
		m->used++;
	}
}

void paragraph(struct maker *m)
{
	const char *s = said(m);
	switch (m->form) {
	case FORM_MARKDOWN:
		put(&m->out, s);
		put(&m->out, "\n\n");
		break;
	case FORM_STACKED:
		put(&m->out, strncmp(s, "- ", 2) || chance(m, 50) ? "\t" : "");
		put(&m->out, s);
		put(&m->out, chance(m, 20) ? " \n" : "\n");
		break;
	case FORM_FLAT_ANNEX:
	case FORM_COMMUNE:
	case FORM_PROSE:
	case FORMS:
		flat_paragraph(m, s, 76);
		break;
	}
}

void say_paragraph(struct maker *m, const char *s)
{
	say(m, s);
	paragraph(m);
}

void heading(struct maker *m, int level, const char *s)
{
	if (m->form == FORM_MARKDOWN) {
		bool bold = m->style.heading_mark && level > 2;
		for (int i = 0; i < level; i++)
			put(&m->out, "#");
		put(&m->t, bold ? " **" : " ");
		say(m, s);
		put(&m->t, bold ? "**" : "");
	} else
		say(m, s);
	paragraph(m);
}

void items(struct maker *m, const char *const *list, int n)
{
	for (int i = 0; i < n; i++) {
		put(&m->t, "- ");
		say_paragraph(m, list[i]);
	}
}
