#include "core/rule_input.h"
#include "core/rule_why.h"

static void inputs(const struct rule *r, size_t *least, size_t *most)
{
	(void)r;
	*least = *most = 1;
}

/* Of "đạt" and "không đạt" (or "chưa đạt") it is the second that denies; "không có" denies "có ban hành" too. */
static bool denies(str no, str yes)
{
	static const char *const heads[] = { "khong", "chua" };
	str bare = str_starts(yes, S("co ")) ? str_sub(yes, 3, yes.n) : yes;
	for (size_t i = 0; i < COUNT(heads); i++) {
		str head = str_c(heads[i]), rest = str_sub(no, head.n + 1, no.n);
		if (str_starts(no, head) && (no.n == head.n || str_eq(rest, yes) || str_eq(rest, bare)))
			return true;
	}
	return false;
}

/* "đạt" says yes to "đạt chuẩn", not to "vi phạm"; "chưa đạt" as little says no to it. */
static bool own_verb(str yes, const struct value *v)
{
	str verb = v->words;
	if (v->kind != VALUE_WORDS)
		return true;
	if (str_starts(verb, S("khong ")))
		verb = str_sub(verb, 6, verb.n);
	else if (str_starts(verb, S("chua ")))
		verb = str_sub(verb, 5, verb.n);
	else if (str_eq(verb, S("thieu")))
		verb = S("du");
	if (str_eq(verb, S("chua")) || str_eq(verb, S("co")))
		return true;
	return str_starts(yes, verb) && (yes.n == verb.n || yes.p[verb.n] == ' ');
}

/* Two options that are one thing and its denial may be answered with có and không, and with their own verb. */
static const struct clause *answered(const struct rule *r, const struct value *v, bool yes)
{
	if (r->clauses.n != 2)
		return NULL;
	const struct clause *k = r->clauses.at;
	str first = k[0].folded, second = k[1].folded;
	if (denies(second, first))
		return own_verb(first, v) ? &k[!yes] : NULL;
	return denies(first, second) && own_verb(second, v) ? &k[yes] : NULL;
}

static const struct clause *chosen(const struct rule *r, const struct value *v)
{
	for (size_t i = 0; i < r->clauses.n; i++)
		if (str_eq(r->clauses.at[i].folded, v->words))
			return &r->clauses.at[i];
	bool yes;
	return value_says(v, &yes) ? answered(r, v, yes) : NULL;
}

static void score(const struct rule *r, const struct rule_case *c, struct rule_score *s)
{
	const struct value *v = input_at(c, 0);
	if (v->kind == VALUE_NONE) {
		input_missing(s, 0);
		return;
	}
	const struct clause *k = chosen(r, v);
	if (k)
		s->points = gives_points(&k->gives, c, exact_int(1));
	else if (v->kind == VALUE_NOT_ARISEN)
		input_none(s, 0);
	else
		input_wrong(s, 0, "phải là một trong các mức");
}

static void why(const struct rule *r, const struct rule_case *c, const struct rule_score *s, struct buf *b)
{
	(void)s;
	buf_put(b, S("kết quả "));
	words_quoted(b, c->at[0].printed);
	words_gives(b, c, &chosen(r, &c->at[0])->gives, exact_int(1));
}

const struct rule_type rule_options = {
	.name = "options", .help = "Mỗi mức kết quả được số điểm của mức đó.",
	.source = "domain.md R2",
	.example = "Kịp thời: 1 điểm; không kịp thời: 0,5 điểm; không ban hành: 0 điểm",
	.inputs = inputs, .score = score, .why = why,
};
