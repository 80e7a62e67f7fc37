#include "store/repo_set.h"
#include "core/level.h"
#include "store/audit.h"
#include <stdio.h>

static const char *const ranks[] = { [RANK_DENSE] = "dense", [RANK_COMPETITION] = "competition" };
static const char *const withouts[] = { [WITHOUT_EXCLUDE] = "exclude", [WITHOUT_RESCALE] = "rescale" };
static const char *const compares[] = { [COMPARE_PRINTED] = "printed", [COMPARE_EXACT] = "exact" };
static const char *const sources[] = {
	[SOURCE_UNSAID] = NULL, [SOURCE_UNIT] = "unit", [SOURCE_APPRAISER] = "appraiser", [SOURCE_SYSTEM] = "system", [SOURCE_SURVEY] = "survey",
};
static const char *const nones[] = { [NONE_UNSAID] = NULL, [NONE_FULL] = "full", [NONE_EXCLUDE] = "exclude", [NONE_ZERO] = "zero" };

/* The place of a word in its list; 0 where it is none of them. */
static int choice(str word, const char *const *of, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (of[i] && str_eq(word, str_c(of[i])))
			return (int)i;
	return 0;
}

#define CHOICE(r, a, col, of) choice(col_text(r, a, col), of, COUNT(of))

/* -- reading ----------------------------------------------------------------------------------------- */

bool repo_set_versions(struct db *db, struct arena *a, int64_t cycle, str level, set_versions *ret, struct err *e)
{
	CLEANUP(rows_close) struct rows r = { 0 };
	if (!db_query(db, Q(set_versions, .cycle_id = v_int(cycle), .level = v_text(level), .limit = v_int(VERSIONS_MAX)), &r, e))
		return false;
	while (rows_next(&r))
		*vec_add(a, ret) = (struct set_version){ col_int(&r, 0), (int)col_int(&r, 1) };
	return rows_done(&r, e);
}

bool repo_set_before(struct db *db, int64_t cycle, str level, int64_t *ret, struct err *e)
{
	bool found;
	*ret = 0;
	return db_int(db, Q(set_before, .cycle_id = v_int(cycle), .level = v_text(level)), ret, &found, e);
}

static struct date day_of(str iso)
{
	struct date d = { 0 };
	if (iso.n)
		sscanf(iso.p, "%4d-%2d-%2d", &d.year, &d.month, &d.day);
	return d;
}

void repo_set_take_head(struct rows *r, struct arena *a, struct stored_set *ret)
{
	struct criteria_set *t = make(a, struct criteria_set);
	*ret = (struct stored_set){ .id = col_int(r, 14), .cycle = col_int(r, 0), .set = t };
	t->year = (int)col_int(r, 1);
	t->level = level_words(col_text(r, a, 2));
	t->version = (int)col_int(r, 3);
	t->name = col_text(r, a, 4);
	t->number = col_text(r, a, 5);
	t->issuer = col_text(r, a, 6);
	t->date = day_of(col_text(r, a, 7));
	t->decimals = (int)col_int(r, 8);
	t->rank = (enum rank_method)CHOICE(r, a, 9, ranks);
	t->without = (enum set_without)CHOICE(r, a, 10, withouts);
	t->compare = (enum set_compare)CHOICE(r, a, 11, compares);
	t->bonus_max = col_int(r, 12);
	t->penalty_max = col_int(r, 13);
}

static bool load_head(struct db *db, struct arena *a, int64_t id, struct stored_set *s, struct err *e)
{
	CLEANUP(rows_close) struct rows r = { 0 };
	if (!db_query(db, Q(set_head, .id = v_int(id)), &r, e))
		return false;
	bool found = rows_next(&r);
	if (found)
		repo_set_take_head(&r, a, s);
	return rows_done(&r, e) && (found || fail(e, ERR_NOT_FOUND, "Hồ sơ không có bộ tiêu chí này."));
}

typedef VEC(int64_t) ids;
/* Sets that are filled together; of each the ids of its rows. */
struct filling {
	struct arena *a;
	struct stored_set *at;
	size_t n;
	struct map places;
	ids criteria[SETS_MOST], identities[SETS_MOST], inputs[SETS_MOST];
};

#define SETS(f) .set1 = set_arg(f, 0), .set2 = set_arg(f, 1), .set3 = set_arg(f, 2), .set4 = set_arg(f, 3)
static struct arg set_arg(const struct filling *f, size_t i) { return v_int(i < f->n ? f->at[i].id : 0); }

static size_t set_of(const struct filling *f, int64_t id)
{
	size_t i = 0;
	while (i + 1 < f->n && f->at[i].id != id)
		i++;
	return i;
}

static bool load_classes(struct db *db, struct filling *f, struct err *e)
{
	CLEANUP(rows_close) struct rows r = { 0 };
	if (!db_query(db, Q(set_classes, SETS(f)), &r, e))
		return false;
	while (rows_next(&r))
		*vec_add(f->a, &f->at[set_of(f, col_int(&r, 3))].set->classes) =
		    (struct set_class){ col_text(&r, f->a, 0), col_int(&r, 1), col_text(&r, f->a, 2) };
	return rows_done(&r, e);
}

