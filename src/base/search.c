#include "base/search.h"

/* -- the query ------------------------------------------------------------------------------------ */

/* The quotation marks that open or close a phrase within [from, to). */
static size_t quotes(str s, size_t from, size_t to)
{
	static const char *const signs[] = { "\"", "“", "”", "„", "«", "»" };
	size_t n = 0;
	for (; from < to; from++)
		for (size_t i = 0; i < COUNT(signs); i++)
			n += str_starts(str_sub(s, from, to), str_c(signs[i]));
	return n;
}

static void add(struct arena *a, struct query *q, const struct word *w, bool follows)
{
	struct query_word word = { .plain = str_copy(a, w->plain), .exact = str_copy(a, w->exact), .follows = follows };
	word.marked = str_sub(word.exact, 1, word.exact.n);
	*vec_add(a, &q->words) = word;
}

/* A number or a code alone: neither in a phrase nor linked to more. */
static bool stands_alone(const struct words *all, const struct word *w, bool in_phrase, bool linked)
{
	if (!w->joined.n || in_phrase || linked)
		return false;
	struct words rest = *all;
	struct word last;
	while (rest.at < w->joined_to)
		if (!words_next(&rest, &last) || last.to >= w->joined_to)
			return !last.linked;
	return true;
}

struct query words_query(struct arena *a, str text, bool typing)
{
	struct query q = { .cut = text.n > QUERY_BYTES };
	text = str_sub(text, 0, QUERY_BYTES);
	struct words all = words_open(text);
	struct word w;
	bool phrase = false, linked = false;
	size_t before = 0;
	while (words_next(&all, &w)) {
		size_t signs = quotes(text, before, w.from);
		phrase ^= signs & 1;
		bool alone = stands_alone(&all, &w, phrase, linked);
		if ((q.cut && (alone ? w.joined_to : w.to) == text.n) || q.words.n == QUERY_WORDS) {        /* half a word is none */
			q.cut = true;
			break;
		}
		add(a, &q, &w, q.words.n && (linked || (phrase && !signs)));
		before = w.to;
		linked = w.linked;
		if (alone) {
			struct query_word *code = &q.words.at[q.words.n - 1];
			*code = (struct query_word){ .plain = str_copy(a, w.joined), .joined = true };
			before = all.at = all.chain = w.joined_to;
			linked = false;
		}
	}
	q.open = !q.cut && phrase ^ (quotes(text, before, text.n) & 1);
	struct query_word *last = q.words.n ? &q.words.at[q.words.n - 1] : NULL;
	if (last && typing && !q.cut && before == text.n && last->plain.n >= PREFIX_LEAST)
		last->prefix = true;
	return q;
}

/* -- the same for two engines --------------------------------------------------------------------- */

static str form(const struct query_word *w, bool exact) { return exact && w->exact.n ? w->exact : w->plain; }

/* The tokenizer reads what stands between the quotes; words between spaces are what it gives one after the other. */
str words_match(struct arena *a, const struct query *q, bool exact)
{
	struct buf b = buf_open(a);
	for (size_t i = 0; i < q->words.n; i++) {
		const struct query_word *w = &q->words.at[i];
		bool more = i + 1 < q->words.n && w[1].follows;
		buf_put(&b, w->follows ? S(" ") : i ? S(" AND \"") : S("\""));
		buf_put(&b, form(w, exact));
		buf_put(&b, more ? S("") : w->prefix ? S("\" *") : S("\""));
	}
	return buf_str(&b);
}

str words_tsquery(struct arena *a, const struct query *q, bool exact)
{
	struct buf b = buf_open(a);
	for (size_t i = 0; i < q->words.n; i++) {
		const struct query_word *w = &q->words.at[i];
		str f = form(w, exact);
		bool more = i + 1 < q->words.n && w[1].follows;
		buf_fmt(&b, "%s%s'%.*s'%s%s", w->follows ? " <-> " : i ? " & " : "", more && !w->follows ? "(" : "", SF(f), w->prefix ? ":*" : "",
		        w->follows && !more ? ")" : "");
	}
	return buf_str(&b);
}

str words_tsvector(struct arena *a, str text, size_t max)
{
	struct buf b = buf_open(a);
	struct words all = words_open(text);
	struct word w;
	for (int place = 1; words_next(&all, &w); place += place < TSVECTOR_PLACES) {
		size_t before = b.n;
		str forms[] = { w.plain, w.exact, w.joined };
		for (size_t i = 0; i < COUNT(forms); i++)
			if (forms[i].n)
				buf_fmt(&b, "%s'%.*s':%d", b.n ? " " : "", SF(forms[i]), place);
		if (b.n > max)
			return str_sub(buf_str(&b), 0, before);
	}
	return buf_str(&b);
}
