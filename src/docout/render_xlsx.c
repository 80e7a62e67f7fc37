#include "base/fold.h"
#include "base/folder.h"
#include "base/map.h"
#include "docout/render.h"
#include <dlfcn.h>
#include <stdlib.h>
#include <xlsxwriter.h>

/* libxlsxwriter brings libcrypto and minizip with it, which every start would pay for: it is loaded when a workbook is written. */
#define CALLS(X) \
	X(workbook_new_opt) X(workbook_add_worksheet) X(workbook_add_format) X(workbook_set_properties) X(workbook_close) X(lxw_strerror) \
	X(lxw_workbook_free) X(worksheet_write_number) X(worksheet_write_string) X(worksheet_write_blank) X(worksheet_merge_range) \
	X(worksheet_set_column) X(worksheet_set_row) X(worksheet_freeze_panes) X(worksheet_set_landscape) X(worksheet_set_paper) \
	X(worksheet_set_margins) X(worksheet_set_footer) X(worksheet_fit_to_pages) X(worksheet_repeat_rows) X(worksheet_ignore_errors) \
	X(format_set_bold) X(format_set_italic) X(format_set_text_wrap) X(format_set_align) X(format_set_border) \
	X(format_set_border_color) X(format_set_bg_color) X(format_set_num_format) \
	X(format_set_indent) X(format_set_font_name) X(format_set_font_size)

#define MEMBER(f) __typeof__(f) *f;
struct library { CALLS(MEMBER) };
#undef MEMBER

enum {
	COLUMNS_MAX = 512, ROWS_MAX = 100 * 1000, TEXT_MAX = 32767, NAME_MAX_CHARS = 31, NAMES_TRIED = 1000,
	DECIMALS_MAX = 9, FREEZE_MAX = 6,      /* a heading that ends below this row would leave no room on a screen */
	PAPER_A4 = 9, WIDTH_PAGE = 160, WIDTH_TEXT = 52, WIDTH_LEAST = 5, WIDTH_HEAD = 8, WIDTH_EMPTY = 13,
	WIDTH_GIVES = 18, WIDTH_ALONE = 110,
	LINES_MAX = 25,                        /* Excel has no row higher than 409 points */
};
#define FONT        "Times New Roman"
#define HEAD_COLOUR 0xDCE6F1
#define LINE_COLOUR 0x808080
#define LINE_HEIGHT  14.2
#define TITLE_HEIGHT 17.0
#define MADE        ((time_t)1735689600)       /* 1/1/2025: a file does not say when it was written */

/* How a cell looks; text and each number of decimals have formats of their own. */
enum look { LOOK_FREE, LOOK_TITLE, LOOK_HEAD, LOOK_CELL, LOOK_STRONG, LOOKS };

/* In characters: of its widest line, of its longest word. One that nobody filled yet is wide enough to be filled. */
struct column { int width, least; bool filled; };

struct drawing {
	struct arena    *a;
	struct library   lib;
	struct err      *e;
	lxw_workbook    *book;
	lxw_worksheet   *sheet;
	lxw_format      *format[LOOKS][DECIMALS_MAX + 2];
	struct map       names;                    /* of the tabs so far */
	size_t           row, columns;             /* of the sheet */
	struct column    width[COLUMNS_MAX];
	size_t           sheets;
	int              lines;                    /* of the highest cell of the row */
	bool             frozen, failed;
};

static bool load(struct library *l)
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

static void refuse(struct drawing *d, const char *what, int most)
{
	if (!d->failed)
		fail(d->e, ERR_LIMIT, "Không ghi được tệp Excel: %s (nhiều nhất là %d).", what, most);
	if (!d->failed)
		err_hint(d->e, "Hãy chia nội dung thành nhiều tệp.");
	d->failed = true;
}

static void check(struct drawing *d, lxw_error code)
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
static lxw_format *format_of(struct drawing *d, enum look look, int decimals)
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

static const char *text_for(struct drawing *d, str s)
{
	size_t chars = 0;
	for (size_t at = 0; at < s.n; chars++)
		utf8_next(s, &at);
	if (chars > TEXT_MAX)
		refuse(d, "có ô quá dài", TEXT_MAX);
	return escaped(d->a, s).p;
}

/* A figure as a double: it has at most 15 digits, so that the shortest decimal of the double is the figure again. */
static bool number_of(str text, double *ret, int *decimals)
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

/* -- sheets ------------------------------------------------------------------------------------------ */

/* The first `most` characters that may stand in the name of a tab. */
static str legal(struct arena *a, str s, size_t most)
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

