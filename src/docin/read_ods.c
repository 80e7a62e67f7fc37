#include "base/map.h"
#include "docin/encoding.h"
#include "docin/odf.h"
#include "docin/sheets.h"
#include "docin/xlsx_number.h"

enum { STYLES_MAX = 10 * 1000 };
#define NAMED(t) (int)((t).n > 80 ? 80 : (t).n), (t).p

enum kind { SHOWN, NUMBER, PERCENT, DATE, BROKEN };        /* SHOWN: the text that the cell shows is what it means */

struct ods {
	struct reading *r;
	struct err     *e;
	sheets          sheets;
	struct map      hidden;                /* names of styles whose sheets are hidden */
	str             style;                 /* that is being read, of a sheet */
	struct xlsx_row now;
	int             row, column;           /* before where we are, from 1 */
	int             rows, columns;         /* how often the row, the cell stands there */
	int             over, down;            /* columns and rows of the cell */
	size_t          cells, empty;          /* of the file */
	enum kind       kind;
	str             value;
	struct buf      text;
	int             skipped, paragraphs;
	bool            in_cell, in_paragraph, linked;
};

static struct sheet *sheet(struct ods *o) { return o->sheets.n ? &o->sheets.at[o->sheets.n - 1] : NULL; }

/* -- limits ----------------------------------------------------------------------------------------- */

static void too_much(struct ods *o, struct xml *x)
{
	err_hint(o->e, "Hãy tách thành nhiều tệp, và xóa các hàng, cột thừa.");
	xml_stop(x);
}

static bool may_add(struct ods *o, struct xml *x, int rows, int columns)
{
	struct sheet *s = sheet(o);
	if (o->column + columns > XLSX_COLUMNS_MAX)
		fail(o->e, ERR_LIMIT, "Trang tính “%.*s” có ô ở quá cột thứ %d.", NAMED(s->name), XLSX_COLUMNS_MAX);
	else if (rows > XLSX_ROWS_MAX - (int)s->cells.rows.n)
		fail(o->e, ERR_LIMIT, "Trang tính “%.*s” có quá nhiều hàng có chữ (hơn %d).", NAMED(s->name), XLSX_ROWS_MAX);
	else if ((size_t)rows * (o->now.n + (size_t)columns) > XLSX_CELLS_MAX - o->cells)
		fail(o->e, ERR_LIMIT, "Bảng tính có quá nhiều ô có chữ (hơn %d).", XLSX_CELLS_MAX);
	else
		return true;
	too_much(o, x);
	return false;
}

static void count_empty(struct ods *o, struct xml *x)
{
	if (++o->empty <= XLSX_EMPTY_MAX)
		return;
	fail(o->e, ERR_LIMIT, "Bảng tính có quá nhiều hàng và ô trống có định dạng (hơn %d).", XLSX_EMPTY_MAX);
	too_much(o, x);
}

/* -- sheets ----------------------------------------------------------------------------------------- */

static void skip(struct ods *o, struct xml *x)
{
	(void)x;
	o->skipped = 1;
}

static void style(struct ods *o, struct xml *x)
{
	o->style = str_eq(xml_attr(x, "style:family"), S("table")) ? str_copy(o->r->a, xml_attr(x, "style:name")) : (str){ 0 };
}

static void table_properties(struct ods *o, struct xml *x)
{
	if (o->style.n && str_eq(xml_attr(x, "table:display"), S("false")) && o->hidden.n < STYLES_MAX)
		map_put(o->r->a, &o->hidden, o->style);
}

/* A sheet within a sheet is that of a linked source or of a chart: not one that is shown. */
static void table(struct ods *o, struct xml *x)
{
	if (o->in_cell)
		return skip(o, x);
	if (o->sheets.n == XLSX_SHEETS_MAX) {
		fail(o->e, ERR_LIMIT, "Bảng tính có quá nhiều trang tính (hơn %d).", XLSX_SHEETS_MAX);
		return too_much(o, x);
	}
	str name = xml_attr(x, "table:name"), tidy = name;
	struct err ignored = { 0 };
	if (!encoding_tidy(o->r->a, name, &tidy, &ignored))
		tidy = name;
	*vec_add(o->r->a, &o->sheets) = (struct sheet){ .name = str_copy(o->r->a, str_trim(tidy)),
		                                        .hidden = map_get(&o->hidden, xml_attr(x, "table:style-name")) };
	o->row = o->column = 0;
}

