/* base/snippet.h -- the part of a text that shows best what was searched for
 *
 * SHAPE    text: one line, "…" where the text goes on; marks: what matches within it, in order, not overlapping. Of all parts of the width
 *          that one in which most of the words stand; found with its marks counts more. Words that must follow each other match
 *          only where they do. Cut between words where that is possible, never within a character. Without a match: the beginning.
 * UNITS    width: characters of the text; marks: bytes of .text
 * ERRORS   none
 * MEMORY   arena
 * SOURCE   none
 */
#ifndef BASE_SNIPPET_H
#define BASE_SNIPPET_H
#include "base/search.h"

struct range { size_t from, to; };
struct snippet { str text; VEC(struct range) marks; };

struct snippet words_snippet(struct arena *a, str text, const struct query *q, size_t width);

#endif
