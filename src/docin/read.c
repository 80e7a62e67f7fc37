#include "docin/read.h"
#include "base/file.h"
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

struct foreign { str begins, holds; const char *name, *instead; };

#define OPEN_AND_SAVE(program, format) "Hãy mở tệp bằng " program " rồi lưu thành " format "."
#define UNPACK "Hãy giải nén rồi đưa từng tệp bên trong vào, hoặc nén lại thành .zip."
#define OLE S("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")

static const struct foreign foreigns[] = {
	{ OLE, S("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k"), "tệp Word hay Excel có mật khẩu",
	  "Hãy mở tệp bằng mật khẩu, bỏ mật khẩu (Tệp > Thông tin > Bảo vệ) rồi lưu lại." },
	{ OLE, S("W\0o\0r\0k\0b\0o\0o\0k\0"), "bảng tính Excel kiểu cũ (.xls)", OPEN_AND_SAVE("Excel", ".xlsx") },
	{ OLE, S(""), "tệp của Office kiểu cũ mà không phải văn bản Word", OPEN_AND_SAVE("chương trình đã tạo ra nó", ".docx hoặc .xlsx") },
	{ S("GIF8"), S(""), "ảnh GIF", OPEN_AND_SAVE("chương trình xem ảnh", ".png hoặc .jpg") },
	{ S("\x1F\x8B"), S(""), "tệp nén .gz", UNPACK },
	{ S("7z\xBC\xAF\x27\x1C"), S(""), "tệp nén .7z", UNPACK },
	{ S("Rar!\x1A\x07"), S(""), "tệp nén .rar", UNPACK },
	{ S("\x7F" "ELF"), S(""), "chương trình máy tính, không phải văn bản", "Hãy kiểm tra xem đã chọn đúng tệp chưa." },
	{ S("MZ\x90"), S(""), "chương trình máy tính, không phải văn bản", "Hãy kiểm tra xem đã chọn đúng tệp chưa." },
};

static bool refuse_foreign(str bytes, struct err *e)
{
	for (size_t i = 0; i < COUNT(foreigns); i++) {
		const struct foreign *f = &foreigns[i];
		if (!str_starts(bytes, f->begins) || (f->holds.n && str_find(bytes, f->holds, 0) == bytes.n))
			continue;
		fail(e, ERR_FORMAT, "Tệp là %s: không đọc được.", f->name);
		return err_hint(e, "%s", f->instead);
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
	fail(e, ERR_FORMAT, "Tệp là trang web (HTML), không phải văn bản.");
	return err_hint(e, "Hãy tải chính văn bản đính kèm ở trang đó, hoặc in trang ra PDF.");
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

bool read_has_macros(const struct reading *r)
{
	for (size_t i = 0; i < r->notes.n; i++)
		if (str_starts(r->notes.at[i], S(NOTE_MACROS)))
			return true;
	return false;
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
	ret->bytes = bytes;
	return read_begin(ret, bytes, &bytes, e) && read_rest(ret, bytes, e);
}

bool read_path(struct arena *a, const char *path, struct reading *ret, struct err *e)
{
	str bytes;
	return file_read(a, path, FILE_MAX, &bytes, e) && read_bytes(a, bytes, ret, e);
}
