#include "core/score.h"

/* -- what is made of what ---------------------------------------------------------------------------- */

struct preparing { struct arena *a; const struct criteria_set *s; struct scoring *g; struct err *e; };

/* The derived rule (R12) within a rule; *more: there is a second one. */
static const struct rule *derived_in(const struct rule *r, bool *more)
{
	const struct rule *found = r && str_eq(str_c(r->type->name), S("derived")) ? r : NULL;
	for (size_t i = 0; r && i < r->sub.n; i++) {
		const struct rule *below = derived_in(r->sub.at[i], more);
		*more |= found && below;
		found = found ? found : below;
	}
	return found;
}

static bool mark(struct preparing *p, const strs *codes, size_t of, bool as, bool *in)
{
	const struct criteria_set *s = p->s;
	for (size_t i = 0; i < codes->n; i++) {
		size_t top = set_find(s, codes->at[i]);
		if (top == NO_INDEX) {
			str code = s->criteria.at[of].code;
			fail(p->e, ERR_INPUT, "Tiêu chí %.*s tính theo điểm của tiêu chí %.*s không có trong bộ.", SF(code), SF(codes->at[i]));
			return err_hint(p->e, "Sửa mã trong cột Cách tính điểm.");
		}
		for (size_t k = top; k < s->criteria.n && k <= top + s->criteria.at[top].below; k++)
			if (p->g->leaf_of[k] != NO_INDEX)
				in[p->g->leaf_of[k]] = as;
	}
	return true;
}

static enum bucket bucket_of(const struct scoring *g, size_t leaf)
{
	const struct rule *r = g->set->criteria.at[g->leaves.at[leaf]].rule;
	return r ? r->bucket : BUCKET_SUM;
}

static bool find_depends(struct preparing *p, size_t leaf)
{
	struct scoring *g = p->g;
	size_t criterion = g->leaves.at[leaf];
	bool more = false, *in = make_n(p->a, bool, g->leaves.n);
	const struct rule *r = derived_in(p->s->criteria.at[criterion].rule, &more);
	if (more) {
		fail(p->e, ERR_INPUT, "Tiêu chí %.*s tính theo điểm của hai nhóm tiêu chí khác nhau.", SF(p->s->criteria.at[criterion].code));
		return err_hint(p->e, "Mỗi tiêu chí chỉ tính được theo một nhóm; tách thành hai tiêu chí.");
	}
	if (!r)
		return true;
	for (size_t i = 0; !r->codes.n && i < g->leaves.n; i++)
		in[i] = true;
	if (!mark(p, &r->codes, criterion, true, in) || !mark(p, &r->except, criterion, false, in))
		return false;
	in[leaf] = false;
	struct indexes *d = &g->depends[leaf];
	d->at = make_n(p->a, size_t, g->leaves.n);
	for (size_t i = 0; i < g->leaves.n; i++)
		if (in[i] && bucket_of(g, i) == BUCKET_SUM)
			d->at[d->n++] = i;
	return true;
}

/* Depth first without recursion: a set may have thousands of leaves. at[k]: how many of what the k-th of the path depends on
 * were looked at. */
struct walk_of { size_t *path, *at, depth; char *state; };
enum { UNSEEN, OPEN, DONE };

static bool cycle(struct preparing *p, const struct walk_of *w, size_t back)
{
	const struct scoring *g = p->g;
	struct buf b = buf_open(p->a);
	size_t from = w->depth - 1;
	while (w->path[from] != back)                          /* it is open, so it is on the path */
		from--;
	for (size_t i = from; i < w->depth; i++)
		buf_fmt(&b, "%.*s → ", SF(p->s->criteria.at[g->leaves.at[w->path[i]]].code));
	fail(p->e, ERR_INPUT, "Các tiêu chí tính theo điểm của nhau thành vòng: %s%.*s.", b.p, SF(p->s->criteria.at[g->leaves.at[back]].code));
	return err_hint(p->e, "Loại một trong các tiêu chí đó ra, ví dụ “(trừ %.*s)”.", SF(p->s->criteria.at[g->leaves.at[back]].code));
}

