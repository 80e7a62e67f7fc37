#include "docin/docx_table.h"

struct docx_table *docx_table_now(struct docx_tables *t) { return t->n ? t->at[t->n - 1] : NULL; }

static struct node *top(struct docx_tables *t) { return t->b->frame[t->b->depth - 1].node; }

void docx_table_open(struct docx_tables *t)
{
	build_table(t->b, 0, true);
	if (t->b->failed)
		return;
	struct docx_table **at = &t->at[t->n++];        /* the builder has fewer frames than there is room here */
	*at = *at ? *at : make(t->b->a, struct docx_table);
	**at = (struct docx_table){ .node = top(t), .headings = true };
}

void docx_table_column(struct docx_tables *t, int width)
{
	struct docx_table *now = docx_table_now(t);
	if (now && now->columns < DOCX_COLUMNS_MAX)
		now->width[now->columns++] = width;
}

/* -- rows ------------------------------------------------------------------------------------------- */

void docx_row_open(struct docx_tables *t)
{
	struct docx_table *now = docx_table_now(t);
	if (!now || now->in_row)
		return;
	now->rows = t->b->frame[t->b->depth - 1].rows;
	build_row(t->b, 0, false, true);
	now->row = top(t);
	now->in_row = true;
	now->cell = NULL;
	now->column = now->after = 0;
	now->gone = false;
}

/* Rows that are repeated on each page stand at the top, one below the other. */
void docx_row_header(struct docx_tables *t)
{
	struct docx_table *now = docx_table_now(t);
	if (now && now->in_row && now->headings)
		now->row->header = true;
}

void docx_row_gone(struct docx_tables *t)
{
	struct docx_table *now = docx_table_now(t);
	if (now && now->in_row)
		now->gone = true;
}

static void empty_cell(struct docx_tables *t, struct docx_table *now, int columns)
{
	build_cell(t->b, 0, columns, 1, true);
	build_close(t->b, NODE_CELL, true);
	now->spans |= columns > 1;
	for (int i = 0; i < columns && now->column < DOCX_COLUMNS_MAX; i++)
		now->head[now->column++] = NULL;
}

void docx_row_skips(struct docx_tables *t, int columns)
{
	struct docx_table *now = docx_table_now(t);
	if (now && now->in_row && !now->cell && columns > 0)
		empty_cell(t, now, columns);
}

/* The builder leaves out rows that say nothing, with the cells that began in them. */
static void row_undo(struct docx_table *now)
{
	for (int i = 0; i < DOCX_COLUMNS_MAX; i++)
		if (now->head[i] && now->head[i]->parent == now->row)
			now->head[i] = NULL;
}

void docx_row_close(struct docx_tables *t)
{
	struct docx_table *now = docx_table_now(t);
	if (!now || !now->in_row)
		return;
	if (now->after > 0 && !now->gone)
		empty_cell(t, now, now->after);
	build_close(t->b, NODE_ROW, true);
	now->in_row = now->in_cell = false;
	if (t->b->frame[t->b->depth - 1].rows == now->rows)
		row_undo(now);
	else
		now->headings &= now->row->header;
}

/* -- cells ------------------------------------------------------------------------------------------ */

void docx_cell_open(struct docx_tables *t)
{
	struct docx_table *now = docx_table_now(t);
	if (!now || !now->in_row || now->in_cell)
		return;
	now->in_cell = now->waiting = true;
	now->swallowed = false;
	now->span = 1;
	now->down = now->right = MERGE_NONE;
}

static void advance(struct docx_table *now, struct node *head)
{
	if (now->column < DOCX_COLUMNS_MAX)
		now->head[now->column] = head;
	for (int i = 1; i < now->span && now->column + i < DOCX_COLUMNS_MAX; i++)
		now->head[now->column + i] = NULL;
	now->column = now->column + now->span < DOCX_COLUMNS_MAX ? now->column + now->span : DOCX_COLUMNS_MAX;
}

static void cell_place(struct docx_tables *t, struct docx_table *now)
{
	struct node *head = now->column < DOCX_COLUMNS_MAX ? now->head[now->column] : NULL;
	bool below = now->down == MERGE_ON && head, beside = now->right == MERGE_ON && now->cell;
	now->swallowed = now->gone || below || beside;
	if (beside && !now->gone)
		now->cell->colspan += now->span;
	if (below)
		head->rowspan++;
	now->spans |= beside || now->span > 1;
	if (now->swallowed)
		return advance(now, below ? head : NULL);
	build_cell(t->b, 0, now->span, 1, true);
	now->cell = top(t);
	advance(now, now->down == MERGE_NONE ? NULL : now->cell);
}

