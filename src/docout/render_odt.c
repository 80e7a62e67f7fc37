#include "base/pack.h"
#include "docout/odt.h"
#include "docout/render.h"
#include "docout/xml_put.h"

/* -- the text ---------------------------------------------------------------------------------------- */

static void deeper(struct odt *o, const struct node *t, int room)
{
	if (o->w.depth == WORD_DEPTH_MAX)
		return word_fails(&o->w, "bảng lồng trong bảng quá nhiều tầng", WORD_DEPTH_MAX);
	o->w.depth++;
	odt_table(o, t, room);
	o->w.depth--;
}

/* Charts are left to the table that stands beside each: an .odt holds them as documents of their own. */
void odt_block(struct odt *o, const struct node *n, int room)
{
	if (o->w.body.n > WORD_BODY_MAX)
		return word_fails(&o->w, "văn bản quá dài, tính bằng MB", WORD_BODY_MAX >> 20);
	switch (n->kind) {
	case NODE_HEADING:
	case NODE_PARA:
	case NODE_ITEM:
	case NODE_LINE:  return odt_paragraph(o, n, room);
	case NODE_TABLE: return deeper(o, n, room);
	case NODE_CHART:
	case NODE_DOC:
	case NODE_ROW:
	case NODE_CELL:
	case NODE_RUN:   return;                   /* but charts, never a block: doc/node.h */
	}
}

static void put_blocks(struct odt *o, const struct node *root)
{
	enum begins page = BEGINS_PORTRAIT;
	for (const struct node *n = root->first; n && !o->w.failed; n = n->next) {
		if (n->begins || n == root->first) {
			page = n->begins == BEGINS_LANDSCAPE ? BEGINS_LANDSCAPE : BEGINS_PORTRAIT;
			odt_list_end(o);
			odt_break(o, page == BEGINS_LANDSCAPE ? "BEGIN_wide" : "BEGIN_upright");
		}
		odt_block(o, n, word_room(page));
	}
	odt_list_end(o);
}

static str content(struct odt *o, const struct node *root)
{
	struct buf b = buf_open(o->w.a);
	put_blocks(o, root);
	buf_put(&b, S(WORD_XML "<office:document-content " ODT_SPACES "><office:font-face-decls><style:font-face style:name=\"" STYLE_FONT "\" "
	              "svg:font-family=\"'" STYLE_FONT "'\" style:font-family-generic=\"roman\"/></office:font-face-decls><office:automatic-styles>"));
	odt_put_own(o, &b);
	buf_put(&b, S("</office:automatic-styles><office:body><office:text>"));
	buf_put(&b, buf_str(&o->w.body));
	buf_put(&b, S("</office:text></office:body></office:document-content>"));
	return buf_str(&b);
}

/* -- the file ---------------------------------------------------------------------------------------- */

#define TYPE "application/vnd.oasis.opendocument.text"
#define ENTRY(path, type) "<manifest:file-entry manifest:full-path=\"" path "\" manifest:media-type=\"" type "\"/>"

static const str manifest = S(WORD_XML "<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\" manifest:version=\"1.2\">"
	ENTRY("/", TYPE) ENTRY("content.xml", "text/xml") ENTRY("styles.xml", "text/xml") ENTRY("meta.xml", "text/xml") "</manifest:manifest>");

/* No name of a person, no clock. */
static str meta(struct arena *a, str title)
{
	struct buf b = buf_open(a);
	buf_put(&b, S(WORD_XML "<office:document-meta xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" "
	              "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" office:version=\"1.2\"><office:meta><dc:title>"));
	xml_put(&b, title);
	buf_put(&b, S("</dc:title><dc:language>vi-VN</dc:language></office:meta></office:document-meta>"));
	return buf_str(&b);
}

static bool render(struct arena *a, const struct node *root, str *ret, struct err *e)
{
	struct odt *o = make(a, struct odt);
	*o = (struct odt){ .w = { .a = a, .e = e, .body = buf_open(a), .format = "OpenDocument" }, .tables = buf_open(a) };
	str text = content(o, root);
	if (o->w.failed)
		return false;
	struct pack p = pack_open(a);
	bool ok = pack_add(&p, S("mimetype"), S(TYPE), PACK_STORED, e) && pack_add(&p, S("META-INF/manifest.xml"), manifest, PACK_DEFLATED, e) &&
	          pack_add(&p, S("content.xml"), text, PACK_DEFLATED, e) && pack_add(&p, S("styles.xml"), odt_styles(o), PACK_DEFLATED, e) &&
	          pack_add(&p, S("meta.xml"), meta(a, root->title), PACK_DEFLATED, e);
	*ret = pack_end(&p);
	return ok;
}

const struct renderer render_odt = {
	.name = "odt",
	.ending = "odt",
	.help = "OpenDocument (.odt): như bản Word, cho LibreOffice; biểu đồ thay bằng bảng số liệu",
	.source = "ISO/IEC 26300 (OpenDocument 1.2), text; Nghị định 30/2020/NĐ-CP, Phụ lục I",
	.render = render,
};
