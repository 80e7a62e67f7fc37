/* That the parts of a .docx are what the schema of ECMA-376 wants: every element stands where its parent may hold it, in that order, which
 * Word insists on and no other program; and that each part is the one of tests/golden/docx/, which was looked at. After a change that
 * is meant:
 *     KHACPHUC_GOLDEN=write KHACPHUC_SOURCE=$PWD build/tests docout_docx_order */
#include "base/archive.h"
#include "base/xml.h"
#include "docin/read.h"
#include "docout/docx_sample.h"
#include "docout/render.h"
#include <stdio.h>
#include <stdlib.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#undef fail                     /* cmocka has its own */
#include <cmocka.h>

#define ROOM ((size_t)1 << 30)

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

static int id_of(struct checking *c, str name)
{
	for (size_t i = 0; i < c->n; i++)
		if (str_eq(str_c(c->names[i].name), name))
			return c->names[i].id;
	assert_true(c->n < NAMES_MAX);
	c->names[c->n] = (struct xml_name){ str_copy(c->a, name).p, (int)c->n + 1 };
	return (int)++c->n;
}

/* The next name of a row; starred: it is one of those behind the star. */
static str next_name(str *row, bool *starred)
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
static int place_in(const char *children, str name)
{
	bool starred = false;
	str row = str_c(children);
	for (int place = 0; row.n; place += !starred)
		if (str_eq(next_name(&row, &starred), name))
			return place;
	return -1;
}

static const char *children_of(str parent)
{
	for (size_t i = 0; i < COUNT(orders); i++)
		if (str_eq(str_c(orders[i].parent), parent))
			return orders[i].children;
	return "";
}

static void on_open(void *ctx, struct xml *x, int name)
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

static void on_close(void *ctx, struct xml *x, int name)
{
	struct checking *c = ctx;
	(void)x, (void)name;
	c->depth--;
}

static size_t wrong_in(struct arena *a, const char *part, str xml)
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

/* The checker itself: what it must not let pass. */
#define W "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
static const struct { const char *xml; size_t wrong; } checked[] = {
	{ "<w:p " W "><w:pPr><w:pStyle/><w:jc/></w:pPr><w:r/><w:r/></w:p>", 0 },
	{ "<w:p " W "><w:pPr><w:jc/><w:pStyle/></w:pPr></w:p>", 1 },
	{ "<w:p " W "><w:r/><w:pPr/></w:p>", 1 },
	{ "<w:tc " W "><w:tcPr/><w:p/><w:tbl/><w:p/></w:tc>", 0 },
	{ "<w:tc " W "><w:tcPr><w:tr/></w:tcPr></w:tc>", 1 },
};

static void test_checker(void **state)
{
	(void)state;
	CLEANUP(arena_close) struct arena *a = arena_open(ROOM);
	for (size_t i = 0; i < COUNT(checked); i++)
		assert_int_equal(wrong_in(a, "checker", str_c(checked[i].xml)), checked[i].wrong);
}

/* -- the parts --------------------------------------------------------------------------------------- */

static const char *const parts[] = { "word/document.xml", "word/styles.xml", "word/numbering.xml", "word/settings.xml", "word/header1.xml",
	                             "word/header2.xml", "word/charts/chart1.xml", "docProps/core.xml" };

/* A line for each element, so that what differs is seen. */
static str in_lines(struct arena *a, str xml)
{
	struct buf b = buf_open(a);
	for (size_t i = 0; i < xml.n; i++) {
		buf_put(&b, str_sub(xml, i, i + 1));
		if (xml.p[i] == '>' && i + 1 < xml.n && xml.p[i + 1] == '<')
			buf_put(&b, S("\n"));
	}
	buf_put(&b, S("\n"));
	return buf_str(&b);
}

static const char *source_root(void)
{
	const char *s = getenv("KHACPHUC_SOURCE");
	return s ? s : ".";
}

