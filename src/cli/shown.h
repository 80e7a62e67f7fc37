/* cli/shown.h -- the line that says how far a long thing is
 *
 * SHAPE    On standard error, over itself, where that is a terminal, after a second and then five times a second; else a line every ten
 *          seconds. shown_over wipes it; what is printed comes after that.
 * UNITS    none
 * ERRORS   none
 * MEMORY   none
 * SOURCE   none
 */
#ifndef CLI_SHOWN_H
#define CLI_SHOWN_H
#include "base/pace.h"
#include "cli/cli.h"
#include <time.h>

struct shown { const struct cli *io; struct pace progress; struct timespec last; bool begun, there; };

/* s->progress is what to give to who works. */
void shown_open(struct shown *s, const struct cli *io);
void shown_over(struct shown *s);

#endif
