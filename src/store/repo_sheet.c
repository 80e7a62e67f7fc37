#include "store/repo_sheet.h"
#include "base/fold.h"
#include "core/reason.h"

enum { YEARS_MAX = 60, HEADS_MOST = 40 };

/* -- units and rights -------------------------------------------------------------------------------- */

str unit_plain(struct arena *a, str name)
{
	str s = fold_plain(a, name);
	return str_starts(s, S("ubnd ")) ? str_sub(s, 5, s.n) : str_starts(s, S("uy ban nhan dan ")) ? str_sub(s, 16, s.n) : s;
}

static bool take_units(struct rows *r, struct arena *a, struct unit_named ret[3], size_t *n, struct err *e)
{
	for (*n = 0; rows_next(r) && *n < 3; ++*n)
		ret[*n] = (struct unit_named){ col_int(r, 0), col_int(r, 1), col_text(r, a, 2), col_text(r, a, 3), col_text(r, a, 4) };
	return rows_done(r, e);
}

bool repo_unit_named(struct db *db, struct arena *a, str name, struct unit_named ret[3], size_t *n, struct err *e)
{
	CLEANUP(rows_close) struct rows r = { 0 };
	return db_query(db, Q(sheet_unit, .plain = v_text(unit_plain(a, name)), .said = v_text(name)), &r, e) &&
	       take_units(&r, a, ret, n, e);
}

bool repo_unit_of(struct db *db, struct arena *a, int64_t id, struct unit_named ret[3], size_t *n, struct err *e)
{
	CLEANUP(rows_close) struct rows r = { 0 };
	return db_query(db, Q(sheet_unit_of, .id = v_int(id)), &r, e) && take_units(&r, a, ret, n, e);
}

bool repo_sheet_rights(struct db *db, struct arena *a, int64_t who, int64_t body, struct sheet_rights *ret, struct err *e)
{
	CLEANUP(rows_close) struct rows r = { 0 };
	*ret = (struct sheet_rights){ 0 };
	if (!db_query(db, Q(sheet_rights, .who = v_int(who), .body_id = v_int(body)), &r, e))
		return false;
	while (rows_next(&r)) {
		bool sheets = str_eq(col_text(&r, a, 0), S("sheets"));
		str act = col_text(&r, a, 1);
		ret->see |= sheets && str_eq(act, S("see"));
		ret->change |= sheets && (str_eq(act, S("change")) || str_eq(act, S("change_own")));
		ret->appraise |= !sheets && str_eq(col_text(&r, a, 0), S("appraisals")) && str_eq(act, S("change"));
	}
	return rows_done(&r, e);
}

/* -- reading ----------------------------------------------------------------------------------------- */

static void take_cell(struct rows *r, struct arena *a, struct stored_sheet *s, size_t at)
{
	struct sheet_row *row = &s->sheet->rows.at[at];
	if (!col_null(r, 1)) {
		s->row[at].row = col_int(r, 1);
		row->applies = col_int(r, 2);
		row->why_not = col_text(r, a, 3);
		row->explanation = col_text(r, a, 4);
		row->explanation2 = col_text(r, a, 5);
		row->files = col_null(r, 6) ? -1 : (int)col_int(r, 6);
	}
	if (col_null(r, 7))
		return;
	int round = (int)col_int(r, 8);
	str reason = col_text(r, a, 10);
	s->row[at].score[round] = col_int(r, 7);
	row->by[round] = (struct opinion){ true, col_int(r, 9), reason, reason_code(reason) };
}

/* Sheets that are read together, each with its set. */
struct reading { struct arena *a; struct sheet_of_set *at; size_t n; };

#define SHEETS(k) .sheet1 = sheet_arg(k, 0), .sheet2 = sheet_arg(k, 1), .sheet3 = sheet_arg(k, 2), .sheet4 = sheet_arg(k, 3)
static struct arg sheet_arg(const struct reading *k, size_t i) { return v_int(i < k->n ? k->at[i].sheet.id : 0); }

static struct sheet_of_set *sheet_of(const struct reading *k, int64_t id)
{
	size_t i = 0;
	while (i + 1 < k->n && k->at[i].sheet.id != id)
		i++;
	return &k->at[i];
}

