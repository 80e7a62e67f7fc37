#include "docin/docx_numbering.h"
#include "base/fold.h"
#include "docin/encoding.h"
#include <stdlib.h>

enum { LEVELS = 9, COUNT_MAX = 100 * 1000, LETTERS_MAX = 20 };

enum format { DECIMAL, DECIMAL_ZERO, LOWER_LETTER, UPPER_LETTER, LOWER_ROMAN, UPPER_ROMAN, BULLET, NO_NUMBER };

struct level {
	enum format format;
	enum font   font;
	int         start, restart;     /* restart: -1 by any level above; 0 never; k: by level k (from 1) and those above */
	bool        legal, glued;
	str         text, style;
};

struct abstract { int id; struct level *level[LEVELS]; str same_as; int value[LEVELS]; bool begun[LEVELS]; };
struct num      { int id, abstract, start[LEVELS]; struct level *level[LEVELS]; bool used; };   /* start: -1 not overridden */

struct docx_numbering {
	struct arena            *a;
	const struct docx_styles *styles;
	VEC(struct abstract)     abstracts;
	VEC(struct num)          nums;
	struct abstract         *now;       /* while reading */
	struct num              *now_num;
	struct level            *level;
	int                      at;        /* level of the override */
	struct err              *e;
};

/* -- reading ---------------------------------------------------------------------------------------- */

static enum format format_of(str s)
{
	static const struct { const char *name; enum format f; } formats[] = {
		{ "decimalZero", DECIMAL_ZERO }, { "lowerLetter", LOWER_LETTER }, { "upperLetter", UPPER_LETTER },
		{ "lowerRoman", LOWER_ROMAN },   { "upperRoman", UPPER_ROMAN },   { "bullet", BULLET },
		{ "none", NO_NUMBER },
	};
	for (size_t i = 0; i < COUNT(formats); i++)
		if (str_eq(s, str_c(formats[i].name)))
			return formats[i].f;
	return DECIMAL;
}

static bool may_grow(struct docx_numbering *n, size_t rows, struct xml *x)
{
	if (rows < DOCX_ROWS_MAX)
		return true;
	docx_too_many(n->e);
	xml_stop(x);
	return false;
}

static void abstract_open(struct docx_numbering *n, struct xml *x)
{
	if (!may_grow(n, n->abstracts.n, x))
		return;
	n->now = vec_add(n->a, &n->abstracts);
	*n->now = (struct abstract){ .id = xml_number(xml_attr(x, "w:abstractNumId"), 0, INT32_MAX, -1) };
}

static void num_open(struct docx_numbering *n, struct xml *x)
{
	if (!may_grow(n, n->nums.n, x))
		return;
	n->now_num = vec_add(n->a, &n->nums);
	*n->now_num = (struct num){ .id = xml_number(xml_attr(x, "w:numId"), 0, INT32_MAX, -1), .abstract = -1 };
	for (int i = 0; i < LEVELS; i++)
		n->now_num->start[i] = -1;
}

static void level_open(struct docx_numbering *n, struct xml *x)
{
	int i = xml_number(xml_attr(x, "w:ilvl"), 0, LEVELS - 1, 0);
	struct level **at = n->now ? &n->now->level[i] : n->now_num ? &n->now_num->level[i] : NULL;
	if (!at)
		return;
	n->level = *at ? *at : make(n->a, struct level);
	*n->level = (struct level){ .restart = -1 };
	*at = n->level;
}

static void level_take(struct docx_numbering *n, struct xml *x, int name)
{
	struct level *l = n->level;
	struct docx_look look = DOCX_LOOK_UNSAID;
	switch (name) {
	case W_START:    l->start = docx_int(x, 0, COUNT_MAX, 1); break;
	case W_NUM_FMT:  l->format = format_of(xml_attr(x, "w:val")); break;
	case W_LVL_TEXT: l->text = str_copy(n->a, xml_attr(x, "w:val")); break;
	case W_IS_LGL:   l->legal = docx_on(x); break;
	case W_SUFF:     l->glued = docx_says(x, "w:val", "nothing"); break;
	case W_RESTART:  l->restart = docx_int(x, 0, LEVELS, -1); break;
	case W_PSTYLE:   l->style = str_copy(n->a, xml_attr(x, "w:val")); break;
	case W_RFONTS:
		docx_look_take(&look, x, name);
		l->font = look.font;
		break;
	default: break;
	}
}

