#include "docin/docx.h"

#define TRANSITIONAL "http://schemas.openxmlformats.org/"
#define STRICT "http://purl.oclc.org/ooxml/"

static const struct xml_space spaces[] = {
	{ "w", TRANSITIONAL "wordprocessingml/2006/main" },
	{ "w", STRICT "wordprocessingml/main" },
	{ "r", TRANSITIONAL "officeDocument/2006/relationships" },
	{ "r", STRICT "officeDocument/relationships" },
	{ "m", TRANSITIONAL "officeDocument/2006/math" },
	{ "m", STRICT "officeDocument/math" },
	{ "a", TRANSITIONAL "drawingml/2006/main" },
	{ "a", STRICT "drawingml/main" },
	{ "c", TRANSITIONAL "drawingml/2006/chart" },
	{ "c", STRICT "drawingml/chart" },
	{ "dgm", TRANSITIONAL "drawingml/2006/diagram" },
	{ "dgm", STRICT "drawingml/diagram" },
	{ "mc", TRANSITIONAL "markup-compatibility/2006" },
	{ "rel", TRANSITIONAL "package/2006/relationships" },
	{ "v", "urn:schemas-microsoft-com:vml" },
	{ "o", "urn:schemas-microsoft-com:office:office" },
	{ "xml", "http://www.w3.org/XML/1998/namespace" },
};

static const struct xml_name names[] = {
#define N(id, name) { name, id },
	DOCX_NAMES(N)
#undef N
};

struct xml_grammar docx_grammar(docx_fn *open, docx_fn *close, void (*text)(void *, str))
{
	return (struct xml_grammar){ spaces, COUNT(spaces), names, COUNT(names), open, close, text };
}

bool docx_too_many(struct err *e)
{
	fail(e, ERR_LIMIT, "Tệp Word khai báo quá nhiều kiểu định dạng và danh sách (hơn %d).", DOCX_ROWS_MAX);
	return err_hint(e, "Hãy mở bằng Word, chép toàn bộ nội dung sang một văn bản mới rồi lưu lại.");
}

/* -- values ----------------------------------------------------------------------------------------- */

bool docx_says(struct xml *x, const char *attr, const char *value) { return str_eq(xml_attr(x, attr), str_c(value)); }

bool docx_on(struct xml *x)
{
	str v = xml_attr(x, "w:val");
	return !str_eq(v, S("0")) && !str_eq(v, S("false")) && !str_eq(v, S("off"));
}

int docx_int(struct xml *x, int least, int most, int otherwise) { return xml_number(xml_attr(x, "w:val"), least, most, otherwise); }

/* -- looks ------------------------------------------------------------------------------------------ */

/* Letters past ASCII are drawn with hAnsi; a theme's fonts are all Unicode. */
static enum font fonts(struct xml *x)
{
	str name = xml_attr(x, "w:hAnsi");
	name = name.n ? name : xml_attr(x, "w:ascii");
	if (xml_attr(x, "w:hAnsiTheme").n || (!name.n && xml_attr(x, "w:asciiTheme").n))
		return FONT_UNICODE;
	return font_of(name);
}

void docx_look_take(struct docx_look *l, struct xml *x, int name)
{
	switch (name) {
	case W_B:          l->bold = docx_on(x); break;
	case W_I:          l->italic = docx_on(x); break;
	case W_VANISH:     l->hidden = docx_on(x); break;
	case W_CAPS:
	case W_SMALL_CAPS: l->capitals = docx_on(x) || (name == W_SMALL_CAPS && l->capitals > 0); break;
	case W_RFONTS: {
		enum font f = fonts(x);
		l->font = f == FONT_UNSAID ? l->font : f;
		break;
	}
	default: break;
	}
}

void docx_look_over(struct docx_look *l, const struct docx_look *over)
{
	l->bold = over->bold < 0 ? l->bold : over->bold;
	l->italic = over->italic < 0 ? l->italic : over->italic;
	l->hidden = over->hidden < 0 ? l->hidden : over->hidden;
	l->capitals = over->capitals < 0 ? l->capitals : over->capitals;
	l->font = over->font == FONT_UNSAID ? l->font : over->font;
}
