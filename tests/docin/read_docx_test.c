#include "docin/read.h"
#include "pack.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#undef fail                     /* cmocka has its own */
#include <cmocka.h>

enum { ROOM = 256 << 20, FILES_MAX = 8 };        /* one more than a file has: the end */

/* -- a Word file from its body ---------------------------------------------------------------------- */

#define SPACES "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" " \
	"xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" " \
	"xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" xmlns:wps=\"urn:wps\" xmlns:v=\"urn:schemas-microsoft-com:vml\" " \
	"xmlns:o=\"urn:schemas-microsoft-com:office:office\" xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" " \
	"xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\""
#define RELATIONS "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
#define TYPE "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
#define RELATION(id, type, target) "<Relationship Id=\"" id "\" Type=\"" TYPE type "\" Target=\"" target "\"/>"
#define ROOT RELATIONS RELATION("a", "officeDocument", "word/document.xml") "</Relationships>"

struct source { const char *body, *styles, *numbering, *notes, *relations; };

static str wrap(struct arena *a, const char *tag, const char *inner)
{
	return str_fmt(a, "<?xml version=\"1.0\"?><w:%s " SPACES ">%s</w:%s>", tag, inner, tag);
}

static str docx_of(struct arena *a, const struct source *s)
{
	struct packed files[FILES_MAX] = { { "_rels/.rels", S(ROOT) } };
	size_t n = 1;
	struct buf rels = buf_open(a);
	buf_put(&rels, S(RELATIONS));
	const struct { const char *inner, *tag, *name, *relation; } parts[] = {
		{ s->styles, "styles", "word/styles.xml", RELATION("s", "styles", "styles.xml") },
		{ s->numbering, "numbering", "word/numbering.xml", RELATION("n", "numbering", "numbering.xml") },
		{ s->notes, "footnotes", "word/footnotes.xml", RELATION("f", "footnotes", "/word/footnotes.xml") },
	};
	for (size_t i = 0; i < COUNT(parts); i++)
		if (parts[i].inner) {
			files[n++] = (struct packed){ parts[i].name, wrap(a, parts[i].tag, parts[i].inner) };
			buf_put(&rels, str_c(parts[i].relation));
		}
	buf_fmt(&rels, "%s</Relationships>", s->relations ? s->relations : "");
	files[n++] = (struct packed){ "word/_rels/document.xml.rels", buf_str(&rels) };
	files[n++] = (struct packed){ "word/document.xml", wrap(a, "document", str_fmt(a, "<w:body>%s</w:body>", s->body).p) };
	return pack(a, files);
}

/* -- the tree as text: "h2@1{…}", a row "row* [cell 2x1 | …]" with * for a heading row ---------------- */

static void draw_runs(struct buf *b, const struct node *n)
{
	for (const struct node *r = n->first; r; r = r->next)
		buf_fmt(b, "%s%s{%.*s}", r->bold ? "*" : "", r->italic ? "/" : "", SF(r->text));
}

static void draw(struct buf *b, const struct node *n)
{
	static const char *const names[] = { "doc", "h", "p", "item", "table", "row", "cell", "line", "run" };
	for (const struct node *c = n->first; c; c = c->next) {
		if (c->kind == NODE_TABLE || c->kind == NODE_ROW) {
			buf_fmt(b, "%s%s", names[c->kind], c->header ? "*" : "");
			buf_put(b, S("["));
			draw(b, c);
			buf_put(b, S("]"));
		} else if (c->kind == NODE_CELL) {
			buf_put(b, c->from.cell > 1 ? S("|") : S(""));
			if (c->colspan > 1 || c->rowspan > 1)
				buf_fmt(b, "%dx%d ", c->colspan, c->rowspan);
			draw(b, c);
		} else {
			buf_put(b, names[c->kind][0] == 'p' ? S("p") : str_c(names[c->kind]));
			if (c->level)
				buf_fmt(b, "%d", c->level);
			if (c->marker.n)
				buf_fmt(b, "(%.*s)", SF(c->marker));
			if (n->kind == NODE_DOC)
				buf_fmt(b, "@%d", c->from.line);
			if (c->from.page)
				buf_fmt(b, "^%d", c->from.page);
			draw_runs(b, c);
		}
		if (n->kind == NODE_DOC)
			buf_put(b, S("\n"));
	}
}

static void expect(const char *what, const struct source *s, const char *tree, const char *note)
{
	struct arena *a = arena_open(ROOM);
	struct reading r = { 0 };
	struct err e = { 0 };
	if (!read_bytes(a, docx_of(a, s), &r, &e))
		fail_msg("%s: %s (%s)", what, e.message, e.detail);
	assert_string_equal(r.by->name, "docx");
	struct buf b = buf_open(a);
	draw(&b, r.root);
	if (strcmp(b.p, tree))
		fail_msg("%s:\n%s--- wanted\n%s", what, b.p, tree);
	size_t hits = 0;
	for (size_t i = 0; i < r.notes.n; i++)
		hits += note && strstr(r.notes.at[i].p, note);
	if (note ? !hits : r.notes.n > 0)
		fail_msg("%s: notes %zu, first: %s", what, r.notes.n, r.notes.n ? r.notes.at[0].p : "none");
	arena_free(a);
}

