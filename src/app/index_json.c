#include "app/index.h"
#include "base/fold.h"
#include "core/book.h"
#include "core/reason.h"
#include "extract/book.h"
#include "report/book.h"
#include <jansson.h>

/* -- printing ---------------------------------------------------------------------------------------- */

static json_t *text(str s) { return s.n ? json_stringn_nocheck(s.p, s.n) : json_null(); }
static json_t *word(const char *s) { return s && *s ? json_string_nocheck(s) : json_null(); }
static json_t *number(int n) { return n ? json_integer(n) : json_null(); }
static json_t *at_points(struct arena *a, points p) { return text(points_dot(a, p)); }

static int put(const char *p, size_t n, void *buf)
{
	buf_put(buf, (str){ p, n });
	return 0;
}

/* Texts come from trees and from files that were checked: they are UTF-8. */
static str print(struct arena *a, json_t *j)
{
	struct buf b = buf_open(a);
	json_dump_callback(j, put, &b, 0);
	json_decref(j);
	buf_put(&b, S("\n"));
	return buf_str(&b);
}

static json_t *classes_of(struct arena *a, const struct criteria_set *s)
{
	json_t *list = json_array();
	for (size_t i = 0; i < s->classes.n; i++) {
		const struct set_class *c = &s->classes.at[i];
		json_t *j = json_object();
		json_object_set_new(j, "name", text(c->name));
		json_object_set_new(j, "from", at_points(a, c->from * (POINT / 100)));
		json_object_set_new(j, "head", text(c->head));
		json_array_append_new(list, j);
	}
	return list;
}

static json_t *settings_of(struct arena *a, const struct criteria_set *s)
{
	json_t *j = json_object(), *decision = json_object();
	json_object_set_new(j, "name", text(s->name));
	json_object_set_new(j, "level", text(s->level));
	json_object_set_new(j, "year", number(s->year));
	json_object_set_new(j, "version", number(s->version));
	json_object_set_new(decision, "number", text(s->number));
	json_object_set_new(decision, "date", text(date_iso(a, s->date)));
	json_object_set_new(decision, "issuer", text(s->issuer));
	json_object_set_new(j, "decision", decision);
	json_object_set_new(j, "decimals", json_integer(s->decimals));
	json_object_set_new(j, "rank", word(choice_json(CHOICE_rank, (int)s->rank)));
	json_object_set_new(j, "not_applicable", word(choice_json(CHOICE_without, (int)s->without)));
	json_object_set_new(j, "bonus_max", at_points(a, s->bonus_max));
	json_object_set_new(j, "penalty_max", at_points(a, s->penalty_max));
	json_object_set_new(j, "compare", word(choice_json(CHOICE_compare, (int)s->compare)));
	json_object_set_new(j, "classes", classes_of(a, s));
	return j;
}

static json_t *criterion_of(struct arena *a, const struct criteria_set *s, const struct set_criterion *c)
{
	json_t *j = json_object(), *inputs = json_array(), *evidence = json_object();
	for (size_t i = 0; i < c->inputs.n; i++)
		json_array_append_new(inputs, text(s->inputs.at[c->inputs.at[i]]));
	json_object_set_new(j, "code", text(c->code));
	json_object_set_new(j, "parent", c->parent == NO_PARENT ? json_null() : text(s->criteria.at[c->parent].code));
	json_object_set_new(j, "name", text(c->name));
	json_object_set_new(j, "max", set_leaf(c) || c->max_printed ? at_points(a, c->max) : json_null());
	json_object_set_new(j, "rule", text(c->rule_text));
	json_object_set_new(j, "inputs", inputs);
	json_object_set_new(j, "source", word(choice_json(CHOICE_source, (int)c->source)));
	json_object_set_new(j, "none_arose", word(choice_json(CHOICE_none, (int)c->none)));
	json_object_set_new(evidence, "text", text(c->evidence.text));
	json_object_set_new(evidence, "required", json_boolean(c->evidence.required));
	json_object_set_new(j, "evidence", evidence);
	json_object_set_new(j, "appraiser", text(c->appraiser));
	json_object_set_new(j, "id", text(c->id));
	if (c->doubt.n)
		json_object_set_new(j, "doubt", text(c->doubt));
	return j;
}

