#include "base/xml_scan.h"
#include <stdint.h>

enum { SLOTS = 2048, FEW = 8 };        /* slots: a power of two, twice the attributes of a tag */

enum state { CONTENT, REMARK, CDATA, INSTRUCTION };

struct piece { char *p, *end; };
struct attr  { struct piece name, value; };
struct slot  { const struct piece *name; unsigned round; };

struct xml_scan {
	struct arena                *a;
	const struct xml_scan_calls *calls;
	void                        *ctx;
	const bool                  *stop;
	char                        *p;             /* what is not yet taken, ended by a NUL */
	size_t                       n, cap, at;
	size_t                       checked;       /* so many are whole characters that XML allows */
	int                          line;          /* in which p begins */
	enum state                   state;
	bool                         last, root;    /* nothing follows; the first element has come */
	VEC(char)                    names;         /* of the elements that are open, one behind the other */
	VEC(size_t)                  starts;        /* where in names each begins */
	struct attr                 *attr;
	const char                 **attrs;
	size_t                       n_attrs;
	struct slot                 *slots;
	unsigned                     round;
	const char                  *why;
	enum xml_scanned             end;           /* what ended it */
};

enum step { DONE, MORE, BAD };

static enum step bad(struct xml_scan *s, const char *why)
{
	s->why = why;
	s->end = XML_SCAN_BROKEN;
	return BAD;
}

static enum step bad_as(struct xml_scan *s, enum xml_scanned end, const char *why)
{
	bad(s, why);
	s->end = end;
	return BAD;
}

/* -- characters ------------------------------------------------------------------------------------- */

static bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

enum { BEGINS = 1, GOES_ON = 2 };      /* what a byte may do in a name */

static const unsigned char in_name[256] = {
	['a' ... 'z'] = BEGINS | GOES_ON, ['A' ... 'Z'] = BEGINS | GOES_ON, ['_'] = BEGINS | GOES_ON, [':'] = BEGINS | GOES_ON,
	['0' ... '9'] = GOES_ON, ['-'] = GOES_ON, ['.'] = GOES_ON, [0x80 ... 0xFF] = BEGINS | GOES_ON,
};

static bool name_begins(char c) { return in_name[(unsigned char)c] & BEGINS; }
static bool name_goes_on(char c) { return in_name[(unsigned char)c] & GOES_ON; }

static bool is_allowed(uint32_t c)
{
	return c == '\t' || c == '\n' || c == '\r' || (c >= 0x20 && c < 0xD800) || (c >= 0xE000 && c < 0xFFFE) ||
	       (c >= 0x10000 && c <= 0x10FFFF);
}

static bool continues(unsigned char c) { return (c & 0xC0) == 0x80; }

/* One character of two bytes or more: its length; 0: it is none; -1: it is cut off here. */
static int long_char(const unsigned char *p, const unsigned char *end)
{
	int n = *p >= 0xF0 ? 4 : *p >= 0xE0 ? 3 : 2;
	uint32_t c = *p & (0xFFu >> (n + 1));
	if (*p < 0xC2 || *p > 0xF4)
		return 0;
	for (int i = 1; i < n; i++) {
		if (p + i == end)
			return -1;
		if (!continues(p[i]))
			return 0;
		c = c << 6 | (p[i] & 0x3F);
	}
	return (n == 3 && c < 0x800) || (n == 4 && c < 0x10000) || !is_allowed(c) ? 0 : n;
}

#define EACH(byte) (0x0101010101010101u * (byte))

/* Eight bytes at once: all ASCII, and none below the space. */
static bool eight_plain(const unsigned char *p)
{
	uint64_t v;
	memcpy(&v, p, sizeof v);
	return !((v | (v - EACH(0x20))) & EACH(0x80));
}

