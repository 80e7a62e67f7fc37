#include "app/sheet.h"
#include "app/place.h"
#include "app/record_parts.h"
#include "core/day.h"
#include "store/repo_plan.h"
#include "store/repo_sheet.h"
#include <stdlib.h>

enum { FINDINGS_MOST = 4000, PROOFS_MOST = 4000, LEVELS = 4 };

struct found { int year; int64_t identity, criterion, id, document; str code, name, text, place; points max, points, lost; bool own; };
struct looking {
	struct record *r;
	struct arena  *a;
	int64_t        body, cycle;
	struct sheet_page  *p;
	struct sheet_of_set of[SETS_MOST];
	size_t n;
	VEC(struct found) found;
};

/* -- reading ------------------------------------------------------------------------------------------ */

static bool read_findings(struct looking *k, struct err *e)
{
	CLEANUP(rows_close) struct rows r = { 0 };
	if (!db_query(k->r->db, Q(sheet_findings, .body_id = v_int(k->body), .year = v_int(k->p->year),
	                          .since = v_int(k->p->year - SHEET_BEFORE), .who = v_int(k->r->who.person),
	                              .limit = v_int(FINDINGS_MOST)), &r, e))
		return false;
	while (rows_next(&r)) {
		struct found f = { .year = (int)col_int(&r, 0), .identity = col_int(&r, 1), .criterion = col_int(&r, 2),
			           .code = col_text(&r, k->a, 3),
			           .name = col_text(&r, k->a, 4), .id = col_int(&r, 5), .max = col_points(&r, 6),
			           .points = col_points(&r, 7),
			           .lost = col_points(&r, 8), .text = col_text(&r, k->a, 9),
			           .document = col_int(&r, 10), .own = col_int(&r, 17) > 0 };
		struct source at = { .line = (int)col_int(&r, 13), .page = (int)col_int(&r, 14), .table = (int)col_int(&r, 15),
			             .row = (int)col_int(&r, 16) };
		if (f.document)
			f.place = place_in(k->a, col_text(&r, k->a, 11), col_text(&r, k->a, 12), at);
		if (f.lost == NO_POINTS && f.max != NO_POINTS && f.points != NO_POINTS)
			f.lost = f.max - f.points;
		if (f.points == NO_POINTS && f.max != NO_POINTS && f.lost != NO_POINTS)
			f.points = f.max - f.lost;
		*vec_add(k->a, &k->found) = f;
	}
	return rows_done(&r, e);
}

static bool read_proofs(struct looking *k, struct err *e)
{
	CLEANUP(rows_close) struct rows r = { 0 };
	if (!db_query(k->r->db, Q(sheet_evidence, .body_id = v_int(k->body), .cycle_id = v_int(k->cycle), .who = v_int(k->r->who.person),
	                          .limit = v_int(PROOFS_MOST)), &r, e))
		return false;
	while (rows_next(&r)) {
		struct sheet_proof x = { col_int(&r, 1), col_text(&r, k->a, 2), col_text(&r, k->a, 3), col_text(&r, k->a, 5),
			                 day_read(col_text(&r, k->a, 4)), col_text(&r, k->a, 6) };
		for (size_t i = 0; i < k->p->lines.n; i++)
			if (k->p->lines.at[i].identity == col_int(&r, 0)) {
				*vec_add(k->a, &k->p->lines.at[i].proofs) = x;
				break;
			}
	}
	return rows_done(&r, e);
}

/* -- the tree of a set -------------------------------------------------------------------------------- */

/* A bonus that was not reached is not lost; a penalty is. */
static points lost_of(const struct set_criterion *c, const struct scored *s)
{
	enum bucket b = c->rule ? c->rule->bucket : BUCKET_SUM;
	points lost = b == BUCKET_BONUS ? 0 : b == BUCKET_PENALTY ? s->points : c->max - s->points;
	return lost < 0 ? 0 : lost;
}

