#include "docout/advance.h"
#include "docout/word.h"
#include "docout/xml_put.h"

void word_break(struct word *w, const char *section)
{
	buf_fmt(&w->body, "<w:p><w:pPr><w:pStyle w:val=\"%s\"/>%s</w:pPr></w:p>", word_style_id(WORD_BREAK), section);
}

/* -- runs -------------------------------------------------------------------------------------------- */

static size_t to_mark(str s, size_t from)
{
	while (from < s.n && s.p[from] != '\n' && s.p[from] != '\t')
		from++;
	return from;
}

static void put_text(struct buf *b, str s)
{
	for (size_t from = 0; from < s.n;) {
		size_t to = to_mark(s, from);
		if (to > from) {
			buf_put(b, S("<w:t xml:space=\"preserve\">"));
			xml_put(b, str_sub(s, from, to));
			buf_put(b, S("</w:t>"));
		}
		if (to < s.n)
			buf_put(b, s.p[to] == '\n' ? S("<w:br/>") : S("<w:tab/>"));
		from = to + 1;
	}
}

static void put_run(struct buf *b, str text, bool bold, bool italic)
{
	if (!text.n)
		return;
	buf_put(b, S("<w:r>"));
	if (bold || italic)
		buf_fmt(b, "<w:rPr>%s%s</w:rPr>", bold ? "<w:b/><w:bCs/>" : "", italic ? "<w:i/><w:iCs/>" : "");
	put_text(b, text);
	buf_put(b, S("</w:r>"));
}

/* -- the paragraph ----------------------------------------------------------------------------------- */

const struct node *word_table_below(const struct node *n)
{
	return n->parent->kind == NODE_DOC && n->next && n->next->kind == NODE_TABLE && !n->next->begins ? n->next : NULL;
}

static bool in_cell(const struct node *n) { return n->parent->kind == NODE_CELL; }

bool word_heads_rows(const struct node *row)
{
	const struct node *c = row->first;
	while (c && c->colspan < 2)
		c = c->next;
	return c && row->next && !row->header;
}

/* Its style, and where it differs from it. */
static void put_ppr(struct word *w, const struct node *n, const struct style *s, int list, int level)
{
	static const char *const places[] = { [LEFT] = "left", [CENTRE] = "center", [RIGHT] = "right", [JUSTIFY] = "both" };
	int style = word_style(n);
	buf_fmt(&w->body, "<w:pPr><w:pStyle w:val=\"%s\"/>", word_style_id(style));
	const struct node *below = word_table_below(n);
	bool ruled = s->rule != NO_RULE;                   /* then it is the rule that stands above the table */
	bool signed_below = below && below->plain;         /* a signature is not left alone on a page */
	if (signed_below || (in_cell(n) && word_heads_rows(n->parent->parent)))
		buf_put(&w->body, S("<w:keepNext/>"));
	if (list)
		buf_fmt(&w->body, "<w:numPr><w:ilvl w:val=\"%d\"/><w:numId w:val=\"%d\"/></w:numPr>", level, list);
	if (below && !ruled)
		buf_fmt(&w->body, "<w:spacing w:after=\"%d\"/>", below->plain ? WORD_ABOVE_SIGNATURE : WORD_ABOVE_TABLE);
	if (n->kind == NODE_ITEM && !list && n->level > 1 && !in_cell(n))
		buf_fmt(&w->body, "<w:ind w:left=\"%d\"/>", twips((n->level - 1) * LIST_INDENT));
	if (s->place != word_style_look(style).place)
		buf_fmt(&w->body, "<w:jc w:val=\"%s\"/>", places[s->place]);
	if (n->kind == NODE_HEADING && n->formal)
		buf_fmt(&w->body, "<w:outlineLvl w:val=\"%d\"/>", n->level < 1 ? 0 : n->level > 6 ? 5 : n->level - 1);
	buf_put(&w->body, S("</w:pPr>"));
}

bool word_rule(struct arena *a, const struct node *n, int room, int *beside)
{
	struct style s = style_of(n);
	if (s.rule == NO_RULE || (n->next && n->next->kind != NODE_TABLE && n->next->formal == n->formal))
		return false;
	int wide = advance_lines(node_text(a, n, NULL), s.size, s.weight, s.slant, room).last;
	wide = s.rule == RULE_PART ? wide * 2 / 5 : wide;
	*beside = wide < room ? (room - wide) / 2 : 0;
	return true;
}

static void put_rule(struct word *w, const struct node *n, int room)
{
	int beside;
	if (!word_rule(w->a, n, room, &beside))
		return;
	buf_fmt(&w->body, "<w:p><w:pPr><w:pStyle w:val=\"%s\"/>", word_style_id(WORD_RULE));
	if (word_table_below(n))
		buf_fmt(&w->body, "<w:spacing w:after=\"%d\"/>", WORD_ABOVE_SIGNATURE);
	buf_fmt(&w->body, "<w:ind w:left=\"%d\" w:right=\"%d\"/></w:pPr></w:p>", beside, beside);
}

void word_paragraph(struct word *w, const struct node *n, int room)
{
	int level = 0, list = n->kind == NODE_ITEM ? word_list(w, n, &level) : 0;
	struct style s = style_of(n);
	bool bold = s.weight == BOLD && word_style_look(word_style(n)).weight != BOLD;
	buf_put(&w->body, S("<w:p>"));
	put_ppr(w, n, &s, list, level);
	if (n->kind == NODE_ITEM && !list && n->marker.n)
		put_run(&w->body, str_fmt(w->a, "%.*s ", SF(n->marker)), bold, false);
	for (const struct node *r = n->first; r; r = r->next)
		put_run(&w->body, r->text, bold || (r->bold && s.weight != BOLD), r->italic && s.slant != ITALIC);
	buf_put(&w->body, S("</w:p>"));
	put_rule(w, n, room);
}
