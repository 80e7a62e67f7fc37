/* tree_write -- a document as Markdown or HTML, so that tests/formats/make can have it in every format
 *
 *     tree_write markdown|html|tables FILE
 *
 * The file is read and its tables are put back (extract/restore.h); what is printed is the tree, not the file. html: a whole
 * page, on its side where a table is wide, as LibreOffice takes it; tables: the tables alone, for a spreadsheet. */
#include "docin/read.h"
#include "extract/extract.h"
#include <stdio.h>
#include <stdlib.h>

enum { TREE_MEMORY = 256 << 20, WIDE = 5 };

struct writing { struct arena *a; bool typed, in_cell; int rows; };    /* typed: cells for a spreadsheet */

static bool is_first(const struct node *n) { return n->parent->first == n; }

static void escape(str s, const char *special, const char *(*name)(char c))
{
	for (size_t i = 0; i < s.n; i++)
		if (memchr(special, s.p[i], strlen(special)))
			fputs(name(s.p[i]), stdout);
		else
			putchar(s.p[i]);
}

/* -- HTML ------------------------------------------------------------------------------------------- */

static const char *html_name(char c) { return c == '<' ? "&lt;" : c == '>' ? "&gt;" : "&amp;"; }

static void html_run(const struct node *n)
{
	printf("%s%s", n->bold ? "<b>" : "", n->italic ? "<i>" : "");
	escape(n->text, "<>&", html_name);
	printf("%s%s", n->italic ? "</i>" : "", n->bold ? "</b>" : "");
}

static void html_block(const struct node *n, const char *tag, int level, enum edge edge)
{
	char number[2] = { (char)('0' + (level > 6 ? 6 : level)), 0 };
	printf("<%s%s%s>%s", edge == LEAVE ? "/" : "", tag, level ? number : "", edge == LEAVE ? "\n" : "");
	if (edge == ENTER && n->marker.n)
		printf("%.*s ", SF(n->marker));
}

/* A figure becomes a number that is shown as it was printed, but for codes, which people keep as text. */
static void html_type(const struct writing *w, const struct node *cell)
{
	static const char zeroes[] = "0000000000";
	str s = str_trim(node_text(w->a, cell, NULL));
	char value[12] = "";
	size_t point = s.n;
	for (size_t i = 0; i < s.n; i++)
		if (memchr(".,", s.p[i], 2))
			point = point == s.n ? i : 0;
	bool figure = s.n && s.n < sizeof value && strspn(str_copy(w->a, s).p, "0123456789.,") == s.n && point && point + 1 != s.n;
	if (!figure || is_first(cell)) {
		fputs(" sdnum=\"1033;0;@\"", stdout);
		return;
	}
	memcpy(value, s.p, s.n);
	value[point] = point < s.n ? '.' : 0;
	int decimals = point < s.n ? (int)(s.n - point - 1) : 0;
	printf(" sdval=\"%s\" sdnum=\"1033;0;0%s%.*s\"", value, decimals ? "." : "", decimals, zeroes);
}

static void html_cell(const struct writing *w, const struct node *n)
{
	printf("<td valign=top colspan=%d rowspan=%d", n->colspan, n->rowspan);
	if (w->typed)
		html_type(w, n);
	putchar('>');
}

static enum walk html_node(void *ctx, const struct node *n, enum edge edge)
{
	const struct writing *w = ctx;
	switch (n->kind) {
	case NODE_RUN:     html_run(n); break;
	case NODE_HEADING: html_block(n, "h", n->level, edge); break;
	case NODE_LINE:
	case NODE_PARA:
	case NODE_ITEM:    html_block(n, "p", 0, edge); break;
	case NODE_TABLE:   puts(edge == ENTER ? "<table border=1 cellspacing=0 cellpadding=7 width=\"100%\">" : "</table>"); break;
	case NODE_ROW:     puts(edge == LEAVE ? "</tr>" : n->header && is_first(n) ? "<thead><tr>" : "<tr>"); break;
	case NODE_CELL:
		if (edge == ENTER)
			html_cell(w, n);
		else
			puts("</td>");
		break;
	case NODE_DOC:
	case NODE_CHART:   break;
	}
	if (n->kind == NODE_ROW && edge == LEAVE && n->header && is_first(n))
		puts("</thead>");
	return WALK_ON;
}

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

static void write_html(struct writing *w, const struct node *root)
{
	puts("<!DOCTYPE html>\n<html lang=\"vi\"><head><meta charset=\"utf-8\"><style>");
	printf("@page { size: %s; margin: 2cm }\n", is_wide(root) ? "29.7cm 21cm" : "21cm 29.7cm");
	puts("body, p, td, h1, h2, h3, h4, h5, h6 { font-family: 'Liberation Serif'; font-size: 13pt; color: black }");
	puts("h1, h2 { text-align: center }\nh1 { page-break-before: always }\ntd p { margin: 0; font-size: 12pt }\n</style></head><body>");
	doc_walk(root, html_node, w);
	puts("</body></html>");
}

