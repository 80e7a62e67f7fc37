#include "docin/build.h"
#include "docin/encoding.h"

static struct build_frame *top(struct build *b) { return &b->frame[b->depth - 1]; }

static bool may_grow(struct build *b)
{
	if (b->failed)
		return false;
	if (++b->nodes <= DOC_NODES_MAX)
		return true;
	b->failed = true;
	fail(b->e, ERR_LIMIT, "Văn bản có quá nhiều đoạn, hàng và ô (hơn %d).", DOC_NODES_MAX);
	return err_hint(b->e, "Hãy tách tệp thành nhiều phần, mỗi văn bản một tệp.");
}

static void push(struct build *b, struct node *n, bool solid)
{
	if (b->depth == DOC_DEPTH_MAX) {
		b->failed = true;
		fail(b->e, ERR_LIMIT, "Bảng lồng trong bảng quá sâu (hơn %d tầng).", DOC_DEPTH_MAX / 3);
		err_hint(b->e, "Hãy mở tệp kiểm tra và bỏ các bảng lồng nhau.");
		return;
	}
	b->frame[b->depth++] = (struct build_frame){ .node = n, .lists = b->lists, .solid = solid };
}

void build_open(struct build *b, struct arena *a, struct err *e)
{
	*b = (struct build){ .a = a, .e = e, .run = buf_open(a), .next = { .kind = NODE_PARA } };
	push(b, node_new(a, NODE_DOC, (struct place){ .line = 1 }), true);
}

/* -- runs ------------------------------------------------------------------------------------------- */

static bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\f'; }

static struct place place_now(struct build *b, int line)
{
	struct place p = top(b)->node->from;
	p.line = line;
	p.page = b->page;
	return p;
}

static void run_end(struct build *b)
{
	if (b->run.n && may_grow(b)) {
		struct node *r = node_run(b->a, b->block, str_copy(b->a, buf_str(&b->run)), b->style.from);
		r->bold = b->style.bold;
		r->italic = b->style.italic;
	}
	b->run.n = 0;
}

static void run_begin(struct build *b, int line)
{
	bool bold = b->bold > 0, italic = b->italic > 0;
	if (b->run.n && (b->style.from.line != line || b->style.bold != bold || b->style.italic != italic))
		run_end(b);
	if (!b->run.n)
		b->style = (struct node){ .from = place_now(b, line), .bold = bold, .italic = italic };
}

/* -- blocks ----------------------------------------------------------------------------------------- */

/* Where a table is, is known when its first text comes. */
static void frames_on(struct build *b, int line)
{
	for (int i = b->depth - 1; i > 0 && !b->frame[i].node->from.line; i--) {
		b->frame[i].node->from.line = line;
		b->frame[i].node->from.page = b->page;
	}
}

/* "- ", "+ " … that a list without markers of its own types out */
static str typed_marker(str *text)
{
	static const str marks[] = { S("- "), S("+ "), S("* "), S("• "), S("– ") };
	for (size_t i = 0; i < COUNT(marks); i++)
		if (str_starts(*text, marks[i])) {
			str m = str_sub(*text, 0, marks[i].n - 1);
			*text = str_sub(*text, marks[i].n, text->n);
			return m;
		}
	return (str){ 0 };
}

static void block_open(struct build *b, str *text, int line)
{
	if (top(b)->node->kind == NODE_TABLE)
		build_row(b, line, false, false);
	if (!b->failed && top(b)->node->kind == NODE_ROW)
		build_cell(b, line, 1, 1, false);
	if (b->failed || !may_grow(b))
		return;
	frames_on(b, line);
	b->block = node_new(b->a, b->next.kind, place_now(b, line));
	b->block->level = b->next.level;
	if (b->next.kind == NODE_ITEM) {
		str typed = b->next.loose ? typed_marker(text) : (str){ 0 };
		b->block->marker = str_copy(b->a, typed.n ? typed : b->next.marker);
	}
	build_plain(b);
}

void build_plain(struct build *b)
{
	b->next.kind = NODE_PARA;
	b->next.level = 0;
	b->next.marker = (str){ 0 };
	b->next.loose = false;
}

