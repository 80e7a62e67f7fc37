#include "web/asked.h"
#include "app/session.h"
#include "base/fd.h"
#include "web/asset.h"
#include "web/dispatch.h"
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <strings.h>
#include <unistd.h>

enum { PATIENCE = 2 };

struct asked *asked_open(const struct house *h, str target)
{
	struct arena *a = arena_open(ASKED_MEMORY);
	struct asked *x = make(a, struct asked);
	*x = (struct asked){ .house = h, .a = a, .target = str_copy(a, target), .method = "-", .answer.fd = -1 };
	clock_gettime(CLOCK_MONOTONIC, &x->began);
	size_t mark = str_find(x->target, S("?"), 0);
	x->q = (struct req){ .a = a, .slow = h->slow, .few = h->few, .path = str_sub(x->target, 0, mark) };
	x->q.query = str_sub(x->target, mark + 1, x->target.n);
	return x;
}

/* -- headers -------------------------------------------------------------------------------------------- */

/* The value of a cookie among "a=1; khacphuc=2". */
static str cookie(str all, str name)
{
	for (size_t at = 0; at < all.n;) {
		size_t end = str_find(all, S(";"), at), is;
		str one = str_trim(str_sub(all, at, end));
		is = str_find(one, S("="), 0);
		if (str_eq(str_sub(one, 0, is), name))
			return str_sub(one, is + 1, one.n);
		at = end + 1;
	}
	return (str){ 0 };
}

/* The last one: what the proxy before us has added. */
static str last_of(str value)
{
	size_t from = 0;
	for (size_t i = 0; i < value.n; i++)
		from = value.p[i] == ',' ? i + 1 : from;
	return str_trim(str_sub(value, from, value.n));
}

static bool is(str s, const char *lower) { return s.n == strlen(lower) && !strncasecmp(s.p, lower, s.n); }
static bool has(str s, str what) { return str_find(s, what, 0) < s.n; }

void asked_header(struct asked *x, str name, str value)
{
	static const struct { const char *name; size_t at; } kept[] = {
		{ "host", offsetof(struct asked, q.host) },
		{ "origin", offsetof(struct asked, q.origin) },
		{ "x-form-token", offsetof(struct asked, q.token) },
		{ "cookie", offsetof(struct asked, cookies) },
		{ "accept", offsetof(struct asked, accept) },
		{ "content-type", offsetof(struct asked, type) },
		{ "content-length", offsetof(struct asked, length) },
		{ "x-forwarded-for", offsetof(struct asked, forwarded_for) },
		{ "x-forwarded-proto", offsetof(struct asked, forwarded_as) },
		{ "hx-request", offsetof(struct asked, htmx) },
		{ "if-none-match", offsetof(struct asked, conditions.if_none_match) },
		{ "if-range", offsetof(struct asked, conditions.if_range) },
		{ "range", offsetof(struct asked, conditions.range) },
		{ "accept-encoding", offsetof(struct asked, conditions.accept_encoding) },
	};
	guard_see(&x->guard, name, value);
	for (size_t i = 0; i < COUNT(kept); i++)
		if (is(name, kept[i].name))
			*(str *)((char *)x + kept[i].at) = str_copy(x->a, str_trim(value));
}

/* What a proxy on this machine says of the other side is believed; what anybody else says is not. */
static void who_asks(struct asked *x, str address)
{
	struct req *q = &x->q;
	bool proxy = str_eq(address, S("127.0.0.1")) || str_eq(address, S("::1"));
	q->address = proxy && x->forwarded_for.n ? last_of(x->forwarded_for) : str_copy(x->a, address);
	q->secure = proxy && str_eq(last_of(x->forwarded_as), S("https"));
	q->cookie = cookie(x->cookies, S("khacphuc"));
	q->flash = cookie(x->cookies, S("khacphuc_tin"));
	q->json = has(x->accept, S("application/json")) && !has(x->accept, S("text/html"));
	q->htmx = str_eq(x->htmx, S("true"));
}

/* -- pages ---------------------------------------------------------------------------------------------- */

static void refuse(struct asked *x, int status, const char *sentence)
{
	answer_refusal(x->a, status, sentence, x->q.json, &x->answer);
}

/* There is a page of this path, but asked for in the other way. */
static bool other_method(struct asked *x)
{
	struct req look = { .a = x->a, .path = x->q.path, .method = x->q.method == GET ? POST : GET };
	return page_match(&look);
}

