#include "docin/read.h"
#include "base/file.h"
#include "base/sha256.h"
#include "docin/encoding.h"
#include <stdarg.h>
#include <stdio.h>

enum { LINE_MAX = 256 * 1024 };

static const struct reader *const rows[] = {
#define READER(id) &reader_##id,
#include "docin/readers.def"
#undef READER
};

struct readers readers_all(void) { return (struct readers){ rows, COUNT(rows) }; }

/* -- what we know by its first bytes and do not read ------------------------------------------------ */

#define SAVE_AS \
	"Bản này chỉ đọc văn bản .txt và .md: hãy mở tệp bằng %s rồi lưu thành văn bản thuần (.txt, UTF-8)."

struct foreign { str begins, holds; const char *name, *opened_by; };

static const struct foreign foreigns[] = {
	{ S("PK\3\4"), S("word/"), "tệp Word (.docx)", "Word" },
	{ S("PK\3\4"), S("xl/"), "bảng tính Excel (.xlsx)", "Excel" },
	{ S("PK\3\4"), S("application/vnd.oasis.opendocument"), "tệp OpenDocument (.odt, .ods)", "LibreOffice" },
	{ S("PK\3\4"), S("ppt/"), "tệp trình chiếu (.pptx)", "PowerPoint" },
	{ S("PK\3\4"), S(""), "tệp nén (.zip)", "chương trình giải nén" },
	{ S("%PDF-"), S(""), "tệp PDF", "chương trình đọc PDF" },
	{ S("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"), S(""), "tệp Word hay Excel kiểu cũ (.doc, .xls)", "Word hoặc Excel" },
	{ S("{\\rtf"), S(""), "tệp RTF", "Word" },
	{ S("\x89PNG"), S(""), "ảnh (PNG)", "chương trình nhận dạng chữ" },
	{ S("\xFF\xD8\xFF"), S(""), "ảnh (JPEG)", "chương trình nhận dạng chữ" },
	{ S("GIF8"), S(""), "ảnh (GIF)", "chương trình nhận dạng chữ" },
	{ S("II*\0"), S(""), "ảnh (TIFF)", "chương trình nhận dạng chữ" },
	{ S("MM\0*"), S(""), "ảnh (TIFF)", "chương trình nhận dạng chữ" },
	{ S("\x1F\x8B"), S(""), "tệp nén (.gz)", "chương trình giải nén" },
	{ S("7z\xBC\xAF\x27\x1C"), S(""), "tệp nén (.7z)", "chương trình giải nén" },
	{ S("Rar!\x1A\x07"), S(""), "tệp nén (.rar)", "chương trình giải nén" },
	{ S("\x7F" "ELF"), S(""), "chương trình máy tính", "chương trình đã tạo ra nó" },
};

static bool refuse_foreign(str bytes, struct err *e)
{
	for (size_t i = 0; i < COUNT(foreigns); i++) {
		const struct foreign *f = &foreigns[i];
		if (!str_starts(bytes, f->begins) || (f->holds.n && str_find(bytes, f->holds, 0) == bytes.n))
			continue;
		fail(e, ERR_FORMAT, "Tệp là %s; bản này chưa đọc được loại tệp đó.", f->name);
		return err_hint(e, SAVE_AS, f->opened_by);
	}
	return true;
}

/* A whole web page, with its scripts and menus, is no document. */
static bool refuse_web_page(str text, struct err *e)
{
	str head = str_trim(str_sub(text, 0, 1024));
	bool page = (head.n > 14 && !strncasecmp(head.p, "<!doctype html", 14)) ||
	            (head.n > 5 && !strncasecmp(head.p, "<html", 5));
	if (!page)
		return true;
	fail(e, ERR_FORMAT, "Tệp là trang web (HTML); bản này chưa đọc được loại tệp đó.");
	return err_hint(e, SAVE_AS, "trình duyệt");
}

/* -- limits ----------------------------------------------------------------------------------------- */