static void golden(struct arena *a, const char *part, str have)
{
	const char *mode = getenv("KHACPHUC_GOLDEN"), *slash = strrchr(part, '/');
	const char *path = str_fmt(a, "%s/tests/golden/docx/%s", source_root(), slash + 1).p;
	FILE *f = fopen(path, mode && !strcmp(mode, "write") ? "w" : "r");
	if (!f)
		fail_msg("%s cannot be opened", path);
	if (mode && !strcmp(mode, "write")) {
		assert_int_equal(fwrite(have.p, 1, have.n, f), have.n);
		fclose(f);
		return;
	}
	char *want = make_n(a, char, have.n + 1);
	size_t n = fread(want, 1, have.n + 1, f), same = 0, line = 1;
	fclose(f);
	for (; same < n && same < have.n && want[same] == have.p[same]; same++)
		line += want[same] == '\n';
	if (same < n || same < have.n)
		fail_msg("%s:%zu: is now %.*s", path, line, (int)(have.n - same > 200 ? 200 : have.n - same), have.p + same);
}

static void test_parts(void **state)
{
	(void)state;
	CLEANUP(arena_close) struct arena *a = arena_open(ROOM);
	CLEANUP(archive_close) struct archive *z = NULL;
	struct err e = { 0 };
	str bytes, xml;
	assert_true(render_docx.render(a, sample(a, 2), &bytes, &e));
	assert_true(archive_open(a, bytes, &z, &e));
	assert_int_equal(archive_count(z), COUNT(parts) + 3);          /* the types, two lists of relations */
	for (size_t i = 0; i < COUNT(parts); i++) {
		size_t at;
		assert_true(archive_find(z, parts[i], &at));
		assert_true(archive_read(z, at, a, ROOM / 8, &xml, &e));
		assert_int_equal(wrong_in(a, parts[i], xml), 0);
		golden(a, parts[i], in_lines(a, xml));
	}
}

/* -- trees by chance: whatever a builder may make is either refused with a sentence or a file in order that is read again ------------- */

enum { TREES = 300 };

struct dice { uint64_t state; };

static int roll(struct dice *d, int below)
{
	d->state = d->state * 6364136223846793005u + 1442695040888963407u;
	return (int)((d->state >> 33) % (unsigned)below);
}

static str some_text(struct dice *d)
{
	static const str texts[] = { S(""), S(" "), S("Ủy ban nhân dân"), S("0,158"), S("a\tb\nc"), S("\xF0\x9F\x93\x8E"), S("\x01<&>\xFF"), S("]]>"),
		                     S("một câu dài hơn một dòng của một ô trong bảng, để phải xuống dòng ở một chỗ nào đó trong câu ấy") };
	return texts[roll(d, COUNT(texts))];
}

static str some_marker(struct dice *d)
{
	static const str marks[] = { S(""), S("-"), S("+"), S("a)"), S("b)"), S("1."), S("2."), S("đ)"), S("%"), S("\xFF"), S("(3)"), S("<") };
	return marks[roll(d, COUNT(marks))];
}

static void add_some(struct arena *a, struct dice *d, struct node *parent, int depth);

static void add_table(struct arena *a, struct dice *d, struct node *t, int depth)
{
	static const int widths[] = { 300, 0, 500, 900 };
	t->plain = roll(d, 2);
	t->widths = (struct widths){ widths, (size_t)roll(d, 5) };
	for (int rows = roll(d, 4); rows; rows--) {
		struct node *r = row(a, t, roll(d, 2));
		for (int cells = roll(d, 5); cells; cells--) {
			struct node *c = node_add(a, r, NODE_CELL, NOWHERE);
			c->colspan = roll(d, 20) ? roll(d, 4) : 1 << 14;
			c->rowspan = roll(d, 4);
			add_some(a, d, c, depth + 1);
		}
	}
}