/* Cells come in the order of the set: each search goes on where the last one ended. */
static bool take_cells(struct rows *r, const struct reading *k, struct err *e)
{
	const struct sheet_of_set *last = NULL;
	size_t at = 0;
	while (rows_next(r)) {
		struct sheet_of_set *x = sheet_of(k, col_int(r, 11));
		size_t i = x == last ? at : 0;
		while (i < x->sheet.sheet->rows.n && x->set.criterion[x->sheet.sheet->rows.at[i].criterion] != col_int(r, 0))
			i++;
		if (i == x->sheet.sheet->rows.n)
			continue;
		take_cell(r, k->a, &x->sheet, i);
		last = x;
		at = i;
	}
	return rows_done(r, e);
}

static bool take_entries(struct rows *r, const struct reading *k, struct err *e)
{
	struct map places = { 0 };
	for (size_t s = 0; s < k->n; s++)
		for (size_t i = 0; i < k->at[s].set.set->inputs.n; i++)
			*map_put(k->a, &places, str_fmt(k->a, "%lld", (long long)k->at[s].set.input[i])) = (int)i + 1;
	while (rows_next(r)) {
		struct stored_sheet *x = &sheet_of(k, col_int(r, 3))->sheet;
		const int *at = map_get(&places, str_fmt(k->a, "%lld", (long long)col_int(r, 1)));
		if (!at)
			continue;
		x->entry[*at - 1] = col_int(r, 0);
		x->sheet->values[*at - 1] = value_parse(k->a, col_text(r, k->a, 2));
	}
	return rows_done(r, e);
}

static void make_room(struct arena *a, const struct stored_set *set, struct stored_sheet *s)
{
	s->sheet = sheet_new(a, set->set);
	s->row = make_n(a, struct sheet_ids, s->sheet->rows.n + 1);
	s->entry = make_n(a, int64_t, set->set->inputs.n + 1);
}

static bool find(struct db *db, struct arena *a, int64_t who, const struct stored_set *set, struct stored_sheet *ret, struct err *e)
{
	CLEANUP(rows_close) struct rows r = { 0 };
	if (!db_query(db, Q(sheet_find, .body_id = v_int(ret->body), .set_id = v_int(set->id), .who = v_int(who)), &r, e))
		return false;
	if (rows_next(&r)) {
		ret->id = col_int(&r, 0);
		ret->state = col_text(&r, a, 1);
		ret->has_totals = !col_null(&r, 2);
		ret->points = col_int(&r, 2);
		ret->max = col_int(&r, 3);
		ret->revision = col_int(&r, 4);
	}
	return rows_done(&r, e);
}

static bool read_all(struct db *db, int64_t who, const struct reading *k, struct err *e)
{
	CLEANUP(rows_close) struct rows cells = { 0 }, entries = { 0 };
	return db_query(db, Q(sheet_cells, SHEETS(k), .who = v_int(who)), &cells, e) && take_cells(&cells, k, e) &&
	       db_query(db, Q(sheet_entries, SHEETS(k), .who = v_int(who)), &entries, e) && take_entries(&entries, k, e);
}

bool repo_sheet_load(struct db *db, struct arena *a, int64_t who, int64_t body, const struct stored_set *set, struct stored_sheet *ret,
                     struct err *e)
{
	struct sheet_of_set x = { .set = *set, .sheet = { .body = body, .state = S("open") } };
	make_room(a, set, &x.sheet);
	bool ok = find(db, a, who, set, &x.sheet, e) && (!x.sheet.id || read_all(db, who, &(struct reading){ a, &x, 1 }, e));
	*ret = x.sheet;
	return ok;
}

/* Of each year the first row; the others are older versions of its set. */
static bool take_heads(struct rows *r, struct arena *a, int64_t body, struct sheet_of_set ret[SETS_MOST], size_t *n, struct err *e)
{
	*n = 0;
	while (rows_next(r)) {
		struct sheet_of_set x = { .sheet = { .body = body, .state = S("open") } };
		repo_set_take_head(r, a, &x.set);
		x.newest = x.set.set->version;
		if (*n && ret[*n - 1].set.set->year == x.set.set->year) {
			int *newest = &ret[*n - 1].newest;
			*newest = *newest > x.set.set->version ? *newest : x.set.set->version;
			continue;
		}
		if (*n == SETS_MOST)
			break;
		if (!col_null(r, 15)) {
			x.sheet.id = col_int(r, 15);
			x.sheet.state = col_text(r, a, 16);
			x.sheet.has_totals = !col_null(r, 17);
			x.sheet.points = col_int(r, 17);
			x.sheet.max = col_int(r, 18);
			x.sheet.revision = col_int(r, 19);
		}
		ret[(*n)++] = x;
	}
	return rows_done(r, e);
}

