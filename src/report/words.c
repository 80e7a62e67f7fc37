#include "report/words.h"

static const struct report_word own[WORDS] = {
#define WORD(id, text) [WORD_##id] = { S(#id), S(text) },
#include "report/words.def"
#undef WORD
};

struct report_word word_at(enum word_id id) { return own[id]; }

/* -- places ------------------------------------------------------------------------------------------ */

struct places { struct writer *w; const struct report_word *with; size_t n; };

static str year_text(struct writer *w, int year) { return year ? str_fmt(w->a, "%d", year) : (str){ 0 }; }

static str of_document(struct writer *w, str name)
{
	const struct document *d = &w->f->document;
	if (str_eq(name, S("issuer")))
		return d->issuer;
	if (str_eq(name, S("parent")))
		return d->parent;
	if (str_eq(name, S("year")))
		return year_text(w, d->cycle_year);
	if (str_eq(name, S("mend")))
		return year_text(w, d->date.year ? d->date.year : d->cycle_year ? d->cycle_year + 1 : 0);
	if (str_eq(name, S("day")))
		return d->as_of.day ? word_date(w->a, d->as_of) : (str){ 0 };
	if (str_eq(name, S("period")))
		return word_period(w->a, d->period_from, d->period_to);
	if (str_eq(name, S("from")))
		return d->period_from.day ? word_date(w->a, d->period_from) : (str){ 0 };
	if (str_eq(name, S("to")))
		return d->period_to.day ? word_date(w->a, d->period_to) : (str){ 0 };
	return (str){ 0 };
}

static str value_of(const struct places *p, str name)
{
	for (size_t i = 0; i < p->n; i++)
		if (str_eq(p->with[i].name, name))
			return p->with[i].text;
	return of_document(p->w, name);
}

/* Fills text from *at to the bracket that closes it, or to its end; whole: every place in it is known. A part in brackets that is not
 * whole is left out with what stands in it. */
static str fill_places(const struct places *p, str text, size_t *at, bool *whole)
{
	struct buf b = buf_open(p->w->a);
	*whole = true;
	for (; *at < text.n && text.p[*at] != ']'; ++*at) {
		if (text.p[*at] == '[') {
			bool known;
			++*at;
			str part = fill_places(p, text, at, &known);
			buf_put(&b, known ? part : (str){ 0 });
		} else if (text.p[*at] == '{') {
			size_t end = str_find(text, S("}"), *at);
			str value = value_of(p, str_sub(text, *at + 1, end));
			*whole = *whole && value.n;
			buf_put(&b, value);
			*at = end;
		} else {
			buf_put(&b, str_sub(text, *at, *at + 1));
		}
	}
	return buf_str(&b);
}

static str text_of(struct writer *w, enum word_id id)
{
	for (size_t i = 0; i < w->in->words.n; i++)
		if (str_eq(w->in->words.at[i].name, own[id].name))
			return w->in->words.at[i].text;
	return own[id].text;
}

str sentence_with(struct writer *w, enum word_id id, const struct report_word *with, size_t n)
{
	struct places p = { w, with, n };
	struct buf b = buf_open(w->a);
	str text = text_of(w, id);
	bool whole;
	for (size_t at = 0; at < text.n; at++) {              /* a bracket too many closes nothing */
		buf_put(&b, fill_places(&p, text, &at, &whole));
		if (at < text.n)
			buf_put(&b, S("]"));
	}
	return buf_str(&b);
}

str sentence(struct writer *w, enum word_id id) { return sentence_with(w, id, NULL, 0); }

strs sentence_lines(struct writer *w, enum word_id id)
{
	strs lines = { 0 };
	str text = sentence(w, id);
	for (size_t from = 0, end; from < text.n; from = end + 1) {
		end = str_find(text, S("\n"), from);
		str line = str_trim(str_sub(text, from, end));
		if (line.n)
			*vec_add(w->a, &lines) = line;
	}
	return lines;
}

/* -- days, deadlines, states ------------------------------------------------------------------------- */

/* Days below 10 and the first two months have a 0 in front (Nghị định 30/2020/NĐ-CP, Phụ lục I). */
str word_date(struct arena *a, struct date d)
{
	str day = d.day ? str_fmt(a, "%02d", d.day) : S("    "), month = d.month ? str_fmt(a, d.month < 3 ? "%02d" : "%d", d.month) : S("    ");
	str year = d.year ? str_fmt(a, "%d", d.year) : S("        ");
	return str_fmt(a, "ngày %.*s tháng %.*s năm %.*s", SF(day), SF(month), SF(year));
}

static const char *const quarters[] = { "I", "II", "III", "IV" };

str word_due(struct arena *a, const struct due *d)
{
	if (d->text.n)
		return d->text;
	switch (d->kind) {
	case DUE_ONGOING: return S("Thường xuyên");
	case DUE_YEAR:    return str_fmt(a, "Năm %d", d->to.year);
	case DUE_QUARTER: return d->to.month ? str_fmt(a, "Quý %s/%d", quarters[(d->to.month - 1) / 3 % 4], d->to.year) : (str){ 0 };
	case DUE_MONTH:   return str_fmt(a, "Tháng %d/%d", d->to.month, d->to.year);
	case DUE_DATE: case DUE_WORKING_DAYS:
		return d->to.day ? str_fmt(a, "Trước ngày %02d/%02d/%d", d->to.day, d->to.month, d->to.year) : (str){ 0 };
	case DUE_NONE: break;
	}
	return (str){ 0 };
}

str word_progress(const struct progress *p)
{
	static const str words[] = { [STATUS_NONE] = { "", 0 }, [STATUS_UNKNOWN] = { "", 0 }, [STATUS_NOT_DONE] = S("Chưa thực hiện"),
	                             [STATUS_IN_PROGRESS] = S("Đang triển khai thực hiện"), [STATUS_DONE] = S("Đã hoàn thành") };
	return p->text.n ? p->text : words[p->status];
}

/* Periods begin on the 15th and end on the 14th (domain.md 2). */
str word_period(struct arena *a, struct date from, struct date to)
{
	if (!from.month || !to.month)
		return (str){ 0 };
	int months = (to.year - from.year) * 12 + to.month - from.month;
	if (months == 12)
		return str_fmt(a, "cả năm %d", to.year);
	if (months == 6 || months == 9)
		return str_fmt(a, "%d tháng đầu năm %d", months, to.year);
	if (months == 3)
		return str_fmt(a, "quý %s năm %d", quarters[(to.month - 1) / 3 % 4], to.year);
	return months == 1 ? str_fmt(a, "tháng %d năm %d", to.month, to.year) : (str){ 0 };
}
