#include "extract/extract.h"
#include "extract/cx.h"
#include "extract/restore.h"
#include "extract/unsure.h"

static const struct finder *const table[] = {
#define FINDER(id) &find_##id,
#include "extract/finders.def"
#undef FINDER
};

/* -- tables ------------------------------------------------------------------------------------------ */

static bool numbering_row(struct cx *x, const struct node *row)
{
	size_t n = 0;
	for (const struct node *c = row->first; c; c = c->next) {
		str t = fold_plain(x->a, node_text(x->a, c, NULL));
		if (t.n && !pat_has(x->ps, "^[(\\[]?(?:\\d{1,2}|[a-e])[)\\]]?(?: ?=.*)?$", t))
			return false;
		n += t.n > 0;
	}
	return n >= 3;
}

/* Cells that reach down into the rows below. */
struct carry { struct flow cell; int rows; };

/* The cells of a row by column. A cell over several columns stands in the first of them; one over several rows in
 * each of them. */
static size_t read_row(struct cx *x, const struct node *row, struct flow *at, struct carry *carry)
{
	size_t n = 0;
	const struct node *c = row->first;
	while (n < COLUMNS_MAX) {
		if (carry[n].rows > 0) {
			carry[n].rows--;
			at[n] = carry[n].cell;
			n++;
			continue;
		}
		if (!c)
			break;
		at[n] = flow_unfolded(x->a, c);
		int down = c->rowspan > 1 ? c->rowspan - 1 : 0;
		carry[n] = (struct carry){ at[n], down };
		n++;
		for (int k = 1; k < c->colspan && n < COLUMNS_MAX; k++, n++) {
			at[n] = (struct flow){ 0 };
			carry[n] = (struct carry){ at[n], down };
		}
		c = c->next;
	}
	return n;
}

static struct columns roles(struct cx *x, const struct flow *head, size_t n)
{
	struct columns c = { .n = n };
	size_t len;
	for (size_t i = 0; i < n; i++)
		c.role[i] = column_role(x->ps, fold_plain(x->a, head[i].text), 0, &len);
	return c;
}

/* A heading over two rows ("Điểm" above "Tối đa", "Đạt"): what stands in both belongs together. */
static void join_heads(struct cx *x, struct flow *head, size_t n, const struct flow *below, size_t m)
{
	for (size_t i = 0; i < n && i < m; i++) {
		if (!below[i].text.n || str_eq(head[i].text, below[i].text))
			continue;
		str both = str_fmt(x->a, "%.*s %.*s", SF(head[i].text), SF(below[i].text));
		head[i].text = str_trim(both);
		head[i].fold = (struct fold){ 0 };
	}
}

static size_t known(const struct columns *c)
{
	size_t n = 0;
	for (size_t i = 0; i < c->n; i++)
		n += c->role[i] != ROLE_NONE;
	return n;
}

/* Under empty cells of the heading stand words that head columns of figures, and no figure: a second heading row whose merged
 * cells a converter left empty. */
static bool second_heading(struct cx *x, const struct flow *head, size_t n, const struct node *row)
{
	size_t empty = 0, heads = 0, len, i = 0;
	for (const struct node *c = row->first; c && i < n; c = c->next, i++) {
		str t = fold_plain(x->a, node_text(x->a, c, NULL));
		if (pat_has(x->ps, "\\d", t))
			return false;
		empty += t.n && !head[i].text.n;
		heads += t.n && role_is_number(column_role(x->ps, t, 0, &len));
	}
	return empty && heads >= 2;
}

static bool carries(const struct carry *carry)
{
	for (size_t i = 0; i < COLUMNS_MAX; i++)
		if (carry[i].rows)
			return true;
	return false;
}

/* A table of n columns without a heading of its own goes on with the one above if it has as many; a PDF does not show a column for notes
 * that is empty. */
static bool goes_on(const struct columns *above, size_t n)
{
	for (size_t i = n; i < above->n; i++)
		if (above->role[i] != ROLE_note)
			return false;
	return n <= above->n;
}