static void put_leaf(struct looking *k, struct sheet_line *l, size_t leaf)
{
	const struct index_scored *s = &k->p->scored;
	const struct set_criterion *c = &s->scoring->set->criteria.at[l->at];
	const struct sheet_row *row = &s->sheet->rows.at[leaf];
	const struct scored *x = &s->leaf[leaf];
	bool ruled = x->gated || x->rule.state == RULE_SCORED;
	l->leaf = true;
	k->p->leaves++;
	if (k->p->kind == SHEET_EMPTY)
		return;
	l->excluded = x->excluded;
	l->why = score_why(k->a, s->scoring, s->sheet, s->leaf, leaf);
	l->self = row->by[ROUND_SELF].given ? row->by[ROUND_SELF].points : ruled && c->source != SOURCE_SURVEY ? x->by_rule : NO_POINTS;
	for (int round = ROUND_ONE; round < ROUNDS; round++)
		l->appraised = row->by[round].given ? row->by[round].points : l->appraised;
	for (int round = 0; round < ROUNDS; round++)
		l->reason = row->by[round].given && row->by[round].reason.n ? row->by[round].reason : l->reason;
	k->p->excluded += x->excluded;
	if (x->excluded) {
		l->reason = row->applies ? l->reason : row->why_not;
		return;
	}
	k->p->unscored += x->by == BY_NOTHING;
	if (x->by == BY_NOTHING)
		return;
	l->points = x->points;
	l->lost = lost_of(c, x);
}

static void add(points *sum, points p) { *sum = p == NO_POINTS ? *sum : (*sum == NO_POINTS ? 0 : *sum) + p; }

static struct sheet_line line_of(int64_t criterion, int64_t identity, size_t at, str code, str name, points max)
{
	return (struct sheet_line){ .criterion = criterion, .identity = identity, .at = at, .code = code, .name = name, .max = max,
		                    .self = NO_POINTS,
		                    .appraised = NO_POINTS, .points = NO_POINTS, .lost = NO_POINTS };
}

/* Parents come before their children, so going backwards each is complete when it is added to what is above it. */
static void sum_up(struct sheet_page *p)
{
	const struct criteria_set *s = p->scored.scoring->set;
	for (size_t i = p->lines.n; i-- > 0;) {
		int parent = s->criteria.at[i].parent;
		struct sheet_line *l = &p->lines.at[i], *up = parent == NO_PARENT ? NULL : &p->lines.at[parent];
		if (!l->leaf)
			l->max = s->criteria.at[i].max;
		if (!up)
			continue;
		add(&up->self, l->self);
		if (p->kind != SHEET_EMPTY)                /* what documents say of some is no sum of all */
			add(&up->points, l->points);
		add(&up->lost, l->lost);
	}
}

static void put_tree(struct looking *k)
{
	struct sheet_page *p = k->p;
	const struct stored_set *set = &k->of[0].set;
	for (size_t i = 0; i < set->set->criteria.n; i++) {
		const struct set_criterion *c = &set->set->criteria.at[i];
		struct sheet_line l = line_of(set->criterion[i], set->identity[i], i, c->code, c->name, c->max);
		l.level = c->parent == NO_PARENT ? 0 : p->lines.at[c->parent].level + 1;
		if (set_leaf(c))
			put_leaf(k, &l, p->scored.scoring->leaf_of[i]);
		*vec_add(k->a, &p->lines) = l;
	}
}

static void total_words(struct looking *k)
{
	struct sheet_page *p = k->p;
	const struct total *t = &p->scored.total;
	struct arena *a = k->a;
	struct buf b = buf_open(a);
	buf_fmt(&b, "Cộng điểm của %d tiêu chí", p->leaves - p->excluded - p->unscored);
	if (t->bonus)
		buf_fmt(&b, ", thêm %s điểm thưởng", points_vi(a, t->bonus).p);
	if (t->penalty)
		buf_fmt(&b, ", trừ %s điểm phạt", points_vi(a, t->penalty).p);
	buf_fmt(&b, ": %s điểm.", points_vi(a, t->points).p);
	*vec_add(a, &p->words) = buf_str(&b);
	if (p->excluded && k->of[0].set.set->without == WITHOUT_RESCALE)
		*vec_add(a, &p->words) = str_fmt(a, "%d tiêu chí không áp dụng: điểm của các tiêu chí còn lại được quy đổi về thang %s.", p->excluded,
		                                 points_vi(a, t->full_max).p);
	else if (t->max != t->full_max)
		*vec_add(a, &p->words) = str_fmt(a, "Điểm tối đa là %s, không phải %s, vì %d tiêu chí không áp dụng.", points_vi(a, t->max).p,
		                                 points_vi(a, t->full_max).p, p->excluded);
	if (t->percent >= 0)
		*vec_add(a, &p->words) = str_fmt(a, "Chỉ số = %s : %s × 100 = %s%%.", points_vi(a, t->points).p, points_vi(a, t->max).p,
		                                 percent_vi(a, t->percent).p);
	if (p->unscored)
		*vec_add(a, &p->words) = str_fmt(a, "Còn %d tiêu chí chưa chấm được (chưa có số liệu, hoặc cần người chấm); tổng điểm là tạm tính.",
		                                 p->unscored);
}

