#include "core/mapping.h"
#include "base/fold.h"
#include "base/map.h"
#include <stdlib.h>

/* What a pair can reach, of 1000. Names say most; the rest parts criteria of the same name. A place under the same parent weighs more
 * than the code: fields change places with all they hold. */
enum { WHOLE = 1000 };
static const struct weights { int name, parent, field, code, max, rule; }       /* field: in one field, under another parent */
	of_leaf = { 660, 120, 80, 80, 60, 80 }, of_parent = { 720, 140, 60, 80, 60, 0 };

/* Below these a pair is not proposed: what is left is new or dropped. */
enum { LEAST_SCORE = 450, LEAST_NAME = 400, LEAST_CHILDREN = 400, MOST_BY_CHILDREN = 800 };

/* Names of the same words that are not the same: "mức độ 3", "mức độ 4". More than a code weighs. */
enum { MOST_OF_ANOTHER = 850 };

enum {
	WORDS_MOST = 96,              /* of a name: what follows does not count. Bounds the work */
	NEAREST = 48,                 /* pairs kept for one criterion, before its parents are known */
	ROUNDS = 8,                   /* the pairs of parents change those of children, and these again: levels of a set, and some more */
};

/* -- words ----------------------------------------------------------------------------------------- */

/* A decision writes these out where another does not. Folded. */
static const struct { const char *in_short, *words; } shorts[] = {
	{ "bcvt", "buu chinh vien thong" },
	{ "cbcc", "can bo cong chuc" },
	{ "cbccvc", "can bo cong chuc vien chuc" },
	{ "ccvc", "cong chuc vien chuc" },
	{ "cchc", "cai cach hanh chinh" },
	{ "cntt", "cong nghe thong tin" },
	{ "dvc", "dich vu cong" },
	{ "dvctt", "dich vu cong truc tuyen" },
	{ "hdnd", "hoi dong nhan dan" },
	{ "kt-xh", "kinh te xa hoi" },
	{ "ktxh", "kinh te xa hoi" },
	{ "qppl", "quy pham phap luat" },
	{ "tthc", "thu tuc hanh chinh" },
	{ "ubnd", "uy ban nhan dan" },
	{ "vbqppl", "van ban quy pham phap luat" },
};

typedef VEC(int) ids;

/* One criterion: the words of its name and the pairs of neighbours in it (the order of words), each once, rising. */
struct named { ids words; int64_t sum; str code; int lasting, rule, field; };   /* lasting, rule: numbers of texts; equal: the same */

struct word { int64_t weight; int df, first, second; };      /* first, second: of a pair; else -1. df: names it stands in */
struct words {
	struct map names;                      /* of words and of pairs of them */
	VEC(struct word) at;                   /* by id */
	struct map texts;                      /* whole names and rules, folded */
};

static int word_id(struct arena *a, struct words *w, str name, int first, int second)
{
	int *number = map_put(a, &w->names, name);
	if (!*number) {
		*vec_add(a, &w->at) = (struct word){ .first = first, .second = second };
		*number = (int)w->at.n;
	}
	return *number - 1;
}

static bool is_word_byte(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '/'; }

static str next_word(str s, size_t *at)
{
	while (*at < s.n && !is_word_byte(s.p[*at]))
		++*at;
	size_t from = *at;
	while (*at < s.n && is_word_byte(s.p[*at]))
		++*at;
	str word = str_sub(s, from, *at);
	while (word.n && (word.p[word.n - 1] == '-' || word.p[word.n - 1] == '/'))
		word.n--;
	while (word.n && (word.p[0] == '-' || word.p[0] == '/'))
		word = str_sub(word, 1, word.n);
	return word;
}

static void add_words(struct arena *a, struct words *w, str plain, ids *ret);

/* Years, dates, numbers of documents and levels change from year to year in one and the same name. */
static void add_word(struct arena *a, struct words *w, str word, ids *ret)
{
	for (size_t i = 0; i < COUNT(shorts); i++)
		if (str_eq(word, str_c(shorts[i].in_short))) {
			add_words(a, w, str_c(shorts[i].words), ret);
			return;
		}
	size_t cut = str_find(word, S("/"), 0);
	cut = cut < word.n ? cut : str_find(word, S("-"), 0);
	if (has_digit(word) || !word.n || ret->n >= WORDS_MOST)
		return;
	if (cut < word.n) {                    /* "kinh tế - xã hội", "sáng kiến/giải pháp" */
		add_word(a, w, str_sub(word, 0, cut), ret);
		add_word(a, w, str_sub(word, cut + 1, word.n), ret);
		return;
	}
	*vec_add(a, ret) = word_id(a, w, word, -1, -1);
}

