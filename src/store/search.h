/* store/search.h -- what a person may find in the record by words
 *
 * SHAPE    Found is what holds every word of the query, with marks or without, and lies in an area of a body that the person may
 *          see. First come those that have the words with the marks that were typed, then the others; of each those where the
 *          words stand side by side in the title, side by side in the text, apart; of those the newest. With more than
 *          SEARCH_MOST of either, the best of the newest SEARCH_MOST are given (on PostgreSQL: of the first that it comes to), so
 *          that a word that stands everywhere costs no more than a rare one; .total is then greater than SEARCH_MOST and means no
 *          more than that.
 *          body, year, table: 0, 0 and no text for all. search_unit: the body that a unit of this name, old name or symbol
 *          belongs to; 0 where the person sees none, or two bear it.
 * UNITS    rows of found; .code: the criterion it is about; .of: the finding of a remedy or of progress, the document of a passage, the
 *          request of an answer, 0: it stands by itself
 * ERRORS   as store/db.h; a query without a word finds nothing
 * MEMORY   arena
 * SOURCE   issue 5 (search)
 *
 * At most four statements a search: what the person sees, cycles of the year, the page.
 */
#ifndef STORE_SEARCH_H
#define STORE_SEARCH_H
#include "base/search.h"
#include "store/db.h"

enum { SEARCH_MOST = 200 };

struct search_ask { int64_t person, body; int year; str table; const struct query *words; int skip, limit; };
struct search_hit { str table; int64_t id, of, body; str unit; int year; str code, title, text; bool marked; };
struct search_hits { VEC(struct search_hit) at; int64_t total; };

MUST_CHECK bool search_find(struct db *db, struct arena *a, const struct search_ask *ask, struct search_hits *ret, struct err *e);
MUST_CHECK bool search_unit(struct db *db, struct arena *a, int64_t person, str name, int64_t *ret, struct err *e);
/* What has the words, with marks or without, in a body and cycle: what MATCH, or ::tsquery, is given. No text: there is no word. */
str             search_within(struct db *db, struct arena *a, const struct query *words, int64_t body, int64_t cycle);
bool            search_table(str table);                        /* it is one of store/searchable.def */

#endif
