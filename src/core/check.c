#include "core/check.h"
#include "core/sums.h"
#include <stdlib.h>

static const struct check *const table[] = {
#define CHECK_ROW(id) &check_##id,
#include "core/checks.def"
#undef CHECK_ROW
};

struct checks checks_all(void) { return (struct checks){ table, COUNT(table) }; }

struct check_result *check_add(struct arena *a, struct facts *f, const struct check *c, enum severity s,
                               str where, struct source at)
{
	struct check_result *r = vec_add(a, &f->checks);
	*r = (struct check_result){ .check = c->name, .where = where, .severity = s, .source = at };
	return r;
}

/* A place on a page orders documents that have no lines. */
static int source_cmp(struct source a, struct source b)
{
	const int left[] = { a.line, a.page, a.table, a.row }, right[] = { b.line, b.page, b.table, b.row };
	for (size_t i = 0; i < COUNT(left); i++)
		if (left[i] != right[i])
			return left[i] < right[i] ? -1 : 1;
	return 0;
}

struct ranked { struct check_result result; size_t found; };

static int by_weight(const void *p, const void *q)
{
	const struct ranked *a = p, *b = q;
	if (a->result.severity != b->result.severity)
		return a->result.severity == SEVERITY_ERROR ? -1 : 1;
	int order = source_cmp(a->result.source, b->result.source);
	return order ? order : (a->found > b->found) - (a->found < b->found);
}

static void sort(struct arena *a, struct facts *f)
{
	size_t n = f->checks.n;
	struct ranked *list = make_n(a, struct ranked, n + 1);
	for (size_t i = 0; i < n; i++)
		list[i] = (struct ranked){ f->checks.at[i], i };
	qsort(list, n, sizeof *list, by_weight);
	for (size_t i = 0; i < n; i++)
		f->checks.at[i] = list[i].result;
}

/* A figure out of a picture may be misread: what it contradicts is to be looked at, not yet an error of the document. */
static void soften(struct arena *a, struct facts *f)
{
	for (size_t i = 0; f->file.ocr && i < f->checks.n; i++) {
		struct check_result *r = &f->checks.at[i];
		if (r->severity != SEVERITY_ERROR)
			continue;
		r->severity = SEVERITY_WARNING;
		r->message = str_fmt(a, "%.*s (Đọc từ ảnh: hãy đối chiếu với bản gốc trước.)", SF(r->message));
	}
}

void checks_run(struct arena *a, struct facts *f)
{
	struct sums sums = sums_of(a, f);
	f->sums = &sums;
	f->checks.n = 0;
	for (size_t i = 0; i < COUNT(table); i++)
		table[i]->run(a, f);
	f->sums = NULL;
	soften(a, f);
	sort(a, f);
}