static void put_totals(struct looking *k)
{
	struct sheet_page *p = k->p;
	const struct total *t = &p->scored.total;
	const struct set_class *class = class_at(k->of[0].set.set, t->points, t->max);
	for (size_t i = 0; i < p->lines.n; i++)
		if (p->lines.at[i].level == 0)
			add(&p->lost, p->lines.at[i].lost);
	p->max = t->max;
	if (p->kind == SHEET_EMPTY)
		return;
	p->points = t->points;
	p->percent = t->percent;
	p->class = class && p->unscored == 0 ? class->name : (str){ 0 };
	total_words(k);
}

/* -- what documents tell ------------------------------------------------------------------------------ */

static int by_code(const void *x, const void *y)
{
	return code_cmp(((const struct sheet_line *)x)->code, ((const struct sheet_line *)y)->code);
}

static struct sheet_line *line_at(struct sheet_page *p, str code)
{
	for (size_t i = 0; i < p->lines.n; i++)
		if (str_eq(p->lines.at[i].code, code))
			return &p->lines.at[i];
	return NULL;
}

/* Those above it, as the set of the documents calls them. */
static void add_above(struct looking *k, str code)
{
	const struct stored_set *set = k->n && k->of[0].set.set->year == k->p->year ? &k->of[0].set : NULL;
	for (str up = code_above(code); up.n; up = code_above(up)) {
		size_t at = set ? set_find(set->set, up) : NO_INDEX;
		if (line_at(k->p, up) || at == NO_INDEX)
			continue;
		const struct set_criterion *c = &set->set->criteria.at[at];
		*vec_add(k->a, &k->p->lines) = line_of(set->criterion[at], set->identity[at], at, up, c->name, c->max ? c->max : NO_POINTS);
	}
}

static void put_told(struct looking *k)
{
	struct sheet_page *p = k->p;
	for (size_t i = 0; i < k->found.n; i++) {
		const struct found *f = &k->found.at[i];
		if (f->year != p->year || line_at(p, f->code))
			continue;
		struct sheet_line l = line_of(f->criterion, f->identity, NO_INDEX, f->code, f->name, f->max);
		l.leaf = true;
		l.points = f->points;
		l.lost = f->lost;
		add_above(k, f->code);
		*vec_add(k->a, &p->lines) = l;
	}
	if (!p->lines.n)
		return;
	qsort(p->lines.at, p->lines.n, sizeof *p->lines.at, by_code);
	for (size_t i = p->lines.n; i-- > 0;) {            /* a parent printed by itself keeps its own figure */
		struct sheet_line *l = &p->lines.at[i], *up = NULL;
		for (str above = code_above(l->code); above.n && !up; above = code_above(above))
			up = line_at(p, above);
		if (up && !up->leaf)
			add(&up->lost, l->lost);
		else if (!up)
			add(&p->lost, l->lost);
		for (str above = code_above(l->code); above.n; above = code_above(above))
			l->level += line_at(p, above) != NULL;
		l->level = l->level > LEVELS ? LEVELS : l->level;
	}
}

/* -- both --------------------------------------------------------------------------------------------- */

static void put_findings(struct looking *k)
{
	for (size_t i = k->found.n; i-- > 0;)              /* so that of two the first stays */
		for (size_t j = 0; j < k->p->lines.n; j++) {
			const struct found *f = &k->found.at[i];
			struct sheet_line *l = &k->p->lines.at[j];
			if (f->identity != l->identity)
				continue;
			l->own |= f->own;
			if (f->year != k->p->year)
				continue;
			l->finding = f->id;
			l->document = f->document;
			l->place = f->place;
			l->reason = l->reason.n ? l->reason : f->text;
			l->points = k->p->kind == SHEET_EMPTY && l->leaf ? f->points : l->points;
			l->lost = k->p->kind == SHEET_EMPTY && l->leaf ? f->lost : l->lost;
		}
}

