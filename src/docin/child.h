/* docin/child.h -- a file is read in a child that can do nothing else
 *
 * SHAPE    read_boxed does what read_path does, but no foreign byte is parsed in this process. The file is opened and taken whole
 *          here; programs that convert it run first, each in its own box (docin/tool.h). Then this same program is started again
 *          (READ_CHILD as its first argument: main hands that to read_child), with the bytes as standard input, in memory, and
 *          nothing else of ours: no environment but TZ, no other descriptor. Before it looks at a byte the child enters its box
 *          (base/box.h: BOX_PURE, no path at all), reads, and writes tree, notes and members or the error as doc/wire.h.
 *          That is read here as if an enemy had written it.
 * UNITS    CHILD_SECONDS by the clock, CHILD_CPU of the processor, bytes: CHILD_MEMORY of address space, CHILD_ANSWER of answer
 * ERRORS   those of docin/read.h, as the child found them; ERR_LIMIT too long, too much memory, too large an answer; ERR_FORMAT
 *          it broke, or did what it must not and was stopped; ERR_SYSTEM no child
 * MEMORY   arena
 * SOURCE   none
 */
#ifndef DOCIN_CHILD_H
#define DOCIN_CHILD_H
#include "docin/read.h"

#define READ_CHILD   "read-child"
#define CHILD_MEMORY ((size_t)1 << 30)
#define CHILD_ANSWER ((size_t)256 << 20)
enum { CHILD_SECONDS = 20, CHILD_CPU = 10 };

MUST_CHECK bool read_boxed(struct arena *a, const char *path, struct reading *ret, struct err *e);
MUST_CHECK bool read_boxed_bytes(struct arena *a, str bytes, struct reading *ret, struct err *e);

int read_child(int argc, char **argv);       /* the exit status; argv[2]: the name of the reader, empty: find it */

/* For tests, which try to get out: the same child under another name, and the same box. */
MUST_CHECK bool read_child_as(struct reading *r, const char *name, int seconds, str bytes, struct err *e);
MUST_CHECK bool read_child_enter(void);

#endif
