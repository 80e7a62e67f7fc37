#include "docin/xlsx_blocks.h"
#include "base/fold.h"

/* Rows [first, last) of a sheet. */
struct span { size_t first, last; };

struct laying {
	struct build            *b;
	const struct xlsx_sheet *s;
	int                     *line;
	struct span              table;            /* waits for rows that go on with it; empty: none */
	int                     *columns, *used, tables;    /* used: the last table, by column, that uses it */
};

static const struct xlsx_cell *cells_of(const struct laying *l, size_t row) { return l->s->cells.at + l->s->rows.at[row].first; }
static size_t count_of(const struct laying *l, size_t row) { return l->s->rows.at[row].n; }
static const struct xlsx_cell *last_of(const struct laying *l, size_t row) { return cells_of(l, row) + count_of(l, row) - 1; }

/* -- paragraphs -------------------------------------------------------------------------------------- */

/* A line break within a cell parts paragraphs, as <br> does. */
static void put_text(struct build *b, str text, int *line)
{
	for (size_t at = 0; at < text.n;) {
		size_t end = str_find(text, S("\n"), at);
		str part = str_trim(str_sub(text, at, end));
		if (part.n)
			build_text(b, part, ++*line);
		build_break(b);
		at = end + 1;
	}
}

void xlsx_paragraph(struct build *b, str text, int *line)
{
	build_plain(b);
	put_text(b, text, line);
}

/* How many bytes of the text say `with`, which is folded; 0 where it begins otherwise. Nothing is allocated: every row is asked. */
static size_t says(str text, const char *with)
{
	size_t at = 0;
	while (at < text.n) {
		size_t next = at;
		char c = fold_char(utf8_next(text, &next));
		if (!*with)
			break;
		if (c == *with)
			with++;
		else if (c != ' ' || (at && with[-1] != ' '))
			return 0;
		at = next;
	}
	return *with ? 0 : at;
}

static bool begins(str text, const char *const *with, size_t n)
{
	text = str_trim(text);
	for (size_t i = 0; i < n; i++)
		if (says(text, with[i]))
			return true;
	return false;
}

/* "Đơn vị:" beside "Sở Nội vụ" is one sentence; "Nơi nhận:" heads a list. */
static bool names_next(const struct xlsx_cell *c)
{
	static const char *const lists[] = { "noi nhan" };
	return str_ends(str_trim(c->text), S(":")) && !begins(c->text, lists, COUNT(lists));
}

static void put_row(struct laying *l, size_t row)
{
	const struct xlsx_cell *c = cells_of(l, row), *end = c + count_of(l, row);
	for (; c < end; c++) {
		str text = c->text;
		for (; c + 1 < end && names_next(c); c++)
			text = str_fmt(l->b->a, "%.*s %.*s", SF(str_trim(text)), SF(str_trim(c[1].text)));
		xlsx_paragraph(l->b, text, l->line);
	}
}

/* Does a cell of the row stand on both sides of the column? */
static bool crosses(const struct laying *l, size_t row, int column)
{
	const struct xlsx_cell *c = cells_of(l, row);
	for (size_t i = 0; i < count_of(l, row); i++)
		if (c[i].column < column && c[i].to_column >= column)
			return true;
	return false;
}

static void put_half(struct laying *l, struct span rows, int column, bool left)
{
	for (size_t r = rows.first; r < rows.last; r++) {
		const struct xlsx_cell *c = cells_of(l, r);
		for (size_t i = 0; i < count_of(l, r); i++)
			if ((c[i].column < column) == left)
				xlsx_paragraph(l->b, c[i].text, l->line);
	}
}

/* From a row of two cells that face each other on: the rows that have the same two halves. */
static size_t halves(const struct laying *l, struct span rows)
{
	size_t end = rows.first;
	const struct xlsx_cell *c = cells_of(l, rows.first);
	if (count_of(l, rows.first) != 2 || names_next(c))
		return end;
	while (end < rows.last && count_of(l, end) <= 2 && !crosses(l, end, c[1].column))
		end++;
	return end;
}

static void put_paragraphs(struct laying *l, struct span rows)
{
	while (rows.first < rows.last) {
		size_t end = halves(l, rows);
		struct span both = { rows.first, end };
		if (end == rows.first) {
			put_row(l, rows.first++);
			continue;
		}
		int column = cells_of(l, rows.first)[1].column;
		put_half(l, both, column, true);
		put_half(l, both, column, false);
		rows.first = end;
	}
}

/* -- tables ------------------------------------------------------------------------------------------ */

