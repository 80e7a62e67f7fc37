/* base/crew.h -- many jobs, each in a process of its own, as many at once as there are cores
 *
 * SHAPE    work(ctx, i, to) runs in a forked process and writes its result to `to`; done(ctx, i, result, how) gets that in the
 *          parent, in the order of i whatever the order of finishing. A job that crashes ends alone.
 * UNITS    how: 0 ended by itself, else the signal that ended it. At most CREW_AHEAD results a core wait for their turn.
 * ERRORS   ERR_SYSTEM no pipe, no process; the jobs before it are done
 * MEMORY   a result lives until done returns
 * SOURCE   none
 */
#ifndef BASE_CREW_H
#define BASE_CREW_H
#include "base/err.h"
#include <stdio.h>

enum { CREW_AHEAD = 8, CREW_CORES_MAX = 64 };

typedef void crew_work(void *ctx, size_t i, FILE *to);
typedef void crew_done(void *ctx, size_t i, str result, int how);
typedef void crew_began(void *ctx, size_t i);                     /* may be NULL */

size_t          crew_cores(void);                                 /* that this process may use */
MUST_CHECK bool crew_run(size_t jobs, size_t cores, crew_work *work, crew_done *done, crew_began *began, void *ctx, struct err *e);

#endif
