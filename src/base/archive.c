#include "base/archive.h"
#include <limits.h>
#include <stdlib.h>
#include <unistr.h>
#include <zlib.h>

enum { CHUNK = 64 * 1024, COMMENT_MAX = 0xFFFF, STORED = 0, DEFLATED = 8 };
enum { END_SIZE = 22, END64_SIZE = 56, LOCATOR_SIZE = 20, ROW_SIZE = 46, HEADER_SIZE = 30 };

struct where { uint64_t at, packed; uint32_t crc; unsigned method; };

struct archive {
	struct arena         *a;
	str                   bytes, left;         /* left: packed bytes of the open entry that were not read yet */
	struct archive_entry *entry;
	struct where         *where;
	size_t                n, at;               /* at: the entry that is being read */
	bool                  open, stream_open;
	uint64_t              packed, out, total;  /* of the open entry; of all */
	uLong                 crc;
	z_stream              stream;
	char                 *chunk;
};

static bool damaged(struct err *e, const char *detail)
{
	fail(e, ERR_FORMAT, "Tệp bị hỏng hoặc chưa tải về đủ: không mở được phần nén bên trong.");
	err_hint(e, "Hãy chép hay tải lại tệp; nếu vẫn vậy, mở nó bằng chương trình đã tạo ra rồi lưu lại.");
	return err_detail(e, "zip: %s", detail);
}

static bool too_many(struct err *e)
{
	fail(e, ERR_LIMIT, "Tệp nén chứa quá nhiều tệp: hơn %d tệp.", ARCHIVE_ENTRIES_MAX);
	return err_hint(e, "Hãy tách thành nhiều tệp nén nhỏ hơn.");
}

/* -- the directory ----------------------------------------------------------------------------------- */

/* n bytes, the lowest first; the caller knows that they are there. */
static uint64_t number(str s, size_t at, int n)
{
	uint64_t v = 0;
	while (n--)
		v = v << 8 | (unsigned char)s.p[at + (size_t)n];
	return v;
}

static bool is_at(str s, uint64_t at, str mark, size_t size)
{
	return at <= s.n && s.n - at >= size && !memcmp(s.p + at, mark.p, mark.n);
}

struct directory { uint64_t n, size, at, before; };            /* before: it has to end there */

/* The record at the end may say that numbers too large for it stand in another. */
static bool find_long_end(str s, struct directory *d)
{
	size_t locator = (size_t)d->before - LOCATOR_SIZE;
	if (d->before < LOCATOR_SIZE || !is_at(s, locator, S("PK\6\7"), LOCATOR_SIZE))
		return true;
	uint64_t at = number(s, locator + 8, 8);
	if (at > locator || !is_at(str_sub(s, 0, locator), at, S("PK\6\6"), END64_SIZE))
		return false;
	*d = (struct directory){ number(s, at + 32, 8), number(s, at + 40, 8), number(s, at + 48, 8), at };
	return true;
}

static bool find_end(str s, struct directory *d)
{
	for (size_t back = END_SIZE; back <= s.n && back <= END_SIZE + COMMENT_MAX; back++) {
		size_t at = s.n - back;
		if (!is_at(s, at, S("PK\5\6"), END_SIZE) || number(s, at + 20, 2) > back - END_SIZE)
			continue;
		*d = (struct directory){ number(s, at + 10, 2), number(s, at + 12, 4), number(s, at + 16, 4), at };
		return find_long_end(s, d) && d->at <= d->before && d->size <= d->before - d->at && d->n <= d->size / ROW_SIZE;
	}
	return false;
}

/* A name that is not UTF-8 is in an encoding that nobody wrote down: what is not ASCII becomes "?". */
static str name_of(struct arena *a, str name)
{
	name = str_copy(a, name);
	if (u8_check((const uint8_t *)name.p, name.n))
		for (char *p = (char *)(uintptr_t)name.p; p < name.p + name.n; p++)
			*p = (unsigned char)*p < 0x80 ? *p : '?';
	return str_c(name.p);
}

/* What did not fit into a row stands in its extra field 1, in this order. */
static void long_numbers(str extra, uint64_t *size, uint64_t *packed, uint64_t *at)
{
	uint64_t *const to[] = { size, packed, at };
	while (extra.n >= 4) {
		size_t id = number(extra, 0, 2), n = number(extra, 2, 2), from = 4;
		n = n > extra.n - 4 ? extra.n - 4 : n;
		for (size_t i = 0; id == 1 && i < COUNT(to); i++)
			if (*to[i] == UINT32_MAX && from + 8 <= n + 4) {
				*to[i] = number(extra, from, 8);
				from += 8;
			}
		extra = str_sub(extra, n + 4, extra.n);
	}
}