/* Where the rows of a set stand, by their ids. */
static str id_text(struct arena *a, int64_t id) { return str_fmt(a, "%lld", (long long)id); }

static size_t place_of(struct arena *a, const struct map *places, int64_t id)
{
	const int *at = id ? map_get(places, id_text(a, id)) : NULL;
	return at ? (size_t)*at - 1 : NO_INDEX;
}

static void take_criterion(struct rows *r, struct arena *a, const struct stored_set *s, const struct map *places)
{
	size_t up = place_of(a, places, col_int(r, 1));
	struct set_criterion *c = set_add(a, s->set);
	c->parent = up == NO_INDEX ? NO_PARENT : (int)up;
	c->id = col_text(r, a, 3);
	c->code = col_text(r, a, 4);
	c->name = col_text(r, a, 5);
	c->max = col_int(r, 6);
	c->max_printed = col_int(r, 7) && !col_null(r, 6);
	c->rule_text = col_text(r, a, 8);
	c->source = (enum set_source)CHOICE(r, a, 9, sources);
	c->none = (enum none_arose)CHOICE(r, a, 10, nones);
	c->evidence.text = col_text(r, a, 11);
	c->evidence.required = col_int(r, 12);
	c->appraiser = col_text(r, a, 13);
	c->doubt = col_text(r, a, 14);
	c->guessed = c->doubt.n > 0;
}

static bool load_criteria(struct db *db, struct filling *f, struct err *e)
{
	CLEANUP(rows_close) struct rows r = { 0 };
	if (!db_query(db, Q(set_criteria, SETS(f)), &r, e))
		return false;
	while (rows_next(&r)) {
		size_t i = set_of(f, col_int(&r, 15));
		take_criterion(&r, f->a, &f->at[i], &f->places);
		*vec_add(f->a, &f->criteria[i]) = col_int(&r, 0);
		*vec_add(f->a, &f->identities[i]) = col_int(&r, 2);
		*map_put(f->a, &f->places, id_text(f->a, col_int(&r, 0))) = (int)f->criteria[i].n;
	}
	return rows_done(&r, e);
}

static void take_input_of(struct arena *a, struct set_criterion *c, size_t ord, size_t input)
{
	while (c->inputs.n <= ord && c->inputs.n < INPUTS_MAX)
		*vec_add(a, &c->inputs) = input;
	if (ord < c->inputs.n)
		c->inputs.at[ord] = input;
}

static bool load_inputs(struct db *db, struct filling *f, struct err *e)
{
	CLEANUP(rows_close) struct rows r = { 0 };
	if (!db_query(db, Q(set_inputs, SETS(f)), &r, e))
		return false;
	while (rows_next(&r)) {
		size_t i = set_of(f, col_int(&r, 4)), at = place_of(f->a, &f->places, col_int(&r, 2));
		struct criteria_set *s = f->at[i].set;
		size_t input = set_input(f->a, s, col_text(&r, f->a, 1));
		if (input == f->inputs[i].n)
			*vec_add(f->a, &f->inputs[i]) = col_int(&r, 0);
		if (at != NO_INDEX)
			take_input_of(f->a, &s->criteria.at[at], (size_t)col_int(&r, 3), input);
	}
	return rows_done(&r, e);
}

bool repo_sets_fill(struct db *db, struct arena *a, struct stored_set *sets, size_t n, struct err *e)
{
	struct filling f = { .a = a, .at = sets, .n = n };
	if (!load_classes(db, &f, e) || !load_criteria(db, &f, e) || !load_inputs(db, &f, e))
		return false;
	for (size_t i = 0; i < n; i++) {
		sets[i].criterion = f.criteria[i].at;
		sets[i].identity = f.identities[i].at;
		sets[i].input = f.inputs[i].at;
		set_finish(a, sets[i].set);
	}
	return true;
}

bool repo_set_load(struct db *db, struct arena *a, int64_t id, struct stored_set *ret, struct err *e)
{
	return load_head(db, a, id, ret, e) && repo_sets_fill(db, a, ret, 1, e);
}

/* -- identities -------------------------------------------------------------------------------------- */

bool repo_identities(struct db *db, struct arena *a, const strs *marks, int64_t *at, struct err *e)
{
	CLEANUP(rows_close) struct rows r = { 0 };
	struct codes places = { 0 };
	struct buf list = buf_open(a);
	for (size_t i = 0; i < marks->n; i++) {
		buf_put(&list, i ? S(",") : S("["));
		audit_quote(&list, marks->at[i]);
		codes_add(a, &places, marks->at[i], i);
		at[i] = 0;
	}
	buf_put(&list, S("]"));
	if (!marks->n)
		return true;
	if (!db_query(db, Q(identity_known, .marks = v_text(buf_str(&list))), &r, e))
		return false;
	while (rows_next(&r)) {
		size_t i = codes_find(&places, col_text(&r, a, 1));
		if (i != NO_INDEX)
			at[i] = col_int(&r, 0);
	}
	return rows_done(&r, e);
}

