#include "app/keep_parts.h"
#include "core/level.h"
#include <stdio.h>

#define SHEET_MOST ((size_t)64 << 20)

enum cell { CELL_APPLIES, CELL_FILES, CELL_EXPLANATION, CELL_EXPLANATION_2, CELL_SELF, CELL_ROUND_1, CELL_ROUND_2, CELLS };

static const str names[CELLS] = {
	[CELL_APPLIES] = S("áp dụng"), [CELL_FILES] = S("tài liệu"), [CELL_EXPLANATION] = S("giải trình"), [CELL_EXPLANATION_2] = S("giải trình 2"),
	[CELL_SELF] = S("điểm tự chấm"), [CELL_ROUND_1] = S("điểm thẩm định 1"), [CELL_ROUND_2] = S("điểm thẩm định 2"),
};

struct taking {
	struct record *r;
	struct arena  *a;
	const struct keep *what;
	struct proposal   *p;
	const char        *path;
	int64_t            cycle;
	struct unit_named  unit;
	struct stored_set  set;
	struct sheet      *found;          /* of the file */
	struct stored_sheet s;             /* of the record; what is taken is put into it */
	struct sheet *all;                 /* … and everything that could be */
	struct scoring g;
	struct sheet_rights may;
	bool  *row_dirty, *entry_dirty;
	bool (*score_dirty)[ROUNDS];
	size_t taken, denied;
};

/* -- cells -------------------------------------------------------------------------------------------- */

static str opinion_text(struct arena *a, const struct opinion *o)
{
	str p = o->given ? points_vi(a, o->points) : S("không có điểm");
	return o->reason.n ? str_fmt(a, "%.*s (%.*s)", SF(p), SF(o->reason)) : p;
}

/* As people read it; no text: nothing is said. */
static str cell_text(struct arena *a, const struct sheet_row *r, enum cell c)
{
	switch (c) {
	case CELL_APPLIES: return r->applies ? (str){ 0 } : str_fmt(a, "không áp dụng: %.*s", SF(r->why_not));
	case CELL_FILES: return r->files < 0 ? (str){ 0 } : str_fmt(a, "%d", r->files);
	case CELL_EXPLANATION: return r->explanation;
	case CELL_EXPLANATION_2: return r->explanation2;
	case CELL_SELF:
	case CELL_ROUND_1:
	case CELL_ROUND_2:
	case CELLS: break;
	}
	const struct opinion *o = &r->by[c - CELL_SELF];
	return o->given || o->reason.n ? opinion_text(a, o) : (str){ 0 };
}

static void cell_copy(struct sheet_row *to, const struct sheet_row *from, enum cell c)
{
	switch (c) {
	case CELL_APPLIES:
		to->applies = from->applies;
		to->why_not = from->why_not;
		return;
	case CELL_FILES: to->files = from->files; return;
	case CELL_EXPLANATION: to->explanation = from->explanation; return;
	case CELL_EXPLANATION_2: to->explanation2 = from->explanation2; return;
	case CELL_SELF:
	case CELL_ROUND_1:
	case CELL_ROUND_2:
	case CELLS: break;
	}
	to->by[c - CELL_SELF] = from->by[c - CELL_SELF];
	to->source = from->source;
}

/* A reason that a later file leaves out stays. */
static bool cell_same(struct arena *a, const struct sheet_row *found, const struct sheet_row *stored, enum cell c)
{
	if (c >= CELL_SELF) {
		const struct opinion *x = &found->by[c - CELL_SELF], *y = &stored->by[c - CELL_SELF];
		return x->given && y->given && x->points == y->points && (!x->reason.n || str_eq(x->reason, y->reason));
	}
	return str_eq(cell_text(a, found, c), cell_text(a, stored, c));
}

/* -- what may be written ------------------------------------------------------------------------------ */

static bool is(const struct taking *k, str state) { return str_eq(k->s.state, state); }

/* NULL: it may be. Else why not. */
static const char *held_back(struct taking *k, enum cell c)
{
	bool appraisal = c == CELL_ROUND_1 || c == CELL_ROUND_2, later = c == CELL_FILES || c == CELL_EXPLANATION_2;
	if (is(k, S("published")))
		return "phiếu đã công bố; người quản trị mở lại thì mới sửa được";
	if (!appraisal && !later && is(k, S("locked")))
		return "phiếu đã chốt; người quản trị mở lại thì mới sửa được";
	if (appraisal ? k->may.appraise : k->may.change)
		return NULL;
	k->denied++;
	return appraisal ? "chỉ người thẩm định được giao đơn vị này mới ghi được" : "bạn không có quyền ghi phiếu của đơn vị này";
}