static void add_words(struct arena *a, struct words *w, str plain, ids *ret)
{
	for (size_t at = 0; at < plain.n && ret->n < WORDS_MOST;)
		add_word(a, w, next_word(plain, &at), ret);
}

static int id_cmp(const void *p, const void *q)
{
	int a = *(const int *)p, b = *(const int *)q;
	return (a > b) - (a < b);
}

static void sort_ids(ids *v)
{
	if (v->n)
		qsort(v->at, v->n, sizeof *v->at, id_cmp);
	size_t n = 0;
	for (size_t i = 0; i < v->n; i++)
		if (!n || v->at[n - 1] != v->at[i])
			v->at[n++] = v->at[i];
	v->n = n;
}

static bool is_digit(char c) { return c >= '0' && c <= '9'; }

/* "2024"; "12/KH-UBND", "30/6/2025": they name the year or its documents. Another number in a name is another thing. */
static bool of_one_year(str word)
{
	if (str_find(word, S("/"), 0) < word.n)
		return has_digit(word);
	bool digits = word.n == 4;
	for (size_t i = 0; i < word.n; i++)
		digits = digits && is_digit(word.p[i]);
	return digits && (str_starts(word, S("19")) || str_starts(word, S("20")));
}

/* "", at the end. "năm" goes with its year. */
static str next_lasting_word(str s, size_t *at)
{
	for (str word = next_word(s, at); word.n || *at < s.n; word = next_word(s, at)) {
		size_t behind = *at;
		if (str_eq(word, S("nam")) && of_one_year(next_word(s, &behind)))
			*at = behind;
		else if (word.n && !of_one_year(word))
			return word;
	}
	return S("");
}

static str lasting_words(struct arena *a, str plain)
{
	struct buf b = buf_open(a);
	for (size_t at = 0; at < plain.n;) {
		buf_put(&b, next_lasting_word(plain, &at));
		buf_put(&b, S(" "));
	}
	return str_trim(buf_str(&b));
}

static int number_of(struct arena *a, struct map *texts, str text)
{
	int *number = map_put(a, texts, text);
	return *number = *number ? *number : (int)texts->n;
}

static struct named *name_all(struct arena *a, struct words *w, const struct criteria_set *s)
{
	struct named *all = make_n(a, struct named, s->criteria.n + 1);
	for (size_t i = 0; i < s->criteria.n; i++) {
		struct named *d = &all[i];
		const struct set_criterion *c = &s->criteria.at[i];
		str plain = fold_plain(a, c->name);
		d->code = code_plain(a, c->code);
		d->lasting = number_of(a, &w->texts, lasting_words(a, plain));
		d->rule = number_of(a, &w->texts, fold_plain(a, c->rule_text));
		d->field = c->parent == NO_PARENT ? (int)i : all[c->parent].field;
		add_words(a, w, plain, &d->words);
		for (size_t k = d->words.n; k-- > 1;) {
			int pair[] = { d->words.at[k - 1], d->words.at[k] };
			*vec_add(a, &d->words) = word_id(a, w, (str){ (const char *)pair, sizeof pair }, pair[0], pair[1]);
		}
		sort_ids(&d->words);
		for (size_t k = 0; k < d->words.n; k++)
			w->at.at[d->words.at[k]].df++;
	}
	return all;
}

/* The square of what a word tells: one of all names tells nothing, one of two names much. In quarters of a bit, so that
 * no floating point is needed: log2((names/df)⁴). A pair of words tells half of what
 * the commoner of the two tells. */
static int64_t telling(uint64_t names, uint64_t df)
{
	enum { NAMES_MOST = 1 << 14 };
	names = names < NAMES_MOST ? names : NAMES_MOST;
	df = df < names ? df : names;
	int64_t quarters = 4;
	for (uint64_t left = names * names * names * names / (df * df * df * df); left > 1; left /= 2)
		quarters++;
	return quarters * quarters;
}

static void weigh_words(struct words *w, size_t names)
{
	for (size_t i = 0; i < w->at.n; i++)
		if (w->at.at[i].first < 0)
			w->at.at[i].weight = telling(names, (uint64_t)w->at.at[i].df);
	for (size_t i = 0; i < w->at.n; i++)
		if (w->at.at[i].first >= 0) {
			int64_t x = w->at.at[w->at.at[i].first].weight, y = w->at.at[w->at.at[i].second].weight;
			w->at.at[i].weight = (x < y ? x : y) / 2;
		}
}

