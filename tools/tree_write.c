/* tree_write -- a document as Markdown or HTML, so that tests/formats/make can have it in every format
 *
 *     tree_write markdown|html|tables FILE
 *
 * The file is read and its tables are put back (extract/restore.h); what is printed is the tree, not the file. html: the paper of
 * docout/, on its side where a table is wide, in words that LibreOffice knows; tables: the tables alone, for a spreadsheet. */
#include "base/escape.h"
#include "docin/read.h"
#include "docout/render.h"
#include "extract/extract.h"
#include <stdio.h>
#include <stdlib.h>

enum { TREE_MEMORY = 256 << 20, WIDE = 5 };

static void die(const struct err *e)
{
	fprintf(stderr, "tree_write: %s\n", e->message);
	exit(1);
}

static str rendered(struct arena *a, const struct renderer *by, const struct node *root)
{
	struct err e = { 0 };
	str bytes;
	if (!by->render(a, root, &bytes, &e))
		die(&e);
	return bytes;
}

static str markdown(struct arena *a, const struct node *root) { return rendered(a, &render_md, root); }

/* -- HTML ------------------------------------------------------------------------------------------- */

static int columns(const struct node *row)
{
	int n = 0;
	for (const struct node *c = row->first; c; c = c->next)
		n += c->colspan;
	return n;
}

static bool is_wide(const struct node *root)
{
	for (const struct node *t = root->first; t; t = t->next)
		if (t->kind == NODE_TABLE && t->first && columns(t->first) >= WIDE)
			return true;
	return false;
}

/* LibreOffice knows no named pages, and draws the rules of no table without border=1. */
static str html(struct arena *a, const struct node *root)
{
	struct buf b = buf_open(a);
	str all = rendered(a, &render_html, root);
	size_t head = str_find(all, S("</head>"), 0);
	buf_put(&b, str_sub(all, 0, head));
	buf_fmt(&b, "<style>@page { size: %s; margin: 2cm }</style>\n", is_wide(root) ? "29.7cm 21cm" : "21cm 29.7cm");
	for (size_t at = head, end; at < all.n; at = end) {
		end = str_find(all, S("<table"), at) + strlen("<table");
		buf_put(&b, str_sub(all, at, end));
		buf_put(&b, end <= all.n ? S(" border=1 cellspacing=0 cellpadding=7 width=\"100%\"") : S(""));
	}
	return buf_str(&b);
}

/* -- tables for a spreadsheet ------------------------------------------------------------------------ */

/* A figure becomes a number that is shown as it was printed, but for codes, which people keep as text. */
static void put_type(struct buf *b, const struct node *cell)
{
	static const char zeroes[] = "0000000000";
	str s = str_trim(node_text(b->a, cell, NULL));
	char value[12] = "";
	size_t point = s.n;
	for (size_t i = 0; i < s.n; i++)
		if (memchr(".,", s.p[i], 2))
			point = point == s.n ? i : 0;
	bool figure = s.n && s.n < sizeof value && strspn(str_copy(b->a, s).p, "0123456789.,") == s.n && point && point + 1 != s.n;
	if (!figure || cell->parent->first == cell) {
		buf_put(b, S(" sdnum=\"1033;0;@\""));
		return;
	}
	memcpy(value, s.p, s.n);
	value[point] = point < s.n ? '.' : 0;
	int decimals = point < s.n ? (int)(s.n - point - 1) : 0;
	buf_fmt(b, " sdval=\"%s\" sdnum=\"1033;0;0%s%.*s\"", value, decimals ? "." : "", decimals, zeroes);
}

static enum walk put_node(void *ctx, const struct node *n, enum edge edge)
{
	static const char *const tags[] = { [NODE_TABLE] = "table", [NODE_ROW] = "tr", [NODE_PARA] = "p", [NODE_ITEM] = "p", [NODE_LINE] = "p" };
	struct buf *b = ctx;
	if (n->kind == NODE_RUN) {
		escape_html(b, n->text);
	} else if (n->kind == NODE_CELL && edge == ENTER) {
		buf_fmt(b, "<td valign=top colspan=%d rowspan=%d", n->colspan, n->rowspan);
		put_type(b, n);
		buf_put(b, S(">"));
	} else if (n->kind == NODE_CELL) {
		buf_put(b, S("</td>\n"));
	} else if (n->kind < COUNT(tags) && tags[n->kind]) {
		buf_fmt(b, "<%s%s>%s", edge == LEAVE ? "/" : "", tags[n->kind], edge == LEAVE ? "\n" : "");
		if (edge == ENTER && n->kind == NODE_ITEM)
			buf_fmt(b, "%.*s ", SF(n->marker));
	}
	return WALK_ON;
}

static str tables(struct arena *a, const struct node *root)
{
	struct buf b = buf_open(a);
	buf_put(&b, S("<!DOCTYPE html>\n<html lang=\"vi\"><head><meta charset=\"utf-8\"></head><body>\n"));
	for (const struct node *t = root->first; t; t = t->next)
		if (t->kind == NODE_TABLE)
			doc_walk(t, put_node, &b);
	buf_put(&b, S("</body></html>\n"));
	return buf_str(&b);
}

/* --------------------------------------------------------------------------------------------------- */

static const struct { const char *name; str (*write)(struct arena *a, const struct node *root); } forms[] = {
	{ "markdown", markdown }, { "html", html }, { "tables", tables },
};

int main(int argc, char **argv)
{
	CLEANUP(arena_close) struct arena *a = arena_open(TREE_MEMORY);
	struct reading r = { 0 };
	struct err e = { 0 };
	size_t i = 0;
	while (argc == 3 && i < COUNT(forms) && strcmp(argv[1], forms[i].name))
		i++;
	if (argc != 3 || i == COUNT(forms)) {
		fprintf(stderr, "usage: tree_write markdown|html|tables FILE\n");
		return 2;
	}
	if (!read_path(a, argv[2], &r, &e) || !r.root)
		die(&e);
	restore(a, r.root);
	str out = forms[i].write(a, r.root);
	return fwrite(out.p, 1, out.n, stdout) != out.n;
}
