#include "web/asset.h"
#include <stdint.h>
#include <zlib.h>

#define ASSET_FILE(n, name, type, hash, size, packed) extern const char asset_##n[];
#include "web/assets.inc"
#undef ASSET_FILE

#define ASSET_FILE(n, name, type, hash, size, packed) { { name, sizeof(name) - 1 }, { asset_##n, packed }, type, hash, size },
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

str asset_address(struct arena *a, const char *name)
{
	const struct asset *f = asset_find(str_c(name));
	return f ? str_fmt(a, ASSET_AT "%s?v=%s", name, f->hash) : (str){ 0 };
}

str asset_whole(struct arena *a, const struct asset *f)
{
	enum { GZIP = 16 };
	char *to = make_n(a, char, f->size + 1);
	z_stream z = { .next_in = (Bytef *)(uintptr_t)f->packed.p, .avail_in = (uInt)f->packed.n, .next_out = (Bytef *)to, .avail_out = (uInt)f->size };
	if (inflateInit2(&z, MAX_WBITS + GZIP) != Z_OK)
		return (str){ 0 };
	inflate(&z, Z_FINISH);
	inflateEnd(&z);
	return (str){ to, z.total_out };
}