/* -- text ------------------------------------------------------------------------------------------- */

#define P(x)      "<w:p>" x "</w:p>"
#define R(x)      "<w:r>" x "</w:r>"
#define T(x)      R("<w:t xml:space=\"preserve\">" x "</w:t>")
#define PR(pr, x) "<w:p><w:pPr>" pr "</w:pPr>" x "</w:p>"
#define RR(pr, x) "<w:r><w:rPr>" pr "</w:rPr><w:t xml:space=\"preserve\">" x "</w:t></w:r>"
#define VAL(tag, v) "<w:" tag " w:val=\"" v "\"/>"
#define FONT(name) "<w:rFonts w:ascii=\"" name "\" w:hAnsi=\"" name "\"/>"
#define CHAR(type) "<w:fldChar w:fldCharType=\"" type "\"/>"

static const struct { const char *what, *body, *tree, *note; } texts[] = {
	{ "paragraphs; empty ones count", P(T("một")) P("") P(T("ba")), "p@1{một}\np@3{ba}\n", NULL },
	{ "runs cut by rsid are one", P("<w:r w:rsidR=\"1\"><w:t xml:space=\"preserve\">Kế </w:t></w:r><w:proofErr w:type=\"x\"/>" T("hoạch")), "p@1{Kế hoạch}\n", NULL },
	{ "spaces of XML", P(R("<w:t>\n  một\t</w:t>")) P("<w:r><w:t xml:space=\"preserve\"> a\nb </w:t></w:r>" T("c")), "p@1{một}\np@2{a b c}\n", NULL },
	{ "styles of runs", P(RR("<w:b/>", "đậm") RR("<w:i/><w:b w:val=\"0\"/>", "nghiêng") T("thường")), "p@1*{đậm}/{nghiêng}{thường}\n", NULL },
	{ "NFD", P(T("To\xCC\x82\xCC\x81t") RR("<w:b/>", "a\u00A0b")), "p@1{Tốt}*{a b}\n", NULL },
	{ "tab, hyphens", P(R("<w:t>1.</w:t><w:tab/><w:t>a</w:t><w:noBreakHyphen/><w:t>b</w:t><w:softHyphen/><w:t>c</w:t>")), "p@1{1. a-bc}\n", NULL },
	{ "a tab stop is no tab", PR("<w:tabs><w:tab w:val=\"left\" w:pos=\"1\"/></w:tabs>", T("a")), "p@1{a}\n", NULL },
	{ "line breaks part", P(R("<w:t>một</w:t><w:br/><w:t>hai</w:t><w:cr/><w:t>ba</w:t>")), "p@1{một}\np@1{hai}\np@1{ba}\n", NULL },
	{ "a line break in a heading", PR(VAL("outlineLvl", "0"), R("<w:t>KẾ</w:t><w:br/><w:t>HOẠCH</w:t>")), "h1@1{KẾ HOẠCH}\n", NULL },
	{ "links, smart tags, controls", P("<w:hyperlink r:id=\"x\">" T("a") "</w:hyperlink><w:smartTag>" T("b") "</w:smartTag><w:sdt><w:sdtPr><w:rPr><w:b/></w:rPr><w:text/>"
	  "</w:sdtPr><w:sdtContent>" T("c") "</w:sdtContent></w:sdt><w:bookmarkStart w:id=\"0\" w:name=\"x\"/>"), "p@1{abc}\n", NULL },
	{ "paragraphs in a control", "<w:sdt><w:sdtContent>" P(T("a")) "</w:sdtContent></w:sdt>", "p@1{a}\n", NULL },
	{ "fields: what they show", P(R(CHAR("begin")) R("<w:instrText>PAGE </w:instrText>") T("không") R(CHAR("separate")) T("12") R(CHAR("end")) T(" sau")
	  "<w:fldSimple w:instr=\"DATE\">" T(" ngày") "</w:fldSimple>"), "p@1{12 sau ngày}\n", NULL },
	{ "a field in a field", P(R(CHAR("begin")) R(CHAR("begin")) R(CHAR("separate")) T("trong") R(CHAR("end")) R(CHAR("separate")) T("ngoài") R(CHAR("end"))), "p@1{ngoài}\n", NULL },
	{ "a field that never ends hides only its paragraph", P(T("a") R(CHAR("begin")) T("b")) P(T("c")), "p@1{a}\np@2{c}\n", NULL },
	{ "capitals", P(RR("<w:caps/>", "Sở Nội vụ") RR("<w:smallCaps/>", " tỉnh đ")), "p@1{SỞ NỘI VỤ TỈNH Đ}\n", NULL },
	{ "signs of fonts", P(R("<w:sym w:font=\"Symbol\" w:char=\"F0B3\"/>") T(" 90%") RR(FONT("Wingdings"), "\xEF\x83\xBC") RR(FONT("Symbol"), "a") RR(FONT("Arial"), "\xEF\x82\xB7")),
	  "p@1{≥ 90%✓α•}\n", NULL },
	{ "signs nobody knows", P(T("a") R("<w:sym w:font=\"Webdings\" w:char=\"F003\"/>")), "p@1{a}\n", "1 ký hiệu" },
	{ "TCVN3", P(RR(FONT(".VnTime"), "KÕ ho¹ch") RR(FONT(".VnTimeH"), " kh¾c phôc")), "p@1{Kế hoạch KHẮC PHỤC}\n", "Unicode" },
	{ "TCVN3: ư is a soft hyphen", P(RR(FONT(".VnTime"), "ch\u00ADa")), "p@1{chưa}\n", "Unicode" },
	{ "VNI cut within a letter", P(RR(FONT("VNI-Times"), "Ke") RR(FONT("VNI-Times"), "á hoaïch")), "p@1{Kế hoạch}\n", "Unicode" },
	{ "Unicode in an old font", P(RR(FONT(".VnTime"), "Kế hoạch là") RR(FONT("VNI-Times"), " là và")), "p@1{Kế hoạch là là và}\n", NULL },
	{ "an old font and Unicode side by side", P(RR(FONT(".VnTime"), "Sè") T(" hiệu")), "p@1{Số hiệu}\n", "Unicode" },
	{ "hidden", P(T("a") RR("<w:vanish/>", "ẩn") T("b")), "p@1{ab}\n", "chữ ẩn ở 1 đoạn" },
	{ "typed bullets", P(T("- một")) P(T("+ hai")) P(T("-0,5 điểm")), "item1(-)@1{một}\nitem1(+)@2{hai}\np@3{-0,5 điểm}\n", NULL },
	{ "an equation", P("<m:oMath>" "<m:f><m:num><m:r><m:t>93*2</m:t></m:r></m:num><m:den><m:r><m:t>100</m:t></m:r></m:den></m:f><m:r><m:t>=1,86</m:t></m:r></m:oMath>"),
	  "p@1{(93*2)/100=1,86}\n", NULL },
	{ "prefix of their own choice", "<q:p xmlns:q=\"http://purl.oclc.org/ooxml/wordprocessingml/main\"><q:r><q:t>a</q:t></q:r></q:p>", "p@1{a}\n", NULL },
	{ "headings by look", PR(VAL("jc", "center"), RR("<w:b/>", "PHỤ LỤC TỔNG HỢP")) P(RR("<w:b/>", "II. NHIỆM VỤ")) P(RR("<w:b/>", "1.2. Yêu cầu")) P(T("I. Thường"))
	  P(RR("<w:b/>", "Kế hoạch này")), "h1@1*{PHỤ LỤC TỔNG HỢP}\nh2@2*{II. NHIỆM VỤ}\nh4@3*{1.2. Yêu cầu}\np@4{I. Thường}\np@5*{Kế hoạch này}\n", NULL },
};