bool repo_sheets_of(struct db *db, struct arena *a, int64_t who, int64_t body, int64_t cycle, struct sheet_of_set ret[SETS_MOST], size_t *n,
                    struct err *e)
{
	CLEANUP(rows_close) struct rows r = { 0 };
	struct stored_set sets[SETS_MOST];
	if (!db_query(db, Q(sheet_heads, .body_id = v_int(body), .cycle_id = v_int(cycle), .who = v_int(who),
	                        .limit = v_int(HEADS_MOST)), &r, e) ||
	    !take_heads(&r, a, body, ret, n, e))
		return false;
	for (size_t i = 0; i < *n; i++)
		sets[i] = ret[i].set;
	if (*n && !repo_sets_fill(db, a, sets, *n, e))
		return false;
	for (size_t i = 0; i < *n; i++) {
		ret[i].set = sets[i];
		make_room(a, &sets[i], &ret[i].sheet);
	}
	return !*n || read_all(db, who, &(struct reading){ a, ret, *n }, e);
}

bool repo_sheet_load_any(struct db *db, struct arena *a, int64_t id, const struct stored_set *set, struct stored_sheet *ret, struct err *e)
{
	CLEANUP(rows_close) struct rows cells = { 0 }, entries = { 0 };
	struct sheet_of_set x = { .set = *set, .sheet = { .id = id } };
	struct reading k = { a, &x, 1 };
	make_room(a, set, &x.sheet);
	bool ok = db_query(db, Q(sheet_all_cells, .sheet_id = v_int(id)), &cells, e) && take_cells(&cells, &k, e) &&
	          db_query(db, Q(sheet_all_entries, .sheet_id = v_int(id)), &entries, e) && take_entries(&entries, &k, e);
	*ret = x.sheet;
	return ok;
}

bool repo_sheet_all(struct db *db, struct arena *a, const struct sheet_of_all *after, int limit, sheets_of_all *ret, struct err *e)
{
	CLEANUP(rows_close) struct rows r = { 0 };
	if (!db_query(db, Q(sheet_all, .set_id = v_int(after->set), .id = v_int(after->id), .limit = v_int(limit)), &r, e))
		return false;
	while (rows_next(&r))
		*vec_add(a, ret) = (struct sheet_of_all){ col_int(&r, 0),  col_int(&r, 1), col_text(&r, a, 4), (int)col_int(&r, 5),
			                                  !col_null(&r, 2), col_int(&r, 2), col_int(&r, 3) };
	return rows_done(&r, e);
}

bool repo_sheet_years(struct db *db, struct arena *a, int64_t who, int64_t body, sheet_years *ret, struct err *e)
{
	CLEANUP(rows_close) struct rows r = { 0 };
	if (!db_query(db, Q(sheet_sets, .body_id = v_int(body), .who = v_int(who), .limit = v_int(YEARS_MAX)), &r, e))
		return false;
	while (rows_next(&r))
		*vec_add(a, ret) = (struct sheet_year){ (int)col_int(&r, 0), col_int(&r, 1) };
	return rows_done(&r, e);
}

bool repo_sheet_head(struct db *db, struct arena *a, int64_t who, int64_t body, int year, struct stored_sheet *ret, struct err *e)
{
	CLEANUP(rows_close) struct rows r = { 0 };
	*ret = (struct stored_sheet){ .body = body };
	if (!db_query(db, Q(sheet_head, .body_id = v_int(body), .year = v_int(year), .who = v_int(who)), &r, e))
		return false;
	if (rows_next(&r)) {
		ret->id = col_int(&r, 0);
		ret->state = col_text(&r, a, 1);
		ret->revision = col_int(&r, 2);
	}
	return rows_done(&r, e);
}

/* -- writing ----------------------------------------------------------------------------------------- */

static struct arg who(const struct tx *t) { return v_int(t->who.person); }

/* The statement wrote its row, or the conditions in it held it back. */
static bool written(const struct changed *done, int64_t *id, bool *may)
{
	*may = done->rows == 1;
	if (*may)
		*id = done->id;
	return true;
}

