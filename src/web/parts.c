#include "web/parts.h"
#include <strings.h>

#define LINE_END S("\r\n")

/* The value of a parameter: form-data; name="a b"; filename=c.txt. No text: it is not there; a quote in a name has '\' before it. */
static bool parameter(str line, const char *name, str *ret)
{
	size_t want = strlen(name);
	for (size_t at = str_find(line, S(";"), 0); at < line.n;) {
		size_t from = at + 1, is, to;
		while (from < line.n && (line.p[from] == ' ' || line.p[from] == '\t'))
			from++;
		is = str_find(line, S("="), from);
		bool quoted = is + 1 < line.n && line.p[is + 1] == '"';
		size_t begin = is + 1 + quoted;
		for (to = begin; to < line.n && (quoted ? line.p[to] != '"' || line.p[to - 1] == '\\' : line.p[to] != ';');)
			to++;
		if (is < line.n && is - from == want && !strncasecmp(line.p + from, name, want))
			return *ret = quoted ? str_sub(line, begin, to) : str_trim(str_sub(line, begin, to)), true;
		at = str_find(line, S(";"), to);
	}
	return false;
}

void parts_open(struct parts *p, struct body *to, str type)
{
	str boundary = { 0 };
	*p = (struct parts){ .to = to, .n = 2, .held = "\r\n" };       /* the first boundary has no line before it */
	if (!parameter(type, "boundary", &boundary) || !boundary.n || boundary.n > PARTS_BOUNDARY) {
		body_broken(to);
		p->at = PARTS_OVER;
		return;
	}
	memcpy(p->mark, "\r\n--", 4);
	memcpy(p->mark + 4, boundary.p, boundary.n);
	p->mark_n = boundary.n + 4;
}

static void drop(struct parts *p, size_t n)
{
	p->n -= n;
	memmove(p->held, p->held + n, p->n);
}

static void begin_part(struct parts *p, str head)
{
	str name = S(""), file = { 0 };
	for (size_t from = 0; from < head.n;) {
		size_t end = str_find(head, LINE_END, from);
		str line = str_sub(head, from, end);
		size_t colon = str_find(line, S(":"), 0);
		from = end + 2;
		if (colon != strlen("content-disposition") || strncasecmp(line.p, "content-disposition", colon))
			continue;
		parameter(line, "name", &name);
		if (parameter(line, "filename", &file) && !file.p)
			file = S("");
	}
	body_part(p->to, name, file);
}

/* As far as what is held goes; false: more must come. */
static bool step(struct parts *p)
{
	str held = { p->held, p->n }, mark = { p->mark, p->mark_n };
	size_t at = 0;
	switch (p->at) {
	case PARTS_BEFORE:
	case PARTS_VALUE: {
		at = str_find(held, mark, 0);
		bool found = at < held.n;
		if (!found)                                /* its beginning may be there already */
			at = held.n >= mark.n ? held.n - mark.n + 1 : 0;
		if (p->at == PARTS_VALUE)
			body_bytes(p->to, str_sub(held, 0, at));
		drop(p, at + (found ? mark.n : 0));
		p->at = found ? PARTS_LINE : p->at;
		return found;
	}
	case PARTS_LINE:
		if (str_starts(held, S("--"))) {
			p->at = PARTS_OVER;
			return false;
		}
		if ((at = str_find(held, LINE_END, 0)) == held.n)
			return false;
		if (str_trim(str_sub(held, 0, at)).n)
			body_broken(p->to);
		drop(p, at);
		p->at = PARTS_HEAD;
		return true;
	case PARTS_HEAD:
		if ((at = str_find(held, S("\r\n\r\n"), 0)) == held.n)
			return false;
		begin_part(p, str_sub(held, 0, at));
		drop(p, at + 4);
		p->at = PARTS_VALUE;
		return true;
	case PARTS_OVER: break;
	}
	return false;
}

void parts_take(struct parts *p, str bytes)
{
	while (bytes.n && p->at != PARTS_OVER) {
		size_t room = PARTS_HELD - p->n, n = bytes.n < room ? bytes.n : room;
		memcpy(p->held + p->n, bytes.p, n);
		p->n += n;
		bytes = str_sub(bytes, n, bytes.n);
		while (step(p))
			;
		if (p->n == PARTS_HELD) {                  /* no part has headers like that */
			body_broken(p->to);
			p->at = PARTS_OVER;
		}
	}
}

void parts_end(struct parts *p)
{
	if (p->at != PARTS_OVER)
		body_broken(p->to);
}
