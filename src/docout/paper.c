#include "docout/paper.h"
#include "docout/style.h"
#include <ctype.h>

/* -- names ------------------------------------------------------------------------------------------- */

static const char *const parts[FORMALS] = {
#define FORMAL(id, name) [FORMAL_##id] = #id,
#include "doc/formals.def"
#undef FORMAL
};

str paper_class(struct arena *a, enum formal part)
{
	str id = str_c(parts[part]);
	char *name = make_n(a, char, id.n + 1);
	for (size_t i = 0; i < id.n; i++)
		name[i] = id.p[i] == '_' ? '-' : (char)tolower(id.p[i]);
	return str_fmt(a, "p-%s", name);
}

/* -- from style.h ------------------------------------------------------------------------------------ */

enum { FONT_LINE = 1149 };                 /* of Times New Roman: a line, per mille of the size */

#define MM(length) (length) / 100, (length) % 100
#define MM_ "%d.%02dmm"

/* A paragraph that stands where `in` does, as style_of asks for it. */
static struct style style_in(struct node *in, enum node_kind kind, int level, enum formal part)
{
	struct node n = { .kind = kind, .parent = in, .formal = (unsigned char)part };
	n.level = level;
	return style_of(&n);
}

static void put_style(struct buf *b, const char *which, struct style s)
{
	static const char *const places[] = { "left", "center", "right", "justify" };
	buf_fmt(b, "%s { font-size: %d.%dpt; font-weight: %s; font-style: %s; text-align: %s; text-indent: " MM_ "; margin-top: %d.%dpt; }\n", which,
	        s.size / 2, s.size % 2 * 5, s.weight == BOLD ? "bold" : "normal", s.slant == ITALIC ? "italic" : "normal", places[s.place],
	        MM(s.first_line), s.space_before / 10, s.space_before % 10);
}

/* As wide as its text, and the rule below that; of two such lines the last has it. */
static void put_rule(struct buf *b, str name, enum rule_under rule)
{
	if (rule == NO_RULE)
		return;
	buf_fmt(b, ".paper .%.*s { width: fit-content; margin-inline: auto; }\n", SF(name));
	buf_fmt(b, ".paper .%.*s:not(:has(+ .%.*s))::after { content: \"\"; display: block; width: %s; margin: 1pt auto 0; border-bottom: .75pt solid; }\n",
	        SF(name), SF(name), rule == RULE_WHOLE ? "100%" : "40%");
}

static void put_parts(struct buf *b)
{
	struct node doc = { .kind = NODE_DOC }, row = { .kind = NODE_ROW }, cell = { .kind = NODE_CELL, .parent = &row };
	put_style(b, ".paper p", style_in(&doc, NODE_PARA, 0, FORMAL_NONE));
	for (int level = 1; level < 6; level++)
		put_style(b, str_fmt(b->a, ".paper h%d", level + 1).p, style_in(&doc, NODE_HEADING, level, FORMAL_NONE));
	put_style(b, ".paper td p", style_in(&cell, NODE_PARA, 0, FORMAL_NONE));
	for (enum formal f = FORMAL_NONE + 1; f < FORMALS; f++) {
		struct style s = style_in(&doc, NODE_PARA, 0, f);
		str name = paper_class(b->a, f);
		put_style(b, str_fmt(b->a, ".paper .%.*s", SF(name)).p, s);
		put_rule(b, name, s.rule);
	}
	row.header = true;
	put_style(b, ".paper.paper th p", style_in(&cell, NODE_PARA, 0, FORMAL_NONE));
}

/* Named pages: other pages of the site are printed as they are. */
static void put_page(struct buf *b, const char *name, const char *class, int wide, int high)
{
	buf_fmt(b, "@page %s { size: " MM_ " " MM_ "; margin: " MM_ " " MM_ " " MM_ " " MM_ "; ", name, MM(wide), MM(high), MM(MARGIN_TOP), MM(MARGIN_RIGHT),
	        MM(MARGIN_BOTTOM), MM(MARGIN_LEFT));
	buf_fmt(b, "@top-center { content: counter(page); font: %dpt \"" STYLE_FONT "\", \"Liberation Serif\", serif; } }\n", PAGE_NUMBER_SIZE / 2);
	buf_fmt(b, "@page %s:first { @top-center { content: none; } }\n", name);
	buf_fmt(b, ".paper .%s { width: " MM_ "; min-height: " MM_ "; page: %s; }\n", class, MM(wide), MM(high), name);
}

