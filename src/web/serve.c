#include "app/record.h"
#include "base/crew.h"
#include "base/fd.h"
#include "web/jobs.h"
#include "web/mhd.h"
#include "web/few.h"
#include "web/slow.h"
#include "web/web.h"
#include "web/worker.h"
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <netdb.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { WORKERS_MOST = 64, BACKLOG = 1024, PAUSE_MOST = 32, STEADY = 60, MEMORY = 64 << 20, LEAST_WORKERS = 2 };

/* One process beside the supervisor. */
struct post { pid_t pid; time_t began, again; int pause; bool jobs; };
struct serve {
	struct working working;
	struct post    posts[WORKERS_MOST + 1];        /* the last one reads files (web/jobs.h) */
	int            n;
	sigset_t       heard, before;
};

/* -- before the first request --------------------------------------------------------------------------- */

/* The record is opened once: that says what is wrong with it while somebody is looking, brings its schema up to date before two workers
 * would both begin to, and loads what a database needs before there are threads. */
static bool try_record(const char *dir, struct err *e)
{
	CLEANUP(arena_close) struct arena *a = arena_open(MEMORY);
	CLEANUP(record_close) struct record *r = NULL;
	return record_open(a, dir, &r, e);
}

/* What a process left behind that was killed while files came in; pid 0: what any did. */
static void sweep(const char *folder, pid_t pid)
{
	DIR *d = opendir(folder);
	char mine[32];
	snprintf(mine, sizeof mine, "%ld-", (long)pid);
	for (struct dirent *x; d && (x = readdir(d));)
		if (x->d_name[0] != '.' && (!pid || !strncmp(x->d_name, mine, strlen(mine))))
			unlinkat(dirfd(d), x->d_name, 0);
	if (d)
		closedir(d);
}

static bool folder_ready(const char *folder, struct err *e)
{
	struct stat st;
	if ((!mkdir(folder, 0700) || errno == EEXIST) && !lstat(folder, &st) && S_ISDIR(st.st_mode) && !access(folder, W_OK | X_OK) &&
	    (!(st.st_mode & 077) || !chmod(folder, 0700))) {
		sweep(folder, 0);
		return true;
	}
	fail(e, ERR_SYSTEM, "Không dùng được thư mục %s để nhận tệp gửi lên.", folder);
	return err_hint(e, "Kiểm tra quyền của thư mục hồ sơ."), err_detail(e, "%s", strerror(errno));
}

static bool listen_at(const struct serving *s, int *ret, struct err *e)
{
	struct addrinfo want = { .ai_socktype = SOCK_STREAM, .ai_flags = AI_PASSIVE | AI_NUMERICSERV }, *all = NULL;
	char port[16];
	int why = 0;
	snprintf(port, sizeof port, "%d", s->port);
	*ret = -1;
	if (getaddrinfo(s->address, port, &want, &all)) {
		fail(e, ERR_INPUT, "“%s” không phải là một địa chỉ của máy này.", s->address);
		return err_hint(e, "Ghi như 127.0.0.1, 0.0.0.0 hay ::1.");
	}
	for (struct addrinfo *x = all; x && *ret < 0; x = x->ai_next) {
		int fd = socket(x->ai_family, x->ai_socktype | SOCK_CLOEXEC | SOCK_NONBLOCK, x->ai_protocol), on = 1;
		if (fd >= 0 && !setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on) && !bind(fd, x->ai_addr, x->ai_addrlen) &&
		    !listen(fd, BACKLOG))
			*ret = fd;
		else {
			why = errno;
			fd_close(&fd);
		}
	}
	freeaddrinfo(all);
	if (*ret >= 0)
		return true;
	fail(e, ERR_INPUT, why == EADDRINUSE ? "Cổng %d của %s đang có chương trình khác dùng." : "Không mở được cổng %d của %s.", s->port,
	     s->address);
	return err_hint(e, "Chọn cổng khác bằng --port."), err_detail(e, "bind: %s", strerror(why));
}

/* Many connections are many descriptors. */
static void many_files(void)
{
	struct rlimit l;
	if (!getrlimit(RLIMIT_NOFILE, &l) && l.rlim_cur < l.rlim_max) {
		l.rlim_cur = l.rlim_max < 65536 ? l.rlim_max : 65536;
		setrlimit(RLIMIT_NOFILE, &l);
	}
}

/* -- processes ------------------------------------------------------------------------------------------ */

static _Noreturn void work(struct serve *s, bool jobs, pid_t parent)
{
	struct err e = { 0 };
	prctl(PR_SET_PDEATHSIG, SIGTERM);
	if (getppid() != parent)
		_exit(0);                                  /* it died before we asked to be told */
	sigset_t ends;
	sigemptyset(&ends);
	sigaddset(&ends, SIGTERM);
	sigaddset(&ends, SIGINT);
	sigprocmask(SIG_SETMASK, &s->before, NULL);
	sigprocmask(SIG_BLOCK, &ends, NULL);
	bool ok = jobs ? jobs_run(s->working.dir, &e) : worker_run(&s->working, &e);
	if (!ok)
		fprintf(stderr, "khacphuc: %s %s\n", e.message, e.hint);
	_exit(!ok);
}

