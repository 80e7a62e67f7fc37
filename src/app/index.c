#include "app/index.h"
#include "app/examine.h"
#include "base/file.h"
#include "base/fold.h"
#include "base/map.h"
#include "docin/child.h"
#include "docout/render.h"
#include "extract/book.h"
#include "extract/decision.h"
#include "extract/extract.h"
#include "report/book.h"

/* -- files ------------------------------------------------------------------------------------------- */

/* JSON begins with a brace; so does no document that we read. */
static bool is_json(str bytes)
{
	if (str_starts(bytes, S("\xEF\xBB\xBF")))
		bytes = str_sub(bytes, 3, bytes.n);
	bytes = str_trim(bytes);
	return bytes.n && bytes.p[0] == '{';
}

bool index_load(struct arena *a, const char *path, struct index_file *ret, struct told *t, struct err *e)
{
	struct reading r = { 0 };
	str bytes;
	*ret = (struct index_file){ .name = path };
	if (!file_read(a, path, FILE_MAX, &bytes, e))
		return false;
	if (is_json(bytes)) {
		ret->json = str_starts(bytes, S("\xEF\xBB\xBF")) ? str_sub(bytes, 3, bytes.n) : bytes;
		return true;
	}
	if (!read_boxed_bytes(a, bytes, &r, e))
		return false;
	if (!r.root) {
		fail(e, ERR_INPUT, "“%s” chứa nhiều tệp bên trong.", path);
		return err_hint(e, "Hãy giải nén rồi chỉ ra đúng một tệp.");
	}
	restore(a, r.root);
	ret->root = r.root;
	for (size_t i = 0; i < r.notes.n; i++)
		told_note(a, t, "%.*s", SF(r.notes.at[i]));
	return true;
}

bool index_root(struct arena *a, const char *path, struct node **ret, struct told *t, struct err *e)
{
	struct index_file f = { 0 };
	if (!index_load(a, path, &f, t, e))
		return false;
	*ret = f.root;
	return f.root || (fail(e, ERR_INPUT, "“%s” là tệp JSON, không có bảng.", path), err_hint(e, "Chỉ ra một tệp .xlsx, .ods, .docx hay .md."));
}

static bool refuse(const char *path, const char *what, const struct told *t, struct err *e)
{
	if (t->wrong_n > 1)
		fail(e, ERR_INPUT, "“%s”: %s có %zu chỗ sai.", path, what, t->wrong_n);
	else
		fail(e, ERR_INPUT, "“%s”: %s có chỗ sai.", path, what);
	return err_hint(e, "Sửa những chỗ nêu trên trong tệp, lưu lại rồi làm lại.");
}

static str row_of(struct arena *a, const struct criteria_set *s, const struct lint *l)
{
	int row = l->criterion == NO_INDEX ? 0 : s->criteria.at[l->criterion].from.row;
	return row ? str_fmt(a, "Dòng %d: ", row) : (str){ 0 };
}

static void lint_into(struct arena *a, const struct criteria_set *s, struct told *t)
{
	lints l = set_lint(a, s);
	for (size_t i = 0; i < l.n; i++)
		if (l.at[i].severity == SEVERITY_ERROR)
			told_wrong(a, t, "%.*s%.*s", SF(row_of(a, s, &l.at[i])), SF(l.at[i].message));
}

enum index_kind index_kind_in(struct arena *a, const struct index_file *f)
{
	return !f->root ? json_kind(f->json) : book_is_set(a, f->root) ? INDEX_SET : book_named(a, f->root, PAGE_FORM) ? INDEX_SHEET :
	       book_named(a, f->root, PAGE_RESULTS) ? INDEX_RESULTS : INDEX_OTHER;
}