str set_json(struct arena *a, const struct criteria_set *s)
{
	json_t *j = json_object(), *criteria = json_array();
	for (size_t i = 0; i < s->criteria.n; i++)
		json_array_append_new(criteria, criterion_of(a, s, &s->criteria.at[i]));
	json_object_set_new(j, "set", settings_of(a, s));
	json_object_set_new(j, "criteria", criteria);
	return print(a, j);
}

/* -- the sheet --------------------------------------------------------------------------------------- */

static const char *const round_names[ROUNDS] = { "self", "round1", "round2" }, *const reason_names[ROUNDS] = { NULL, "reason1", "reason2" };

static json_t *row_of(struct arena *a, const struct criteria_set *s, const struct sheet_row *r)
{
	json_t *j = json_object();
	json_object_set_new(j, "code", text(s->criteria.at[r->criterion].code));
	json_object_set_new(j, "applies", json_boolean(r->applies));
	json_object_set_new(j, "why_not", text(r->why_not));
	json_object_set_new(j, "files", r->files >= 0 ? json_integer(r->files) : json_null());
	for (int i = 0; i < ROUNDS; i++) {
		json_object_set_new(j, round_names[i], r->by[i].given ? at_points(a, r->by[i].points) : json_null());
		if (reason_names[i])
			json_object_set_new(j, reason_names[i], text(r->by[i].reason));
	}
	json_object_set_new(j, "explanation", text(r->explanation));
	json_object_set_new(j, "explanation2", text(r->explanation2));
	return j;
}

str sheet_json(struct arena *a, const struct criteria_set *s, const struct sheet *t)
{
	json_t *j = json_object(), *sheet = json_object(), *inputs = json_object(), *rows = json_array();
	for (size_t i = 0; i < s->inputs.n; i++)
		if (t->values[i].kind != VALUE_NONE)
			json_object_setn_new_nocheck(inputs, s->inputs.at[i].p, s->inputs.at[i].n, text(value_vi(a, &t->values[i])));
	for (size_t i = 0; i < t->rows.n; i++)
		json_array_append_new(rows, row_of(a, s, &t->rows.at[i]));
	json_object_set_new(sheet, "unit", text(t->unit));
	json_object_set_new(sheet, "group", text(t->group));
	json_object_set_new(sheet, "inputs", inputs);
	json_object_set_new(sheet, "rows", rows);
	json_object_set_new(j, "sheet", sheet);
	return print(a, j);
}

/* -- score and ranking ------------------------------------------------------------------------------- */

static const char *const by_names[] = {
	[BY_NOTHING] = NULL, [BY_RULE] = "rule", [BY_SELF] = "self", [BY_ROUND_ONE] = "round1", [BY_ROUND_TWO] = "round2",
};

static json_t *total_of(struct arena *a, const struct index_scored *s)
{
	json_t *j = json_object();
	const struct total *t = &s->total;
	const struct set_class *class = class_at(s->scoring->set, t->points, t->max);
	json_object_set_new(j, "points", at_points(a, t->points));
	json_object_set_new(j, "max", at_points(a, t->max));
	json_object_set_new(j, "full_max", at_points(a, t->full_max));
	json_object_set_new(j, "percent", t->percent < 0 ? json_null() : text(percent_dot(a, t->percent)));
	json_object_set_new(j, "class", class ? text(class->name) : json_null());
	json_object_set_new(j, "bonus", at_points(a, t->bonus));
	json_object_set_new(j, "penalty", at_points(a, t->penalty));
	json_object_set_new(j, "unscored", json_integer((json_int_t)leaves_unscored(s->scoring, s->leaf)));
	return j;
}

static json_t *leaf_of(struct arena *a, const struct index_scored *s, size_t leaf)
{
	const struct scored *at = &s->leaf[leaf];
	const struct set_criterion *c = &s->scoring->set->criteria.at[at->criterion];
	json_t *j = json_object();
	json_object_set_new(j, "code", text(c->code));
	json_object_set_new(j, "max", at_points(a, c->max));
	json_object_set_new(j, "points", at_points(a, at->points));
	json_object_set_new(j, "by", word(by_names[at->by]));
	json_object_set_new(j, "why", text(score_why(a, s->scoring, s->sheet, s->leaf, leaf)));
	json_object_set_new(j, "excluded", json_boolean(at->excluded));
	return j;
}

