#include "app/blocks.h"
#include "doc/node.h"

struct laying { struct arena *a; struct blocks *b; };

static struct source source_of(struct place p) { return (struct source){ p.line, p.page, p.table, p.row, p.sure }; }

static size_t add_unit(struct laying *w, struct source at)
{
	*vec_add(w->a, &w->b->units) = (struct block_unit){ at };
	return w->b->units.n - 1;
}

static void add_row(struct laying *w, struct block *t, const struct node *row)
{
	struct block_row *r = vec_add(w->a, &t->rows);
	*r = (struct block_row){ .at = source_of(row->from), .header = row->header };
	r->unit = add_unit(w, r->at);
	for (const struct node *c = row->first; c; c = c->next)
		*vec_add(w->a, &r->cells) = (struct block_cell){ node_text(w->a, c, NULL), c->colspan, c->rowspan };
}

static void add_block(struct laying *w, const struct node *n)
{
	enum block_kind kind = n->kind == NODE_HEADING ? BLOCK_HEADING : n->kind == NODE_ITEM ? BLOCK_ITEM
	                     : n->kind == NODE_TABLE ? BLOCK_TABLE : BLOCK_PARA;
	struct block x = { .kind = kind, .at = source_of(n->from) };
	if (kind != BLOCK_TABLE) {
		str text = node_text(w->a, n, NULL);
		x.text = kind == BLOCK_ITEM && n->marker.n ? str_fmt(w->a, "%.*s %.*s", SF(n->marker), SF(text)) : text;
		x.unit = add_unit(w, x.at);
	}
	for (const struct node *row = n->first; kind == BLOCK_TABLE && row && w->b->units.n < BLOCKS_MOST; row = row->next)
		if (row->kind == NODE_ROW)
			add_row(w, &x, row);
	if (str_trim(x.text).n || x.rows.n)
		*vec_add(w->a, &w->b->at) = x;
}

void blocks_of(struct arena *a, const struct node *root, struct blocks *ret)
{
	struct laying w = { a, ret };
	*ret = (struct blocks){ 0 };
	for (const struct node *n = root ? root->first : NULL; n; n = n->next) {
		if (ret->units.n >= BLOCKS_MOST) {
			ret->more = true;
			return;
		}
		if (n->kind != NODE_RUN)
			add_block(&w, n);
	}
}

size_t blocks_find(const struct blocks *b, struct source at)
{
	size_t best = NO_UNIT;
	for (size_t i = 0; i < b->units.n; i++) {
		struct source x = b->units.at[i].at;
		if (at.table && at.row && x.table == at.table && x.row == at.row)
			return i;
		if (at.line && x.line && x.line <= at.line && x.page <= at.page + (at.page ? 0 : x.page))
			best = i;
		else if (!at.line && at.page && x.page == at.page && best == NO_UNIT)
			best = i;
	}
	return best;
}
