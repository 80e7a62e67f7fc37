#include "docout/grid.h"
#include "docout/word.h"

static void put_cell(struct word *w, const struct grid *g, const struct node *row, const struct grid_spot *s)
{
	struct buf *b = &w->body;
	int room = grid_room(g, s);
	buf_fmt(b, "<w:tc><w:tcPr><w:tcW w:w=\"%d\" w:type=\"dxa\"/>", grid_wide(g, s->at, s->span));
	if (s->span > 1)
		buf_fmt(b, "<w:gridSpan w:val=\"%d\"/>", s->span);
	if (s->goes_on || (s->cell && s->cell->rowspan > 1))
		buf_put(b, s->goes_on ? S("<w:vMerge/>") : S("<w:vMerge w:val=\"restart\"/>"));
	buf_put(b, row->header ? S("<w:vAlign w:val=\"center\"/></w:tcPr>") : S("</w:tcPr>"));
	const struct node *last = NULL;
	for (const struct node *p = s->cell ? s->cell->first : NULL; p && !w->failed; last = p, p = p->next)
		word_block(w, p, room);
	if (!last)
		buf_fmt(b, "<w:p><w:pPr><w:pStyle w:val=\"%s\"/>%s</w:pPr></w:p>", word_style_id(row->header ? WORD_HEAD_CELL : FORMAL_CELL),
		        word_heads_rows(row) ? "<w:keepNext/>" : "");
	buf_put(b, S("</w:tc>"));
}

static void put_row(struct word *w, struct grid *g, const struct node *table, const struct node *row, bool repeated)
{
	struct grid_spot s[GRID_COLUMNS_MAX + 1];
	int n;
	grid_row(g, row, s, &n);
	bool whole = row->header || table->plain || grid_short(w->a, g, s, n);
	buf_put(&w->body, S("<w:tr>"));
	if (whole || repeated)
		buf_fmt(&w->body, "<w:trPr>%s%s</w:trPr>", whole ? "<w:cantSplit/>" : "", repeated ? "<w:tblHeader/>" : "");
	for (int i = 0; i < n && !w->failed; i++)
		put_cell(w, g, row, &s[i]);
	buf_put(&w->body, S("</w:tr>"));
}

void word_table(struct word *w, const struct node *table, int room)
{
	struct grid g;
	if (!table->first)
		return;
	if (!grid_open(w->a, table, room, table->plain ? 0 : 2 * WORD_CELL_BESIDE, &g))
		return word_fails(w, "có bảng quá nhiều cột", GRID_COLUMNS_MAX);
	int wide = grid_wide(&g, 0, g.n);
	buf_fmt(&w->body, "<w:tbl><w:tblPr><w:tblStyle w:val=\"%s\"/><w:tblW w:w=\"%d\" w:type=\"dxa\"/>%s<w:tblLayout w:type=\"fixed\"/></w:tblPr><w:tblGrid>",
	        table->plain ? "PLAIN" : "GRID", wide, wide + g.n < room ? "<w:jc w:val=\"center\"/>" : "");
	for (int i = 0; i < g.n; i++)
		buf_fmt(&w->body, "<w:gridCol w:w=\"%d\"/>", g.width[i]);
	buf_put(&w->body, S("</w:tblGrid>"));
	bool top = true;
	for (const struct node *row = table->first; row && !w->failed; row = row->next) {
		top = top && row->header;              /* only rows at the top can be repeated */
		put_row(w, &g, table, row, top);
	}
	buf_put(&w->body, S("</w:tbl>"));
	if (!table->next || table->next->kind == NODE_TABLE)       /* a cell ends with a paragraph; two tables would become one */
		word_break(w, "");
}
