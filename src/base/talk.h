/* base/talk.h -- a child that is asked again and again: a question goes in, an answer comes out, until either is done
 *
 * SHAPE    talk_open starts it as child_run does (.input, .most, .over and .seconds of the child are not used). talk_ask gives it one
 *          question and waits for the answer; where there is none, the child is dead and *ended says how (as child_run would;
 *          .more: the answer was too large). A talk that ended is not asked again. talk_close kills it.
 *          In the child: talk_hear takes the next question, talk_say gives the answer.
 *          Both are bytes behind their number, over one local socket as its standard input and output.
 * UNITS    seconds of a clock on the wall; bytes; TALK_HEAD bytes of a number, the lowest first
 * ERRORS   ERR_SYSTEM: it could not be started. talk_hear: false at the end, and when more than .most is asked
 * MEMORY   arena: at most .most of an answer; talk_hear: malloc
 * SOURCE   none
 */
#ifndef BASE_TALK_H
#define BASE_TALK_H
#include "base/child.h"
#include <sys/types.h>

enum { TALK_HEAD = 8 };

struct talk { pid_t pid; int fd, process, complaint; };

MUST_CHECK bool talk_open(struct talk *t, const struct child *c, struct err *e);
MUST_CHECK bool talk_ask(struct arena *a, struct talk *t, str question, size_t most, int seconds, str *answer, struct child_result *ended);
void            talk_close(struct talk *t);

MUST_CHECK bool talk_hear(size_t most, str *question);
MUST_CHECK bool talk_say(str answer);

#endif