static void test_texts(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(texts); i++)
		expect(texts[i].what, &(struct source){ .body = texts[i].body }, texts[i].tree, texts[i].note);
}

/* -- what is not settled, what is elsewhere --------------------------------------------------------- */

#define BOX(x) "<w:txbxContent>" x "</w:txbxContent>"

static const struct { const char *what, *body, *relations, *tree, *note; } others[] = {
	{ "changes", P(T("a") "<w:ins w:id=\"1\">" T("b") "</w:ins><w:del w:id=\"2\"><w:r><w:delText>c</w:delText></w:r>" T("d") "</w:del>"), NULL,
	  "p@1{ab}\n", "thêm 1 chỗ, xóa 1 chỗ, chuyển 0" },
	{ "moved text", P("<w:moveFrom w:id=\"1\">" T("cũ") "</w:moveFrom>" T("x")) P("<w:moveTo w:id=\"2\">" T("mới") "</w:moveTo>"), NULL,
	  "p@1{x}\np@2{mới}\n", "chuyển 1" },
	{ "a deleted mark joins", PR("<w:rPr><w:del w:id=\"1\"/></w:rPr>", T("một ")) PR(VAL("outlineLvl", "1"), T("hai")) P(T("ba")), NULL,
	  "h2@1{một hai}\np@2{ba}\n", "xóa 1" },
	{ "a deleted mark at the end", P(T("a")) PR("<w:rPr><w:del w:id=\"1\"/></w:rPr>", T("b")), NULL, "p@1{a}\np@2{b}\n", "xóa 1" },
	{ "formats as they were", "<w:p><w:pPr><w:pPrChange><w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr></w:pPrChange></w:pPr><w:r><w:rPr><w:rPrChange><w:rPr><w:b/></w:rPr></w:rPrChange>"
	  "</w:rPr><w:t>a</w:t></w:r></w:p>", NULL, "p@1{a}\n", NULL },
	{ "a text box once, before its paragraph", P(T("neo ") R("<mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing>" BOX(P(T("trong hộp"))) "</w:drawing></mc:Choice>"
	  "<mc:Fallback><w:pict>" BOX(P(T("trong hộp"))) "</w:pict></mc:Fallback></mc:AlternateContent>") T("sau")), NULL, "p@1{trong hộp}\np@2{neo sau}\n", NULL },
	{ "a text box without a choice", P(R("<w:pict>" BOX(P(T("a"))) "</w:pict>")), NULL, "p@1{a}\n", NULL },
	{ "objects", P(T("a") R("<w:object><o:OLEObject/></w:object>")), NULL, "p@1{a}\n", "1 đối tượng nhúng" },
	{ "pictures", P(T("a") R("<w:drawing><a:blip/></w:drawing>")), NULL, "p@1{a}\n", "1 hình ảnh" },
	{ "other files", P(T("a")) "<w:altChunk r:id=\"x\"/>", NULL, "p@1{a}\n", "ghép nội dung" },
	{ "macros", P(T("a")), RELATION("m", "vbaProject", "vbaProject.bin"), "p@1{a}\n", "macro" },
	{ "ways out", P(T("a")), "<Relationship Id=\"t\" Type=\"" TYPE "attachedTemplate\" Target=\"http://x/\" TargetMode=\"External\"/>", "p@1{a}\n", "liên kết" },
	{ "links are no ways out", P(T("a")), "<Relationship Id=\"t\" Type=\"" TYPE "hyperlink\" Target=\"http://x/\" TargetMode=\"External\"/>", "p@1{a}\n", NULL },
	{ "no pages without Word's own", P(T("a") R("<w:br w:type=\"page\"/>")) P(T("b")), NULL, "p@1{a}\np@2{b}\n", NULL },
	{ "pages", P(T("a") R("<w:br w:type=\"page\"/>")) P(R("<w:lastRenderedPageBreak/><w:t>b</w:t>")) P(R("<w:lastRenderedPageBreak/><w:t>c</w:t>"))
	  PR("<w:sectPr/>", T("d")) P(T("e")) PR("<w:sectPr><w:type w:val=\"continuous\"/></w:sectPr>", T("f")) P(T("g")), NULL,
	  "p@1^1{a}\np@2^2{b}\np@3^3{c}\np@4^3{d}\np@5^4{e}\np@6^4{f}\np@7^4{g}\n", NULL },
};

