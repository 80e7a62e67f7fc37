/* faulty.h -- this test program once more, as a child in which calls that change the disk fail: tests/faults/faults.c says how.
 * argv[1] chooses what the child does (tests/main.c). What it prints comes back, cut to the room there is.
 * Sanitizers: faults.so has none; clang's runtime stands in the program and does not mind, gcc's is told not to. */
#ifndef TESTS_FAULTY_H
#define TESTS_FAULTY_H
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

/* A member that is NULL or 0 is not set: the default of faults.c. */
struct fault {
	const char *call, *kind, *error, *path, *count;
	bool        sticky;
	long        at;
};

static inline void set_fault(const struct fault *f)
{
	char self[4096] = "", so[4200], at[24];
	ssize_t n = readlink("/proc/self/exe", self, sizeof self - 1);
	while (n > 0 && self[n - 1] != '/')
		n--;
	snprintf(so, sizeof so, "%.*sfaults.so", (int)n, self);
	snprintf(at, sizeof at, "%ld", f->at);
	const char *const set[][2] = {
		{ "LD_PRELOAD", so }, { "FAULT_AT", at }, { "FAULT_CALL", f->call }, { "FAULT_KIND", f->kind }, { "FAULT_ERRNO", f->error },
		{ "FAULT_PATH", f->path }, { "FAULT_COUNT", f->count }, { "FAULT_STICKY", f->sticky ? "1" : NULL },
		{ "ASAN_OPTIONS", "verify_asan_link_order=0" },
	};
	for (size_t i = 0; i < sizeof set / sizeof *set; i++)
		if (set[i][1] ? setenv(set[i][0], set[i][1], 1) : unsetenv(set[i][0]))
			_exit(98);
}

/* The child's status, 128 + n when signal n ended it. f NULL: nothing fails. */
static inline int run_faulty(const struct fault *f, const char *const *argv, char *out, size_t cap)
{
	int ends[2], status = 0;
	size_t n = 0;
	if (pipe(ends))
		return -1;
	pid_t pid = fork();
	if (!pid) {
		dup2(ends[1], 1);
		close(ends[0]);
		close(ends[1]);
		if (f)
			set_fault(f);
		execv("/proc/self/exe", (char *const *)(unsigned long)argv);
		_exit(99);
	}
	close(ends[1]);
	for (ssize_t got; n + 1 < cap && (got = read(ends[0], out + n, cap - 1 - n)) > 0;)
		n += (size_t)got;
	out[n] = 0;
	close(ends[0]);
	if (pid < 0 || waitpid(pid, &status, 0) != pid)
		return -1;
	return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

/* How many calls the child counted; *fired: whether a fault was made. */
static inline long faults_counted(const char *count, bool *fired)
{
	char line[9000];
	long n = 0;
	FILE *f = fopen(count, "r");
	*fired = false;
	while (f && fgets(line, sizeof line, f)) {
		size_t end = strlen(line);
		*fired |= end > 7 && !strcmp(line + end - 7, " FAULT\n");
		n++;
	}
	if (f)
		fclose(f);
	return n;
}

#endif
