/* cli/paths.h -- the files that an argument stands for
 *
 * SHAPE    A file stands for itself, a folder for every file in it and in its folders, in the order of their
 *          names (bytes), so that two runs say the same. What begins with a dot is left out, links to folders are
 *          not followed.
 * UNITS    PATHS_MAX files, PATHS_DEPTH folders in each other, at most
 * ERRORS   ERR_NOT_FOUND no such thing; ERR_INPUT no right to list it, nothing in it; ERR_LIMIT
 * MEMORY   arena
 * SOURCE   none
 */
#ifndef CLI_PATHS_H
#define CLI_PATHS_H
#include "base/err.h"

enum { PATHS_MAX = 100 * 1000, PATHS_DEPTH = 32 };

typedef VEC(const char *) paths;

MUST_CHECK bool paths_add(struct arena *a, paths *list, const char *arg, struct err *e);

#endif
