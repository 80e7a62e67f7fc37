#include "base/pack.h"
#include <zlib.h>

/* libzip could write too, but wants libcrypto loaded, and the clock in every entry. */
enum {
	LOCAL = 0x04034b50, CENTRAL = 0x02014b50, END = 0x06054b50,     /* what each header begins with */
	VERSION = 20, NAMES_ARE_UTF8 = 1 << 11, DEFLATED = 8,
	FIRST_DAY = 1 << 5 | 1,                                         /* 1/1/1980, as DOS counts */
	LEVEL = 3, MEMORY = 8,
};

struct packed { uint32_t crc; size_t size; str bytes; bool deflated; };

struct pack pack_open(struct arena *a) { return (struct pack){ .whole = buf_open(a), .directory = buf_open(a) }; }

static bool too_much(struct pack *p, struct err *e)
{
	p->failed = true;
	fail(e, ERR_LIMIT, "Tệp sẽ ghi quá lớn (nhiều nhất là %d MB, %d phần).", (int)(PACK_MAX >> 20), PACK_ENTRIES_MAX);
	return err_hint(e, "Hãy chia nội dung thành nhiều tệp.");
}

static void put(struct buf *b, unsigned bytes, uint64_t n)
{
	char c[4];
	for (unsigned i = 0; i < bytes; i++)
		c[i] = (char)(n >> 8 * i);
	buf_put(b, (str){ c, bytes });
}

/* False where it would not get smaller, or zlib has no memory: then the entry is stored as it is. */
static bool deflated(struct arena *a, str bytes, str *ret)
{
	z_stream z = { .next_in = (Bytef *)(uintptr_t)bytes.p, .avail_in = (uInt)bytes.n };
	if (deflateInit2(&z, LEVEL, Z_DEFLATED, -MAX_WBITS, MEMORY, Z_DEFAULT_STRATEGY) != Z_OK)
		return false;
	size_t room = deflateBound(&z, (uLong)bytes.n);
	char *to = make_n(a, char, room);
	z.next_out = (Bytef *)to;
	z.avail_out = (uInt)room;
	bool ok = deflate(&z, Z_FINISH) == Z_STREAM_END && z.total_out < bytes.n;
	*ret = (str){ to, z.total_out };
	deflateEnd(&z);
	return ok;
}

/* The part that the header of an entry and its row of the directory share. */
static void put_entry(struct buf *b, const struct packed *e, str name)
{
	put(b, 2, VERSION);
	put(b, 2, NAMES_ARE_UTF8);
	put(b, 2, e->deflated ? DEFLATED : 0);
	put(b, 2, 0);
	put(b, 2, FIRST_DAY);
	put(b, 4, e->crc);
	put(b, 4, e->bytes.n);
	put(b, 4, e->size);
	put(b, 2, name.n);
	put(b, 2, 0);
}

bool pack_add(struct pack *p, str name, str bytes, enum packing how, struct err *e)
{
	if (p->failed)
		return false;
	if (p->entries == PACK_ENTRIES_MAX || name.n > UINT16_MAX || p->whole.n + p->directory.n + bytes.n > PACK_MAX)
		return too_much(p, e);
	struct packed entry = { .crc = (uint32_t)crc32(0, (const Bytef *)bytes.p, (uInt)bytes.n), .size = bytes.n };
	entry.deflated = how == PACK_DEFLATED && bytes.n && deflated(p->whole.a, bytes, &entry.bytes);
	entry.bytes = entry.deflated ? entry.bytes : bytes;
	put(&p->directory, 4, CENTRAL);
	put(&p->directory, 2, VERSION);
	put_entry(&p->directory, &entry, name);
	put(&p->directory, 4, 0);                  /* no comment, the first disk */
	put(&p->directory, 2, 0);
	put(&p->directory, 4, 0);
	put(&p->directory, 4, p->whole.n);
	buf_put(&p->directory, name);
	put(&p->whole, 4, LOCAL);
	put_entry(&p->whole, &entry, name);
	buf_put(&p->whole, name);
	buf_put(&p->whole, entry.bytes);
	p->entries++;
	return true;
}

str pack_end(struct pack *p)
{
	size_t at = p->whole.n;
	buf_put(&p->whole, buf_str(&p->directory));
	put(&p->whole, 4, END);
	put(&p->whole, 4, 0);
	put(&p->whole, 2, p->entries);
	put(&p->whole, 2, p->entries);
	put(&p->whole, 4, p->directory.n);
	put(&p->whole, 4, at);
	put(&p->whole, 2, 0);
	return buf_str(&p->whole);
}
