#include "report/book.h"
#include "report/sheet_of.h"

/* -- settings ---------------------------------------------------------------------------------------- */

static void setting(struct paper *p, const char *name, str value)
{
	paper_row(p);
	p->strong = true;
	paper_cell(p, str_c(name));
	p->strong = false;
	paper_cell(p, value);
}

static str date_vi(struct arena *a, struct date d)
{
	if (d.day)
		return str_fmt(a, "%02d/%02d/%d", d.day, d.month, d.year);
	return d.month ? str_fmt(a, "%02d/%d", d.month, d.year) : d.year ? str_fmt(a, "%d", d.year) : (str){ 0 };
}

static str whole(struct arena *a, int n) { return n ? str_fmt(a, "%d", n) : (str){ 0 }; }

static str value_of(struct arena *a, const struct criteria_set *s, int column)
{
	switch (column) {
	case COLUMN_SET_name:     return s->name;
	case COLUMN_SET_level:    return s->level;
	case COLUMN_SET_year:     return whole(a, s->year);
	case COLUMN_SET_version:  return whole(a, s->version);
	case COLUMN_SET_number:   return s->number;
	case COLUMN_SET_date:     return date_vi(a, s->date);
	case COLUMN_SET_issuer:   return s->issuer;
	case COLUMN_SET_decimals: return whole(a, s->decimals);
	case COLUMN_SET_rank:     return str_c(choice_words(CHOICE_rank, (int)s->rank));
	case COLUMN_SET_without:  return str_c(choice_words(CHOICE_without, (int)s->without));
	case COLUMN_SET_bonus:    return points_vi(a, s->bonus_max);
	case COLUMN_SET_penalty:  return points_vi(a, s->penalty_max);
	case COLUMN_SET_compare:  return str_c(choice_words(CHOICE_compare, (int)s->compare));
	default: break;
	}
	return (str){ 0 };
}

/* "80", or "82,5": hundredths of a percent. The rating of the head where it is not the name of the class. */
static str bound_of(struct arena *a, const struct set_class *c)
{
	str from = points_vi(a, c->from * (POINT / 100));
	return c->head.n ? str_fmt(a, "%.*s; người đứng đầu: %.*s", SF(from), SF(c->head)) : from;
}

static void put_settings(struct paper *p, const struct criteria_set *s)
{
	struct columns_of all = book_columns(PAGE_SET);
	paper_page(p, str_c(book_page_name(PAGE_SET)));
	paper_table(p);
	paper_row(p);
	p->row->header = true;
	paper_cell(p, S("Mục"));
	paper_cell(p, S("Giá trị"));
	for (int c = all.first; c < all.end; c++)
		setting(p, book_heading(c), value_of(p->a, s, c));
	for (size_t i = 0; i < s->classes.n; i++)
		setting(p, str_fmt(p->a, "Xếp loại: %.*s", SF(s->classes.at[i].name)).p, bound_of(p->a, &s->classes.at[i]));
}

/* -- criteria ---------------------------------------------------------------------------------------- */

static str inputs_of(struct arena *a, const struct criteria_set *s, const struct set_criterion *c)
{
	struct buf b = buf_open(a);
	for (size_t i = 0; i < c->inputs.n; i++)
		buf_fmt(&b, "%s%.*s", i ? "; " : "", SF(s->inputs.at[c->inputs.at[i]]));
	return buf_str(&b);
}

static void put_max(struct paper *p, const struct set_criterion *c)
{
	if (set_leaf(c) || c->max_printed)
		paper_points(p, c->max);
	else
		paper_cell(p, (str){ 0 });
}

/* The column stands only where somebody must look: an ordinary set has the columns of sets.md. */
static bool doubted(const struct criteria_set *s)
{
	for (size_t i = 0; i < s->criteria.n; i++)
		if (s->criteria.at[i].doubt.n)
			return true;
	return false;
}

static void put_criterion(struct paper *p, const struct criteria_set *s, const struct set_criterion *c)
{
	paper_row(p);
	p->strong = !set_leaf(c);
	paper_cell(p, c->code);
	paper_cell(p, c->name);
	put_max(p, c);
	paper_cell(p, c->rule_text);
	paper_cell(p, inputs_of(p->a, s, c));
	paper_cell(p, str_c(choice_words(CHOICE_source, (int)c->source)));
	paper_cell(p, str_c(choice_words(CHOICE_none, (int)c->none)));
	paper_cell(p, c->evidence.required ? str_fmt(p->a, "bắt buộc: %.*s", SF(c->evidence.text)) : c->evidence.text);
	paper_cell(p, c->appraiser);
	paper_cell(p, c->id);
	if (doubted(s))
		paper_cell(p, c->doubt);
	p->strong = false;
}

struct node *book_of_set(struct arena *a, const struct criteria_set *s)
{
	static const int columns[] = { COLUMN_CRITERIA_code, COLUMN_CRITERIA_name, COLUMN_CRITERIA_max, COLUMN_CRITERIA_rule,
		                       COLUMN_CRITERIA_inputs, COLUMN_CRITERIA_source, COLUMN_CRITERIA_none, COLUMN_CRITERIA_evidence,
		                       COLUMN_CRITERIA_appraiser, COLUMN_CRITERIA_id, COLUMN_CRITERIA_doubt };
	struct paper p = paper_new(a);
	put_settings(&p, s);
	paper_page(&p, str_c(book_page_name(PAGE_CRITERIA)));
	paper_table(&p);
	paper_heads(&p, columns, COUNT(columns) - !doubted(s));
	for (size_t i = 0; i < s->criteria.n; i++)
		put_criterion(&p, s, &s->criteria.at[i]);
	return p.root;
}
