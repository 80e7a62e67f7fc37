/* app/recall.h -- figures that were added up before and are asked for again, as long as nothing changed since
 *
 * SHAPE    One of a record, with the RECALL_MOST answers asked for last. The key of an answer says everything it depends on: what is asked,
 *          the day, what the person may see there, and the end of the log (audit_head), which every change of a record moves. So an
 *          answer is never old, and none has to be thrown away: a change makes another key.
 *          recall_find: what was kept under the key, or NULL. recall_begin: an empty arena to work the answer out in, which takes the place
 *          of the answer not asked for longest; recall_keep puts the answer under the key. Of figures, never of pages.
 * UNITS    none
 * ERRORS   none
 * MEMORY   an answer stays until RECALL_MOST others were begun, so for as long as one page is made; recall_close frees all
 * SOURCE   issue 6 (bench: the overview)
 */
#ifndef APP_RECALL_H
#define APP_RECALL_H
#include "base/arena.h"
#include "base/str.h"

enum { RECALL_MOST = 16 };

struct recall;
void          recall_close(struct recall **c);
const void   *recall_find(struct recall *c, str key);
struct arena *recall_begin(struct recall **c);             /* makes *c where it is NULL */
void          recall_keep(struct recall *c, str key, const void *answer);       /* worked out in the arena begun last */

#endif
