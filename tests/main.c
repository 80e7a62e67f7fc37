/* Runs every group of tests.def, each in a process of its own: a crash costs one group, not the run. Prints a line
 * a group (all it said when something failed, or with -v), at the end "N passed, N failed, N skipped".
 * Arguments are parts of names of groups; none means all. TESTS_PART=1/2 takes every second group, beginning with the second: so
 * ./test runs two parts at once. */
#include "app/apart.h"
#include "docin/child.h"
#include <errno.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define TESTS(id) int id##_tests(void);
#include "tests.def"
#undef TESTS

int escape_child(const char *how);
int blobs_child(char **argv);

static const struct group { const char *name; int (*run)(void); } groups[] = {
#define TESTS(id) { #id, id##_tests },
#include "tests.def"
#undef TESTS
	{ NULL, NULL },
};

struct tally { int passed, failed, skipped; };
struct said  { char *text; size_t n, cap; };

static void hear(int from, struct said *s)
{
	for (;;) {
		if (s->cap - s->n < 4097) {
			s->cap = s->cap * 2 + 8192;
			if (!(s->text = realloc(s->text, s->cap)))
				_Exit(71);
		}
		ssize_t n = read(from, s->text + s->n, 4096);
		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0)
			break;
		s->n += (size_t)n;
	}
	s->text[s->n] = 0;
}

static int count(const char *text, const char *end, const char *what)
{
	int n = 0;
	for (const char *p = text; (p = strstr(p, what)) && p < end; p++)
		n++;
	return n;
}

/* cmocka tells only how many failed. What began and neither went well nor was skipped has failed, so what a crash
 * cut off counts too. After its closing line cmocka lists names again. */
static struct tally tally(const char *text, int status)
{
	const char *end = strstr(text, " test(s) run.");
	end = end ? end : text + strlen(text);
	struct tally t = { .passed = count(text, end, "[       OK ] "), .skipped = count(text, end, "[  SKIPPED ] ") };
	t.failed = count(text, end, "[ RUN      ] ") - t.passed - t.skipped;
	if (t.failed <= 0 && (status || !(t.passed + t.skipped)))
		t.failed = 1;
	return t;
}

static struct tally run(const struct group *g, bool loud)
{
	int ends[2];
	fflush(stdout);
	if (pipe(ends))
		_Exit(71);
	pid_t child = fork();
	if (child < 0)
		_Exit(71);
	if (!child) {
		dup2(ends[1], 1);
		dup2(ends[1], 2);
		close(ends[0]);
		close(ends[1]);
		setvbuf(stdout, NULL, _IOLBF, 0);
		exit(g->run() ? 1 : 0);
	}
	close(ends[1]);
	struct said s = { 0 };
	int status = 0;
	hear(ends[0], &s);
	close(ends[0]);
	waitpid(child, &status, 0);
	struct tally t = tally(s.text, status);
	if (loud || t.failed)
		fwrite(s.text, 1, s.n, stdout);
	printf("%-28s %4d passed, %d failed, %d skipped\n", g->name, t.passed, t.failed, t.skipped);
	if (WIFSIGNALED(status))
		printf("%-28s ended by signal %d\n", g->name, WTERMSIG(status));
	free(s.text);
	return t;
}

static bool wanted(const struct group *g, int argc, char **argv)
{
	bool named = false;
	long part = 0, parts = 1;
	const char *said = getenv("TESTS_PART");
	if (said && (sscanf(said, "%ld/%ld", &part, &parts) != 2 || parts < 1 || part < 0 || part >= parts))
		_Exit(64);
	if ((g - groups) % parts != part)
		return false;
	for (int i = 1; i < argc; i++) {
		if (argv[i][0] == '-')
			continue;
		named = true;
		if (strstr(g->name, argv[i]))
			return true;
	}
	return !named;
}

int main(int argc, char **argv)
{
	if (argc > 1 && !strcmp(argv[1], READ_CHILD))            /* whoever reads a file starts itself again for it */
		return read_child(argc, argv);
	if (argc > 1 && !strcmp(argv[1], EXAMINE_CHILD))
		return examine_child(argc, argv);
	if (argc > 1 && !strncmp(argv[1], "escape-", 7))         /* a child that tries to get out: docin/escape_test.c */
		return escape_child(argv[1] + 7);
	if (argc == 4 && !strcmp(argv[1], "blobs-put"))          /* a child whose disk fails: store/blobs_fault_test.c */
		return blobs_child(argv + 2);
	struct tally all = { 0 };
	bool loud = argc > 1 && !strcmp(argv[1], "-v");
	for (const struct group *g = groups; g->name; g++) {
		if (!wanted(g, argc, argv))
			continue;
		struct tally t = run(g, loud);
		all = (struct tally){ all.passed + t.passed, all.failed + t.failed, all.skipped + t.skipped };
	}
	printf("%d passed, %d failed, %d skipped\n", all.passed, all.failed, all.skipped);
	return all.failed || !(all.passed + all.skipped);
}
