#include "app/examine.h"
#include "app/layout.h"
#include "app/place.h"

/* Facts laid out for the person who has to mend the document: who says what, the fields, the lost criteria, the
 * findings and requests, and what does not add up. */

enum { LABEL = 14, INDENT = 2, CELL_LINES = 3 };

struct page { struct arena *a; struct buf b; const struct layout *l; };

static const char *const kind_names[] = {
	[DOC_UNKNOWN] = "Chưa rõ loại văn bản", [DOC_PLAN] = "Kế hoạch", [DOC_REPORT] = "Báo cáo", [DOC_ANNEX] = "Phụ lục",
	[DOC_DECISION] = "Quyết định", [DOC_CRITERIA_SET] = "Bộ tiêu chí", [DOC_RESULT_TABLE] = "Bảng kết quả",
	[DOC_LETTER] = "Công văn",
};
const char *document_kind_vi(enum doc_kind k) { return kind_names[k]; }

static const char *const status_names[] = {
	[STATUS_NONE] = "", [STATUS_UNKNOWN] = "chưa rõ", [STATUS_NOT_DONE] = "chưa thực hiện",
	[STATUS_IN_PROGRESS] = "đang triển khai", [STATUS_DONE] = "đã hoàn thành",
};
static const char *const origin_names[] = { [FINDING_SELF_CHECK] = "tự kiểm tra", [FINDING_INSPECTION] = "đoàn kiểm tra" };

/* -- small pieces --------------------------------------------------------------------------------- */

static str date_vi(struct arena *a, struct date d)
{
	if (d.year && d.month && d.day)
		return str_fmt(a, "%02d/%02d/%d", d.day, d.month, d.year);
	if (d.year && d.month)
		return str_fmt(a, "tháng %d/%d", d.month, d.year);
	return d.year ? str_fmt(a, "năm %d", d.year) : (str){ 0 };
}

/* What was lost: the difference where it can be taken, else the deduction as printed. */
static str lost_vi(struct arena *a, struct figure max, struct figure points, struct figure lost, struct figure printed)
{
	if (max.present && points.present)
		return figure_vi(a, exact_figure(exact_sub(exact_of(max), exact_of(points))));
	struct figure f = lost.present ? lost : printed;
	f.digits = f.digits < 0 ? -f.digits : f.digits;
	return figure_vi(a, (struct figure){ .digits = f.digits, .scale = f.scale, .present = f.present });
}

static str joined(struct arena *a, const strs *list, str between)
{
	struct buf b = buf_open(a);
	for (size_t i = 0; i < list->n; i++) {
		if (i)
			buf_put(&b, between);
		buf_put(&b, list->at[i]);
	}
	return buf_str(&b);
}

static void title(struct page *p, const char *text, size_t n)
{
	str s = str_fmt(p->a, "%s (%zu)", text, n);
	buf_put(&p->b, S("\n"));
	layout_ink(&p->b, p->l, INK_BOLD, s);
	buf_put(&p->b, S("\n"));
}

static void line(struct page *p, const char *label, str value)
{
	if (!str_trim(value).n)
		return;
	buf_fmt(&p->b, "%*s%s%*s", INDENT, "", label, LABEL - layout_width(str_c(label)), "");
	layout_para(&p->b, p->l, value, INDENT + LABEL, INDENT + LABEL);
}

static void cell(struct page *p, struct table *t, str s) { *vec_add(p->a, &t->cells) = s; }

/* -- the head of the document --------------------------------------------------------------------- */

static str issuer(struct page *p, const struct document *d)
{
	if (!d->parent.n)
		return d->issuer;
	return str_fmt(p->a, "%.*s%s%.*s", SF(d->issuer), d->issuer.n ? ", thuộc " : "", SF(d->parent));
}

static str issued(struct page *p, const struct document *d)
{
	str date = date_vi(p->a, d->date);
	return str_fmt(p->a, "%.*s%s%.*s", SF(d->place), d->place.n && date.n ? ", " : "", SF(date));
}

static str signatory(struct page *p, const struct document *d)
{
	return d->signatory.present ? str_fmt(p->a, "%.*s %.*s %.*s", SF(d->signatory.authority), SF(d->signatory.title),
	                                      SF(d->signatory.name)) : (str){ 0 };
}

static str attached(struct page *p, const struct document *d)
{
	if (!d->attached_to.present)
		return (str){ 0 };
	str date = date_vi(p->a, d->attached_to.date);
	return str_fmt(p->a, "%s %.*s%s%.*s", kind_names[d->attached_to.kind], SF(d->attached_to.symbol), date.n ? ", " : "",
	               SF(date));
}

