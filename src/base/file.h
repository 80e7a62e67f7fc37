/* base/file.h -- a whole file into memory, or a sentence that says why not
 *
 * SHAPE    file_read: all bytes of a regular file
 * UNITS    bytes
 * ERRORS   ERR_NOT_FOUND no such file; ERR_INPUT a folder, a device, empty, no right to read;
 *          ERR_LIMIT larger than cap; ERR_SYSTEM the system failed while reading. Each names the file.
 * MEMORY   arena, at most cap and one byte; nothing is taken for a file that is too large
 * SOURCE   none
 */
#ifndef BASE_FILE_H
#define BASE_FILE_H
#include "base/err.h"

MUST_CHECK bool file_read(struct arena *a, const char *path, size_t cap, str *ret, struct err *e);

#endif
