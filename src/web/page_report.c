#include "app/batch.h"
#include "core/level.h"
#include "web/dispatch.h"
#include "web/page_report.h"

enum { SHA_START = 12 };

const char *const report_periods[] = { "quy-1", "quy-2", "quy-3", "quy-4", "6-thang", "9-thang", "nam", NULL };
static const char *const period_labels[] = { "quý I", "quý II", "quý III", "quý IV", "6 tháng đầu năm", "9 tháng", "cả năm" };
const char *const report_formats[] = { "docx", "pdf", "xlsx", "html", "md", NULL };

/* -- what is asked for --------------------------------------------------------------------------------- */

bool report_take(struct req *q, struct report_ask *ret, struct err *e)
{
	str period = param_text(q, "period");
	strs kept = param_texts(q, "columns");
	*ret = (struct report_ask){ .body = q->place.body, .year = q->place.year };
	if (!report_named(param_text(q, "kind"), &ret->kind, e))
		return false;
	if (period.n && !report_cut_of(period, &ret->cut))
		return fail(e, ERR_INPUT, "Không có kỳ báo cáo “%.*s”.", SF(period)), err_hint(e, "Chọn một kỳ trong danh sách.");
	struct report_columns columns = report_columns();
	for (int c = 0; kept.n && c < columns.n; c++) {
		bool stands = !columns.at[c].name;
		for (size_t i = 0; i < kept.n; i++)
			stands |= columns.at[c].name && str_eq(kept.at[i], str_c(columns.at[c].name));
		ret->without |= stands ? 0 : 1U << c;
	}
	return true;
}

str report_asked(struct req *q)
{
	struct buf b = buf_open(q->a);
	str period = param_text(q, "period");
	strs kept = param_texts(q, "columns");
	buf_fmt(&b, "unit=%lld&year=%d&kind=", (long long)q->place.unit, q->place.year);
	url_put(&b, param_text(q, "kind"));
	if (period.n)
		buf_fmt(&b, "&period=%.*s", SF(period));
	for (size_t i = 0; i < kept.n; i++) {
		buf_fmt(&b, "&columns=");
		url_put(&b, kept.at[i]);
	}
	return buf_str(&b);
}

/* -- choosing ------------------------------------------------------------------------------------------ */

static void choices_put(struct req *q, struct view *v, const struct report_kind *here, unsigned without)
{
	struct report_choice *all;
	size_t n = report_choices(q->a, &all);
	struct report_columns columns = report_columns();
	struct report_choice chosen = here ? report_choice_of(here) : (struct report_choice){ 0 };
	str period = param_text(q, "period");
	view_rows(v, "kinds");
	for (size_t i = 0; i < n; i++) {
		struct view *row = view_row(v, "kinds");
		view_text(row, "kind", str_c(all[i].name));
		view_text(row, "label", str_c(all[i].title));
		view_text(row, "says", str_c(all[i].help));
		view_yes(row, "here", all[i].kind == here);
		view_link(row, "link", str_fmt(v->a, "/bao-cao?unit=%lld&year=%d&kind=%s", (long long)q->place.unit, q->place.year,
		        all[i].name));
	}
	view_rows(v, "periods");
	for (size_t i = 0; report_periods[i]; i++) {
		struct view *row = view_row(v, "periods");
		view_text(row, "period", str_c(report_periods[i]));
		view_text(row, "label", str_c(period_labels[i]));
		view_yes(row, "here", str_eq(period, str_c(report_periods[i])));
	}
	view_yes(v, "has_columns", chosen.columns);
	view_rows(v, "columns");
	for (int c = 0; c < columns.n; c++) {
		if (!(chosen.columns >> c & 1) || !columns.at[c].name)
			continue;
		struct view *row = view_row(v, "columns");
		view_text(row, "column", str_c(columns.at[c].name));
		view_text(row, "label", str_c(columns.at[c].label));
		view_yes(row, "here", !(without >> c & 1));
	}
	view_yes(v, "cut", chosen.cut);
}

/* -- what was made ------------------------------------------------------------------------------------- */

