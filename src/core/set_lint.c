#include "core/score.h"
#include "core/wording.h"

struct linting { struct arena *a; const struct criteria_set *s; lints all; };

static struct lint *tell(struct linting *l, enum severity how, size_t criterion, str message, str hint)
{
	struct lint *one = vec_add(l->a, &l->all);
	*one = (struct lint){ .severity = how, .criterion = criterion, .message = message, .hint = hint };
	return one;
}

#define WRONG(l, i, hint, ...) tell((l), SEVERITY_ERROR, (i), str_fmt((l)->a, __VA_ARGS__), S(hint))
#define LOOK(l, i, hint, ...)  tell((l), SEVERITY_WARNING, (i), str_fmt((l)->a, __VA_ARGS__), S(hint))

/* -- the set itself ---------------------------------------------------------------------------------- */

static void lint_classes(struct linting *l)
{
	const struct criteria_set *s = l->s;
	for (size_t i = 1; i < s->classes.n; i++)
		if (s->classes.at[i].from >= s->classes.at[i - 1].from)
			WRONG(l, NO_INDEX, "Ghi các mức xếp loại từ cao xuống thấp, mỗi mức một cận dưới khác nhau.",
			      "Xếp loại “%.*s” có cận dưới không thấp hơn “%.*s” đứng trước.", SF(s->classes.at[i].name),
			      SF(s->classes.at[i - 1].name));
	for (size_t i = 0; i < s->classes.n; i++)
		if (s->classes.at[i].from > 10000)
			LOOK(l, NO_INDEX, "Ghi tỷ lệ thấp nhất của mức này, nhiều nhất là 100%.", "Xếp loại “%.*s” có cận dưới trên 100%%: không đơn vị nào đạt.",
			     SF(s->classes.at[i].name));
	if (s->classes.n && s->classes.at[s->classes.n - 1].from)
		WRONG(l, NO_INDEX, "Cho mức thấp nhất cận dưới 0, để đơn vị nào cũng có xếp loại.",
		      "Xếp loại thấp nhất “%.*s” không bắt đầu từ 0.", SF(s->classes.at[s->classes.n - 1].name));
	if (!s->classes.n)
		LOOK(l, NO_INDEX, "Thêm các dòng “Xếp loại: <tên>” kèm tỷ lệ thấp nhất của mỗi mức vào sheet Bộ tiêu chí.",
		     "Bộ tiêu chí chưa có mức xếp loại nào.");
}

static void lint_head(struct linting *l)
{
	const struct criteria_set *s = l->s;
	if (!s->criteria.n)
		WRONG(l, NO_INDEX, "Điền các tiêu chí vào sheet Tiêu chí, mỗi tiêu chí một dòng.", "Bộ tiêu chí không có tiêu chí nào.");
	if (s->decimals != 2 && s->decimals != 3)
		WRONG(l, NO_INDEX, "Ghi 2 hoặc 3.", "Số chữ số thập phân là %d.", s->decimals);
	if (!s->year)
		LOOK(l, NO_INDEX, "Ghi năm vào dòng Năm của sheet Bộ tiêu chí.", "Chưa rõ bộ tiêu chí của năm nào.");
	if (!s->level.n)
		LOOK(l, NO_INDEX, "Ghi bộ, tỉnh, sở, huyện hoặc xã vào dòng Cấp của sheet Bộ tiêu chí.", "Chưa rõ bộ tiêu chí của cấp nào.");
	lint_classes(l);
}

/* -- codes and parents ------------------------------------------------------------------------------- */

static bool under(const struct criteria_set *s, size_t i, size_t above)
{
	for (int up = s->criteria.at[i].parent; up != NO_PARENT; up = s->criteria.at[up].parent)
		if ((size_t)up == above)
			return true;
	return false;
}