static bool visit(struct preparing *p, struct walk_of *w, size_t leaf)
{
	struct scoring *g = p->g;
	if (w->state[leaf] == DONE)
		return true;
	w->depth = 0;
	w->path[w->depth] = leaf;
	w->at[w->depth++] = 0;
	w->state[leaf] = OPEN;
	while (w->depth) {
		size_t top = w->path[w->depth - 1];
		if (w->at[w->depth - 1] == g->depends[top].n) {
			w->state[top] = DONE;
			g->order.at[g->order.n++] = top;
			w->depth--;
			continue;
		}
		size_t next = g->depends[top].at[w->at[w->depth - 1]++];
		if (w->state[next] == OPEN)
			return cycle(p, w, next);
		if (w->state[next] == DONE)
			continue;
		w->state[next] = OPEN;
		w->path[w->depth] = next;
		w->at[w->depth++] = 0;
	}
	return true;
}

static bool find_order(struct preparing *p)
{
	struct scoring *g = p->g;
	size_t n = g->leaves.n;
	struct walk_of w = { make_n(p->a, size_t, n), make_n(p->a, size_t, n), 0, make_n(p->a, char, n) };
	g->order.at = make_n(p->a, size_t, n);
	for (size_t i = 0; i < n; i++)
		if (!visit(p, &w, i))
			return false;
	return true;
}

static void add_leaf(struct scoring *g, size_t criterion)
{
	const struct set_criterion *c = &g->set->criteria.at[criterion];
	struct run r = { c->parent, c->rule ? c->rule->bucket : BUCKET_SUM, c->source == SOURCE_SURVEY, g->leaves.n, g->leaves.n + 1 };
	struct run *last = g->n_runs ? &g->runs[g->n_runs - 1] : NULL;
	g->full_max += r.bucket == BUCKET_SUM ? c->max : 0;
	g->max[g->leaves.n] = c->max;
	g->leaves.at[g->leaves.n++] = criterion;
	if (last && last->parent == r.parent && last->bucket == r.bucket && last->survey == r.survey)
		last->to = r.to;
	else
		g->runs[g->n_runs++] = r;
}

bool score_prepare(struct arena *a, const struct criteria_set *s, struct scoring *ret, struct err *e)
{
	struct scoring g = { .set = s };
	struct preparing p = { a, s, &g, e };
	size_t n = s->criteria.n;
	g.leaves.at = make_n(a, size_t, n + 1);
	g.leaf_of = make_n(a, size_t, n + 1);
	g.max = make_n(a, points, n + 1);
	g.runs = make_n(a, struct run, n + 1);
	g.parent = make_n(a, int, n + 1);
	for (size_t i = 0; i < n; i++) {
		g.leaf_of[i] = set_leaf(&s->criteria.at[i]) ? g.leaves.n : NO_INDEX;
		g.parent[i] = s->criteria.at[i].parent;
		if (set_leaf(&s->criteria.at[i]))
			add_leaf(&g, i);
	}
	g.depends = make_n(a, struct indexes, g.leaves.n + 1);
	for (size_t i = 0; i < g.leaves.n; i++)
		if (!find_depends(&p, i))
			return false;
	if (!find_order(&p))
		return false;
	*ret = g;
	return true;
}

/* -- one sheet --------------------------------------------------------------------------------------- */

static struct exact share_of(const struct scoring *g, size_t leaf, const struct scored *all)
{
	const struct indexes *d = &g->depends[leaf];
	points reached = 0, most = 0;
	for (size_t i = 0; i < d->n; i++)
		if (!all[d->at[i]].excluded) {
			reached += all[d->at[i]].points;
			most += g->max[d->at[i]];
		}
	return d->n ? exact_div(exact_int(reached), exact_int(most)) : (struct exact){ 0 };
}

struct case_room { struct rule_case c; struct value values[INPUTS_MAX]; };

static void fill_case(const struct scoring *g, const struct sheet *t, size_t leaf, const struct scored *all, struct case_room *room)
{
	size_t criterion = g->leaves.at[leaf];
	const struct set_criterion *c = &g->set->criteria.at[criterion];
	size_t n = c->inputs.n < INPUTS_MAX ? c->inputs.n : INPUTS_MAX;
	for (size_t i = 0; i < n; i++)
		room->values[i] = t->values[c->inputs.at[i]];
	room->c = (struct rule_case){ .max = c->max, .decimals = g->set->decimals, .at = room->values, .n = n, .none = c->none,
		                      .share = share_of(g, leaf, all), .best = t->best ? t->best[criterion] : (struct exact){ 0 } };
}

