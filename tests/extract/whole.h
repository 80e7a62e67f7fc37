/* tests/extract/whole.h -- a small text through the whole way of a document, and facts drawn as lines
 *
 * SHAPE    facts_of: read_bytes -> restore -> extract. draw_*: what one test compares, a line a thing; what is absent
 *          is not drawn.
 * UNITS    as core/facts.h
 * ERRORS   a text that cannot be read fails the test
 * MEMORY   arena
 * SOURCE   none
 */
#ifndef TESTS_WHOLE_H
#define TESTS_WHOLE_H
#include "core/check.h"
#include "docin/read.h"
#include "extract/extract.h"
#include "extract/flow.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#undef fail                     /* cmocka has its own */
#include <cmocka.h>

#define WHOLE_ROOM ((size_t)1 << 30)

static inline struct node *tree_of(struct arena *a, str text)
{
	struct reading r = { 0 };
	struct err e = { 0 };
	if (!read_bytes(a, text, &r, &e))
		fail_msg("cannot be read: %s\n%.*s", e.message, SF(text));
	restore(a, r.root);
	return r.root;
}

static inline struct facts *facts_of(struct arena *a, const char *text) { return extract(a, tree_of(a, str_c(text))); }

/* A flow over a text of one line number. */
static inline struct flow flow_of(struct arena *a, const char *text)
{
	struct node *n = node_new(a, NODE_PARA, (struct place){ .line = 1 });
	node_run(a, n, str_c(text), (struct place){ .line = 1 });
	return flow_open(a, n);
}

static inline void draw_str(struct buf *b, const char *what, str s)
{
	if (!s.n)
		return;
	buf_fmt(b, " %s=[", what);
	for (size_t i = 0; i < s.n; i++)
		buf_put(b, s.p[i] == '\n' ? S(" / ") : str_sub(s, i, i + 1));
	buf_put(b, S("]"));
}

static inline void draw_strs(struct buf *b, const char *what, const strs *s)
{
	for (size_t i = 0; i < s->n; i++)
		draw_str(b, what, s->at[i]);
}

static inline void draw_figure(struct buf *b, const char *what, struct figure f)
{
	if (f.present)
		buf_fmt(b, " %s=%s", what, figure_dot(b->a, f).p);
}

static inline void draw_date(struct buf *b, const char *what, struct date d)
{
	if (d.year)
		buf_fmt(b, " %s=%s", what, date_iso(b->a, d).p);
}

static inline const char *due_name(enum due_kind k)
{
	static const char *const names[] = { "none", "ongoing", "year", "quarter", "month", "date", "working_days" };
	return names[k];
}

static inline const char *status_name(enum status s)
{
	static const char *const names[] = { "none", "unknown", "not_done", "in_progress", "done" };
	return names[s];
}

static inline void draw_due(struct buf *b, const struct due *d)
{
	if (d->kind == DUE_NONE)
		return;
	buf_fmt(b, " due=%s", due_name(d->kind));
	draw_date(b, "from", d->from);
	draw_date(b, "to", d->to);
	draw_str(b, "said", d->text);
}

static inline void draw_criteria(struct buf *b, const struct facts *f)
{
	for (size_t i = 0; i < f->criteria.n; i++) {
		const struct criterion *c = &f->criteria.at[i];
		buf_put(b, c->code);
		draw_str(b, "name", c->name);
		draw_figure(b, "max", c->max);
		draw_figure(b, "points", c->points);
		draw_figure(b, "printed_lost", c->printed_lost);
		draw_figure(b, "percent", c->percent);
		draw_str(b, "reason", c->reason);
		draw_str(b, "cause", c->cause);
		draw_strs(b, "remedy", &c->remedies);
		draw_str(b, "lead", c->lead);
		draw_strs(b, "support", &c->support);
		draw_due(b, &c->due);
		if (c->progress.text.n)
			buf_fmt(b, " %s", status_name(c->progress.status));
		draw_str(b, "progress", c->progress.text);
		draw_str(b, "note", c->note);
		buf_put(b, S("\n"));
	}
}

static inline void draw_fields(struct buf *b, const struct facts *f)
{
	for (size_t i = 0; i < f->fields.n; i++) {
		const struct field *d = &f->fields.at[i];
		buf_fmt(b, "%.*s", SF(d->code));
		draw_str(b, "name", d->name);
		draw_figure(b, "max", d->max);
		draw_figure(b, "points", d->points);
		draw_figure(b, "printed_lost", d->printed_lost);
		draw_str(b, "lead", d->lead);
		draw_strs(b, "support", &d->support);
		draw_due(b, &d->due);
		draw_strs(b, "remedy", &d->remedies);
		for (size_t k = 0; k < d->tasks.n; k++)
			draw_str(b, "task", d->tasks.at[k].text);
		buf_put(b, S("\n"));
	}
}

/* Cells parted by " | ", paragraphs of a cell by " / "; tables by a line "~"; a paragraph outside a table as it is. */
static inline void draw_tree(struct buf *b, const struct node *root)
{
	for (const struct node *n = root->first, *above = NULL; n; above = n, n = n->next) {
		if (above && above->kind == NODE_TABLE && n->kind == NODE_TABLE)
			buf_put(b, S("~\n"));
		for (const struct node *row = n->kind == NODE_TABLE ? n->first : NULL; row; row = row->next) {
			buf_put(b, row->header ? S("#") : S("|"));
			for (const struct node *c = row->first; c; c = c->next) {
				str t = node_text(b->a, c, NULL);
				for (size_t i = 0; i < t.n; i++)
					buf_put(b, t.p[i] == '\n' ? S(" / ") : str_sub(t, i, i + 1));
				buf_put(b, c->next ? S(" | ") : S("\n"));
			}
		}
		if (n->kind != NODE_TABLE)
			buf_fmt(b, "%s%.*s\n", n->kind == NODE_ITEM ? "* " : n->kind == NODE_HEADING ? "= " : "", SF(node_text(b->a, n, NULL)));
	}
}

static inline void assert_drawn(const char *row, const struct buf *b, const char *wanted)
{
	if (!str_eq(buf_str(b), str_c(wanted)))
		fail_msg("%s\n--- drawn\n%.*s--- wanted\n%s", row, SF(buf_str(b)), wanted);
}

#endif
