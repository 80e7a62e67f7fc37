/* faults -- the server under what a network does to it: each case in a sentence, at the end "N passed, N failed, N skipped"
 *
 * It is the server of src/web with pages of its own instead of those of pages.def: page_match is here, so the library's is not linked.
 * Clients are sockets and threads of this process. */
#include "app/record.h"
#include "app/session.h"
#include "base/fd.h"
#include "base/folder.h"
#include "web/dispatch.h"
#include "web/web.h"
#include "web/worker.h"
#include <arpa/inet.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { IDLE = 1000, ASKED = 200, CROWD = 16, LARGE_MB = 300, SEEN = 8192, WAIT_MS = 20000 };
enum { FULL_MB = 8, FLAT_KB = 48 << 10, PSS_KB = 64 << 10 };

/* -- pages ---------------------------------------------------------------------------------------------- */

static bool who(struct req *q, struct view *v, struct err *e)
{
	(void)v, (void)e;
	return req_send(q, str_fmt(q->a, "pid %ld.", (long)getpid()), "text/plain", (str){ 0 });
}

static bool slowly(struct req *q, struct view *v, struct err *e) { return usleep(1000000), who(q, v, e); }

static bool weigh(struct req *q, struct view *v, struct err *e)
{
	const struct upload *f = param_file(q, "file");
	(void)v, (void)e;
	return req_send(q, str_fmt(q->a, "size %lld.", f ? (long long)f->size : -1), "text/plain", (str){ 0 });
}

#define FILE_PARAM .params = { { "file", "tệp", PARAM_FILE, 0, (int64_t)1 << 30, true } }
static const struct page rows[] = {
	{ .method = GET, .path = "/", .title = "Ai", .who = WHO_ANYBODY, .run = who },
	{ .method = GET, .path = "/cham", .title = "Chậm", .who = WHO_ANYBODY, .run = slowly },
	{ .method = POST, .path = "/gui", .title = "Gửi", .who = WHO_ANYBODY, FILE_PARAM, .run = weigh },
	{ .method = POST, .path = "/gui-kin", .title = "Gửi", .who = WHO_PERSON, FILE_PARAM, .run = weigh },
};

const struct page *page_match(struct req *q)
{
	for (size_t i = 0; i < COUNT(rows); i++)
		if (rows[i].method == q->method && str_eq(q->path, str_c(rows[i].path)))
			return &rows[i];
	return NULL;
}

const struct page *page_at(const char *path) { return (void)path, NULL; }
struct pages pages_all(void) { return (struct pages){ 0 }; }

/* -- the server, and who asks it ------------------------------------------------------------------------ */

static struct { int port, passed, failed; pid_t server; struct arena *a; struct folder dir; const char *record; } t;

static void says(bool ok, const char *what, const char *more)
{
	printf("%s  %s%s%s\n", ok ? "ok  " : "FAIL", what, *more ? ": " : "", more);
	fflush(stdout);
	t.passed += ok;
	t.failed += !ok;
}

static int64_t now_ms(void)
{
	struct timespec s;
	clock_gettime(CLOCK_MONOTONIC, &s);
	return s.tv_sec * 1000 + s.tv_nsec / 1000000;
}

static int reach(void)
{
	struct sockaddr_in to = { .sin_family = AF_INET, .sin_port = htons((uint16_t)t.port), .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
	int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
	struct timeval most = { WAIT_MS / 1000, 0 };
	setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &most, sizeof most);
	if (fd >= 0 && !connect(fd, (struct sockaddr *)&to, sizeof to))
		return fd;
	fd_close(&fd);
	return -1;
}

