/* app/proposal.h -- what taking a file into the record would change, before anybody has agreed
 *
 * SHAPE    One proposal a document. Its rows, in the order of the document, say of each thing found whether the record does not have it
 *          (NEW), has it (SAME), or has it otherwise (DIFFERENT: both side by side, each with its place). Nothing is overwritten: accepting
 *          writes what is new and, where the person said so, what differs; the rest is kept as a claim of the document (table claim).
 *          LEFT: cannot be kept as a row, and why (.note); the facts of the whole document are kept in any case.
 * UNITS    texts as people read them ("0,228", "Quý II/2026")
 * ERRORS   as app/record.h
 * MEMORY   arena
 * SOURCE   issue 5 (import)
 */
#ifndef APP_PROPOSAL_H
#define APP_PROPOSAL_H
#include "app/layout.h"
#include "app/record.h"
#include "core/facts.h"
#include "core/points.h"

enum proposed { PROPOSED_NEW, PROPOSED_SAME, PROPOSED_DIFFERENT, PROPOSED_LEFT, PROPOSED_KINDS };

/* Which of the facts it is of: 'c' criterion, 'f' field, 'n' finding, 'q' request, 't' the result, 'd' the document and all else. */
struct proposed_item { char list; size_t i; };

struct proposed_row {
	enum proposed kind;
	str what, field;                       /* "Tiêu chí 3.1", "điểm bị trừ"; field empty: the thing as a whole */
	str found;                             /* as this document has it … */
	struct source at;
	str place;                             /* … and where, in words: "dòng 812", "trang 3, bảng 1, hàng 7"; put by who proposes */
	str stored, stored_place;              /* DIFFERENT: as the record has it, and where that stands: "102/KH-STP, dòng 40" */
	str note;
	struct proposed_item item;
	str key;                               /* of a sheet or table of results: what keep.take names it by */
};

/* Of a sheet; known false: it cannot be said, or is none. */
struct proposed_total { bool known; points points, max; };

struct proposal {
	str      file, title, unit;            /* unit: whose it is */
	int      year;                         /* of the cycle */
	bool     known, accepted;              /* the very same file was accepted before: nothing to do; it is in the record now */
	VEC(struct proposed_row) rows;
	size_t   count[PROPOSED_KINDS], taken; /* taken: of those that differ */
	size_t   errors, warnings;             /* checks of the document */
	struct proposed_total before, after, all;      /* in the record; with what is new and what is taken; with all that the file has */
	strs     notes;                        /* what a person should know before accepting */
	int64_t  document;                     /* after acceptance: its id */
	void    *parts;                        /* for who made it */
};

str proposal_text(struct arena *a, const struct proposal *p, bool all, const struct layout *y);     /* all: also what is the same */
str proposal_json(struct arena *a, const struct proposal *p);

#endif
