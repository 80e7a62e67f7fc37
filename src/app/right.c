#include "app/right.h"
#include "app/record_parts.h"
#include "base/fold.h"

enum { ACTS = 4 };

/* "change|propose" as parameters of a statement; what is not there is NULL, which no act is. */
static void split(const char *acts, struct arg ret[static ACTS])
{
	for (size_t i = 0; i < ACTS; i++) {
		size_t n = acts ? strcspn(acts, "|") : 0;
		ret[i] = n ? v_text((str){ acts, n }) : v_null();
		acts = n && acts[n] ? acts + n + 1 : NULL;
	}
}

bool right_has(const struct place *p, const char *area, const char *acts)
{
	struct arg each[ACTS];
	split(acts, each);
	for (size_t i = 0; i < p->rights.n; i++)
		for (size_t k = 0; k < ACTS; k++)
			if (each[k].kind == V_TEXT && str_eq(p->rights.at[i].area, str_c(area)) && str_eq(p->rights.at[i].act, each[k].s))
				return true;
	return false;
}

static bool ask_first(struct record *r, struct arena *a, const char *area, const char *acts, str words, int most, struct rows *ret,
                      struct err *e)
{
	struct arg act[ACTS];
	split(acts, act);
	return db_query(r->db, Q(place_first, .who = v_int(r->who.person), .area = v_text(str_c(area)), .act1 = act[0], .act2 = act[1],
	                         .act3 = act[2], .act4 = act[3], .words = v_text(fold_plain(a, words)), .limit = v_int(most)), ret, e);
}

static bool ask(struct record *r, struct arena *a, enum place_of of, int64_t id, const char *area, const char *acts, struct rows *ret,
                struct err *e)
{
	switch (of) {
	case PLACE_UNIT:
		return id ? db_query(r->db, Q(place_unit, .id = v_int(id)), ret, e) : ask_first(r, a, area, acts, (str){ 0 }, 1, ret, e);
	case PLACE_HIGHEST: return db_query(r->db, Q(place_highest, 0), ret, e);
	case PLACE_FINDING: return db_query(r->db, Q(place_finding, .id = v_int(id)), ret, e);
	case PLACE_REMEDY: return db_query(r->db, Q(place_remedy, .id = v_int(id)), ret, e);
	case PLACE_EVIDENCE: return db_query(r->db, Q(place_evidence, .id = v_int(id)), ret, e);
	case PLACE_DOCUMENT: return db_query(r->db, Q(place_document, .id = v_int(id)), ret, e);
	case PLACE_REQUEST: return db_query(r->db, Q(place_request, .id = v_int(id)), ret, e);
	case PLACE_PERSON: return db_query(r->db, Q(place_person, .id = v_int(id)), ret, e);
	case PLACE_ISSUED: return db_query(r->db, Q(place_issued, .id = v_int(id)), ret, e);
	case PLACE_JOB: return db_query(r->db, Q(place_job, .id = v_int(id)), ret, e);
	case PLACE_NONE: break;
	}
	return fail(e, ERR_SYSTEM, "Lỗi trong chương trình: một trang không nói nó thuộc về đâu."), err_detail(e, "place_of %d", (int)of);
}

/* A row of a body with which the person has nothing to do is for them as if it were not there. */
static bool nothing(enum place_of of, int64_t id, struct err *e)
{
	static const char *const what[] = {
		[PLACE_UNIT] = "đơn vị", [PLACE_FINDING] = "tồn tại", [PLACE_REMEDY] = "giải pháp", [PLACE_EVIDENCE] = "minh chứng",
		[PLACE_DOCUMENT] = "văn bản", [PLACE_REQUEST] = "kiến nghị", [PLACE_JOB] = "lượt nhập", [PLACE_HIGHEST] = "đơn vị", [PLACE_NONE] = "trang",
		[PLACE_PERSON] = "người dùng", [PLACE_ISSUED] = "văn bản đã phát hành",
	};
	fail(e, ERR_NOT_FOUND, "Không có %s số %lld.", what[of], (long long)id);
	return err_hint(e, "Có thể địa chỉ đã cũ hay gõ nhầm; mở lại từ danh sách.");
}

