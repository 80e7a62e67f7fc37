#include "app/correct.h"
#include "app/cycle.h"
#include "app/due.h"
#include "app/record_parts.h"
#include "app/said.h"
#include "core/points.h"
#include <stddef.h>

enum shape { FIGURE, WORDS, LINES, DUE };
static const struct part { char list; const char *name, *label; enum shape shape; size_t at; } parts[] = {
	{ 't', "points", "điểm đạt", FIGURE, offsetof(struct result, points) },
	{ 't', "max", "điểm tối đa", FIGURE, offsetof(struct result, max) },
	{ 't', "lost", "điểm bị trừ", FIGURE, offsetof(struct result, printed_lost) },
	{ 't', "percent", "tỷ lệ (%)", FIGURE, offsetof(struct result, percent) },
	{ 'f', "name", "tên lĩnh vực", WORDS, offsetof(struct field, name) },
	{ 'f', "max", "điểm tối đa", FIGURE, offsetof(struct field, max) },
	{ 'f', "points", "điểm đạt", FIGURE, offsetof(struct field, points) },
	{ 'f', "lost", "điểm bị trừ", FIGURE, offsetof(struct field, printed_lost) },
	{ 'c', "code", "mã tiêu chí", WORDS, offsetof(struct criterion, code) },
	{ 'c', "name", "tên tiêu chí", WORDS, offsetof(struct criterion, name) },
	{ 'c', "max", "điểm tối đa", FIGURE, offsetof(struct criterion, max) },
	{ 'c', "points", "điểm đạt", FIGURE, offsetof(struct criterion, points) },
	{ 'c', "lost", "điểm bị trừ", FIGURE, offsetof(struct criterion, printed_lost) },
	{ 'c', "reason", "lý do", WORDS, offsetof(struct criterion, reason) },
	{ 'c', "cause", "nguyên nhân", WORDS, offsetof(struct criterion, cause) },
	{ 'c', "remedies", "giải pháp", LINES, offsetof(struct criterion, remedies) },
	{ 'c', "lead", "đơn vị chủ trì", WORDS, offsetof(struct criterion, lead) },
	{ 'c', "due", "thời hạn", DUE, offsetof(struct criterion, due) },
	{ 'n', "text", "tồn tại", WORDS, offsetof(struct finding, text) },
	{ 'q', "text", "kiến nghị", WORDS, offsetof(struct text_at, text) },
};

static const void *object_at(const struct facts *f, struct proposed_item x)
{
	switch (x.list) {
	case 't': return x.i || !f->result.present ? NULL : &f->result;
	case 'f': return x.i < f->fields.n ? &f->fields.at[x.i] : NULL;
	case 'c': return x.i < f->criteria.n ? &f->criteria.at[x.i] : NULL;
	case 'n': return x.i < f->findings.n ? &f->findings.at[x.i] : NULL;
	case 'q': return x.i < f->requests.n ? &f->requests.at[x.i] : NULL;
	default: return NULL;
	}
}

bool correct_item(str what, struct proposed_item *ret, str *ret_name)
{
	size_t slash = str_find(what, S("/"), 0), n = 0;
	if (what.n < 2 || slash > 8)
		return false;
	for (size_t i = 1; i < slash; i++) {
		if (what.p[i] < '0' || what.p[i] > '9')
			return false;
		n = n * 10 + (size_t)(what.p[i] - '0');
	}
	*ret = (struct proposed_item){ what.p[0], n };
	*ret_name = str_sub(what, slash + 1, what.n);
	return slash > 1;
}

const char *correct_label(str list, str name)
{
	for (size_t i = 0; i < COUNT(parts); i++)
		if (list.n && parts[i].list == list.p[0] && str_eq(name, str_c(parts[i].name)))
			return parts[i].label;
	return NULL;
}

/* -- what there is ------------------------------------------------------------------------------------- */

static str figure_shown(struct arena *a, struct figure f)
{
	f.digits = f.digits < 0 ? -f.digits : f.digits;
	return figure_vi(a, f);
}

static str value_at(struct arena *a, const struct part *p, const char *object)
{
	const void *at = object + p->at;
	switch (p->shape) {
	case FIGURE: return figure_shown(a, *(const struct figure *)at);
	case WORDS: return *(const str *)at;
	case DUE: return ((const struct due *)at)->text;
	case LINES: break;
	}
	struct buf b = buf_open(a);
	const strs *list = at;
	for (size_t i = 0; i < list->n; i++) {
		buf_put(&b, i ? S("\n") : S(""));
		buf_put(&b, list->at[i]);
	}
	return buf_str(&b);
}

/* The deduction may stand in the body of the document alone. */
static str value_of(struct arena *a, const struct part *p, const char *object)
{
	str value = value_at(a, p, object);
	if (value.n || strcmp(p->name, "lost"))
		return value;
	const struct criterion *c = (const void *)object;
	const struct field *f = (const void *)object;
	const struct result *t = (const void *)object;
	return figure_shown(a, p->list == 'c' ? c->lost : p->list == 'f' ? f->lost : t->lost);
}