static bool refuse_nothing(const char *what, struct err *e)
{
	fail(e, ERR_INPUT, "%s", what);
	return err_hint(e, "Hãy kiểm tra xem đã lưu hay tải tệp về đầy đủ chưa.");
}

static bool small_enough(str bytes, size_t most, struct err *e)
{
	if (bytes.n <= most)
		return true;
	fail(e, ERR_LIMIT, "Tệp quá lớn: %zu MB, trong khi chỉ nhận đến %zu MB.", (bytes.n + (1 << 20) - 1) >> 20, most >> 20);
	return err_hint(e, "Hãy tách tệp thành nhiều phần, mỗi văn bản một tệp.");
}

static bool lines_sane(str text, struct err *e)
{
	int line = 1;
	for (size_t at = 0; at < text.n; line++) {
		const char *end = memchr(text.p + at, '\n', text.n - at);
		size_t n = end ? (size_t)(end - text.p) - at : text.n - at;
		if (n > LINE_MAX) {
			fail(e, ERR_LIMIT, "Dòng %d dài quá %d KB: đây không phải là văn bản bình thường.", line,
			     LINE_MAX / 1024);
			return err_hint(e, "Hãy mở tệp kiểm tra và ngắt dòng, hoặc lưu lại từ chương trình đã tạo ra nó.");
		}
		at += n + 1;
	}
	return true;
}

/* -- reading ---------------------------------------------------------------------------------------- */

static const struct reader *reader_for(str bytes, bool text)
{
	const struct reader *best = NULL;
	int most = 0;
	for (size_t i = 0; i < COUNT(rows); i++) {
		int sure = rows[i]->text == text ? rows[i]->sniff(bytes) : 0;
		if (sure > most) {
			most = sure;
			best = rows[i];
		}
	}
	return best;
}

const struct reader *reader_find(str name)
{
	for (size_t i = 0; i < COUNT(rows); i++)
		if (str_eq(str_c(rows[i]->name), name))
			return rows[i];
	return NULL;
}

void read_note(struct reading *r, const char *fmt, ...)
{
	char text[400];
	va_list args;
	va_start(args, fmt);
	vsnprintf(text, sizeof text, fmt, args);
	va_end(args);
	for (size_t i = 0; i < r->notes.n; i++)
		if (str_eq(r->notes.at[i], str_c(text)))
			return;
	if (r->notes.n < NOTES_MAX)
		*vec_add(r->a, &r->notes) = str_copy(r->a, str_c(text));
}

bool read_begin(struct reading *r, str bytes, str *ret, struct err *e)
{
	*ret = bytes;
	if (!bytes.n)
		return refuse_nothing("Tệp rỗng: không có chữ nào để đọc.", e);
	if (!small_enough(bytes, FILE_MAX, e))
		return false;
	r->by = reader_for(bytes, false);
	return !r->by || !r->by->convert || r->by->convert(r, bytes, ret, e);
}

bool read_rest(struct reading *r, str bytes, struct err *e)
{
	str text = { 0 };
	if (r->by)
		return r->by->read(r, bytes, e);
	if (!refuse_foreign(bytes, e) || !small_enough(bytes, READ_MAX, e) || !encoding_decode(r->a, bytes, &text, e))
		return false;
	if (!str_trim(text).n)
		return refuse_nothing("Tệp chỉ có khoảng trắng: không có chữ nào để đọc.", e);
	if (!refuse_web_page(text, e) || !lines_sane(text, e))
		return false;
	r->by = reader_for(text, true);
	return r->by->read(r, text, e);
}

bool read_bytes(struct arena *a, str bytes, struct reading *ret, struct err *e)
{
	ret->a = a;
	return read_begin(ret, bytes, &bytes, e) && read_rest(ret, bytes, e);
}

bool read_path(struct arena *a, const char *path, struct reading *ret, struct err *e)
{
	str bytes;
	if (!file_read(a, path, FILE_MAX, &bytes, e))
		return false;
	sha256_hex(bytes, ret->sha256);
	return read_bytes(a, bytes, ret, e);
}
