/* base/pace.h -- how far a long thing has come, told to whoever wants to know
 *
 * SHAPE    what: Vietnamese words for the thing being done ("Đang chép tệp minh chứng"); done of all, all 0 where it is not known.
 *          It may be told as often as one likes; who shows it chooses how often.
 * UNITS    whatever is counted
 * ERRORS   none
 * MEMORY   none
 * SOURCE   none
 */
#ifndef BASE_PACE_H
#define BASE_PACE_H
#include <stdint.h>

struct pace { void (*tell)(void *ctx, const char *what, int64_t done, int64_t all); void *ctx; };

static inline void pace_tell(const struct pace *p, const char *what, int64_t done, int64_t all)
{
	if (p && p->tell)
		p->tell(p->ctx, what, done, all);
}

#endif
