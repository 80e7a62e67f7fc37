#include "docin/xlsx_sheet.h"
#include "docin/xlsx_number.h"
#include <stdlib.h>

enum { ROW = 1, CELL, VALUE, INLINE, TEXT, ASIDE, FORMULA, MERGE, COLUMN, DATA };
static const struct xml_name names[] = {
	{ "s:c", CELL }, { "s:v", VALUE }, { "s:row", ROW }, { "s:f", FORMULA }, { "s:t", TEXT }, { "s:is", INLINE },
	{ "s:rPh", ASIDE }, { "s:mergeCell", MERGE }, { "s:col", COLUMN }, { "s:sheetData", DATA },
};

enum kind { NUMBER, SHARED, TYPED, TRUTH, ERROR, DATE };

struct reading_sheet {
	struct xlsx_book  *b;
	struct err        *e;
	const struct xlsx_tab *tab;
	struct xlsx_sheet *s;
	size_t             cells, empty;           /* of the file so far; of this sheet */
	int                row, column;            /* where we are */
	struct xlsx_row    now;
	bool               row_said, disordered, taking, formula, is_sheet;
	int                aside;
	enum kind          kind;
	size_t             style;
	struct buf         text;
};

/* -- places ------------------------------------------------------------------------------------------ */

/* "AB12": false where it is none; a column or row too large comes out as larger than any. */
static bool ref_parse(str s, struct xlsx_ref *ret)
{
	size_t i = 0;
	*ret = (struct xlsx_ref){ 0 };
	for (; i < s.n && ((s.p[i] >= 'A' && s.p[i] <= 'Z') || (s.p[i] >= 'a' && s.p[i] <= 'z')); i++)
		ret->column = ret->column > XLSX_COLUMNS_MAX ? ret->column : ret->column * 26 + (s.p[i] | 32) - 'a' + 1;
	if (!i || i == s.n)
		return false;
	for (; i < s.n && s.p[i] >= '0' && s.p[i] <= '9'; i++)
		ret->row = ret->row > XLSX_ROW_LAST ? ret->row : ret->row * 10 + s.p[i] - '0';
	return i == s.n && ret->row;
}

static bool range_parse(str s, struct xlsx_range *ret)
{
	size_t colon = str_find(s, S(":"), 0);
	if (!ref_parse(str_sub(s, 0, colon), &ret->from) || !ref_parse(str_sub(s, colon + 1, s.n), &ret->to))
		return false;
	return ret->from.row <= ret->to.row && ret->from.column <= ret->to.column;
}

static str at_cell(struct reading_sheet *r)
{
	char letters[8];
	int n = 0;
	for (int c = r->column; c > 0 && n < 8; c = (c - 1) / 26)
		letters[n++] = (char)('A' + (c - 1) % 26);
	struct buf b = buf_open(r->b->a);
	while (n > 0)
		buf_put(&b, (str){ &letters[--n], 1 });
	buf_fmt(&b, "%d", r->row);
	return buf_str(&b);
}

/* -- what is refused --------------------------------------------------------------------------------- */

static void stop(struct xml *x, struct err *e, const char *hint)
{
	err_hint(e, "%s", hint);
	xml_stop(x);
}

#define SPLIT    "Hãy tách thành nhiều tệp, hoặc xóa những hàng và cột không cần rồi lưu lại."
#define SAVE     "Hãy mở tệp bằng Excel kiểm tra rồi lưu lại, hoặc chép lại tệp gốc."
#define NAMED(t) (int)((t).n > 80 ? 80 : (t).n), (t).p

static void refuse_row(struct reading_sheet *r, struct xml *x)
{
	fail(r->e, ERR_FORMAT, "Trang tính “%.*s” có hàng vượt quá hàng cuối cùng mà Excel có (%d).", NAMED(r->tab->name), XLSX_ROW_LAST);
	stop(x, r->e, SAVE);
}

static void refuse_column(struct reading_sheet *r, struct xml *x)
{
	fail(r->e, ERR_LIMIT, "Trang tính “%.*s” có ô ở quá cột thứ %d ở hàng %d.", NAMED(r->tab->name), XLSX_COLUMNS_MAX, r->row);
	stop(x, r->e, SPLIT);
}

