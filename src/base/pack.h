/* base/pack.h -- a zip archive that is written, entry by entry, in memory
 *
 * SHAPE    pack_open; pack_add for each entry, in the order in which they shall stand; pack_end gives the whole. The same entries
 *          give the same bytes: every entry is of 1/1/1980, 0:00, and nobody's. base/archive.h reads it.
 * UNITS    bytes: PACK_MAX of all; PACK_ENTRIES_MAX entries
 * ERRORS   ERR_LIMIT more than that: pack_add says it once, what is added after it is not
 * MEMORY   arena
 * SOURCE   PKWARE APPNOTE 6.3, by zlib
 */
#ifndef BASE_PACK_H
#define BASE_PACK_H
#include "base/err.h"
#include <stdint.h>

#define PACK_MAX ((uint64_t)1 << 30)
enum { PACK_ENTRIES_MAX = 10 * 1000 };
enum packing { PACK_DEFLATED, PACK_STORED };

struct pack {
	struct buf whole, directory;
	size_t     entries;
	bool       failed;
};

struct pack     pack_open(struct arena *a);
MUST_CHECK bool pack_add(struct pack *p, str name, str bytes, enum packing how, struct err *e);
str             pack_end(struct pack *p);

#endif
