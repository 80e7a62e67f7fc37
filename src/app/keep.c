#include "app/keep_parts.h"
#include "base/fold.h"
#include "core/level.h"
#include <stdlib.h>

/* -- units, cycles, sets ----------------------------------------------------------------------------- */

bool keep_unit(struct record *r, struct arena *a, const char *name, struct unit_named *ret, struct err *e)
{
	struct unit_named found[3];
	size_t n = 0;
	if (!name || !*name) {
		fail(e, ERR_INPUT, "Chưa rõ của đơn vị nào.");
		return err_hint(e, "Ghi tên đơn vị: --unit “Sở Tư pháp”.");
	}
	if (!(*name == '#' ? repo_unit_of(r->db, a, strtoll(name + 1, NULL, 10), found, &n, e) :
	                     repo_unit_named(r->db, a, str_c(name), found, &n, e)))
		return false;
	if (!n) {
		fail(e, ERR_NOT_FOUND, "Hồ sơ không có đơn vị “%s”.", name);
		return err_hint(e, "Xem tên các đơn vị bằng khacphuc unit list; viết đúng tên hoặc ký hiệu.");
	}
	if (n > 1 && str_eq(unit_plain(a, found[1].name), unit_plain(a, str_c(name)))) {
		fail(e, ERR_INPUT, "Có nhiều đơn vị tên “%s”.", name);
		return err_hint(e, "Chỉ rõ đơn vị bằng ký hiệu của nó.");
	}
	*ret = found[0];
	return true;
}

static bool only_cycle(struct record *r, int year, int64_t *ret, size_t *n, struct err *e)
{
	CLEANUP(rows_close) struct rows rows = { 0 };
	if (!db_query(r->db, Q(set_cycles, .year = v_int(year)), &rows, e))
		return false;
	for (*n = 0; rows_next(&rows); ++*n)
		*ret = col_int(&rows, 0);
	return rows_done(&rows, e);
}

bool keep_cycle(struct record *r, int64_t unit, int year, int64_t *ret, struct err *e)
{
	size_t n = 0;
	bool found = false;
	if (!year) {
		fail(e, ERR_INPUT, "Chưa rõ năm đánh giá.");
		return err_hint(e, "Ghi năm: --year 2025.");
	}
	if (unit ? !db_int(r->db, Q(set_cycle_of, .body_id = v_int(unit), .year = v_int(year)), ret, &found, e) :
	           !only_cycle(r, year, ret, &n, e))
		return false;
	if (found || n == 1)
		return true;
	if (n > 1) {
		fail(e, ERR_INPUT, "Năm %d có nhiều kỳ đánh giá trong hồ sơ.", year);
		return err_hint(e, "Chỉ rõ kỳ của ai: --unit “UBND tỉnh …”.");
	}
	fail(e, ERR_NOT_FOUND, "Hồ sơ chưa có kỳ đánh giá năm %d.", year);
	return err_hint(e, "Người quản trị mở kỳ đánh giá trước (khacphuc cycle add).");
}

bool keep_newest_set(struct record *r, struct arena *a, int64_t cycle, str level, int year, struct stored_set *ret, struct err *e)
{
	set_versions v = { 0 };
	if (!repo_set_versions(r->db, a, cycle, level, &v, e))
		return false;
	if (v.n && v.at[0].version > 0)
		return repo_set_load(r->db, a, v.at[0].id, ret, e);
	str words = level_words(level);
	if (!words.n) {
		fail(e, ERR_INPUT, "Một phòng không có phiếu riêng.");
		return err_hint(e, "Chỉ ra cơ quan của phòng ấy.");
	}
	fail(e, ERR_NOT_FOUND, "Hồ sơ chưa có bộ tiêu chí cấp %.*s năm %d.", SF(words), year);
	return err_hint(e, "Đưa bộ tiêu chí vào hồ sơ trước: khacphuc set save BỘ.xlsx --year %d --accept.", year);
}

/* -- proposals --------------------------------------------------------------------------------------- */

struct proposed_row *proposed(struct arena *a, struct proposal *p, enum proposed kind, str what, str field)
{
	struct proposed_row *row = vec_add(a, &p->rows);
	*row = (struct proposed_row){ .kind = kind, .what = what, .field = field };
	p->count[kind]++;
	return row;
}

bool keep_takes(struct arena *a, const struct keep *k, str name)
{
	str plain = fold_plain(a, name);
	for (size_t i = 0; i < k->take.n; i++) {
		str said = fold_plain(a, k->take.at[i]);
		if (str_eq(said, S("all")) || str_eq(said, S("tat ca")) || str_eq(said, plain))
			return true;
	}
	return false;
}

void keep_told(struct arena *a, struct proposal *p, const struct told *t)
{
	for (size_t i = 0; i < t->notes.n; i++)
		*vec_add(a, &p->notes) = t->notes.at[i];
}

/* -- files ------------------------------------------------------------------------------------------- */

bool keep_load(struct arena *a, const char *path, const struct keep *what, struct index_file *ret, struct told *t, struct err *e)
{
	if (!what->file)
		return index_load(a, path, ret, t, e);
	*ret = *what->file;
	return true;
}

bool keep_run(struct record *r, struct arena *a, const struct keep *what, str as, keep_step *step, void *ctx, struct proposal *p,
              struct err *e)
{
	struct tx t = { 0 };
	bool ok = (what->accept ? record_tx(r, a, as, &t, e) : tx_look(r->db, &t, e)) && step(ctx, &t, e) &&
	          (!what->accept || !what->also || what->also(what->ctx, &t, p->document, e)) && tx_commit(&t, e);
	tx_close(&t);
	p->accepted = ok && what->accept;
	return ok;
}

bool keep_is_book(struct arena *a, const char *path)
{
	struct index_file f;
	struct told passed = { 0 };
	struct err ignored = { 0 };
	return index_load(a, path, &f, &passed, &ignored) && index_kind_in(a, &f) != INDEX_OTHER;
}

bool keep_book(struct record *r, struct arena *a, const char *path, const struct keep *what, struct proposal *ret, struct err *e)
{
	struct index_file f;
	struct told passed = { 0 };
	if (!keep_load(a, path, what, &f, &passed, e))
		return false;
	switch (index_kind_in(a, &f)) {
	case INDEX_SET: return keep_set(r, a, path, what, ret, e);
	case INDEX_SHEET: return keep_sheet(r, a, path, what, ret, e);
	case INDEX_RESULTS: return keep_results(r, a, path, what, ret, e);
	case INDEX_OTHER: break;
	}
	fail(e, ERR_INPUT, "“%s” không phải là bộ tiêu chí, phiếu hay bảng kết quả.", path);
	return err_hint(e, "Đặt tên sheet (hay tiêu đề) là Bộ tiêu chí, Tiêu chí, Phiếu hoặc Kết quả.");
}
