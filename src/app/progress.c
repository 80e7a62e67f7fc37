#include "app/json.h"
#include "app/measure.h"
#include "app/progress.h"
#include "app/record_parts.h"
#include "app/said.h"
#include "core/day.h"
#include "store/repo_plan.h"
#include "store/repo_remedy.h"
#include <stdlib.h>

enum { PERCENT_MOST = 100, PERCENT_DIGITS = 3 };

struct telling { struct remedy_row m; enum status state; int percent; struct date on; bool measured, aimed; struct measured measure,
                 target; };

/* -- what was typed ----------------------------------------------------------------------------------- */

static bool take_percent(const char *typed, int *ret, struct err *e)
{
	*ret = -1;
	if (!typed)
		return true;
	size_t n = strspn(typed, "0123456789");
	bool sound = n && n <= PERCENT_DIGITS && (!typed[n] || (typed[n] == '%' && !typed[n + 1])) && atoi(typed) <= PERCENT_MOST;
	*ret = sound ? atoi(typed) : -1;
	return sound || fail(e, ERR_INPUT, "Tỷ lệ hoàn thành “%s” phải là số từ 0 đến 100.", typed);
}

static bool take_day(const char *typed, struct date *ret, struct err *e)
{
	*ret = typed ? day_read(str_c(typed)) : record_today();
	if (!ret->year)
		return fail(e, ERR_INPUT, "Không hiểu ngày “%s”.", typed), err_hint(e, "Viết như 30/6/2026.");
	if (days_between(record_today(), *ret) > 0)
		return fail(e, ERR_INPUT, "Ngày “%s” chưa đến; tiến độ chỉ ghi cho ngày đã qua.", typed);
	return true;
}

static bool take_measure(struct arena *a, const char *typed, bool *there, struct measured *ret, struct err *e)
{
	str s = { 0 };
	if (!said_or(a, "số liệu", SAID_NAME, typed, &s, e))
		return false;
	*there = s.n > 0;
	return !*there || measure_typed(a, s, ret) ||
	       (fail(e, ERR_INPUT, "Không hiểu số liệu “%s”.", typed), err_hint(e, "Viết như 90,63%%, 8/9, 3 ngày."));
}

static bool take(struct arena *a, const struct progress_said *s, struct telling *g, struct err *e)
{
	g->state = s->state ? state_typed(a, str_c(s->state)) : STATUS_NONE;
	if (!g->state)
		return fail(e, ERR_INPUT, s->state ? "Không có trạng thái “%s”." : "Cần trạng thái (--state).", s->state),
		       err_hint(e, "Trạng thái: chưa thực hiện, đang triển khai, đã hoàn thành, chưa rõ.");
	return take_percent(s->percent, &g->percent, e) && take_day(s->on, &g->on, e) &&
	       take_measure(a, s->measure, &g->measured, &g->measure, e) &&
	       take_measure(a, s->target, &g->aimed, &g->target, e);
}

/* -- what does not fit -------------------------------------------------------------------------------- */

/* What is known of the finding's rate: the one that lost the points, the last one told, the last target. */
struct rates { struct figure appraisal, last, target; enum target_op op; bool aimed; };

static bool load_rates(struct record *r, struct arena *a, int64_t finding, struct rates *ret, struct err *e)
{
	CLEANUP(rows_close) struct rows rows = { 0 };
	if (!db_query(r->db, Q(progress_rates, .who = v_int(r->who.person), .finding_id = v_int(finding)), &rows, e))
		return false;
	while (rows_next(&rows)) {
		str kind = col_text(&rows, a, 0), op = col_text(&rows, a, 1);
		struct figure f = figure_parse(col_text(&rows, a, 2));
		if (str_eq(kind, S("target"))) {
			ret->target = f;
			ret->aimed = f.present;
			for (enum target_op o = OP_GE; o <= OP_EQ; o++)
				ret->op = str_eq(op, str_c(op_kept(o))) ? o : ret->op;
		} else
			*(str_eq(kind, S("appraisal")) ? &ret->appraisal : &ret->last) = f;
	}
	return rows_done(&rows, e);
}

