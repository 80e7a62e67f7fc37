#include "app/change.h"
#include "web/evidence_view.h"

static void files(struct view *v, const struct evidence_one *x)
{
	view_rows(v, "file_rows");
	for (size_t i = 0; i < x->files.n; i++) {
		const struct evidence_bytes *f = &x->files.at[i];
		struct view *row = view_row(v, "file_rows");
		view_count(row, "ord", f->ord);
		view_text(row, "name", f->name);
		view_text(row, "size", f->size < 1 << 20 ? str_fmt(v->a, "%lld KB", (long long)(f->size + 1023) >> 10) :
		                                           str_fmt(v->a, "%lld MB", (long long)(f->size + (1 << 20) - 1) >> 20));
		view_count(row, "bytes", f->size);
		view_text(row, "sha256", f->sha);
		view_yes(row, "newest", i == 0);
		view_link(row, "link", str_fmt(v->a, "/minh-chung/%lld/tep?ord=%d", (long long)x->item.id, f->ord));
	}
}

static void history(struct view *v, const struct evidence_one *x)
{
	view_rows(v, "history");
	for (size_t i = 0; i < x->history.n; i++) {
		const struct change_row *c = &x->history.at[i];
		struct view *row = view_row(v, "history");
		view_moment(row, "at", c->at);
		view_text(row, "who", c->who);
		view_text(row, "thing", c->entity);
		view_text(row, "words", c->before.n ? c->words : (str){ 0 });
	}
}

static void forms(struct view *v, const struct evidence_one *x)
{
	struct view *f = view_object(v, "form");
	view_text(f, "title", x->item.title);
	view_text(f, "number", x->item.number);
	view_text(f, "issuer", x->item.issuer);
	view_day(f, "issued", x->item.issued);
	view_day(f, "expires", x->item.expires);
	view_count(f, "revision", x->revision);
	view_rows(f, "uploaded");
	f = view_object(v, "link_form");
	view_text(f, "targets", (str){ 0 });
	view_text(f, "where", (str){ 0 });
}

static bool run(struct req *q, struct view *v, struct err *e)
{
	struct evidence_one x;
	if (!evidence_show(q->r, q->a, param_id(q, "evidence"), &x, e))
		return false;
	evidence_put(v, &x.item, x.body, x.today);
	view_text(v, "title", str_fmt(q->a, "M%lld. %.*s", (long long)x.item.id, SF(x.item.title)));
	view_text(v, "help", (str){ 0 });
	view_count(v, "revision", x.revision);
	files(v, &x);
	history(v, &x);
	forms(v, &x);
	view_yes(v, "may_change", right_has(&q->place, "sheets", "change|change_own"));
	view_link(v, "list", str_fmt(q->a, "/minh-chung?unit=%lld&year=%d", (long long)x.body, q->place.year));
	view_count(v, "most_mb", (int64_t)(EVIDENCE_MOST >> 20));
	return true;
}

const struct page page_evidence_one = {
	.method = GET, .path = "/minh-chung/:evidence", .title = "Minh chứng",
	.help = "Một minh chứng: tệp và các bản của nó, điều nó chứng minh, ai đã sửa gì.",
	.who = WHO_RIGHT, .area = "sheets", .acts = "see", .of = PLACE_EVIDENCE, .id = "evidence",
	.params = { { "evidence", "minh chứng", PARAM_ID } },
	.template = "evidence_one", .example = "/minh-chung/1", .source = "issue 6 (7)", .run = run,
};
