#include "core/forecast.h"
#include "base/fold.h"
#include "core/sums.h"
#include <stdlib.h>

/* -- what if ----------------------------------------------------------------------------------------- */

struct assuming { struct arena *a; const struct criteria_set *s; size_t criterion; struct exact best; struct err *e; };

static str code_of(const struct criteria_set *s, size_t criterion) { return s->criteria.at[criterion].code; }

static bool says_nothing_of_none(const struct set_criterion *c) { return c->rule->none == NONE_UNSAID && c->none == NONE_UNSAID; }

/* One value stands for all that the criterion asks: a rate for its part and whole, but not one item for a list of them. */
static bool takes_one(const struct assuming *u)
{
	const struct set_criterion *c = &u->s->criteria.at[u->criterion];
	size_t least = 0, most = 0;
	c->rule->type->inputs(c->rule, &least, &most);
	if (!most) {
		fail(u->e, ERR_INPUT, "Tiêu chí %.*s tính theo điểm của các tiêu chí khác, không theo số liệu.", SF(c->code));
		return err_hint(u->e, "Giả định cho các tiêu chí đó; điểm của tiêu chí %.*s tự đổi theo.", SF(c->code));
	}
	if (least > 1) {
		fail(u->e, ERR_INPUT, "Tiêu chí %.*s cần %zu số liệu, giả định chỉ cho được một.", SF(c->code), least);
		return err_hint(u->e, "Ghi các số liệu đó vào phiếu và dự báo lại.");
	}
	return true;
}

static bool run_value(const struct assuming *u, const struct value *v, struct rule_score *ret)
{
	const struct set_criterion *c = &u->s->criteria.at[u->criterion];
	struct rule_case one = { .max = c->max, .decimals = u->s->decimals, .at = v, .n = 1, .best = u->best };
	if (v->kind == VALUE_NONE)
		return false;
	rule_score(c->rule, &one, ret);
	return ret->state == RULE_SCORED || (ret->state == RULE_NOT_ARISEN && !says_nothing_of_none(c));
}

static bool refuse_value(const struct assuming *u, const struct value *v, const struct rule_score *s)
{
	const struct set_criterion *c = &u->s->criteria.at[u->criterion];
	if (v->kind == VALUE_NONE)
		fail(u->e, ERR_INPUT, "Giả định cho tiêu chí %.*s chưa có giá trị.", SF(c->code));
	else if (s->state == RULE_WRONG)
		fail(u->e, ERR_INPUT, "Giả định cho tiêu chí %.*s: “%.*s” %s.", SF(c->code), SF(v->printed), s->wrong);
	else if (s->state == RULE_NOT_ARISEN)
		fail(u->e, ERR_INPUT, "Bộ tiêu chí chưa nói tiêu chí %.*s được mấy điểm khi không phát sinh.", SF(c->code));
	else if (s->state == RULE_MISSING)
		fail(u->e, ERR_INPUT, "Tiêu chí %.*s cần nhiều hơn một số liệu.", SF(c->code));
	else
		fail(u->e, ERR_INPUT, "Tiêu chí %.*s chấm bằng tay; “%.*s” không cho biết mấy điểm.", SF(c->code), SF(v->printed));
	return err_hint(u->e, "Cách tính điểm của tiêu chí này: %.*s", SF(str_trim(c->rule_text)));
}

static bool leaf_with_rule(const struct criteria_set *s, size_t criterion, str code, struct err *e)
{
	if (criterion == NO_INDEX) {
		fail(e, ERR_INPUT, "Bộ tiêu chí không có tiêu chí %.*s.", SF(code));
		return err_hint(e, "Ghi mã như trong bộ tiêu chí, dấu bằng và giá trị, ví dụ: 3.2.2=95%%.");
	}
	const struct set_criterion *c = &s->criteria.at[criterion];
	if (!set_leaf(c)) {
		fail(e, ERR_INPUT, "Tiêu chí %.*s gồm các tiêu chí khác; điểm của nó là tổng của chúng.", SF(c->code));
		return err_hint(e, "Giả định cho một tiêu chí bên dưới, ví dụ %.*s.", SF(code_of(s, criterion + 1)));
	}
	if (!c->rule) {
		fail(e, ERR_INPUT, "Tiêu chí %.*s chưa có cách tính điểm mà chương trình đọc được.", SF(c->code));
		return err_hint(e, "Sửa cột Cách tính điểm (khacphuc set check cho biết chỗ sai).");
	}
	return true;
}