/* One answer with a body of a known length, as much of it as there is room for. -1: none came */
static int hear(int fd, char *to, size_t room)
{
	size_t n = 0, whole = room;
	*to = 0;
	while (n + 1 < room && n < whole) {
		ssize_t got = read(fd, to + n, 1);
		if (got < 1)
			break;
		to[n += (size_t)got] = 0;
		if (whole == room && n > 3 && !strcmp(to + n - 4, "\r\n\r\n")) {
			const char *length = strstr(to, "Content-Length: ");
			whole = n + (length ? strtoul(length + 16, NULL, 10) : 0);
		}
	}
	return strncmp(to, "HTTP/1.1 ", 9) ? -1 : atoi(to + 9);
}

static int ask(int fd, const char *target, char *to, size_t room)
{
	char line[300];
	int n = snprintf(line, sizeof line, "GET %s HTTP/1.1\r\nHost: a\r\n\r\n", target);
	return fd >= 0 && fd_write(fd, (str){ line, (size_t)n }) ? hear(fd, to, room) : -1;
}

static bool begin(int mb, struct err *e)
{
	struct serving s = { t.record, "127.0.0.1", t.port, 2, fopen("/dev/null", "w") };
	fflush(stdout);
	t.server = fork();
	if (!t.server) {
		struct rlimit most = { (rlim_t)mb << 20, (rlim_t)mb << 20 };
		if (!freopen("/dev/null", "w", stderr))
			_exit(3);
		signal(SIGXFSZ, SIG_IGN);
		if (mb)
			setrlimit(RLIMIT_FSIZE, &most);
		_exit(!web_serve(&s, e));
	}
	fclose(s.say);
	for (int tries = 0; tries < 100; tries++) {
		int fd = reach();
		char seen[SEEN];
		int status = ask(fd, "/", seen, sizeof seen);
		fd_close(&fd);
		if (status == 200)
			return true;
		usleep(50000);
	}
	return false;
}

static bool end(void)
{
	int how;
	kill(t.server, SIGTERM);
	return waitpid(t.server, &how, 0) == t.server && WIFEXITED(how) && !WEXITSTATUS(how);
}

static size_t workers(pid_t *ret, size_t room)
{
	char path[64], line[4096] = "";
	snprintf(path, sizeof path, "/proc/%ld/task/%ld/children", (long)t.server, (long)t.server);
	CLEANUP(fd_close) int fd = open(path, O_RDONLY | O_CLOEXEC);
	size_t n = 0;
	if (fd < 0 || fd_read(fd, line, sizeof line - 1) < 0)
		return 0;
	for (char *p = strtok(line, " "); p && n < room; p = strtok(NULL, " "))
		ret[n++] = (pid_t)atoi(p);
	return n;
}

/* A number of /proc/PID/FILE, of all workers; the largest or the sum. */
static long of_workers(const char *file, const char *name, bool sum)
{
	pid_t pids[16];
	long ret = 0;
	for (size_t i = 0, n = workers(pids, 16); i < n; i++) {
		char path[64], line[256];
		snprintf(path, sizeof path, "/proc/%ld/%s", (long)pids[i], file);
		FILE *f = fopen(path, "r");
		while (f && fgets(line, sizeof line, f))
			if (!strncmp(line, name, strlen(name))) {
				long v = atol(line + strlen(name));
				ret = sum ? ret + v : v > ret ? v : ret;
			}
		if (f)
			fclose(f);
	}
	return ret;
}

static int files_left(void)
{
	DIR *d = opendir(str_fmt(t.a, "%s/incoming", t.record).p);
	int n = 0;
	for (struct dirent *x; d && (x = readdir(d));)
		n += x->d_name[0] != '.';
	if (d)
		closedir(d);
	return d ? n : -1;
}

/* -- framing -------------------------------------------------------------------------------------------- */

