/* core/sheet.h -- the sheet (Phiếu) of one body: what was entered, and what three parties say of each leaf
 *
 * SHAPE    rows: one per leaf of the set, in its order. values: one per input of the set. An opinion is given once and stays; who gives
 *          another gives it in the next round. best: for R26, one per criterion of the set (may be NULL).
 * UNITS    points
 * ERRORS   none: the readers tell what does not fit the set
 * MEMORY   arena
 * SOURCE   sets.md (sheets Số liệu, Phiếu); domain.md 2 (steps 3 to 6)
 */
#ifndef CORE_SHEET_H
#define CORE_SHEET_H
#include "core/set.h"

enum round { ROUND_SELF, ROUND_ONE, ROUND_TWO, ROUNDS };

/* Reasons have a code where they are one of the usual ones, and words always (core/reasons.def). */
struct opinion { bool given; points points; str reason; const char *reason_code; };

struct sheet_row {
	size_t         criterion;
	bool           applies, told;              /* told: the file says whether it applies */
	str            why_not, explanation, explanation2;
	int            files;                      /* pieces of evidence attached; -1: not said */
	struct opinion by[ROUNDS];
	struct source  source;                     /* where the file has it */
};

struct sheet {
	str unit, group;
	VEC(struct sheet_row) rows;
	struct value *values;                      /* set.inputs.n of them */
	const struct exact *best;
	strs unknown;                              /* inputs, codes and columns that the set does not know: kept and told */
};

/* A sheet of the set in which nothing is entered: every leaf applies. */
struct sheet *sheet_new(struct arena *a, const struct criteria_set *s);

/* Opinions worth another look, all warnings; they stand as they were given: above the maximum, finer than the decimals of the set,
 * outside what a rule of marks by hand (R28) allows, or off its steps. */
lints sheet_lint(struct arena *a, const struct criteria_set *s, const struct sheet *t);

#endif