static void lint_code(struct linting *l, size_t i)
{
	const struct criteria_set *s = l->s;
	const struct set_criterion *c = &s->criteria.at[i];
	size_t first = set_find(s, c->code);
	if (!str_trim(c->code).n) {
		WRONG(l, i, "Ghi mã như trong quyết định.", "Tiêu chí “%.*s” không có mã.", SF(c->name));
		return;
	}
	if (first != i)
		WRONG(l, i, "Mỗi tiêu chí một mã; sửa một trong hai.", "Mã %.*s có hai lần: “%.*s” và “%.*s”.", SF(c->code),
		      SF(first == NO_INDEX ? c->name : s->criteria.at[first].name), SF(c->name));
	for (size_t k = i + 1; k < s->criteria.n; k++)
		if (c->parent != (int)k && code_under(c->code, s->criteria.at[k].code) && s->criteria.at[k].parent != (int)i &&
		    (c->parent == NO_PARENT || s->criteria.at[k].code.n > s->criteria.at[c->parent].code.n)) {
			WRONG(l, i, "Chuyển dòng của tiêu chí cha lên trước các tiêu chí con.", "Tiêu chí %.*s đứng trước tiêu chí cha %.*s.", SF(c->code),
			      SF(s->criteria.at[k].code));
			break;
		}
	if (i && c->parent != NO_PARENT && (size_t)c->parent != i - 1 && !under(s, i - 1, (size_t)c->parent))
		WRONG(l, i, "Chuyển dòng vào cùng chỗ với các tiêu chí khác của tiêu chí cha.", "Tiêu chí %.*s không đứng trong phần của %.*s.",
		      SF(c->code), SF(s->criteria.at[c->parent].code));
	str above = code_above(c->code);
	bool counted = c->parent == NO_PARENT || code_under(c->code, s->criteria.at[c->parent].code);      /* not below "I" */
	if (counted && above.n && memchr(c->code.p, '.', c->code.n) && set_find(s, above) == NO_INDEX)
		LOOK(l, i, "Thêm dòng của tiêu chí cha vào trước, hoặc sửa mã.", "Tiêu chí %.*s không có tiêu chí cha %.*s trong bộ.", SF(c->code), SF(above));
	if (!c->name.n)
		LOOK(l, i, "Ghi tên tiêu chí.", "Tiêu chí %.*s không có tên.", SF(c->code));
	for (size_t k = 0; c->id.n && k < i; k++)
		if (str_eq(s->criteria.at[k].id, c->id)) {
			WRONG(l, i, "Xóa một trong hai định danh; chương trình đặt lại.", "Hai tiêu chí %.*s và %.*s cùng định danh “%.*s”.",
			      SF(s->criteria.at[k].code), SF(c->code), SF(c->id));
			break;
		}
}

static void lint_parent(struct linting *l, size_t i)
{
	const struct criteria_set *s = l->s;
	const struct set_criterion *c = &s->criteria.at[i];
	struct buf b = buf_open(l->a);
	points sum = 0;
	bool inside = false;
	for (size_t k = i + 1; k < s->criteria.n; k++) {
		const struct set_criterion *d = &s->criteria.at[k];
		if (d->parent != (int)i || (set_leaf(d) && d->rule && d->rule->bucket != BUCKET_SUM))
			continue;
		str p = points_vi(l->a, d->max);
		buf_fmt(&b, "%s%.*s", inside ? " + " : "", SF(p));
		sum += d->max;
		inside = true;
	}
	if (c->max_printed && inside && sum != c->max) {
		str printed = points_vi(l->a, c->max), added = points_vi(l->a, sum);
		WRONG(l, i, "Sửa điểm của tiêu chí cha, hoặc của một tiêu chí con, theo quyết định.",
		      "Tiêu chí %.*s ghi %.*s điểm, nhưng các tiêu chí con cộng lại %s = %.*s.", SF(c->code), SF(printed), b.p, SF(added));
	}
	if (str_trim(c->rule_text).n)
		WRONG(l, i, "Xóa cách tính điểm của tiêu chí cha, hoặc bỏ các tiêu chí con.",
		      "Tiêu chí %.*s có tiêu chí con nên không có cách tính điểm riêng.", SF(c->code));
}

/* -- leaves ------------------------------------------------------------------------------------------ */

/* Does 0/0 come up with this rule? It is asked itself. */
static bool may_not_arise(struct arena *a, const struct set_criterion *c)
{
	struct value *zero = make_n(a, struct value, c->inputs.n + 1);
	struct rule_score r = { 0 };
	for (size_t i = 0; i < c->inputs.n; i++)
		zero[i] = value_parse(a, c->inputs.n == 1 ? S("0/0") : S("0"));
	if (!c->inputs.n || c->inputs.n > 2)
		return false;
	rule_score(c->rule, &(struct rule_case){ .max = c->max, .decimals = 2, .at = zero, .n = c->inputs.n }, &r);
	return r.state == RULE_NOT_ARISEN;
}

