#include "web/job_view.h"
#include "app/place.h"

void job_rows_put(struct view *v, const char *name, const job_rows *rows)
{
	view_rows(v, name);
	for (size_t i = 0; i < rows->n; i++) {
		const struct job_row *j = &rows->at[i];
		struct view *row = view_row(v, name);
		view_count(row, "id", j->id);
		view_text(row, "file_name", j->file_name);
		view_text(row, "title", j->title);
		view_text(row, "state", j->state);
		view_moment(row, "created_at", j->created_at);
		view_text(row, "person_name", j->person);
		view_count(row, "errors", j->errors);
		view_count(row, "warnings", j->warnings);
		view_count(row, "parts", j->parts);
		view_count(row, "parts_ready", j->parts_ready);
	}
}

/* -- the document -------------------------------------------------------------------------------------- */

/* What links a place with what was found there: a number for each unit that anything points to. wrong: the figures to be marked in it. */
enum { SHORT = 3 };                     /* the number of a row is not what was found in it */
struct marked { int mark; VEC(str) wrong; };
struct showing { struct arena *a; const struct job_review *r; str editing; struct marked *at; int marks; };

static size_t unit_of(const struct job_review *r, struct source at) { return blocks_find(&r->text, at); }

static int mark_at(struct showing *s, struct source at)
{
	size_t u = unit_of(s->r, at);
	if (u == NO_UNIT)
		return -1;
	if (!s->at[u].mark)
		s->at[u].mark = ++s->marks;
	return s->at[u].mark;
}

static bool digit(str s, size_t i) { return i < s.n && ((s.p[i] >= '0' && s.p[i] <= '9')); }

static bool same_figure(str text, size_t at, str figure)
{
	for (size_t i = 0; i < figure.n; i++) {
		char c = at + i < text.n ? text.p[at + i] : 0, d = figure.p[i];
		if (c != d && !((c == ',' || c == '.') && (d == ',' || d == '.')))
			return false;
	}
	return true;
}

/* "0.278" finds "0,278", but neither in "10,278" nor in "0,2785". */
static size_t find_figure(str text, str figure)
{
	for (size_t at = 0; figure.n && at + figure.n <= text.n; at++) {
		bool decimals = at > 1 && (text.p[at - 1] == ',' || text.p[at - 1] == '.') && digit(text, at - 2);
		bool in_number = decimals || (at && digit(text, at - 1)) || digit(text, at + figure.n);
		if (!in_number && same_figure(text, at, figure))
			return at;
	}
	return text.n;
}

static void span(struct view *v, str text, int mark, bool wrong)
{
	if (!text.n)
		return;
	struct view *row = view_row(v, "spans");
	view_text(row, "text", text);
	view_count(row, "at", mark > 0 ? mark : -1);
	view_yes(row, "wrong", wrong);
}

/* *whole: the text is marked where no figure in it is, if it has more than `least` bytes; then something is. */
static void spans(struct view *v, str text, const struct marked *m, size_t least, bool *whole)
{
	size_t from = 0, at = text.n, n = 0;
	view_rows(v, "spans");
	for (size_t i = 0; i < m->wrong.n && at == text.n; i++) {
		at = find_figure(text, m->wrong.at[i]);
		n = m->wrong.at[i].n;
	}
	if (at < text.n) {
		span(v, str_sub(text, 0, at), 0, false);
		span(v, str_sub(text, at, at + n), m->mark, true);
		from = at + n;
	}
	bool all = *whole && at == text.n && m->mark && str_trim(text).n > least;
	*whole &= !all;
	span(v, str_sub(text, from, text.n), all ? m->mark : 0, false);
}

static void row_put(struct showing *s, struct view *v, const struct block_row *r)
{
	struct view *row = view_row(v, "rows");
	const struct marked *m = &s->at[r->unit];
	bool whole = true;
	size_t least = SHORT;
	view_count(row, "mark", m->mark ? m->mark : -1);
	view_yes(row, "header", r->header);
	view_rows(row, "cells");
	for (size_t i = 0, longest = 0; i < r->cells.n; i++) {
		longest = r->cells.at[i].text.n > longest ? r->cells.at[i].text.n : longest;
		least = longest > SHORT ? SHORT : 0;
	}
	for (size_t i = 0; i < r->cells.n; i++) {
		struct view *cell = view_row(row, "cells");
		view_count(cell, "colspan", r->cells.at[i].colspan > 1 ? r->cells.at[i].colspan : -1);
		view_count(cell, "rowspan", r->cells.at[i].rowspan > 1 ? r->cells.at[i].rowspan : -1);
		spans(cell, r->cells.at[i].text, m, least, &whole);
	}
}

