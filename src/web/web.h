/* web/web.h -- the web server, for the verbs serve and page
 *
 * SHAPE    web_serve: a supervisor that starts WORKERS processes on one listening socket and one process for jobs, starts again one that
 *          died, and ends all on SIGTERM or SIGINT after the requests in flight. web_page: one request without a socket.
 * UNITS    none
 * ERRORS   ERR_INPUT the address is taken or none; as app/record.h
 * MEMORY   each request has an arena of its own
 * SOURCE   issue 6; blueprint.md (processes and threads)
 */
#ifndef WEB_WEB_H
#define WEB_WEB_H
#include "base/err.h"
#include <stdio.h>

/* say: where "http://…" is told; workers 0: one a core, 2 at least */
struct serving { const char *dir, *address; int port, workers; FILE *say; };
MUST_CHECK bool web_serve(const struct serving *s, struct err *e);

/* login NULL: nobody. form: "a=1&b=2" of a POST, NULL: GET. *ret: status line, headers, body. */
struct web_asked { const char *dir, *login, *path, *form; bool json; };
MUST_CHECK bool web_page(struct arena *a, const struct web_asked *w, int *ret_status, str *ret, struct err *e);
str             web_openapi(struct arena *a);

#endif