static void checks_put(struct view *v, const struct report_made *m)
{
	view_rows(v, "checks");
	for (size_t i = 0; i < m->checks.n; i++) {
		struct view *row = view_row(v, "checks");
		view_text(row, "message", m->checks.at[i].message);
		view_text(row, "where", m->checks.at[i].where);
		view_yes(row, "error", m->checks.at[i].severity == SEVERITY_ERROR);
	}
	view_count(v, "errors", m->errors ? m->errors : -1);
	view_count(v, "warnings", m->warnings ? m->warnings : -1);
}

static void files_put(struct req *q, struct view *v, str asked, bool sound)
{
	view_rows(v, "files");
	for (size_t i = 0; report_formats[i]; i++) {
		struct view *row = view_row(v, "files");
		view_text(row, "format", str_c(report_formats[i]));
		view_link(row, "draft", str_fmt(q->a, "/bao-cao/tep?%.*s&format=%s&draft=1", SF(asked), report_formats[i]));
		view_link(row, "official", sound ? str_fmt(q->a, "/bao-cao/tep?%.*s&format=%s", SF(asked), report_formats[i]) : (str){ 0 });
	}
}

static bool made_put(struct req *q, struct view *v, const struct report_ask *ask, struct err *e)
{
	struct report_made m;
	struct view *o = view_object(v, "made");
	str asked = report_asked(q);
	if (!report_make(q->r, q->a, ask, &m, e))
		return false;
	view_text(o, "title", m.title);
	view_text(o, "kind", str_c(report_choice_of(ask->kind).name));
	view_text(o, "period", param_text(q, "period"));
	view_text(o, "symbol", m.known.facts->document.symbol);
	view_yes(o, "numbered", report_type(ask->kind).n > 0);
	view_yes(o, "sound", !m.errors);
	view_yes(o, "writes", m.known.body.drafts || m.known.body.signs);
	view_yes(o, "signs", m.known.body.signs && !m.errors && report_type(ask->kind).n > 0);
	view_link(o, "preview", str_fmt(q->a, "/bao-cao/xem?%.*s", SF(asked)));
	view_rows(o, "kept_columns");
	for (size_t i = 0; i < param_texts(q, "columns").n; i++)
		view_text(view_row(o, "kept_columns"), "column", param_texts(q, "columns").at[i]);
	checks_put(o, &m);
	files_put(q, o, asked, !m.errors);
	return true;
}

/* -- the register, wording, many at once --------------------------------------------------------------- */

static bool register_put(struct req *q, struct view *v, struct err *e)
{
	issued_rows rows = { 0 };
	bool more;
	int page = param_id(q, "page") ? (int)param_id(q, "page") : 1;
	if (!report_issued(q->r, q->a, q->place.body, 0, page, &rows, &more, e))
		return false;
	view_rows(v, "issued");
	for (size_t i = 0; i < rows.n; i++) {
		const struct issued *x = &rows.at[i];
		struct view *row = view_row(v, "issued");
		view_count(row, "document", x->id);
		view_text(row, "number", x->number);
		view_text(row, "title", x->title);
		view_day(row, "on", x->on);
		view_text(row, "who", x->person);
		view_moment(row, "at", x->at);
		view_text(row, "sha", x->sha);
		view_text(row, "sha_start", str_sub(x->sha, 0, SHA_START));
		view_count(row, "warnings", x->warnings ? x->warnings : -1);
		view_link(row, "link", str_fmt(q->a, "/bao-cao/so/%lld", (long long)x->id));
	}
	view_yes(v, "turns", more || page > 1);
	view_pages(q, v, page, more, -1, ISSUED_PAGE);
	return true;
}

