/* Measured figures in a reason or progress ("91.94%", "24/25 CBCCVC") and targets in a remedy ("từ 95% trở lên").
 * Seeds 000, 001. */
#include "extract/cx.h"
#include "extract/entry.h"

enum { MEASURES_MAX = 40 };

static bool has(str text, char sign) { return text.n && memchr(text.p, sign, text.n); }

static void read_measures(struct cx *x, struct criterion *c, str text, enum measure_origin origin, struct source at)
{
	if (!has_digit(text) || !(has(text, '%') || has(text, '/')))
		return;
	struct flow w = { .text = text, .fold = fold_open(x->a, text) };
	str t = w.fold.text;
	struct match m;
	struct date from = { 0 }, to = { 0 };
	size_t p, q;
	if (has(t, '/') && pat_find(x->ps, "(?:tu )?(?:ngay )?\\d{1,2}/\\d{1,2}/\\d{4} ?(?:den|-)(?: het)?(?: ngay)? ?\\d{1,2}/\\d{1,2}/\\d{4}", t, 0, &m)) {
		date_find(x->ps, t, m.at[0].from, &p, &q, &from);
		date_find(x->ps, t, q, &p, &q, &to);
	}
	for (size_t i = 0; pat_find(x->ps, "(?<![\\d.,/-])(\\d{1,3}(?:[.,]\\d{1,3})?) ?%|(?<![\\d.,/-])(\\d{1,5}) ?/ ?(\\d{1,5}) (?=[a-z]{2})(?!diem|nam\\b)", t, i, &m) && c->measures.n < MEASURES_MAX; i = m.at[0].to) {
		str before = str_sub(t, m.at[0].from > 24 ? m.at[0].from - 24 : 0, m.at[0].from);
		/* a bound is no measurement */
		if (pat_has(x->ps, "(?:tu|den|duoi|tren|den duoi|it nhat|toi thieu|chua dat|phan dau|chi tieu|<|>|=|-) ?(?:la )?$", before) ||
		    pat_at(x->ps, " ?(?:den|-|tro len|tro xuong|ke hoach nam)", t, m.at[0].to, &(struct match){ 0 }))
			continue;
		struct measure *e = vec_add(x->a, &c->measures);
		*e = (struct measure){ .text = flow_text(&w, m.at[0].from, m.at[0].to), .origin = origin,
		                       .source = at, .from = from, .to = to };
		if (match_has(&m, 1)) {
			e->value = figure_in(&w, m.at[1].from, m.at[1].to);
			e->unit = UNIT_PERCENT;
		} else {
			e->done = figure_in(&w, m.at[2].from, m.at[2].to);
			e->of = figure_in(&w, m.at[3].from, m.at[3].to);
			e->unit = UNIT_COUNT;
		}
	}
}

static void read_targets(struct cx *x, struct criterion *c, str text, struct source at)
{
	if (!has_digit(text))
		return;
	struct flow w = { .text = text, .fold = fold_open(x->a, text) };
	str t = w.fold.text;
	struct match m;
	if (!has(t, '%') && str_find(t, S("ngay"), 0) == t.n)
		return;
	for (size_t i = 0; pat_find(x->ps, "(tu|tren|toi thieu|it nhat|khong duoi|dat|duoi|khong qua|toi da) (\\d{1,3}(?:[.,]\\d{1,2})?) ?(%|ngay lam viec|ngay)( tro len| tro xuong)?", t, i, &m) && c->targets.n < MEASURES_MAX; i = m.at[0].to) {
		str word = match_str(&m, 1, t), unit = match_str(&m, 3, t), tail = match_str(&m, 4, t);
		bool up = str_eq(tail, S(" tro len")), down = str_eq(tail, S(" tro xuong"));
		if (str_eq(word, S("tu")) && !up && !down)
			continue;
		struct target *e = vec_add(x->a, &c->targets);
		*e = (struct target){ .text = flow_text(&w, m.at[0].from, m.at[0].to),
		                      .value = figure_in(&w, m.at[2].from, m.at[2].to), .source = at,
		                      .unit = unit.p[0] == '%' ? UNIT_PERCENT : UNIT_WORKING_DAYS };
		e->op = down || str_eq(word, S("khong qua")) || str_eq(word, S("toi da")) ? OP_LE
		        : str_eq(word, S("duoi")) ? OP_LT
		        : str_eq(word, S("tren")) ? OP_GT
		        : str_eq(word, S("dat")) && !up ? OP_EQ : OP_GE;
	}
}

static void run(struct cx *x)
{
	for (size_t i = 0; i < x->f->criteria.n; i++) {
		struct criterion *c = &x->f->criteria.at[i];
		read_measures(x, c, c->reason, ORIGIN_APPRAISAL, c->reason_source.line ? c->reason_source : c->source);
		read_measures(x, c, c->progress.text, ORIGIN_PROGRESS, c->progress.source);
		for (size_t k = 0; c->own_remedy && k < c->remedies.n; k++)
			read_targets(x, c, c->remedies.at[k], c->source);
	}
}

const struct finder find_measures = { "số đo và chỉ tiêu", "facts.md; seeds 000, 001", run };
