/* measure -- time and peak memory of a command, start-up included
 *
 *     measure [-1] [-n RUNS] COMMAND [ARGUMENT ...]        prints: median_us min_us max_us peak_kib exit_status cpu_us
 *
 * Output of the command is thrown away. Time is from posix_spawn to wait4; memory is ru_maxrss, the largest of all
 * runs; 20 runs unless told. cpu_us is the least processor time of a run, with that of the children it waited for: what a busy
 * machine does not change much. -1: on one core, the one it is on, and all that the command starts with it; a process that waits
 * for another otherwise wakes it on a core that may be cold or asleep. */
#include <fcntl.h>
#include <sched.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { RUNS = 20, RUNS_MAX = 10000 };

static long now_us(void)
{
	struct timespec t;
	clock_gettime(CLOCK_MONOTONIC, &t);
	return t.tv_sec * 1000000L + t.tv_nsec / 1000;
}

static int by_size(const void *a, const void *b)
{
	long x = *(const long *)a, y = *(const long *)b;
	return (x > y) - (x < y);
}

static void die(const char *what)
{
	fprintf(stderr, "measure: %s\n", what);
	exit(2);
}

static long us(struct timeval t) { return t.tv_sec * 1000000L + t.tv_usec; }

static long once(char **argv, long *peak, long *cpu, int *status)
{
	posix_spawn_file_actions_t quiet;
	pid_t child;
	struct rusage used;
	posix_spawn_file_actions_init(&quiet);
	posix_spawn_file_actions_addopen(&quiet, 1, "/dev/null", O_WRONLY, 0);
	posix_spawn_file_actions_addopen(&quiet, 2, "/dev/null", O_WRONLY, 0);
	long start = now_us();
	if (posix_spawnp(&child, argv[0], &quiet, NULL, argv, environ))
		die("cannot start the command");
	if (wait4(child, status, 0, &used) != child)
		die("cannot wait for the command");
	long took = now_us() - start;
	posix_spawn_file_actions_destroy(&quiet);
	if (used.ru_maxrss > *peak)
		*peak = used.ru_maxrss;
	long spent = us(used.ru_utime) + us(used.ru_stime);
	if (!*cpu || spent < *cpu)
		*cpu = spent;
	return took;
}

static void stay_on_one_core(void)
{
	cpu_set_t one;
	int core = sched_getcpu();
	CPU_ZERO(&one);
	if (core >= 0)
		CPU_SET((size_t)core, &one);
	if (sched_setaffinity(0, sizeof one, &one))
		die("cannot stay on one core");
}

int main(int argc, char **argv)
{
	static long took[RUNS_MAX];
	int runs = RUNS, first = 1, status = 0;
	long peak = 0, cpu = 0;
	if (first < argc && !strcmp(argv[first], "-1")) {
		stay_on_one_core();
		first++;
	}
	if (first + 1 < argc && !strcmp(argv[first], "-n")) {
		runs = atoi(argv[first + 1]);
		first += 2;
	}
	if (first >= argc || runs < 1 || runs > RUNS_MAX)
		die("usage: measure [-1] [-n RUNS] COMMAND [ARGUMENT ...]");
	for (int i = 0; i < runs; i++)
		took[i] = once(argv + first, &peak, &cpu, &status);
	qsort(took, (size_t)runs, sizeof took[0], by_size);
	printf("%ld %ld %ld %ld %d %ld\n", took[runs / 2], took[0], took[runs - 1], peak,
	       WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status), cpu);
	return 0;
}
