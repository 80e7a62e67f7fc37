#include "doc/chart.h"
#include "docout/word.h"
#include "docout/xml_put.h"

/* A chart of DrawingML and not a picture: it needs no drawing of ours, is sharp at any size, and an office can give it other colours. Its
 * figures are in the part itself, as both Word and LibreOffice want them; the table that stands beside it is where they are corrected. */
enum { EMU_A_TWIP = 635, BAR = 280, BETWEEN = 170, AROUND = 1700, HIGHEST = 12000, LABEL = 1100, TITLE = 1300 };    /* twips; 1/100 pt */

#define DRAWING "http://schemas.openxmlformats.org/drawingml/2006/"

/* -- where it stands --------------------------------------------------------------------------------- */

static int height_of(const struct chart *c)
{
	size_t bars = c->kind == CHART_BARS ? c->series : 1, each = bars * BAR + BETWEEN, high = c->labels * each + AROUND;
	return high > HIGHEST ? HIGHEST : (int)high;
}

/* What a person is told who does not see it. */
static void put_told(struct buf *b, const struct chart *c)
{
	buf_put(b, S("Biểu đồ thanh: "));
	xml_put(b, c->title);
	if (c->unit.n) {
		buf_put(b, S(" (đơn vị: "));
		xml_put(b, c->unit);
		buf_put(b, S(")"));
	}
	buf_put(b, S(". Số liệu có trong bảng kèm theo."));
}

void word_chart(struct word *w, const struct chart *c, int room)
{
	struct buf *b = &w->body;
	if (!c->labels || !c->series)
		return;
	*vec_add(w->a, &w->charts) = c;
	size_t n = w->charts.n;
	buf_fmt(b, "<w:p><w:pPr><w:pStyle w:val=\"%s\"/></w:pPr><w:r><w:drawing><wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\">"
	           "<wp:extent cx=\"%d\" cy=\"%d\"/><wp:effectExtent l=\"0\" t=\"0\" r=\"0\" b=\"0\"/><wp:docPr id=\"%zu\" name=\"Biểu đồ %zu\" descr=\"",
	        word_style_id(FORMAL_CELL_CENTRE), room * EMU_A_TWIP, height_of(c) * EMU_A_TWIP, n, n);
	put_told(b, c);
	buf_fmt(b, "\"/><wp:cNvGraphicFramePr/><a:graphic xmlns:a=\"" DRAWING "main\"><a:graphicData uri=\"" DRAWING "chart\">"
	           "<c:chart xmlns:c=\"" DRAWING "chart\" r:id=\"chart%zu\"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>", n);
}

/* -- the part ---------------------------------------------------------------------------------------- */

static void put_look(struct buf *b, int size, bool bold)
{
	buf_fmt(b, "<a:defRPr sz=\"%d\" b=\"%d\"><a:solidFill><a:srgbClr val=\"000000\"/></a:solidFill><a:latin typeface=\"" STYLE_FONT "\"/>"
	           "<a:cs typeface=\"" STYLE_FONT "\"/></a:defRPr>", size, bold);
}

static void put_text_look(struct buf *b, int size)
{
	buf_put(b, S("<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr>"));
	put_look(b, size, false);
	buf_put(b, S("</a:pPr><a:endParaRPr lang=\"vi-VN\"/></a:p></c:txPr>"));
}

static void put_title(struct buf *b, str text, int size, bool bold)
{
	buf_put(b, S("<c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p><a:pPr>"));
	put_look(b, size, bold);
	buf_fmt(b, "</a:pPr><a:r><a:rPr lang=\"vi-VN\" sz=\"%d\" b=\"%d\"/><a:t>", size, bold);
	xml_put(b, text);
	buf_put(b, S("</a:t></a:r></a:p></c:rich></c:tx><c:overlay val=\"0\"/></c:title>"));
}

