/* app/keep_parts.h -- what the parts of app/keep.h and app/kept.h share
 *
 * SHAPE    keep_unit, keep_cycle: a unit by a name that people use, the cycle it is scored in. proposed: adds a row and counts it.
 * UNITS    none
 * ERRORS   ERR_NOT_FOUND, ERR_INPUT with what to do
 * MEMORY   arena
 * SOURCE   none
 */
#ifndef APP_KEEP_PARTS_H
#define APP_KEEP_PARTS_H
#include "app/keep.h"
#include "app/record_parts.h"
#include "store/repo_result.h"
#include "store/repo_sheet.h"

/* What what->file has, else what stands at path. */
MUST_CHECK bool keep_load(struct arena *a, const char *path, const struct keep *what, struct index_file *ret, struct told *t,
                          struct err *e);
/* Compares, and with what->accept writes, in one transaction, which the log calls `as`. */
typedef bool keep_step(void *ctx, struct tx *t, struct err *e);
MUST_CHECK bool keep_run(struct record *r, struct arena *a, const struct keep *what, str as, keep_step *step, void *ctx, struct proposal *p,
                         struct err *e);
MUST_CHECK bool keep_unit(struct record *r, struct arena *a, const char *name, struct unit_named *ret, struct err *e);
/* unit 0: the only cycle of that year */
MUST_CHECK bool keep_cycle(struct record *r, int64_t unit, int year, int64_t *ret, struct err *e);
/* The set that counts: the newest that was entered, not told by documents. */
MUST_CHECK bool keep_newest_set(struct record *r, struct arena *a, int64_t cycle, str level, int year, struct stored_set *ret,
                                struct err *e);

struct proposed_row *proposed(struct arena *a, struct proposal *p, enum proposed kind, str what, str field);
bool                 keep_takes(struct arena *a, const struct keep *k, str name);      /* without regard to case and marks */
void                 keep_told(struct arena *a, struct proposal *p, const struct told *t);

/* Gives every criterion of s->set without a mark the identity that it is sure to have, else a new mark. now: the newest set of the same
 * year; before: of the year before; told: version 0, that documents made; each may be NULL. notes: one for each criterion, where its
 * identity came from. */
struct origins { const struct stored_set *now, *before, *told; };
MUST_CHECK bool keep_identities(struct record *r, struct arena *a, struct stored_set *s, const struct origins *from, strs *notes,
                                struct err *e);
/* After the set is in: criteria of version 0 that are those of the set, by their codes, take their identities. */
MUST_CHECK bool keep_identify_told(struct tx *t, struct arena *a, const struct stored_set *s, const struct stored_set *told, struct err *e);

#endif
