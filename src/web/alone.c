#include "app/session.h"
#include "base/fd.h"
#include "web/asked.h"
#include "web/web.h"
#include <unistd.h>

enum { SHOWN_MOST = 32 << 20 };

static bool file_shown(struct arena *a, const struct answer *y, str *ret, struct err *e)
{
	if (y->size > SHOWN_MOST)
		return fail(e, ERR_LIMIT, "Tệp lớn quá %d MB nên không in ra được.", SHOWN_MOST >> 20);
	char *to = make_n(a, char, y->size + 1);
	ssize_t n = pread(y->fd, to, y->size, (off_t)y->from);
	*ret = (str){ to, y->size };
	return n == (ssize_t)y->size || fail(e, ERR_SYSTEM, "Không đọc được tệp.");
}

static str whole(struct arena *a, const struct answer *y, str body)
{
	struct buf b = buf_open(a);
	buf_fmt(&b, "HTTP/1.1 %d %s\n", y->status, answer_words(y->status));
	for (size_t i = 0; i < y->headers.n; i++)
		buf_fmt(&b, "%s: %.*s\n", y->headers.at[i].name, SF(y->headers.at[i].value));
	buf_put(&b, S("\n"));
	buf_put(&b, body);
	return buf_str(&b);
}

static void headers(struct asked *x, const struct web_asked *w, str secret)
{
	asked_header(x, S("Host"), S("localhost"));
	asked_header(x, S("Cookie"), str_fmt(x->a, "khacphuc=%.*s", SF(secret)));
	asked_header(x, S("Accept"), w->json ? S("application/json") : S("text/html"));
	if (!w->form)
		return;
	asked_header(x, S("X-Form-Token"), form_token(x->a, secret));
	asked_header(x, S("Content-Type"), S("application/x-www-form-urlencoded"));
	asked_header(x, S("Content-Length"), str_fmt(x->a, "%zu", strlen(w->form)));
}

bool web_page(struct arena *a, const struct web_asked *w, int *ret_status, str *ret, struct err *e)
{
	struct seat s;
	struct house h = { .pool = pool_open(w->dir) };
	if (!h.pool || !pool_take(h.pool, &s, e)) {        /* it says here what the page could only call a failure */
		pool_close(&h.pool);
		return false;
	}
	pool_give(h.pool, s);
	struct asked *x = asked_open(&h, str_c(w->path));
	x->q.as = w->login;
	headers(x, w, session_fresh(x->a));
	if (asked_head(x, w->form ? "POST" : "GET", "HTTP/1.1", S("127.0.0.1"))) {
		if (w->form)
			body_text(&x->body, str_c(w->form));
		asked_end(x);
	}
	str body = x->answer.body;
	bool ok = x->answer.fd < 0 || file_shown(a, &x->answer, &body, e);
	*ret_status = x->answer.status;
	*ret = !ok ? (str){ 0 } : w->json ? str_copy(a, body) : whole(a, &x->answer, body);
	asked_close(x);
	pool_close(&h.pool);
	return ok;
}
