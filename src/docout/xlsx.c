#include "docout/xlsx.h"
#include "base/fold.h"
#include <dlfcn.h>
#include <stdlib.h>

bool xl_load(struct library *l)
{
	void *from = dlopen("libxlsxwriter.so.4", RTLD_LAZY | RTLD_NODELETE);
	bool all = from != NULL;
#define FIND(f) all = all && (l->f = (__typeof__(f) *)dlsym(from, #f)) != NULL;
	CALLS(FIND)
#undef FIND
	if (from)
		dlclose(from);                     /* it stays: NODELETE */
	return all;
}

/* -- what does not fit ------------------------------------------------------------------------------- */

void xl_refuse(struct drawing *d, const char *what, int most)
{
	if (!d->failed)
		fail(d->e, ERR_LIMIT, "Không ghi được tệp Excel: %s (nhiều nhất là %d).", what, most);
	if (!d->failed)
		err_hint(d->e, "Hãy chia nội dung thành nhiều tệp.");
	d->failed = true;
}

void xl_check(struct drawing *d, lxw_error code)
{
	if (code == LXW_NO_ERROR || d->failed)
		return;
	d->failed = true;
	fail(d->e, ERR_SYSTEM, "Không ghi được tệp Excel.");
	err_hint(d->e, "Kiểm tra chỗ trống trên đĩa rồi chạy lại.");
	err_detail(d->e, "libxlsxwriter: %s", d->lib.lxw_strerror(code));
}

/* -- looks ------------------------------------------------------------------------------------------- */

static void set_look(const struct library *l, lxw_format *f, enum look look)
{
	bool head = look == LOOK_HEAD;
	l->format_set_font_name(f, FONT);
	l->format_set_font_size(f, look == LOOK_TITLE ? 13 : 11);
	l->format_set_text_wrap(f);
	l->format_set_align(f, head ? LXW_ALIGN_VERTICAL_CENTER : LXW_ALIGN_VERTICAL_TOP);
	if (head)
		l->format_set_align(f, LXW_ALIGN_CENTER), l->format_set_bg_color(f, HEAD_COLOUR);
	if (head || look == LOOK_STRONG || look == LOOK_TITLE)
		l->format_set_bold(f);
	if (head || look == LOOK_CELL || look == LOOK_STRONG)
		l->format_set_border(f, LXW_BORDER_THIN), l->format_set_border_color(f, LINE_COLOUR);
}

/* decimals: -1 for text. What is typed into a cell of text stays as it was typed: in a cell of numbers Excel makes a date of "8/9". */
lxw_format *xl_format(struct drawing *d, enum look look, int decimals)
{
	lxw_format **f = &d->format[look][decimals + 1];
	if (*f)
		return *f;
	*f = d->lib.workbook_add_format(d->book);
	set_look(&d->lib, *f, look);
	d->lib.format_set_num_format(*f, decimals < 0 ? "@" : decimals ? str_fmt(d->a, "0.%0*d", decimals, 0).p : "0");
	if (decimals >= 0) {
		d->lib.format_set_align(*f, LXW_ALIGN_RIGHT);
		d->lib.format_set_indent(*f, 1);           /* or it touches the words of the next cell */
	}
	return *f;
}

/* -- texts ------------------------------------------------------------------------------------------- */

static bool hex(char c) { return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'F') || (c >= 'a' && c <= 'f'); }

/* "_x0041_" would be read as a letter: its first mark is written as a letter itself. */
static str escaped(struct arena *a, str s)
{
	struct buf b = buf_open(a);
	for (size_t at = 0; at < s.n; at++) {
		const char *p = s.p + at;
		if (at + 7 <= s.n && p[0] == '_' && p[1] == 'x' && hex(p[2]) && hex(p[3]) && hex(p[4]) && hex(p[5]) && p[6] == '_')
			buf_put(&b, S("_x005F"));
		buf_put(&b, (str){ p, 1 });
	}
	return buf_str(&b);
}

