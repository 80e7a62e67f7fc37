#include "extract/lines.h"
#include "extract/columns.h"

/* The gap most lines have, and the width that nine of ten lines stay within. */
static void measure(struct arena *a, struct lines *ls)
{
	size_t gaps[3] = { 0 }, *by_width = make_n(a, size_t, 512), seen = 0, small = 0, torn = 0;
	for (size_t i = 0; i < ls->n; i++) {
		const struct line *l = &ls->at[i];
		size_t w = l->fold.text.n < 511 ? l->fold.text.n : 511;
		by_width[w]++;
		if (!i)
			continue;
		gaps[l->gap > 1 ? 2 : l->gap]++;
		small += line_lower(l);
		torn += line_lower(l) && l->gap && !line_terminal(l - 1);
	}
	/* a blank line after each line: most lines have one, and some of them go on in the middle of a sentence */
	ls->norm = gaps[1] + gaps[2] > gaps[0] * 2 && torn >= 3 && torn * 25 > ls->n;
	for (size_t w = 0; w < 512; w++) {
		seen += by_width[w];
		if (seen * 10 >= ls->n * 9) {
			ls->width = (int)w;
			break;
		}
	}
	ls->wrapped = ls->width <= 130 && (small * 8 > ls->n || ls->norm);
}

struct lines lines_of(struct arena *a, const struct node *root)
{
	struct lines ls = { 0 };
	for (const struct node *n = root->first; n; n = n->next)
		ls.n += n->kind == NODE_LINE;
	ls.at = make_n(a, struct line, ls.n + 1);
	size_t i = 0;
	for (struct node *n = root->first; n; n = n->next) {
		if (n->kind != NODE_LINE)
			continue;
		struct line *l = &ls.at[i++];
		str raw = n->first ? n->first->text : (str){ 0 };
		*l = (struct line){ .node = n, .text = str_trim(raw), .number = n->from.line, .gap = n->gap, .hard = n->hard };
		l->fold = fold_open(a, l->text);
		l->tab = str_find(n->lead, S("\t"), 0) < n->lead.n;
		l->lead = n->lead.n > 0;
	}
	measure(a, &ls);
	return ls;
}

static uint32_t first_char(const struct line *l)
{
	size_t at = 0;
	return l->text.n ? utf8_next(l->text, &at) : 0;
}

bool line_terminal(const struct line *l)
{
	str t = l->fold.text;
	return t.n && strchr(".;:)!?", t.p[t.n - 1]);
}

bool line_upper(const struct line *l) { return char_is_upper(first_char(l)); }

bool line_lower(const struct line *l)
{
	return l->fold.text.n && l->fold.text.p[0] >= 'a' && l->fold.text.p[0] <= 'z' && !line_upper(l);
}

bool line_capitals(const struct line *l)
{
	size_t capitals = 0;
	for (size_t at = 0, i = 0; at < l->text.n; i++) {
		uint32_t c = utf8_next(l->text, &at);
		if (char_is_upper(c))
			capitals++;
		else if (i < l->fold.text.n && l->fold.text.p[i] >= 'a' && l->fold.text.p[i] <= 'z')
			return false;
	}
	return capitals >= 2;
}

static size_t count_of(str t, size_t at, size_t most, const char *letters)
{
	size_t n = 0;
	while (n < most && at + n < t.n && strchr(letters, t.p[at + n]))
		n++;
	return n;
}

/* Where the text begins behind at most so many spaces; 0: no text follows. */
static size_t text_behind(str t, size_t at, size_t spaces)
{
	at += count_of(t, at, spaces, " ");
	return at < t.n && t.p[at] != ' ' ? at : 0;
}

#define DIGITS "0123456789"

/* Where the text begins behind "- ", "1.2. ", "IV.", "12) " or "a)"; 0: no such label. */
static size_t behind_label(str t)
{
	if (!t.n)
		return 0;
	if (strchr("-+*", t.p[0]))
		return text_behind(t, 1, 1);
	size_t digits = count_of(t, 0, 2, DIGITS), end = digits, parts = 0, more;
	for (; digits && parts < 4 && end < t.n && t.p[end] == '.' && (more = count_of(t, end + 1, 2, DIGITS)); parts++)
		end += 1 + more;
	end += parts && end < t.n && t.p[end] == '.';
	if (parts && end < t.n && t.p[end] == ' ' && text_behind(t, end, t.n))
		return text_behind(t, end, t.n);
	size_t romans = count_of(t, 0, 5, "ivxlc"), n = romans ? romans : digits ? digits : t.p[0] >= 'a' && t.p[0] <= 'z';
	return n && n < t.n && (t.p[n] == '.' || t.p[n] == ')') ? text_behind(t, n + 1, 1) : 0;
}

