#include "base/talk.h"
#include "base/child_parts.h"
#include "base/fd.h"
#include <errno.h>
#include <poll.h>
#include <stdlib.h>
#include <sys/pidfd.h>
#include <sys/socket.h>
#include <unistd.h>

enum { LAST_MS = 2000 };

static void put_size(char to[TALK_HEAD], size_t n)
{
	for (int i = 0; i < TALK_HEAD; i++, n >>= 8)
		to[i] = (char)n;
}

static size_t get_size(const char from[TALK_HEAD])
{
	size_t n = 0;
	for (int i = TALK_HEAD; i--;)
		n = n << 8 | (unsigned char)from[i];
	return n;
}

/* -- beginning and ending ------------------------------------------------------------------------------ */

bool talk_open(struct talk *t, const struct child *c, struct err *e)
{
	int ends[2];
	*t = (struct talk){ .fd = -1, .process = -1, .complaint = -1 };
	if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends))
		return child_broken("socketpair", errno, e);
	CLEANUP(fd_close) int theirs = ends[1];
	t->fd = ends[0];
	t->complaint = child_memory("complaint", S(""));
	struct beginning b = { .c = c, .input = theirs, .output = theirs, .complaint = t->complaint };
	t->pid = t->complaint < 0 ? -1 : child_start(&b);
	if (t->pid > 0)
		t->process = pidfd_open(t->pid, 0);
	if (t->process >= 0 && !b.why)
		return true;
	child_broken(b.why ? b.step : "vfork", b.why ? b.why : errno, e);
	talk_close(t);
	return false;
}

/* One that only stopped talking is given a moment to end, so that how it ended can be told. */
static void end(struct arena *a, struct talk *t, enum child_end how, bool more, struct child_result *ret)
{
	bool cut;
	struct pollfd process = { .fd = t->process, .events = POLLIN };
	if (how == CHILD_EXITED && poll(&process, 1, LAST_MS) <= 0)
		how = CHILD_LATE;
	*ret = (struct child_result){ .end = how, .more = more };
	child_end_all(t->pid, ret);
	ret->complaint = child_take(a, t->complaint, CHILD_COMPLAINT, &cut);
	t->pid = 0;
	talk_close(t);
}

void talk_close(struct talk *t)
{
	struct child_result ignored = { .end = CHILD_STOPPED };
	if (t->pid > 0)
		child_end_all(t->pid, &ignored);
	fd_close(&t->fd);
	fd_close(&t->process);
	fd_close(&t->complaint);
	*t = (struct talk){ .fd = -1, .process = -1, .complaint = -1 };
}

/* -- a question and its answer ------------------------------------------------------------------------- */

struct asking { char head[TALK_HEAD]; str out[2]; size_t sent; char *in; size_t got, all, most; };

/* Sends what the socket takes. SIGPIPE would end us for the death of a child. */
static bool send_some(const struct talk *t, struct asking *q)
{
	size_t first = q->out[0].n;
	str rest = q->sent < first ? str_sub(q->out[0], q->sent, first) : str_sub(q->out[1], q->sent - first, q->out[1].n);
	ssize_t n = send(t->fd, rest.p, rest.n, MSG_DONTWAIT | MSG_NOSIGNAL);
	if (n > 0)
		q->sent += (size_t)n;
	return n >= 0 || errno == EAGAIN || errno == EINTR;
}

static bool receive_some(struct arena *a, const struct talk *t, struct asking *q)
{
	bool head = !q->in;
	char *to = head ? q->head + q->got : q->in + q->got;
	ssize_t n = recv(t->fd, to, (head ? TALK_HEAD : q->all) - q->got, MSG_DONTWAIT);
	if (n <= 0)
		return n < 0 && (errno == EAGAIN || errno == EINTR);
	q->got += (size_t)n;
	if (!head || q->got < TALK_HEAD)
		return true;
	q->all = get_size(q->head);
	q->got = 0;
	if (q->all > q->most)
		return false;
	q->in = make_n(a, char, q->all + 1);
	return true;
}

/* What it wrote before it ended is taken first; what ends the talk is that nothing more comes. */
bool talk_ask(struct arena *a, struct talk *t, str question, size_t most, int seconds, str *answer, struct child_result *ended)
{
	char head[TALK_HEAD];
	struct asking q = { .out = { { head, TALK_HEAD }, question }, .most = most };
	int64_t last = child_now_ms() + (int64_t)seconds * 1000;
	put_size(head, question.n);
	for (bool sending = true;; sending = q.sent < TALK_HEAD + question.n) {
		int64_t left = last - child_now_ms();
		struct pollfd fd = { .fd = t->fd, .events = (short)(sending ? POLLIN | POLLOUT : POLLIN) };
		if (q.in && q.got == q.all)
			break;
		if (left <= 0) {
			end(a, t, CHILD_LATE, false, ended);
			return false;
		}
		if (poll(&fd, 1, (int)left) <= 0)
			continue;
		bool sent = !(fd.revents & POLLOUT) || !sending || send_some(t, &q);
		if (!sent || ((fd.revents & (POLLIN | POLLHUP)) && !receive_some(a, t, &q))) {
			end(a, t, q.all > most ? CHILD_OVER : CHILD_EXITED, q.all > most, ended);
			return false;
		}
	}
	*answer = (str){ q.in, q.all };
	return true;
}

/* -- in the child -------------------------------------------------------------------------------------- */

static bool take(char *to, size_t n)
{
	for (ssize_t got; n; to += got, n -= (size_t)got)
		if ((got = fd_read(0, to, n)) <= 0)
			return false;
	return true;
}

bool talk_hear(size_t most, str *question)
{
	char head[TALK_HEAD];
	if (!take(head, sizeof head) || (question->n = get_size(head)) > most)
		return false;
	char *bytes = malloc(question->n + 1);
	question->p = bytes;
	if (bytes && take(bytes, question->n))
		return true;
	free(bytes);
	return false;
}

bool talk_say(str answer)
{
	char head[TALK_HEAD];
	put_size(head, answer.n);
	return fd_write(1, (str){ head, sizeof head }) && fd_write(1, answer);
}
