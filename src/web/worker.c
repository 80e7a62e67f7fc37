#include "web/worker.h"
#include "web/asked.h"
#include "web/mhd.h"
#include "web/parts.h"
#include <malloc.h>
#include <netinet/in.h>
#include <arpa/inet.h>
#include <signal.h>
#include <stdatomic.h>
#include <stddef.h>
#include <unistd.h>

/* Asked for in the thread of a connection, one after the other; under_way counts those of all. */
struct work { struct house house; atomic_int under_way; };
struct turn { struct asked *x; struct parts *parts; bool begun; };

static void *first_line(void *ctx, const char *target, struct MHD_Connection *c)
{
	struct work *w = ctx;
	struct asked *x = asked_open(&w->house, str_c(target));
	struct turn *t = make(x->a, struct turn);
	(void)c;
	atomic_fetch_add(&w->under_way, 1);
	t->x = x;
	return t;
}

static enum MHD_Result header(void *ctx, enum MHD_ValueKind kind, const char *name, size_t name_n, const char *value, size_t value_n)
{
	(void)kind;
	asked_header(ctx, (str){ name, name_n }, (str){ value, value ? value_n : 0 });
	return MHD_YES;
}

static enum MHD_Result send_off(struct MHD_Connection *c, const struct turn *t, bool last)
{
	struct answer *y = &t->x->answer;
	struct MHD_Response *r = y->fd >= 0
		? mhd.create_response_from_fd_at_offset64(y->size, y->fd, y->from)
		: mhd.create_response_from_buffer(y->body.n, (void *)(uintptr_t)y->body.p, MHD_RESPMEM_PERSISTENT);
	if (!r)
		return MHD_NO;
	y->fd = -1;                                        /* the response closes it */
	for (size_t i = 0; i < y->headers.n; i++)
		mhd.add_response_header(r, y->headers.at[i].name, y->headers.at[i].value.p);
	if (last)
		mhd.add_response_header(r, "Connection", "close");
	enum MHD_Result done = mhd.queue_response(c, (unsigned)y->status, r);
	mhd.destroy_response(r);
	return done;
}

static str address_of(struct MHD_Connection *c, char *room, socklen_t n)
{
	const union MHD_ConnectionInfo *info = mhd.get_connection_info(c, MHD_CONNECTION_INFO_CLIENT_ADDRESS);
	const struct sockaddr *from = info ? info->client_addr : NULL;
	bool six = from && from->sa_family == AF_INET6;
	size_t at = six ? offsetof(struct sockaddr_in6, sin6_addr) : offsetof(struct sockaddr_in, sin_addr);
	return str_c(from ? inet_ntop(from->sa_family, (const char *)from + at, room, n) : NULL);
}

static enum MHD_Result begin(struct MHD_Connection *c, struct turn *t, const char *method, const char *version)
{
	char room[INET6_ADDRSTRLEN];
	t->begun = true;
	mhd.get_connection_values_n(c, MHD_HEADER_KIND, header, t->x);
	if (!asked_head(t->x, method, version, address_of(c, room, sizeof room)))
		return send_off(c, t, true);
	if (t->x->body.kind == BODY_PARTS)
		parts_open(t->parts = make(t->x->a, struct parts), &t->x->body, t->x->type);
	return MHD_YES;
}

static enum MHD_Result on(void *ctx, struct MHD_Connection *c, const char *url, const char *method, const char *version, const char *bytes,
                          size_t *n, void **at)
{
	struct turn *t = *at;
	(void)ctx, (void)url;
	if (!t->begun)
		return begin(c, t, method, version);
	if (*n) {
		if (t->parts)
			parts_take(t->parts, (str){ bytes, *n });
		else
			body_text(&t->x->body, (str){ bytes, *n });
		*n = 0;
		return MHD_YES;
	}
	if (t->parts)
		parts_end(t->parts);
	asked_end(t->x);
	return send_off(c, t, false);
}

static void over(void *ctx, struct MHD_Connection *c, void **at, enum MHD_RequestTerminationCode how)
{
	struct work *w = ctx;
	struct turn *t = *at;
	(void)c, (void)how;
	if (!t)
		return;
	asked_log(t->x);
	asked_close(t->x);
	*at = NULL;
	atomic_fetch_sub(&w->under_way, 1);
}

/* Paths have no escapes, and queries are decoded by whoever reads them: so nothing here can become a NUL or a slash. */
static size_t as_it_is(void *ctx, struct MHD_Connection *c, char *s) { return (void)ctx, (void)c, strlen(s); }

static void wait_for_end(struct work *w, struct MHD_Daemon *d)
{
	sigset_t ends;
	int which;
	sigemptyset(&ends);
	sigaddset(&ends, SIGTERM);
	sigaddset(&ends, SIGINT);
	sigwait(&ends, &which);
	mhd.quiesce_daemon(d);
	for (int tenths = 0; tenths < WORKER_GRACE * 10 && atomic_load(&w->under_way); tenths++)
		usleep(100000);
}

bool worker_run(const struct working *k, struct err *e)
{
	static struct work w;
	mallopt(M_ARENA_MAX, 4);                           /* one a thread would be hundreds */
	w.house = (struct house){ pool_open(k->dir), k->folder, k->slow, k->few };
	struct MHD_Daemon *d = mhd.start_daemon(
		MHD_USE_THREAD_PER_CONNECTION | MHD_USE_INTERNAL_POLLING_THREAD | MHD_USE_POLL | MHD_USE_ITC, 0, NULL, NULL, on, &w,
		MHD_OPTION_LISTEN_SOCKET, k->socket, MHD_OPTION_STRICT_FOR_CLIENT, 1,
		MHD_OPTION_UNESCAPE_CALLBACK, as_it_is, NULL, MHD_OPTION_URI_LOG_CALLBACK, first_line, &w,
		MHD_OPTION_NOTIFY_COMPLETED, over, &w, MHD_OPTION_CONNECTION_LIMIT, (unsigned)WORKER_CONNECTIONS,
		MHD_OPTION_PER_IP_CONNECTION_LIMIT, (unsigned)WORKER_PER_ADDRESS, MHD_OPTION_THREAD_STACK_SIZE, (size_t)WORKER_STACK,
		MHD_OPTION_CONNECTION_TIMEOUT, (unsigned)WORKER_IDLE,
		MHD_OPTION_CONNECTION_MEMORY_LIMIT, (size_t)WORKER_HEADERS, MHD_OPTION_END);
	if (!w.house.pool || !d) {
		fail(e, ERR_SYSTEM, "Không khởi động được máy chủ web.");
		return err_hint(e, "Kiểm tra bộ nhớ và số tệp được mở (ulimit -n) của máy.");
	}
	wait_for_end(&w, d);
	mhd.stop_daemon(d);
	pool_close(&w.house.pool);
	return true;
}
