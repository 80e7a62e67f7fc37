/* app/correct.h -- one thing among the facts of a document put right before the document is taken into the record
 *
 * SHAPE    .what names it: "c12/lost" is the deduction of the 13th criterion; t: the result, f: a field, n: a finding, q: a request.
 *          correct_values: what of an item can be put right, and how it stands. correct_put changes the facts: a figure keeps the words in
 *          which it was printed, so that the claim of the document says what stands on its paper. correct_check: whether an item
 *          agrees with itself afterwards: maximum less points is what was lost.
 * UNITS    texts as people type them ("0,228", "Quý II/2026"); remedies a line each
 * ERRORS   ERR_INPUT no figure, no due, figures that do not agree; ERR_NOT_FOUND no such thing in these facts
 * MEMORY   arena
 * SOURCE   issue 6 (page 3: a correction is kept with its reason)
 */
#ifndef APP_CORRECT_H
#define APP_CORRECT_H
#include "app/proposal.h"
#include "app/record.h"
#include "core/facts.h"

struct correctable { str what, value; const char *name, *label; bool lines, figure; };
typedef VEC(struct correctable) correctables;

void            correct_values(struct arena *a, const struct facts *f, struct proposed_item item, correctables *ret);
MUST_CHECK bool correct_put(struct record *r, struct arena *a, struct facts *f, str what, str text, struct err *e);
MUST_CHECK bool correct_check(struct arena *a, const struct facts *f, struct proposed_item item, struct err *e);
bool            correct_item(str what, struct proposed_item *ret, str *ret_name);      /* "c12/lost" taken apart */
const char     *correct_label(str list, str name);                              /* "điểm bị trừ" */

#endif