static void blocks_put(struct showing *s, struct view *v)
{
	static const char *const kinds[] = { "para", "heading", "item", "table" };
	const struct blocks *b = &s->r->text;
	view_rows(v, "blocks");
	for (size_t i = 0; i < b->at.n; i++) {
		const struct block *x = &b->at.at[i];
		struct view *row = view_row(v, "blocks");
		bool whole = true;
		view_text(row, "kind", str_c(kinds[x->kind]));
		view_rows(row, "rows");
		view_rows(row, "spans");
		view_count(row, "mark", x->kind != BLOCK_TABLE && s->at[x->unit].mark ? s->at[x->unit].mark : -1);
		if (x->kind != BLOCK_TABLE)
			spans(row, x->text, &s->at[x->unit], 0, &whole);
		for (size_t k = 0; k < x->rows.n; k++)
			row_put(s, row, &x->rows.at[k]);
	}
	view_yes(v, "blocks_more", b->more);
}

/* -- what was found ------------------------------------------------------------------------------------ */

static void row_found(struct view *v, const struct proposed_row *r)
{
	static const char *const kinds[] = { "new", "same", "different", "left" };
	struct view *row = view_row(v, "rows");
	view_text(row, "kind", str_c(kinds[r->kind]));
	view_text(row, "field", r->field.n ? r->field : r->what);
	view_text(row, "found", r->found);
	view_text(row, "place", r->place);
	view_text(row, "stored", r->stored);
	view_text(row, "stored_place", r->stored_place);
	view_text(row, "note", r->note);
}

static void check_found(struct showing *s, struct view *v, const struct job_check *c)
{
	struct view *row = view_row(v, "checks");
	int mark = mark_at(s, c->is->source);
	view_yes(row, "error", c->is->severity == SEVERITY_ERROR);
	view_yes(row, "corrected", c->corrected);
	view_text(row, "message", c->is->message);
	view_count(row, "at", mark);
	view_text(row, "place", place_for(s->a, s->r->facts->file.reader, c->is->source));
	size_t u = unit_of(s->r, c->is->source);
	if (u != NO_UNIT && c->is->printed.n)
		*vec_add(s->a, &s->at[u].wrong) = c->is->printed;
}

static void correction_found(struct view *v, const struct correction *c)
{
	struct view *row = view_row(v, "corrections");
	size_t slash = str_find(c->what, S("/"), 0);
	view_text(row, "what", str_c(correct_label(str_sub(c->what, 0, 1), str_sub(c->what, slash + 1, c->what.n))));
	view_text(row, "printed", c->printed);
	view_text(row, "corrected", c->corrected);
	view_text(row, "reason", c->reason);
	view_text(row, "person_name", c->person);
	view_moment(row, "when", c->at);
}

static void item_put(struct showing *s, struct view *v, const struct job_item *x)
{
	struct view *row = view_row(v, "items");
	str id = str_fmt(s->a, "%c%zu", x->id.list, x->id.i);
	view_text(row, "item", id);
	view_yes(row, "editing", str_eq(id, s->editing));
	view_text(row, "name", x->name);
	view_text(row, "text", x->text);
	view_count(row, "at", mark_at(s, x->at));
	view_text(row, "place", place_for(s->a, s->r->facts->file.reader, x->at));
	view_yes(row, "wrong", x->wrong);
	view_yes(row, "differs", x->differs);
	view_yes(row, "fresh", x->fresh);
	view_yes(row, "open", x->fresh || x->differs);
	view_yes(row, "can_leave", x->id.list != 'd' && (x->fresh || x->differs));
	view_yes(row, "can_correct", x->values.n);
	view_rows(row, "checks");
	for (size_t i = 0; i < x->checks.n; i++)
		check_found(s, row, &x->checks.at[i]);
	view_yes(row, "rows_any", x->rows.n);
	view_rows(row, "rows");
	for (size_t i = 0; i < x->rows.n; i++)
		row_found(row, x->rows.at[i]);
	view_rows(row, "corrections");
	for (size_t i = 0; i < x->corrections.n; i++)
		correction_found(row, x->corrections.at[i]);
}

static void counts_put(struct view *v, const struct job_review *r)
{
	size_t wrong = 0, differs = 0, open = 0, said = 0;
	for (size_t i = 0; i < r->items.n; i++) {
		const struct job_item *x = &r->items.at[i];
		wrong += x->wrong;
		differs += x->differs;
		open += x->fresh || x->differs;
		for (size_t k = 0; k < x->checks.n; k++)
			said += !x->checks.at[k].corrected && x->checks.at[k].is->severity == SEVERITY_ERROR;
	}
	view_count(v, "wrong_items", (int64_t)wrong);
	view_count(v, "different_items", (int64_t)differs);
	view_count(v, "open_items", (int64_t)open);
	view_count(v, "errors_left", (int64_t)said);
}

void job_review_put(struct view *v, const struct job_review *r, str editing)
{
	struct showing s = { .a = v->a, .r = r, .editing = editing, .at = make_n(v->a, struct marked, r->text.units.n + 1) };
	view_rows(v, "items");
	for (size_t i = 0; i < r->items.n; i++)
		if (r->items.at[i].rows.n || r->items.at[i].checks.n || r->items.at[i].corrections.n || !r->proposal)
			item_put(&s, v, &r->items.at[i]);
	blocks_put(&s, v);
	counts_put(v, r);
}
