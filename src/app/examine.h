/* app/examine.h -- read a file, find the facts of each document in it, check them
 *
 * SHAPE    examine hands each document to fn, with its facts and checks, or with the error that says why it could not be read (f
 *          NULL). A document within an archive or a letter is named "thư.zip!kehoach.docx", EXAMINE_DEPTH such names
 *          at most in each other. facts_json / facts_text: the two forms of printing.
 *          sum: file.sha256, which only the JSON prints, is wanted; else it is NULL.
 *          facts_parse reads the JSON back (only app/facts_json.c knows its names). layout: app/layout.h.
 * UNITS    as core/facts.h
 * ERRORS   from docin/read.h
 * MEMORY   each document has an arena of its own (EXAMINE_MEMORY), good until fn returns
 * SOURCE   facts.md
 */
#ifndef APP_EXAMINE_H
#define APP_EXAMINE_H
#include "base/err.h"
#include "core/facts.h"

struct layout;

#define EXAMINE_MEMORY ((size_t)4 * 1024 * 1024 * 1024)

enum { EXAMINE_DEPTH = 3 };

typedef void examined_fn(void *ctx, struct arena *a, str name, const struct facts *f, const struct err *e);
void            examine(const char *path, bool sum, examined_fn *fn, void *ctx);
/* Of a file of files it is said first how many are in it; in those that hold others again they are not counted. */
void            examine_counting(const char *path, bool sum, examined_fn *fn, void (*count)(void *ctx, size_t n), void *ctx);
const char     *document_kind_vi(enum doc_kind k);                                /* "Kế hoạch" */
str             tree_text(struct arena *a, const char *path, struct err *e);     /* for `show`; empty on failure */

str             facts_json(struct arena *a, const struct facts *f);              /* one JSON object, one line, "\n" */
/* For ourselves, until it is accepted: figures as they are printed, and all that import asks for. */
str             facts_kept_json(struct arena *a, const struct facts *f);
MUST_CHECK bool facts_parse(struct arena *a, str json, struct facts **ret, struct err *e);
str             checks_json(struct arena *a, const struct facts *f);             /* {"file": …, "checks": […]} */
str             facts_text(struct arena *a, const struct facts *f, const struct layout *l);   /* laid out for a person */
str             checks_text(struct arena *a, const struct facts *f, const struct layout *l);

#endif
