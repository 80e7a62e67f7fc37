#include "base/child_parts.h"
#include "base/fd.h"
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <sys/mman.h>
#include <sys/pidfd.h>
#include <sys/prctl.h>
#include <sys/signalfd.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { LOOK_MS = 100, NOT_STARTED = 127 };

bool child_broken(const char *what, int why, struct err *e)
{
	fail(e, ERR_SYSTEM, "Máy không khởi động được chương trình phụ.");
	err_hint(e, "Hãy thử lại; nếu vẫn lỗi, báo cho người quản trị máy.");
	return err_detail(e, "%s: %s", what, strerror(why));
}

/* -- its standard files ------------------------------------------------------------------------------ */

/* Above 2, where the standard files of the child will lie, even when we were started without any. */
static int lift(int fd)
{
	if (fd < 0 || fd > 2)
		return fd;
	int above = fcntl(fd, F_DUPFD_CLOEXEC, 3);
	close(fd);
	return above;
}

int child_memory(const char *name, str bytes)
{
	int fd = lift(memfd_create(name, MFD_CLOEXEC | MFD_ALLOW_SEALING));
	for (size_t n = 0; fd >= 0 && n < bytes.n;) {
		ssize_t put = write(fd, bytes.p + n, bytes.n - n);
		if (put < 0 && errno == EINTR)
			continue;
		if (put <= 0) {
			close(fd);
			return -1;
		}
		n += (size_t)put;
	}
	if (fd >= 0)
		lseek(fd, 0, SEEK_SET);
	return fd;
}

static int open_input(str bytes)
{
	int fd = child_memory("input", bytes);
	if (fd >= 0)
		fcntl(fd, F_ADD_SEALS, F_SEAL_SEAL | F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_WRITE);
	return fd;
}

/* Copied, not mapped; nobody writes any more. */
str child_take(struct arena *a, int fd, size_t most, bool *more)
{
	struct stat st;
	if (fstat(fd, &st) || st.st_size <= 0)
		return (str){ "", 0 };
	size_t size = (size_t)st.st_size, n = 0;
	*more = size > most;
	size = *more ? most : size;
	char *p = make_n(a, char, size + 1);
	while (n < size) {
		ssize_t got = pread(fd, p + n, size - n, (off_t)n);
		if (got < 0 && errno == EINTR)
			continue;
		if (got <= 0)
			break;
		n += (size_t)got;
	}
	return (str){ p, n };
}

/* -- beginning --------------------------------------------------------------------------------------- */

/* Runs in the child, on the memory of the parent (vfork): system calls only. */
static _Noreturn void begin(struct beginning *b)
{
	sigset_t none;
	sigemptyset(&none);
	b->step = "setsid";
	bool ok = setsid() >= 0 && (b->step = "pdeathsig") && !prctl(PR_SET_PDEATHSIG, SIGKILL) && getppid() == b->parent &&
	          (b->step = "dup2") && dup2(b->input, 0) >= 0 && dup2(b->output, 1) >= 0 && dup2(b->complaint, 2) >= 0 &&
	          (b->step = "close_range") && !close_range(3, ~0U, 0) &&
	          (b->step = "chdir") && !chdir(b->c->folder ? b->c->folder : "/") &&
	          (b->step = "sigmask") && !sigprocmask(SIG_SETMASK, &none, NULL) && (!b->c->box || box_enter(b->c->box, &b->step));
	if (ok) {
		b->step = "execve";
		execve(b->c->program, (char *const *)(uintptr_t)b->c->args, (char *const *)(uintptr_t)b->c->environment);
	}
	b->why = errno;
	_exit(NOT_STARTED);
}

/* vfork, not fork: its cost does not grow with our memory, and what went wrong comes back in it. */
pid_t child_start(struct beginning *volatile b)
{
	b->parent = getpid();
	pid_t pid = vfork();
	if (!pid)
		begin(b);
	return pid;
}

/* -- waiting ----------------------------------------------------------------------------------------- */

int64_t child_now_ms(void)
{
	struct timespec t;
	clock_gettime(CLOCK_MONOTONIC, &t);
	return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

static void ending(sigset_t *s)
{
	sigemptyset(s);
	sigaddset(s, SIGINT);
	sigaddset(s, SIGTERM);
	sigaddset(s, SIGHUP);
}

void child_hold(sigset_t *before)
{
	sigset_t s;
	ending(&s);
	pthread_sigmask(SIG_BLOCK, &s, before);
}

void child_let(const sigset_t *before) { pthread_sigmask(SIG_SETMASK, before, NULL); }

static enum child_end await(const struct child *c, int process, int output)
{
	sigset_t s;
	ending(&s);
	CLEANUP(fd_close) int asked = signalfd(-1, &s, SFD_CLOEXEC);
	struct pollfd fds[] = { { .fd = process, .events = POLLIN }, { .fd = asked, .events = POLLIN } };
	int64_t end = child_now_ms() + (int64_t)c->seconds * 1000;
	for (;;) {
		int64_t left = end - child_now_ms();
		if (left <= 0)
			return CHILD_LATE;
		int n = poll(fds, 2, (int)(c->over && left > LOOK_MS ? LOOK_MS : left));
		if (n > 0 && fds[0].revents)
			return CHILD_EXITED;
		if (n > 0 && fds[1].revents)
			return CHILD_STOPPED;
		if (!n && c->over && c->over(c->ctx, output))
			return CHILD_OVER;
	}
}

/* The group is killed while its leader is not reaped yet, so that its number cannot be another's. */
void child_end_all(pid_t pid, struct child_result *ret)
{
	int status = 0;
	siginfo_t info;
	if (ret->end != CHILD_EXITED)
		kill(-pid, SIGKILL);
	while (waitid(P_PID, (id_t)pid, &info, WEXITED | WNOWAIT) < 0 && errno == EINTR)
		;
	kill(-pid, SIGKILL);
	while (waitpid(pid, &status, 0) < 0 && errno == EINTR)
		;
	if (ret->end != CHILD_EXITED)
		return;
	ret->end = WIFSIGNALED(status) ? CHILD_KILLED : CHILD_EXITED;
	ret->status = WIFSIGNALED(status) ? WTERMSIG(status) : WEXITSTATUS(status);
}

bool child_run(struct arena *a, const struct child *c, struct child_result *ret, struct err *e)
{
	CLEANUP(fd_close) int input = open_input(c->input);
	CLEANUP(fd_close) int output = child_memory("output", S(""));
	CLEANUP(fd_close) int complaint = child_memory("complaint", S(""));
	if (input < 0 || output < 0 || complaint < 0)
		return child_broken("memfd_create", errno, e);
	struct beginning b = { .c = c, .input = input, .output = output, .complaint = complaint };
	pid_t pid = child_start(&b);
	if (pid < 0)
		return child_broken("vfork", errno, e);
	CLEANUP(fd_close) int process = pidfd_open(pid, 0);
	*ret = (struct child_result){ .end = process < 0 ? CHILD_STOPPED : await(c, process, output) };
	child_end_all(pid, ret);
	if (process < 0)
		return child_broken("pidfd_open", errno, e);
	if (b.why)
		return child_broken(b.step, b.why, e);
	bool cut = false;
	if (c->over && ret->end == CHILD_EXITED)
		c->over(c->ctx, output);
	if (c->most)
		ret->out = child_take(a, output, c->most, &ret->more);
	ret->complaint = child_take(a, complaint, CHILD_COMPLAINT, &cut);
	return true;
}