static str tab_name(struct drawing *d, str wanted)
{
	str name = legal(d->a, wanted, NAME_MAX_CHARS);
	for (int i = 2; map_get(&d->names, fold_plain(d->a, name)) && i < NAMES_TRIED; i++)
		name = str_fmt(d->a, "%.*s (%d)", SF(legal(d->a, wanted, NAME_MAX_CHARS - 6)), i);
	*map_put(d->a, &d->names, fold_plain(d->a, name)) = 1;
	return name;
}

static int chars_of(str s)
{
	int n = 0;
	for (size_t at = 0; at < s.n; n++)
		utf8_next(s, &at);
	return n;
}

/* The widest line and the longest word. */
static void measure(struct column *c, str s)
{
	for (size_t at = 0; at < s.n;) {
		size_t end = str_find(s, S("\n"), at);
		int n = chars_of(str_sub(s, at, end));
		c->width = n > c->width ? n : c->width;
		at = end + 1;
	}
	for (size_t at = 0, from = 0; at <= s.n; at++)
		if (at == s.n || s.p[at] == ' ' || s.p[at] == '\n') {
			int n = chars_of(str_sub(s, from, at));
			c->least = n > c->least ? n : c->least;
			from = at + 1;
		}
}

static bool begins_sheet(const struct node *n) { return n->kind == NODE_HEADING && n->level <= 1; }

/* Cells that reach down: how many rows below are covered, by column. */
typedef void cell_fn(struct drawing *d, const struct node *cell, size_t col, int wide);

static size_t place_row(const struct node *row, int *until, struct drawing *d, cell_fn *fn)
{
	size_t col = 0;
	for (const struct node *c = row->first; c;) {
		if (col < COLUMNS_MAX && until[col] > 0) {
			until[col++]--;
			continue;
		}
		int wide = c->colspan > 0 ? c->colspan : 1;
		if (col + (size_t)wide > COLUMNS_MAX) {
			refuse(d, "bảng có quá nhiều cột", COLUMNS_MAX);
			return col;
		}
		fn(d, c, col, wide);
		for (int i = 0; i < wide; i++)
			until[col + (size_t)i] = c->rowspan > 1 ? c->rowspan - 1 : 0;
		col += (size_t)wide;
		c = c->next;
	}
	for (size_t i = col; i < COLUMNS_MAX; i++)
		until[i] -= until[i] > 0;
	return col;
}

/* A heading wraps at every word; what stands below it says how wide the column is. */
static void measure_cell(struct drawing *d, const struct node *c, size_t col, int wide)
{
	struct column m = { 0 };
	measure(&m, node_text(d->a, c, NULL));
	d->columns = col + (size_t)wide > d->columns ? col + (size_t)wide : d->columns;
	if (wide > 1)
		return;
	if (c->parent->header)
		m.width = m.least > WIDTH_HEAD ? m.least : m.width < WIDTH_HEAD ? m.width : WIDTH_HEAD;
	else if (m.width)
		d->width[col].filled = true;
	d->width[col].width = m.width > d->width[col].width ? m.width : d->width[col].width;
	d->width[col].least = m.least > d->width[col].least ? m.least : d->width[col].least;
}

/* Wide columns give way until the sheet fits the page. */
static void narrow(struct drawing *d)
{
	int sum = 0;
	for (size_t i = 0; i < d->columns; i++) {
		struct column *c = &d->width[i];
		c->least = c->least > WIDTH_GIVES ? WIDTH_GIVES : c->least;
		int narrowest = c->filled ? WIDTH_LEAST : WIDTH_EMPTY;
		c->width = c->width > WIDTH_TEXT ? WIDTH_TEXT : c->width < narrowest ? narrowest : c->width;
		sum += c->width;
	}
	for (; sum > WIDTH_PAGE; sum--) {
		struct column *widest = d->width;
		for (size_t i = 1; i < d->columns; i++)
			if (d->width[i].width - d->width[i].least > widest->width - widest->least)
				widest = &d->width[i];
		if (widest->width <= widest->least || widest->width <= WIDTH_LEAST)
			return;
		widest->width--;
	}
}

static void measure_sheet(struct drawing *d, const struct node *first)
{
	memset(d->width, 0, sizeof d->width);
	d->columns = 0;
	for (const struct node *n = first; n && !begins_sheet(n); n = n->next) {
		int until[COLUMNS_MAX] = { 0 };
		for (const struct node *row = n->kind == NODE_TABLE ? n->first : NULL; row && !d->failed; row = row->next)
			place_row(row, until, d, measure_cell);
	}
	if (!d->columns)
		d->width[d->columns++] = (struct column){ WIDTH_ALONE, WIDTH_ALONE, true };
	else
		narrow(d);
}

