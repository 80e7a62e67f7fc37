/* base/fd.h -- an open file: read, written and kept whole, whatever a single call leaves undone
 *
 * SHAPE    fd_close for CLEANUP: closes what is not below 0. fd_read gives what came, 0 at the end, -1; fd_write writes all.
 *          fd_keep_name makes what was created, renamed or linked in the folder of that path last through a power cut.
 * UNITS    bytes
 * ERRORS   errno; a signal in between is none
 * MEMORY   none
 * SOURCE   POSIX; that a name lasts only when its folder has been synced: Linux fsync(2)
 */
#ifndef BASE_FD_H
#define BASE_FD_H
#include "base/err.h"
#include <sys/types.h>

void            fd_close(const int *fd);
ssize_t         fd_read(int fd, void *to, size_t cap);
MUST_CHECK bool fd_write(int fd, str bytes);
MUST_CHECK bool fd_keep_name(struct arena *a, const char *path);

#endif
