#include "base/fold.h"
#include "extract/book.h"
#include "extract/book_pages.h"
#include <stdio.h>

enum { DECIMALS_USUAL = 2, DECIMALS_MOST = POINTS_DECIMALS };

struct set_reading { struct arena *a; struct criteria_set *s; struct told *t; const struct page_of *p; };

/* -- settings ---------------------------------------------------------------------------------------- */

static void wrong_setting(struct set_reading *r, const struct book_pair *at, const char *expected)
{
	char row[32] = "";
	if (at->row)
		snprintf(row, sizeof row, "dòng %d, ", at->row);
	told_wrong(r->a, r->t, "Sheet %.*s, %smục %.*s: “%.*s” không phải là %s.", SF(r->p->title), row, SF(at->name), SF(at->value), expected);
}

static int choice_of(struct set_reading *r, const struct book_pair *at, enum book_choice c)
{
	int value = choice_of_words(c, fold_plain(r->a, at->value));
	if (value >= 0)
		return value;
	wrong_setting(r, at, str_fmt(r->a, "một trong: %s", choice_list(r->a, c).p).p);
	return 0;
}

static void take_points(struct set_reading *r, const struct book_pair *at, points *ret)
{
	if (!parse_points(at->value, ret) || *ret < 0)
		wrong_setting(r, at, "số điểm");
}

static void take_int(struct set_reading *r, const struct book_pair *at, int least, int most, const char *expected, int *ret)
{
	int n;
	if (parse_whole(at->value, &n) && n >= least && n <= most)
		*ret = n;
	else
		wrong_setting(r, at, expected);
}

static void take_setting(struct set_reading *r, const struct book_pair *at, int column)
{
	struct criteria_set *s = r->s;
	switch (column) {
	case COLUMN_SET_name:     s->name = at->value; break;
	case COLUMN_SET_level:    s->level = at->value; break;
	case COLUMN_SET_number:   s->number = at->value; break;
	case COLUMN_SET_issuer:   s->issuer = at->value; break;
	case COLUMN_SET_year:     take_int(r, at, 1990, 2200, "năm", &s->year); break;
	case COLUMN_SET_version:  take_int(r, at, 1, 1000000, "số thứ tự của phiên bản (1, 2, …)", &s->version); break;
	case COLUMN_SET_decimals: take_int(r, at, 0, DECIMALS_MOST, "số chữ số thập phân (2 hoặc 3)", &s->decimals); break;
	case COLUMN_SET_bonus:    take_points(r, at, &s->bonus_max); break;
	case COLUMN_SET_penalty:  take_points(r, at, &s->penalty_max); break;
	case COLUMN_SET_rank:     s->rank = (enum rank_method)choice_of(r, at, CHOICE_rank); break;
	case COLUMN_SET_without:  s->without = (enum set_without)choice_of(r, at, CHOICE_without); break;
	case COLUMN_SET_compare:  s->compare = (enum set_compare)choice_of(r, at, CHOICE_compare); break;
	case COLUMN_SET_date:
		if (!parse_date(at->value, &s->date))
			wrong_setting(r, at, "ngày (như 30/6/2026)");
		break;
	default: break;
	}
}

/* "80", "80%", "từ 80"; "80; người đứng đầu: Hoàn thành tốt nhiệm vụ" */
static bool parse_bound(struct arena *a, str text, struct set_class *c)
{
	size_t semicolon = str_find(text, S(";"), 0);
	str from = str_trim(str_sub(text, 0, semicolon)), head = str_trim(str_sub(text, semicolon + 1, text.n));
	size_t colon = str_find(head, S(":"), 0);
	if (head.n && colon == head.n)
		return false;
	c->head = str_trim(str_sub(head, colon + 1, head.n));
	if (str_starts(fold_plain(a, from), S("tu ")))
		from = str_trim(str_sub(from, str_find(from, S(" "), 0), from.n));
	if (str_ends(from, S("%")))
		from = str_trim(str_sub(from, 0, from.n - 1));
	points p;
	if (!parse_points(from, &p) || p < 0 || p % (POINT / 100))
		return false;
	c->from = p / (POINT / 100);
	return true;
}