static const char *entry_held_back(struct taking *k)
{
	const char *by_body = held_back(k, CELL_SELF);
	if (!by_body || (k->may.appraise && !is(k, S("published")))) {
		k->denied -= by_body && !is(k, S("locked")) && !is(k, S("published"));
		return NULL;
	}
	return by_body;
}

/* Adds the row of the proposal. */
enum offer { OFFER_NONE, OFFER_LEFT, OFFER_TAKEN };
static enum offer propose(struct taking *k, str what, str field, str key, str found, str stored, bool same, const char *held)
{
	enum proposed kind = same ? PROPOSED_SAME : held ? PROPOSED_LEFT : stored.n ? PROPOSED_DIFFERENT : PROPOSED_NEW;
	bool taken = kind == PROPOSED_NEW || (kind == PROPOSED_DIFFERENT && keep_takes(k->a, k->what, key));
	struct proposed_row *row = proposed(k->a, k->p, kind, what, field);
	row->found = found;
	row->stored = stored;
	row->key = key;
	row->note = kind == PROPOSED_LEFT ? str_c(held) : kind == PROPOSED_DIFFERENT && taken ? S("lấy theo tệp") : (str){ 0 };
	k->taken += taken;
	k->p->taken += taken && kind == PROPOSED_DIFFERENT;
	return taken ? OFFER_TAKEN : kind == PROPOSED_DIFFERENT ? OFFER_LEFT : OFFER_NONE;
}

static void compare_cell(struct taking *k, size_t row, enum cell c)
{
	const struct sheet_row *found = &k->found->rows.at[row];
	struct sheet_row *stored = &k->s.sheet->rows.at[row];
	const struct set_criterion *x = &k->set.set->criteria.at[found->criterion];
	str is_found = cell_text(k->a, found, c), is_stored = cell_text(k->a, stored, c);
	if (c == CELL_APPLIES && found->told && !is_found.n && is_stored.n)
		is_found = S("áp dụng");
	if (!is_found.n)
		return;
	bool same = cell_same(k->a, found, stored, c);
	bool wordless = c >= CELL_SELF && !found->by[c - CELL_SELF].given;
	const char *held = same ? NULL : wordless ? "lý do không kèm điểm" : held_back(k, c);
	enum offer offer = propose(k, str_fmt(k->a, "Tiêu chí %.*s", SF(x->code)), names[c], x->code, is_found, is_stored, same, held);
	if (offer != OFFER_NONE)
		cell_copy(&k->all->rows.at[row], found, c);
	if (offer != OFFER_TAKEN)
		return;
	cell_copy(stored, found, c);
	if (c >= CELL_SELF)
		k->score_dirty[row][c - CELL_SELF] = true;
	else
		k->row_dirty[row] = true;
}

static void compare_entry(struct taking *k, size_t i)
{
	const struct value *found = &k->found->values[i];
	struct value *stored = &k->s.sheet->values[i];
	str name = k->set.set->inputs.at[i];
	if (found->kind == VALUE_NONE)
		return;
	bool same = stored->kind != VALUE_NONE && str_eq(found->words, stored->words);
	enum offer offer = propose(k, str_fmt(k->a, "Số liệu “%.*s”", SF(name)), (str){ 0 }, name, found->printed, stored->printed, same,
	                           same ? NULL : entry_held_back(k));
	if (offer != OFFER_NONE)
		k->all->values[i] = *found;
	if (offer != OFFER_TAKEN)
		return;
	*stored = *found;
	k->entry_dirty[i] = true;
}

