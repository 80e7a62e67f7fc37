#include "base/fold.h"
#include "base/folder.h"
#include "docout/render.h"
#include "docout/xlsx.h"
#include <dlfcn.h>
#include <stdint.h>

/* -- sheets ------------------------------------------------------------------------------------------ */

/* The widest line and the longest word. */
static void measure(struct column *c, str s)
{
	for (size_t at = 0; at < s.n;) {
		size_t end = str_find(s, S("\n"), at);
		int n = xl_chars(str_sub(s, at, end));
		c->width = n > c->width ? n : c->width;
		at = end + 1;
	}
	for (size_t at = 0, from = 0; at <= s.n; at++)
		if (at == s.n || s.p[at] == ' ' || s.p[at] == '\n') {
			int n = xl_chars(str_sub(s, from, at));
			c->least = n > c->least ? n : c->least;
			from = at + 1;
		}
}

static bool begins_sheet(const struct drawing *d, const struct node *n)
{
	return d->paper ? n->begins != BEGINS_NOTHING : n->kind == NODE_HEADING && n->level <= 1;
}

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
			xl_refuse(d, "bảng có quá nhiều cột", COLUMNS_MAX);
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
	for (; sum > d->page; sum--) {
		struct column *widest = d->width;
		for (size_t i = 1; i < d->columns; i++)
			if (d->width[i].width - d->width[i].least > widest->width - widest->least)
				widest = &d->width[i];
		if (widest->width <= widest->least || widest->width <= WIDTH_LEAST)
			return;
		widest->width--;
	}
}

/* The first that begins the next sheet. */
static const struct node *sheet_end(const struct drawing *d, const struct node *n)
{
	while (n && !begins_sheet(d, n))
		n = n->next;
	return n;
}

static void measure_sheet(struct drawing *d, const struct node *first, const struct node *end)
{
	memset(d->width, 0, sizeof d->width);
	d->columns = 0;
	for (const struct node *n = first; n != end; n = n->next) {
		int until[COLUMNS_MAX] = { 0 };
		for (const struct node *row = n->kind == NODE_TABLE && !n->plain ? n->first : NULL; row && !d->failed; row = row->next)
			place_row(row, until, d, measure_cell);
	}
	if (!d->columns && !d->paper)
		d->width[d->columns++] = (struct column){ WIDTH_ALONE, WIDTH_ALONE, true };
	else
		narrow(d);
	if (d->paper)
		xl_fill_page(d, first, end);
}

static void open_sheet(struct drawing *d, str name, const struct node *first, const struct node *end, bool upright)
{
	d->page = !d->paper ? WIDTH_PAGE : upright ? WIDTH_UPRIGHT : WIDTH_ACROSS;
	measure_sheet(d, first, end);
	d->row = 0;
	d->frozen = false;
	d->spots.n = d->charts.n = 0;
	d->name = xl_tab(d, name);
	d->sheet = d->lib.workbook_add_worksheet(d->book, d->name.p);
	if (!d->sheet || d->sheets++ > 250) {
		xl_refuse(d, "có quá nhiều trang tính", 250);
		return;
	}
	for (size_t i = 0; i < d->columns; i++)
		xl_check(d, d->lib.worksheet_set_column(d->sheet, (lxw_col_t)i, (lxw_col_t)i, d->width[i].width + 2, NULL));
	if (!upright)
		d->lib.worksheet_set_landscape(d->sheet);
	d->lib.worksheet_set_paper(d->sheet, PAPER_A4);
	d->lib.worksheet_set_margins(d->sheet, 0.6, 0.6, 0.6, 0.7);
	d->lib.worksheet_fit_to_pages(d->sheet, 1, 0);
	xl_check(d, d->lib.worksheet_set_footer(d->sheet, "&C&P/&N"));
	xl_check(d, d->lib.worksheet_ignore_errors(d->sheet, LXW_IGNORE_NUMBER_STORED_AS_TEXT, "A1:XFD1048576"));
}

/* -- rows -------------------------------------------------------------------------------------------- */

static bool room(struct drawing *d)
{
	if (d->row >= ROWS_MAX)
		xl_refuse(d, "trang tính có quá nhiều hàng", ROWS_MAX);
	return !d->failed;
}

static void write_block(struct drawing *d, const struct node *n)
{
	str text = node_text(d->a, n, NULL);
	bool title = n->kind == NODE_HEADING;
	if (n->kind == NODE_ITEM && n->marker.n)
		text = str_fmt(d->a, "%.*s %.*s", SF(n->marker), SF(text));
	if (!room(d) || !str_trim(text).n)
		return;
	int lines = xl_lines(text, xl_room(d, 0, d->columns, BOOK_SIZE));
	lxw_format *f = d->paper ? xl_dress(d, style_of(n), false, -1) : xl_format(d, title ? LOOK_TITLE : LOOK_FREE, -1);
	lxw_row_t row = (lxw_row_t)d->row;
	if (d->paper)
		xl_size(d, text, 0, d->columns, style_of(n).size);
	else if (lines > 1)
		xl_height(d, lines, title ? TITLE_HEIGHT : LINE_HEIGHT);
	if (d->columns > 1)
		xl_check(d, d->lib.worksheet_merge_range(d->sheet, row, 0, row, (lxw_col_t)(d->columns - 1), xl_text(d, text), f));
	else
		xl_check(d, d->lib.worksheet_write_string(d->sheet, row, 0, xl_text(d, text), f));
	d->row++;
}

static bool is_strong(const struct node *c)
{
	const struct node *p = c->first;
	return p && p->first && p->first->kind == NODE_RUN && p->first->bold;
}

