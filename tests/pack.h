/* pack.h -- {name, bytes} lists as a zip in memory, for tests
 *
 * Packed by libzip, deflated; what a test wants broken it patches into the bytes (pack_patch). An entry
 * ended by a NULL name ends the list.
 */
#ifndef TESTS_PACK_H
#define TESTS_PACK_H
#include "base/str.h"
#include <stdlib.h>
#include <zip.h>

struct packed { const char *name; str bytes; };

static inline str pack(struct arena *a, const struct packed *files)
{
	zip_source_t *to = zip_source_buffer_create(NULL, 0, 0, NULL);
	zip_t *z = zip_open_from_source(to, ZIP_TRUNCATE, NULL);
	zip_source_keep(to);
	for (; files->name; files++)
		if (zip_file_add(z, files->name, zip_source_buffer(z, files->bytes.p ? files->bytes.p : "", files->bytes.n, 0), 0) < 0)
			abort();
	zip_stat_t st;
	if (zip_close(z) || zip_source_open(to) || zip_source_stat(to, &st))
		abort();
	char *p = make_n(a, char, st.size + 1);
	str out = { p, (size_t)zip_source_read(to, p, st.size) };
	zip_source_close(to);
	zip_source_free(to);
	return out;
}

/* A copy with `with` over the bytes from `at` behind the nth place (from 1) where `mark` stands. */
static inline str pack_patch(struct arena *a, str zip, str mark, int nth, size_t at, str with)
{
	str out = str_copy(a, zip);
	size_t from = str_find(out, mark, 0);
	while (--nth > 0)
		from = str_find(out, mark, from + 1);
	if (from + at + with.n > out.n)
		abort();
	memcpy((char *)out.p + from + at, with.p, with.n);
	return out;
}

#endif
