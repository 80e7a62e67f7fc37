#include "core/rule_settle.h"
#include "base/fold.h"

/* What type a rule is follows from its first part; where all are labels with what they give, from the labels. */

str settle_folded(struct reading *r, str s) { return fold_plain(r->a, s); }

bool settle_is_any(struct reading *r, str words, const char *const *of, size_t n)
{
	str f = settle_folded(r, words);
	for (size_t i = 0; i < n; i++)
		if (str_eq(f, str_c(of[i])))
			return true;
	return false;
}

bool settle_wrong(struct settling *s, const struct part *p, const char *message, const char *hint)
{
	rule_fault(s->r, p->from, p->to, "%s", message);
	return rule_hint(s->r, "%s", hint);
}

bool settle_unlike(struct settling *s, const struct part *p, const char *message, const struct rule_type *t)
{
	rule_fault(s->r, p->from, p->to, "%s", message);
	return rule_hint(s->r, "Viết như: “%s”.", t->example);
}

struct clause *settle_add_clause(struct settling *s, clauses *to, const struct part *p, str words)
{
	struct clause *c = vec_add(s->r->a, to);
	*c = (struct clause){ .words = words, .gives = p->gives, .at = p->from };
	return c;
}

/* -- points within the maximum ------------------------------------------------------------------------------ */

/* A bonus or penalty without a maximum of its own has 0. */
static bool limited(const struct settling *s) { return s->r->max > 0 || (s->r->max == 0 && s->rule->bucket == BUCKET_SUM); }

static bool within(struct settling *s, struct figure given, struct fault at)
{
	if (!limited(s) || exact_cmp(exact_of(given), points_exact(s->r->max)) <= 0)
		return true;
	rule_fault(s->r, at.from, at.to, "%.*s điểm vượt điểm tối đa %.*s.", SF(figure_vi(s->r->a, given)),
	           SF(points_vi(s->r->a, s->r->max)));
	return rule_hint(s->r, "Sửa số điểm này, hoặc sửa điểm tối đa của tiêu chí.");
}

bool settle_gives_fits(struct settling *s, const struct part *p)
{
	if (p->gives.kind == GIVES_POINTS)
		return within(s, p->gives.points, p->value);
	if (p->gives.kind == GIVES_SHARE &&
	    exact_cmp(exact_of(p->gives.share.at), exact_int(p->gives.share.percent ? 100 : 1)) > 0) {
		rule_fault(s->r, p->value.from, p->value.to, "Phần này vượt điểm tối đa: nhiều nhất là 100%%.");
		return rule_hint(s->r, "Viết “điểm tối đa”, hoặc phần nhỏ hơn 100%%.");
	}
	return true;
}

/* "tỷ lệ × 2 điểm" where 2 is the maximum */
bool settle_full_fits(struct settling *s, const struct part *p)
{
	if (!p->full.present || s->r->max < 0 || !exact_cmp(exact_of(p->full), points_exact(s->r->max)))
		return true;
	rule_fault(s->r, p->value.from, p->value.to, "Tỷ lệ nhân %.*s điểm, nhưng điểm tối đa của tiêu chí là %.*s.",
	           SF(figure_vi(s->r->a, p->full)), SF(points_vi(s->r->a, s->r->max)));
	return rule_hint(s->r, "Viết “× điểm tối đa”.");
}

bool settle_is_full(const struct settling *s, const struct gives *g)
{
	return g->kind == GIVES_MAX ||
	       (g->kind == GIVES_POINTS && (s->r->max < 0 || !exact_cmp(exact_of(g->points), points_exact(s->r->max))));
}

bool settle_is_nothing(const struct gives *g)
{
	return (g->kind == GIVES_POINTS && !g->points.digits) || (g->kind == GIVES_SHARE && !g->share.at.digits);
}

str settle_label_words(struct settling *s, const struct part *p)
{
	return rule_small(s->r->a, rule_clean(s->r->a, rule_src(s->r, p->label.from, p->label.to)));
}

bool settle_is_plain(const struct part *p) { return p->kind == PART_GIVES && !p->bounded && !p->rest; }

/* -- the other types ----------------------------------------------------------------------------------------------- */

/* Nothing but these parts; the first that is something else is named. */
static bool only(struct settling *s, size_t from, unsigned kinds, const struct rule_type *t)
{
	for (size_t i = from; i < s->n; i++)
		if (!(kinds & 1U << s->at[i]->kind))
			return settle_unlike(s, s->at[i], "Mức này không đi cùng cách tính ở trước nó.", t);
	return true;
}

