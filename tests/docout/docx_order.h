/* docx_order.h -- what the schema of ECMA-376 lets stand where, in what order: Word insists on it and no other program. After cmocka.h. */
#ifndef TESTS_DOCX_ORDER_H
#define TESTS_DOCX_ORDER_H
#include "base/xml.h"

/* "*" in front: any of these, in any order. What stands in no row of its own holds nothing. */
static const struct { const char *parent, *children; } orders[] = {
	{ "w:document", "w:body" },
	{ "w:body", "*w:p w:tbl w:sectPr" },
	{ "w:p", "w:pPr *w:r" },
	{ "w:pPr", "w:pStyle w:keepNext w:keepLines w:pageBreakBefore w:widowControl w:numPr w:pBdr w:shd w:tabs w:spacing w:ind "
	           "w:contextualSpacing w:jc w:textAlignment w:outlineLvl w:rPr w:sectPr" },
	{ "w:numPr", "w:ilvl w:numId" },
	{ "w:pBdr", "w:top w:left w:bottom w:right" },
	{ "w:r", "w:rPr *w:t w:br w:tab w:fldChar w:instrText w:drawing" },
	{ "w:rPr", "w:rStyle w:rFonts w:b w:bCs w:i w:iCs w:color w:sz w:szCs w:u w:lang" },
	{ "w:sectPr", "w:headerReference w:footerReference w:type w:pgSz w:pgMar w:pgNumType w:cols w:titlePg" },
	{ "w:tbl", "w:tblPr w:tblGrid w:tr" },
	{ "w:tblPr", "w:tblStyle w:tblW w:jc w:tblInd w:tblBorders w:tblLayout w:tblCellMar w:tblLook" },
	{ "w:tblBorders", "w:top w:left w:bottom w:right w:insideH w:insideV" },
	{ "w:tblCellMar", "w:top w:left w:bottom w:right" },
	{ "w:tblGrid", "w:gridCol" },
	{ "w:tr", "w:trPr w:tc" },
	{ "w:trPr", "*w:cantSplit w:tblHeader" },
	{ "w:tc", "w:tcPr *w:p w:tbl" },
	{ "w:tcPr", "w:tcW w:gridSpan w:vMerge w:tcBorders w:noWrap w:vAlign" },
	{ "w:styles", "w:docDefaults w:style" },
	{ "w:docDefaults", "w:rPrDefault w:pPrDefault" },
	{ "w:rPrDefault", "w:rPr" },
	{ "w:pPrDefault", "w:pPr" },
	{ "w:style", "w:name w:basedOn w:next w:link w:uiPriority w:semiHidden w:unhideWhenUsed w:qFormat w:pPr w:rPr w:tblPr" },
	{ "w:numbering", "w:abstractNum w:num" },
	{ "w:abstractNum", "w:nsid w:multiLevelType w:tmpl w:lvl" },
	{ "w:lvl", "w:start w:numFmt w:lvlRestart w:suff w:lvlText w:lvlJc w:pPr w:rPr" },
	{ "w:num", "w:abstractNumId w:lvlOverride" },
	{ "w:lvlOverride", "w:startOverride w:lvl" },
	{ "w:hdr", "w:p" },
	{ "w:settings", "w:zoom w:defaultTabStop w:characterSpacingControl w:compat w:themeFontLang w:decimalSymbol w:listSeparator" },
	{ "w:compat", "w:doNotExpandShiftReturn w:compatSetting" },
	{ "w:drawing", "wp:inline" },
	{ "wp:inline", "wp:extent wp:effectExtent wp:docPr wp:cNvGraphicFramePr a:graphic" },
	{ "a:graphic", "a:graphicData" },
	{ "a:graphicData", "c:chart" },
	{ "c:chartSpace", "c:date1904 c:lang c:roundedCorners c:chart c:spPr c:txPr c:externalData" },
	{ "c:chart", "c:title c:autoTitleDeleted c:plotArea c:legend c:plotVisOnly c:dispBlanksAs" },
	{ "c:title", "c:tx c:layout c:overlay" },
	{ "c:tx", "*c:rich c:strRef" },
	{ "c:rich", "a:bodyPr a:lstStyle a:p" },
	{ "c:txPr", "a:bodyPr a:lstStyle a:p" },
	{ "a:p", "a:pPr a:r a:endParaRPr" },
	{ "a:pPr", "a:defRPr" },
	{ "a:defRPr", "a:ln a:solidFill a:latin a:cs" },
	{ "a:r", "a:rPr a:t" },
	{ "a:solidFill", "a:srgbClr" },
	{ "c:plotArea", "c:layout c:barChart c:catAx c:valAx" },
	{ "c:barChart", "c:barDir c:grouping c:varyColors c:ser c:dLbls c:gapWidth c:overlap c:axId" },
	{ "c:ser", "c:idx c:order c:tx c:spPr c:invertIfNegative c:dLbls c:cat c:val" },
	{ "c:dLbls", "c:numFmt c:spPr c:txPr c:dLblPos c:showLegendKey c:showVal c:showCatName c:showSerName c:showPercent c:showBubbleSize" },
	{ "c:cat", "c:strRef" },
	{ "c:val", "c:numRef" },
	{ "c:strRef", "c:f c:strCache" },
	{ "c:numRef", "c:f c:numCache" },
	{ "c:strCache", "c:ptCount c:pt" },
	{ "c:numCache", "c:formatCode c:ptCount c:pt" },
	{ "c:pt", "c:v" },
	{ "c:spPr", "*a:noFill a:solidFill a:pattFill a:ln" },
	{ "a:pattFill", "a:fgClr a:bgClr" },
	{ "a:fgClr", "a:srgbClr" },
	{ "a:bgClr", "a:srgbClr" },
	{ "a:ln", "*a:noFill a:solidFill" },
	{ "c:catAx", "c:axId c:scaling c:delete c:axPos c:majorGridlines c:title c:numFmt c:majorTickMark c:minorTickMark c:tickLblPos c:spPr c:txPr "
	             "c:crossAx c:crosses c:auto c:lblAlgn c:lblOffset c:noMultiLvlLbl" },
	{ "c:valAx", "c:axId c:scaling c:delete c:axPos c:majorGridlines c:title c:numFmt c:majorTickMark c:minorTickMark c:tickLblPos c:spPr c:txPr "
	             "c:crossAx c:crosses c:crossBetween" },
	{ "c:scaling", "c:orientation c:max c:min" },
	{ "c:majorGridlines", "c:spPr" },
	{ "c:legend", "c:legendPos c:overlay c:txPr" },
	{ "cp:coreProperties", "*dc:title dc:language" },
};

