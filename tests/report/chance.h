/* tests/report/chance.h -- facts by chance, such as a sound document holds
 *
 * SHAPE    chance_facts gives the same facts for the same seed. What reading works out of texts (states, targets, measures, days of
 *          deadlines) is given beside each text in tables; a criterion has from its field what it has not itself (facts.md).
 * UNITS    as core/facts.h
 * ERRORS   none
 * MEMORY   arena
 * SOURCE   samples/, domain.md 3
 */
#ifndef TESTS_REPORT_CHANCE_H
#define TESTS_REPORT_CHANCE_H
#include "core/facts.h"

struct facts *chance_facts(struct arena *a, uint64_t seed);

#endif
