/* Each attempt runs in a process of its own that has entered a box: what it gets is an errno, success, or SIGSYS. */
#include "base/box.h"
#include "base/arena.h"
#include "../nobody.h"
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/ptrace.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/un.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#undef fail                     /* cmocka has its own */
#include <cmocka.h>

enum { FINE = 0, STOPPED = 128 + SIGSYS };

static char inside[64], outside[80];               /* a folder that may be written to, a file that may not */

static int said(long r) { return r < 0 ? errno : FINE; }

static int open_outside(void) { return said(open(outside, O_RDONLY)); }
static int make_outside(void) { return said(open("/tmp/khacphuc-box-made", O_CREAT | O_WRONLY, 0600)); }
static int list_root(void) { return said(open("/", O_RDONLY | O_DIRECTORY)); }
static int link_out(void) { return said(link(outside, "linked")); }
static int read_usr(void) { return said(open("/usr/bin/env", O_RDONLY)); }
/* Not a program: one that runs somewhere is busy before it is forbidden. */
static int write_usr(void) { return said(open("/usr/lib/os-release", O_WRONLY)); }
static int run_other(void) { return said(execl("/usr/bin/env", "env", "true", NULL)); }
static int make_inside(void) { return said(open("made", O_CREAT | O_WRONLY | O_TRUNC, 0600)); }
static int write_null(void) { return said(open("/dev/null", O_WRONLY)); }
static int inet(void) { return said(socket(AF_INET, SOCK_STREAM, 0)); }
static int local(void) { return said(socket(AF_UNIX, SOCK_STREAM, 0)); }
static int datagram(void) { return said(socket(AF_UNIX, SOCK_DGRAM, 0)); }
static int pair(void) { int p[2]; return said(socketpair(AF_UNIX, SOCK_STREAM, 0, p)); }
static int forks(void) { pid_t p = fork(); if (!p) _exit(0); return said(p); }
static int vforks(void) { pid_t p = vfork(); if (!p) _exit(0); return said(p); }
static int namespaces(void) { return said(unshare(CLONE_NEWUSER)); }
static int leaves_session(void) { return said(setsid()); }
static int leaves_group(void) { return said(setpgid(0, 0)); }
static int kills(void) { return said(kill(getppid(), 0)); }
static int traces(void) { return said(ptrace(PTRACE_ATTACH, getppid(), NULL, NULL)); }
static int limits_others(void) { return said(syscall(SYS_prlimit64, getppid(), 0, NULL, NULL)); }
static int rings(void) { return said(syscall(SYS_io_uring_setup, 1, NULL)); }
static int runs_data(void)
{
	return mmap(NULL, 4096, PROT_READ | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) == MAP_FAILED ? errno : FINE;
}
static int takes_memory(void) { char *volatile p = malloc(5 << 20); return p ? FINE : errno; }
static int looks_at_clock(void) { struct timespec t; return said(clock_gettime(CLOCK_MONOTONIC, &t)); }

static int connects(void)
{
	struct sockaddr_un to = { AF_UNIX, "/run/nobody-listens" };
	return said(connect(socket(AF_UNIX, SOCK_STREAM, 0), (struct sockaddr *)&to, sizeof to));
}

static int changes_rights(void)
{
	struct stat before = { 0 }, after = { 0 };
	stat(outside, &before);
	chmod(outside, 0777);
	stat(outside, &after);
	return before.st_mode == after.st_mode ? FINE : EEXIST;
}

static void *nothing(void *x) { return x; }
static int threads(void) { pthread_t t; int r = pthread_create(&t, NULL, nothing, NULL); return r ? r : pthread_join(t, NULL); }
static int grows_file(void)
{
	signal(SIGXFSZ, SIG_IGN);
	int fd = open("grown", O_CREAT | O_WRONLY, 0600);
	return said(ftruncate(fd, 64 << 20));
}

