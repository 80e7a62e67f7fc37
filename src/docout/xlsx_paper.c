#include "docout/xlsx.h"

enum { LINE_GAP = 125, ROW_MOST = 409, SIGN_ROW = 240, CAPITALS = 80, SIZE_PERCENT = 100 };
/* LINE_GAP: a line, percent of its size; SIGN_ROW: 24 pt of space are an empty row; CAPITALS: of letterheads, which are wider */

bool xl_is_paper(const struct node *root)
{
	for (const struct node *n = root->first; n; n = n->next)
		if (n->begins != BEGINS_NOTHING || n->formal || n->kind == NODE_CHART || (n->kind == NODE_TABLE && n->plain))
			return true;
	return false;
}

/* -- looks ------------------------------------------------------------------------------------------- */

static bool same(const struct dress *d, struct style s, bool ruled, int decimals)
{
	return d->style.size == s.size && d->style.weight == s.weight && d->style.slant == s.slant && d->style.place == s.place &&
	       d->ruled == ruled && d->decimals == decimals;
}

lxw_format *xl_dress(struct drawing *d, struct style s, bool ruled, int decimals)
{
	static const uint8_t places[] = { LXW_ALIGN_LEFT, LXW_ALIGN_CENTER, LXW_ALIGN_RIGHT, LXW_ALIGN_JUSTIFY };
	const struct library *l = &d->lib;
	for (size_t i = 0; i < d->dresses.n; i++)
		if (same(&d->dresses.at[i], s, ruled, decimals))
			return d->dresses.at[i].format;
	lxw_format *f = l->workbook_add_format(d->book);
	l->format_set_font_name(f, FONT);
	l->format_set_font_size(f, s.size / 2.0);
	if (decimals < 0)
		l->format_set_text_wrap(f);
	l->format_set_align(f, places[s.place]);
	l->format_set_align(f, ruled && s.place == CENTRE ? LXW_ALIGN_VERTICAL_CENTER : LXW_ALIGN_VERTICAL_TOP);
	if (s.weight == BOLD)
		l->format_set_bold(f);
	if (s.slant == ITALIC)
		l->format_set_italic(f);
	if (ruled)
		l->format_set_border(f, LXW_BORDER_THIN);
	if (ruled && s.place == LEFT)
		l->format_set_indent(f, 1);        /* or it touches the line beside it */
	l->format_set_num_format(f, decimals < 0 ? "@" : decimals ? str_fmt(d->a, "0.%0*d", decimals, 0).p : "0");
	*vec_add(d->a, &d->dresses) = (struct dress){ s, ruled, decimals, f };
	return f;
}

/* A cell has one look: that of its first paragraph, bold where that begins so, and a figure stands right. */
struct style xl_style(const struct node *cell)
{
	struct node empty = { .kind = NODE_PARA, .parent = (struct node *)(uintptr_t)cell };
	const struct node *p = cell->first && cell->first->kind != NODE_TABLE ? cell->first : &empty;
	struct style s = style_of(p);
	s.weight = p->first && p->first->kind == NODE_RUN && p->first->bold ? BOLD : s.weight;
	s.place = cell->number && !cell->parent->header && p->formal == FORMAL_NONE ? RIGHT : s.place;
	return s;
}

void xl_size(struct drawing *d, str text, size_t col, size_t wide, int half_points)
{
	int lines = xl_lines(text, xl_room(d, col, wide, half_points));
	int high = lines * half_points * LINE_GAP / 2 / SIZE_PERCENT + 2;
	xl_check(d, d->lib.worksheet_set_row(d->sheet, (lxw_row_t)d->row, high < ROW_MOST ? high : ROW_MOST, NULL));
}

/* -- columns ----------------------------------------------------------------------------------------- */

static size_t cells_of(const struct node *row)
{
	size_t n = 0;
	for (const struct node *c = row ? row->first : NULL; c; c = c->next)
		n++;
	return n;
}

