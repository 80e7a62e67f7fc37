#include "core/rule_words.h"
#include "base/fold.h"

/* What type a rule is follows from the parts it is made of: from the first, or, where all are labels with what they give, from the labels. */

typedef VEC(struct part *) parts;

struct settling { struct reading *r; struct rule *rule; struct part **at; size_t n; };

static str folded(struct reading *r, str s) { return fold_plain(r->a, s); }

static bool is_any(struct reading *r, str words, const char *const *of, size_t n)
{
	str f = folded(r, words);
	for (size_t i = 0; i < n; i++)
		if (str_eq(f, str_c(of[i])))
			return true;
	return false;
}
#define IS_ANY(r, words, of) is_any((r), (words), (of), COUNT(of))

static bool wrong(struct settling *s, const struct part *p, const char *message, const char *hint)
{
	rule_fault(s->r, p->from, p->to, "%s", message);
	return rule_hint(s->r, "%s", hint);
}

static bool unlike(struct settling *s, const struct part *p, const char *message, const struct rule_type *t)
{
	rule_fault(s->r, p->from, p->to, "%s", message);
	return rule_hint(s->r, "Viết như: “%s”.", t->example);
}

static struct clause *add_clause(struct settling *s, clauses *to, const struct part *p, str words)
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

static bool gives_fits(struct settling *s, const struct part *p)
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
static bool full_fits(struct settling *s, const struct part *p)
{
	if (!p->full.present || s->r->max < 0 || !exact_cmp(exact_of(p->full), points_exact(s->r->max)))
		return true;
	rule_fault(s->r, p->value.from, p->value.to, "Tỷ lệ nhân %.*s điểm, nhưng điểm tối đa của tiêu chí là %.*s.",
	           SF(figure_vi(s->r->a, p->full)), SF(points_vi(s->r->a, s->r->max)));
	return rule_hint(s->r, "Viết “× điểm tối đa”.");
}

static bool is_full(const struct settling *s, const struct gives *g)
{
	return g->kind == GIVES_MAX ||
	       (g->kind == GIVES_POINTS && (s->r->max < 0 || !exact_cmp(exact_of(g->points), points_exact(s->r->max))));
}

static bool is_nothing(const struct gives *g)
{
	return (g->kind == GIVES_POINTS && !g->points.digits) || (g->kind == GIVES_SHARE && !g->share.at.digits);
}

/* -- labels: bands, thresholds, options, growth --------------------------------------------------------------- */

static const char *const no_words[] = { "khong co", "khong", "chua co" };
static const char *const said_anyway[] = { "ty le", "ti le", "b/a", "(b/a)", "co", "muc", "ket qua", "ty le dat", "ti le dat", "ty le (%)", "ty le %" };

static str label_words(struct settling *s, const struct part *p)
{
	return rule_small(s->r->a, rule_clean(s->r->a, rule_src(s->r, p->label.from, p->label.to)));
}

static bool is_plain(const struct part *p) { return p->kind == PART_GIVES && !p->bounded && !p->rest; }

/* A number after words ("Mức 1", "Quý 3") may be a name. "có 1 sáng kiến" is a count. */
static bool may_be_name(struct settling *s, const struct part *p)
{
	return p->bare && !p->low.at.percent && p->name.n && !str_eq(folded(s->r, p->name), S("co"));
}

static bool all_labels(struct settling *s)
{
	for (size_t i = 0; i < s->n; i++)
		if (s->at[i]->kind != PART_GIVES)
			return wrong(s, s->at[i], "Mức này không đi cùng các mức trước: mỗi mức phải có tên hoặc khoảng, rồi “:”, rồi số điểm.",
			             "Viết ví dụ “Kịp thời: 1 điểm; không kịp thời: 0 điểm”.");
	return true;
}

