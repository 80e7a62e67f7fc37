#include "app/kept.h"
#include "app/keep_parts.h"
#include "core/level.h"
#include <stdlib.h>

/* A body over the years, criterion by criterion, joined by identity. */

/* -- stored sheets ------------------------------------------------------------------------------------ */

/* What a person has confirmed by keeping the sets is known; nothing is guessed again from names. */
static pairs by_identity(struct arena *a, const struct criteria_set *was, const struct criteria_set *is)
{
	struct codes marks = { 0 };
	pairs p = { 0 };
	for (size_t i = 0; i < was->criteria.n; i++)
		codes_add(a, &marks, was->criteria.at[i].id, i);
	for (size_t i = 0; i < is->criteria.n; i++) {
		size_t at = codes_find(&marks, is->criteria.at[i].id);
		enum pair_kind kind = at == NO_INDEX ? PAIR_NEW : PAIR_KEPT;
		*vec_add(a, &p) = (struct pair){ .was = at, .is = i, .kind = kind, .score = 100, .confirmed = true };
	}
	return p;
}

static bool load_years(struct record *r, struct arena *a, int64_t body, struct history_year **years, size_t *n, struct err *e)
{
	sheet_years stored = { 0 };
	if (!repo_sheet_years(r->db, a, r->who.person, body, &stored, e))
		return false;
	*n = stored.n;
	*years = make_n(a, struct history_year, stored.n + 1);
	for (size_t i = 0; i < stored.n; i++) {            /* they come newest first */
		struct stored_set *set = make(a, struct stored_set);
		struct stored_sheet s;
		struct scoring *g = make(a, struct scoring);
		if (!repo_set_load(r->db, a, stored.at[i].set, set, e) || !repo_sheet_load(r->db, a, r->who.person, body, set, &s, e) ||
		    !score_prepare(a, set->set, g, e))
			return false;
		struct scored *leaf = index_score(a, g, s.sheet).leaf;
		(*years)[stored.n - 1 - i] = (struct history_year){ .scoring = g, .sheet = s.sheet, .scored = leaf };
	}
	for (size_t i = 1; i < stored.n; i++)
		(*years)[i].from_before = by_identity(a, (*years)[i - 1].scoring->set, (*years)[i].scoring->set);
	return true;
}

bool kept_history(struct record *r, struct arena *a, const char *unit, struct history_year **years, size_t *n, struct err *e)
{
	struct unit_named of;
	if (!keep_unit(r, a, unit, &of, e) || !load_years(r, a, of.body, years, n, e))
		return false;
	if (*n)
		return true;
	fail(e, ERR_NOT_FOUND, "Hồ sơ không có phiếu nào của %.*s mà bạn xem được.", SF(of.name));
	return err_hint(e, "Điểm đã mất theo các văn bản thì xem bằng khacphuc lost --unit.");
}

/* -- what was lost ------------------------------------------------------------------------------------ */

struct losing { struct arena *a; struct lost_over *l; struct map marks; size_t years; };

static struct lost_year *place(struct losing *k, str mark, str name, int year)
{
	int *number = map_put(k->a, &k->marks, mark);
	size_t y = 0;
	if (!*number) {
		*vec_add(k->a, &k->l->lines) = (struct lost_line){ .mark = mark, .year = make_n(k->a, struct lost_year, k->years) };
		*number = (int)k->l->lines.n;
	}
	while (k->l->years.at[y] != year)
		y++;
	struct lost_line *line = &k->l->lines.at[*number - 1];
	line->name = name.n ? name : line->name;           /* as it is called last */
	return &line->year[y];
}

static void add_year(struct arena *a, struct lost_over *l, int year)
{
	size_t i = 0;
	while (i < l->years.n && l->years.at[i] != year)
		i++;
	if (i < l->years.n)
		return;
	*vec_add(a, &l->years) = year;
	for (i = l->years.n - 1; i && l->years.at[i - 1] > year; i--)
		l->years.at[i] = l->years.at[i - 1];
	l->years.at[i] = year;
}

