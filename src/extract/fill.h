/* extract/fill.h -- what a cell or a labelled paragraph tells of a criterion or field
 *
 * SHAPE    the same words serve the column of a table and the label of a paragraph ("Đơn vị chủ trì: …"):
 *          a role and a text. holder: where it goes.
 * UNITS    none
 * ERRORS   none
 * MEMORY   arena
 * SOURCE   seeds 001, 003, 004
 */
#ifndef EXTRACT_FILL_H
#define EXTRACT_FILL_H
#include "extract/cx.h"

struct holder { str *lead; strs *support; struct due *due; strs *remedies; str *cause, *reason, *note; struct progress *progress; };

struct holder holder_of_criterion(struct criterion *c);
struct holder holder_of_field(struct field *d);

void fill(struct cx *x, struct holder *h, enum role role, struct flow *w);      /* w need not be folded */
void fill_lead(struct cx *x, struct holder *h, str text);       /* "A chủ trì, B phối hợp" too */
void fill_support(struct cx *x, strs *to, str text);
str  append(struct cx *x, str had, str more);                   /* with a newline between; none before the first */
str  full_stop(str s);                                          /* without the marks that end an item: ". ; ./." */

/* The criterion of this code: NULL where there is none; made when it is new. */
struct criterion *find_criterion(struct cx *x, str code);
struct criterion *take_criterion(struct cx *x, str code);
struct field     *take_field(struct cx *x, str code);

#endif