static bool settle_floor(struct settling *s)
{
	if (s->n == 1)
		return true;
	const struct part *p = s->at[1];
	bool floor = p->kind == PART_GIVES && p->bounded && !p->dash && !p->low.at.at.present && !p->high.closed &&
	             settle_is_nothing(&p->gives);
	if (!floor || s->n > 2)
		return settle_wrong(s, s->at[floor ? 2 : 1], "Sau tỷ lệ nhân điểm tối đa chỉ có thể có mức sàn, rồi “không phát sinh”.",
		             "Viết mức sàn ví dụ “dưới 0,8: 0 điểm”; nhiều mức thì viết “Từ 95% trở lên: điểm tối đa; từ 70% đến dưới 95%: tỷ lệ × điểm tối đa; …”.");
	struct exact v = exact_of(p->high.at.at);
	if (v.num <= 0 || exact_cmp(v, exact_int(p->high.at.percent ? 100 : 1)) > 0)
		return settle_wrong(s, p, "Mức sàn của một tỷ lệ phải lớn hơn 0 và không quá 100%.", "Viết ví dụ “dưới 80%: 0 điểm”.");
	s->rule->floor = p->high.at;
	return true;
}

static bool settle_weights(struct settling *s, clauses *to, const struct part *list, bool shares)
{
	for (const struct part *p = list; p; p = p->next) {
		struct portion w = p->gives.kind == GIVES_POINTS ? (struct portion){ p->gives.points, false } : p->gives.share;
		if (p->kind != PART_AMOUNT || !w.at.present)
			return settle_wrong(s, p, "Thiếu trọng số sau tên này.", "Viết ví dụ “đã khắc phục 1; đang khắc phục 0,5; chưa khắc phục 0”.");
		if (shares && exact_cmp(exact_of(w.at), exact_int(w.percent ? 100 : 1)) > 0)
			return settle_wrong(s, p, "Trọng số này vượt 1, nên kết quả có thể vượt điểm tối đa.", "Trọng số từ 0 đến 1, hoặc từ 0% đến 100%.");
		struct clause *c = settle_add_clause(s, to, p, rule_small(s->r->a, p->name));
		c->gives = (struct gives){ .kind = GIVES_SHARE, .share = w };
	}
	return true;
}

static bool settle_product(struct settling *s)
{
	struct part *p = s->at[0];
	struct rule *rule = s->rule;
	if (!settle_full_fits(s, p))
		return false;
	rule->what = rule_small(s->r->a, p->name);
	str f = settle_folded(s->r, p->name);
	switch ((int)p->kind) {
	case PART_RATIO:
		rule->type = s->n > 1 ? &rule_floor : &rule_ratio;
		if (p->bare && (str_starts(f, S("so ")) || str_starts(f, S("tong "))) && str_find(f, S("/"), 0) == f.n)
			return settle_unlike(s, p, "Số lượng không nhân được với điểm tối đa: cần một tỷ lệ.", &rule_ratio);
		break;
	case PART_TARGET:
		rule->type = &rule_target;
		rule->target = p->target;
		if (!p->target.at.digits)
			return settle_unlike(s, p, "Mục tiêu không thể bằng 0.", &rule_target);
		break;
	case PART_IMPORTED:
		rule->type = &rule_imported;
		rule->what = p->name;
		break;
	case PART_GROUP:
		rule->type = &rule_group;
		return only(s, 1, 0, &rule_group);
	case PART_WEIGHTED:
		rule->type = &rule_weighted;
		if (!settle_weights(s, &rule->clauses, p->list, true))
			return false;
		break;
	case PART_DERIVED:
		rule->type = &rule_derived;
		rule->codes = s->r->codes;
		rule->except = s->r->except;
		break;
	default:
		rule->type = &rule_survey;
		break;
	}
	return settle_floor(s);
}

static bool settle_every(struct settling *s)
{
	bool gains = s->at[0]->kind == PART_GETS;
	s->rule->type = gains ? &rule_count : &rule_deduction;
	if (!only(s, 0, 1U << s->at[0]->kind, gains ? &rule_count : &rule_deduction))
		return false;
	for (size_t i = 0; i < s->n; i++) {
		const struct part *p = s->at[i];
		if (p->gives.kind == GIVES_RATE)
			return settle_unlike(s, p, "Điểm cho mỗi đơn vị không tính theo tỷ lệ.", gains ? &rule_count : &rule_deduction);
		if (!settle_gives_fits(s, p))
			return false;
		settle_add_clause(s, &s->rule->clauses, p, rule_small(s->r->a, p->name));
	}
	return true;
}

