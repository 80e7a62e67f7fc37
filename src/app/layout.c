#include "app/layout.h"
#include "base/fold.h"

enum { GAP = 2, WRAP_LEAST = 8, FIXED_MOST = 24 };      /* FIXED_MOST: a column that does not give way */

/* -- width ---------------------------------------------------------------------------------------- */

struct range { uint32_t from, to; };

static const struct range without[] = {
	{ 0x0300, 0x036F }, { 0x1AB0, 0x1AFF }, { 0x1DC0, 0x1DFF }, { 0x200B, 0x200F }, { 0x202A, 0x202E },
	{ 0x2060, 0x206F }, { 0x20D0, 0x20FF }, { 0xFE00, 0xFE0F }, { 0xFE20, 0xFE2F }, { 0xFEFF, 0xFEFF },
};
static const struct range wide[] = {
	{ 0x1100, 0x115F }, { 0x2E80, 0x303E }, { 0x3041, 0xA4CF }, { 0xAC00, 0xD7A3 }, { 0xF900, 0xFAFF },
	{ 0xFE30, 0xFE6F }, { 0xFF00, 0xFF60 }, { 0xFFE0, 0xFFE6 }, { 0x1F300, 0x1FAFF }, { 0x20000, 0x3FFFD },
};

static bool in(const struct range *r, size_t n, uint32_t c)
{
	for (size_t i = 0; i < n && c >= r[i].from; i++)
		if (c <= r[i].to)
			return true;
	return false;
}

static int width_of(uint32_t c)
{
	if (c < 0x300)
		return 1;
	return in(without, COUNT(without), c) ? 0 : in(wide, COUNT(wide), c) ? 2 : 1;
}

int layout_width(str s)
{
	int n = 0;
	for (size_t at = 0; at < s.n;)
		n += width_of(utf8_next(s, &at));
	return n;
}

/* -- what may be shown ---------------------------------------------------------------------------- */

