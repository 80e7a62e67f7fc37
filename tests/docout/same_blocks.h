/* same_blocks.h -- that a file holds the document it was written from: blocks, texts, markers, heading rows, spans. After cmocka.h. */
#ifndef TESTS_SAME_BLOCKS_H
#define TESTS_SAME_BLOCKS_H
#include "doc/node.h"

/* What must come back, a block a line. Which paragraphs are headings is kept of headings only: the reader also takes what looks like one.
 * A number of a list comes back as the beginning of its text. */
static inline void flat(struct arena *a, struct buf *b, const struct node *n)
{
	for (const struct node *c = n->first; c; c = c->next) {
		if (c->kind == NODE_TABLE || c->kind == NODE_ROW || c->kind == NODE_CELL) {
			const char *what = c->kind == NODE_CELL ? "<%dx%d>" : c->kind == NODE_ROW ? "row %d" : "table";
			buf_fmt(b, what, c->kind == NODE_ROW ? c->header : c->colspan, c->rowspan);
			flat(a, b, c);
			buf_put(b, S("\n"));
			continue;
		}
		if (c->kind == NODE_CHART)
			continue;
		if (c->kind == NODE_HEADING && !c->formal)
			buf_put(b, S("# "));
		if (c->kind == NODE_ITEM && strchr("-+", c->marker.p[0]))
			buf_fmt(b, "[%d] ", c->level);
		if (c->kind == NODE_ITEM)
			buf_fmt(b, "%.*s ", SF(c->marker));
		buf_fmt(b, "%.*s\n", SF(node_text(a, c, NULL)));
	}
}

/* The lines of have without the marks of headings where want has none. */
static inline void assert_same_blocks(struct arena *a, const struct node *want, const struct node *have)
{
	struct buf w = buf_open(a), h = buf_open(a);
	flat(a, &w, want);
	flat(a, &h, have);
	str x = buf_str(&w), y = buf_str(&h);
	while (x.n || y.n) {
		size_t i = str_find(x, S("\n"), 0), k = str_find(y, S("\n"), 0);
		str line = str_sub(x, 0, i), other = str_sub(y, 0, k);
		if (str_starts(other, S("# ")) && !str_starts(line, S("# ")))
			other = str_sub(other, 2, other.n);
		if (!str_eq(line, other))
			fail_msg("want %.*s\nhave %.*s", SF(line), SF(other));
		x = str_sub(x, i + 1, x.n);
		y = str_sub(y, k + 1, y.n);
	}
}

/* What a program made of the file has every text of it. */
static inline void assert_texts_in(struct arena *a, const struct node *n, str in)
{
	for (const struct node *c = n->first; c; c = c->next) {
		if (c->kind == NODE_TABLE || c->kind == NODE_ROW || c->kind == NODE_CELL) {
			assert_texts_in(a, c, in);
			continue;
		}
		str text = c->kind == NODE_CHART ? (str){ 0 } : node_text(a, c, NULL);
		if (str_find(in, text, 0) == in.n && text.n)
			fail_msg("lost: %.*s", SF(text));
	}
}

#endif
