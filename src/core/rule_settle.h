/* core/rule_settle.h -- the type of a rule out of its parts; for rule_settle.c and rule_settle_labels.c
 *
 * SHAPE    parts in the order of the text; .rule is filled as they are looked at
 * UNITS    as in rule_words.h
 * ERRORS   false, and the fault of the reading says why
 * MEMORY   arena of the reading
 * SOURCE   docs/rules.md
 */
#ifndef CORE_RULE_SETTLE_H
#define CORE_RULE_SETTLE_H
#include "core/rule_words.h"

typedef VEC(struct part *) parts;

struct settling { struct reading *r; struct rule *rule; struct part **at; size_t n; };

str            settle_folded(struct reading *r, str s);
bool           settle_is_any(struct reading *r, str words, const char *const *of, size_t n);      /* without case and marks */
#define IS_ANY(r, words, of) settle_is_any((r), (words), (of), COUNT(of))

bool           settle_wrong(struct settling *s, const struct part *p, const char *message, const char *hint);
bool           settle_unlike(struct settling *s, const struct part *p, const char *message, const struct rule_type *t);
struct clause *settle_add_clause(struct settling *s, clauses *to, const struct part *p, str words);
bool           settle_gives_fits(struct settling *s, const struct part *p);       /* not more than the maximum */
bool           settle_full_fits(struct settling *s, const struct part *p);        /* "tỷ lệ × 2 điểm" where 2 is the maximum */
bool           settle_is_full(const struct settling *s, const struct gives *g);
bool           settle_is_nothing(const struct gives *g);
str            settle_label_words(struct settling *s, const struct part *p);      /* as printed, small at the beginning */
bool           settle_is_plain(const struct part *p);                             /* a label that is words, no bound */

bool           settle_labels(struct settling *s);      /* all parts are a label and what it gives: rule_settle_labels.c */

#endif