/* Also the marks that turn the direction of writing: they could make a sentence read as another one. */
static bool is_control(uint32_t c)
{
	return c < ' ' || (c >= 0x7F && c < 0xA0) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

static bool is_plain(str s)
{
	for (size_t i = 0; i < s.n; i++)
		if ((unsigned char)s.p[i] < ' ' || (unsigned char)s.p[i] >= 0x7F)
			return false;
	return true;
}

str layout_safe(struct arena *a, str s)
{
	if (is_plain(s))
		return s;
	struct buf b = buf_open(a);
	for (size_t at = 0, from = 0; at < s.n; from = at) {
		uint32_t c = utf8_next(s, &at);
		if (c == 0xFFFD)
			buf_put(&b, S("�"));
		else
			buf_put(&b, is_control(c) ? S(" ") : str_sub(s, from, at));
	}
	return buf_str(&b);
}

/* The byte where the first `columns` columns of s end. */
static size_t first_columns(str s, int columns)
{
	size_t at = 0, end = 0;
	for (int n = 0; at < s.n; end = at) {
		n += width_of(utf8_next(s, &at));
		if (n > columns)
			return end;
	}
	return s.n;
}

str layout_cut(struct arena *a, str s, int columns)
{
	s = layout_safe(a, s);
	if (layout_width(s) <= columns)
		return s;
	str head = str_trim(str_sub(s, 0, first_columns(s, columns - 1)));
	return str_fmt(a, "%.*s…", SF(head));
}

void layout_ink(struct buf *b, const struct layout *l, enum ink ink, str s)
{
	static const char *const codes[] = {
		[INK_PLAIN] = "", [INK_BOLD] = "\033[1m", [INK_ERROR] = "\033[1;31m", [INK_WARNING] = "\033[33m",
		[INK_FAINT] = "\033[2m",
	};
	bool ink_on = l->colour && ink != INK_PLAIN;
	if (ink_on)
		buf_put(b, str_c(codes[ink]));
	buf_put(b, s);
	if (ink_on)
		buf_put(b, S("\033[0m"));
}

static void pad(struct buf *b, int n)
{
	for (; n > 0; n--)
		buf_put(b, S(" "));
}

/* -- lines ---------------------------------------------------------------------------------------- */

/* Takes from *rest what fits into `columns`, broken at a space where there is one. */
static str next_line(str *rest, int columns)
{
	str s = *rest = str_trim(*rest);
	size_t end = first_columns(s, columns > 2 ? columns : 2);
	if (end < s.n && s.p[end] != ' ') {
		size_t space = end;
		while (space && s.p[space - 1] != ' ')
			space--;
		end = space ? space : end;
	}
	*rest = str_trim(str_sub(s, end, s.n));
	return str_trim(str_sub(s, 0, end));
}

void layout_para(struct buf *b, const struct layout *l, str s, int used, int indent)
{
	str rest = str_trim(layout_safe(b->a, s));
	if (l->columns - used < WRAP_LEAST) {
		buf_put(b, S("\n"));
		pad(b, used = indent);
	}
	for (bool more = false; rest.n; more = true) {
		if (more) {
			buf_put(b, S("\n"));
			pad(b, indent);
		}
		buf_put(b, next_line(&rest, l->columns - (more ? indent : used)));
	}
	buf_put(b, S("\n"));
}

/* -- tables --------------------------------------------------------------------------------------- */

struct widths { int of[LAYOUT_COLUMNS]; };               /* 0: left out */

static size_t rows_of(const struct table *t) { return t->n ? t->cells.n / t->n : 0; }

static int larger(int a, int b) { return a > b ? a : b; }
static int smaller(int a, int b) { return a < b ? a : b; }

static struct widths natural(const struct table *t)
{
	struct widths w = { 0 };
	for (size_t i = 0; i < rows_of(t) * t->n; i++)
		w.of[i % t->n] = larger(w.of[i % t->n], layout_width(t->cells.at[i]));
	for (size_t c = 0; c < t->n; c++)
		if (w.of[c])
			w.of[c] = larger(w.of[c], layout_width(str_c(t->columns[c].head)));
	return w;
}

static int sum_of(const struct table *t, const struct widths *w)
{
	int sum = -GAP;
	for (size_t c = 0; c < t->n; c++)
		sum += w->of[c] ? w->of[c] + GAP : 0;
	return sum;
}

/* Takes from the widest (by its share) of those that may wrap, until the table fits or none can give more. */
static struct widths fitted(const struct table *t, int room)
{
	struct widths w = natural(t);
	for (size_t c = 0; c < t->n; c++)
		w.of[c] = smaller(w.of[c], t->columns[c].wraps ? larger(room, WRAP_LEAST) : FIXED_MOST);
	for (int over = sum_of(t, &w) - room; over > 0; over--) {
		size_t widest = t->n;
		for (size_t c = 0; c < t->n; c++)
			if (t->columns[c].wraps && w.of[c] > WRAP_LEAST &&
			    (widest == t->n || w.of[c] * t->columns[widest].wraps > w.of[widest] * t->columns[c].wraps))
				widest = c;
		if (widest == t->n)
			break;
		w.of[widest]--;
	}
	return w;
}

static void put_cell(struct buf *b, const struct column *c, str s, int width, bool last)
{
	int blank = width - layout_width(s);
	if (c->right)
		pad(b, blank);
	buf_put(b, s);
	if (!c->right && !last)
		pad(b, blank);
}

static size_t last_column(const struct table *t, const struct widths *w, const str *line)
{
	size_t last = 0;
	for (size_t c = 0; c < t->n; c++)
		if (w->of[c] && line[c].n)
			last = c;
	return last;
}

static void put_line(struct buf *b, const struct table *t, const struct widths *w, const str *line)
{
	size_t last = last_column(t, w, line);
	pad(b, t->indent);
	for (size_t c = 0, before = 0; c <= last; c++) {
		if (!w->of[c])
			continue;
		if (before++)
			pad(b, GAP);
		put_cell(b, &t->columns[c], line[c], w->of[c], c == last);
	}
	buf_put(b, S("\n"));
}

static void put_row(struct buf *b, const struct table *t, const struct widths *w, const str *cells)
{
	str rest[LAYOUT_COLUMNS], line[LAYOUT_COLUMNS];
	bool more = true;
	for (size_t c = 0; c < t->n; c++)
		rest[c] = layout_safe(b->a, cells[c]);
	for (int k = 1; more; k++) {
		more = false;
		for (size_t c = 0; c < t->n; c++) {
			bool cut = t->lines && k == t->lines && layout_width(str_trim(rest[c])) > w->of[c];
			if (cut) {
				line[c] = layout_cut(b->a, rest[c], w->of[c]);
				rest[c] = (str){ 0 };
			} else
				line[c] = next_line(&rest[c], w->of[c]);
			more = more || (w->of[c] && rest[c].n);
		}
		put_line(b, t, w, line);
	}
}

void layout_table(struct buf *b, const struct layout *l, const struct table *t)
{
	struct widths w = fitted(t, l->columns - t->indent);
	str heads[LAYOUT_COLUMNS];
	struct buf head = buf_open(b->a);
	for (size_t c = 0; c < t->n; c++)
		heads[c] = str_c(t->columns[c].head);
	put_line(&head, t, &w, heads);
	layout_ink(b, l, INK_BOLD, str_sub(buf_str(&head), 0, head.n - 1));
	buf_put(b, S("\n"));
	for (size_t i = 0; i < rows_of(t); i++)
		put_row(b, t, &w, t->cells.at + i * t->n);
}
