/* base/search.h -- what a person typed into a search box, for SQLite's FTS5 and for PostgreSQL alike
 *
 * SHAPE    Words that must all be there, in any order. Words between double quotes, and words linked by . , / - ("KH-SNgV"),
 *          follow each other. A number or a code that stands alone is one word, its joined form ("7a.1.3.2"). Nothing typed is
 *          an operator.
 *          An index holds, for each word of base/words.h, the plain form, at the same place its exact form, and the joined form
 *          at the place of its first word. A plain query finds with and without marks; an exact one asks words that were typed
 *          with marks for them, so what it finds goes first. Past 16,383 words PostgreSQL knows no places: there it finds words
 *          and no phrases.
 * UNITS    at most QUERY_WORDS words of the first QUERY_BYTES bytes; more: .cut is set and the rest is passed over
 * ERRORS   "" for a query without a word: it finds nothing, do not ask
 * MEMORY   arena
 * SOURCE   SQLite, FTS5, section 3; PostgreSQL 15, section 8.11
 */
#ifndef BASE_SEARCH_H
#define BASE_SEARCH_H
#include "base/words.h"

enum { QUERY_WORDS = 16, QUERY_BYTES = 200, PREFIX_LEAST = 2, TSVECTOR_BYTES = (1 << 20) - 1, TSVECTOR_PLACES = 16383 };

/* follows: right after the word before; joined: plain is a joined form; prefix: the word begins so (only ever the last) */
struct query_word { str plain, marked, exact; bool joined, follows, prefix; };
struct query { VEC(struct query_word) words; bool cut, open; };            /* open: a quotation mark has no partner */

/* typing: the last word is still being typed, and may be the beginning of one (from PREFIX_LEAST bytes on) */
struct query words_query(struct arena *a, str text, bool typing);

str words_match(struct arena *a, const struct query *q, bool exact);       /* for MATCH: "quyet" AND "dinh" * */
str words_tsquery(struct arena *a, const struct query *q, bool exact);     /* for ::tsquery: 'quyet' & 'dinh':* */
/* For ::tsvector: 'quyet':1 '+quyết':1; what does not fit into `max` bytes (TSVECTOR_BYTES at most) is left out. */
str words_tsvector(struct arena *a, str text, size_t max);

#endif
