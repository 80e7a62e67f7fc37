/* web/slow.h -- who failed to log in waits before the next try
 *
 * SHAPE    Failures are counted in memory that all workers share: by login and address together, by login, by address. Each count lets a
 *          few tries pass and then doubles the wait, up to its own most: long for one address on one login, short for what others
 *          share, so that nobody can lock somebody out by failing in their name, and an office behind one address is not locked out by
 *          one of its people. A count fades when nothing fails for SLOW_FADES. A try during the wait is not looked at and not counted.
 *          The memory is made before the workers are (fork); what is kept are hashes under a key of its own.
 * UNITS    seconds; now: any clock that does not go backwards
 * ERRORS   slow_open: NULL, no memory. slow_wait, slow_failed: with NULL nobody waits
 * MEMORY   one mapping of fixed size; the count that failed longest ago makes room
 * SOURCE   issue 6; OWASP Authentication Cheat Sheet (login throttling)
 */
#ifndef WEB_SLOW_H
#define WEB_SLOW_H
#include "base/str.h"
#include <stdint.h>

enum { SLOW_FADES = 15 * 60, SLOW_PAIR_MOST = 10 * 60, SLOW_LOGIN_MOST = 8, SLOW_ADDRESS_MOST = 30 };

struct slow;
struct slow *slow_open(void);
void         slow_close(struct slow **s);
int          slow_wait(struct slow *s, str login, str address, int64_t now);         /* 0: try now */
void         slow_failed(struct slow *s, str login, str address, int64_t now);
void         slow_passed(struct slow *s, str login, str address);                    /* logged in: the pair begins anew */

#endif