/* "2 sáng kiến": the number alone, where the words behind it are the criterion's own. */
static struct value without_unit(const struct assuming *u, str text)
{
	const struct set_criterion *c = &u->s->criteria.at[u->criterion];
	size_t at = str_find(text, S(" "), 0);
	str unit = fold_plain(u->a, str_sub(text, at, text.n));
	bool own = str_find(fold_plain(u->a, c->rule_text), unit, 0) < fold_plain(u->a, c->rule_text).n;
	for (size_t i = 0; i < c->inputs.n; i++) {
		str name = fold_plain(u->a, u->s->inputs.at[c->inputs.at[i]]);
		own |= str_find(name, unit, 0) < name.n;
	}
	struct value v = value_parse(u->a, str_sub(text, 0, at));
	bool figure = v.kind == VALUE_NUMBER || v.kind == VALUE_RATE || v.kind == VALUE_PERCENT;
	return unit.n && own && figure ? v : (struct value){ 0 };
}

bool assumption_parse(struct arena *a, const struct criteria_set *s, str text, struct assumption *ret, struct err *e)
{
	size_t at = str_find(text, S("="), 0);
	str code = str_trim(str_sub(text, 0, at)), value = str_trim(str_sub(text, at + 1, text.n));
	if (at == text.n || !code.n) {
		fail(e, ERR_INPUT, "“%.*s” không phải là một giả định.", SF(text));
		return err_hint(e, "Ghi mã tiêu chí, dấu bằng và giá trị, ví dụ: 3.2.2=95%%.");
	}
	/* R26 needs the best of the group, which is not known here: any will do to see whether the value is one. */
	struct assuming u = { a, s, set_find(s, code), exact_int(1), e };
	if (!leaf_with_rule(s, u.criterion, code, e) || !takes_one(&u))
		return false;
	struct rule_score score = { 0 }, bare = { 0 };
	struct value v = value_parse(a, value);
	if (!run_value(&u, &v, &score)) {
		struct value number = without_unit(&u, value);
		if (!run_value(&u, &number, &bare))
			return refuse_value(&u, &v, &score);
		v = number;
	}
	*ret = (struct assumption){ u.criterion, v };
	return true;
}

/* -- the sheet as it stands -------------------------------------------------------------------------- */

struct making {
	struct arena         *a;
	const struct scoring *g;
	const struct facts   *plan;
	struct date           today;
	int                   plan_year;       /* in which it is carried out; 0: not known */
	struct sheet          sheet;           /* as given, with what is assumed */
	struct scored        *now;             /* by leaf */
	size_t               *criterion_at, *field_at;     /* criterion of the set -> of the plan; NO_INDEX */
	const int            *times_lost;
	strs                  notes;
};

static const struct set_criterion *criterion_of(const struct making *m, size_t leaf)
{
	return &m->g->set->criteria.at[m->g->leaves.at[leaf]];
}

static struct sheet copy_of(const struct making *m, const struct sheet *t)
{
	struct sheet copy = *t;
	copy.rows.at = make_n(m->a, struct sheet_row, t->rows.n + 1);
	copy.rows.cap = t->rows.n;
	if (t->rows.n)
		memcpy(copy.rows.at, t->rows.at, t->rows.n * sizeof *t->rows.at);
	return copy;
}

static void mark(struct sheet *t, size_t leaf, points p)
{
	t->rows.at[leaf].by[ROUND_TWO] = (struct opinion){ .given = true, .points = p };
}

static void assume_none(struct making *m, size_t leaf)
{
	const struct set_criterion *c = criterion_of(m, leaf);
	enum none_arose none = c->rule->none != NONE_UNSAID ? c->rule->none : c->none;
	if (none == NONE_EXCLUDE)
		m->sheet.rows.at[leaf].applies = false;
	else
		mark(&m->sheet, leaf, none == NONE_FULL ? c->max : 0);
}