/* One row; how long it is, 0 where it is none. */
static size_t add_row(struct archive *z, str rows, size_t from)
{
	if (!is_at(rows, from, S("PK\1\2"), ROW_SIZE))
		return 0;
	size_t name = number(rows, from + 28, 2), extra = number(rows, from + 30, 2), note = number(rows, from + 32, 2);
	if (rows.n - from - ROW_SIZE < name + extra + note)
		return 0;
	unsigned flags = (unsigned)number(rows, from + 8, 2);
	struct where w = { .at = number(rows, from + 42, 4), .packed = number(rows, from + 20, 4),
		           .crc = (uint32_t)number(rows, from + 16, 4), .method = (unsigned)number(rows, from + 10, 2) };
	uint64_t size = number(rows, from + 24, 4);
	size_t at = from + ROW_SIZE;
	long_numbers(str_sub(rows, at + name, at + name + extra), &size, &w.packed, &w.at);
	str called = name_of(z->a, str_sub(rows, at, at + name));
	z->where[z->n] = w;
	z->entry[z->n++] = (struct archive_entry){ called, size, str_ends(called, S("/")), flags & 1 };
	return ROW_SIZE + name + extra + note;
}

bool archive_open(struct arena *a, str bytes, struct archive **ret, struct err *e)
{
	struct archive *z = *ret = make(a, struct archive);
	struct directory d;
	*z = (struct archive){ .a = a, .chunk = make_n(a, char, CHUNK), .bytes = bytes };
	if (!find_end(bytes, &d))
		return damaged(e, "no directory");
	if (d.n > ARCHIVE_ENTRIES_MAX)
		return too_many(e);
	z->entry = make_n(a, struct archive_entry, d.n + 1);
	z->where = make_n(a, struct where, d.n + 1);
	str rows = str_sub(bytes, d.at, d.at + d.size);
	for (size_t at = 0, n; z->n < d.n; at += n)
		if (!(n = add_row(z, rows, at)))
			return damaged(e, "a row of the directory");
	return true;
}

void archive_close(struct archive **z)
{
	if (*z && (*z)->stream_open)
		inflateEnd(&(*z)->stream);
	if (*z)
		(*z)->stream_open = (*z)->open = false;
}

size_t archive_count(const struct archive *z) { return z->n; }
struct archive_entry archive_entry(const struct archive *z, size_t i) { return z->entry[i]; }

/* Names of parts are the same in any case of their letters (OPC, 6.2.2.3), and some programs write "xl\\workbook.xml". */
static bool alike(str written, str name)
{
	if (written.n != name.n)
		return false;
	for (size_t i = 0; i < name.n; i++) {
		char c = written.p[i] == '\\' ? '/' : written.p[i], d = name.p[i];
		c = c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
		d = d >= 'A' && d <= 'Z' ? (char)(d + 32) : d;
		if (c != d)
			return false;
	}
	return true;
}

bool archive_find(const struct archive *z, const char *name, size_t *ret)
{
	for (size_t i = 0; i < z->n; i++)
		if (str_eq(z->entry[i].name, str_c(name)))
			return *ret = i, true;
	for (size_t i = 0; i < z->n; i++)
		if (alike(z->entry[i].name, str_c(name)))
			return *ret = i, true;
	return false;
}

/* -- one entry --------------------------------------------------------------------------------------- */

static bool locked(str name, struct err *e)
{
	fail(e, ERR_FORMAT, "Tệp nén có mật khẩu: không mở được “%.*s” bên trong.", (int)(name.n > 80 ? 80 : name.n), name.p);
	return err_hint(e, "Hãy giải nén bằng mật khẩu rồi đưa tệp bên trong vào.");
}

static bool ready(struct archive *z)
{
	if (z->stream_open)
		return inflateReset(&z->stream) == Z_OK;
	return z->stream_open = inflateInit2(&z->stream, -MAX_WBITS) == Z_OK;
}

