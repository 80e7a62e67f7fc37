#include "maker.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void *must(void *p)
{
	if (!p) {
		fputs("compose: out of memory\n", stderr);
		exit(2);
	}
	return p;
}

bool chance(struct maker *m, int percent) { return dice_pick(&m->dice, 100) < percent; }

void put_n(struct text *t, const char *s, size_t n)
{
	if (t->n + n + 1 > t->cap) {
		t->cap = (t->n + n + 1) * 2;
		t->p = must(realloc(t->p, t->cap));
	}
	memcpy(t->p + t->n, s, n);
	t->n += n;
	t->p[t->n] = 0;
}

void put(struct text *t, const char *s) { put_n(t, s, strlen(s)); }

__attribute__((format(printf, 2, 3))) void put_fmt(struct text *t, const char *fmt, ...)
{
	char line[512];
	va_list args;
	va_start(args, fmt);
	vsnprintf(line, sizeof line, fmt, args);
	va_end(args);
	put(t, line);
}

char *hold(struct maker *m, const char *s, size_t n)
{
	struct held *h = must(malloc(sizeof *h + n + 1));
	h->next = m->held;
	m->held = h;
	memcpy(h->bytes, s, n);
	h->bytes[n] = 0;
	return h->bytes;
}

char *said(struct maker *m)                        /* takes what is being said away */
{
	char *s = hold(m, m->t.p ? m->t.p : "", m->t.n);
	m->t.n = 0;
	return s;
}

void decimal(char *out, size_t size, int64_t thousandths, int decimals, char mark)
{
	static const int64_t unit[] = { 1000, 100, 10, 1 };
	while (decimals < 3 && thousandths % unit[decimals])
		decimals++;
	if (decimals)
		snprintf(out, size, "%lld%c%0*lld", (long long)(thousandths / 1000), mark, decimals,
		         (long long)(thousandths % 1000 / unit[decimals]));
	else
		snprintf(out, size, "%lld", (long long)(thousandths / 1000));
}

int64_t div_round(int64_t a, int64_t b) { return (2 * a + b) / (2 * b); }

int64_t lost_of(const struct lost *l) { return l->max - l->points; }
int64_t part_lost(const struct part *p) { return p->max - p->points; }

/* -- figures and sentences ----------------------------------------------------------------------- */

/* A figure travels through wrapping and tables between two marks; finish() takes them away and notes the
 * place. \4 is a space at which no line breaks. */
int mark(struct maker *m, enum figure_kind kind, const char *code, const char *text)
{
	struct composed *c = m->c;
	if (c->figures_n >= FIGURES_MAX)
		abort();
	struct figure *f = &c->figures[c->figures_n];
	*f = (struct figure){ .kind = kind };
	snprintf(f->code, sizeof f->code, "%s", code);
	snprintf(f->text, sizeof f->text, "%s", text);
	put_fmt(&m->t, "\1%zu\2%s\3", c->figures_n, text);
	return (int)c->figures_n++;
}

static char point_mark(const struct maker *m) { return m->style.comma ? ',' : '.'; }

int put_points(struct maker *m, enum figure_kind kind, const char *code, int64_t value)
{
	char text[FIGURE_CHARS];
	bool of_criterion = kind == FIGURE_POINTS || kind == FIGURE_MAX;
	decimal(text, sizeof text, value, m->style.padded && of_criterion ? 2 : 0, point_mark(m));
	return mark(m, kind, code, text);
}

int put_number(struct maker *m, enum figure_kind kind, const char *code, int64_t n)
{
	char text[FIGURE_CHARS];
	snprintf(text, sizeof text, n < 10 && kind == FIGURE_COUNT && m->style.padded ? "0%lld" : "%lld",
	    (long long)n);
	return mark(m, kind, code, text);
}

int put_percent(struct maker *m, const char *code, int64_t hundredths)
{
	char text[FIGURE_CHARS];
	decimal(text, sizeof text, hundredths * 10, 0, point_mark(m));
	int f = mark(m, FIGURE_PERCENT, code, text);
	put(&m->t, "%");
	return f;
}

static void put_year(struct maker *m, bool mending)
{
	int f = mark(m, FIGURE_YEAR, mending ? "mending" : "losses", mending ? m->next_year : m->year);
	if (m->years_n[mending] < (int)COUNT(m->years[mending]))
		m->years[mending][m->years_n[mending]++] = f;
}

void put_date(struct maker *m)
{
	put_fmt(&m->t, "%d/%d/%s", m->day, m->month, m->next_year);
}

