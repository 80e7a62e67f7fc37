#include "draw/columns.h"

/* -- the grid ----------------------------------------------------------------------------------------- */

int grid_row(struct grid *g, const struct node *row, struct spot spots[COLUMNS_MAX], int *columns)
{
	int n = 0, at = 0;
	for (const struct node *c = row->first; at < COLUMNS_MAX && (c || g->hang[at]);) {
		if (g->hang[at]) {
			g->hang[at++]--;
			continue;
		}
		int wide = c->colspan < COLUMNS_MAX - at ? c->colspan : COLUMNS_MAX - at;
		for (int i = 0; i < wide; i++)
			g->hang[at + i] = c->rowspan - 1;
		spots[n++] = (struct spot){ c, at, wide };
		at += wide;
		c = c->next;
	}
	for (int i = at; i < COLUMNS_MAX; i++)
		g->hang[i] -= g->hang[i] > 0;
	*columns = at > *columns ? at : *columns;
	return n;
}

static bool is_paragraph(const struct node *n) { return n->kind != NODE_TABLE && n->kind != NODE_ROW && n->kind != NODE_CELL; }

const struct node *paragraph_after(const struct node *cell, const struct node *n)
{
	n = n ? n : cell;
	do {
		bool into = !is_paragraph(n) && n->first;
		while (!into && n != cell && !n->next)
			n = n->parent;
		if (n == cell && !into)
			return NULL;
		n = into ? n->first : n->next;
	} while (!is_paragraph(n));
	return n;
}

/* -- what the texts need ------------------------------------------------------------------------------ */

struct needs { double least[COLUMNS_MAX], most[COLUMNS_MAX]; };           /* the longest word, the longest line */

/* Of the letterhead: each is one line. */
static bool is_one_word(const struct node *n)
{
	return n->formal == FORMAL_NATION || n->formal == FORMAL_MOTTO || n->formal == FORMAL_NUMBER || n->formal == FORMAL_PLACE_DATE;
}

static double longest_word(const struct face *f, str s, struct style style)
{
	double longest = 0;
	for (size_t at = 0, from = 0; at <= s.n; at++)
		if (at == s.n || s.p[at] == ' ' || s.p[at] == '\n' || s.p[at] == '\t') {
			double w = face_width(f, str_sub(s, from, at), style.weight, style.size / 2.0);
			longest = w > longest ? w : longest;
			from = at + 1;
		}
	return longest;
}

static void need_of(const struct face *f, const struct node *cell, double *least, double *most)
{
	*least = *most = 0;
	for (const struct node *n = NULL; (n = paragraph_after(cell, n));) {
		struct style style = style_of(n);
		double all = 0, word = 0;
		for (const struct node *r = n->first; r; r = r->next) {
			double w = longest_word(f, r->text, style);
			word = w > word ? w : word;
			all += face_width(f, r->text, style.weight, style.size / 2.0);
		}
		if (n->kind == NODE_ITEM)
			all += face_width(f, n->marker, style.weight, style.size / 2.0) + style.size / 8.0;
		word = is_one_word(n) ? all : word;
		*least = word > *least ? word : *least;
		*most = all > *most ? all : *most;
	}
}

static void widen(double *at, int n, double to)
{
	double sum = 0;
	for (int i = 0; i < n; i++)
		sum += at[i];
	for (int i = 0; i < n && sum < to; i++)
		at[i] += (to - sum) / n;
}

/* Cells over several columns after the others: they ask only for what those do not have. */
static int measure(const struct face *f, const struct node *table, double pad, struct needs *ret)
{
	int columns = 0;
	for (int over = 0; over < 2; over++) {
		struct grid g = { 0 };
		struct spot spots[COLUMNS_MAX];
		for (const struct node *row = table->first; row; row = row->next) {
			int n = grid_row(&g, row, spots, &columns);
			for (int i = 0; i < n; i++) {
				double least, most;
				if ((spots[i].wide > 1) != over)
					continue;
				need_of(f, spots[i].cell, &least, &most);
				widen(ret->least + spots[i].column, spots[i].wide, least + pad);
				widen(ret->most + spots[i].column, spots[i].wide, most + pad);
			}
		}
	}
	for (int i = 0; i < columns; i++) {
		ret->least[i] = ret->least[i] > COLUMN_LEAST ? ret->least[i] : COLUMN_LEAST;
		ret->most[i] = ret->most[i] > ret->least[i] ? ret->most[i] : ret->least[i];
	}
	return columns;
}