static str used_elsewhere(const struct making *m, size_t criterion)
{
	const struct criteria_set *s = m->g->set;
	const struct set_criterion *c = &s->criteria.at[criterion];
	struct buf b = buf_open(m->a);
	for (size_t i = 0; i < s->criteria.n; i++)
		for (size_t k = 0; i != criterion && k < s->criteria.at[i].inputs.n; k++)
			if (c->inputs.n && s->criteria.at[i].inputs.at[k] == c->inputs.at[0]) {
				buf_fmt(&b, "%s%.*s", b.n ? "; " : "", SF(code_of(s, i)));
				break;
			}
	return buf_str(&b);
}

/* The figure is assumed for this criterion alone: another may use it beside figures that would have to change too. */
static void note_shared(struct making *m, size_t criterion)
{
	str others = used_elsewhere(m, criterion);
	if (others.n)
		*vec_add(m->a, &m->notes) =
		    str_fmt(m->a, "Số liệu của tiêu chí %.*s dùng cả cho tiêu chí %.*s; giả định chỉ tính cho tiêu chí %.*s.",
		            SF(code_of(m->g->set, criterion)), SF(others), SF(code_of(m->g->set, criterion)));
}

static bool assume_one(struct making *m, const struct sheet *t, const struct assumption *v, struct err *e)
{
	const struct criteria_set *s = m->g->set;
	size_t criterion = v->criterion < s->criteria.n ? v->criterion : NO_INDEX;
	struct exact best = t->best && criterion != NO_INDEX ? t->best[criterion] : (struct exact){ 0 };
	struct assuming u = { m->a, s, criterion, best, e };
	struct rule_score score = { 0 };
	if (!leaf_with_rule(s, criterion, S("đó"), e) || !takes_one(&u))
		return false;
	size_t leaf = m->g->leaf_of[criterion];
	if (!t->rows.at[leaf].applies) {
		fail(e, ERR_INPUT, "Tiêu chí %.*s không áp dụng cho đơn vị này nên không giả định được.", SF(code_of(s, criterion)));
		return err_hint(e, "Bỏ giả định đó, hoặc sửa cột Áp dụng của phiếu.");
	}
	if (!run_value(&u, &v->value, &score))
		return refuse_value(&u, &v->value, &score);
	if (score.state == RULE_NOT_ARISEN)
		assume_none(m, leaf);
	else
		mark(&m->sheet, leaf, points_round(score.points, s->decimals));
	note_shared(m, criterion);
	return true;
}

/* What is made of the points of others goes on following them, where the points that stand are those that its rule gives now. */
static void let_follow(struct making *m, const struct sheet *t)
{
	score_sheet(m->g, t, m->now);
	for (size_t i = 0; i < m->g->leaves.n; i++)
		if (m->g->depends[i].n && m->now[i].rule.state == RULE_SCORED && m->now[i].points == m->now[i].by_rule)
			memset(m->sheet.rows.at[i].by, 0, sizeof m->sheet.rows.at[i].by);
}

static bool follows(const struct making *m, size_t leaf) { return m->g->depends[leaf].n && m->now[leaf].by == BY_RULE; }

static void total_of(const struct making *m, const struct scored *all, struct total *ret)
{
	size_t n = m->g->leaves.n;
	points *leaf = make_n(m->a, points, n + 1);
	bool *excluded = make_n(m->a, bool, n + 1);
	for (size_t i = 0; i < n; i++) {
		leaf[i] = all[i].points;
		excluded[i] = all[i].excluded;
	}
	score_totals(m->g, leaf, excluded, NULL, ret);
}

/* -- the plan ---------------------------------------------------------------------------------------- */

static size_t *nowhere(struct arena *a, size_t n)
{
	size_t *at = make_n(a, size_t, n + 1);
	for (size_t i = 0; i < n; i++)
		at[i] = NO_INDEX;
	return at;
}

static void note_codes(struct making *m, const char *before, const struct buf *codes, const char *after)
{
	if (codes->n)
		*vec_add(m->a, &m->notes) = str_fmt(m->a, "%s%.*s%s", before, SF(buf_str(codes)), after);
}

static void list(struct buf *b, str code) { buf_fmt(b, "%s%.*s", b->n ? "; " : "", SF(code)); }

