#include "app/index.h"
#include "report/book.h"

/* Sets, scores and ranks laid out for the person who has to work with them. */

enum { INDENT = 2, CELL_LINES = 4, LABEL = 16 };

struct page { struct arena *a; struct buf b; const struct layout *y; };

static void cell(struct page *p, struct table *t, str s) { *vec_add(p->a, &t->cells) = s; }
static void cell_points(struct page *p, struct table *t, points at) { cell(p, t, points_vi(p->a, at)); }

static void title(struct page *p, str s)
{
	layout_ink(&p->b, p->y, INK_BOLD, layout_safe(p->a, s));
	buf_put(&p->b, S("\n"));
}

static void line(struct page *p, const char *label, str value)
{
	if (!value.n)
		return;
	buf_fmt(&p->b, "%*s%s%*s", INDENT, "", label, LABEL - layout_width(str_c(label)), "");
	layout_para(&p->b, p->y, value, INDENT + LABEL, INDENT + LABEL);
}

static void put_note(struct page *p, str s)
{
	str kind = S("lưu ý: ");
	buf_fmt(&p->b, "%*s", INDENT, "");
	layout_ink(&p->b, p->y, INK_WARNING, kind);
	layout_para(&p->b, p->y, s, INDENT + layout_width(kind), INDENT + layout_width(kind));
}

static str percent_words(struct arena *a, int64_t percent)
{
	return percent < 0 ? S("không có điểm nào được tính") : str_fmt(a, "%s%%", percent_vi(a, percent).p);
}

/* -- a set ------------------------------------------------------------------------------------------- */

static void put_caret(struct page *p, str caret)
{
	for (size_t at = 0; at < caret.n;) {
		size_t end = str_find(caret, S("\n"), at);
		str part = layout_safe(p->a, str_sub(caret, at, end));
		buf_fmt(&p->b, "%*s%.*s\n", 4, "", SF(part));
		at = end + 1;
	}
}

static void put_lint(struct page *p, const struct criteria_set *s, const struct lint *l)
{
	const struct set_criterion *c = l->criterion == NO_INDEX ? NULL : &s->criteria.at[l->criterion];
	bool error = l->severity == SEVERITY_ERROR;
	str kind = error ? S("lỗi     ") : S("xem lại ");
	layout_ink(&p->b, p->y, error ? INK_ERROR : INK_WARNING, kind);
	int used = layout_width(kind);
	if (c && c->from.row) {
		str row = str_fmt(p->a, "dòng %-4d ", c->from.row);
		buf_put(&p->b, row);
		used += layout_width(row);
	}
	layout_para(&p->b, p->y, l->message, used, 4);
	put_caret(p, l->caret);
	if (l->hint.n) {
		buf_fmt(&p->b, "%*s", 4, "");
		layout_para(&p->b, p->y, l->hint, 4, 4);
	}
}

str set_text(struct arena *a, const struct criteria_set *s, const lints *l, const struct layout *y)
{
	struct page p = { a, buf_open(a), y };
	size_t leaves = 0, errors = 0;
	for (size_t i = 0; i < s->criteria.n; i++)
		leaves += set_leaf(&s->criteria.at[i]);
	for (size_t i = 0; i < l->n; i++)
		errors += l->at[i].severity == SEVERITY_ERROR;
	title(&p, s->name.n ? s->name : S("Bộ tiêu chí chưa có tên"));
	line(&p, "Cấp, năm", str_fmt(a, "%.*s%s%s", SF(s->level), s->level.n && s->year ? ", " : "", s->year ? str_fmt(a, "năm %d", s->year).p : ""));
	line(&p, "Quyết định", str_fmt(a, "%.*s", SF(s->number)));
	line(&p, "Gồm", str_fmt(a, "%zu tiêu chí chấm điểm, %zu lĩnh vực và tiêu chí cha, %zu số liệu; tối đa %s điểm", leaves, s->criteria.n - leaves,
	                        s->inputs.n, points_vi(a, set_max(s)).p));
	if (l->n)
		buf_put(&p.b, S("\n"));
	for (int severity = SEVERITY_ERROR; severity >= SEVERITY_WARNING; severity--)
		for (size_t i = 0; i < l->n; i++)
			if ((int)l->at[i].severity == severity)
				put_lint(&p, s, &l->at[i]);
	buf_put(&p.b, S("\n"));
	if (l->n)
		buf_fmt(&p.b, "%zu lỗi, %zu điều cần xem lại.\n", errors, l->n - errors);
	else
		buf_put(&p.b, S("Không thấy lỗi nào.\n"));
	return buf_str(&p.b);
}

