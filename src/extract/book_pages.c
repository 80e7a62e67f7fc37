#include "extract/book_pages.h"
#include "base/fold.h"

/* -- cells ------------------------------------------------------------------------------------------- */

enum { GRID_MAX = 64 };
struct line_of { str at[GRID_MAX]; size_t n; };

/* Columns that cells from above reach into are empty. */
static struct line_of cells_of(struct arena *a, const struct node *row, int *until)
{
	struct line_of l = { .n = 0 };
	const struct node *c = row->first;
	while (l.n < GRID_MAX && (c || until[l.n] > 0)) {
		if (until[l.n] > 0) {
			until[l.n]--;
			l.at[l.n++] = (str){ 0 };
			continue;
		}
		for (int i = 0; i < c->colspan && l.n < GRID_MAX; i++) {
			until[l.n] = c->rowspan - 1;
			l.at[l.n++] = i ? (str){ 0 } : str_trim(node_text(a, c, NULL));
		}
		c = c->next;
	}
	return l;
}

static size_t filled(const struct line_of *l)
{
	size_t n = 0;
	for (size_t i = 0; i < l->n; i++)
		n += l->at[i].n > 0;
	return n;
}

/* -- headings ---------------------------------------------------------------------------------------- */

/* "Điểm tối đa (điểm)", "Mã *", "Đơn vị:" */
static str bare(struct arena *a, str text)
{
	str s = fold_plain(a, text);
	while (s.n && strchr(":*. ", s.p[s.n - 1]))
		s.n--;
	return s;
}

static str without_unit(str s)
{
	size_t open = str_find(s, S("("), 0);
	return open && open < s.n && s.p[s.n - 1] == ')' ? str_trim(str_sub(s, 0, open)) : s;
}

static int names(str heading, int column)
{
	int sure = heading.n ? book_names(column, heading) : BOOK_NONE;
	return sure == BOOK_NONE && heading.n ? book_names(column, without_unit(heading)) : sure;
}

/* A heading that may be one of two columns stands here twice. */
struct naming { size_t cell; int column, sure; };
typedef VEC(struct naming) namings;

static namings namings_of(struct arena *a, enum book_page p, const struct line_of *l)
{
	namings ret = { 0 };
	struct columns_of all = book_columns(p);
	for (size_t i = 0; i < l->n; i++) {
		str heading = bare(a, l->at[i]);
		for (int c = all.first; heading.n && c < all.end; c++) {
			int sure = names(heading, c);
			if (sure != BOOK_NONE)
				*vec_add(a, &ret) = (struct naming){ i, c, sure };
		}
	}
	return ret;
}

struct heads { int column[GRID_MAX]; bool has[BOOK_COLUMNS]; size_t known; };

/* The surest first, whatever the order of the columns: STT is the code only where no column is headed Mã. Of two columns with one
 * heading the first counts. */
static struct heads heads_of(struct arena *a, enum book_page p, const struct line_of *l)
{
	struct heads h = { .known = 0 };
	for (size_t i = 0; i < GRID_MAX; i++)          /* a row may have more cells than its headings */
		h.column[i] = BOOK_NONE;
	namings all = namings_of(a, p, l);
	for (;;) {
		const struct naming *best = NULL;
		for (size_t i = 0; i < all.n; i++) {
			const struct naming *at = &all.at[i];
			if (h.column[at->cell] == BOOK_NONE && !h.has[at->column] && (!best || at->sure < best->sure))
				best = at;
		}
		if (!best)
			return h;
		h.column[best->cell] = best->column;
		h.has[best->column] = true;
		h.known++;
	}
}

/* It numbers the rows, and says nothing of them. */
static bool is_ordinal(struct arena *a, str text)
{
	str s = bare(a, text);
	return str_eq(s, S("stt")) || str_eq(s, S("tt")) || str_eq(s, S("so tt"));
}

