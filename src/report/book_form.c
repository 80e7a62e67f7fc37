#include "report/book.h"
#include "report/sheet_of.h"

static const int form_columns[] = {
	COLUMN_FORM_code, COLUMN_FORM_name, COLUMN_FORM_max, COLUMN_FORM_rule, COLUMN_FORM_evidence, COLUMN_FORM_applies, COLUMN_FORM_files,
	COLUMN_FORM_self, COLUMN_FORM_explanation, COLUMN_FORM_round1, COLUMN_FORM_reason1, COLUMN_FORM_explanation2, COLUMN_FORM_round2,
	COLUMN_FORM_reason2,
};

/* -- the sheet Phiếu ---------------------------------------------------------------------------------- */

static void put_opinion(struct paper *p, const struct opinion *o)
{
	if (o->given)
		paper_points(p, o->points);
	else
		paper_cell(p, (str){ 0 });
}

static void put_leaf(struct paper *p, const struct sheet_row *r)
{
	str none = { 0 };
	paper_cell(p, r && !r->applies ? none : S("x"));
	if (r && r->files >= 0)
		paper_int(p, r->files);
	else
		paper_cell(p, none);
	put_opinion(p, r ? &r->by[ROUND_SELF] : &(struct opinion){ 0 });
	paper_cell(p, !r ? none : r->applies ? r->explanation : r->why_not);
	for (int round = ROUND_ONE; round < ROUNDS; round++) {
		const struct opinion *o = r ? &r->by[round] : &(struct opinion){ 0 };
		if (round == ROUND_TWO)
			paper_cell(p, r ? r->explanation2 : none);
		put_opinion(p, o);
		paper_cell(p, o->reason);
	}
}

static void put_form_row(struct paper *p, const struct set_criterion *c, const struct sheet_row *r)
{
	bool leaf = set_leaf(c);
	paper_row(p);
	p->strong = !leaf;
	paper_cell(p, c->code);
	paper_cell(p, c->name);
	paper_points(p, c->max);
	paper_cell(p, c->rule_text);
	paper_cell(p, c->evidence.required ? str_fmt(p->a, "bắt buộc: %.*s", SF(c->evidence.text)) : c->evidence.text);
	p->strong = false;
	if (leaf)
		put_leaf(p, r);
	for (size_t i = 5; i < COUNT(form_columns) && !leaf; i++)
		paper_cell(p, (str){ 0 });
}

static void put_form(struct paper *p, const struct criteria_set *s, const struct sheet *t)
{
	const struct sheet_row **of = make_n(p->a, const struct sheet_row *, s->criteria.n + 1);
	for (size_t i = 0; t && i < t->rows.n; i++)
		of[t->rows.at[i].criterion] = &t->rows.at[i];
	paper_page(p, str_c(book_page_name(PAGE_FORM)));
	paper_table(p);
	paper_row(p);
	p->strong = true;
	paper_wide(p, S("Đơn vị"), 1);
	p->strong = false;
	paper_wide(p, t ? t->unit : (str){ 0 }, 4);
	if (t && t->group.n) {
		paper_row(p);
		p->strong = true;
		paper_cell(p, str_c(book_heading(COLUMN_RESULTS_group)));
		p->strong = false;
		paper_wide(p, t->group, 4);
	}
	paper_table(p);
	paper_heads(p, form_columns, COUNT(form_columns));
	for (size_t i = 0; i < s->criteria.n; i++)
		put_form_row(p, &s->criteria.at[i], of[i]);
}

/* -- the sheet Số liệu ------------------------------------------------------------------------------- */

/* The criteria that use an input, and the source that the first of them names. */
struct use { struct buf codes; enum set_source source; const struct set_criterion *first; size_t place; };

static struct use *uses(struct arena *a, const struct criteria_set *s)
{
	struct use *u = make_n(a, struct use, s->inputs.n + 1);
	for (size_t i = 0; i < s->criteria.n; i++)
		for (size_t k = 0; k < s->criteria.at[i].inputs.n; k++) {
			const struct set_criterion *c = &s->criteria.at[i];
			struct use *at = &u[c->inputs.at[k]];
			if (!at->first)
				*at = (struct use){ buf_open(a), c->source, c, k };
			buf_fmt(&at->codes, "%s%.*s", at->codes.n ? "; " : "", SF(c->code));
		}
	return u;
}