static void test_others(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(others); i++)
		expect(others[i].what, &(struct source){ .body = others[i].body, .relations = others[i].relations },
		       others[i].tree, others[i].note);
}

/* -- styles ----------------------------------------------------------------------------------------- */

#define STYLE(type, id, x) "<w:style w:type=\"" type "\" w:styleId=\"" id "\">" x "</w:style>"

static const char styles[] =
	"<w:docDefaults><w:rPrDefault><w:rPr>" FONT("Times New Roman") "</w:rPr></w:rPrDefault></w:docDefaults>"
	"<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/></w:style>"
	STYLE("paragraph", "H2", VAL("name", "heading 2") VAL("basedOn", "Normal") "<w:rPr><w:b/></w:rPr>")
	STYLE("paragraph", "Con", VAL("name", "Con") VAL("basedOn", "H2"))
	STYLE("paragraph", "T", VAL("name", "Title"))
	STYLE("paragraph", "Cu", VAL("name", "Cu") "<w:rPr>" FONT(".VnTime") "</w:rPr>")
	STYLE("paragraph", "V1", VAL("name", "a") VAL("basedOn", "V2"))
	STYLE("paragraph", "V2", VAL("name", "b") VAL("basedOn", "V1"))
	STYLE("paragraph", "L", VAL("name", "l") "<w:pPr>" VAL("outlineLvl", "2") "<w:numPr>" VAL("numId", "3") "</w:numPr></w:pPr>")
	STYLE("character", "Nhan", VAL("name", "Nhan") "<w:rPr><w:i/><w:caps/></w:rPr>");

static const struct { const char *what, *body, *tree, *note; } styled[] = {
	{ "headings", PR(VAL("pStyle", "H2"), T("a")) PR(VAL("pStyle", "Con"), T("b")) PR(VAL("pStyle", "T"), T("c")) PR(VAL("pStyle", "H2") VAL("outlineLvl", "9"), T("d")),
	  "h2@1*{a}\nh2@2*{b}\nh1@3{c}\np@4*{d}\n", NULL },
	{ "a style of runs", P("<w:r><w:rPr>" VAL("rStyle", "Nhan") VAL("i", "0") "</w:rPr><w:t>a</w:t></w:r>"), "p@1{A}\n", NULL },
	{ "an old font by style", PR(VAL("pStyle", "Cu"), T("Sè") RR(FONT("Arial"), " Số")), "p@1{Số Số}\n", "Unicode" },
	{ "a circle", PR(VAL("pStyle", "V1"), T("a")), "p@1{a}\n", NULL },
	{ "a style that is not there", PR(VAL("pStyle", "không"), T("a")), "p@1{a}\n", NULL },
};