static bool settle_options(struct settling *s)
{
	struct rule *rule = s->rule;
	struct exact sum = exact_int(0);
	bool top = false, nothing = false;
	rule->type = &rule_options;
	for (size_t i = 0; i < s->n; i++) {
		const struct part *p = s->at[i];
		struct clause *c = add_clause(s, &rule->clauses, p, label_words(s, p));
		if (p->gives.kind == GIVES_RATE)
			return wrong(s, p, "Mức này tính theo tỷ lệ, nhưng các mức không phải khoảng của một tỷ lệ.",
			             "Viết khoảng của từng mức, ví dụ “từ 70% đến dưới 95%: tỷ lệ × điểm tối đa”.");
		for (size_t k = 0; k < i; k++)
			if (str_eq(folded(s->r, c->words), folded(s->r, rule->clauses.at[k].words))) {
				rule_fault(s->r, p->label.from, p->label.to, "“%.*s” có hai kết quả.", SF(c->words));
				return rule_hint(s->r, "Mỗi mức chỉ viết một lần.");
			}
		top |= is_full(s, &p->gives) && s->r->max >= 0;
		nothing |= is_nothing(&p->gives);
		sum = exact_add(sum, p->gives.kind == GIVES_POINTS ? exact_of(p->gives.points) : (struct exact){ 0 });
	}
	if (s->n < 2) {
		str w = rule->clauses.at[0].words;
		rule_fault(s->r, s->at[0]->from, s->at[0]->to, "Chỉ có một mức: không rõ trường hợp khác được mấy điểm.");
		return rule_hint(s->r, "Thêm mức còn lại, ví dụ “%.*s: …; không %.*s: 0 điểm”.", SF(w), SF(w));
	}
	if (s->r->max > 0 && !top && !nothing && exact_defined(sum) && !exact_cmp(sum, points_exact(s->r->max))) {
		rule_fault(s->r, s->at[0]->from, s->at[s->n - 1]->to,
		           "Không rõ chọn một mức hay cộng các mục: không mức nào được điểm tối đa, mà cộng lại thì vừa đủ.");
		return rule_hint(s->r, "Nếu cộng, viết “Tổng điểm các mục đạt: …”; nếu chọn một, ghi mức được điểm tối đa.");
	}
	str x = folded(s->r, rule->clauses.at[0].words), y = folded(s->r, rule->clauses.at[1].words);
	if (s->n == 2 && ((str_eq(x, S("co")) && str_eq(y, S("khong"))) || (str_eq(x, S("khong")) && str_eq(y, S("co")))))
		rule->type = &rule_yes_no;
	return true;
}

static const char *const up_words[] = { "tang", "tang so voi nam truoc", "cao hon nam truoc", "cao hon so voi nam truoc", "co tang",
	                                "tang so voi nam truoc lien ke", "tang hon nam truoc", "nhieu hon nam truoc" };
static const char *const same_words[] = { "bang", "bang nam truoc", "bang so voi nam truoc", "giu nguyen", "bang voi nam truoc",
	                                  "giu nguyen so voi nam truoc", "khong doi" };
static const char *const down_words[] = { "giam", "giam so voi nam truoc", "thap hon nam truoc", "thap hon so voi nam truoc", "khong tang",
	                                  "khong tang so voi nam truoc", "giam so voi nam truoc lien ke", "it hon nam truoc" };

static const char *growth_word(struct settling *s, str label)
{
	return IS_ANY(s->r, label, up_words) ? "tăng" : IS_ANY(s->r, label, same_words) ? "bằng" : IS_ANY(s->r, label, down_words) ? "giảm" : NULL;
}

static bool is_growth(struct settling *s)
{
	bool up = false, down = false;
	for (size_t i = 0; i < s->n; i++) {
		const char *w = is_plain(s->at[i]) ? growth_word(s, label_words(s, s->at[i])) : NULL;
		if (!w)
			return false;
		up |= !strcmp(w, "tăng");
		down |= !strcmp(w, "giảm");
	}
	return up || down;
}