/* Are these the headings of such a page? What a page cannot be without, and one thing that only it has. */
static bool are_heads(enum book_page p, const struct heads *h)
{
	switch (p) {
	case PAGE_SET:      return false;
	case PAGE_CRITERIA:
		return h->has[COLUMN_CRITERIA_code] && h->has[COLUMN_CRITERIA_name] &&
		       (h->has[COLUMN_CRITERIA_max] || h->has[COLUMN_CRITERIA_rule]);
	case PAGE_INPUTS:   return h->has[COLUMN_INPUTS_name] && h->has[COLUMN_INPUTS_value];
	case PAGE_FORM:     return h->has[COLUMN_FORM_code] && h->known >= 2;
	case PAGE_RESULTS:
		return h->has[COLUMN_RESULTS_name] &&
		       (h->has[COLUMN_RESULTS_points] || h->has[COLUMN_RESULTS_appraised] || h->has[COLUMN_RESULTS_percent]);
	case PAGE_UNITS:    return h->has[COLUMN_UNITS_name] && (h->has[COLUMN_UNITS_level] || h->has[COLUMN_UNITS_under]);
	case PAGES:         break;
	}
	return false;
}

/* The page that such headings mean, where its name does not say it. */
static bool mean(enum book_page p, const struct heads *h)
{
	if (!are_heads(p, h))
		return false;
	if (p == PAGE_CRITERIA)
		return h->has[COLUMN_CRITERIA_rule] || h->has[COLUMN_CRITERIA_inputs];
	if (p == PAGE_FORM)
		return h->has[COLUMN_FORM_applies] || h->has[COLUMN_FORM_self] || (h->has[COLUMN_FORM_round1] && h->has[COLUMN_FORM_name]);
	return true;
}

/* -- which table is which page ----------------------------------------------------------------------- */

/* A table of names and values: most of its rows name a setting. */
static bool is_settings(struct arena *a, const struct node *table)
{
	int until[GRID_MAX] = { 0 };
	size_t known = 0, rows = 0;
	for (const struct node *row = table->first; row; row = row->next, rows++) {
		struct line_of l = cells_of(a, row, until);
		l.n = l.n > 0;
		known += heads_of(a, PAGE_SET, &l).known || (l.n && str_starts(bare(a, l.at[0]), S("xep loai")));
	}
	return known >= 3 && known * 2 >= rows;
}

static bool is_page(struct arena *a, const struct node *table, enum book_page p)
{
	int until[GRID_MAX] = { 0 };
	if (p == PAGE_SET)
		return is_settings(a, table);
	for (const struct node *row = table->first; row; row = row->next) {
		struct line_of l = cells_of(a, row, until);
		struct heads h = heads_of(a, p, &l);
		if (mean(p, &h))
			return true;
	}
	return false;
}

/* -- reading a page ---------------------------------------------------------------------------------- */

struct page_reading { struct arena *a; struct page_of *p; struct heads h; bool headed; strs loose; };

static void add_pair(struct page_reading *r, str name, str value, int row)
{
	if (name.n)
		*vec_add(r->a, &r->p->pairs) = (struct book_pair){ name, value, row };
}

/* "(1)", "(2)", … below the headings */
static bool numbers_columns(const struct line_of *l)
{
	size_t n = 0;
	for (size_t i = 0; i < l->n; i++) {
		str s = l->at[i];
		if (s.n && (s.n < 3 || s.p[0] != '(' || s.p[s.n - 1] != ')' || s.p[1] < '0' || s.p[1] > '9'))
			return false;
		n += s.n > 0;
	}
	return n >= 2;
}

static void take_heads(struct page_reading *r, const struct line_of *l, const struct heads *h)
{
	r->h = *h;
	for (int c = 0; c < BOOK_COLUMNS; c++)
		r->p->has[c] = r->p->has[c] || h->has[c];
	for (size_t i = 0; i < l->n && !r->headed; i++)
		if (h->column[i] == BOOK_NONE && l->at[i].n && !is_ordinal(r->a, l->at[i]))
			*vec_add(r->a, &r->p->unknown) = l->at[i];
	r->headed = true;
}