/* -- a score ----------------------------------------------------------------------------------------- */

static const char *const by_words[] = {
	[BY_NOTHING] = "–", [BY_RULE] = "cách tính", [BY_SELF] = "tự chấm", [BY_ROUND_ONE] = "thẩm định 1", [BY_ROUND_TWO] = "thẩm định 2",
};

static void put_fields(struct page *p, const struct index_scored *s)
{
	static const struct column columns[] = { { "Mã", false, 0 }, { "Lĩnh vực", false, 1 }, { "Tối đa", true, 0 }, { "Điểm", true, 0 }, { "%", true, 0 } };
	struct table t = { columns, COUNT(columns), { 0 }, INDENT, CELL_LINES };
	const struct criteria_set *set = s->scoring->set;
	for (size_t i = 0; i < set->criteria.n; i++) {
		if (set->criteria.at[i].parent != NO_PARENT)
			continue;
		cell(p, &t, set->criteria.at[i].code);
		cell(p, &t, set->criteria.at[i].name);
		cell_points(p, &t, s->node[i].max);
		cell_points(p, &t, s->node[i].points);
		cell(p, &t, s->node[i].max > 0 ? percent_vi(p->a, percent_of(s->node[i].points, s->node[i].max)) : (str){ 0 });
	}
	layout_table(&p->b, p->y, &t);
}

static void put_leaves(struct page *p, const struct index_scored *s)
{
	static const struct column columns[] = { { "Mã", false, 0 }, { "Tiêu chí", false, 2 }, { "Tối đa", true, 0 }, { "Điểm", true, 0 }, { "Theo", false, 0 },
		                                 { "Vì sao", false, 4 } };
	struct table t = { columns, COUNT(columns), { 0 }, INDENT, CELL_LINES };
	for (size_t i = 0; i < s->scoring->leaves.n; i++) {
		const struct set_criterion *c = &s->scoring->set->criteria.at[s->scoring->leaves.at[i]];
		cell(p, &t, c->code);
		cell(p, &t, c->name);
		cell_points(p, &t, c->max);
		if (s->leaf[i].excluded)
			cell(p, &t, S("loại"));
		else
			cell_points(p, &t, s->leaf[i].points);
		cell(p, &t, s->leaf[i].excluded ? (str){ 0 } : str_c(by_words[s->leaf[i].by]));
		cell(p, &t, score_why(p->a, s->scoring, s->sheet, s->leaf, i));
	}
	layout_table(&p->b, p->y, &t);
}

