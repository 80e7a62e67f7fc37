/* core/score.h -- the points of one sheet, leaf by leaf, and why
 *
 * SHAPE    score_prepare works out once per set what every sheet needs: the order in which derived criteria (R12) are scored, or the
 *          cycle. score_sheet fills one struct scored per leaf. Of the opinions the latest stands (round 2, round 1, self), else the rule;
 *          .by_rule is what the rule gives all the same, so that the two can be compared. Rounding is once, at the leaf.
 *          score_totals adds them up; it is the function that core/standing.h runs over whole provinces.
 *          A leaf that does not apply, or of which nothing arose and that means "loại", is .excluded: it leaves the denominator (R20),
 *          or the rest is rescaled (R21), as the set says. Survey leaves are added after rescaling. Bonus and penalty leaves are outside
 *          the sum, capped; the total with both of them stays within 0 and its maximum.
 * UNITS    points rounded to the decimals of the set
 * ERRORS   score_prepare: ERR_INPUT with the cycle named ("1.1 → 2.3 → 1.1") or the code that is not in the set. score_sheet has none: a leaf
 *          of which nothing is known has 0 points BY_NOTHING, and .rule says what is missing
 * MEMORY   arena; score_sheet takes no memory of its own beside ret (sentences are made by score_why, when they are asked for)
 * SOURCE   domain.md 4; sets.md (JSON score)
 */
#ifndef CORE_SCORE_H
#define CORE_SCORE_H
#include "core/sheet.h"

enum scored_by { BY_NOTHING, BY_RULE, BY_SELF, BY_ROUND_ONE, BY_ROUND_TWO };

struct scored {
	size_t            criterion;
	points            points;              /* what stands; 0 where nothing is known */
	enum scored_by    by;
	bool              excluded, gated;     /* gated: evidence is required and none is attached, so the rule gives 0 (R18) */
	struct rule_score rule;                /* what the rule says, before rounding */
	points            by_rule;             /* its points, rounded; of a rule that scored */
};

struct indexes { size_t *at; size_t n; };
struct scoring {
	const struct criteria_set *set;
	struct indexes  leaves;                /* criteria, in the order of the set */
	struct indexes  order;                 /* places in leaves, in the order of dependency */
	size_t         *leaf_of;               /* criterion -> its place in leaves; NO_INDEX for a parent */
	struct indexes *depends;               /* leaf -> places in leaves that its share is made of (R12) */
	/* What score_totals walks: maxima of the leaves, and runs of leaves that have the same parent and kind. */
	points         *max;
	struct run { int parent; enum bucket bucket; bool survey; size_t from, to; } *runs;
	size_t          n_runs;
	int            *parent;                /* of each criterion */
	points          full_max;              /* of all leaves in the sum */
};

MUST_CHECK bool score_prepare(struct arena *a, const struct criteria_set *s, struct scoring *ret, struct err *e);

/* ret: leaves.n of them. */
void score_sheet(const struct scoring *g, const struct sheet *t, struct scored *ret);

/* all: of the whole sheet. In words: whose points stand, and what the rule says: "Thẩm định vòng 1: 1,5 điểm (chậm 1 văn bản). Theo cách tính: …" */
str  score_why(struct arena *a, const struct scoring *g, const struct sheet *t, const struct scored *all, size_t leaf);

/* Totals of one body. node: one per criterion of the set: points and applicable maximum of the leaves below it. */
struct node_total { points points, max; };             /* of a field or parent; a leaf's own are not filled */
struct total {
	points  points, max, full_max;         /* max: applicable. Rescaled: points are of full_max, and max is full_max */
	points  bonus, penalty;                /* as counted, after their caps */
	int64_t percent;                       /* hundredths of a percent; -1: nothing is applicable */
};

/* leaf, excluded: leaves.n of each (excluded may be NULL: none is). node may be NULL: criteria.n of them. */
void score_totals(const struct scoring *g, const points *leaf, const bool *excluded, struct node_total *node, struct total *ret);

/* NULL where the set has no classes, or max is 0. By the percent as printed or exact, as the set compares. */
const struct set_class *class_at(const struct criteria_set *s, points reached, points max);

#endif