static bool settle_growth(struct settling *s)
{
	bool up = false, down = false;
	s->rule->type = &rule_growth;
	for (size_t i = 0; i < s->n; i++) {
		const struct part *p = s->at[i];
		const char *w = growth_word(s, label_words(s, p));
		for (size_t k = 0; k < i; k++)
			if (str_eq(s->rule->clauses.at[k].words, str_c(w))) {
				rule_fault(s->r, p->label.from, p->label.to, "“%s” có hai kết quả.", w);
				return rule_hint(s->r, "Mỗi trường hợp chỉ viết một lần.");
			}
		if (p->gives.kind == GIVES_RATE)
			return wrong(s, p, "So với năm trước thì không tính theo tỷ lệ.", "Ghi số điểm của từng trường hợp.");
		add_clause(s, &s->rule->clauses, p, str_c(w));
		up |= !strcmp(w, "tăng");
		down |= !strcmp(w, "giảm");
	}
	if (up && down)
		return true;
	return wrong(s, s->at[s->n - 1], up ? "Không rõ giảm so với năm trước được mấy điểm." : "Không rõ tăng so với năm trước được mấy điểm.",
	             up ? "Thêm mức “giảm so với năm trước: 0 điểm”." : "Thêm mức “tăng so với năm trước: điểm tối đa”.");
}

/* -- ranges ----------------------------------------------------------------------------------------------------- */

struct range_kind { bool percent, plain, fraction, above_one, unit; };

static void look_at(struct range_kind *k, struct portion p)
{
	struct exact v = exact_of(p.at);
	if (!p.at.present)
		return;
	k->percent |= p.percent;
	k->plain |= !p.percent;
	k->fraction |= !p.percent && v.den != 1;
	k->above_one |= !p.percent && exact_cmp(v, exact_int(1)) > 0;
}

static str portion_vi(struct reading *r, struct portion p)
{
	struct buf b = buf_open(r->a);
	rule_print_portion(&b, p);
	return buf_str(&b);
}

/* "70%–90%": whether 90% belongs to it is not said. What is right depends on where the next band begins. */
static bool undecided(struct settling *s, const struct part *p, bool count)
{
	bool open = false, closed = false;
	str point = portion_vi(s->r, p->high.at);
	for (size_t i = 0; i < s->n; i++) {
		const struct part *q = s->at[i];
		struct bound b = q->low;
		if (q == p || !b.at.at.present || b.at.percent != p->high.at.percent || !figure_same(b.at.at, p->high.at.at))
			continue;
		closed |= b.closed;
		open |= !b.closed;
	}
	struct buf to = buf_open(s->r->a), below = buf_open(s->r->a);
	struct bound in = { p->high.at, true }, out = { p->high.at, false };
	rule_print_range(&to, p->low, in, p->tail, count);
	rule_print_range(&below, p->low, out, p->tail, count);
	rule_fault(s->r, p->label.from, p->label.to, "Không rõ đúng %.*s được mấy điểm: “%.*s” không nói có tính cả %.*s hay không.", SF(point),
	           SF(label_words(s, p)), SF(point));
	if (open && !closed)
		return rule_hint(s->r, "Viết “%.*s”.", SF(buf_str(&to)));
	if (closed)
		return rule_hint(s->r, "Viết “%.*s”.", SF(buf_str(&below)));
	return rule_hint(s->r, "Viết “%.*s” nếu tính cả %.*s, hoặc “%.*s” nếu không.", SF(buf_str(&to)), SF(point), SF(buf_str(&below)));
}

/* "90% - 100%": nothing is above it, so 100% belongs to it, unless another band has it. */
static bool is_top(struct settling *s, const struct part *p, bool count)
{
	struct exact whole = exact_int(p->high.at.percent ? 100 : 1);
	if (count || exact_cmp(exact_of(p->high.at.at), whole))
		return false;
	for (size_t i = 0; i < s->n; i++) {
		const struct bound *b = &s->at[i]->low;
		if (s->at[i] != p && b->at.at.present && exact_cmp(exact_of(b->at.at), exact_int(b->at.percent ? 100 : 1)) >= 0)
			return false;
	}
	return true;
}

