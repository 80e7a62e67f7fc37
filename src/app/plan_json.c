#include "app/json.h"
#include "app/place.h"
#include "app/plan.h"

/* What app/plan.h opens, for a program. */

static const char *const deadline_states[] = { NULL, "ahead", "soon", "today", "late" };

static json_t *put(json_t *j, const char *key, json_t *v)
{
	json_object_set_new(j, key, v);
	return j;
}

static json_t *texts(const strs *list)
{
	json_t *j = json_array();
	for (size_t i = 0; i < list->n; i++)
		json_array_append_new(j, j_text(list->at[i]));
	return j;
}

static json_t *otherwise_json(struct arena *a, const otherwises *list)
{
	json_t *all = json_array();
	for (size_t i = 0; i < list->n; i++) {
		const struct otherwise *o = &list->at[i];
		json_t *j = json_object();
		put(j, "of", j_text(o->of));
		put(j, "id", json_integer(o->id));
		put(j, "field", j_text(o->field));
		put(j, "printed", j_text(o->printed));
		put(j, "document", j_text(o->number.n ? o->number : o->file));
		json_array_append_new(all, put(j, "place", j_text(place_vi(a, o->at))));
	}
	return all;
}

static json_t *due_of_json(struct arena *a, str text, struct date day, const struct deadline *d)
{
	json_t *j = json_object();
	put(j, "text", j_text(text));
	put(j, "kind", j_word(due_kept(d->kind)));
	put(j, "day", j_day(a, d->last.year ? d->last : day));
	put(j, "state", j_word(deadline_states[d->state]));
	put(j, "days", d->state == DEADLINE_NO_DAY ? json_null() : json_integer(d->state == DEADLINE_LATE ? -d->days : d->days));
	return j;
}

static json_t *remedy_json(struct arena *a, const struct plan_remedy *m)
{
	json_t *j = json_object(), *findings = json_array();
	for (size_t i = 0; i < m->findings.n; i++)
		json_array_append_new(findings, json_integer(m->findings.at[i]));
	put(j, "id", json_integer(m->id));
	put(j, "revision", json_integer(m->revision));
	put(j, "text", j_text(m->text));
	put(j, "findings", findings);
	put(j, "lead", j_text(m->lead));
	put(j, "support", texts(&m->supports));
	put(j, "person", j_text(m->person));
	put(j, "due", due_of_json(a, m->due_text, m->due, &m->deadline));
	put(j, "effort", j_text(m->effort));
	put(j, "expected", j_points(a, m->expected));
	put(j, "state", j_word(state_kept(m->state)));
	put(j, "percent", j_count(m->percent));
	put(j, "reviewed", j_day(a, m->reviewed));
	put(j, "progress", j_text(m->told));
	return put(j, "evidence", json_integer(m->evidence));
}

static json_t *finding_of_json(struct arena *a, const struct plan_finding *f)
{
	json_t *j = json_object();
	put(j, "id", json_integer(f->id));
	put(j, "revision", json_integer(f->revision));
	put(j, "origin", j_text(f->origin));
	put(j, "code", j_text(f->code));
	put(j, "name", j_text(f->name));
	put(j, "text", j_text(f->text));
	put(j, "cause", j_text(f->cause));
	put(j, "max", j_points(a, f->max));
	put(j, "points", j_points(a, f->points));
	put(j, "lost", j_points(a, f->lost));
	put(j, "note", j_text(f->note));
	put(j, "mended", json_boolean(f->mended));
	return put(j, "evidence", json_integer(f->evidence));
}

