#include "app/cycle.h"
#include "app/json.h"
#include "app/record_parts.h"
#include "app/said.h"
#include "app/unit_parts.h"
#include "core/day.h"

enum { YEAR_FIRST = 2000, YEAR_LAST = 2200 };

struct called { const char *name, *vi, *also; };
static const struct called phases[PHASES] = {
	[PHASE_SELF_SCORE] = { "self_score", "tự chấm", "tu cham|tu cham diem|tu danh gia" },
	[PHASE_APPRAISE_1] = { "appraise_1", "thẩm định 1", "tham dinh|tham dinh 1|tham dinh lan 1|tham dinh vong 1" },
	[PHASE_EXPLAIN] = { "explain", "giải trình", "giai trinh" },
	[PHASE_APPRAISE_2] = { "appraise_2", "thẩm định 2", "tham dinh 2|tham dinh lan 2|tham dinh vong 2" },
	[PHASE_SURVEY] = { "survey", "khảo sát", "khao sat|dieu tra|dieu tra xa hoi hoc|dieu tra xhh" },
	[PHASE_COUNCIL] = { "council", "hội đồng", "hoi dong" },
	[PHASE_PUBLISH] = { "publish", "công bố", "cong bo" },
	[PHASE_MEND] = { "mend", "khắc phục", "khac phuc" },
};
static const struct called states[CYCLE_STATES] = {
	[CYCLE_OPEN] = { "open", "đang mở", "mo|dang mo" },
	[CYCLE_PUBLISHED] = { "published", "đã công bố", "cong bo|da cong bo" },
	[CYCLE_CLOSED] = { "closed", "đã đóng", "dong|da dong" },
};

const char *phase_name(enum phase p) { return phases[p].name; }
const char *phase_vi(enum phase p) { return phases[p].vi; }
const char *cycle_state_name(enum cycle_state s) { return states[s].name; }
const char *cycle_state_vi(enum cycle_state s) { return states[s].vi; }

/* Which of them a word is; n: none. */
static size_t which(struct arena *a, const struct called *all, size_t n, str word)
{
	str folded = fold_plain(a, word);
	char *p = (char *)str_copy(a, folded).p;
	for (size_t i = 0; i < folded.n; i++)
		p[i] = p[i] == '-' ? ' ' : p[i];           /* tự-chấm, as a shell likes it */
	size_t i = 0;
	while (i < n && !str_eq(folded, str_c(all[i].name)) && !word_among((str){ p, folded.n }, all[i].also))
		i++;
	return i;
}

static size_t by_name(const struct called *all, size_t n, str name)
{
	size_t i = 0;
	while (i < n && !str_eq(str_c(all[i].name), name))
		i++;
	return i;
}

static bool denied(struct record *r, struct err *e) { return record_denied(r, e, "thêm hay đổi kỳ đánh giá và ngày nghỉ"); }

/* -- reading ----------------------------------------------------------------------------------------- */

bool cycle_list(struct record *r, struct arena *a, int year, cycles *ret, struct err *e)
{
	CLEANUP(rows_close) struct rows rows = { 0 };
	if (!db_query(r->db, Q(cycle_list, .year = v_ref(year)), &rows, e))
		return false;
	while (rows_next(&rows)) {
		struct cycle *c = ret->n && ret->at[ret->n - 1].id == col_int(&rows, 0) ? &ret->at[ret->n - 1] : NULL;
		if (!c) {
			c = vec_add(a, ret);
			*c = (struct cycle){ .id = col_int(&rows, 0), .year = (int)col_int(&rows, 1), .name = col_text(&rows, a, 2) };
			c->owner = col_text(&rows, a, 4);
			c->state = (enum cycle_state)(by_name(states, CYCLE_STATES, col_text(&rows, a, 3)) % CYCLE_STATES);
		}
		size_t k = by_name(phases, PHASES, col_text(&rows, a, 5));
		if (k < PHASES) {
			c->phase[k].opens = col_text(&rows, a, 6);
			c->phase[k].closes = col_text(&rows, a, 7);
		}
	}
	return rows_done(&rows, e);
}

bool cycle_load(struct record *r, struct arena *a, int year, struct cycle *ret, struct err *e)
{
	cycles all = { 0 };
	if (!cycle_list(r, a, year, &all, e))
		return false;
	if (all.n)
		return *ret = all.at[0], true;
	fail(e, ERR_NOT_FOUND, "Hồ sơ chưa có kỳ đánh giá năm %d.", year);
	return err_hint(e, "Người quản trị thêm bằng khacphuc cycle add %d.", year);
}

/* -- changing ---------------------------------------------------------------------------------------- */

bool cycle_add(struct record *r, struct arena *a, int year, str name, struct err *e)
{
	CLEANUP(tx_close) struct tx t = { 0 };
	struct changed c = { 0 };
	cycles there = { 0 };
	if (year < YEAR_FIRST || year > YEAR_LAST)
		return fail(e, ERR_INPUT, "Năm %d không phải là năm của một kỳ đánh giá.", year), err_hint(e, "Ghi năm như 2026.");
	if (!said(a, "tên", SAID_NAME, &name, e) || !record_tx(r, a, S("cycle add"), &t, e) || !cycle_list(r, a, year, &there, e))
		return false;
	if (there.n)
		return fail(e, ERR_CONFLICT, "Hồ sơ đã có kỳ đánh giá năm %d (%.*s).", year, SF(there.at[0].name)), err_hint(e, "Không phải làm gì thêm.");
	name = name.n ? name : str_fmt(a, "Chỉ số CCHC năm %d", year);
	return db_change(&t, Q(cycle_add, .year = v_int(year), .name = v_text(name), .who = v_int(r->who.person)), &c, e) &&
	       (c.rows || denied(r, e)) && tx_commit(&t, e);
}