void build_heading(struct build *b, int level)
{
	build_break(b);
	build_plain(b);
	b->next.kind = NODE_HEADING;
	b->next.level = level < 1 ? 1 : level > 6 ? 6 : level;
}

void build_item(struct build *b, str marker, bool loose)
{
	build_break(b);
	b->next.kind = NODE_ITEM;
	b->next.level = b->lists ? b->lists - top(b)->lists : 1;
	b->next.level = b->next.level < 1 ? 1 : b->next.level;
	b->next.marker = marker;
	b->next.loose = loose;
}

void build_text(struct build *b, str text, int line)
{
	if (!b->block || (!b->run.n && !b->block->first))
		while (text.n && is_space(text.p[0]))
			text = str_sub(text, 1, text.n);
	if (b->failed || !text.n)
		return;
	if (!b->block)
		block_open(b, &text, line);
	if (b->failed)
		return;
	run_begin(b, line);
	buf_put(&b->run, text);
}

void build_char(struct build *b, uint32_t c, int line)
{
	char p[8];
	struct buf one = { .a = b->a, .p = p, .cap = sizeof p };
	utf8_put(&one, c);
	build_text(b, buf_str(&one), line);
}

void build_space(struct build *b)
{
	const struct node *last = b->block ? b->block->last : NULL;
	str before = b->run.n ? buf_str(&b->run) : last ? last->text : (str){ 0 };
	if (b->block && before.n && !is_space(before.p[before.n - 1]))
		buf_put(&b->run, S(" "));
}

/* Trailing space belongs to nobody; what is left joins the tree. */
void build_break(struct build *b)
{
	struct node *n = b->block;
	if (!n)
		return;
	while (b->run.n && is_space(b->run.p[b->run.n - 1]))
		b->run.n--;
	bool none = !b->run.n;
	run_end(b);
	if (none && n->last)
		while (n->last->text.n && is_space(n->last->text.p[n->last->text.n - 1]))
			n->last->text.n--;
	if (n->first)
		node_append(top(b)->node, n);
	b->block = NULL;
}

/* -- lists ------------------------------------------------------------------------------------------ */

void build_list_open(struct build *b, bool ordered, bool bare, int start, bool solid)
{
	build_break(b);
	build_plain(b);
	if (b->lists < BUILD_LISTS_MAX)
		b->list[b->lists] = (struct build_list){ ordered, bare, solid, start, '-' };
	b->lists++;
}

/* A closing tag closes no list that Markdown opened, nor one around the cell it stands in. */
void build_list_close(struct build *b)
{
	build_break(b);
	build_plain(b);
	const struct build_list *l = build_list_now(b);
	if (b->lists > top(b)->lists && (!l || !l->solid))
		b->lists--;
}

struct build_list *build_list_now(struct build *b)
{
	if (b->lists <= top(b)->lists || b->lists > BUILD_LISTS_MAX)
		return NULL;
	return &b->list[b->lists - 1];
}

/* -- tables ----------------------------------------------------------------------------------------- */

void build_table(struct build *b, int line, bool solid)
{
	build_break(b);
	build_plain(b);
	if (top(b)->node->kind == NODE_TABLE)
		build_close(b, NODE_TABLE, false);
	if (top(b)->node->kind == NODE_TABLE)
		build_row(b, line, false, false);
	if (top(b)->node->kind == NODE_ROW)
		build_cell(b, line, 1, 1, false);
	if (!may_grow(b))
		return;
	struct place p = { .line = line, .page = b->page, .table = ++b->tables };
	push(b, node_new(b->a, NODE_TABLE, p), solid);
}

void build_row(struct build *b, int line, bool header, bool solid)
{
	if (!solid)
		build_close(b, NODE_ROW, false);
	if (top(b)->node->kind != NODE_TABLE || !may_grow(b))
		return;
	struct place p = place_now(b, line);
	p.row = top(b)->rows + 1;
	struct node *n = node_new(b->a, NODE_ROW, p);
	n->header = header;
	push(b, n, solid);
}

