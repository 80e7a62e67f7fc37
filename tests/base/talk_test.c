#include "base/talk.h"
#include <errno.h>
#include <time.h>
#include <unistd.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#undef fail                     /* cmocka has its own */
#include <cmocka.h>

#define ROOM ((size_t)1 << 28)

/* "cat" says what it is asked: a frame goes in, the same frame comes out. */
static struct talk opened(const char *script)
{
	static const char *const environment[] = { "PATH=/usr/bin:/bin", NULL };
	const char *const args[] = { "sh", "-c", script, NULL };
	const struct child c = { .program = "/bin/sh", .args = args, .environment = environment };
	struct talk t;
	struct err e = { 0 };
	assert_true(talk_open(&t, &c, &e));
	return t;
}

static void test_many(void **state)
{
	CLEANUP(talk_close) struct talk t = opened("cat");
	(void)state;
	for (int i = 0; i < 100; i++) {
		CLEANUP(arena_close) struct arena *a = arena_open(ROOM);
		struct child_result ended;
		str answer, question = str_fmt(a, "câu hỏi %d", i);
		assert_true(talk_ask(a, &t, question, 100, 10, &answer, &ended));
		assert_true(str_eq(answer, question));
	}
}

/* More than a socket holds, both ways at once: nobody waits for the other. */
static void test_large(void **state)
{
	CLEANUP(talk_close) struct talk t = opened("cat");
	CLEANUP(arena_close) struct arena *a = arena_open(ROOM);
	struct child_result ended;
	size_t n = 20 << 20;
	char *p = make_n(a, char, n);
	str answer;
	(void)state;
	for (size_t i = 0; i < n; i++)
		p[i] = (char)(i * 7 >> 3);
	assert_true(talk_ask(a, &t, (str){ p, n }, n, 30, &answer, &ended));
	assert_true(str_eq(answer, (str){ p, n }));
	assert_true(talk_ask(a, &t, S(""), 0, 10, &answer, &ended) && !answer.n);
}

static const struct {
	const char *script;
	int seconds;
	size_t most;
	enum child_end end;
	int status;
	bool more;
	const char *complaint;
} ends[] = {
	{ "exit 3", 10, 10, CHILD_EXITED, 3, false, "" },
	{ "echo vì sao >&2; exit 71", 10, 10, CHILD_EXITED, 71, false, "vì sao\n" },
	{ "kill -9 $$", 10, 10, CHILD_KILLED, SIGKILL, false, "" },
	{ "head -c 12 >/dev/null; exit 4", 10, 10, CHILD_EXITED, 4, false, "" },
	{ "sleep 60", 1, 10, CHILD_LATE, 0, false, "" },
	{ "printf '\\4\\0\\0\\0\\0\\0\\0\\0ab'; sleep 60", 1, 10, CHILD_LATE, 0, false, "" },          /* half an answer */
	{ "printf '\\4\\0\\0\\0\\0\\0\\0\\0ab'", 10, 10, CHILD_EXITED, 0, false, "" },
	{ "cat", 10, 3, CHILD_OVER, 0, true, "" },
	{ "printf '\\377\\377\\377\\377\\377\\377\\377\\377'; sleep 60", 10, 1 << 20, CHILD_OVER, 0, true, "" },
	{ "exec <&- >&-; sleep 60", 30, 10, CHILD_LATE, 0, false, "" },                              /* silent, and does not end */
};

static void test_ends(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(ends); i++) {
		CLEANUP(talk_close) struct talk t = opened(ends[i].script);
		CLEANUP(arena_close) struct arena *a = arena_open(ROOM);
		struct child_result r = { 0 };
		str answer;
		pid_t pid = t.pid;
		assert_false(talk_ask(a, &t, S("câu hỏi"), ends[i].most, ends[i].seconds, &answer, &r));
		if (r.end != ends[i].end || r.status != ends[i].status || r.more != ends[i].more)
			fail_msg("%s: %d %d %d", ends[i].script, (int)r.end, r.status, r.more);
		if (strcmp(r.complaint.p, ends[i].complaint) != 0)
			fail_msg("%s: %s", ends[i].script, r.complaint.p);
		assert_true(kill(pid, 0) < 0 && errno == ESRCH);               /* dead and reaped */
		assert_int_equal(t.fd, -1);
	}
}

/* The grandchild too: its group is killed. Who reaps it is not us, and may take a moment. */
static void test_closed(void **state)
{
	struct talk t = opened("sleep 60 & cat");
	pid_t pid = t.pid;
	(void)state;
	talk_close(&t);
	for (int i = 0; i < 500 && !kill(-pid, 0); i++)
		usleep(10 * 1000);
	assert_true(kill(-pid, 0) < 0 && errno == ESRCH);
}

static void test_not_started(void **state)
{
	static const char *const none[] = { NULL };
	const struct child c = { .program = "/nowhere", .args = none, .environment = none };
	struct talk t;
	struct err e = { 0 };
	(void)state;
	assert_false(talk_open(&t, &c, &e));
	assert_int_equal(e.code, ERR_SYSTEM);
	assert_non_null(strstr(e.detail, "execve"));
	assert_int_equal(t.fd, -1);
}

int base_talk_tests(void);
int base_talk_tests(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_many),
		cmocka_unit_test(test_large),
		cmocka_unit_test(test_ends),
		cmocka_unit_test(test_closed),
		cmocka_unit_test(test_not_started),
	};
	return cmocka_run_group_tests_name("base/talk", tests, NULL, NULL);
}