static void test_styles(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(styled); i++)
		expect(styled[i].what, &(struct source){ .body = styled[i].body, .styles = styles }, styled[i].tree, styled[i].note);
}

/* -- lists ------------------------------------------------------------------------------------------ */

#define LEVEL(i, fmt, text, more) "<w:lvl w:ilvl=\"" i "\">" VAL("start", "1") VAL("numFmt", fmt) more VAL("lvlText", text) "</w:lvl>"
#define ABSTRACT(id, x) "<w:abstractNum w:abstractNumId=\"" id "\">" x "</w:abstractNum>"
#define NUM(id, of, x) "<w:num w:numId=\"" id "\">" VAL("abstractNumId", of) x "</w:num>"

static const char numbering[] =
	ABSTRACT("0", LEVEL("0", "upperRoman", "%1.", "") LEVEL("1", "decimal", "%2.", "") LEVEL("2", "decimal", "%1.%2.%3", "<w:isLgl/>") LEVEL("3", "lowerLetter", "%4)", ""))
	ABSTRACT("1", LEVEL("0", "bullet", "-", "") LEVEL("1", "bullet", "\xEF\x82\xB7", "") LEVEL("2", "bullet", "o", ""))
	ABSTRACT("2", LEVEL("0", "decimal", "Điều %1.", "<w:suff w:val=\"space\"/>") LEVEL("1", "decimalZero", "%2", VAL("lvlRestart", "0"))
	  "<w:lvl w:ilvl=\"2\">" VAL("pStyle", "L") VAL("numFmt", "lowerRoman") VAL("start", "4") VAL("lvlText", "(%3)") "</w:lvl>" LEVEL("3", "none", "", ""))
	NUM("1", "0", "") NUM("2", "1", "") NUM("3", "2", "")
	NUM("4", "0", "<w:lvlOverride w:ilvl=\"0\">" VAL("startOverride", "5") "</w:lvlOverride>")
	NUM("5", "0", "<w:lvlOverride w:ilvl=\"0\">" LEVEL("0", "upperLetter", "%1)", "<w:suff w:val=\"nothing\"/>") "</w:lvlOverride>");

#define L(num, level, x) PR("<w:numPr>" VAL("ilvl", level) VAL("numId", num) "</w:numPr>", x)

static const struct { const char *what, *body, *tree; } lists[] = {
	{ "levels", L("1", "0", T("a")) L("1", "1", T("b")) L("1", "2", T("c")) L("1", "2", T("d")) L("1", "3", T("e")) L("1", "1", T("f"))
	  L("1", "0", T("g")) L("1", "1", T("h")),
	  "p@1{I. a}\np@2{1. b}\np@3{1.1.1 c}\np@4{1.1.2 d}\np@5{a) e}\np@6{2. f}\np@7{II. g}\np@8{1. h}\n" },
	{ "bullets", L("2", "0", T("a")) L("2", "1", T("b")) L("2", "2", T("c")) L("2", "0", ""), "item1(-)@1{a}\nitem2(•)@2{b}\nitem3(◦)@3{c}\n" },
	{ "another list of the same goes on", L("1", "0", T("a")) L("1", "0", T("b")) L("5", "0", T("c")), "p@1{I. a}\np@2{II. b}\np@3{C)c}\n" },
	{ "an override begins anew once", L("1", "0", T("a")) L("4", "0", T("b")) L("4", "0", T("c")), "p@1{I. a}\np@2{V. b}\np@3{VI. c}\n" },
	{ "no restart", L("3", "0", T("a")) L("3", "1", T("b")) L("3", "0", T("c")) L("3", "1", T("d")), "p@1{Điều 1. a}\np@2{01 b}\np@3{Điều 2. c}\np@4{02 d}\n" },
	{ "a number without text", L("1", "0", "") P(T("x")), "p@1{I.}\np@2{x}\n" },
	{ "numbered by style, at its level", PR(VAL("pStyle", "L"), T("a")) PR(VAL("pStyle", "L") "<w:numPr>" VAL("numId", "0") "</w:numPr>", T("b")), "h3@1{(iv) a}\nh3@2{b}\n" },
	{ "no number", L("3", "3", T("a")) L("9", "0", T("b")), "p@1{a}\np@2{b}\n" },
	{ "a number of a cell", "<w:tbl><w:tr><w:tc>" L("1", "1", "") "</w:tc><w:tc>" P(T("x")) "</w:tc></w:tr><w:tr><w:tc>" L("1", "1", "") "</w:tc></w:tr></w:tbl>",
	  "table[row[p{1.}|p{x}]row[p{2.}]]\n" },
	{ "a heading by look, with its number", L("1", "0", RR("<w:b/>", "MỤC ĐÍCH")), "h2@1*{I. MỤC ĐÍCH}\n" },
	{ "what is deleted does not count", L("1", "0", T("a")) PR("<w:numPr>" VAL("ilvl", "0") VAL("numId", "1") "</w:numPr><w:rPr><w:del/></w:rPr>", "<w:del>" T("b") "</w:del>") L("1", "0", T("c")),
	  "p@1{I. a}\np@2{II. c}\n" },
};

