#include "web/facts_view.h"
#include "app/examine.h"
#include "app/place.h"
#include "core/points.h"

static void put_points(struct view *v, const char *name, struct figure f)
{
	points p = 0;
	f.digits = f.digits < 0 ? -f.digits : f.digits;
	view_points(v, name, f.present && points_of_figure(f, &p) ? p : INT64_MIN);
}

/* The difference where it can be taken, else the deduction as printed. */
static struct figure lost_of(struct figure max, struct figure got, struct figure lost, struct figure printed)
{
	if (max.present && got.present)
		return exact_figure(exact_sub(exact_of(max), exact_of(got)));
	return lost.present ? lost : printed;
}

static void add_words(struct buf *b, const char *before, str words, const char *after)
{
	if (words.n)
		buf_fmt(b, "%s%s%.*s%s", b->n ? ", " : "", before, SF(words), after);
}

/* "đạt 78,352/90 điểm, bị trừ 11,648 điểm, 87,06%, hạng 12/25", of what there is. */
static str result_words(struct arena *a, const struct result *r)
{
	struct buf b = buf_open(a);
	struct figure lost = lost_of(r->max, r->points, r->lost, r->printed_lost);
	str max = figure_vi(a, r->max), group = r->group_size ? str_fmt(a, "/%d", r->group_size) : (str){ 0 };
	lost.digits = lost.digits < 0 ? -lost.digits : lost.digits;
	str got = r->points.present ? str_fmt(a, "%s%s%.*s", figure_vi(a, r->points).p, max.n ? "/" : "", SF(max)) : (str){ 0 };
	add_words(&b, "đạt ", got, " điểm");
	add_words(&b, "bị trừ ", figure_vi(a, lost), " điểm");
	add_words(&b, "", figure_vi(a, r->percent), "%");
	add_words(&b, "hạng ", r->rank ? str_fmt(a, "%d%.*s", r->rank, SF(group)) : (str){ 0 }, "");
	return buf_str(&b);
}

static void put_result(struct view *v, const struct result *r)
{
	if (!r->present) {
		view_text(v, "result", (str){ 0 });
		return;
	}
	struct view *x = view_object(v, "result");
	struct figure percent = r->percent.present ? exact_round(exact_mul(exact_of(r->percent), exact_int(100)), 0) : (struct figure){ 0 };
	view_text(x, "words", result_words(v->a, r));
	put_points(x, "points", r->points);
	put_points(x, "max", r->max);
	put_points(x, "lost", lost_of(r->max, r->points, r->lost, r->printed_lost));
	view_percent(x, "percent", percent.present ? percent.digits : -1);
	view_count(x, "rank", r->rank ? r->rank : -1);
	view_count(x, "group_size", r->group_size ? r->group_size : -1);
}

void facts_put(struct view *v, const struct facts *f)
{
	const struct document *d = &f->document;
	view_text(v, "kind", str_c(f->file.book.n ? "Sổ chấm điểm (bộ tiêu chí, phiếu hay bảng kết quả)" : document_kind_vi(d->kind)));
	view_yes(v, "book", f->file.book.n);
	view_yes(v, "scanned", f->file.ocr);
	view_text(v, "title", d->title);
	view_text(v, "number", d->number.n ? d->number : d->symbol);
	view_text(v, "issuer", d->issuer);
	view_day(v, "issued_on", d->date);
	view_count(v, "cycle_year", d->cycle_year ? d->cycle_year : -1);
	put_result(v, &f->result);
	view_rows(v, "fields");
	for (size_t i = 0; i < f->fields.n; i++) {
		const struct field *x = &f->fields.at[i];
		struct view *row = view_row(v, "fields");
		view_text(row, "code", x->code);
		view_text(row, "name", x->name);
		put_points(row, "max", x->max);
		put_points(row, "points", x->points);
		put_points(row, "lost", lost_of(x->max, x->points, x->lost, x->printed_lost));
	}
	view_rows(v, "criteria");
	for (size_t i = 0; i < f->criteria.n; i++) {
		const struct criterion *x = &f->criteria.at[i];
		struct view *row = view_row(v, "criteria");
		view_text(row, "code", x->code);
		view_text(row, "name", x->name.n ? x->name : x->reason);
		put_points(row, "max", x->max);
		put_points(row, "points", x->points);
		put_points(row, "lost", lost_of(x->max, x->points, x->lost, x->printed_lost));
		view_text(row, "due", x->due.text);
		view_text(row, "lead", x->lead);
		view_text(row, "place", place_for(v->a, f->file.reader, x->source));
	}
	view_count(v, "fields_count", (int64_t)f->fields.n);
	view_count(v, "criteria_count", (int64_t)f->criteria.n);
	view_count(v, "findings_count", (int64_t)f->findings.n);
	view_count(v, "requests_count", (int64_t)f->requests.n);
	view_yes(v, "nothing", !f->fields.n && !f->criteria.n && !f->findings.n && !f->requests.n && !f->result.present && !f->file.book.n);
}

void checks_put(struct view *v, const struct facts *f)
{
	size_t errors = 0;
	view_rows(v, "checks");
	for (size_t i = 0; i < f->checks.n; i++) {
		const struct check_result *c = &f->checks.at[i];
		struct view *row = view_row(v, "checks");
		view_text(row, "check", str_c(c->check));
		view_yes(row, "error", c->severity == SEVERITY_ERROR);
		view_text(row, "message", c->message);
		view_text(row, "place", place_for(v->a, f->file.reader, c->source));
		view_text(row, "where", c->where);
		view_text(row, "printed", c->printed);
		view_text(row, "computed", c->computed);
		errors += c->severity == SEVERITY_ERROR;
	}
	view_count(v, "errors", (int64_t)errors);
	view_count(v, "warnings", (int64_t)(f->checks.n - errors));
	view_yes(v, "checks_any", f->checks.n);
	view_yes(v, "errors_and_warnings", errors && f->checks.n > errors);
	view_rows(v, "notes");
	for (size_t i = 0; i < f->file.notes.n; i++)
		view_text(view_row(v, "notes"), "text", f->file.notes.at[i]);
}