bool repo_criterion_identify(struct tx *t, int64_t criterion, int64_t identity, struct err *e)
{
	return db_change(t, Q(criterion_identify, .id = v_int(criterion), .identity_id = v_int(identity)), NULL, e);
}

/* -- writing ----------------------------------------------------------------------------------------- */

static bool add_head(struct tx *t, struct arena *a, struct stored_set *s, str level, bool *may, struct err *e)
{
	const struct criteria_set *c = s->set;
	struct changed done;
	if (!db_change(t, Q(set_add, .cycle_id = v_int(s->cycle), .level = v_text(level), .version = v_int(c->version),
	                    .name = v_text(c->name), .number = v_text(c->number), .issuer = v_text(c->issuer),
	                    .issued_on = v_text(date_iso(a, c->date)),
	                    .decimals = v_int(c->decimals), .ranks = v_text(str_c(ranks[c->rank])),
	                    .without = v_text(str_c(withouts[c->without])),
	                    .compares = v_text(str_c(compares[c->compare])), .bonus_max = v_int(c->bonus_max),
	                    .penalty_max = v_int(c->penalty_max), .who = v_int(t->who.person)), &done, e))
		return false;
	*may = done.rows == 1;
	s->id = done.id;
	for (size_t i = 0; *may && i < c->classes.n; i++)
		if (!db_change(t, Q(set_class_add, .set_id = v_int(s->id), .ord = v_int((int64_t)i), .name = v_text(c->classes.at[i].name),
		                    .bound = v_int(c->classes.at[i].from), .head = v_text(c->classes.at[i].head)), NULL, e))
			return false;
	return true;
}

static bool add_inputs(struct tx *t, struct stored_set *s, struct err *e)
{
	for (size_t i = 0; i < s->set->inputs.n; i++) {
		struct changed done;
		if (!db_change(t, Q(set_input_add, .set_id = v_int(s->id), .ord = v_int((int64_t)i),
		                    .name = v_text(s->set->inputs.at[i])), &done, e))
			return false;
		s->input[i] = done.id;
	}
	return true;
}

static bool add_criterion(struct tx *t, struct stored_set *s, size_t i, struct err *e)
{
	const struct set_criterion *c = &s->set->criteria.at[i];
	bool leaf = set_leaf(c);
	struct changed done;
	if (!s->identity[i]) {
		if (!db_change(t, Q(identity_add, .mark = v_text(c->id), .name = v_text(c->name.n ? c->name : c->code)), &done, e))
			return false;
		s->identity[i] = done.id;
	}
	if (!db_change(t, Q(criterion_add, .set_id = v_int(s->id), .ord = v_int((int64_t)i), .code = v_text(c->code),
	                    .parent_id = v_ref(c->parent == NO_PARENT ? 0 : s->criterion[c->parent]), .identity_id = v_int(s->identity[i]),
	                    .leaf = v_int(leaf), .name = v_text(c->name), .max = v_int(c->max), .max_printed = v_int(c->max_printed),
	                    .rule = v_text(c->rule_text), .source = v_text(str_c(sources[c->source])),
	                    .none_arose = v_text(str_c(nones[c->none])),
	                    .evidence = v_text(c->evidence.text), .evidence_required = v_int(c->evidence.required),
	                    .appraiser = v_text(c->appraiser), .doubt = v_text(c->doubt)), &done, e))
		return false;
	s->criterion[i] = done.id;
	for (size_t k = 0; k < c->inputs.n; k++)
		if (!db_change(t, Q(criterion_input_add, .criterion_id = v_int(s->criterion[i]), .ord = v_int((int64_t)k),
		                    .input_id = v_int(s->input[c->inputs.at[k]])), NULL, e))
			return false;
	return true;
}

bool repo_set_add(struct tx *t, struct arena *a, struct stored_set *s, str level, bool *may, struct err *e)
{
	s->criterion = make_n(a, int64_t, s->set->criteria.n + 1);
	s->input = make_n(a, int64_t, s->set->inputs.n + 1);
	if (!add_head(t, a, s, level, may, e))
		return false;
	if (!*may)
		return true;
	if (!add_inputs(t, s, e))
		return false;
	for (size_t i = 0; i < s->set->criteria.n; i++)
		if (!add_criterion(t, s, i, e))
			return false;
	return true;
}

bool repo_set_take_over(struct tx *t, const struct stored_set *s, str level, int64_t *moved, struct err *e)
{
	struct changed done;
	if (!db_change(t, Q(set_findings_move, .set_id = v_int(s->id), .cycle_id = v_int(s->cycle), .level = v_text(level)), &done, e))
		return false;
	*moved = done.rows;
	return db_change(t, Q(set_evidence_move, .set_id = v_int(s->id), .cycle_id = v_int(s->cycle), .level = v_text(level)), NULL, e);
}
