#include "core/rule_input.h"
#include "core/rule_why.h"

static void inputs(const struct rule *r, size_t *least, size_t *most)
{
	*least = *most = 0;
	for (size_t i = 0; i < r->sub.n; i++) {
		size_t few, many;
		r->sub.at[i]->type->inputs(r->sub.at[i], &few, &many);
		*least += few;
		*most += many;
	}
}

/* One way after the other, each with its own part of the inputs; those that are more than the least go to the first that can take
 * them. */
struct ways { const struct rule *r; struct rule_case c; size_t i, from, spare; };

static struct ways ways_of(const struct rule *r, const struct rule_case *c)
{
	size_t least, most;
	inputs(r, &least, &most);
	return (struct ways){ .r = r, .c = *c, .spare = c->n > least ? c->n - least : 0 };
}

static const struct rule *next_way(struct ways *w, const struct rule_case *all)
{
	size_t least, most;
	if (w->i == w->r->sub.n)
		return NULL;
	const struct rule *r = w->r->sub.at[w->i++];
	w->from += w->i > 1 ? w->c.n : 0;
	r->type->inputs(r, &least, &most);
	size_t more = most - least < w->spare ? most - least : w->spare;
	w->spare -= more;
	w->from = w->from > all->n ? all->n : w->from;
	w->c.at = all->at + w->from;
	w->c.names = all->names ? all->names + w->from : NULL;
	w->c.n = least + more < all->n - w->from ? least + more : all->n - w->from;
	return r;
}

struct rule_case best_part(const struct rule *r, const struct rule_case *c, size_t i)
{
	struct ways w = ways_of(r, c);
	while (w.i <= i)
		next_way(&w, c);
	return w.c;
}

/* What "không phát sinh" of one way is worth is known where that way says it. */
static bool score_way(const struct rule *r, const struct rule_case *c, struct rule_score *s)
{
	rule_score(r, c, s);
	if (s->state != RULE_NOT_ARISEN || (r->none != NONE_FULL && r->none != NONE_ZERO))
		return true;
	*s = (struct rule_score){ .points = r->none == NONE_FULL ? case_max(c) : exact_int(0) };
	return false;
}

/* What must be mended comes before what must be marked, that before what is missing; nothing arose of the whole only where
 * nothing arose of each way. */
static bool weightier(enum rule_state x, enum rule_state than)
{
	static const int weight[] = { [RULE_SCORED] = 3, [RULE_NOT_ARISEN] = 0, [RULE_MISSING] = 1, [RULE_WRONG] = 4, [RULE_BY_HAND] = 2 };
	return weight[x] > weight[than];
}

static void score(const struct rule *r, const struct rule_case *c, struct rule_score *s)
{
	struct ways w = ways_of(r, c);
	const struct rule *way;
	*s = (struct rule_score){ .state = RULE_NOT_ARISEN };
	while ((way = next_way(&w, c))) {
		struct rule_score one;
		(void)score_way(way, &w.c, &one);
		one.input = one.input < w.c.n ? one.input + w.from : c->n;
		if (weightier(one.state, s->state) ||
		    (one.state == RULE_SCORED && s->state == RULE_SCORED && exact_cmp(one.points, s->points) > 0))
			*s = one;
	}
}

static void why(const struct rule *r, const struct rule_case *c, const struct rule_score *s, struct buf *b)
{
	struct ways w = ways_of(r, c);
	const struct rule *way;
	(void)s;
	while ((way = next_way(&w, c))) {
		struct rule_score one;
		bool arose = score_way(way, &w.c, &one);
		points p = points_round(one.points, c->decimals);
		if (one.state != RULE_SCORED)
			continue;
		if (arose) {
			words_calculation(b, way, &w.c, &one, p);
		} else {
			buf_put(b, S("không phát sinh: "));
			words_points(b, p);
		}
		buf_put(b, S("; "));
	}
	buf_put(b, S("lấy cao nhất"));
}

const struct rule_type rule_best = {
	.name = "best", .help = "Tính theo từng cách rồi lấy số điểm cao nhất.",
	.source = "domain.md R17",
	.example = "Cao nhất trong: [Có: điểm tối đa; không: 0 điểm] hoặc [Tỷ lệ hồ sơ đúng hạn × điểm tối đa]",
	.inputs = inputs, .score = score, .why = why,
};
