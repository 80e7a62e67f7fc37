#include "web/document_view.h"

void document_put(struct view *v, const struct document_row *x)
{
	view_count(v, "document", x->id);
	view_link(v, "link", str_fmt(v->a, "/van-ban/%lld", (long long)x->id));
	view_text(v, "kind", x->kind);
	view_text(v, "kind_label", x->kind_vi);
	view_text(v, "number", x->number);
	view_text(v, "symbol", x->symbol);
	view_text(v, "name", x->title.n ? x->title : x->file);
	view_text(v, "issuer", x->issuer);
	view_day(v, "issued", x->issued);
	view_text(v, "file", x->file);
	view_count(v, "of_year", x->year ? x->year : -1);
	view_count(v, "errors", x->errors);
	view_count(v, "warnings", x->warnings);
	view_count(v, "not_taken", x->left);
	view_moment(v, "at", x->at);
	view_text(v, "who", x->who);
}

static const char *const kinds[] = { "plan", "report", "annex", "decision", "criteria_set", "result_table", "letter", "sheet", "unknown", NULL };

static bool run(struct req *q, struct view *v, struct err *e)
{
	struct document_page p;
	int page = param_id(q, "page") ? (int)param_id(q, "page") : 1;
	struct document_ask ask = { .body = q->place.body, .kind = param_text(q, "kind"), .year = (int)param_id(q, "of_year"), .page = page };
	if (!document_list(q->r, q->a, &ask, &p, e))
		return false;
	view_rows(v, "documents");
	for (size_t i = 0; i < p.rows.n; i++)
		document_put(view_row(v, "documents"), &p.rows.at[i]);
	view_rows(v, "kinds");
	for (size_t i = 0; kinds[i]; i++) {
		struct view *row = view_row(v, "kinds");
		view_text(row, "kind", str_c(kinds[i]));
		view_text(row, "label", log_word("kind", str_c(kinds[i])));
		view_yes(row, "here", str_eq(ask.kind, str_c(kinds[i])));
	}
	view_count(v, "of_year", ask.year ? ask.year : -1);
	view_yes(v, "filtered", ask.kind.n || ask.year);
	view_link(v, "unfiltered", str_fmt(q->a, "/van-ban?unit=%lld&year=%d", (long long)q->place.unit, q->place.year));
	view_yes(v, "turns", p.more || page > 1);
	view_pages(q, v, page, p.more, -1, DOCUMENT_PAGE);
	return true;
}

const struct page page_documents = {
	.method = GET, .path = "/van-ban", .title = "Văn bản đã nhập",
	.help = "Những văn bản của đơn vị đã được đọc và nhận vào hồ sơ, và những chỗ trong đó không khớp.",
	.who = WHO_RIGHT, .area = "imports", .acts = "see", .of = PLACE_UNIT,
	.params = { PARAM_PLACE, { "kind", "loại văn bản", PARAM_CHOICE, .choices = kinds }, { "of_year", "của năm", PARAM_NUMBER, 2000, 2200 }, PARAM_PAGE },
	.template = "documents", .example = "/van-ban", .source = "issue 6 (3, 9)", .run = run,
};