struct grid { const int *columns; size_t n; };       /* the columns that are used, ascending */

static struct grid grid_of(struct laying *l, struct span rows)
{
	struct grid g = { l->columns, 0 };
	int first = XLSX_COLUMNS_MAX, last = 0;
	l->tables++;
	for (size_t r = rows.first; r < rows.last; r++) {
		first = cells_of(l, r)->column < first ? cells_of(l, r)->column : first;
		last = last_of(l, r)->column > last ? last_of(l, r)->column : last;
		for (size_t i = 0; i < count_of(l, r); i++)
			l->used[cells_of(l, r)[i].column] = l->tables;
	}
	for (int c = first; c <= last; c++)
		if (l->used[c] == l->tables)
			l->columns[g.n++] = c;
	return g;
}

/* A cell that says how much or which: "1.1", "(0,5)", "-" … A heading has none of these. */
static bool is_figure(str text)
{
	size_t i = 0;
	text = str_trim(text);
	while (i < text.n && strchr("-+( ", text.p[i]) && text.p[i])
		i++;
	return i < text.n && text.p[i] >= '0' && text.p[i] <= '9';
}

static bool has_figure(const struct laying *l, size_t row)
{
	const struct xlsx_cell *c = cells_of(l, row);
	for (size_t i = 0; i < count_of(l, row); i++)
		if (is_figure(c[i].text))
			return true;
	return false;
}

static int columns_in(const struct grid *g, size_t from, int to_column)
{
	int n = 1;
	while (from + (size_t)n < g->n && g->columns[from + (size_t)n] <= to_column)
		n++;
	return n;
}

static int rows_in(const struct laying *l, size_t row, size_t last, int to_row)
{
	int n = 1;
	while (row + (size_t)n < last && l->s->rows.at[row + (size_t)n].number <= to_row)
		n++;
	return n;
}

static void put_cell(struct laying *l, const struct xlsx_cell *c, int colspan, int rowspan)
{
	build_cell(l->b, 0, colspan, rowspan, true);
	if (c)
		xlsx_paragraph(l->b, c->text, l->line);
	build_close(l->b, NODE_CELL, true);
}

/* until: the last row, by column of the grid, that a cell from above covers */
static void put_table_row(struct laying *l, const struct grid *g, size_t row, size_t last, int *until)
{
	const struct xlsx_cell *c = cells_of(l, row), *end = c + count_of(l, row);
	int number = l->s->rows.at[row].number;
	for (size_t i = 0; i < g->n && !l->b->failed;) {
		if (until[i] >= number) {
			i++;
			continue;
		}
		if (c == end || c->column != g->columns[i]) {
			put_cell(l, NULL, 1, 1);
			i++;
			continue;
		}
		int wide = columns_in(g, i, c->to_column), high = rows_in(l, row, last, c->to_row);
		put_cell(l, c, wide, high);
		for (int k = 0; k < wide; k++)
			until[i + (size_t)k] = c->to_row;
		i += (size_t)wide;
		c++;
	}
}

static void put_table(struct laying *l)
{
	struct span t = l->table;
	l->table = (struct span){ 0 };
	if (t.first == t.last)
		return;
	struct grid g = grid_of(l, t);
	int *until = make_n(l->b->a, int, g.n + 1);
	build_table(l->b, 0, true);
	for (size_t r = t.first; r < t.last && !l->b->failed; r++) {
		build_row(l->b, 0, r == t.first && !has_figure(l, r), true);
		if (!l->b->failed)
			l->b->frame[l->b->depth - 1].node->from.row = l->s->rows.at[r].number;
		put_table_row(l, &g, r, t.last, until);
		build_close(l->b, NODE_ROW, true);
	}
	build_close(l->b, NODE_TABLE, true);
}

/* -- what is a table and what is not ----------------------------------------------------------------- */

/* A letterhead or a signature: two cells side by side that are no table. */
static bool faces(const struct laying *l, size_t row)
{
	static const char *const words[] = { "cong hoa xa hoi", "doc lap - tu do", "noi nhan", "nguoi lap", "tm.", "kt.", "tl.", "tuq." };
	const struct xlsx_cell *c = cells_of(l, row);
	for (size_t i = 0; i < count_of(l, row); i++)
		if (begins(c[i].text, words, COUNT(words)))
			return true;
	return false;
}