static void add_part(struct buf *b, const char *before, str value, const char *after)
{
	if (value.n)
		buf_fmt(b, "%s%s%.*s%s", b->n ? "; " : "", before, SF(value), after);
}

static str result(struct page *p, const struct result *r)
{
	struct buf b = buf_open(p->a);
	if (!r->present)
		return (str){ 0 };
	if (r->points.present && r->max.present)
		add_part(&b, "đạt ", str_fmt(p->a, "%s/%s", figure_vi(p->a, r->points).p, figure_vi(p->a, r->max).p), " điểm");
	else if (r->points.present)
		add_part(&b, "đạt ", figure_vi(p->a, r->points), " điểm");
	add_part(&b, "bị trừ ", lost_vi(p->a, r->max, r->points, r->lost, r->printed_lost), " điểm");
	if (r->percent.present)
		add_part(&b, "tỷ lệ ", figure_vi(p->a, r->percent), "%");
	if (r->rank && r->group_size)
		add_part(&b, "xếp hạng ", str_fmt(p->a, "%d/%d", r->rank, r->group_size), "");
	else if (r->rank)
		add_part(&b, "xếp hạng ", str_fmt(p->a, "%d", r->rank), "");
	if (r->criteria_lost)
		add_part(&b, "", str_fmt(p->a, "%d", r->criteria_lost), " tiêu chí bị trừ điểm (văn bản ghi)");
	return buf_str(&b);
}

static void put_head(struct page *p, const struct facts *f)
{
	const struct document *d = &f->document;
	str name = str_c(kind_names[d->kind]);
	layout_ink(&p->b, p->l, INK_BOLD, name);
	if (d->title.n) {
		buf_put(&p->b, S(": "));
		layout_para(&p->b, p->l, d->title, layout_width(name) + 2, INDENT);
	} else
		buf_put(&p->b, S("\n"));
	line(p, "Tệp", p->l->path.n ? p->l->path : f->file.name);
	line(p, "Số", d->number.n ? d->number : d->symbol);
	line(p, "Cơ quan", issuer(p, d));
	line(p, "Ngày", issued(p, d));
	line(p, "Kèm theo", attached(p, d));
	if (d->cycle_year)
		line(p, "Năm chỉ số", str_fmt(p->a, "%d", d->cycle_year));
	line(p, "Số liệu đến", date_vi(p->a, d->as_of));
	if (d->period_from.year && d->period_to.year)
		line(p, "Kỳ báo cáo",
		     str_fmt(p->a, "%s – %s", date_vi(p->a, d->period_from).p, date_vi(p->a, d->period_to).p));
	line(p, "Kết quả", result(p, &f->result));
	line(p, "Người ký", signatory(p, d));
	line(p, "Nơi nhận", joined(p->a, &d->recipients, S("; ")));
}

/* -- tables --------------------------------------------------------------------------------------- */

static void put_fields(struct page *p, const struct facts *f)
{
	static const struct column columns[] = {
		{ "Mã" }, { "Lĩnh vực", .wraps = 3 }, { "Tối đa", .right = true }, { "Đạt", .right = true },
		{ "Mất", .right = true }, { "Thời hạn", .wraps = 1 }, { "Chủ trì", .wraps = 1 },
	};
	struct table t = { columns, COUNT(columns), .indent = INDENT, .lines = CELL_LINES };
	if (!f->fields.n)
		return;
	title(p, "Lĩnh vực", f->fields.n);
	for (size_t i = 0; i < f->fields.n; i++) {
		const struct field *x = &f->fields.at[i];
		cell(p, &t, x->code);
		cell(p, &t, x->name);
		cell(p, &t, figure_vi(p->a, x->max));
		cell(p, &t, figure_vi(p->a, x->points));
		cell(p, &t, lost_vi(p->a, x->max, x->points, x->lost, x->printed_lost));
		cell(p, &t, x->due.text);
		cell(p, &t, x->lead);
	}
	layout_table(&p->b, p->l, &t);
}

static void put_criteria(struct page *p, const struct facts *f)
{
	static const struct column columns[] = {
		{ "Mã" }, { "Tiêu chí", .wraps = 3 }, { "Tối đa", .right = true }, { "Đạt", .right = true },
		{ "Mất", .right = true }, { "Thời hạn", .wraps = 1 }, { "Tình trạng", .wraps = 1 },
		{ "Chủ trì", .wraps = 1 },
	};
	struct table t = { columns, COUNT(columns), .indent = INDENT, .lines = CELL_LINES };
	if (!f->criteria.n)
		return;
	title(p, "Tiêu chí bị trừ điểm", f->criteria.n);
	for (size_t i = 0; i < f->criteria.n; i++) {
		const struct criterion *x = &f->criteria.at[i];
		cell(p, &t, x->code);
		cell(p, &t, x->name);
		cell(p, &t, figure_vi(p->a, x->max));
		cell(p, &t, figure_vi(p->a, x->points));
		cell(p, &t, lost_vi(p->a, x->max, x->points, x->lost, x->printed_lost));
		cell(p, &t, x->due.text);
		cell(p, &t, str_c(status_names[x->progress.status]));
		cell(p, &t, x->lead);
	}
	layout_table(&p->b, p->l, &t);
}

