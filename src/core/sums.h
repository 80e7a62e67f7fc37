/* core/sums.h -- which printed totals a document has, and what stands under each
 *
 * SHAPE    outline: the criteria and fields in the order of numbering, each with what it stands under.
 *          sum: one printed total (of the document, of a field, of a criterion that has children)
 *          beside its parts as printed. Parts are the nearest figures below: where sub-fields print
 *          totals, the field is the sum of these, so that only the lowest wrong level disagrees.
 * UNITS    deductions without their sign
 * ERRORS   a sum is left out where a part prints no figure, or where the list of its parts is not
 *          known to be whole (nothing can be said then)
 * MEMORY   arena
 * SOURCE   domain.md 3 ("only leaves may be added up"); seeds 002, 003
 */
#ifndef CORE_SUMS_H
#define CORE_SUMS_H
#include "core/codes.h"
#include "core/facts.h"

struct outline {
	size_t *criteria, *fields;               /* indexes into facts, in the order of numbering */
	size_t *criterion_parent;                /* by index of criterion: a criterion above it, or NO_INDEX */
	size_t *criterion_field;                 /* by index of criterion: its field, or NO_INDEX */
	size_t *field_parent;                    /* by index of field */
	bool   *has_children;                    /* by index of criterion */
	bool    lists_parents;                   /* its rows name parents as a rule: rows are a hierarchy */
};

enum sum_of { SUM_LOST, SUM_MAX, SUM_POINTS };
enum sum_state { SUM_HOLDS, SUM_ROUNDED, SUM_WITH_PARENT, SUM_WRONG };

struct sum_part { bool is_field; size_t index; struct exact value; size_t own; };   /* own: its sum among sums, or NO_INDEX */

struct sum {
	enum sum_of   of;
	bool          is_total, is_field;        /* else a criterion with children */
	size_t        index;                     /* into facts, unless the total */
	str           where;                     /* code, or "total" */
	struct figure printed;                   /* magnitude; max - points where no deduction is printed */
	bool          stated;                    /* the deduction itself is printed */
	VEC(struct sum_part) parts;
	struct exact  computed;                  /* of the parts as printed */
	struct exact  rows;                      /* counting every row, also parents beside their children */
	enum sum_state state;
	bool          below;                     /* wrong only because a part is wrong in itself */
	bool          whole;                     /* the parts are known to be all of them; if not, less may be a selection */
	struct source source;
};
struct ratio;
struct sums {
	struct sum    *at;
	size_t         n;
	struct outline outline;
	size_t        *over_criterion, *over_field;       /* by index: the sum of which it is a part, or NO_INDEX */
	size_t        *own_of_field;                      /* by index of field: the sum that is its own, or NO_INDEX */
	const struct ratio **ratios;                      /* by index of criterion: with what its points disagree, or NULL */
};

struct sums    sums_of(struct arena *a, const struct facts *f);

struct exact figure_magnitude(struct figure f);                        /* without its sign */
struct exact difference_of(struct figure max, struct figure points);    /* undefined where one is absent */
struct exact criterion_lost(const struct criterion *c);                 /* as printed, else max - points */
struct exact field_lost(const struct field *d);

#endif