/* As wide as the tables say; else each grows by its part until the page is full. Letterheads need a column for each half. */
void xl_fill_page(struct drawing *d, const struct node *first, const struct node *end)
{
	size_t least = 1;
	int sum = 0;
	for (const struct node *n = first; n != end; n = n->next) {
		for (const struct node *r = n->kind == NODE_TABLE && n->plain ? n->first : NULL; r; r = r->next)
			least = cells_of(r) > least ? cells_of(r) : least;
		for (size_t i = 0; n->kind == NODE_TABLE && !n->plain && n->widths.n == d->columns && i < d->columns; i++)
			d->width[i].width = n->widths.at[i] * d->page / 1000 - 2;
	}
	for (; d->columns < least && d->columns < COLUMNS_MAX; d->columns++)
		d->width[d->columns].width = d->page / (int)least;
	for (size_t i = 0; i < d->columns; i++) {
		d->width[i].width = d->width[i].width < 1 ? 1 : d->width[i].width;
		sum += d->width[i].width + 2;
	}
	for (size_t i = 0; i < d->columns && sum < d->page; i++)
		d->width[i].width = (d->width[i].width + 2) * d->page / sum - 2;
}

/* -- letterhead, signature --------------------------------------------------------------------------- */

/* The column nearest to where the cell ends on paper; each of those behind it keeps one. */
static size_t ends_at(const struct drawing *d, const struct node *table, size_t cell, size_t cells, size_t from)
{
	int share = 0, sum = 0, all = 0, before = 0;
	for (size_t i = 0; i <= cell; i++)
		share += table->widths.n == cells ? table->widths.at[i] : 1000 / (int)cells;
	for (size_t i = 0; i < d->columns; i++)
		all += d->width[i].width + 2;
	size_t end = 0, most = d->columns - (cells - cell - 1);
	for (; end < d->columns && sum * 1000 < share * all; end++) {
		before = sum;
		sum += d->width[end].width + 2;
	}
	if (end && share * all - before * 1000 < sum * 1000 - share * all)
		end--;
	end = cell + 1 == cells || end > most ? most : end;
	return end > from ? end : from + 1;
}

/* Row `nth` of a cell: its paragraphs, each behind as many empty rows as it has room above it. */
static const struct node *line_of(const struct node *cell, size_t nth)
{
	size_t at = 0;
	for (const struct node *p = cell->first; p; p = p->next, at++) {
		at += p->kind == NODE_TABLE ? 0 : (size_t)(style_of(p).space_before / SIGN_ROW);
		if (at >= nth)
			return at == nth ? p : NULL;
	}
	return NULL;
}

static size_t lines_of(const struct node *row)
{
	size_t most = 0;
	for (const struct node *c = row->first; c; c = c->next) {
		size_t n = 0;
		for (const struct node *p = c->first; p; p = p->next)
			n += 1 + (p->kind == NODE_TABLE ? 0 : (size_t)(style_of(p).space_before / SIGN_ROW));
		most = n > most ? n : most;
	}
	return most;
}

static void put_line(struct drawing *d, const struct node *p, size_t col, size_t end)
{
	str text = node_text(d->a, p, NULL);
	struct style s = p->kind == NODE_TABLE ? (struct style){ .size = BOOK_SIZE } : style_of(p);
	lxw_row_t row = (lxw_row_t)d->row;
	if (p->kind == NODE_ITEM && p->marker.n)
		text = str_fmt(d->a, "%.*s %.*s", SF(p->marker), SF(text));
	int lines = xl_lines(text, xl_room(d, col, end - col, s.size) * (s.weight == BOLD ? CAPITALS : SIZE_PERCENT) / SIZE_PERCENT);
	d->lines = lines > d->lines ? lines : d->lines;
	if (end > col + 1)
		xl_check(d, d->lib.worksheet_merge_range(d->sheet, row, (lxw_col_t)col, row, (lxw_col_t)(end - 1), xl_text(d, text),
		                                           xl_dress(d, s, false, -1)));
	else
		xl_check(d, d->lib.worksheet_write_string(d->sheet, row, (lxw_col_t)col, xl_text(d, text), xl_dress(d, s, false, -1)));
}

void xl_plain(struct drawing *d, const struct node *table)
{
	for (const struct node *row = table->first; row; row = row->next) {
		size_t cells = cells_of(row), lines = lines_of(row);
		if (cells > d->columns) {
			xl_refuse(d, "bảng có quá nhiều cột", COLUMNS_MAX);
			return;
		}
		for (size_t nth = 0; nth < lines && !d->failed; nth++, d->row++) {
			size_t col = 0, i = 0;
			d->lines = 1;
			for (const struct node *c = row->first; c; c = c->next, i++) {
				size_t end = ends_at(d, table, i, cells, col);
				const struct node *p = line_of(c, nth);
				if (p)
					put_line(d, p, col, end);
				col = end;
			}
			xl_check(d, d->lib.worksheet_set_row(d->sheet, (lxw_row_t)d->row, d->lines * (PAPER_LINE + 2), NULL));
		}
	}
	d->row++;
}