static const struct chart *some_chart(struct arena *a, struct dice *d)
{
	struct chart *c = make(a, struct chart);
	struct chart_series *of = make_n(a, struct chart_series, CHART_SERIES_MAX);
	str *labels = make_n(a, str, CHART_LABELS_MAX);
	*c = (struct chart){ .kind = roll(d, 2), .title = some_text(d), .unit = some_text(d), .first = some_text(d), .decimals = roll(d, 5),
		             .labels = (size_t)roll(d, 9), .series = (size_t)roll(d, CHART_SERIES_MAX + 1), .label = labels, .of = of };
	for (size_t i = 0; i < c->labels; i++)
		labels[i] = some_text(d);
	for (size_t i = 0; i < c->series; i++) {
		int64_t *values = make_n(a, int64_t, c->labels + 1);
		for (size_t k = 0; k < c->labels; k++)
			values[k] = roll(d, 3) ? roll(d, 5000) - 100 : CHART_NONE;
		of[i] = (struct chart_series){ some_text(d), values };
	}
	return c;
}

static void add_some(struct arena *a, struct dice *d, struct node *parent, int depth)
{
	static const enum node_kind kinds[] = { NODE_HEADING, NODE_PARA, NODE_ITEM, NODE_TABLE, NODE_LINE, NODE_CHART };
	for (int n = roll(d, depth > 3 ? 2 : 6); n; n--) {
		struct node *b = node_add(a, parent, kinds[roll(d, parent->kind == NODE_DOC ? 6 : 4)], NOWHERE);
		b->begins = parent->kind == NODE_DOC && !roll(d, 6) ? (unsigned char)roll(d, 3) : BEGINS_NOTHING;
		if (b->kind == NODE_TABLE) {
			add_table(a, d, b, depth);
			continue;
		}
		if (b->kind == NODE_CHART) {
			b->chart = some_chart(a, d);
			continue;
		}
		b->formal = b->kind == NODE_LINE ? FORMAL_NONE : (unsigned char)roll(d, FORMALS);
		if (b->kind == NODE_HEADING || b->kind == NODE_ITEM)
			b->level = roll(d, 12);
		if (b->kind == NODE_ITEM)
			b->marker = some_marker(d);
		for (int runs = roll(d, 3); runs; runs--)
			node_run(a, b, some_text(d), NOWHERE)->bold = roll(d, 2);
	}
}

static void test_any_tree(void **state)
{
	(void)state;
	struct dice d = { 2026 };
	int written = 0;
	for (int i = 0; i < TREES; i++) {
		CLEANUP(arena_close) struct arena *a = arena_open(ROOM);
		CLEANUP(archive_close) struct archive *z = NULL;
		struct node *root = node_new(a, NODE_DOC, NOWHERE);
		struct err e = { 0 };
		struct reading r = { 0 };
		str bytes, xml;
		add_some(a, &d, root, 0);
		if (!render_docx.render(a, root, &bytes, &e)) {
			assert_true(e.code == ERR_LIMIT && *e.message && *e.hint);
			continue;
		}
		written++;
		assert_true(archive_open(a, bytes, &z, &e));
		for (size_t k = 0; k < archive_count(z); k++) {
			str name = archive_entry(z, k).name;
			assert_true(archive_read(z, k, a, ROOM / 8, &xml, &e));
			if (!str_ends(name, S(".rels")) && !str_starts(name, S("[")))
				assert_int_equal(wrong_in(a, name.p, xml), 0);
		}
		if (!read_bytes(a, bytes, &r, &e) && e.code != ERR_INPUT)          /* nothing to read in it */
			fail_msg("%d: %s %s", i, e.message, e.detail);
		e = (struct err){ 0 };
		if (!render_odt.render(a, root, &bytes, &e) || (!read_bytes(a, bytes, &r, &e) && e.code != ERR_INPUT))
			fail_msg("%d: odt: %s %s", i, e.message, e.detail);
	}
	assert_true(written > TREES / 2);
}

int docout_docx_order_tests(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_checker), cmocka_unit_test(test_parts), cmocka_unit_test(test_any_tree) };
	return cmocka_run_group_tests_name("docout/docx_order", tests, NULL, NULL);
}
