#include "docin/odf_list.h"

enum { COUNT_MAX = 1000 * 1000, LETTERS_MAX = 20, ROMAN_MAX = 3999, HEADINGS = 1 };    /* HEADINGS: 1 + index of their style */

static const struct odf_counts none_begun = { { -1, -1, -1, -1, -1, -1, -1, -1, -1, -1 } };

void odf_lists_open(struct odf_lists *l, struct arena *a, struct err *e)
{
	*l = (struct odf_lists){ .a = a, .e = e };
	vec_add(a, &l->styles);
	*vec_add(a, &l->counts) = none_begun;
}

static bool may_grow(struct odf_lists *l, size_t n, struct xml *x)
{
	if (n < ODF_LISTS_MAX)
		return true;
	fail(l->e, ERR_LIMIT, "Tệp có quá nhiều danh sách tự đánh số: hơn %d.", ODF_LISTS_MAX);
	err_hint(l->e, "Đây không phải là văn bản bình thường; hãy mở bằng LibreOffice rồi lưu lại.");
	xml_stop(x);
	return false;
}

/* -- styles ----------------------------------------------------------------------------------------- */

static void style_open(struct odf_lists *l, struct xml *x)
{
	if (!may_grow(l, l->styles.n, x))
		return;
	vec_add(l->a, &l->styles);
	l->now = (int)l->styles.n;
	*map_put(l->a, &l->names, xml_attr(x, "style:name")) = l->now;
}

static str keep(struct odf_lists *l, struct xml *x, const char *name)
{
	str s = xml_attr(x, name);
	return s.n ? str_copy(l->a, s) : s;
}

static void level_open(struct odf_lists *l, struct xml *x, bool bullet)
{
	int level = xml_number(xml_attr(x, "text:level"), 1, ODF_LEVELS, 1);
	if (!l->now)
		return;
	l->styles.at[l->now - 1].at[level - 1] = (struct odf_level){
		.defined = true,
		.bullet = bullet,
		.sign = keep(l, x, "text:bullet-char"),
		.format = keep(l, x, "style:num-format"),
		.prefix = keep(l, x, "style:num-prefix"),
		.suffix = keep(l, x, "style:num-suffix"),
		.pattern = keep(l, x, "loext:num-list-format"),
		.show = xml_number(xml_attr(x, "text:display-levels"), 1, level, 1),
		.start = xml_number(xml_attr(x, "text:start-value"), 0, COUNT_MAX, 1),
	};
}

/* -- numbers ---------------------------------------------------------------------------------------- */

static void put_roman(struct buf *b, int n, bool upper)
{
	static const struct { int n; const char *upper, *lower; } steps[] = {
		{ 1000, "M", "m" }, { 900, "CM", "cm" }, { 500, "D", "d" },  { 400, "CD", "cd" }, { 100, "C", "c" },
		{ 90, "XC", "xc" }, { 50, "L", "l" },    { 40, "XL", "xl" }, { 10, "X", "x" },    { 9, "IX", "ix" },
		{ 5, "V", "v" },    { 4, "IV", "iv" },   { 1, "I", "i" },
	};
	for (size_t i = 0; i < COUNT(steps); i++)
		for (; n >= steps[i].n; n -= steps[i].n)
			buf_put(b, str_c(upper ? steps[i].upper : steps[i].lower));
}

/* a … z, aa, bb … zz, aaa */
static void put_letter(struct buf *b, int n, char first)
{
	char c = (char)(first + (n - 1) % 26);
	for (int i = 0; i <= (n - 1) / 26 && i < LETTERS_MAX; i++)
		buf_put(b, (str){ &c, 1 });
}

static bool has_number(const struct odf_level *l) { return l->defined && !l->bullet && l->format.n; }

static void put_number(struct buf *b, const struct odf_level *l, int n)
{
	char f = has_number(l) ? l->format.p[0] : 0;
	if (!f)
		return;
	if ((f == 'a' || f == 'A') && n > 0)
		put_letter(b, n, f);
	else if ((f == 'i' || f == 'I') && n > 0 && n <= ROMAN_MAX)
		put_roman(b, n, f == 'I');
	else
		buf_fmt(b, f == '0' ? "%02d" : "%d", n);
}

static int value_of(const struct odf_list_style *s, const struct odf_counts *c, int level)
{
	return c->at[level] >= 0 ? c->at[level] : s->at[level].defined ? s->at[level].start : 1;
}

/* "%1%.%2%." */
static void put_pattern(struct buf *b, const struct odf_list_style *s, const struct odf_counts *c, str pattern)
{
	for (size_t at = 0; at < pattern.n; at++) {
		size_t end = pattern.p[at] == '%' ? str_find(pattern, S("%"), at + 1) : pattern.n;
		int level = end < pattern.n ? xml_number(str_sub(pattern, at + 1, end), 0, ODF_LEVELS + 1, 0) : 0;
		if (level < 1 || level > ODF_LEVELS) {
			buf_put(b, str_sub(pattern, at, at + 1));
			continue;
		}
		put_number(b, &s->at[level - 1], value_of(s, c, level - 1));
		at = end;
	}
}

/* A level above that has no number (a bullet) is left out with its dot. */
static void put_levels(struct buf *b, const struct odf_list_style *s, const struct odf_counts *c, int level)
{
	const struct odf_level *l = &s->at[level];
	bool any = false;
	buf_put(b, l->prefix);
	for (int i = level + 1 - l->show; i <= level; i++) {
		if (!has_number(&s->at[i]))
			continue;
		buf_put(b, any ? S(".") : S(""));
		put_number(b, &s->at[i], value_of(s, c, i));
		any = true;
	}
	buf_put(b, l->suffix);
}