static bool take_class(struct set_reading *r, const struct book_pair *at)
{
	str folded = fold_plain(r->a, at->name), word = S("xep loai");
	struct set_class c = { .from = 0 };
	if (!str_starts(folded, word) || folded.n == word.n)
		return false;
	struct fold f = fold_open(r->a, at->name);
	size_t from = word.n;
	while (from < f.text.n && strchr(": -", f.text.p[from]))
		from++;
	c.name = str_trim(fold_src(&f, from, f.text.n));
	if (!parse_bound(r->a, at->value, &c))
		wrong_setting(r, at, "mức dưới của loại, tính theo phần trăm (như 80)");
	*vec_add(r->a, &r->s->classes) = c;
	return true;
}

/* Highest first; of equal ones as they stand. */
static void order_classes(struct criteria_set *s)
{
	for (size_t i = 1; i < s->classes.n; i++)
		for (size_t k = i; k && s->classes.at[k - 1].from < s->classes.at[k].from; k--) {
			struct set_class c = s->classes.at[k];
			s->classes.at[k] = s->classes.at[k - 1];
			s->classes.at[k - 1] = c;
		}
}

static str plain_name(struct arena *a, str name)
{
	str s = fold_plain(a, name);
	while (s.n && (s.p[s.n - 1] == ':' || s.p[s.n - 1] == ' '))
		s.n--;
	return s;
}

static void take_settings(struct set_reading *r)
{
	bool seen[BOOK_COLUMNS] = { 0 };
	for (size_t i = 0; i < r->p->pairs.n; i++) {
		const struct book_pair *at = &r->p->pairs.at[i];
		if (!i && str_eq(fold_plain(r->a, at->value), S("gia tri")))       /* headings */
			continue;
		int column = book_column(PAGE_SET, plain_name(r->a, at->name));
		if (column == BOOK_NONE) {
			if (!take_class(r, at))
				*vec_add(r->a, &r->s->unknown) = str_fmt(r->a, "%.*s: %.*s", SF(r->p->title), SF(at->name));
			continue;
		}
		if (seen[column])
			told_wrong(r->a, r->t, "Sheet %.*s: mục %.*s có hai lần.", SF(r->p->title), SF(at->name));
		seen[column] = true;
		if (at->value.n)
			take_setting(r, at, column);
	}
	order_classes(r->s);
}

/* -- criteria ---------------------------------------------------------------------------------------- */

static void wrong_cell(struct set_reading *r, const struct book_row *at, int column, const char *expected)
{
	told_wrong(r->a, r->t, "Sheet %.*s, dòng %d, cột %s: “%.*s” không phải là %s.", SF(r->p->title), at->row, book_heading(column),
	           SF(row_text(r->p, at, column)), expected);
}

static int choice_in(struct set_reading *r, const struct book_row *at, int column, enum book_choice c)
{
	str text = row_text(r->p, at, column);
	int value = text.n ? choice_of_words(c, fold_plain(r->a, text)) : 0;
	if (value >= 0)
		return value;
	wrong_cell(r, at, column, str_fmt(r->a, "một trong: %s", choice_list(r->a, c).p).p);
	return 0;
}

static void take_inputs(struct set_reading *r, struct set_criterion *c, str text)
{
	for (size_t at = 0; at < text.n;) {
		size_t end = at;
		while (end < text.n && text.p[end] != ';' && text.p[end] != '\n')
			end++;
		str name = str_trim(str_sub(text, at, end));
		if (name.n && c->inputs.n < INPUTS_MAX)
			*vec_add(r->a, &c->inputs) = set_input(r->a, r->s, name);
		at = end + 1;
	}
}

static void take_evidence(struct arena *a, struct set_criterion *c, str text)
{
	struct fold f = fold_open(a, text);
	str must = S("bat buoc");
	if (str_starts(f.text, must) && str_find(f.text, S(":"), 0) < must.n + 2) {
		c->evidence.required = true;
		text = str_trim(fold_src(&f, str_find(f.text, S(":"), 0) + 1, f.text.n));
	} else if (str_eq(str_trim(f.text), must)) {
		c->evidence.required = true;
	}
	c->evidence.text = text;
}

/* Sums below the criteria are no criteria. */
static bool is_sum(struct arena *a, str name)
{
	str s = fold_plain(a, name);
	return str_starts(s, S("tong cong")) || str_starts(s, S("tong diem")) || str_eq(s, S("tong")) || str_eq(s, S("cong"));
}