/* How long the character is that begins here, as long_char says it: the usual ones first. */
static int char_length(const unsigned char *p, const unsigned char *end)
{
	if (*p < 0x80)
		return *p >= 0x20 || is_allowed(*p);
	if (end - p >= 2 && *p >= 0xC2 && *p < 0xE0 && continues(p[1]))
		return 2;
	if (end - p >= 3 && *p >= 0xE1 && *p < 0xED && continues(p[1]) && continues(p[2]))
		return 3;
	return long_char(p, end);
}

static bool check(struct xml_scan *s)
{
	const unsigned char *p = (unsigned char *)s->p + s->checked, *end = (unsigned char *)s->p + s->n;
	while (p < end) {
		if (end - p >= 8 && eight_plain(p)) {
			p += 8;
			continue;
		}
		int n = char_length(p, end);
		if (n < 0 && !s->last)
			break;
		if (n <= 0)
			return false;
		p += n;
	}
	s->checked = (size_t)(p - (unsigned char *)s->p);
	return true;
}

static char *put_char(char *to, uint32_t c)
{
	if (c < 0x80)
		return *to++ = (char)c, to;
	int n = c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
	for (int i = n - 1; i > 0; i--, c >>= 6)
		to[i] = (char)(0x80 | (c & 0x3F));
	to[0] = (char)((n == 2 ? 0xC0 : n == 3 ? 0xE0 : 0xF0) | c);
	return to + n;
}

/* What stands between "&" and ";"; 0: nothing that XML knows. */
static uint32_t entity(const char *p, size_t n)
{
	static const struct { const char *name; char c; } known[] = { { "amp", '&' }, { "lt", '<' }, { "gt", '>' }, { "quot", '"' }, { "apos", '\'' } };
	for (size_t i = 0; i < COUNT(known); i++)
		if (n == strlen(known[i].name) && !memcmp(p, known[i].name, n))
			return (uint32_t)known[i].c;
	bool hex = n > 2 && p[0] == '#' && p[1] == 'x';
	size_t i = hex ? 2 : 1;
	uint32_t c = 0;
	if (n < 2 || p[0] != '#')
		return 0;
	for (; i < n && c <= 0x10FFFF; i++) {
		char d = p[i], low = (char)(d | 0x20);
		if (d >= '0' && d <= '9')
			c = c * (hex ? 16 : 10) + (uint32_t)(d - '0');
		else if (hex && low >= 'a' && low <= 'f')
			c = c * 16 + (uint32_t)(low - 'a' + 10);
		else
			return 0;
	}
	return is_allowed(c) ? c : 0;
}

/* -- tags ------------------------------------------------------------------------------------------- */

static char *here(struct xml_scan *s) { return s->p + s->at; }
static char *end_of(struct xml_scan *s) { return s->p + s->checked; }

static char *skip_space(char *q, const char *end)
{
	while (q < end && is_space(*q))
		q++;
	return q;
}

static char *skip_name(char *q, const char *end)
{
	if (q < end && name_begins(*q))
		while (q < end && name_goes_on(*q))
			q++;
	return q;
}

/* Entities come out shorter than they are written, so the value is decoded where it stands. */
static bool decode(struct piece *v)
{
	char *to = v->p;
	for (char *q = v->p; q < v->end;) {
		if (*q != '&') {
			q += *q == '\r' && q + 1 < v->end && q[1] == '\n';
			*to++ = is_space(*q) ? ' ' : *q;
			q++;
			continue;
		}
		char *stop = memchr(q, ';', (size_t)(v->end - q));
		uint32_t c = stop ? entity(q + 1, (size_t)(stop - q) - 1) : 0;
		if (!c)
			return false;
		to = put_char(to, c);
		q = stop + 1;
	}
	v->end = to;
	return true;
}

static bool same(const struct piece *a, const struct piece *b)
{
	return a->end - a->p == b->end - b->p && !memcmp(a->p, b->p, (size_t)(a->end - a->p));
}

static uint32_t hash(const struct piece *v)
{
	uint32_t h = 2166136261u;
	for (const char *q = v->p; q < v->end; q++)
		h = (h ^ (unsigned char)*q) * 16777619u;
	return h ^ h >> 15;
}

