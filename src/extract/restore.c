#include "extract/restore.h"

/* Few lines, not too long, and no sentence. */
static bool may_head(const struct lines *ls, size_t first, size_t last)
{
	size_t width = 0;
	for (size_t i = first; i < last; i++)
		width += ls->at[i].fold.text.n;
	str end = ls->at[last - 1].fold.text;
	bool sentence = end.n && strchr(".;,", end.p[end.n - 1]) && width > 60;
	return last - first <= 3 && !sentence && width < 200;
}

/* Puts lines [first, last) below `parent` as one paragraph or list item; the lines' runs keep their places. */
void restore_paragraph(struct arena *a, struct pats *ps, struct node *parent, const struct lines *ls, size_t first, size_t last)
{
	const struct line *l = &ls->at[first];
	struct match m;
	struct node *n = node_new(a, NODE_PARA, l->node->from);
	str t = l->fold.text;
	if (line_label(l) && strchr("-+*?", t.p[0])) {
		n->kind = NODE_ITEM;
		n->level = t.p[0] == '+' ? 2 : 1;
		n->marker = fold_src(&l->fold, 0, 1);
	} else if (may_head(ls, first, last) && pat_at(ps, "(?:phu luc|ke hoach|bao cao|quyet dinh|thong bao|giai phap)(?: so)?(?: [ivx\\d]+)?$|(?:phan )?[ivx]{1,5}[.)] |(\\d{1,2}(?:\\.\\d{1,2}){0,4}\\.?) ", t, 0, &m)) {
		n->kind = NODE_HEADING;
		n->level = match_has(&m, 1) ? 3 : t.p[0] >= 'i' && t.p[0] <= 'x' && m.at[0].to < t.n ? 2 : 1;
		for (size_t i = m.at[1].from; match_has(&m, 1) && i + 1 < m.at[1].to; i++)
			n->level += t.p[i] == '.' && n->level < 6;
	}
	for (size_t i = first; i < last; i++) {
		if (i > first)
			node_run(a, n, S(" "), ls->at[i].node->from);
		str text = i == first && n->kind == NODE_ITEM ? str_trim(fold_src(&l->fold, 1, t.n)) : ls->at[i].text;
		node_run(a, n, text, ls->at[i].node->from);
	}
	node_append(parent, n);
}

void restore_paragraphs(struct arena *a, struct pats *ps, struct node *parent, const struct lines *ls, size_t first, size_t last, int width)
{
	while (first < last) {
		if (!ls->at[first].text.n) {
			first++;
			continue;
		}
		size_t end = first + 1;
		while (end < last && lines_join(ps, ls, &ls->at[end - 1], &ls->at[end], width))
			end++;
		restore_paragraph(a, ps, parent, ls, first, end);
		first = end;
	}
}

/* -- what a page break cut in documents whose paragraphs and tables were already told apart --------- */

static bool bare(const struct node *cell)
{
	for (const struct node *p = cell->first; p; p = p->next)
		if (p->first)
			return false;
	return true;
}

static bool bare_row(const struct node *row)
{
	for (const struct node *c = row->first; c; c = c->next)
		if (!bare(c))
			return false;
	return true;
}

static size_t cells(const struct node *row)
{
	size_t n = 0;
	for (const struct node *c = row ? row->first : NULL; c; c = c->next)
		n++;
	return n;
}

/* A table whose heading row is empty and has as many cells goes on where the last one ended. */
static void join_tables(struct node *root)
{
	for (struct node *n = root->first; n; n = n->next) {
		struct node *next;
		while (n->kind == NODE_TABLE && (next = n->next) && next->kind == NODE_TABLE && next->first && bare_row(next->first) &&
		       n->first && cells(n->first) == cells(next->first)) {
			for (struct node *row = next->first->next, *then; row; row = then) {
				then = row->next;
				row->header = false;
				node_append(n, row);
			}
			n->next = next->next;
			if (root->last == next)
				root->last = n;
		}
	}
}

static str last_text(const struct node *n)
{
	const struct node *r = n->last;
	return r && r->kind == NODE_RUN ? str_trim(r->text) : (str){ 0 };
}

/* "… điều hành, cải" / "cách thủ tục …": the page ended inside a sentence. */
static void join_paragraphs(struct arena *a, struct node *root)
{
	for (struct node *n = root->first; n; n = n->next) {
		struct node *next;
		while ((n->kind == NODE_PARA || n->kind == NODE_ITEM) && (next = n->next) && next->kind == NODE_PARA && next->first) {
			str end = last_text(n), begin = str_trim(next->first->text);
			size_t at = 0;
			uint32_t c = begin.n ? utf8_next(begin, &at) : 0;
			char folded = c ? fold_char(c) : ' ';
			if (!end.n || strchr(".;:!?/", end.p[end.n - 1]) || char_is_upper(c) || folded < 'a' || folded > 'z' ||
			    (begin.n > 1 && strchr(").", begin.p[at])))
				break;
			node_run(a, n, S(" "), next->from);
			for (struct node *r = next->first, *then; r; r = then) {
				then = r->next;
				node_append(n, r);
			}
			n->next = next->next;
			if (root->last == next)
				root->last = n;
		}
	}
}

void restore(struct arena *a, struct node *root) { restore_with(a, pats_open(a), root); }

void restore_with(struct arena *a, struct pats *ps, struct node *root)
{
	struct lines ls = lines_of(a, root);
	if (!ls.n) {
		join_tables(root);
		join_paragraphs(a, root);
		return;
	}
	restore_drop_repeats(a, ps, &ls);
	root->first = root->last = NULL;            /* the lines come back as what they are */
	for (size_t i = 0; i < ls.n;) {
		size_t t = i, end = i;
		struct node hold = { .kind = NODE_DOC };        /* a table is built where it is found, and comes behind what is above it */
		while (t < ls.n && !restore_table(a, ps, &ls, t, &hold, &end)) {
			hold.first = hold.last = NULL;
			t++;
		}
		restore_paragraphs(a, ps, root, &ls, i, t, ls.width);
		if (t == ls.n)
			break;
		node_append(root, hold.last);
		i = end;
	}
}