/* The one unit of a count; false: they differ. */
static bool common_unit(struct settling *s, str *unit)
{
	for (size_t i = 0; i < s->n; i++) {
		const struct part *p = s->at[i];
		if (!p->bounded || !p->tail.n)
			continue;
		if (unit->n && !rule_same_words(*unit, p->tail))
			return false;
		*unit = p->tail;
	}
	return true;
}

/* "không có sáng kiến nào"; in the last place also "không có" */
static bool says_none(struct settling *s, const struct part *p, str unit, bool last)
{
	str f = folded(s->r, label_words(s, p)), u = folded(s->r, unit);
	if (str_ends(f, S(" nao")))
		f = str_sub(f, 0, f.n - 4);
	if (last && IS_ANY(s->r, f, no_words))
		return true;
	for (size_t i = 0; i < COUNT(no_words); i++)
		if (u.n && str_eq(f, str_fmt(s->r->a, "%s %.*s", no_words[i], SF(u))))
			return true;
	return false;
}

static str band_words(struct settling *s, const struct part *p, bool count)
{
	str before = IS_ANY(s->r, p->name, said_anyway) ? (str){ 0 } : rule_small(s->r->a, p->name);
	if (count || !p->tail.n)
		return before;
	return before.n ? str_fmt(s->r->a, "%.*s … %.*s", SF(before), SF(p->tail)) : str_fmt(s->r->a, "… %.*s", SF(p->tail));
}

/* As the highest band, "đạt 100%" is from there upwards. */
static void open_highest(struct rule *rule)
{
	for (size_t i = 0; i < rule->clauses.n; i++) {
		struct clause *c = &rule->clauses.at[i];
		struct exact all = exact_int(c->from.at.percent ? 100 : 1);
		if (c->from.at.at.present && c->to.at.at.present && c->from.closed && c->to.closed && !exact_cmp(exact_of(c->from.at.at), all) &&
		    figure_same(c->from.at.at, c->to.at.at)) {
			bool highest = true;
			for (size_t k = 0; k < rule->clauses.n; k++) {
				const struct bound *b = &rule->clauses.at[k].to;
				struct exact v = exact_of(b->at.at), whole = exact_int(b->at.percent ? 100 : 1);
				highest &= k == i || (b->at.at.present && exact_cmp(v, whole) <= 0);
			}
			if (highest)
				c->to = (struct bound){ 0 };
		}
	}
}

static bool number_fits(struct settling *s, const struct part *p, struct bound b, bool count)
{
	if (!b.at.at.present)
		return true;
	if (count && b.at.at.scale) {
		rule_fault(s->r, p->label.from, p->label.to, "Số lượng phải là số nguyên, viết liền không dấu chấm, dấu phẩy.");
		return rule_hint(s->r, "Viết ví dụ “từ 1000 hồ sơ trở lên”; nếu là tỷ lệ thì viết phần trăm.");
	}
	return true;
}

/* "không từ 90%" */
static bool denied(struct settling *s, const struct part *p)
{
	str f = folded(s->r, p->name);
	return p->bounded && (str_ends(f, S("khong")) || str_ends(f, S("chua")));
}

static bool same_rate(struct settling *s, const struct part *p, bool first)
{
	str what = rule_small(s->r->a, p->what);
	if (first || rule_same_words(s->rule->what, what)) {
		s->rule->what = what;
		return true;
	}
	return wrong(s, p, "Các mức nhân những tỷ lệ khác nhau.", "Cả tiêu chí chỉ dùng một tỷ lệ; dùng “Công thức: …” nếu cần nhiều số liệu.");
}

