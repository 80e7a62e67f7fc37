#include "app/document.h"
#include "app/log.h"
#include "app/place.h"
#include "app/record_parts.h"
#include "store/repo_plan.h"

static int64_t skip_of(int page, int size) { return (int64_t)(page < 1 ? 0 : page - 1) * size; }
static str kind_vi(str kind) { return log_word("kind", kind); }

static struct document_row row_of(struct arena *a, struct rows *r)
{
	str kind = col_text(r, a, 1);
	return (struct document_row){ .id = col_int(r, 0), .kind = kind, .kind_vi = kind_vi(kind), .number = col_text(r, a, 2),
		                      .symbol = col_text(r, a, 3), .title = col_text(r, a, 4), .issuer = col_text(r, a, 5),
		                      .issued = col_day(r, a, 6), .file = col_text(r, a, 7), .year = (int)col_int(r, 8),
		                      .errors = (int)col_int(r, 9),
		                      .warnings = (int)col_int(r, 10), .left = (int)col_int(r, 11), .at = col_text(r, a, 12),
		                      .who = col_text(r, a, 13) };
}

bool document_list(struct record *r, struct arena *a, const struct document_ask *q, struct document_page *ret, struct err *e)
{
	CLEANUP(rows_close) struct rows rows = { 0 };
	*ret = (struct document_page){ 0 };
	if (!db_query(r->db, Q(document_page, .who = v_int(r->who.person), .body_id = v_int(q->body), .kind = v_text(q->kind),
	        .year = v_int(q->year),
	                       .limit = v_int(DOCUMENT_PAGE + 1), .skip = v_int(skip_of(q->page, DOCUMENT_PAGE))), &rows, e))
		return false;
	while (rows_next(&rows) && !(ret->more = ret->rows.n == DOCUMENT_PAGE))
		*vec_add(a, &ret->rows) = row_of(a, &rows);
	return rows_done(&rows, e);
}

/* -- one of them ---------------------------------------------------------------------------------------- */

static bool load(struct record *r, struct arena *a, int64_t id, struct document_one *ret, struct err *e)
{
	CLEANUP(rows_close) struct rows rows = { 0 };
	*ret = (struct document_one){ 0 };
	if (!db_query(r->db, Q(document_one, .who = v_int(r->who.person), .id = v_int(id)), &rows, e))
		return false;
	if (rows_next(&rows))
		*ret = (struct document_one){ .row = row_of(a, &rows), .signatory = col_text(&rows, a, 14), .as_of = col_day(&rows, a, 15),
			                      .reader = col_text(&rows, a, 16), .sha = col_text(&rows, a, 17), .size = col_int(&rows, 18),
			                      .claims = (int)col_int(&rows, 19), .body = col_int(&rows, 20) };
	return rows_done(&rows, e) &&
	       (ret->body || (fail(e, ERR_NOT_FOUND, "Không có văn bản số %lld, hoặc bạn không được xem.", (long long)id),
	                      err_hint(e, "Mở lại từ danh sách văn bản đã nhập.")));
}

/* From the line, page, table and row in columns at, at + 1 … */
static str place(struct arena *a, const struct document_one *d, struct rows *r, int at)
{
	struct source s = { (int)col_int(r, at), (int)col_int(r, at + 1), (int)col_int(r, at + 2), (int)col_int(r, at + 3), 0 };
	return place_for(a, d->reader.p ? d->reader.p : "", s);
}

static bool load_checks(struct record *r, struct arena *a, struct document_one *d, struct err *e)
{
	CLEANUP(rows_close) struct rows rows = { 0 };
	if (!db_query(r->db, Q(document_checks, .who = v_int(r->who.person), .id = v_int(d->row.id)), &rows, e))
		return false;
	while (rows_next(&rows))
		*vec_add(a, &d->checks) = (struct document_check){ .error = str_eq(col_text(&rows, a, 0), S("error")),
		        .message = col_text(&rows, a, 1),
			                                           .printed = col_text(&rows, a, 2), .computed = col_text(&rows, a, 3),
			                                           .place = place(a, d, &rows, 4) };
	return rows_done(&rows, e);
}

static bool load_passages(struct record *r, struct arena *a, struct document_one *d, struct err *e)
{
	CLEANUP(rows_close) struct rows rows = { 0 };
	if (!db_query(r->db, Q(document_passages, .who = v_int(r->who.person), .id = v_int(d->row.id)), &rows, e))
		return false;
	while (rows_next(&rows)) {
		str kind = col_text(&rows, a, 0);
		*vec_add(a, &d->passages) = (struct document_passage){ kind, kind_vi(kind), col_text(&rows, a, 1), place(a, d, &rows, 2) };
	}
	return rows_done(&rows, e);
}

static bool load_said(struct record *r, struct arena *a, bool left_only, int page, struct document_one *d, struct err *e)
{
	CLEANUP(rows_close) struct rows rows = { 0 };
	if (!db_query(r->db, Q(document_claims, .who = v_int(r->who.person), .id = v_int(d->row.id), .left_only = v_int(left_only),
	                       .limit = v_int(DOCUMENT_CLAIMS + 1), .skip = v_int(skip_of(page, DOCUMENT_CLAIMS))), &rows, e))
		return false;
	while (rows_next(&rows) && !(d->more = d->said.n == DOCUMENT_CLAIMS)) {
		str thing = col_text(&rows, a, 0), field = col_text(&rows, a, 1);
		*vec_add(a, &d->said) = (struct document_claim){ .thing = thing, .thing_vi = str_c(log_entity(thing)), .field = field,
			                                         .field_vi = str_c(log_label(thing, field.p)), .printed = col_text(&rows,
			                                         a, 2),
			                                         .held = col_int(&rows, 3), .place = place(a, d, &rows, 4),
			                                         .code = col_text(&rows, a, 8), .finding = col_int(&rows, 9) };
	}
	return rows_done(&rows, e);
}

bool document_show(struct record *r, struct arena *a, int64_t id, bool left_only, int page, struct document_one *ret, struct err *e)
{
	return load(r, a, id, ret, e) && load_checks(r, a, ret, e) && load_passages(r, a, ret, e) && load_said(r, a, left_only, page,
	        ret, e);
}

/* Of "thư.zip!kehoach.docx" the file that was read. */
bool document_open(struct record *r, struct arena *a, int64_t id, struct document_file *ret, struct err *e)
{
	struct document_one d;
	if (!load(r, a, id, &d, e))
		return false;
	const char *inside = strrchr(d.row.file.p, '!');
	ret->name = inside ? str_c(inside + 1) : d.row.file;
	return blobs_whole(a, r->blobs, d.sha, &ret->path, e);
}