void build_cell(struct build *b, int line, int colspan, int rowspan, bool solid)
{
	if (!solid)
		build_close(b, NODE_CELL, false);
	if (top(b)->node->kind == NODE_TABLE)
		build_row(b, line, false, solid);
	if (b->failed || top(b)->node->kind != NODE_ROW || !may_grow(b))
		return;
	struct place p = place_now(b, line);
	p.cell = ++top(b)->cells;
	struct node *n = node_new(b->a, NODE_CELL, p);
	n->colspan = colspan;
	n->rowspan = rowspan;
	push(b, n, solid);
}

static bool is_rule(str s)
{
	s = str_trim(s);
	size_t dashes = 0;
	for (size_t i = 0; i < s.n; i++) {
		dashes += s.p[i] == '-';
		if (s.p[i] != '-' && !(s.p[i] == ':' && (i == 0 || i + 1 == s.n)))
			return false;
	}
	return dashes >= 2;
}

/* A row that says something: not empty, and not a border drawn with dashes. */
static bool speaks(struct build *b, const struct node *row)
{
	for (const struct node *c = row->first; c; c = c->next)
		if (c->first && (c->first != c->last || !c->first->first || c->first->kind == NODE_TABLE ||
		                 !is_rule(node_text(b->a, c->first, NULL))))
			return true;
	return false;
}

/* A table that leaves out rows: what reached down over them reaches less far. */
static void settle_spans(const struct build_frame *f)
{
	size_t i = 0;
	for (struct node *row = f->node->first; row && f->met > f->rows; row = row->next, i++)
		for (struct node *c = row->first; c; c = c->next) {
			size_t low = i + 1, high = f->kept.n;          /* the first row that it does not reach */
			while (low < high && c->rowspan > 1) {
				size_t mid = low + (high - low) / 2;
				if (f->kept.at[mid] - f->kept.at[i] < c->rowspan)
					low = mid + 1;
				else
					high = mid;
			}
			c->rowspan = c->rowspan > 1 ? (int)(low - i) : 1;
		}
}

static void row_end(struct build *b, struct build_frame *table)
{
	table->rows++;
	*vec_add(b->a, &table->kept) = table->met;
}

static void frame_end(struct build *b)
{
	build_break(b);
	build_plain(b);
	struct build_frame f = *top(b);
	b->depth--;
	b->lists = f.lists;
	b->bold = b->italic = 0;
	struct build_frame *above = top(b);
	if (f.node->kind == NODE_ROW) {
		for (struct node *c = f.node->first; c; c = c->next)
			c->from.line = c->from.line ? c->from.line : f.node->from.line;
		above->met++;
		if (!speaks(b, f.node))
			return;
		row_end(b, above);
	}
	if (f.node->kind == NODE_TABLE)
		settle_spans(&f);
	if (f.node->kind == NODE_TABLE && !f.node->first) {
		b->tables -= f.node->from.table == b->tables;
		return;
	}
	node_append(above->node, f.node);
}

/* A row or a cell belongs to the innermost table; what HTML closes, Markdown did not open. */
static bool is_wall(const struct build_frame *f, enum node_kind kind)
{
	return f->solid || (f->node->kind == NODE_TABLE && kind != NODE_TABLE);
}

void build_close(struct build *b, enum node_kind kind, bool solid)
{
	for (int i = b->depth - 1; i > 0; i--) {
		const struct build_frame *f = &b->frame[i];
		if (f->node->kind == kind && f->solid == solid)
			return build_unwind(b, i, b->lists);
		if (!solid && is_wall(f, kind))
			return;
	}
}

void build_unwind(struct build *b, int depth, int lists)
{
	build_break(b);
	build_plain(b);
	while (b->depth > depth)
		frame_end(b);
	b->lists = b->lists > lists ? lists : b->lists;
}

struct build_aside build_aside_open(struct build *b)
{
	struct build_aside aside = { b->block, b->next };
	run_end(b);
	b->block = NULL;
	build_plain(b);
	return aside;
}

void build_aside_close(struct build *b, struct build_aside aside)
{
	build_break(b);
	b->block = aside.block;
	b->next = aside.next;
}

struct node *build_finish(struct build *b)
{
	while (b->depth > 1)
		frame_end(b);
	build_break(b);
	return b->failed ? NULL : b->frame[0].node;
}
