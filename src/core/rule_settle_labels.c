#include "core/rule_settle.h"

static const char *const no_words[] = { "khong co", "khong", "chua co" };
static const char *const said_anyway[] = { "ty le", "ti le", "b/a", "(b/a)", "co", "muc", "ket qua", "ty le dat", "ti le dat", "ty le (%)", "ty le %" };

/* A number after words ("Mức 1", "Quý 3") may be a name. "có 1 sáng kiến" is a count. */
static bool may_be_name(struct settling *s, const struct part *p)
{
	return p->bare && !p->low.at.percent && p->name.n && !str_eq(settle_folded(s->r, p->name), S("co"));
}

static bool all_labels(struct settling *s)
{
	for (size_t i = 0; i < s->n; i++)
		if (s->at[i]->kind != PART_GIVES)
			return settle_wrong(s, s->at[i], "Mức này không đi cùng các mức trước: mỗi mức phải có tên hoặc khoảng, rồi “:”, rồi số điểm.",
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
		struct clause *c = settle_add_clause(s, &rule->clauses, p, settle_label_words(s, p));
		if (p->gives.kind == GIVES_RATE)
			return settle_wrong(s, p, "Mức này tính theo tỷ lệ, nhưng các mức không phải khoảng của một tỷ lệ.",
			             "Viết khoảng của từng mức, ví dụ “từ 70% đến dưới 95%: tỷ lệ × điểm tối đa”.");
		for (size_t k = 0; k < i; k++)
			if (str_eq(settle_folded(s->r, c->words), settle_folded(s->r, rule->clauses.at[k].words))) {
				rule_fault(s->r, p->label.from, p->label.to, "“%.*s” có hai kết quả.", SF(c->words));
				return rule_hint(s->r, "Mỗi mức chỉ viết một lần.");
			}
		top |= settle_is_full(s, &p->gives) && s->r->max >= 0;
		nothing |= settle_is_nothing(&p->gives);
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
	str x = settle_folded(s->r, rule->clauses.at[0].words), y = settle_folded(s->r, rule->clauses.at[1].words);
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
		const char *w = settle_is_plain(s->at[i]) ? growth_word(s, settle_label_words(s, s->at[i])) : NULL;
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
		const char *w = growth_word(s, settle_label_words(s, p));
		for (size_t k = 0; k < i; k++)
			if (str_eq(s->rule->clauses.at[k].words, str_c(w))) {
				rule_fault(s->r, p->label.from, p->label.to, "“%s” có hai kết quả.", w);
				return rule_hint(s->r, "Mỗi trường hợp chỉ viết một lần.");
			}
		if (p->gives.kind == GIVES_RATE)
			return settle_wrong(s, p, "So với năm trước thì không tính theo tỷ lệ.", "Ghi số điểm của từng trường hợp.");
		settle_add_clause(s, &s->rule->clauses, p, str_c(w));
		up |= !strcmp(w, "tăng");
		down |= !strcmp(w, "giảm");
	}
	if (up && down)
		return true;
	return settle_wrong(s, s->at[s->n - 1], up ? "Không rõ giảm so với năm trước được mấy điểm." : "Không rõ tăng so với năm trước được mấy điểm.",
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
	           SF(settle_label_words(s, p)), SF(point));
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
	str f = settle_folded(s->r, settle_label_words(s, p)), u = settle_folded(s->r, unit);
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

static bool is_all(struct portion p) { return p.at.present && !exact_cmp(exact_of(p.at), exact_int(p.percent ? 100 : 1)); }

/* As the highest band, "đạt 100%" is from there upwards. */
static void open_highest(struct rule *rule)
{
	struct clause *all = NULL;
	bool above = false;
	for (size_t i = 0; i < rule->clauses.n; i++) {
		struct clause *c = &rule->clauses.at[i];
		if (is_all(c->from.at) && is_all(c->to.at) && c->from.closed && c->to.closed)
			all = c;
		else
			above |= !c->to.at.at.present || exact_cmp(exact_of(c->to.at.at), exact_int(c->to.at.percent ? 100 : 1)) > 0;
	}
	if (all && !above)
		all->to = (struct bound){ 0 };
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
	str f = settle_folded(s->r, p->name);
	return p->bounded && (str_ends(f, S("khong")) || str_ends(f, S("chua")));
}

/* "từ 90% trở lên và không có khiếu nại": the words beside the bound say a second condition, which no figure tells. */
static bool second_condition(struct settling *s, const struct part *p)
{
	static const char *const joins[] = { "va", "hoac", "nhung", "kem", "kem theo", "dong thoi", "," };
	static const char *const opens[] = { "co", "khong", "chua", "duoc", "bi", "phai", "dat", "dung", "du" };
	str name = settle_folded(s->r, p->name), tail = settle_folded(s->r, p->tail);
	str label = settle_folded(s->r, rule_src(s->r, p->label.from, p->label.to));
	bool found = false;
	for (size_t i = 0; i < COUNT(joins) && p->bounded; i++) {
		str j = str_c(joins[i]), mid = str_fmt(s->r->a, "%s%s ", i + 1 < COUNT(joins) ? " " : "", joins[i]);
		found |= i + 1 < COUNT(joins) && (str_starts(tail, str_sub(mid, 1, mid.n)) || str_ends(name, str_fmt(s->r->a, " %.*s", SF(j))));
		for (size_t k = 0; k < COUNT(opens); k++)
			found |= str_find(label, str_fmt(s->r->a, "%.*s%s ", SF(mid), opens[k]), 0) < label.n;
	}
	if (!found)
		return false;
	rule_fault(s->r, p->label.from, p->label.to, "“%.*s” có thêm một điều kiện ngoài khoảng.", SF(settle_label_words(s, p)));
	rule_hint(s->r, "Tách thành hai tiêu chí thành phần, hoặc viết “Đủ các điều kiện (tỷ lệ từ 90%% trở lên; …): điểm tối đa; thiếu một điều kiện: 0 điểm”.");
	return true;
}

static bool same_rate(struct settling *s, const struct part *p, bool first)
{
	str what = rule_small(s->r->a, p->what);
	if (first || rule_same_words(s->rule->what, what)) {
		s->rule->what = what;
		return true;
	}
	return settle_wrong(s, p, "Các mức nhân những tỷ lệ khác nhau.", "Cả tiêu chí chỉ dùng một tỷ lệ; dùng “Công thức: …” nếu cần nhiều số liệu.");
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
		if (second_condition(s, p))
			return false;
		if (denied(s, p)) {
			rule_fault(s->r, p->label.from, p->label.to, "Khoảng này viết theo lối phủ định nên không rõ.");
			return rule_hint(s->r, "Viết khoảng được tính, ví dụ “dưới 80%%”.");
		}
		if (settle_is_plain(p)) {
			struct bound zero = { { figure_make(0, 0), false }, true };
			p->low = p->high = zero;
			p->name = p->tail = (str){ 0 };
		}
		if (p->rest && i + 1 < s->n)
			return settle_wrong(s, p, "“Còn lại” phải là mức cuối.", "Đưa mức này xuống cuối, hoặc viết rõ cận.");
		struct clause *c = settle_add_clause(s, &rule->clauses, p, p->rest ? (str){ 0 } : band_words(s, p, count));
		c->from = p->low;
		c->to = p->high;
		if (p->rest && !rule_rest(s->r, rule, i, place[i]))
			return false;
		if (p->gives.kind == GIVES_RATE && !same_rate(s, p, !rates))
			return false;
		rates |= p->gives.kind == GIVES_RATE;
		if (rates && count)
			return settle_wrong(s, p, "Số lượng không nhân được với điểm tối đa.", "Viết các mức bằng phần trăm, hoặc ghi số điểm của mức này.");
	}
	if (!count)
		open_highest(rule);
	rule->type = rates ? &rule_mixed : rule->type;
	return rule_bounds(s->r, rule, place, count);
}

bool settle_labels(struct settling *s)
{
	size_t ranges = 0, names = 0, plain = 0, strong = 0, loose = 0;
	str unit = { 0 };
	if (!all_labels(s))
		return false;
	for (size_t i = 0; i < s->n; i++)
		if (!settle_gives_fits(s, s->at[i]) || !settle_full_fits(s, s->at[i]))
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
		if (settle_is_plain(p) && !says_none(s, p, unit, i + 1 == s->n)) {
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
	           SF(settle_label_words(s, first_plain)));
	if (!percent && unit.n)
		return rule_hint(s->r, "Viết khoảng, ví dụ “không có %.*s” hoặc “còn lại” ở mức cuối.", SF(unit));
	return rule_hint(s->r, "Viết khoảng, ví dụ “dưới 80%%” hoặc “còn lại” ở mức cuối.");
}