const char *xl_text(struct drawing *d, str s)
{
	size_t chars = 0;
	for (size_t at = 0; at < s.n; chars++)
		utf8_next(s, &at);
	if (chars > TEXT_MAX)
		xl_refuse(d, "có ô quá dài", TEXT_MAX);
	return escaped(d->a, s).p;
}

/* A figure as a double: it has at most 15 digits, so that the shortest decimal of the double is the figure again. */
bool xl_number(str text, double *ret, int *decimals)
{
	char copy[40], *end;
	text = str_trim(text);
	if (!text.n || text.n >= sizeof copy)
		return false;
	size_t mark = text.n;
	for (size_t i = 0; i < text.n; i++) {
		copy[i] = text.p[i] == ',' ? '.' : text.p[i];
		if (copy[i] == '.' && mark == text.n)
			mark = i;
		else if ((copy[i] < '0' || copy[i] > '9') && !(copy[i] == '-' && !i))
			return false;
	}
	copy[text.n] = 0;
	*ret = strtod(copy, &end);
	*decimals = mark < text.n ? (int)(text.n - mark - 1) : 0;
	return !*end && text.n <= 17 && *decimals <= DECIMALS_MAX;
}

/* -- names of tabs ------------------------------------------------------------------------------------ */

/* The first `most` characters that may stand in the name of a tab. */
str xl_legal(struct arena *a, str s, size_t most)
{
	struct buf b = buf_open(a);
	for (size_t at = 0, from = 0, n = 0; at < s.n && n < most; from = at, n++) {
		uint32_t c = utf8_next(s, &at);
		bool bad = c < ' ' || (c < 0x80 && strchr("[]:*?/\\", (int)c));
		buf_put(&b, bad ? S(" ") : c == '\'' ? S("’") : str_sub(s, from, at));
	}
	str name = str_trim(buf_str(&b));
	return name.n ? str_copy(a, name) : S("Trang");
}

str xl_tab(struct drawing *d, str wanted)
{
	str name = xl_legal(d->a, wanted, NAME_MAX_CHARS);
	for (int i = 2; map_get(&d->names, fold_plain(d->a, name)) && i < NAMES_TRIED; i++)
		name = str_fmt(d->a, "%.*s (%d)", SF(xl_legal(d->a, wanted, NAME_MAX_CHARS - 6)), i);
	*map_put(d->a, &d->names, fold_plain(d->a, name)) = 1;
	return name;
}

/* -- heights ------------------------------------------------------------------------------------------ */

int xl_chars(str s)
{
	int n = 0;
	for (size_t at = 0; at < s.n; n++)
		utf8_next(s, &at);
	return n;
}

/* How many lines the words of a text take in a column of so many characters. */
int xl_lines(str s, int room)
{
	int lines = 1, used = 0;
	for (size_t at = 0; at < s.n;) {
		size_t end = at;
		while (end < s.n && s.p[end] != ' ' && s.p[end] != '\n')
			end++;
		int word = xl_chars(str_sub(s, at, end));
		if (used && used + 1 + word > room)
			lines++, used = 0;
		lines += word / (room + 1);
		used += word % (room + 1) + (used > 0);
		if (end < s.n && s.p[end] == '\n')
			lines++, used = 0;
		at = end + 1;
	}
	return lines;
}

/* Neither fits the height of a row to what is in it by itself: Excel not to merged cells, LibreOffice to none that it did not write. */
void xl_height(struct drawing *d, int lines, double line)
{
	lines = lines < LINES_MAX ? lines : LINES_MAX;
	xl_check(d, d->lib.worksheet_set_row(d->sheet, (lxw_row_t)d->row, line * lines + 2, NULL));
}

int xl_room(const struct drawing *d, size_t col, size_t wide, int half_points)
{
	int room = 0;
	for (size_t i = col; i < col + wide && i < d->columns; i++)
		room += d->width[i].width + 2;
	room = room * 5 / 4 * 22 / half_points;   /* the letters of the font are narrower than the figures that widths are counted in */
	return room > 1 ? room : 1;
}