static bool is_dash(str s) { return str_eq(s, S("-")) || str_eq(s, S("+")) || str_eq(s, S("–")) || str_eq(s, S("•")); }

/* Signs of symbol fonts say no more than that there is a bullet; a dash typed as the suffix of a number that is not shown is one. */
static struct odf_label label_of(struct odf_lists *l, const struct odf_list_style *s, const struct odf_counts *c, int level)
{
	const struct odf_level *of = &s->at[level];
	struct buf b = buf_open(l->a);
	if (!of->defined)
		return (struct odf_label){ 0 };
	if (of->bullet) {
		str sign = str_trim(of->sign);
		return (struct odf_label){ str_eq(sign, S("+")) ? S("+") : S("-"), true };
	}
	if (of->pattern.n)
		put_pattern(&b, s, c, of->pattern);
	else
		put_levels(&b, s, c, level);
	str text = str_trim(buf_str(&b));
	return (struct odf_label){ text, is_dash(text) };
}

static struct odf_label count(struct odf_lists *l, int style, int counts, int level, int start)
{
	const struct odf_list_style *s = &l->styles.at[style - 1];
	struct odf_counts *c = &l->counts.at[counts - 1];
	int *n = &c->at[level];
	*n = start >= 0 ? start : *n < 0 ? s->at[level].start : *n < COUNT_MAX ? *n + 1 : *n;
	for (int i = level + 1; i < ODF_LEVELS; i++)
		c->at[i] = -1;
	return label_of(l, s, c, level);
}

struct odf_label odf_outline_label(struct odf_lists *l, int level, int start)
{
	const struct odf_level *of = &l->styles.at[HEADINGS - 1].at[level - 1];
	return has_number(of) ? count(l, HEADINGS, HEADINGS, level - 1, start) : (struct odf_label){ 0 };
}

/* -- lists ------------------------------------------------------------------------------------------ */

static int number_of(const struct map *m, str name)
{
	const int *n = name.n ? map_get(m, name) : NULL;
	return n ? *n : 0;
}

/* A list goes on where it says so: with the list it names, else with the last one of its style. */
static int counts_of(struct odf_lists *l, struct xml *x, str style)
{
	str id = xml_attr(x, "xml:id"), of = xml_attr(x, "text:continue-list");
	int n = number_of(&l->ids, of);
	if (!n && (of.n || str_eq(xml_attr(x, "text:continue-numbering"), S("true"))))
		n = number_of(&l->last, style);
	if (!n && !may_grow(l, l->counts.n, x))
		return HEADINGS;
	if (!n) {
		*vec_add(l->a, &l->counts) = none_begun;
		n = (int)l->counts.n;
	}
	if (id.n && may_grow(l, l->ids.n, x))
		*map_put(l->a, &l->ids, id) = n;
	if (style.n && may_grow(l, l->last.n, x))
		*map_put(l->a, &l->last, style) = n;
	return n;
}

static void list_open(struct odf_lists *l, struct xml *x)
{
	str name = xml_attr(x, "text:style-name");
	bool inner = l->open.n > l->floor;
	struct odf_list above = inner ? l->open.at[l->open.n - 1] : (struct odf_list){ 0 };
	int style = name.n ? number_of(&l->names, name) : above.style;
	int counts = inner ? above.counts : counts_of(l, x, name);
	size_t level = l->open.n - l->floor;
	if (inner && !above.fresh && level < ODF_LEVELS && !str_eq(xml_attr(x, "text:continue-numbering"), S("true")))
		l->counts.at[counts - 1].at[level] = -1;
	*vec_add(l->a, &l->open) = (struct odf_list){ .style = style, .counts = counts, .start = -1 };
}

static void item_open(struct odf_lists *l, struct xml *x)
{
	if (l->open.n == l->floor)
		return;
	struct odf_list *now = &l->open.at[l->open.n - 1];
	now->fresh = true;
	now->start = xml_number(xml_attr(x, "text:start-value"), 0, COUNT_MAX, -1);
}

struct odf_label odf_list_label(struct odf_lists *l, str of_paragraph)
{
	struct odf_list *now = l->open.n > l->floor ? &l->open.at[l->open.n - 1] : NULL;
	if (!now || !now->fresh)
		return (struct odf_label){ 0 };
	int style = now->style ? now->style : number_of(&l->names, of_paragraph);
	int level = (int)(l->open.n - l->floor) - 1, start = now->start;
	now->fresh = false;
	if (!style)
		return (struct odf_label){ 0 };
	return count(l, style, now->counts, level < ODF_LEVELS ? level : ODF_LEVELS - 1, start);
}

void odf_list_open(struct odf_lists *l, struct xml *x, int id)
{
	switch (id) {
	case ODF_LIST_STYLE:    style_open(l, x); break;
	case ODF_OUTLINE_STYLE: l->now = HEADINGS; break;
	case ODF_LEVEL_NUMBER:
	case ODF_LEVEL_OUTLINE: level_open(l, x, false); break;
	case ODF_LEVEL_BULLET:
	case ODF_LEVEL_IMAGE:   level_open(l, x, true); break;
	case ODF_LIST:          list_open(l, x); break;
	case ODF_LIST_ITEM:     item_open(l, x); break;
	default:                break;
	}
}

void odf_list_close(struct odf_lists *l, int id)
{
	if (id == ODF_LIST_STYLE || id == ODF_OUTLINE_STYLE)
		l->now = 0;
	if (id == ODF_LIST && l->open.n > l->floor)
		l->open.n--;
	if ((id == ODF_LIST_ITEM || id == ODF_LIST_HEADER) && l->open.n > l->floor)
		l->open.at[l->open.n - 1].fresh = false;
}

void odf_list_apart(struct odf_lists *l) { l->floor = l->open.n; }
void odf_list_back(struct odf_lists *l, size_t floor) { l->floor = floor; }