/* All letters of the Vietnamese alphabet, in two or three bytes of UTF-8. */
void put_capitals(struct text *t, const char *s)
{
	while (*s) {
		unsigned char c = (unsigned char)s[0], next = (unsigned char)s[1];
		char out[4] = { s[0], 0, 0, 0 };
		size_t n = c < 0x80 ? 1 : c < 0xe0 ? 2 : 3;
		memcpy(out, s, n);
		if (c >= 'a' && c <= 'z')
			out[0] = (char)(c - 32);
		else if (c == 0xc3 && next >= 0xa0)             /* à … ý */
			out[1] = (char)(next - 32);
		else if (c == 0xc6 && next == 0xa1)             /* ơ */
			out[1] = (char)0xa0;
		else if (c == 0xc6 && next == 0xb0)             /* ư */
			out[1] = (char)0xaf;
		else if (((c == 0xc4 || c == 0xc5) && next % 2) || (c == 0xe1 && (unsigned char)s[2] % 2))   /* ă đ ĩ ũ; ạ … ỹ */
			out[n - 1]--;
		put_n(t, out, n);
		s += n;
	}
}

void put_upper(struct text *t, const char *s)      /* first letter; our words begin in ASCII where it matters */
{
	char c = (char)(*s >= 'a' && *s <= 'z' ? *s - 32 : *s);
	put_n(t, &c, 1);
	put(t, s + 1);
}

/* Text with places to fill: {Y} {N} the year of the losses, of the mending, as figures; {y} {n} the same as mere words; {b} body, {s}
 * the body in short, {p} province; {T} {X} {L} points, maximum, lost of the whole; {E} percent; {C} {F} counts of criteria and
 * fields; {R} rank; {D} date. */
void say(struct maker *m, const char *s)
{
	for (; *s; s++) {
		if (*s != '{') {
			put_n(&m->t, s, 1);
			continue;
		}
		struct printing *total = &m->total[PLACE_RESULT];
		switch (s[1]) {
		case 'Y': put_year(m, false); break;
		case 'N': put_year(m, true); m->mending_said++; break;
		case 'y': put(&m->t, m->year); break;
		case 'n': put(&m->t, m->next_year); m->mending_said++; break;
		case 'b': put(&m->t, m->body); break;
		case 's': put(&m->t, m->short_body); break;
		case 'p': put(&m->t, m->province); break;
		case 'D': put_date(m); break;
		case 'T': total->points = put_points(m, FIGURE_TOTAL_POINTS, "total", m->points); break;
		case 'X': total->max = put_points(m, FIGURE_TOTAL_MAX, "total", m->max); break;
		case 'L': total->lost = put_points(m, FIGURE_TOTAL_LOST, "total", m->max - m->points); break;
		case 'E': m->percent_figure = put_percent(m, "total", div_round(m->points * 10000, m->max)); break;
		case 'C': m->counts[m->counts_n++] = put_number(m, FIGURE_COUNT, "criteria lost", m->lost_n); break;
		case 'F': m->counts[m->counts_n++] = put_number(m, FIGURE_COUNT, "fields lost",
		    m->fields_lost); break;
		case 'R': put_fmt(&m->t, "%d/%d", m->rank, m->size); break;
		default: abort();
		}
		s += 2;
	}
}

void put_code(struct maker *m, struct lost *l) { l->code_figure = mark(m, FIGURE_CODE, l->code, l->code); }

void put_slash(struct maker *m) { put(&m->t, m->style.wide_slash ? " / " : "/"); }

void put_score(struct maker *m, struct lost *l, enum place at)
{
	static const char *const lead[] = { "Đoàn thẩm định đánh giá đạt ", "Tổ thẩm định chấm ",
	    "Kết quả thẩm định đạt ",
	                                    "Hội đồng thẩm định chấm đạt ", " được " };
	put(&m->t, m->style.score == 4 ? m->body : "");
	put(&m->t, lead[m->style.score]);
	l->print[at].points = put_points(m, FIGURE_POINTS, l->code, l->points);
	put_slash(m);
	l->print[at].max = put_points(m, FIGURE_MAX, l->code, l->max);
	put(&m->t, " điểm");
}

/* "đạt 81,07%" beside a/b: the percentage of this very score */
void put_own_percent(struct maker *m, struct lost *l)
{
	put(&m->t, ", đạt ");
	l->percent_figure = put_percent(m, l->code, div_round(l->points * 10000, l->max));
}