static void join_plan(struct making *m)
{
	const struct criteria_set *s = m->g->set;
	struct buf unknown = buf_open(m->a);
	m->criterion_at = nowhere(m->a, s->criteria.n);
	m->field_at = nowhere(m->a, s->criteria.n);
	for (size_t i = 0; m->plan && i < m->plan->criteria.n; i++) {
		size_t at = set_find(s, m->plan->criteria.at[i].code);
		if (at == NO_INDEX)
			list(&unknown, m->plan->criteria.at[i].code);
		else if (m->criterion_at[at] == NO_INDEX)
			m->criterion_at[at] = i;
	}
	for (size_t i = 0; m->plan && i < m->plan->fields.n; i++) {
		size_t at = set_find(s, m->plan->fields.at[i].code);
		if (at != NO_INDEX && m->field_at[at] == NO_INDEX)
			m->field_at[at] = i;
	}
	note_codes(m, "Kế hoạch nêu tiêu chí không có trong bộ tiêu chí: ", &unknown, ".");
}

/* The year in which the plan is carried out: as it says, else that after the one whose index lost the points, else that of its date. */
static int year_of(const struct facts *plan)
{
	int year = 0;
	for (size_t i = 0; plan && i < plan->years.n; i++)
		if (plan->years.at[i].role == YEAR_MENDING && plan->years.at[i].year > year)
			year = plan->years.at[i].year;
	if (year || !plan)
		return year;
	return plan->document.cycle_year ? plan->document.cycle_year + 1 : plan->document.date.year;
}

/* What the plan says of one leaf: its own row's word, else that of the row or field above it. */
struct word_of_plan {
	const struct criterion *own;           /* its own row; NULL */
	const strs            *remedies;
	const struct due      *due;
	const struct progress *progress;
	str                    lead;
};

static void take(struct word_of_plan *w, const strs *remedies, const struct due *due, str lead)
{
	w->remedies = !w->remedies && remedies->n ? remedies : w->remedies;
	w->due = !w->due && due->kind != DUE_NONE ? due : w->due;
	w->lead = !w->lead.n ? lead : w->lead;
}

static struct word_of_plan word_of_plan(const struct making *m, size_t criterion)
{
	struct word_of_plan w = { 0 };
	for (int up = (int)criterion; up != NO_PARENT; up = m->g->parent[up]) {
		if (m->criterion_at[up] != NO_INDEX) {
			const struct criterion *c = &m->plan->criteria.at[m->criterion_at[up]];
			w.own = up == (int)criterion ? c : w.own;
			w.progress = !w.progress && c->progress.text.n ? &c->progress : w.progress;
			take(&w, &c->remedies, &c->due, c->lead);
		}
		if (m->field_at[up] != NO_INDEX) {
			const struct field *d = &m->plan->fields.at[m->field_at[up]];
			take(&w, &d->remedies, &d->due, d->lead);
		}
	}
	return w;
}

enum { NO_END = 9999 };

/* The last day of a due. Without one, that of the year in which the plan is carried out; what goes on has none. */
static struct date end_of(const struct making *m, const struct due *due)
{
	struct date d = { .year = m->plan_year };
	if (due && (due->kind == DUE_ONGOING || due->kind == DUE_WORKING_DAYS))
		return (struct date){ NO_END, 12, 31 };
	if (due && due->to.year)
		d = due->to;
	else if (due && due->to.month)
		d = (struct date){ m->plan_year, due->to.month, due->to.day };
	d.month = d.month ? d.month : 12;
	d.day = d.day ? d.day : date_last_day(d.year, d.month);
	return d;
}

static bool has(str folded, const char *words) { return str_find(folded, str_c(words), 0) < folded.n; }

/* Of the work, not of what it is about ("hồ sơ trễ hạn"). */
static bool says_late(struct arena *a, str text)
{
	static const char *const words[] = { "cham tien do", "tre tien do", "khong dung tien do", "chua dung tien do", "khong bao dam tien do",
		                             "khong dam bao tien do", "chua bao dam tien do", "chua dam bao tien do", "cham so voi ke hoach",
		                             "khong kip tien do", "khong kip thoi han" };
	str folded = fold_plain(a, text);
	for (size_t i = 0; i < COUNT(words); i++)
		if (has(folded, words[i]))
			return true;
	return false;
}

