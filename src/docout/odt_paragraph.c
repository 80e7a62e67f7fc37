#include "docout/odt.h"
#include "docout/xml_put.h"

void odt_points(struct buf *b, const char *attribute, int twips) { buf_fmt(b, " %s=\"%d.%02dpt\"", attribute, twips / 20, twips % 20 * 5); }

void odt_break(struct odt *o, const char *style) { buf_fmt(&o->w.body, "<text:p text:style-name=\"%s\"/>", style); }

/* -- runs -------------------------------------------------------------------------------------------- */

/* Spaces after a space, or where a text begins, would be lost. */
static void put_text(struct buf *b, str s)
{
	bool lost = true;
	size_t from = 0;
	for (size_t i = 0; i < s.n; i++) {
		str mark = s.p[i] == '\n' ? S("<text:line-break/>") : s.p[i] == '\t' ? S("<text:tab/>") : s.p[i] == ' ' && lost ? S("<text:s/>") : (str){ 0 };
		lost = mark.n || s.p[i] == ' ';
		if (!mark.n)
			continue;
		xml_put(b, str_sub(s, from, i));
		buf_put(b, mark);
		from = i + 1;
	}
	xml_put(b, str_sub(s, from, s.n));
}

static void put_run(struct buf *b, str text, bool bold, bool italic)
{
	if (bold || italic)
		buf_fmt(b, "<text:span text:style-name=\"%s%s\">", bold ? "BOLD" : "", italic ? "ITALIC" : "");
	put_text(b, text);
	if (bold || italic)
		buf_put(b, S("</text:span>"));
}

/* -- the paragraph ----------------------------------------------------------------------------------- */

/* The name of a style that is the parent's but for these properties. */
static str own_style(struct odt *o, str parent, str properties)
{
	if (!properties.n)
		return parent;
	size_t i = 0;
	while (i < o->owns.n && !(str_eq(o->owns.at[i].parent, parent) && str_eq(o->owns.at[i].properties, properties)))
		i++;
	if (i == o->owns.n)
		*vec_add(o->w.a, &o->owns) = (struct odt_own){ parent, properties };
	return str_fmt(o->w.a, "P%zu", i + 1);
}

static str style_for(struct odt *o, const struct node *n, bool typed)
{
	struct buf b = buf_open(o->w.a);
	int style = word_style(n);
	struct style s = style_of(n), of_style = word_style_look(style);
	const struct node *below = word_table_below(n);
	if ((below && below->plain) || (n->parent->kind == NODE_CELL && word_heads_rows(n->parent->parent)))
		buf_put(&b, S(" fo:keep-with-next=\"always\""));
	if (below && s.rule == NO_RULE) {
		odt_points(&b, "fo:margin-top", s.space_before * 2);          /* LibreOffice takes both margins from where it finds one */
		odt_points(&b, "fo:margin-bottom", below->plain ? WORD_ABOVE_SIGNATURE : WORD_ABOVE_TABLE);
	}
	if (typed && n->level > 1 && n->parent->kind == NODE_DOC) {
		odt_points(&b, "fo:margin-left", twips((n->level - 1) * LIST_INDENT));
		odt_points(&b, "fo:text-indent", twips(s.first_line));
	}
	if (s.place != of_style.place)
		buf_put(&b, S(" fo:text-align=\"center\""));           /* heading rows are the only ones that differ */
	return own_style(o, str_c(word_style_id(style)), buf_str(&b));
}

static void put_rule(struct odt *o, const struct node *n, int room)
{
	int beside;
	if (!word_rule(o->w.a, n, room, &beside))
		return;
	struct buf b = buf_open(o->w.a);
	odt_points(&b, "fo:margin-left", beside);
	odt_points(&b, "fo:margin-right", beside);
	if (word_table_below(n)) {
		odt_points(&b, "fo:margin-top", ODT_ABOVE_RULE);
		odt_points(&b, "fo:margin-bottom", WORD_ABOVE_SIGNATURE);
	}
	odt_break(o, own_style(o, S("RULE"), buf_str(&b)).p);
}

void odt_list_end(struct odt *o)
{
	for (int i = 0; o->list && i <= o->level; i++)
		buf_put(&o->w.body, i ? S("</text:list-item></text:list>") : S("</text:list>"));
	o->list = 0;
}

/* A list that was left goes on under its number. */
static void list_begin(struct odt *o, int list, int level)
{
	const struct word_mark *m = &o->w.marks.at[o->w.lists.at[list - 1].mark];
	struct buf *b = &o->w.body;
	if (o->list == list && o->level == level) {
		buf_put(b, S("<text:list-item>"));
		return;
	}
	odt_list_end(o);
	buf_fmt(b, "<text:list text:style-name=\"L%zu\">", o->w.lists.at[list - 1].mark + 1);
	for (int i = 0; i < level; i++)
		buf_put(b, S("<text:list-item><text:list>"));
	buf_put(b, S("<text:list-item"));
	if (m->format != '-')
		buf_fmt(b, " text:start-value=\"%d\"", m->last);
	buf_put(b, S(">"));
	o->list = list;
	o->level = level;
}

void odt_paragraph(struct odt *o, const struct node *n, int room)
{
	int level = 0, list = n->kind == NODE_ITEM ? word_list(&o->w, n, &level) : 0;
	struct style s = style_of(n);
	bool typed = n->kind == NODE_ITEM && !list, bold = s.weight == BOLD && word_style_look(word_style(n)).weight != BOLD;
	if (list)
		list_begin(o, list, level);
	else
		odt_list_end(o);
	struct buf *b = &o->w.body;
	const char *tag = n->kind == NODE_HEADING && n->parent->kind == NODE_DOC ? "h" : "p";
	buf_fmt(b, "<text:%s text:style-name=\"%s\"", tag, style_for(o, n, typed).p);
	if (*tag == 'h')
		buf_fmt(b, " text:outline-level=\"%d\"", n->level < 1 ? 1 : n->level > 6 ? 6 : n->level);
	buf_put(b, S(">"));
	if (typed && n->marker.n)
		put_run(b, str_fmt(o->w.a, "%.*s ", SF(n->marker)), bold, false);
	for (const struct node *r = n->first; r; r = r->next)
		put_run(b, r->text, bold || (r->bold && s.weight != BOLD), r->italic && s.slant != ITALIC);
	buf_fmt(b, "</text:%s>", tag);
	if (list)
		buf_put(b, S("</text:list-item>"));
	int beside;
	if (word_rule(o->w.a, n, room, &beside))
		odt_list_end(o);
	put_rule(o, n, room);
}