static void weigh_names(const struct words *w, struct named *all, size_t n)
{
	for (size_t i = 0; i < n; i++)
		for (size_t k = 0; k < all[i].words.n; k++)
			all[i].sum += w->at.at[all[i].words.at[k]].weight;
}

/* Of two shares of what both say, that of both names and (twice) that of the shorter one. The second finds the name that was
 * written out longer: "Sáng kiến về công tác CCHC" is "Có sáng kiến, giải pháp mới trong triển khai nhiệm vụ CCHC được Chủ tịch UBND tỉnh công nhận …". */
static int alike(const struct named *x, const struct named *y, int64_t both)
{
	int64_t shorter = x->sum < y->sum ? x->sum : y->sum;
	int share = shorter ? (int)((both * 2 * WHOLE / (x->sum + y->sum) + both * 2 * WHOLE / shorter) / 3) : 0;
	if (x->lasting == y->lasting)
		return WHOLE;
	return share < MOST_OF_ANOTHER ? share : MOST_OF_ANOTHER;
}

static int64_t said_by_both(const struct words *w, const struct named *x, const struct named *y)
{
	int64_t both = 0;
	for (size_t i = 0, k = 0; i < x->words.n && k < y->words.n;) {
		int p = x->words.at[i], q = y->words.at[k];
		both += p == q ? w->at.at[p].weight : 0;
		i += p <= q;
		k += q <= p;
	}
	return both;
}

/* -- candidates ------------------------------------------------------------------------------------ */

struct candidate {
	uint32_t was, is;
	int      name, votes, score;           /* votes: pairs of their children */
	bool     code, max, rule;
};
typedef VEC(struct candidate) candidates;

struct matching {
	struct arena              *a;
	const struct criteria_set *was, *is;
	struct words               words;
	struct named              *old, *new;
	candidates                 candidates;
	size_t                    *was_of, *is_of;     /* partner; NO_INDEX */
	bool                      *sure_was, *sure_is; /* by identity */
	int                       *score;              /* by is */
	size_t                    *children_was, *children_is;
};

static bool same_rule(const struct matching *m, size_t was, size_t is)
{
	const struct set_criterion *x = &m->was->criteria.at[was], *y = &m->is->criteria.at[is];
	return m->old[was].rule == m->new[is].rule || (x->rule && y->rule && rule_same(x->rule, y->rule));
}

static struct candidate candidate_of(const struct matching *m, size_t was, size_t is, int name)
{
	const struct set_criterion *x = &m->was->criteria.at[was], *y = &m->is->criteria.at[is];
	return (struct candidate){
		.was = (uint32_t)was, .is = (uint32_t)is, .name = name, .code = str_eq(m->old[was].code, m->new[is].code),
		.max = x->max == y->max, .rule = set_leaf(x) && set_leaf(y) && same_rule(m, was, is),
	};
}

static size_t apart(const struct candidate *c) { return c->was < c->is ? c->is - c->was : c->was - c->is; }

/* Of equal scores the pair that moved less comes first. Read from the other side the order is the same: two pairs that are equal in all
 * of this do not hinder each other. */
static int by_score(const void *p, const void *q)
{
	const struct candidate *a = p, *b = q;
	if (a->score != b->score)
		return a->score < b->score ? 1 : -1;
	if (apart(a) != apart(b))
		return apart(a) > apart(b) ? 1 : -1;
	size_t x = (size_t)a->was + a->is, y = (size_t)b->was + b->is;
	return x != y ? (x > y) - (x < y) : (a->was > b->was) - (a->was < b->was);
}

static int by_place(const void *p, const void *q)
{
	const struct candidate *a = p, *b = q;
	return a->was != b->was ? (a->was > b->was) - (a->was < b->was) : (a->is > b->is) - (a->is < b->is);
}

static void tidy(candidates *c)
{
	if (c->n)
		qsort(c->at, c->n, sizeof *c->at, by_place);
	size_t n = 0;
	for (size_t i = 0; i < c->n; i++)
		if (!n || by_place(&c->at[n - 1], &c->at[i]))
			c->at[n++] = c->at[i];
	c->n = n;
}

static bool both_parents(const struct matching *m, const struct candidate *c)
{
	return !set_leaf(&m->was->criteria.at[c->was]) && !set_leaf(&m->is->criteria.at[c->is]);
}