/* Told apart without colour, too. */
static void put_fill(struct buf *b, size_t series)
{
	static const struct { const char *pattern, *colour; } fills[CHART_SERIES_MAX] = {
		{ "", "1F4E79" },        { "wdUpDiag", "2E75B6" }, { "pct20", "000000" },   { "horz", "7F7F7F" },
		{ "smCheck", "404040" }, { "wdDnDiag", "1F4E79" }, { "vert", "2E75B6" },    { "pct50", "7F7F7F" },
	};
	const char *pattern = fills[series % CHART_SERIES_MAX].pattern, *colour = fills[series % CHART_SERIES_MAX].colour;
	if (*pattern)
		buf_fmt(b, "<c:spPr><a:pattFill prst=\"%s\"><a:fgClr><a:srgbClr val=\"%s\"/></a:fgClr><a:bgClr><a:srgbClr val=\"FFFFFF\"/></a:bgClr>"
		           "</a:pattFill><a:ln w=\"6350\"><a:solidFill><a:srgbClr val=\"%s\"/></a:solidFill></a:ln></c:spPr>", pattern, colour, colour);
	else
		buf_fmt(b, "<c:spPr><a:solidFill><a:srgbClr val=\"%s\"/></a:solidFill></c:spPr>", colour);
}

static void put_value(struct buf *b, int64_t v, int decimals)
{
	uint64_t size = v < 0 ? -(uint64_t)v : (uint64_t)v, unit = 1;
	for (int i = 0; i < decimals; i++)
		unit *= 10;
	buf_fmt(b, "%s%llu", v < 0 ? "-" : "", (unsigned long long)(size / unit));
	if (decimals)
		buf_fmt(b, ".%0*llu", decimals, (unsigned long long)(size % unit));
}

/* As Vietnamese writes figures, whatever the machine is set to. */
static str format_of(struct arena *a, const struct chart *c)
{
	return c->decimals ? str_fmt(a, "[$-42A]0.%0*d", c->decimals, 0) : S("0");
}

/* The cells that a sheet of these figures would have: labels in A, series from B. */
static void put_labels(struct buf *b, const struct chart *c)
{
	buf_fmt(b, "<c:cat><c:strRef><c:f>Sheet1!$A$2:$A$%zu</c:f><c:strCache><c:ptCount val=\"%zu\"/>", c->labels + 1, c->labels);
	for (size_t i = 0; i < c->labels; i++) {
		buf_fmt(b, "<c:pt idx=\"%zu\"><c:v>", i);
		xml_put(b, c->label[i]);
		buf_put(b, S("</c:v></c:pt>"));
	}
	buf_put(b, S("</c:strCache></c:strRef></c:cat>"));
}

static void put_values(struct buf *b, const struct chart *c, size_t series)
{
	char column = (char)('B' + series);
	buf_fmt(b, "<c:val><c:numRef><c:f>Sheet1!$%c$2:$%c$%zu</c:f><c:numCache><c:formatCode>%s</c:formatCode><c:ptCount val=\"%zu\"/>", column, column,
	        c->labels + 1, format_of(b->a, c).p, c->labels);
	for (size_t i = 0; i < c->labels; i++) {
		int64_t v = c->of[series].values[i];
		if (v == CHART_NONE)
			continue;
		buf_fmt(b, "<c:pt idx=\"%zu\"><c:v>", i);
		put_value(b, v, c->decimals);
		buf_put(b, S("</c:v></c:pt>"));
	}
	buf_put(b, S("</c:numCache></c:numRef></c:val>"));
}

static void put_series(struct buf *b, const struct chart *c, size_t i)
{
	buf_fmt(b, "<c:ser><c:idx val=\"%zu\"/><c:order val=\"%zu\"/><c:tx><c:strRef><c:f>Sheet1!$%c$1</c:f><c:strCache><c:ptCount val=\"1\"/>"
	           "<c:pt idx=\"0\"><c:v>", i, i, (char)('B' + i));
	xml_put(b, c->of[i].name);
	buf_put(b, S("</c:v></c:pt></c:strCache></c:strRef></c:tx>"));
	put_fill(b, i);
	buf_put(b, S("<c:invertIfNegative val=\"0\"/>"));
	if (c->kind == CHART_BARS) {
		buf_fmt(b, "<c:dLbls><c:numFmt formatCode=\"%s\" sourceLinked=\"0\"/><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>", format_of(b->a, c).p);
		put_text_look(b, LABEL);
		buf_put(b, S("<c:dLblPos val=\"outEnd\"/><c:showLegendKey val=\"0\"/><c:showVal val=\"1\"/><c:showCatName val=\"0\"/>"
		             "<c:showSerName val=\"0\"/><c:showPercent val=\"0\"/><c:showBubbleSize val=\"0\"/></c:dLbls>"));
	}
	put_labels(b, c);
	put_values(b, c, i);
	buf_put(b, S("</c:ser>"));
}

