#include "docout/word.h"
#include "docout/xml_put.h"

static const struct { const char *id, *name; } styles[WORD_STYLES] = {
#define FORMAL(id, name) [FORMAL_##id] = { #id, name },
#include "doc/formals.def"
#undef FORMAL
	[WORD_HEADING + 0] = { "Heading1", "heading 1" },        /* the names by which Word knows headings, in every language */
	[WORD_HEADING + 1] = { "Heading2", "heading 2" },
	[WORD_HEADING + 2] = { "Heading3", "heading 3" },
	[WORD_HEADING + 3] = { "Heading4", "heading 4" },
	[WORD_HEADING + 4] = { "Heading5", "heading 5" },
	[WORD_HEADING + 5] = { "Heading6", "heading 6" },
	[WORD_HEAD_CELL] = { "HEAD_CELL", "ô, đầu bảng" },
	[WORD_RULE] = { "RULE", "đường kẻ" },
	[WORD_BREAK] = { "BREAK", "chỗ ngắt" },
	[WORD_PAGE] = { "Header", "header" },
};

static bool is_heading(int style) { return style >= WORD_HEADING && style < WORD_HEAD_CELL; }

static bool is_cell(int f) { return f == FORMAL_NONE || f == FORMAL_CELL || f == FORMAL_CELL_CENTRE || f == FORMAL_CELL_NUMBER; }

int word_style(const struct node *n)
{
	bool in_cell = n->parent->kind == NODE_CELL;
	if (in_cell && n->parent->parent->header && is_cell(n->formal))
		return WORD_HEAD_CELL;
	if (n->formal)
		return n->formal;
	if (n->kind == NODE_HEADING)
		return WORD_HEADING + (n->level < 1 ? 0 : n->level > 6 ? 5 : n->level - 1);
	return in_cell ? FORMAL_CELL : FORMAL_BODY;
}

const char *word_style_id(int style) { return styles[style].id; }

/* A paragraph that is nothing else, asked. */
struct style word_style_look(int style)
{
	struct node doc = { .kind = NODE_DOC }, row = { .kind = NODE_ROW, .header = true }, cell = { .kind = NODE_CELL, .parent = &row };
	struct node n = { .kind = NODE_PARA, .parent = style == WORD_HEAD_CELL ? &cell : &doc };
	if (is_heading(style)) {
		n.kind = NODE_HEADING;
		n.level = style - WORD_HEADING + 1;
	}
	n.formal = style < FORMALS ? (unsigned char)style : FORMAL_NONE;
	return style_of(&n);
}

/* -- styles.xml -------------------------------------------------------------------------------------- */

/* Stands with what comes next. */
bool word_keeps_next(int style)
{
	static const int with_next[] = {
		FORMAL_TYPE, FORMAL_SIGN_AUTHORITY, FORMAL_RECIPIENTS, FORMAL_ANNEX_NO, FORMAL_ANNEX_TITLE, FORMAL_CAPTION, FORMAL_UNIT,
	};
	for (size_t i = 0; i < COUNT(with_next); i++)
		if (with_next[i] == style)
			return true;
	return is_heading(style);
}

static const char *place(enum place_on_line p)
{
	static const char *const places[] = { [LEFT] = "left", [CENTRE] = "center", [RIGHT] = "right", [JUSTIFY] = "both" };
	return places[p];
}

/* Running text has the wider lines; all the other parts stand on single ones. */
static int line_of(const struct style *s) { return s->place == JUSTIFY ? 240 * LINE_SPACING / 1000 : 240; }

