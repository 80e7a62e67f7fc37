/* bare_page -- a page as plain as a page of a database can be, for the same library and the same SQLite: what bench/serve measures against
 *
 *     bare_page RECORD.db PORT PROCESSES PAGE=ROWS,BYTES ...      e.g. 8081 2 overview=30,20000 list=100,60000
 *
 * GET /PAGE: so many rows of remedy read by primary key, each time others, as HTML of so many bytes; POST /save: one progress and its
 * remedy,
 * as bench/commit does them bare. A thread for each connection, with a connection to the database and prepared statements of its own, the
 * limits of web/worker.h; no rights, no session, no log, no template. */
#include <arpa/inet.h>
#include <microhttpd.h>
#include <pthread.h>
#include <signal.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <unistd.h>
#include "web/worker.h"

enum { PAGES = 4, PROCESSES = 16, NAME = 32, ROW = 4096, BUSY_MS = 15000, BACKLOG = 1024 };
#define SETTINGS "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA cache_size=-2048"

static struct page { char name[NAME]; int rows, bytes; } pages[PAGES];
static int n_pages, last;
static const char *where;
static char *filler;
static pthread_key_t mine;
enum { READ, BEGIN, INSERT, UPDATE, COMMIT, STEPS };
static const char *const steps[STEPS] = {
	"SELECT id, text, lead_text, due_text, state, percent FROM remedy WHERE id = ?1",
	"BEGIN IMMEDIATE",
	"INSERT INTO progress (body_id, finding_id, remedy_id, on_day, person_id, state, percent, text)"
	" SELECT body_id, id, id, reviewed_on, 2, 'in_progress', ?2, 'Đang rà soát, sẽ xong trong tháng này' FROM remedy WHERE id = ?1",
	"UPDATE remedy SET state = 'in_progress', percent = ?2, reviewed_on = reviewed_on WHERE id = ?1",
	"COMMIT",
};
struct own { sqlite3 *db; sqlite3_stmt *step[STEPS]; unsigned seed; };

static _Noreturn void stop(const char *what, const char *why)
{
	fprintf(stderr, "bare_page: %s: %s\n", what, why);
	exit(2);
}

static void own_close(void *at)
{
	struct own *o = at;
	for (int i = 0; i < STEPS; i++)
		sqlite3_finalize(o->step[i]);
	sqlite3_close(o->db);
	free(o);
}

static struct own *own(void)
{
	struct own *o = pthread_getspecific(mine);
	if (o)
		return o;
	o = calloc(1, sizeof *o);
	if (!o || sqlite3_open_v2(where, &o->db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL) != SQLITE_OK)
		stop(where, "cannot be opened");
	sqlite3_busy_timeout(o->db, BUSY_MS);
	if (sqlite3_exec(o->db, SETTINGS, NULL, NULL, NULL) != SQLITE_OK)
		stop(where, sqlite3_errmsg(o->db));
	for (int i = 0; i < STEPS; i++)
		if (sqlite3_prepare_v3(o->db, steps[i], -1, SQLITE_PREPARE_PERSISTENT, &o->step[i], NULL) != SQLITE_OK)
			stop(steps[i], sqlite3_errmsg(o->db));
	o->seed = (unsigned)(size_t)o;
	pthread_setspecific(mine, o);
	return o;
}

static const char *col(sqlite3_stmt *s, int i)
{
	const char *p = (const char *)sqlite3_column_text(s, i);
	return p ? p : "";
}

static size_t page_of(struct own *o, const struct page *p, char *to)
{
	size_t n = 0;
	int first = 1 + rand_r(&o->seed) % (last - p->rows);
	sqlite3_stmt *s = o->step[READ];
	for (int i = 0; i < p->rows; i++) {
		sqlite3_bind_int(s, 1, first + i);
		if (sqlite3_step(s) == SQLITE_ROW)
			n += (size_t)snprintf(to + n, ROW, "<tr><td>%d</td><td>%s</td><td>%s</td><td>%s</td><td>%s</td><td>%d</td></tr>\n",
			                      sqlite3_column_int(s, 0), col(s, 1), col(s, 2), col(s, 3), col(s, 4),
			                          sqlite3_column_int(s, 5));
		sqlite3_reset(s);
	}
	if (n < (size_t)p->bytes) {
		memcpy(to + n, filler, (size_t)p->bytes - n);
		n = (size_t)p->bytes;
	}
	return n;
}

static void step(struct own *o, int which, int row, int to)
{
	sqlite3_stmt *s = o->step[which];
	if (sqlite3_bind_parameter_count(s)) {
		sqlite3_bind_int(s, 1, row);
		sqlite3_bind_int(s, 2, to);
	}
	if (sqlite3_step(s) != SQLITE_DONE || sqlite3_reset(s) != SQLITE_OK)
		stop(steps[which], sqlite3_errmsg(o->db));
}