static void put_pages(struct buf *b)
{
	buf_fmt(b, ".paper .sheet { padding: " MM_ " " MM_ " " MM_ " " MM_ "; }\n", MM(MARGIN_TOP), MM(MARGIN_RIGHT), MM(MARGIN_BOTTOM), MM(MARGIN_LEFT));
	put_page(b, "upright", "sheet", PAGE_WIDTH, PAGE_HEIGHT);
	put_page(b, "across", "across", PAGE_HEIGHT, PAGE_WIDTH);
	for (int level = 2; level < 7; level++)
		buf_fmt(b, ".paper .l%d { margin-left: " MM_ "; }\n", level, MM((level - 1) * LIST_INDENT));
}

/* -- what style.h does not know ---------------------------------------------------------------------- */

static const char before[] =
	"/* paper.css -- official documents on a screen and printed from it (src/docout/render_html.c)\n"
	" * Written by src/docout/paper.c from style.def: build/paper > src/web/asset/paper.css */\n"
	".paper { container-type: inline-size; color-scheme: light; padding: 4mm; background: #e4e7eb; color: #000; line-height: %d.%03d;\n"
	"\tfont-family: \"" STYLE_FONT "\", \"Liberation Serif\", serif; }\n"
	"body.paper { margin: 0; }\n"
	".paper :not(col, svg, svg *) { all: revert; }\n"
	".paper .sheet { box-sizing: border-box; max-width: 100%%; margin: 0 auto 4mm; background: #fff; box-shadow: 0 0 2mm rgb(0 0 0 / 25%%); }\n"
	".paper :is(p, h2, h3, h4, h5, h6) { margin: 0; overflow-wrap: break-word; }\n"
	".paper :is(h2, h3, h4, h5, h6) { break-after: avoid; }\n"
	".paper table { width: 100%%; border-collapse: collapse; line-height: 1.15; }\n"
	".paper .fixed { table-layout: fixed; }\n"
	".paper .scroll { margin: 6pt 0; }\n"
	".paper.paper :is(td, th) { border: .5pt solid; padding: .8mm 1.4mm; vertical-align: top; font-weight: normal; }\n"
	".paper th { vertical-align: middle; }\n"
	".paper .plain > tbody > tr > td { border: 0; padding: 0; }\n"
	".paper p + .plain { margin-top: 12pt; }\n"
	".paper tr { break-inside: avoid; }\n"
	".paper figure { margin: 6pt 0; break-inside: avoid; text-align: center; font-size: 12pt; }\n"
	".paper figcaption { font-weight: bold; }\n"
	".paper svg { max-width: 100%%; max-height: 230mm; height: auto; }\n";
static const char behind[] =
	".paper .n p { text-align: right; }\n"
	"@container (max-width: 180mm) {\n"
	"\t.paper .sheet { min-height: 0; padding: 5mm 4mm; }\n"
	"\t.paper .plain, .paper .plain > tbody, .paper .plain > tbody > tr, .paper .plain > tbody > tr > td { display: block; }\n"
	"\t.paper .plain > tbody > tr > td { padding: 1mm 0; }\n"
	"\t.paper .scroll { overflow-x: auto; }\n"
	"\t.paper .scroll > table { min-width: 170mm; }\n"
	"\t.paper .scroll > svg { min-width: 130mm; }\n"
	"}\n"
	"@media print {\n"
	"\t.paper { container-type: normal; padding: 0; background: none; }\n"
	"\t.paper .sheet { width: auto; min-height: 0; margin: 0; padding: 0; box-shadow: none; }\n"
	"\t.paper .sheet + .sheet { break-before: page; }\n"
	"\t.paper p:has(+ .plain) { break-after: avoid; }\n"
	"}\n";

void paper_css(struct buf *b)
{
	int line = LINE_SPACING * FONT_LINE / 1000;
	buf_fmt(b, before, line / 1000, line % 1000);
	put_pages(b);
	put_parts(b);
	buf_put(b, str_c(behind));
}