/* A field that got a new title is known by its children: how many of them are the other's. An equal name is known better. */
static int same_children(const struct matching *m, const struct candidate *c)
{
	size_t x = m->children_was[c->was], y = m->children_is[c->is], most = x > y ? x : y;
	return most ? (int)((size_t)c->votes * MOST_BY_CHILDREN / most) : 0;
}

static int same_place(const struct matching *m, const struct candidate *c, const struct weights *w)
{
	int x = m->was->criteria.at[c->was].parent, y = m->is->criteria.at[c->is].parent;
	if (x == NO_PARENT || y == NO_PARENT)
		return x == y ? w->parent : 0;
	if (m->was_of[y] == (size_t)x)
		return w->parent;
	return m->was_of[m->new[c->is].field] == (size_t)m->old[c->was].field ? w->field : 0;
}

static void score_candidate(const struct matching *m, struct candidate *c)
{
	const struct weights *w = both_parents(m, c) ? &of_parent : &of_leaf;
	int children = both_parents(m, c) ? same_children(m, c) : 0;
	int known = c->name > children ? c->name : children;
	c->score = known * w->name / WHOLE + same_place(m, c, w) + (c->code ? w->code : 0) +
	           (c->max ? w->max : 0) + (c->rule ? w->rule : 0);
	if (c->name < LEAST_NAME && children < LEAST_CHILDREN)
		c->score = 0;
}

/* Where each word stands: at[from[id]] to at[from[id + 1]] are the criteria whose name has it. */
struct places { uint32_t *from, *at; };

static struct places places_of(struct arena *a, const struct words *w, const struct named *all, size_t n)
{
	struct places p = { .from = make_n(a, uint32_t, w->at.n + 2) };
	uint32_t *end = p.from + 1;
	for (size_t i = 0; i < n; i++)
		for (size_t k = 0; k < all[i].words.n; k++)
			end[all[i].words.at[k] + 1]++;
	for (size_t i = 1; i <= w->at.n; i++)
		end[i] += end[i - 1];
	p.at = make_n(a, uint32_t, end[w->at.n] + 1);
	for (size_t i = 0; i < n; i++)
		for (size_t k = 0; k < all[i].words.n; k++)
			p.at[end[all[i].words.at[k]]++] = (uint32_t)i;
	return p;
}

/* The best NEAREST, best first. */
static void keep(struct candidate *best, size_t *n, const struct candidate *c)
{
	if (*n == NEAREST && by_score(&best[NEAREST - 1], c) < 0)
		return;
	size_t at = *n < NEAREST ? (*n)++ : NEAREST - 1;
	for (; at && by_score(&best[at - 1], c) > 0; at--)
		best[at] = best[at - 1];
	best[at] = *c;
}

/* The candidates with which this name has most in common. of_old: it is one of the old set. both: room for a number of each other. */
static void nearest(struct matching *m, const struct places *p, size_t mine, bool of_old, int64_t *both)
{
	const struct named *me = of_old ? &m->old[mine] : &m->new[mine], *others = of_old ? m->new : m->old;
	size_t n = of_old ? m->is->criteria.n : m->was->criteria.n, kept = 0;
	const bool *sure = of_old ? m->sure_is : m->sure_was;
	struct candidate best[NEAREST];
	memset(both, 0, n * sizeof *both);
	for (size_t k = 0; k < me->words.n; k++) {
		int id = me->words.at[k];
		for (uint32_t i = p->from[id]; i < p->from[id + 1]; i++)
			both[p->at[i]] += m->words.at.at[id].weight;
	}
	for (size_t i = 0; i < n; i++) {
		int name = both[i] || !me->sum ? alike(me, &others[i], both[i]) : 0;
		if (name < LEAST_NAME || sure[i])
			continue;
		struct candidate c = candidate_of(m, of_old ? mine : i, of_old ? i : mine, name);
		score_candidate(m, &c);
		keep(best, &kept, &c);
	}
	for (size_t i = 0; i < kept; i++)
		*vec_add(m->a, &m->candidates) = best[i];
}

/* From both sides, so that what is proposed does not depend on which set is the older. */
static void gather(struct matching *m)
{
	size_t n = m->was->criteria.n, k = m->is->criteria.n;
	struct places old = places_of(m->a, &m->words, m->old, n), new = places_of(m->a, &m->words, m->new, k);
	int64_t *both = make_n(m->a, int64_t, (n > k ? n : k) + 1);
	for (size_t i = 0; i < k; i++)
		if (!m->sure_is[i])
			nearest(m, &old, i, false, both);
	for (size_t i = 0; i < n; i++)
		if (!m->sure_was[i])
			nearest(m, &new, i, true, both);
	tidy(&m->candidates);
}