/* The first row of the table in a block; the end of the block where there is none. */
static size_t table_in(const struct laying *l, struct span block)
{
	bool facing = false;
	size_t two = block.last;
	for (size_t r = block.first; r < block.last; r++) {
		size_t n = count_of(l, r);
		bool faced = n <= 3 && faces(l, r);
		facing = facing || faced;
		if (n >= 3 && !faced)
			return r;
		if (n == 2 && two == block.last && !names_next(cells_of(l, r)))
			two = r;
	}
	return facing || block.last - two < 2 ? block.last : two;
}

static bool is_remark(const struct laying *l, size_t row)
{
	static const char *const remarks[] = { "ghi chu", "luu y" };
	return count_of(l, row) == 1 && begins(cells_of(l, row)->text, remarks, COUNT(remarks));
}

/* Not a code alone. */
static bool has_words(const struct laying *l, size_t row)
{
	str t = cells_of(l, row)->text;
	int letters = 0;
	for (size_t at = 0; at < t.n && letters < 2;) {
		char c = fold_char(utf8_next(t, &at));
		letters = c >= 'a' && c <= 'z' ? letters + 1 : 0;
	}
	return letters == 2;
}

/* Below a table stand its remarks and signatures: from a row on that begins so, and whole rows of one cell. */
static size_t table_ends(const struct laying *l, size_t first, size_t last)
{
	int left = cells_of(l, first)->column;
	for (size_t r = first + 1; r < last; r++)
		if (count_of(l, r) <= 3 && (faces(l, r) || is_remark(l, r)))
			last = r;
	while (last > first + 1 && count_of(l, last - 1) == 1 && cells_of(l, last - 1)->column <= left && has_words(l, last - 1))
		last--;
	return last;
}

/* The first row of more than one cell says whether it is the next piece of the table above or a table with a heading. */
static bool goes_on(const struct laying *l, struct span block)
{
	if (l->table.first == l->table.last)
		return false;
	int left = XLSX_COLUMNS_MAX, right = 0;
	for (size_t r = l->table.first; r < l->table.last; r++) {
		left = cells_of(l, r)->column < left ? cells_of(l, r)->column : left;
		right = last_of(l, r)->column > right ? last_of(l, r)->column : right;
	}
	for (size_t r = block.first; r < block.last; r++) {
		if (faces(l, r) || cells_of(l, r)->column < left || last_of(l, r)->column > right)
			return false;
		if (count_of(l, r) > 1)
			return has_figure(l, r);
	}
	return false;
}

static void put_block(struct laying *l, struct span block)
{
	bool on = goes_on(l, block);
	size_t first = on ? block.first : table_in(l, block);
	size_t last = first < block.last ? table_ends(l, first, block.last) : first;
	if (!on) {
		put_table(l);
		put_paragraphs(l, (struct span){ block.first, first });
		l->table.first = first;
	}
	l->table.last = last;
	if (last < block.last) {
		put_table(l);
		put_paragraphs(l, (struct span){ last, block.last });
	}
}

/* "TT", "Nội dung", … */
static bool is_heading(const struct laying *l, size_t row)
{
	if (count_of(l, row) < 3 || has_figure(l, row))
		return false;
	str t = str_trim(cells_of(l, row)->text);
	return t.n && (says(t, "tt") == t.n || says(t, "stt") == t.n || says(t, "so tt") == t.n);
}

/* An empty row or, below figures, another heading. A cell merged over an empty row keeps the block together. */
static size_t block_end(const struct laying *l, size_t first)
{
	const struct xlsx_sheet *s = l->s;
	int reach = 0;
	bool figures = false;
	for (size_t r = first; r < s->rows.n; r++) {
		if (r > first && (s->rows.at[r].number > reach + 1 || (figures && is_heading(l, r))))
			return r;
		figures = figures || (count_of(l, r) >= 3 && has_figure(l, r));
		reach = s->rows.at[r].number > reach ? s->rows.at[r].number : reach;
		for (size_t i = 0; i < count_of(l, r); i++)
			reach = cells_of(l, r)[i].to_row > reach ? cells_of(l, r)[i].to_row : reach;
	}
	return s->rows.n;
}

void xlsx_blocks(struct build *b, const struct xlsx_sheet *s, int *line)
{
	if (!s->rows.n)
		return;
	struct laying l = { .b = b, .s = s, .line = line, .columns = make_n(b->a, int, XLSX_COLUMNS_MAX + 1),
		            .used = make_n(b->a, int, XLSX_COLUMNS_MAX + 1) };
	for (size_t first = 0, end; first < s->rows.n && !b->failed; first = end) {
		end = block_end(&l, first);
		put_block(&l, (struct span){ first, end });
	}
	put_table(&l);
}