/* -- names of inputs ----------------------------------------------------------------------------------- */

static str joined(struct arena *a, const strs *names)
{
	struct buf b = buf_open(a);
	for (size_t i = 0; i < names->n; i++)
		buf_fmt(&b, "%s“%.*s”", i ? ", " : "", SF(names->at[i]));
	return buf_str(&b);
}

static bool holds_words(str s, str words)
{
	for (size_t at = 0; words.n && (at = str_find(s, words, at)) < s.n; at++)
		if ((!at || s.p[at - 1] == ' ') && (at + words.n == s.n || s.p[at + words.n] == ' '))
			return true;
	return false;
}

/* How much a name and the words of a clause are one: the same most of all, then the longer what they share. */
static size_t likeness(str name, str words)
{
	if (str_eq(name, words))
		return (size_t)-1;
	return holds_words(name, words) ? words.n : holds_words(words, name) ? name.n : 0;
}

static size_t clause_named(const clauses *list, str name)
{
	size_t best = 0, at = NO_INDEX;
	for (size_t i = 0; i < list->n; i++) {
		size_t like = likeness(name, list->at[i].folded);
		if (like && like == best)
			at = NO_INDEX;
		if (like > best) {
			best = like;
			at = i;
		}
	}
	return at;
}

/* Do the names tell of each clause, and in another order? Each stands for times inputs: every run-th, or run inputs in a row. */
static bool crossed(struct arena *a, const clauses *list, const strs *names, size_t times, size_t run)
{
	size_t *seen = make_n(a, size_t, list->n + 1);
	bool other = false;
	for (size_t i = 0; i < names->n; i++) {
		size_t at = clause_named(list, names->at[i]);
		if (at == NO_INDEX)
			continue;
		seen[at]++;
		other |= at != i / run % list->n;
	}
	for (size_t i = 0; i < list->n; i++)
		if (seen[i] != times)
			return false;
	return other;
}

static bool inputs_crossed(struct arena *a, const struct rule *r, const strs *names)
{
	static const struct rule_type *const one_each[] = { &rule_checklist, &rule_count, &rule_deduction, &rule_weighted, &rule_conditions,
		                                            &rule_marks };
	if (r->type == &rule_growth && names->n == 2)
		return holds_words(names->at[0], S("nam truoc")) && !holds_words(names->at[1], S("nam truoc"));
	if (r->type == &rule_survey && r->clauses.n)
		return crossed(a, &r->clauses, names, r->groups.n ? r->groups.n : 1, 1) ||
		       crossed(a, &r->groups, names, r->clauses.n, r->clauses.n);
	for (size_t i = 0; i < COUNT(one_each); i++)
		if (r->type == one_each[i] && r->clauses.n > 1)
			return crossed(a, &r->clauses, names, 1, 1);
	return false;
}

static void lint_names(struct linting *l, size_t i)
{
	const struct set_criterion *c = &l->s->criteria.at[i];
	strs names = set_names(l->a, l->s, c), lost = rule_unbound(l->a, c->rule, &names), entered = { 0 };
	if (lost.n) {
		str said = joined(l->a, &lost);
		WRONG(l, i, "Viết tên trong ngoặc vuông và ở cột Số liệu như nhau; thứ tự thì tùy.",
		      "Tiêu chí %.*s: công thức nhắc %.*s nhưng cột Số liệu không có tên đó.", SF(c->code), SF(said));
	}
	if (!inputs_crossed(l->a, c->rule, &names))
		return;
	for (size_t k = 0; k < c->inputs.n; k++)
		*vec_add(l->a, &entered) = l->s->inputs.at[c->inputs.at[k]];
	str said = joined(l->a, &entered);
	LOOK(l, i, "Số liệu đi theo thứ tự trong cách tính điểm; đổi thứ tự ở cột Số liệu nếu cần.",
	     "Tiêu chí %.*s: tên số liệu và thứ tự trong cách tính có vẻ khác nhau: %.*s.", SF(c->code), SF(said));
}

