#include "core/check.h"
#include "core/scan.h"
#include <stdlib.h>

/* A reason that names a criterion by code names one that the document has. */

enum { SCRATCH = 64 * 1024 * 1024 };

struct known { str *at; size_t n; };

static int by_code(const void *p, const void *q) { return code_cmp(*(const str *)p, *(const str *)q); }

static struct known codes_of(struct arena *a, const struct facts *f)
{
	struct known k = { make_n(a, str, f->criteria.n + f->fields.n + 1), 0 };
	for (size_t i = 0; i < f->criteria.n; i++)
		k.at[k.n++] = f->criteria.at[i].code;
	for (size_t i = 0; i < f->fields.n; i++)
		k.at[k.n++] = f->fields.at[i].code;
	qsort(k.at, k.n, sizeof *k.at, by_code);
	return k;
}

/* In the list, or above something in the list. */
static bool is_known(const struct known *k, str code)
{
	size_t low = 0, high = k->n;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (code_cmp(k->at[middle], code) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low < k->n && (str_eq(k->at[low], code) || code_under(k->at[low], code));
}

/* The token behind the words "tiêu chí", or 0. */
static size_t behind_words(const struct scan *s, size_t i)
{
	if (scan_words(s, i, "tieu chi thanh phan"))
		return i + 4;
	if (scan_words(s, i, "tieu chi"))
		return i + 2;
	return scan_word(s, i, "tc") || scan_word(s, i, "tctp") ? i + 1 : 0;
}

/* "tiêu chí 3.2.1", "TC 3.2"; not "tiêu chí 1.5 điểm", not "02 tiêu chí". */
static str cited_at(const struct scan *s, size_t i)
{
	size_t code = behind_words(s, i);
	if (!code || code >= s->n)
		return (str){ 0 };
	const struct token *t = &s->at[code];
	bool coded = t->kind == TOKEN_CODE || (t->kind == TOKEN_NUMBER && t->number.scale && !t->number.comma);
	if (!coded || scan_word(s, code + 1, "diem") || scan_sign(s, code + 1, '%') || scan_sign(s, code + 1, '/'))
		return (str){ 0 };
	return t->word;
}

/* Most reasons name no criterion: told by a plain search before the words are taken apart. */
static bool may_cite(str text)
{
	if (!has_digit(text))
		return false;
	static const char *const words[] = { "iêu chí", "IÊU CHÍ", "iêu Chí", "TC" };
	for (size_t i = 0; i < COUNT(words); i++)
		if (str_find(text, str_c(words[i]), 0) < text.n)
			return true;
	return false;
}

static void look(struct arena *a, struct facts *f, struct known *k, const struct criterion *c)
{
	if (!may_cite(c->reason))
		return;
	if (!k->at)
		*k = codes_of(a, f);
	struct arena *scratch CLEANUP(arena_close) = arena_open(SCRATCH);
	struct scan s = scan_open(scratch, c->reason);
	for (size_t i = 0; i < s.n; i++) {
		str code = cited_at(&s, i);
		if (!code.n || is_known(k, code) || code_under(code, c->code))
			continue;
		struct source at = source_or(c->reason_source, c->source);
		struct check_result *r = check_add(a, f, &check_citation, SEVERITY_WARNING, c->code, at);
		r->printed = str_copy(a, code);
		r->computed = c->code;
		r->message = str_fmt(
		    a,
		    "Tiêu chí %.*s: lý do nhắc đến tiêu chí %.*s, mã không có trong danh sách của văn bản.",
		    SF(c->code), SF(code));
		return;
	}
}

static void run(struct arena *a, struct facts *f)
{
	struct known k = { 0 };                /* listed when the first reason asks */
	for (size_t i = 0; i < f->criteria.n; i++)
		look(a, f, &k, &f->criteria.at[i]);
}

const struct check check_citation = {
	.name = "citation", .help = "Mã tiêu chí nhắc đến trong lý do phải có trong danh sách của văn bản.",
	.source = "domain.md 5; seed 003 (3.2.2)", .run = run,
};
