#include "base/fold.h"
#include "docout/word.h"
#include "docout/xml_put.h"

enum { LEVELS = 9, MARK_MAX = 8 };

static bool is_letter(char c) { return c >= 'a' && c <= 'z'; }
static bool is_digit(char c) { return c >= '0' && c <= '9'; }

/* -- what a marker is -------------------------------------------------------------------------------- */

/* "1.", "12)", "(a)": how it is counted, and the count. Word counts letters as English does: where Vietnamese counts otherwise ("đ)")
 * the list begins anew, and what Word does not have is typed. */
static bool counted(str marker, struct word_mark *ret, int *value)
{
	size_t from = str_starts(marker, S("(")), to = from;
	*value = 0;
	while (to < marker.n && is_digit(marker.p[to]) && to - from < 4)
		*value = *value * 10 + marker.p[to++] - '0';
	bool number = to > from;
	if (!number && to < marker.n && is_letter(marker.p[to]))
		*value = marker.p[to++] - 'a' + 1;
	str after = str_sub(marker, to, marker.n);
	*ret = (struct word_mark){ .format = number ? '1' : 'a', .before = str_sub(marker, 0, from), .after = after };
	return *value && marker.p[from] != '0' && (str_eq(after, S(".")) || str_eq(after, S(")")));
}

static bool bullet(str marker)
{
	if (!marker.n || marker.n > MARK_MAX)
		return false;
	for (size_t at = 0; at < marker.n;) {
		uint32_t c = utf8_next(marker, &at);
		char f = fold_char(c);
		if (c <= ' ' || c == '%' || c == 0xFFFD || is_letter(f) || is_digit(f))
			return false;
	}
	return true;
}

static struct word_mark *mark_of(struct word *w, struct word_mark like, const struct node *item)
{
	like.in_cell = item->parent->kind == NODE_CELL;
	for (size_t i = 0; i < w->marks.n; i++) {
		struct word_mark *m = &w->marks.at[i];
		bool same = m->format == like.format && m->in_cell == like.in_cell;
		if (same && str_eq(m->before, like.before) && str_eq(m->after, like.after))
			return m;
	}
	struct word_mark *m = vec_add(w->a, &w->marks);
	*m = like;
	return m;
}

static int list_new(struct word *w, struct word_mark *m, int start)
{
	*vec_add(w->a, &w->lists) = (struct word_list){ (size_t)(m - w->marks.at), start };
	return m->list = (int)w->lists.n;
}

int word_list(struct word *w, const struct node *item, int *level)
{
	struct word_mark like;
	int value;
	*level = 0;
	if (w->lists.n >= WORD_LISTS_MAX)
		return 0;
	if (bullet(item->marker)) {
		struct word_mark *m = mark_of(w, (struct word_mark){ .format = '-', .before = item->marker }, item);
		*level = item->level < 1 ? 0 : item->level > LEVELS ? LEVELS - 1 : item->level - 1;
		return m->list ? m->list : list_new(w, m, 1);
	}
	if (!counted(item->marker, &like, &value))
		return 0;
	struct word_mark *m = mark_of(w, like, item);
	bool goes_on = m->list && value == m->last + 1;
	m->last = value;
	return goes_on ? m->list : list_new(w, m, value);
}

/* -- numbering.xml ----------------------------------------------------------------------------------- */

static void put_level(struct buf *b, const struct word_mark *m, int level)
{
	const char *format = m->format == '-' ? "bullet" : m->format == '1' ? "decimal" : "lowerLetter";
	buf_fmt(b, "<w:lvl w:ilvl=\"%d\"><w:start w:val=\"1\"/><w:numFmt w:val=\"%s\"/><w:suff w:val=\"space\"/><w:lvlText w:val=\"", level, format);
	xml_put(b, m->before);
	if (m->format != '-')
		buf_put(b, S("%1"));
	xml_put(b, m->after);
	buf_fmt(b, "\"/><w:lvlJc w:val=\"left\"/><w:pPr><w:ind w:left=\"%d\" w:firstLine=\"%d\"/></w:pPr></w:lvl>",
	        m->in_cell ? 0 : twips(level * LIST_INDENT), m->in_cell ? 0 : twips(word_style_look(FORMAL_BODY).first_line));
}

str word_lists(struct word *w)
{
	struct buf b = buf_open(w->a);
	buf_put(&b, S(WORD_XML "<w:numbering " WORD_SPACE ">"));
	for (size_t i = 0; i < w->marks.n; i++) {
		const struct word_mark *m = &w->marks.at[i];
		int levels = m->format == '-' ? LEVELS : 1;
		buf_fmt(&b, "<w:abstractNum w:abstractNumId=\"%zu\"><w:nsid w:val=\"%08zX\"/><w:multiLevelType w:val=\"%s\"/>", i, i + 1, levels > 1 ? "hybridMultilevel" : "singleLevel");
		for (int k = 0; k < levels; k++)
			put_level(&b, m, k);
		buf_put(&b, S("</w:abstractNum>"));
	}
	for (size_t i = 0; i < w->lists.n; i++)
		buf_fmt(&b, "<w:num w:numId=\"%zu\"><w:abstractNumId w:val=\"%zu\"/><w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"%d\"/>"
		            "</w:lvlOverride></w:num>", i + 1, w->lists.at[i].mark, w->lists.at[i].start);
	buf_put(&b, S("</w:numbering>"));
	return buf_str(&b);
}