str score_text(struct arena *a, const struct index_scored *s, const struct layout *y)
{
	struct page p = { a, buf_open(a), y };
	const struct total *t = &s->total;
	const struct set_class *class = class_at(s->scoring->set, t->points, t->max);
	title(&p, s->sheet->unit.n ? s->sheet->unit : S("Đơn vị chưa ghi tên"));
	line(&p, "Bộ tiêu chí", s->scoring->set->name);
	line(&p, "Tổng điểm", str_fmt(a, "%s/%s", points_vi(a, t->points).p, points_vi(a, t->max).p));
	if (t->max != t->full_max)
		line(&p, "", str_fmt(a, "điểm tối đa của cả bộ: %s", points_vi(a, t->full_max).p));
	if (t->bonus)
		line(&p, "Điểm thưởng", points_vi(a, t->bonus));
	if (t->penalty)
		line(&p, "Điểm phạt", points_vi(a, t->penalty));
	line(&p, "Tỷ lệ", percent_words(a, t->percent));
	size_t unscored = leaves_unscored(s->scoring, s->leaf), n_bare;
	str bare = leaves_without_evidence(a, s->scoring, s->sheet, s->leaf, &n_bare);
	if (class)
		line(&p, "Xếp loại", unscored ? str_fmt(a, "%.*s (tạm tính)", SF(class->name)) : class->name);
	if (unscored)
		line(&p, "Chưa đủ", str_fmt(a, "%zu tiêu chí chưa chấm được (chưa có số liệu, hoặc cần người chấm)", unscored));
	if (n_bare)
		line(&p, "Tài liệu", str_fmt(a, "%zu tiêu chí phải có tài liệu kiểm chứng mà cột Tài liệu để trống: %.*s", n_bare, SF(bare)));
	buf_put(&p.b, S("\n"));
	title(&p, S("Theo lĩnh vực"));
	put_fields(&p, s);
	buf_put(&p.b, S("\n"));
	title(&p, str_fmt(a, "Theo tiêu chí (%zu)", s->scoring->leaves.n));
	put_leaves(&p, s);
	return buf_str(&p.b);
}

/* -- a ranking --------------------------------------------------------------------------------------- */

static void put_group(struct page *p, struct standing *const *at, size_t n)
{
	static const struct column columns[] = { { "Hạng", true, 0 }, { "Tên cơ quan", false, 2 }, { "Tối đa", true, 0 }, { "Điểm", true, 0 }, { "Tỷ lệ", true, 0 },
		                                 { "Xếp loại", false, 0 }, { "Người đứng đầu", false, 1 } };
	struct table t = { columns, COUNT(columns), { 0 }, INDENT, CELL_LINES };
	str group = at[0]->group.n ? at[0]->group : S("Xếp hạng");
	title(p, str_fmt(p->a, "%.*s (%zu cơ quan)", SF(group), n));
	for (size_t i = 0; i < n; i++) {
		const struct standing *s = at[i];
		str head = s->head.n || !s->class ? s->head : s->class->head.n ? s->class->head : s->class->name;
		cell(p, &t, s->rank ? str_fmt(p->a, "%d/%zu", s->rank, n) : S("–"));
		cell(p, &t, s->name);
		cell_points(p, &t, s->max);
		cell_points(p, &t, s->points);
		cell(p, &t, s->percent >= 0 ? percent_vi(p->a, s->percent) : S("–"));
		cell(p, &t, s->class ? s->class->name : (str){ 0 });
		cell(p, &t, head);
	}
	layout_table(&p->b, p->y, &t);
	strs notes = ranking_notes(p->a, at, n);
	for (size_t i = 0; i < notes.n; i++)
		put_note(p, notes.at[i]);
}

str ranking_text(struct arena *a, struct standing *const *at, size_t n, const struct layout *y)
{
	struct page p = { a, buf_open(a), y };
	for (size_t i = 0, end; i < n; i = end) {
		for (end = i; end < n && str_eq(at[end]->group, at[i]->group);)
			end++;
		if (i)
			buf_put(&p.b, S("\n"));
		put_group(&p, at + i, end - i);
	}
	return buf_str(&p.b);
}

/* -- a mapping --------------------------------------------------------------------------------------- */