/* What each of the three says to it. */
static const struct { const char *what; int (*act)(void); int pure, program, listener; } attempts[] = {
	{ "open outside", open_outside, STOPPED, EACCES, EACCES },
	{ "make a file outside", make_outside, STOPPED, EACCES, EACCES },
	{ "list /", list_root, STOPPED, EACCES, EACCES },
	{ "link what is outside", link_out, STOPPED, EXDEV, EXDEV },
	{ "read /usr", read_usr, STOPPED, FINE, FINE },
	{ "write /usr", write_usr, STOPPED, EACCES, EACCES },
	{ "run another program", run_other, STOPPED, EACCES, EACCES },
	{ "make a file inside", make_inside, STOPPED, FINE, FINE },
	{ "write to /dev/null", write_null, STOPPED, FINE, FINE },
	{ "a socket", inet, STOPPED, EPERM, EPERM },
	{ "a local socket", local, STOPPED, EPERM, FINE },
	{ "a local datagram socket", datagram, STOPPED, EPERM, EPERM },
	{ "connect", connects, STOPPED, EPERM, EPERM },
	{ "socketpair", pair, STOPPED, EPERM, EPERM },
	{ "fork", forks, STOPPED, EPERM, EPERM },
	{ "vfork", vforks, STOPPED, EPERM, EPERM },
	{ "namespaces", namespaces, STOPPED, EPERM, EPERM },
	{ "leave the session", leaves_session, STOPPED, EPERM, EPERM },
	{ "leave the group", leaves_group, STOPPED, EPERM, EPERM },
	{ "signal the parent", kills, STOPPED, EPERM, EPERM },
	{ "trace the parent", traces, STOPPED, EPERM, EPERM },
	{ "limits of others", limits_others, STOPPED, EPERM, EPERM },
	{ "io_uring", rings, STOPPED, EPERM, EPERM },
	{ "change rights", changes_rights, STOPPED, FINE, FINE },
	{ "a file too large", grows_file, STOPPED, EFBIG, EFBIG },
	{ "run data", runs_data, STOPPED, FINE, FINE },
	{ "threads", threads, STOPPED, FINE, FINE },
	{ "memory", takes_memory, FINE, FINE, FINE },
	{ "the clock", looks_at_clock, FINE, FINE, FINE },
};

struct trial { enum box_calls calls; int (*act)(void); };

static int in_box(void *ctx)
{
	static const char *const readable[] = { "/usr", "/lib", "/lib64", NULL };
	const struct trial *t = ctx;
	const struct box b = {
		.calls = t->calls, .memory = 1 << 30, .file = 1 << 20, .cpu = 5, .files = 32,
		.readable = t->calls == BOX_PURE ? NULL : readable, .writable = t->calls == BOX_PURE ? NULL : inside,
	};
	const char *step = "";
	if (chdir(inside) || !box_enter(&b, &step)) {
		fprintf(stderr, "%s: %s\n", step, strerror(errno));
		return 250;
	}
	_exit(t->act());
}

static void try_all(enum box_calls calls, bool nobody)
{
	for (size_t i = 0; i < COUNT(attempts); i++) {
		struct trial t = { calls, attempts[i].act };
		int want = calls == BOX_PURE ? attempts[i].pure : calls == BOX_PROGRAM ? attempts[i].program : attempts[i].listener;
		int got = in_process(nobody, in_box, &t);
		if (got != want)
			fail_msg("%s in box %d: %d (%s), not %d", attempts[i].what, (int)calls, got, strerror(got), want);
	}
}

static int set_up(void **state)
{
	(void)state;
	strcpy(inside, "/tmp/khacphuc-box-XXXXXX");
	if (!mkdtemp(inside) || chmod(inside, 0777))
		return -1;
	snprintf(outside, sizeof outside, "%s.outside", inside);
	int fd = open(outside, O_CREAT | O_WRONLY, 0644);
	return fd < 0 ? -1 : close(fd) || chmod(outside, 0666);
}

static int tear_down(void **state)
{
	char path[100];
	(void)state;
	for (const char *const *name = (const char *const[]){ "made", "grown", "linked", NULL }; *name; name++) {
		snprintf(path, sizeof path, "%s/%s", inside, *name);
		unlink(path);
	}
	unlink("/tmp/khacphuc-box-made");
	unlink(outside);
	return rmdir(inside);
}

#define TRY(name, calls, nobody) \
	static void test_##name(void **state) \
	{ \
		(void)state; \
		if (!box_landlock()) \
			skip(); \
		try_all(calls, nobody); \
	}

TRY(pure, BOX_PURE, false)
TRY(program, BOX_PROGRAM, false)
TRY(listener, BOX_LISTENER, false)
TRY(pure_nobody, BOX_PURE, true)
TRY(program_nobody, BOX_PROGRAM, true)
TRY(listener_nobody, BOX_LISTENER, true)

static void test_kernel(void **state)
{
	(void)state;
	assert_true(box_seccomp());
	assert_true(box_landlock() >= 0);
}

int base_box_tests(void);
int base_box_tests(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_pure, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_program, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_listener, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_pure_nobody, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_program_nobody, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_listener_nobody, set_up, tear_down),
		cmocka_unit_test(test_kernel),
	};
	return cmocka_run_group_tests_name("base/box", tests, NULL, NULL);
}
