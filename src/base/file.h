/* base/file.h -- a whole file into memory and back, or a sentence that says why not
 *
 * SHAPE    file_read: all bytes of a regular file. file_write: a file of these bytes, whole or not at all; one that is there stays,
 *          unless it may be replaced. file_open: a regular file to be read piece by piece, refused where file_read would; the
 *          sentences for what fails later are file_broken's (reading) and file_unwritten's; they ask errno and give false.
 * UNITS    bytes
 * ERRORS   ERR_NOT_FOUND no such file; ERR_INPUT a folder, a device, empty, no right to read;
 *          ERR_LIMIT larger than cap; ERR_SYSTEM the system failed while reading. Each names the file.
 *          file_write: ERR_INPUT it is there, no such folder, no right to write; ERR_SYSTEM no room
 * MEMORY   arena, at most cap and one byte; nothing is taken for a file that is too large
 * SOURCE   none
 */
#ifndef BASE_FILE_H
#define BASE_FILE_H
#include "base/err.h"

MUST_CHECK bool file_read(struct arena *a, const char *path, size_t cap, str *ret, struct err *e);
MUST_CHECK bool file_write(struct arena *a, const char *path, str bytes, bool replace, struct err *e);
MUST_CHECK bool file_open(const char *path, size_t cap, int *ret, size_t *ret_size, struct err *e);
bool            file_broken(const char *path, struct err *e);
bool            file_unwritten(const char *path, struct err *e);

#endif
