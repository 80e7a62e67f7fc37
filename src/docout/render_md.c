#include "base/fold.h"
#include "docout/html.h"
#include "docout/render.h"
#include "docout/style.h"
#include <stdint.h>

/* depth: of the item written last below the first of its list; wide, until: columns of the table that is open, and how many rows below each
 * are covered */
struct writing { struct arena *a; struct buf b; bool in_cell, begins; int depth, *until; size_t wide; };

static void put(struct writing *w, const char *s) { buf_put(&w->b, str_c(s)); }

/* -- texts ------------------------------------------------------------------------------------------- */

/* What would begin a list, a rule or a quotation: how many characters stand before the one that has to be escaped; -1: nothing does. */
static int opens_block(str s)
{
	size_t i = 0;
	while (i < s.n && i < 9 && s.p[i] >= '0' && s.p[i] <= '9')
		i++;
	bool mark = i < s.n && (i ? s.p[i] == '.' || s.p[i] == ')' : strchr("-+>", s.p[i]) != NULL);
	bool alone = mark && (i + 1 == s.n || strchr(" \t\n-", s.p[i + 1]) || s.p[i] == '>');
	return alone ? (int)i : -1;
}

/* One character, so that it is read as itself. A tab or an end of line is a space; what is no character, and what no text holds, U+FFFD. */
static void put_char(struct writing *w, str s, size_t from, size_t to, uint32_t c)
{
	if (c == '\t' || c == '\r' || c == '\f')
		put(w, " ");
	else if (c < ' ' || (c >= 0x7F && c < 0xA0) || c == 0xFFFD)
		put(w, "\uFFFD");
	else
		buf_fmt(&w->b, "%s%.*s", c < 0x80 && strchr("\\`*_[<&|~#", (int)c) ? "\\" : "", SF(str_sub(s, from, to)));
}

static void put_text(struct writing *w, str s)
{
	int block = w->begins ? opens_block(s) : -1;
	w->begins = false;
	for (size_t at = 0, from = 0; at < s.n; from = at) {
		uint32_t c = utf8_next(s, &at);
		if (c == '\n') {
			put(w, "<br>");
			continue;
		}
		put(w, block == (int)from ? "\\" : "");
		put_char(w, s, from, at, c);
	}
}

/* -- runs -------------------------------------------------------------------------------------------- */

static bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

/* The character before or behind a run is a space, or there is none: "**" is a mark there and nowhere else for certain. */
static bool free_before(const struct node *n)
{
	const struct node *before = n->parent->first;
	while (before != n && before->next != n)
		before = before->next;
	return before == n || !before->text.n || is_space(before->text.p[before->text.n - 1]);
}

static bool free_behind(const struct node *n) { return !n->next || !n->next->text.n || is_space(n->next->text.p[0]); }

/* What the law sets bold or italic says so here too, but for heads of tables, which are bold anyway. */
static struct style look_of(const struct node *run)
{
	const struct node *p = run->parent;
	bool formal = p->formal != FORMAL_NONE && !(p->parent && p->parent->kind == NODE_CELL && p->parent->parent->header);
	struct style s = formal ? style_of(p) : (struct style){ 0 };
	s.weight = run->bold || (formal && s.weight == BOLD) ? BOLD : UPRIGHT;
	s.slant = run->italic || (formal && s.slant == ITALIC) ? ITALIC : ROMAN;
	return s;
}

static void put_run(struct writing *w, const struct node *n)
{
	static const char *const marks[] = { "", "*", "**", "***" }, *const open[] = { "", "<i>", "<b>", "<b><i>" },
		*const shut[] = { "", "</i>", "</b>", "</i></b>" };
	struct style s = look_of(n);
	str text = n->text, inner = str_trim(text);
	int look = (s.weight == BOLD) * 2 + (s.slant == ITALIC);
	if (!look || !inner.n) {
		put_text(w, text);
		return;
	}
	size_t lead = (size_t)(inner.p - text.p), tail = text.n - lead - inner.n;
	bool star = (lead || free_before(n)) && (tail || free_behind(n));
	w->begins = false;                         /* the mark stands first */
	put_text(w, str_sub(text, 0, lead));
	put(w, star ? marks[look] : open[look]);
	put_text(w, inner);
	put(w, star ? marks[look] : shut[look]);
	put_text(w, str_sub(text, lead + inner.n, text.n));
}

static void put_runs(struct writing *w, const struct node *n)
{
	for (const struct node *r = n->first; r; r = r->next)
		put_run(w, r);
}

/* -- paragraphs -------------------------------------------------------------------------------------- */

/* "-", "+", "1.", "1)": what Markdown has as lists; other marks ("a)", "•") are part of the text. */
static bool is_list(str marker) { return opens_block(marker) == (int)marker.n - 1 && marker.p[0] != '>'; }

/* "- Lưu: VT." as a paragraph is an item all the same. */
static bool dashed(const struct node *n)
{
	return n->kind == NODE_PARA && n->first && (str_starts(n->first->text, S("- ")) || str_starts(n->first->text, S("+ ")));
}

/* No empty line need stand between them. A number would be taken for text of the line above unless that has a number too. */
static bool follows(const struct node *n, const struct node *before)
{
	bool below = before->kind == NODE_ITEM && before->marker.n && is_list(before->marker);
	char mark = n->marker.p[n->marker.n - 1];
	return below && (n->marker.n == 1 || (n->level == before->level && before->marker.p[before->marker.n - 1] == mark));
}

