#include "doc/node.h"

struct node *node_new(struct arena *a, enum node_kind kind, struct place from)
{
	struct node *n = make(a, struct node);
	*n = (struct node){ .kind = kind, .from = from, .colspan = 1, .rowspan = 1 };
	return n;
}

void node_append(struct node *parent, struct node *child)
{
	child->parent = parent;
	child->next = NULL;
	if (parent->last)
		parent->last->next = child;
	else
		parent->first = child;
	parent->last = child;
}

struct node *node_add(struct arena *a, struct node *parent, enum node_kind kind, struct place from)
{
	struct node *n = node_new(a, kind, from);
	if (parent)
		node_append(parent, n);
	return n;
}

struct node *node_run(struct arena *a, struct node *parent, str text, struct place from)
{
	struct node *n = node_add(a, parent, NODE_RUN, from);
	n->text = text;
	return n;
}

/* Visits the tree in reading order without recursion, so depth costs no stack. */
void doc_walk(const struct node *root, node_fn *fn, void *ctx)
{
	const struct node *n = root;
	for (;;) {
		enum walk w = fn(ctx, n, ENTER);
		if (n->kind != NODE_RUN && w == WALK_ON && n->first) {
			n = n->first;
			continue;
		}
		if (n->kind != NODE_RUN)
			fn(ctx, n, LEAVE);
		while (n != root && !n->next) {
			n = n->parent;
			fn(ctx, n, LEAVE);
		}
		if (n == root)
			return;
		n = n->next;
	}
}

struct gather { struct arena *a; struct buf text; text_marks *marks; const struct node *block; };

static enum walk gather(void *ctx, const struct node *n, enum edge edge)
{
	struct gather *g = ctx;
	if (n->kind != NODE_RUN || edge == LEAVE)
		return WALK_ON;
	if (g->block && n->parent != g->block)
		buf_put(&g->text, S("\n"));
	g->block = n->parent;
	if (g->marks)
		*vec_add(g->a, g->marks) = (struct text_mark){ g->text.n, n->from };
	buf_put(&g->text, n->text);
	return WALK_ON;
}

/* The run that is all there is below n, or NULL. */
static const struct node *only_run(const struct node *n)
{
	while (n->kind != NODE_RUN && n->first && !n->first->next)
		n = n->first;
	return n->kind == NODE_RUN ? n : NULL;
}

/* A paragraph of runs alone, whose room is known; anything else is walked. */
static bool runs_text(struct arena *a, const struct node *first, text_marks *marks, str *ret)
{
	size_t length = 0, runs = 0;
	for (const struct node *n = first; n; n = n->next, runs++) {
		if (n->kind != NODE_RUN)
			return false;
		length += n->text.n;
	}
	struct buf b = { .a = a, .p = make_n(a, char, length + 1), .cap = length + 1 };
	if (marks && !marks->n) {
		marks->at = make_n(a, struct text_mark, runs);
		marks->cap = runs;
	}
	for (const struct node *n = first; n; n = n->next) {
		if (marks)
			*vec_add(a, marks) = (struct text_mark){ b.n, n->from };
		buf_put(&b, n->text);
	}
	*ret = buf_str(&b);
	return true;
}

str node_text(struct arena *a, const struct node *n, text_marks *marks)
{
	/* Nearly every paragraph and cell is one run: no copy then. */
	const struct node *only = only_run(n);
	if (!n->first && !only)
		return (str){ "", 0 };
	if (only) {
		if (marks) {
			*marks = (text_marks){ make(a, struct text_mark), 1, 1 };
			marks->at[0] = (struct text_mark){ 0, only->from };
		}
		return only->text;
	}
	str text;
	if (n->kind != NODE_RUN && runs_text(a, n->first, marks, &text))
		return text;
	struct gather g = { .a = a, .text = buf_open(a), .marks = marks };
	doc_walk(n, gather, &g);
	return buf_str(&g.text);
}