bool line_label(const struct line *l)
{
	size_t behind = behind_label(l->fold.text);
	if (behind) {
		if (strchr("-+*", l->fold.text.p[0]))
			return l->text.p[0] != '(';
		/* "30. Những" may end a sentence that began above; a label is followed by a capital */
		size_t at = l->fold.at[behind];
		return char_is_upper(utf8_next(l->text, &at)) || l->fold.text.p[behind] == '"';
	}
	/* bullets that fold to '?' */
	return str_starts(l->text, S("•")) || str_starts(l->text, S("●")) || str_starts(l->text, S("◦")) ||
	       str_starts(l->text, S("▪")) || str_starts(l->text, S("\xEF\x82\xB7"));
}

/* "Đơn vị chủ trì: …": words that head a column, and a colon. */
static bool is_label(struct pats *ps, const struct line *l)
{
	struct match m;
	size_t len;
	return line_upper(l) && pat_at(ps, "[a-z ,/]{3,44}:(?: |$)", l->fold.text, 0, &m) && column_role(ps, l->fold.text, 0, &len) != ROLE_NONE;
}

/* Lines that stand by themselves wherever they are found. */
static bool stands_alone(struct pats *ps, const struct line *l)
{
	if (line_lower(l))                  /* "sơ: Sở Y tế đạt …" is no "Số:" */
		return false;
	if (line_capitals(l) && pat_has(ps, "^(?:ke hoach|bao cao|quyet dinh|thong bao|to trinh|cong hoa xa hoi.*|phu luc.*)$", l->fold.text))
		return true;
	if (is_label(ps, l))
		return true;
	if (line_upper(l) && pat_has(ps, "^(?:thuc hien|thi hanh|xet|theo) (?:quyet dinh|ke hoach|van ban|cong van|chi thi|nghi quyet|thong bao|chuong trinh|ket luan|bao cao|nghi dinh) so |^(?:tieu chi(?: thanh phan)?|tctp|linh vuc) \\d{1,2}[a-z]?(?:\\.\\d{1,2})*\\.?:? [a-z\"]", l->fold.text))
		return true;
	return pat_has(ps, "^(?:\\((?:co phu luc|ban hanh|kem theo|gui kem)|noi nhan ?:|so ?: ?|kinh gui|can cu |(?:phu luc|bieu|mau)(?: so)?(?: [ivx\\d]+)?$|dieu \\d+\\.|tm\\. |kt\\. |tl\\. |tuq\\. )",
	               l->fold.text);
}

bool lines_join(struct pats *ps, const struct lines *ls, const struct line *a, const struct line *b, int width)
{
	if (a->text.n && b->text.n && a->text.p[a->text.n - 1] == '(' && !b->tab)
		return true;                        /* "… trễ hẹn ( " / "- 0.5 điểm)" */
	if (!a->text.n || !b->text.n || b->tab || line_label(b) || stands_alone(ps, b))
		return false;
	if (!ls->wrapped)                   /* a paragraph a line, however long */
		return line_lower(b) && b->gap == 0 && !line_terminal(a) && (int)a->fold.text.n < ls->width;
	if (ls->norm == 0 && b->gap > 0)
		return line_lower(b) && !line_terminal(a);
	if (b->gap > ls->norm + 2)
		return line_lower(b) && !line_terminal(a);
	if (line_lower(b))
		return true;
	if (line_capitals(a) != line_capitals(b) && (a->text.n > 8 || line_capitals(a)))
		return !line_terminal(a) && width && (int)a->fold.text.n * 10 >= width * 8;
	/* would its first word have stood on the line above? then someone broke the line on purpose */
	str word = b->fold.text;
	size_t end = str_find(word, S(" "), 0);
	bool fits = width && (int)(a->fold.text.n + 1 + end) <= width - 2;
	if (a->fold.text.p[a->fold.text.n - 1] == ':' && width && (int)a->fold.text.n * 100 >= width * 85)
		return true;                        /* "… về công tác dân tộc:" / "Ban Dân tộc được 1.2/2 điểm" */
	if (line_terminal(a))
		return !fits && b->gap >= ls->norm && !(b->lead && line_upper(b)) && a->fold.text.p[a->fold.text.n - 1] == '.';
	if (line_upper(b))
		return !width || (int)a->fold.text.n * 10 >= width * 6;
	return true;                        /* a figure, a bracket: goes on */
}
