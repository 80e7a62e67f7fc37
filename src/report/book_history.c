#include "report/book.h"
#include "report/sheet_of.h"

static void put_heads(struct paper *p, const char *name, const struct history_year *years, const struct history *h,
                      const char *const *more, size_t n)
{
	paper_table(p);
	paper_row(p);
	p->row->header = true;
	paper_cell(p, S("Mã"));
	paper_cell(p, str_c(name));
	for (size_t i = 0; i < h->years; i++) {
		int year = years[i].scoring->set->year;
		paper_cell(p, year ? str_fmt(p->a, "Năm %d", year) : str_fmt(p->a, "Lần %zu", i + 1));
	}
	for (size_t i = 0; i < n; i++)
		paper_cell(p, str_c(more[i]));
}

static void put_name(struct paper *p, const struct criteria_set *s, const struct history_line *l)
{
	paper_row(p);
	paper_cell(p, s->criteria.at[l->criterion].code);
	paper_cell(p, s->criteria.at[l->criterion].name);
}

static bool counts(const struct history_cell *c) { return c->known && !c->excluded && c->max > 0; }

/* "1.7: 0,5/2"; of a field, whose code says little, "8,5/10 (85,00%)". */
static str cell_vi(struct arena *a, const struct history_cell *c, bool field)
{
	if (!c->known)
		return (str){ 0 };
	if (c->excluded)
		return field ? S("không tính") : str_fmt(a, "%.*s: không tính", SF(c->code));
	str reached = str_fmt(a, "%s/%s", points_vi(a, c->points).p, points_vi(a, c->max).p);
	if (!field)
		return str_fmt(a, "%.*s: %.*s", SF(c->code), SF(reached));
	return counts(c) ? str_fmt(a, "%.*s (%s%%)", SF(reached), percent_vi(a, percent_of(c->points, c->max)).p) : reached;
}

static int64_t percent_at(const struct history_cell *c) { return percent_of(c->points, c->max); }

/* Between the last year and the one before it that counted: "tăng 2,50 điểm phần trăm". */
str trend_vi(struct arena *a, const struct history *h, const struct history_line *l)
{
	const struct history_cell *last = NULL, *before = NULL;
	for (size_t i = h->years; i-- > 0;)
		if (counts(&l->year[i])) {
			before = last ? &l->year[i] : NULL;
			last = last ? last : &l->year[i];
			if (before)
				break;
		}
	if (!before)
		return (str){ 0 };
	int64_t rise = percent_at(last) - percent_at(before);
	if (!rise)
		return S("giữ nguyên");
	return str_fmt(a, "%s %s điểm phần trăm", rise > 0 ? "tăng" : "giảm", percent_vi(a, rise > 0 ? rise : -rise).p);
}

struct node *book_of_history(struct arena *a, const struct history_year *years, const struct history *h)
{
	static const char *const of_field[] = { "Xu hướng", "Số năm mất điểm", "Tổng điểm mất" }, *const of_leaf[] = { "Số năm mất điểm", "Tổng điểm mất" };
	const struct criteria_set *s = h->years ? years[h->years - 1].scoring->set : NULL;
	struct paper p = paper_new(a);
	paper_page(&p, S("Lĩnh vực qua các năm"));
	put_heads(&p, "Lĩnh vực", years, h, of_field, COUNT(of_field));
	for (size_t i = 0; i < h->fields.n; i++) {
		const struct history_line *l = &h->fields.at[i];
		put_name(&p, s, l);
		for (size_t k = 0; k < h->years; k++)
			paper_cell(&p, cell_vi(a, &l->year[k], true));
		paper_cell(&p, trend_vi(a, h, l));
		paper_int(&p, l->times_lost);
		paper_points(&p, l->lost);
	}
	paper_page(&p, S("Tiêu chí mất điểm"));
	put_heads(&p, "Tiêu chí", years, h, of_leaf, COUNT(of_leaf));
	for (size_t i = 0; i < h->leaves.n; i++) {
		const struct history_line *l = &h->leaves.at[i];
		put_name(&p, s, l);
		for (size_t k = 0; k < h->years; k++)
			paper_cell(&p, cell_vi(a, &l->year[k], false));
		paper_int(&p, l->times_lost);
		paper_points(&p, l->lost);
	}
	return p.root;
}
