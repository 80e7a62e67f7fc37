/* app/report.h -- an official document out of the record: made, checked, written to a file, issued
 *
 * SHAPE    report_make loads what the kind needs, builds the tree, reads the facts out of it again and runs every check on them: .checks.
 *          Where one is an error the official form is stopped: report_file and report_issue refuse it; a draft (.ask.draft: the mark
 *          of a draft, number and day blank) is written all the same. report_issue gives the next number of the register of that
 *          body, year and type together with the bytes of the file, or nothing at all; .number: the one that a person says, where the
 *          office also numbers documents elsewhere. A plan that was issued is the plan's newest version.
 *          A kind without a type of its own (an annex, a table) is never numbered.
 * UNITS    day of issue: of Vietnam; today or before
 * ERRORS   ERR_NOT_FOUND what the kind cannot do without is not in the record; ERR_INPUT a check is an error (.checks says which), no such
 *          period, no number for such a kind; ERR_CONFLICT the number is taken; ERR_DENIED who may only see makes no file, who may
 *          only draft issues none
 * MEMORY   arena; the bytes of what was issued are kept (store/blobs.h)
 * SOURCE   issue 7 (no document leaves with a wrong sum; number and date); domain.md 1, 5, 7
 */
#ifndef APP_REPORT_H
#define APP_REPORT_H
#include "app/report_facts.h"

struct renderer;
struct node;

enum { ISSUED_PAGE = 30, ISSUE_TRIES = 50 };

struct report_ask {
	const struct report_kind *kind;
	int64_t  body, number;                 /* number 0: the one that follows */
	int      year;                         /* of the index; 0: the newest */
	struct report_cut cut;
	unsigned without;                      /* bits of enum report_column */
	bool     draft;
	struct date on;                        /* day of issue; no year: today */
};

struct report_made {
	struct report_ask ask;
	struct report_known known;
	struct report_in *in;
	const struct node *tree;
	str title, number;                     /* number: once it is given */
	VEC(struct check_result) checks;       /* errors first */
	int errors, warnings;
};

/* By the name people give it, and by how the name of the file ends. */
MUST_CHECK bool report_named(str name, const struct report_kind **ret, struct err *e);
MUST_CHECK bool report_as(str file, const struct renderer **ret, struct err *e);
str             report_kinds_text(struct arena *a, const struct layout *y);
/* For who chooses: type no text, it has no number; cut: it may be of a period; columns: bits of report_columns that may be left out. */
struct report_choice { const struct report_kind *kind; const char *name, *title, *help, *type; bool cut; unsigned columns; };
struct report_column_named { const char *name, *label; };       /* by bit */
struct report_columns { const struct report_column_named *at; int n; };
size_t          report_choices(struct arena *a, struct report_choice **ret);
struct report_choice report_choice_of(const struct report_kind *kind);
struct report_columns report_columns(void);
MUST_CHECK bool report_make(struct record *r, struct arena *a, const struct report_ask *ask, struct report_made *ret, struct err *e);
/* A draft, whoever may see the body's documents, as a page of HTML by itself. m: made as a draft */
MUST_CHECK bool report_preview(struct arena *a, const struct report_made *m, str *ret, struct err *e);
MUST_CHECK bool report_file(struct arena *a, const struct report_made *m, const struct renderer *as, str *ret, struct err *e);
str             report_file_name(struct arena *a, const struct report_made *m, const struct renderer *as);     /* "KH 01-KH-STP.docx" */

/* -- the register -- */
struct issued {
	int64_t id, size;
	str unit, kind, number, title, file_name, sha, person, at;
	int year, warnings;
	struct date on, from, to;
};
typedef VEC(struct issued) issued_rows;
/* m: made, not as a draft; it is made again with its number. *ret_bytes: what was kept. */
MUST_CHECK bool report_issue(struct record *r, struct arena *a, struct report_made *m, const struct renderer *as, int64_t *ret_id,
                             str *ret_bytes, struct err *e);
/* year: of the numbers, 0: all */
MUST_CHECK bool report_issued(struct record *r, struct arena *a, int64_t body, int year, int page, issued_rows *ret, bool *ret_more,
                              struct err *e);
/* Where the bytes that left lie, verified, and as what they are saved. */
MUST_CHECK bool report_issued_file(struct record *r, struct arena *a, int64_t id, str *ret_path, str *ret_name, struct err *e);
str             report_issued_text(struct arena *a, const issued_rows *rows, const struct layout *y);
str             report_checks_text(struct arena *a, const struct report_made *m);       /* "lỗi: …" a line each */

/* What the kinds that are tables are made of; known->facts gets the letterhead (app/report_load.c). */
MUST_CHECK bool report_load(struct record *r, struct arena *a, const struct report_ask *ask, struct report_known *known,
                            struct report_in *in, struct err *e);

#endif
