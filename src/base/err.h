/* base/err.h -- an error is a value that already knows what to tell the user
 *
 * SHAPE    code (for the program), message and hint (Vietnamese, for the person at the screen),
 *          detail (for the operator's log only)
 * UNITS    text is UTF-8, cut at a character boundary when too long
 * ERRORS   fail(), err_hint() and err_detail() always return false, so `return fail(...)` works
 * MEMORY   fixed: reporting an error never needs an allocation
 * SOURCE   none
 */
#ifndef BASE_ERR_H
#define BASE_ERR_H
#include "base/str.h"

enum err_code {
	ERR_NONE,
	ERR_INPUT,     /* the user can correct it          */
	ERR_NOT_FOUND, /* no such file, verb, unit         */
	ERR_LIMIT,     /* larger than we accept            */
	ERR_FORMAT,    /* the document is damaged or of a kind we do not read */
	ERR_SYSTEM,    /* disk, memory, operating system   */
	ERR_CONFLICT,  /* somebody else changed it first, or it does not fit what is stored */
	ERR_DENIED,    /* this person may not do that      */
};

struct err {
	enum err_code code;
	char          message[320], hint[320], detail[480];
	const char   *file;
	int           line;
};

#define MUST_CHECK __attribute__((warn_unused_result))
#define fail(e, code, ...) err_set((e), (code), __FILE__, __LINE__, __VA_ARGS__)

bool err_set(struct err *e, enum err_code c, const char *file, int line, const char *fmt, ...)
    PRINTF(5, 6);
bool err_hint(struct err *e, const char *fmt, ...) PRINTF(2, 3);
bool err_detail(struct err *e, const char *fmt, ...) PRINTF(2, 3);

#endif
