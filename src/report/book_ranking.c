#include "report/book.h"
#include "report/sheet_of.h"

static void put_points(struct paper *p, points at, bool known)
{
	if (known)
		paper_points(p, at);
	else
		paper_cell(p, (str){ 0 });
}

static void put_standing(struct paper *p, const struct standing *s, int ordinal, bool survey)
{
	paper_row(p);
	paper_int(p, ordinal);
	paper_cell(p, s->name);
	paper_cell(p, s->group);
	paper_points(p, s->max);
	if (survey) {
		put_points(p, s->points - s->survey, true);
		put_points(p, s->survey, true);
	}
	paper_points(p, s->points);
	if (s->percent >= 0)
		paper_number(p, percent_vi(p->a, s->percent));
	else
		paper_cell(p, (str){ 0 });
	if (s->rank)
		paper_int(p, s->rank);
	else
		paper_cell(p, (str){ 0 });
	paper_cell(p, s->class ? s->class->name : (str){ 0 });
	paper_cell(p, s->head);
}

struct node *book_of_ranking(struct arena *a, struct standing *const *at, size_t n)
{
	static const int with[] = { COLUMN_RESULTS_ordinal, COLUMN_RESULTS_name, COLUMN_RESULTS_group, COLUMN_RESULTS_max,
		                    COLUMN_RESULTS_appraised, COLUMN_RESULTS_survey, COLUMN_RESULTS_points, COLUMN_RESULTS_percent,
		                    COLUMN_RESULTS_rank, COLUMN_RESULTS_class, COLUMN_RESULTS_head };
	static const int without[] = { COLUMN_RESULTS_ordinal, COLUMN_RESULTS_name, COLUMN_RESULTS_group, COLUMN_RESULTS_max,
		                       COLUMN_RESULTS_points, COLUMN_RESULTS_percent, COLUMN_RESULTS_rank,
		                       COLUMN_RESULTS_class, COLUMN_RESULTS_head };
	struct paper p = paper_new(a);
	bool survey = false;
	int ordinal = 0;
	for (size_t i = 0; i < n; i++)
		survey = survey || at[i]->survey;
	paper_page(&p, str_c(book_page_name(PAGE_RESULTS)));
	paper_table(&p);
	if (survey)
		paper_heads(&p, with, COUNT(with));
	else
		paper_heads(&p, without, COUNT(without));
	for (size_t i = 0; i < n; i++) {
		ordinal = i && str_eq(at[i]->group, at[i - 1]->group) ? ordinal + 1 : 1;
		put_standing(&p, at[i], ordinal, survey);
	}
	return p.root;
}