/* -- matching -------------------------------------------------------------------------------------- */

static void join(struct matching *m, size_t was, size_t is, int score)
{
	m->was_of[is] = was;
	m->is_of[was] = is;
	m->score[is] = score;
}

/* An identity was given by a person or carried on by one: it is not weighed against names. Of two criteria with one
 * identity the first has it. */
static void join_identities(struct matching *m)
{
	struct codes ids_was = { 0 };
	for (size_t i = 0; i < m->was->criteria.n; i++)
		codes_add(m->a, &ids_was, str_trim(m->was->criteria.at[i].id), i);
	for (size_t i = 0; i < m->is->criteria.n; i++) {
		size_t was = codes_find(&ids_was, str_trim(m->is->criteria.at[i].id));
		if (was == NO_INDEX || m->sure_was[was])
			continue;
		join(m, was, i, WHOLE);
		m->sure_was[was] = m->sure_is[i] = true;
	}
}

static struct candidate *find_candidate(const struct matching *m, size_t was, size_t is)
{
	struct candidate key = { .was = (uint32_t)was, .is = (uint32_t)is };
	return m->candidates.n ? bsearch(&key, m->candidates.at, m->candidates.n, sizeof key, by_place) : NULL;
}

typedef void parents_fn(struct matching *m, size_t was, size_t is);

/* Each pair of criteria speaks for the pair of their parents. */
static void each_parents(struct matching *m, parents_fn *fn)
{
	for (size_t i = 0; i < m->is->criteria.n; i++) {
		if (m->was_of[i] == NO_INDEX)
			continue;
		int x = m->was->criteria.at[m->was_of[i]].parent, y = m->is->criteria.at[i].parent;
		if (x != NO_PARENT && y != NO_PARENT && !m->sure_was[x] && !m->sure_is[y])
			fn(m, (size_t)x, (size_t)y);
	}
}

static void add_parents(struct matching *m, size_t was, size_t is)
{
	int name = alike(&m->old[was], &m->new[is], said_by_both(&m->words, &m->old[was], &m->new[is]));
	*vec_add(m->a, &m->candidates) = candidate_of(m, was, is, name);
}

static void vote(struct matching *m, size_t was, size_t is) { find_candidate(m, was, is)->votes++; }

static void score_all(struct matching *m)
{
	each_parents(m, add_parents);
	tidy(&m->candidates);
	for (size_t i = 0; i < m->candidates.n; i++)
		m->candidates.at[i].votes = 0;
	each_parents(m, vote);
	for (size_t i = 0; i < m->candidates.n; i++)
		score_candidate(m, &m->candidates.at[i]);
}

static void part(struct matching *m)
{
	for (size_t i = 0; i < m->is->criteria.n; i++)
		if (!m->sure_is[i])
			m->was_of[i] = NO_INDEX;
	for (size_t i = 0; i < m->was->criteria.n; i++)
		if (!m->sure_was[i])
			m->is_of[i] = NO_INDEX;
}

/* The best pair first, then the best of what is left: so each pair is the best that both could have. */
static void join_best(struct matching *m)
{
	struct candidate *by = make_n(m->a, struct candidate, m->candidates.n + 1);
	size_t n = 0;
	for (size_t i = 0; i < m->candidates.n; i++)
		if (m->candidates.at[i].score >= LEAST_SCORE)
			by[n++] = m->candidates.at[i];
	qsort(by, n, sizeof *by, by_score);
	part(m);
	for (size_t i = 0; i < n; i++)
		if (m->was_of[by[i].is] == NO_INDEX && m->is_of[by[i].was] == NO_INDEX)
			join(m, by[i].was, by[i].is, by[i].score);
}

static void match(struct matching *m)
{
	size_t n = m->is->criteria.n;
	size_t *before = make_n(m->a, size_t, n + 1);
	join_identities(m);
	gather(m);
	for (int round = 0; round < ROUNDS; round++) {
		memcpy(before, m->was_of, n * sizeof *before);
		score_all(m);
		join_best(m);
		if (round && !memcmp(before, m->was_of, n * sizeof *before))
			break;
	}
}

/* -- what changed ---------------------------------------------------------------------------------- */

