/* web/dispatch.h -- what the files behind web_dispatch share
 *
 * SHAPE    match: the page of a method and path; what stands in the path goes first into q->given. params_check: every parameter that the
 *          page declares, cleaned in place. menu_put: what this person may open. url_put: percent-encoded
 * UNITS    none
 * ERRORS   as web/page.h
 * MEMORY   q->a
 * SOURCE   RFC 3986
 */
#ifndef WEB_DISPATCH_H
#define WEB_DISPATCH_H
#include "web/page.h"

const struct page *page_match(struct req *q);                        /* NULL: nothing is there */
const struct page *page_at(const char *path);                        /* its GET page, by the path as declared; NULL: none */
bool               params_check(struct req *q, struct err *e);       /* of q->page */
struct given      *given_find(const struct req *q, const char *name);             /* the first; NULL: none */
str                given_text(struct arena *a, str raw, bool lines);              /* as it may be shown again, whatever it is */
str                param_value(struct arena *a, str encoded);        /* "a%20b+c" as it was meant */
void               url_put(struct buf *b, str s);
str                address_ours(str address);                        /* no text: it is not one of ours */
/* What stands around every page; problem without code: none. */
struct view       *around_of(struct req *q, const struct err *problem);
void               notices_keep(struct req *q);                      /* for the next page */
const char        *menu_first(const struct req *q, const struct place *here);     /* the first page this person may open */
void               menu_put(struct req *q, struct view *around, const struct place *here, bool carry);

#endif
