#include "app/search.h"
#include "web/dispatch.h"

enum { WIDTH = 220, WORDS = 300, KINDS = 12 };
static const char *const kinds[KINDS] = { "finding", "remedy", "progress", "document", "passage", "evidence", "request", "answer", NULL };

/* The page on which a hit is to be seen. */
static str link_of(struct arena *a, const struct search_line *x)
{
	static const struct { const char *kind, *path; bool of; } pages[] = {
		{ "finding", "/ton-tai/", false }, { "remedy", "/ton-tai/", true },   { "progress", "/ton-tai/", true },
		{ "document", "/van-ban/", false }, { "passage", "/van-ban/", true }, { "evidence", "/minh-chung/", false },
	};
	for (size_t i = 0; i < COUNT(pages); i++)
		if (str_eq(x->kind, str_c(pages[i].kind)) && (!pages[i].of || x->of))
			return str_fmt(a, "%s%lld", pages[i].path, (long long)(pages[i].of ? x->of : x->id));
	int64_t request = x->of ? x->of : x->id;
	return x->year ? str_fmt(a, "/kien-nghi?unit=%lld&year=%d#k%lld", (long long)x->unit_id, x->year, (long long)request)
	               : str_fmt(a, "/kien-nghi?unit=%lld#k%lld", (long long)x->unit_id, (long long)request);
}

/* A text in parts, of which some match. */
static void put_parts(struct view *v, const char *name, const struct snippet *s)
{
	size_t at = 0;
	view_rows(v, name);
	for (size_t i = 0; i <= s->marks.n; i++) {
		size_t from = i < s->marks.n ? s->marks.at[i].from : s->text.n;
		if (from > at) {
			struct view *part = view_row(v, name);
			view_text(part, "text", str_sub(s->text, at, from));
			view_yes(part, "marked", false);
		}
		if (i == s->marks.n)
			break;
		struct view *part = view_row(v, name);
		view_text(part, "text", str_sub(s->text, from, s->marks.at[i].to));
		view_yes(part, "marked", true);
		at = s->marks.at[i].to;
	}
}

static void put_lines(struct view *v, const struct search_result *s)
{
	view_rows(v, "hits");
	for (size_t i = 0; i < s->lines.n; i++) {
		const struct search_line *x = &s->lines.at[i];
		struct view *row = view_row(v, "hits");
		view_text(row, "kind", x->kind);
		view_count(row, "id", x->id);
		view_link(row, "link", link_of(v->a, x));
		view_text(row, "what", x->what);
		view_text(row, "unit", x->unit);
		view_text(row, "code", x->code);
		view_count(row, "year", x->year ? x->year : -1);
		view_yes(row, "titled", x->title.text.n > 0);
		view_yes(row, "texted", x->text.text.n > 0);
		put_parts(row, "title_parts", &x->title);
		put_parts(row, "text_parts", &x->text);
	}
}

static void put_form(struct view *v, const struct search_asked *s)
{
	view_text(v, "words", s->words);
	view_text(v, "unit_name", str_c(s->unit));
	view_count(v, "in_year", s->year ? s->year : -1);
	view_yes(v, "filtered", s->unit || s->kind || s->year);
	struct buf b = buf_open(v->a);
	buf_put(&b, S("/tim?words="));
	url_put(&b, s->words);
	view_link(v, "unfiltered", buf_str(&b));
	view_rows(v, "kinds");
	for (const struct search_kind *k = search_kinds; k->name; k++) {
		struct view *row = view_row(v, "kinds");
		view_text(row, "kind", str_c(k->name));
		view_text(row, "label", str_c(k->vi));
		view_yes(row, "here", s->kind && !strcmp(s->kind, k->name));
	}
}

static const char *given(const struct req *q, const char *name)
{
	str s = param_text(q, name);
	return s.n ? s.p : NULL;
}

static bool run(struct req *q, struct view *v, struct err *e)
{
	struct search_asked ask = { .words = param_text(q, "words"), .unit = given(q, "unit_name"), .kind = given(q, "kind"),
		                    .year = (int)param_id(q, "in_year"), .page = param_id(q, "page") ? (int)param_id(q, "page") : 1, .width = WIDTH };
	struct search_result found = { 0 };
	put_form(v, &ask);
	view_yes(v, "asked", ask.words.n > 0);
	view_text(v, "fault", (str){ 0 });
	/* What was asked wrongly is said above the form, which keeps it. */
	if (ask.words.n && !record_search(q->r, q->a, &ask, &found, e)) {
		if (e->code != ERR_INPUT)
			return false;
		view_text(v, "fault", str_copy(q->a, str_c(e->message)));
		*e = (struct err){ 0 };
	}
	put_lines(v, &found);
	view_yes(v, "many", found.total > SEARCH_COUNTED);
	bool more = found.total > (int64_t)ask.page * SEARCH_PAGE && ask.page * SEARCH_PAGE < SEARCH_COUNTED;
	view_yes(v, "turns", more || ask.page > 1);
	view_pages(q, v, ask.page, more, found.total > SEARCH_COUNTED ? SEARCH_COUNTED : found.total,
	           SEARCH_PAGE);
	return true;
}

const struct page page_search = {
	.method = GET, .path = "/tim", .title = "Tìm kiếm",
	.help = "Tìm trong mọi tồn tại, giải pháp, tiến độ, văn bản, minh chứng và kiến nghị mà bạn được xem.",
	.who = WHO_PERSON,
	.params = { { "words", "từ cần tìm", PARAM_TEXT, 0, WORDS }, { "kind", "loại", PARAM_CHOICE, .choices = kinds },
	            { "unit_name", "đơn vị", PARAM_TEXT, 0, 300 }, { "in_year", "năm", PARAM_NUMBER, 2000, 2200 }, PARAM_PAGE },
	.template = "search", .example = "/tim?words=ho+so", .source = "issue 6 (9)", .run = run,
};
