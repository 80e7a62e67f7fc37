/* base/archive.h -- a zip archive in memory, opened with suspicion
 *
 * SHAPE    archive_open reads the directory; archive_read inflates one entry whole, archive_begin and archive_next piece by
 *          piece. Entries are known by index, in the order of the directory. archive_find takes the first of that name, else
 *          one that differs in the case of letters or in backslashes only.
 * UNITS    bytes. Limits: ARCHIVE_ENTRIES_MAX entries; ARCHIVE_TOTAL_MAX bytes inflated from one archive, all its entries
 *          together; an entry over ARCHIVE_SUSPECT bytes may be ARCHIVE_RATIO_MAX times what it takes packed.
 *          What is counted is what comes out, not what the directory says.
 * ERRORS   ERR_FORMAT damaged, cut off, encrypted, packed in a way we do not unpack; ERR_LIMIT too many entries, too much
 * MEMORY   arena; the bytes are borrowed; archive_close (CLEANUP) gives back what libzip holds
 * SOURCE   PKWARE APPNOTE, by libzip
 */
#ifndef BASE_ARCHIVE_H
#define BASE_ARCHIVE_H
#include "base/err.h"
#include <stdint.h>

enum { ARCHIVE_ENTRIES_MAX = 10 * 1000, ARCHIVE_RATIO_MAX = 200 };
#define ARCHIVE_TOTAL_MAX ((uint64_t)192 << 20)
#define ARCHIVE_SUSPECT   ((uint64_t)8 << 20)

struct archive;
struct archive_entry { str name; uint64_t size; bool folder, encrypted; };   /* size: as the directory says */

/* Loads the library; archive_open does so itself, but cannot in a box that forbids to open files. */
bool            archive_ready(void);

MUST_CHECK bool archive_open(struct arena *a, str bytes, struct archive **ret, struct err *e);
void            archive_close(struct archive **z);                /* also after a failed open */

size_t               archive_count(const struct archive *z);
struct archive_entry archive_entry(const struct archive *z, size_t i);
bool                 archive_find(const struct archive *z, const char *name, size_t *ret);

MUST_CHECK bool archive_read(struct archive *z, size_t i, struct arena *a, size_t cap, str *ret, struct err *e);

/* One entry at a time. next gives an empty chunk at the end; the chunk is good until the next call. */
MUST_CHECK bool archive_begin(struct archive *z, size_t i, struct err *e);
MUST_CHECK bool archive_next(struct archive *z, str *chunk, struct err *e);

/* One entry as XML events (base/xml.h), never whole in memory. */
struct xml_grammar;
MUST_CHECK bool archive_xml(struct archive *z, size_t i, const struct xml_grammar *g, void *ctx, struct err *e);

#endif