bool archive_begin(struct archive *z, size_t i, struct err *e)
{
	const struct where *w = &z->where[i];
	z->open = false;
	if (z->entry[i].encrypted)
		return locked(z->entry[i].name, e);
	if (w->method != STORED && w->method != DEFLATED)
		return damaged(e, "packed in a way we do not unpack");
	if (!is_at(z->bytes, w->at, S("PK\3\4"), HEADER_SIZE))
		return damaged(e, "no entry where the directory says");
	size_t from = w->at + HEADER_SIZE + number(z->bytes, w->at + 26, 2) + number(z->bytes, w->at + 28, 2);
	uint64_t rest = from < z->bytes.n ? z->bytes.n - from : 0;
	if (from > z->bytes.n || (w->method == STORED && w->packed > rest))
		return damaged(e, "an entry is cut off");
	z->packed = w->packed < rest ? w->packed : rest;            /* the directory may say more than there is */
	z->left = str_sub(z->bytes, from, from + z->packed);
	z->at = i;
	z->out = 0;
	z->crc = crc32(0, NULL, 0);
	z->open = w->method == STORED || ready(z);
	return z->open || damaged(e, "inflateInit2");
}

/* The next bytes of what is open into the chunk; n < CHUNK only at its end. */
static bool unpack(struct archive *z, size_t *n)
{
	z_stream *s = &z->stream;
	if (z->where[z->at].method == STORED) {
		*n = z->left.n < CHUNK ? z->left.n : CHUNK;
		if (*n)
			memcpy(z->chunk, z->left.p, *n);
		z->left = str_sub(z->left, *n, z->left.n);
		return true;
	}
	int got = Z_OK;
	s->next_out = (Bytef *)z->chunk;
	s->avail_out = CHUNK;
	while (s->avail_out && got == Z_OK) {
		s->next_in = (z_const Bytef *)(uintptr_t)z->left.p;
		uInt give = s->avail_in = z->left.n > INT_MAX ? INT_MAX : (uInt)z->left.n;
		got = inflate(s, Z_NO_FLUSH);
		z->left = str_sub(z->left, give - s->avail_in, z->left.n);
	}
	*n = CHUNK - s->avail_out;
	return got == Z_OK || got == Z_STREAM_END;
}

static bool too_much(const struct archive *z, struct err *e)
{
	if (z->total > ARCHIVE_TOTAL_MAX) {
		fail(e, ERR_LIMIT, "Tệp bung ra quá lớn: hơn %d MB.", (int)(ARCHIVE_TOTAL_MAX >> 20));
		return !err_hint(e, "Đây không phải là văn bản bình thường. Nếu đúng là của đơn vị, hãy tách thành nhiều phần.");
	}
	if (z->out > ARCHIVE_SUSPECT && z->out / ARCHIVE_RATIO_MAX > z->packed) {
		fail(e, ERR_LIMIT, "Tệp bung ra lớn gấp hơn %d lần khi nén: có dấu hiệu là tệp phá hoại.", ARCHIVE_RATIO_MAX);
		return !err_hint(e, "Hãy xem lại tệp này từ đâu đến; nếu đúng là của đơn vị, mở bằng chương trình đã tạo ra rồi lưu lại.");
	}
	return false;
}

bool archive_next(struct archive *z, str *chunk, struct err *e)
{
	*chunk = (str){ 0 };
	if (!z->open)
		return true;
	size_t n = 0;
	bool sound = unpack(z, &n);
	z->crc = crc32(z->crc, (const Bytef *)z->chunk, (uInt)n);
	z->out += n;
	z->total += n;
	z->open = sound && n == CHUNK && !too_much(z, e);
	if (!sound)
		return damaged(e, "inflate");
	if (too_much(z, e))
		return false;
	if (!z->open && z->crc != z->where[z->at].crc)
		return damaged(e, "the content is not what was packed");
	*chunk = (str){ z->chunk, n };
	return true;
}

bool archive_read(struct archive *z, size_t i, struct arena *a, size_t cap, str *ret, struct err *e)
{
	struct buf b = buf_open(a);
	str chunk;
	if (!archive_begin(z, i, e))
		return false;
	while (archive_next(z, &chunk, e)) {
		if (!chunk.n) {
			*ret = buf_str(&b);
			return true;
		}
		if (b.n + chunk.n > cap) {
			z->open = false;
			fail(e, ERR_LIMIT, "Tệp “%.*s” trong tệp nén quá lớn: hơn %zu MB.", (int)(z->entry[i].name.n > 80 ? 80 : z->entry[i].name.n),
			     z->entry[i].name.p, cap >> 20);
			return err_hint(e, "Hãy tách tệp thành nhiều phần, mỗi văn bản một tệp.");
		}
		buf_put(&b, chunk);
	}
	return false;
}
