#include "doc/chart.h"
#include "doc/wire.h"
#include "doc/wire_parts.h"

static struct place get_place(struct wire *w, const struct place *before)
{
	int n[PLACES];
	unsigned mask = wire_byte(w);
	wire_places(before, n);
	for (int i = 0; i < PLACES; i++) {
		if (!(mask & 1U << i))
			continue;
		int64_t now = n[i] + wire_signed(w, WIRE_PLACE_MAX);
		if (now < 0 || now > WIRE_PLACE_MAX)
			wire_wrong(w, "place out of range");
		n[i] = w->bad ? 0 : (int)now;
	}
	if (mask >> PLACES)
		wire_wrong(w, "place unknown");
	if (n[5] > 100)
		wire_wrong(w, "surer than sure");
	return (struct place){ n[0], n[1], n[2], n[3], n[4], n[5] };
}

static int number(struct wire *w, int least, int most)
{
	int n = (int)wire_number(w, (uint64_t)most);
	if (n < least)
		wire_wrong(w, "number out of range");
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
}

/* -- what builders of documents add ------------------------------------------------------------------- */

static void get_widths(struct wire *w, struct arena *a, struct widths *ret)
{
	size_t n = (size_t)wire_number(w, WIRE_WIDTHS_MAX);
	int *at = make_n(a, int, n + 1);
	for (size_t i = 0; i < n; i++)
		at[i] = number(w, 0, WIRE_WIDTH_MAX);
	*ret = (struct widths){ at, n };
}

static const struct chart *get_chart(struct wire *w, struct arena *a)
{
	struct chart *c = make(a, struct chart);
	c->kind = (enum chart_kind)wire_number(w, CHART_STACKED);
	c->title = wire_text(w);
	c->unit = wire_text(w);
	c->first = wire_text(w);
	c->decimals = number(w, 0, WIRE_DECIMALS_MAX);
	c->labels = (size_t)wire_number(w, CHART_LABELS_MAX);
	c->series = (size_t)wire_number(w, CHART_SERIES_MAX);
	str *label = make_n(a, str, c->labels + 1);
	struct chart_series *of = make_n(a, struct chart_series, c->series + 1);
	for (size_t i = 0; i < c->labels; i++)
		label[i] = wire_text(w);
	for (size_t i = 0; i < c->series; i++) {
		int64_t *values = make_n(a, int64_t, c->labels + 1);
		of[i].name = wire_text(w);
		for (size_t k = 0; k < c->labels; k++)
			values[k] = wire_number(w, 1) ? wire_signed(w, WIRE_VALUE_MAX) : CHART_NONE;
		of[i].values = values;
	}
	c->label = label;
	c->of = of;
	return c;
}

#define BIT(kind) (1U << (kind))
#define BLOCKS    (BIT(NODE_HEADING) | BIT(NODE_PARA) | BIT(NODE_ITEM) | BIT(NODE_TABLE))

static void get_built(struct wire *w, struct arena *a, struct node *n)
{
	n->formal = (unsigned char)wire_number(w, FORMALS - 1);
	n->begins = (unsigned char)wire_number(w, BEGINS_LANDSCAPE);
	n->plain = wire_number(w, 1);
	if (n->kind == NODE_DOC)
		n->title = wire_text(w);
	if (n->kind == NODE_TABLE)
		get_widths(w, a, &n->widths);
	if (n->kind == NODE_CHART)
		n->chart = get_chart(w, a);
	if ((n->formal && !(BIT(n->kind) & (BIT(NODE_HEADING) | BIT(NODE_PARA) | BIT(NODE_ITEM)))) || (n->plain && n->kind != NODE_TABLE) ||
	    (n->begins && (!n->parent || n->parent->kind != NODE_DOC)))
		wire_wrong(w, "formal where none may be");
}

/* -- the tree ----------------------------------------------------------------------------------------- */

static unsigned flags_for(enum node_kind k, bool built)
{
	switch ((int)k) {
	case NODE_RUN:              return 3;
	case NODE_ROW: case NODE_CELL: return 1;
	case NODE_LINE:             return 0;
	default:                    return built ? FLAG_BUILT : 0;
	}
}

static const unsigned may_hold[] = {
	[NODE_DOC] = BLOCKS | BIT(NODE_LINE), [NODE_TABLE] = BIT(NODE_ROW), [NODE_ROW] = BIT(NODE_CELL), [NODE_CELL] = BLOCKS,
	[NODE_HEADING] = BIT(NODE_RUN), [NODE_PARA] = BIT(NODE_RUN), [NODE_ITEM] = BIT(NODE_RUN), [NODE_LINE] = BIT(NODE_RUN),
	[NODE_RUN] = 0, [NODE_CHART] = 0,
};

static unsigned may_stand(const struct node *parent, bool built)
{
	if (!parent)
		return BIT(NODE_DOC);
	return may_hold[parent->kind] | (built && parent->kind == NODE_DOC ? BIT(NODE_CHART) : 0);
}

struct getting { struct arena *a; bool built; struct place before; };

static struct node *get_node(struct wire *w, struct getting *g, struct node *parent, unsigned tag)
{
	unsigned kind = (tag & ((1U << KIND_BITS) - 1)) - 1, flags = tag >> KIND_BITS;
	if (kind > NODE_CHART || !(may_stand(parent, g->built) & BIT(kind)))
		return wire_wrong(w, "a node where none of its kind may stand"), NULL;
	struct node *n = node_add(g->a, parent, (enum node_kind)kind, get_place(w, &g->before));
	get_own(w, n, flags);
	if (flags & ~flags_for(n->kind, g->built) || (n->kind == NODE_CHART && !flags))
		wire_wrong(w, "flag unknown");
	if (!w->bad && flags & FLAG_BUILT)
		get_built(w, g->a, n);
	g->before = n->from;
	return n;
}

static struct node *get_tree(struct wire *w, struct arena *a, bool built)
{
	struct getting g = { .a = a, .built = built };
	struct node *root = NULL, *at = NULL;
	for (int depth = 0, nodes = 0; !w->bad && (at || !root);) {
		unsigned tag = wire_byte(w);
		if (tag == END && at) {
			at = at->parent;
			depth--;
			continue;
		}
		struct node *n = get_node(w, &g, at, tag);
		if (!n || w->bad)
			break;
		if (++nodes > DOC_NODES_MAX + 1 || depth > DOC_DEPTH_MAX + 1)     /* the document itself; a block and its run */
			wire_wrong(w, "too many nodes, or too deep");
		root = root ? root : n;
		if (n->kind == NODE_RUN)
			continue;
		at = n;
		depth++;
	}
	return w->bad ? NULL : root;
}

struct node *wire_tree(struct wire *w, struct arena *a) { return get_tree(w, a, false); }
struct node *wire_document(struct wire *w, struct arena *a) { return get_tree(w, a, true); }