static void take_criterion(struct set_reading *r, const struct book_row *at)
{
	str code = row_text(r->p, at, COLUMN_CRITERIA_code), name = row_text(r->p, at, COLUMN_CRITERIA_name);
	str max = row_text(r->p, at, COLUMN_CRITERIA_max);
	if (is_sum(r->a, name) || is_sum(r->a, code) || (!code.n && !name.n && !max.n && !row_text(r->p, at, COLUMN_CRITERIA_rule).n))
		return;
	if (!code.n) {
		told_wrong(r->a, r->t, "Sheet %.*s, dòng %d: thiếu mã của tiêu chí “%.*s”.", SF(r->p->title), at->row, SF(name));
		return;
	}
	if (r->s->criteria.n == CRITERIA_MAX) {
		told_wrong(r->a, r->t, "Sheet %.*s, dòng %d: quá nhiều tiêu chí (nhiều nhất %d).", SF(r->p->title), at->row, CRITERIA_MAX);
		return;
	}
	struct set_criterion *c = set_add(r->a, r->s);
	c->code = code;
	c->name = name;
	c->max_printed = max.n > 0;
	if (max.n && (!parse_points(max, &c->max) || c->max < 0))
		wrong_cell(r, at, COLUMN_CRITERIA_max, "điểm"), c->max = 0;
	c->rule_text = row_text(r->p, at, COLUMN_CRITERIA_rule);
	take_inputs(r, c, row_text(r->p, at, COLUMN_CRITERIA_inputs));
	c->source = (enum set_source)choice_in(r, at, COLUMN_CRITERIA_source, CHOICE_source);
	c->none = (enum none_arose)choice_in(r, at, COLUMN_CRITERIA_none, CHOICE_none);
	take_evidence(r->a, c, row_text(r->p, at, COLUMN_CRITERIA_evidence));
	c->appraiser = row_text(r->p, at, COLUMN_CRITERIA_appraiser);
	c->id = row_text(r->p, at, COLUMN_CRITERIA_id);
	c->doubt = row_text(r->p, at, COLUMN_CRITERIA_doubt);
	c->guessed = c->doubt.n > 0;
	const struct place *from = &at->node->from;
	c->from = (struct source){ .line = from->line, .page = from->page, .table = from->table, .row = at->row };
}

static void take_unknown(struct set_reading *r)
{
	for (size_t i = 0; i < r->p->unknown.n; i++)
		*vec_add(r->a, &r->s->unknown) = str_fmt(r->a, "%.*s: cột %.*s", SF(r->p->title), SF(r->p->unknown.at[i]));
}

bool book_set(struct arena *a, const struct node *root, bool settings, struct criteria_set **ret, struct told *t)
{
	struct criteria_set *s = make(a, struct criteria_set);
	struct page_of set = pages_find(a, root, PAGE_SET), criteria = pages_find(a, root, PAGE_CRITERIA);
	struct set_reading r = { a, s, t, &set };
	*s = (struct criteria_set){ .decimals = DECIMALS_USUAL, .version = 1 };
	take_settings(&r);
	r.p = &criteria;
	take_unknown(&r);
	if (!criteria.found && !settings)
		told_wrong(a, t, "Không thấy sheet “%s” có các cột Mã, Tên, Điểm tối đa, Cách tính điểm.", book_page_name(PAGE_CRITERIA));
	else if (!criteria.rows.n && !settings)
		told_wrong(a, t, "Sheet %.*s không có tiêu chí nào dưới dòng tên cột (Mã, Tên, Điểm tối đa, …).", SF(criteria.title));
	for (size_t i = 0; i < criteria.rows.n; i++)
		take_criterion(&r, &criteria.rows.at[i]);
	if (!set.found && criteria.found)
		told_note(a, t, "Không có sheet “%s”: lấy %d chữ số thập phân, xếp hạng liền, loại khỏi mẫu số điều không áp dụng, không xếp loại.",
		          book_page_name(PAGE_SET), DECIMALS_USUAL);
	set_finish(a, s);
	for (size_t i = 0; i < s->unknown.n; i++)
		told_note(a, t, "Không biết “%.*s”: để nguyên, không dùng.", SF(s->unknown.at[i]));
	*ret = s;
	return !t->wrong_n;
}
