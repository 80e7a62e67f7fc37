#include "web/guard.h"
#include <strings.h>

static bool is(str s, const char *lower) { return s.n == strlen(lower) && !strncasecmp(s.p, lower, s.n); }
static bool token_char(unsigned char c) { return c > ' ' && c < 0x7f && !strchr("\"(),/:;<=>?@[\\]{}", c); }
static bool value_char(unsigned char c) { return c >= ' ' ? c != 0x7f : c == '\t'; }

static bool number(str s)
{
	size_t n = 0;
	while (n < s.n && s.p[n] >= '0' && s.p[n] <= '9')
		n++;
	return n && n == s.n && n <= 18;
}

/* A name or an address, with a port or not; what else could stand there names nobody. */
static bool host(str s)
{
	bool ok = s.n > 0;
	for (size_t i = 0; i < s.n; i++)
		ok = ok && s.p[i] && (token_char((unsigned char)s.p[i]) || strchr(":[]", s.p[i]));
	return ok;
}

void guard_see(struct guard *g, str name, str value)
{
	g->bad |= !name.n;
	for (size_t i = 0; i < name.n; i++)
		g->bad |= !token_char((unsigned char)name.p[i]);
	for (size_t i = 0; i < value.n; i++)
		g->bad |= !value_char((unsigned char)value.p[i]);
	if (is(name, "content-length")) {
		g->lengths++;
		g->bad |= !number(value);
		g->body |= !is(value, "0");
	} else if (is(name, "transfer-encoding")) {
		g->encodings++;
		g->bad |= !is(value, "chunked");
		g->body = true;
	} else if (is(name, "host")) {
		g->hosts++;
		g->bad |= !host(value);
	}
}

/* Nothing is decoded: no path of ours needs an escape, and "//other" would be the address of somebody else. */
static bool address(str s)
{
	bool ok = s.n && s.p[0] == '/' && (s.n == 1 || s.p[1] != '/');
	for (size_t i = 0; i < s.n; i++)
		ok = ok && s.p[i] > ' ' && s.p[i] < 0x7f && s.p[i] != '#';
	return ok;
}

int guard_status(const struct guard *g, const char *method, str target, const char *version)
{
	bool post = !strcmp(method, "POST"), get = !strcmp(method, "GET") || !strcmp(method, "HEAD");
	if (strcmp(version, "HTTP/1.1") && strcmp(version, "HTTP/1.0"))
		return 505;
	if (g->bad || g->hosts != 1 || g->lengths + g->encodings > 1 || !address(target))
		return 400;
	if (!post && !get)
		return 405;
	return get && g->body ? 400 : post && !g->lengths && !g->encodings ? 411 : 0;
}