bool index_set_in(struct arena *a, const struct index_file *f, bool linted, struct criteria_set **ret, struct told *t, struct err *e)
{
	size_t before = t->wrong_n;
	bool ok = f->root ? book_set(a, f->root, false, ret, t) : set_parse(a, f->json, ret, t);
	if (ok && linted)
		lint_into(a, *ret, t);
	return t->wrong_n == before || refuse(f->name, "bộ tiêu chí", t, e);
}

bool index_sheet_in(struct arena *a, const struct index_file *f, const struct criteria_set *s, struct sheet **ret, struct told *t,
                    struct err *e)
{
	size_t before = t->wrong_n;
	bool ok = f->root ? book_sheet(a, f->root, s, ret, t) : sheet_parse(a, f->json, s, ret, t);
	if (!ok || t->wrong_n != before)
		return refuse(f->name, "phiếu", t, e);
	lints odd = sheet_lint(a, s, *ret);
	for (size_t i = 0; i < odd.n; i++)
		told_note(a, t, "%.*s", SF(odd.at[i].message));
	return true;
}

bool index_results_in(struct arena *a, const struct index_file *f, standings *ret, struct criteria_set **set, struct told *t, struct err *e)
{
	size_t before = t->wrong_n;
	*set = NULL;
	bool ok = f->root ? book_results(a, f->root, ret, t) : ranking_parse(a, f->json, ret, t);
	if (ok && f->root && book_has_set(a, f->root))
		ok = book_set(a, f->root, true, set, t);
	return (ok && t->wrong_n == before) || refuse(f->name, "bảng kết quả", t, e);
}

bool index_set(struct arena *a, const char *path, bool linted, struct criteria_set **ret, struct told *t, struct err *e)
{
	struct index_file f;
	return index_load(a, path, &f, t, e) && index_set_in(a, &f, linted, ret, t, e);
}

bool index_sheet(struct arena *a, const char *path, const struct criteria_set *s, struct sheet **ret, struct told *t, struct err *e)
{
	struct index_file f;
	return index_load(a, path, &f, t, e) && index_sheet_in(a, &f, s, ret, t, e);
}

bool index_results(struct arena *a, const char *path, standings *ret, struct criteria_set **set, struct told *t, struct err *e)
{
	struct index_file f;
	return index_load(a, path, &f, t, e) && index_results_in(a, &f, ret, set, t, e);
}

bool index_decision(struct arena *a, const char *path, struct criteria_set **ret, lints *notes, struct told *t, struct err *e)
{
	struct index_file f = { 0 };
	if (!index_load(a, path, &f, t, e))
		return false;
	if (f.root && !book_is_set(a, f.root))
		return decision_read(a, f.root, ret, notes, e);
	return (f.root ? book_set(a, f.root, false, ret, t) : set_parse(a, f.json, ret, t)) || refuse(path, "bộ tiêu chí", t, e);
}

bool index_plan(struct arena *a, const char *path, struct facts **ret, struct err *e)
{
	struct index_file f = { 0 };
	struct told passed = { 0 };
	if (!index_load(a, path, &f, &passed, e))
		return false;
	if (!f.root)
		return facts_parse(a, f.json, ret, e);
	*ret = extract(a, f.root);
	return true;
}

bool index_settings(struct arena *a, const char *path, struct criteria_set **ret, struct told *t, struct err *e)
{
	struct index_file f = { 0 };
	if (!index_load(a, path, &f, t, e))
		return false;
	return (f.root ? book_set(a, f.root, true, ret, t) : set_parse(a, f.json, ret, t)) || refuse(path, "bộ tiêu chí", t, e);
}

/* -- scoring ----------------------------------------------------------------------------------------- */

struct index_scored index_score(struct arena *a, const struct scoring *g, const struct sheet *t)
{
	struct index_scored r = { .scoring = g, .sheet = t };
	r.leaf = make_n(a, struct scored, g->leaves.n + 1);
	r.node = make_n(a, struct node_total, g->set->criteria.n + 1);
	points *leaf = make_n(a, points, g->leaves.n + 1);
	bool *excluded = make_n(a, bool, g->leaves.n + 1);
	score_sheet(g, t, r.leaf);
	for (size_t i = 0; i < g->leaves.n; i++) {
		leaf[i] = r.leaf[i].points;
		excluded[i] = r.leaf[i].excluded;
	}
	score_totals(g, leaf, excluded, r.node, &r.total);
	fill_top_leaves(g, r.leaf, r.node);
	return r;
}

