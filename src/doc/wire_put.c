#include "doc/chart.h"
#include "doc/wire.h"
#include "doc/wire_parts.h"

enum { HEAD_MAX = 96 };

struct head { char at[HEAD_MAX]; size_t n; };                 /* a node without its text, put at once */

static void put_number(struct head *h, uint64_t n)
{
	for (; n > 0x7F; n >>= 7)
		h->at[h->n++] = (char)(n | 0x80);
	h->at[h->n++] = (char)n;
}

/* Which of them differ, and by how much; the sign is the lowest bit. */
static void put_place(struct head *h, const struct place *before, const struct place *p)
{
	int old[PLACES], now[PLACES];
	wire_places(before, old);
	wire_places(p, now);
	size_t mask = h->n++;
	h->at[mask] = 0;
	for (int i = 0; i < PLACES; i++) {
		int64_t by = (int64_t)now[i] - old[i];
		if (!by)
			continue;
		h->at[mask] = (char)(h->at[mask] | 1 << i);
		put_number(h, by < 0 ? (uint64_t)-by << 1 | 1 : (uint64_t)by << 1);
	}
}

static bool is_built(const struct node *n)
{
	return n->formal || n->begins || n->plain || (n->kind == NODE_DOC && n->title.n) || (n->kind == NODE_TABLE && n->widths.n) ||
	       n->kind == NODE_CHART;
}

static unsigned flags_of(const struct node *n)
{
	unsigned built = is_built(n) ? FLAG_BUILT : 0;
	switch ((int)n->kind) {
	case NODE_ROW:  return n->header;
	case NODE_CELL: return n->number;
	case NODE_RUN:  return (unsigned)n->bold | (unsigned)n->italic << 1;
	default:        return built;
	}
}

static str put_own(struct head *h, const struct node *n)
{
	switch (n->kind) {
	case NODE_HEADING:
		put_number(h, (unsigned)n->level);
		break;
	case NODE_ITEM:
		put_number(h, (unsigned)n->level);
		return n->marker;
	case NODE_CELL:
		put_number(h, (unsigned)n->colspan);
		put_number(h, (unsigned)n->rowspan);
		break;
	case NODE_LINE:
		put_number(h, (unsigned)n->gap);
		put_number(h, (unsigned)n->hard);
		return n->lead;
	case NODE_RUN:
		return n->text;
	case NODE_DOC: case NODE_PARA: case NODE_TABLE: case NODE_ROW: case NODE_CHART:
		break;
	}
	return (str){ 0 };
}

static bool has_text(enum node_kind k) { return k == NODE_ITEM || k == NODE_LINE || k == NODE_RUN; }

/* -- what builders of documents add ------------------------------------------------------------------- */

static void put_widths(struct buf *b, const struct widths *w)
{
	wire_put_number(b, w->n);
	for (size_t i = 0; i < w->n; i++)
		wire_put_number(b, (uint64_t)w->at[i]);
}

static void put_chart(struct buf *b, const struct chart *c)
{
	wire_put_number(b, c->kind);
	wire_put_text(b, c->title);
	wire_put_text(b, c->unit);
	wire_put_text(b, c->first);
	wire_put_number(b, (uint64_t)c->decimals);
	wire_put_number(b, c->labels);
	wire_put_number(b, c->series);
	for (size_t i = 0; i < c->labels; i++)
		wire_put_text(b, c->label[i]);
	for (size_t i = 0; i < c->series; i++) {
		wire_put_text(b, c->of[i].name);
		for (size_t k = 0; k < c->labels; k++) {
			int64_t v = c->of[i].values[k];
			wire_put_number(b, v != CHART_NONE);
			if (v != CHART_NONE)
				wire_put_signed(b, v);
		}
	}
}

static void put_built(struct buf *b, const struct node *n)
{
	wire_put_number(b, n->formal);
	wire_put_number(b, n->begins);
	wire_put_number(b, n->plain);
	if (n->kind == NODE_DOC)
		wire_put_text(b, n->title);
	if (n->kind == NODE_TABLE)
		put_widths(b, &n->widths);
	if (n->kind == NODE_CHART)
		put_chart(b, n->chart);
}

/* -- the tree ----------------------------------------------------------------------------------------- */

struct writing { struct buf *b; struct place before; };

static enum walk put_node(void *ctx, const struct node *n, enum edge edge)
{
	struct writing *w = ctx;
	if (edge == LEAVE) {
		buf_put(w->b, (str){ "\0", 1 });
		return WALK_ON;
	}
	struct head h = { .n = 1 };
	unsigned flags = flags_of(n);
	h.at[0] = (char)(((unsigned)n->kind + 1) | flags << KIND_BITS);
	put_place(&h, &w->before, &n->from);
	str own = put_own(&h, n);
	if (has_text(n->kind))
		put_number(&h, own.n);
	buf_put(w->b, (str){ h.at, h.n });
	buf_put(w->b, own);
	if (flags & FLAG_BUILT)
		put_built(w->b, n);
	w->before = n->from;
	return WALK_ON;
}

void wire_put_tree(struct buf *b, const struct node *root)
{
	struct writing w = { .b = b };
	doc_walk(root, put_node, &w);
}
