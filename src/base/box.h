/* base/box.h -- what a process may still do, as data, and the door that closes behind it
 *
 * SHAPE    box_enter is called by a process about itself and cannot be undone: limits (rlimits), no capabilities, no new
 *          privileges, paths (Landlock; everything that is not in the lists is closed), system calls (seccomp):
 *            BOX_PURE     memory and the descriptors it has: no open, no socket, no process, no signal to others. What is
 *                         not listed raises SIGSYS (SI_SYSCALL says which), so that the operator can be told
 *            BOX_PROGRAM  a program that needs files and threads: no socket, no process, no way out of its process group
 *            BOX_LISTENER the same for a program that insists on a socket: it may make a local one, which leads nowhere
 *          Only system calls are made: it may run between vfork and exec.
 * UNITS    bytes, seconds; a limit of 0 is none, but .files
 * ERRORS   false, errno says why, *step what was tried. A kernel without Landlock is no error: ask box_landlock
 * MEMORY   none
 * SOURCE   landlock(7), seccomp(2); linux/landlock.h of Linux 6.12 for what Debian's headers lack
 */
#ifndef BASE_BOX_H
#define BASE_BOX_H
#include <stdbool.h>
#include <stddef.h>

enum box_calls { BOX_PURE, BOX_PROGRAM, BOX_LISTENER };

struct box {
	enum box_calls     calls;
	size_t             memory;           /* address space; not where ASan needs terabytes of it */
	size_t             file;             /* size of any file it writes, standard output too */
	unsigned           cpu, files;       /* processor time; descriptors, those it has included */
	const char *const *readable;         /* paths that may be read with all below; ended by NULL; NULL: none */
	const char *const *runnable;         /* also executed */
	const char        *writable;         /* a folder in which everything may be done; NULL: none */
};

bool box_enter(const struct box *b, const char **step);

int  box_landlock(void);                 /* version of the interface, 0: the kernel has none */
bool box_seccomp(void);

#endif