static void put_findings(struct page *p, const struct facts *f)
{
	static const struct column columns[] = {
		{ "Chỗ" }, { "Nguồn" }, { "Nội dung", .wraps = 3 }, { "Tình trạng", .wraps = 1 },
	};
	struct table t = { columns, COUNT(columns), .indent = INDENT, .lines = CELL_LINES };
	if (!f->findings.n)
		return;
	title(p, "Tồn tại qua kiểm tra", f->findings.n);
	for (size_t i = 0; i < f->findings.n; i++) {
		const struct finding *x = &f->findings.at[i];
		cell(p, &t, place_for(p->a, f->file.reader, x->source));
		cell(p, &t, str_c(origin_names[x->origin]));
		cell(p, &t, x->text);
		cell(p, &t, str_c(status_names[x->progress.status]));
	}
	layout_table(&p->b, p->l, &t);
}

static void put_requests(struct page *p, const struct facts *f)
{
	if (!f->requests.n)
		return;
	title(p, "Kiến nghị, đề xuất", f->requests.n);
	for (size_t i = 0; i < f->requests.n; i++) {
		buf_fmt(&p->b, "%*s- ", INDENT, "");
		layout_para(&p->b, p->l, f->requests.at[i].text, INDENT + 2, INDENT + 2);
	}
}

/* -- checks --------------------------------------------------------------------------------------- */

static void put_check(struct page *p, const struct facts *f, const struct check_result *c)
{
	bool error = c->severity == SEVERITY_ERROR;
	str path = layout_safe(p->a, p->l->path.n ? p->l->path : f->file.name);
	str where = place_for(p->a, f->file.reader, c->source);
	where = str_starts(where, S("dòng ")) ? str_sub(where, sizeof "dòng " - 1, where.n) : where;      /* path:812:, as compilers have it */
	bool line = where.n && where.p[0] >= '0' && where.p[0] <= '9';
	str place = str_fmt(p->a, "%.*s:%s%.*s%s", SF(path), where.n && !line ? " " : "", SF(where), where.n ? ": " : " ");
	str weight = error ? S("lỗi:") : S("xem lại:");
	buf_put(&p->b, place);
	layout_ink(&p->b, p->l, error ? INK_ERROR : INK_WARNING, weight);
	buf_put(&p->b, S(" "));
	layout_para(&p->b, p->l, str_fmt(p->a, "%.*s [%s]", SF(c->message), c->check),
	            layout_width(place) + layout_width(weight) + 1, INDENT * 2);
}

static void put_sound(struct page *p, const struct facts *f)
{
	str path = layout_safe(p->a, p->l->path.n ? p->l->path : f->file.name);
	bool any = f->criteria.n || f->fields.n || f->result.present;
	buf_fmt(&p->b, "%.*s: %s\n", SF(path),
	        any ? "không thấy chỗ nào không khớp." : "không nhận ra tiêu chí, lĩnh vực hay kết quả nào để kiểm tra.");
}

static void put_notes(struct page *p, const struct facts *f)
{
	str path = layout_safe(p->a, p->l->path.n ? p->l->path : f->file.name);
	for (size_t i = 0; i < f->file.notes.n; i++) {
		str head = str_fmt(p->a, "%.*s: lưu ý: ", SF(path));
		buf_put(&p->b, head);
		layout_para(&p->b, p->l, f->file.notes.at[i], layout_width(head), INDENT * 2);
	}
}

static void put_checks(struct page *p, const struct facts *f)
{
	put_notes(p, f);
	for (size_t i = 0; i < f->checks.n; i++)
		put_check(p, f, &f->checks.at[i]);
	if (!f->checks.n)
		put_sound(p, f);
}

str checks_text(struct arena *a, const struct facts *f, const struct layout *l)
{
	struct page p = { a, buf_open(a), l };
	put_checks(&p, f);
	return buf_str(&p.b);
}

str facts_text(struct arena *a, const struct facts *f, const struct layout *l)
{
	struct page p = { a, buf_open(a), l };
	put_head(&p, f);
	put_fields(&p, f);
	put_criteria(&p, f);
	put_findings(&p, f);
	put_requests(&p, f);
	title(&p, "Những chỗ không khớp", f->checks.n);
	put_checks(&p, f);
	return buf_str(&p.b);
}