static void test_lists(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(lists); i++)
		expect(lists[i].what, &(struct source){ .body = lists[i].body, .styles = styles, .numbering = numbering }, lists[i].tree,
		       strstr(lists[i].what, "deleted") ? "Track Changes" : NULL);
}

/* -- tables ----------------------------------------------------------------------------------------- */

#define TBL(x)     "<w:tbl><w:tblPr><w:tblStyle w:val=\"x\"/></w:tblPr><w:tblGrid><w:gridCol/></w:tblGrid>" x "</w:tbl>"
#define GRID(x)    "<w:tbl><w:tblGrid><w:gridCol w:w=\"3000\"/><w:gridCol w:w=\"60\"/><w:gridCol w:w=\"4000\"/></w:tblGrid>" x "</w:tbl>"
#define TR(x)      "<w:tr>" x "</w:tr>"
#define TRR(pr, x) "<w:tr><w:trPr>" pr "</w:trPr>" x "</w:tr>"
#define TC(x)      "<w:tc>" P(T(x)) "</w:tc>"
#define TCC(pr, x) "<w:tc><w:tcPr>" pr "</w:tcPr>" P(T(x)) "</w:tc>"
#define DOWN       "<w:vMerge w:val=\"restart\"/>"
#define ON         "<w:vMerge/>"
#define SPAN(n)    VAL("gridSpan", n)

