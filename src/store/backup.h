/* store/backup.h -- the whole record, as of one moment, in a folder that can be read and trusted without this program
 *
 * SHAPE    DIR/record.db (SQLite, whatever the record is on), evidence/ (each file the rows name), audit.jsonl (the log, a row a line),
 *          SHA256SUMS and MANIFEST.json (store/manifest.h). It is made beside, as DIR.tmp-…, synced, and only then gets its
 *          name: what is called DIR is whole. Writers go on meanwhile. Tables of an older schema are saved as they are; what can
 *          be found (found) is there or not, and nobody trusts it: record_restore makes it again.
 * UNITS    bytes
 * ERRORS   backup_make: ERR_INPUT DIR is there; ERR_NOT_FOUND, ERR_FORMAT an evidence file is missing or changed: a backup without it would
 *          look whole and not be. backup_check: ERR_FORMAT what was changed, is missing or is newer than m, by its name
 * MEMORY   arena: names of tables; all else is streamed
 * SOURCE   issue 5 (backup)
 */
#ifndef STORE_BACKUP_H
#define STORE_BACKUP_H
#include "store/blobs.h"
#include "store/manifest.h"

struct backup_of { struct db *db; const struct blobs *blobs; struct migrations m; str program, at; const struct pace *progress; };

MUST_CHECK bool backup_make(struct arena *a, const struct backup_of *of, const char *dir, struct manifest *ret, struct err *e);
/* Reads every byte of it. */
MUST_CHECK bool backup_check(struct arena *a, const char *dir, struct migrations m, const struct pace *p, struct manifest *ret,
                             struct err *e);
void            backup_drop(str dir);          /* a folder that was not finished, with all below */

#endif