static bool settle_ranges(struct settling *s)
{
	struct range_kind kind = { 0 };
	struct rule *rule = s->rule;
	str unit = { 0 };
	bool rates = false, same = common_unit(s, &unit);
	for (size_t i = 0; i < s->n; i++) {
		look_at(&kind, s->at[i]->low.at);
		look_at(&kind, s->at[i]->high.at);
	}
	bool count = !kind.percent && !kind.fraction && (unit.n || kind.above_one);
	if ((kind.percent && kind.above_one) || (kind.fraction && kind.above_one)) {
		rule_fault(s->r, s->at[0]->from, s->at[s->n - 1]->to, "Các mức lẫn phần trăm với số khác, nên không rõ là tỷ lệ hay số lượng.");
		return rule_hint(s->r, "Viết mọi cận bằng phần trăm, hoặc mọi cận bằng số nguyên có đơn vị.");
	}
	if (!kind.percent && !kind.fraction && !count) {
		rule_fault(s->r, s->at[0]->label.from, s->at[0]->label.to, "Không rõ 1 là 100%% hay là một đơn vị.");
		return rule_hint(s->r, "Viết “từ 100%% trở lên” nếu là tỷ lệ, “từ 1 văn bản trở lên” nếu là số lượng.");
	}
	if (count && !same) {
		rule_fault(s->r, s->at[0]->from, s->at[s->n - 1]->to, "Các mức đếm những thứ khác nhau.");
		return rule_hint(s->r, "Viết cùng một đơn vị sau mỗi số, ví dụ “sáng kiến”.");
	}
	rule->type = count ? &rule_thresholds : &rule_bands;
	rule->unit = count ? unit : (str){ 0 };
	for (size_t i = 0; i < s->n; i++)
		if (s->at[i]->dash && !is_top(s, s->at[i], count))
			return undecided(s, s->at[i], count);
	struct fault *place = make_n(s->r->a, struct fault, s->n);
	for (size_t i = 0; i < s->n; i++) {
		struct part *p = s->at[i];
		if (!number_fits(s, p, p->low, count) || !number_fits(s, p, p->high, count))
			return false;
		place[i] = p->label;
		if (denied(s, p)) {
			rule_fault(s->r, p->label.from, p->label.to, "Khoảng này viết theo lối phủ định nên không rõ.");
			return rule_hint(s->r, "Viết khoảng được tính, ví dụ “dưới 80%%”.");
		}
		if (is_plain(p)) {
			struct bound zero = { { figure_make(0, 0), false }, true };
			p->low = p->high = zero;
			p->name = p->tail = (str){ 0 };
		}
		if (p->rest && i + 1 < s->n)
			return wrong(s, p, "“Còn lại” phải là mức cuối.", "Đưa mức này xuống cuối, hoặc viết rõ cận.");
		struct clause *c = add_clause(s, &rule->clauses, p, p->rest ? (str){ 0 } : band_words(s, p, count));
		c->from = p->low;
		c->to = p->high;
		if (p->rest && !rule_rest(s->r, rule, i, place[i]))
			return false;
		if (p->gives.kind == GIVES_RATE && !same_rate(s, p, !rates))
			return false;
		rates |= p->gives.kind == GIVES_RATE;
		if (rates && count)
			return wrong(s, p, "Số lượng không nhân được với điểm tối đa.", "Viết các mức bằng phần trăm, hoặc ghi số điểm của mức này.");
	}
	if (!count)
		open_highest(rule);
	rule->type = rates ? &rule_mixed : rule->type;
	return rule_bounds(s->r, rule, place, count);
}

