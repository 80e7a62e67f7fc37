/* base/child.h -- one process: started, fed, clocked, killed with all that it started, reaped
 *
 * SHAPE    child_run starts a program in a session and process group of its own, with nothing of ours but standard input
 *          (the bytes given), output and error, and the environment given; waits for its end; kills its whole group in any case.
 *          Standard input, output and error are files in memory (memfd), not pipes: nothing can block on the other side,
 *          and .box->file limits the output in the kernel. A box that is given is entered before the program begins.
 *          SIGINT, SIGTERM and SIGHUP wait until the child is dead (CHILD_STOPPED) if the caller blocked them.
 * UNITS    seconds of a clock on the wall; bytes
 * ERRORS   ERR_SYSTEM: it could not be started. How it ended is no error but .end and .status
 * MEMORY   arena: at most .most of output and CHILD_COMPLAINT of standard error
 * SOURCE   none
 */
#ifndef BASE_CHILD_H
#define BASE_CHILD_H
#include "base/box.h"
#include "base/err.h"
#include <signal.h>

enum { CHILD_COMPLAINT = 4096 };

struct child {
	const char         *program;                   /* its path */
	const char *const  *args, *const *environment; /* ended by NULL; args[0] is its name */
	str                 input;
	const char         *folder;                    /* where it works; NULL: / */
	const struct box   *box;                       /* NULL: it boxes itself */
	int                 seconds;
	size_t              most;                      /* of output to be taken into memory; 0: none, .over has read it */
	bool              (*over)(void *ctx, int output);      /* asked ten times a second, and when it has ended, whether it took too
	                                                        * much; its output may be read with pread. May be NULL */
	void               *ctx;
};

enum child_end { CHILD_EXITED, CHILD_KILLED, CHILD_LATE, CHILD_OVER, CHILD_STOPPED };   /* KILLED: not by us */

struct child_result {
	enum child_end end;
	int            status;                         /* EXITED: exit status; KILLED: signal */
	str            out, complaint;
	bool           more;                           /* it printed more than .most */
};

MUST_CHECK bool child_run(struct arena *a, const struct child *c, struct child_result *ret, struct err *e);

/* The signals that ask us to end, held back while something has to be cleaned up, and let through again. */
void child_hold(sigset_t *before);
void child_let(const sigset_t *before);

#endif
