/* app/job.h -- files on their way into the record: given, read by the job process, reviewed, accepted or left
 *
 * SHAPE    job_add keeps a file and puts it in line. job_work takes the oldest that waits and reads it (app/apart.h): no two workers read
 *          the same, and one whose worker died is read again, JOB_TRIES times. A file of files becomes parts, a document each. job_review:
 *          the document as it was read, what was found, with what people put right in it, the checks, and what taking it in would change
 *          (app/proposal.h), item by item. job_correct, job_accept, job_leave decide. Accepted in part a job stays ready for the rest.
 *          Who may import into a body accepts; who may propose gives files, corrects and takes back their own.
 *          A criteria set, a sheet or a table of results is no document: job_book says what taking it in would write, and writes it where
 *          .accept says so, by app/keep.h and with its rights. It is told by what is in it when it is read, apart; here only the tree that
 *          came of that is looked at. Those who may write one give it too: appraisers, administrators.
 * UNITS    page: from 1; bytes: JOB_FILE_MOST; of a tree of cells, as it is kept: JOB_BOOK_MOST
 * ERRORS   ERR_NOT_FOUND no such job, for this person; ERR_DENIED; ERR_CONFLICT it was decided already; as app/import.h, app/correct.h
 * MEMORY   arena
 * SOURCE   issue 6 (page 3); blueprint.md (processes and threads)
 */
#ifndef APP_JOB_H
#define APP_JOB_H
#include "app/blocks.h"
#include "app/correct.h"
#include "app/proposal.h"
#include "app/record.h"
#include "core/told.h"

enum { JOB_PAGE = 30, JOB_TRIES = 3, JOB_SECONDS = 900, JOB_FILE_MOST = 64 << 20, JOB_BOOK_MOST = 16 << 20,
       JOB_YEAR_LEAST = 2000, JOB_YEAR_MOST = 2200 };

struct job_row { int64_t id; str file_name, title, state, created_at, person; int errors, warnings, done, total, parts, parts_ready; };
typedef VEC(struct job_row) job_rows;

struct correction { str what, printed, corrected, reason, person, at; };
struct job {
	int64_t id, body, person, part_of, document;
	str     file_name, state, kind, message, hint, title, created_at, person_name, decided_by, decided_at;
	int     year, done, total, errors, warnings;
	str     file, facts, tree;             /* SHA-256. kind: "document", "set", "sheet", "results"; no text: not read yet */
	job_rows parts;
	VEC(struct correction) corrections;    /* oldest first */
};

/* path: a file that is taken in whole; year 0: as the document says */
MUST_CHECK bool job_add(struct record *r, struct arena *a, int64_t body, const char *path, str name, int year, int64_t *ret, struct err *e);
MUST_CHECK bool job_list(struct record *r, struct arena *a, int64_t body, int page, job_rows *ret, bool *ret_more, struct err *e);
MUST_CHECK bool job_load(struct record *r, struct arena *a, int64_t id, struct job *ret, struct err *e);

/* -- reviewing -- */
struct job_check { const struct check_result *is; bool corrected; };
struct job_item {
	struct proposed_item id;
	str           name;                    /* "Tiêu chí 3.1.2" */
	str           text;                    /* what it is called in the document */
	struct source at;
	VEC(const struct proposed_row *) rows;
	VEC(struct job_check) checks;
	correctables  values;
	VEC(const struct correction *) corrections;
	bool          wrong, differs, fresh;   /* an error that nobody corrected; the record has it otherwise; something is new */
};
struct job_review {
	struct facts       *facts;             /* corrected */
	struct blocks       text;              /* of the document; none: it cannot be shown */
	struct proposal    *proposal;          /* NULL: it cannot be taken in, .why */
	struct err          why;
	bool                foreign;           /* another body issued it: it is taken in only with .force */
	VEC(struct job_item) items;            /* in the order of the document; the document itself last */
};
MUST_CHECK bool job_review(struct record *r, struct arena *a, const struct job *j, struct job_review *ret, struct err *e);

struct job_put { str what, text; };
typedef VEC(struct job_put) job_puts;
/* What is as it was is passed over; *n: how many are not. */
MUST_CHECK bool job_correct(struct record *r, struct arena *a, const struct job *j, const job_puts *puts, str reason, size_t *n,
                            struct err *e);
MUST_CHECK bool job_set_year(struct record *r, struct arena *a, const struct job *j, int year, struct err *e);
/* take, leave: items as "c12"; clean: whatever has an error or differs is left. *rest: how many items were left */
struct job_accept { strs take, leave; bool clean, force; };
MUST_CHECK bool job_accept(struct record *r, struct arena *a, const struct job *j, const struct job_accept *how, size_t *ret_rest,
                           struct err *e);
MUST_CHECK bool job_leave(struct record *r, struct arena *a, const struct job *j, struct err *e);

/* -- a set, a sheet, a table of results -- */
bool job_is_book(const struct job *j);
/* year 0: that of the job, else what the file says; level NULL: as the file says; take: as struct keep */
struct job_book_ask { int year; const char *level; strs take; bool accept; };
struct job_book {
	struct proposal p;
	struct told     told;                  /* what is wrong in the file, each with sheet and row */
	struct err      why;                   /* why nothing of it can be written; none: .p says what would be */
	bool            no_year;               /* nobody said of which year it is */
};
/* ERRORS   looking at it: those of the database alone, all else is .why; accepting: as app/keep.h, and of job_accept */
MUST_CHECK bool job_book(struct record *r, struct arena *a, const struct job *j, const struct job_book_ask *ask, struct job_book *ret,
                         struct err *e);

/* -- the job process: r is nobody's before and after. *worked: there was one -- */
MUST_CHECK bool job_work(struct record *r, struct arena *a, bool *worked, struct err *e);

#endif