static enum chance chance_of(const struct making *m, const struct word_of_plan *w)
{
	if (w->progress && w->progress->status == STATUS_DONE)
		return CHANCE_DONE;
	if (!w->remedies)
		return CHANCE_NO_PLAN;
	struct date end = end_of(m, w->due);
	if (!end.year || date_cmp(end, m->today) < 0 || (w->progress && says_late(m->a, w->progress->text)))
		return CHANCE_LATE;
	return CHANCE_ON_TIME;
}

/* -- what can be won --------------------------------------------------------------------------------- */

static enum bucket bucket_of(const struct set_criterion *c) { return c->rule ? c->rule->bucket : BUCKET_SUM; }

/* A bonus that was not reached is not lost; a penalty is. */
static points lost_of(const struct making *m, size_t leaf)
{
	const struct set_criterion *c = criterion_of(m, leaf);
	const struct scored *s = &m->now[leaf];
	points lost = bucket_of(c) == BUCKET_PENALTY ? s->points : c->max - s->points;
	return s->excluded || bucket_of(c) == BUCKET_BONUS || lost < 0 ? 0 : lost;
}

static bool is_rate(const struct target *t)
{
	return t->unit == UNIT_PERCENT && t->value.present && (t->op == OP_GE || t->op == OP_EQ || t->op == OP_GT);
}

/* "đạt từ 90% trở lên": what the rule gives for the rate that the plan sets itself, where it sets one only and the rule takes a rate. */
static bool reach_of(const struct making *m, size_t leaf, const struct criterion *plan, points *ret)
{
	size_t rates = 0, criterion = m->g->leaves.at[leaf];
	struct value v = { .kind = VALUE_PERCENT };
	for (size_t i = 0; i < plan->targets.n; i++)
		if (is_rate(&plan->targets.at[i])) {
			v.num = plan->targets.at[i].value;
			rates++;
		}
	const struct set_criterion *c = criterion_of(m, leaf);
	size_t least = 0, most = 0;
	if (rates != 1 || !c->rule || bucket_of(c) != BUCKET_SUM)
		return false;
	c->rule->type->inputs(c->rule, &least, &most);
	struct rule_score score = { 0 };
	struct assuming u = { m->a, m->g->set, criterion, m->sheet.best ? m->sheet.best[criterion] : (struct exact){ 0 }, NULL };
	v.printed = figure_vi(m->a, v.num);
	if (least > 1 || !most || !run_value(&u, &v, &score) || score.state != RULE_SCORED)
		return false;
	*ret = points_round(score.points, m->g->set->decimals);
	return true;
}

static points winnable_of(const struct making *m, size_t leaf, const struct word_of_plan *w, points lost)
{
	if (follows(m, leaf) || !w->own)
		return follows(m, leaf) ? 0 : lost;
	points won = lost, reach = 0, planned = points_round(criterion_lost(w->own), POINTS_DECIMALS);
	if (planned > 0 && planned < won)
		won = planned;
	if (reach_of(m, leaf, w->own, &reach) && reach - m->now[leaf].points < won)
		won = reach - m->now[leaf].points;
	return won < 0 ? 0 : won;
}

/* -- the order in which to work ---------------------------------------------------------------------- */

enum turn { TURN_WORK, TURN_NOTHING, TURN_DONE };
struct ranked { struct outlook o; struct date end; enum turn turn; };

static int cmp(int64_t a, int64_t b) { return (a > b) - (a < b); }

static int by_turn(const void *p, const void *q)
{
	const struct ranked *a = p, *b = q;
	if (a->turn != b->turn)
		return cmp(a->turn, b->turn);
	int64_t x = a->o.winnable, y = b->o.winnable, for_x = a->o.effort ? a->o.effort : 1, for_y = b->o.effort ? b->o.effort : 1;
	int order = cmp(y * for_x, x * for_y);
	order = order ? order : a->turn == TURN_WORK ? date_cmp(a->end, b->end) : cmp(b->o.lost, a->o.lost);
	order = order ? order : cmp(b->o.times_lost, a->o.times_lost);
	return order ? order : (a->o.criterion > b->o.criterion) - (a->o.criterion < b->o.criterion);
}

