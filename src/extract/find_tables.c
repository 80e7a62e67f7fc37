/* Tables: the result by field, and the annex with a criterion (or several) a row. Forms: seeds 000-003; sets.md. */
#include "extract/entry.h"
#include "extract/fill.h"
#include "extract/rows.h"
#include "extract/stack.h"

static struct form form_of(const struct at *a)
{
	return (struct form){ .reason = row_has(a, ROLE_reason), .remedy = row_has(a, ROLE_remedy), .lead = row_has(a, ROLE_lead),
	                      .due = row_has(a, ROLE_due), .progress = row_has(a, ROLE_progress) };
}

static void join_form(struct form *to, struct form f)
{
	to->reason |= f.reason;
	to->remedy |= f.remedy;
	to->lead |= f.lead;
	to->due |= f.due;
	to->progress |= f.progress;
}

/* -- a row that is one criterion or field ------------------------------------------------------------ */

/* Do rows of fields among the criteria print maxima of their own? */
static bool scored_fields(const struct rows *rows)
{
	for (size_t i = 0; i < rows->n; i++)
		if (code_depth(rows->at[i].code) == 1 && row_cell(&rows->at[i], ROLE_max))
			return true;
	return false;
}

static void read_total(const struct rows *rows, const struct at *a, bool fields)
{
	struct result *r = &a->x->f->result;
	if (!fields) {
		/* below a list of lost criteria: their own sums, not the index */
		struct listed *l = &a->x->f->listed;
		if (!scored_fields(rows)) {          /* else their maxima and points are those of the fields */
			l->max = row_figure(a, ROLE_max, NULL);
			l->points = row_figure(a, ROLE_points, NULL);
		}
		l->lost = row_figure(a, ROLE_lost, NULL);
		l->source = a->r->source;
		if (l->lost.present && !r->printed_lost.present) {
			r->printed_lost = l->lost;
			r->source = a->r->source;
			r->present = true;
		}
		return;
	}
	if (a->t->annex && r->present && r->max.present)
		return;
	struct figure max = row_figure(a, ROLE_max, NULL), points = row_figure(a, ROLE_points, NULL), lost = row_figure(a, ROLE_lost, NULL);
	r->present = r->present || max.present || points.present || lost.present;
	if (!r->source.line)
		r->source = a->r->source;
	if (max.present && !r->max.present)
		r->max = max;
	if (points.present && !r->points.present)
		r->points = points;
	if (lost.present && !r->printed_lost.present)
		r->printed_lost = lost;
	struct figure rate = row_figure(a, ROLE_rate, NULL);
	if (rate.present && !r->percent.present)
		r->percent = rate;
}

static void keep_figure(struct figure *to, struct figure f)
{
	if (f.present && !to->present)
		*to = f;
}

static void read_field_row(const struct at *a, str code, str name, struct source at)
{
	struct field *d = take_field(a->x, code);
	if (!d->name.n)
		d->name = name;
	if (!d->source.line)
		d->source = at;
	bool again = d->source.line != at.line;
	struct figure lost = row_figure(a, ROLE_lost, NULL);
	if (lost.present && lost.digits < 0)
		lost.digits = -lost.digits;
	keep_figure(again ? &d->told_max : &d->max, row_figure(a, ROLE_max, NULL));
	keep_figure(again ? &d->told_points : &d->points, row_figure(a, ROLE_points, NULL));
	keep_figure(again ? &d->told_lost : &d->printed_lost, lost);
	if (again)
		d->told_source = at;
	struct holder h = holder_of_field(d);
	for (size_t c = 0; c < a->t->c.n; c++)
		fill(a->x, &h, a->t->c.role[c], &a->r->at[c]);
}

/* A code stands once, so what a second row of its table prints otherwise would be lost unsaid. */
static void read_again(const struct at *a, struct criterion *c, struct figure points, struct figure lost)
{
	if (c->source.table != a->r->source.table || c->source.row == a->r->source.row || c->again_source.table)
		return;
	c->again_points = points;
	c->again_lost = lost;
	c->again_source = a->r->source;
}