static size_t year_place(struct looking *k, int year)
{
	size_t i = 0;
	while (i < k->p->before.n && k->p->before.at[i] != year)
		i++;
	if (i == k->p->before.n && i < SHEET_BEFORE)
		*vec_add(k->a, &k->p->before) = year;
	return i;
}

static void put_before(struct looking *k, int64_t identity, int year, const struct sheet_before *x)
{
	for (size_t i = 0; i < k->p->lines.n; i++) {
		struct sheet_line *l = &k->p->lines.at[i];
		size_t y = l->identity == identity ? year_place(k, year) : SHEET_BEFORE;
		if (y < SHEET_BEFORE && !l->before[y].known)
			l->before[y] = *x;
	}
}

static int newest_first(const void *x, const void *y) { return *(const int *)y - *(const int *)x; }

static bool years_before(struct looking *k, struct err *e)
{
	struct sheet_page *p = k->p;
	for (size_t i = 0; i < k->n; i++)
		if (k->of[i].set.set->year < p->year && p->before.n < SHEET_BEFORE)
			*vec_add(k->a, &p->before) = k->of[i].set.set->year;
	for (size_t i = 0; i < k->found.n; i++)
		if (k->found.at[i].year < p->year)
			year_place(k, k->found.at[i].year);
	if (p->before.n)
		qsort(p->before.at, p->before.n, sizeof *p->before.at, newest_first);
	for (size_t i = 0; i < k->n; i++) {
		const struct sheet_of_set *y = &k->of[i];
		struct scoring *g = make(k->a, struct scoring);
		if (y->set.set->year == p->year)
			continue;
		if (!score_prepare(k->a, y->set.set, g, e))
			return false;
		struct index_scored s = index_score(k->a, g, y->sheet.sheet);
		for (size_t leaf = 0; leaf < g->leaves.n; leaf++) {
			const struct set_criterion *c = &y->set.set->criteria.at[g->leaves.at[leaf]];
			struct sheet_before x = { true, c->code, s.leaf[leaf].points, c->max, lost_of(c, &s.leaf[leaf]) };
			if (s.leaf[leaf].by != BY_NOTHING && !s.leaf[leaf].excluded)
				put_before(k, y->set.identity[g->leaves.at[leaf]], y->set.set->year, &x);
		}
	}
	for (size_t i = 0; i < k->found.n; i++) {
		const struct found *f = &k->found.at[i];
		if (f->year < p->year)
			put_before(k, f->identity, f->year, &(struct sheet_before){ true, f->code, f->points, f->max, f->lost });
	}
	return true;
}

bool sheet_open(struct record *r, struct arena *a, int64_t body, int64_t cycle, int year, struct sheet_page *ret, struct err *e)
{
	struct looking k = { .r = r, .a = a, .body = body, .cycle = cycle, .p = ret };
	*ret = (struct sheet_page){ .year = year, .max = NO_POINTS, .points = NO_POINTS, .lost = NO_POINTS, .percent = -1, .state = S("open") };
	if (!repo_sheets_of(r->db, a, r->who.person, body, cycle, k.of, &k.n, e) || !read_findings(&k, e))
		return false;
	const struct sheet_of_set *now = k.n && k.of[0].set.set->year == year ? &k.of[0] : NULL;
	if (now) {
		ret->set = now->set.id;
		ret->set_name = now->set.set->name;
		ret->number = now->set.set->number;
		ret->version = now->set.set->version;
		ret->newest = now->newest;
		ret->state = now->sheet.state;
		ret->revision = now->sheet.revision;
	}
	if (now && now->set.set->version > 0) {
		struct scoring *g = make(a, struct scoring);
		ret->kind = now->sheet.id ? SHEET_KEPT : SHEET_EMPTY;
		if (!score_prepare(a, now->set.set, g, e))
			return false;
		ret->scored = index_score(a, g, now->sheet.sheet);
		put_tree(&k);
		put_findings(&k);
		sum_up(ret);
		put_totals(&k);
	} else {
		put_told(&k);
		put_findings(&k);
		ret->kind = ret->lines.n ? SHEET_TOLD : SHEET_NONE;
	}
	return years_before(&k, e) && read_proofs(&k, e);
}