bool repo_sheet_add(struct tx *t, const struct stored_set *set, struct stored_sheet *s, bool *may, struct err *e)
{
	struct changed done;
	s->revision = 1;
	return db_change(t, Q(sheet_add, .set_id = v_int(set->id), .body_id = v_int(s->body), .who = who(t)), &done, e) &&
	       written(&done, &s->id, may);
}

bool repo_sheet_put_row(struct tx *t, const struct stored_set *set, struct stored_sheet *s, size_t row, bool *may, struct err *e)
{
	const struct sheet_row *x = &s->sheet->rows.at[row];
	struct arg files = x->files < 0 ? v_null() : v_int(x->files);
	int64_t *id = &s->row[row].row;
	struct changed done;
	bool ok = *id ? db_change(t, Q(sheet_row_change, .id = v_int(*id), .applies = v_int(x->applies), .why_not = v_text(x->why_not),
	                               .explanation = v_text(x->explanation), .explanation2 = v_text(x->explanation2), .files = files,
	                               .who = who(t)), &done, e) :
	                db_change(t, Q(sheet_row_add, .sheet_id = v_int(s->id), .criterion_id = v_int(set->criterion[x->criterion]),
	                               .applies = v_int(x->applies), .why_not = v_text(x->why_not), .explanation = v_text(x->explanation),
	                               .explanation2 = v_text(x->explanation2), .files = files, .who = who(t)), &done, e);
	return ok && written(&done, id, may);
}

bool repo_sheet_put_score(struct tx *t, const struct stored_set *set, struct stored_sheet *s, size_t row, int round, bool *may,
                          struct err *e)
{
	const struct sheet_row *x = &s->sheet->rows.at[row];
	const struct opinion *o = &x->by[round];
	int64_t *id = &s->row[row].score[round];
	struct arg reason = v_text(o->reason), code = v_text(str_c(o->reason_code)), document = v_ref(s->document);
	struct source at = s->document ? x->source : (struct source){ 0 };
	struct changed done;
	bool ok = *id ? db_change(t, Q(score_change, .id = v_int(*id), .points = v_int(o->points), .reason = reason, .reason_code = code,
	                               .document_id = document, .page_no = v_ref(at.page), .table_no = v_ref(at.table),
	                                   .row_no = v_ref(at.row),
	                               .who = who(t)), &done, e) :
	                db_change(t, Q(score_add, .sheet_id = v_int(s->id), .criterion_id = v_int(set->criterion[x->criterion]),
	                               .round = v_int(round), .points = v_int(o->points), .reason = reason, .reason_code = code,
	                               .document_id = document, .page_no = v_ref(at.page), .table_no = v_ref(at.table),
	                                   .row_no = v_ref(at.row),
	                               .who = who(t)), &done, e);
	return ok && written(&done, id, may);
}

bool repo_sheet_put_entry(struct tx *t, const struct stored_set *set, struct stored_sheet *s, size_t input, bool *may, struct err *e)
{
	struct arg value = v_text(s->sheet->values[input].printed);
	int64_t *id = &s->entry[input];
	struct changed done;
	bool ok = *id ? db_change(t, Q(entry_change, .id = v_int(*id), .value = value, .who = who(t)), &done, e) :
	                db_change(t, Q(entry_add, .sheet_id = v_int(s->id), .input_id = v_int(set->input[input]), .value = value,
	                               .who = who(t)),
	                          &done, e);
	return ok && written(&done, id, may);
}

static bool outrun(struct err *e)
{
	fail(e, ERR_CONFLICT, "Người khác vừa sửa phiếu này trong lúc bạn làm; chưa ghi gì cả.");
	return err_hint(e, "Xem lại phiếu (khacphuc sheet show), rồi làm lại.");
}

bool repo_sheet_total(struct tx *t, struct stored_sheet *s, points reached, points max, struct err *e)
{
	struct changed done;
	if (!db_change(t, Q(sheet_total, .id = v_int(s->id), .points = v_int(reached), .max = v_int(max), .revision = v_int(s->revision),
	                    .who = who(t)),
	               &done, e))
		return false;
	if (!done.rows)
		return outrun(e);
	s->points = reached;
	s->max = max;
	s->revision++;
	return true;
}

bool repo_sheet_state(struct tx *t, const struct stored_sheet *s, str state, bool *may, struct err *e)
{
	struct changed done;
	if (!db_change(t, Q(sheet_state, .id = v_int(s->id), .state = v_text(state), .revision = v_int(s->revision), .who = who(t)),
	               &done, e))
		return false;
	*may = done.rows == 1;
	return true;
}