static void on_open(void *ctx, struct xml *x, int name)
{
	struct docx_numbering *n = ctx;
	switch (name) {
	case W_ABSTRACT:       abstract_open(n, x); break;
	case W_NUM:            num_open(n, x); break;
	case W_LVL:            level_open(n, x); break;
	case W_NUM_STYLE_LINK:
		if (n->now)
			n->now->same_as = str_copy(n->a, xml_attr(x, "w:val"));
		break;
	case W_ABSTRACT_ID:
		if (n->now_num)
			n->now_num->abstract = docx_int(x, 0, INT32_MAX, -1);
		break;
	case W_OVERRIDE: n->at = xml_number(xml_attr(x, "w:ilvl"), 0, LEVELS - 1, 0); break;
	case W_START_OVERRIDE:
		if (n->now_num)
			n->now_num->start[n->at] = docx_int(x, 0, COUNT_MAX, 1);
		break;
	default:
		if (n->level)
			level_take(n, x, name);
		break;
	}
}

static void on_close(void *ctx, struct xml *x, int name)
{
	struct docx_numbering *n = ctx;
	(void)x;
	if (name == W_ABSTRACT)
		n->now = NULL;
	if (name == W_NUM)
		n->now_num = NULL;
	if (name == W_LVL)
		n->level = NULL;
}

static int by_abstract(const void *x, const void *y)
{
	int a = ((const struct abstract *)x)->id, b = ((const struct abstract *)y)->id;
	return (a > b) - (a < b);
}

static int by_num(const void *x, const void *y)
{
	int a = ((const struct num *)x)->id, b = ((const struct num *)y)->id;
	return (a > b) - (a < b);
}

bool docx_numbering_read(struct arena *a, struct archive *z, size_t part, const struct docx_styles *s,
                         struct docx_numbering **ret, struct err *e)
{
	struct docx_numbering *n = *ret = make(a, struct docx_numbering);
	struct xml_grammar g = docx_grammar(on_open, on_close, NULL);
	*n = (struct docx_numbering){ .a = a, .styles = s, .e = e };
	if (!archive_xml(z, part, &g, n, e))
		return false;
	if (n->abstracts.n)
		qsort(n->abstracts.at, n->abstracts.n, sizeof *n->abstracts.at, by_abstract);
	if (n->nums.n)
		qsort(n->nums.at, n->nums.n, sizeof *n->nums.at, by_num);
	return true;
}

/* -- one number ------------------------------------------------------------------------------------- */

static void put_roman(struct buf *b, int n, bool upper)
{
	static const struct { int n; const char *upper, *lower; } steps[] = {
		{ 1000, "M", "m" }, { 900, "CM", "cm" }, { 500, "D", "d" }, { 400, "CD", "cd" }, { 100, "C", "c" },
		{ 90, "XC", "xc" }, { 50, "L", "l" },    { 40, "XL", "xl" }, { 10, "X", "x" },    { 9, "IX", "ix" },
		{ 5, "V", "v" },    { 4, "IV", "iv" },   { 1, "I", "i" },
	};
	n %= 5000;                                      /* far above any list */
	for (size_t i = 0; i < COUNT(steps); i++)
		for (; n >= steps[i].n; n -= steps[i].n)
			buf_put(b, str_c(upper ? steps[i].upper : steps[i].lower));
}

/* a … z, aa, bb … zz, aaa */
static void put_letter(struct buf *b, int n, bool upper)
{
	char c = (char)((upper ? 'A' : 'a') + (n + 25) % 26);
	int times = n < 1 ? 0 : (n - 1) / 26 + 1;
	for (int i = 0; i < times && i < LETTERS_MAX; i++)
		buf_put(b, (str){ &c, 1 });
}

static void put_number(struct buf *b, enum format f, int n)
{
	switch (f) {
	case DECIMAL:      buf_fmt(b, "%d", n); break;
	case DECIMAL_ZERO: buf_fmt(b, "%02d", n); break;
	case LOWER_LETTER: put_letter(b, n, false); break;
	case UPPER_LETTER: put_letter(b, n, true); break;
	case LOWER_ROMAN:  put_roman(b, n, false); break;
	case UPPER_ROMAN:  put_roman(b, n, true); break;
	case BULLET:
	case NO_NUMBER:    break;
	}
}

/* -- lists ------------------------------------------------------------------------------------------ */

