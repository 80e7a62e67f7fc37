#include "base/pack.h"
#include "docout/render.h"
#include "docout/word.h"
#include "docout/xml_put.h"

void word_fails(struct word *w, const char *what, int most)
{
	if (w->failed)
		return;
	w->failed = true;
	fail(w->e, ERR_LIMIT, "Không ghi được tệp %s: %s (nhiều nhất là %d).", w->format, what, most);
	err_hint(w->e, "Hãy chia nội dung thành nhiều tệp.");
}

/* -- the text ---------------------------------------------------------------------------------------- */

static void deeper(struct word *w, const struct node *table, int room)
{
	if (w->depth == WORD_DEPTH_MAX)
		return word_fails(w, "bảng lồng trong bảng quá nhiều tầng", WORD_DEPTH_MAX);
	w->depth++;
	word_table(w, table, room);
	w->depth--;
}

void word_block(struct word *w, const struct node *n, int room)
{
	if (w->body.n > WORD_BODY_MAX)
		return word_fails(w, "văn bản quá dài, tính bằng MB", WORD_BODY_MAX >> 20);
	switch (n->kind) {
	case NODE_HEADING:
	case NODE_PARA:
	case NODE_ITEM:
	case NODE_LINE:  return word_paragraph(w, n, room);
	case NODE_TABLE: return deeper(w, n, room);
	case NODE_CHART: return word_chart(w, n->chart, room);
	case NODE_DOC:
	case NODE_ROW:
	case NODE_CELL:
	case NODE_RUN:   return;                   /* never a block: doc/node.h */
	}
}

static enum begins page_of(const struct node *n) { return n && n->begins == BEGINS_LANDSCAPE ? BEGINS_LANDSCAPE : BEGINS_PORTRAIT; }

/* A part ends with a paragraph that says what its pages are; the last with the text. */
static str document(struct word *w, const struct node *root)
{
	enum begins page = page_of(root->first);
	buf_put(&w->body, S(WORD_XML "<w:document " WORD_SPACE " xmlns:r=\"" WORD_RELATIONS "\""
	                    " xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\"><w:body>"));
	for (const struct node *n = root->first; n && !w->failed; n = n->next) {
		if (n->begins && n != root->first) {
			word_break(w, word_section(w->a, page).p);
			page = page_of(n);
		}
		word_block(w, n, word_room(page));
	}
	buf_put(&w->body, word_section(w->a, page));
	buf_put(&w->body, S("</w:body></w:document>"));
	return buf_str(&w->body);
}

/* -- the parts that only name others, or say little -------------------------------------------------- */

#define PACKAGE "http://schemas.openxmlformats.org/package/2006/"
#define OFFICE "application/vnd.openxmlformats-officedocument."

static const struct { const char *id, *name, *relation, *type; } parts[] = {
	{ "rId1", "styles.xml", "styles", "styles" },
	{ "rId2", "settings.xml", "settings", "settings" },
	{ "rId3", "numbering.xml", "numbering", "numbering" },
	{ "rId4", "header1.xml", "header", "header" },
	{ "rId5", "header2.xml", "header", "header" },
};

static str content_types(struct word *w)
{
	struct buf b = buf_open(w->a);
	buf_put(&b, S(WORD_XML "<Types xmlns=\"" PACKAGE "content-types\">"
	              "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
	              "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
	              "<Override PartName=\"/word/document.xml\" ContentType=\"" OFFICE "wordprocessingml.document.main+xml\"/>"
	              "<Override PartName=\"/docProps/core.xml\" ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>"));
	for (size_t i = 0; i < COUNT(parts); i++)
		buf_fmt(&b, "<Override PartName=\"/word/%s\" ContentType=\"" OFFICE "wordprocessingml.%s+xml\"/>", parts[i].name, parts[i].type);
	for (size_t i = 1; i <= w->charts.n; i++)
		buf_fmt(&b, "<Override PartName=\"/word/charts/chart%zu.xml\" ContentType=\"" OFFICE "drawingml.chart+xml\"/>", i);
	buf_put(&b, S("</Types>"));
	return buf_str(&b);
}

static const str top_relations = S(WORD_XML "<Relationships xmlns=\"" PACKAGE "relationships\">"
	"<Relationship Id=\"rId1\" Type=\"" WORD_RELATIONS "/officeDocument\" Target=\"word/document.xml\"/>"
	"<Relationship Id=\"rId2\" Type=\"" PACKAGE "relationships/metadata/core-properties\" Target=\"docProps/core.xml\"/></Relationships>");