/* What is typed in: the words of the options, yes or no; for all else a figure. */
static str how_to(struct arena *a, const struct use *u)
{
	const struct rule *r = u->first ? u->first->rule : NULL;
	str type = r ? str_c(r->type->name) : (str){ 0 };
	if (str_eq(type, S("yes_no")) || str_eq(type, S("conditions")) || (str_eq(type, S("checklist")) && r->clauses.n))
		return S("có hoặc không");
	if (str_eq(type, S("options"))) {
		struct buf b = buf_open(a);
		for (size_t i = 0; i < r->clauses.n; i++)
			buf_fmt(&b, "%s%.*s", i ? " | " : "", SF(r->clauses.at[i].words));
		return buf_str(&b);
	}
	size_t inputs = u->first ? u->first->inputs.n : 0;
	bool rate = str_eq(type, S("ratio")) || str_eq(type, S("bands")) || str_eq(type, S("floor")) || str_eq(type, S("mixed")) || str_eq(type, S("target"));
	if (rate)
		return inputs == 1 ? S("8/9 hoặc 90,63%") : u->place ? S("tổng số") : S("số đạt");
	if (str_eq(type, S("survey")))             /* the answers to each level, or the satisfaction itself */
		return r->clauses.n ? S("số phiếu hoặc 25,5%") : S("90,63%");
	if (str_eq(type, S("imported")))
		return S("85% hoặc 85/100");
	if (str_eq(type, S("marks")))
		return S("điểm chấm");
	return r ? S("số") : (str){ 0 };
}

static void put_inputs(struct paper *p, const struct criteria_set *s, const struct sheet *t)
{
	static const int columns[] = { COLUMN_INPUTS_name, COLUMN_INPUTS_value, COLUMN_INPUTS_unit, COLUMN_INPUTS_source,
		                       COLUMN_INPUTS_date, COLUMN_INPUTS_how, COLUMN_INPUTS_used };
	const struct use *use = uses(p->a, s);
	paper_page(p, str_c(book_page_name(PAGE_INPUTS)));
	paper_table(p);
	paper_heads(p, columns, COUNT(columns));
	for (size_t i = 0; i < s->inputs.n; i++) {
		paper_row(p);
		paper_cell(p, s->inputs.at[i]);
		paper_cell(p, t ? value_vi(p->a, &t->values[i]) : (str){ 0 });
		paper_cell(p, (str){ 0 });
		paper_cell(p, str_c(choice_words(CHOICE_source, (int)use[i].source)));
		paper_cell(p, (str){ 0 });
		paper_cell(p, how_to(p->a, &use[i]));
		paper_cell(p, use[i].first ? buf_str(&use[i].codes) : (str){ 0 });
	}
}

str value_vi(struct arena *a, const struct value *v)
{
	if (v->printed.n || v->kind == VALUE_NONE)
		return v->printed;
	switch (v->kind) {
	case VALUE_NUMBER:      return figure_vi(a, v->num);
	case VALUE_PERCENT:     return str_fmt(a, "%s%%", figure_vi(a, v->num).p);
	case VALUE_RATE:        return str_fmt(a, "%s/%s", figure_vi(a, v->num).p, figure_vi(a, v->den).p);
	case VALUE_YES:         return S("có");
	case VALUE_NO:          return S("không");
	case VALUE_NOT_ARISEN:  return S("không phát sinh");
	case VALUE_WORDS:       return v->words;
	case VALUE_NONE:        break;
	}
	return (str){ 0 };
}

struct node *book_of_form(struct arena *a, const struct criteria_set *s, const struct sheet *t)
{
	struct paper p = paper_new(a);
	put_form(&p, s, t);
	put_inputs(&p, s, t);
	return p.root;
}
