/* app/sheet.h -- the sheet of a body in one cycle as people look at it and fill it in, criterion by criterion
 *
 * SHAPE    sheet_open: the tree with what was lost and why, evidence, and the years before, joined by identity. .kind: KEPT, a sheet is
 *          there; EMPTY, the set is there and nothing is entered yet; TOLD, only documents tell what was lost: the criteria they name, and
 *          those above them; NONE. A parent's figures are sums of its leaves. .why: how the points came, one sentence (core/score.h); .words:
 *          how the totals came. SHEET_STATEMENTS statements at most, whatever the size.
 *          before: years before, newest first; a cell of a sheet, or where it says nothing, of a finding.
 * UNITS    points; NO_POINTS: not known. percent: hundredths, -1 not known
 * ERRORS   ERR_INPUT a set that cannot be scored with
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
struct sheet_proof { int64_t id; str title, number, pointer; struct date issued; };
struct sheet_line {
	int64_t criterion, identity;
	size_t  at;                                    /* in the set; NO_INDEX where only documents name it */
	int     level;
	bool    leaf, excluded;
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

#endif