static bool settle_checklist(struct settling *s)
{
	struct rule *rule = s->rule;
	rule->type = &rule_checklist;
	rule->scale = s->at[0]->scale;
	if (rule->scale.present && !rule->scale.digits)
		return settle_wrong(s, s->at[0], "Thang điểm không thể bằng 0.", "Viết ví dụ “Tổng điểm các mục đạt (thang điểm 100): …”.");
	if (!rule->scale.present && s->n == 1)
		return settle_unlike(s, s->at[0], "Thiếu các mục và điểm của từng mục.", &rule_checklist);
	for (size_t i = 1; i < s->n; i++) {
		struct part *p = s->at[i];
		if (p->kind != PART_AMOUNT && p->kind != PART_GIVES)
			return settle_unlike(s, p, "Thiếu điểm của mục này.", &rule_checklist);
		if (p->gives.kind == GIVES_RATE || p->rest)
			return settle_unlike(s, p, "Mỗi mục phải có tên và số điểm.", &rule_checklist);
		if (p->kind == PART_AMOUNT && p->gives.kind == GIVES_SHARE && !exact_cmp(exact_of(p->gives.share.at), exact_int(100)))
			p->gives = (struct gives){ .kind = GIVES_MAX };
		if (rule->scale.present) {
			if (p->gives.kind != GIVES_POINTS || exact_cmp(exact_of(p->gives.points), exact_of(rule->scale)) > 0)
				return settle_wrong(s, p, "Điểm của mục này phải là một số trong thang điểm.", "Ghi số điểm không vượt thang điểm.");
		} else if (!settle_gives_fits(s, p)) {
			return false;
		}
		settle_add_clause(s, &rule->clauses, p, p->kind == PART_AMOUNT ? rule_small(s->r->a, p->name) : settle_label_words(s, p));
	}
	return true;
}

static bool settle_conditions(struct settling *s)
{
	const struct part *p = s->at[0];
	s->rule->type = &rule_conditions;
	if (!settle_is_full(s, &p->gives) || (s->n > 1 && s->at[1]->kind == PART_LACKING && !settle_is_nothing(&s->at[1]->gives)))
		return settle_wrong(s, settle_is_full(s, &p->gives) ? s->at[1] : p, "Đủ các điều kiện thì được điểm tối đa, thiếu một thì 0 điểm.",
		             "Muốn mỗi điều kiện có điểm riêng, viết “Tổng điểm các mục đạt: …”.");
	if (!only(s, 1, 1U << PART_LACKING, &rule_conditions))
		return false;
	if (s->n > 2)
		return settle_unlike(s, s->at[2], "“Thiếu một điều kiện” chỉ viết một lần.", &rule_conditions);
	for (const struct part *c = p->list; c; c = c->next)
		settle_add_clause(s, &s->rule->clauses, c, rule_small(s->r->a, c->name));
	return true;
}

static bool settle_survey(struct settling *s)
{
	struct rule *rule = s->rule;
	rule->type = &rule_survey;
	if (s->n > 1 && s->at[1]->kind == PART_RATIO) {
		if (s->at[0]->list)
			return settle_unlike(s, s->at[0], "Nhiều nhóm được hỏi thì phải ghi các mức trả lời.", &rule_survey);
		rule->what = rule_small(s->r->a, s->at[1]->name);
		if (!settle_full_fits(s, s->at[1]))
			return false;
		s->at++;
		s->n--;
		return settle_floor(s);
	}
	for (size_t i = 1; i < s->n; i++) {
		struct part *p = s->at[i];
		p->next = NULL;
		if (!settle_weights(s, &rule->clauses, p, true))
			return false;
	}
	return settle_weights(s, &rule->groups, s->at[0]->list, false);
}

static bool settle_marks(struct settling *s)
{
	s->rule->type = &rule_marks;
	if (!only(s, 1, 1U << PART_NAME, &rule_marks))
		return false;
	for (size_t i = 1; i < s->n; i++)
		settle_add_clause(s, &s->rule->clauses, s->at[i], s->at[i]->name);
	return true;
}

static bool settle_sample(struct settling *s)
{
	const struct part *p = s->at[0];
	struct rule *rule = s->rule;
	rule->type = &rule_sample;
	if (!only(s, 1, 0, &rule_sample) || !settle_gives_fits(s, p))
		return false;
	if (p->sample.scale || p->sample.digits < 1 || p->sample.digits > 1000000)
		return settle_unlike(s, p, "Số được kiểm tra phải là số nguyên từ 1 đến 1000000.", &rule_sample);
	if (p->gives.kind == GIVES_RATE)
		return settle_unlike(s, p, "Điểm trừ cho mỗi lỗi không tính theo tỷ lệ.", &rule_sample);
	rule->sample = (int)p->sample.digits;
	rule->unit = p->tail;
	settle_add_clause(s, &rule->clauses, p, rule_small(s->r->a, p->name));
	return true;
}

