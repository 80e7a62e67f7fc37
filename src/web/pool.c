#include "web/pool.h"
#include <pthread.h>
#include <stdlib.h>

enum { MOST = 64 << 20 };

struct slot { struct arena *a; struct record *r; bool busy; unsigned long last; };
struct pool {
	const char     *dir;
	pthread_mutex_t lock;
	pthread_cond_t  freed;
	unsigned long   given;
	struct slot     at[POOL_MOST];
};

struct pool *pool_open(const char *dir)
{
	struct pool *p = calloc(1, sizeof *p);
	if (p) {
		p->dir = dir;
		pthread_mutex_init(&p->lock, NULL);
		pthread_cond_init(&p->freed, NULL);
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

void pool_give(struct pool *p, struct seat seat)
{
	struct slot *s = &p->at[seat.at];
	pthread_mutex_lock(&p->lock);
	s->busy = false;
	s->last = s->r ? ++p->given : 0;
	pthread_cond_signal(&p->freed);
	pthread_mutex_unlock(&p->lock);
}

bool pool_take(struct pool *p, struct seat *ret, struct err *e)
{
	struct slot *s;
	pthread_mutex_lock(&p->lock);
	while (!(s = free_slot(p)))
		pthread_cond_wait(&p->freed, &p->lock);
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