/* A group by its letters, in lower case and without spaces: "Sở", "SỞ " and "sở" are one, "Khối D" and "Khối Đ" are two. */
static str group_key(struct arena *a, str group)
{
	struct buf b = buf_open(a);
	for (size_t at = 0; at < group.n;) {
		size_t from = at;
		uint32_t c = utf8_next(group, &at);
		str letter = str_sub(group, from, at);
		if (fold_char(c) == ' ')
			continue;
		if (char_is_upper(c)) {                    /* of Vietnamese: 32 below its small letter, or next to it */
			c += c < 0x100 ? 0x20 : 1;
			char small[] = { (char)(0xC0 | c >> 6), (char)(0x80 | (c & 0x3F)), 0, 0 };
			char wide[] = { (char)(0xE0 | c >> 12), (char)(0x80 | (c >> 6 & 0x3F)), (char)(0x80 | (c & 0x3F)), 0 };
			char plain[] = { (char)c, 0 };
			letter = str_copy(a, str_c(c < 0x80 ? plain : c < 0x800 ? small : wide));
		}
		buf_put(&b, letter);
	}
	return buf_str(&b);
}

/* Groups that are one get one name: that of the first. */
static str group_name(struct arena *a, struct map *seen, strs *names, str group)
{
	int *number = map_put(a, seen, group_key(a, group));
	if (!*number) {
		*vec_add(a, names) = group;
		*number = (int)names->n;
	}
	return names->at[*number - 1];
}

static void find_best(struct arena *a, const struct scoring *g, struct sheet **sheets, size_t n, str group)
{
	const struct criteria_set *s = g->set;
	struct exact *best = make_n(a, struct exact, s->criteria.n + 1);
	for (size_t i = 0; i < n; i++) {
		if (!str_eq(sheets[i]->group, group))
			continue;
		sheets[i]->best = best;
		for (size_t k = 0; k < g->leaves.n; k++) {
			size_t c = g->leaves.at[k];
			if (s->criteria.at[c].inputs.n != 1 || !sheets[i]->rows.at[k].applies)
				continue;
			struct exact v = value_exact(&sheets[i]->values[s->criteria.at[c].inputs.at[0]]);
			if (exact_defined(v) && (!exact_defined(best[c]) || exact_cmp(v, best[c]) > 0))
				best[c] = v;
		}
	}
}

void index_score_all(struct arena *a, const struct scoring *g, struct sheet **sheets, size_t n, struct index_scored *ret)
{
	struct map seen = { 0 };
	strs names = { 0 };
	for (size_t i = 0; i < n; i++)
		sheets[i]->group = group_name(a, &seen, &names, sheets[i]->group);
	for (size_t i = 0; i < n; i++)
		if (!sheets[i]->best)
			find_best(a, g, sheets, n, sheets[i]->group);
	for (size_t i = 0; i < n; i++)
		ret[i] = index_score(a, g, sheets[i]);
}

/* Oldest first, as core/history.h wants them; sets without a year stay where they were. */
static void order(struct history_year *years, size_t n)
{
	for (size_t i = 1; i < n; i++)
		for (size_t k = i; k && years[k].scoring->set->year && years[k].scoring->set->year < years[k - 1].scoring->set->year; k--) {
			struct history_year y = years[k];
			years[k] = years[k - 1];
			years[k - 1] = y;
		}
}

void index_years(struct arena *a, struct history_year *years, size_t n)
{
	order(years, n);
	for (size_t i = 1; i < n; i++)
		years[i].from_before = mapping_propose(a, years[i - 1].scoring->set, years[i].scoring->set);
}