static bool settle_labels(struct settling *s)
{
	size_t ranges = 0, names = 0, plain = 0, strong = 0, loose = 0;
	str unit = { 0 };
	if (!all_labels(s))
		return false;
	for (size_t i = 0; i < s->n; i++)
		if (!gives_fits(s, s->at[i]) || !full_fits(s, s->at[i]))
			return false;
	if (is_growth(s))
		return settle_growth(s);
	bool same = common_unit(s, &unit);
	struct part *first_plain = NULL;
	for (size_t i = 0; i < s->n; i++) {
		struct part *p = s->at[i];
		if (p->bare && p->name.n && says_none(s, p, unit, false)) {         /* "không có báo cáo quý 2": its figure is of the name */
			p->bounded = p->bare = false;
			p->low = p->high = (struct bound){ 0 };
		}
		bool name = may_be_name(s, p);
		ranges += p->bounded;
		names += name;
		strong += p->bounded && !p->bare;
		loose += p->bounded && !p->bare && p->name.n > 0;
		if (is_plain(p) && !says_none(s, p, unit, i + 1 == s->n)) {
			plain++;
			first_plain = first_plain ? first_plain : p;
		}
	}
	bool percent = false;
	for (size_t i = 0; i < s->n; i++)
		percent |= s->at[i]->low.at.percent || s->at[i]->high.at.percent;
	if (!ranges || (!strong && !percent && (names || !same || plain)))
		return settle_options(s);
	if (!plain)
		return settle_ranges(s);
	/* "chậm dưới 10 ngày: 0,5; không ban hành: 0": what happened, in words */
	if (!percent && loose == strong && (!names || loose))
		return settle_options(s);
	rule_fault(s->r, first_plain->label.from, first_plain->label.to, "“%.*s” không phải một khoảng, mà các mức khác là khoảng.",
	           SF(label_words(s, first_plain)));
	if (!percent && unit.n)
		return rule_hint(s->r, "Viết khoảng, ví dụ “không có %.*s” hoặc “còn lại” ở mức cuối.", SF(unit));
	return rule_hint(s->r, "Viết khoảng, ví dụ “dưới 80%%” hoặc “còn lại” ở mức cuối.");
}

/* -- the other types ----------------------------------------------------------------------------------------------- */

/* Nothing but these parts; the first that is something else is named. */
static bool only(struct settling *s, size_t from, unsigned kinds, const struct rule_type *t)
{
	for (size_t i = from; i < s->n; i++)
		if (!(kinds & 1U << s->at[i]->kind))
			return unlike(s, s->at[i], "Mức này không đi cùng cách tính ở trước nó.", t);
	return true;
}

static bool settle_floor(struct settling *s)
{
	if (s->n == 1)
		return true;
	const struct part *p = s->at[1];
	bool floor = p->kind == PART_GIVES && p->bounded && !p->dash && !p->low.at.at.present && !p->high.closed && is_nothing(&p->gives);
	if (!floor || s->n > 2)
		return wrong(s, s->at[floor ? 2 : 1], "Sau tỷ lệ nhân điểm tối đa chỉ có thể có mức sàn, rồi “không phát sinh”.",
		             "Viết mức sàn ví dụ “dưới 0,8: 0 điểm”; nhiều mức thì viết “Từ 95% trở lên: điểm tối đa; từ 70% đến dưới 95%: tỷ lệ × điểm tối đa; …”.");
	struct exact v = exact_of(p->high.at.at);
	if (v.num <= 0 || exact_cmp(v, exact_int(p->high.at.percent ? 100 : 1)) > 0)
		return wrong(s, p, "Mức sàn của một tỷ lệ phải lớn hơn 0 và không quá 100%.", "Viết ví dụ “dưới 80%: 0 điểm”.");
	s->rule->floor = p->high.at;
	return true;
}

static bool settle_weights(struct settling *s, clauses *to, const struct part *list, bool shares)
{
	for (const struct part *p = list; p; p = p->next) {
		struct portion w = p->gives.kind == GIVES_POINTS ? (struct portion){ p->gives.points, false } : p->gives.share;
		if (p->kind != PART_AMOUNT || !w.at.present)
			return wrong(s, p, "Thiếu trọng số sau tên này.", "Viết ví dụ “đã khắc phục 1; đang khắc phục 0,5; chưa khắc phục 0”.");
		if (shares && exact_cmp(exact_of(w.at), exact_int(w.percent ? 100 : 1)) > 0)
			return wrong(s, p, "Trọng số này vượt 1, nên kết quả có thể vượt điểm tối đa.", "Trọng số từ 0 đến 1, hoặc từ 0% đến 100%.");
		struct clause *c = add_clause(s, to, p, rule_small(s->r->a, p->name));
		c->gives = (struct gives){ .kind = GIVES_SHARE, .share = w };
	}
	return true;
}

