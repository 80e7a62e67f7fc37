#include "app/said.h"
#include "core/plan.h"
#include "web/job_view.h"

static void total_put(struct view *v, const char *name, const struct proposed_total *t)
{
	struct view *x = view_object(v, name);
	view_points(x, "points", t->known ? t->points : NO_POINTS);
	view_points(x, "max", t->known ? t->max : NO_POINTS);
}

/* One box to tick for all that differs under one name. */
static void row_put(struct view *v, const struct proposal *p, size_t i)
{
	static const char *const kinds[] = { [PROPOSED_NEW] = "new", [PROPOSED_SAME] = "same", [PROPOSED_DIFFERENT] = "different", [PROPOSED_LEFT] = "left" };
	const struct proposed_row *x = &p->rows.at[i];
	struct view *row = view_row(v, x->kind == PROPOSED_SAME ? "same_rows" : "rows");
	bool takes = x->kind == PROPOSED_DIFFERENT && x->key.n && x->key.n <= SAID_NAME;
	for (size_t k = i; takes && k-- > 0;)
		takes = p->rows.at[k].kind != PROPOSED_DIFFERENT || !str_eq(p->rows.at[k].key, x->key);
	view_text(row, "kind", str_c(kinds[x->kind]));
	view_text(row, "what", x->what);
	view_text(row, "field", x->field);
	view_text(row, "found", x->found);
	view_text(row, "stored", x->stored);
	view_text(row, "note", x->note);
	view_text(row, "key", takes ? x->key : (str){ 0 });
}

static void why_put(struct view *v, const struct job_book *b)
{
	if (!b->why.code || b->told.wrong_n) {
		view_text(v, "why", (str){ 0 });
		return;
	}
	struct view *x = view_object(v, "why");
	view_text(x, "message", str_c(b->why.message));
	view_text(x, "hint", strstr(b->why.hint, "--") || strstr(b->why.hint, "khacphuc ") ? (str){ 0 } : str_c(b->why.hint));
}

void job_book_put(struct view *v, const struct job *j, const struct job_book *b)
{
	const struct proposal *p = &b->p;
	bool sound = !b->why.code;
	view_text(v, "kind", j->kind);
	view_yes(v, "sound", sound);
	view_yes(v, "scored", sound && p->after.known);
	view_yes(v, "asks", !sound && !b->told.wrong_n);
	view_text(v, "title", sound ? p->title : (str){ 0 });
	view_count(v, "year", sound && p->year ? p->year : -1);
	view_yes(v, "known", sound && p->known);
	view_count(v, "new", (int64_t)p->count[PROPOSED_NEW]);
	view_count(v, "same", (int64_t)p->count[PROPOSED_SAME]);
	view_count(v, "different", (int64_t)p->count[PROPOSED_DIFFERENT]);
	view_count(v, "not_kept", (int64_t)p->count[PROPOSED_LEFT]);
	total_put(v, "before", &p->before);
	total_put(v, "after", &p->after);
	total_put(v, "all", &p->all);
	why_put(v, b);
	view_count(v, "wrong_n", (int64_t)b->told.wrong_n);
	view_rows(v, "wrong");
	for (size_t i = 0; i < b->told.wrong.n; i++)
		view_text(view_row(v, "wrong"), "text", b->told.wrong.at[i]);
	const strs *notes = sound ? &p->notes : &b->told.notes;
	view_rows(v, "notes");
	for (size_t i = 0; i < notes->n; i++)
		view_text(view_row(v, "notes"), "text", notes->at[i]);
	view_rows(v, "rows");
	view_rows(v, "same_rows");
	for (size_t i = 0; sound && i < p->rows.n; i++)
		row_put(v, p, i);
	view_yes(v, "rows_any", sound && p->rows.n > p->count[PROPOSED_SAME]);
}