static bool settle_hand(struct settling *s)
{
	const struct part *p = s->at[0];
	struct rule *rule = s->rule;
	rule->type = &rule_hand;
	rule->least = p->least;
	rule->most = p->most;
	rule->step = p->step;
	if (!only(s, 1, 0, &rule_hand) || !within(s, p->most, p->value))
		return false;
	if (exact_cmp(exact_of(p->least), exact_of(p->most)) > 0)
		return settle_unlike(s, p, "Điểm ít nhất lớn hơn điểm nhiều nhất.", &rule_hand);
	if (p->step.present && !p->step.digits)
		return settle_unlike(s, p, "Bước điểm không thể bằng 0.", &rule_hand);
	return true;
}

static bool settle_best(struct settling *s)
{
	s->rule->type = &rule_best;
	s->rule->sub = s->at[0]->sub;
	if (s->rule->sub.n < 2)
		return settle_unlike(s, s->at[0], "Cần ít nhất hai cách tính để lấy cách cao nhất.", &rule_best);
	for (size_t i = 0; i < s->rule->sub.n; i++)
		if (!s->rule->sub.at[i] || s->rule->sub.at[i]->bucket != BUCKET_SUM)
			return settle_unlike(s, s->at[0], "“Điểm thưởng”, “điểm phạt” chỉ đứng trước cả cách tính.", &rule_best);
	return only(s, 1, 0, &rule_best);
}

static bool settle_formula(struct settling *s)
{
	s->rule->type = &rule_formula;
	s->rule->expr = s->at[0]->expr;
	return only(s, 1, 0, &rule_formula);
}

static bool settle_first(struct settling *s)
{
	switch (s->at[0]->kind) {
	case PART_GIVES: return settle_labels(s);
	case PART_RATIO: case PART_TARGET: case PART_IMPORTED: case PART_GROUP: case PART_WEIGHTED: case PART_DERIVED:
	case PART_SURVEY_RATE:
		return settle_product(s);
	case PART_GETS: case PART_LOSES: return settle_every(s);
	case PART_CHECKLIST: return settle_checklist(s);
	case PART_SURVEY: return settle_survey(s);
	case PART_MARKS: return settle_marks(s);
	case PART_CONDITIONS: return settle_conditions(s);
	case PART_SAMPLE: return settle_sample(s);
	case PART_BEST: return settle_best(s);
	case PART_FORMULA: return settle_formula(s);
	case PART_HAND: return settle_hand(s);
	case PART_LACKING: return settle_unlike(s, s->at[0], "Thiếu các điều kiện ở trước.", &rule_conditions);
	case PART_AMOUNT:
		return settle_wrong(s, s->at[0], "Không rõ chọn một mức hay cộng các mục.",
		             "Nếu cộng, viết “Tổng điểm các mục đạt: có kế hoạch 0,5; …”; nếu chọn một, viết dấu “:” trước số điểm.");
	case PART_NAME: case PART_NONE: default:
		rule_unexpected(s->r, &(struct word){ .kind = 1, .from = s->at[0]->from, .to = s->at[0]->to });
		return false;
	}
}

/* -- not arisen ------------------------------------------------------------------------------------------------------ */

/* "Không phát sinh hồ sơ: điểm tối đa" behind what is no list of options says the same. */
static bool says_not_arisen(struct settling *s, const struct part *p)
{
	bool others = s->n > 1 && !settle_is_plain(s->at[0]);
	return others && settle_is_plain(p) && str_starts(settle_folded(s->r, settle_label_words(s, p)), S("khong phat sinh ")) &&
	       (settle_is_full(s, &p->gives) || settle_is_nothing(&p->gives));
}

static bool take_none(struct settling *s)
{
	struct part *last = s->at[s->n - 1];
	for (size_t i = 0; i + 1 < s->n; i++)
		if (s->at[i]->kind == PART_NONE)
			return settle_wrong(s, s->at[i], "“Không phát sinh” phải là mức cuối.", "Đưa mức này xuống cuối.");
	if (last->kind == PART_NONE)
		s->rule->none = last->none;
	else if (says_not_arisen(s, last))
		s->rule->none = settle_is_nothing(&last->gives) ? NONE_ZERO : NONE_FULL;
	else
		return true;
	s->n--;
	return true;
}

struct rule *rule_settle(struct reading *r, enum bucket bucket, struct part *list)
{
	parts all = { 0 };
	struct settling s = { .r = r, .rule = make(r->a, struct rule) };
	if (r->failed)
		return NULL;
	s.rule->bucket = bucket;
	for (struct part *p = list; p; p = p->next)
		*vec_add(r->a, &all) = p;
	s.at = all.at;
	s.n = all.n;
	if (!take_none(&s))
		return NULL;
	if (!s.n)
		s.rule->type = &rule_hand;
	else if (!settle_first(&s))
		return NULL;
	return r->failed ? NULL : s.rule;
}
