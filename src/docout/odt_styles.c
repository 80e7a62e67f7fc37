#include "docout/odt.h"
#include "docout/xml_put.h"

static const char *place(enum place_on_line p)
{
	static const char *const places[] = { [LEFT] = "start", [CENTRE] = "center", [RIGHT] = "end", [JUSTIFY] = "justify" };
	return places[p];
}

static void put_text_look(struct buf *b, const struct style *s)
{
	buf_put(b, S("<style:text-properties"));
	odt_points(b, "fo:font-size", s->size * 10);
	buf_fmt(b, " fo:font-weight=\"%s\" fo:font-style=\"%s\"/>", s->weight == BOLD ? "bold" : "normal", s->slant == ITALIC ? "italic" : "normal");
}

static void put_style(struct buf *b, int style)
{
	struct style s = word_style_look(style);
	bool heading = style >= WORD_HEADING && style < WORD_HEAD_CELL;
	buf_fmt(b, "<style:style style:name=\"%s\" style:display-name=\"", word_style_id(style));
	word_style_name(b, style);
	buf_put(b, S("\" style:family=\"paragraph\" style:parent-style-name=\"Standard\""));
	if (heading)
		buf_fmt(b, " style:default-outline-level=\"%d\"", style - WORD_HEADING + 1);
	buf_put(b, S("><style:paragraph-properties"));
	odt_points(b, "fo:margin-top", s.space_before * 2);
	odt_points(b, "fo:text-indent", twips(s.first_line));
	buf_fmt(b, " fo:text-align=\"%s\" fo:line-height=\"%d%%\"%s/>", place(s.place), s.place == JUSTIFY ? LINE_SPACING / 10 : 100,
	        word_keeps_next(style) ? " fo:keep-with-next=\"always\"" : "");
	put_text_look(b, &s);
	buf_put(b, S("</style:style>"));
}

static void put_defaults(struct buf *b)
{
	struct style body = word_style_look(FORMAL_BODY);
	buf_put(b, S("<style:default-style style:family=\"paragraph\"><style:paragraph-properties fo:margin-top=\"0pt\" fo:margin-bottom=\"0pt\" "
	             "fo:orphans=\"2\" fo:widows=\"2\"/><style:text-properties style:font-name=\"" STYLE_FONT "\" fo:language=\"vi\" fo:country=\"VN\""));
	odt_points(b, "fo:font-size", body.size * 10);
	buf_put(b, S("/></style:default-style><style:style style:name=\"Standard\" style:family=\"paragraph\"/>"
	             "<style:style style:name=\"RULE\" style:display-name=\"Đường kẻ\" style:family=\"paragraph\" style:parent-style-name=\"Standard\">"
	             "<style:paragraph-properties fo:border-top=\"0.75pt solid #000000\" fo:line-height=\"3pt\""));
	odt_points(b, "fo:margin-top", ODT_ABOVE_RULE);
	buf_put(b, S("/>"
	             "<style:text-properties fo:font-size=\"2pt\"/></style:style>"
	             "<style:style style:name=\"BREAK\" style:display-name=\"Chỗ ngắt\" style:family=\"paragraph\" style:parent-style-name=\"Standard\">"
	             "<style:paragraph-properties fo:line-height=\"1pt\"/><style:text-properties fo:font-size=\"1pt\"/></style:style>"
	             "<style:style style:name=\"Header\" style:family=\"paragraph\" style:parent-style-name=\"Standard\">"
	             "<style:paragraph-properties fo:text-align=\"center\"/><style:text-properties"));
	odt_points(b, "fo:font-size", PAGE_NUMBER_SIZE * 10);
	buf_put(b, S("/></style:style>"
	             "<style:style style:name=\"BOLD\" style:family=\"text\"><style:text-properties fo:font-weight=\"bold\"/></style:style>"
	             "<style:style style:name=\"ITALIC\" style:family=\"text\"><style:text-properties fo:font-style=\"italic\"/></style:style>"
	             "<style:style style:name=\"BOLDITALIC\" style:family=\"text\">"
	             "<style:text-properties fo:font-weight=\"bold\" fo:font-style=\"italic\"/></style:style>"));
}

/* -- lists ------------------------------------------------------------------------------------------- */

static void put_level(struct buf *b, const struct word_mark *m, int level)
{
	bool bullet = m->format == '-';
	buf_fmt(b, "<text:list-level-style-%s text:level=\"%d\" ", bullet ? "bullet" : "number", level + 1);
	if (!bullet)
		buf_fmt(b, "style:num-format=\"%c\" style:num-prefix=\"", m->format);
	else
		buf_put(b, S("text:bullet-char=\""));
	xml_put(b, m->before);
	if (!bullet)
		buf_put(b, S("\" style:num-suffix=\""));
	xml_put(b, m->after);
	buf_put(b, S("\"><style:list-level-properties text:list-level-position-and-space-mode=\"label-alignment\">"
	             "<style:list-level-label-alignment text:label-followed-by=\"space\""));
	odt_points(b, "fo:margin-left", m->in_cell ? 0 : twips(level * LIST_INDENT));
	odt_points(b, "fo:text-indent", m->in_cell ? 0 : twips(word_style_look(FORMAL_BODY).first_line));
	buf_fmt(b, "/></style:list-level-properties></text:list-level-style-%s>", bullet ? "bullet" : "number");
}

static void put_lists(struct buf *b, const struct word *w)
{
	enum { LEVELS = 9 };
	for (size_t i = 0; i < w->marks.n; i++) {
		buf_fmt(b, "<text:list-style style:name=\"L%zu\">", i + 1);
		for (int k = 0; k < (w->marks.at[i].format == '-' ? LEVELS : 1); k++)
			put_level(b, &w->marks.at[i], k);
		buf_put(b, S("</text:list-style>"));
	}
}

