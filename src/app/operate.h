/* app/operate.h -- keeping a record: is it sound, save it, bring it back, move it
 *
 * SHAPE    record_verify tells each thing that is wrong (core/wrong.h): the checks of store/verify.h, as of one moment, then whether
 *          the totals of sheets are those of their leaves (app/kept.h). record_backup: store/backup.h.
 *          record_restore: a backup into a new folder, its rows there (SQLite) or into the empty database of a connection string;
 *          nothing is left of one that fails; an older schema is then migrated. record_copy: a record into a new folder, or its
 *          rows alone into an empty database. record_backup and record_copy are for an administrator (record_as); record_verify is for
 *          whoever opened the record, and who restores has all of a backup anyway.
 * UNITS    rows, files, bytes; schema: number of migrations
 * ERRORS   ERR_INPUT something is there already; ERR_NOT_FOUND no backup, no database; ERR_FORMAT a backup that was changed, or is newer;
 *          ERR_DENIED no administrator
 * MEMORY   arena
 * SOURCE   issue 5 (operation)
 */
#ifndef APP_OPERATE_H
#define APP_OPERATE_H
#include "app/layout.h"
#include "app/record.h"
#include "base/pace.h"
#include "core/wrong.h"

struct operated { int64_t rows, files, bytes, log; int tables, schema; str made; };

MUST_CHECK bool record_verify(struct record *r, const struct pace *p, wrong_tell *tell, void *ctx, struct err *e);
MUST_CHECK bool record_backup(struct record *r, struct arena *a, const char *to, const struct pace *p, struct operated *ret,
                              struct err *e);
/* database NULL: SQLite, in the folder */
MUST_CHECK bool record_restore(struct arena *a, const char *backup, const char *dir, const char *database, const struct pace *p,
                               struct operated *ret, struct err *e);
/* dir NULL: the rows alone, into database */
MUST_CHECK bool record_copy(struct record *r, const char *dir, const char *database, const struct pace *p, struct operated *ret,
                            struct err *e);
/* As a person reads it, and as a program does. */
str wrong_text(struct arena *a, const struct wrong *w, const struct layout *y);
str wrong_json(struct arena *a, const struct wrong *w);

#endif