static bool settle_product(struct settling *s)
{
	struct part *p = s->at[0];
	struct rule *rule = s->rule;
	if (!full_fits(s, p))
		return false;
	rule->what = rule_small(s->r->a, p->name);
	str f = folded(s->r, p->name);
	switch ((int)p->kind) {
	case PART_RATIO:
		rule->type = s->n > 1 ? &rule_floor : &rule_ratio;
		if (p->bare && (str_starts(f, S("so ")) || str_starts(f, S("tong "))) && str_find(f, S("/"), 0) == f.n)
			return unlike(s, p, "Số lượng không nhân được với điểm tối đa: cần một tỷ lệ.", &rule_ratio);
		break;
	case PART_TARGET:
		rule->type = &rule_target;
		rule->target = p->target;
		if (!p->target.at.digits)
			return unlike(s, p, "Mục tiêu không thể bằng 0.", &rule_target);
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
			return unlike(s, p, "Điểm cho mỗi đơn vị không tính theo tỷ lệ.", gains ? &rule_count : &rule_deduction);
		if (!gives_fits(s, p))
			return false;
		add_clause(s, &s->rule->clauses, p, rule_small(s->r->a, p->name));
	}
	return true;
}

static bool settle_checklist(struct settling *s)
{
	struct rule *rule = s->rule;
	rule->type = &rule_checklist;
	rule->scale = s->at[0]->scale;
	if (rule->scale.present && !rule->scale.digits)
		return wrong(s, s->at[0], "Thang điểm không thể bằng 0.", "Viết ví dụ “Tổng điểm các mục đạt (thang điểm 100): …”.");
	if (!rule->scale.present && s->n == 1)
		return unlike(s, s->at[0], "Thiếu các mục và điểm của từng mục.", &rule_checklist);
	for (size_t i = 1; i < s->n; i++) {
		struct part *p = s->at[i];
		if (p->kind != PART_AMOUNT && p->kind != PART_GIVES)
			return unlike(s, p, "Thiếu điểm của mục này.", &rule_checklist);
		if (p->gives.kind == GIVES_RATE || p->rest)
			return unlike(s, p, "Mỗi mục phải có tên và số điểm.", &rule_checklist);
		if (p->kind == PART_AMOUNT && p->gives.kind == GIVES_SHARE && !exact_cmp(exact_of(p->gives.share.at), exact_int(100)))
			p->gives = (struct gives){ .kind = GIVES_MAX };
		if (rule->scale.present) {
			if (p->gives.kind != GIVES_POINTS || exact_cmp(exact_of(p->gives.points), exact_of(rule->scale)) > 0)
				return wrong(s, p, "Điểm của mục này phải là một số trong thang điểm.", "Ghi số điểm không vượt thang điểm.");
		} else if (!gives_fits(s, p)) {
			return false;
		}
		add_clause(s, &rule->clauses, p, p->kind == PART_AMOUNT ? rule_small(s->r->a, p->name) : label_words(s, p));
	}
	return true;
}

static bool settle_conditions(struct settling *s)
{
	const struct part *p = s->at[0];
	s->rule->type = &rule_conditions;
	if (!is_full(s, &p->gives) || (s->n > 1 && s->at[1]->kind == PART_LACKING && !is_nothing(&s->at[1]->gives)))
		return wrong(s, is_full(s, &p->gives) ? s->at[1] : p, "Đủ các điều kiện thì được điểm tối đa, thiếu một thì 0 điểm.",
		             "Muốn mỗi điều kiện có điểm riêng, viết “Tổng điểm các mục đạt: …”.");
	if (!only(s, 1, 1U << PART_LACKING, &rule_conditions))
		return false;
	if (s->n > 2)
		return unlike(s, s->at[2], "“Thiếu một điều kiện” chỉ viết một lần.", &rule_conditions);
	for (const struct part *c = p->list; c; c = c->next)
		add_clause(s, &s->rule->clauses, c, rule_small(s->r->a, c->name));
	return true;
}