void correct_values(struct arena *a, const struct facts *f, struct proposed_item item, correctables *ret)
{
	const void *object = object_at(f, item);
	for (size_t i = 0; object && i < COUNT(parts); i++) {
		const struct part *p = &parts[i];
		if (p->list != item.list)
			continue;
		struct correctable *x = vec_add(a, ret);
		*x = (struct correctable){ str_fmt(a, "%c%zu/%s", item.list, item.i, p->name), value_of(a, p, object), p->name, p->label,
			                   p->shape == LINES || (p->shape == WORDS && strcmp(p->name, "code") && strcmp(p->name, "lead")),
			                   p->shape == FIGURE };
	}
}

/* -- putting it right ---------------------------------------------------------------------------------- */

static bool put_figure(struct figure *to, str text, const char *label, struct err *e)
{
	struct figure f = figure_parse(text);
	points p;
	if (text.n && (!f.present || f.digits < 0 || !points_of_figure(f, &p))) {
		fail(e, ERR_INPUT, "Phần “%s”: “%.*s” không phải là một số.", label, SF(text));
		return err_hint(e, "Ghi như 0,228.");
	}
	f.printed = to->present ? to->printed.n ? to->printed : (str){ 0 } : text;
	*to = text.n ? f : (struct figure){ 0 };
	return true;
}

static bool put_due(struct record *r, struct arena *a, const struct facts *f, struct due *to, str text, struct err *e)
{
	struct holidays h;
	struct due_kept k = { 0 };
	struct source at = to->source;
	struct date begins = date_day_known(f->document.date) ? f->document.date : record_today();
	int year = f->document.date.year ? f->document.date.year : f->document.cycle_year + 1;
	*to = (struct due){ .source = at };
	if (!text.n)
		return true;
	if (!holidays_load(r, a, &h, e) || !due_kept_of(a, text, year, begins, &h, &k, e))
		return false;
	*to = (struct due){ .text = text, .kind = k.kind, .from = k.from, .to = k.to, .source = at };
	if (k.kind == DUE_ONGOING)                         /* a document has no day of review */
		to->to = (struct date){ 0 };
	return true;
}

static void put_lines(struct arena *a, strs *to, str text)
{
	*to = (strs){ 0 };
	for (size_t from = 0; from < text.n;) {
		size_t end = str_find(text, S("\n"), from);
		str line = str_trim(str_sub(text, from, end));
		if (line.n)
			*vec_add(a, to) = line;
		from = end + 1;
	}
}

static bool put(struct record *r, struct arena *a, struct facts *f, const struct part *p, char *object, str text, struct err *e)
{
	void *at = object + p->at;
	switch (p->shape) {
	case FIGURE: return put_figure(at, text, p->label, e);
	case WORDS: return *(str *)at = text, true;
	case LINES: return put_lines(a, at, text), true;
	case DUE: return put_due(r, a, f, at, text, e);
	}
	return true;
}

bool correct_put(struct record *r, struct arena *a, struct facts *f, str what, str text, struct err *e)
{
	struct proposed_item item;
	str name;
	void *object = correct_item(what, &item, &name) ? (void *)(uintptr_t)object_at(f, item) : NULL;
	for (size_t i = 0; object && i < COUNT(parts); i++)
		if (parts[i].list == item.list && str_eq(name, str_c(parts[i].name)))
			return put(r, a, f, &parts[i], object, text, e);
	fail(e, ERR_NOT_FOUND, "Văn bản này không có chỗ “%.*s” để sửa.", SF(what));
	return err_hint(e, "Mở lại trang rồi sửa ở đúng dòng.");
}

static bool agrees(struct arena *a, struct figure max, struct figure got, struct figure lost, str what, struct err *e)
{
	if (!max.present || !got.present || !lost.present)
		return true;
	struct exact x = exact_sub(exact_of(max), exact_of(got)), y = exact_of(lost);
	y.num = y.num < 0 ? -y.num : y.num;
	if (!exact_cmp(x, y))
		return true;
	fail(e, ERR_INPUT, "%.*s: tối đa %s trừ đạt %s là %s, không phải %s.", SF(what), figure_vi(a, max).p, figure_vi(a, got).p,
	     figure_vi(a, exact_figure(x)).p, figure_shown(a, lost).p);
	return err_hint(e, "Sửa cả ba con số cho khớp nhau, rồi lưu lại.");
}

bool correct_check(struct arena *a, const struct facts *f, struct proposed_item item, struct err *e)
{
	const void *object = object_at(f, item);
	const struct criterion *c = object;
	const struct field *d = object;
	const struct result *t = object;
	if (object && item.list == 'c')
		return agrees(a, c->max, c->points, c->printed_lost, str_fmt(a, "Tiêu chí %.*s", SF(c->code)), e);
	if (object && item.list == 'f')
		return agrees(a, d->max, d->points, d->printed_lost, str_fmt(a, "Lĩnh vực %.*s", SF(d->code)), e);
	return !object || item.list != 't' || agrees(a, t->max, t->points, t->printed_lost, S("Kết quả chung"), e);
}
