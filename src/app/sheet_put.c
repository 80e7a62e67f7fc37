#include "app/record_parts.h"
#include "app/said.h"
#include "app/sheet.h"
#include "core/reason.h"
#include "base/fold.h"
#include "store/repo_sheet.h"

struct putting {
	struct record *r;
	struct arena  *a;
	int64_t        body, criterion;
	const struct sheet_said *said;
	struct sheet_of_set *x;
	struct sheet_rights may;
	bool   own;                                    /* change: of this criterion */
	size_t at, leaf;
	struct scoring g;
};

bool sheet_by_hand(const struct set_criterion *c)
{
	return c->source != SOURCE_SURVEY && (!c->rule || !strcmp(c->rule->type->name, "hand"));
}

static const struct set_criterion *leaf_of(const struct putting *k) { return &k->x->set.set->criteria.at[k->at]; }
static struct sheet_row *row_of(const struct putting *k) { return &k->x->sheet.sheet->rows.at[k->leaf]; }

/* -- who may, and when -------------------------------------------------------------------------------- */

static bool conflict(struct err *e, const char *what, const char *hint)
{
	fail(e, ERR_CONFLICT, "%s", what);
	return err_hint(e, "%s", hint);
}

static bool is(const struct putting *k, str state) { return str_eq(k->x->sheet.state, state); }

static bool still_open(const struct putting *k, bool appraisal, struct err *e)
{
	if (is(k, S("published")))
		return conflict(e, "Phiếu này đã công bố, không sửa được nữa.", "Nhờ người quản trị mở lại phiếu.");
	if (!appraisal && is(k, S("locked")))
		return conflict(e, "Phiếu này đã chốt: số liệu và điểm tự chấm không sửa được nữa.",
		                "Còn giải trình bổ sung thì vẫn ghi được; cần sửa điểm thì nhờ người quản trị mở lại phiếu.");
	return true;
}

static bool may_say(const struct putting *k, struct err *e)
{
	return k->own || record_denied(k->r, e, "ghi phiếu ở tiêu chí này");
}

/* -- what is said ------------------------------------------------------------------------------------- */

static bool points_typed(const struct putting *k, const char *typed, points *ret, struct err *e)
{
	const struct set_criterion *c = leaf_of(k);
	struct value v = value_parse(k->a, str_trim(str_c(typed)));
	if (v.kind != VALUE_NUMBER || !points_of_figure(v.num, ret)) {
		fail(e, ERR_INPUT, "“%s” không phải là số điểm.", typed);
		return err_hint(e, "Ghi điểm như 0,75.");
	}
	if (*ret < 0 || *ret > c->max) {
		fail(e, ERR_INPUT, "Tiêu chí %.*s nhiều nhất %s điểm, không nhận %s.", SF(c->code), points_vi(k->a, c->max).p, points_vi(k->a, *ret).p);
		return err_hint(e, "Ghi từ 0 đến %s.", points_vi(k->a, c->max).p);
	}
	if (points_round(points_exact(*ret), k->x->set.set->decimals) != *ret) {
		fail(e, ERR_INPUT, "Bộ tiêu chí lấy điểm đến %d chữ số sau dấu phẩy, không nhận %s.", k->x->set.set->decimals, points_vi(k->a, *ret).p);
		return err_hint(e, "Làm tròn số điểm rồi ghi lại.");
	}
	return true;
}

static bool given(const char *typed) { return typed && str_trim(str_c(typed)).n; }

static bool kept_anyhow(struct err *e, const char *what)
{
	fail(e, ERR_INPUT, "%s đã ghi thì sửa được, không xóa được.", what);
	return err_hint(e, "Ghi giá trị đúng vào thay.");
}

static bool put_opinion(struct putting *k, struct tx *t, int round, const char *typed, str reason, struct err *e)
{
	struct opinion *o = &row_of(k)->by[round];
	points p;
	bool may;
	if (!given(typed))
		return !typed || !o->given || kept_anyhow(e, "Điểm");
	if (!points_typed(k, typed, &p, e))
		return false;
	if (o->given && o->points == p && str_eq(o->reason, reason))
		return true;
	*o = (struct opinion){ true, p, reason, reason_code(reason) };
	return repo_sheet_put_score(t, &k->x->set, &k->x->sheet, k->leaf, round, &may, e) && (may || record_denied(k->r, e, "ghi điểm của tiêu chí này"));
}

static bool put_self(struct putting *k, struct tx *t, struct err *e)
{
	const struct opinion *o = &row_of(k)->by[ROUND_SELF];
	if (!k->said->points || (!given(k->said->points) && !o->given))
		return true;
	if (!may_say(k, e) || !still_open(k, false, e))
		return false;
	if (!sheet_by_hand(leaf_of(k)) && !o->given) {
		fail(e, ERR_INPUT, "Điểm của tiêu chí %.*s do cách tính hoặc điều tra xã hội học cho, không tự chấm.", SF(leaf_of(k)->code));
		return err_hint(e, "Điền hay sửa số liệu; điểm được tính lại.");
	}
	return put_opinion(k, t, ROUND_SELF, k->said->points, o->reason, e);
}

