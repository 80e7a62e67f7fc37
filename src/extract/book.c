#include "extract/book.h"
#include "extract/book_pages.h"

/* -- what a cell says -------------------------------------------------------------------------------- */

bool parse_points(str text, points *ret)
{
	text = str_trim(text);
	str word = S("điểm");
	if (str_ends(text, word))
		text = str_trim(str_sub(text, 0, text.n - word.n));
	struct figure f = figure_parse(text);
	return f.present && points_of_figure(f, ret);
}

bool parse_whole(str text, int *ret)
{
	int64_t n = 0;
	text = str_trim(text);
	for (size_t i = 0; i < text.n; i++) {
		if (text.p[i] < '0' || text.p[i] > '9' || n > 1000000)
			return false;
		n = n * 10 + text.p[i] - '0';
	}
	*ret = (int)n;
	return text.n && n <= 1000000;
}

/* Numbers parted by / or -, at most three. */
static size_t numbers_of(str s, int *at)
{
	size_t n = 0;
	for (size_t from = 0; from <= s.n;) {
		size_t end = from;
		while (end < s.n && s.p[end] != '/' && s.p[end] != '-')
			end++;
		if (n == 3 || !parse_whole(str_sub(s, from, end), &at[n++]))
			return 0;
		from = end + 1;
	}
	return n;
}

bool parse_date(str text, struct date *ret)
{
	int at[3] = { 0 };
	str month = S("tháng"), year = S("năm");
	text = str_trim(text);
	size_t word = str_starts(text, month) ? month.n : str_starts(text, year) ? year.n : 0;
	text = str_trim(str_sub(text, word, text.n));
	size_t n = numbers_of(text, at);
	bool iso = n && at[0] > 31;
	for (size_t i = 0; i < n; i++) {
		int part = iso ? at[i] : at[n - 1 - i];
		*(i == 0 ? &ret->year : i == 1 ? &ret->month : &ret->day) = part;
	}
	if (n < 2)
		ret->month = 0;
	if (n < 3)
		ret->day = 0;
	return n && ret->year >= 1900 && ret->year <= 2200 && (n < 2 || ret->month) && (n < 3 || ret->day) && date_valid(*ret);
}

bool book_is_set(struct arena *a, const struct node *root)
{
	struct page_of p = pages_find(a, root, PAGE_CRITERIA);
	return p.found && (p.has[COLUMN_CRITERIA_inputs] || pages_find(a, root, PAGE_SET).found);
}

bool book_named(struct arena *a, const struct node *root, enum book_page p)
{
	return pages_named(a, root, p) && pages_find(a, root, p).rows.n;
}

bool book_has_results(struct arena *a, const struct node *root) { return pages_find(a, root, PAGE_RESULTS).found; }

bool book_has_set(struct arena *a, const struct node *root)
{
	return pages_find(a, root, PAGE_CRITERIA).found || pages_find(a, root, PAGE_SET).found;
}