static struct num *num_find(struct docx_numbering *n, int id)
{
	struct num key = { .id = id };
	return n->nums.n ? bsearch(&key, n->nums.at, n->nums.n, sizeof key, by_num) : NULL;
}

static struct abstract *abstract_find(struct docx_numbering *n, int id)
{
	struct abstract key = { .id = id };
	return n->abstracts.n ? bsearch(&key, n->abstracts.at, n->abstracts.n, sizeof key, by_abstract) : NULL;
}

/* A definition may only name a style of lists, whose list has the definition; once, or it is a circle. */
static struct abstract *abstract_of(struct docx_numbering *n, const struct num *of)
{
	struct abstract *ab = abstract_find(n, of->abstract);
	if (!ab || !ab->same_as.n)
		return ab;
	const struct docx_style *s = docx_style_find(n->styles, ab->same_as);
	const struct num *other = s ? num_find(n, s->para.num) : NULL;
	struct abstract *real = other ? abstract_find(n, other->abstract) : NULL;
	return real ? real : ab;
}

static const struct level *level_of(const struct num *num, const struct abstract *ab, int i)
{
	return num->level[i] ? num->level[i] : ab->level[i];
}

static int level_of_style(const struct num *num, const struct abstract *ab, str style)
{
	for (int i = 0; i < LEVELS; i++) {
		const struct level *l = level_of(num, ab, i);
		if (l && style.n && str_eq(l->style, style))
			return i;
	}
	return 0;
}

static int start_of(const struct num *num, const struct abstract *ab, int i)
{
	const struct level *l = level_of(num, ab, i);
	return num->start[i] >= 0 ? num->start[i] : l ? l->start : 1;
}

/* The first paragraph of a list begins anew what the list overrides. */
static void first_use(struct num *num, struct abstract *ab)
{
	for (int i = 0; i < LEVELS && !num->used; i++)
		ab->begun[i] &= num->start[i] < 0;
	num->used = true;
}

static void count(struct num *num, struct abstract *ab, int level)
{
	first_use(num, ab);
	int *v = &ab->value[level];
	*v = !ab->begun[level] ? start_of(num, ab, level) : *v < COUNT_MAX ? *v + 1 : *v;
	ab->begun[level] = true;
	for (int i = level + 1; i < LEVELS; i++) {
		const struct level *l = level_of(num, ab, i);
		if (!l || l->restart < 0 || level < l->restart)
			ab->begun[i] = false;
	}
}

static void put_label(struct docx_numbering *n, struct buf *b, const struct num *num, const struct abstract *ab, const struct level *l)
{
	for (size_t at = 0, from = 0; at < l->text.n; from = at) {
		uint32_t c = utf8_next(l->text, &at);
		int i = c == '%' && at < l->text.n ? l->text.p[at] - '1' : -1;
		if (i < 0 || i >= LEVELS) {
			size_t unknown = 0;
			buf_put(b, font_text(n->a, l->format == BULLET ? l->font : FONT_UNSAID, str_sub(l->text, from, at), &unknown));
			continue;
		}
		at++;
		const struct level *of = level_of(num, ab, i);
		int value = ab->begun[i] ? ab->value[i] : start_of(num, ab, i);
		put_number(b, l->legal ? DECIMAL : of ? of->format : DECIMAL, value);
	}
}

/* Bullets that Word draws with the letter o of Courier, and those whose sign no table knows. */
static str bullet_sign(str s)
{
	s = str_trim(s);
	return str_eq(s, S("o")) ? S("◦") : s.n ? s : S("•");
}

struct docx_label docx_number(struct docx_numbering *n, int id, int level, str style)
{
	struct num *num = n ? num_find(n, id) : NULL;
	struct abstract *ab = num ? abstract_of(n, num) : NULL;
	if (!ab)
		return (struct docx_label){ 0 };
	level = level >= 0 && level < LEVELS ? level : level_of_style(num, ab, style);
	const struct level *l = level_of(num, ab, level);
	if (!l)
		return (struct docx_label){ 0 };
	count(num, ab, level);
	struct buf b = buf_open(n->a);
	put_label(n, &b, num, ab, l);
	struct docx_label ret = { .text = str_trim(buf_str(&b)), .bullet = l->format == BULLET, .glued = l->glued };
	if (ret.bullet)
		ret.text = l->text.n ? bullet_sign(ret.text) : (str){ 0 };
	return ret;
}
