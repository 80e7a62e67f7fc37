#include "app/kept.h"
#include "app/keep_parts.h"
#include "app/sheet.h"
#include "base/fold.h"
#include "core/level.h"

/* -- sets --------------------------------------------------------------------------------------------- */

bool kept_set(struct record *r, struct arena *a, const char *unit, int year, const char *level, int version, struct criteria_set **ret,
              struct err *e)
{
	struct unit_named of = { 0 };
	struct stored_set s = { 0 };
	set_versions v = { 0 };
	int64_t cycle;
	if ((unit && !keep_unit(r, a, unit, &of, e)) || !keep_cycle(r, of.id, year, &cycle, e))
		return false;
	str at = level ? level_of(a, str_c(level)) : of.level;
	if (!level_words(at).n) {
		fail(e, ERR_INPUT, "Chưa rõ bộ tiêu chí của cấp nào.");
		return err_hint(e, "Ghi cấp: --level xã (bộ, tỉnh, sở, huyện hoặc xã).");
	}
	if (version < 0) {
		if (!keep_newest_set(r, a, cycle, at, year, &s, e))
			return false;
		*ret = s.set;
		return true;
	}
	if (!repo_set_versions(r->db, a, cycle, at, &v, e))
		return false;
	for (size_t i = 0; i < v.n; i++)
		if (v.at[i].version == version && !repo_set_load(r->db, a, v.at[i].id, &s, e))
			return false;
	*ret = s.set;
	return s.set || (fail(e, ERR_NOT_FOUND, "Hồ sơ không có phiên bản %d của bộ tiêu chí này.", version),
	                 err_hint(e, "Bỏ --version để lấy phiên bản mới nhất."));
}

/* -- sheets ------------------------------------------------------------------------------------------- */

static bool no_sheet(struct err *e, str unit, int year)
{
	fail(e, ERR_NOT_FOUND, "Hồ sơ không có phiếu năm %d của %.*s mà bạn xem được.", year, SF(unit));
	return err_hint(e, "Đưa phiếu vào hồ sơ bằng khacphuc sheet save, hoặc nhờ người có quyền xem.");
}

struct found_sheet { struct unit_named unit; struct stored_set set; struct stored_sheet sheet; };

static bool load_sheet(struct record *r, struct arena *a, const char *unit, int year, struct found_sheet *ret, struct err *e)
{
	sheet_years years = { 0 };
	if (!keep_unit(r, a, unit, &ret->unit, e) || !repo_sheet_years(r->db, a, r->who.person, ret->unit.body, &years, e))
		return false;
	for (size_t i = 0; i < years.n; i++)
		if (years.at[i].year == year)
			return repo_set_load(r->db, a, years.at[i].set, &ret->set, e) &&
			       repo_sheet_load(r->db, a, r->who.person, ret->unit.body, &ret->set, &ret->sheet, e);
	return no_sheet(e, ret->unit.name, year);
}

bool kept_sheet(struct record *r, struct arena *a, const char *unit, int year, struct kept_sheet *ret, struct err *e)
{
	struct found_sheet f = { 0 };
	if (!load_sheet(r, a, unit, year, &f, e))
		return false;
	*ret = (struct kept_sheet){ make(a, struct scoring), f.sheet.sheet, f.sheet.state, f.unit.name };
	ret->sheet->unit = f.unit.name;
	ret->sheet->group = f.unit.ranking;
	return score_prepare(a, f.set.set, ret->scoring, e);
}

bool kept_sheet_state(struct record *r, struct arena *a, const char *unit, int year, str state, struct err *e)
{
	struct unit_named of;
	return keep_unit(r, a, unit, &of, e) && sheet_state(r, a, of.body, year, state, e);
}

/* -- results ------------------------------------------------------------------------------------------ */

/* Each level is ranked by its own set; where there is none, as core/standing.h does by itself. */
static bool rank_level(struct record *r, struct arena *a, int64_t cycle, str level, standings *rows, struct standing **at, struct err *e)
{
	set_versions v = { 0 };
	struct stored_set s = { 0 };
	if (!repo_set_versions(r->db, a, cycle, level, &v, e) ||
	    (v.n && v.at[0].version > 0 && !repo_set_load(r->db, a, v.at[0].id, &s, e)))
		return false;
	index_rank(a, s.set, rows, at);
	return true;
}

/* Who sees only some of the results does not see who stands where. */
static bool hide_ranks(struct record *r, int64_t cycle, size_t seen, struct standing **at, size_t n, struct err *e)
{
	int64_t all = 0;
	bool found;
	if (!db_int(r->db, Q(result_count, .cycle_id = v_int(cycle)), &all, &found, e))
		return false;
	for (size_t i = 0; (size_t)all > seen && i < n; i++)
		at[i]->rank = at[i]->printed_rank = 0;
	return true;
}