/* -- sharing ------------------------------------------------------------------------------------------ */

static double sum_of(const double *at, int n)
{
	double sum = 0;
	for (int i = 0; i < n; i++)
		sum += at[i];
	return sum;
}

/* From a to b, as far as room goes. */
static void between(const double *a, const double *b, int n, double room, double *ret)
{
	double low = sum_of(a, n), high = sum_of(b, n), part = high > low ? (room - low) / (high - low) : 0;
	for (int i = 0; i < n; i++)
		ret[i] = a[i] + (b[i] - a[i]) * part;
}

static void share(const struct needs *need, int n, double room, double *ret)
{
	double floor[COLUMNS_MAX] = { 0 }, wide[COLUMNS_MAX] = { 0 };
	for (int i = 0; i < n; i++) {
		floor[i] = COLUMN_LEAST;
		wide[i] = need->most[i] < 3 * room ? need->most[i] : 3 * room;
		wide[i] = wide[i] > need->least[i] ? wide[i] : need->least[i];
	}
	double least = sum_of(need->least, n), most = sum_of(wide, n);
	if (least > room) {
		between(floor, need->least, n, room, ret);
	} else if (most > room) {
		between(need->least, wide, n, room, ret);
	} else {
		for (int i = 0; i < n; i++)
			ret[i] = wide[i] * room / most;
	}
}

/* Columns narrower than their longest word take from those that have room to give. */
static void lift(const struct needs *need, int n, double *at)
{
	double lack = 0, spare = 0;
	for (int i = 0; i < n; i++) {
		lack += at[i] < need->least[i] ? need->least[i] - at[i] : 0;
		spare += at[i] > need->least[i] ? at[i] - need->least[i] : 0;
	}
	if (spare < lack)
		return;
	for (int i = 0; i < n && lack > 0; i++)
		at[i] = at[i] < need->least[i] ? need->least[i] : at[i] - (at[i] - need->least[i]) * lack / spare;
}

static void given(const struct widths *w, double room, double *ret)
{
	double sum = 0;
	for (size_t i = 0; i < w->n; i++)
		sum += w->at[i];
	for (size_t i = 0; i < w->n; i++)
		ret[i] = w->at[i] * room / (sum > 1000 ? sum : 1000);
}

void columns_of(const struct face *f, const struct node *table, double width, struct columns *ret)
{
	struct needs need = { 0 };
	double at[COLUMNS_MAX] = { 0 };
	ret->n = measure(f, table, table->plain ? PLAIN_GAP : 2 * CELL_PAD + 1, &need);
	if (table->widths.n == (size_t)ret->n) {
		given(&table->widths, width, at);
		lift(&need, ret->n, at);
	} else {
		share(&need, ret->n, width, at);
	}
	ret->x[0] = 0;
	for (int i = 0; i < ret->n; i++)
		ret->x[i + 1] = ret->x[i] + at[i];
}

bool columns_fit(const struct node *table, double width, struct err *e)
{
	struct grid g = { 0 };
	struct spot spots[COLUMNS_MAX];
	int columns = 0, most = (int)(width / COLUMN_LEAST);
	for (const struct node *row = table->first; row; row = row->next) {
		int wide = 0;
		for (const struct node *c = row->first; c && wide <= COLUMNS_MAX; c = c->next)
			wide += c->colspan;
		columns = wide > columns ? wide : columns;
		grid_row(&g, row, spots, &columns);
	}
	if (columns <= most)
		return true;
	fail(e, ERR_LIMIT, "Bảng có %d cột, quá nhiều cho một trang A4 (nhiều nhất là %d cột).", columns, most);
	return err_hint(e, "Hãy bớt cột, đặt bảng trên trang ngang, hoặc xuất ra tệp Excel (.xlsx).");
}
