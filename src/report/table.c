#include "report/table.h"

static struct node *paragraph(struct arena *a, struct node *parent, enum formal formal, str text, bool bold)
{
	struct node *p = node_add(a, parent, NODE_PARA, (struct place){ 0 });
	p->formal = (unsigned char)formal;
	node_run(a, p, text, (struct place){ 0 })->bold = bold;
	return p;
}

void part_say(struct arena *a, struct node *parent, enum formal formal, str text)
{
	if (text.n)
		paragraph(a, parent, formal, text, false);
}

struct node *part_begin(struct arena *a, struct node *root, enum begins begins, enum formal formal, str text)
{
	struct node *p = paragraph(a, root, formal, text, false);
	p->begins = (unsigned char)begins;
	return p;
}

struct table_to table_begin(struct arena *a, struct node *parent, const int *widths, size_t n)
{
	struct node *t = node_add(a, parent, NODE_TABLE, (struct place){ 0 });
	t->widths = (struct widths){ widths, n };
	return (struct table_to){ .a = a, .table = t };
}

void table_open(struct table_to *t, bool header)
{
	t->row = node_add(t->a, t->table, NODE_ROW, (struct place){ 0 });
	t->row->header = header;
}

static struct node *cell(struct table_to *t, enum formal formal, str text)
{
	struct node *c = node_add(t->a, t->row, NODE_CELL, (struct place){ 0 });
	for (size_t from = 0; from < text.n;) {
		size_t end = str_find(text, S("\n"), from);
		paragraph(t->a, c, formal, str_sub(text, from, end), t->strong);
		from = end + 1;
	}
	return c;
}

void table_text(struct table_to *t, str text) { cell(t, FORMAL_CELL, text); }
void table_centre(struct table_to *t, str text) { cell(t, FORMAL_CELL_CENTRE, text); }
void table_wide(struct table_to *t, str text, int colspan) { cell(t, FORMAL_CELL, text)->colspan = colspan; }

void table_over(struct table_to *t, const char *head, int colspan, int rowspan)
{
	t->strong = true;
	struct node *c = cell(t, FORMAL_CELL_CENTRE, str_c(head));
	t->strong = false;
	c->colspan = colspan;
	c->rowspan = rowspan;
}

void table_points(struct table_to *t, points p)
{
	bool known = p != NO_FIGURE;
	cell(t, FORMAL_CELL_NUMBER, known ? points_vi(t->a, p) : (str){ 0 })->number = known;
}

void table_int(struct table_to *t, int n) { cell(t, FORMAL_CELL_NUMBER, str_fmt(t->a, "%d", n))->number = true; }

void table_head(struct table_to *t, const char *const *heads, size_t n)
{
	table_open(t, true);
	for (size_t i = 0; i < n; i++)
		table_over(t, heads[i], 1, 1);
}

void table_numbered(struct table_to *t, size_t n)
{
	table_open(t, true);
	for (size_t i = 0; i < n; i++)
		table_over(t, str_fmt(t->a, "(%zu)", i + 1).p, 1, 1);
}
