#include "web/few.h"
#include "web/page.h"
#include <errno.h>
#include <signal.h>
#include <stdatomic.h>
#include <sys/mman.h>
#include <time.h>
#include <unistd.h>

enum { LOOK_EVERY = 20, MS = 1000000 };

/* The process that has a place; 0: free. One word each: a worker that dies in the middle leaves no lock behind. */
struct few { _Atomic pid_t at[FEW_KINDS][FEW_PLACES]; };

struct few *few_open(void)
{
	struct few *f = mmap(NULL, sizeof *f, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	return f == MAP_FAILED ? NULL : f;
}

void few_close(struct few **f)
{
	if (*f)
		munmap(*f, sizeof **f);
	*f = NULL;
}

static bool gone(pid_t p) { return p && kill(p, 0) && errno == ESRCH; }

static int free_place(struct few *f, enum few_of of)
{
	for (int i = 0; i < FEW_PLACES; i++) {
		pid_t there = atomic_load(&f->at[of][i]);
		if ((!there || gone(there)) && atomic_compare_exchange_strong(&f->at[of][i], &there, getpid()))
			return i;
	}
	return -1;
}

int few_take(struct few *f, enum few_of of, int ms)
{
	const struct timespec little = { 0, (long)LOOK_EVERY * MS };
	int place = f ? free_place(f, of) : 0;
	for (int waited = 0; place < 0 && waited < ms; waited += LOOK_EVERY) {
		nanosleep(&little, NULL);
		place = free_place(f, of);
	}
	return place;
}

void few_give(struct few *f, enum few_of of, int place)
{
	if (f && place >= 0)
		atomic_store(&f->at[of][place], 0);
}

bool few_busy(struct req *q, struct err *e)
{
	q->reply->status = 503;
	q->reply->retry_after = FEW_AGAIN;
	fail(e, ERR_SYSTEM, "Máy chủ đang bận: nhiều người cùng làm việc này một lúc.");
	return err_hint(e, "Chờ %d giây rồi thử lại.", FEW_AGAIN);
}
