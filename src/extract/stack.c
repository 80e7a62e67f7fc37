#include "extract/stack.h"
#include <stdint.h>

enum { WORDS_MAX = 400, STACK_MAX = 200 };     /* a row of more criteria than this is no row that people made */

/* key: of words that differ the keys nearly always do */
struct words { str at[WORDS_MAX]; uint32_t key[WORDS_MAX]; size_t n; };

static uint32_t key_of(str s)
{
	uint32_t key = 0;
	for (size_t i = 0; i < s.n; i++)
		key = key * 31 + (unsigned char)s.p[i];
	return key;
}

static bool same(const struct words *s, size_t i, const struct words *l, size_t j)
{
	return s->key[i] == l->key[j] && str_eq(s->at[i], l->at[j]);
}

static void words_of(str t, struct words *w)
{
	w->n = 0;
	for (size_t i = 0; i < t.n && w->n < WORDS_MAX;) {
		while (i < t.n && !((t.p[i] >= 'a' && t.p[i] <= 'z') || (t.p[i] >= '0' && t.p[i] <= '9')))
			i++;
		size_t k = i;
		while (k < t.n && ((t.p[k] >= 'a' && t.p[k] <= 'z') || (t.p[k] >= '0' && t.p[k] <= '9')))
			k++;
		if (k > i) {
			w->key[w->n] = key_of(str_sub(t, i, k));
			w->at[w->n++] = str_sub(t, i, k);
		}
		i = k;
	}
}

static bool has_word(const struct words *l, const struct words *s, size_t i)
{
	for (size_t k = 0; k < l->n; k++)
		if (same(s, i, l, k))
			return true;
	return false;
}

static bool has_pair(const struct words *l, const struct words *s, size_t i)
{
	for (size_t k = 0; k + 1 < l->n; k++)
		if (same(s, i, l, k) && same(s, i + 1, l, k + 1))
			return true;
	return false;
}

static int common(const struct words *s, const struct words *l)
{
	int score = 0;
	for (size_t i = 0; i < s->n; i++) {
		if (i + 1 < s->n && has_pair(l, s, i))
			score += 10;
		if (has_word(l, s, i))
			score += s->at[i].n > 2 ? 2 : 1;
	}
	return score;
}

int words_shared(str x, str y)
{
	struct words p, q;
	words_of(x, &p);
	words_of(y, &q);
	if (!p.n || !q.n)
		return 0;
	const struct words *s = p.n < q.n ? &p : &q, *l = p.n < q.n ? &q : &p;
	return common(s, l) * 100 / (int)(12 * s->n);
}

/* A long criterion shares words by chance: what it shares is weighed down by the root of its length. */
static int likeness(str criterion, str text)
{
	struct words p, q;
	words_of(criterion, &p);
	words_of(text, &q);
	int root = 1;
	while ((root + 1) * (root + 1) <= (int)p.n)
		root++;
	return common(&q, &p) * 100 / root;
}

bool stack_equal(const str *texts, size_t k)
{
	for (size_t i = 1; i < k; i++)
		if (!str_eq(texts[i], texts[0]))
			return false;
	return k > 0;
}

void stack_share(const str *criteria, size_t n, const str *texts, size_t k, size_t *of)
{
	if (k >= n || n > STACK_MAX) {
		for (size_t i = 0; i < k; i++)
			of[i] = i < n ? i : n - 1;
		return;
	}
	struct arena *own CLEANUP(arena_close) = arena_open(64 << 20);
	/* best[i][j]: texts 0..i given, the last of them to criterion j */
	int *best = make_n(own, int, k * n);
	size_t *back = make_n(own, size_t, k * n);
	for (size_t i = 0; i < k; i++)
		for (size_t j = i; j + (k - i) <= n; j++) {
			int shared = likeness(criteria[j], texts[i]);
			best[i * n + j] = i ? -1 : shared;
			for (size_t h = i ? i - 1 : 0; i && h < j; h++)
				if (best[(i - 1) * n + h] + shared > best[i * n + j]) {
					best[i * n + j] = best[(i - 1) * n + h] + shared;
					back[i * n + j] = h;
				}
		}
	size_t end = k - 1;
	for (size_t j = k - 1; j < n; j++)
		if (best[(k - 1) * n + j] > best[(k - 1) * n + end])
			end = j;
	for (size_t i = k; i-- > 0;) {
		of[i] = end;
		end = back[i * n + end];
	}
}