bool cycle_phase(struct record *r, struct arena *a, int year, str phase, struct date from, struct date to, struct err *e)
{
	CLEANUP(tx_close) struct tx t = { 0 };
	struct cycle y;
	struct changed c = { 0 };
	size_t k = which(a, phases, PHASES, phase);
	if (k == PHASES) {
		fail(e, ERR_INPUT, phase.n ? "Không có bước “%.*s”." : "Chưa ghi bước nào.%.*s", SF(phase));
		return err_hint(e, "Các bước: tự chấm, thẩm định 1, giải trình, thẩm định 2, khảo sát, hội đồng, công bố, khắc phục.");
	}
	if (!date_day_known(from) || !date_day_known(to))
		return fail(e, ERR_INPUT, "Bước %s cần cả ngày đầu và ngày cuối.", phases[k].vi), err_hint(e, "Ghi như --from 01/10/2026 --to 15/11/2026.");
	if (days_between(from, to) < 0) {
		fail(e, ERR_INPUT, "Bước %s đóng ngày %s, trước khi mở ngày %s.", phases[k].vi, day_vi(a, to).p, day_vi(a, from).p);
		return err_hint(e, "Xem lại hai ngày ấy.");
	}
	if (!record_tx(r, a, S("cycle phase"), &t, e) || !cycle_load(r, a, year, &y, e))
		return false;
	str kind = str_c(phases[k].name), opens = date_iso(a, from), closes = date_iso(a, to);
	if (y.phase[k].opens.n ? !db_change(&t, Q(phase_change, .cycle_id = v_int(y.id), .kind = v_text(kind), .opens_on = v_text(opens),
	                                          .closes_on = v_text(closes), .who = v_int(r->who.person)), &c, e) :
	                         !db_change(&t, Q(phase_add, .cycle_id = v_int(y.id), .kind = v_text(kind), .opens_on = v_text(opens),
	                                          .closes_on = v_text(closes), .who = v_int(r->who.person)), &c, e))
		return false;
	return (c.rows || denied(r, e)) && tx_commit(&t, e);
}

bool cycle_state(struct record *r, struct arena *a, int year, str state, struct err *e)
{
	CLEANUP(tx_close) struct tx t = { 0 };
	struct cycle y;
	struct changed c = { 0 };
	size_t k = which(a, states, CYCLE_STATES, state);
	if (k == CYCLE_STATES) {
		fail(e, ERR_INPUT, state.n ? "Kỳ đánh giá không có trạng thái “%.*s”." : "Chưa ghi trạng thái.%.*s", SF(state));
		return err_hint(e, "Trạng thái là: mở, công bố, đóng.");
	}
	if (!record_tx(r, a, S("cycle state"), &t, e) || !cycle_load(r, a, year, &y, e))
		return false;
	if (y.state == (enum cycle_state)k)
		return fail(e, ERR_INPUT, "Kỳ đánh giá năm %d %s rồi.", year, states[k].vi), err_hint(e, "Không phải làm gì thêm.");
	return db_change(&t, Q(cycle_state, .id = v_int(y.id), .state = v_text(str_c(states[k].name)), .who = v_int(r->who.person)),
	                 &c, e) &&
	       (c.rows || denied(r, e)) && tx_commit(&t, e);
}

/* -- printing ---------------------------------------------------------------------------------------- */

str cycles_text(struct arena *a, const cycles *c, const struct layout *y)
{
	static const struct column columns[] = { { "Bước", false, 1 }, { "Từ ngày", false, 0 }, { "Đến hết ngày", false, 0 } };
	struct buf b = buf_open(a);
	for (size_t i = 0; i < c->n; i++) {
		const struct cycle *x = &c->at[i];
		struct table t = { .columns = columns, .n = COUNT(columns), .indent = 2 };
		layout_ink(&b, y, INK_BOLD, str_fmt(a, "%d  %.*s", x->year, SF(layout_safe(a, x->name))));
		buf_fmt(&b, " (%s)\n", states[x->state].vi);
		for (size_t k = 0; k < PHASES; k++) {
			if (!x->phase[k].opens.n)
				continue;
			*vec_add(a, &t.cells) = str_c(phases[k].vi);
			*vec_add(a, &t.cells) = day_vi(a, day_iso(x->phase[k].opens));
			*vec_add(a, &t.cells) = day_vi(a, day_iso(x->phase[k].closes));
		}
		if (t.cells.n)
			layout_table(&b, y, &t);
	}
	return c->n ? buf_str(&b) : S("Hồ sơ chưa có kỳ đánh giá nào.\n");
}

str cycles_json(struct arena *a, const cycles *c)
{
	json_t *list = json_array(), *j = json_object();
	for (size_t i = 0; i < c->n; i++) {
		const struct cycle *x = &c->at[i];
		json_t *one = json_object(), *steps = json_array();
		json_object_set_new(one, "year", json_integer(x->year));
		json_object_set_new(one, "name", j_text(x->name));
		json_object_set_new(one, "owner", j_text(x->owner));
		json_object_set_new(one, "state", j_word(states[x->state].name));
		for (size_t k = 0; k < PHASES; k++)
			if (x->phase[k].opens.n)
				json_array_append_new(steps, json_pack("{s:s, s:o, s:o}", "kind", phases[k].name, "opens", j_text(x->phase[k].opens), "closes",
				                                       j_text(x->phase[k].closes)));
		json_object_set_new(one, "phases", steps);
		json_array_append_new(list, one);
	}
	json_object_set_new(j, "cycles", list);
	return json_done(a, j);
}
