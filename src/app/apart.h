/* app/apart.h -- examine (app/examine.h) in a process of its own: for servers, which a document must not take with it
 *
 * SHAPE    examine_apart starts this same program again (EXAMINE_CHILD as its first argument: main hands that to examine_child), which
 *          reads the file as every verb does, each foreign byte in a box (docin/child.h), finds the facts and checks them, and writes each
 *          document as it is done. So the memory, the time and the stack that finding takes are not those of a thread that answers
 *          requests, and who waits can tell how far it is. fn gets each document; total: how many are in the file, 0 not known.
 *          facts: facts_kept_json; tree: doc/wire.h; bytes: of what is inside another file, none for the file itself.
 * UNITS    seconds by the clock; APART_ANSWER bytes
 * ERRORS   of one document: .e. Of all: ERR_LIMIT too long, too large; ERR_FORMAT it broke; ERR_SYSTEM no process. fn false: no more
 *          is read, and examine_apart is true
 * MEMORY   each document has an arena of its own, good until fn returns
 * SOURCE   issue 6 (pages 3 and 8); blueprint.md (processes and threads)
 */
#ifndef APP_APART_H
#define APP_APART_H
#include "base/err.h"

#define EXAMINE_CHILD "examine-child"
#define APART_ANSWER  ((size_t)512 << 20)

struct apart { str name, facts, tree, bytes; const struct err *e; };     /* name: of the file, "thư.zip!kehoach.docx" */
typedef bool apart_fn(void *ctx, struct arena *a, const struct apart *x, size_t total);
MUST_CHECK bool examine_apart(const char *path, str name, int seconds, apart_fn *fn, void *ctx, struct err *e);

int examine_child(int argc, char **argv);        /* the exit status; argv[2]: the file */

#endif