static enum none_arose none_of(const struct set_criterion *c) { return c->rule->none != NONE_UNSAID ? c->rule->none : c->none; }

static void run_rule(const struct scoring *g, const struct sheet *t, size_t leaf, const struct scored *all, struct scored *ret)
{
	const struct set_criterion *c = &g->set->criteria.at[ret->criterion];
	struct case_room room;
	ret->rule.state = RULE_BY_HAND;
	if (!c->rule)
		return;
	fill_case(g, t, leaf, all, &room);
	rule_score(c->rule, &room.c, &ret->rule);
	ret->excluded = ret->rule.state == RULE_NOT_ARISEN && none_of(c) == NONE_EXCLUDE;
	if (ret->excluded)
		return;
	if (ret->rule.state == RULE_NOT_ARISEN && none_of(c) != NONE_UNSAID)
		ret->by_rule = none_of(c) == NONE_FULL ? c->max : 0;
	else if (ret->rule.state == RULE_SCORED)
		ret->by_rule = points_round(ret->rule.points, g->set->decimals);
	else
		return;
	ret->by = BY_RULE;
	ret->points = ret->by_rule;
}

static void score_leaf(const struct scoring *g, const struct sheet *t, size_t leaf, struct scored *all)
{
	const struct sheet_row *row = &t->rows.at[leaf];
	const struct set_criterion *c = &g->set->criteria.at[g->leaves.at[leaf]];
	static const enum scored_by by[ROUNDS] = { BY_SELF, BY_ROUND_ONE, BY_ROUND_TWO };
	struct scored s = { .criterion = g->leaves.at[leaf] };
	if (!row->applies) {
		s.excluded = true;
		all[leaf] = s;
		return;
	}
	run_rule(g, t, leaf, all, &s);
	if (c->evidence.required && !row->files && !s.excluded) {
		s.gated = true;
		s.points = s.by_rule = 0;
		s.by = BY_RULE;
	}
	for (int round = 0; round < ROUNDS; round++)
		if (row->by[round].given) {
			s.points = row->by[round].points;
			s.by = by[round];
			s.excluded = false;
		}
	all[leaf] = s;
}

void score_sheet(const struct scoring *g, const struct sheet *t, struct scored *ret)
{
	for (size_t i = 0; i < g->order.n; i++)
		score_leaf(g, t, g->order.at[i], ret);
}

/* -- why --------------------------------------------------------------------------------------------- */

static str what_stands(struct arena *a, const struct sheet_row *row, const struct scored *s)
{
	static const char *const who[] = { [BY_SELF] = "Đơn vị tự chấm", [BY_ROUND_ONE] = "Thẩm định vòng 1", [BY_ROUND_TWO] = "Thẩm định vòng 2" };
	static const enum round rounds[] = { [BY_SELF] = ROUND_SELF, [BY_ROUND_ONE] = ROUND_ONE, [BY_ROUND_TWO] = ROUND_TWO };
	const struct opinion *o = &row->by[rounds[s->by]];
	str p = points_vi(a, s->points);
	if (o->reason.n)
		return str_fmt(a, "%s: %.*s điểm (%.*s).", who[s->by], SF(p), SF(o->reason));
	return str_fmt(a, "%s: %.*s điểm.", who[s->by], SF(p));
}

static str what_rule_says(struct arena *a, const struct scoring *g, const struct sheet *t, const struct scored *all, const struct scored *s)
{
	const struct set_criterion *c = &g->set->criteria.at[s->criterion];
	struct case_room room;
	str names[INPUTS_MAX];
	if (s->gated)
		return S("Không có tài liệu kiểm chứng bắt buộc: 0 điểm.");
	if (!c->rule)
		return S("Chấm bằng tay.");
	fill_case(g, t, g->leaf_of[s->criterion], all, &room);
	for (size_t i = 0; i < room.c.n; i++)
		names[i] = g->set->inputs.at[c->inputs.at[i]];
	room.c.names = names;
	return rule_why(a, c->rule, &room.c, &s->rule, s->by_rule);
}