static void linked(struct ods *o, struct xml *x)
{
	(void)x;
	o->linked = true;
}

static int times(struct xml *x, const char *name) { return xml_number(xml_attr(x, name), 1, XLSX_ROW_LAST, 1); }

static bool is_hidden(struct xml *x)
{
	str v = xml_attr(x, "table:visibility");
	return str_eq(v, S("collapse")) || str_eq(v, S("filter"));
}

static void column(struct ods *o, struct xml *x)
{
	struct sheet *s = sheet(o);
	int from = o->column + 1, to = o->column + times(x, "table:number-columns-repeated");
	o->column = to > XLSX_COLUMNS_MAX ? XLSX_COLUMNS_MAX : to;
	if (s && is_hidden(x) && from <= o->column && s->cells.hidden_columns.n < XLSX_COLUMNS_MAX)
		*vec_add(o->r->a, &s->cells.hidden_columns) = (struct xlsx_range){ { 1, from }, { 1, o->column } };
}

/* -- rows ------------------------------------------------------------------------------------------- */

static void row(struct ods *o, struct xml *x)
{
	struct sheet *s = sheet(o);
	if (!s || o->in_cell)
		return skip(o, x);
	o->rows = times(x, "table:number-rows-repeated");
	o->column = 0;
	o->now = (struct xlsx_row){ .number = o->row + 1, .hidden = is_hidden(x), .first = s->cells.cells.n };
	count_empty(o, x);
}

static void row_again(struct ods *o, struct xlsx_sheet *s, int by)
{
	struct xlsx_row again = o->now;
	again.number += by;
	again.first = s->cells.n;
	for (size_t i = 0; i < o->now.n; i++) {
		struct xlsx_cell c = s->cells.at[o->now.first + i];
		c.to_row += by;
		*vec_add(o->r->a, &s->cells) = c;
	}
	*vec_add(o->r->a, &s->rows) = again;
}

static void row_end(struct ods *o, struct xml *x)
{
	struct sheet *s = sheet(o);
	int rows = o->rows;
	o->row = o->row > XLSX_ROW_LAST ? o->row : o->row + rows;
	if (s && o->now.n && may_add(o, x, rows, 0)) {
		o->cells += o->now.n * (size_t)rows;
		*vec_add(o->r->a, &s->cells.rows) = o->now;
		for (int i = 1; i < rows; i++)
			row_again(o, &s->cells, i);
	}
	o->now = (struct xlsx_row){ 0 };
}

/* -- cells ------------------------------------------------------------------------------------------ */

static enum kind kind_of(struct xml *x)
{
	str type = xml_attr(x, "office:value-type");
	if (str_eq(xml_attr(x, "calcext:value-type"), S("error")))
		return BROKEN;
	if (str_eq(type, S("float")) || str_eq(type, S("currency")))
		return NUMBER;
	return str_eq(type, S("percentage")) ? PERCENT : str_eq(type, S("date")) ? DATE : SHOWN;
}

static void cell(struct ods *o, struct xml *x)
{
	if (!o->now.number || o->in_cell)
		return skip(o, x);
	o->in_cell = true;
	o->columns = times(x, "table:number-columns-repeated");
	o->over = times(x, "table:number-columns-spanned");
	o->down = times(x, "table:number-rows-spanned");
	o->kind = kind_of(x);
	str value = xml_attr(x, o->kind == DATE ? "office:date-value" : o->kind == SHOWN ? "office:string-value" : "office:value");
	o->value = value.n ? str_copy(o->r->a, str_sub(value, 0, XLSX_CELL_MAX)) : value;
	o->text.n = 0;
	o->paragraphs = 0;
	count_empty(o, x);
}

