#include "base/archive.h"
#include "base/xml.h"
#include <dlfcn.h>
#include <stdlib.h>
#include <zip.h>

enum { CHUNK = 64 * 1024 };

/* libzip brings libcrypto, bz2 and lzma with it: 1.8 ms of every start. It is loaded when the first archive is opened. */
#define CALLS(X) \
	X(zip_source_buffer_create) X(zip_source_free) X(zip_open_from_source) X(zip_get_num_entries) X(zip_stat_index) X(zip_strerror) \
	X(zip_error_init) X(zip_error_fini) X(zip_error_strerror) X(zip_fopen_index) X(zip_fread) X(zip_fclose) X(zip_discard) \
	X(zip_file_strerror)

#define MEMBER(f) __typeof__(f) *f;
struct libzip { CALLS(MEMBER) };
#undef MEMBER

struct archive {
	struct arena         *a;
	struct libzip         lib;
	zip_t                *zip;
	struct archive_entry *entry;
	size_t                n;
	zip_file_t           *open;                /* the entry that is being read */
	size_t                at, size;            /* size: of the whole archive */
	uint64_t              packed, out, total;  /* of the open entry; of all */
	char                 *chunk;
	char                 *whole;               /* the entry that is read whole: growing leaves nothing behind, as an arena would */
	size_t                room;
};

static bool load(struct libzip *l)
{
	void *from = dlopen("libzip.so.4", RTLD_LAZY | RTLD_NODELETE);
	bool all = from != NULL;
#define FIND(f) all = all && (l->f = (__typeof__(f) *)dlsym(from, #f)) != NULL;
	CALLS(FIND)
#undef FIND
	if (from)
		dlclose(from);                     /* it stays: NODELETE */
	return all;
}

bool archive_ready(void)
{
	struct libzip l;
	return load(&l);
}

static bool no_library(struct err *e)
{
	fail(e, ERR_SYSTEM, "Máy này thiếu thư viện để mở tệp nén (.docx, .xlsx, .odt, .zip).");
	err_hint(e, "Nhờ người quản trị máy cài gói libzip4 (apt install libzip4), rồi đọc lại tệp.");
	return err_detail(e, "dlopen: %s", dlerror());
}

static bool damaged(struct err *e, const char *detail)
{
	fail(e, ERR_FORMAT, "Tệp bị hỏng hoặc chưa tải về đủ: không mở được phần nén bên trong.");
	err_hint(e, "Hãy chép hay tải lại tệp; nếu vẫn vậy, mở nó bằng chương trình đã tạo ra rồi lưu lại.");
	return err_detail(e, "zip: %s", detail);
}

static bool too_many(struct err *e, const char *more, size_t n)
{
	fail(e, ERR_LIMIT, "Tệp nén chứa %s%zu tệp, trong khi chỉ nhận đến %d.", more, n, ARCHIVE_ENTRIES_MAX);
	return err_hint(e, "Hãy tách thành nhiều tệp nén nhỏ hơn.");
}

/* libzip takes memory for each row of the directory before it can be asked how many there are. An archive packed in another
 * as it is brings its own rows, so some more are let pass here. */
static bool may_list(str bytes, struct err *e)
{
	size_t n = 0;
	for (size_t at = str_find(bytes, S("PK\1\2"), 0); at < bytes.n; at = str_find(bytes, S("PK\1\2"), at + 4))
		if (++n > 4 * ARCHIVE_ENTRIES_MAX)
			return too_many(e, "hơn ", n - 1);
	return true;
}

static bool list(struct archive *z, struct err *e)
{
	zip_int64_t n = z->lib.zip_get_num_entries(z->zip, 0);
	if (n > ARCHIVE_ENTRIES_MAX)
		return too_many(e, "", (size_t)n);
	z->n = n > 0 ? (size_t)n : 0;
	z->entry = make_n(z->a, struct archive_entry, z->n + 1);
	for (size_t i = 0; i < z->n; i++) {
		zip_stat_t st;
		if (z->lib.zip_stat_index(z->zip, i, ZIP_FL_ENC_GUESS, &st) < 0)
			return damaged(e, z->lib.zip_strerror(z->zip));
		str name = str_copy(z->a, str_c(st.name));
		z->entry[i] = (struct archive_entry){ name, st.valid & ZIP_STAT_SIZE ? st.size : 0, str_ends(name, S("/")),
		                                      (st.valid & ZIP_STAT_ENCRYPTION_METHOD) && st.encryption_method != ZIP_EM_NONE };
	}
	return true;
}

