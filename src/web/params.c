#include "app/said.h"
#include "core/calendar.h"
#include "core/day.h"
#include "web/dispatch.h"
#include <unistr.h>

enum { NUMBER_DIGITS = 18 };

/* -- one value ------------------------------------------------------------------------------------------ */

static bool wrong(struct err *e, const struct param *p, const char *why, const char *hint)
{
	fail(e, ERR_INPUT, "Phần “%s” %s.", p->label ? p->label : p->name, why);
	return err_hint(e, "%s", hint);
}

static bool number_of(str s, int64_t *ret)
{
	*ret = 0;
	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] < '0' || s.p[i] > '9')
			return false;
		*ret = *ret * 10 + (s.p[i] - '0');
		if (i >= NUMBER_DIGITS)
			return false;
	}
	return s.n > 0;
}

static bool check_number(const struct param *p, str *s, struct err *e)
{
	int64_t n;
	*s = str_trim(*s);
	if (!s->n)
		return true;
	bool id = p->kind == PARAM_ID || p->kind == PARAM_IDS;
	if (!number_of(*s, &n) || (id && !n))
		return wrong(e, p, "không phải là một số", id ? "Chọn trong danh sách." : "Ghi bằng chữ số.");
	if (!id && (p->min || p->max) && (n < p->min || n > p->max)) {
		fail(e, ERR_INPUT, "Phần “%s” là %lld, phải từ %lld đến %lld.", p->label, (long long)n, (long long)p->min, (long long)p->max);
		return err_hint(e, "Sửa lại con số.");
	}
	return true;
}

static bool long_enough(const struct param *p, str s, struct err *e)
{
	return !s.n || (int64_t)s.n >= p->min || wrong(e, p, "ngắn quá", "Viết rõ hơn.");
}

/* Several lines: each as a short text is kept; empty ones at the ends go. */
static bool check_lines(struct arena *a, const struct param *p, str *s, struct err *e)
{
	struct buf b = buf_open(a);
	str all = str_trim(*s);
	if ((int64_t)all.n > p->max) {
		fail(e, ERR_LIMIT, "Phần “%s” dài %zu byte, quá %lld.", p->label, all.n, (long long)p->max);
		return err_hint(e, "Viết ngắn lại.");
	}
	for (size_t from = 0; from < all.n;) {
		size_t end = str_find(all, S("\n"), from);
		str line = str_sub(all, from, end);
		char *spaced = make_n(a, char, line.n + 1);
		for (size_t i = 0; i < line.n; i++)
			spaced[i] = line.p[i] == '\t' ? ' ' : line.p[i];
		line.p = spaced;
		if (!said(a, p->label, all.n, &line, e))
			return false;
		buf_put(&b, from ? S("\n") : S(""));
		buf_put(&b, line);
		from = end + 1;
	}
	*s = buf_str(&b);
	return long_enough(p, *s, e);
}

static bool check_text(struct arena *a, const struct param *p, str *s, struct err *e)
{
	return said(a, p->label, (size_t)p->max, s, e) && long_enough(p, *s, e);
}

static bool check_choice(const struct param *p, str *s, struct err *e)
{
	*s = str_trim(*s);
	for (size_t i = 0; s->n && p->choices && p->choices[i]; i++)
		if (str_eq(*s, str_c(p->choices[i])))
			return true;
	return !s->n || wrong(e, p, "không có lựa chọn ấy", "Chọn một mục trong danh sách.");
}

static bool check_one(struct arena *a, const struct param *p, str *s, struct err *e)
{
	static const struct param name = { .max = SAID_NAME };
	struct param text = *p;
	switch (p->kind) {
	case PARAM_ID:
	case PARAM_IDS:
	case PARAM_NUMBER: return check_number(p, s, e);
	case PARAM_TEXT: return check_text(a, p, s, e);
	case PARAM_TEXTS: return text.min = 0, text.max = name.max, check_text(a, &text, s, e);
	case PARAM_LINES: return check_lines(a, p, s, e);
	case PARAM_SECRET:
		if ((int64_t)s->n > p->max)
			return fail(e, ERR_LIMIT, "Phần “%s” dài quá %lld byte.", p->label, (long long)p->max), err_hint(e, "Viết ngắn lại.");
		return true;
	case PARAM_CHOICE: return check_choice(p, s, e);
	case PARAM_DAY:
		*s = str_trim(*s);
		return !s->n || date_day_known(day_read(*s)) || wrong(e, p, "không phải là một ngày", "Ghi ngày như 14/06/2026.");
	case PARAM_YES:
	case PARAM_END:
	case PARAM_FILE:
	case PARAM_FILES: break;
	}
	return true;
}

