/* cli/each.h -- the same for each file of the arguments, one after another
 *
 * SHAPE    each_file lists the files, examines each in an arena of its own and hands its facts to fn, which
 *          prints them and gives the exit status for this file. A file that cannot be read is complained of
 *          and the next one follows.
 * UNITS    exit status: the highest of all files
 * ERRORS   complained of by cli_complain
 * MEMORY   facts live until fn returns; memory does not grow with the number of files
 * SOURCE   facts.md (several documents)
 */
#ifndef CLI_EACH_H
#define CLI_EACH_H
#include "cli/verb.h"

struct each { const char *path; size_t nth, of; struct arena *a; };
typedef int each_fn(void *ctx, const struct call *c, const struct each *at, const struct facts *f);

int each_file(const struct call *c, each_fn *fn, void *ctx);

#endif
