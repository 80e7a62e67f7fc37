/* web/few.h -- how many of the heavy things run at once, over all workers
 *
 * SHAPE    Reading a file for /kiem-tra takes a process and a core, checking a password memory on purpose (argon2id): as many of each as
 *          there are places. few_take: a place is waited for a little, and then refused: -1. few_give: always after few_take, also of
 *          -1. A place belongs to a process: one that died in the middle gives it back by being gone. The memory is made before the
 *          workers are (fork). few_busy: the sentence of who is refused, 503 with Retry-After.
 * UNITS    ms; a place: from 0
 * ERRORS   few_open: NULL, no memory. With NULL everybody has a place
 * MEMORY   one mapping of fixed size
 * SOURCE   issue 6 (load); RFC 9110 15.6.4, 10.2.3
 */
#ifndef WEB_FEW_H
#define WEB_FEW_H
#include "base/err.h"

enum few_of { FEW_READINGS, FEW_PASSWORDS, FEW_KINDS };
enum { FEW_PLACES = 2, FEW_WAIT = 3000, FEW_AGAIN = 5 };      /* of each, fewer than the records of a worker; ms; seconds, in Retry-After */

struct few;
struct req;
struct few *few_open(void);
void        few_close(struct few **f);
int         few_take(struct few *f, enum few_of of, int ms);
void        few_give(struct few *f, enum few_of of, int place);
bool        few_busy(struct req *q, struct err *e);            /* always false */

#endif