static bool is_new(struct xml_scan *s, size_t i)
{
	const struct piece *name = &s->attr[i].name;
	if (s->n_attrs <= FEW) {
		for (size_t k = 0; k < i; k++)
			if (same(&s->attr[k].name, name))
				return false;
		return true;
	}
	uint32_t at = hash(name) & (SLOTS - 1);
	for (; s->slots[at].round == s->round; at = (at + 1) & (SLOTS - 1))
		if (same(s->slots[at].name, name))
			return false;
	s->slots[at] = (struct slot){ name, s->round };
	return true;
}

/* The tag is whole: now its pieces may be ended and decoded in place. */
static enum step settle_attrs(struct xml_scan *s)
{
	s->round++;
	for (size_t i = 0; i < s->n_attrs; i++) {
		struct attr *at = &s->attr[i];
		if (!is_new(s, i))
			return bad(s, "duplicate attribute");
		if (!decode(&at->value))
			return bad(s, "unknown entity in a value");
		s->attrs[2 * i] = at->name.p;
		s->attrs[2 * i + 1] = at->value.p;
	}
	for (size_t i = 0; i < s->n_attrs; i++)
		*s->attr[i].name.end = *s->attr[i].value.end = 0;
	s->attrs[2 * s->n_attrs] = NULL;
	return DONE;
}

/* name = "value", from q; gives where it ends, NULL where the bytes end first or are wrong (.why) */
static char *take_attr(struct xml_scan *s, char *q)
{
	char *end = end_of(s);
	if (s->n_attrs == XML_SCAN_ATTRS_MAX)
		return bad_as(s, XML_SCAN_ATTRS, "too many attributes"), NULL;
	struct attr *at = &s->attr[s->n_attrs++];
	at->name.p = q;
	at->name.end = q = skip_name(q, end);
	if (q < end && q == at->name.p)
		return bad(s, "no name of an attribute"), NULL;
	q = skip_space(q, end);
	if (q < end && *q != '=')
		return bad(s, "an attribute without a value"), NULL;
	q = q < end ? skip_space(q + 1, end) : q;
	if (q < end && *q != '"' && *q != '\'')
		return bad(s, "a value without quotes"), NULL;
	at->value.p = q + 1;
	at->value.end = q < end ? memchr(q + 1, *q, (size_t)(end - q) - 1) : NULL;
	if (!at->value.end)
		return NULL;
	if (memchr(q, '<', (size_t)(at->value.end - q)))
		return bad(s, "< in a value"), NULL;
	return at->value.end + 1;
}

static void push(struct xml_scan *s, struct piece name)
{
	*vec_add(s->a, &s->starts) = s->names.n;
	for (const char *q = name.p; q < name.end; q++)
		*vec_add(s->a, &s->names) = *q;
}

static enum step open_tag(struct xml_scan *s, struct piece name, char *q)
{
	bool empty = *q == '/';
	if (!s->starts.n && s->root)
		return bad(s, "two roots");
	s->root = true;
	if (settle_attrs(s) == BAD)
		return BAD;
	s->at = (size_t)(q - s->p) + 1 + empty;
	if (!empty)
		push(s, name);
	*name.end = 0;                         /* last: it may be the "/" or the ">" */
	s->calls->open(s->ctx, name.p, s->attrs);
	if (empty && !*s->stop)
		s->calls->close(s->ctx, name.p);
	return DONE;
}

static enum step start_tag(struct xml_scan *s)
{
	char *end = end_of(s), *q = here(s) + 1;
	struct piece name = { q, skip_name(q, end) };
	s->n_attrs = 0;
	s->why = NULL;
	if (name.end == q && q < end)
		return bad(s, "no name of an element");
	for (q = name.end; q < end;) {
		char *next = skip_space(q, end);
		if (next < end && *next == '>')
			return open_tag(s, name, next);
		if (next + 1 < end && *next == '/')
			return next[1] == '>' ? open_tag(s, name, next) : bad(s, "/ in a tag");
		if (next >= end || *next == '/')
			return MORE;
		if (next == q)
			return bad(s, "no space before an attribute");
		if (!(q = take_attr(s, next)))
			return s->why ? BAD : MORE;
	}
	return MORE;
}