static struct table *read_table(struct cx *x, const struct node *node, int number, const struct table *above)
{
	struct table *t = make(x->a, struct table);
	t->number = number;
	const struct node *row = node->first;
	while (row && (!row->first || !str_trim(node_text(x->a, row, NULL)).n))      /* converters put an empty heading row first */
		row = row->next;
	if (!row)
		return NULL;
	struct carry carry[COLUMNS_MAX] = { 0 };
	size_t n = read_row(x, row, t->head, carry);
	t->c = roles(x, t->head, n);
	struct columns one = t->c;
	row = row->next;
	if (row && !numbering_row(x, row) && (row->header || carries(carry) || second_heading(x, t->head, n, row))) {
		struct flow below[COLUMNS_MAX] = { 0 };
		size_t m = read_row(x, row, below, carry);
		join_heads(x, t->head, n, below, m);
		t->c = roles(x, t->head, n);
		if (known(&t->c) < known(&one))
			t->c = one;
		row = row->next;
	}
	size_t sure = known(&t->c);
	columns_settle(&t->c);
	if (sure < 3 && !(sure == 2 && n <= 3)) {
		if (!above || !goes_on(&above->c, n))
			return NULL;
		t->c = above->c;
		memcpy(t->head, above->head, sizeof t->head);
		row = node->first;
		memset(carry, 0, sizeof carry);
	}
	for (; row; row = row->next) {
		if (numbering_row(x, row))
			continue;
		struct flow cells[COLUMNS_MAX] = { 0 };
		read_row(x, row, cells, carry);
		struct row *r = vec_add(x->a, &t->rows);
		*r = (struct row){ make_n(x->a, struct flow, t->c.n), source_of(row->from) };
		memcpy(r->at, cells, t->c.n * sizeof *cells);
	}
	return t;
}

/* -- blocks and sections ----------------------------------------------------------------------------- */

static void add_text(struct cx *x, const struct node *n)
{
	struct flow w = flow_open(x->a, n);
	if (!str_trim(w.text).n)
		return;
	struct block *b = vec_add(x->a, &x->blocks);
	*b = (struct block){ .node = n, .flow = w, .item = n->kind == NODE_ITEM, .heading = n->kind == NODE_HEADING,
	                     .level = n->kind == NODE_ITEM ? n->level : 0 };
	struct match m;
	if (!b->item && pat_at(x->ps, " *[-+*] +", w.fold.text, 0, &m)) {
		b->item = true;
		b->level = memchr(w.fold.text.p, '+', m.at[0].to) ? 2 : 1;
		b->label = m.at[0].to;
	}
}

static void add_cells(struct cx *x, const struct node *node)
{
	for (const struct node *row = node->first; row; row = row->next)
		for (const struct node *c = row->first; c; c = c->next)
			for (const struct node *p = c->first; p; p = p->next)
				if (p->kind != NODE_TABLE)
					add_text(x, p);
}

static void read_blocks(struct cx *x, const struct node *root)
{
	int tables = 0;
	const struct table *above = NULL;
	for (const struct node *n = root->first; n; n = n->next) {
		if (n->kind != NODE_TABLE) {
			add_text(x, n);
			above = NULL;
			continue;
		}
		struct table *t = read_table(x, n, ++tables, above);
		if (t) {
			*vec_add(x->a, &x->blocks) = (struct block){ .node = n, .table = t };
			above = t;
		} else {
			add_cells(x, n);
		}
	}
}

/* "II." 1, "1." 2, "1.1." 3 … "a)" 7; 0: no label. */
static int label_rank(struct cx *x, struct block *b, str *label)
{
	str t = b->flow.fold.text;
	struct match m;
	size_t skip = 0;
	while (skip < t.n && t.p[skip] == ' ')
		skip++;
	if (pat_at(x->ps, "(?:phan |muc )?([ivx]{1,5})[.)/:] ?(?=\\S)|(?:phan |muc )([ivx]{1,5})\\b ?", t, skip, &m)) {
		size_t byte = b->flow.fold.at[match_has(&m, 1) ? m.at[1].from : m.at[2].from];
		if (char_is_upper(utf8_next(b->flow.text, &byte))) {
			*label = match_has(&m, 1) ? fold_src(&b->flow.fold, m.at[1].from, m.at[1].to)
			                          : fold_src(&b->flow.fold, m.at[2].from, m.at[2].to);
			b->label = m.at[0].to;
			return 1;
		}
	}
	if (pat_at(x->ps, "(\\d{1,2}(?:\\.\\d{1,2})*)(?:[.)/:] ?| )(?=\\S)", t, skip, &m)) {
		str code = match_str(&m, 1, t);
		bool dotted = code_dotted(code), dot = m.at[1].to < t.n && strchr(".)/:", t.p[m.at[1].to]);
		size_t byte = b->flow.fold.at[m.at[0].to];
		if ((dotted || dot) && char_is_upper(utf8_next(b->flow.text, &byte))) {
			*label = code;
			b->label = m.at[0].to;
			return (int)code_depth(code) + 1;
		}
	}
	if (pat_at(x->ps, "([a-h])[.)] ?(?=\\S)", t, skip, &m)) {
		*label = match_str(&m, 1, t);
		b->label = m.at[0].to;
		return 7;
	}
	return 0;
}