/* "06/2026": the day is in the cell and not meant. */
static bool shows_no_day(str s)
{
	size_t slash = str_find(s, S("/"), 0);
	return slash < s.n && s.n <= 7 && str_find(s, S("/"), slash + 1) == s.n;
}

static str meaning(struct ods *o, str shown)
{
	struct arena *a = o->r->a;
	switch (o->kind) {
	case NUMBER:  return o->value.n ? xlsx_number(a, o->value, XLSX_PLAIN, false) : shown;
	case PERCENT: return o->value.n ? xlsx_number(a, o->value, XLSX_PERCENT, false) : shown;
	case DATE:    return o->value.n && !shows_no_day(shown) ? xlsx_date(a, o->value) : shown;
	case SHOWN:   return shown.n ? shown : o->value;
	case BROKEN:  break;
	}
	return shown;
}

static void note_broken(struct ods *o, str text)
{
	struct xlsx_oddity *odd = &sheet(o)->cells.errors;
	if (!odd->n++)
		*odd = (struct xlsx_oddity){ 1, { o->now.number, o->column + 1 }, text };
}

static void add_cell(struct ods *o, struct xml *x, str text)
{
	if (!may_add(o, x, 1, o->columns))
		return;
	if (o->kind == BROKEN)
		note_broken(o, text);
	for (int i = 1; i <= o->columns; i++) {
		int column = o->column + i, to = column + o->over - 1;
		*vec_add(o->r->a, &sheet(o)->cells.cells) = (struct xlsx_cell){
			column, to > XLSX_COLUMNS_MAX ? XLSX_COLUMNS_MAX : to, o->now.number + o->down - 1, text };
		o->now.n++;
	}
}

static void cell_end(struct ods *o, struct xml *x)
{
	struct err ignored = { 0 };
	str shown = str_trim(buf_str(&o->text)), tidy = shown, text;
	if (!o->in_cell)
		return;
	o->in_cell = o->in_paragraph = false;
	if (encoding_tidy(o->r->a, shown, &tidy, &ignored))
		shown = tidy;
	text = str_trim(meaning(o, shown));
	if (text.n)
		add_cell(o, x, str_copy(o->r->a, text));
	o->column = o->column > XLSX_COLUMNS_MAX ? o->column : o->column + o->columns;
}

static void covered(struct ods *o, struct xml *x)
{
	int to = o->column + times(x, "table:number-columns-repeated");
	o->column = to > XLSX_COLUMNS_MAX ? XLSX_COLUMNS_MAX + 1 : to;
	count_empty(o, x);
	skip(o, x);
}

/* -- text of a cell ---------------------------------------------------------------------------------- */

static void put(struct ods *o, struct xml *x, str s)
{
	if (!o->in_paragraph || o->text.n > XLSX_CELL_MAX)
		return;
	buf_put(&o->text, s);
	if (!x || o->text.n <= XLSX_CELL_MAX)
		return;
	fail(o->e, ERR_LIMIT, "Bảng tính có một ô dài quá %d KB: đây không phải là văn bản bình thường.", XLSX_CELL_MAX / 1024);
	err_hint(o->e, "Hãy mở tệp kiểm tra và chia nhỏ nội dung của ô.");
	xml_stop(x);
}

static void paragraph(struct ods *o, struct xml *x)
{
	o->in_paragraph = o->in_cell;
	if (o->paragraphs++)
		put(o, x, S("\n"));
}

static void paragraph_end(struct ods *o, struct xml *x)
{
	put(o, x, S(""));
	o->in_paragraph = false;
}

static void space(struct ods *o, struct xml *x) { put(o, x, S(" ")); }
static void line_break(struct ods *o, struct xml *x) { put(o, x, S("\n")); }

/* White space of the XML is one space. */
static void text(void *ctx, str s)
{
	struct ods *o = ctx;
	for (size_t at = 0, from; at < s.n && !o->skipped && o->in_paragraph;) {
		for (from = at; at < s.n && !strchr(" \t\r\n", s.p[at]);)
			at++;
		put(o, NULL, str_sub(s, from, at));
		bool any = at < s.n && o->text.n && !strchr(" \n", o->text.p[o->text.n - 1]);
		while (at < s.n && strchr(" \t\r\n", s.p[at]))
			at++;
		if (any)
			put(o, NULL, S(" "));
	}
}

