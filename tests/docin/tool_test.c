/* Python plays the program that is not ours: it can try everything. */
#include "docin/tool.h"
#include "../nobody.h"
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#undef fail                     /* cmocka has its own */
#include <cmocka.h>

enum { ROOM = 64 << 20, MOST = 2 << 20 };

static const struct tool python = { "python3", "python3", "thử", 2, (size_t)512 << 20, NULL, false };
static const struct tool none = { "khong-co-chuong-trinh-nay", "goi-nao-do", "thử", 2, 1 << 20, NULL, false };

static char temporary[64], secret[80];

static bool run_in(struct arena *a, const struct tool *t, const char *script, const char *out, struct tool_result *r, struct err *e)
{
	const char *const args[] = { "-ISc", script, NULL };
	const struct member file = { S("vào.txt"), S("nội dung") };
	const struct tool_call c = { args, &file, 1, out, MOST };
	return tool_run(a, t, &c, r, e);
}

static bool folder_empty(void)
{
	struct dirent **names = NULL;
	int n = scandir(temporary, &names, NULL, NULL);
	for (int i = 0; i < n; i++)
		free(names[i]);
	free(names);
	return n == 2;
}

static int set_up(void **state)
{
	(void)state;
	strcpy(temporary, "/tmp/khacphuc-tool-XXXXXX");
	if (!mkdtemp(temporary) || chmod(temporary, 0777))
		return -1;
	snprintf(secret, sizeof secret, "%s.secret", temporary);
	FILE *f = fopen(secret, "w");
	if (!f || fputs("bí mật", f) < 0 || fclose(f) || chmod(secret, 0666))
		return -1;
	return setenv("TMPDIR", temporary, 1) || setenv("SECRET", "x", 1);
}

static int tear_down(void **state)
{
	(void)state;
	unsetenv("TMPDIR");
	unsetenv("SECRET");
	unlink(secret);
	return rmdir(temporary);
}

/* -- what it may do ---------------------------------------------------------------------------------- */

static const struct { const char *script, *printed; int status; } works[] = {
	{ "print('x')", "x\n", 0 },
	{ "import sys; sys.exit(5)", "", 5 },
	{ "import os; os.abort()", "", 128 + 6 },
	{ "print(open('vào.txt').read())", "nội dung\n", 0 },
	{ "import os; print(sorted(os.environ))", "['HOME', 'LANG', 'OMP_THREAD_LIMIT', 'PATH', 'TMPDIR']\n", 0 },
	{ "import os; print(os.environ['HOME'] == os.getcwd())", "True\n", 0 },
	{ "import threading as t; x = t.Thread(target=print, args=('y',)); x.start(); x.join()", "y\n", 0 },
	{ "import os; print(len(os.listdir('/usr')) > 3)", "True\n", 0 },
};

static int work(void *ctx)
{
	(void)ctx;
	int wrong = 0;
	for (size_t i = 0; i < COUNT(works); i++) {
		struct arena *a = arena_open(ROOM);
		struct tool_result r = { 0 };
		struct err e = { 0 };
		bool ok = run_in(a, &python, works[i].script, NULL, &r, &e) && r.status == works[i].status &&
		          str_eq(r.printed, str_c(works[i].printed)) && folder_empty();
		if (!ok)
			fprintf(stderr, "%s: %d %.*s %.*s %s\n", works[i].script, r.status, SF(r.printed), SF(r.complaint), e.message);
		wrong += !ok;
		arena_free(a);
	}
	return wrong;
}

static void test_works(void **state)
{
	(void)state;
	assert_int_equal(in_process(false, work, NULL), 0);
	assert_int_equal(in_process(true, work, NULL), 0);
}

static void test_files(void **state)
{
	static const char script[] =
	    "import os\n"
	    "for n in ('out-b', 'out-a', 'other'): open(n, 'w').write(n)\n"
	    "os.symlink('/etc/passwd', 'out-link'); os.link('out-a', 'out-twice'); os.mkdir('out-folder'); os.mkfifo('out-pipe')\n"
	    "os.rename('out-twice', 'out-c')\n"
	    "open('out-c0', 'w').write('x'); os.umask(0o777); os.mkdir('locked'); os.umask(0)\n"
	    "for i in range(10): os.mkdir('d'); os.chdir('d')\n";
	struct arena *a = arena_open(ROOM);
	struct tool_result r = { 0 };
	struct err e = { 0 };
	(void)state;
	assert_true(run_in(a, &python, script, "out", &r, &e));
	assert_int_equal(r.status, 0);
	assert_int_equal(r.files.n, 2);                        /* out-a has a second name now */
	assert_string_equal(r.files.at[0].name.p, "out-b");
	assert_true(str_eq(r.files.at[0].bytes, S("out-b")));
	assert_string_equal(r.files.at[1].name.p, "out-c0");
	assert_true(folder_empty());
	arena_free(a);
}

/* -- what it may not --------------------------------------------------------------------------------- */

static const char *const refused[] = {
	"open('/etc/passwd')", "open('/tmp/x', 'w')", "os.listdir('/')", "os.listdir('/proc')", "open('/proc/self/environ')",
	"open(os.getcwd() + '.secret', 'w')", "open('/dev/tty')", "os.link('/usr/bin/env', 'y')", "os.mkdir('/tmp/y')",
	"os.fork()", "os.setsid()", "os.setpgid(0, 0)", "os.kill(os.getppid(), 0)", "os.execv('/bin/sh', ['sh'])",
	"os.execv('/usr/bin/env', ['env'])", "__import__('socket').socket()", "__import__('socket').socketpair()",
	"os.unlink('%secret%')", "open('%secret%')", "os.posix_spawn('/bin/sh', ['sh'], {})", "os.memfd_create('x') and os.fork()",
};