static void put_formula(struct maker *m, struct lost *l, bool upper)
{
	char of[FIGURE_CHARS], text[FIGURE_CHARS];
	decimal(of, sizeof of, l->max, 0, point_mark(m));
	put(&m->t, upper ? "Áp dụng công thức (" : "áp dụng công thức (");
	decimal(text, sizeof text, l->a * 10, 0, point_mark(m));
	l->formula_figure[0] = mark(m, FIGURE_FORMULA, l->code, text);
	put(&m->t, "*");
	l->formula_figure[1] = mark(m, FIGURE_FORMULA, l->code, of);
	put(&m->t, ")/100 = ");
	decimal(text, sizeof text, l->points, 0, point_mark(m));
	l->formula_figure[2] = mark(m, FIGURE_FORMULA, l->code, text);
	put(&m->t, " điểm");
}

void put_reason(struct maker *m, struct lost *l, enum place at, bool upper)
{
	static const char *const only[] = { "chỉ có ", "mới có ", "có " };
	static const char *const reach[] = { " chỉ đạt ", " mới đạt ", " đạt " };
	struct text *t = &m->t;

	switch (l->rule) {
	case RULE_RATIO: {
		const char *w = *ANY(m, only);
		upper ? put_upper(t, w) : put(t, w);
		l->a_figure[at] = put_number(m, FIGURE_PART, l->code, l->a);
		put(t, "/");
		l->b_figure[at] = put_number(m, FIGURE_PART, l->code, l->b);
		put_fmt(t, " %s %s", l->topic->noun, l->topic->verb);
		break;
	}
	case RULE_RATE:
		put_fmt(t, "%s %s %s%s", upper ? "Tỷ lệ" : "tỷ lệ", l->topic->noun, l->topic->verb, *ANY(m, reach));
		l->a_figure[at] = put_percent(m, l->code, l->a);
		break;
	case RULE_FORMULA:
		put_formula(m, l, upper);
		break;
	case RULE_BAND:
	case RULE_ZERO:
	case RULE_DEDUCT:
		upper ? put_upper(t, l->topic->reason) : put(t, l->topic->reason);
		break;
	}
}

void put_due(struct maker *m, int due)
{
	static const char *const lead[] = { "Thường xuyên", "Thường xuyên", "Thường xuyên", "Năm ",
	    "Trong năm ", "Quý III/", "Quý IV/", "Trước ngày 30/9/" };
	put(&m->t, lead[due]);
	if (due < 3)
		return;
	m->dues[m->dues_n++] = mark(m, FIGURE_DUE, "due", m->next_year);
	m->mending_said++;
}

void due_truth(const struct maker *m, int due, char *out, size_t size)
{
	static const char *const form[] = { "ongoing", "ongoing", "ongoing", "year:%s", "year:%s",
	    "quarter:Q3/%s", "quarter:Q4/%s", "date:%s-09-30" };
	if (due < 3)
		snprintf(out, size, "ongoing");
	else {
		const char *f = form[due], *at = strstr(f, "%s");
		snprintf(out, size, "%.*s%s%s", (int)(at - f), f, m->next_year, at + 2);
	}
}

/* "- 0,25", "-0,25" or "0,25": one way in one document */
int put_lost(struct maker *m, enum figure_kind kind, const char *code, int64_t value)
{
	static const char *const sign[] = { "-\4", "-", "" };
	put(&m->t, sign[m->style.sign]);
	return put_points(m, kind, code, value);
}

const char *part_name(const struct part *p)
{
	return p->split ? "Xây dựng chính quyền số và áp dụng hệ thống quản lý chất lượng" : field_name[p->kind];
}

int lost_in(const struct maker *m, int part)
{
	int n = 0;
	for (int i = 0; i < m->lost_n; i++)
		n += m->lost[i].part == part;
	return n;
}

void put_part_score(struct maker *m, struct part *p, enum place at)
{
	static const char *const lead[] = { "Đoàn thẩm định đánh giá đạt ", "Tổ thẩm định chấm ",
	    "Kết quả thẩm định đạt ",
	                                    "Hội đồng thẩm định chấm đạt ", "Đoàn thẩm định chấm " };
	put(&m->t, lead[m->style.score]);
	p->print[at].points = put_points(m, FIGURE_FIELD_POINTS, p->code, p->points);
	put_slash(m);
	p->print[at].max = put_points(m, FIGURE_FIELD_MAX, p->code, p->max);
	put(&m->t, " điểm");
}
