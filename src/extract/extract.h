/* extract/extract.h -- document tree in, facts out
 *
 * SHAPE    restore() first turns the lines of a plain text into paragraphs, lists and tables (and joins
 *          paragraphs and tables that a page break cut); then each row of extract/finders.def, in
 *          order, adds what it recognises to the facts.
 * UNITS    as core/facts.h
 * ERRORS   none: what is not recognised is absent
 * MEMORY   facts in the arena; they borrow from the tree
 * SOURCE   facts.md; seeds 000-004
 */
#ifndef EXTRACT_EXTRACT_H
#define EXTRACT_EXTRACT_H
#include "core/facts.h"
#include "doc/node.h"

void          restore(struct arena *a, struct node *root);
struct facts *extract(struct arena *a, struct node *root);             /* restores first; without checks */

#endif