#define HIDDEN "GET /hidden HTTP/1.1\r\nHost: a\r\n\r\n"
static const struct { const char *what, *bytes; int status; } framings[] = {
	{ "two lengths that differ", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\nContent-Length: 35\r\n\r\n" HIDDEN, 400 },
	{ "two lengths that are the same", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\nContent-Length: 0\r\n\r\n" HIDDEN, 400 },
	{ "a length and chunks", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" HIDDEN, 400 },
	{ "chunks twice", "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nTransfer-Encoding: x\r\n\r\n0\r\n\r\n" HIDDEN, 400 },
	{ "space before the colon", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length : 35\r\n\r\n" HIDDEN, 400 },
	{ "a length with a sign", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: +35\r\n\r\n" HIDDEN, 400 },
	{ "a length of no digits", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: abc\r\n\r\n" HIDDEN, 400 },
	{ "a folded header", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length:\r\n 35\r\n\r\n" HIDDEN, 411 },
	{ "GET with a body", "GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 35\r\n\r\n" HIDDEN, 400 },
	{ "no Host", "GET / HTTP/1.1\r\n\r\n", 400 },
	{ "two Hosts", "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n" HIDDEN, 400 },
	{ "a method of no kind", "BREW / HTTP/1.1\r\nHost: a\r\n\r\n", 405 },
	{ "an address cut by %00", "GET /%00x HTTP/1.1\r\nHost: a\r\n\r\n", 404 },
	{ "an escaped slash", "GET %2F HTTP/1.1\r\nHost: a\r\n\r\n", 400 },
};

static void framing(void)
{
	for (size_t i = 0; i < COUNT(framings); i++) {
		char seen[SEEN] = "", more[64];
		CLEANUP(fd_close) int fd = reach();
		bool sent = fd_write(fd, str_c(framings[i].bytes));
		int is = sent ? hear(fd, seen, sizeof seen) : -1, next = framings[i].status == 400 ? hear(fd, seen, sizeof seen) : -1;
		snprintf(more, sizeof more, "%d, then %d", is, next);
		/* libmicrohttpd closes some by itself, without a word: that too lets nothing in */
		says((is == framings[i].status || (is < 0 && framings[i].status == 400)) && next < 0, framings[i].what, more);
	}
}

/* -- many, and slow ------------------------------------------------------------------------------------- */

static int answered(int times, int64_t *longest)
{
	int n = 0;
	*longest = 0;
	for (int i = 0; i < times; i++) {
		char seen[SEEN];
		int64_t from = now_ms();
		int fd = reach();
		n += ask(fd, "/", seen, sizeof seen) == 200;
		fd_close(&fd);
		*longest = now_ms() - from > *longest ? now_ms() - from : *longest;
	}
	return n;
}

static void many(void)
{
	int *idle = make_n(t.a, int, IDLE), open = 0;
	char more[160];
	int64_t longest;
	for (int i = 0; i < IDLE; i++) {
		char seen[SEEN];
		idle[i] = reach();
		open += ask(idle[i], "/", seen, sizeof seen) == 200;     /* kept alive, and then nothing */
	}
	int slow = reach();
	bool half = fd_write(slow, S("GET / HTTP/1.1\r\nHo"));
	int n = answered(ASKED, &longest);
	snprintf(more, sizeof more, "%d idle, %d of %d answered, the slowest in %lld ms, PSS of the workers %ld KB", open, n, ASKED,
	         (long long)longest, of_workers("smaps_rollup", "Pss:", true));
	says(open == IDLE && half && n == ASKED && longest < 2000, "1,000 idle connections and one that stops in its first line", more);
	char seen[SEEN];
	int64_t from = now_ms();
	bool closed = !read(slow, seen, 1);
	snprintf(more, sizeof more, "closed after %lld ms", (long long)(now_ms() - from));
	says(closed && now_ms() - from < (WORKER_IDLE + 3) * 1000, "who sends nothing is let go", more);
	for (int i = 0; i < IDLE; i++)
		fd_close(&idle[i]);
	fd_close(&slow);
	usleep(500000);
	long after = of_workers("smaps_rollup", "Pss:", true);
	snprintf(more, sizeof more, "%ld KB", after);
	says(after < PSS_KB, "memory of the workers afterwards", more);
}

/* -- files ---------------------------------------------------------------------------------------------- */

/* libmicrohttpd 0.9.75 does not take a boundary of one letter; browsers send long ones. */
#define BOUNDARY "----WebKitFormBoundary7MA4YWxk"
#define OPENING "--" BOUNDARY "\r\nContent-Disposition: form-data; name=\"token\"\r\n\r\n%.*s\r\n" \
                "--" BOUNDARY "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"lớn.pdf\"\r\n\r\n"
#define CLOSING "\r\n--" BOUNDARY "--\r\n"

static str secret(void) { return S("0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"); }

/* Sends so many MB, a part of them where announced are more; the status. */
static int upload(const char *target, int mb, int announced, char *seen, size_t room)
{
	static char block[1 << 20];
	CLEANUP(fd_close) int fd = reach();
	str first = str_fmt(t.a, OPENING, SF(form_token(t.a, secret())));
	size_t length = first.n + ((size_t)announced << 20) + strlen(CLOSING);
	str head = str_fmt(t.a, "POST %s HTTP/1.1\r\nHost: a\r\nCookie: khacphuc=%.*s\r\nContent-Type: multipart/form-data; boundary=" BOUNDARY "\r\n"
	                        "Content-Length: %zu\r\n\r\n", target, SF(secret()), length);
	bool ok = fd >= 0 && fd_write(fd, head) && (!mb || fd_write(fd, first));
	for (int i = 0; ok && i < mb; i++)
		ok = fd_write(fd, (str){ block, sizeof block });
	if (ok && mb && mb == announced)
		ok = fd_write(fd, S(CLOSING));
	return mb && mb < announced ? 0 : hear(fd, seen, room);
}

static void *while_others(void *ctx)
{
	int64_t *longest = ctx;
	return answered(ASKED, longest) == ASKED ? ctx : NULL;
}

static void files(void)
{
	char seen[SEEN], more[160], want[64];
	pthread_t other;
	int64_t longest = 0, from = now_ms();
	void *all = NULL;
	pthread_create(&other, NULL, while_others, &longest);
	int status = upload("/gui", LARGE_MB, LARGE_MB, seen, sizeof seen);
	int64_t took = now_ms() - from;
	pthread_join(other, &all);
	snprintf(want, sizeof want, "size %d.", LARGE_MB << 20);
	long high = of_workers("status", "VmHWM:", false);
	snprintf(more, sizeof more, "%d in %lld ms, largest worker ever %ld KB, others at most %lld ms", status, (long long)took, high,
	         (long long)longest);
	says(status == 200 && strstr(seen, want) && high < FLAT_KB && all, "an upload of 300 MB", more);
	says(!files_left(), "nothing of it stays", "");

	from = now_ms();
	status = upload("/gui-kin", 0, LARGE_MB, seen, sizeof seen);
	snprintf(more, sizeof more, "%d after %lld ms", status, (long long)(now_ms() - from));
	says(status == 303 && now_ms() - from < 2000, "a file of who is not logged in is refused before it comes", more);

	upload("/gui", 5, LARGE_MB, seen, sizeof seen);         /* goes away in the middle */
	for (int i = 0; i < 50 && files_left(); i++)
		usleep(100000);
	says(!files_left(), "who goes away in the middle of a file leaves nothing", "");
}

static void full(void)
{
	char seen[SEEN], more[64];
	int status = upload("/gui", FULL_MB * 4, FULL_MB * 4, seen, sizeof seen);
	snprintf(more, sizeof more, "%d, %d files left", status, files_left());
	says(status == 503 && strstr(seen, "đã đầy") && !files_left(), "a disk that is full is said in a sentence", more);
	int64_t longest;
	says(answered(20, &longest) == 20, "… and the server goes on", "");
}

/* -- ends ----------------------------------------------------------------------------------------------- */

static void killed(void)
{
	pid_t pids[16], after[16], on[CROWD], victim = 0;
	char seen[SEEN], more[160];
	int all[CROWD], kept[CROWD] = { 0 }, n = 0, still = 0;
	size_t before = workers(pids, 16);
	CLEANUP(fd_close) int busy = reach();
	bool half = fd_write(busy, S("POST /gui HTTP/1.1\r\nHost: a\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: 99\r\n\r\n--x"));
	for (int i = 0; i < CROWD; i++) {
		all[i] = reach();
		const char *pid = ask(all[i], "/", seen, sizeof seen) == 200 ? strstr(seen, "pid ") : NULL;
		on[i] = pid ? (pid_t)atol(pid + strlen("pid ")) : 0;
	}
	for (int i = 1; i < CROWD; i++)                    /* not the first one's: that one has to go on */
		victim = on[i] != on[0] ? on[i] : victim;
	for (size_t i = 0; i < before && !victim; i++)
		victim = pids[i] != on[0] ? pids[i] : 0;
	for (int i = 0; i < CROWD; i++)
		if (on[i] && on[i] != victim)
			kept[n++] = all[i];
		else
			fd_close(&all[i]);
	kill(victim, SIGKILL);
	for (int i = 0; i < n; i++)
		still += ask(kept[i], "/", seen, sizeof seen) == 200;
	int64_t longest;
	int asked = answered(ASKED, &longest);
	for (int i = 0; i < n; i++)
		fd_close(&kept[i]);
	size_t again = 0;
	for (int i = 0; i < 50 && again < before; i++, usleep(100000))
		again = workers(after, 16);
	snprintf(more, sizeof more, "%d of %d connections of the other go on, %d of %d new ones answered, %zu workers, then %zu", still, n, asked,
	         ASKED, before, again);
	says(half && n && still == n && asked == ASKED && again == before && !files_left(), "a worker is killed", more);
}

static void *slow_page(void *ctx)
{
	char seen[SEEN];
	CLEANUP(fd_close) int fd = reach();
	*(int *)ctx = ask(fd, "/cham", seen, sizeof seen);
	return NULL;
}

static void ended(void)
{
	pthread_t other;
	int status = 0;
	CLEANUP(fd_close) int idle = reach();
	char seen[SEEN], more[64];
	ask(idle, "/", seen, sizeof seen);
	pthread_create(&other, NULL, slow_page, &status);
	usleep(300000);
	int64_t from = now_ms();
	bool clean = end();
	pthread_join(other, NULL);
	snprintf(more, sizeof more, "%d, ended after %lld ms", status, (long long)(now_ms() - from));
	says(clean && status == 200 && now_ms() - from < 5000, "SIGTERM: what is under way is answered, idle connections hold nothing up", more);
	idle = -1;
}

int main(void)
{
	struct err e = { 0 };
	struct record *r = NULL;
	signal(SIGPIPE, SIG_IGN);
	t.a = arena_open((size_t)64 << 20);
	t.port = 20000 + (int)getpid() % 20000;
	struct record_start s = { .admin = "quantri", .admin_name = "Trần Quản Trị", .unit = "UBND tỉnh Trường Giang", .level = "tỉnh" };
	if (!folder_open(t.a, &t.dir, &e))
		return 2;
	t.record = str_fmt(t.a, "%.*s/hoso", SF(t.dir.path)).p;
	if (!record_init(t.a, t.record, &s, &r, &e))
		return 2;
	record_close(&r);
	if (!begin(0, &e))
		says(false, "the server does not answer", e.message);
	else {
		framing();
		files();
		killed();
		many();
		ended();
	}
	if (!begin(FULL_MB, &e))
		says(false, "the server does not answer", e.message);
	else {
		full();
		says(end(), "ended", "");
	}
	folder_remove(&t.dir);
	printf("%d passed, %d failed, 0 skipped\n", t.passed, t.failed);
	return t.failed > 0;
}
