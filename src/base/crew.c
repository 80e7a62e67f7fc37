#include "base/crew.h"
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <sched.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

enum { SEATS_MAX = CREW_CORES_MAX * (1 + CREW_AHEAD), PIECE = 64 * 1024 };

/* A job from its start until its result was handed on. fd < 0: it has ended. */
struct seat { pid_t pid; int fd, how; char *p; size_t n, cap; };

struct crew {
	struct seat seat[SEATS_MAX];           /* of job i: i % seats */
	size_t      jobs, cores, seats;
	size_t      next, turn, running;       /* next to start; next to hand on */
	crew_work  *work;
	crew_done  *done;
	crew_began *began;
	void       *ctx;
};

size_t crew_cores(void)
{
	cpu_set_t set;
	int n = sched_getaffinity(0, sizeof set, &set) ? 1 : CPU_COUNT(&set);
	return n < 1 ? 1 : n > CREW_CORES_MAX ? CREW_CORES_MAX : (size_t)n;
}

static bool no_process(struct err *e, const char *what)
{
	fail(e, ERR_SYSTEM, "Máy không cho chạy thêm phần đọc tệp.");
	err_hint(e, "Hãy đóng bớt chương trình rồi chạy lại; nếu vẫn vậy, báo cho người quản trị máy.");
	return err_detail(e, "%s: %s", what, strerror(errno));
}

static _Noreturn void be_worker(const struct crew *c, size_t i, int fd)
{
	FILE *to = fdopen(fd, "wb");
	if (to) {
		c->work(c->ctx, i, to);
		fclose(to);
	}
	_exit(to ? 0 : 1);
}

static bool start(struct crew *c, struct err *e)
{
	int ends[2];
	struct seat *s = &c->seat[c->next % c->seats];
	if (c->began)
		c->began(c->ctx, c->next);
	fflush(NULL);                              /* or the worker would print it again */
	if (pipe2(ends, O_CLOEXEC))
		return no_process(e, "pipe");
	pid_t pid = fork();
	if (pid == 0) {
		close(ends[0]);
		be_worker(c, c->next, ends[1]);
	}
	close(ends[1]);
	if (pid < 0) {
		close(ends[0]);
		return no_process(e, "fork");
	}
	*s = (struct seat){ .pid = pid, .fd = ends[0] };
	c->next++;
	c->running++;
	return true;
}

static void ended(struct crew *c, struct seat *s)
{
	int status = 0;
	while (waitpid(s->pid, &status, 0) < 0 && errno == EINTR)
		;
	s->how = WIFSIGNALED(status) ? WTERMSIG(status) : WEXITSTATUS(status) ? SIGABRT : 0;
	close(s->fd);
	s->fd = -1;
	c->running--;
}

static void take(struct crew *c, struct seat *s)
{
	if (s->n + PIECE > s->cap) {
		size_t cap = s->cap ? s->cap * 2 : (size_t)PIECE * 2;
		char *p = realloc(s->p, cap);
		if (!p)
			abort();                   /* as an arena does */
		s->p = p;
		s->cap = cap;
	}
	ssize_t n = read(s->fd, s->p + s->n, PIECE);
	if (n > 0)
		s->n += (size_t)n;
	else if (n == 0 || errno != EINTR)
		ended(c, s);
}

static void wait_for_some(struct crew *c)
{
	struct pollfd fds[SEATS_MAX];
	struct seat *whose[SEATS_MAX];
	nfds_t n = 0;
	for (size_t i = c->turn; i < c->next; i++) {
		struct seat *s = &c->seat[i % c->seats];
		if (s->fd < 0)
			continue;
		whose[n] = s;
		fds[n++] = (struct pollfd){ .fd = s->fd, .events = POLLIN };
	}
	if (poll(fds, n, -1) < 0)
		return;
	for (nfds_t i = 0; i < n; i++)
		if (fds[i].revents)
			take(c, whose[i]);
}

static void hand_on(struct crew *c)
{
	while (c->turn < c->next) {
		struct seat *s = &c->seat[c->turn % c->seats];
		if (s->fd >= 0)
			return;
		c->done(c->ctx, c->turn++, (str){ s->p, s->n }, s->how);
		free(s->p);
		s->p = NULL;
	}
}

bool crew_run(size_t jobs, size_t cores, crew_work *work, crew_done *done, crew_began *began, void *ctx, struct err *e)
{
	struct crew c = { .jobs = jobs, .work = work, .done = done, .began = began, .ctx = ctx };
	c.cores = cores < 1 ? 1 : cores > CREW_CORES_MAX ? CREW_CORES_MAX : cores;
	c.seats = c.cores * (1 + CREW_AHEAD);
	bool ok = true;
	while (ok ? c.turn < jobs : c.running > 0) {
		while (ok && c.next < jobs && c.running < c.cores && c.next - c.turn < c.seats)
			ok = start(&c, e);
		if (c.running)
			wait_for_some(&c);
		hand_on(&c);
	}
	return ok;
}
