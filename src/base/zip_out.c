#include "base/zip_out.h"
#include "base/fd.h"
#include <errno.h>
#include <zlib.h>

enum { LOCAL = 0x04034B50, CENTRAL = 0x02014B50, END = 0x06054B50, VERSION = 20, UTF8 = 1 << 11, FIRST_DAY = 0x21, NAME_MOST = 1000 };

struct bytes { char at[64]; size_t n; };

static void put16(struct bytes *b, unsigned v)
{
	b->at[b->n++] = (char)(v & 0xFF);
	b->at[b->n++] = (char)(v >> 8 & 0xFF);
}

static void put32(struct bytes *b, uint32_t v)
{
	put16(b, v & 0xFFFF);
	put16(b, v >> 16);
}

/* What a local head and a row of the directory have in common. */
static void put_entry(struct bytes *b, const struct zip_entry *x)
{
	put16(b, VERSION);
	put16(b, UTF8);
	put16(b, 0);                               /* stored */
	put16(b, 0);
	put16(b, FIRST_DAY);                       /* 1 January 1980 */
	put32(b, x->crc);
	put32(b, x->size);
	put32(b, x->size);
	put16(b, (unsigned)x->name.n);
	put16(b, 0);
}

static bool out(struct zip_out *z, str bytes, struct err *e)
{
	if (z->at + bytes.n > ZIP_OUT_MOST)
		return fail(e, ERR_LIMIT, "Tệp nén lớn quá 3,7 GB."), err_hint(e, "Chọn ít đơn vị hơn rồi làm nhiều lần.");
	if (!fd_write(z->fd, bytes))
		return fail(e, ERR_SYSTEM, "Không ghi được tệp nén."), err_hint(e, "Kiểm tra chỗ trống trên đĩa."),
		       err_detail(e, "write: errno %d", errno);
	z->at += bytes.n;
	return true;
}

void zip_out_begin(struct arena *a, struct zip_out *z, int fd) { *z = (struct zip_out){ .fd = fd, .a = a }; }

static str fresh(struct zip_out *z, str name)
{
	str tried = name;
	size_t dot = name.n;
	while (dot && name.p[dot - 1] != '.')
		dot--;
	dot = dot ? dot - 1 : name.n;
	for (int again = 2, there = 1; there; again++) {
		there = 0;
		for (size_t i = 0; i < z->entries.n && !there; i++)
			there = str_eq(z->entries.at[i].name, tried);
		if (there)
			tried = str_fmt(z->a, "%.*s (%d)%.*s", (int)dot, name.p, again, (int)(name.n - dot), name.p + dot);
	}
	return str_copy(z->a, tried);
}

bool zip_out_add(struct zip_out *z, str name, str bytes, struct err *e)
{
	struct bytes head = { .n = 0 };
	if (z->entries.n == ZIP_OUT_ENTRIES || bytes.n > ZIP_OUT_MOST || !name.n || name.n > NAME_MOST)
		return fail(e, ERR_LIMIT, "Tệp nén có quá nhiều tệp, hoặc một tệp quá lớn."), err_hint(e, "Chọn ít đơn vị hơn rồi làm nhiều lần.");
	struct zip_entry x = { fresh(z, name), (uint32_t)crc32_z(0, (const Bytef *)bytes.p, bytes.n), (uint32_t)bytes.n, (uint32_t)z->at };
	put32(&head, LOCAL);
	put_entry(&head, &x);
	if (!out(z, (str){ head.at, head.n }, e) || !out(z, x.name, e) || !out(z, bytes, e))
		return false;
	*vec_add(z->a, &z->entries) = x;
	return true;
}

bool zip_out_end(struct zip_out *z, struct err *e)
{
	uint64_t from = z->at;
	for (size_t i = 0; i < z->entries.n; i++) {
		const struct zip_entry *x = &z->entries.at[i];
		struct bytes row = { .n = 0 };
		put32(&row, CENTRAL);
		put16(&row, VERSION);
		put_entry(&row, x);
		put16(&row, 0);                    /* no comment, one disk, no attributes */
		put16(&row, 0);
		put16(&row, 0);
		put32(&row, 0);
		put32(&row, x->at);
		if (!out(z, (str){ row.at, row.n }, e) || !out(z, x->name, e))
			return false;
	}
	struct bytes end = { .n = 0 };
	put32(&end, END);
	put32(&end, 0);
	put16(&end, (unsigned)z->entries.n);
	put16(&end, (unsigned)z->entries.n);
	put32(&end, (uint32_t)(z->at - from));
	put32(&end, (uint32_t)from);
	put16(&end, 0);
	return out(z, (str){ end.at, end.n }, e);
}