static bool room_for_row(struct reading_sheet *r, struct xml *x)
{
	if (r->s->rows.n < XLSX_ROWS_MAX)
		return true;
	fail(r->e, ERR_LIMIT, "Trang tính “%.*s” có quá nhiều hàng có chữ (hơn %d).", NAMED(r->tab->name), XLSX_ROWS_MAX);
	stop(x, r->e, SPLIT);
	return false;
}

static bool room_for_cell(struct reading_sheet *r, struct xml *x)
{
	if (++r->cells <= XLSX_CELLS_MAX)
		return true;
	fail(r->e, ERR_LIMIT, "Tệp Excel có quá nhiều ô có chữ (hơn %d).", XLSX_CELLS_MAX);
	stop(x, r->e, SPLIT);
	return false;
}

/* -- cells ------------------------------------------------------------------------------------------- */

static enum kind kind_of(str t)
{
	static const struct { str name; enum kind kind; } kinds[] = {
		{ S("s"), SHARED }, { S("str"), TYPED }, { S("inlineStr"), TYPED }, { S("b"), TRUTH }, { S("e"), ERROR }, { S("d"), DATE },
	};
	for (size_t i = 0; i < COUNT(kinds); i++)
		if (str_eq(t, kinds[i].name))
			return kinds[i].kind;
	return NUMBER;
}

static void row_open(struct reading_sheet *r, struct xml *x)
{
	str number = xml_attr(x, "r");
	r->row_said = number.n;
	r->row = number.n ? xml_number(number, 0, INT32_MAX, 0) : r->row + 1;
	r->column = 0;
	if (r->row < 1 || r->row > XLSX_ROW_LAST)
		return refuse_row(r, x);
	str hidden = xml_attr(x, "hidden");
	r->now = (struct xlsx_row){ .hidden = str_eq(hidden, S("1")) || str_eq(hidden, S("true")), .first = r->s->cells.n };
}

static void cell_open(struct reading_sheet *r, struct xml *x)
{
	struct xlsx_ref ref;
	str said = xml_attr(x, "r");
	int before = r->column;
	if (!said.n)
		r->column++;
	else if (ref_parse(said, &ref))
		r->column = ref.column, r->row = r->row_said ? r->row : ref.row;
	else
		r->column = XLSX_COLUMNS_MAX + 1;
	if (r->column > XLSX_COLUMNS_MAX)
		return refuse_column(r, x);
	if (r->row < 1 || r->row > XLSX_ROW_LAST)
		return refuse_row(r, x);
	r->disordered |= r->column <= before;
	r->kind = kind_of(xml_attr(x, "t"));
	r->style = (size_t)xml_number(xml_attr(x, "s"), 0, INT32_MAX, 0);
	r->formula = false;
	r->text.n = 0;
}

static void note_oddity(struct reading_sheet *r, struct xlsx_oddity *o, str text)
{
	if (!o->n++)
		*o = (struct xlsx_oddity){ 1, { r->row, r->column }, text };
}

static struct xlsx_style style_of(const struct reading_sheet *r)
{
	return r->style < r->b->styles.n ? r->b->styles.at[r->style] : (struct xlsx_style){ XLSX_PLAIN, FONT_UNSAID };
}

static bool plain(struct reading_sheet *r, struct xml *x, str text, str *ret)
{
	if (xlsx_text(r->b->a, style_of(r).font, text, ret, r->e))
		return true;
	xml_stop(x);
	return false;
}

static bool shared(struct reading_sheet *r, struct xml *x, str index, str *ret)
{
	int i = xml_number(str_trim(index), -1, INT32_MAX, -1);
	if (i >= 0 && (size_t)i < r->b->strings.n) {
		*ret = r->b->strings.at[i];
		return !r->b->old_fonts || plain(r, x, *ret, ret);
	}
	fail(r->e, ERR_FORMAT, "Tệp Excel bị hỏng: chữ của ô %s, trang tính “%.*s”, không có trong tệp.", at_cell(r).p, NAMED(r->tab->name));
	stop(x, r->e, SAVE);
	return false;
}

static str truth(str t) { return str_eq(t, S("1")) ? S("TRUE") : str_eq(t, S("0")) ? S("FALSE") : t; }