static void open_sheet(struct drawing *d, str name, const struct node *first)
{
	measure_sheet(d, first);
	d->row = 0;
	d->frozen = false;
	d->sheet = d->lib.workbook_add_worksheet(d->book, tab_name(d, name).p);
	if (!d->sheet || d->sheets++ > 250) {
		refuse(d, "có quá nhiều trang tính", 250);
		return;
	}
	for (size_t i = 0; i < d->columns; i++)
		check(d, d->lib.worksheet_set_column(d->sheet, (lxw_col_t)i, (lxw_col_t)i, d->width[i].width + 2, NULL));
	d->lib.worksheet_set_landscape(d->sheet);
	d->lib.worksheet_set_paper(d->sheet, PAPER_A4);
	d->lib.worksheet_set_margins(d->sheet, 0.6, 0.6, 0.6, 0.7);
	d->lib.worksheet_fit_to_pages(d->sheet, 1, 0);
	check(d, d->lib.worksheet_set_footer(d->sheet, "&C&P/&N"));
	check(d, d->lib.worksheet_ignore_errors(d->sheet, LXW_IGNORE_NUMBER_STORED_AS_TEXT, "A1:XFD1048576"));
}

/* -- rows -------------------------------------------------------------------------------------------- */

static bool room(struct drawing *d)
{
	if (d->row >= ROWS_MAX)
		refuse(d, "trang tính có quá nhiều hàng", ROWS_MAX);
	return !d->failed;
}