str score_json(struct arena *a, const struct index_scored *s)
{
	json_t *j = json_object(), *score = json_object(), *fields = json_array(), *leaves = json_array();
	const struct criteria_set *set = s->scoring->set;
	for (size_t i = 0; i < set->criteria.n; i++) {
		if (set->criteria.at[i].parent != NO_PARENT)
			continue;
		json_t *field = json_object();
		json_object_set_new(field, "code", text(set->criteria.at[i].code));
		json_object_set_new(field, "points", at_points(a, s->node[i].points));
		json_object_set_new(field, "max", at_points(a, s->node[i].max));
		json_array_append_new(fields, field);
	}
	for (size_t i = 0; i < s->scoring->leaves.n; i++)
		json_array_append_new(leaves, leaf_of(a, s, i));
	json_object_set_new(score, "unit", text(s->sheet->unit));
	json_object_set_new(score, "total", total_of(a, s));
	json_object_set_new(score, "fields", fields);
	json_object_set_new(score, "leaves", leaves);
	json_object_set_new(j, "score", score);
	return print(a, j);
}

static str head_of(const struct standing *s)
{
	return s->head.n || !s->class ? s->head : s->class->head.n ? s->class->head : s->class->name;
}

static json_t *standing_of(struct arena *a, const struct standing *s)
{
	json_t *j = json_object();
	json_object_set_new(j, "name", text(s->name));
	json_object_set_new(j, "max", at_points(a, s->max));
	json_object_set_new(j, "points", at_points(a, s->points));
	json_object_set_new(j, "percent", s->percent < 0 ? json_null() : text(percent_dot(a, s->percent)));
	json_object_set_new(j, "rank", number(s->rank));
	json_object_set_new(j, "class", s->class ? text(s->class->name) : json_null());
	json_object_set_new(j, "head", text(head_of(s)));
	return j;
}

str ranking_json(struct arena *a, struct standing *const *at, size_t n)
{
	json_t *j = json_object(), *groups = json_array();
	for (size_t i = 0, end; i < n; i = end) {
		json_t *group = json_object(), *rows = json_array();
		for (end = i; end < n && str_eq(at[end]->group, at[i]->group); end++)
			json_array_append_new(rows, standing_of(a, at[end]));
		json_object_set_new(group, "group", text(at[i]->group));
		json_object_set_new(group, "size", json_integer((json_int_t)(end - i)));
		json_object_set_new(group, "rows", rows);
		json_array_append_new(groups, group);
	}
	json_object_set_new(j, "ranking", groups);
	return print(a, j);
}

/* -- what sets.md does not name: lints, mappings, forecasts and histories ---------------------------- */

str lints_json(struct arena *a, const struct criteria_set *s, const lints *l, const struct told *t)
{
	json_t *j = json_object(), *list = json_array();
	for (size_t i = 0; i < t->wrong.n; i++) {
		json_t *at = json_object();
		json_object_set_new(at, "severity", json_string("error"));
		json_object_set_new(at, "code", json_null());
		json_object_set_new(at, "row", json_null());
		json_object_set_new(at, "message", text(t->wrong.at[i]));
		json_object_set_new(at, "hint", json_null());
		json_array_append_new(list, at);
	}
	for (size_t i = 0; i < l->n; i++) {
		const struct lint *one = &l->at[i];
		const struct set_criterion *c = one->criterion == NO_INDEX ? NULL : &s->criteria.at[one->criterion];
		json_t *at = json_object();
		json_object_set_new(at, "severity", json_string(one->severity == SEVERITY_ERROR ? "error" : "warning"));
		json_object_set_new(at, "code", c ? text(c->code) : json_null());
		json_object_set_new(at, "row", c ? number(c->from.row) : json_null());
		json_object_set_new(at, "message", text(one->message));
		json_object_set_new(at, "hint", text(one->hint));
		json_array_append_new(list, at);
	}
	json_object_set_new(j, "lints", list);
	return print(a, j);
}