static bool put_appraisal(struct putting *k, struct tx *t, struct err *e)
{
	int round = k->said->round == 2 ? ROUND_TWO : ROUND_ONE;
	str reason = str_c(k->said->reason);
	points p = 0;
	if (!k->said->appraised)
		return true;
	if (!k->may.appraise)
		return record_denied(k->r, e, "ghi điểm thẩm định: việc này của người thẩm định được giao đơn vị");
	if (!still_open(k, true, e) || !said(k->a, "lý do", SAID_TEXT, &reason, e))
		return false;
	if (round == ROUND_TWO && !row_of(k)->by[ROUND_ONE].given) {
		fail(e, ERR_INPUT, "Tiêu chí này chưa có điểm thẩm định vòng 1.");
		return err_hint(e, "Ghi điểm vòng 1 trước.");
	}
	if (given(k->said->appraised) && !points_typed(k, k->said->appraised, &p, e))
		return false;
	if (given(k->said->appraised) && p < leaf_of(k)->max && !reason.n) {
		fail(e, ERR_INPUT, "Điểm thẩm định thấp hơn điểm tối đa mà chưa có lý do.");
		return err_hint(e, "Ghi vì sao trừ điểm: đơn vị cần biết để khắc phục.");
	}
	return put_opinion(k, t, round, k->said->appraised, reason, e);
}

static bool text_changed(struct arena *a, const char *what, const char *typed, str *text, bool *changed, struct err *e)
{
	str was = *text;
	if (!said_or(a, what, SAID_TEXT, typed, text, e))
		return false;
	*changed |= !str_eq(was, *text);
	return true;
}

static bool put_row(struct putting *k, struct tx *t, struct err *e)
{
	struct sheet_row *row = row_of(k);
	const struct sheet_said *s = k->said;
	bool first = false, later = false, may;
	str why = row->why_not;
	if (!text_changed(k->a, "giải trình", s->explanation, &row->explanation, &first, e) ||
	    !text_changed(k->a, "giải trình bổ sung", s->explanation2, &row->explanation2, &later, e) ||
	    !said_or(k->a, "lý do không áp dụng", SAID_TEXT, s->why_not, &why, e))
		return false;
	bool applies = s->applies ? !str_eq(str_c(s->applies), S("không")) : row->applies;
	if (!applies && !why.n) {
		fail(e, ERR_INPUT, "Tiêu chí không áp dụng thì phải nói vì sao.");
		return err_hint(e, "Ghi lý do, thí dụ: đơn vị không có thủ tục hành chính thuộc lĩnh vực này.");
	}
	why = applies ? (str){ 0 } : why;
	first |= applies != row->applies || !str_eq(why, row->why_not);
	row->applies = applies;
	row->why_not = why;
	if (!first && !later)
		return true;
	return may_say(k, e) && (!first || still_open(k, false, e)) && still_open(k, true, e) &&
	       repo_sheet_put_row(t, &k->x->set, &k->x->sheet, k->leaf, &may, e) && (may || record_denied(k->r, e, "ghi phiếu này"));
}

/* Only figures that the rule of this criterion asks for. */
static size_t input_of(const struct putting *k, str name)
{
	const struct set_criterion *c = leaf_of(k);
	for (size_t i = 0; i < c->inputs.n; i++)
		if (str_eq(k->x->set.set->inputs.at[c->inputs.at[i]], name))
			return c->inputs.at[i];
	return NO_INDEX;
}

static bool put_figure(struct putting *k, struct tx *t, const struct sheet_figure *f, struct err *e)
{
	size_t input = input_of(k, f->name);
	str typed = str_c(f->typed);
	if (input == NO_INDEX) {
		fail(e, ERR_INPUT, "Tiêu chí này không có số liệu “%.*s”.", SF(f->name));
		return err_hint(e, "Mở lại trang của tiêu chí rồi điền.");
	}
	struct value *v = &k->x->sheet.sheet->values[input];
	bool may, appraises = k->may.appraise && !is(k, S("published"));
	if (!said(k->a, "số liệu", SAID_NAME, &typed, e))
		return false;
	if (!typed.n)
		return v->kind == VALUE_NONE || kept_anyhow(e, "Số liệu");
	if (v->kind != VALUE_NONE && str_eq(v->printed, typed))
		return true;
	if (!appraises && (!may_say(k, e) || !still_open(k, false, e)))
		return false;
	*v = value_parse(k->a, typed);
	return repo_sheet_put_entry(t, &k->x->set, &k->x->sheet, input, &may, e) && (may || record_denied(k->r, e, "ghi số liệu này"));
}

