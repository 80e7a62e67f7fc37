/* web/pool.h -- the open records of one worker: a thread takes one for as long as it runs a page
 *
 * SHAPE    At most POOL_MOST are open; who finds none free waits, and gets one in their turn. The one given back last is taken first: its
 *          pages are warm. One whose database has gone away (PostgreSQL was started again) is closed, and the next is opened anew.
 * UNITS    none
 * ERRORS   as record_open
 * MEMORY   each record has an arena of its own; record_spare
 * SOURCE   blueprint.md (processes and threads)
 */
#ifndef WEB_POOL_H
#define WEB_POOL_H
#include "app/record.h"

enum { POOL_MOST = 4 };

struct pool;
struct pool *pool_open(const char *dir);
void         pool_close(struct pool **p);                  /* all have been given back */

struct seat { struct record *r; int at; };
MUST_CHECK bool pool_take(struct pool *p, struct seat *ret, struct err *e);
void         pool_give(struct pool *p, struct seat s);

#endif
