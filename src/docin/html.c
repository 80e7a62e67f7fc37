#include "docin/html.h"
#include "docin/entity.h"
#include "docin/tag.h"

static void part(struct build *b, const struct tag *t, int line)
{
	(void)t, (void)line;
	build_break(b);
}

static void heading(struct build *b, const struct tag *t, int line)
{
	(void)line;
	build_break(b);
	if (t->close)
		build_plain(b);
	else
		build_heading(b, t->name[1] - '0');
}

static void bold(struct build *b, const struct tag *t, int line)
{
	(void)line;
	b->bold += t->close ? -(b->bold > 0) : 1;
}

static void italic(struct build *b, const struct tag *t, int line)
{
	(void)line;
	b->italic += t->close ? -(b->italic > 0) : 1;
}

static void list(struct build *b, const struct tag *t, int line)
{
	(void)line;
	if (t->close)
		build_list_close(b);
	else
		build_list_open(b, t->name[0] == 'o', t->bare, 1, false);
}

static void item(struct build *b, const struct tag *t, int line)
{
	(void)line;
	build_break(b);
	build_plain(b);
	if (t->close)
		return;
	struct build_list *l = build_list_now(b);
	if (l && l->ordered && !l->bare)
		build_item(b, str_fmt(b->a, "%d.", l->next++), true);
	else
		build_item(b, l && l->bare ? S("") : S("-"), true);
}

static void table(struct build *b, const struct tag *t, int line)
{
	if (t->close)
		build_close(b, NODE_TABLE, false);
	else
		build_table(b, line, false);
}

static void row(struct build *b, const struct tag *t, int line)
{
	if (t->close)
		build_close(b, NODE_ROW, false);
	else
		build_row(b, line, false, false);
}

/* A row of th is a heading row; so is any with a th in front of nothing but th. */
static void cell(struct build *b, const struct tag *t, int line)
{
	bool th = t->name[1] == 'h';
	build_close(b, NODE_CELL, false);
	if (t->close)
		return;
	build_cell(b, line, t->colspan, t->rowspan, false);
	struct node *n = b->frame[b->depth - 1].node;
	if (b->failed || n->kind != NODE_CELL || b->depth < 2)
		return;
	struct node *r = b->frame[b->depth - 2].node;
	r->header = th && (n->from.cell == 1 || r->header);
}

static const struct { const char *name; void (*does)(struct build *, const struct tag *, int); } tags[] = {
	{ "p", part },       { "br", part },      { "div", part },   { "hr", part },     { "tbody", part },
	{ "thead", part },   { "caption", part }, { "li", item },    { "ul", list },     { "ol", list },
	{ "b", bold },       { "strong", bold },  { "i", italic },   { "em", italic },   { "table", table },
	{ "tr", row },       { "td", cell },      { "th", cell },    { "h1", heading },  { "h2", heading },
	{ "h3", heading },   { "h4", heading },   { "h5", heading }, { "h6", heading },
};

static void take_tag(struct build *b, const struct tag *t, int line)
{
	for (size_t i = 0; i < COUNT(tags); i++)
		if (!strcmp(tags[i].name, t->name))
			return tags[i].does(b, t, line);
}

static bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

static int newlines(str s)
{
	int n = 0;
	for (size_t i = 0; i < s.n; i++)
		n += s.p[i] == '\n';
	return n;
}

/* One stretch without markup, a stretch of white space, or one entity. */
static size_t take_text(struct build *b, str s, int line)
{
	uint32_t c;
	size_t n = entity_next(s, &c);
	if (n) {
		build_char(b, c, line);
		return n;
	}
	while (n < s.n && is_space(s.p[n]))
		n++;
	if (n) {
		build_space(b);
		return n;
	}
	for (n = 1; n < s.n && s.p[n] != '<' && s.p[n] != '&' && !is_space(s.p[n]);)
		n++;
	build_text(b, str_sub(s, 0, n), line);
	return n;
}

/* The inside of script and style is not for people. */
static size_t unseen(str s, const struct tag *t)
{
	if (t->close || (strcmp(t->name, "script") && strcmp(t->name, "style")))
		return 0;
	str end = t->name[1] == 'c' ? S("</script") : S("</style");
	return str_find(s, end, 0);
}

void html_feed(struct build *b, str html, int line)
{
	struct tag t;
	bool comments_end = true;                  /* once one does not, none after it does: looked for once */
	for (size_t at = 0, n; at < html.n && !b->failed; at += n) {
		str rest = str_sub(html, at, html.n);
		bool comment = str_starts(rest, S("<!--"));
		n = rest.p[0] == '<' && (!comment || comments_end) ? tag_next(rest, &t) : 0;
		comments_end &= !comment || n;
		if (n) {
			take_tag(b, &t, line);
			n += unseen(str_sub(rest, n, rest.n), &t);
		} else {
			n = take_text(b, rest, line);
		}
		line += newlines(str_sub(rest, 0, n));
	}
}