str mapping_json(struct arena *a, const struct criteria_set *was, const struct criteria_set *is, const pairs *p)
{
	static const char *const kinds[] = {
		[PAIR_KEPT] = "kept", [PAIR_MOVED] = "moved", [PAIR_CHANGED] = "changed", [PAIR_NEW] = "new", [PAIR_DROPPED] = "dropped",
	};
	json_t *j = json_object(), *list = json_array();
	for (size_t i = 0; i < p->n; i++) {
		const struct pair *one = &p->at[i];
		json_t *at = json_object();
		json_object_set_new(at, "was", one->was == NO_INDEX ? json_null() : text(was->criteria.at[one->was].code));
		json_object_set_new(at, "is", one->is == NO_INDEX ? json_null() : text(is->criteria.at[one->is].code));
		json_object_set_new(at, "kind", json_string(kinds[one->kind]));
		json_object_set_new(at, "score", json_integer(one->score));
		json_object_set_new(at, "confirmed", json_boolean(one->confirmed));
		json_object_set_new(at, "changes", text(one->changes));
		json_array_append_new(list, at);
	}
	json_object_set_new(j, "mapping", list);
	return print(a, j);
}

static json_t *sum_of(struct arena *a, const struct criteria_set *s, const struct total *t)
{
	json_t *j = json_object();
	const struct set_class *class = class_at(s, t->points, t->max);
	json_object_set_new(j, "points", at_points(a, t->points));
	json_object_set_new(j, "max", at_points(a, t->max));
	json_object_set_new(j, "percent", t->percent < 0 ? json_null() : text(percent_dot(a, t->percent)));
	json_object_set_new(j, "class", class ? text(class->name) : json_null());
	return j;
}

static json_t *outlook_of(struct arena *a, const struct criteria_set *s, const struct outlook *o)
{
	static const char *const chances[] = { [CHANCE_DONE] = "done", [CHANCE_ON_TIME] = "on_time", [CHANCE_LATE] = "late", [CHANCE_NO_PLAN] = "no_plan" };
	json_t *j = json_object();
	json_object_set_new(j, "code", text(s->criteria.at[o->criterion].code));
	json_object_set_new(j, "lost", at_points(a, o->lost));
	json_object_set_new(j, "winnable", at_points(a, o->winnable));
	json_object_set_new(j, "chance", json_string(chances[o->chance]));
	json_object_set_new(j, "due", text(o->due.text));
	json_object_set_new(j, "effort", json_integer(o->effort));
	json_object_set_new(j, "times_lost", json_integer(o->times_lost));
	json_object_set_new(j, "lead", text(o->lead));
	json_object_set_new(j, "remedy", text(o->remedy));
	json_object_set_new(j, "why", text(o->why));
	return j;
}

str forecast_json(struct arena *a, const struct criteria_set *s, const struct forecast *f)
{
	json_t *whole = json_object(), *j = json_object(), *order = json_array(), *notes = json_array();
	for (size_t i = 0; i < f->order.n; i++)
		json_array_append_new(order, outlook_of(a, s, &f->order.at[i]));
	for (size_t i = 0; i < f->notes.n; i++)
		json_array_append_new(notes, text(f->notes.at[i]));
	json_object_set_new(j, "now", sum_of(a, s, &f->now));
	json_object_set_new(j, "assumed", f->assuming ? sum_of(a, s, &f->assumed) : json_null());
	json_object_set_new(j, "done", sum_of(a, s, &f->done));
	json_object_set_new(j, "on_time", sum_of(a, s, &f->on_time));
	json_object_set_new(j, "all", sum_of(a, s, &f->all));
	json_object_set_new(j, "order", order);
	json_object_set_new(j, "notes", notes);
	json_object_set_new(whole, "forecast", j);
	return print(a, whole);
}

