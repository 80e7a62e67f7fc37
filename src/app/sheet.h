/* app/sheet.h -- the sheet of a body in one cycle as people look at it and fill it in, criterion by criterion
 *
 * SHAPE    sheet_open: the tree with what was lost and why, evidence, and the years before, joined by identity. .kind: KEPT, a sheet is
 *          there; EMPTY, the set is there and nothing is entered yet; TOLD, only documents tell what was lost: the criteria
 *          they name, and those above them; NONE. A parent's figures are sums of its leaves. .why: how the points came, one sentence
 *          (core/score.h); .words:
 *          how the totals came. SHEET_STATEMENTS statements at most, whatever the size.
 *          before: years before, newest first; a cell of a sheet, or where it says nothing, of a finding.
 *          sheet_put: what a body, or an appraiser, says of one leaf; NULL: not said, it stays. The body: figures for the rule; its own
 *          points
 *          where no rule gives them; explanation; that the leaf does not apply, and why. The appraiser: points of round 1 or 2 and, below
 *          the maximum, the reason. An official only for criteria of their own: one of their remedies mends, or mended, what was found
 *          of it. Then all is computed again. An opinion and a figure can be changed, not taken away.
 *          sheet_state: locked, open, published, as store/sql/sheet.sql has it.
 * UNITS    points; NO_POINTS: not known. percent: hundredths, -1 not known
 * ERRORS   ERR_INPUT a set that cannot be scored with; what was typed cannot be. ERR_NOT_FOUND no such leaf, no set of that year.
 *          ERR_DENIED.
 *          ERR_CONFLICT the sheet is locked or published; somebody was faster (revision, of sheet_page; 0: there was no sheet)
 * MEMORY   arena
 * SOURCE   issue 6 (4); domain.md 2 (steps 3 to 6), 4, 6
 */
#ifndef APP_SHEET_H
#define APP_SHEET_H
#include "app/index.h"
#include "app/record.h"
#include "core/plan.h"

enum { SHEET_STATEMENTS = 8, SHEET_BEFORE = 3 };
enum sheet_kind { SHEET_NONE, SHEET_TOLD, SHEET_EMPTY, SHEET_KEPT };

struct sheet_before { bool known; str code; points points, max, lost; };
struct sheet_proof { int64_t id; str title, number, pointer; struct date issued; str issuer; };
struct sheet_line {
	int64_t criterion, identity;
	size_t  at;                                    /* in the set; NO_INDEX where only documents name it */
	int     level;
	bool    leaf, excluded, own;                   /* own: a remedy of the person mends, or mended, what was found of it */
	str     code, name;
	points  max, self, appraised, points, lost;    /* points: what stands */
	str     why, reason;                           /* reason: of the latest opinion that has one, or of the finding */
	VEC(struct sheet_proof) proofs;
	int64_t finding, document;
	str     place;                                 /* where the figure stands: "102/KH-STP, dòng 40" */
	struct sheet_before before[SHEET_BEFORE];
};

struct sheet_page {
	enum sheet_kind kind;
	int     year, version, newest;                 /* newest: version of the newest set of the year */
	int64_t set, revision;
	str     set_name, number, state;
	struct index_scored scored;                    /* KEPT and EMPTY */
	VEC(int) before;
	VEC(struct sheet_line) lines;                  /* parents before children */
	points  max, points, lost;
	int64_t percent;
	str     class;
	int     leaves, unscored, excluded;
	strs    words;
};

MUST_CHECK bool sheet_open(struct record *r, struct arena *a, int64_t body, int64_t cycle, int year, struct sheet_page *ret, struct err *e);

struct sheet_figure { str name; const char *typed; };
struct sheet_said {
	const char *points, *explanation, *explanation2, *applies, *why_not;   /* applies: "có", "không" */
	const char *appraised, *reason;
	int round;                                     /* 1 or 2, of appraised */
	VEC(struct sheet_figure) figures;
};
MUST_CHECK bool sheet_put(struct record *r, struct arena *a, int64_t body, int64_t cycle, int year, int64_t criterion, int64_t revision,
                          const struct sheet_said *s, struct err *e);
MUST_CHECK bool sheet_state(struct record *r, struct arena *a, int64_t body, int year, str state, struct err *e);

/* Whether points of the leaf are said by hand: no rule gives them, and they are not asked of people by a survey. */
bool sheet_by_hand(const struct set_criterion *c);

#endif
