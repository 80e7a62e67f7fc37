/* core/rule_shape.h -- the shape of clauses: which words the grammar gets as they are, and which are one name; for the rule_shape_*.c
 *
 * SHAPE    A clause is found, cut at its divider, and what is no word of the language at its place is put as a NAME. shape_text walks the
 *          clauses of a text and feeds the grammar.
 * UNITS    i, e: words [i, e) of the shaper
 * ERRORS   rule_fault; then nothing more is put
 * MEMORY   arena of the reading
 * SOURCE   docs/rules.md
 */
#ifndef CORE_RULE_SHAPE_H
#define CORE_RULE_SHAPE_H
#include "core/rule_grammar.h"
#include "core/rule_words.h"

/* rule_grammar.y: a parser, good while feed runs; feed gives it words, at the end one of kind 0 */
void rule_grammar_run(struct reading *r, void (*feed)(struct reading *r, void *parser));
void rule_grammar(void *parser, int kind, struct word w);

/* w: the words as rule_lex gave them. list: the clauses that follow are items of a checklist, answers of a survey, or assessors. */
struct shaper { struct reading *r; struct word *w; void *parser; int list; };

static inline bool is(const struct shaper *s, size_t i, size_t e, int kind) { return i < e && s->w[i].kind == kind; }
static inline bool is_number(const struct shaper *s, size_t i, size_t e) { return is(s, i, e, WORD_NUMBER) || is(s, i, e, WORD_PERCENT); }


/* -- rule_shape.c: words, and what the grammar gets of them ------------------------------------------------------ */

bool   shape_says(const struct shaper *s, size_t i, size_t e, const char *folded);       /* the word i, without marks */
bool   shape_blank(const struct shaper *s, size_t i);                                 /* comma, dot, new line */
size_t shape_depth(const struct shaper *s, size_t i, size_t depth);                 /* of brackets, behind the word i */
size_t shape_find(const struct shaper *s, size_t i, size_t e, int kind);                 /* outside of brackets; e: none */
size_t shape_closing(const struct shaper *s, size_t i, size_t e);                        /* the bracket that closes the one at i; e: none */
bool   shape_times(const struct shaper *s, size_t i, size_t e);                       /* "×", or a word for it where a product can stand */
size_t shape_find_times(const struct shaper *s, size_t i, size_t e);
void   shape_put(struct shaper *s, struct word w);
void   shape_put_one(struct shaper *s, int kind, size_t i);
void   shape_put_all(struct shaper *s, int kind, size_t i, size_t e);                    /* as one word of that kind */
void   shape_put_name(struct shaper *s, size_t i, size_t e);                             /* nothing where there are no words */

/* -- rule_shape_label.c, rule_shape_value.c ---------------------------------------------------------------------- */

void   shape_label(struct shaper *s, size_t i, size_t e);                          /* and the colon behind it */
bool   shape_value_begins(const struct shaper *s, size_t i, size_t e);
size_t shape_value_at(const struct shaper *s, size_t i, size_t e);
void   shape_value(struct shaper *s, size_t i, size_t e);
void   shape_product(struct shaper *s, size_t i, size_t e);
void   shape_item(struct shaper *s, size_t i, size_t e);
void   shape_check(struct shaper *s, size_t i, size_t e);
void   shape_items(struct shaper *s, size_t i, size_t e, bool amounts);            /* parted by semicolons */

/* -- rule_shape_name.c: what a name may not hold; false: it is refused ------------------------------------------- */

enum name_of { NAME_UNIT, NAME_ITEM, NAME_LABEL, NAME_RANGE };       /* RANGE: a label with a bound, or with a figure */

bool   shape_rate_name(struct shaper *s, size_t i, size_t e);
bool   shape_plain_name(struct shaper *s, size_t i, size_t e, enum name_of of);
size_t shape_cap(struct shaper *s, size_t i, size_t e);                            /* "…, tối đa 2 điểm": where it begins; e: none */

/* -- rule_shape_own.c: clauses that begin with a word of their own; false: it is another clause ----------------- */

bool   shape_own(struct shaper *s, size_t i, size_t e);
bool   shape_none(struct shaper *s, size_t i, size_t e);
bool   shape_price(struct shaper *s, size_t i, size_t e, size_t name_i, size_t name_e);
size_t shape_divider(const struct shaper *s, size_t i, size_t e);

void   shape_text(struct shaper *s, size_t i, size_t e);

#endif