static json_t *line_of(struct arena *a, const struct criteria_set *last, const struct history *h, const struct history_line *l)
{
	json_t *j = json_object(), *years = json_array();
	for (size_t i = 0; i < h->years; i++) {
		const struct history_cell *c = &l->year[i];
		json_t *cell = c->known ? json_object() : json_null();
		if (c->known) {
			json_object_set_new(cell, "code", text(c->code));
			json_object_set_new(cell, "points", at_points(a, c->points));
			json_object_set_new(cell, "max", at_points(a, c->max));
			json_object_set_new(cell, "excluded", json_boolean(c->excluded));
		}
		json_array_append_new(years, cell);
	}
	json_object_set_new(j, "code", text(last->criteria.at[l->criterion].code));
	json_object_set_new(j, "times_lost", json_integer(l->times_lost));
	json_object_set_new(j, "lost", at_points(a, l->lost));
	json_object_set_new(j, "years", years);
	return j;
}

str history_json(struct arena *a, const struct history_year *years, const struct history *h)
{
	json_t *whole = json_object(), *j = json_object(), *fields = json_array(), *leaves = json_array(), *list = json_array();
	const struct criteria_set *last = years[h->years - 1].scoring->set;
	for (size_t i = 0; i < h->years; i++)
		json_array_append_new(list, number(years[i].scoring->set->year));
	for (size_t i = 0; i < h->fields.n; i++)
		json_array_append_new(fields, line_of(a, last, h, &h->fields.at[i]));
	for (size_t i = 0; i < h->leaves.n; i++)
		json_array_append_new(leaves, line_of(a, last, h, &h->leaves.at[i]));
	json_object_set_new(j, "years", list);
	json_object_set_new(j, "fields", fields);
	json_object_set_new(j, "leaves", leaves);
	json_object_set_new(whole, "history", j);
	return print(a, whole);
}

/* -- reading ----------------------------------------------------------------------------------------- */

/* at: where we are, for the sentences: "criteria[3]" */
struct parsing { struct arena *a; struct told *t; const char *at; };

static void close_json(json_t **j) { json_decref(*j); }

static void wrong(struct parsing *p, const char *name, const json_t *j, const char *expected)
{
	str shown = json_is_string(j) ? (str){ json_string_value(j), json_string_length(j) } : (str){ 0 };
	if (shown.n)
		told_wrong(p->a, p->t, "JSON, %s.%s: “%.*s” không phải là %s.", p->at, name, (int)(shown.n > 200 ? 200 : shown.n), shown.p, expected);
	else
		told_wrong(p->a, p->t, "JSON, %s.%s: phải là %s.", p->at, name, expected);
}

static const json_t *member(const json_t *j, const char *name)
{
	const json_t *m = json_object_get(j, name);
	return json_is_null(m) ? NULL : m;
}

static str text_in(struct parsing *p, const json_t *j, const char *name)
{
	const json_t *m = member(j, name);
	if (json_is_string(m))
		return str_copy(p->a, str_trim((str){ json_string_value(m), json_string_length(m) }));
	if (m)
		wrong(p, name, m, "chuỗi");
	return (str){ 0 };
}

/* A decimal is a string; a whole number may be a number. */
static bool points_in(struct parsing *p, const json_t *j, const char *name, points *ret)
{
	const json_t *m = member(j, name);
	str s = json_is_string(m) ? (str){ json_string_value(m), json_string_length(m) } :
	        json_is_integer(m) ? str_fmt(p->a, "%lld", (long long)json_integer_value(m)) : (str){ 0 };
	if (!m)
		return false;
	if (parse_points(s, ret) && *ret >= 0)
		return true;
	wrong(p, name, m, "số điểm, viết trong ngoặc kép như \"1.5\"");
	return false;
}

static int int_in(struct parsing *p, const json_t *j, const char *name, int least, int most, int usual)
{
	const json_t *m = member(j, name);
	if (!m)
		return usual;
	if (json_is_integer(m) && json_integer_value(m) >= least && json_integer_value(m) <= most)
		return (int)json_integer_value(m);
	wrong(p, name, m, str_fmt(p->a, "số nguyên từ %d đến %d", least, most).p);
	return usual;
}