static enum step end_tag(struct xml_scan *s)
{
	char *end = end_of(s), *q = here(s) + 2;
	struct piece name = { q, skip_name(q, end) };
	q = skip_space(name.end, end);
	if (q >= end)
		return MORE;
	size_t from = s->starts.n ? s->starts.at[s->starts.n - 1] : 0, n = (size_t)(name.end - name.p);
	if (*q != '>' || !s->starts.n || s->names.n - from != n || memcmp(s->names.at + from, name.p, n) != 0)
		return bad(s, "mismatched end tag");
	s->names.n = from;
	s->starts.n--;
	s->at = (size_t)(q - s->p) + 1;
	*name.end = 0;
	s->calls->close(s->ctx, name.p);
	return DONE;
}

/* -- text and the rest ------------------------------------------------------------------------------ */

/* Spaces between what stands outside of the root say nothing; anything else is wrong. */
static enum step put_text(struct xml_scan *s, const char *p, size_t n)
{
	if (s->starts.n && n)
		s->calls->text(s->ctx, p, (int)n);
	for (size_t i = 0; !s->starts.n && i < n; i++)
		if (!is_space(p[i]))
			return bad(s, "text outside of the root");
	return DONE;
}

/* "\r\n" and "\r" are "\n". */
static enum step put_lines(struct xml_scan *s, char *p, size_t n, bool whole)
{
	char *cr = memchr(p, '\r', n);
	if (!cr) {
		s->at += n;
		return put_text(s, p, n);
	}
	size_t before = (size_t)(cr - p);
	if (before + 1 == n && !whole) {
		s->at += before;
		return before ? put_text(s, p, before) : MORE;
	}
	bool pair = before + 1 < n && cr[1] == '\n';
	*cr = '\n';
	s->at += before + 1 + pair;
	return put_text(s, p, before + 1);
}

static enum step take_entity(struct xml_scan *s)
{
	enum { LONGEST = 64 };
	size_t room = s->checked - s->at;
	char *q = here(s), *stop = memchr(q, ';', room < LONGEST ? room : LONGEST), one[4];
	if (!stop)
		return room < LONGEST && !s->last ? MORE : bad(s, "& without ;");
	uint32_t c = entity(q + 1, (size_t)(stop - q) - 1);
	if (!c)
		return bad(s, "unknown entity");
	if (!s->starts.n)
		return bad(s, "text outside of the root");
	s->at += (size_t)(stop - q) + 1;
	return put_text(s, one, (size_t)(put_char(one, c) - one));
}

static enum step take_text(struct xml_scan *s)
{
	char *p = here(s);
	if (*p == '&')
		return take_entity(s);
	size_t n = s->checked - s->at;
	char *stop = memchr(p, '<', n);
	n = stop ? (size_t)(stop - p) : n;
	char *amp = memchr(p, '&', n);
	n = amp ? (size_t)(amp - p) : n;
	return put_lines(s, p, n, stop || amp || s->last);
}

/* What begins with "<!" or "<?" */
static enum step take_mark(struct xml_scan *s)
{
	static const struct { str mark; enum state state; } marks[] = { { S("<!--"), REMARK }, { S("<![CDATA["), CDATA }, { S("<?"), INSTRUCTION } };
	str rest = { here(s), s->checked - s->at };
	for (size_t i = 0; i < COUNT(marks); i++) {
		if (str_starts(rest, marks[i].mark)) {
			s->state = marks[i].state;
			s->at += marks[i].mark.n;
			return s->state == CDATA && !s->starts.n ? bad(s, "text outside of the root") : DONE;
		}
		if (!s->last && str_starts(marks[i].mark, rest))
			return MORE;
	}
	if (!s->last && str_starts(S("<!DOCTYPE"), rest) && rest.n < 9)
		return MORE;
	return !s->root && str_starts(rest, S("<!DOCTYPE")) ? bad_as(s, XML_SCAN_DOCTYPE, "DOCTYPE") : bad(s, "unknown markup");
}

