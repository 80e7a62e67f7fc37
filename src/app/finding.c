#include "app/change.h"
#include "app/finding.h"
#include "app/record_parts.h"
#include "app/said.h"
#include "base/fold.h"
#include "core/mark.h"
#include "store/repo_plan.h"
#include <stdlib.h>

enum { ID_DIGITS = 18 };

int64_t named_id(const char *typed, char letter)
{
	if (!typed)
		return 0;
	bool led = *typed == '#' || *typed == letter || *typed == letter - 'A' + 'a';
	const char *digits = typed + led;
	size_t n = strspn(digits, "0123456789");
	return n && n <= ID_DIGITS && !digits[n] ? strtoll(digits, NULL, 10) : 0;
}

bool change_refused(struct record *r, struct arena *a, const char *area, int64_t body, const char *entity, int64_t id, str name,
                    const char *what,
                    struct err *e)
{
	int64_t may = 0;
	bool found;
	if (!db_int(r->db, Q(sight_ask, .who = v_int(r->who.person), .act = v_text(S("change")), .area = v_text(str_c(area)),
	                     .body_id = v_int(body)), &may,
	            &found, e))
		return false;
	return may ? change_faster(r, a, entity, id, name, e) : record_denied(r, e, what);
}

/* -- what was typed ----------------------------------------------------------------------------------- */

static bool points_typed(const char *typed, const char *what, points *ret, struct err *e)
{
	str s = typed ? str_trim(str_c(typed)) : (str){ 0 };
	if (!typed)
		return true;
	*ret = NO_POINTS;
	return !s.n || (points_of_figure(figure_parse(s), ret) && *ret >= 0) ||
	       (fail(e, ERR_INPUT, "%s “%s” không phải là điểm.", what, typed), err_hint(e, "Viết như 0,5 hoặc 1,778."));
}

/* The three figures agree, and the third follows from two. */
static bool settle_points(struct arena *a, struct plan_finding *f, struct err *e)
{
	bool all = f->max != NO_POINTS && f->points != NO_POINTS;
	if (all && f->lost == NO_POINTS)
		f->lost = f->max - f->points;
	if ((all && (f->points > f->max || f->lost != f->max - f->points)) ||
	    (f->max != NO_POINTS && f->lost != NO_POINTS && f->lost > f->max)) {
		str max = points_vi(a, f->max), got = f->points == NO_POINTS ? S("?") : points_vi(a, f->points),
		    lost = points_vi(a, f->lost);
		return fail(e, ERR_INPUT, "Điểm không khớp: tối đa %.*s, đạt %.*s, bị trừ %.*s.", SF(max), SF(got), SF(lost)),
		       err_hint(e, "Điểm bị trừ bằng điểm tối đa trừ điểm đạt.");
	}
	return true;
}

static bool take(struct arena *a, const struct finding_said *s, struct plan_finding *f, struct err *e)
{
	if (!said_or(a, "nội dung", SAID_TEXT, s->text, &f->text, e) || !said_or(a, "nguyên nhân", SAID_TEXT, s->cause, &f->cause, e) ||
	    !said_or(a, "ghi chú", SAID_TEXT, s->note, &f->note, e))
		return false;
	if ((s->max || s->points) && !s->lost && f->id)
		f->lost = NO_POINTS;                   /* it follows anew */
	if (!points_typed(s->max, "Điểm tối đa", &f->max, e) || !points_typed(s->points, "Điểm đạt", &f->points, e) ||
	    !points_typed(s->lost, "Điểm bị trừ", &f->lost, e) || !settle_points(a, f, e))
		return false;
	if (!s->state)
		return true;
	str t = fold_plain(a, str_c(s->state));
	f->mended = str_eq(t, S("mended")) || str_eq(t, S("da khac phuc"));
	return f->mended || str_eq(t, S("open")) || str_eq(t, S("chua khac phuc")) ||
	       fail(e, ERR_INPUT, "Trạng thái của tồn tại là “đã khắc phục” hoặc “chưa khắc phục”, không phải “%s”.", s->state);
}

static const char *origin_typed(struct arena *a, const char *typed)
{
	static const struct { const char *folded, *kept; } forms[] = {
		{ "tham dinh", "appraisal" },  { "appraisal", "appraisal" },   { "tu kiem tra", "self_check" },    { "self_check", "self_check" },
		{ "kiem tra", "inspection" },  { "doan kiem tra", "inspection" }, { "thanh tra", "inspection" }, { "inspection", "inspection" },
	};
	str t = fold_plain(a, str_c(typed));
	for (size_t i = 0; i < COUNT(forms); i++)
		if (str_eq(t, str_c(forms[i].folded)))
			return forms[i].kept;
	return NULL;
}

/* -- adding ------------------------------------------------------------------------------------------- */

struct where { int64_t cycle, criterion; int year; };

