#include "docin/read.h"
#include "docin/sheets.h"

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
		read_note(r, NOTE_MACROS "; macro bị bỏ qua và không bao giờ được chạy.");
	if (b->linked || parts_that_begin(b->z, S("xl/externalLinks/")))
		read_note(r, "Tệp lấy số liệu từ tệp hoặc nguồn khác; không mở nguồn đó, chỉ dùng số liệu đã lưu sẵn trong tệp.");
	if (pictures)
		read_note(r, "Tệp có %zu hình ảnh; chữ trong hình không được đọc.", pictures);
	if (parts_that_begin(b->z, S("xl/comments")) || parts_that_begin(b->z, S("xl/threadedComments/")))
		read_note(r, "Tệp có nhận xét (comment) gắn vào ô; nhận xét không được đọc.");
}

/* -- reading ----------------------------------------------------------------------------------------- */

static bool sheets_read(struct xlsx_book *b, sheets *ret, struct err *e)
{
	size_t cells = 0;
	for (size_t i = 0; i < b->tabs.n; i++) {
		struct sheet *s = vec_add(b->a, ret);
		*s = (struct sheet){ .name = b->tabs.at[i].name, .hidden = b->tabs.at[i].hidden };
		if (!xlsx_sheet_read(b, &b->tabs.at[i], &cells, &s->cells, e))
			return false;
	}
	return true;
}

static bool refuse_empty(const sheets *s, struct err *e)
{
	size_t uncomputed = 0;
	for (size_t i = 0; i < s->n; i++)
		uncomputed += s->at[i].cells.uncomputed.n;
	if (uncomputed) {
		fail(e, ERR_INPUT, "Tệp Excel chỉ có công thức chưa được tính, không có chữ hay số nào để đọc.");
		return err_hint(e, "Hãy mở tệp bằng Excel rồi lưu lại, để kết quả được lưu vào tệp.");
	}
	fail(e, ERR_INPUT, "Tệp Excel không có ô nào có chữ hay số.");
	return err_hint(e, "Hãy kiểm tra xem đã lưu hay tải tệp về đầy đủ chưa.");
}

static bool read_xlsx(struct reading *r, str bytes, struct err *e)
{
	CLEANUP(archive_close) struct archive *z = NULL;
	if (!archive_open(r->a, bytes, &z, e))
		return false;
	struct xlsx_book book = { .a = r->a, .z = z };
	sheets all = { 0 };
	if (!xlsx_book_read(&book, e) || !sheets_read(&book, &all, e))
		return false;
	if (!sheets_filled(&all))
		return refuse_empty(&all, e);
	note_book(r, &book);
	sheets_note(r, &all);
	return sheets_tree(r, &all, e);
}

const struct reader reader_xlsx = {
	.name = "xlsx",
	.help = "Excel (.xlsx, .xlsm), mọi trang tính, ô gộp, số và ngày đúng như ô chứa",
	.source = "ECMA-376 (Office Open XML), SpreadsheetML, bản chuyển tiếp và bản chặt",
	.sniff = sniff,
	.read = read_xlsx,
};
