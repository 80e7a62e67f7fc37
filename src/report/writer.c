#include "report/writer.h"

#include <stdint.h>

struct writer writer_open(struct arena *a, const struct report_in *in)
{
	static const struct facts none;
	struct node *root = node_new(a, NODE_DOC, (struct place){ 0 });
	return (struct writer){ .a = a, .in = in, .f = in->facts ? in->facts : &none, .root = root, .at = root };
}

/* A run is one line: where lines are told apart they are paragraphs. */
static str one_line(struct arena *a, str s)
{
	if (!s.n || !memchr(s.p, '\n', s.n))
		return s;
	str copy = str_copy(a, s);
	for (size_t i = 0; i < copy.n; i++)
		((char *)(uintptr_t)copy.p)[i] = s.p[i] == '\n' ? ' ' : s.p[i];
	return copy;
}

static struct node *block(struct writer *w, enum node_kind kind, str text, bool bold)
{
	struct node *n = node_add(w->a, w->at, kind, (struct place){ 0 });
	if (w->at == w->root) {
		n->begins = (unsigned char)w->begins;
		w->begins = BEGINS_NOTHING;
	}
	if (text.n)
		node_run(w->a, n, one_line(w->a, text), (struct place){ 0 })->bold = bold;
	return n;
}

struct node *write_para(struct writer *w, enum formal part, str text)
{
	struct node *n = block(w, NODE_PARA, text, false);
	n->formal = (unsigned char)part;
	return n;
}

struct node *write_strong(struct writer *w, enum formal part, str text)
{
	struct node *n = block(w, NODE_PARA, text, true);
	n->formal = (unsigned char)part;
	return n;
}

void write_heading(struct writer *w, int level, str text) { block(w, NODE_HEADING, text, false)->level = level; }

void write_item(struct writer *w, int level, const char *marker, str text)
{
	struct node *n = block(w, NODE_ITEM, text, false);
	n->level = level;
	n->marker = str_c(marker);
}

void write_table(struct writer *w, bool plain, const int *widths, size_t n)
{
	w->at = w->root;
	w->table = block(w, NODE_TABLE, (str){ 0 }, false);
	w->table->plain = plain;
	w->table->widths = (struct widths){ widths, n };
}

struct node *write_row(struct writer *w, bool header)
{
	w->row = node_add(w->a, w->table, NODE_ROW, (struct place){ 0 });
	w->row->header = header;
	return w->row;
}

struct node *write_cell(struct writer *w, int colspan)
{
	w->at = node_add(w->a, w->row, NODE_CELL, (struct place){ 0 });
	w->at->colspan = colspan;
	return w->at;
}

void write_end(struct writer *w)
{
	w->table = w->row = NULL;
	w->at = w->root;
}

void write_text(struct writer *w, enum formal part, str text)
{
	write_cell(w, 1);
	if (text.n)
		write_para(w, part, text);
}

void write_figure(struct writer *w, str figure)
{
	write_cell(w, 1)->number = figure.n > 0;
	if (figure.n)
		write_para(w, FORMAL_CELL_NUMBER, figure);
}

/* -- places ------------------------------------------------------------------------------------------ */

static void number(struct node *n, struct place *at)
{
	bool table = n->kind == NODE_TABLE, row = n->kind == NODE_ROW, cell = n->kind == NODE_CELL;
	at->table += table;
	at->row = table ? 0 : at->row + row;
	at->cell = table || row ? 0 : at->cell + cell;
	at->line += row || (n->kind != NODE_RUN && !table && !at->row && n->parent);
	n->from = at->row ? *at : (struct place){ .line = at->line };
	for (struct node *c = n->first; c && n->kind != NODE_RUN; c = c->next)
		number(c, at);
	if (table)
		at->row = at->cell = 0;
}

struct node *write_done(struct writer *w, str title)
{
	struct place at = { 0 };
	w->root->title = title;
	number(w->root, &at);
	return w->root;
}
