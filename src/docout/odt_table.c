#include "docout/grid.h"
#include "docout/odt.h"

/* Styles of this table alone: its width, those of its columns. */
static void put_styles(struct odt *o, const struct grid *g, int room)
{
	struct buf *b = &o->tables;
	int wide = grid_wide(g, 0, g->n), n = o->n_tables;
	buf_fmt(b, "<style:style style:name=\"T%d\" style:family=\"table\"><style:table-properties", n);
	odt_points(b, "style:width", wide);
	buf_fmt(b, " table:align=\"%s\" table:border-model=\"collapsing\"/></style:style>", wide + g->n < room ? "center" : "left");
	for (int i = 0; i < g->n; i++) {
		buf_fmt(b, "<style:style style:name=\"T%d.%d\" style:family=\"table-column\"><style:table-column-properties", n, i + 1);
		odt_points(b, "style:column-width", g->width[i]);
		buf_put(b, S("/></style:style>"));
	}
}

static void covered(struct odt *o, int n)
{
	for (int i = 0; i < n; i++)
		buf_put(&o->w.body, S("<table:covered-table-cell/>"));
}

static void put_cell(struct odt *o, const struct grid *g, const struct node *t, const struct node *row, const struct grid_spot *s, int rows)
{
	struct buf *b = &o->w.body;
	if (s->goes_on)
		return covered(o, s->span);
	int down = s->cell && s->cell->rowspan > 1 ? s->cell->rowspan : 1;
	buf_fmt(b, "<table:table-cell table:style-name=\"%s\" office:value-type=\"string\"", t->plain ? "PLAIN" : row->header ? "HEAD" : "GRID");
	if (s->span > 1 || down > 1)
		buf_fmt(b, " table:number-columns-spanned=\"%d\" table:number-rows-spanned=\"%d\"", s->span, down < rows ? down : rows);
	buf_put(b, S(">"));
	for (const struct node *p = s->cell ? s->cell->first : NULL; p && !o->w.failed; p = p->next)
		odt_block(o, p, grid_room(g, s));
	odt_list_end(o);
	if (!s->cell || !s->cell->first)
		odt_break(o, word_style_id(row->header ? WORD_HEAD_CELL : FORMAL_CELL));
	buf_put(b, S("</table:table-cell>"));
	covered(o, s->span - 1);
}

static void put_row(struct odt *o, struct grid *g, const struct node *t, const struct node *row, int rows)
{
	struct grid_spot s[GRID_COLUMNS_MAX + 1];
	int n;
	grid_row(g, row, s, &n);
	bool whole = row->header || t->plain || grid_short(o->w.a, g, s, n);
	buf_fmt(&o->w.body, "<table:table-row table:style-name=\"%s\">", whole ? "WHOLE" : "BROKEN");
	for (int i = 0; i < n && !o->w.failed; i++)
		put_cell(o, g, t, row, &s[i], rows);
	buf_put(&o->w.body, S("</table:table-row>"));
}

void odt_table(struct odt *o, const struct node *t, int room)
{
	struct grid g;
	int rows = 0, heads = 0;
	odt_list_end(o);
	if (!t->first)
		return;
	if (!grid_open(o->w.a, t, room, t->plain ? 0 : 2 * WORD_CELL_BESIDE, &g))
		return word_fails(&o->w, "có bảng quá nhiều cột", GRID_COLUMNS_MAX);
	for (const struct node *row = t->first; row; row = row->next, rows++)
		heads += row->header && heads == rows;
	heads = heads == rows ? 0 : heads;
	o->n_tables++;
	put_styles(o, &g, room);
	buf_fmt(&o->w.body, "<table:table table:name=\"Bảng %d\" table:style-name=\"T%d\">", o->n_tables, o->n_tables);
	for (int i = 0, n = o->n_tables; i < g.n; i++)
		buf_fmt(&o->w.body, "<table:table-column table:style-name=\"T%d.%d\"/>", n, i + 1);
	if (heads)
		buf_put(&o->w.body, S("<table:table-header-rows>"));
	for (const struct node *row = t->first; row && !o->w.failed; row = row->next) {
		put_row(o, &g, t, row, rows--);
		if (heads && !--heads)
			buf_put(&o->w.body, S("</table:table-header-rows>"));
	}
	buf_put(&o->w.body, S("</table:table>"));
}