static void say(struct buf *b, str what)
{
	buf_fmt(b, "%s%.*s", b->n ? "; " : "", SF(what));
}

static void say_children(struct buf *b, const struct set_criterion *x, const struct set_criterion *y)
{
	if (set_leaf(x) && !set_leaf(y))
		say(b, S("nay chia thành nhiều tiêu chí"));
	else if (!set_leaf(x) && set_leaf(y))
		say(b, S("nay gộp thành một tiêu chí"));
}

/* Everything but the code. */
static void say_changes(struct arena *a, const struct matching *m, size_t was, size_t is, struct buf *b)
{
	const struct set_criterion *x = &m->was->criteria.at[was], *y = &m->is->criteria.at[is];
	if (m->old[was].lasting != m->new[is].lasting)
		say(b, str_fmt(a, "tên trước là “%.*s”", SF(str_trim(x->name))));
	if (x->max != y->max)
		say(b, str_fmt(a, "điểm tối đa %.*s → %.*s", SF(points_vi(a, x->max)), SF(points_vi(a, y->max))));
	if (set_leaf(x) && set_leaf(y) && !same_rule(m, was, is))
		say(b, S("cách tính điểm khác"));
	say_children(b, x, y);
}

static struct pair pair_of(struct matching *m, size_t was, size_t is)
{
	struct pair p = { .was = was, .is = is, .score = m->score[is] * 100 / WHOLE, .confirmed = m->sure_is[is] };
	struct buf moved = buf_open(m->a), changed = buf_open(m->a);
	if (!str_eq(m->old[was].code, m->new[is].code))
		buf_fmt(&moved, "mã %.*s → %.*s", SF(m->old[was].code), SF(m->new[is].code));
	say_changes(m->a, m, was, is, &changed);
	p.renamed = m->old[was].lasting != m->new[is].lasting;
	p.kind = changed.n ? PAIR_CHANGED : moved.n ? PAIR_MOVED : PAIR_KEPT;
	if (changed.n)
		say(&moved, buf_str(&changed));
	p.changes = buf_str(&moved);
	return p;
}

static pairs pairs_of(struct matching *m)
{
	pairs all = { 0 };
	vec_expect(m->a, &all, m->is->criteria.n);
	for (size_t i = 0; i < m->is->criteria.n; i++) {
		struct pair new = { .was = NO_INDEX, .is = i, .kind = PAIR_NEW };
		*vec_add(m->a, &all) = m->was_of[i] == NO_INDEX ? new : pair_of(m, m->was_of[i], i);
	}
	for (size_t i = 0; i < m->was->criteria.n; i++)
		if (m->is_of[i] == NO_INDEX)
			*vec_add(m->a, &all) = (struct pair){ .was = i, .is = NO_INDEX, .kind = PAIR_DROPPED };
	return all;
}

/* -------------------------------------------------------------------------------------------------- */

static size_t *nowhere(struct arena *a, size_t n)
{
	size_t *at = make_n(a, size_t, n + 1);
	for (size_t i = 0; i < n; i++)
		at[i] = NO_INDEX;
	return at;
}

static size_t *count_children(struct arena *a, const struct criteria_set *s)
{
	size_t *n = make_n(a, size_t, s->criteria.n + 1);
	for (size_t i = 0; i < s->criteria.n; i++)
		if (s->criteria.at[i].parent != NO_PARENT)
			n[s->criteria.at[i].parent]++;
	return n;
}

pairs mapping_propose(struct arena *a, const struct criteria_set *was, const struct criteria_set *is)
{
	struct matching m = { .a = a, .was = was, .is = is };
	m.old = name_all(a, &m.words, was);
	m.new = name_all(a, &m.words, is);
	weigh_words(&m.words, was->criteria.n + is->criteria.n);
	weigh_names(&m.words, m.old, was->criteria.n);
	weigh_names(&m.words, m.new, is->criteria.n);
	m.was_of = nowhere(a, is->criteria.n);
	m.is_of = nowhere(a, was->criteria.n);
	m.sure_was = make_n(a, bool, was->criteria.n + 1);
	m.sure_is = make_n(a, bool, is->criteria.n + 1);
	m.score = make_n(a, int, is->criteria.n + 1);
	m.children_was = count_children(a, was);
	m.children_is = count_children(a, is);
	match(&m);
	return pairs_of(&m);
}

size_t mapping_was(const pairs *p, size_t is)
{
	return is < p->n && p->at[is].is == is ? p->at[is].was : NO_INDEX;
}