static str relations(struct word *w)
{
	struct buf b = buf_open(w->a);
	buf_put(&b, S(WORD_XML "<Relationships xmlns=\"" PACKAGE "relationships\">"));
	for (size_t i = 0; i < COUNT(parts); i++)
		buf_fmt(&b, "<Relationship Id=\"%s\" Type=\"" WORD_RELATIONS "/%s\" Target=\"%s\"/>", parts[i].id, parts[i].relation, parts[i].name);
	for (size_t i = 1; i <= w->charts.n; i++)
		buf_fmt(&b, "<Relationship Id=\"chart%zu\" Type=\"" WORD_RELATIONS "/chart\" Target=\"charts/chart%zu.xml\"/>", i, i);
	buf_put(&b, S("</Relationships>"));
	return buf_str(&b);
}

/* Without the mode of 15 Word opens the file "in compatibility", and lets tables hang into the margin. */
static const str settings = S(WORD_XML "<w:settings " WORD_SPACE "><w:zoom w:percent=\"100\"/><w:defaultTabStop w:val=\"720\"/>"
	"<w:characterSpacingControl w:val=\"doNotCompress\"/><w:compat><w:doNotExpandShiftReturn/>"
	"<w:compatSetting w:name=\"compatibilityMode\" w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/></w:compat>"
	"<w:themeFontLang w:val=\"vi-VN\"/><w:decimalSymbol w:val=\",\"/><w:listSeparator w:val=\";\"/></w:settings>");

#define HEADER(text) S(WORD_XML "<w:hdr " WORD_SPACE "><w:p><w:pPr><w:pStyle w:val=\"Header\"/></w:pPr>" text "</w:p></w:hdr>")
static const str numbered = HEADER("<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText xml:space=\"preserve\"> PAGE </w:instrText></w:r>"
	"<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>2</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>");
static const str unnumbered = HEADER("");

/* No name of a person, no clock. */
static str core(struct arena *a, str title)
{
	struct buf b = buf_open(a);
	buf_put(&b, S(WORD_XML "<cp:coreProperties xmlns:cp=\"" PACKAGE "metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\">"));
	if (title.n) {
		buf_put(&b, S("<dc:title>"));
		xml_put(&b, title);
		buf_put(&b, S("</dc:title>"));
	}
	buf_put(&b, S("<dc:language>vi-VN</dc:language></cp:coreProperties>"));
	return buf_str(&b);
}

/* -- the file ---------------------------------------------------------------------------------------- */

static bool pack_all(struct word *w, const struct node *root, str text, str *ret)
{
	struct pack p = pack_open(w->a);
	const struct { str name, bytes; } files[] = {
		{ S("[Content_Types].xml"), content_types(w) }, { S("_rels/.rels"), top_relations },
		{ S("word/document.xml"), text },               { S("word/_rels/document.xml.rels"), relations(w) },
		{ S("word/styles.xml"), word_styles(w->a) },    { S("word/settings.xml"), settings },
		{ S("word/numbering.xml"), word_lists(w) },     { S("word/header1.xml"), numbered },
		{ S("word/header2.xml"), unnumbered },          { S("docProps/core.xml"), core(w->a, root->title) },
	};
	bool ok = true;
	for (size_t i = 0; i < COUNT(files) && ok; i++)
		ok = pack_add(&p, files[i].name, files[i].bytes, PACK_DEFLATED, w->e);
	for (size_t i = 0; i < w->charts.n && ok; i++)
		ok = pack_add(&p, str_fmt(w->a, "word/charts/chart%zu.xml", i + 1), word_chart_part(w->a, w->charts.at[i]), PACK_DEFLATED, w->e);
	*ret = pack_end(&p);
	return ok;
}

static bool render(struct arena *a, const struct node *root, str *ret, struct err *e)
{
	struct word *w = make(a, struct word);
	*w = (struct word){ .a = a, .e = e, .body = buf_open(a), .format = "Word" };
	str text = document(w, root);
	return !w->failed && pack_all(w, root, text, ret);
}

const struct renderer render_docx = {
	.name = "docx",
	.ending = "docx",
	.help = "Word (.docx): thể thức theo Nghị định 30/2020/NĐ-CP, sửa được bằng Word và LibreOffice",
	.source = "ECMA-376 (Office Open XML), WordprocessingML; Nghị định 30/2020/NĐ-CP, Phụ lục I",
	.render = render,
};