static void take_row(struct page_reading *r, const struct node *row, const struct line_of *l)
{
	struct heads h = heads_of(r->a, r->p->page, l);
	struct columns_of all = book_columns(r->p->page);
	if (!filled(l) || numbers_columns(l))
		return;
	if (are_heads(r->p->page, &h))
		return take_heads(r, l, &h);
	if (!r->headed) {
		add_pair(r, l->at[0], l->n > 1 ? l->at[1] : (str){ 0 }, row->from.row);
		return;
	}
	struct book_row *at = vec_add(r->a, &r->p->rows);
	*at = (struct book_row){ row, row->from.row, make_n(r->a, str, (size_t)(all.end - all.first)) };
	for (size_t i = 0; i < l->n; i++)
		if (r->h.column[i] != BOOK_NONE)
			at->cell[r->h.column[i] - all.first] = l->at[i];
}

static void take_table(struct page_reading *r, const struct node *table)
{
	int until[GRID_MAX] = { 0 };
	for (const struct node *row = table->first; row; row = row->next) {
		struct line_of l = cells_of(r->a, row, until);
		take_row(r, row, &l);
	}
}

/* Paragraphs above a table: "Đơn vị: Sở Nội vụ"; or names and then as many values, where cells faced each other. */
static void settle_loose(struct page_reading *r)
{
	size_t n = r->loose.n;
	for (size_t i = 0; i < n; i++) {
		str s = r->loose.at[i];
		size_t colon = str_find(s, S(":"), 0);
		if (colon < s.n)
			add_pair(r, str_trim(str_sub(s, 0, colon)), str_trim(str_sub(s, colon + 1, s.n)), 0);
	}
	for (size_t i = 0; n % 2 == 0 && i < n / 2; i++)
		add_pair(r, r->loose.at[i], r->loose.at[n / 2 + i], 0);
	r->loose.n = 0;
}

static int named(struct arena *a, const struct node *heading) { return book_page(bare(a, node_text(a, heading, NULL))); }

static void read_page(struct page_reading *r, const struct node *first)
{
	for (const struct node *n = first; n && n->kind != NODE_HEADING; n = n->next) {
		if (n->kind == NODE_TABLE) {
			settle_loose(r);
			take_table(r, n);
		} else if (!r->headed) {
			*vec_add(r->a, &r->loose) = str_trim(node_text(r->a, n, NULL));
		}
	}
	settle_loose(r);
}

struct page_of pages_find(struct arena *a, const struct node *root, enum book_page p)
{
	struct page_of ret = { .page = p, .title = str_c(book_page_name(p)), .first = book_columns(p).first };
	struct page_reading r = { .a = a, .p = &ret };
	for (const struct node *n = root->first; n && !ret.found; n = n->next)
		if (n->kind == NODE_HEADING && named(a, n) == (int)p) {
			ret.found = true;
			read_page(&r, n->next);
		}
	const struct node *title = NULL, *begins = root->first;
	for (const struct node *n = root->first; n && !ret.found; n = n->next) {
		if (n->kind == NODE_HEADING) {
			title = n;
			begins = n->next;
		} else if (n->kind == NODE_TABLE && (!title || named(a, title) == PAGES) && is_page(a, n, p)) {
			ret.found = true;
			if (title)
				ret.title = str_trim(node_text(a, title, NULL));
			read_page(&r, begins);
		}
	}
	return ret;
}

/* -- what looks like the page and is not ------------------------------------------------------------- */

struct near_heads pages_near(struct arena *a, const struct node *root, enum book_page p)
{
	struct near_heads ret = { .seen = { 0 } };
	size_t most = 0;
	for (const struct node *n = root->first; n; n = n->next) {
		int until[GRID_MAX] = { 0 };
		for (const struct node *row = n->kind == NODE_TABLE ? n->first : NULL; row; row = row->next) {
			struct line_of l = cells_of(a, row, until);
			struct heads h = heads_of(a, p, &l);
			if (h.known <= most)
				continue;
			most = h.known;
			ret = (struct near_heads){ .seen = { 0 } };
			memcpy(ret.has, h.has, sizeof ret.has);
			for (size_t i = 0; i < l.n; i++)
				if (l.at[i].n)
					*vec_add(a, &ret.seen) = l.at[i];
		}
	}
	return ret;
}
