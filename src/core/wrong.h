/* core/wrong.h -- one thing that is not as it should be in a record
 *
 * SHAPE    What `khacphuc verify` found: in which row of which table (none: of the whole record or a file), which column, what should
 *          be there and what is. doubt: strange, but nobody needs to have done wrong (a file left by a power cut; a document that does
 *          not add up itself).
 * UNITS    expected, there: as JSON has them ("102", "null"), or hashes, or names
 * ERRORS   none
 * MEMORY   good until the call that tells of it returns
 * SOURCE   issue 5 (verify says exactly what is wrong)
 */
#ifndef CORE_WRONG_H
#define CORE_WRONG_H
#include "base/str.h"
#include <stdint.h>

struct wrong {
	bool        doubt;
	const char *check;                     /* which row of store/verifies.def; "totals" (app/operate.c) */
	str         table;
	int64_t     id;
	str         column, expected, there;
	str         says;                      /* a sentence */
	const char *hint;                      /* what to do */
};

typedef void wrong_tell(void *ctx, const struct wrong *w);

#endif