bool kept_results(struct record *r, struct arena *a, const char *unit, int year, const char *group, struct standing ***at, size_t *n,
                  struct err *e)
{
	struct unit_named of = { 0 };
	stored_results all = { 0 };
	int64_t cycle;
	if ((unit && !keep_unit(r, a, unit, &of, e)) || !keep_cycle(r, of.id, year, &cycle, e) ||
	    !repo_results(r->db, a, r->who.person, cycle, &all, e))
		return false;
	size_t known = 0;
	for (size_t i = 0; i < all.n; i++)
		if (all.at[i].known)
			all.at[known++] = all.at[i];
	all.n = known;
	bool *done = make_n(a, bool, all.n + 1);
	*at = make_n(a, struct standing *, all.n + 1);
	*n = 0;
	for (size_t i = 0; i < all.n; i++) {
		standings *rows = make(a, standings);
		for (size_t k = i; k < all.n && !done[i]; k++)
			if (str_eq(all.at[k].level, all.at[i].level) &&
			    (!group || str_eq(fold_plain(a, str_c(group)), fold_plain(a, all.at[k].at.group))))
				*vec_add(a, rows) = all.at[k].at;
		for (size_t k = all.n; k-- > i;)
			done[k] |= str_eq(all.at[k].level, all.at[i].level);
		if (rows->n && !rank_level(r, a, cycle, all.at[i].level, rows, *at + *n, e))
			return false;
		*n += rows->n;
	}
	if (*n)
		return hide_ranks(r, cycle, all.n, *at, *n, e);
	fail(e, ERR_NOT_FOUND, "Hồ sơ không có kết quả năm %d mà bạn xem được.", year);
	return err_hint(e, "Đưa bảng kết quả vào hồ sơ bằng khacphuc result save; chưa công bố thì chỉ người thẩm định và đơn vị ấy xem được.");
}

/* Nothing changed: it was so already, or this person appraises nobody. */
static bool appraises(struct record *r, struct err *e)
{
	int64_t body;
	bool found;
	return db_int(r->db, Q(result_may, .who = v_int(r->who.person), .limit = v_int(1)), &body, &found, e) &&
	       (found || record_denied(r, e, "công bố kết quả: việc này của người thẩm định"));
}

bool kept_publish(struct record *r, struct arena *a, const char *unit, int year, bool published, int64_t *n, struct err *e)
{
	struct unit_named of = { 0 };
	struct tx tx = { 0 };
	int64_t cycle;
	if ((unit && !keep_unit(r, a, unit, &of, e)) || !keep_cycle(r, of.id, year, &cycle, e))
		return false;
	bool ok = record_tx(r, a, S("result publish"), &tx, e) && repo_results_publish(&tx, cycle, published, n, e) &&
	          (*n || appraises(r, e)) && tx_commit(&tx, e);
	tx_close(&tx);
	return ok;
}

/* -- verifying ---------------------------------------------------------------------------------------- */

enum { PAGE = 200 };

struct checking { struct record *r; struct arena *a; struct stored_set set; struct scoring g; bool scores; strs *wrong; };

static bool next_set(struct checking *k, int64_t id, struct err *e)
{
	struct err why = { 0 };
	if (k->set.id == id)
		return true;
	if (!repo_set_load(k->r->db, k->a, id, &k->set, e))
		return false;
	k->scores = score_prepare(k->a, k->set.set, &k->g, &why);
	if (!k->scores)
		*vec_add(k->a, k->wrong) = str_fmt(k->a, "Bộ tiêu chí cấp %.*s năm %d không chấm được: %s", SF(k->set.set->level), k->set.set->year,
		                                   why.message);
	return true;
}

/* A sheet's cells are forgotten again when it has been looked at. */
static bool check_sheet(struct checking *k, const struct sheet_of_all *at, struct err *e)
{
	CLEANUP(arena_close) struct arena *room = arena_open((size_t)1 << 28);
	struct stored_sheet s;
	if (!next_set(k, at->set, e) || !repo_sheet_load_any(k->r->db, room, at->id, &k->set, &s, e))
		return false;
	if (!k->scores || !at->has_totals)
		return true;
	struct index_scored x = index_score(room, &k->g, s.sheet);
	if (x.total.points != at->points || x.total.max != at->max)
		*vec_add(k->a, k->wrong) = str_fmt(k->a, "Phiếu năm %d của %.*s ghi tổng %s/%s điểm, cộng các tiêu chí được %s/%s.", at->year, SF(at->unit),
		                                   points_vi(k->a, at->points).p, points_vi(k->a, at->max).p,
		                                   points_vi(k->a, x.total.points).p,
		                                   points_vi(k->a, x.total.max).p);
	return true;
}

bool kept_check(struct record *r, struct arena *a, strs *wrong, struct err *e)
{
	struct checking k = { .r = r, .a = a, .wrong = wrong };
	struct sheet_of_all after = { 0 };
	for (size_t n = PAGE; n == PAGE;) {
		sheets_of_all page = { 0 };
		if (!repo_sheet_all(r->db, a, &after, PAGE, &page, e))
			return false;
		n = page.n;
		for (size_t i = 0; i < n; i++)
			if (!check_sheet(&k, &page.at[i], e))
				return false;
		if (n)
			after = page.at[n - 1];
	}
	return true;
}