static const struct { const char *what, *body, *tree, *note; } tables[] = {
	{ "cells", TBL(TR(TC("a") TC("b")) TR(TC("c") "<w:tc><w:p/></w:tc>")), "table[row[p{a}|p{b}]row[p{c}|]]\n", NULL },
	{ "paragraphs of a cell", TBL(TR("<w:tc>" P(T("a")) P(T("- b")) "</w:tc>")) P(T("c")), "table[row[p{a}p{- b}]]\np@3{c}\n", NULL },
	{ "heading rows", TBL(TRR("<w:tblHeader/>", TC("a")) TR(TC("b")) TRR("<w:tblHeader/>", TC("c"))), "table[row*[p{a}]row[p{b}]row[p{c}]]\n", NULL },
	{ "all rows heading rows", TBL(TRR("<w:tblHeader/>", TC("a")) TRR("<w:tblHeader/>", TC("b"))), "table[row*[p{a}]row[p{b}]]\n", NULL },
	{ "across", TBL(TR(TCC(SPAN("2"), "ab") TC("c")) TR(TC("1") TC("2") TC("3"))), "table[row[2x1 p{ab}|p{c}]row[p{1}|p{2}|p{3}]]\n", NULL },
	{ "columns of the grid in which nothing begins", TBL(TR(TCC(SPAN("3"), "a") TCC(SPAN("2"), "b")) TR(TCC(SPAN("3"), "c") TCC(SPAN("2"), "d"))),
	  "table[row[p{a}|p{b}]row[p{c}|p{d}]]\n", NULL },
	{ "a border dragged by hand", GRID(TR(TC("a") TCC(SPAN("2"), "b")) TR(TCC(SPAN("2"), "1") TC("2"))), "table[row[p{a}|p{b}]row[p{1}|p{2}]]\n", NULL },
	{ "a narrow column of its own", GRID(TR(TC("a") TC("b") TC("c")) TR(TCC(SPAN("2"), "1") TC("2"))), "table[row[p{a}|p{b}|p{c}]row[2x1 p{1}|p{2}]]\n", NULL },
	{ "down", TBL(TR(TCC(DOWN, "a") TC("1")) TR(TCC(ON, "") TC("2")) TR(TC("b") TC("3"))), "table[row[1x2 p{a}|p{1}]row[p{2}]row[p{b}|p{3}]]\n", NULL },
	{ "down and across", TBL(TR(TCC(SPAN("2") DOWN, "a") TC("1")) TR(TCC(SPAN("2") ON, "") TC("2")) TR(TC("x") TC("y") TC("3"))),
	  "table[row[2x2 p{a}|p{1}]row[p{2}]row[p{x}|p{y}|p{3}]]\n", NULL },
	{ "two merges one below the other", TBL(TR(TCC(DOWN, "a") TC("1")) TR(TCC(ON, "") TC("2")) TR(TCC(DOWN, "b") TC("3")) TR(TCC(ON, "") TC("4"))),
	  "table[row[1x2 p{a}|p{1}]row[p{2}]row[1x2 p{b}|p{3}]row[p{4}]]\n", NULL },
	{ "going on from nothing", TBL(TR(TCC(ON, "a") TC("1")) TR(TCC(ON, "x") TC("2"))), "table[row[1x2 p{a}|p{1}]row[p{2}]]\n", NULL },
	{ "a row that says nothing does not make the cell above longer", TBL(TR(TCC(DOWN, "a") TC("1")) TR(TCC(ON, "") "<w:tc><w:p/></w:tc>") TR(TCC(ON, "") TC("2"))),
	  "table[row[1x2 p{a}|p{1}]row[p{2}]]\n", NULL },
	{ "a merge that begins in a row that says nothing", TBL(TR(TC("a")) TR("<w:tc><w:tcPr>" DOWN "</w:tcPr><w:p/></w:tc>") TR(TCC(ON, "b"))), "table[row[p{a}]row[p{b}]]\n", NULL },
	{ "the old way across", TBL(TR(TCC("<w:hMerge w:val=\"restart\"/>", "a") TCC("<w:hMerge/>", "") TC("b")) TR(TC("1") TC("2") TC("3"))),
	  "table[row[2x1 p{a}|p{b}]row[p{1}|p{2}|p{3}]]\n", NULL },
	{ "rows that begin later and end sooner", TBL(TR(TC("a") TC("b") TC("c")) TRR(VAL("gridBefore", "1") VAL("gridAfter", "1"), TC("x"))),
	  "table[row[p{a}|p{b}|p{c}]row[|p{x}|]]\n", NULL },
	{ "controls around rows and cells", TBL("<w:sdt><w:sdtPr/><w:sdtContent>" TR("<w:sdt><w:sdtContent>" TC("a") "</w:sdtContent></w:sdt>" TC("b")) "</w:sdtContent></w:sdt>"),
	  "table[row[p{a}|p{b}]]\n", NULL },
	{ "a table in a table", TBL(TR("<w:tc>" P(T("a")) TBL(TR(TC("b") TC("c"))) P(T("d")) "</w:tc>" TC("e"))), "table[row[p{a}table[row[p{b}|p{c}]]p{d}|p{e}]]\n", NULL },
	{ "a deleted row", TBL(TR(TC("a")) TRR("<w:del w:id=\"1\"/>", TC("b")) TR(TC("c"))), "table[row[p{a}]row[p{c}]]\n", "xóa 1" },
	{ "a merge whose head is deleted", TBL(TR(TCC(DOWN, "a") TC("1")) TRR("<w:del/>", TCC(DOWN, "b") TC("2")) TR(TCC(ON, "c") TC("3"))),
	  "table[row[p{a}|p{1}]row[p{c}|p{3}]]\n", "xóa 1" },
	{ "a hidden row", TBL(TR(TC("a")) TRR("<w:hidden/>", TC("b"))), "table[row[p{a}]]\n", "chữ ẩn" },
	{ "a line is known by its first text", P(T("x")) TBL(TR("<w:tc><w:p/></w:tc>" TC("b"))), "p@1{x}\ntable[row[|p{b}]]\n", NULL },
	{ "rows and cells where none are open", "<w:tr/><w:tc>" P(T("a")) "</w:tc>" TBL(P(T("x")) TR(P(T("y")) TC("b") "<w:tr/>")), "p@1{a}\ntable[row[p{b}]]\n", NULL },
};

static void test_tables(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(tables); i++)
		expect(tables[i].what, &(struct source){ .body = tables[i].body }, tables[i].tree, tables[i].note);
}

static void test_places(void **state)
{
	(void)state;
	struct arena *a = arena_open(ROOM);
	struct reading r = { 0 };
	struct err e = { 0 };
	struct source s = { .body = P(T("x")) TBL(TR(TC("a") TC("b")) TR("<w:tc><w:p/></w:tc>" TC("c"))) };
	assert_true(read_bytes(a, docx_of(a, &s), &r, &e));
	const struct node *row = r.root->last->last;
	struct place p = row->last->first->first->from;
	assert_int_equal(p.line, 5);
	assert_int_equal(p.table, 1);
	assert_int_equal(p.row, 2);
	assert_int_equal(p.cell, 2);
	assert_int_equal(row->from.line, 5);
	assert_int_equal(row->first->from.line, 5);
	arena_free(a);
}

/* -- notes below the page --------------------------------------------------------------------------- */

static void test_notes(void **state)
{
	(void)state;
	struct source s = {
		.body = P(T("0,5") R("<w:footnoteReference w:id=\"3\"/>") T(" điểm") R("<w:footnoteReference w:id=\"2\"/>")),
		.notes = "<w:footnote w:type=\"separator\" w:id=\"-1\">" P(R("<w:separator/>")) "</w:footnote><w:footnote w:id=\"2\">" P(R("<w:footnoteRef/>") T(" Hai")) P(T("nữa"))
		         "</w:footnote><w:footnote w:id=\"3\">" P(T("Ba")) "</w:footnote><w:footnote w:id=\"4\">" P(T("đã xóa")) "</w:footnote>",
	};
	expect("footnotes", &s, "p@1{0,5 điểm}\np@2{[2] Hai}\np@3{nữa}\np@4{[1] Ba}\n", NULL);
}

