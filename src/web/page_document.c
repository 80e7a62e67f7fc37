#include "web/document_view.h"

static void checks(struct view *v, const struct document_one *d)
{
	view_rows(v, "checks");
	for (size_t i = 0; i < d->checks.n; i++) {
		const struct document_check *x = &d->checks.at[i];
		struct view *row = view_row(v, "checks");
		view_yes(row, "error", x->error);
		view_text(row, "message", x->message);
		view_text(row, "printed", x->printed);
		view_text(row, "computed", x->computed);
		view_text(row, "at_place", x->place);
	}
}

static void passages(struct view *v, const struct document_one *d)
{
	view_rows(v, "passages");
	for (size_t i = 0; i < d->passages.n; i++) {
		const struct document_passage *x = &d->passages.at[i];
		struct view *row = view_row(v, "passages");
		view_text(row, "kind", x->kind);
		view_text(row, "label", x->kind_vi);
		view_text(row, "text", x->text);
		view_text(row, "at_place", x->place);
	}
}

static void said(struct view *v, const struct document_one *d)
{
	view_rows(v, "said");
	for (size_t i = 0; i < d->said.n; i++) {
		const struct document_claim *x = &d->said.at[i];
		struct view *row = view_row(v, "said");
		view_text(row, "thing", x->thing);
		view_text(row, "thing_label", x->thing_vi);
		view_text(row, "code", x->code);
		view_text(row, "field", x->field);
		view_text(row, "field_label", x->field_vi);
		view_text(row, "printed", x->printed);
		view_text(row, "at_place", x->place);
		view_yes(row, "held", x->held);
		view_link(row, "finding_link", x->finding ? str_fmt(v->a, "/ton-tai/%lld", (long long)x->finding) : (str){ 0 });
	}
}

static bool run(struct req *q, struct view *v, struct err *e)
{
	struct document_one d;
	int page = param_id(q, "page") ? (int)param_id(q, "page") : 1;
	bool left = param_yes(q, "otherwise");
	if (!document_show(q->r, q->a, param_id(q, "document"), left, page, &d, e))
		return false;
	document_put(v, &d.row);
	view_text(v, "title", d.row.title.n ? d.row.title : d.row.file);
	view_text(v, "help", (str){ 0 });
	view_text(v, "signatory", d.signatory);
	view_text(v, "reader", d.reader);
	view_text(v, "sha256", d.sha);
	view_count(v, "size_kb", (d.size + 1023) >> 10);
	view_count(v, "said_n", d.claims);
	checks(v, &d);
	passages(v, &d);
	said(v, &d);
	view_yes(v, "otherwise", left);
	view_link(v, "all_said", str_fmt(q->a, "/van-ban/%lld#noi-gi", (long long)d.row.id));
	view_link(v, "left_said", str_fmt(q->a, "/van-ban/%lld?otherwise=1#noi-gi", (long long)d.row.id));
	view_link(v, "list", str_fmt(q->a, "/van-ban?unit=%lld&year=%d", (long long)d.body, q->place.year));
	view_link(v, "file_link", str_fmt(q->a, "/van-ban/%lld/tep", (long long)d.row.id));
	view_yes(v, "turns", d.more || page > 1);
	view_pages(q, v, page, d.more, -1, DOCUMENT_CLAIMS);
	return true;
}

const struct page page_document = {
	.method = GET, .path = "/van-ban/:document", .title = "Văn bản",
	.help = "Một văn bản đã nhập: những chỗ không khớp, văn bản ghi gì, hồ sơ đã lấy gì.",
	.who = WHO_RIGHT, .area = "imports", .acts = "see", .of = PLACE_DOCUMENT, .id = "document",
	.params = { { "document", "văn bản", PARAM_ID }, { "otherwise", "chỉ những điều hồ sơ không lấy", PARAM_YES }, PARAM_PAGE },
	.template = "document", .example = "/van-ban/1", .source = "issue 6 (3, 9)", .run = run,
};