static void dispatch(struct asked *x)
{
	struct seat s = { 0 };
	struct err e = { 0 };
	if (!pool_take(x->house->pool, &s, &e)) {
		fprintf(stderr, "khacphuc: %s (%s)\n", e.message, e.detail);
		refuse(x, 503, e.message);
		return;
	}
	x->q.r = s.r;
	x->ran = record_ran(s.r);
	web_dispatch(&x->q, &x->reply);
	x->ran = record_ran(s.r) - x->ran;
	x->q.r = NULL;
	pool_give(x->house->pool, s);
	if (x->reply.status == 404 && !x->q.page && other_method(x))
		x->reply.status = 405;
	answer_reply(x->a, &x->reply, &x->conditions, &x->answer);
	if (x->reply.status == 405)
		answer_header(x->a, &x->answer, "Allow", x->q.method == POST ? S("GET, HEAD") : S("POST"));
}

/* Who is not logged in sends no files: before they come the session is looked for. */
static bool stranger(struct asked *x, const struct page *page)
{
	struct seat s = { 0 };
	struct err e = { 0 };
	struct person_here person;
	bool files = false;
	for (const struct param *p = page->params; p->kind != PARAM_END; p++)
		files |= p->kind == PARAM_FILE || p->kind == PARAM_FILES;
	if (!files || page->who == WHO_ANYBODY || !pool_take(x->house->pool, &s, &e))
		return false;
	bool known = x->q.cookie.n && session_find(s.r, x->a, x->q.cookie, &person, &e);
	record_nobody(s.r);
	pool_give(x->house->pool, s);
	return !known;
}

static bool head_of_post(struct asked *x)
{
	struct req look = { .a = x->a, .path = x->q.path, .method = POST };
	const struct page *page = page_match(&look);
	int64_t length = x->length.n ? strtoll(x->length.p, NULL, 10) : -1;
	if (!page || stranger(x, page)) {
		/* A little is read all the same, and thrown away: who is cut off while they write never sees the answer. */
		if (length < 0 || length > REQ_FORM_MOST)
			return dispatch(x), false;
		x->body.fd = -1;
		body_broken(&x->body);
		return true;
	}
	/* What is too long by far is not even read; what is a little too long is, so that the sentence arrives. */
	bool opened = body_open(&x->body, &x->q, page, x->house->folder, x->type, length);
	if (opened || length <= PATIENCE * body_most(page))
		return true;
	x->q.failed = x->body.e;
	dispatch(x);
	return false;
}

bool asked_head(struct asked *x, const char *method, const char *version, str address)
{
	static const char *const known[] = { "GET", "HEAD", "POST" };
	int status = guard_status(&x->guard, method, x->target, version);
	who_asks(x, address);
	for (size_t i = 0; i < COUNT(known); i++)
		x->method = strcmp(method, known[i]) ? x->method : known[i];
	x->q.method = strcmp(method, "POST") ? GET : POST;
	if (status) {
		refuse(x, status, status == 405 ? "Máy chủ này chỉ nhận GET, HEAD và POST." : "Yêu cầu không đúng quy cách HTTP nên không được nhận.");
		if (status == 405)
			answer_header(x->a, &x->answer, "Allow", S("GET, HEAD, POST"));
	} else if (str_starts(x->q.path, S(ASSET_AT)) && x->q.method == GET)
		answer_asset(x->a, str_sub(x->target, sizeof ASSET_AT - 1, x->target.n), &x->conditions, &x->answer);
	else
		return x->q.method == GET || head_of_post(x);
	return false;
}

void asked_end(struct asked *x)
{
	if (x->q.method == POST && !body_end(&x->body, &x->q.failed))
		body_close(&x->body);
	dispatch(x);
	body_close(&x->body);                              /* what the page wanted of the files it has taken */
}

/* -- afterwards ----------------------------------------------------------------------------------------- */

/* One line, logfmt: no query, no cookie, nothing of what was sent. */
void asked_log(const struct asked *x)
{
	enum { LINE = 400 };
	char path[LINE / 2], line[LINE];
	struct timespec now;
	size_t n = 0;
	clock_gettime(CLOCK_MONOTONIC, &now);
	for (size_t i = 0; i < x->q.path.n && n + 1 < sizeof path; i++) {
		char c = x->q.path.p[i];
		path[n++] = c > ' ' && c < 0x7f && c != '"' && c != '\\' ? c : '?';
	}
	path[n] = 0;
	long ms = (now.tv_sec - x->began.tv_sec) * 1000 + (now.tv_nsec - x->began.tv_nsec) / 1000000;
	int len = snprintf(line, sizeof line, "method=%s path=\"%s\" status=%d ms=%ld sql=%lld person=%lld\n", x->method, path, x->answer.status,
	                   ms, (long long)x->ran, (long long)x->q.person.id);
	if (write(STDERR_FILENO, line, (size_t)len) < 0)
		return;                                    /* there is nobody to tell */
}

void asked_close(struct asked *x)
{
	if (!x)
		return;
	body_close(&x->body);
	fd_close(&x->answer.fd);
	arena_free(x->a);
}
