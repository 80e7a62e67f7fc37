/* base/child_parts.h -- what a child that is asked once (base/child.h) and one that is asked often (base/talk.h) share
 *
 * SHAPE    child_start begins a program with three descriptors as its standard files, in a session of its own; .why and .step say
 *          what went wrong before its first instruction. child_end_all kills its group, unless it ended by itself, and reaps it.
 *          child_memory: a file in memory of these bytes, above 2; child_take copies out of one.
 * UNITS    ms of a clock that is never set
 * ERRORS   errno; child_broken says it
 * MEMORY   arena
 * SOURCE   none
 */
#ifndef BASE_CHILD_PARTS_H
#define BASE_CHILD_PARTS_H
#include "base/child.h"
#include <stdint.h>
#include <sys/types.h>

struct beginning { const struct child *c; int input, output, complaint; pid_t parent; const char *step; int why; };

pid_t   child_start(struct beginning *volatile b);
void    child_end_all(pid_t pid, struct child_result *ret);
int     child_memory(const char *name, str bytes);
str     child_take(struct arena *a, int fd, size_t most, bool *more);
bool    child_broken(const char *what, int why, struct err *e);
int64_t child_now_ms(void);

#endif