/* A bonus that was not reached is not lost; a penalty is. */
static points lost_of(const struct set_criterion *c, const struct scored *s)
{
	enum bucket b = c->rule ? c->rule->bucket : BUCKET_SUM;
	points lost = b == BUCKET_BONUS ? 0 : b == BUCKET_PENALTY ? s->points : c->max - s->points;
	return s->excluded || s->by == BY_NOTHING || lost < 0 ? 0 : lost;
}

static void take_sheet(struct losing *k, const struct history_year *y)
{
	const struct scoring *g = y->scoring;
	for (size_t i = 0; i < g->leaves.n; i++) {
		const struct set_criterion *c = &g->set->criteria.at[g->leaves.at[i]];
		const struct scored *s = &y->scored[i];
		if (s->by != BY_NOTHING || s->excluded)
			*place(k, c->id, c->name, g->set->year) =
			    (struct lost_year){ true, true, c->code, s->points, c->max, lost_of(c, s) };
	}
}

static void take_finding(struct losing *k, const struct lost_cell *f)
{
	struct lost_year *y = place(k, f->mark, f->name.n ? f->name : f->first_name, f->year);
	if (!y->known)
		*y = (struct lost_year){ true, false, f->code, f->points, f->max, f->lost };
}

static int by_times(const void *p, const void *q)
{
	const struct lost_line *x = p, *y = q;
	if (x->times != y->times)
		return x->times < y->times ? 1 : -1;
	if (x->lost != y->lost)
		return x->lost < y->lost ? 1 : -1;
	size_t n = x->mark.n < y->mark.n ? x->mark.n : y->mark.n;
	int c = memcmp(x->mark.p, y->mark.p, n);
	return c ? c : (x->mark.n > y->mark.n) - (x->mark.n < y->mark.n);
}

/* Only what was lost at least once stays. */
static void sum_up(struct lost_over *l)
{
	size_t n = 0;
	for (size_t i = 0; i < l->lines.n; i++) {
		struct lost_line *x = &l->lines.at[i];
		for (size_t y = 0; y < l->years.n; y++) {
			x->times += x->year[y].lost > 0;
			x->lost += x->year[y].lost;
		}
		if (x->times)
			l->lines.at[n++] = *x;
	}
	l->lines.n = n;
	if (n)
		qsort(l->lines.at, n, sizeof *l->lines.at, by_times);
}

bool kept_lost(struct record *r, struct arena *a, const char *unit, struct lost_over *ret, struct err *e)
{
	struct unit_named of;
	struct history_year *years;
	lost_cells findings = { 0 };
	size_t n;
	if (!keep_unit(r, a, unit, &of, e) || !load_years(r, a, of.body, &years, &n, e) ||
	    !repo_lost(r->db, a, r->who.person, of.body, &findings, e))
		return false;
	*ret = (struct lost_over){ .unit = of.name, .level = level_words(of.level) };
	for (size_t i = 0; i < n; i++)
		add_year(a, ret, years[i].scoring->set->year);
	for (size_t i = 0; i < findings.n; i++)
		add_year(a, ret, findings.at[i].year);
	struct losing k = { .a = a, .l = ret, .years = ret->years.n };
	for (size_t i = 0; i < n; i++)
		take_sheet(&k, &years[i]);
	for (size_t i = 0; i < findings.n; i++)
		take_finding(&k, &findings.at[i]);
	sum_up(ret);
	if (ret->years.n)
		return true;
	fail(e, ERR_NOT_FOUND, "Hồ sơ không có phiếu hay tồn tại nào của %.*s mà bạn xem được.", SF(of.name));
	return err_hint(e, "Đưa phiếu hoặc kế hoạch, báo cáo khắc phục của đơn vị vào hồ sơ trước (khacphuc import).");
}
