#include "base/fold.h"
#include "core/reason.h"
#include "extract/book.h"
#include "extract/book_pages.h"

struct sheet_reading {
	struct arena *a;
	const struct criteria_set *s;
	struct sheet *sheet;
	struct told  *t;
	const struct page_of *p;
	struct sheet_row **of;                     /* by criterion; NULL: a parent */
	bool *seen;                                /* by criterion; by input */
};

static void wrong_cell(struct sheet_reading *r, const struct book_row *at, int column, const char *why)
{
	told_wrong(r->a, r->t, "Sheet %.*s, dòng %d, cột %s: “%.*s” %s.", SF(r->p->title), at->row, book_heading(column),
	           SF(row_text(r->p, at, column)), why);
}

static void pass_over(struct sheet_reading *r, str what)
{
	*vec_add(r->a, &r->sheet->unknown) = what;
	told_note(r->a, r->t, "%.*s: không có trong bộ tiêu chí, không dùng.", SF(what));
}

static void pass_over_columns(struct sheet_reading *r)
{
	for (size_t i = 0; i < r->p->unknown.n; i++) {
		str what = str_fmt(r->a, "Sheet %.*s, cột “%.*s”", SF(r->p->title), SF(r->p->unknown.at[i]));
		*vec_add(r->a, &r->sheet->unknown) = what;
		told_note(r->a, r->t, "%.*s: không biết cột này, không dùng.", SF(what));
	}
}

/* -- the sheet Số liệu ------------------------------------------------------------------------------- */

/* "08/09/2026": Excel makes a day of "8/9" in a cell that is not of text. */
static bool is_day(str s)
{
	struct date d;
	return parse_date(s, &d) && d.day;
}

static size_t input_of(struct sheet_reading *r, str name)
{
	const int *number = map_get(&r->s->names, fold_plain(r->a, name));
	return number ? (size_t)*number - 1 : NO_INDEX;
}

static void take_input(struct sheet_reading *r, const struct book_row *at)
{
	str name = row_text(r->p, at, COLUMN_INPUTS_name), text = row_text(r->p, at, COLUMN_INPUTS_value);
	if (!name.n) {
		if (text.n)
			told_wrong(r->a, r->t, "Sheet %.*s, dòng %d: có giá trị “%.*s” mà không có tên số liệu.", SF(r->p->title), at->row, SF(text));
		return;
	}
	size_t i = input_of(r, name);
	if (i == NO_INDEX) {
		pass_over(r, str_fmt(r->a, "Sheet %.*s, dòng %d, số liệu “%.*s”", SF(r->p->title), at->row, SF(name)));
		return;
	}
	if (is_day(text)) {
		wrong_cell(r, at, COLUMN_INPUTS_value, "là một ngày; nếu là phân số như 8/9 thì đặt định dạng ô là Text rồi gõ lại");
		return;
	}
	struct value *v = &r->sheet->values[i], now = value_parse(r->a, text);
	if (now.kind == VALUE_NONE)
		return;
	if (v->kind != VALUE_NONE && !str_eq(v->printed, now.printed))
		told_wrong(r->a, r->t, "Sheet %.*s, dòng %d: số liệu “%.*s” đã có giá trị “%.*s”, ở đây lại là “%.*s”.", SF(r->p->title), at->row, SF(name),
		           SF(v->printed), SF(text));
	*v = now;
}

/* -- the sheet Phiếu ---------------------------------------------------------------------------------- */

/* A tick as it is typed, or as the letter that a font of symbols (Wingdings) shows as one: R, P, ü, þ, and where Word keeps them. */
static bool is_tick(str text)
{
	static const char *const ticks[] = { "✓", "✔", "√", "☑", "✅", "R", "P", "ü", "þ", "\xEF\x81\x92", "\xEF\x81\x90", "\xEF\x83\xBC", "\xEF\x83\xBE" };
	str as_picture = S("\xEF\xB8\x8F");          /* U+FE0F: how the mark before it is drawn */
	if (str_ends(text, as_picture))
		text = str_sub(text, 0, text.n - as_picture.n);
	for (size_t i = 0; i < COUNT(ticks); i++)
		if (str_eq(text, str_c(ticks[i])))
			return true;
	return false;
}

static bool has_letter(str folded)
{
	for (size_t i = 0; i < folded.n; i++)
		if (folded.p[i] >= 'a' && folded.p[i] <= 'z')
			return true;
	return false;
}

/* x, or empty; a tick, or words too. What else stands there is the reason why it does not apply. */
static void take_applies(struct sheet_reading *r, const struct book_row *at, struct sheet_row *row)
{
	static const char *const yes[] = { "x", "co", "1", "v", "ap dung", "co ap dung", "dat", "true" };
	static const char *const no[] = { "", "khong", "0", "o", "khong ap dung", "false", "-" };
	str text = row_text(r->p, at, COLUMN_FORM_applies), s = fold_plain(r->a, text);
	row->told = r->p->has[COLUMN_FORM_applies];
	if (!row->told || is_tick(text))
		return;
	for (size_t i = 0; i < COUNT(yes); i++)
		if (str_eq(s, str_c(yes[i])))
			return;
	row->applies = false;
	row->why_not = text;
	for (size_t i = 0; i < COUNT(no); i++)
		if (str_eq(s, str_c(no[i]))) {
			row->why_not = row->explanation;
			row->explanation = (str){ 0 };
			text = (str){ 0 };
		}
	if (text.n && !has_letter(s))
		wrong_cell(r, at, COLUMN_FORM_applies, "không phải là dấu áp dụng (x), cũng không phải là lý do không áp dụng");
	else if (!row->why_not.n)
		told_wrong(r->a, r->t, "Sheet %.*s, dòng %d, cột %s: tiêu chí %.*s không đánh dấu x thì phải ghi lý do không áp dụng (ở đây hoặc ở cột %s).",
		           SF(r->p->title), at->row, book_heading(COLUMN_FORM_applies), SF(row_text(r->p, at, COLUMN_FORM_code)),
		           book_heading(COLUMN_FORM_explanation));
}