/* -- all of them ---------------------------------------------------------------------------------------- */

static bool check_files(const struct req *q, const struct param *p, struct err *e)
{
	size_t n = 0;
	for (size_t i = 0; i < q->files.n; i++) {
		const struct upload *f = &q->files.at[i];
		if (strcmp(f->param, p->name))
			continue;
		n++;
		if (f->size > p->max) {
			fail(e, ERR_LIMIT, "Tệp “%.*s” lớn quá %lld MB.", SF(f->name), (long long)(p->max >> 20));
			return err_hint(e, "Chia nhỏ hoặc nén tệp lại.");
		}
	}
	if (n > 1 && p->kind == PARAM_FILE)
		return wrong(e, p, "chỉ nhận một tệp", "Gửi từng tệp một.");
	return n || !p->wanted || wrong(e, p, "chưa có tệp nào", "Chọn tệp từ máy của bạn.");
}

bool params_check(struct req *q, struct err *e)
{
	for (const struct param *p = q->page->params; p->kind != PARAM_END; p++) {
		bool many = p->kind == PARAM_IDS || p->kind == PARAM_TEXTS, some = false;
		int64_t n = 0;
		if (p->kind == PARAM_FILE || p->kind == PARAM_FILES) {
			if (!check_files(q, p, e))
				return false;
			continue;
		}
		for (size_t i = 0; i < q->given.n && (many || !n); i++) {
			struct given *g = &q->given.at[i];
			if (!str_eq(g->name, str_c(p->name)))
				continue;
			if (many && ++n > p->max) {
				fail(e, ERR_LIMIT, "Phần “%s” có quá %lld mục.", p->label, (long long)p->max);
				return err_hint(e, "Chọn ít hơn rồi làm nhiều lần.");
			}
			str s = g->value;
			if (!check_one(q->a, p, &s, e))
				return false;
			g->value = str_copy(q->a, s);
			some = some || s.n;
			n = many ? n : 1;
		}
		if (p->wanted && !some)
			return wrong(e, p, "chưa được điền", "Điền vào rồi gửi lại.");
	}
	return true;
}

str given_text(struct arena *a, str raw, bool lines)
{
	char *p = make_n(a, char, raw.n + 1);
	size_t n = 0;
	if (u8_check((const uint8_t *)raw.p, raw.n))
		return (str){ 0 };
	for (size_t i = 0; i < raw.n; i++) {
		unsigned char c = (unsigned char)raw.p[i];
		if ((c >= ' ' && c != 0x7F) || (lines && (c == '\n' || c == '\t')))
			p[n++] = (char)c;
	}
	return (str){ p, n };
}

/* -- what run asks for ---------------------------------------------------------------------------------- */

static const struct given *declared(const struct req *q, const char *name)
{
	for (const struct param *p = q->page->params; p->kind != PARAM_END; p++)
		if (!strcmp(p->name, name))
			return given_find(q, name);
	return NULL;
}

str param_text(const struct req *q, const char *name)
{
	const struct given *g = declared(q, name);
	return g ? g->value : (str){ 0 };
}

int64_t param_id(const struct req *q, const char *name)
{
	int64_t n;
	return number_of(param_text(q, name), &n) ? n : 0;
}

const char *param_said(const struct req *q, const char *name)
{
	const struct given *g = declared(q, name);
	return g ? (g->value.n ? g->value.p : "") : NULL;
}

bool param_yes(const struct req *q, const char *name) { return declared(q, name) != NULL; }
struct date param_day(const struct req *q, const char *name) { return day_read(param_text(q, name)); }

strs param_texts(const struct req *q, const char *name)
{
	strs list = { 0 };
	for (size_t i = 0; declared(q, name) && i < q->given.n; i++)
		if (str_eq(q->given.at[i].name, str_c(name)) && q->given.at[i].value.n)
			*vec_add(q->a, &list) = q->given.at[i].value;
	return list;
}

ids param_ids(const struct req *q, const char *name)
{
	strs texts = param_texts(q, name);
	ids list = { 0 };
	for (size_t i = 0; i < texts.n; i++) {
		int64_t n;
		if (number_of(texts.at[i], &n))
			*vec_add(q->a, &list) = n;
	}
	return list;
}

const struct upload *param_file(const struct req *q, const char *name)
{
	for (size_t i = 0; i < q->files.n; i++)
		if (!strcmp(q->files.at[i].param, name))
			return &q->files.at[i];
	return NULL;
}