static bool nowhere(struct err *e)
{
	fail(e, ERR_DENIED, "Bạn chưa được giao quyền xem phần này ở đơn vị nào.");
	return err_hint(e, "Nhờ người quản trị cấp vai trò cho bạn.");
}

/* No year asked for: the newest in which the body has findings or a sheet, for a new cycle is opened while the last one is being mended. */
static bool years(struct record *r, struct arena *a, int asked, struct place *p, struct err *e)
{
	CLEANUP(rows_close) struct rows rows = { 0 };
	bool found = asked;
	if (!db_query(r->db, Q(place_years, .body_id = v_int(p->body)), &rows, e))
		return false;
	while (rows_next(&rows)) {
		int year = (int)col_int(&rows, 1);
		*vec_add(a, &p->years) = year;
		bool work = col_int(&rows, 2);
		if (year == asked || (!asked && !p->cycle) || (!found && work)) {
			p->cycle = col_int(&rows, 0);
			p->year = year;
		}
		found = found || work;
	}
	if (!rows_done(&rows, e))
		return false;
	if (p->cycle || !asked)
		return true;
	fail(e, ERR_NOT_FOUND, "Hồ sơ chưa có kỳ đánh giá năm %d.", asked);
	return err_hint(e, "Chọn một năm khác.");
}

static bool rights(struct record *r, struct arena *a, bool highest, struct place *p, struct err *e)
{
	CLEANUP(rows_close) struct rows rows = { 0 };
	if (!(highest ? db_query(r->db, Q(rights_highest, .who = v_int(r->who.person), .body_id = v_int(p->body)), &rows, e)
	              : db_query(r->db, Q(rights_there, .who = v_int(r->who.person), .body_id = v_int(p->body)), &rows, e)))
		return false;
	while (rows_next(&rows))
		*vec_add(a, &p->rights) = (struct right){ col_text(&rows, a, 0), col_text(&rows, a, 1) };
	return rows_done(&rows, e);
}

bool right_place(struct record *r, struct arena *a, enum place_of of, int64_t id, int year, const char *area, const char *acts,
                 struct place *ret, struct err *e)
{
	CLEANUP(rows_close) struct rows rows = { 0 };
	struct place p = { 0 };
	int of_row = 0;
	if (!ask(r, a, of, id, area, acts, &rows, e))
		return false;
	if (rows_next(&rows)) {
		p = (struct place){ .unit = col_int(&rows, 0), .unit_name = col_text(&rows, a, 1), .body = col_int(&rows, 2),
			            .body_name = col_text(&rows, a, 3), .level = col_text(&rows, a, 4), .symbol = col_text(&rows, a, 5) };
		of_row = (int)col_int(&rows, 6);
	}
	if (!rows_done(&rows, e))
		return false;
	rows_close(&rows);
	if (!p.unit)
		return of == PLACE_UNIT && !id ? nowhere(e) : nothing(of, id, e);
	if (!rights(r, a, of == PLACE_HIGHEST, &p, e))
		return false;
	if (!p.rights.n && of != PLACE_UNIT && of != PLACE_HIGHEST)
		return nothing(of, id, e);
	if (area && !right_has(&p, area, acts)) {
		fail(e, ERR_DENIED, "Bạn không có quyền làm việc này ở %.*s.", SF(p.body_name));
		return err_hint(e, "Chọn đơn vị của bạn, hoặc nhờ người quản trị cấp quyền.");
	}
	if (!years(r, a, of_row ? of_row : year, &p, e))
		return false;
	*ret = p;
	return true;
}

bool right_places(struct record *r, struct arena *a, const char *area, const char *acts, str words, int most, place_choices *ret,
                  struct err *e)
{
	CLEANUP(rows_close) struct rows rows = { 0 };
	*ret = (place_choices){ 0 };
	if (!ask_first(r, a, area, acts, words, most, &rows, e))
		return false;
	while (rows_next(&rows))
		*vec_add(a, ret) = (struct place_choice){ col_int(&rows, 0), col_text(&rows, a, 1) };
	return rows_done(&rows, e);
}