static void start(struct serve *s, struct post *p)
{
	pid_t self = getpid();
	p->began = time(NULL);
	p->again = 0;
	p->pid = fork();
	if (!p->pid)
		work(s, p->jobs, self);
	if (p->pid < 0)
		p->again = p->began + PAUSE_MOST;
}

/* One that lived long comes back at once, one that dies again and again after a growing pause. */
static void died(struct serve *s, pid_t pid, int how)
{
	time_t now = time(NULL);
	for (int i = 0; i < s->n; i++) {
		struct post *p = &s->posts[i];
		if (p->pid != pid)
			continue;
		p->pause = now - p->began >= STEADY ? 0 : p->pause ? p->pause * 2 : 1;
		p->pause = p->pause > PAUSE_MOST ? PAUSE_MOST : p->pause;
		p->pid = -1;
		p->again = now + p->pause;
		fprintf(stderr, "khacphuc: tiến trình %ld dừng (%s %d); khởi động lại sau %d giây.\n", (long)pid,
		        WIFSIGNALED(how) ? "tín hiệu" : "mã thoát", WIFSIGNALED(how) ? WTERMSIG(how) : WEXITSTATUS(how), p->pause);
	}
	sweep(s->working.folder, pid);
}

static void revive(struct serve *s)
{
	for (int i = 0; i < s->n; i++)
		if (s->posts[i].pid <= 0 && s->posts[i].again <= time(NULL))
			start(s, &s->posts[i]);
}

static void watch(struct serve *s)
{
	static const struct timespec second = { 1, 0 };
	for (int which = 0; which != SIGTERM && which != SIGINT;) {
		pid_t pid;
		int how;
		which = sigtimedwait(&s->heard, NULL, &second);
		while ((pid = waitpid(-1, &how, WNOHANG)) > 0)
			died(s, pid, how);
		if (which != SIGTERM && which != SIGINT)
			revive(s);
	}
}

static void tell_all(const struct serve *s, int sig)
{
	for (int i = 0; i < s->n; i++)
		if (s->posts[i].pid > 0)
			kill(s->posts[i].pid, sig);
}

/* The requests under way end; who needs longer than a worker gives is stopped. */
static void end_all(struct serve *s)
{
	tell_all(s, SIGTERM);
	for (int tenths = 0, left = 1; left; tenths++) {
		left = 0;
		for (int i = 0; i < s->n; i++) {
			if (s->posts[i].pid > 0 && waitpid(s->posts[i].pid, NULL, WNOHANG))
				s->posts[i].pid = 0;
			left += s->posts[i].pid > 0;
		}
		if (tenths == (WORKER_GRACE + 5) * 10)
			tell_all(s, SIGKILL);
		usleep(left ? 100000 : 0);
	}
	sweep(s->working.folder, 0);
}

static int workers_of(const struct serving *s)
{
	int cores = (int)crew_cores(), n = s->workers ? s->workers : cores < LEAST_WORKERS ? LEAST_WORKERS : cores;
	return n > WORKERS_MOST ? WORKERS_MOST : n;
}

bool web_serve(const struct serving *s, struct err *e)
{
	CLEANUP(arena_close) struct arena *a = arena_open(MEMORY);
	CLEANUP(fd_close) int fd = -1;
	CLEANUP(slow_close) struct slow *slow = slow_open();
	CLEANUP(few_close) struct few *few = few_open();
	str folder = str_fmt(a, "%s/incoming", s->dir);
	if (!try_record(s->dir, e) || !folder_ready(folder.p, e) || !mhd_load(e) || !listen_at(s, &fd, e))
		return false;
	struct serve *x = make(a, struct serve);
	*x = (struct serve){ .working = { s->dir, folder.p, fd, slow, few }, .n = workers_of(s) + 1 };
	x->posts[x->n - 1].jobs = true;
	many_files();
	signal(SIGPIPE, SIG_IGN);
	sigemptyset(&x->heard);
	sigaddset(&x->heard, SIGTERM);
	sigaddset(&x->heard, SIGINT);
	sigaddset(&x->heard, SIGCHLD);
	sigprocmask(SIG_BLOCK, &x->heard, &x->before);
	revive(x);
	fprintf(s->say, strchr(s->address, ':') ? "http://[%s]:%d\n" : "http://%s:%d\n", s->address, s->port);
	fflush(s->say);
	watch(x);
	end_all(x);
	sigprocmask(SIG_SETMASK, &x->before, NULL);
	return true;
}
