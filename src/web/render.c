#include "base/escape.h"
#include "web/render.h"
#include "web/template.h"
#include <stdlib.h>

struct scope { const struct view *v; const struct scope *outer; };
struct walk  { struct buf *b; const struct template *page; struct missing *missing; };

static const struct view_value nothing = { .kind = VIEW_NOTHING };

static int compare(const void *name, const void *t) { return strcmp(name, (*(const struct template *const *)t)->name); }

const struct template *template_find(const char *name)
{
	const struct template *const *t = bsearch(name, templates.at, templates.n, sizeof *templates.at, compare);
	return t ? *t : NULL;
}

/* What is missing renders as nothing; the tests want to know. */
static const struct view_value *missed(struct walk *w, const struct template_op *op)
{
	if (w->missing && !w->missing->n++)
		w->missing->first = op->names[op->n];
	return &nothing;
}

static const struct view_value *value_of(struct walk *w, const struct template_op *op, const struct scope *s)
{
	const struct view_value *v = NULL;
	for (; s && !v; s = s->outer)
		v = s->v ? view_find(s->v, op->names[0]) : NULL;
	for (unsigned i = 1; v && i < op->n && v->kind != VIEW_NOTHING; i++)
		v = v->kind == VIEW_OBJECT ? view_find(v->object, op->names[i]) : NULL;
	return v ? v : missed(w, op);
}

static bool is_there(const struct view_value *v)
{
	switch (v->kind) {
	case VIEW_NOTHING: return false;
	case VIEW_LIST: return v->list->at.n;
	case VIEW_COUNT:
	case VIEW_YES: return v->n;
	case VIEW_TEXT:
	case VIEW_POINTS:
	case VIEW_PERCENT:
	case VIEW_DAY:
	case VIEW_MOMENT:
	case VIEW_LINK:
	case VIEW_OBJECT: break;
	}
	return true;
}

static void put_value(struct walk *w, const struct template_op *op, const struct view_value *v)
{
	char room[VIEW_ROOM];
	if (v->kind == VIEW_NOTHING)
		return;
	if (v->kind == VIEW_OBJECT || v->kind == VIEW_LIST || (op->kind == OP_LINK && (v->kind != VIEW_LINK || !view_is_address(v->text))))
		v = missed(w, op);
	bool people = op->kind == OP_TEXT || (op->kind == OP_FIELD && v->kind != VIEW_DAY && v->kind != VIEW_MOMENT);
	str words = view_words(room, v, people);
	if (op->kind == OP_PIECE)
		escape_piece(w->b, words);
	else if (v->kind == VIEW_COUNT)
		buf_put(w->b, words);
	else
		escape_html(w->b, words);
}

static void walk(struct walk *w, const struct template *t, const struct template_op *op, const struct scope *s);

/* The rows of a section, once for each of what it is about. */
static void put_section(struct walk *w, const struct template *t, const struct template_op *op, const struct scope *s)
{
	char room[VIEW_ROOM];
	const struct view_value *v = value_of(w, op, s);
	bool there = is_there(v);
	if (op->kind == OP_IS)
		there = v->kind != VIEW_NOTHING && str_eq(view_words(room, v, false), op->word);
	else if (op->kind == OP_UNLESS)
		there = !there;
	else if (v->kind == VIEW_LIST) {
		for (size_t i = 0; i < v->list->at.n; i++)
			walk(w, t, op + 1, &(struct scope){ v->list->at.at[i], s });
		return;
	}
	bool deeper = op->kind == OP_EACH && v->kind == VIEW_OBJECT;
	if (there)
		walk(w, t, op + 1, deeper ? &(struct scope){ v->object, s } : s);
}

/* To the end of the section, or of the template. */
static void walk(struct walk *w, const struct template *t, const struct template_op *op, const struct scope *s)
{
	for (;;) {
		buf_put(w->b, op->html);
		switch (op->kind) {
		case OP_END:
		case OP_CLOSE: return;
		case OP_TEXT:
		case OP_FIELD:
		case OP_PLAIN:
		case OP_PIECE:
		case OP_LINK: put_value(w, op, value_of(w, op, s)); break;
		case OP_EACH:
		case OP_UNLESS:
		case OP_IS:
			put_section(w, t, op, s);
			op = t->ops + op->behind;
			continue;
		case OP_PART: walk(w, op->part, op->part->ops, s); break;
		case OP_PAGE:
			if (w->page)
				walk(w, w->page, w->page->ops, s);
			break;
		}
		op++;
	}
}

void render(struct buf *b, const struct template *layout, const struct template *page, const struct view *view, const struct view *around,
            struct missing *m)
{
	const struct scope outer = { around, NULL }, inner = { view, &outer };
	struct walk w = { b, layout ? page : NULL, m };
	const struct template *first = layout ? layout : page;
	if (first)
		walk(&w, first, first->ops, &inner);
}