static bool compare(struct taking *k, struct err *e)
{
	for (size_t i = 0; i < k->found->rows.n; i++)
		for (int c = 0; c < CELLS; c++)
			compare_cell(k, i, (enum cell)c);
	for (size_t i = 0; i < k->set.set->inputs.n; i++)
		compare_entry(k, i);
	for (size_t i = 0; i < k->found->unknown.n; i++)
		proposed(k->a, k->p, PROPOSED_LEFT, k->found->unknown.at[i], (str){ 0 })->note = S("bộ tiêu chí trong hồ sơ không có");
	k->p->known = k->p->count[PROPOSED_SAME] == k->p->rows.n && k->p->rows.n;
	if (k->p->rows.n > k->found->unknown.n)
		return true;
	fail(e, ERR_INPUT, "Phiếu này không có mã hay số liệu nào của bộ tiêu chí cấp %.*s năm %d.", SF(k->set.set->level), k->p->year);
	return err_hint(e, "Kiểm tra lại năm và đơn vị; lập phiếu trống đúng bộ bằng khacphuc set form --year %d --level %.*s.", k->p->year,
	                SF(k->set.set->level));
}

/* -- writing ------------------------------------------------------------------------------------------ */

static bool write_row(struct taking *k, struct tx *t, size_t i, bool *all, struct err *e)
{
	bool may = true;
	if (k->row_dirty[i] && !repo_sheet_put_row(t, &k->set, &k->s, i, &may, e))
		return false;
	*all &= may;
	for (int round = 0; round < ROUNDS; round++) {
		may = true;
		if (k->score_dirty[i][round] && !repo_sheet_put_score(t, &k->set, &k->s, i, round, &may, e))
			return false;
		*all &= may;
	}
	return true;
}

/* The file is kept as a document, so that its points know where they stand. The same file again is the same document. */
static bool keep_file(struct taking *k, struct tx *t, struct err *e)
{
	struct blob file = { 0 }, facts;
	int64_t file_id, facts_id;
	struct changed done = { 0 };
	bool found = false;
	str name = str_c(strrchr(k->path, '/') ? strrchr(k->path, '/') + 1 : k->path);
	if (k->what->sha256.n)
		snprintf(file.sha, sizeof file.sha, "%.*s", SF(k->what->sha256));
	if ((!k->what->sha256.n && !blobs_put_file(k->r->blobs, k->path, SHEET_MOST, &file, e)) ||
	    !blobs_put_bytes(k->r->blobs, name, sheet_json(k->a, k->set.set, k->found), &facts, e) ||
	    !db_int(k->r->db, Q(sheet_document, .who = v_int(k->r->who.person), .body_id = v_int(k->unit.body),
	        .sha256 = v_text(str_c(file.sha)),
	                        .file_name = v_text(name)), &k->s.document, &found, e))
		return false;
	if (found)
		return true;
	if (!record_blob(k->r, t, &file, &file_id, e) || !record_blob(k->r, t, &facts, &facts_id, e) ||
	    !db_change(t, Q(sheet_document_add, .who = v_int(k->r->who.person), .body_id = v_int(k->unit.body), .cycle_id = v_int(k->cycle),
	                    .title = v_text(k->p->title), .file_name = v_text(name), .file_id = v_int(file_id),
	                        .facts_id = v_int(facts_id)),
	               &done, e))
		return false;
	k->s.document = done.id;
	return done.rows || record_denied(k->r, e, "ghi phiếu này");
}

static bool write_sheet(struct taking *k, struct tx *t, struct err *e)
{
	bool all = true, may;
	if (!keep_file(k, t, e) || (!k->s.id && !repo_sheet_add(t, &k->set, &k->s, &all, e)))
		return false;
	for (size_t i = 0; all && i < k->s.sheet->rows.n; i++)
		if (!write_row(k, t, i, &all, e))
			return false;
	for (size_t i = 0; all && i < k->set.set->inputs.n; i++) {
		if (k->entry_dirty[i] && !repo_sheet_put_entry(t, &k->set, &k->s, i, &may, e))
			return false;
		all &= !k->entry_dirty[i] || may;
	}
	if (!all)
		return record_denied(k->r, e, "ghi phiếu này");
	k->p->document = k->s.document;
	return repo_sheet_total(t, &k->s, k->p->after.points, k->p->after.max, e);
}

static struct sheet *copy_of(const struct taking *k, const struct sheet *s)
{
	size_t inputs = k->set.set->inputs.n;
	struct sheet *c = make(k->a, struct sheet);
	*c = *s;
	c->rows.at = make_n(k->a, struct sheet_row, s->rows.n + 1);
	c->values = make_n(k->a, struct value, inputs + 1);
	for (size_t i = 0; i < s->rows.n; i++)
		c->rows.at[i] = s->rows.at[i];
	for (size_t i = 0; i < inputs; i++)
		c->values[i] = s->values[i];
	return c;
}