/* A comma would part two names of one style; an office looks for its styles under capital letters. */
void word_style_name(struct buf *b, int style)
{
	str name = str_c(styles[style].name);
	static const struct { str small, large; } letters[] = { { S("đ"), S("Đ") }, { S("ô"), S("Ô") } };
	char first = (char)(name.p[0] & ~0x20);
	str capital = { &first, 1 }, rest = str_sub(name, 1, name.n);
	for (size_t i = 0; i < COUNT(letters); i++)
		if (str_starts(name, letters[i].small)) {
			capital = letters[i].large;
			rest = str_sub(name, letters[i].small.n, name.n);
		}
	size_t comma = str_find(rest, S(","), 0);
	buf_put(b, capital);
	xml_put(b, str_sub(rest, 0, comma));
	buf_put(b, comma < rest.n ? S(" –") : S(""));
	xml_put(b, str_sub(rest, comma + 1, rest.n));
}

static void begin(struct buf *b, int style)
{
	bool built_in = is_heading(style) || style == WORD_PAGE;
	buf_fmt(b, "<w:style w:type=\"paragraph\"%s w:styleId=\"%s\"><w:name w:val=\"", built_in ? "" : " w:customStyle=\"1\"", styles[style].id);
	if (built_in)
		buf_put(b, str_c(styles[style].name));
	else
		word_style_name(b, style);
	buf_put(b, S("\"/><w:basedOn w:val=\"Normal\"/>"));
	if (is_heading(style))
		buf_put(b, S("<w:next w:val=\"BODY\"/>"));
	if (style != WORD_BREAK && style != WORD_RULE)
		buf_put(b, S("<w:qFormat/>"));
}

static void put_paragraph(struct buf *b, int style, const struct style *s)
{
	buf_put(b, S("<w:pPr>"));
	if (word_keeps_next(style))
		buf_put(b, S("<w:keepNext/>"));
	if (is_heading(style))
		buf_put(b, S("<w:keepLines/>"));
	buf_fmt(b, "<w:spacing w:before=\"%d\" w:after=\"0\" w:line=\"%d\" w:lineRule=\"auto\"/>", s->space_before * 2, line_of(s));
	if (s->first_line)
		buf_fmt(b, "<w:ind w:firstLine=\"%d\"/>", twips(s->first_line));
	buf_fmt(b, "<w:jc w:val=\"%s\"/>", place(s->place));
	if (is_heading(style))
		buf_fmt(b, "<w:outlineLvl w:val=\"%d\"/>", style - WORD_HEADING);
	buf_put(b, S("</w:pPr>"));
}

static void put_style(struct buf *b, int style)
{
	struct style s = word_style_look(style);
	begin(b, style);
	put_paragraph(b, style, &s);
	buf_fmt(b, "<w:rPr>%s%s<w:sz w:val=\"%d\"/><w:szCs w:val=\"%d\"/></w:rPr></w:style>", s.weight == BOLD ? "<w:b/><w:bCs/>" : "",
	        s.slant == ITALIC ? "<w:i/><w:iCs/>" : "", s.size, s.size);
}

/* The rule is the upper border of an empty paragraph: its ends are the paragraph's. */
static void put_own_styles(struct buf *b)
{
	begin(b, WORD_RULE);
	buf_put(b, S("<w:pPr><w:pBdr><w:top w:val=\"single\" w:sz=\"6\" w:space=\"1\" w:color=\"auto\"/></w:pBdr>"
	             "<w:spacing w:before=\"40\" w:after=\"0\" w:line=\"60\" w:lineRule=\"exact\"/></w:pPr>"
	             "<w:rPr><w:sz w:val=\"4\"/><w:szCs w:val=\"4\"/></w:rPr></w:style>"));
	begin(b, WORD_BREAK);
	buf_put(b, S("<w:pPr><w:spacing w:before=\"0\" w:after=\"0\" w:line=\"20\" w:lineRule=\"exact\"/></w:pPr>"
	             "<w:rPr><w:sz w:val=\"2\"/><w:szCs w:val=\"2\"/></w:rPr></w:style>"));
	begin(b, WORD_PAGE);
	buf_fmt(b, "<w:pPr><w:jc w:val=\"center\"/></w:pPr><w:rPr><w:sz w:val=\"%d\"/><w:szCs w:val=\"%d\"/></w:rPr></w:style>",
	        PAGE_NUMBER_SIZE, PAGE_NUMBER_SIZE);
}