static void lint_inputs(struct linting *l, size_t i)
{
	const struct set_criterion *c = &l->s->criteria.at[i];
	size_t least = 0, most = 0;
	c->rule->type->inputs(c->rule, &least, &most);
	if (c->inputs.n >= least && c->inputs.n <= most && c->inputs.n <= INPUTS_MAX) {
		lint_names(l, i);
		return;
	}
	if (!c->inputs.n)
		WRONG(l, i, "Ghi tên số liệu vào cột Số liệu, cách nhau bằng dấu chấm phẩy.",
		      "Tiêu chí %.*s: cách tính điểm cần %zu số liệu nhưng cột Số liệu để trống.", SF(c->code), least);
	else if (most > least)
		WRONG(l, i, "Ghi tên số liệu vào cột Số liệu, cách nhau bằng dấu chấm phẩy.",
		      "Tiêu chí %.*s: cách tính điểm cần từ %zu đến %zu số liệu nhưng cột Số liệu ghi %zu.", SF(c->code), least, most, c->inputs.n);
	else
		WRONG(l, i, "Ghi tên số liệu vào cột Số liệu, cách nhau bằng dấu chấm phẩy.",
		      "Tiêu chí %.*s: cách tính điểm cần %zu số liệu nhưng cột Số liệu ghi %zu.", SF(c->code), least, c->inputs.n);
}

static struct exact gives_points(const struct gives *g, points max)
{
	switch (g->kind) {
	case GIVES_POINTS: return exact_of(g->points);
	case GIVES_SHARE:
		return exact_mul(points_exact(max), exact_div(exact_of(g->share.at), exact_int(g->share.percent ? 100 : 1)));
	case GIVES_NOTHING: return exact_int(0);
	case GIVES_MAX: case GIVES_RATE: default: return points_exact(max);
	}
}

/* What a rule can be read as and yet nobody means: the maximum that cannot be reached, items or weights that do not add up. */
static void lint_sums(struct linting *l, size_t i)
{
	const struct set_criterion *c = &l->s->criteria.at[i];
	const struct rule *r = c->rule;
	struct exact best = exact_int(0), sum = exact_int(0), weights = exact_int(0), max = points_exact(c->max);
	bool choice = r->type == &rule_yes_no || r->type == &rule_options || r->type == &rule_bands || r->type == &rule_thresholds ||
	              r->type == &rule_mixed || r->type == &rule_growth, percent = false;
	str m = points_vi(l->a, c->max);
	if (c->max <= 0)
		return;
	for (size_t k = 0; k < r->clauses.n; k++) {
		struct exact p = gives_points(&r->clauses.at[k].gives, c->max);
		best = exact_cmp(p, best) > 0 ? p : best;
		sum = exact_add(sum, p);
	}
	if (choice && exact_cmp(best, max) < 0)
		LOOK(l, i, "So với quyết định: sửa điểm của mức cao nhất, hoặc điểm tối đa.", "Tiêu chí %.*s: không mức nào được điểm tối đa %.*s.",
		     SF(c->code), SF(m));
	if (r->type == &rule_checklist && !r->scale.present && exact_defined(sum) && exact_cmp(sum, max))
		LOOK(l, i, "So với quyết định: sửa điểm của mục, hoặc điểm tối đa.", "Tiêu chí %.*s: các mục cộng lại %.*s điểm, điểm tối đa là %.*s.",
		     SF(c->code), SF(figure_vi(l->a, exact_figure(sum))), SF(m));
	for (size_t k = 0; k < r->groups.n; k++) {
		struct portion w = r->groups.at[k].gives.share;
		weights = exact_add(weights, exact_of(w.at));
		percent |= w.percent;
	}
	if (percent && exact_defined(weights) && exact_cmp(weights, exact_int(100)))
		LOOK(l, i, "Sửa trọng số của các nhóm để cộng lại đúng 100%.", "Tiêu chí %.*s: trọng số của các nhóm cộng lại %.*s%%, không phải 100%%.",
		     SF(c->code), SF(figure_vi(l->a, exact_figure(weights))));
	struct exact steps = r->step.present ? exact_div(exact_of(r->most), exact_of(r->step)) : exact_int(1);
	if (exact_defined(steps) && steps.den != 1)
		LOOK(l, i, "Sửa bước điểm, ví dụ 0,25 hoặc 0,5.", "Tiêu chí %.*s: bước %.*s không chia hết %.*s điểm, nên không chấm được mức cao nhất.",
		     SF(c->code), SF(figure_vi(l->a, r->step)), SF(figure_vi(l->a, r->most)));
}