/* A rate that should grow and fell, or should fall and grew, is no progress. */
static void tell_fallen(struct arena *a, const struct telling *g, const struct rates *k, strs *told)
{
	if (!g->measured || g->measure.unit != UNIT_PERCENT || g->state == STATUS_NOT_DONE)
		return;
	bool down = k->aimed && (k->op == OP_LE || k->op == OP_LT);
	struct exact now = exact_of(g->measure.value);
	const struct { struct figure was; const char *what; } olds[] = { { k->appraisal, "mức đã bị trừ điểm" }, { k->last, "lần báo trước" } };
	for (size_t i = 0; i < COUNT(olds); i++) {
		int c = olds[i].was.present ? exact_cmp(now, exact_of(olds[i].was)) : 0;
		if (!(down ? c > 0 : c < 0))
			continue;
		str is = figure_vi(a, g->measure.value), was = figure_vi(a, olds[i].was), state = str_c(state_vi(g->state));
		*vec_add(a, told) = str_fmt(a, "Tỷ lệ nay là %.*s%%, %s %s %.*s%%: chưa thể coi là “%.*s”.", SF(is), down ? "cao hơn" : "thấp hơn", olds[i].what,
		                            SF(was), SF(state));
		return;
	}
}

static void tell(struct arena *a, const struct telling *g, const struct rates *k, strs *told)
{
	tell_fallen(a, g, k, told);
	struct measured target = { .value = k->target, .op = k->op, .unit = UNIT_PERCENT };
	const struct measured *aim = g->aimed ? &g->target : k->aimed ? &target : NULL;
	if (aim && g->measured && g->state == STATUS_DONE && aim->unit == g->measure.unit && aim->value.present &&
	    g->measure.value.present &&
	    !measure_reached(aim, exact_of(g->measure.value)))
		*vec_add(a, told) = S("Số liệu chưa đạt mức cần đạt mà trạng thái là “đã hoàn thành”.");
	if (g->state == STATUS_DONE && g->percent >= 0 && g->percent < PERCENT_MOST)
		*vec_add(a, told) = str_fmt(a, "Trạng thái là “đã hoàn thành” mà tỷ lệ hoàn thành mới %d%%.", g->percent);
	if (g->state != STATUS_DONE && g->percent == PERCENT_MOST)
		*vec_add(a, told) = str_fmt(a, "Tỷ lệ hoàn thành là 100%% mà trạng thái là “%s”.", state_vi(g->state));
	if (date_day_known(g->m.issued) && days_between(g->m.issued, g->on) < 0) {
		str on = day_vi(a, g->on), issued = day_vi(a, g->m.issued);
		*vec_add(a, told) = str_fmt(a, "Ngày %.*s đứng trước ngày ban hành kế hoạch (%.*s).", SF(on), SF(issued));
	}
	if (g->m.reviewed.year && days_between(g->m.reviewed, g->on) < 0) {
		str was = day_vi(a, g->m.reviewed);
		*vec_add(a, told) = str_fmt(a, "Đã có tiến độ của ngày %.*s, muộn hơn: trạng thái của giải pháp giữ theo ngày ấy.", SF(was));
	}
}

/* -- adding ------------------------------------------------------------------------------------------- */

static bool put_measure(struct record *r, struct arena *a, struct tx *t, const struct telling *g, const struct measured *m,
                        const char *kind, int64_t progress,
                        struct err *e)
{
	struct arg total = m->total.present ? v_text(figure_dot(a, m->total)) : v_null(), done = m->done.present ?
	    v_text(figure_dot(a, m->done)) : v_null();
	return db_change(t, Q(measure_add, .who = v_int(r->who.person), .remedy_id = v_int(g->m.id), .finding_id = v_int(g->m.finding),
	                      .progress_id = v_ref(progress), .kind = v_text(str_c(kind)), .op = progress ? v_null() :
	                          v_text(str_c(op_kept(m->op))),
	                      .value = v_text(figure_dot(a, m->value)), .unit = v_text(str_c(unit_kept(m->unit))), .done = done,
	                          .total = total,
	                      .text = v_text(m->text)), NULL, e);
}

static bool write(struct record *r, struct arena *a, struct tx *t, const struct telling *g, str text, struct changed *done, struct err *e)
{
	str on = date_iso(a, g->on);
	struct arg percent = g->percent < 0 ? v_null() : v_int(g->percent), state = v_text(str_c(state_kept(g->state)));
	struct date next = g->m.due.kind == DUE_ONGOING ? review_after(g->m.due.review, g->on) : (struct date){ 0 };
	if (!db_change(t, Q(progress_add, .who = v_int(r->who.person), .remedy_id = v_int(g->m.id), .finding_id = v_int(g->m.finding),
	                    .on_day = v_text(on),
	                    .state = state, .percent = percent, .text = v_text(text)), done, e))
		return false;
	if (!done->rows)
		return record_denied(r, e, "báo tiến độ của giải pháp này"),
		       err_hint(e, "Văn phòng báo được mọi giải pháp của đơn vị; công chức báo giải pháp mình phụ trách hoặc phòng mình chủ trì.");
	if ((g->measured && !put_measure(r, a, t, g, &g->measure, "progress", done->id, e)) ||
	    (g->aimed && !put_measure(r, a, t, g, &g->target, "target", 0, e)))
		return false;
	if (next.year)
		return db_change(t, Q(remedy_reviewed, .who = v_int(r->who.person), .id = v_int(g->m.id), .state = state,
		                      .percent = percent, .on_day = v_text(on), .next_review = v_text(date_iso(a, next))), NULL, e);
	struct changed moved = { 0 };
	if (g->state == g->m.state && !db_change(t, Q(remedy_moved, .who = v_int(r->who.person), .id = v_int(g->m.id), .state = state,
	                                              .percent = percent, .on_day = v_text(on)), &moved, e))
		return false;
	if (moved.rows)
		return true;
	return db_change(t, Q(remedy_told, .who = v_int(r->who.person), .id = v_int(g->m.id), .state = state, .percent = percent,
	                      .on_day = v_text(on)), NULL, e);
}