/* The first label stands on top; the scale stays below. */
static void put_axes(struct buf *b, const struct chart *c)
{
	buf_put(b, S("<c:catAx><c:axId val=\"1\"/><c:scaling><c:orientation val=\"maxMin\"/></c:scaling><c:delete val=\"0\"/><c:axPos val=\"l\"/>"));
	if (c->first.n)
		put_title(b, c->first, LABEL, false);
	buf_put(b, S("<c:numFmt formatCode=\"General\" sourceLinked=\"0\"/><c:majorTickMark val=\"none\"/><c:minorTickMark val=\"none\"/>"
	             "<c:tickLblPos val=\"low\"/>"));
	put_text_look(b, LABEL);
	buf_put(b, S("<c:crossAx val=\"2\"/><c:crosses val=\"autoZero\"/><c:auto val=\"1\"/><c:lblAlgn val=\"ctr\"/><c:lblOffset val=\"100\"/>"
	             "<c:noMultiLvlLbl val=\"0\"/></c:catAx>"
	             "<c:valAx><c:axId val=\"2\"/><c:scaling><c:orientation val=\"minMax\"/><c:min val=\"0\"/></c:scaling><c:delete val=\"0\"/>"
	             "<c:axPos val=\"b\"/><c:majorGridlines><c:spPr><a:ln w=\"6350\"><a:solidFill><a:srgbClr val=\"BFBFBF\"/></a:solidFill></a:ln>"
	             "</c:spPr></c:majorGridlines>"));
	if (c->unit.n)
		put_title(b, c->unit, LABEL, false);
	buf_put(b, S("<c:numFmt formatCode=\"[$-42A]General\" sourceLinked=\"0\"/><c:majorTickMark val=\"out\"/><c:minorTickMark val=\"none\"/>"
	             "<c:tickLblPos val=\"nextTo\"/>"));
	put_text_look(b, LABEL);
	buf_put(b, S("<c:crossAx val=\"1\"/><c:crosses val=\"max\"/><c:crossBetween val=\"between\"/></c:valAx>"));
}

str word_chart_part(struct arena *a, const struct chart *c)
{
	struct buf b = buf_open(a);
	buf_put(&b, S(WORD_XML "<c:chartSpace xmlns:c=\"" DRAWING "chart\" xmlns:a=\"" DRAWING "main\" xmlns:r=\"" WORD_RELATIONS "\">"
	              "<c:date1904 val=\"0\"/><c:lang val=\"vi-VN\"/><c:roundedCorners val=\"0\"/><c:chart>"));
	if (c->title.n)
		put_title(&b, c->title, TITLE, true);
	buf_fmt(&b, "<c:autoTitleDeleted val=\"%d\"/><c:plotArea><c:layout/><c:barChart><c:barDir val=\"bar\"/><c:grouping val=\"%s\"/>"
	            "<c:varyColors val=\"0\"/>", !c->title.n, c->kind == CHART_BARS ? "clustered" : "stacked");
	for (size_t i = 0; i < c->series; i++)
		put_series(&b, c, i);
	buf_fmt(&b, "<c:gapWidth val=\"60\"/>%s<c:axId val=\"1\"/><c:axId val=\"2\"/></c:barChart>",
	        c->kind == CHART_STACKED ? "<c:overlap val=\"100\"/>" : "");
	put_axes(&b, c);
	buf_put(&b, S("</c:plotArea>"));
	if (c->series > 1) {
		buf_put(&b, S("<c:legend><c:legendPos val=\"b\"/><c:overlay val=\"0\"/>"));
		put_text_look(&b, LABEL);
		buf_put(&b, S("</c:legend>"));
	}
	buf_put(&b, S("<c:plotVisOnly val=\"1\"/><c:dispBlanksAs val=\"gap\"/></c:chart><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr></c:chartSpace>"));
	return buf_str(&b);
}