static void put_block(struct writing *w, const struct node *n, const struct node *before)
{
	bool item = n->kind == NODE_ITEM && n->marker.n, list = item && is_list(n->marker);
	bool goes_on = before && (list ? follows(n, before) : dashed(n) && dashed(before));
	if (before && !goes_on)
		put(w, "\n");
	if (n->kind == NODE_HEADING)
		buf_fmt(&w->b, "%.*s ", n->level < 1 ? 1 : n->level > 6 ? 6 : n->level, "######");
	w->depth = !goes_on || n->kind != NODE_ITEM ? 0 : n->level > before->level ? w->depth + 1 : w->depth - (before->level - n->level);
	w->depth = w->depth < 0 ? 0 : w->depth;
	for (int i = 0; i < w->depth; i++)
		put(w, "   ");
	w->begins = !list;
	put_text(w, n->kind == NODE_ITEM && !list ? n->marker : (str){ 0 });
	if (list)
		buf_put(&w->b, n->marker);
	put(w, item ? " " : "");
	w->begins = list || (!item && !dashed(n) && n->kind != NODE_HEADING);
	put_runs(w, n);
	put(w, "\n");
}

/* -- tables ------------------------------------------------------------------------------------------ */

static size_t columns_of(const struct node *table)
{
	size_t most = 0;
	for (const struct node *r = table->first; r; r = r->next) {
		size_t n = 0;
		for (const struct node *c = r->first; c; c = c->next)
			n += (size_t)(c->colspan > 1 ? c->colspan : 1);
		most = n > most ? n : most;
	}
	return most;
}

/* The paragraphs of a cell, of tables in it too, parted by <br>. */
static enum walk put_inside(void *ctx, const struct node *n, enum edge edge)
{
	struct writing *w = ctx;
	bool block = n->first && n->first->kind == NODE_RUN;
	if (edge == LEAVE || !block)
		return WALK_ON;
	put(w, w->in_cell ? "<br>" : "");
	w->in_cell = true;
	w->begins = false;
	if (n->kind == NODE_ITEM && n->marker.n) {
		put_text(w, n->marker);
		put(w, " ");
	}
	put_runs(w, n);
	return WALK_SKIP;
}

static void put_cell(struct writing *w, const struct node *c)
{
	put(w, " ");
	w->in_cell = false;
	doc_walk(c, put_inside, w);
	put(w, w->in_cell ? " |" : "|");
}

/* A cell of the body that reaches down stands for each row that it covers: only HTML, which Markdown may hold, can say so. */
static bool reaches_down(const struct node *t)
{
	for (const struct node *r = t->first; r; r = r->next)
		for (const struct node *c = r->header ? NULL : r->first; c; c = c->next)
			if (c->rowspan > 1)
				return true;
	return false;
}

/* What other spans reach over stays empty: the format has none. */
static void put_row(struct writing *w, const struct node *row)
{
	const struct node *c = row ? row->first : NULL;
	put(w, "|");
	for (size_t at = 0; at < w->wide;) {
		if (w->until[at] > 0 || !c) {
			w->until[at] -= w->until[at] > 0;
			put(w, " |");
			at++;
			continue;
		}
		put_cell(w, c);
		for (size_t end = at + (size_t)(c->colspan > 1 ? c->colspan : 1), from = at; at < end && at < w->wide; at++) {
			w->until[at] = c->rowspan > 1 ? c->rowspan - 1 : 0;
			put(w, at > from ? " |" : "");
		}
		c = c->next;
	}
	put(w, "\n");
}

static void put_table(struct writing *w, const struct node *t)
{
	const struct node *row = t->first;
	if (reaches_down(t)) {
		html_table(&w->b, t);
		return;
	}
	w->wide = columns_of(t);
	w->until = make_n(w->a, int, w->wide + 1);
	put_row(w, row && row->header ? row : NULL);
	for (size_t i = 0; i < w->wide; i++)
		put(w, "|---");
	put(w, "|\n");
	for (row = row && row->header ? row->next : row; row; row = row->next)
		put_row(w, row);
}

/* ---------------------------------------------------------------------------------------------------- */

struct flow { struct writing *w; const struct node *before; };

static enum walk put_node(void *ctx, const struct node *n, enum edge edge)
{
	struct flow *f = ctx;
	struct writing *w = f->w;
	if (edge == LEAVE)
		return WALK_ON;
	if (n->begins != BEGINS_NOTHING && f->before) {
		put(w, "\n---\n");
		f->before = n->parent;
	}
	switch (n->kind) {
	case NODE_DOC:
	case NODE_ROW:
	case NODE_CELL:    return WALK_ON;                 /* of a plain table: side by side on paper, below each other here */
	case NODE_CHART:   return WALK_SKIP;               /* its figures stand in the table beside it */
	case NODE_TABLE:
		if (n->plain)
			return WALK_ON;
		put(w, f->before ? "\n" : "");
		put_table(w, n);
		break;
	case NODE_HEADING:
	case NODE_PARA:
	case NODE_ITEM:
	case NODE_LINE:
		put_block(w, n, f->before);
		break;
	case NODE_RUN:     return WALK_ON;
	}
	f->before = n;
	return WALK_SKIP;
}

static bool render_markdown(struct arena *a, const struct node *root, str *ret, struct err *e)
{
	(void)e;
	struct writing w = { .a = a, .b = buf_open(a) };
	doc_walk(root, put_node, &(struct flow){ &w, NULL });
	*ret = buf_str(&w.b);
	return true;
}

const struct renderer render_md = {
	.name = "md",
	.ending = "md",
	.help = "Markdown (.md): chữ và bảng, không có bố cục trang",
	.source = "CommonMark 0.30; GitHub Flavored Markdown, tables",
	.render = render_markdown,
};