/* How many lines the words of a text take in a column of so many characters. */
static int lines_in(str s, int room)
{
	int lines = 1, used = 0;
	for (size_t at = 0; at < s.n;) {
		size_t end = at;
		while (end < s.n && s.p[end] != ' ' && s.p[end] != '\n')
			end++;
		int word = chars_of(str_sub(s, at, end));
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
static void set_height(struct drawing *d, int lines, double line)
{
	if (lines > 1)
		check(d, d->lib.worksheet_set_row(d->sheet, (lxw_row_t)d->row, line * (lines < LINES_MAX ? lines : LINES_MAX) + 2, NULL));
}

static int room_of(const struct drawing *d, size_t col, size_t wide)
{
	int room = 0;
	for (size_t i = col; i < col + wide && i < d->columns; i++)
		room += d->width[i].width + 2;
	return room > 1 ? room * 5 / 4 : 1;       /* the letters of the font are narrower than the figures that widths are counted in */
}

static void write_block(struct drawing *d, const struct node *n)
{
	str text = node_text(d->a, n, NULL);
	bool title = n->kind == NODE_HEADING;
	if (n->kind == NODE_ITEM && n->marker.n)
		text = str_fmt(d->a, "%.*s %.*s", SF(n->marker), SF(text));
	if (!room(d) || !str_trim(text).n)
		return;
	lxw_format *f = format_of(d, title ? LOOK_TITLE : LOOK_FREE, -1);
	lxw_row_t row = (lxw_row_t)d->row;
	set_height(d, lines_in(text, room_of(d, 0, d->columns)), title ? TITLE_HEIGHT : LINE_HEIGHT);
	if (d->columns > 1)
		check(d, d->lib.worksheet_merge_range(d->sheet, row, 0, row, (lxw_col_t)(d->columns - 1), text_for(d, text), f));
	else
		check(d, d->lib.worksheet_write_string(d->sheet, row, 0, text_for(d, text), f));
	d->row++;
}

static bool is_strong(const struct node *c)
{
	const struct node *p = c->first;
	return p && p->first && p->first->kind == NODE_RUN && p->first->bold;
}

static void write_cell(struct drawing *d, const struct node *c, size_t col, int wide)
{
	str text = node_text(d->a, c, NULL);
	double value = 0;
	int decimals = -1;
	enum look look = c->parent->header ? LOOK_HEAD : is_strong(c) ? LOOK_STRONG : LOOK_CELL;
	bool number = c->number && number_of(text, &value, &decimals);
	lxw_format *f = format_of(d, look, number ? decimals : -1);
	lxw_row_t row = (lxw_row_t)d->row, last = row + (lxw_row_t)(c->rowspan > 1 ? c->rowspan - 1 : 0);
	lxw_col_t at = (lxw_col_t)col, right = (lxw_col_t)(at + wide - 1);
	int lines = c->rowspan > 1 ? 1 : lines_in(text, room_of(d, col, (size_t)wide));
	d->lines = lines > d->lines ? lines : d->lines;
	if (last > row || right > at)
		check(d, d->lib.worksheet_merge_range(d->sheet, row, at, last, right, "", f));
	if (number)
		check(d, d->lib.worksheet_write_number(d->sheet, row, at, value, f));
	else if (text.n)
		check(d, d->lib.worksheet_write_string(d->sheet, row, at, text_for(d, text), f));
	else
		check(d, d->lib.worksheet_write_blank(d->sheet, row, at, f));
}

/* What stands above the rows stays in sight, and is printed on each page. */
static void freeze(struct drawing *d, size_t first, size_t last)
{
	if (d->frozen || last <= first)
		return;
	d->frozen = true;
	check(d, d->lib.worksheet_repeat_rows(d->sheet, (lxw_row_t)first, (lxw_row_t)(last - 1)));
	if (last <= FREEZE_MAX)
		d->lib.worksheet_freeze_panes(d->sheet, (lxw_row_t)last, 0);
}

static void write_table(struct drawing *d, const struct node *t)
{
	int until[COLUMNS_MAX] = { 0 };
	size_t first = d->row, heads = d->row;
	for (const struct node *row = t->first; row && room(d); row = row->next) {
		d->lines = 1;
		place_row(row, until, d, write_cell);
		set_height(d, d->lines, LINE_HEIGHT);
		heads += row->header && heads == d->row;
		d->row++;
	}
	freeze(d, first, heads);
	d->row++;                                  /* what follows is no part of the table */
}

static void write_node(struct drawing *d, const struct node *n)
{
	if (n->kind == NODE_TABLE)
		write_table(d, n);
	else
		write_block(d, n);
}

static void write_all(struct drawing *d, const struct node *root)
{
	if (!root->first || !begins_sheet(root->first))
		open_sheet(d, S("Trang 1"), root->first);
	for (const struct node *n = root->first; n && !d->failed; n = n->next) {
		if (!begins_sheet(n)) {
			write_node(d, n);
			continue;
		}
		str name = str_trim(node_text(d->a, n, NULL));
		open_sheet(d, name, n->next);
		if (!str_eq(legal(d->a, name, NAME_MAX_CHARS), name))
			write_block(d, n);
	}
}

/* -- the file ---------------------------------------------------------------------------------------- */

static bool no_library(struct err *e)
{
	fail(e, ERR_SYSTEM, "Máy này thiếu thư viện để ghi tệp Excel (.xlsx).");
	err_hint(e, "Nhờ người quản trị máy cài gói libxlsxwriter4 (apt install libxlsxwriter4), rồi chạy lại.");
	return err_detail(e, "dlopen: %s", dlerror());
}

static bool draw(struct drawing *d, const struct folder *f, const struct node *root)
{
	lxw_workbook_options options = { .tmpdir = (char *)str_copy(d->a, f->path).p };
	lxw_doc_properties made = { .created = MADE };
	d->book = d->lib.workbook_new_opt(str_fmt(d->a, "%.*s/book.xlsx", SF(f->path)).p, &options);
	if (!d->book)
		return check(d, LXW_ERROR_MEMORY_MALLOC_FAILED), false;
	check(d, d->lib.workbook_set_properties(d->book, &made));
	write_all(d, root);
	if (d->failed)
		d->lib.lxw_workbook_free(d->book);
	else
		check(d, d->lib.workbook_close(d->book));
	return !d->failed;
}

static bool render_book(struct arena *a, const struct node *root, str *ret, struct err *e)
{
	enum { BOOK_MAX = 256 * 1024 * 1024 };
	struct drawing *d = make(a, struct drawing);
	struct folder f = { .fd = -1 };
	folder_files files = { 0 };
	d->a = a;
	d->e = e;
	if (!load(&d->lib))
		return no_library(e);
	if (!folder_open(a, &f, e))
		return false;
	bool ok = draw(d, &f, root) && folder_take(a, &f, S("book.xlsx"), BOOK_MAX, &files, e);
	folder_remove(&f);
	if (ok && files.n != 1)
		return check(d, LXW_ERROR_CREATING_XLSX_FILE), false;
	if (ok)
		*ret = files.at[0].bytes;
	return ok;
}

const struct renderer render_xlsx = {
	.name = "xlsx",
	.ending = "xlsx",
	.help = "Excel (.xlsx): mỗi đề mục lớn một trang tính, số là số, khổ A4 ngang",
	.source = "ECMA-376 (Office Open XML), SpreadsheetML, bằng libxlsxwriter",
	.render = render_book,
};