static bool truth_in(struct parsing *p, const json_t *j, const char *name, bool usual)
{
	const json_t *m = member(j, name);
	if (m && !json_is_boolean(m))
		wrong(p, name, m, "true hoặc false");
	return json_is_boolean(m) ? json_is_true(m) : usual;
}

static int choice_in(struct parsing *p, const json_t *j, const char *name, enum book_choice c)
{
	str s = text_in(p, j, name);
	int value = s.n ? choice_of_json(c, s) : 0;
	if (value >= 0)
		return value;
	wrong(p, name, member(j, name), "một trong những từ cho phép");
	return 0;
}

static json_t *open_json(struct parsing *p, str json, const char *whole)
{
	json_error_t why;
	json_t *j = json_loadb(json.n ? json.p : "", json.n, JSON_REJECT_DUPLICATES, &why);
	if (!j)
		told_wrong(p->a, p->t, "Không đọc được JSON: sai từ dòng %d, cột %d.", why.line, why.column);
	else if (!member(j, whole))
		told_wrong(p->a, p->t, "JSON này không có “%s”.", whole);
	return j;
}

enum index_kind json_kind(str json)
{
	json_t *j CLEANUP(close_json) = json_loadb(json.n ? json.p : "", json.n, JSON_REJECT_DUPLICATES, NULL);
	return json_is_array(member(j, "criteria")) ? INDEX_SET : json_is_object(member(j, "sheet")) ? INDEX_SHEET :
	       json_is_array(member(j, "ranking")) ? INDEX_RESULTS : INDEX_OTHER;
}

static void take_classes(struct parsing *p, const json_t *list, struct criteria_set *s)
{
	for (size_t i = 0; i < json_array_size(list); i++) {
		const json_t *j = json_array_get(list, i);
		struct set_class c = { .name = text_in(p, j, "name"), .head = text_in(p, j, "head") };
		points from;
		if (points_in(p, j, "from", &from))
			c.from = from / (POINT / 100);
		*vec_add(p->a, &s->classes) = c;
	}
}

static void take_settings(struct parsing *p, const json_t *j, struct criteria_set *s)
{
	const json_t *decision = member(j, "decision");
	s->name = text_in(p, j, "name");
	s->level = text_in(p, j, "level");
	s->year = int_in(p, j, "year", 1990, 2200, 0);
	s->version = int_in(p, j, "version", 1, 1000000, 1);
	s->number = text_in(p, decision, "number");
	s->issuer = text_in(p, decision, "issuer");
	str date = text_in(p, decision, "date");
	if (date.n && !parse_date(date, &s->date))
		wrong(p, "decision.date", member(decision, "date"), "ngày, như 2025-06-30");
	s->decimals = int_in(p, j, "decimals", 0, POINTS_DECIMALS, 2);
	s->rank = (enum rank_method)choice_in(p, j, "rank", CHOICE_rank);
	s->without = (enum set_without)choice_in(p, j, "not_applicable", CHOICE_without);
	s->compare = (enum set_compare)choice_in(p, j, "compare", CHOICE_compare);
	points_in(p, j, "bonus_max", &s->bonus_max);
	points_in(p, j, "penalty_max", &s->penalty_max);
	take_classes(p, member(j, "classes"), s);
}

static void take_parent(struct parsing *p, const json_t *j, const struct criteria_set *s, struct set_criterion *c)
{
	str parent = text_in(p, j, "parent");
	for (size_t i = 0; parent.n && i + 1 < s->criteria.n; i++)
		if (str_eq(s->criteria.at[i].code, parent))
			c->parent = (int)i;
	if (parent.n && c->parent == NO_PARENT)
		wrong(p, "parent", member(j, "parent"), "mã của một tiêu chí đứng trước");
}