static void read_criterion_row(const struct at *a, str code)
{
	struct cx *x = a->x;
	struct criterion *c = take_criterion(x, code);
	const struct flow *name = row_cell(a, ROLE_name);
	if (!c->source.line)
		c->source = flow_at(a->where, 0);
	if (name && !c->name.n) {
		/* the name cell may tell points as well: "… (2 điểm)" stays, "đạt 1,5/2 điểm" goes */
		struct entry e = { 0 };
		size_t end = name->fold.text.n;
		if (!row_has(a, ROLE_max) && !row_has(a, ROLE_points))
			entry_points(x, name, a->name_from, name->fold.text.n, &e, &end);
		c->name = one_line(x->a, trim_marks(flow_text(name, a->name_from, end)));
		keep_figure(&c->points, e.points);
		keep_figure(&c->max, e.max);
		keep_figure(&c->printed_lost, e.printed_lost);
		if (!c->reason.n && e.reason.n) {
			c->reason = e.reason;
			c->reason_source = e.reason_source;
		}
	}
	keep_figure(&c->max, row_figure(a, ROLE_max, NULL));
	struct figure points = row_figure(a, ROLE_points, &c->points_source), lost = row_figure(a, ROLE_lost, &c->lost_source);
	read_again(a, c, points, lost);
	keep_figure(&c->points, points);
	keep_figure(&c->printed_lost, lost);
	struct holder h = holder_of_criterion(c);
	for (size_t k = 0; k < a->t->c.n; k++) {
		enum role role = a->t->c.role[k];
		struct flow *w = &a->r->at[k];
		fill(x, &h, role, w);
		if (role == ROLE_reason && w->text.n && !c->reason_source.line)
			c->reason_source = flow_start(w);
	}
	/* "1,25/1,5đ" in one cell, whatever its heading */
	for (size_t k = 0; k < a->t->c.n && !c->points.present; k++) {
		const struct flow *w = row_at(a, k);
		struct match m;
		if (w->fold.text.n < 24 && pat_at(x->ps, " *(?:dat )?(\\d{1,3}(?:[.,]\\d{1,4})?) ?(?:diem|d)? ?/ ?(\\d{1,3}(?:[.,]\\d{1,4})?) ?(?:diem|d)? *$", w->fold.text, 0, &m)) {
			c->points = figure_in(w, m.at[1].from, m.at[1].to);
			keep_figure(&c->max, figure_in(w, m.at[2].from, m.at[2].to));
			c->points_source = flow_at(w, 0);
		}
	}
	/* points told in the reason, where no column has them */
	const struct flow *reason = c->points.present || row_has(a, ROLE_points) ? NULL : row_cell(a, ROLE_reason);
	if (reason) {
		struct entry e = { 0 };
		size_t end;
		entry_points(x, reason, 0, reason->fold.text.n, &e, &end);
		keep_figure(&c->points, e.points);
		keep_figure(&c->max, e.max);
		keep_figure(&c->printed_lost, e.printed_lost);
		if (e.percent.present)
			c->percent = e.percent;
	}
	join_form(&c->form, form_of(a));
}

/* -- a row that stacks several ----------------------------------------------------------------------- */

struct part { struct flow flow; str folded; };
typedef VEC(struct part) parts;

/* The lines and items of a cell; a lone "-" is layout. */
static void parts_of(struct cx *x, const struct flow *w, parts *out)
{
	str t = w->fold.text;
	size_t from = 0;
	for (size_t i = 0; i <= t.n; i++) {
		if (i < t.n && w->text.p[w->fold.at[i]] != '\n')
			continue;
		struct flow one = flow_sub(x->a, w, from, i);
		str folded = fold_plain(x->a, one.text);
		from = i + 1;
		if (!folded.n || str_eq(folded, S("-")))
			continue;
		*vec_add(x->a, out) = (struct part){ one, folded };
	}
}

/* Deals the parts of one cell to the criteria of the row. remedy_of: the part each criterion got of the remedies; its words
 * help to tell whose progress it is, and its deadline goes with it. */
static void share(const struct at *a, enum role role, struct criterion **cs, const str *words, size_t n, size_t *remedy_of, size_t remedies)
{
	struct cx *x = a->x;
	struct flow *cell = row_cell(a, role);
	if (!cell)
		return;
	parts ps = { 0 };
	parts_of(x, cell, &ps);
	if (!ps.n)
		return;
	if (n == 1) {                          /* one criterion: the whole cell is its own */
		struct holder h = holder_of_criterion(cs[0]);
		fill(x, &h, role, cell);
		if (role == ROLE_remedy)
			remedy_of[0] = 0;
		return;
	}
	str *texts = make_n(x->a, str, ps.n);
	size_t *of = make_n(x->a, size_t, ps.n);
	for (size_t i = 0; i < ps.n; i++)
		texts[i] = ps.at[i].folded;
	bool one_kind = role == ROLE_due || role == ROLE_lead || role == ROLE_support || role == ROLE_doer;
	for (size_t i = 0; i < n; i++) {
		struct holder h = holder_of_criterion(cs[i]);
		if (one_kind && stack_equal(texts, ps.n)) {
			fill(x, &h, role, &ps.at[0].flow);
		} else if (one_kind && ps.n != n && ps.n == remedies && remedy_of[i] < ps.n) {
			fill(x, &h, role, &ps.at[remedy_of[i]].flow);
		} else if (one_kind && ps.n == 1) {
			fill(x, &h, role, &ps.at[0].flow);
		}
	}
	if (one_kind && (ps.n != n || stack_equal(texts, ps.n)))
		return;
	stack_share(words, n, texts, ps.n, of);
	for (size_t i = 0; i < ps.n; i++) {
		struct holder h = holder_of_criterion(cs[of[i]]);
		fill(x, &h, role, &ps.at[i].flow);
		if (role == ROLE_remedy && remedy_of[of[i]] == (size_t)-1)
			remedy_of[of[i]] = i;
	}
}

