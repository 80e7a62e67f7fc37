#include "base/child.h"
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#undef fail                     /* cmocka has its own */
#include <cmocka.h>

enum { ROOM = 1 << 24 };

static struct child_result run(struct arena *a, const char *script, struct child c)
{
	static const char *const environment[] = { "PATH=/usr/bin:/bin", "A=b", NULL };
	const char *const args[] = { "sh", "-c", script, NULL };
	struct child_result r = { 0 };
	struct err e = { 0 };
	c.program = "/bin/sh";
	c.args = args;
	c.environment = environment;
	c.seconds = c.seconds ? c.seconds : 20;
	c.most = c.most ? c.most : 1 << 20;
	assert_true(child_run(a, &c, &r, &e));
	return r;
}

static const struct { const char *script, *input; enum child_end end; int status; const char *out, *complaint; } runs[] = {
	{ "cat", "vào", CHILD_EXITED, 0, "vào", "" },
	{ "true", "", CHILD_EXITED, 0, "", "" },
	{ "echo x; echo y >&2; exit 3", "", CHILD_EXITED, 3, "x\n", "y\n" },
	{ "kill -9 $$", "", CHILD_KILLED, SIGKILL, "", "" },
	{ "kill -11 $$", "", CHILD_KILLED, SIGSEGV, "", "" },
	{ "env | grep -vE '^(PWD|OLDPWD|_|SHLVL)=' | sort", "", CHILD_EXITED, 0, "A=b\nPATH=/usr/bin:/bin\n", "" },
	{ "pwd", "", CHILD_EXITED, 0, "/\n", "" },
	{ "echo over >&0 || echo sealed", "input", CHILD_EXITED, 0, "sealed\n", "sh: 1: echo: echo: I/O error\n" },
};

static void test_runs(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(runs); i++) {
		struct arena *a = arena_open(ROOM);
		struct child_result r = run(a, runs[i].script, (struct child){ .input = str_c(runs[i].input) });
		assert_int_equal(r.end, runs[i].end);
		assert_int_equal(r.status, runs[i].status);
		assert_string_equal(r.out.p, runs[i].out);
		if (i + 1 < COUNT(runs))                       /* how a shell words it is its own */
			assert_string_equal(r.complaint.p, runs[i].complaint);
		assert_false(r.more);
		arena_free(a);
	}
}

static int64_t now_ms(void)
{
	struct timespec t;
	clock_gettime(CLOCK_MONOTONIC, &t);
	return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

static bool always(void *ctx, int output)
{
	(void)output;
	++*(int *)ctx;
	return true;
}

static void test_clock(void **state)
{
	struct arena *a = arena_open(ROOM);
	int asked = 0;
	int64_t begun = now_ms();
	(void)state;
	assert_int_equal(run(a, "trap '' TERM INT; sleep 60", (struct child){ .seconds = 1 }).end, CHILD_LATE);
	assert_int_equal(run(a, "sleep 60", (struct child){ .over = always, .ctx = &asked }).end, CHILD_OVER);
	assert_int_equal(asked, 1);
	assert_in_range(now_ms() - begun, 1000, 20000);
	arena_free(a);
}

/* What it started and left behind is gone too, and cannot hold us up. */
static void test_group(void **state)
{
	struct arena *a = arena_open(ROOM);
	int64_t begun = now_ms();
	(void)state;
	struct child_result r = run(a, "sleep 60 & echo $!", (struct child){ 0 });
	assert_int_equal(r.end, CHILD_EXITED);
	pid_t left = atoi(r.out.p);
	assert_in_range(left, 2, INT32_MAX);
	for (int i = 0; !kill(left, 0) && i < 100; i++) {      /* dead, but perhaps not collected by init yet */
		char state_of = 0, path[40];
		snprintf(path, sizeof path, "/proc/%d/stat", left);
		FILE *f = fopen(path, "r");
		if (!f || fscanf(f, "%*d %*s %c", &state_of) != 1 || state_of == 'Z')
			i = 100;
		if (f)
			fclose(f);
		assert_in_range(i, 0, 100);
		usleep(10000);
	}
	assert_in_range(now_ms() - begun, 0, 20000);
	arena_free(a);
}

static void test_output(void **state)
{
	struct arena *a = arena_open(ROOM);
	(void)state;
	struct child_result r = run(a, "head -c 5000000 /dev/zero; head -c 9000 /dev/zero >&2", (struct child){ .most = 1000 });
	assert_true(r.more);
	assert_int_equal(r.out.n, 1000);
	assert_int_equal(r.complaint.n, CHILD_COMPLAINT);
	const struct box box = { .calls = BOX_PROGRAM, .file = 100000, .files = 20, .runnable = (const char *const[]){ "/", NULL } };
	r = run(a, "while :; do echo more; done", (struct child){ .box = &box });
	assert_int_equal(r.end, CHILD_KILLED);
	assert_int_equal(r.status, SIGXFSZ);
	arena_free(a);
}

/* Descriptors of ours that are not marked to be closed do not get there. */
static void test_nothing_of_ours(void **state)
{
	struct arena *a = arena_open(ROOM);
	int fd = dup(0);
	(void)state;
	struct child_result r = run(a, "ls /proc/$$/fd; true", (struct child){ 0 });
	assert_string_equal(r.out.p, "0\n1\n2\n");
	close(fd);
	arena_free(a);
}

static void test_not_started(void **state)
{
	struct arena *a = arena_open(ROOM);
	struct child_result r = { 0 };
	struct err e = { 0 };
	const char *const args[] = { "none", NULL };
	const struct child none = { .program = "/nowhere/none", .args = args, .environment = args + 1, .seconds = 5, .most = 10 };
	(void)state;
	assert_false(child_run(a, &none, &r, &e));
	assert_int_equal(e.code, ERR_SYSTEM);
	assert_string_equal(e.detail, "execve: No such file or directory");
	assert_true(e.hint[0]);
	arena_free(a);
}

/* A wish to end that comes while a child runs ends the child, and then waits for us. */
static void test_stop(void **state)
{
	struct arena *a = arena_open(ROOM);
	sigset_t before, wish;
	(void)state;
	child_hold(&before);
	kill(getpid(), SIGTERM);
	assert_int_equal(run(a, "sleep 60", (struct child){ 0 }).end, CHILD_STOPPED);
	sigemptyset(&wish);
	sigaddset(&wish, SIGTERM);
	assert_int_equal(sigtimedwait(&wish, NULL, &(struct timespec){ 0 }), SIGTERM);
	child_let(&before);
	arena_free(a);
}

int base_child_tests(void);
int base_child_tests(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_runs),
		cmocka_unit_test(test_clock),
		cmocka_unit_test(test_group),
		cmocka_unit_test(test_output),
		cmocka_unit_test(test_nothing_of_ours),
		cmocka_unit_test(test_not_started),
		cmocka_unit_test(test_stop),
	};
	return cmocka_run_group_tests_name("base/child", tests, NULL, NULL);
}
