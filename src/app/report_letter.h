/* app/report_letter.h -- a body as its official documents have it: letterhead, signature, recipients, its own wording
 *
 * SHAPE    report_letterhead fills the document part of facts (core/facts.h) out of the units and the office's wording (app/wording.h), and
 *          where neither says it, out of what holds for every body of that level: who signs as what. Two statements.
 *          .words of report_in are the texts of app/wording.def and the sentences of the kind, by name.
 *          The number stays open: report_number writes it, as "01/KH-STP"; so does the day, of which only month and year are put in.
 * UNITS    days of Vietnam
 * ERRORS   ERR_NOT_FOUND no such body, or the person sees none of its official documents
 * MEMORY   arena
 * SOURCE   issue 7; domain.md 7
 */
#ifndef APP_REPORT_LETTER_H
#define APP_REPORT_LETTER_H
#include "app/wording.h"
#include "core/facts.h"

struct report_kind;
struct report_in;

struct report_body { int64_t body, cycle; str name, level, class; int64_t percent; bool drafts, signs; wordings own; };
/* percent: as published, -1; drafts, signs: the person may */

MUST_CHECK bool report_letterhead(struct record *r, struct arena *a, int64_t body, int64_t cycle, const struct report_kind *kind,
                              struct facts *f, struct report_body *ret, struct err *e);
str  report_type(const struct report_kind *kind);               /* "KH"; no text: it has no number of its own */
str  report_number(struct arena *a, int64_t number, str symbol);
void report_words(struct arena *a, const struct report_body *b, struct report_in *in);

#endif