/* A figure that the rule cannot take is not kept. */
static bool figures_fit(const struct putting *k, const struct index_scored *s, struct err *e)
{
	const struct rule_score *x = &s->leaf[k->leaf].rule;
	if (!k->said->figures.n || x->state != RULE_WRONG || x->input >= leaf_of(k)->inputs.n)
		return true;
	str name = k->x->set.set->inputs.at[leaf_of(k)->inputs.at[x->input]];
	fail(e, ERR_INPUT, "Số liệu “%.*s”: %s", SF(name), x->wrong);
	return err_hint(e, "Sửa số liệu theo cách tính điểm ở trên.");
}

/* -- all of it ---------------------------------------------------------------------------------------- */

static bool find_leaf(struct putting *k, size_t n, int year, struct err *e)
{
	const struct stored_set *set = &k->x->set;
	if (!n || set->set->year != year || set->set->version == 0) {
		fail(e, ERR_NOT_FOUND, "Năm %d chưa có bộ tiêu chí để lập phiếu.", year);
		return err_hint(e, "Nhờ người quản trị đưa bộ tiêu chí vào hồ sơ ở trang Bộ tiêu chí.");
	}
	for (k->at = 0; k->at < set->set->criteria.n && set->criterion[k->at] != k->criterion;)
		k->at++;
	if (k->at == set->set->criteria.n || !set_leaf(&set->set->criteria.at[k->at])) {
		fail(e, ERR_NOT_FOUND, "Phiếu năm %d không có tiêu chí ấy để điền.", year);
		return err_hint(e, "Mở lại từ Bảng điểm.");
	}
	if (!score_prepare(k->a, set->set, &k->g, e))
		return false;
	k->leaf = k->g.leaf_of[k->at];
	return true;
}

static bool rights(struct putting *k, struct err *e)
{
	int64_t n = 0, may = 0;
	bool found;
	if (!repo_sheet_rights(k->r->db, k->a, k->r->who.person, k->body, &k->may, e) ||
	    !db_int(k->r->db, Q(sheet_own, .body_id = v_int(k->body), .who = v_int(k->r->who.person),
	        .criterion_id = v_int(k->criterion)), &n,
	            &found, e) ||
	    !db_int(k->r->db, Q(sheet_may, .body_id = v_int(k->body), .who = v_int(k->r->who.person)), &may, &found, e))
		return false;
	k->own = may > 0 || n > 0;
	return k->own || k->may.appraise || may_say(k, e);
}

static bool write_all(struct putting *k, struct tx *t, struct err *e)
{
	struct stored_sheet *s = &k->x->sheet;
	bool may = true;
	if (!s->id && !repo_sheet_add(t, &k->x->set, s, &may, e))
		return false;
	if (!may)
		return record_denied(k->r, e, "lập phiếu của đơn vị này");
	for (size_t i = 0; i < k->said->figures.n; i++)
		if (!put_figure(k, t, &k->said->figures.at[i], e))
			return false;
	if (!put_row(k, t, e) || !put_self(k, t, e) || !put_appraisal(k, t, e))
		return false;
	struct index_scored x = index_score(k->a, &k->g, s->sheet);
	return figures_fit(k, &x, e) && repo_sheet_total(t, s, x.total.points, x.total.max, e);
}

static bool outrun(struct err *e)
{
	return conflict(e, "Người khác vừa sửa phiếu này trong lúc bạn làm; chưa ghi gì cả.", "Những gì bạn điền còn ở đây; xem lại rồi lưu lần nữa.");
}

bool sheet_put(struct record *r, struct arena *a, int64_t body, int64_t cycle, int year, int64_t criterion, int64_t revision,
               const struct sheet_said *said, struct err *e)
{
	struct sheet_of_set of[SETS_MOST];
	struct putting k = { .r = r, .a = a, .body = body, .criterion = criterion, .said = said, .x = of };
	struct tx tx = { 0 };
	size_t n;
	bool ok = record_tx(r, a, S("sheet edit"), &tx, e) && repo_sheets_of(r->db, a, r->who.person, body, cycle, of, &n, e) &&
	          find_leaf(&k, n, year, e) && rights(&k, e) && (of[0].sheet.revision == revision || outrun(e)) && write_all(&k, &tx, e) &&
	          tx_commit(&tx, e);
	tx_close(&tx);
	return ok;
}

bool sheet_state(struct record *r, struct arena *a, int64_t body, int year, str state, struct err *e)
{
	struct stored_sheet s;
	struct tx tx = { 0 };
	bool may = false;
	bool ok = record_tx(r, a, S("sheet state"), &tx, e) && repo_sheet_head(r->db, a, r->who.person, body, year, &s, e);
	if (ok && !s.id) {
		fail(e, ERR_NOT_FOUND, "Hồ sơ không có phiếu năm %d của đơn vị này mà bạn xem được.", year);
		ok = err_hint(e, "Điền phiếu ở Bảng điểm, hoặc đưa tệp phiếu vào hồ sơ trước.");
	}
	may = ok && str_eq(s.state, state);
	if (ok && !may)
		ok = repo_sheet_state(&tx, &s, state, &may, e) && (may || record_denied(r, e, "đổi trạng thái của phiếu này"));
	ok = ok && tx_commit(&tx, e);
	tx_close(&tx);
	return ok;
}
