#include "app/measure.h"
#include "base/fold.h"
#include "base/pat.h"

static bool has(str s, str sign) { return str_find(s, sign, 0) < s.n; }
static bool whole(struct figure f) { return f.present && !f.scale && f.digits >= 0; }

static enum target_op op_in(struct pats *ps, str t)
{
	static const struct { const char *pattern; enum target_op op; } forms[] = {
		{ "tro xuong|khong qua|toi da|khong vuot|<=", OP_LE }, { "\\bduoi\\b|<", OP_LT }, { "tro len|it nhat|toi thieu|khong duoi|>=", OP_GE },
		{ "\\btren\\b|>", OP_GT },
	};
	if (pat_has(ps, "khong duoi", t))
		return OP_GE;
	for (size_t i = 0; i < COUNT(forms); i++)
		if (pat_has(ps, forms[i].pattern, t))
			return forms[i].op;
	return OP_GE;
}

bool measure_typed(struct arena *a, str typed, struct measured *ret)
{
	static const char form[] = "^[^\\d]*?(\\d{1,9}(?:[.,]\\d{1,4})?) ?(?:(%)|/ ?(\\d{1,9})|(ngay))?[^\\d]*$";
	struct pats *ps = pats_open(a);
	str text = str_trim(typed);
	struct fold f = fold_open(a, text);
	struct match m;
	if (!text.n || has(text, S("-")) || !pat_find(ps, form, f.text, 0, &m))
		return false;
	struct figure first = figure_parse(match_str(&m, 1, f.text));
	*ret = (struct measured){ .text = text, .op = op_in(ps, has(text, S("≥")) ? S(">=") : has(text, S("≤")) ? S("<=") : f.text),
		                  .unit = match_has(&m, 2) ? UNIT_PERCENT : match_has(&m, 4) ? UNIT_WORKING_DAYS : UNIT_COUNT };
	if (match_has(&m, 3)) {
		ret->done = first;
		ret->total = figure_parse(match_str(&m, 3, f.text));
		return whole(ret->done) && whole(ret->total) && ret->total.digits > 0 && ret->done.digits <= ret->total.digits;
	}
	ret->value = first;
	return first.present;
}

bool measure_reached(const struct measured *m, struct exact value)
{
	int c = exact_cmp(value, exact_of(m->value));
	switch (m->op) {
	case OP_GE: return c >= 0;
	case OP_LE: return c <= 0;
	case OP_GT: return c > 0;
	case OP_LT: return c < 0;
	case OP_EQ: return !c;
	}
	return false;
}
