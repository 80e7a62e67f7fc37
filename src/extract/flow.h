/* extract/flow.h -- a stretch of text that still knows its lines
 *
 * SHAPE    flow: the text of a node, its folded twin (base/fold.h) and where each run began. Patterns run
 *          over .fold.text; a hit at folded [i, j) is read back with flow_text and placed with flow_at.
 * UNITS    offsets are those of the folded text (characters), unless said otherwise
 * ERRORS   none
 * MEMORY   arena
 * SOURCE   none
 */
#ifndef EXTRACT_FLOW_H
#define EXTRACT_FLOW_H
#include "base/fold.h"
#include "base/pat.h"
#include "core/facts.h"
#include "doc/node.h"

struct flow { str text; struct fold fold; text_marks marks; };

struct flow   flow_open(struct arena *a, const struct node *n);
struct flow   flow_unfolded(struct arena *a, const struct node *n);    /* most cells of a table are never matched: */
struct flow  *flow_folded(struct arena *a, struct flow *w);            /* folded when first asked for */
struct source flow_at(const struct flow *w, size_t from);             /* of the first character at or after from */
struct source flow_start(const struct flow *w);                         /* of its first character; w need not be folded */
str           flow_text(const struct flow *w, size_t from, size_t to);  /* trimmed of space */
struct flow   flow_sub(struct arena *a, const struct flow *w, size_t from, size_t to);

struct source source_of(struct place p);

/* One line of it: inner newlines and runs of spaces become one space. */
str           one_line(struct arena *a, str s);
/* Without the marks that only join a piece to its neighbours: spaces, and ":;,.-" in front, ";,:-" behind. */
str           trim_marks(str s);

#endif
