#include "core/check.h"
#include "core/scan.h"
#include <stdio.h>

/* Losses are of the year of the cycle, their mending comes after it. */

enum { SCRATCH = 64 * 1024 * 1024, YEAR_FIRST = 2000, YEAR_LAST = 2100 };

static void report(struct arena *a, struct facts *f, str where, int printed, int computed, struct source at,
                   str message)
{
	struct check_result *r = check_add(a, f, &check_year, SEVERITY_WARNING, where, at);
	r->printed = str_fmt(a, "%d", printed);
	r->computed = str_fmt(a, "%d", computed);
	r->message = message;
}

static bool is_known(const struct facts *f, str where, int year)
{
	enum { SEEN_MAX = 1000 };
	char printed[16];
	int n = snprintf(printed, sizeof printed, "%d", year);
	for (size_t i = 0; i < f->checks.n && i < SEEN_MAX; i++) {
		const struct check_result *r = &f->checks.at[i];
		if (!strcmp(r->check, check_year.name) && str_eq(r->where, where) &&
		    str_eq(r->printed, (str){ printed, (size_t)n }))
			return true;
	}
	return false;
}

static str place_name(struct arena *a, str where)
{
	if (str_eq(where, S("title")))
		return S("Tên văn bản");
	if (str_eq(where, S("annex title")))
		return S("Tên phụ lục");
	if (str_starts(where, S("section ")))
		return str_fmt(a, "Mục %.*s", SF(str_sub(where, sizeof "section", where.n)));
	if (str_starts(where, S("annex column ")))
		return str_fmt(a, "Đề mục cột %.*s của phụ lục", SF(str_sub(where, sizeof "annex column", where.n)));
	return S("Văn bản");
}

static void compare(struct arena *a, struct facts *f, const struct year_at *y)
{
	/* mended in the year after, or, when the document comes later, in its own year */
	int cycle = f->document.cycle_year, issued = f->document.date.year;
	bool mends = y->year == cycle + 1 || (y->year > cycle && y->year == issued);
	bool wrong = y->role == YEAR_LOSSES ? y->year != cycle : !mends;
	if (!wrong || is_known(f, y->where, y->year))
		return;
	if (y->role == YEAR_LOSSES) {
		report(a, f, y->where, y->year, cycle, y->source,
		       str_fmt(
			   a,
			   "%.*s ghi kết quả, điểm bị trừ của năm %d nhưng văn bản khắc phục kết quả năm %d.",
			   SF(place_name(a, y->where)), y->year, cycle));
		return;
	}
	int mending = issued > cycle ? issued : cycle + 1;
	report(a, f, y->where, y->year, mending, y->source,
	       str_fmt(a, "%.*s ghi khắc phục trong năm %d nhưng điểm bị trừ là của năm %d; năm khắc phục phải là %d.",
	               SF(place_name(a, y->where)), y->year, cycle, mending));
}

/* "do năm 2024 Sở không có …" in the appraisal of 2023. What is still to come is no reason. */
static int year_of_reason(const struct scan *s, size_t i)
{
	if (!i || !scan_word(s, i, "nam") || !(scan_word(s, i - 1, "do") || scan_word(s, i - 1, "trong")) ||
	    !scan_number(s, i + 1))
		return 0;
	struct figure y = s->at[i + 1].number;
	for (size_t k = i; k < s->n && k < i + 8; k++)
		if (scan_word(s, k, "se"))
			return 0;
	return y.scale || y.digits < YEAR_FIRST || y.digits > YEAR_LAST ? 0 : (int)y.digits;
}

static void look(struct arena *a, struct facts *f, const struct criterion *c, str text)
{
	if (!text.n || str_find(text, S("20"), 0) == text.n)
		return;
	struct arena *scratch CLEANUP(arena_close) = arena_open(SCRATCH);
	struct scan s = scan_open(scratch, text);
	for (size_t i = 0; i < s.n; i++) {
		int year = year_of_reason(&s, i), cycle = f->document.cycle_year;
		if (year <= cycle)
			continue;
		struct source at = source_or(c->reason_source, c->source);
		report(a, f, c->code, year, cycle, at,
		       str_fmt(a, "Tiêu chí %.*s: lý do nói về năm %d nhưng đây là kết quả của năm %d.",
		               SF(c->code), year, cycle));
		return;
	}
}

static void run(struct arena *a, struct facts *f)
{
	if (!f->document.cycle_year)
		return;
	for (size_t i = 0; i < f->years.n; i++)
		compare(a, f, &f->years.at[i]);
	for (size_t i = 0; i < f->criteria.n; i++) {
		look(a, f, &f->criteria.at[i], f->criteria.at[i].reason);
		look(a, f, &f->criteria.at[i], f->criteria.at[i].cause);
	}
}

const struct check check_year = {
	.name = "year", .help = "Năm ghi ở tên văn bản, phụ lục, cột và lý do phải đúng năm của kỳ đánh giá.",
	.source = "domain.md 5; seeds 000 (1.5.1), 001, 002, 003, 004", .run = run,
};
