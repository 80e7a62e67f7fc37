/* docout/pdf.h -- trees drawn as PDF, one or many, by one child in a box
 *
 * SHAPE    What draws is khacphuc-pdf (src/draw), a program of its own, for it brings pango and cairo with it: it lies beside the one that
 *          asks. drawer_open starts it; drawer_draw gives it a tree (doc/wire.h) and takes the file; one drawer draws as many as one
 *          likes, one after another, and starts its child again where one died of a document. It is used by the thread that opened it.
 *          The child closes its box before it looks at a byte: no network, no process, no file but fonts.
 * UNITS    PDF_SECONDS of the clock a document, PDF_CPU of the processor a child; bytes: PDF_MEMORY of address space, PDF_QUESTION of a
 *          tree, PDF_ANSWER of a file. Exit status 71 is base/arena's
 * ERRORS   ERR_NOT_FOUND the program, a library or a font is missing: what to install; ERR_LIMIT too many columns, too long, too large;
 *          ERR_SYSTEM it broke
 * MEMORY   arena; drawer_close ends the child
 * SOURCE   blueprint.md (start-up)
 */
#ifndef DOCOUT_PDF_H
#define DOCOUT_PDF_H
#include "base/talk.h"
#include "doc/node.h"

#define PDF_PROGRAM  "khacphuc-pdf"
#define PDF_MEMORY   ((size_t)1 << 30)
#define PDF_QUESTION ((size_t)128 << 20)
#define PDF_ANSWER   ((size_t)128 << 20)
enum { PDF_SECONDS = 60, PDF_CPU = 600, PDF_NO_BOX = 73 };
enum { PDF_DRAWN = 'P', PDF_ERROR = 'E' };                    /* the first byte of an answer */

struct drawer { struct talk talk; int seconds; const char *program; };        /* program: its path */

MUST_CHECK bool drawer_open(struct arena *a, struct drawer *d, struct err *e);
MUST_CHECK bool drawer_draw(struct arena *a, struct drawer *d, const struct node *root, str *ret, struct err *e);
void            drawer_close(struct drawer *d);

#endif
