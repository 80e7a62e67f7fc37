#include "app/job.h"
#include "web/job_view.h"
#include "web/page.h"
#include "web/set_levels.h"

/* The values of one item that is being put right; every name is there, also those that other kinds of items have. */
static void edit_put(struct req *q, struct view *v, const struct job_review *r, str item)
{
	static const char *const names[] = { "code", "name", "max", "points", "lost", "percent", "cause", "reason", "remedies", "lead", "due", "text",
	                                     "why" };
	struct view *x = view_object(v, "edit");
	view_text(x, "item", item);
	view_text(x, "list", str_sub(item, 0, 1));
	for (size_t i = 0; i < COUNT(names); i++)
		view_text(x, names[i], (str){ 0 });
	view_yes(x, "scored", item.n && strchr("tfc", item.p[0]));
	view_yes(x, "worded", item.n && strchr("nq", item.p[0]));
	for (size_t i = 0; item.n && i < r->items.n; i++) {
		const struct job_item *it = &r->items.at[i];
		if (!str_eq(item, str_fmt(q->a, "%c%zu", it->id.list, it->id.i)))
			continue;
		for (size_t k = 0; k < it->values.n; k++)
			view_text(x, it->values.at[k].name, it->values.at[k].value);
	}
}

/* Sentences of the command line speak of its options; here there is a field. */
static void why_put(struct view *v, const struct job *j, const struct job_review *r)
{
	bool no_year = !j->year && !r->facts->document.cycle_year;
	view_yes(v, "no_year", !r->proposal && (no_year || r->why.code == ERR_NOT_FOUND));
	view_yes(v, "foreign", r->foreign && r->proposal);
	if (!r->why.code) {
		view_text(v, "why", (str){ 0 });
		return;
	}
	struct view *x = view_object(v, "why");
	view_text(x, "message", str_c(r->why.message));
	view_text(x, "hint", r->foreign || strstr(r->why.hint, "--") || strstr(r->why.hint, "khacphuc ") ? (str){ 0 } : str_c(r->why.hint));
}

static void proposal_put(struct view *v, const struct proposal *p)
{
	static const char *const names[] = { "new", "same", "different", "not_kept" };
	if (!p) {
		view_text(v, "proposal", (str){ 0 });
		return;
	}
	struct view *x = view_object(v, "proposal");
	view_count(x, "year", p->year ? p->year : -1);
	view_yes(x, "known", p->known);
	for (size_t i = 0; i < COUNT(names); i++)
		view_count(x, names[i], (int64_t)p->count[i]);
	view_rows(x, "notes");
	for (size_t i = 0; i < p->notes.n; i++)
		view_text(view_row(x, "notes"), "text", p->notes.at[i]);
}

static bool review(struct req *q, struct view *v, const struct job *j, struct err *e)
{
	struct job_review *r = make(q->a, struct job_review);      /* the view borrows from it */
	struct view *x = view_object(v, "review");
	if (!job_review(q->r, q->a, j, r, e))
		return false;
	proposal_put(x, r->proposal);
	why_put(x, j, r);
	edit_put(q, v, r, param_text(q, "item"));
	job_review_put(x, r, param_text(q, "item"));
	return true;
}

static bool book(struct req *q, struct view *v, const struct job *j, struct err *e)
{
	struct job_book *b = make(q->a, struct job_book);
	str level = param_text(q, "level");
	struct job_book_ask ask = { .year = (int)param_id(q, "of_year"), .level = level.n ? level.p : NULL };
	if (!job_book(q->r, q->a, j, &ask, b, e))
		return false;
	bool mine = j->person == q->person.id, sheet = str_eq(j->kind, S("sheet")), ready = str_eq(j->state, S("ready"));
	bool may = sheet ? right_has(&q->place, "sheets", "change") || right_has(&q->place, "appraisals", "change") :
	           mine && (str_eq(j->kind, S("set")) ? right_has(&q->place, "units", "change") : right_has(&q->place, "appraisals", "change"));
	struct view *x = view_object(v, "book");
	job_book_put(x, j, b);
	view_count(x, "of_year", ask.year ? ask.year : -1);
	view_text(x, "level", level);
	view_yes(x, "may_accept", ready && may && !b->why.code && !b->p.known);
	view_yes(x, "others_accept", ready && !may);
	view_yes(x, "may_leave", ready && (may || mine));
	return true;
}

static bool run(struct req *q, struct view *v, struct err *e)
{
	struct job j;
	if (!job_load(q->r, q->a, param_id(q, "job"), &j, e))
		return false;
	bool change = right_has(&q->place, "imports", "change"), mine = j.person == q->person.id;
	bool ready = str_eq(j.state, S("ready"));
	view_count(v, "job", j.id);
	view_count(v, "part_of", j.part_of ? j.part_of : -1);
	view_text(v, "file_name", j.file_name);
	view_text(v, "name", j.title);
	view_text(v, "state", j.state);
	bool waiting = str_eq(j.state, S("waiting")) || str_eq(j.state, S("reading"));
	view_yes(v, "waiting", waiting);
	/* What a script puts into a page is read as if there were none: its <noscript> would reload the page under the clerk's hands. */
	view_yes(v, "reloads", waiting && !q->htmx);
	view_text(v, "person_name", j.person_name);
	view_moment(v, "created_at", j.created_at);
	view_text(v, "decided_by", j.decided_by);
	view_moment(v, "decided_at", j.decided_at);
	view_count(v, "done", j.done);
	view_count(v, "total", j.total > 1 ? j.total : -1);
	view_text(v, "message", j.message);
	view_text(v, "hint", j.hint);
	view_count(v, "document", j.document ? j.document : -1);
	view_yes(v, "may_accept", ready && change);
	view_yes(v, "may_correct", ready && (change || (mine && right_has(&q->place, "imports", "propose"))));
	job_rows_put(v, "parts", &j.parts);
	view_text(v, "edit", (str){ 0 });
	view_text(v, "review", (str){ 0 });
	view_text(v, "book", (str){ 0 });
	if (job_is_book(&j))
		return book(q, v, &j, e);
	return !j.facts.n || review(q, v, &j, e);
}

const struct page page_job = {
	.method = GET, .path = "/nhap/:job", .title = "Xem văn bản đã gửi",
	.help = "Xem tệp đã gửi được đọc thành gì, chỗ nào sai, chỗ nào khác với hồ sơ, rồi nhận vào hồ sơ.",
	.who = WHO_PERSON, .of = PLACE_JOB, .id = "job",
	.params = { { "job", "lượt nhập", PARAM_ID }, { "item", "mục đang sửa", PARAM_TEXT, .max = 10 },
	            { "of_year", "năm của phiếu, bảng kết quả, bộ tiêu chí", PARAM_NUMBER, JOB_YEAR_LEAST, JOB_YEAR_MOST },
	            { "level", "cấp của bộ tiêu chí", PARAM_CHOICE, .choices = set_levels } },
	.template = "job", .example = "/nhap/1", .source = "issue 6 (3)", .run = run,
};
