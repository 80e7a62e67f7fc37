/* store/backup_parts.h -- what the files backup*.c share; the contract is backup.h
 *
 * SHAPE    backup_hash: of a file, which may be empty
 * UNITS    bytes
 * ERRORS   as store/backup.h
 * MEMORY   none
 * SOURCE   none
 */
#ifndef STORE_BACKUP_PARTS_H
#define STORE_BACKUP_PARTS_H
#include "base/fd.h"
#include "store/backup.h"
#include "store/migrate.h"
#include <fcntl.h>

MUST_CHECK bool backup_hash(const char *path, char ret[static 65], int64_t *ret_size, struct err *e);

#endif
