#include "web/jobs.h"
#include "app/batch.h"
#include "app/job.h"
#include <signal.h>
#include <stdio.h>
#include <time.h>

#define RECORD_MEMORY ((size_t)64 << 20)
#define JOB_MEMORY    ((size_t)2 << 30)

/* Asked to end; waits up to a second when there is nothing to do. */
static bool over(bool wait)
{
	struct timespec t = { wait ? 1 : 0, 0 };
	sigset_t ends;
	sigemptyset(&ends);
	sigaddset(&ends, SIGTERM);
	sigaddset(&ends, SIGINT);
	return sigtimedwait(&ends, NULL, &t) > 0;
}

/* Between two of many documents: a signal that is asked for here is held for who ends. */
static bool asked_to_end(void)
{
	sigset_t waiting;
	return !sigpending(&waiting) && (sigismember(&waiting, SIGTERM) || sigismember(&waiting, SIGINT));
}

bool jobs_run(const char *dir, struct err *e)
{
	CLEANUP(arena_close) struct arena *a = arena_open(RECORD_MEMORY);
	CLEANUP(record_close) struct record *r = NULL;
	if (!record_open(a, dir, &r, e) || !record_spare(r, e))
		return false;
	for (bool worked = true, wrote = false; !over(!worked && !wrote);) {
		CLEANUP(arena_close) struct arena *of_job = arena_open(JOB_MEMORY);
		struct err why = { 0 };
		if (job_work(r, of_job, &worked, &why) && (worked || batch_work(r, of_job, asked_to_end, &wrote, &why)))
			continue;
		fprintf(stderr, "khacphuc: %s %s (%s)\n", why.message, why.hint, why.detail);
		worked = wrote = false;
		if (record_lost(r))
			return *e = why, false;
	}
	return true;
}