static void take_files(struct sheet_reading *r, const struct book_row *at, struct sheet_row *row)
{
	str text = row_text(r->p, at, COLUMN_FORM_files), s = fold_plain(r->a, text);
	if (!text.n || parse_whole(text, &row->files))
		return;
	if (str_eq(s, S("x")) || str_eq(s, S("co")))
		row->files = 1;
	else if (str_eq(s, S("khong")))
		row->files = 0;
	else
		wrong_cell(r, at, COLUMN_FORM_files, "không phải là số tài liệu đính kèm");
}

static void take_opinion(struct sheet_reading *r, const struct book_row *at, const struct set_criterion *c, int column, int reason,
                         struct opinion *o)
{
	str text = row_text(r->p, at, column);
	if (reason != BOOK_NONE) {
		o->reason = row_text(r->p, at, reason);
		o->reason_code = reason_code(o->reason);
	}
	if (!text.n)
		return;
	if (!parse_points(text, &o->points))
		return wrong_cell(r, at, column, "không phải là điểm");
	if (o->points < 0)
		return wrong_cell(r, at, column, "là điểm âm");
	if (c->max > 0 && o->points > c->max)
		return wrong_cell(r, at, column, str_fmt(r->a, "lớn hơn điểm tối đa %s của tiêu chí %.*s", points_vi(r->a, c->max).p, SF(c->code)).p);
	o->given = true;
}

static void take_row(struct sheet_reading *r, const struct book_row *at)
{
	str code = row_text(r->p, at, COLUMN_FORM_code);
	size_t i = code.n ? set_find(r->s, code) : NO_INDEX;
	if (!code.n)
		return;
	if (i == NO_INDEX)
		return pass_over(r, str_fmt(r->a, "Sheet %.*s, dòng %d, mã %.*s", SF(r->p->title), at->row, SF(code)));
	struct sheet_row *row = r->of[i];
	if (!row)                                  /* a parent: its points are a sum */
		return;
	if (r->seen[i])
		told_wrong(r->a, r->t, "Sheet %.*s, dòng %d: mã %.*s có hai lần.", SF(r->p->title), at->row, SF(code));
	r->seen[i] = true;
	const struct set_criterion *c = &r->s->criteria.at[i];
	row->source = (struct source){ .page = at->node->from.page, .table = at->node->from.table, .row = at->row };
	row->explanation = row_text(r->p, at, COLUMN_FORM_explanation);
	row->explanation2 = row_text(r->p, at, COLUMN_FORM_explanation2);
	take_applies(r, at, row);
	take_files(r, at, row);
	take_opinion(r, at, c, COLUMN_FORM_self, BOOK_NONE, &row->by[ROUND_SELF]);
	take_opinion(r, at, c, COLUMN_FORM_round1, COLUMN_FORM_reason1, &row->by[ROUND_ONE]);
	take_opinion(r, at, c, COLUMN_FORM_round2, COLUMN_FORM_reason2, &row->by[ROUND_TWO]);
}

static void take_names(struct sheet_reading *r)
{
	for (size_t i = 0; i < r->p->pairs.n; i++) {
		str name = fold_plain(r->a, r->p->pairs.at[i].name), value = r->p->pairs.at[i].value;
		while (name.n && (name.p[name.n - 1] == ':' || name.p[name.n - 1] == ' '))
			name.n--;
		if (str_eq(name, S("don vi")) || str_eq(name, S("ten don vi")) || str_eq(name, S("co quan")) || str_eq(name, S("co quan, don vi")))
			r->sheet->unit = value;
		else if (str_eq(name, S("nhom")))
			r->sheet->group = value;
	}
}

bool book_sheet(struct arena *a, const struct node *root, const struct criteria_set *s, struct sheet **ret, struct told *t)
{
	struct page_of form = pages_find(a, root, PAGE_FORM), inputs = pages_find(a, root, PAGE_INPUTS);
	struct sheet_reading r = { .a = a, .s = s, .sheet = sheet_new(a, s), .t = t, .p = &form };
	r.of = make_n(a, struct sheet_row *, s->criteria.n + 1);
	r.seen = make_n(a, bool, s->criteria.n + 1);
	for (size_t i = 0; i < r.sheet->rows.n; i++)
		r.of[r.sheet->rows.at[i].criterion] = &r.sheet->rows.at[i];
	if (!form.found && !inputs.found)
		told_wrong(a, t, "Không thấy sheet “%s” (có cột Mã) hay “%s” (có cột Tên số liệu, Giá trị).", book_page_name(PAGE_FORM), book_page_name(PAGE_INPUTS));
	take_names(&r);
	pass_over_columns(&r);
	for (size_t i = 0; i < form.rows.n; i++)
		take_row(&r, &form.rows.at[i]);
	r.p = &inputs;
	pass_over_columns(&r);
	for (size_t i = 0; i < inputs.rows.n; i++)
		take_input(&r, &inputs.rows.at[i]);
	*ret = r.sheet;
	return !t->wrong_n;
}