static str when_of(const struct making *m, const struct ranked *r)
{
	if (r->o.due.kind == DUE_NONE)
		return r->end.year ? str_fmt(m->a, "không ghi thời hạn, tính đến hết năm %d", r->end.year) : S("không ghi thời hạn");
	if (r->o.due.text.n)
		return str_fmt(m->a, "thời hạn: %.*s", SF(str_trim(r->o.due.text)));
	if (r->end.year == NO_END)
		return S("thực hiện thường xuyên");
	return str_fmt(m->a, "thời hạn: %d/%d/%d", r->end.day, r->end.month, r->end.year);
}

static str per_effort(const struct making *m, const struct outlook *o)
{
	points each = points_round(exact_div(points_exact(o->winnable), exact_int(o->effort)), 3);
	return o->effort > 1 ? str_fmt(m->a, " với %d giải pháp (mỗi giải pháp %.*s điểm)", o->effort, SF(points_vi(m->a, each)))
			     : S(" với 1 giải pháp");
}

static str work_why(const struct making *m, const struct ranked *r)
{
	struct buf b = buf_open(m->a);
	const struct outlook *o = &r->o;
	buf_fmt(&b, "Lấy lại %.*s điểm%.*s; %.*s", SF(points_vi(m->a, o->winnable)), SF(per_effort(m, o)), SF(when_of(m, r)));
	if (o->chance == CHANCE_LATE)
		buf_fmt(&b, " (chậm)");
	if (o->times_lost)
		buf_fmt(&b, "; đã mất điểm %d năm trước đó", o->times_lost);
	buf_fmt(&b, ".");
	return buf_str(&b);
}

static str why_of(const struct making *m, const struct ranked *r)
{
	str lost = points_vi(m->a, r->o.lost), won = points_vi(m->a, r->o.winnable);
	if (follows(m, m->g->leaf_of[r->o.criterion]))
		return str_fmt(m->a, "Mất %.*s điểm; tính theo điểm của các tiêu chí khác, tự tăng khi các tiêu chí đó tăng.", SF(lost));
	if (r->o.chance == CHANCE_NO_PLAN)
		return str_fmt(m->a, "Mất %.*s điểm, chưa có giải pháp trong kế hoạch.", SF(lost));
	if (r->o.chance == CHANCE_DONE)
		return str_fmt(m->a, "Đã làm xong; lấy lại %.*s điểm khi được công nhận.", SF(won));
	if (!r->o.winnable)
		return str_fmt(m->a, "Mất %.*s điểm; đạt mục tiêu của kế hoạch cũng không thêm điểm nào.", SF(lost));
	return work_why(m, r);
}

static struct ranked rank_of(const struct making *m, size_t leaf)
{
	size_t criterion = m->g->leaves.at[leaf];
	struct word_of_plan w = word_of_plan(m, criterion);
	struct ranked r = { .o = { .criterion = criterion, .lost = lost_of(m, leaf), .chance = chance_of(m, &w) } };
	r.o.due = w.due ? *w.due : (struct due){ 0 };
	r.o.lead = w.lead;
	r.o.remedy = w.remedies ? w.remedies->at[0] : S("");
	r.o.effort = w.remedies && r.o.chance != CHANCE_DONE ? (int)w.remedies->n : 0;
	r.o.times_lost = m->times_lost ? m->times_lost[criterion] : 0;
	r.o.winnable = r.o.chance == CHANCE_NO_PLAN ? 0 : winnable_of(m, leaf, &w, r.o.lost);
	r.end = end_of(m, w.due);
	r.turn = r.o.chance == CHANCE_DONE ? TURN_DONE : r.o.winnable ? TURN_WORK : TURN_NOTHING;
	r.o.why = why_of(m, &r);
	return r;
}

/* Of a leaf of which nothing is known nothing is known to be lost, unless the plan names it. */
static bool is_open(const struct making *m, size_t leaf)
{
	bool unknown = m->now[leaf].by == BY_NOTHING && m->criterion_at[m->g->leaves.at[leaf]] == NO_INDEX;
	return !unknown && lost_of(m, leaf) > 0;
}

static void put_in_order(struct making *m, struct forecast *f)
{
	size_t n = 0;
	struct ranked *all = make_n(m->a, struct ranked, m->g->leaves.n + 1);
	for (size_t i = 0; i < m->g->leaves.n; i++)
		if (is_open(m, i))
			all[n++] = rank_of(m, i);
	qsort(all, n, sizeof *all, by_turn);
	for (size_t i = 0; i < n; i++)
		*vec_add(m->a, &f->order) = all[i].o;
}