#define FONTS "<w:rFonts w:ascii=\"" STYLE_FONT "\" w:eastAsia=\"" STYLE_FONT "\" w:hAnsi=\"" STYLE_FONT "\" w:cs=\"" STYLE_FONT "\"/>"

static void put_defaults(struct buf *b)
{
	int size = word_style_look(FORMAL_BODY).size;
	buf_fmt(b, "<w:docDefaults><w:rPrDefault><w:rPr>" FONTS "<w:sz w:val=\"%d\"/><w:szCs w:val=\"%d\"/>"
	           "<w:lang w:val=\"vi-VN\" w:eastAsia=\"vi-VN\" w:bidi=\"ar-SA\"/></w:rPr></w:rPrDefault>"
	           "<w:pPrDefault><w:pPr><w:spacing w:after=\"0\" w:line=\"240\" w:lineRule=\"auto\"/></w:pPr></w:pPrDefault></w:docDefaults>",
	        size, size);
	buf_put(b, S("<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/><w:qFormat/></w:style>"
	             "<w:style w:type=\"character\" w:default=\"1\" w:styleId=\"DefaultParagraphFont\"><w:name w:val=\"Default Paragraph Font\"/>"
	             "<w:uiPriority w:val=\"1\"/><w:semiHidden/></w:style>"
	             "<w:style w:type=\"table\" w:default=\"1\" w:styleId=\"TableNormal\"><w:name w:val=\"Normal Table\"/><w:uiPriority w:val=\"99\"/>"
	             "<w:semiHidden/><w:tblPr><w:tblInd w:w=\"0\" w:type=\"dxa\"/></w:tblPr></w:style>"
	             "<w:style w:type=\"numbering\" w:default=\"1\" w:styleId=\"NoList\"><w:name w:val=\"No List\"/><w:uiPriority w:val=\"99\"/>"
	             "<w:semiHidden/></w:style>"));
}

static void put_side(struct buf *b, const char *side) { buf_fmt(b, "<w:%s w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"auto\"/>", side); }

static void put_table_style(struct buf *b, const char *id, const char *name, bool ruled)
{
	static const char *const sides[] = { "top", "left", "bottom", "right", "insideH", "insideV" };
	buf_fmt(b, "<w:style w:type=\"table\" w:customStyle=\"1\" w:styleId=\"%s\"><w:name w:val=\"%s\"/><w:basedOn w:val=\"TableNormal\"/>"
	           "<w:tblPr>", id, name);
	if (ruled)
		buf_put(b, S("<w:tblBorders>"));
	for (size_t i = 0; ruled && i < COUNT(sides); i++)
		put_side(b, sides[i]);
	if (ruled)
		buf_put(b, S("</w:tblBorders>"));
	int above = ruled ? WORD_CELL_ABOVE : 0, beside = ruled ? WORD_CELL_BESIDE : 0;
	buf_fmt(b, "<w:tblCellMar><w:top w:w=\"%d\" w:type=\"dxa\"/><w:left w:w=\"%d\" w:type=\"dxa\"/><w:bottom w:w=\"%d\" w:type=\"dxa\"/>"
	           "<w:right w:w=\"%d\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr></w:style>", above, beside, above, beside);
}

str word_styles(struct arena *a)
{
	struct buf b = buf_open(a);
	buf_put(&b, S(WORD_XML "<w:styles " WORD_SPACE ">"));
	put_defaults(&b);
	for (int i = FORMAL_NONE + 1; i <= WORD_HEAD_CELL; i++)
		put_style(&b, i);
	put_own_styles(&b);
	put_table_style(&b, "GRID", "Bảng có kẻ", true);
	put_table_style(&b, "PLAIN", "Bảng không kẻ", false);
	buf_put(&b, S("</w:styles>"));
	return buf_str(&b);
}