static enum MHD_Result reply(struct MHD_Connection *c, unsigned status, char *bytes, size_t n)
{
	struct MHD_Response *r = MHD_create_response_from_buffer(n, bytes, MHD_RESPMEM_MUST_FREE);
	MHD_add_response_header(r, status == MHD_HTTP_OK ? "Content-Type" : "Location", status == MHD_HTTP_OK ? "text/html; charset=utf-8" : "/");
	enum MHD_Result done = MHD_queue_response(c, status, r);
	MHD_destroy_response(r);
	return done;
}

static enum MHD_Result on(void *ctx, struct MHD_Connection *c, const char *url, const char *method, const char *version, const char *bytes,
                          size_t *n, void **at)
{
	static int seen;
	(void)ctx, (void)version, (void)bytes;
	if (!*at) {
		*at = &seen;
		return MHD_YES;
	}
	if (*n)
		return *n = 0, MHD_YES;
	struct own *o = own();
	if (!strcmp(method, "POST")) {
		for (int i = BEGIN, row = 1 + rand_r(&o->seed) % last; i <= COMMIT; i++)
			step(o, i, row, (int)(o->seed % 100));
		return reply(c, MHD_HTTP_SEE_OTHER, NULL, 0);
	}
	const struct page *p = pages;
	while (p < pages + n_pages && strcmp(p->name, url + 1))
		p++;
	if (p == pages + n_pages)
		return reply(c, MHD_HTTP_NOT_FOUND, NULL, 0);
	char *to = malloc((size_t)p->bytes + (size_t)p->rows * ROW);
	if (!to)
		return MHD_NO;
	size_t len = page_of(o, p, to);
	return reply(c, MHD_HTTP_OK, to, len);
}

static int listen_at(int port)
{
	struct sockaddr_in at = { .sin_family = AF_INET, .sin_port = htons((uint16_t)port), .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
	int fd = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0), yes = 1;
	if (fd < 0 || setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes) || bind(fd, (struct sockaddr *)&at, sizeof at) ||
	    listen(fd, BACKLOG))
		stop("port", "is taken");
	return fd;
}

static void most_rows(void)
{
	sqlite3 *db;
	sqlite3_stmt *s;
	if (sqlite3_open(where, &db) != SQLITE_OK || sqlite3_prepare_v2(db, "SELECT max(id) FROM remedy", -1, &s, NULL) != SQLITE_OK ||
	    sqlite3_step(s) != SQLITE_ROW)
		stop(where, sqlite3_errmsg(db));
	last = sqlite3_column_int(s, 0);
	sqlite3_finalize(s);
	sqlite3_close(db);
}

static _Noreturn void serve(int fd)
{
	prctl(PR_SET_PDEATHSIG, SIGTERM);
	pthread_key_create(&mine, own_close);
	if (!MHD_start_daemon(MHD_USE_THREAD_PER_CONNECTION | MHD_USE_INTERNAL_POLLING_THREAD | MHD_USE_POLL | MHD_USE_ITC, 0, NULL,
	    NULL, on, NULL,
	                      MHD_OPTION_LISTEN_SOCKET, fd, MHD_OPTION_CONNECTION_LIMIT, (unsigned)WORKER_CONNECTIONS,
	                      MHD_OPTION_THREAD_STACK_SIZE, (size_t)WORKER_STACK, MHD_OPTION_CONNECTION_TIMEOUT, (unsigned)WORKER_IDLE,
	                      MHD_OPTION_CONNECTION_MEMORY_LIMIT, (size_t)WORKER_HEADERS, MHD_OPTION_END))
		stop("libmicrohttpd", "does not start");
	for (;;)
		pause();
}

int main(int argc, char **argv)
{
	int processes = argc > 3 ? atoi(argv[3]) : 0, most = 0;
	for (int i = 4; i < argc && n_pages < PAGES; i++, n_pages++) {
		struct page *p = &pages[n_pages];
		if (sscanf(argv[i], "%31[^=]=%d,%d", p->name, &p->rows, &p->bytes) != 3 || p->rows < 1 || p->bytes < 1)
			processes = 0;
		most = p->bytes > most ? p->bytes : most;
	}
	if (processes < 1 || processes > PROCESSES || !n_pages)
		stop("usage", "bare_page RECORD.db PORT PROCESSES PAGE=ROWS,BYTES ...");
	where = argv[1];
	filler = malloc((size_t)most);
	if (!filler)
		stop("memory", "there is none");
	memset(filler, ' ', (size_t)most);
	most_rows();
	int fd = listen_at(atoi(argv[2]));
	for (int i = 0; i < processes; i++)
		if (!fork())
			serve(fd);
	pause();
	return 0;
}
