/* web/worker.h -- one process that answers requests: a thread for each connection
 *
 * SHAPE    worker_run takes connections from the listening socket, which other workers share, until SIGTERM or SIGINT, which the caller has
 *          blocked: then no new ones, the requests under way get WORKER_GRACE to end, and all is closed.
 * UNITS    connections, seconds, bytes
 * ERRORS   false with *e: it could not begin
 * MEMORY   a stack of WORKER_STACK a connection, of which an idle one touches little
 * SOURCE   blueprint.md (processes and threads)
 */
#ifndef WEB_WORKER_H
#define WEB_WORKER_H
#include "base/err.h"

enum { WORKER_CONNECTIONS = 2048, WORKER_PER_ADDRESS = 1536, WORKER_STACK = 256 << 10, WORKER_IDLE = 15, WORKER_GRACE = 20,
       WORKER_HEADERS = 24 << 10 };

struct slow;
struct few;
struct working { const char *dir, *folder; int socket; struct slow *slow; struct few *few; };
MUST_CHECK bool worker_run(const struct working *w, struct err *e);

#endif
