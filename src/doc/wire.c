#include "doc/wire.h"
#include <unistr.h>

enum { END = 0, KIND_BITS = 4, PLACES = 6, HEAD_MAX = 96 };

/* -- writing ----------------------------------------------------------------------------------------- */

struct head { char at[HEAD_MAX]; size_t n; };                 /* a node without its text, put at once */

static void put_number(struct head *h, uint64_t n)
{
	for (; n > 0x7F; n >>= 7)
		h->at[h->n++] = (char)(n | 0x80);
	h->at[h->n++] = (char)n;
}

void wire_put_number(struct buf *b, uint64_t n)
{
	struct head h = { .n = 0 };
	put_number(&h, n);
	buf_put(b, (str){ h.at, h.n });
}

void wire_put_text(struct buf *b, str s)
{
	wire_put_number(b, s.n);
	buf_put(b, s);
}

static void numbers_of(const struct place *p, int n[PLACES])
{
	n[0] = p->line, n[1] = p->page, n[2] = p->table, n[3] = p->row, n[4] = p->cell, n[5] = p->sure;
}

/* Which of them differ, and by how much; the sign is the lowest bit. */
static void put_place(struct head *h, const struct place *before, const struct place *p)
{
	int old[PLACES], now[PLACES];
	numbers_of(before, old);
	numbers_of(p, now);
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

static unsigned flags_of(const struct node *n)
{
	switch ((int)n->kind) {
	case NODE_ROW:  return n->header;
	case NODE_CELL: return n->number;
	case NODE_RUN:  return (unsigned)n->bold | (unsigned)n->italic << 1;
	default:        return 0;
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

struct writing { struct buf *b; struct place before; };

static enum walk put_node(void *ctx, const struct node *n, enum edge edge)
{
	struct writing *w = ctx;
	if (edge == LEAVE) {
		buf_put(w->b, (str){ "\0", 1 });
		return WALK_ON;
	}
	struct head h = { .n = 1 };
	h.at[0] = (char)(((unsigned)n->kind + 1) | flags_of(n) << KIND_BITS);
	put_place(&h, &w->before, &n->from);
	str own = put_own(&h, n);
	if (has_text(n->kind))
		put_number(&h, own.n);
	buf_put(w->b, (str){ h.at, h.n });
	buf_put(w->b, own);
	w->before = n->from;
	return WALK_ON;
}

void wire_put_tree(struct buf *b, const struct node *root)
{
	struct writing w = { .b = b };
	doc_walk(root, put_node, &w);
}

/* -- reading ----------------------------------------------------------------------------------------- */

static bool bad(struct wire *w, const char *what)
{
	if (!w->bad)
		w->bad = what;
	w->p = w->end;
	return false;
}

static unsigned byte(struct wire *w)
{
	if (w->p < w->end)
		return (unsigned char)*w->p++;
	bad(w, "cut off");
	return 0;
}

uint64_t wire_number(struct wire *w, uint64_t most)
{
	uint64_t n = 0;
	for (unsigned shift = 0; shift < 63; shift += 7) {
		unsigned b = byte(w);
		n |= (uint64_t)(b & 0x7F) << shift;
		if (b & 0x80)
			continue;
		if (n <= most)
			return n;
		break;
	}
	bad(w, "number out of range");
	return 0;
}

str wire_bytes(struct wire *w)
{
	size_t n = wire_number(w, (uint64_t)(w->end - w->p));
	if (n > (size_t)(w->end - w->p))
		return bad(w, "text cut off"), (str){ "", 0 };
	w->p += n;
	return (str){ w->p - n, n };
}

str wire_text(struct wire *w)
{
	str s = wire_bytes(w);
	if (!s.n || !u8_check((const uint8_t *)s.p, s.n))
		return s;
	bad(w, "text is not UTF-8");
	return (str){ "", 0 };
}

static struct place get_place(struct wire *w, const struct place *before)
{
	int n[PLACES];
	unsigned mask = byte(w);
	numbers_of(before, n);
	for (int i = 0; i < PLACES; i++) {
		if (!(mask & 1U << i))
			continue;
		uint64_t by = wire_number(w, (uint64_t)WIRE_PLACE_MAX << 1 | 1);
		int64_t now = n[i] + (by & 1 ? -(int64_t)(by >> 1) : (int64_t)(by >> 1));
		if (now < 0 || now > WIRE_PLACE_MAX)
			bad(w, "place out of range");
		n[i] = w->bad ? 0 : (int)now;
	}
	if (mask >> PLACES)
		bad(w, "place unknown");
	if (n[5] > 100)
		bad(w, "surer than sure");
	return (struct place){ n[0], n[1], n[2], n[3], n[4], n[5] };
}

static int number(struct wire *w, int least, int most)
{
	int n = (int)wire_number(w, (uint64_t)most);
	if (n < least)
		bad(w, "number out of range");
	return n;
}

static void get_own(struct wire *w, struct node *n, unsigned flags)
{
	switch (n->kind) {
	case NODE_HEADING:
		n->level = number(w, 0, DOC_DEPTH_MAX);
		break;
	case NODE_ITEM:
		n->level = number(w, 0, DOC_DEPTH_MAX);
		n->marker = wire_text(w);
		break;
	case NODE_CELL:
		n->colspan = number(w, 1, WIRE_SPAN_MAX);
		n->rowspan = number(w, 1, WIRE_SPAN_MAX);
		n->number = flags & 1;
		break;
	case NODE_ROW:
		n->header = flags & 1;
		break;
	case NODE_LINE:
		n->gap = number(w, 0, WIRE_PLACE_MAX);
		n->hard = number(w, 0, n->gap);
		n->lead = wire_text(w);
		break;
	case NODE_RUN:
		n->bold = flags & 1;
		n->italic = flags & 2;
		n->text = wire_text(w);
		break;
	case NODE_DOC: case NODE_PARA: case NODE_TABLE: case NODE_CHART:
		break;
	}
	if (flags > (n->kind == NODE_RUN ? 3U : n->kind == NODE_ROW || n->kind == NODE_CELL ? 1U : 0U))
		bad(w, "flag unknown");
}

#define BIT(kind) (1U << (kind))
#define BLOCKS    (BIT(NODE_HEADING) | BIT(NODE_PARA) | BIT(NODE_ITEM) | BIT(NODE_TABLE))

static const unsigned may_hold[] = {
	[NODE_DOC] = BLOCKS | BIT(NODE_LINE), [NODE_TABLE] = BIT(NODE_ROW), [NODE_ROW] = BIT(NODE_CELL), [NODE_CELL] = BLOCKS,
	[NODE_HEADING] = BIT(NODE_RUN), [NODE_PARA] = BIT(NODE_RUN), [NODE_ITEM] = BIT(NODE_RUN), [NODE_LINE] = BIT(NODE_RUN),
	[NODE_RUN] = 0,
};

static struct node *get_node(struct wire *w, struct arena *a, struct node *parent, const struct place *before, unsigned tag)
{
	unsigned kind = (tag & ((1U << KIND_BITS) - 1)) - 1;
	if (kind > NODE_RUN || !((parent ? may_hold[parent->kind] : BIT(NODE_DOC)) & BIT(kind)))
		return bad(w, "a node where none of its kind may stand"), NULL;
	struct node *n = node_add(a, parent, (enum node_kind)kind, get_place(w, before));
	get_own(w, n, tag >> KIND_BITS);
	return n;
}

struct node *wire_tree(struct wire *w, struct arena *a)
{
	struct place before = { 0 };
	struct node *root = NULL, *at = NULL;
	for (int depth = 0, nodes = 0; !w->bad && (at || !root);) {
		unsigned tag = byte(w);
		if (tag == END && at) {
			at = at->parent;
			depth--;
			continue;
		}
		struct node *n = get_node(w, a, at, &before, tag);
		if (!n || w->bad)
			break;
		if (++nodes > DOC_NODES_MAX + 1 || depth > DOC_DEPTH_MAX + 1)     /* the document itself; a block and its run */
			bad(w, "too many nodes, or too deep");
		before = n->from;
		root = root ? root : n;
		if (n->kind == NODE_RUN)
			continue;
		at = n;
		depth++;
	}
	return w->bad ? NULL : root;
}
