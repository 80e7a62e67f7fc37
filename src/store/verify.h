/* store/verify.h -- is the record what its log says, and does it hold together
 *
 * SHAPE    A check is one row of store/verifies.def and one file verify_NAME.c. They see the database as of one moment, one after the
 *          other, a page of rows at a time, and tell what is wrong (core/wrong.h) with verify_say. One that fails with ERR_FORMAT, because
 *          the thing it looks at is damaged, has told its own message and hint.
 * UNITS    none
 * ERRORS   a check fails only where it could not look: ERR_SYSTEM
 * MEMORY   that of a page
 * SOURCE   issue 5 (khacphuc verify)
 */
#ifndef STORE_VERIFY_H
#define STORE_VERIFY_H
#include "base/pace.h"
#include "core/wrong.h"
#include "store/blobs.h"
#include "store/tables.h"

struct verify {
	struct db             *db;
	const struct blobs    *blobs;
	struct migrations      m;
	const struct pace *progress;
	wrong_tell            *tell;
	void                  *ctx;
	const char            *check;          /* the one at work */
};

struct verify_row {
	const char *help, *source;
	bool (*run)(struct verify *v, struct err *e);
	bool alone;                            /* may not stand in a transaction that only looks */
};

#define VERIFY(name) extern const struct verify_row verify_##name;
#include "store/verifies.def"
#undef VERIFY

enum { VERIFY_PAGE = 500 };

MUST_CHECK bool verify(struct verify *v, struct err *e);
void            verify_say(struct verify *v, struct wrong w, const char *fmt, ...) PRINTF(3, 4);

#endif
