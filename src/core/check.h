/* core/check.h -- what does not add up in a document
 *
 * SHAPE    A check is one row of core/checks.def and one file check_NAME.c: a pure function from facts to
 *          findings of its kind. checks_run works out the totals that most of them ask for (f->sums), runs
 *          all of them and sorts: errors first, then by line.
 * UNITS    results carry the printed and the computed figure as text with a dot, as facts.md says
 * ERRORS   none: a check that cannot decide says nothing (false alarms are as bad as misses)
 * MEMORY   results are added to f->checks, in arena a
 * SOURCE   domain.md 5; facts.md (names, severity); each file names its own
 */
#ifndef CORE_CHECK_H
#define CORE_CHECK_H
#include "core/facts.h"

struct check {
	const char *name, *help, *source;      /* help: one Vietnamese sentence, shown by `khacphuc help audit` */
	void (*run)(struct arena *a, struct facts *f);
};

#define CHECK_ROW(id) extern const struct check check_##id;
#include "core/checks.def"
#undef CHECK_ROW

struct checks { const struct check *const *at; size_t n; };
struct checks checks_all(void);
void          checks_run(struct arena *a, struct facts *f);

/* For the checks themselves. */
struct check_result *check_add(struct arena *a, struct facts *f, const struct check *c, enum severity s,
                               str where, struct source at);

#endif
