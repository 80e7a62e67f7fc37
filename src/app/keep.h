/* app/keep.h -- taking criteria sets, sheets and tables of results into the record
 *
 * SHAPE    keep_book says which of the three a file is, then proposes (app/proposal.h) or, with .accept, writes in one transaction.
 *          A set becomes a new version of its cycle and level, unless the record has the very same. Each criterion gets its identity: by
 *          its Định danh; else from the sets of the same year and of the year before, where it is sure which criterion it was; else a
 *          new one. Findings and evidence of older sets of that year, also of version 0 that documents made, go over to the new set.
 *          A sheet is compared cell by cell: what is new is written, what differs only where .take names its code (or input, or "all").
 *          A table of results is compared body by body; .take names the body.
 * UNITS    as core/
 * ERRORS   as app/index.h, .told gets all that is wrong in the file. ERR_INPUT: file and .year, .level or .unit do not go together;
 *          ERR_NOT_FOUND: no such unit, no cycle of that year, no set to put a sheet on; ERR_DENIED: nothing of it may be written by
 *          this person; ERR_CONFLICT: somebody was faster. Then nothing is written.
 * MEMORY   arena
 * SOURCE   issue 5 (import); sets.md; domain.md 1, 2, 3
 */
#ifndef APP_KEEP_H
#define APP_KEEP_H
#include "app/index.h"
#include "app/proposal.h"

struct tx;
struct keep {
	const char  *unit, *level;         /* NULL: as the file says; of a set, unit is the province. unit: a name, or "#12" */
	int          year;                 /* 0: as the file says */
	bool         accept;
	strs         take;                 /* codes, names of inputs or bodies, or "all": what differs and shall be overwritten */
	struct told *told;                 /* may be NULL */
	const struct index_file *file;     /* it was read before; NULL: path is read */
	str          sha256;               /* its bytes, where the record keeps them already; no text: they are at path */
	bool (*also)(void *ctx, struct tx *t, int64_t document, struct err *e);        /* in the transaction that writes; may be NULL */
	void        *ctx;
};

bool            keep_is_book(struct arena *a, const char *path);
MUST_CHECK bool keep_book(struct record *r, struct arena *a, const char *path, const struct keep *what, struct proposal *ret,
                          struct err *e);
/* … when it is known which it is */
MUST_CHECK bool keep_set(struct record *r, struct arena *a, const char *path, const struct keep *what, struct proposal *ret, struct err *e);
MUST_CHECK bool keep_sheet(struct record *r, struct arena *a, const char *path, const struct keep *what, struct proposal *ret,
                           struct err *e);
MUST_CHECK bool keep_results(struct record *r, struct arena *a, const char *path, const struct keep *what, struct proposal *ret,
                             struct err *e);

#endif