bool progress_add(struct record *r, struct arena *a, int64_t remedy, const struct progress_said *s, int64_t *ret, strs *told, struct err *e)
{
	CLEANUP(tx_close) struct tx t = { 0 };
	struct telling g = { 0 };
	struct rates rates = { 0 };
	struct changed done = { 0 };
	str text = { 0 };
	if (!said_or(a, "nội dung", SAID_TEXT, s->text, &text, e) || !take(a, s, &g, e) || !remedy_load(r->db, a, r->who.person, remedy, &g.m, e))
		return false;
	if (!g.m.finding)
		return fail(e, ERR_INPUT, "Giải pháp G%lld chưa gắn với tồn tại nào.", (long long)remedy),
		       err_hint(e, "Gắn bằng khacphuc remedy edit G%lld --finding T….", (long long)remedy);
	if (!load_rates(r, a, g.m.finding, &rates, e) || !record_tx(r, a, S("progress add"), &t, e) ||
	    !write(r, a, &t, &g, text, &done, e) || !tx_commit(&t, e))
		return false;
	*ret = done.id;
	tell(a, &g, &rates, told);
	return true;
}

/* -- listing ------------------------------------------------------------------------------------------ */

bool progress_list(struct record *r, struct arena *a, int64_t remedy, int64_t finding, int page, struct finding_page *ret, struct err *e)
{
	struct remedy_row m = { 0 };
	*ret = (struct finding_page){ 0 };
	if (remedy ? !remedy_load(r->db, a, r->who.person, remedy, &m, e) : !finding_head(r->db, a, r->who.person, finding, ret, e))
		return false;
	return progress_load(r->db, a, r->who.person, remedy, finding, PROGRESS_PAGE, (page < 1 ? 0 : page - 1) * PROGRESS_PAGE, ret, e);
}

str progress_text(struct arena *a, const struct finding_page *p, const struct layout *y)
{
	static const struct column columns[] = { { "Ngày", false, 0 }, { "GP", false, 0 }, { "Trạng thái", false, 0 }, { "Số liệu", false, 1 },
		                                 { "Người báo", false, 1 }, { "Nội dung", false, 4 } };
	struct table t = { .columns = columns, .n = COUNT(columns) };
	struct buf b = buf_open(a);
	for (size_t i = 0; i < p->progress.n; i++) {
		const struct progress_row *g = &p->progress.at[i];
		str state = str_c(state_vi(g->state));
		const str cells[COUNT(columns)] = { day_vi(a, g->on), g->remedy ? str_fmt(a, "G%lld", (long long)g->remedy) : S(""),
			                            g->percent < 0 ? state : str_fmt(a, "%.*s %d%%", SF(state), g->percent), g->measure, g->who,
			                                g->text };
		for (size_t k = 0; k < COUNT(cells); k++)
			*vec_add(a, &t.cells) = cells[k];
	}
	if (!p->progress.n)
		return S("Chưa có tiến độ nào.\n");
	layout_table(&b, y, &t);
	return buf_str(&b);
}

str progress_json(struct arena *a, const struct finding_page *p)
{
	json_t *list = json_array();
	for (size_t i = 0; i < p->progress.n; i++) {
		const struct progress_row *g = &p->progress.at[i];
		json_t *j = json_object();
		json_object_set_new(j, "id", json_integer(g->id));
		json_object_set_new(j, "day", j_day(a, g->on));
		json_object_set_new(j, "remedy", j_id(g->remedy));
		json_object_set_new(j, "state", j_word(state_kept(g->state)));
		json_object_set_new(j, "percent", j_count(g->percent));
		json_object_set_new(j, "measure", j_text(g->measure));
		json_object_set_new(j, "who", j_text(g->who));
		json_object_set_new(j, "text", j_text(g->text));
		json_array_append_new(list, j);
	}
	return json_done(a, list);
}
