/* tests/docin/pack.h -- a zip in memory from names and texts, so that a test can write an office file as a table
 *
 * SHAPE    pack: entries in the order given, as they are (deflating would be most of a test's time)
 * UNITS    bytes
 * ERRORS   none: a test that cannot pack ends
 * MEMORY   arena
 * SOURCE   libzip
 */
#ifndef TESTS_PACK_H
#define TESTS_PACK_H
#include "base/str.h"
#include <stdlib.h>
#include <zip.h>

struct packed { const char *name; str text; };

static inline str pack(struct arena *a, const struct packed *files, size_t n)
{
	zip_source_t *to = zip_source_buffer_create(NULL, 0, 0, NULL);
	zip_t *z = to ? zip_open_from_source(to, ZIP_TRUNCATE, NULL) : NULL;
	if (!z)
		abort();
	zip_source_keep(to);
	for (size_t i = 0; i < n; i++) {
		zip_source_t *from = zip_source_buffer(z, files[i].text.p, files[i].text.n, 0);
		zip_int64_t at = from ? zip_file_add(z, files[i].name, from, ZIP_FL_ENC_UTF_8) : -1;
		if (at < 0 || zip_set_file_compression(z, (zip_uint64_t)at, ZIP_CM_STORE, 0))
			abort();
	}
	if (zip_close(z) || zip_source_open(to) || zip_source_seek(to, 0, SEEK_END))
		abort();
	size_t size = (size_t)zip_source_tell(to);
	char *p = make_n(a, char, size + 1);
	if (zip_source_seek(to, 0, SEEK_SET) || zip_source_read(to, p, size) != (zip_int64_t)size)
		abort();
	zip_source_close(to);
	zip_source_free(to);
	return (str){ p, size };
}

#endif