static void take_criterion(struct parsing *p, const json_t *j, struct criteria_set *s)
{
	const json_t *inputs = member(j, "inputs"), *evidence = member(j, "evidence");
	struct set_criterion *c = set_add(p->a, s);
	c->code = text_in(p, j, "code");
	c->name = text_in(p, j, "name");
	if (!c->code.n)
		told_wrong(p->a, p->t, "JSON, %s: thiếu mã (code).", p->at);
	take_parent(p, j, s, c);
	c->max_printed = points_in(p, j, "max", &c->max);
	c->rule_text = text_in(p, j, "rule");
	c->doubt = text_in(p, j, "doubt");
	c->guessed = c->doubt.n > 0;
	for (size_t i = 0; i < json_array_size(inputs) && i < INPUTS_MAX; i++) {
		const json_t *name = json_array_get(inputs, i);
		if (json_is_string(name) && json_string_length(name))
			*vec_add(p->a, &c->inputs) =
			    set_input(p->a, s, str_copy(p->a, (str){ json_string_value(name), json_string_length(name) }));
		else
			wrong(p, "inputs", name, "tên số liệu");
	}
	c->source = (enum set_source)choice_in(p, j, "source", CHOICE_source);
	c->none = (enum none_arose)choice_in(p, j, "none_arose", CHOICE_none);
	c->evidence.text = text_in(p, evidence, "text");
	c->evidence.required = truth_in(p, evidence, "required", false);
	c->appraiser = text_in(p, j, "appraiser");
	c->id = text_in(p, j, "id");
}

bool set_parse(struct arena *a, str json, struct criteria_set **ret, struct told *t)
{
	struct parsing p = { a, t, "set" };
	json_t *j CLEANUP(close_json) = open_json(&p, json, "set");
	const json_t *criteria = member(j, "criteria");
	struct criteria_set *s = make(a, struct criteria_set);
	if (!t->wrong_n)
		take_settings(&p, member(j, "set"), s);
	if (!t->wrong_n && (!json_array_size(criteria) || json_array_size(criteria) > CRITERIA_MAX))
		told_wrong(a, t, "JSON: “criteria” phải có từ 1 đến %d tiêu chí.", CRITERIA_MAX);
	for (size_t i = 0; i < json_array_size(criteria) && i < CRITERIA_MAX; i++) {
		p.at = str_fmt(a, "criteria[%zu]", i).p;
		take_criterion(&p, json_array_get(criteria, i), s);
	}
	set_finish(a, s);
	*ret = s;
	return !t->wrong_n;
}

/* -- reading a sheet --------------------------------------------------------------------------------- */

static void take_opinion(struct parsing *p, const json_t *j, const struct set_criterion *c, int round, struct opinion *o)
{
	o->given = points_in(p, j, round_names[round], &o->points);
	if (reason_names[round])
		o->reason = text_in(p, j, reason_names[round]);
	o->reason_code = reason_code(o->reason);
	if (o->given && c->max > 0 && o->points > c->max)
		told_wrong(p->a, p->t, "JSON, %s.%s: %s lớn hơn điểm tối đa %s của tiêu chí %.*s.", p->at, round_names[round], points_vi(p->a, o->points).p,
		           points_vi(p->a, c->max).p, SF(c->code));
}

static void take_row(struct parsing *p, const json_t *j, const struct criteria_set *s, struct sheet_row **of, bool *seen, strs *unknown)
{
	str code = text_in(p, j, "code");
	size_t i = set_find(s, code);
	struct sheet_row *r = i == NO_INDEX ? NULL : of[i];
	if (i == NO_INDEX) {
		*vec_add(p->a, unknown) = code;
		told_note(p->a, p->t, "JSON, %s: mã “%.*s” không có trong bộ tiêu chí, không dùng.", p->at, SF(code));
	}
	if (!r)
		return;
	if (seen[i])
		told_wrong(p->a, p->t, "JSON, %s: mã %.*s có hai lần.", p->at, SF(code));
	seen[i] = true;
	r->told = member(j, "applies");
	r->applies = truth_in(p, j, "applies", true);
	r->why_not = text_in(p, j, "why_not");
	if (!r->applies && !r->why_not.n)
		told_wrong(p->a, p->t, "JSON, %s: tiêu chí %.*s không áp dụng thì phải có lý do (why_not).", p->at, SF(code));
	r->files = int_in(p, j, "files", 0, 1000000, -1);
	r->explanation = text_in(p, j, "explanation");
	r->explanation2 = text_in(p, j, "explanation2");
	for (int round = 0; round < ROUNDS; round++)
		take_opinion(p, j, &s->criteria.at[i], round, &r->by[round]);
}

