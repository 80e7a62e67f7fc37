#include "docin/sheets.h"
#include "docin/build.h"
#include "docin/xlsx_blocks.h"

enum { RANGES_MAX = 8 };        /* of rows or columns that a note lists */

/* -- the tree ---------------------------------------------------------------------------------------- */

/* "Sheet1", "Trang_tính1": a name that Excel or LibreOffice gave by itself says nothing. */
static bool is_usual_name(str name)
{
	static const str usual[] = { S("Sheet"), S("Trang_tính"), S("Trang tính"), S("Trang") };
	for (size_t i = 0; i < COUNT(usual); i++) {
		str rest = str_trim(str_sub(name, usual[i].n, name.n));
		if (str_starts(name, usual[i]) && xml_number(rest, 0, 1, -1) >= 0)
			return true;
	}
	return false;
}

size_t sheets_filled(const sheets *s)
{
	size_t n = 0;
	for (size_t i = 0; i < s->n; i++)
		n += s->at[i].cells.rows.n > 0;
	return n;
}

bool sheets_tree(struct reading *r, const sheets *s, struct err *e)
{
	struct build b;
	int line = 0;
	bool several = sheets_filled(s) > 1;
	build_open(&b, r->a, e);
	for (size_t i = 0; i < s->n; i++) {
		str name = s->at[i].name;
		if (s->at[i].cells.rows.n && name.n && (several || !is_usual_name(name))) {
			build_heading(&b, 1);
			build_text(&b, name, ++line);
			build_break(&b);
		}
		xlsx_blocks(&b, &s->at[i].cells, &line);
	}
	r->root = build_finish(&b);
	return r->root != NULL;
}

/* -- notes ------------------------------------------------------------------------------------------- */

static str column_name(struct arena *a, int column)
{
	char letters[8];
	int at = (int)sizeof letters;
	for (; column > 0 && at > 0; column = (column - 1) / 26)
		letters[--at] = (char)('A' + (column - 1) % 26);
	return str_copy(a, (str){ letters + at, sizeof letters - (size_t)at });
}

/* Numbers in ascending order as "5–9, 12"; of columns "C, F–G". */
struct listing { struct arena *a; struct buf text; int from, to, ranges, n; bool columns; };

static str number_name(struct listing *l, int n) { return l->columns ? column_name(l->a, n) : str_fmt(l->a, "%d", n); }

static void list_range(struct listing *l)
{
	if (!l->from || ++l->ranges > RANGES_MAX + 1)
		return;
	if (l->ranges > 1)
		buf_put(&l->text, S(", "));
	if (l->ranges > RANGES_MAX) {
		buf_put(&l->text, S("…"));
		return;
	}
	buf_put(&l->text, number_name(l, l->from));
	if (l->to > l->from)
		buf_fmt(&l->text, "–%.*s", SF(number_name(l, l->to)));
}

static void list_add(struct listing *l, int number)
{
	l->n++;
	if (l->from && number == l->to + 1) {
		l->to = number;
		return;
	}
	list_range(l);
	l->from = l->to = number;
}

#define NAMED(t) (int)((t).n > 80 ? 80 : (t).n), (t).p

static void note_rows(struct reading *r, str name, const struct xlsx_sheet *s)
{
	struct listing l = { .a = r->a, .text = buf_open(r->a) };
	for (size_t i = 0; i < s->rows.n; i++)
		if (s->rows.at[i].hidden)
			list_add(&l, s->rows.at[i].number);
	list_range(&l);
	if (l.n)
		read_note(r, "Trang tính “%.*s” có %d hàng bị ẩn (hàng %s); các hàng đó vẫn được đọc.", NAMED(name), l.n, l.text.p);
}

static void note_columns(struct reading *r, str name, const struct xlsx_sheet *s)
{
	struct listing l = { .a = r->a, .text = buf_open(r->a), .columns = true };
	if (!s->hidden_columns.n)
		return;
	bool *used = make_n(r->a, bool, XLSX_COLUMNS_MAX + 1);
	for (size_t i = 0; i < s->cells.n; i++)
		used[s->cells.at[i].column] = true;
	for (size_t i = 0; i < s->hidden_columns.n; i++)
		for (int c = s->hidden_columns.at[i].from.column; c <= s->hidden_columns.at[i].to.column; c++)
			if (used[c]) {
				list_add(&l, c);
				used[c] = false;
			}
	list_range(&l);
	if (l.n)
		read_note(r, "Trang tính “%.*s” có %d cột bị ẩn (cột %s); các cột đó vẫn được đọc.", NAMED(name), l.n, l.text.p);
}

static void note_sheet(struct reading *r, const struct sheet *sheet)
{
	const struct xlsx_sheet *s = &sheet->cells;
	if (!s->rows.n && !s->uncomputed.n)
		return;
	if (sheet->hidden)
		read_note(r, "Trang tính “%.*s” đang bị ẩn; nội dung của nó vẫn được đọc.", NAMED(sheet->name));
	note_rows(r, sheet->name, s);
	note_columns(r, sheet->name, s);
	if (s->errors.n)
		read_note(r, "Trang tính “%.*s” có %zu ô mà công thức báo lỗi, ô đầu tiên là %.*s%d (%.*s): hãy sửa công thức.",
		          NAMED(sheet->name), s->errors.n, SF(column_name(r->a, s->errors.where.column)), s->errors.where.row,
		          NAMED(s->errors.text));
	if (s->uncomputed.n)
		read_note(r, "Trang tính “%.*s” có %zu ô công thức chưa được tính, ô đầu tiên là %.*s%d: hãy mở tệp bằng Excel rồi lưu lại.",
		          NAMED(sheet->name), s->uncomputed.n, SF(column_name(r->a, s->uncomputed.where.column)), s->uncomputed.where.row);
}

void sheets_note(struct reading *r, const sheets *s)
{
	for (size_t i = 0; i < s->n; i++)
		note_sheet(r, &s->at[i]);
}