static void lint_rule(struct linting *l, size_t i)
{
	const struct set_criterion *c = &l->s->criteria.at[i];
	if (c->rule_error) {
		struct lint *one = tell(l, SEVERITY_ERROR, i, str_fmt(l->a, "Tiêu chí %.*s: %s", SF(c->code), c->rule_error->message),
		                        str_copy(l->a, str_c(c->rule_error->hint)));
		one->caret = rule_caret(l->a, c->rule_text, c->rule_fault);
		return;
	}
	if (!c->rule) {
		LOOK(l, i, "Ghi cách tính điểm như trong quyết định; để trống nghĩa là chấm bằng tay.", "Tiêu chí %.*s không có cách tính điểm.",
		     SF(c->code));
		return;
	}
	if (c->guessed) {
		str words = rule_print(l->a, c->rule);
		str hint = c->doubt.n ? str_fmt(l->a, "%.*s So với quyết định; sửa hay giữ nguyên thì xóa ô Cần xem lại.", SF(c->doubt))
		                      : S("So với quyết định rồi sửa, hoặc giữ nguyên nếu đúng.");
		tell(l, SEVERITY_WARNING, i, str_fmt(l->a, "Tiêu chí %.*s: cách tính điểm do chương trình nhận ra, cần người xác nhận: %.*s.",
		                                     SF(c->code), SF(words)), hint);
	}
	lint_inputs(l, i);
	lint_sums(l, i);
	if (c->rule->none != NONE_UNSAID && c->none != NONE_UNSAID && c->rule->none != c->none)
		WRONG(l, i, "Giữ một trong hai.", "Tiêu chí %.*s: “không phát sinh” ở cột Cách tính điểm khác với cột Không phát sinh.", SF(c->code));
	if (c->rule->none == NONE_UNSAID && c->none == NONE_UNSAID && may_not_arise(l->a, c))
		LOOK(l, i, "Ghi tối đa, loại hoặc 0 vào cột Không phát sinh.", "Tiêu chí %.*s: chưa nói 0/0 (không phát sinh) thì được mấy điểm.", SF(c->code));
}

static void lint_leaf(struct linting *l, size_t i)
{
	const struct set_criterion *c = &l->s->criteria.at[i];
	bool apart = c->rule && c->rule->bucket != BUCKET_SUM;
	if (c->max < 0 || (!c->max && !apart))
		WRONG(l, i, "Ghi điểm tối đa lớn hơn 0.", "Tiêu chí %.*s không có điểm tối đa.", SF(c->code));
	else if (points_round(points_exact(c->max), l->s->decimals) != c->max) {
		str p = points_vi(l->a, c->max);
		WRONG(l, i, "Tăng số chữ số thập phân của bộ tiêu chí, hoặc sửa điểm.", "Tiêu chí %.*s: điểm tối đa %.*s có nhiều hơn %d chữ số thập phân.",
		      SF(c->code), SF(p), l->s->decimals);
	}
	lint_rule(l, i);
	if (!c->evidence.text.n && c->source != SOURCE_SURVEY && c->source != SOURCE_SYSTEM)
		LOOK(l, i, "Ghi tài liệu mà đơn vị phải nộp vào cột Tài liệu kiểm chứng.", "Tiêu chí %.*s không có tài liệu kiểm chứng.", SF(c->code));
}

lints set_lint(struct arena *a, const struct criteria_set *s)
{
	struct linting l = { .a = a, .s = s };
	struct scoring g;
	struct err e = { 0 };
	lint_head(&l);
	for (size_t i = 0; i < s->criteria.n; i++) {
		lint_code(&l, i);
		if (set_leaf(&s->criteria.at[i]))
			lint_leaf(&l, i);
		else
			lint_parent(&l, i);
	}
	if (s->criteria.n && !score_prepare(a, s, &g, &e))
		tell(&l, SEVERITY_ERROR, NO_INDEX, str_copy(a, str_c(e.message)), str_copy(a, str_c(e.hint)));
	return l.all;
}
