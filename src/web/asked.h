/* web/asked.h -- one request of one connection, from its first line to the last byte of its answer
 *
 * SHAPE    asked_open at its first line; asked_head when the headers are there: false: it is answered now, and its body, of more than
 *          REQ_FORM_MOST where nobody is logged in, is not read. asked_end when the body is there: the page runs. What each leaves in
 *          .answer goes out; asked_close afterwards.
 *          These run in the thread of the connection; the record is held only while they do, never while bytes come or go.
 * UNITS    none
 * ERRORS   every one is an answer
 * MEMORY   an arena a request, at most ASKED_MEMORY
 * SOURCE   issue 6; WEB.md
 */
#ifndef WEB_ASKED_H
#define WEB_ASKED_H
#include "web/answer.h"
#include "web/body.h"
#include "web/guard.h"
#include "web/pool.h"
#include <time.h>

#define ASKED_MEMORY ((size_t)64 << 20)

struct house { struct pool *pool; const char *folder; struct slow *slow; struct few *few; };      /* folder: where files come in */

struct asked {
	const struct house *house;
	struct arena       *a;
	str                 target;            /* path and query, as asked for */
	const char         *method;
	struct guard        guard;
	struct asked_for    conditions;
	str                 cookies, accept, type, length, forwarded_for, forwarded_as, htmx;      /* headers */
	struct req          q;
	struct reply        reply;
	struct body         body;
	struct answer       answer;
	struct timespec     began;
	int64_t             ran;               /* statements of the page */
};

struct asked *asked_open(const struct house *h, str target);
void          asked_header(struct asked *x, str name, str value);      /* each header, as it came */
bool          asked_head(struct asked *x, const char *method, const char *version, str address);
void          asked_end(struct asked *x);
void          asked_log(const struct asked *x);
void          asked_close(struct asked *x);

#endif