bool docx_cell_begins(struct docx_tables *t)
{
	struct docx_table *now = docx_table_now(t);
	if (!now)
		return true;
	if (!now->in_cell)
		return false;
	if (now->waiting)
		cell_place(t, now);
	now->waiting = false;
	return !now->swallowed;
}

void docx_cell_close(struct docx_tables *t)
{
	struct docx_table *now = docx_table_now(t);
	if (!now || !now->in_cell)
		return;
	if (docx_cell_begins(t))
		build_close(t->b, NODE_CELL, true);
	now->in_cell = false;
}

/* -- the whole table -------------------------------------------------------------------------------- */

enum { DRAGGED = 170 };        /* twips: a border moved by hand in some rows stands less than 3 mm from where it was */

struct grid { uint64_t starts; int hang[DOCX_COLUMNS_MAX]; };      /* starts: a bit for each column in which a cell begins */

static uint64_t bit(int column) { return (uint64_t)1 << column; }

/* How many columns of [from, to) a cell begins in; all that lie beyond the grid. */
static int starts(const struct grid *g, int from, int to)
{
	int n = 0;
	for (int i = from; i < to; i++)
		n += i >= DOCX_COLUMNS_MAX || (g->starts & bit(i));
	return n > 0 ? n : 1;
}

/* Walks the cells of a row over the grid and gives where they begin; settle: their spans are set, too. */
static uint64_t walk_row(struct grid *g, const struct node *row, bool settle)
{
	uint64_t begin = 0;
	int col = 0;
	for (struct node *c = row->first; c; c = c->next) {
		while (col < DOCX_COLUMNS_MAX && g->hang[col])
			g->hang[col++]--;
		int span = c->colspan;
		for (int i = 0; i < span && col + i < DOCX_COLUMNS_MAX; i++)
			g->hang[col + i] = c->rowspan - 1;
		if (col < DOCX_COLUMNS_MAX)
			begin |= bit(col);
		if (settle)
			c->colspan = starts(g, col, col + span);
		col = col < DOCX_COLUMNS_MAX ? col + span : col;
	}
	for (; col < DOCX_COLUMNS_MAX; col++)
		g->hang[col] -= g->hang[col] > 0;
	return begin;
}

/* The next column after i in which a cell begins; DOCX_COLUMNS_MAX: none. */
static int next_start(const struct grid *g, int i)
{
	do
		i++;
	while (i < DOCX_COLUMNS_MAX && !(g->starts & bit(i)));
	return i;
}

typedef VEC(uint64_t) masks;           /* where the cells of each row begin */

static bool in_one_row(const masks *rows, uint64_t both)
{
	for (size_t i = 0; i < rows->n; i++)
		if ((rows->at[i] & both) == both)
			return true;
	return false;
}

/* Columns that begin a little before the next one, and never in the same row with it, are the same column. */
static void join_dragged(struct grid *g, const struct docx_table *t, const masks *rows)
{
	uint64_t gone = 0;
	for (int i = 0, next; (next = next_start(g, i)) < DOCX_COLUMNS_MAX; i = next) {
		int width = 0;
		for (int k = i; k < next; k++)
			width += t->width[k];
		if (width > 0 && width < DRAGGED && !in_one_row(rows, bit(i) | bit(next)))
			gone |= bit(i);
	}
	g->starts &= ~gone;
}

static void settle_spans(struct arena *a, const struct docx_table *t)
{
	struct grid g = { 0 };
	masks rows = { 0 };
	for (const struct node *row = t->node->first; row; row = row->next)
		g.starts |= *vec_add(a, &rows) = walk_row(&g, row, false);
	memset(g.hang, 0, sizeof g.hang);
	join_dragged(&g, t, &rows);
	for (const struct node *row = t->node->first; row; row = row->next)
		walk_row(&g, row, true);
}

/* A table of nothing but heading rows has one, the first. */
static void settle_headings(struct node *table)
{
	for (struct node *row = table->first; row; row = row->next)
		if (!row->header)
			return;
	for (struct node *row = table->first ? table->first->next : NULL; row; row = row->next)
		row->header = false;
}

void docx_table_close(struct docx_tables *t)
{
	struct docx_table *now = docx_table_now(t);
	if (!now)
		return;
	docx_row_close(t);
	build_close(t->b, NODE_TABLE, true);
	if (now->spans)
		settle_spans(t->b->a, now);
	settle_headings(now->node);
	t->n--;
}
