/* base/needs.h -- what a text must hold for a pattern to match in it
 *
 * SHAPE    Strings read off the text of a PCRE2 pattern. At least one of them stands in every text, at or behind the place where
 *          the search begins, in which the pattern matches. n == 0: nothing can be said of this pattern.
 *          "(?:tieu chi|tctp) \\d": { "tieu chi", "tctp" }; "\\d+ ?%": { "%" }; "[a-z]+": none.
 * UNITS    bytes
 * ERRORS   none: what is not understood ((?i), (?#…), \Q) says nothing; the pattern is taken to be one that compiles
 * MEMORY   borrowed from the pattern
 * SOURCE   the syntax of PCRE2, as far as our patterns use it
 */
#ifndef BASE_NEEDS_H
#define BASE_NEEDS_H
#include "base/str.h"

enum { NEEDS_MAX = 8 };

struct needs { str at[NEEDS_MAX]; size_t n; };

struct needs needs_of(const char *pattern);
bool         needs_met(const struct needs *n, str subject, size_t from);

#endif