/* -- notes ------------------------------------------------------------------------------------------- */

/* A plan whose codes are those of another year's set would be joined to the wrong criteria. */
static bool of_another_set(const struct making *m, size_t criterion)
{
	points max;
	if (m->criterion_at[criterion] == NO_INDEX)
		return false;
	const struct criterion *c = &m->plan->criteria.at[m->criterion_at[criterion]];
	return points_of_figure(c->max, &max) && max != m->g->set->criteria.at[criterion].max;
}

static void note_leaves(struct making *m, const struct forecast *f)
{
	struct buf unknown = buf_open(m->a), kept = buf_open(m->a), open = buf_open(m->a), other = buf_open(m->a);
	for (size_t i = 0; i < m->g->leaves.n; i++) {
		size_t criterion = m->g->leaves.at[i];
		if (of_another_set(m, criterion))
			list(&other, code_of(m->g->set, criterion));
		if (m->now[i].by == BY_NOTHING && !m->now[i].excluded)
			list(&unknown, code_of(m->g->set, criterion));
		else if (m->criterion_at[criterion] != NO_INDEX && !lost_of(m, i))
			list(&kept, code_of(m->g->set, criterion));
	}
	for (size_t i = 0; i < f->order.n; i++)
		if (f->order.at[i].chance == CHANCE_NO_PLAN && !follows(m, m->g->leaf_of[f->order.at[i].criterion]))
			list(&open, code_of(m->g->set, f->order.at[i].criterion));
	note_codes(m, "Chưa có điểm, các tổng tính là 0: ", &unknown, ".");
	note_codes(m, "Kế hoạch ghi điểm tối đa khác bộ tiêu chí, có thể lập theo bộ khác: ", &other, ".");
	note_codes(m, "Kế hoạch nêu tiêu chí không mất điểm trong phiếu: ", &kept, ".");
	if (m->plan)
		note_codes(m, "Mất điểm mà kế hoạch chưa có giải pháp: ", &open, ".");
}

/* -------------------------------------------------------------------------------------------------- */

static points after(const struct making *m, size_t leaf, points won)
{
	points now = m->now[leaf].points;
	return bucket_of(criterion_of(m, leaf)) == BUCKET_PENALTY ? now - won : now + won;
}

/* With all that is at least so sure. */
static void total_with(const struct making *m, const struct forecast *f, enum chance least, struct total *ret)
{
	struct sheet t = copy_of(m, &m->sheet);
	struct scored *all = make_n(m->a, struct scored, m->g->leaves.n + 1);
	for (size_t i = 0; i < f->order.n; i++) {
		const struct outlook *o = &f->order.at[i];
		size_t leaf = m->g->leaf_of[o->criterion];
		if (o->chance <= least && o->winnable)
			mark(&t, leaf, after(m, leaf, o->winnable));
	}
	score_sheet(m->g, &t, all);
	total_of(m, all, ret);
}

bool forecast_make(struct arena *a, const struct scoring *g, const struct sheet *t, const struct facts *plan, struct date today,
                   const struct assumption *assume, size_t n_assume, const int *times_lost, struct forecast *ret, struct err *e)
{
	struct making m = { .a = a, .g = g, .plan = plan, .today = today, .plan_year = year_of(plan), .times_lost = times_lost };
	struct forecast f = { 0 };
	m.sheet = copy_of(&m, t);
	m.now = make_n(a, struct scored, g->leaves.n + 1);
	score_sheet(g, t, m.now);
	total_of(&m, m.now, &f.now);
	let_follow(&m, t);
	f.assuming = n_assume > 0;
	for (size_t i = 0; i < n_assume; i++)
		if (!assume_one(&m, t, &assume[i], e))
			return false;
	score_sheet(g, &m.sheet, m.now);
	total_of(&m, m.now, &f.assumed);
	join_plan(&m);
	put_in_order(&m, &f);
	note_leaves(&m, &f);
	total_with(&m, &f, CHANCE_DONE, &f.done);
	total_with(&m, &f, CHANCE_ON_TIME, &f.on_time);
	total_with(&m, &f, CHANCE_LATE, &f.all);
	f.notes = m.notes;
	*ret = f;
	return true;
}