str score_why(struct arena *a, const struct scoring *g, const struct sheet *t, const struct scored *all, size_t leaf)
{
	const struct scored *s = &all[leaf];
	const struct sheet_row *row = &t->rows.at[leaf];
	if (!row->applies)
		return row->why_not.n ? str_fmt(a, "Không áp dụng: %.*s", SF(row->why_not)) : S("Không áp dụng.");
	str rule = what_rule_says(a, g, t, all, s);
	if (s->by == BY_RULE || s->by == BY_NOTHING)
		return rule;
	str stands = what_stands(a, row, s);
	bool known = s->gated || s->rule.state == RULE_SCORED || s->rule.state == RULE_NOT_ARISEN;
	return known ? str_fmt(a, "%.*s Theo cách tính: %.*s", SF(stands), SF(rule)) : stands;
}

/* -- totals ------------------------------------------------------------------------------------------ */

struct sums_of { points points, max, survey, survey_max, survey_full, bonus, penalty; };

static points least(points x, points y) { return x < y ? x : y; }

/* What is not applicable leaves the denominator (R20), or the rest is worth as much as all (R21); survey points come after. */
static void rescale(const struct scoring *g, const struct sums_of *u, struct total *ret)
{
	points rest = u->points - u->survey, rest_max = u->max - u->survey_max, rest_full = g->full_max - u->survey_full;
	struct exact worth = exact_mul(points_exact(rest), exact_div(exact_int(rest_full), exact_int(rest_max)));
	ret->points = points_round(worth, g->set->decimals) + u->survey;
	ret->max = (rest_max > 0 ? rest_full : 0) + u->survey_max;
}

/* Without branches on what is excluded: no processor guesses that. */
static struct node_total sum_of(const struct scoring *g, const struct run *r, const points *leaf, const bool *excluded)
{
	struct node_total t = { 0 };
	for (size_t i = r->from; i < r->to; i++) {
		points in = excluded ? (points)excluded[i] - 1 : -1;
		t.points += leaf[i] & in;
		t.max += g->max[i] & in;
	}
	return t;
}

static points full_of(const struct scoring *g, const struct run *r)
{
	points sum = 0;
	for (size_t i = r->from; i < r->to; i++)
		sum += g->max[i];
	return sum;
}

void score_totals(const struct scoring *g, const points *leaf, const bool *excluded, struct node_total *node, struct total *ret)
{
	const struct criteria_set *s = g->set;
	struct sums_of u = { 0 };
	if (node)
		memset(node, 0, s->criteria.n * sizeof *node);
	for (const struct run *r = g->runs; r < g->runs + g->n_runs; r++) {
		struct node_total t = sum_of(g, r, leaf, excluded);
		if (r->bucket != BUCKET_SUM) {
			*(r->bucket == BUCKET_BONUS ? &u.bonus : &u.penalty) += t.points;
			continue;
		}
		u.points += t.points;
		u.max += t.max;
		if (r->survey) {
			u.survey += t.points;
			u.survey_max += t.max;
			u.survey_full += full_of(g, r);
		}
		for (int up = r->parent; node && up != NO_PARENT; up = g->parent[up]) {
			node[up].points += t.points;
			node[up].max += t.max;
		}
	}
	*ret = (struct total){ u.points, u.max, g->full_max, least(u.bonus, s->bonus_max), least(u.penalty, s->penalty_max), -1 };
	if (s->without == WITHOUT_RESCALE && u.max < g->full_max)
		rescale(g, &u, ret);
	points net = least(ret->points + ret->bonus - ret->penalty, ret->max);
	ret->points = net < 0 ? 0 : net;
	if (ret->max > 0)
		ret->percent = percent_of(ret->points, ret->max);
}

/* -- class ------------------------------------------------------------------------------------------- */

enum { WHOLE = 10000 };                  /* 100 % in hundredths of a percent */

const struct set_class *class_at(const struct criteria_set *s, points reached, points max)
{
	if (max <= 0)
		return NULL;
	for (size_t i = 0; i < s->classes.n; i++) {
		int64_t from = s->classes.at[i].from;
		if (s->compare == COMPARE_EXACT ? (__int128)reached * WHOLE >= (__int128)from * max : percent_of(reached, max) >= from)
			return &s->classes.at[i];
	}
	return NULL;
}