/* One that reaches below its table would lie over what follows: Excel calls such a file damaged. */
static lxw_row_t last_row(const struct drawing *d, const struct node *c)
{
	lxw_row_t row = (lxw_row_t)d->row;
	int more = c->rowspan;
	for (const struct node *r = c->parent->next; r && --more > 0; r = r->next)
		row++;
	return row;
}

static void write_cell(struct drawing *d, const struct node *c, size_t col, int wide)
{
	str text = node_text(d->a, c, NULL);
	double value = 0;
	int decimals = -1;
	enum look look = c->parent->header ? LOOK_HEAD : is_strong(c) ? LOOK_STRONG : LOOK_CELL;
	bool number = c->number && xl_number(text, &value, &decimals);
	lxw_format *f = d->paper ? xl_dress(d, xl_style(c), true, number ? decimals : -1) : xl_format(d, look, number ? decimals : -1);
	lxw_row_t row = (lxw_row_t)d->row, last = last_row(d, c);
	lxw_col_t at = (lxw_col_t)col, right = (lxw_col_t)(at + wide - 1);
	int lines = c->rowspan > 1 ? 1 : xl_lines(text, xl_room(d, col, (size_t)wide, d->paper ? xl_style(c).size : BOOK_SIZE));
	d->lines = lines > d->lines ? lines : d->lines;
	if (d->paper)
		*vec_add(d->a, &d->spots) = (struct spot){ d->row, col, c };
	if (last > row || right > at)
		xl_check(d, d->lib.worksheet_merge_range(d->sheet, row, at, last, right, "", f));
	if (number)
		xl_check(d, d->lib.worksheet_write_number(d->sheet, row, at, value, f));
	else if (text.n)
		xl_check(d, d->lib.worksheet_write_string(d->sheet, row, at, xl_text(d, text), f));
	else
		xl_check(d, d->lib.worksheet_write_blank(d->sheet, row, at, f));
}

/* What stands above the rows stays in sight, and is printed on each page. */
static void freeze(struct drawing *d, size_t first, size_t last)
{
	if (d->frozen || last <= first)
		return;
	d->frozen = true;
	xl_check(d, d->lib.worksheet_repeat_rows(d->sheet, (lxw_row_t)first, (lxw_row_t)(last - 1)));
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
		if (d->paper || d->lines > 1)
			xl_height(d, d->lines, d->paper ? PAPER_LINE : LINE_HEIGHT);
		heads += row->header && heads == d->row;
		d->row++;
	}
	freeze(d, first, heads);
	d->row++;                                  /* what follows is no part of the table */
}

static void write_chart(struct drawing *d, const struct node *n)
{
	*vec_add(d->a, &d->charts) = (struct later){ d->row, n };
	d->row += xl_chart_rows(n->chart);
}

static void write_node(struct drawing *d, const struct node *n)
{
	if (n->kind == NODE_TABLE && n->plain)
		xl_plain(d, n);
	else if (n->kind == NODE_TABLE)
		write_table(d, n);
	else if (n->kind == NODE_CHART)
		write_chart(d, n);
	else
		write_block(d, n);
}

static void write_until(struct drawing *d, const struct node *n, const struct node *end)
{
	for (; n != end && !d->failed; n = n->next)
		write_node(d, n);
	if (!d->failed)
		xl_charts(d);
}

/* A heading is the name of its sheet, and stands in it too where that cannot be so long. */
static void write_book(struct drawing *d, const struct node *n)
{
	const struct node *end = sheet_end(d, n);
	if (!n || end != n) {
		open_sheet(d, S("Trang 1"), n, end, false);
		write_until(d, n, end);
	}
	for (n = end; n && !d->failed; n = end) {
		str name = str_trim(node_text(d->a, n, NULL));
		end = sheet_end(d, n->next);
		open_sheet(d, name, n->next, end, false);
		if (!str_eq(xl_legal(d->a, name, NAME_MAX_CHARS), name))
			write_block(d, n);
		write_until(d, n->next, end);
	}
}

/* The document and each annex are sheets; what begins an annex stands in it. */
static void write_paper(struct drawing *d, const struct node *n)
{
	for (const struct node *end; n && !d->failed; n = end) {
		bool main = n->parent->first == n;
		end = sheet_end(d, n->next);
		open_sheet(d, main ? S("Văn bản") : n->formal == FORMAL_ANNEX_NO ? node_text(d->a, n, NULL) : S("Phụ lục"), n, end,
		           n->begins != BEGINS_LANDSCAPE);
		write_until(d, n, end);
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
	lxw_doc_properties made = { .created = MADE, .title = root->title.n ? (char *)(uintptr_t)xl_text(d, root->title) : NULL };
	d->book = d->lib.workbook_new_opt(str_fmt(d->a, "%.*s/book.xlsx", SF(f->path)).p, &options);
	if (!d->book)
		return xl_check(d, LXW_ERROR_MEMORY_MALLOC_FAILED), false;
	xl_check(d, d->lib.workbook_set_properties(d->book, &made));
	d->paper = root->first && xl_is_paper(root);
	(d->paper ? write_paper : write_book)(d, root->first);
	if (d->failed)
		d->lib.lxw_workbook_free(d->book);
	else
		xl_check(d, d->lib.workbook_close(d->book));
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
	if (!xl_load(&d->lib))
		return no_library(e);
	if (!folder_open(a, &f, e))
		return false;
	bool ok = draw(d, &f, root) && folder_take(a, &f, S("book.xlsx"), BOOK_MAX, &files, e);
	folder_remove(&f);
	if (ok && files.n != 1)
		return xl_check(d, LXW_ERROR_CREATING_XLSX_FILE), false;
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
