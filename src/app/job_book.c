#include "app/examine.h"
#include "app/job_parts.h"
#include "app/keep.h"
#include "doc/wire.h"

bool job_is_book(const struct job *j) { return j->kind.n && !str_eq(j->kind, S("document")); }

struct deciding { struct record *r; const struct job *j; };

static bool also(void *ctx, struct tx *t, int64_t document, struct err *e)
{
	struct deciding *x = ctx;
	return job_decided(x->r, t, x->j, S("accepted"), document, e);
}

/* The tree as the child read it, and what it noted beside it. */
static bool load(struct record *r, struct arena *a, const struct job *j, struct index_file *ret, struct told *told, struct err *e)
{
	struct facts *f;
	str json, bytes;
	if (!blobs_get(a, r->blobs, j->facts, JOB_BOOK_MOST, &json, e) || !facts_parse(a, json, &f, e) ||
	    !blobs_get(a, r->blobs, j->tree, JOB_BOOK_MOST, &bytes, e))
		return false;
	struct wire w = { bytes.p, bytes.p + bytes.n, NULL };
	*ret = (struct index_file){ .name = j->file_name.p, .root = wire_tree(&w, a) };
	for (size_t i = 0; i < f->file.notes.n; i++)
		told_note(a, told, "%.*s", SF(f->file.notes.at[i]));
	if (!w.bad)
		return true;
	fail(e, ERR_FORMAT, "Nội dung đã đọc của “%.*s” không còn nguyên vẹn.", SF(j->file_name));
	return err_hint(e, "Gửi lại tệp."), err_detail(e, "tree of job %lld: %s", (long long)j->id, w.bad);
}

static bool keep_it(struct record *r, struct arena *a, const struct job *j, const struct keep *what, struct proposal *p, struct err *e)
{
	const char *name = j->file_name.p;
	if (str_eq(j->kind, S("set")))
		return keep_set(r, a, name, what, p, e);
	return str_eq(j->kind, S("sheet")) ? keep_sheet(r, a, name, what, p, e) : keep_results(r, a, name, what, p, e);
}

bool job_book(struct record *r, struct arena *a, const struct job *j, const struct job_book_ask *ask, struct job_book *ret, struct err *e)
{
	struct index_file f;
	struct deciding x = { r, j };
	struct keep what = { .unit = str_fmt(a, "#%lld", (long long)j->body).p, .level = ask->level, .year = ask->year ? ask->year : j->year,
		             .accept = ask->accept, .take = ask->take, .told = &ret->told, .file = &f, .sha256 = j->file,
		             .also = also, .ctx = &x };
	*ret = (struct job_book){ 0 };
	ret->no_year = !what.year && !str_eq(j->kind, S("set"));
	if (ret->no_year) {
		fail(&ret->why, ERR_INPUT, "Chưa rõ %s này của năm nào.", str_eq(j->kind, S("sheet")) ? "phiếu" : "bảng kết quả");
		err_hint(&ret->why, "Chọn năm đánh giá.");
		return !ask->accept || (*e = ret->why, false);
	}
	if (!load(r, a, j, &f, &ret->told, e))
		return false;
	if (keep_it(r, a, j, &what, &ret->p, &ret->why))
		return true;
	return (ret->why.code != ERR_SYSTEM && !ask->accept) || (*e = ret->why, false);
}