static void write_tables(struct writing *w, const struct node *root)
{
	w->typed = true;
	puts("<!DOCTYPE html>\n<html lang=\"vi\"><head><meta charset=\"utf-8\"></head><body>");
	for (const struct node *t = root->first; t; t = t->next)
		if (t->kind == NODE_TABLE)
			doc_walk(t, html_node, w);
	puts("</body></html>");
}

/* -- Markdown --------------------------------------------------------------------------------------- */

static const char *markdown_name(char c)
{
	static const char *const names[] = { "\\*", "\\_", "\\|", "&lt;", "&amp;", "\\`", "\\#", "\\~" };
	return names[strchr("*_|<&`#~", c) - "*_|<&`#~"];
}

/* "1." at the beginning of a paragraph would begin a list, "-" too. */
static str markdown_start(str s)
{
	size_t i = 0;
	while (i < s.n && s.p[i] >= '0' && s.p[i] <= '9')
		i++;
	if (i < s.n && (strchr("-+=", s.p[i]) ? !i : i && (s.p[i] == '.' || s.p[i] == ')'))) {
		printf("%.*s\\%c", (int)i, s.p, s.p[i]);
		return str_sub(s, i + 1, s.n);
	}
	return s;
}

static void markdown_run(const struct writing *w, const struct node *n)
{
	bool begins = is_first(n) && n->parent->kind == NODE_PARA && !w->in_cell;
	escape(begins ? markdown_start(n->text) : n->text, "*_|<&`#~", markdown_name);
}

static void markdown_cell(struct writing *w, const struct node *n, enum edge edge)
{
	if (n->kind == NODE_CELL) {
		w->in_cell = edge == ENTER;
		fputs(edge == ENTER ? " " : " |", stdout);
	} else if (edge == ENTER) {
		fputs(is_first(n) ? "" : "<br>", stdout);
		if (n->marker.n)
			printf("%.*s ", SF(n->marker));
	}
}

static void markdown_row(struct writing *w, const struct node *n, enum edge edge)
{
	if (edge == ENTER) {
		putchar('|');
		return;
	}
	putchar('\n');
	if (!w->rows++)
		for (int i = columns(n); i > 0; i--)
			fputs(i > 1 ? "|---" : "|---|\n", stdout);
}

static void markdown_block(const struct node *n, enum edge edge)
{
	if (edge == LEAVE)
		fputs(n->kind == NODE_ITEM && n->next && n->next->kind == NODE_ITEM ? "\n" : "\n\n", stdout);
	else if (n->kind == NODE_HEADING)
		printf("%.*s ", n->level, "######");
	else if (n->kind == NODE_ITEM)
		printf("%.*s ", SF(n->marker));
}

static enum walk markdown_node(void *ctx, const struct node *n, enum edge edge)
{
	struct writing *w = ctx;
	if (n->kind == NODE_RUN)
		markdown_run(w, n);
	else if (n->kind == NODE_TABLE)
		fputs(edge == ENTER ? "" : "\n", stdout), w->rows = 0;
	else if (n->kind == NODE_ROW)
		markdown_row(w, n, edge);
	else if (n->kind == NODE_CELL || w->in_cell)
		markdown_cell(w, n, edge);
	else if (n->kind != NODE_DOC)
		markdown_block(n, edge);
	return WALK_ON;
}

static void write_markdown(struct writing *w, const struct node *root) { doc_walk(root, markdown_node, w); }

/* --------------------------------------------------------------------------------------------------- */

static const struct { const char *name; void (*write)(struct writing *w, const struct node *root); } forms[] = {
	{ "markdown", write_markdown }, { "html", write_html }, { "tables", write_tables },
};

static int write_file(const char *path, void (*write)(struct writing *w, const struct node *root))
{
	CLEANUP(arena_close) struct arena *a = arena_open(TREE_MEMORY);
	struct writing w = { .a = a };
	struct reading r = { 0 };
	struct err e = { 0 };
	if (!read_path(a, path, &r, &e) || !r.root)
		return fprintf(stderr, "tree_write: %s: %s\n", path, e.message), 1;
	restore(a, r.root);
	write(&w, r.root);
	return 0;
}

int main(int argc, char **argv)
{
	for (size_t i = 0; argc == 3 && i < COUNT(forms); i++)
		if (!strcmp(argv[1], forms[i].name))
			return write_file(argv[2], forms[i].write);
	fprintf(stderr, "usage: tree_write markdown|html|tables FILE\n");
	return 2;
}