/* -- refusals --------------------------------------------------------------------------------------- */

static void refused(struct arena *a, str bytes, enum err_code code, const char *says)
{
	struct reading r = { 0 };
	struct err e = { 0 };
	if (read_bytes(a, bytes, &r, &e))
		fail_msg("read, and not refused: %s", says);
	if (e.code != code || !strstr(e.message, says) || !e.hint[0])
		fail_msg("%s: %d %s / %s", says, e.code, e.message, e.hint);
}

static str repeated(struct arena *a, const char *what, int n)
{
	struct buf b = buf_open(a);
	for (int i = 0; i < n; i++)
		buf_put(&b, str_c(what));
	return buf_str(&b);
}

/* Letters that do not deflate: their like comes again only beyond what deflate looks back. */
static str letters(struct arena *a, size_t n)
{
	char *p = make_n(a, char, n + 1);
	uint32_t x = 1;
	for (size_t i = 0; i < n; i++)
		x = x * 1664525 + 1013904223, p[i] = (char)('a' + (x >> 24) % 26);
	return (str){ p, n };
}

static str docx_with(struct arena *a, const char *body)
{
	return docx_of(a, &(struct source){ .body = body });
}

static void test_refusals(void **state)
{
	(void)state;
	struct arena *a = arena_open((size_t)1 << 30);
	str good = docx_with(a, P(T("a")));
	refused(a, str_sub(good, 0, good.n / 2), ERR_FORMAT, "bị hỏng");
	refused(a, docx_with(a, P(T("a")) "<w:p>"), ERR_FORMAT, "sai cú pháp");
	refused(a, docx_with(a, P("")), ERR_INPUT, "không có chữ");
	refused(a, docx_with(a, P("<w:drawing><a:blip/></w:drawing>")), ERR_INPUT, "chỉ có hình ảnh");
	refused(a, pack(a, (struct packed[]){ { "word/document.xml", S("<!DOCTYPE x [<!ENTITY a \"b\">]><x>&a;</x>") }, { 0 } }), ERR_FORMAT, "DOCTYPE");
	refused(a, pack(a, (struct packed[]){ { "word/document.xml", S("<x/>") }, { 0 } }), ERR_FORMAT, "không phải là văn bản Word");
	refused(a, pack(a, (struct packed[]){ { "word/documents.xml", S("<x/>") }, { 0 } }), ERR_FORMAT, "thiếu phần");
	refused(a, S("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1....E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"), ERR_FORMAT, "mật khẩu");
	refused(a, docx_with(a, repeated(a, "<w:sdt>", 300).p), ERR_LIMIT, "lồng nhau quá sâu");
	refused(a, docx_with(a, repeated(a, "<w:tbl><w:tr><w:tc>", 40).p), ERR_LIMIT, "Bảng lồng trong bảng");
	str text = letters(a, 1 << 16);
	refused(a, docx_with(a, str_fmt(a, P("%s"), repeated(a, str_fmt(a, T("%s"), text.p).p, 17).p).p), ERR_LIMIT, "đoạn trong văn bản dài quá");
	refused(a, docx_with(a, repeated(a, str_fmt(a, P(T("%s")), text.p).p, 130).p), ERR_LIMIT, "quá nhiều chữ");
	refused(a, docx_of(a, &(struct source){ .body = P(T("a")), .styles = repeated(a, "<w:style/>", 21000).p }), ERR_LIMIT, "quá nhiều kiểu");
	refused(a, docx_of(a, &(struct source){ .body = P(T("a")), .numbering = repeated(a, "<w:num/>", 21000).p }), ERR_LIMIT, "quá nhiều kiểu");
	arena_free(a);
}

/* A zip of Word files is none, nor is a spreadsheet. */
static void test_sniff(void **state)
{
	(void)state;
	struct arena *a = arena_open(ROOM);
	assert_int_equal(reader_docx.sniff(docx_with(a, P(T("a")))), 90);
	assert_int_equal(reader_docx.sniff(pack(a, (struct packed[]){ { "a.docx", S("x") }, { "word/document.xml", S("x") }, { 0 } })), 0);
	assert_int_equal(reader_docx.sniff(pack(a, (struct packed[]){ { "[Content_Types].xml", S("x") }, { "xl/workbook.xml", S("x") }, { 0 } })), 0);
	arena_free(a);
}

int docin_read_docx_tests(void);
int docin_read_docx_tests(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_texts), cmocka_unit_test(test_others), cmocka_unit_test(test_styles), cmocka_unit_test(test_lists),
		cmocka_unit_test(test_tables), cmocka_unit_test(test_places), cmocka_unit_test(test_notes), cmocka_unit_test(test_refusals),
		cmocka_unit_test(test_sniff),
	};
	return cmocka_run_group_tests_name("docin/read_docx", tests, NULL, NULL);
}