static struct proposed_total total_of(const struct taking *k, const struct sheet *s)
{
	struct index_scored x = index_score(k->a, &k->g, s);
	return (struct proposed_total){ true, x.total.points, x.total.max };
}

static bool take(void *ctx, struct tx *t, struct err *e)
{
	struct taking *k = ctx;
	size_t rows;
	if (!repo_sheet_rights(k->r->db, k->a, k->r->who.person, k->unit.body, &k->may, e) ||
	    !repo_sheet_load(k->r->db, k->a, k->r->who.person, k->unit.body, &k->set, &k->s, e))
		return false;
	if (!k->may.see)
		return record_denied(k->r, e, str_fmt(k->a, "xem phiếu của %.*s", SF(k->unit.name)).p);
	rows = k->s.sheet->rows.n;
	k->row_dirty = make_n(k->a, bool, rows + 1);
	k->score_dirty = (bool(*)[ROUNDS])make_n(k->a, bool, (rows + 1) * ROUNDS);
	k->entry_dirty = make_n(k->a, bool, k->set.set->inputs.n + 1);
	k->all = copy_of(k, k->s.sheet);
	if (!score_prepare(k->a, k->set.set, &k->g, e))
		return false;
	k->p->before = k->s.id ? total_of(k, k->s.sheet) : (struct proposed_total){ 0 };
	if (!compare(k, e))
		return false;
	k->p->after = total_of(k, k->s.sheet);
	k->p->all = total_of(k, k->all);
	if (k->what->accept && !k->taken && k->denied)
		return record_denied(k->r, e, str_fmt(k->a, "ghi phiếu của %.*s", SF(k->unit.name)).p);
	return !k->what->accept || !k->taken || write_sheet(k, t, e);
}

/* "Sở Công Thương tỉnh Trường Giang" is "Sở Công Thương": the province is said behind the name or not. */
static bool with_province(str longer, str shorter)
{
	static const char *const above[] = { " tinh ", " thanh pho " };
	return str_starts(longer, shorter) && STR_OPENS(longer, shorter.n, above);
}

/* A sheet that says it is another unit's is not taken for this one's. */
static bool of_this_unit(struct taking *k, struct err *e)
{
	str said = k->found->unit;
	struct unit_named found[3];
	size_t n = 0;
	str its = unit_plain(k->a, k->unit.name), theirs = unit_plain(k->a, said);
	if (!said.n || str_eq(theirs, its) || with_province(theirs, its) || with_province(its, theirs))
		return true;
	if (!repo_unit_named(k->r->db, k->a, said, found, &n, e))
		return false;
	for (size_t i = 0; i < n; i++)
		if (found[i].body == k->unit.body)
			return true;
	fail(e, ERR_INPUT, "Phiếu này ghi đơn vị “%.*s”, không phải %.*s.", SF(said), SF(k->unit.name));
	return err_hint(e, "Chỉ đúng đơn vị của phiếu, hoặc sửa ô Đơn vị trong tệp.");
}

bool keep_sheet(struct record *r, struct arena *a, const char *path, const struct keep *what, struct proposal *ret, struct err *e)
{
	struct told told = { 0 }, *t = what->told ? what->told : &told;
	struct taking k = { .r = r, .a = a, .what = what, .p = ret, .path = path };
	struct index_file f;
	*ret = (struct proposal){ .file = str_c(path), .year = what->year };
	if (!keep_unit(r, a, what->unit, &k.unit, e) || !keep_cycle(r, k.unit.id, what->year, &k.cycle, e) ||
	    !keep_newest_set(r, a, k.cycle, k.unit.level, what->year, &k.set, e) || !keep_load(a, path, what, &f, t, e) ||
	    !index_sheet_in(a, &f, k.set.set, &k.found, t, e) || !of_this_unit(&k, e))
		return false;
	keep_told(a, ret, t);
	ret->unit = k.unit.name;
	ret->title = S("Phiếu chấm điểm");
	return keep_run(r, a, what, S("sheet save"), take, &k, ret, e);
}
