#include "web/asset.h"
#include <stdint.h>
#include <zlib.h>

#define ASSET_FILE(n, name, id, type, hash, size, packed) extern const char asset_##n[];
#include "web/assets.inc"
#undef ASSET_FILE

#define TEXT(lit) { lit, sizeof(lit) - 1 }
#define ASSET_FILE(n, name, id, type, hash, size, packed) \
	{ TEXT(name), TEXT(ASSET_AT name "?v=" hash), { asset_##n, packed }, id, type, hash, size },
static const struct asset rows[] = {
#include "web/assets.inc"
};
#undef ASSET_FILE

const struct asset *asset_find(str name)
{
	for (size_t i = 0; i < COUNT(rows); i++)
		if (str_eq(rows[i].name, name))
			return &rows[i];
	return NULL;
}

void asset_links(struct view *around)
{
	struct view *v = view_object(around, "asset");
	for (size_t i = 0; i < COUNT(rows); i++)
		view_link(v, rows[i].id, rows[i].address);
}

str asset_whole(struct arena *a, const struct asset *f)
{
	enum { GZIP = 16 };
	char *to = make_n(a, char, f->size + 1);
	z_stream z = { .next_in = (Bytef *)(uintptr_t)f->packed.p, .avail_in = (uInt)f->packed.n, .next_out = (Bytef *)to,
	               .avail_out = (uInt)f->size };
	if (inflateInit2(&z, MAX_WBITS + GZIP) != Z_OK)
		return (str){ 0 };
	inflate(&z, Z_FINISH);
	inflateEnd(&z);
	return (str){ to, z.total_out };
}