static const struct xml_space spaces[] = {
	{ "w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main" },
	{ "wp", "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" },
	{ "a", "http://schemas.openxmlformats.org/drawingml/2006/main" },
	{ "c", "http://schemas.openxmlformats.org/drawingml/2006/chart" },
	{ "cp", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties" },
	{ "dc", "http://purl.org/dc/elements/1.1/" },
};

enum { NAMES_MAX = 400, DEPTH_MAX = 64 };

struct checking {
	struct arena   *a;
	const char     *part;
	struct xml_name names[NAMES_MAX];
	size_t          n, wrong;
	struct { int name, last; } open[DEPTH_MAX];      /* last: how far in the row of its parent */
	int             depth;
};

static inline int id_of(struct checking *c, str name)
{
	for (size_t i = 0; i < c->n; i++)
		if (str_eq(str_c(c->names[i].name), name))
			return c->names[i].id;
	assert_true(c->n < NAMES_MAX);
	c->names[c->n] = (struct xml_name){ str_copy(c->a, name).p, (int)c->n + 1 };
	return (int)++c->n;
}

/* The next name of a row; starred: it is one of those behind the star. */
static inline str next_name(str *row, bool *starred)
{
	size_t end = str_find(*row, S(" "), 0);
	str name = str_sub(*row, 0, end);
	*row = str_sub(*row, end + 1, row->n);
	if (str_starts(name, S("*"))) {
		*starred = true;
		name = str_sub(name, 1, name.n);
	}
	return name;
}

/* Where in its parent's row it stands; all behind a star stand at one place. -1: nowhere. */
static inline int place_in(const char *children, str name)
{
	bool starred = false;
	str row = str_c(children);
	for (int place = 0; row.n; place += !starred)
		if (str_eq(next_name(&row, &starred), name))
			return place;
	return -1;
}

static inline const char *children_of(str parent)
{
	for (size_t i = 0; i < COUNT(orders); i++)
		if (str_eq(str_c(orders[i].parent), parent))
			return orders[i].children;
	return "";
}

static inline void on_open(void *ctx, struct xml *x, int name)
{
	struct checking *c = ctx;
	str mine = name ? str_c(c->names[name - 1].name) : S("?");
	if (c->depth) {
		str above = str_c(c->names[c->open[c->depth - 1].name - 1].name);
		int place = place_in(children_of(above), mine), *last = &c->open[c->depth - 1].last;
		if (place < 0 || place < *last) {
			print_message("%s:%d: %.*s in %.*s %s\n", c->part, xml_line(x), SF(mine), SF(above), place < 0 ? "may not stand" : "stands too late");
			c->wrong++;
		}
		*last = place > *last ? place : *last;
	}
	assert_true(name && c->depth < DEPTH_MAX);
	c->open[c->depth].name = name;
	c->open[c->depth++].last = 0;
}

static inline void on_close(void *ctx, struct xml *x, int name)
{
	struct checking *c = ctx;
	(void)x, (void)name;
	c->depth--;
}

static inline size_t wrong_in(struct arena *a, const char *part, str xml)
{
	struct checking *c = make(a, struct checking);
	struct err e = { 0 };
	*c = (struct checking){ .a = a, .part = part };
	for (size_t i = 0; i < COUNT(orders); i++) {
		bool starred;
		id_of(c, str_c(orders[i].parent));
		for (str row = str_c(orders[i].children); row.n;)
			id_of(c, next_name(&row, &starred));
	}
	struct xml_grammar g = { spaces, COUNT(spaces), c->names, c->n, on_open, on_close, NULL };
	if (!xml_whole(a, &g, c, xml, &e))
		fail_msg("%s: %s %s", part, e.message, e.detail);
	return c->wrong;
}

#endif