/* The value of the cell as text; false after a failure. */
static bool value(struct reading_sheet *r, struct xml *x, str *ret)
{
	struct arena *a = r->b->a;
	str t = buf_str(&r->text);
	switch (r->kind) {
	case SHARED: return !t.n || shared(r, x, t, ret);
	case NUMBER: *ret = xlsx_number(a, t, style_of(r).shows, r->b->from_1904); return true;
	case DATE: *ret = xlsx_date(a, t); return true;
	case TRUTH: *ret = str_copy(a, truth(t)); return true;
	case TYPED:
	case ERROR: break;
	}
	return plain(r, x, t, ret);
}

static void cell_close(struct reading_sheet *r, struct xml *x)
{
	str text = { 0 };
	if (r->text.n > XLSX_CELL_MAX) {
		fail(r->e, ERR_LIMIT, "Ô %s, trang tính “%.*s”, dài quá %d KB.", at_cell(r).p, NAMED(r->tab->name), XLSX_CELL_MAX / 1024);
		return stop(x, r->e, "Hãy mở tệp kiểm tra và chia nhỏ nội dung của ô.");
	}
	if (r->formula && !r->text.n && r->kind != TYPED)
		note_oddity(r, &r->s->uncomputed, text);
	if (r->text.n && !value(r, x, &text))
		return;
	if (!str_trim(text).n) {
		if (++r->empty <= XLSX_EMPTY_MAX)
			return;
		fail(r->e, ERR_LIMIT, "Trang tính “%.*s” có quá nhiều ô trống có định dạng (hơn %d).", NAMED(r->tab->name), XLSX_EMPTY_MAX);
		return stop(x, r->e, SPLIT);
	}
	if (r->kind == ERROR)
		note_oddity(r, &r->s->errors, text);
	if (room_for_cell(r, x))
		*vec_add(r->b->a, &r->s->cells) = (struct xlsx_cell){ r->column, r->column, r->row, text };
}

static int by_column(const void *a, const void *b)
{
	const struct xlsx_cell *x = a, *y = b;
	return (x->column > y->column) - (x->column < y->column);
}

static int by_number(const void *a, const void *b)
{
	const struct xlsx_row *x = a, *y = b;
	return x->number != y->number ? (x->number > y->number) - (x->number < y->number) : (x->first > y->first) - (x->first < y->first);
}

static void row_close(struct reading_sheet *r, struct xml *x)
{
	struct xlsx_sheet *s = r->s;
	r->now.number = r->row;
	r->now.n = s->cells.n - r->now.first;
	if (!r->now.n || !room_for_row(r, x))
		return;
	if (r->disordered)
		qsort(s->cells.at + r->now.first, r->now.n, sizeof *s->cells.at, by_column);
	r->disordered = false;
	*vec_add(r->b->a, &s->rows) = r->now;
}

/* -- what stands beside the cells -------------------------------------------------------------------- */

static void merge_open(struct reading_sheet *r, struct xml *x)
{
	struct xlsx_range m;
	if (!range_parse(xml_attr(x, "ref"), &m))
		return;
	if (r->s->merges.n == XLSX_MERGES_MAX) {
		fail(r->e, ERR_LIMIT, "Trang tính “%.*s” có quá nhiều ô gộp (hơn %d).", NAMED(r->tab->name), XLSX_MERGES_MAX);
		return stop(x, r->e, SPLIT);
	}
	*vec_add(r->b->a, &r->s->merges) = m;
}

static void column_open(struct reading_sheet *r, struct xml *x)
{
	str hidden = xml_attr(x, "hidden");
	if ((!str_eq(hidden, S("1")) && !str_eq(hidden, S("true"))) || r->s->hidden_columns.n == XLSX_COLUMNS_MAX)
		return;
	int from = xml_number(xml_attr(x, "min"), 1, XLSX_COLUMNS_MAX, 1), to = xml_number(xml_attr(x, "max"), 1, XLSX_COLUMNS_MAX, from);
	*vec_add(r->b->a, &r->s->hidden_columns) = (struct xlsx_range){ { 0, from }, { 0, to } };
}

/* -- events ------------------------------------------------------------------------------------------ */

static void on_open(void *ctx, struct xml *x, int name)
{
	struct reading_sheet *r = ctx;
	switch (name) {
	case ROW: row_open(r, x); break;
	case CELL: cell_open(r, x); break;
	case VALUE:
	case TEXT: r->taking = !r->aside; break;
	case FORMULA: r->formula = true; break;
	case ASIDE: r->aside++; break;
	case MERGE: merge_open(r, x); break;
	case COLUMN: column_open(r, x); break;
	case DATA: r->is_sheet = true; break;
	default: break;
	}
}

