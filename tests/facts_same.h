/* facts_same.h -- are these the facts of the same document?
 *
 * Compared are the facts as JSON prints them, without what depends on the file and not on what it says: its name, places, checks. said
 * gets a line for each fact that differs: its path, what was wanted, what came. */
#ifndef TESTS_FACTS_SAME_H
#define TESTS_FACTS_SAME_H
#include "core/facts.h"

bool facts_same(struct arena *a, const struct facts *want, const struct facts *have, struct buf *said);

#endif