/* -- the elements ----------------------------------------------------------------------------------- */

#define ELEMENTS(E) \
	E(STYLE, "style:style", style, NULL) \
	E(TABLE_PROPERTIES, "style:table-properties", table_properties, NULL) \
	E(MASTERS, "office:master-styles", skip, NULL) \
	E(TABLE, "table:table", table, NULL) \
	E(SOURCE, "table:table-source", linked, NULL) \
	E(RANGE_SOURCE, "table:cell-range-source", linked, NULL) \
	E(COLUMN, "table:table-column", column, NULL) \
	E(ROW, "table:table-row", row, row_end) \
	E(CELL, "table:table-cell", cell, cell_end) \
	E(COVERED, "table:covered-table-cell", covered, NULL) \
	E(PARAGRAPH, "text:p", paragraph, paragraph_end) \
	E(SPACE, "text:s", space, NULL) \
	E(TAB, "text:tab", space, NULL) \
	E(LINE_BREAK, "text:line-break", line_break, NULL) \
	E(COMMENT, "office:annotation", skip, NULL) \
	E(FRAME, "draw:frame", skip, NULL) \
	E(SHAPE, "draw:custom-shape", skip, NULL) \
	E(SHAPES, "table:shapes", skip, NULL) \
	E(FORMS, "office:forms", skip, NULL) \
	E(CHANGES, "table:tracked-changes", skip, NULL) \
	E(VALIDATIONS, "table:content-validations", skip, NULL) \
	E(LINKS, "table:dde-links", skip, NULL) \
	E(SCENARIO, "table:scenario", skip, NULL)

enum {
	ELEMENT_NONE,
#define E(id, ...) id,
	ELEMENTS(E)
#undef E
};

static const struct xml_name names[] = {
#define E(id, name, ...) { name, id },
	ELEMENTS(E)
#undef E
};

static const struct element { void (*open)(struct ods *o, struct xml *x), (*close)(struct ods *o, struct xml *x); } elements[] = {
#define E(id, name, open, close) [id] = { open, close },
	ELEMENTS(E)
#undef E
};

static void on_open(void *ctx, struct xml *x, int id)
{
	struct ods *o = ctx;
	if (o->skipped)
		o->skipped++;
	else if (elements[id].open)
		elements[id].open(o, x);
}

static void on_close(void *ctx, struct xml *x, int id)
{
	struct ods *o = ctx;
	if (o->skipped)
		o->skipped--;
	else if (elements[id].close)
		elements[id].close(o, x);
}

/* -- the reader ------------------------------------------------------------------------------------- */

static int sniff(str bytes) { return odf_kind(bytes) == ODF_SHEETS ? 95 : 0; }

static bool read_ods(struct reading *r, str bytes, struct err *e)
{
	static const struct xml_grammar grammar = { odf_spaces, ODF_SPACES, names, COUNT(names), on_open, on_close, text };
	struct ods *o = make(r->a, struct ods);
	*o = (struct ods){ .r = r, .e = e, .text = buf_open(r->a) };
	if (!odf_stream(r, bytes, false, &grammar, o, e))
		return false;
	if (!sheets_filled(&o->sheets)) {
		fail(e, ERR_INPUT, "Bảng tính không có ô nào có chữ hay số.");
		return err_hint(e, "Hãy kiểm tra xem đã lưu hay tải tệp về đầy đủ chưa.");
	}
	if (o->linked)
		read_note(r, "Tệp lấy số liệu từ tệp hoặc nguồn khác; không mở nguồn đó, chỉ dùng số liệu đã lưu sẵn trong tệp.");
	sheets_note(r, &o->sheets);
	return sheets_tree(r, &o->sheets, e);
}

const struct reader reader_ods = {
	.name = "ods",
	.help = "bảng tính OpenDocument (.ods, .ots, .fods) của LibreOffice",
	.source = "OpenDocument 1.3 part 3, 9 and 19.385",
	.sniff = sniff,
	.read = read_ods,
};
