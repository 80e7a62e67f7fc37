/* pause -- how long a writer waits while the record is backed up
 *
 *     pause RECORD KHACPHUC FOLDER      writes without stopping (change_progress) while `KHACPHUC backup FOLDER` runs, then as long
 *                                       again without, so that what the disk does by itself is seen; tells the longest time
 *                                       between two acknowledged changes. Exit 1 where it is over 100 ms during the backup. */
#include "changes.h"
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { GOAL_MS = 100, LEAST_MS = 2000, WARM = 50 };

struct writing { double longest, when, all; int n; };

static _Noreturn void stop(const char *what)
{
	fprintf(stderr, "pause: %s\n", what);
	exit(2);
}

static double now_ms(void)
{
	struct timespec t;
	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

/* Until the child ends (pid), or for so long. */
static struct writing keep_writing(struct record *r, pid_t pid, double ms, int *status)
{
	static int i;
	struct writing w = { 0 };
	double from = now_ms(), last = from;
	while (pid ? waitpid(pid, status, WNOHANG) == 0 : now_ms() - from < ms) {
		change_progress(r, i++);
		double at = now_ms();
		if (at - last > w.longest) {
			w.longest = at - last;
			w.when = last - from;
		}
		last = at;
		w.n++;
	}
	w.all = now_ms() - from;
	return w;
}

static void print(const char *what, struct writing w)
{
	printf("%-24s %8.1f s %8d changes %8.1f ms the longest pause, after %.1f s", what, w.all / 1e3, w.n, w.longest, w.when / 1e3);
}

int main(int argc, char **argv)
{
	CLEANUP(arena_close) struct arena *a = arena_open((size_t)1 << 26);
	if (argc != 4)
		stop("usage: pause RECORD KHACPHUC FOLDER");
	struct record *r = changes_open(a, argv[1]);
	char verb[] = "backup", at[] = "--at", as[] = "--as", who[] = "quantri", *child[] = { argv[2], verb, argv[3], at, argv[1], as, who, NULL };
	posix_spawn_file_actions_t quiet;
	pid_t pid;
	int status = 0;
	for (int i = 0; i < WARM; i++)
		change_progress(r, i);
	posix_spawn_file_actions_init(&quiet);
	posix_spawn_file_actions_addopen(&quiet, 1, "/dev/null", 1, 0);
	if (posix_spawn(&pid, argv[2], &quiet, NULL, child, environ))
		stop("the backup cannot be started");
	struct writing during = keep_writing(r, pid, 0, &status);
	if (!WIFEXITED(status) || WEXITSTATUS(status))
		stop("the backup failed");
	struct writing alone = keep_writing(r, 0, during.all > LEAST_MS ? during.all : LEAST_MS, &status);
	bool ok = during.longest <= GOAL_MS;
	print("while a backup is made", during);
	printf("   goal: at most %d ms   %s\n", GOAL_MS, ok ? "ok" : "missed");
	print("without", alone);
	putchar('\n');
	record_close(&r);
	return !ok;
}
