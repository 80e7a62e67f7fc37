/* extract/stack.h -- several criteria in one row: which remedy, deadline or progress belongs to which
 *
 * SHAPE    stack_share gives for each of k texts the criterion it goes to. As many as criteria: one each. Fewer: each goes,
 *          order kept, to the criterion that shares most words with it. More: the surplus goes with the
 *          criterion above it.
 * UNITS    indexes
 * ERRORS   none
 * MEMORY   arena
 * SOURCE   facts.md, "Stacked cells"; seeds 001, 002
 */
#ifndef EXTRACT_STACK_H
#define EXTRACT_STACK_H
#include "extract/flow.h"

/* criteria, texts: folded. *of has room for texts_n. */
void stack_share(const str *criteria, size_t n, const str *texts, size_t k, size_t *of);
bool stack_equal(const str *texts, size_t k);        /* all the same words */
/* How much two folded texts have in common: shared pairs of neighbouring words weigh most. In hundredths of what the
 * shorter could share. */
int  words_shared(str x, str y);

#endif
