/* bench/prose.h -- Vietnamese sentences that nobody wrote, as many and as varied as a record needs
 *
 * SHAPE    Phrases of administrative reform, some far more often than others, among words made of the sounds of the language: some
 *          thousands, a few of them often and most seldom. The same seed gives the same sentences.
 * UNITS    words: how many words about a sentence has
 * ERRORS   none
 * MEMORY   arena
 * SOURCE   none: own words
 */
#ifndef BENCH_PROSE_H
#define BENCH_PROSE_H
#include "base/str.h"
#include <stdint.h>

struct prose { uint64_t seed; };

uint32_t prose_draw(struct prose *p, uint32_t below);
str      prose_word(struct arena *a, struct prose *p, bool seldom);    /* two made-up syllables, as often as in a text or seldom ones */
str      prose_name(struct arena *a, uint32_t n);                      /* the n-th place: "Lũng Khoan" */
str      prose_sentence(struct arena *a, struct prose *p, int words);

#endif