bool archive_open(struct arena *a, str bytes, struct archive **ret, struct err *e)
{
	zip_error_t why;
	struct archive *z = *ret = make(a, struct archive);
	*z = (struct archive){ .a = a, .chunk = make_n(a, char, CHUNK), .size = bytes.n };
	if (!bytes.n)
		return damaged(e, "nothing");
	if (!may_list(bytes, e))
		return false;
	if (!load(&z->lib))
		return no_library(e);
	z->lib.zip_error_init(&why);
	zip_source_t *from = z->lib.zip_source_buffer_create(bytes.p, bytes.n, 0, &why);
	if (from && !(z->zip = z->lib.zip_open_from_source(from, ZIP_RDONLY, &why)))
		z->lib.zip_source_free(from);
	bool ok = z->zip ? list(z, e) : damaged(e, z->lib.zip_error_strerror(&why));
	z->lib.zip_error_fini(&why);
	return ok;
}

static void leave(struct archive *z)
{
	if (z->open)
		z->lib.zip_fclose(z->open);
	z->open = NULL;
}

void archive_close(struct archive **z)
{
	if (!*z)
		return;
	leave(*z);
	if ((*z)->zip)
		(*z)->lib.zip_discard((*z)->zip);
	(*z)->zip = NULL;
	free((*z)->whole);
	(*z)->whole = NULL;
	(*z)->room = 0;
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

bool archive_begin(struct archive *z, size_t i, struct err *e)
{
	leave(z);
	zip_stat_t st;
	if (z->entry[i].encrypted) {
		fail(e, ERR_FORMAT, "Tệp nén có mật khẩu: không mở được “%.*s” bên trong.", (int)(z->entry[i].name.n > 80 ? 80 : z->entry[i].name.n),
		     z->entry[i].name.p);
		return err_hint(e, "Hãy giải nén bằng mật khẩu rồi đưa tệp bên trong vào.");
	}
	if (z->lib.zip_stat_index(z->zip, i, 0, &st) < 0 || !(z->open = z->lib.zip_fopen_index(z->zip, i, 0)))
		return damaged(e, z->lib.zip_strerror(z->zip));
	z->at = i;
	z->out = 0;
	z->packed = st.valid & ZIP_STAT_COMP_SIZE ? st.comp_size : 0;
	z->packed = z->packed > z->size ? z->size : z->packed;      /* the directory may say more than there is */
	return true;
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
	zip_int64_t n = z->lib.zip_fread(z->open, z->chunk, CHUNK);
	if (n < 0) {
		damaged(e, z->lib.zip_file_strerror(z->open));
		leave(z);
		return false;
	}
	z->out += (uint64_t)n;
	z->total += (uint64_t)n;
	if (too_much(z, e)) {
		leave(z);
		return false;
	}
	if (!n)
		leave(z);
	*chunk = (str){ z->chunk, (size_t)n };
	return true;
}

static bool keep(struct archive *z, size_t have, str chunk, struct err *e)
{
	if (have + chunk.n > z->room) {
		size_t room = (have + chunk.n) + (have + chunk.n) / 2;
		char *more = realloc(z->whole, room);
		if (!more) {
			fail(e, ERR_LIMIT, "Phần bên trong tệp quá lớn: không đủ bộ nhớ để đọc.");
			return err_hint(e, "Hãy tách tệp thành nhiều phần, mỗi văn bản một tệp.");
		}
		z->whole = more;
		z->room = room;
	}
	memcpy(z->whole + have, chunk.p, chunk.n);
	return true;
}

bool archive_read(struct archive *z, size_t i, struct arena *a, size_t cap, str *ret, struct err *e)
{
	str chunk;
	size_t n = 0;
	if (!archive_begin(z, i, e))
		return false;
	for (; archive_next(z, &chunk, e); n += chunk.n) {
		if (!chunk.n) {
			*ret = str_copy(a, (str){ z->whole, n });
			return true;
		}
		if (n + chunk.n > cap) {
			leave(z);
			fail(e, ERR_LIMIT, "Tệp “%.*s” trong tệp nén quá lớn: hơn %zu MB.", (int)(z->entry[i].name.n > 80 ? 80 : z->entry[i].name.n),
			     z->entry[i].name.p, cap >> 20);
			return err_hint(e, "Hãy tách tệp thành nhiều phần, mỗi văn bản một tệp.");
		}
		if (!keep(z, n, chunk, e))
			return leave(z), false;
	}
	return false;
}

bool archive_xml(struct archive *z, size_t i, const struct xml_grammar *g, void *ctx, struct err *e)
{
	CLEANUP(xml_close) struct xml *x = NULL;
	str chunk;
	if (!xml_open(z->a, g, ctx, &x, e) || !archive_begin(z, i, e))
		return false;
	do {
		if (!archive_next(z, &chunk, e) || !xml_feed(x, chunk))
			return false;
	} while (chunk.n);
	return true;
}