str plan_json(struct arena *a, const struct plan *p)
{
	json_t *j = json_object(), *fields = json_array(), *findings = json_array(), *remedies = json_array();
	put(j, "unit", j_text(p->unit));
	put(j, "year", json_integer(p->year));
	put(j, "number", j_text(p->number));
	put(j, "title", j_text(p->title));
	put(j, "version", p->version ? json_integer(p->version) : json_null());
	put(j, "issued", j_day(a, p->issued));
	put(j, "max", j_points(a, p->max));
	put(j, "points", j_points(a, p->points));
	put(j, "lost", j_points(a, p->lost));
	put(j, "rank", j_id(p->rank));
	put(j, "group_size", j_id(p->group_size));
	put(j, "ended", j_day(a, p->ended));
	put(j, "heirs", texts(&p->heirs));
	put(j, "today", j_day(a, p->today));
	for (size_t i = 0; i < p->fields.n; i++) {
		const struct plan_field *f = &p->fields.at[i];
		json_t *x = json_object();
		put(x, "code", j_text(f->code));
		put(x, "name", j_text(f->name));
		put(x, "max", j_points(a, f->max));
		put(x, "points", j_points(a, f->points));
		json_array_append_new(fields, put(x, "lost", j_points(a, f->lost)));
	}
	for (size_t i = 0; i < p->findings.n; i++) {
		json_t *x = finding_of_json(a, &p->findings.at[i]), *by = json_array();
		for (size_t k = 0; k < p->findings.at[i].remedies.n; k++)
			json_array_append_new(by, json_integer(p->remedies.at[p->findings.at[i].remedies.at[k]].id));
		json_array_append_new(findings, put(x, "remedies", by));
	}
	for (size_t i = 0; i < p->remedies.n; i++)
		json_array_append_new(remedies, remedy_json(a, &p->remedies.at[i]));
	put(j, "fields", fields);
	put(j, "findings", findings);
	put(j, "otherwise", otherwise_json(a, &p->otherwise));
	return json_done(a, put(j, "remedies", remedies));
}

str finding_json(struct arena *a, const struct finding_page *p)
{
	json_t *j = finding_of_json(a, &p->finding), *remedies = json_array(), *progress = json_array(), *evidence = json_array(),
	    *history = json_array();
	put(j, "unit", j_text(p->unit));
	put(j, "year", json_integer(p->year));
	for (size_t i = 0; i < p->remedies.n; i++)
		json_array_append_new(remedies, remedy_json(a, &p->remedies.at[i]));
	for (size_t i = 0; i < p->progress.n; i++) {
		const struct progress_row *g = &p->progress.at[i];
		json_t *x = json_object();
		put(x, "day", j_day(a, g->on));
		put(x, "who", j_text(g->who));
		put(x, "remedy", j_id(g->remedy));
		put(x, "state", j_word(state_kept(g->state)));
		put(x, "percent", j_count(g->percent));
		put(x, "measure", j_text(g->measure));
		json_array_append_new(progress, put(x, "text", j_text(g->text)));
	}
	for (size_t i = 0; i < p->evidence.n; i++) {
		const struct evidence_row *v = &p->evidence.at[i];
		json_t *x = json_object();
		put(x, "id", json_integer(v->id));
		put(x, "title", j_text(v->title));
		put(x, "number", j_text(v->number));
		json_array_append_new(evidence, put(x, "where", j_text(v->pointer)));
	}
	for (size_t i = 0; i < p->history.n; i++) {
		const struct change_row *c = &p->history.at[i];
		json_t *x = json_object();
		put(x, "at", j_text(c->at));
		put(x, "who", j_text(c->who));
		put(x, "what", j_text(c->what));
		put(x, "thing", j_text(c->entity));
		put(x, "id", json_integer(c->id));
		json_array_append_new(history, put(x, "change", j_text(c->words)));
	}
	put(j, "measures", texts(&p->measures));
	put(j, "remedies", remedies);
	put(j, "progress", progress);
	put(j, "evidence_list", evidence);
	put(j, "otherwise", otherwise_json(a, &p->otherwise));
	return json_done(a, put(j, "history", history));
}

str due_json(struct arena *a, const struct due_page *p)
{
	json_t *j = json_object(), *rows = json_array();
	put(j, "total", json_integer(p->total));
	put(j, "late", json_integer(p->late));
	put(j, "page", json_integer(p->page));
	put(j, "today", j_day(a, p->today));
	for (size_t i = 0; i < p->rows.n; i++) {
		const struct due_row *r = &p->rows.at[i];
		json_t *x = json_object();
		put(x, "id", json_integer(r->id));
		put(x, "unit", j_text(r->unit));
		put(x, "code", j_text(r->code));
		put(x, "text", j_text(r->text));
		put(x, "lead", j_text(r->lead));
		put(x, "person", j_text(r->person));
		put(x, "due", due_of_json(a, r->due_text, r->due, &r->deadline));
		put(x, "state", j_word(state_kept(r->state)));
		json_array_append_new(rows, put(x, "percent", j_count(r->percent)));
	}
	return json_done(a, put(j, "remedies", rows));
}