/* Does another entry of the cell say that this code heads a list, or stand under it? */
static bool heads(struct cx *x, const struct flow *cell, const entries *es, size_t i)
{
	str code = code_clean(x->a, fold_src(&cell->fold, es->at[i].code_from, es->at[i].code_to));
	for (size_t k = 0; k < es->n && k < 64; k++) {
		str other = code_clean(x->a, fold_src(&cell->fold, es->at[k].code_from, es->at[k].code_to));
		size_t end = k + 1 < es->n ? es->at[k + 1].from : cell->fold.text.n;
		if (k != i && str_eq(code, other) && entry_parse(x, cell, &es->at[k], end).heads)
			return true;
	}
	return false;
}

static void read_stack(const struct at *a, const struct flow *cell)
{
	struct cx *x = a->x;
	entries es = { 0 };
	entries_find(x, cell, &es);
	size_t n = 0;
	size_t *made = make_n(x->a, size_t, es.n + 1);
	str *words = make_n(x->a, str, es.n + 1);
	for (size_t i = 0; i < es.n; i++) {
		size_t end = i + 1 < es.n ? es.at[i + 1].from : cell->fold.text.n;
		struct entry e = entry_parse(x, cell, &es.at[i], end);
		if (e.heads || heads(x, cell, &es, i) || (code_depth(e.code) == 1 && es.n > 1)) {
			struct field *d = take_field(x, e.code);
			if (!d->name.n)
				d->name = e.name;
			if (!d->source.line)
				d->source = e.source;
			keep_figure(&d->max, e.max);
			keep_figure(&d->points, e.points);
			keep_figure(&d->printed_lost, e.printed_lost);
			if (e.count)
				*vec_add(x->a, &x->f->counts) = (struct stated_count){ e.code, e.code, e.count, e.count_source };
			continue;
		}
		struct criterion *c = take_criterion(x, e.code);
		if (!c->source.line)
			c->source = e.source;
		if (!c->name.n)
			c->name = e.name;
		keep_figure(&c->points, e.points);
		keep_figure(&c->max, e.max);
		keep_figure(&c->printed_lost, e.printed_lost);
		keep_figure(&c->percent, e.percent);
		if (!c->points_source.line)
			c->points_source = e.points_source;
		if (e.reason.n && !c->reason.n) {
			c->reason = e.reason;
			c->reason_source = e.reason_source;
		}
		join_form(&c->form, form_of(a));
		made[n] = (size_t)(c - x->f->criteria.at);
		words[n++] = fold_plain(x->a, flow_text(cell, es.at[i].text, end));
	}
	if (!n)
		return;
	struct criterion **cs = make_n(x->a, struct criterion *, n);
	size_t *remedy_of = make_n(x->a, size_t, n), remedies = 0;
	for (size_t i = 0; i < n; i++) {
		cs[i] = &x->f->criteria.at[made[i]];
		remedy_of[i] = (size_t)-1;
	}
	/* the points may stand in columns of their own beside the told shortcoming */
	if (n == 1) {
		keep_figure(&cs[0]->max, row_figure(a, ROLE_max, NULL));
		keep_figure(&cs[0]->points, row_figure(a, ROLE_points, NULL));
		keep_figure(&cs[0]->printed_lost, row_figure(a, ROLE_lost, &cs[0]->lost_source));
	}
	const struct flow *remedy = row_cell(a, ROLE_remedy);
	if (remedy) {
		parts ps = { 0 };
		parts_of(x, remedy, &ps);
		remedies = ps.n;
	}
	share(a, ROLE_remedy, cs, words, n, remedy_of, remedies);
	for (size_t i = 0; i < n; i++)
		for (size_t k = 0; k < cs[i]->remedies.n; k++)
			words[i] = str_fmt(x->a, "%.*s %.*s", SF(words[i]), SF(fold_plain(x->a, cs[i]->remedies.at[k])));
	static const enum role rest[] = { ROLE_cause, ROLE_reason, ROLE_lead, ROLE_support, ROLE_doer, ROLE_due, ROLE_progress, ROLE_note };
	for (size_t i = 0; i < COUNT(rest); i++)
		share(a, rest[i], cs, words, n, remedy_of, remedies);
}

