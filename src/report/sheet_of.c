#include "report/sheet_of.h"

struct paper paper_new(struct arena *a) { return (struct paper){ .a = a, .root = node_new(a, NODE_DOC, (struct place){ 0 }) }; }

static void block(struct paper *p, enum node_kind kind, str text)
{
	struct node *n = node_add(p->a, p->root, kind, (struct place){ 0 });
	n->level = kind == NODE_HEADING ? 1 : 0;
	node_run(p->a, n, text, (struct place){ 0 });
	p->table = p->row = NULL;
}

void paper_page(struct paper *p, str name) { block(p, NODE_HEADING, name); }
void paper_say(struct paper *p, str text) { block(p, NODE_PARA, text); }

void paper_table(struct paper *p)
{
	p->table = node_add(p->a, p->root, NODE_TABLE, (struct place){ 0 });
	p->row = NULL;
}

void paper_row(struct paper *p) { p->row = node_add(p->a, p->table, NODE_ROW, (struct place){ 0 }); }

static struct node *cell(struct paper *p, str text)
{
	struct node *c = node_add(p->a, p->row, NODE_CELL, (struct place){ 0 });
	for (size_t at = 0; at < text.n;) {
		size_t end = str_find(text, S("\n"), at);
		struct node *para = node_add(p->a, c, NODE_PARA, (struct place){ 0 });
		node_run(p->a, para, str_sub(text, at, end), (struct place){ 0 })->bold = p->strong;
		at = end + 1;
	}
	return c;
}

void paper_cell(struct paper *p, str text) { cell(p, text); }
void paper_wide(struct paper *p, str text, int colspan) { cell(p, text)->colspan = colspan; }
void paper_number(struct paper *p, str figure) { cell(p, figure)->number = figure.n > 0; }
void paper_points(struct paper *p, points at) { paper_number(p, points_vi(p->a, at)); }
void paper_int(struct paper *p, int n) { paper_number(p, str_fmt(p->a, "%d", n)); }

void paper_heads(struct paper *p, const int *columns, size_t n)
{
	paper_row(p);
	p->row->header = true;
	for (size_t i = 0; i < n; i++)
		paper_cell(p, str_c(book_heading(columns[i])));
}
