#include "docin/build.h"
#include "docin/read.h"
#include "docin/xlsx_blocks.h"
#include <stdio.h>

/* -- sniffing ---------------------------------------------------------------------------------------- */

/* A document may hold a workbook, and an archive many: the first part tells whose the archive is. */
static int sniff(str bytes)
{
	static const str own[] = { S("[Content_Types].xml"), S("_rels/"), S("xl/"), S("xl\\"), S("docProps/"), S("customXml/") };
	if (!str_starts(bytes, S("PK\3\4")))
		return 0;
	size_t book = str_find(bytes, S("xl/workbook."), 0), slashed = str_find(bytes, S("xl\\workbook."), 0);
	book = slashed < book ? slashed : book;
	if (book == bytes.n || str_find(bytes, S("word/document"), 0) < book)
		return 0;
	for (size_t i = 0; i < COUNT(own); i++)
		if (str_starts(str_sub(bytes, 30, 64), own[i]))
			return 90;
	return 20;
}

/* -- notes: what is in the file and not in the tree --------------------------------------------------- */

enum { RANGES_MAX = 8 };        /* of rows or columns that a note lists */

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

static void note_rows(struct reading *r, str sheet, const struct xlsx_sheet *s)
{
	struct listing l = { .a = r->a, .text = buf_open(r->a) };
	for (size_t i = 0; i < s->rows.n; i++)
		if (s->rows.at[i].hidden)
			list_add(&l, s->rows.at[i].number);
	list_range(&l);
	if (l.n)
		read_note(r, "Trang tính “%.*s” có %d hàng bị ẩn (hàng %s); các hàng đó vẫn được đọc.", NAMED(sheet), l.n, l.text.p);
}

static void note_columns(struct reading *r, str sheet, const struct xlsx_sheet *s)
{
	struct listing l = { .a = r->a, .text = buf_open(r->a), .columns = true };
	bool *used = make_n(r->a, bool, XLSX_COLUMNS_MAX + 1);
	if (!s->hidden_columns.n)
		return;
	for (size_t i = 0; i < s->rows.n; i++)
		for (size_t k = 0; k < s->rows.at[i].n; k++)
			used[s->cells.at[s->rows.at[i].first + k].column] = true;
	for (size_t i = 0; i < s->hidden_columns.n; i++)
		for (int c = s->hidden_columns.at[i].from.column; c <= s->hidden_columns.at[i].to.column; c++)
			if (used[c]) {
				list_add(&l, c);
				used[c] = false;
			}
	list_range(&l);
	if (l.n)
		read_note(r, "Trang tính “%.*s” có %d cột bị ẩn (cột %s); các cột đó vẫn được đọc.", NAMED(sheet), l.n, l.text.p);
}

static void note_sheet(struct reading *r, const struct xlsx_tab *tab, const struct xlsx_sheet *s)
{
	if (!s->rows.n && !s->uncomputed.n)
		return;
	if (tab->hidden)
		read_note(r, "Trang tính “%.*s” đang bị ẩn; nội dung của nó vẫn được đọc.", NAMED(tab->name));
	note_rows(r, tab->name, s);
	note_columns(r, tab->name, s);
	if (s->errors.n)
		read_note(r, "Trang tính “%.*s” có %zu ô mà công thức báo lỗi, ô đầu tiên là %.*s%d (%.*s): hãy sửa công thức.",
		          NAMED(tab->name), s->errors.n, SF(column_name(r->a, s->errors.where.column)), s->errors.where.row,
		          NAMED(s->errors.text));
	if (s->uncomputed.n)
		read_note(r, "Trang tính “%.*s” có %zu ô công thức chưa được tính, ô đầu tiên là %.*s%d: hãy mở tệp bằng Excel rồi lưu lại.",
		          NAMED(tab->name), s->uncomputed.n, SF(column_name(r->a, s->uncomputed.where.column)), s->uncomputed.where.row);
}

/* How many entries of the archive begin so, in whatever case. */
static size_t parts_that_begin(const struct archive *z, str with)
{
	size_t n = 0;
	for (size_t i = 0; i < archive_count(z); i++) {
		str name = archive_entry(z, i).name;
		n += name.n > with.n && !strncasecmp(name.p, with.p, with.n);
	}
	return n;
}

