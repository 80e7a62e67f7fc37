/* app/wording.h -- what an office says in its official documents in its own words
 *
 * SHAPE    A text has a name: of app/wording.def (basis, recipients, who signs), or of a fixed sentence that a kind of document lets be
 *          replaced (report/report.h). It is said for one kind, or ("*") for all; what is said for the kind stands before that.
 *          wording_put: no text takes it away. wording_of: no text where nothing is said.
 * UNITS    WORDING_TEXT bytes; several lines, each trimmed, none empty
 * ERRORS   ERR_INPUT no such kind, no such name; ERR_LIMIT too long; ERR_DENIED; ERR_NOT_FOUND there was nothing to take away
 * MEMORY   arena
 * SOURCE   issue 7 (templates per unit); domain.md 7
 */
#ifndef APP_WORDING_H
#define APP_WORDING_H
#include "app/layout.h"
#include "app/record.h"

enum { WORDING_TEXT = 8000, WORDING_NAME = 40 };

struct wording { str kind, name, text; int revision; };
typedef VEC(struct wording) wordings;
struct wording_name { const char *name, *label, *help; };
struct wording_names { const struct wording_name *at; size_t n; };
struct wording_names wording_names(void);
/* The fixed sentences that may be replaced, by name, with their text; without those of wording_names. */
struct wording_sentence { str name, text; };
size_t wording_sentences(struct arena *a, struct wording_sentence **ret);

/* kind no text: of all kinds */
MUST_CHECK bool wording_list(struct record *r, struct arena *a, int64_t body, str kind, wordings *ret, struct err *e);
MUST_CHECK bool wording_put(struct record *r, struct arena *a, int64_t body, str kind, str name, str text, struct err *e);
str             wording_of(const wordings *w, const char *name);
strs            wording_lines(struct arena *a, str text);
str             wording_text(struct arena *a, const wordings *w, const struct layout *y);

#endif