static bool find_where(struct record *r, struct arena *a, int64_t body, int year, str code, struct where *ret, struct plan_finding *f,
                       struct err *e)
{
	CLEANUP(rows_close) struct rows rows = { 0 };
	if (code.n ? !db_query(r->db, Q(finding_criterion, .who = v_int(r->who.person), .body_id = v_int(body), .code = v_text(code),
	                                .year = v_int(year)), &rows, e)
	           : !db_query(r->db, Q(finding_cycle, .year = v_int(year)), &rows, e))
		return false;
	bool found = rows_next(&rows);
	if (found && code.n) {
		*ret = (struct where){ col_int(&rows, 3), col_int(&rows, 0), (int)col_int(&rows, 4) };
		f->max = col_points(&rows, 2);
		f->name = col_text(&rows, a, 1);
	} else if (found)
		*ret = (struct where){ col_int(&rows, 0), 0, (int)col_int(&rows, 1) };
	if (!rows_done(&rows, e))
		return false;
	if (found)
		return true;
	str in = year ? str_fmt(a, " năm %d", year) : S("");
	if (code.n)
		return fail(e, ERR_NOT_FOUND, "Không có tiêu chí %.*s trong bộ tiêu chí%.*s của cấp đơn vị này, hoặc bạn không được xem đơn vị này.", SF(code), SF(in)),
		       err_hint(e, "Xem lại mã; bộ tiêu chí được đưa vào bằng khacphuc import hoặc khacphuc set.");
	return fail(e, ERR_NOT_FOUND, "Hồ sơ chưa có kỳ đánh giá%.*s.", SF(in)), err_hint(e, "Người quản trị mở kỳ bằng khacphuc cycle add.");
}

/* A person who may not enter findings is told who does. */
static bool may_not_enter(struct record *r, struct err *e)
{
	record_denied(r, e, "nhập tồn tại, hạn chế của đơn vị này");
	return err_hint(e, "Công chức đề xuất với Văn phòng; Văn phòng của đơn vị nhập vào hồ sơ.");
}

bool finding_add(struct record *r, struct arena *a, int64_t body, int year, const struct finding_said *s, int64_t *ret, struct err *e)
{
	CLEANUP(tx_close) struct tx t = { 0 };
	struct plan_finding f = { .max = NO_POINTS, .points = NO_POINTS, .lost = NO_POINTS };
	struct where w = { 0 };
	struct changed done = { 0 };
	str code = s->code ? str_trim(str_c(s->code)) : (str){ 0 };
	const char *origin = s->origin ? origin_typed(a, s->origin) : code.n ? "appraisal" : "self_check";
	if (!origin)
		return fail(e, ERR_INPUT, "Không có nguồn tồn tại “%s”.", s->origin), err_hint(e, "Nguồn: thẩm định, tự kiểm tra, đoàn kiểm tra.");
	if (!code.n && !str_trim(str_c(s->text)).n)
		return fail(e, ERR_INPUT, "Tồn tại cần mã tiêu chí (--code) hoặc nội dung (--text).");
	if (!find_where(r, a, body, year, code, &w, &f, e) || !take(a, s, &f, e))
		return false;
	str mark = w.criterion ? str_fmt(a, "c%lld", (long long)w.criterion) : text_mark(a, "t", text_key(a, f.text));
	if (!record_tx(r, a, S("finding add"), &t, e))
		return false;
	bool ok = db_change(&t, Q(finding_add, .who = v_int(r->who.person), .body_id = v_int(body), .cycle_id = v_int(w.cycle),
	                          .origin = v_text(str_c(origin)),
	                          .criterion_id = v_ref(w.criterion), .mark = v_text(mark), .text = v_text(f.text),
	                              .cause = v_text(f.cause),
	                          .max = f.max == NO_POINTS ? v_null() : v_int(f.max), .points = f.points == NO_POINTS ? v_null() :
	                              v_int(f.points),
	                          .lost = f.lost == NO_POINTS ? v_null() : v_int(f.lost), .note = v_text(f.note)), &done, e);
	if (!ok && e->code == ERR_CONFLICT) {
		*e = (struct err){ 0 };
		if (code.n)
			fail(e, ERR_CONFLICT, "Tiêu chí %.*s năm %d của đơn vị này đã có tồn tại trong hồ sơ.", SF(code), w.year);
		else
			fail(e, ERR_CONFLICT, "Tồn tại với nội dung này năm %d của đơn vị đã có trong hồ sơ.", w.year);
		return err_hint(e, "Sửa tồn tại ấy bằng khacphuc finding edit.");
	}
	if (!ok)
		return false;
	*ret = done.id;
	return done.rows ? tx_commit(&t, e) : may_not_enter(r, e);
}

bool finding_edit(struct record *r, struct arena *a, int64_t id, int revision, const struct finding_said *s, struct err *e)
{
	CLEANUP(tx_close) struct tx t = { 0 };
	struct finding_page p = { 0 };
	struct plan_finding *f = &p.finding;
	struct changed done = { 0 };
	if (!finding_head(r->db, a, r->who.person, id, &p, e) || !take(a, s, f, e) || !record_tx(r, a, S("finding edit"), &t, e) ||
	    !db_change(&t, Q(finding_edit, .who = v_int(r->who.person), .id = v_int(id),
	                     .revision = v_int(revision ? revision : f->revision),
	                     .text = v_text(f->text), .cause = v_text(f->cause), .max = f->max == NO_POINTS ? v_null() : v_int(f->max),
	                     .points = f->points == NO_POINTS ? v_null() : v_int(f->points), .lost = f->lost == NO_POINTS ? v_null() :
	                         v_int(f->lost),
	                     .note = v_text(f->note), .state = v_text(f->mended ? S("mended") : S("open"))), &done, e))
		return false;
	if (done.rows)
		return tx_commit(&t, e);
	tx_close(&t);
	change_refused(r, a, "findings", p.body, "finding", id, str_fmt(a, "Tồn tại T%lld", (long long)id), "sửa tồn tại của đơn vị này", e);
	return false;
}
