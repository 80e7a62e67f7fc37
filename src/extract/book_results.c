#include "base/fold.h"
#include "extract/book.h"
#include "extract/book_pages.h"

struct results_reading { struct arena *a; standings *s; struct told *t; const struct page_of *p; str group; bool index; };

static bool points_in(struct results_reading *r, const struct book_row *at, int column, points *ret)
{
	str text = row_text(r->p, at, column);
	if (!text.n)
		return false;
	if (parse_points(text, ret) && *ret >= 0)
		return true;
	told_wrong(r->a, r->t, "Sheet %.*s, dòng %d, cột %s: “%.*s” không phải là điểm.", SF(r->p->title), at->row, book_heading(column), SF(text));
	return false;
}

/* A row without figures heads those below it: "I. Sở, ban, ngành". */
static bool is_group(const struct page_of *p, const struct book_row *at)
{
	static const int figures[] = { COLUMN_RESULTS_max, COLUMN_RESULTS_points, COLUMN_RESULTS_appraised, COLUMN_RESULTS_percent };
	for (size_t i = 0; i < COUNT(figures); i++)
		if (row_text(p, at, figures[i]).n)
			return false;
	return true;
}

static bool is_sum(struct arena *a, str name)
{
	str s = fold_plain(a, name);
	return str_starts(s, S("trung binh")) || str_starts(s, S("tong cong")) || str_eq(s, S("tong")) || str_eq(s, S("cong"));
}

/* Where only the index is printed, it stands as points of 100. */
static bool take_index(struct results_reading *r, const struct book_row *at, struct standing *s)
{
	int column = r->p->has[COLUMN_RESULTS_points] ? COLUMN_RESULTS_points : COLUMN_RESULTS_percent;
	str text = row_text(r->p, at, column);
	if (str_ends(text, S("%")))
		text = str_trim(str_sub(text, 0, text.n - 1));
	s->max = 100 * POINT;
	if (!text.n)
		return false;
	bool share = parse_points(text, &s->points) && s->points > 0 && s->points <= POINT && text.n == row_text(r->p, at, column).n;
	if (!share && parse_points(text, &s->points) && s->points >= 0)
		return true;
	told_wrong(r->a, r->t, "Sheet %.*s, dòng %d, cột %s: “%.*s” %s.", SF(r->p->title), at->row, book_heading(column), SF(row_text(r->p, at, column)),
	           share ? "là phần của 1; hãy đặt định dạng ô là phần trăm" : "không phải là tỷ lệ");
	return false;
}

/* The total where it is printed, else what it is made of. */
static bool take_points(struct results_reading *r, const struct book_row *at, struct standing *s)
{
	points total = 0, appraised = 0;
	if (r->index)
		return take_index(r, at, s);
	bool has_survey = points_in(r, at, COLUMN_RESULTS_survey, &s->survey);
	bool has_appraised = points_in(r, at, COLUMN_RESULTS_appraised, &appraised);
	bool has_total = points_in(r, at, COLUMN_RESULTS_points, &total);
	s->survey = has_survey ? s->survey : 0;
	s->points = has_total ? total : appraised + s->survey;
	if (has_total && has_appraised && has_survey && total != appraised + s->survey)
		told_note(r->a, r->t, "Sheet %.*s, dòng %d: tổng điểm %s khác %s + %s; dùng tổng điểm.", SF(r->p->title), at->row, points_vi(r->a, total).p,
		          points_vi(r->a, appraised).p, points_vi(r->a, s->survey).p);
	return has_total || has_appraised;
}

static void take_printed(struct results_reading *r, const struct book_row *at, struct standing *s)
{
	str percent = row_text(r->p, at, COLUMN_RESULTS_percent), rank = row_text(r->p, at, COLUMN_RESULTS_rank);
	if (str_ends(percent, S("%")))
		percent = str_trim(str_sub(percent, 0, percent.n - 1));
	s->printed_percent = r->index ? (struct figure){ 0 } : figure_parse(percent);
	if (percent.n && !r->index && !s->printed_percent.present)
		told_wrong(r->a, r->t, "Sheet %.*s, dòng %d, cột %s: “%.*s” không phải là tỷ lệ.", SF(r->p->title), at->row, book_heading(COLUMN_RESULTS_percent),
		           SF(percent));
	if (rank.n && !parse_whole(str_sub(rank, 0, str_find(rank, S("/"), 0)), &s->printed_rank))
		told_wrong(r->a, r->t, "Sheet %.*s, dòng %d, cột %s: “%.*s” không phải là thứ hạng.", SF(r->p->title), at->row, book_heading(COLUMN_RESULTS_rank),
		           SF(rank));
	s->printed_class = row_text(r->p, at, COLUMN_RESULTS_class);
	if (str_eq(fold_plain(r->a, s->head), fold_plain(r->a, s->printed_class)))     /* it follows from the class: nobody set it */
		s->head = (str){ 0 };
}

