#include "web/evidence_view.h"

static void missing(struct req *q, struct view *v, const struct evidence_page *p, int page)
{
	view_rows(v, "missing");
	for (size_t i = 0; i < p->lacks.n; i++) {
		const struct evidence_lack *x = &p->lacks.at[i];
		struct view *row = view_row(v, "missing");
		view_count(row, "finding", x->finding);
		view_text(row, "code", x->code);
		view_text(row, "name", x->name);
		view_count(row, "year", x->year);
		view_points(row, "lost", x->lost);
		view_link(row, "link", str_fmt(q->a, "/ton-tai/%lld", (long long)x->finding));
		view_link(row, "attach", str_fmt(q->a, "/minh-chung?unit=%lld&year=%d&targets=T%lld#dinh-kem", (long long)q->place.unit, q->place.year,
		                                 (long long)x->finding));
	}
	view_yes(v, "some_missing", p->lacks.n > 0 || page > 1);
	struct view *turn = view_object(v, "missing_pages");
	view_count(turn, "page", page);
	if (page > 1)
		view_link(turn, "before", req_with(q, "lacks", page > 2 ? str_fmt(q->a, "%d", page - 1) : (str){ 0 }));
	else
		view_text(turn, "before", (str){ 0 });
	if (p->more)
		view_link(turn, "after", req_with(q, "lacks", str_fmt(q->a, "%d", page + 1)));
	else
		view_text(turn, "after", (str){ 0 });
}

/* What the button of a lacking criterion fills in; the rest is empty until somebody typed it. */
static void form(struct req *q, struct view *v)
{
	static const char *const empty[] = { "title", "number", "issuer", "issued", "expires", "where" };
	struct view *f = view_object(v, "form");
	for (size_t i = 0; i < COUNT(empty); i++)
		view_text(f, empty[i], (str){ 0 });
	view_text(f, "targets", param_text(q, "targets"));
	view_rows(f, "uploaded");
}

static bool run(struct req *q, struct view *v, struct err *e)
{
	int page = (int)param_id(q, "page"), lacks = (int)param_id(q, "lacks");
	page = page ? page : 1;
	lacks = lacks ? lacks : 1;
	struct evidence_ask ask = { .body = q->place.body, .words = param_text(q, "words"), .of = param_text(q, "of"), .page = page,
		                    .expiring = param_yes(q, "expiring"), .unlinked = param_yes(q, "unlinked") };
	struct evidence_page list, none;
	if (!evidence_list(q->r, q->a, &ask, &list, e) || !evidence_missing(q->r, q->a, q->place.body, q->place.year, lacks, &none, e))
		return false;
	view_text(v, "words", ask.words);
	view_text(v, "of", ask.of);
	view_yes(v, "expiring", ask.expiring);
	view_yes(v, "unlinked", ask.unlinked);
	view_yes(v, "filtered", ask.words.n || ask.of.n || ask.expiring || ask.unlinked);
	view_link(v, "unfiltered", str_fmt(q->a, "/minh-chung?unit=%lld&year=%d", (long long)q->place.unit, q->place.year));
	view_rows(v, "evidence_rows");
	for (size_t i = 0; i < list.items.n; i++)
		evidence_put(view_row(v, "evidence_rows"), &list.items.at[i], q->place.body, list.today);
	missing(q, v, &none, lacks);
	form(q, v);
	view_yes(v, "may_add", right_has(&q->place, "sheets", "change|change_own"));
	view_count(v, "most_mb", (int64_t)(EVIDENCE_MOST >> 20));
	view_yes(v, "turns", list.more || page > 1);
	view_pages(q, v, page, list.more, -1, EVIDENCE_PAGE);
	return true;
}

const struct page page_evidence = {
	.method = GET, .path = "/minh-chung", .title = "Minh chứng",
	.help = "Tài liệu chứng minh cho tiêu chí, tồn tại và giải pháp của đơn vị; những tiêu chí bị trừ điểm chưa có minh chứng đứng trước.",
	.who = WHO_RIGHT, .area = "sheets", .acts = "see", .of = PLACE_UNIT,
	.params = { PARAM_PLACE, { "words", "từ trong tên, số, nơi ban hành", PARAM_TEXT, 0, 100 },
	            { "of", "chứng minh cho", PARAM_TEXT, 0, 40 }, { "expiring", "sắp hay đã hết hiệu lực", PARAM_YES },
	            { "unlinked", "chưa gắn với điều gì", PARAM_YES }, { "targets", "điền sẵn: chứng minh cho", PARAM_TEXT, 0, EVIDENCE_TARGETS },
	            { "lacks", "trang của phần chưa có minh chứng", PARAM_NUMBER, 1, 100000 }, PARAM_PAGE },
	.template = "evidence", .example = "/minh-chung", .source = "issue 6 (7)", .run = run,
};