/* -- the table --------------------------------------------------------------------------------------- */

/* Does the table list fields only? Then a code of one part is a field, however many criteria the rest has. */
static bool only_fields(const struct rows *rows)
{
	size_t fields = 0, others = 0;
	for (size_t i = 0; i < rows->n; i++)
		if (rows->at[i].code.n)
			*(code_depth(rows->at[i].code) == 1 ? &fields : &others) += 1;
	return fields && !others;
}

/* A column headed "Lĩnh vực, tiêu chí" whose cells tell points, or several criteria. */
static bool tells_criteria(struct cx *x, const struct flow *cell)
{
	entries es = { 0 };
	entries_find(x, cell, &es);
	if (es.n != 1)
		return es.n > 1;
	struct entry e = entry_parse(x, cell, &es.at[0], cell->fold.text.n);
	return e.points.present || e.printed_lost.present;
}

/* "I", "B": the number of a field whose rows count 1, 2, 3 anew. */
static bool is_letter(str code) { return code.n && code.p[0] >= 'A' && code.p[0] <= 'Z'; }

/* Do lettered fields stand above rows that only count? Then row 1 of field I is I.1, and a total sums the fields. */
static bool lettered(const struct rows *rows)
{
	bool letters = false, counts = false;
	for (size_t i = 0; i < rows->n; i++) {
		str code = rows->at[i].code;
		letters = letters || (is_letter(code) && row_cell(&rows->at[i], ROLE_max));
		counts = counts || (letters && code.n && !is_letter(code) && code_depth(code) == 1);
	}
	return letters && counts;
}

/* A row with a code becomes a criterion, and each cell of a column of figures a figure. */
static void expect(struct cx *x, const struct table *t, const struct rows *rows)
{
	size_t coded = 0, figures = 0;
	for (size_t i = 0; i < rows->n; i++)
		coded += rows->at[i].code.n > 0;
	for (size_t c = 0; c < t->c.n; c++)
		figures += role_is_number(t->c.role[c]);
	vec_expect(x->a, &x->f->criteria, coded);
	vec_expect(x->a, &x->f->table_figures, coded * figures);
}

static void read(struct cx *x, const struct table *t)
{
	struct rows rows = rows_of(x, t);
	expect(x, t, &rows);
	bool stacked = columns_find(&t->c, ROLE_finding) < t->c.n;
	bool letters = !stacked && lettered(&rows);
	bool fields = letters || (!stacked && only_fields(&rows));
	str field = { 0 };
	bool points = columns_find(&t->c, ROLE_max) < t->c.n || columns_find(&t->c, ROLE_points) < t->c.n ||
	              columns_find(&t->c, ROLE_lost) < t->c.n;
	for (size_t i = 0; i < rows.n; i++) {
		const struct at *a = &rows.at[i];
		if (row_empty(a))
			continue;
		if (row_total(a)) {
			read_total(&rows, a, fields);
			continue;
		}
		const struct flow *finding = row_cell(a, ROLE_finding);
		if (finding) {
			read_stack(a, finding);
			continue;
		}
		const struct flow *name = row_cell(a, ROLE_name);
		if (name && !points && tells_criteria(x, name)) {
			read_stack(a, name);
			continue;
		}
		str code = a->code;
		if (!code.n || (!name && !points) || (!name && a->name_from == 0 && !row_figure(a, ROLE_max, NULL).present))
			continue;
		bool counts = letters && field.n && !is_letter(code) && code_depth(code) == 1;
		if (counts)
			code = str_fmt(x->a, "%.*s.%.*s", SF(field), SF(code));
		else if (is_letter(code))
			field = code;
		if (!counts && code_depth(code) == 1 && (fields ? points : true)) {
			const struct flow *told = name ? name : a->where;
			str words = flow_text(told, a->name_from, told->fold.text.n);
			read_field_row(a, code, one_line(x->a, trim_marks(words)), flow_at(a->where, 0));
			continue;
		}
		read_criterion_row(a, code);
	}
}

static void run(struct cx *x)
{
	for (size_t i = 0; i < x->blocks.n; i++)
		if (x->blocks.at[i].table)
			read(x, x->blocks.at[i].table);
	for (size_t i = 0; i < x->f->criteria.n; i++) {
		struct criterion *c = &x->f->criteria.at[i];
		c->own_remedy = c->remedies.n > 0;
	}
}

const struct finder find_tables = { "bảng kết quả và phụ lục tiêu chí", "seeds 000-003; domain.md 3", run };