void index_rank(struct arena *a, const struct criteria_set *s, standings *all, struct standing **at)
{
	bool *done = make_n(a, bool, all->n + 1);
	struct map seen = { 0 };
	strs names = { 0 };
	size_t n = 0;
	for (size_t i = 0; i < all->n; i++) {
		all->at[i].group = group_name(a, &seen, &names, all->at[i].group);
		standing_percent(&all->at[i]);
		all->at[i].class = s ? class_at(s, all->at[i].points, all->at[i].max) : NULL;
	}
	for (size_t i = 0; i < all->n; i++) {
		size_t first = n;
		for (size_t k = i; k < all->n; k++)
			if (!done[k] && str_eq(all->at[k].group, all->at[i].group)) {
				done[k] = true;
				at[n++] = &all->at[k];
			}
		if (n > first)
			standing_rank(a, at + first, n - first, s ? s->rank : RANK_DENSE, s ? s->compare : COMPARE_PRINTED);
	}
}

static void differs(struct buf *b, const char *what, str printed, str is)
{
	buf_fmt(b, "%s%s %.*s, tính ra %.*s", b->n ? "; " : "bảng ghi ", what, SF(printed), SF(is));
}

strs ranking_notes(struct arena *a, struct standing *const *at, size_t n)
{
	strs ret = { 0 };
	for (size_t i = 0; i < n; i++) {
		const struct standing *s = at[i];
		struct buf b = buf_open(a);
		if (s->printed_percent.present && s->percent >= 0 &&
		    !figure_is(s->printed_percent, exact_div(exact_mul(exact_int(s->points), exact_int(100)), exact_int(s->max))))
			differs(&b, "tỷ lệ", figure_vi(a, s->printed_percent), percent_vi(a, s->percent));
		if (s->printed_rank && s->rank && s->printed_rank != s->rank)
			differs(&b, "hạng", str_fmt(a, "%d", s->printed_rank), str_fmt(a, "%d", s->rank));
		if (s->printed_class.n && s->class && !str_eq(fold_plain(a, s->printed_class), fold_plain(a, s->class->name)))
			differs(&b, "loại", s->printed_class, s->class->name);
		if (b.n)
			*vec_add(a, &ret) = str_fmt(a, "%.*s: %.*s.", SF(s->name), SF(buf_str(&b)));
	}
	return ret;
}

/* -- as workbooks ------------------------------------------------------------------------------------ */

static bool book(struct arena *a, const struct node *root, str *ret, struct err *e) { return render_xlsx.render(a, root, ret, e); }

bool set_book(struct arena *a, const struct criteria_set *s, str *ret, struct err *e) { return book(a, book_of_set(a, s), ret, e); }

bool form_book(struct arena *a, const struct criteria_set *s, const struct sheet *t, str *ret, struct err *e)
{
	return book(a, book_of_form(a, s, t), ret, e);
}

bool score_book(struct arena *a, const struct index_scored *s, str *ret, struct err *e)
{
	return book(a, book_of_score(a, s->scoring, s->sheet, s->leaf), ret, e);
}

bool ranking_book(struct arena *a, struct standing *const *at, size_t n, str *ret, struct err *e)
{
	return book(a, book_of_ranking(a, at, n), ret, e);
}

bool mapping_book(struct arena *a, const struct criteria_set *was, const struct criteria_set *is, const pairs *p, str *ret, struct err *e)
{
	return book(a, book_of_mapping(a, was, is, p), ret, e);
}

bool forecast_book(struct arena *a, const struct criteria_set *s, const struct forecast *f, str *ret, struct err *e)
{
	return book(a, book_of_forecast(a, s, f), ret, e);
}

bool history_book(struct arena *a, const struct history_year *years, const struct history *h, str *ret, struct err *e)
{
	return book(a, book_of_history(a, years, h), ret, e);
}
