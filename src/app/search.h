/* app/search.h -- searching a record
 *
 * SHAPE    record_search: what the person may see and holds all the words, a page of SEARCH_PAGE. total: greater than SEARCH_COUNTED
 *          means "more than that". what: "Tồn tại 3.1.2 của Sở Tư pháp, năm 2025". title, text: the parts that match, with their marks.
 *          kinds: the words for .kind ("finding") and what they mean.
 *          of: as in store/search.h.
 * UNITS    width: characters of the parts; page from 1; year 0: all; kind, unit NULL: all
 * ERRORS   ERR_INPUT no word to search for, no such kind or unit, a page past the last; ERR_DENIED of a rebuilding
 * MEMORY   arena
 * SOURCE   issue 5 (search)
 */
#ifndef APP_SEARCH_H
#define APP_SEARCH_H
#include "app/layout.h"
#include "app/record.h"
#include "base/snippet.h"

enum { SEARCH_PAGE = 20, SEARCH_COUNTED = 200 };

struct search_asked { str words; const char *unit, *kind; int year, page; size_t width; };
struct search_line { str kind, what, unit, code; int64_t id, of, unit_id; int year; bool marked; struct snippet title, text; };
struct search_result { struct search_asked asked; struct query query; int64_t total; VEC(struct search_line) lines; };

struct search_kind { const char *name, *vi; };
extern const struct search_kind search_kinds[];                /* up to one without a name */

MUST_CHECK bool record_search(struct record *r, struct arena *a, const struct search_asked *q, struct search_result *ret, struct err *e);
MUST_CHECK bool record_search_rebuild(struct record *r, struct err *e);

str search_text(struct arena *a, const struct search_result *s, const struct layout *y);
str search_json(struct arena *a, const struct search_result *s);       /* marks: [from, to) in characters */

#endif
