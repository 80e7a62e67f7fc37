#include "docin/odf_style.h"

enum { CHAIN_MAX = 32 };

/* -- reading ---------------------------------------------------------------------------------------- */

static bool family_of(str s, enum odf_family *ret)
{
	static const char *const names[ODF_FAMILIES] = { "text", "paragraph", "table" };
	for (int i = 0; i < ODF_FAMILIES; i++)
		if (str_eq(s, str_c(names[i])))
			return *ret = (enum odf_family)i, true;
	return false;
}

/* A default style is kept as the style without a name, from which all others of its family come. */
static void style(struct odf_styles *s, struct xml *x, bool named)
{
	enum odf_family f;
	s->now = 0;
	if (!family_of(xml_attr(x, "style:family"), &f))
		return;
	if (s->at.n == ODF_STYLES_MAX) {
		fail(s->e, ERR_LIMIT, "Tệp khai báo quá nhiều kiểu trình bày: hơn %d.", ODF_STYLES_MAX);
		err_hint(s->e, "Đây không phải là văn bản bình thường; hãy mở bằng LibreOffice rồi lưu lại.");
		return xml_stop(x);
	}
	str name = named ? xml_attr(x, "style:name") : S("");
	struct odf_style *now = vec_add(s->a, &s->at);
	*now = (struct odf_style){ .family = f };
	now->parent = str_copy(s->a, xml_attr(x, "style:parent-style-name"));
	str list = xml_attr(x, "style:list-style-name");
	now->look.list = list.p ? str_copy(s->a, list) : list;
	now->look.breaks_before = xml_attr(x, "style:master-page-name").n > 0;
	s->now = s->at.n;
	*map_put(s->a, &s->names[f], name) = (int)s->at.n;
}

static signed char says(str value, str yes) { return !value.n ? 0 : str_eq(value, yes) ? 1 : -1; }

static signed char bold(str weight)
{
	return !weight.n ? 0 : str_eq(weight, S("bold")) || (weight.p[0] >= '6' && weight.p[0] <= '9') ? 1 : -1;
}

static void text_properties(struct odf_look *l, struct xml *x)
{
	str font = xml_attr(x, "style:font-name"), family = xml_attr(x, "fo:font-family");
	l->bold = bold(xml_attr(x, "fo:font-weight"));
	l->italic = says(xml_attr(x, "fo:font-style"), S("italic"));
	l->hidden = says(xml_attr(x, "text:display"), S("none"));
	l->capitals = says(xml_attr(x, "fo:text-transform"), S("uppercase"));
	if (l->capitals <= 0 && says(xml_attr(x, "fo:font-variant"), S("small-caps")) > 0)
		l->capitals = 1;
	l->font = font_of(font.n ? font : family);
}

static void page_breaks(struct odf_look *l, struct xml *x)
{
	signed char before = says(xml_attr(x, "fo:break-before"), S("page"));
	l->breaks_before = before ? before : l->breaks_before;
	l->breaks_after = says(xml_attr(x, "fo:break-after"), S("page"));
}

void odf_style_open(struct odf_styles *s, struct xml *x, int id)
{
	if (id == ODF_STYLE || id == ODF_DEFAULT_STYLE)
		return style(s, x, id == ODF_STYLE);
	if (!s->now)
		return;
	struct odf_look *l = &s->at.at[s->now - 1].look;
	if (id == ODF_TEXT_PROPERTIES)
		text_properties(l, x);
	else
		page_breaks(l, x);
}

void odf_style_close(struct odf_styles *s, int id)
{
	if (id == ODF_STYLE || id == ODF_DEFAULT_STYLE)
		s->now = 0;
}

/* -- asking ----------------------------------------------------------------------------------------- */

void odf_look_inherit(struct odf_look *l, const struct odf_look *above)
{
	l->bold = l->bold ? l->bold : above->bold;
	l->italic = l->italic ? l->italic : above->italic;
	l->hidden = l->hidden ? l->hidden : above->hidden;
	l->capitals = l->capitals ? l->capitals : above->capitals;
	l->breaks_before = l->breaks_before ? l->breaks_before : above->breaks_before;
	l->breaks_after = l->breaks_after ? l->breaks_after : above->breaks_after;
	l->font = l->font != FONT_UNSAID ? l->font : above->font;
	l->list = l->list.p ? l->list : above->list;
}

static struct odf_style *find(const struct odf_styles *s, enum odf_family f, str name)
{
	const int *at = map_get(&s->names[f], name);
	return at ? &s->at.at[*at - 1] : NULL;
}

/* Chains are short; one that is long or goes round in a circle ends at CHAIN_MAX. */
static void settle(const struct odf_styles *s, struct odf_style *style)
{
	const struct odf_style *above = style;
	for (int i = 0; i < CHAIN_MAX && above->parent.n && (above = find(s, style->family, above->parent)); i++) {
		odf_look_inherit(&style->look, &above->look);
		if (above->settled)
			break;
	}
	above = find(s, style->family, S(""));
	if (above)
		odf_look_inherit(&style->look, &above->look);
	style->settled = true;
}

struct odf_look odf_look(struct odf_styles *s, enum odf_family family, str name)
{
	struct odf_style *style = find(s, family, name);
	if (!style && !(style = find(s, family, S(""))))
		return (struct odf_look){ 0 };
	if (!style->settled)
		settle(s, style);
	return style->look;
}