static bool settle_survey(struct settling *s)
{
	struct rule *rule = s->rule;
	rule->type = &rule_survey;
	if (s->n > 1 && s->at[1]->kind == PART_RATIO) {
		if (s->at[0]->list)
			return unlike(s, s->at[0], "Nhiều nhóm được hỏi thì phải ghi các mức trả lời.", &rule_survey);
		rule->what = rule_small(s->r->a, s->at[1]->name);
		if (!full_fits(s, s->at[1]))
			return false;
		s->at++;
		s->n--;
		return settle_floor(s);
	}
	for (size_t i = 1; i < s->n; i++) {
		struct part *p = s->at[i];
		if (p->kind == PART_GIVES && p->gives.kind == GIVES_SHARE) {
			p->kind = PART_AMOUNT;
			p->name = label_words(s, p);
		}
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
		add_clause(s, &s->rule->clauses, s->at[i], s->at[i]->name);
	return true;
}

static bool settle_sample(struct settling *s)
{
	const struct part *p = s->at[0];
	struct rule *rule = s->rule;
	rule->type = &rule_sample;
	if (!only(s, 1, 0, &rule_sample) || !gives_fits(s, p))
		return false;
	if (p->sample.scale || p->sample.digits < 1 || p->sample.digits > 1000000)
		return unlike(s, p, "Số được kiểm tra phải là số nguyên từ 1 đến 1000000.", &rule_sample);
	if (p->gives.kind == GIVES_RATE)
		return unlike(s, p, "Điểm trừ cho mỗi lỗi không tính theo tỷ lệ.", &rule_sample);
	rule->sample = (int)p->sample.digits;
	rule->unit = p->tail;
	add_clause(s, &rule->clauses, p, rule_small(s->r->a, p->name));
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
		return unlike(s, p, "Điểm ít nhất lớn hơn điểm nhiều nhất.", &rule_hand);
	if (p->step.present && !p->step.digits)
		return unlike(s, p, "Bước điểm không thể bằng 0.", &rule_hand);
	return true;
}

static bool settle_best(struct settling *s)
{
	s->rule->type = &rule_best;
	s->rule->sub = s->at[0]->sub;
	if (s->rule->sub.n < 2)
		return unlike(s, s->at[0], "Cần ít nhất hai cách tính để lấy cách cao nhất.", &rule_best);
	for (size_t i = 0; i < s->rule->sub.n; i++)
		if (!s->rule->sub.at[i] || s->rule->sub.at[i]->bucket != BUCKET_SUM)
			return unlike(s, s->at[0], "“Điểm thưởng”, “điểm phạt” chỉ đứng trước cả cách tính.", &rule_best);
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
	case PART_RATIO: case PART_TARGET: case PART_IMPORTED: case PART_GROUP: case PART_WEIGHTED: case PART_DERIVED: case PART_SURVEY_RATE:
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
	case PART_LACKING: return unlike(s, s->at[0], "Thiếu các điều kiện ở trước.", &rule_conditions);
	case PART_AMOUNT:
		return wrong(s, s->at[0], "Không rõ chọn một mức hay cộng các mục.",
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
	bool others = s->n > 1 && !is_plain(s->at[0]);
	return others && is_plain(p) && str_starts(folded(s->r, label_words(s, p)), S("khong phat sinh ")) &&
	       (is_full(s, &p->gives) || is_nothing(&p->gives));
}

static bool take_none(struct settling *s)
{
	struct part *last = s->at[s->n - 1];
	for (size_t i = 0; i + 1 < s->n; i++)
		if (s->at[i]->kind == PART_NONE)
			return wrong(s, s->at[i], "“Không phát sinh” phải là mức cuối.", "Đưa mức này xuống cuối.");
	if (last->kind == PART_NONE)
		s->rule->none = last->none;
	else if (says_not_arisen(s, last))
		s->rule->none = is_nothing(&last->gives) ? NONE_ZERO : NONE_FULL;
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
