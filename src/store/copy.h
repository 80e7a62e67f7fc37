/* store/copy.h -- all rows of one database into an empty one, of the same kind or the other
 *
 * SHAPE    The schema of the source, be it older, is made in the target, then table after table is copied as it is, ids and log included,
 *          in one transaction; each table is read back, and its rows and their SHA-256 compared. The source is read as of one
 *          moment. What is made of other tables (found, found_words) is neither copied nor compared: whoever copies makes it
 *          again (search_rebuild).
 * UNITS    rows
 * ERRORS   ERR_INPUT the target is not empty; ERR_FORMAT the source is newer than m, or not ours; ERR_CONFLICT the source breaks its own
 *          foreign keys; ERR_SYSTEM what arrived is not what was sent. The target is then as empty as before.
 * MEMORY   arena: names of tables; a page of rows at a time
 * SOURCE   issue 5 (copy: counted and hashed)
 */
#ifndef STORE_COPY_H
#define STORE_COPY_H
#include "base/pace.h"
#include "store/tables.h"

struct copied { str table; int64_t rows; char sha[65]; };
struct copies { VEC(struct copied) tables; int version; int64_t rows; };

/* What else must succeed before the target is more than empty; .run NULL: nothing. */
struct copy_last { bool (*run)(void *ctx, struct db *to, struct err *e); void *ctx; };

MUST_CHECK bool copy_database(struct arena *a, struct db *from, struct db *to, struct migrations m, const struct pace *p,
                              struct copy_last last, struct copies *ret, struct err *e);
/* Into a new file, or the empty database of a connection string. From SQLite to a file: its pages, as they are. */
MUST_CHECK bool copy_into(struct arena *a, struct db *from, str where, struct migrations m, const struct pace *p, struct copy_last last,
                          struct copies *ret, struct err *e);
MUST_CHECK bool copy_count(struct arena *a, struct db *db, const struct pace *p, struct copies *ret, struct err *e);

#endif
