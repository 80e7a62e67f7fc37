/* core/plan.h -- findings, remedies and what is due, as people look at them
 *
 * SHAPE    plan: a body's plan of one cycle, with its findings and remedies; a remedy of a field serves several findings.
 *          finding_page: one finding
 *          with all that belongs to it. due_page: twenty of the remedies that are due, and how many there are.
 *          Names for people: finding T12 (tồn tại), remedy G7 (giải pháp), evidence M3 (minh chứng), request K2 (kiến nghị).
 * UNITS    points as core/points.h, NO_POINTS: not known; percent: 0..100, -1 not told; days: struct date
 * ERRORS   none
 * MEMORY   arena of who loaded it
 * SOURCE   src/store/sql/0001_record.sql
 */
#ifndef CORE_PLAN_H
#define CORE_PLAN_H
#include "core/facts.h"
#include "core/kept.h"
#include "core/points.h"

#define NO_POINTS INT64_MIN

/* A due as the record keeps it; told: why nobody will be reminded of it. */
struct due_kept { str text; enum due_kind kind; struct date from, to; enum rhythm review; struct date event; int days; str told; };

struct plan_remedy {
	int64_t id, lead_id; int revision;             /* lead_id 0: no unit of the record */
	str     text, lead, person, login, effort, due_text;
	strs    supports;
	VEC(int64_t) findings;
	struct term term;
	struct date due;                               /* as kept: of an ongoing one the next review */
	struct deadline deadline;                      /* on the day it is looked at */
	points  expected;
	enum status state; int percent; struct date reviewed;
	str     told;                                  /* words of its last progress */
	int     evidence;
	bool    own;                                   /* of the person who looks */
};

struct plan_finding {
	int64_t id; int revision;
	str     origin, code, name, text, cause, note;
	points  max, points, lost;
	bool    mended;
	int     evidence;
	enum status state; struct date told_on; str told;     /* its last progress, of whatever remedy */
	VEC(size_t) remedies;                          /* places in plan.remedies */
};

struct plan_field { str code, name; points max, points, lost; int64_t id; };      /* id 0: only the criteria set names it */

/* What an accepted document says otherwise than the record has it now, and where. of: the table ("finding", "remedy", "result",
 * "field_result"); field: its column. A name is that of the criterion of the finding. */
struct otherwise { str of; int64_t id; str field, printed, number, file; struct source at; bool held; };      /* held: it says the same */
typedef VEC(struct otherwise) otherwises;

struct plan {
	int64_t body, cycle, id;                       /* id 0: nothing is planned yet */
	str     unit, cycle_name, number, title;
	int     year, version, rank, group_size;       /* version 0: not issued yet */
	struct date issued;
	points  max, points, lost;
	VEC(struct plan_field) fields;
	VEC(struct plan_finding) findings;             /* by field and code; those without a criterion last */
	VEC(struct plan_remedy) remedies;
	otherwises otherwise;
	struct date ended; strs heirs;                 /* the body is no more; what came of it */
	struct date today;
	int     doubt;                                 /* a year whose holidays are not known; 0: none */
};

struct progress_row { int64_t id, remedy; struct date on; str who, text, measure; enum status state; int percent; };
struct evidence_row { int64_t id; str title, number, pointer; struct date issued, expires; };
/* before, after: the row as the log has it; words: "thời hạn: Quý I/2026 → Quý II/2026" */
struct change_row { str at, who, what, entity, before, after, words; int64_t id; };

struct finding_page {
	int64_t body, cycle; int year; str unit;
	struct plan_finding finding;
	VEC(struct plan_remedy) remedies, dropped;     /* dropped: .told is why */
	VEC(struct progress_row) progress;
	strs measures;
	VEC(struct evidence_row) evidence;
	VEC(struct change_row) history;
	otherwises otherwise;                          /* of it and of its remedies */
	otherwises said;                               /* all that documents say of them, and figures (of "measure") that anybody told */
	int doubt;
};

struct due_row { int64_t id, finding; struct date due; struct deadline deadline; str due_text, text, lead, person, unit, code;
                 enum status state; int percent; };
enum { DUE_PAGE = 20 };
struct due_page { VEC(struct due_row) rows; int64_t total, late; int page; struct date today; };

#endif
