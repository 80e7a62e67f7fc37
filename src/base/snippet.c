#include "base/snippet.h"
#include "base/fold.h"

enum { NEW_EXACT = 8, NEW_PLAIN = 5, AGAIN = 1, HITS_MAX = 4096 };

struct seen { size_t place, from, to; uint32_t plain, exact; };        /* a word of the text and which words of the query it is */
struct hit  { size_t from, to; uint32_t words, exact; };               /* a match; phrases are one */
typedef VEC(struct hit) hits;

/* -- what matches --------------------------------------------------------------------------------- */

static bool is_form(str said, str asked, bool prefix) { return prefix ? str_starts(said, asked) : str_eq(said, asked); }

static struct seen see(const struct query *q, const struct word *w, size_t place)
{
	struct seen s = { .place = place, .from = w->from, .to = w->to };
	for (size_t i = 0; i < q->words.n; i++) {
		const struct query_word *asked = &q->words.at[i];
		if (!is_form(asked->joined ? w->joined : w->plain, asked->plain, asked->prefix))
			continue;
		s.plain |= 1U << i;
		s.exact |= !asked->marked.n || is_form(w->marked, asked->marked, asked->prefix) ? 1U << i : 0;
		s.to = asked->joined ? w->joined_to : s.to;
	}
	return s;
}

/* The query's words [first, end) match at the newest of what was seen. */
static bool ends_phrase(const struct seen *newest, size_t n, size_t first, size_t end, struct hit *ret)
{
	size_t length = end - first;
	*ret = (struct hit){ .to = newest->to };
	if (n < length)
		return false;
	for (size_t i = 0; i < length; i++) {
		const struct seen *s = newest - i;
		uint32_t bit = 1U << (end - 1 - i);
		if (s->place != newest->place - i || !(s->plain & bit))
			return false;
		ret->words |= bit;
		ret->exact |= s->exact & bit;
		ret->from = s->from;
	}
	return true;
}

static hits find_hits(struct arena *a, const struct query *q, str text)
{
	hits found = { 0 };
	VEC(struct seen) seen = { 0 };
	struct words all = words_open(text);
	struct word w;
	for (size_t place = 0; found.n < HITS_MAX && words_next(&all, &w); place++) {
		struct seen s = see(q, &w, place);
		if (!s.plain)
			continue;
		*vec_add(a, &seen) = s;
		for (size_t first = 0, end; first < q->words.n; first = end) {
			for (end = first + 1; end < q->words.n && q->words.at[end].follows;)
				end++;
			struct hit hit;
			if (ends_phrase(&seen.at[seen.n - 1], seen.n, first, end, &hit))
				*vec_add(a, &found) = hit;
		}
	}
	return found;
}

/* -- the best part -------------------------------------------------------------------------------- */

static bool begins_char(str s, size_t at) { return at >= s.n || (s.p[at] & 0xC0) != 0x80; }

static size_t count_chars(str s, size_t from, size_t to)
{
	size_t n = 0;
	for (; from < to; from++)
		n += begins_char(s, from);
	return n;
}

static size_t ahead(str s, size_t at, size_t chars)
{
	for (; chars && at < s.n; chars--)
		for (at++; !begins_char(s, at);)
			at++;
	return at;
}

static size_t back(str s, size_t at, size_t chars)
{
	for (; chars && at; chars--)
		for (at--; at && !begins_char(s, at);)
			at--;
	return at;
}

/* From hit `first` on, as far as the width goes. */
static int worth(str text, const hits *h, size_t first, size_t width, size_t *ret_last)
{
	size_t end = ahead(text, h->at[first].from, width);
	uint32_t words = 0, exact = 0;
	int sum = 0;
	*ret_last = first;
	for (size_t i = first; i < h->n && (i == first || h->at[i].to <= end); i++) {
		const struct hit *hit = &h->at[i];
		if (hit->from < h->at[first].from)             /* a phrase that ends here */
			continue;
		sum += __builtin_popcount(hit->words & ~words) * NEW_PLAIN;
		sum += __builtin_popcount(hit->exact & ~exact) * (NEW_EXACT - NEW_PLAIN);
		sum += hit->words & ~words ? 0 : AGAIN;
		words |= hit->words;
		exact |= hit->exact;
		*ret_last = i;
	}
	return sum;
}

static bool is_space(str s, size_t at) { return at < s.n && (unsigned char)s.p[at] <= ' '; }

/* A combining mark belongs to the letter before. */
static size_t off_mark(str s, size_t at)
{
	for (size_t next = at; next < s.n; at = next) {
		uint32_t c = utf8_next(s, &next);
		if (c < 0x300 || c > 0x36F)
			break;
	}
	return at;
}

/* The part of `width` characters around [from, to): as much before as behind, moved to the gaps between words. */
static struct range around(str s, struct range hit, size_t width)
{
	size_t used = count_chars(s, hit.from, hit.to), left = width > used ? width - used : 0;
	struct range r = { back(s, hit.from, left / 2), 0 };
	r.to = ahead(s, r.from, width);
	if (r.to == s.n && left)
		r.from = back(s, s.n, width);
	hit.to = hit.to > r.to ? r.to : hit.to;
	size_t gap = r.from;
	while (r.from && gap < hit.from && !is_space(s, gap - 1))
		gap++;
	r.from = gap < hit.from ? gap : off_mark(s, r.from);
	gap = r.to;
	while (r.to < s.n && gap > hit.to && !is_space(s, gap))
		gap--;
	r.to = gap > hit.to ? gap : off_mark(s, r.to);
	while (r.to < s.n && r.to > r.from && is_space(s, r.to - 1))
		r.to--;
	return r;
}

/* -- the line ------------------------------------------------------------------------------------- */

static void put_line(struct buf *b, str s)
{
	size_t from = b->n;
	buf_put(b, s);
	for (; from < b->n; from++)
		if ((unsigned char)b->p[from] < ' ' || b->p[from] == 0x7F)
			b->p[from] = ' ';
}

static void mark(struct arena *a, struct snippet *s, struct range r)
{
	for (; s->marks.n && r.from < s->marks.at[s->marks.n - 1].to; s->marks.n--) {
		struct range last = s->marks.at[s->marks.n - 1];
		r = (struct range){ r.from < last.from ? r.from : last.from, r.to > last.to ? r.to : last.to };
	}
	*vec_add(a, &s->marks) = r;
}

struct snippet words_snippet(struct arena *a, str text, const struct query *q, size_t width)
{
	hits h = find_hits(a, q, text);
	struct range best = { 0 };
	int most = 0;
	for (size_t i = 0, last; i < h.n; i++) {
		int is = worth(text, &h, i, width, &last);
		if (is > most) {
			most = is;
			best = (struct range){ h.at[i].from, h.at[last].to };
		}
	}
	struct range part = around(text, best, width);
	struct snippet s = { 0 };
	struct buf b = buf_open(a);
	buf_put(&b, part.from ? S("…") : S(""));
	size_t before = b.n;
	put_line(&b, str_sub(text, part.from, part.to));
	buf_put(&b, part.to < text.n ? S("…") : S(""));
	for (size_t i = 0; i < h.n; i++) {
		size_t to = h.at[i].to > part.to ? part.to : h.at[i].to;
		if (h.at[i].from >= part.from && h.at[i].from < to)
			mark(a, &s, (struct range){ h.at[i].from - part.from + before, to - part.from + before });
	}
	s.text = buf_str(&b);
	return s;
}
