#include "web/dispatch.h"
#include <stdarg.h>
#include <stdio.h>

#define COOKIE_ENDS "; HttpOnly; SameSite=Lax; Path=/"

/* -- fields -------------------------------------------------------------------------------------------- */

static int hex_of(char c)
{
	static const char digits[] = "0123456789abcdef0123456789ABCDEF";
	const char *at = c ? strchr(digits, c) : NULL;
	return at ? (int)((at - digits) % 16) : -1;
}

str param_value(struct arena *a, str s)
{
	char *p = make_n(a, char, s.n + 1);
	size_t n = 0;
	for (size_t i = 0; i < s.n; i++) {
		int high = s.p[i] == '%' && i + 2 < s.n ? hex_of(s.p[i + 1]) : -1, low = high < 0 ? -1 : hex_of(s.p[i + 2]);
		p[n++] = low >= 0 ? (char)(high * 16 + low) : s.p[i] == '+' ? ' ' : s.p[i];
		i += low >= 0 ? 2 : 0;
	}
	return (str){ p, n };
}

bool req_fields(struct req *q, str text, struct err *e)
{
	for (size_t from = 0; from < text.n;) {
		size_t end = str_find(text, S("&"), from);
		str one = str_sub(text, from, end);
		size_t is = str_find(one, S("="), 0);
		from = end + 1;
		if (!one.n)
			continue;
		if (q->given.n == REQ_GIVEN) {
			fail(e, ERR_LIMIT, "Yêu cầu này có quá %d trường.", REQ_GIVEN);
			return err_hint(e, "Chọn ít dòng hơn rồi gửi làm nhiều lần.");
		}
		struct given g = { param_value(q->a, str_sub(one, 0, is)), param_value(q->a, str_sub(one, is + 1, one.n)) };
		*vec_add(q->a, &q->given) = g;
	}
	return true;
}

struct given *given_find(const struct req *q, const char *name)
{
	for (size_t i = 0; i < q->given.n; i++)
		if (str_eq(q->given.at[i].name, str_c(name)))
			return &q->given.at[i];
	return NULL;
}

/* -- addresses ----------------------------------------------------------------------------------------- */

void url_put(struct buf *b, str s)
{
	for (size_t i = 0; i < s.n; i++) {
		char c = s.p[i];
		bool plain = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c && strchr("-._~", c));
		if (plain)
			buf_put(b, (str){ &c, 1 });
		else
			buf_fmt(b, "%%%02X", (unsigned)(unsigned char)c);
	}
}

/* "/…" in plain ASCII; "//host" and "/\host" lead away. */
str address_ours(str s)
{
	bool ok = s.n && s.n < 2000 && s.p[0] == '/' && (s.n == 1 || (s.p[1] != '/' && s.p[1] != '\\'));
	for (size_t i = 0; ok && i < s.n; i++)
		ok = s.p[i] > ' ' && s.p[i] < 0x7F && s.p[i] != '\\';
	return ok ? s : (str){ 0 };
}

static bool in_path(const struct page *p, str name)
{
	char mark[80];
	int n = snprintf(mark, sizeof mark, "/:%.*s", SF(name));
	const char *at = n < (int)sizeof mark ? strstr(p->path, mark) : NULL;
	return at && (!at[n] || at[n] == '/');
}

str req_with(struct req *q, const char *name, str value)
{
	struct buf b = buf_open(q->a);
	const char *mark = "?";
	buf_put(&b, q->path);
	for (const struct param *p = q->page ? q->page->params : NULL; p && p->kind != PARAM_END; p++)
		for (size_t i = 0; i < q->given.n; i++) {
			const struct given *g = &q->given.at[i];
			if (!str_eq(g->name, str_c(p->name)) || !g->value.n || p->kind == PARAM_SECRET ||
			    (name && !strcmp(p->name, name)) || in_path(q->page, g->name))
				continue;
			buf_fmt(&b, "%s%s=", mark, p->name);
			url_put(&b, g->value);
			mark = "&";
			if (p->kind != PARAM_IDS && p->kind != PARAM_TEXTS)
				break;
		}
	if (name && value.n) {
		buf_fmt(&b, "%s%s=", mark, name);
		url_put(&b, value);
	}
	str s = buf_str(&b);
	return address_ours(s).n ? s : S("/");
}

/* -- replies ------------------------------------------------------------------------------------------- */

bool req_go(struct req *q, const char *fmt, ...)
{
	char to[2000];
	va_list ap;
	va_start(ap, fmt);
	int n = vsnprintf(to, sizeof to, fmt, ap);
	va_end(ap);
	str ours = n > 0 && n < (int)sizeof to ? address_ours((str){ to, (size_t)n }) : (str){ 0 };
	q->reply->status = 303;
	q->reply->kind = REPLY_GO;
	q->reply->location = ours.n ? str_copy(q->a, ours) : S("/");
	return true;
}

void req_tell(struct req *q, str notice) { *vec_add(q->a, &q->reply->notices) = str_copy(q->a, notice); }

bool req_send(struct req *q, str bytes, const char *type, str name)
{
	q->reply->kind = REPLY_BYTES;
	q->reply->body = bytes;
	q->reply->type = str_c(type);
	q->reply->name = name;
	return true;
}

bool req_send_file(struct req *q, str path, const char *type, str name)
{
	q->reply->kind = REPLY_FILE;
	q->reply->path = path;
	q->reply->type = str_c(type);
	q->reply->name = name;
	return true;
}

void req_secret(struct req *q, str secret)
{
	q->cookie = secret;
	q->reply->cookie = str_fmt(q->a, "khacphuc=%.*s" COOKIE_ENDS "%s%s", SF(secret), q->secure ? "; Secure" : "", secret.n ? "" : "; Max-Age=0");
}

void view_pages(struct req *q, struct view *v, int page, bool more, int64_t total, int size)
{
	view_count(v, "page", page);
	view_count(v, "total", total);
	view_count(v, "pages", total < 0 || size < 1 ? -1 : (total + size - 1) / size);
	if (page > 1)
		view_link(v, "pages_before", req_with(q, "page", page > 2 ? str_fmt(q->a, "%d", page - 1) : (str){ 0 }));
	else
		view_text(v, "pages_before", (str){ 0 });
	if (more)
		view_link(v, "pages_after", req_with(q, "page", str_fmt(q->a, "%d", page + 1)));
	else
		view_text(v, "pages_after", (str){ 0 });
}
