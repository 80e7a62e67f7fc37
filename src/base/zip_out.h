/* base/zip_out.h -- a zip archive written piece by piece to a file, never whole in memory
 *
 * SHAPE    zip_out_add appends one entry, stored as it is: what goes in (docx, pdf) is packed already. zip_out_end writes the
 *          directory. Names are UTF-8; no day of a clock is written. A name that was there gets " (2)" before its ending.
 * UNITS    bytes; ZIP_OUT_MOST of all together, ZIP_OUT_ENTRIES
 * ERRORS   ERR_LIMIT larger than that; ERR_SYSTEM it cannot be written
 * MEMORY   arena: about 100 bytes an entry
 * SOURCE   PKWARE APPNOTE 6.3.3
 */
#ifndef BASE_ZIP_OUT_H
#define BASE_ZIP_OUT_H
#include "base/err.h"
#include <stdint.h>

#define ZIP_OUT_MOST ((uint64_t)0xF0000000)
enum { ZIP_OUT_ENTRIES = 60000 };

struct zip_entry { str name; uint32_t crc, size, at; };
struct zip_out { int fd; struct arena *a; uint64_t at; VEC(struct zip_entry) entries; };

void            zip_out_begin(struct arena *a, struct zip_out *z, int fd);         /* fd: at its beginning; stays open */
MUST_CHECK bool zip_out_add(struct zip_out *z, str name, str bytes, struct err *e);
MUST_CHECK bool zip_out_end(struct zip_out *z, struct err *e);

#endif
