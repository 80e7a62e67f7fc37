/* app/chore.h -- a long thing that one person does with the whole record at a time: how far it is, and how it ended
 *
 * SHAPE    A chore has a file DIR/viec/NAME, which who does it keeps locked: so two cannot do the same at once, in whatever process, and
 *          one that was killed is not taken for one that goes on. chore_begin, pace (chore_pace) as often as one likes, chore_end.
 *          chore_read is for whoever looks.
 * UNITS    at: UTC; text: a sentence or several, a line each, at most CHORE_TEXT bytes
 * ERRORS   chore_begin: ERR_CONFLICT somebody is doing it. chore_read: none; what cannot be read never ran
 * MEMORY   arena
 * SOURCE   issue 6 (10: backup and self-check)
 */
#ifndef APP_CHORE_H
#define APP_CHORE_H
#include "app/record.h"
#include "base/pace.h"
#include <time.h>

enum { CHORE_TEXT = 64 << 10 };
enum chore_state { CHORE_NEVER, CHORE_RUNNING, CHORE_BROKEN, CHORE_DONE, CHORE_FAILED };      /* broken: its process ended before it */
struct chore_seen { enum chore_state state; str at, by, text; };

struct chore { int fd; struct record *r; str at; struct timespec told; struct pace pace; };
MUST_CHECK bool chore_begin(struct record *r, struct arena *a, const char *name, struct chore *ret, struct err *e);
void            chore_end(struct chore *c, bool ok, str text);
void            chore_close(struct chore *c);              /* for CLEANUP: lets go of it, ended or not */
void            chore_read(struct record *r, struct arena *a, const char *name, struct chore_seen *ret);

#endif