static void on_close(void *ctx, struct xml *x, int name)
{
	struct reading_sheet *r = ctx;
	r->taking = false;
	r->aside -= name == ASIDE;
	if (name == CELL)
		cell_close(r, x);
	if (name == ROW)
		row_close(r, x);
}

static void on_text(void *ctx, str text)
{
	struct reading_sheet *r = ctx;
	if (r->taking && r->text.n <= XLSX_CELL_MAX)
		buf_put(&r->text, text);
}

static const struct xml_grammar grammar = { xlsx_spaces, COUNT(xlsx_spaces), names, COUNT(names), on_open, on_close, on_text };

/* -- merges ------------------------------------------------------------------------------------------ */

static int by_top(const void *a, const void *b)
{
	const struct xlsx_range *x = a, *y = b;
	return (x->from.row > y->from.row) - (x->from.row < y->from.row);
}

static struct xlsx_cell *cell_at(const struct xlsx_sheet *s, const struct xlsx_row *row, int column)
{
	const struct xlsx_cell key = { .column = column };
	return bsearch(&key, s->cells.at + row->first, row->n, sizeof key, by_column);
}

/* The cells that a merge covers go, those it begins with learn how far they reach. until: the last row that is covered, by
 * column. Only a filled cell covers others; of two cells in one place the first stays. */
static void merge_row(const struct xlsx_sheet *s, struct xlsx_row *row, size_t *next, int *until)
{
	struct xlsx_cell *at = s->cells.at + row->first;
	size_t kept = 0;
	for (; *next < s->merges.n && s->merges.at[*next].from.row <= row->number; ++*next) {
		const struct xlsx_range *m = &s->merges.at[*next];
		struct xlsx_cell *c = m->from.row == row->number ? cell_at(s, row, m->from.column) : NULL;
		if (!c || until[c->column] >= row->number)
			continue;
		c->to_row = m->to.row;
		c->to_column = m->to.column > XLSX_COLUMNS_MAX ? XLSX_COLUMNS_MAX : m->to.column;
	}
	for (size_t i = 0; i < row->n; i++) {
		if (until[at[i].column] >= row->number)
			continue;
		for (int k = at[i].column; k <= at[i].to_column; k++)
			until[k] = at[i].to_row > until[k] ? at[i].to_row : until[k];
		at[kept++] = at[i];
	}
	row->n = kept;
}

static void merge(struct arena *a, struct xlsx_sheet *s)
{
	int *until = make_n(a, int, XLSX_COLUMNS_MAX + 1);
	size_t next = 0, kept = 0;
	if (s->merges.n)
		qsort(s->merges.at, s->merges.n, sizeof *s->merges.at, by_top);
	for (size_t i = 0; i < s->rows.n; i++) {
		merge_row(s, &s->rows.at[i], &next, until);
		if (s->rows.at[i].n)
			s->rows.at[kept++] = s->rows.at[i];
	}
	s->rows.n = kept;
}

static bool ascending(const struct xlsx_sheet *s)
{
	for (size_t i = 1; i < s->rows.n; i++)
		if (s->rows.at[i].number <= s->rows.at[i - 1].number)
			return false;
	return true;
}

bool xlsx_sheet_read(struct xlsx_book *b, const struct xlsx_tab *tab, size_t *cells, struct xlsx_sheet *ret, struct err *e)
{
	struct reading_sheet r = { .b = b, .e = e, .tab = tab, .s = ret, .cells = *cells, .text = buf_open(b->a) };
	*ret = (struct xlsx_sheet){ 0 };
	if (!archive_xml(b->z, tab->entry, &grammar, &r, e))
		return false;
	if (!r.is_sheet) {
		fail(e, ERR_FORMAT, "Tệp Excel bị hỏng: phần của trang tính “%.*s” không phải là trang tính.", NAMED(tab->name));
		return err_hint(e, SAVE);
	}
	*cells = r.cells;
	if (!ascending(ret))
		qsort(ret->rows.at, ret->rows.n, sizeof *ret->rows.at, by_number);
	merge(b->a, ret);
	return true;
}
