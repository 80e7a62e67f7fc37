#include "cli/shown.h"

enum { FIRST_MS = 1000, NEXT_MS = 200, LINE_MS = 10000 };

static void tell(void *ctx, const char *what, int64_t done, int64_t all)
{
	struct shown *s = ctx;
	struct timespec now;
	clock_gettime(CLOCK_MONOTONIC, &now);
	long ms = (now.tv_sec - s->last.tv_sec) * 1000 + (now.tv_nsec - s->last.tv_nsec) / 1000000;
	if (ms < (!s->io->progress ? LINE_MS : s->begun ? NEXT_MS : FIRST_MS))
		return;
	s->last = now;
	s->begun = true;
	s->there = s->io->progress;
	fprintf(s->io->err, "%s%s: %lld", s->there ? "\r\033[K" : "", what, (long long)done);
	if (all)
		fprintf(s->io->err, "/%lld", (long long)all);
	if (!s->there)
		fputc('\n', s->io->err);
	fflush(s->io->err);
}

void shown_open(struct shown *s, const struct cli *io)
{
	*s = (struct shown){ .io = io, .progress = { tell, s } };
	clock_gettime(CLOCK_MONOTONIC, &s->last);
}

void shown_over(struct shown *s)
{
	if (s->there)
		fputs("\r\033[K", s->io->err);
	s->there = false;
}
