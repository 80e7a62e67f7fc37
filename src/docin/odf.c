#include "docin/odf.h"
#include "base/archive.h"

enum { HEAD = 4096, MANIFEST_MAX = 4 << 20 };

#define ODF   "urn:oasis:names:tc:opendocument:xmlns:"
#define LIBRE "urn:org:documentfoundation:names:experimental:"

const struct xml_space odf_spaces[ODF_SPACES] = {
	{ "office", ODF "office:1.0" },
	{ "style", ODF "style:1.0" },
	{ "text", ODF "text:1.0" },
	{ "table", ODF "table:1.0" },
	{ "draw", ODF "drawing:1.0" },
	{ "fo", ODF "xsl-fo-compatible:1.0" },
	{ "svg", ODF "svg-compatible:1.0" },
	{ "loext", LIBRE "office:xmlns:loext:1.0" },
	{ "xml", "http://www.w3.org/XML/1998/namespace" },
	{ "calcext", LIBRE "calc:xmlns:calcext:1.0" },
};

/* -- telling ---------------------------------------------------------------------------------------- */

static bool holds(str s, str what) { return str_find(s, what, 0) < s.n; }

/* A package names its kind in its first entry, which is not compressed. One that was packed anew tells that it is one, and what
 * it holds only when it is opened. */
static enum odf_kind package_kind(str bytes)
{
	bool first = str_eq(str_sub(bytes, 30, 38), S("mimetype")), stored = bytes.n > 9 && !bytes.p[8] && !bytes.p[9];
	str head = str_sub(bytes, 38, 200);
	if (!first || !stored)
		return holds(bytes, S("content.xml")) && (first || holds(bytes, S("META-INF/manifest.xml"))) ? ODF_PACKED_ANEW : ODF_NONE;
	return holds(head, S("opendocument.text")) ? ODF_TEXT : holds(head, S("opendocument.spreadsheet")) ? ODF_SHEETS : ODF_NONE;
}

enum odf_kind odf_kind(str bytes)
{
	str head = str_sub(bytes, 0, HEAD);
	if (str_starts(bytes, S("PK\3\4")))
		return package_kind(bytes);
	str text = str_trim(str_starts(head, S("\xEF\xBB\xBF")) ? str_sub(head, 3, head.n) : head);
	if (!str_starts(text, S("<?xml")) || !holds(text, S(ODF "office:1.0")))
		return ODF_NONE;
	return holds(text, S("opendocument.spreadsheet")) ? ODF_SHEETS : holds(text, S("opendocument.text")) ? ODF_TEXT : ODF_NONE;
}

/* -- the package ------------------------------------------------------------------------------------ */

static bool no_content(struct err *e)
{
	fail(e, ERR_FORMAT, "Tệp OpenDocument bị hỏng: bên trong không có phần nội dung (content.xml).");
	return err_hint(e, "Hãy chép lại tệp gốc, hoặc mở bằng LibreOffice rồi lưu lại.");
}

static bool refuse_encrypted(struct archive *z, struct arena *a, struct err *e)
{
	size_t at;
	str manifest;
	if (!archive_find(z, "META-INF/manifest.xml", &at))
		return true;
	if (!archive_read(z, at, a, MANIFEST_MAX, &manifest, e))
		return false;
	if (!holds(manifest, S("encryption-data")))
		return true;
	fail(e, ERR_FORMAT, "Tệp OpenDocument có mật khẩu nên không đọc được.");
	return err_hint(e, "Hãy mở bằng LibreOffice, lưu lại không đặt mật khẩu rồi đưa tệp đó vào.");
}

static void mention_macros(struct reading *r, const struct archive *z)
{
	for (size_t i = 0; i < archive_count(z); i++) {
		str name = archive_entry(z, i).name;
		if (str_starts(name, S("Basic/")) || str_starts(name, S("Scripts/")))
			read_note(r, NOTE_MACROS "; macro bị bỏ qua và không bao giờ được chạy.");
	}
}

bool odf_stream(struct reading *r, str bytes, bool styles, const struct xml_grammar *g, void *ctx, struct err *e)
{
	CLEANUP(archive_close) struct archive *z = NULL;
	size_t at;
	if (!str_starts(bytes, S("PK\3\4")))
		return xml_whole(r->a, g, ctx, bytes, e);
	if (!archive_open(r->a, bytes, &z, e) || !refuse_encrypted(z, r->a, e))
		return false;
	mention_macros(r, z);
	if (styles && archive_find(z, "styles.xml", &at) && !archive_xml(z, at, g, ctx, e))
		return false;
	return archive_find(z, "content.xml", &at) ? archive_xml(z, at, g, ctx, e) : no_content(e);
}
