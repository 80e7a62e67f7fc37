#include "report/book.h"
#include "report/sheet_of.h"

/* What only some results have: groups, points of a survey. */
struct shows { bool group, survey; };

static void put_known(struct paper *p, bool known, str text)
{
	if (known)
		paper_number(p, text);
	else
		paper_cell(p, (str){ 0 });
}

/* As a person set it, else as it follows from the class. */
static str head_of(const struct standing *s)
{
	return s->head.n || !s->class ? s->head : s->class->head.n ? s->class->head : s->class->name;
}

static void put_standing(struct paper *p, const struct standing *s, int ordinal, struct shows shows)
{
	paper_row(p);
	paper_int(p, ordinal);
	paper_cell(p, s->name);
	if (shows.group)
		paper_cell(p, s->group);
	paper_points(p, s->max);
	if (shows.survey) {
		paper_points(p, s->points - s->survey);
		paper_points(p, s->survey);
	}
	paper_points(p, s->points);
	put_known(p, s->percent >= 0, s->percent >= 0 ? percent_vi(p->a, s->percent) : (str){ 0 });
	put_known(p, s->rank, str_fmt(p->a, "%d", s->rank));
	paper_cell(p, s->class ? s->class->name : (str){ 0 });
	paper_cell(p, head_of(s));
}

static void put_heads(struct paper *p, struct shows shows)
{
	struct columns_of all = book_columns(PAGE_RESULTS);
	int columns[BOOK_COLUMNS];
	size_t n = 0;
	for (int c = all.first; c < all.end; c++) {
		bool survey = c == COLUMN_RESULTS_appraised || c == COLUMN_RESULTS_survey;
		if (c == COLUMN_RESULTS_group ? shows.group : !survey || shows.survey)
			columns[n++] = c;
	}
	paper_heads(p, columns, n);
}

struct node *book_of_ranking(struct arena *a, struct standing *const *at, size_t n)
{
	struct paper p = paper_new(a);
	struct shows shows = { false, false };
	int ordinal = 0;
	for (size_t i = 0; i < n; i++) {
		shows.group = shows.group || at[i]->group.n;
		shows.survey = shows.survey || at[i]->survey;
	}
	paper_page(&p, str_c(book_page_name(PAGE_RESULTS)));
	paper_table(&p);
	put_heads(&p, shows);
	for (size_t i = 0; i < n; i++) {
		ordinal = i && str_eq(at[i]->group, at[i - 1]->group) ? ordinal + 1 : 1;
		put_standing(&p, at[i], ordinal, shows);
	}
	return p.root;
}