str mapping_text(struct arena *a, const struct criteria_set *was, const struct criteria_set *is, const pairs *all, const struct layout *y)
{
	static const char *const kinds[] = { [PAIR_KEPT] = "giữ nguyên", [PAIR_MOVED] = "đổi mã", [PAIR_CHANGED] = "sửa", [PAIR_NEW] = "mới",
		                             [PAIR_DROPPED] = "bỏ" };
	static const struct column columns[] = { { "Cũ", false, 0 }, { "Mới", false, 0 }, { "Tên", false, 3 }, { "Là", false, 0 }, { "Giống", true, 0 },
		                                 { "Khác ở chỗ", false, 2 } };
	struct page p = { a, buf_open(a), y };
	struct table t = { columns, COUNT(columns), { 0 }, INDENT, CELL_LINES };
	size_t n[COUNT(kinds)] = { 0 };
	for (size_t i = 0; i < all->n; i++) {
		const struct pair *at = &all->at[i];
		const struct set_criterion *old = at->was == NO_INDEX ? NULL : &was->criteria.at[at->was];
		const struct set_criterion *new = at->is == NO_INDEX ? NULL : &is->criteria.at[at->is];
		n[at->kind]++;
		cell(&p, &t, old ? old->code : (str){ 0 });
		cell(&p, &t, new ? new->code : (str){ 0 });
		cell(&p, &t, new ? new->name : old->name);
		cell(&p, &t, str_c(kinds[at->kind]));
		cell(&p, &t, old && new ? str_fmt(a, "%d%%", at->score) : (str){ 0 });
		cell(&p, &t, at->changes);
	}
	title(&p, str_fmt(a, "Đối chiếu: %zu giữ nguyên, %zu đổi mã, %zu sửa, %zu mới, %zu bỏ", n[PAIR_KEPT], n[PAIR_MOVED], n[PAIR_CHANGED], n[PAIR_NEW],
	                  n[PAIR_DROPPED]));
	layout_table(&p.b, y, &t);
	return buf_str(&p.b);
}

/* -- a forecast -------------------------------------------------------------------------------------- */

static void put_total(struct page *p, struct table *t, const struct criteria_set *s, const char *when, const struct total *at)
{
	const struct set_class *class = class_at(s, at->points, at->max);
	cell(p, t, str_c(when));
	cell_points(p, t, at->points);
	cell_points(p, t, at->max);
	cell(p, t, at->percent >= 0 ? percent_vi(p->a, at->percent) : S("–"));
	cell(p, t, class ? class->name : (str){ 0 });
}

static void put_order(struct page *p, const struct criteria_set *s, const struct forecast *f)
{
	static const struct column columns[] = { { "Thứ tự", true, 0 }, { "Mã", false, 0 }, { "Tiêu chí", false, 2 }, { "Mất", true, 0 }, { "Lấy lại", true, 0 },
		                                 { "Tình trạng", false, 0 }, { "Chủ trì", false, 1 }, { "Giải pháp", false, 2 },
		                                 { "Vì sao", false, 2 } };
	struct table t = { columns, COUNT(columns), { 0 }, INDENT, CELL_LINES };
	for (size_t i = 0; i < f->order.n; i++) {
		const struct outlook *o = &f->order.at[i];
		cell(p, &t, str_fmt(p->a, "%zu", i + 1));
		cell(p, &t, s->criteria.at[o->criterion].code);
		cell(p, &t, s->criteria.at[o->criterion].name);
		cell_points(p, &t, o->lost);
		cell_points(p, &t, o->winnable);
		cell(p, &t, str_c(chance_vi(o->chance)));
		cell(p, &t, o->lead);
		cell(p, &t, o->remedy);
		cell(p, &t, o->why);
	}
	layout_table(&p->b, p->y, &t);
}

