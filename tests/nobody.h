/* nobody.h -- a part of a test in a process of its own, as nobody when we are root: what stops root need not stop others,
 * and the other way round. The part returns 0 when all is well; what it says goes to stderr. */
#ifndef TESTS_NOBODY_H
#define TESTS_NOBODY_H
#include <signal.h>
#include <stdbool.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

enum { NOBODY = 65534 };

static inline int in_process(bool nobody, int (*part)(void *ctx), void *ctx)
{
	int status = 0;
	pid_t pid = fork();
	if (!pid) {
		for (int s = 1; s < 32; s++)
			signal(s, SIG_DFL);                    /* cmocka catches some */
		if (nobody && !getuid() && (setgid(NOBODY) || setuid(NOBODY)))
			_exit(99);
		prctl(PR_SET_DUMPABLE, 1);                     /* or /proc/self/exe could not be followed any more */
		_exit(part(ctx));
	}
	if (pid < 0 || waitpid(pid, &status, 0) != pid)
		return -1;
	return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

#endif
