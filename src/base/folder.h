/* base/folder.h -- a folder for a while: made empty, filled, weighed, taken from, removed
 *
 * SHAPE    What another program left in the folder is treated as hostile: links are never followed, special files never opened,
 *          no depth costs a stack.
 * UNITS    bytes
 * ERRORS   folder_open, folder_put: ERR_SYSTEM; folder_take: ERR_LIMIT more than most
 * MEMORY   arena
 * SOURCE   none
 */
#ifndef BASE_FOLDER_H
#define BASE_FOLDER_H
#include "base/err.h"

struct folder { str path; int fd; };                    /* .fd < 0: there is none */
struct folder_file { str name, bytes; };
typedef VEC(struct folder_file) folder_files;

MUST_CHECK bool folder_open(struct arena *a, struct folder *ret, struct err *e);         /* below TMPDIR or /tmp, mode 0700 */
MUST_CHECK bool folder_put(const struct folder *f, str name, str bytes, struct err *e);
/* The ordinary files right in it whose names begin so, in the order of their names. */
MUST_CHECK bool folder_take(struct arena *a, const struct folder *f, str begins, size_t most, folder_files *ret, struct err *e);
size_t folder_weight(const struct folder *f);           /* all below; SIZE_MAX where it is too deep to say */
void   folder_remove(struct folder *f);                 /* with all below; nobody may be writing there any more */

#endif
