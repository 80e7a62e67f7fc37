/* web/jobs.h -- the process that reads the files people gave (app/job.h), one after the other, and writes documents of many
 *             bodies (app/batch.h) when none waits
 *
 * SHAPE    jobs_run works until SIGTERM or SIGINT, which the caller has blocked; what it was reading then is read again by the next.
 * UNITS    none
 * ERRORS   false with *e: the record cannot be opened, or its database went away
 * MEMORY   each file has an arena of its own
 * SOURCE   blueprint.md (processes and threads)
 */
#ifndef WEB_JOBS_H
#define WEB_JOBS_H
#include "base/err.h"

MUST_CHECK bool jobs_run(const char *dir, struct err *e);

#endif
