/* app/examine.h -- read one file, find its facts, check them
 *
 * SHAPE    examine: file -> facts with checks. facts_json / facts_text: the two forms of printing.
 *          facts_parse reads the JSON back (only app/facts_json.c knows its names). layout: app/layout.h.
 * UNITS    as core/facts.h
 * ERRORS   from docin/read.h
 * MEMORY   everything in the arena given, opened with EXAMINE_MEMORY for one file
 * SOURCE   facts.md
 */
#ifndef APP_EXAMINE_H
#define APP_EXAMINE_H
#include "base/err.h"
#include "core/facts.h"

struct layout;

#define EXAMINE_MEMORY ((size_t)4 * 1024 * 1024 * 1024)

MUST_CHECK bool examine(struct arena *a, const char *path, struct facts **ret, struct err *e);
str             tree_text(struct arena *a, const char *path, struct err *e);     /* for `show`; empty on failure */

str             facts_json(struct arena *a, const struct facts *f);              /* one JSON object, one line, "\n" */
MUST_CHECK bool facts_parse(struct arena *a, str json, struct facts **ret, struct err *e);
str             checks_json(struct arena *a, const struct facts *f);             /* {"file": …, "checks": […]} */
str             facts_text(struct arena *a, const struct facts *f, const struct layout *l);   /* laid out for a person */
str             checks_text(struct arena *a, const struct facts *f, const struct layout *l);

#endif