/* -- pages ------------------------------------------------------------------------------------------- */

/* The text begins at the same height on every page; on all but the first the header takes a part of what is above it. */
static void put_layout(struct buf *b, bool landscape, bool first)
{
	int width = twips(landscape ? PAGE_HEIGHT : PAGE_WIDTH), height = twips(landscape ? PAGE_WIDTH : PAGE_HEIGHT);
	int top = twips(MARGIN_TOP), above = first ? top : (top - PAGE_NUMBER_SIZE * 10 * 115 / 100) / 2;
	buf_fmt(b, "<style:page-layout style:name=\"%s%s\"><style:page-layout-properties", landscape ? "wide" : "upright", first ? "1" : "2");
	odt_points(b, "fo:page-width", width);
	odt_points(b, "fo:page-height", height);
	odt_points(b, "fo:margin-top", above);
	odt_points(b, "fo:margin-bottom", twips(MARGIN_BOTTOM));
	odt_points(b, "fo:margin-left", twips(MARGIN_LEFT));
	odt_points(b, "fo:margin-right", twips(MARGIN_RIGHT));
	buf_fmt(b, " style:print-orientation=\"%s\" style:num-format=\"1\"/>", landscape ? "landscape" : "portrait");
	if (!first) {
		buf_put(b, S("<style:header-style><style:header-footer-properties"));
		odt_points(b, "svg:height", top - above);
		buf_put(b, S(" fo:margin-bottom=\"0pt\"/></style:header-style>"));
	}
	buf_put(b, S("</style:page-layout>"));
}

static void put_masters(struct buf *b, const char *page, const char *name)
{
	buf_fmt(b, "<style:master-page style:name=\"%s1\" style:display-name=\"%s, đầu\" style:page-layout-name=\"%s1\" ", page, name, page);
	buf_fmt(b, "style:next-style-name=\"%s2\"/>", page);
	buf_fmt(b, "<style:master-page style:name=\"%s2\" style:display-name=\"%s\" style:page-layout-name=\"%s2\"><style:header>"
	           "<text:p text:style-name=\"Header\"><text:page-number text:select-page=\"current\">2</text:page-number></text:p></style:header>"
	           "</style:master-page>", page, name, page);
}

str odt_styles(struct odt *o)
{
	struct buf b = buf_open(o->w.a);
	buf_put(&b, S(WORD_XML "<office:document-styles " ODT_SPACES "><office:font-face-decls><style:font-face style:name=\"" STYLE_FONT "\" "
	              "svg:font-family=\"'" STYLE_FONT "'\" style:font-family-generic=\"roman\"/></office:font-face-decls><office:styles>"));
	put_defaults(&b);
	for (int i = FORMAL_NONE + 1; i <= WORD_HEAD_CELL; i++)
		put_style(&b, i);
	put_lists(&b, &o->w);
	buf_put(&b, S("</office:styles><office:automatic-styles>"));
	for (int i = 0; i < 4; i++)
		put_layout(&b, i / 2, i % 2 == 0);
	buf_put(&b, S("</office:automatic-styles><office:master-styles>"));
	put_masters(&b, "upright", "Trang đứng");
	put_masters(&b, "wide", "Trang ngang");
	buf_put(&b, S("</office:master-styles></office:document-styles>"));
	return buf_str(&b);
}

/* -- what paragraphs and tables have for themselves -------------------------------------------------- */

void odt_put_own(struct odt *o, struct buf *b)
{
	static const char *const pages[] = { "upright", "wide" };
	for (int i = 0; i < 2; i++)
		buf_fmt(b, "<style:style style:name=\"BEGIN_%s\" style:family=\"paragraph\" style:parent-style-name=\"BREAK\" style:master-page-name=\"%s1\">"
		           "<style:paragraph-properties style:page-number=\"1\"/></style:style>", pages[i], pages[i]);
	for (size_t i = 0; i < o->owns.n; i++)
		buf_fmt(b, "<style:style style:name=\"P%zu\" style:family=\"paragraph\" style:parent-style-name=\"%.*s\"><style:paragraph-properties%.*s/>"
		           "</style:style>", i + 1, SF(o->owns.at[i].parent), SF(o->owns.at[i].properties));
	buf_put(b, S("<style:style style:name=\"WHOLE\" style:family=\"table-row\"><style:table-row-properties fo:keep-together=\"always\"/></style:style>"
	             "<style:style style:name=\"BROKEN\" style:family=\"table-row\"><style:table-row-properties fo:keep-together=\"auto\"/></style:style>"
	             "<style:style style:name=\"PLAIN\" style:family=\"table-cell\"><style:table-cell-properties fo:border=\"none\" fo:padding=\"0pt\"/>"
	             "</style:style>"));
	for (int i = 0; i < 2; i++) {
		buf_fmt(b, "<style:style style:name=\"%s\" style:family=\"table-cell\"><style:table-cell-properties fo:border=\"0.5pt solid #000000\"%s",
		        i ? "HEAD" : "GRID", i ? " style:vertical-align=\"middle\"" : "");
		odt_points(b, "fo:padding-left", WORD_CELL_BESIDE);
		odt_points(b, "fo:padding-right", WORD_CELL_BESIDE);
		odt_points(b, "fo:padding-top", WORD_CELL_ABOVE);
		odt_points(b, "fo:padding-bottom", WORD_CELL_ABOVE);
		buf_put(b, S("/></style:style>"));
	}
	buf_put(b, buf_str(&o->tables));
}