static void note_book(struct reading *r, const struct xlsx_book *b)
{
	size_t pictures = parts_that_begin(b->z, S("xl/media/"));
	if (parts_that_begin(b->z, S("xl/vbaProject")))
		read_note(r, "Tệp có macro; macro bị bỏ qua và không bao giờ được chạy.");
	if (b->linked || parts_that_begin(b->z, S("xl/externalLinks/")))
		read_note(r, "Tệp lấy số liệu từ tệp hoặc nguồn khác; không mở nguồn đó, chỉ dùng số liệu đã lưu sẵn trong tệp.");
	if (pictures)
		read_note(r, "Tệp có %zu hình ảnh; chữ trong hình không được đọc.", pictures);
	if (parts_that_begin(b->z, S("xl/comments")) || parts_that_begin(b->z, S("xl/threadedComments/")))
		read_note(r, "Tệp có nhận xét (comment) gắn vào ô; nhận xét không được đọc.");
}

/* -- reading ----------------------------------------------------------------------------------------- */

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

static bool sheets_read(struct xlsx_book *b, struct xlsx_sheet *sheets, struct err *e)
{
	size_t cells = 0;
	for (size_t i = 0; i < b->tabs.n; i++)
		if (!xlsx_sheet_read(b, &b->tabs.at[i], &cells, &sheets[i], e))
			return false;
	return true;
}

static size_t filled(const struct xlsx_book *b, const struct xlsx_sheet *sheets)
{
	size_t n = 0;
	for (size_t i = 0; i < b->tabs.n; i++)
		n += sheets[i].rows.n > 0;
	return n;
}

static bool refuse_empty(const struct xlsx_book *b, const struct xlsx_sheet *sheets, struct err *e)
{
	size_t uncomputed = 0;
	for (size_t i = 0; i < b->tabs.n; i++)
		uncomputed += sheets[i].uncomputed.n;
	if (uncomputed) {
		fail(e, ERR_INPUT, "Tệp Excel chỉ có công thức chưa được tính, không có chữ hay số nào để đọc.");
		return err_hint(e, "Hãy mở tệp bằng Excel rồi lưu lại, để kết quả được lưu vào tệp.");
	}
	fail(e, ERR_INPUT, "Tệp Excel không có ô nào có chữ hay số.");
	return err_hint(e, "Hãy kiểm tra xem đã lưu hay tải tệp về đầy đủ chưa.");
}

static struct node *tree(struct reading *r, const struct xlsx_book *book, const struct xlsx_sheet *sheets, struct err *e)
{
	struct build b;
	int line = 0;
	bool several = filled(book, sheets) > 1;
	build_open(&b, r->a, e);
	for (size_t i = 0; i < book->tabs.n; i++) {
		str name = book->tabs.at[i].name;
		if (sheets[i].rows.n && name.n && (several || !is_usual_name(name))) {
			build_heading(&b, 1);
			build_text(&b, name, ++line);
			build_break(&b);
		}
		xlsx_blocks(&b, &sheets[i], &line);
	}
	return build_finish(&b);
}

static bool read_xlsx(struct reading *r, str bytes, struct err *e)
{
	CLEANUP(archive_close) struct archive *z = NULL;
	if (!archive_open(r->a, bytes, &z, e))
		return false;
	struct xlsx_book book = { .a = r->a, .z = z };
	if (!xlsx_book_read(&book, e))
		return false;
	struct xlsx_sheet *sheets = make_n(r->a, struct xlsx_sheet, book.tabs.n + 1);
	if (!sheets_read(&book, sheets, e))
		return false;
	if (!filled(&book, sheets))
		return refuse_empty(&book, sheets, e);
	note_book(r, &book);
	for (size_t i = 0; i < book.tabs.n; i++)
		note_sheet(r, &book.tabs.at[i], &sheets[i]);
	r->root = tree(r, &book, sheets, e);
	return r->root != NULL;
}

const struct reader reader_xlsx = {
	.name = "xlsx",
	.help = "Excel (.xlsx, .xlsm), mọi trang tính, ô gộp, số và ngày đúng như ô chứa",
	.source = "ECMA-376 (Office Open XML), SpreadsheetML, bản chuyển tiếp và bản chặt",
	.sniff = sniff,
	.read = read_xlsx,
};
