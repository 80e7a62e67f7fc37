#include "core/scan.h"

static bool is_digit(char c) { return c >= '0' && c <= '9'; }
static bool is_letter(char c) { return c >= 'a' && c <= 'z'; }

static char at(const struct scan *s, size_t i) { return i < s->fold.text.n ? s->fold.text.p[i] : 0; }

/* What folding has no letter for: the signs of arithmetic. */
static char sign_at(const struct scan *s, size_t i)
{
	char c = at(s, i);
	if (c != '?')
		return c;
	size_t from = s->fold.at[i];
	switch (utf8_next(s->fold.src, &from)) {
	case 0xD7: case 0xB7: case 0x2219: case 0x22C5: return '*';
	case 0xF7: return '/';
	case 0x2264: return '<';
	case 0x2265: return '>';
	default: return '?';
	}
}

static bool is_mark(const struct scan *s, size_t i)
{
	return (at(s, i) == '.' || at(s, i) == ',') && is_digit(at(s, i + 1));
}

static size_t skip_digits(const struct scan *s, size_t i)
{
	while (is_digit(at(s, i)))
		i++;
	return i;
}

/* "7a" is a code; "2x3" is a product, "0,5điểm" lacks a space. */
static bool letter_belongs(const struct scan *s, size_t i)
{
	return is_letter(at(s, i)) && !is_letter(at(s, i + 1)) && !(at(s, i) == 'x' && is_digit(at(s, i + 1)));
}

static void read_number(struct scan *s, struct token *t)
{
	size_t end = skip_digits(s, t->from);
	if (is_mark(s, end))
		end = skip_digits(s, end + 1);
	t->kind = TOKEN_NUMBER;
	while (letter_belongs(s, end) || (is_mark(s, end) && at(s, end) == '.') ||
	       (t->kind == TOKEN_CODE && is_digit(at(s, end)))) {
		t->kind = TOKEN_CODE;
		end++;
	}
	t->to = end;
	if (t->kind == TOKEN_NUMBER)
		t->number = figure_parse(fold_src(&s->fold, t->from, t->to));
	if (!t->number.present)
		t->kind = TOKEN_CODE;
}

static void read_token(struct scan *s, struct token *t)
{
	char c = at(s, t->from);
	t->to = t->from + 1;
	if (is_digit(c)) {
		read_number(s, t);
	} else if (is_letter(c)) {
		t->kind = TOKEN_WORD;
		bool times = c == 'x' && is_digit(at(s, t->to));                 /* "9x2" */
		while (!times && (is_letter(at(s, t->to)) || is_digit(at(s, t->to))))
			t->to++;
	} else {
		t->kind = TOKEN_SIGN;
		t->sign = sign_at(s, t->from);
	}
	t->word = str_sub(s->fold.text, t->from, t->to);
}

static size_t skip_spaces(const struct scan *s, size_t i)
{
	while (at(s, i) == ' ')
		i++;
	return i;
}

struct scan scan_open(struct arena *a, str text)
{
	struct scan s = { .fold = fold_open(a, str_sub(text, 0, SCAN_MAX)) };
	VEC(struct token) tokens = { 0 };
	size_t from = 0;
	vec_expect(a, &tokens, s.fold.text.n / 3);            /* words and spaces: nearly always enough */
	for (size_t i = skip_spaces(&s, 0); i < s.fold.text.n; i = skip_spaces(&s, from)) {
		struct token *t = vec_add(a, &tokens);
		t->spaced = i > from;
		t->from = i;
		read_token(&s, t);
		from = t->to;
	}
	*vec_add(a, &tokens) = (struct token){ .kind = TOKEN_END, .from = from, .to = from };
	s.at = tokens.at;
	s.n = tokens.n - 1;
	return s;
}

bool scan_sign(const struct scan *s, size_t i, char sign)
{
	return i < s->n && s->at[i].kind == TOKEN_SIGN && s->at[i].sign == sign;
}

bool scan_word(const struct scan *s, size_t i, const char *folded)
{
	return i < s->n && s->at[i].kind == TOKEN_WORD && str_eq(s->at[i].word, str_c(folded));
}

bool scan_words(const struct scan *s, size_t i, const char *folded)
{
	str left = str_c(folded);
	if (i < s->n && s->at[i].word.p[0] != *folded)         /* nearly always told by its first letter */
		return false;
	for (; left.n; i++) {
		size_t end = str_find(left, S(" "), 0);
		if (i >= s->n || s->at[i].kind != TOKEN_WORD || !str_eq(s->at[i].word, str_sub(left, 0, end)))
			return false;
		left = str_sub(left, end + 1, left.n);
	}
	return true;
}

bool scan_number(const struct scan *s, size_t i) { return i < s->n && s->at[i].kind == TOKEN_NUMBER; }

str scan_src(const struct scan *s, size_t first, size_t end)
{
	if (first >= end || end > s->n)
		return S("");
	return fold_src(&s->fold, s->at[first].from, s->at[end - 1].to);
}
