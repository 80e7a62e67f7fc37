/* base/str.h -- text is a pointer and a length
 *
 * SHAPE    str: borrowed, immutable UTF-8, may hold NUL, never owns. A str of zeroes is "no text".
 *          buf: growing text in an arena; .p is always NUL-terminated.
 * UNITS    bytes (not characters)
 * ERRORS   str_find gives s.n where there is none
 * MEMORY   str borrows; buf lives in the arena it was opened with
 * SOURCE   none
 */
#ifndef BASE_STR_H
#define BASE_STR_H
#include "base/arena.h"
#include "base/vec.h"
#include <stdbool.h>
#include <stddef.h>
#include <string.h>

typedef struct str { const char *p; size_t n; } str;
typedef VEC(str) strs;

#define S(lit) ((str){ "" lit, sizeof(lit) - 1 })
#define SF(s)  (int)(s).n, (s).p ? (s).p : ""          /* for "%.*s" */
#define PRINTF(f, a) __attribute__((format(printf, f, a)))

static inline str  str_c(const char *z) { return (str){ z, z ? strlen(z) : 0 }; }
static inline bool str_eq(str a, str b) { return a.n == b.n && (!a.n || !memcmp(a.p, b.p, a.n)); }

/* [from, to) of s, both clipped to its length */
static inline str str_sub(str s, size_t from, size_t to)
{
	to = to > s.n ? s.n : to;
	from = from > to ? to : from;
	return (str){ s.p ? s.p + from : s.p, to - from };
}

bool   str_starts(str s, str with);
bool   str_ends(str s, str with);
size_t str_find(str s, str what, size_t from);
/* The length of the first of the words that stands at `from`; 0: none. '#' is any digit, '~' any word: "6 thang ~". */
size_t str_opens(str s, size_t from, const char *const *words, size_t n);
#define STR_OPENS(s, from, words) str_opens((s), (from), (words), COUNT(words))
str    str_trim(str s);                          /* without ASCII white space at both ends */
str    str_copy(struct arena *a, str s);         /* NUL-terminated copy */

struct buf { struct arena *a; char *p; size_t n, cap; };

struct buf buf_open(struct arena *a);
void       buf_put(struct buf *b, str s);
void       buf_fmt(struct buf *b, const char *fmt, ...) PRINTF(2, 3);
str        buf_str(const struct buf *b);
str        str_fmt(struct arena *a, const char *fmt, ...) PRINTF(2, 3);

#endif
