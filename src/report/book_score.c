#include "report/book.h"
#include "report/sheet_of.h"

static const char *const by_words[] = {
	[BY_NOTHING] = "", [BY_RULE] = "cách tính", [BY_SELF] = "tự chấm", [BY_ROUND_ONE] = "thẩm định 1", [BY_ROUND_TWO] = "thẩm định 2",
};

static const int columns[] = { COLUMN_FORM_code, COLUMN_FORM_name, COLUMN_FORM_max, COLUMN_FORM_points, COLUMN_FORM_by, COLUMN_FORM_why };

/* -- what the whole of a score is missing -------------------------------------------------------------- */

size_t leaves_unscored(const struct scoring *g, const struct scored *all)
{
	size_t n = 0;
	for (size_t i = 0; i < g->leaves.n; i++)
		n += all[i].by == BY_NOTHING && !all[i].excluded;
	return n;
}

str leaves_without_evidence(struct arena *a, const struct scoring *g, const struct sheet *t, const struct scored *all, size_t *n)
{
	struct buf b = buf_open(a);
	*n = 0;
	for (size_t i = 0; i < g->leaves.n; i++) {
		const struct set_criterion *c = &g->set->criteria.at[g->leaves.at[i]];
		const struct sheet_row *row = &t->rows.at[i];
		if (c->evidence.required && row->files < 0 && row->applies && !all[i].excluded)
			buf_fmt(&b, "%s%.*s", (*n)++ ? ", " : "", SF(c->code));
	}
	return buf_str(&b);
}

void fill_top_leaves(const struct scoring *g, const struct scored *all, struct node_total *node)
{
	for (size_t i = 0; i < g->leaves.n; i++) {
		const struct set_criterion *c = &g->set->criteria.at[g->leaves.at[i]];
		if (c->parent == NO_PARENT && !all[i].excluded)
			node[g->leaves.at[i]] = (struct node_total){ all[i].points, c->max };
	}
}

/* -- the pages --------------------------------------------------------------------------------------- */

static void put_leaf(struct paper *p, const struct scoring *g, const struct sheet *t, const struct scored *all, size_t leaf)
{
	const struct scored *s = &all[leaf];
	if (s->excluded) {
		paper_cell(p, S("không tính"));
		paper_cell(p, (str){ 0 });
	} else {
		paper_points(p, s->points);
		paper_cell(p, str_c(by_words[s->by]));
	}
	paper_cell(p, score_why(p->a, g, t, all, leaf));
}

static void put_row(struct paper *p, const struct scoring *g, const struct sheet *t, const struct scored *all,
                    const struct node_total *node, size_t i)
{
	const struct set_criterion *c = &g->set->criteria.at[i];
	paper_row(p);
	p->strong = !set_leaf(c);
	paper_cell(p, c->code);
	paper_cell(p, c->name);
	paper_points(p, set_leaf(c) ? c->max : node[i].max);
	if (set_leaf(c)) {
		put_leaf(p, g, t, all, g->leaf_of[i]);
	} else {
		paper_points(p, node[i].points);
		paper_cell(p, (str){ 0 });
		paper_cell(p, (str){ 0 });
	}
	p->strong = false;
}

static void put_pair(struct paper *p, const char *name, str value, bool number)
{
	if (!value.n)
		return;
	paper_row(p);
	p->strong = true;
	paper_wide(p, str_c(name), 2);
	p->strong = false;
	paper_wide(p, value, 3);
	p->row->last->number = number;
}

static void put_total(struct paper *p, const struct scoring *g, const struct sheet *sheet, const struct scored *all, const struct total *t)
{
	const struct set_class *class = class_at(g->set, t->points, t->max);
	size_t unscored = leaves_unscored(g, all), n_bare;
	str bare = leaves_without_evidence(p->a, g, sheet, all, &n_bare);
	paper_table(p);
	put_pair(p, "Đơn vị", sheet->unit, false);
	put_pair(p, "Bộ tiêu chí", g->set->name, false);
	put_pair(p, "Tổng điểm", points_vi(p->a, t->points), true);
	put_pair(p, "Điểm tối đa được tính", points_vi(p->a, t->max), true);
	if (t->bonus)
		put_pair(p, "Trong đó điểm thưởng", points_vi(p->a, t->bonus), true);
	if (t->penalty)
		put_pair(p, "Trong đó điểm phạt", points_vi(p->a, t->penalty), true);
	put_pair(p, "Tỷ lệ (%)", t->percent >= 0 ? percent_vi(p->a, t->percent) : (str){ 0 }, true);
	put_pair(p, unscored ? "Xếp loại (tạm tính)" : "Xếp loại", class ? class->name : (str){ 0 }, false);
	if (unscored)
		put_pair(p, "Số tiêu chí chưa chấm được", str_fmt(p->a, "%zu", unscored), true);
	put_pair(p, "Chưa ghi số tài liệu bắt buộc", bare, false);
}

static void put_fields(struct paper *p, const struct scoring *g, const struct node_total *node)
{
	static const char *const heads[] = { "Mã", "Lĩnh vực", "Điểm tối đa được tính", "Điểm", "Tỷ lệ (%)" };
	paper_table(p);
	paper_row(p);
	p->row->header = true;
	for (size_t i = 0; i < COUNT(heads); i++)
		paper_cell(p, str_c(heads[i]));
	for (size_t i = 0; i < g->set->criteria.n; i++) {
		if (g->set->criteria.at[i].parent != NO_PARENT)
			continue;
		paper_row(p);
		paper_cell(p, g->set->criteria.at[i].code);
		paper_cell(p, g->set->criteria.at[i].name);
		paper_points(p, node[i].max);
		paper_points(p, node[i].points);
		paper_number(p, node[i].max > 0 ? percent_vi(p->a, percent_of(node[i].points, node[i].max)) : (str){ 0 });
	}
}

struct node *book_of_score(struct arena *a, const struct scoring *g, const struct sheet *t, const struct scored *scored)
{
	struct paper p = paper_new(a);
	struct node_total *node = make_n(a, struct node_total, g->set->criteria.n + 1);
	points *leaf = make_n(a, points, g->leaves.n + 1);
	bool *excluded = make_n(a, bool, g->leaves.n + 1);
	struct total total;
	for (size_t i = 0; i < g->leaves.n; i++)
		leaf[i] = scored[i].points, excluded[i] = scored[i].excluded;
	score_totals(g, leaf, excluded, node, &total);
	fill_top_leaves(g, scored, node);
	paper_page(&p, S("Tổng hợp"));
	put_total(&p, g, t, scored, &total);
	put_fields(&p, g, node);
	paper_page(&p, S("Điểm"));
	paper_table(&p);
	paper_heads(&p, columns, COUNT(columns));
	for (size_t i = 0; i < g->set->criteria.n; i++)
		put_row(&p, g, t, scored, node, i);
	struct node *form = book_of_form(a, g->set, t);
	for (struct node *n = form->first, *next; n; n = next) {
		next = n->next;
		node_append(p.root, n);
	}
	return p.root;
}