static void take_row(struct results_reading *r, const struct book_row *at)
{
	str name = row_text(r->p, at, COLUMN_RESULTS_name), group = row_text(r->p, at, COLUMN_RESULTS_group);
	if (is_group(r->p, at)) {
		str title = name.n ? name : row_text(r->p, at, COLUMN_RESULTS_ordinal);
		r->group = title.n ? title : r->group;
		return;
	}
	if (is_sum(r->a, name) || is_sum(r->a, row_text(r->p, at, COLUMN_RESULTS_ordinal)))
		return;
	if (!name.n) {
		told_wrong(r->a, r->t, "Sheet %.*s, dòng %d: có điểm mà không có tên cơ quan.", SF(r->p->title), at->row);
		return;
	}
	if (group.n)                               /* a cell that is merged downward stands for those below it */
		r->group = group;
	struct standing s = { .name = name, .group = r->group, .head = row_text(r->p, at, COLUMN_RESULTS_head) };
	size_t wrong = r->t->wrong_n;
	bool has_max = r->index || points_in(r, at, COLUMN_RESULTS_max, &s.max), has_points = take_points(r, at, &s);
	take_printed(r, at, &s);
	if (r->t->wrong_n == wrong && (!has_max || !has_points))
		told_wrong(r->a, r->t, "Sheet %.*s, dòng %d: %.*s thiếu %s.", SF(r->p->title), at->row, SF(name), has_max ? "điểm đạt" : "điểm tối đa");
	if (has_max && s.points > s.max)
		told_wrong(r->a, r->t, "Sheet %.*s, dòng %d: %.*s đạt %s điểm, lớn hơn điểm tối đa %s.", SF(r->p->title), at->row, SF(name),
		           points_vi(r->a, s.points).p, points_vi(r->a, s.max).p);
	*vec_add(r->a, r->s) = s;
}

/* Which of the columns that no table of results can be without is not there, and which are. */
static str what_lacks(struct arena *a, const struct near_heads *n)
{
	static const struct { const char *name; int columns[3]; size_t n; } needed[] = {
		{ "tên cơ quan", { COLUMN_RESULTS_name }, 1 },
		{ "điểm đạt (Tổng điểm, Điểm đạt được, Chỉ số CCHC, …)",
		  { COLUMN_RESULTS_points, COLUMN_RESULTS_appraised, COLUMN_RESULTS_percent }, 3 },
		{ "Điểm tối đa", { COLUMN_RESULTS_max, COLUMN_RESULTS_percent }, 2 },
	};
	struct buf b = buf_open(a);
	for (size_t i = 0; i < COUNT(needed); i++) {
		bool has = false;
		for (size_t k = 0; k < needed[i].n; k++)
			has = has || n->has[needed[i].columns[k]];
		if (!has)
			buf_fmt(&b, "%s%s", b.n ? ", " : "không thấy cột ", needed[i].name);
	}
	for (size_t i = 0; i < n->seen.n; i++)
		buf_fmt(&b, "%s“%.*s”", i ? ", " : b.n ? "; các cột thấy được: " : "các cột thấy được: ", SF(n->seen.at[i]));
	return buf_str(&b);
}

/* "80,5%" in the column of points, of which no maximum is printed. */
static bool is_index(const struct page_of *p)
{
	if (p->has[COLUMN_RESULTS_max] || p->has[COLUMN_RESULTS_appraised])
		return false;
	for (size_t i = 0; i < p->rows.n && p->has[COLUMN_RESULTS_points]; i++) {
		str text = row_text(p, &p->rows.at[i], COLUMN_RESULTS_points);
		if (text.n && !str_ends(text, S("%")))
			return false;
	}
	return p->has[COLUMN_RESULTS_points] || p->has[COLUMN_RESULTS_percent];
}

bool book_results(struct arena *a, const struct node *root, standings *ret, struct told *t)
{
	struct page_of p = pages_find(a, root, PAGE_RESULTS);
	struct results_reading r = { .a = a, .s = ret, .t = t, .p = &p, .index = p.found && is_index(&p) };
	struct near_heads near = pages_near(a, root, PAGE_RESULTS);
	bool headed = p.has[COLUMN_RESULTS_name];
	if (!p.found)
		told_wrong(a, t, "Không thấy sheet “%s” có các cột Tên cơ quan, Điểm tối đa, Tổng điểm%s%.*s.", book_page_name(PAGE_RESULTS),
		           near.seen.n ? ": " : "", SF(near.seen.n ? what_lacks(a, &near) : (str){ 0 }));
	else if (!headed || (!p.has[COLUMN_RESULTS_max] && !r.index))
		told_wrong(a, t, "Sheet %.*s: %.*s.", SF(p.title), SF(what_lacks(a, &near)));
	if (t->wrong_n)
		return false;
	if (r.index)
		told_note(a, t, "Sheet %.*s chỉ có tỷ lệ: lấy tỷ lệ làm điểm, điểm tối đa là 100.", SF(p.title));
	for (size_t i = 0; i < p.unknown.n; i++)
		told_note(a, t, "Sheet %.*s, cột “%.*s”: không biết cột này, không dùng.", SF(p.title), SF(p.unknown.at[i]));
	for (size_t i = 0; i < p.rows.n; i++)
		take_row(&r, &p.rows.at[i]);
	if (p.found && !ret->n && !t->wrong_n)
		told_wrong(a, t, "Sheet %.*s không có cơ quan nào.", SF(p.title));
	return !t->wrong_n;
}