static void take_values(struct parsing *p, json_t *inputs, const struct criteria_set *s, struct sheet *t)
{
	const char *name;
	json_t *j;
	json_object_foreach(inputs, name, j) {
		const int *number = map_get(&s->names, fold_plain(p->a, str_c(name)));
		str said = json_is_string(j) ? str_copy(p->a, (str){ json_string_value(j), json_string_length(j) }) :
		           json_is_integer(j) ? str_fmt(p->a, "%lld", (long long)json_integer_value(j)) : (str){ 0 };
		if (!number) {
			*vec_add(p->a, &t->unknown) = str_copy(p->a, str_c(name));
			told_note(p->a, p->t, "JSON, inputs: số liệu “%s” không có trong bộ tiêu chí, không dùng.", name);
		} else if (said.n) {
			t->values[*number - 1] = value_parse(p->a, said);
		} else if (!json_is_null(j)) {
			wrong(p, name, j, "chuỗi, như \"8/9\"");
		}
	}
}

bool sheet_parse(struct arena *a, str json, const struct criteria_set *s, struct sheet **ret, struct told *t)
{
	struct parsing p = { a, t, "sheet.inputs" };
	json_t *j CLEANUP(close_json) = open_json(&p, json, "sheet");
	const json_t *sheet = member(j, "sheet"), *rows = member(sheet, "rows");
	struct sheet *made = *ret = sheet_new(a, s);
	struct sheet_row **of = make_n(a, struct sheet_row *, s->criteria.n + 1);
	bool *seen = make_n(a, bool, s->criteria.n + 1);
	for (size_t i = 0; i < made->rows.n; i++)
		of[made->rows.at[i].criterion] = &made->rows.at[i];
	made->unit = text_in(&p, sheet, "unit");
	made->group = text_in(&p, sheet, "group");
	take_values(&p, json_object_get(sheet, "inputs"), s, made);
	for (size_t i = 0; i < json_array_size(rows); i++) {
		p.at = str_fmt(a, "rows[%zu]", i).p;
		take_row(&p, json_array_get(rows, i), s, of, seen, &made->unknown);
	}
	return !t->wrong_n;
}

/* -- reading results --------------------------------------------------------------------------------- */

static void take_standing(struct parsing *p, const json_t *j, str group, standings *ret)
{
	struct standing s = { .name = text_in(p, j, "name"), .group = group, .head = text_in(p, j, "head") };
	bool has_max = points_in(p, j, "max", &s.max), has_points = points_in(p, j, "points", &s.points);
	if (!s.name.n || !has_max || !has_points)
		told_wrong(p->a, p->t, "JSON, %s: cần name, max và points.", p->at);
	else if (s.points > s.max)
		told_wrong(p->a, p->t, "JSON, %s: %s điểm lớn hơn điểm tối đa %s.", p->at, points_vi(p->a, s.points).p, points_vi(p->a, s.max).p);
	str percent = text_in(p, j, "percent");
	s.printed_percent = figure_parse(percent);
	s.printed_rank = int_in(p, j, "rank", 1, 1000000, 0);
	s.printed_class = text_in(p, j, "class");
	*vec_add(p->a, ret) = s;
}

bool ranking_parse(struct arena *a, str json, standings *ret, struct told *t)
{
	struct parsing p = { a, t, "ranking" };
	json_t *j CLEANUP(close_json) = open_json(&p, json, "ranking");
	const json_t *groups = member(j, "ranking");
	for (size_t i = 0; i < json_array_size(groups); i++) {
		const json_t *group = json_array_get(groups, i), *rows = member(group, "rows");
		str name = text_in(&p, group, "group");
		for (size_t k = 0; k < json_array_size(rows); k++) {
			p.at = str_fmt(a, "ranking[%zu].rows[%zu]", i, k).p;
			take_standing(&p, json_array_get(rows, k), name, ret);
		}
	}
	if (!ret->n && !t->wrong_n)
		told_wrong(a, t, "JSON: “ranking” không có cơ quan nào.");
	return !t->wrong_n;
}
