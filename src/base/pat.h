/* base/pat.h -- regular expressions over folded text
 *
 * SHAPE    A pattern is a string literal in the C file that uses it (PCRE2 syntax). A pats compiles
 *          each literal once, at first use, and is found again by the literal's address.
 *          m->at[k] is group k (0 the whole), from/to in bytes of the subject; from == PAT_NONE
 *          where a group did not take part.
 * UNITS    bytes of the subject (for folded text: characters)
 * ERRORS   a match that passes the step limit counts as no match; a pattern that does not compile
 *          is our own mistake and aborts (tests run every pattern that our documents reach)
 * MEMORY   arena of pats_open; nothing to close
 * SOURCE   PCRE2 10.42
 */
#ifndef BASE_PAT_H
#define BASE_PAT_H
#include "base/str.h"

enum { PAT_GROUPS = 12 };
#define PAT_NONE ((size_t)-1)

struct pats;
struct match { struct { size_t from, to; } at[PAT_GROUPS]; };

struct pats *pats_open(struct arena *a);
bool pat_find(struct pats *ps, const char *pattern, str subject, size_t from, struct match *m);
bool pat_at(struct pats *ps, const char *pattern, str subject, size_t from, struct match *m);   /* anchored at from */
bool pat_has(struct pats *ps, const char *pattern, str subject);

static inline bool match_has(const struct match *m, int k) { return m->at[k].from != PAT_NONE; }
static inline str  match_str(const struct match *m, int k, str subject)
{
	return match_has(m, k) ? str_sub(subject, m->at[k].from, m->at[k].to) : (str){ 0 };
}

#endif
