#include "report/states.h"
#include "core/sums.h"
#include "doc/chart.h"
#include "report/own.h"

static void count(struct states *s, enum status status)
{
	s->all++;
	s->done += status == STATUS_DONE;
	s->doing += status == STATUS_IN_PROGRESS;
	s->open += status == STATUS_NOT_DONE;
	s->unknown += status == STATUS_UNKNOWN || status == STATUS_NONE;
}

struct states states_of(const struct facts *f, str below, struct date day)
{
	struct states s = { 0 };
	for (size_t i = 0; i < f->criteria.n; i++) {
		const struct criterion *c = &f->criteria.at[i];
		if (!c->leaf || (below.n && !code_under(c->code, below)))
			continue;
		count(&s, c->progress.status);
		s.late += day.day && c->due.to.day && c->progress.status != STATUS_DONE && date_cmp(c->due.to, day) < 0;
	}
	for (size_t i = 0; !below.n && i < f->findings.n; i++)
		count(&s, f->findings.at[i].progress.status);
	return s;
}

/* The widest fields that have criteria, and where there are none the first parts of their codes. */
struct group { str code, name; };
struct groups { VEC(struct group) all; };

static bool known_group(const struct groups *g, str code)
{
	for (size_t i = 0; i < g->all.n; i++)
		if (str_eq(g->all.at[i].code, code) || code_under(code, g->all.at[i].code))
			return true;
	return false;
}

static struct groups groups_of(struct writer *w)
{
	struct groups g = { 0 };
	const struct facts *f = w->f;
	for (size_t i = 0; i < f->criteria.n; i++) {
		str code = f->criteria.at[i].code, top = code_top(code);
		const struct field *d = field_of(f, code);
		while (d && field_over(f, d))
			d = field_over(f, d);
		if (known_group(&g, code))
			continue;
		*vec_add(w->a, &g.all) = d ? (struct group){ d->code, d->name } : (struct group){ top, str_fmt(w->a, "Lĩnh vực %.*s", SF(top)) };
	}
	return g;
}

static void put_chart(struct writer *w, const struct chart *c)
{
	struct node *n = node_add(w->a, w->root, NODE_CHART, (struct place){ 0 });
	n->chart = c;
}

/* -- progress ------------------------------------------------------------------------------------------ */

enum { STATES = 4 };
static const enum word_id state_words[STATES] = { WORD_state_done, WORD_state_doing, WORD_state_open, WORD_state_unknown };

static void by_state(struct states s, int ret[STATES])
{
	ret[0] = s.done, ret[1] = s.doing, ret[2] = s.open, ret[3] = s.unknown;
}

void write_states(struct writer *w)
{
	static const int widths[] = { 400, 120, 120, 120, 120, 120 };
	struct groups g = groups_of(w);
	struct chart *c = make(w->a, struct chart);
	struct chart_series *of = make_n(w->a, struct chart_series, STATES);
	str *labels = make_n(w->a, str, g.all.n + 1);
	int n[STATES], sum[STATES] = { 0 }, all = 0;
	if (!g.all.n)
		return;
	write_para(w, FORMAL_CAPTION, sentence(w, WORD_chart_progress));
	write_table(w, false, widths, COUNT(widths));
	write_row(w, true);
	write_text(w, FORMAL_CELL_CENTRE, sentence(w, WORD_head_field));
	for (size_t k = 0; k < STATES; k++) {
		write_text(w, FORMAL_CELL_CENTRE, sentence(w, state_words[k]));
		of[k] = (struct chart_series){ sentence(w, state_words[k]), make_n(w->a, int64_t, g.all.n) };
	}
	write_text(w, FORMAL_CELL_CENTRE, sentence(w, WORD_state_all));
	for (size_t i = 0; i < g.all.n; i++) {
		struct states s = states_of(w->f, g.all.at[i].code, (struct date){ 0 });
		by_state(s, n);
		labels[i] = g.all.at[i].name;
		write_row(w, false);
		write_text(w, FORMAL_CELL, labels[i]);
		for (size_t k = 0; k < STATES; k++) {
			write_figure(w, str_fmt(w->a, "%d", n[k]));
			((int64_t *)(uintptr_t)of[k].values)[i] = n[k];
			sum[k] += n[k];
		}
		write_figure(w, str_fmt(w->a, "%d", s.all));
		all += s.all;
	}
	write_row(w, false);
	write_cell(w, 1);
	write_strong(w, FORMAL_CELL, sentence(w, WORD_total));
	for (size_t k = 0; k < STATES; k++)
		write_figure(w, str_fmt(w->a, "%d", sum[k]));
	write_figure(w, str_fmt(w->a, "%d", all));
	write_end(w);
	*c = (struct chart){ .kind = CHART_STACKED, .title = sentence(w, WORD_chart_progress), .unit = S("tiêu chí"),
	                     .first = sentence(w, WORD_head_field), .labels = g.all.n, .series = STATES, .label = labels, .of = of };
	put_chart(w, c);
}

/* -- points lost --------------------------------------------------------------------------------------- */

enum { DECIMALS_MAX = 4 };

static int decimals_of(const struct facts *f)
{
	int most = 0;
	for (size_t i = 0; i < f->fields.n; i++) {
		struct exact lost = field_lost(&f->fields.at[i]);
		int scale = exact_defined(lost) ? exact_figure(lost).scale : 0;
		most = scale > most ? scale : most;
	}
	return most < DECIMALS_MAX ? most : DECIMALS_MAX;
}

void write_lost(struct writer *w)
{
	const struct facts *f = w->f;
	struct chart *c = make(w->a, struct chart);
	struct chart_series *of = make(w->a, struct chart_series);
	int64_t *values = make_n(w->a, int64_t, f->fields.n + 1);
	str *labels = make_n(w->a, str, f->fields.n + 1);
	size_t n = 0;
	int decimals = decimals_of(f);
	for (size_t i = 0; i < f->fields.n; i++) {
		const struct field *d = &f->fields.at[i];
		struct exact lost = field_lost(d);
		if (field_over(f, d) || !exact_defined(lost))
			continue;
		labels[n] = d->name;
		values[n++] = exact_round(lost, decimals).digits;
	}
	if (!n)
		return;
	*of = (struct chart_series){ sentence(w, WORD_head_lost), values };
	*c = (struct chart){ .kind = CHART_BARS, .title = sentence(w, WORD_chart_lost), .unit = S("điểm"),
	                     .first = sentence(w, WORD_head_field), .decimals = decimals, .labels = n, .series = 1,
	                     .label = labels, .of = of };
	put_chart(w, c);
}
