#include "web/pool.h"
#include <pthread.h>
#include <stdlib.h>

enum { MOST = 64 << 20 };

struct slot { struct arena *a; struct record *r; bool busy; unsigned long last; };
struct waiting { pthread_cond_t handed; struct slot *slot; struct waiting *next; };
struct pool {
	const char     *dir;
	pthread_mutex_t lock;
	struct waiting *first, **last;                     /* who waits, in the order in which they came */
	unsigned long   given;
	struct slot     at[POOL_MOST];
};

struct pool *pool_open(const char *dir)
{
	struct pool *p = calloc(1, sizeof *p);
	if (p) {
		p->dir = dir;
		pthread_mutex_init(&p->lock, NULL);
		p->last = &p->first;
	}
	return p;
}

static void end(struct slot *s)
{
	record_close(&s->r);
	arena_free(s->a);
	s->a = NULL;
}

void pool_close(struct pool **p)
{
	for (int i = 0; *p && i < POOL_MOST; i++)
		end(&(*p)->at[i]);
	free(*p);
	*p = NULL;
}

static struct slot *free_slot(struct pool *p)
{
	struct slot *best = NULL;
	for (int i = 0; i < POOL_MOST; i++) {
		struct slot *s = &p->at[i];
		if (!s->busy && (!best || s->last > best->last))
			best = s;
	}
	return best;
}

/* To whoever waits longest: one who comes later must not take it from them. */
void pool_give(struct pool *p, struct seat seat)
{
	struct slot *s = &p->at[seat.at];
	pthread_mutex_lock(&p->lock);
	struct waiting *next = p->first;
	s->busy = next;
	s->last = s->r ? ++p->given : 0;
	if (next) {
		p->first = next->next;
		p->last = p->first ? p->last : &p->first;
		next->slot = s;
		pthread_cond_signal(&next->handed);
	}
	pthread_mutex_unlock(&p->lock);
}

/* Under the lock. */
static struct slot *wait_for(struct pool *p)
{
	static _Thread_local struct waiting me;
	me = (struct waiting){ .handed = PTHREAD_COND_INITIALIZER };
	*p->last = &me;
	p->last = &me.next;
	while (!me.slot)
		pthread_cond_wait(&me.handed, &p->lock);
	return me.slot;
}

bool pool_take(struct pool *p, struct seat *ret, struct err *e)
{
	struct slot *s;
	pthread_mutex_lock(&p->lock);
	if (!(s = free_slot(p)))
		s = wait_for(p);
	s->busy = true;
	pthread_mutex_unlock(&p->lock);
	*ret = (struct seat){ .at = (int)(s - p->at) };
	if (s->r && record_lost(s->r))
		end(s);
	if (!s->r) {                                       /* opened outside of the lock: others need not wait for it */
		s->a = arena_open(MOST);
		if (!record_open(s->a, p->dir, &s->r, e) || !record_spare(s->r, e)) {
			end(s);
			pool_give(p, *ret);
			return false;
		}
	}
	ret->r = s->r;
	return true;
}