static enum step take_content(struct xml_scan *s)
{
	char *p = here(s);
	if (*p != '<')
		return take_text(s);
	if (s->at + 1 >= s->checked)
		return MORE;
	return p[1] == '/' ? end_tag(s) : p[1] == '!' || p[1] == '?' ? take_mark(s) : start_tag(s);
}

/* To the end of a remark, an instruction or a CDATA section, of which only the last is text. */
static enum step take_rest(struct xml_scan *s)
{
	static const str ends[] = { [REMARK] = S("-->"), [CDATA] = S("]]>"), [INSTRUCTION] = S("?>") };
	str rest = { here(s), s->checked - s->at }, stop = ends[s->state];
	size_t n = str_find(rest, stop, 0);
	bool whole = n < rest.n;
	if (!whole)
		n = rest.n > stop.n ? rest.n - stop.n : 0;
	if (n && s->state == CDATA)
		return put_lines(s, here(s), n, whole);
	s->at += whole ? n + stop.n : n;
	s->state = whole ? CONTENT : s->state;
	return whole || n ? DONE : MORE;
}

/* -- feeding ---------------------------------------------------------------------------------------- */

static int newlines(const char *p, size_t n)
{
	int lines = 0;
	for (const char *q = p; n && (q = memchr(q, '\n', n - (size_t)(q - p))); q++)
		lines++;
	return lines;
}

static void append(struct xml_scan *s, str chunk)
{
	s->line += newlines(s->p, s->at);
	s->n -= s->at;
	s->checked -= s->at;
	if (s->at)
		memmove(s->p, s->p + s->at, s->n);
	s->at = 0;
	if (s->n + chunk.n + 1 > s->cap) {
		s->cap = (s->n + chunk.n + 1) * 2;
		char *p = make_n(s->a, char, s->cap);
		if (s->n)
			memcpy(p, s->p, s->n);
		s->p = p;
	}
	if (chunk.n)
		memcpy(s->p + s->n, chunk.p, chunk.n);
	s->n += chunk.n;
	s->p[s->n] = 0;
}

struct xml_scan *xml_scan_open(struct arena *a, const struct xml_scan_calls *calls, void *ctx, const bool *stop)
{
	struct xml_scan *s = make(a, struct xml_scan);
	*s = (struct xml_scan){ .a = a, .calls = calls, .ctx = ctx, .stop = stop, .line = 1 };
	s->attr = make_n(a, struct attr, XML_SCAN_ATTRS_MAX);
	s->attrs = make_n(a, const char *, 2 * XML_SCAN_ATTRS_MAX + 1);
	s->slots = make_n(a, struct slot, SLOTS);
	return s;
}

enum xml_scanned xml_scan_feed(struct xml_scan *s, str chunk)
{
	enum step step = DONE;
	s->last = !chunk.n;
	append(s, chunk);
	if (!check(s))
		step = bad(s, "not UTF-8, or a character that XML forbids");
	while (step == DONE && s->at < s->checked && !*s->stop)
		step = s->state == CONTENT ? take_content(s) : take_rest(s);
	if (*s->stop)
		return XML_SCAN_STOPPED;
	if (step != BAD && s->n - s->at > XML_SCAN_TAG_MAX)
		step = bad_as(s, XML_SCAN_TAG_LONG, "a tag of many MB");
	if (step != BAD && s->last && (s->at < s->n || s->starts.n || !s->root || s->state != CONTENT))
		step = bad(s, "ends too early");
	return step == BAD ? s->end : XML_SCAN_MORE;
}

int xml_scan_line(const struct xml_scan *s) { return s->line + newlines(s->p, s->at); }
const char *xml_scan_why(const struct xml_scan *s) { return s->why; }