static int refuse(void *ctx)
{
	(void)ctx;
	int wrong = 0;
	for (size_t i = 0; i < COUNT(refused); i++) {
		struct arena *a = arena_open(ROOM);
		struct tool_result r = { 0 };
		struct err e = { 0 };
		const char *mark = strstr(refused[i], "%secret%");
		const char *act = mark ? str_fmt(a, "%.*s%s%s", (int)(mark - refused[i]), refused[i], secret, mark + 8).p : refused[i];
		const char *script = str_fmt(a, "import os\ntry:\n  %s\n  print('done')\nexcept OSError: print('refused')\n", act).p;
		bool ok = run_in(a, &python, script, NULL, &r, &e) && str_eq(r.printed, S("refused\n")) && folder_empty();
		if (!ok)
			fprintf(stderr, "%s: %d %.*s %.*s %s\n", act, r.status, SF(r.printed), SF(r.complaint), e.message);
		wrong += !ok;
		arena_free(a);
	}
	return wrong;
}

static void test_refused(void **state)
{
	(void)state;
	assert_int_equal(in_process(false, refuse, NULL), 0);
	assert_int_equal(in_process(true, refuse, NULL), 0);
}

/* Said to be done and not done: the rights of the file outside are what they were. */
static void test_rights(void **state)
{
	struct arena *a = arena_open(ROOM);
	struct tool_result r = { 0 };
	struct err e = { 0 };
	struct stat st;
	(void)state;
	assert_true(run_in(a, &python, str_fmt(a, "import os; os.chmod('%s', 0); os.utime('%s', (1, 1))", secret, secret).p, NULL, &r, &e));
	assert_int_equal(stat(secret, &st), 0);
	assert_int_equal(st.st_mode & 0777, 0666);
	assert_true(st.st_mtime > 1000);
	arena_free(a);
}

/* -- what stops it ----------------------------------------------------------------------------------- */

static const struct { const char *script, *out, *says; } stopped[] = {
	{ "while True: pass", NULL, "chạy quá 2 giây" },
	{ "import time; time.sleep(100)", NULL, "chạy quá 2 giây" },
	{ "import signal; signal.raise_signal(signal.SIGXCPU)", NULL, "chạy quá 2 giây" },
	{ "import signal; signal.raise_signal(signal.SIGKILL)", NULL, "chạy quá 2 giây" },
	{ "import signal, time\nsignal.pthread_sigmask(signal.SIG_BLOCK, range(1, 32)); time.sleep(100)", NULL, "chạy quá 2 giây" },
	{ "while True: print('x' * 100000)", NULL, "quá nhiều dữ liệu" },
	{ "print('x' * (2 << 20))", NULL, "quá nhiều dữ liệu" },
	{ "f = open('big', 'wb')\nwhile True: f.write(b'x' * 1000000)", NULL, "quá nhiều dữ liệu" },
	{ "import time\nfor i in range(40): open(str(i), 'wb').write(b'x' * 100000)\ntime.sleep(100)", NULL, "quá nhiều dữ liệu" },
	{ "import os\nfor i in range(3000): os.mkdir('d', 0o700); os.chdir('d')\n", NULL, "quá nhiều dữ liệu" },
	{ "for i in range(30): open('out%d' % i, 'wb').write(b'x' * 100000)", "out", "quá nhiều dữ liệu" },
};

static void test_stopped(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(stopped); i++) {
		struct arena *a = arena_open(ROOM);
		struct tool_result r = { 0 };
		struct err e = { 0 };
		bool went = run_in(a, &python, stopped[i].script, stopped[i].out, &r, &e);
		if (went || e.code != ERR_LIMIT || !strstr(e.message, stopped[i].says))
			fail_msg("%s: %d %s", stopped[i].script, (int)e.code, e.message);
		assert_true(e.hint[0]);
		assert_true(folder_empty());
		arena_free(a);
	}
}

static void test_missing(void **state)
{
	struct arena *a = arena_open(ROOM);
	struct tool_result r = { 0 };
	struct err e = { 0 };
	(void)state;
	assert_false(run_in(a, &none, "", NULL, &r, &e));
	assert_int_equal(e.code, ERR_NOT_FOUND);
	assert_non_null(strstr(e.hint, "goi-nao-do"));
	assert_false(tool_here(&none));
	assert_true(tool_here(&python));
	arena_free(a);
}

/* -- the real ones, where they are ------------------------------------------------------------------- */

static void test_office(void **state)
{
	struct arena *a = arena_open(ROOM);
	struct tool_result r = { 0 };
	struct err e = { 0 };
	const char *const args[] = { "--headless", "--convert-to", "html", "--outdir", ".", "in.txt", NULL };
	const struct member file = { S("in.txt"), S("Kế hoạch\n") };
	(void)state;
	if (!tool_here(&tool_soffice)) {
		arena_free(a);
		skip();
	}
	if (!tool_run(a, &tool_soffice, &(struct tool_call){ args, &file, 1, "in.html", MOST }, &r, &e))
		fail_msg("%s / %s", e.message, e.detail);
	assert_int_equal(r.files.n, 1);
	assert_in_range(str_find(r.files.at[0].bytes, S("hoạch"), 0), 0, r.files.at[0].bytes.n - 1);
	assert_true(folder_empty());
	arena_free(a);
}

int docin_tool_tests(void);
int docin_tool_tests(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_works, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_files, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_refused, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_rights, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_stopped, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_missing, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_office, set_up, tear_down),
	};
	return cmocka_run_group_tests_name("docin/tool", tests, NULL, NULL);
}