static bool wording_put_view(struct req *q, struct view *v, const struct report_kind *here, struct err *e)
{
	wordings own = { 0 };
	struct wording_names all = wording_names();
	if (!wording_list(q->r, q->a, q->place.body, here ? str_c(report_choice_of(here).name) : S("*"), &own, e))
		return false;
	view_rows(v, "wording");
	for (size_t i = 0; i < all.n; i++) {
		struct view *row = view_row(v, "wording");
		view_text(row, "name", str_c(all.at[i].name));
		view_text(row, "label", str_c(all.at[i].label));
		view_text(row, "says", str_c(all.at[i].help));
		view_text(row, "text", wording_of(&own, all.at[i].name));
	}
	struct wording_sentence *fixed;
	size_t sentences = wording_sentences(q->a, &fixed);
	view_rows(v, "sentences");
	for (size_t i = 0; i < sentences; i++) {
		struct view *row = view_row(v, "sentences");
		view_text(row, "name", fixed[i].name);
		view_text(row, "text", fixed[i].text);
	}
	view_rows(v, "own_words");
	for (size_t i = 0; i < own.n; i++) {
		bool known = false;
		for (size_t k = 0; k < all.n; k++)
			known |= str_eq(own.at[i].name, str_c(all.at[k].name));
		if (known)
			continue;
		struct view *row = view_row(v, "own_words");
		view_text(row, "name", own.at[i].name);
		view_text(row, "text", own.at[i].text);
	}
	return true;
}

static bool batch_put(struct req *q, struct view *v, struct err *e)
{
	struct batch b;
	struct view *o = view_object(v, "batch");
	if (!batch_seen(q->r, q->a, &b, e))
		return false;
	bool runs = str_eq(b.state, S("waiting")) || str_eq(b.state, S("in_progress"));
	view_count(o, "batch", b.id ? b.id : -1);
	view_text(o, "label", b.id ? str_fmt(q->a, "%.*s năm %d, cấp %.*s", SF(b.title), b.year, SF(level_words(b.level))) : (str){ 0 });
	view_yes(o, "runs", runs);
	view_yes(o, "ready", str_eq(b.state, S("done")));
	view_yes(o, "broken", str_eq(b.state, S("failed")));
	view_count(o, "done", b.done);
	view_count(o, "total", b.total ? b.total : -1);
	view_count(o, "failed", b.failed ? b.failed : -1);
	view_rows(o, "lines");
	strs lines = wording_lines(q->a, b.message);
	for (size_t i = 0; i < lines.n; i++)
		view_text(view_row(o, "lines"), "text", lines.at[i]);
	return true;
}

/* -- the page ------------------------------------------------------------------------------------------ */

static bool run(struct req *q, struct view *v, struct err *e)
{
	struct report_ask ask = { 0 };
	struct err why = { 0 };
	bool chosen = param_text(q, "kind").n > 0;
	if (chosen && !report_take(q, &ask, e))
		return false;
	choices_put(q, v, ask.kind, ask.without);
	view_object(v, "form");
	view_text(v, "why_not", (str){ 0 });
	view_text(v, "what_to_do", (str){ 0 });
	view_text(v, "made", (str){ 0 });
	if (chosen) {
		struct view made = { .a = q->a };
		if (made_put(q, &made, &ask, &why))
			view_take(v, &made);
		else if (why.code == ERR_NOT_FOUND || why.code == ERR_INPUT) {
			view_text(v, "why_not", str_copy(q->a, str_c(why.message)));
			view_text(v, "what_to_do", str_copy(q->a, str_c(why.hint)));
		} else
			return *e = why, false;
	}
	view_yes(v, "writes", right_has(&q->place, "documents", "draft|sign"));
	view_text(v, "chosen", chosen ? str_c(report_choice_of(ask.kind).name) : (str){ 0 });
	view_text(v, "chosen_label", chosen ? str_c(report_choice_of(ask.kind).title) : (str){ 0 });
	view_text(v, "chosen_period", param_text(q, "period"));
	return register_put(q, v, e) && wording_put_view(q, v, ask.kind, e) && batch_put(q, v, e);
}

const struct page page_report = {
	.method = GET, .path = "/bao-cao", .title = "Báo cáo",
	.help = "Chọn loại văn bản, xem trước và xem số liệu có khớp không, tải bản dự thảo, phát hành lấy số; sổ văn bản đã phát hành.",
	.who = WHO_RIGHT, .area = "documents", .acts = "see", .of = PLACE_UNIT,
	.params = { PARAM_PLACE, REPORT_PARAMS, PARAM_PAGE },
	.template = "report", .example = "/bao-cao", .source = "issue 7; domain.md 1, 7", .run = run,
};