enum { RANKS = 9 };

static void read_sections(struct cx *x)
{
	*vec_add(x->a, &x->sections) = (struct section){ .last = x->blocks.n };
	size_t open[RANKS] = { 0 };         /* the section open at each rank */
	bool annex = false;
	size_t current = 0;
	for (size_t i = 0; i < x->blocks.n; i++) {
		struct block *b = &x->blocks.at[i];
		str t = b->flow.fold.text, label = { 0 };
		if (!b->table && (pat_has(x->ps, "^ ?(?:phu luc|bieu|mau)(?: so)?(?: [ivx\\d]+)?[ .:]*$", t) ||
		                  (b->heading && pat_has(x->ps, "^ ?phu luc\\b", t) && t.n < 30))) {
			annex = true;
			current = 0;
			for (int r = 0; r < RANKS; r++) {
				if (open[r])
					x->sections.at[open[r]].last = i;
				open[r] = 0;
			}
		}
		b->annex = annex;
		if (b->table)
			b->table->annex = annex;
		int rank = b->table || b->item ? 0 : label_rank(x, b, &label);
		/* a label of a section stands before a title, not before a sentence */
		if (rank && (t.n < 220 || b->heading)) {
			size_t above = 0;
			for (int r = 1; r < rank; r++)
				above = open[r] ? open[r] : above;
			struct section *s = vec_add(x->a, &x->sections);
			*s = (struct section){ .first = i, .last = x->blocks.n, .parent = above, .rank = rank,
			                       .label = str_copy(x->a, label),
			                       .title = fold_plain(x->a, fold_src(&b->flow.fold, b->label, t.n)) };
			current = x->sections.n - 1;
			for (int r = rank; r < RANKS; r++) {           /* its like and what is below them ends here */
				if (open[r])
					x->sections.at[open[r]].last = i;
				open[r] = 0;
			}
			open[rank] = current;
		}
		b->section = current;
	}
}

/* Asked for every block of a section, with few patterns: what was asked is known. */
static bool title_is(struct cx *x, struct section *s, const char *pattern)
{
	for (size_t i = 0; i < s->asked.n; i++)
		if (s->asked.at[i].pattern == pattern)
			return s->asked.at[i].is;
	bool is = pat_has(x->ps, pattern, s->title);
	*vec_add(x->a, &s->asked) = (struct asked){ pattern, is };
	return is;
}

bool section_is(struct cx *x, size_t s, const char *pattern)
{
	for (; s; s = x->sections.at[s].parent)
		if (title_is(x, &x->sections.at[s], pattern))
			return true;
	return false;
}

str section_path(struct cx *x, size_t s)
{
	str path = { 0 };
	for (; s; s = x->sections.at[s].parent)
		path = path.n ? str_fmt(x->a, "%.*s.%.*s", SF(x->sections.at[s].label), SF(path)) : x->sections.at[s].label;
	return path;
}

struct cx *examine_tree(struct arena *a, struct node *root)
{
	struct cx *x = make(a, struct cx);
	*x = (struct cx){ .a = a, .ps = pats_open(a), .f = make(a, struct facts) };
	set_unsure_aside(a, root, x->f);
	restore_with(a, x->ps, root);          /* the same patterns serve both: compiling them is a tenth of a seed's time */
	read_blocks(x, root);
	read_sections(x);
	for (size_t i = 0; i < COUNT(table); i++)
		table[i]->run(x);
	return x;
}

struct facts *extract(struct arena *a, struct node *root) { return examine_tree(a, root)->f; }