str forecast_text(struct arena *a, const struct criteria_set *s, const struct forecast *f, const struct layout *y)
{
	static const struct column columns[] = { { "Khi", false, 1 }, { "Điểm", true, 0 }, { "Tối đa", true, 0 }, { "Tỷ lệ", true, 0 }, { "Xếp loại", false, 0 } };
	struct page p = { a, buf_open(a), y };
	struct table t = { columns, COUNT(columns), { 0 }, INDENT, CELL_LINES };
	title(&p, S("Dự báo"));
	put_total(&p, &t, s, "hiện nay", &f->now);
	if (f->assuming)
		put_total(&p, &t, s, "theo giả sử", &f->assumed);
	put_total(&p, &t, s, "tính việc đã xong", &f->done);
	put_total(&p, &t, s, "tính thêm việc đúng hạn", &f->on_time);
	put_total(&p, &t, s, "tính tất cả", &f->all);
	layout_table(&p.b, y, &t);
	for (size_t i = 0; i < f->notes.n; i++) {
		buf_fmt(&p.b, "%*s", INDENT, "");
		layout_para(&p.b, y, f->notes.at[i], INDENT, INDENT);
	}
	buf_put(&p.b, S("\n"));
	title(&p, str_fmt(a, "Thứ tự làm (%zu tiêu chí)", f->order.n));
	put_order(&p, s, f);
	return buf_str(&p.b);
}

/* -- a history --------------------------------------------------------------------------------------- */

enum { YEARS_SHOWN = 6 };

static str cell_vi(struct arena *a, const struct history_cell *c, bool code)
{
	if (!c->known)
		return S("–");
	if (c->excluded)
		return S("loại");
	str got = points_vi(a, c->points), max = points_vi(a, c->max);
	return code ? str_fmt(a, "%.*s/%.*s (%.*s)", SF(got), SF(max), SF(c->code)) : str_fmt(a, "%.*s/%.*s", SF(got), SF(max));
}

/* The last years; what is older does not fit a screen. */
static void put_lines(struct page *p, const struct history_year *years, const struct history *h, bool fields)
{
	struct column columns[LAYOUT_COLUMNS] = { { "Mã", false, 0 }, { fields ? "Lĩnh vực" : "Tiêu chí", false, 2 } };
	const struct criteria_set *last = years[h->years - 1].scoring->set;
	size_t first = h->years > YEARS_SHOWN ? h->years - YEARS_SHOWN : 0, n = 2;
	for (size_t k = first; k < h->years; k++) {
		int year = years[k].scoring->set->year;
		columns[n++] = (struct column){ (year ? str_fmt(p->a, "%d", year) : str_fmt(p->a, "năm thứ %zu", k + 1)).p, true, 0 };
	}
	columns[n++] = fields ? (struct column){ "Xu hướng", false, 1 } : (struct column){ "Số lần mất", true, 0 };
	if (!fields)
		columns[n++] = (struct column){ "Tổng mất", true, 0 };
	struct table t = { columns, n, { 0 }, INDENT, CELL_LINES };
	size_t count = fields ? h->fields.n : h->leaves.n;
	for (size_t i = 0; i < count; i++) {
		const struct history_line *l = fields ? &h->fields.at[i] : &h->leaves.at[i];
		cell(p, &t, last->criteria.at[l->criterion].code);
		cell(p, &t, last->criteria.at[l->criterion].name);
		for (size_t k = first; k < h->years; k++)
			cell(p, &t, cell_vi(p->a, &l->year[k], !str_eq(l->year[k].code, last->criteria.at[l->criterion].code)));
		cell(p, &t, fields ? trend_vi(p->a, h, l) : str_fmt(p->a, "%d", l->times_lost));
		if (!fields)
			cell_points(p, &t, l->lost);
	}
	layout_table(&p->b, p->y, &t);
}

str history_text(struct arena *a, const struct history_year *years, const struct history *h, const struct layout *y)
{
	struct page p = { a, buf_open(a), y };
	title(&p, S("Các lĩnh vực qua các năm"));
	put_lines(&p, years, h, true);
	buf_put(&p.b, S("\n"));
	title(&p, str_fmt(a, "Tiêu chí mất điểm, nhiều lần nhất đứng trước (%zu)", h->leaves.n));
	put_lines(&p, years, h, false);
	return buf_str(&p.b);
}
