#include "app/import_parts.h"
#include "core/points.h"

/* The document itself: its head, what it cites, what does not add up in it, its sentences; and the figures of the index as a whole. */

static const char *const kinds[] = {
	[DOC_UNKNOWN] = "unknown", [DOC_PLAN] = "plan", [DOC_REPORT] = "report", [DOC_ANNEX] = "annex", [DOC_DECISION] = "decision",
	[DOC_CRITERIA_SET] = "criteria_set", [DOC_RESULT_TABLE] = "result_table", [DOC_LETTER] = "letter",
};
static const char *const roles[] = { [CITE_BASIS] = "basis", [CITE_PLAN] = "plan", [CITE_RULE] = "rule", [CITE_EVIDENCE] = "evidence" };
static const char *const cadences[] = { [CADENCE_NONE] = "", [CADENCE_MONTHLY] = "monthly", [CADENCE_QUARTERLY] = "quarterly",
	                                [CADENCE_ON_DEMAND] = "on_demand" };

static struct arg v_date(struct importing *m, struct date d) { return v_text(date_iso(m->a, d)); }

static str signatory_of(struct arena *a, const struct document *d)
{
	const str parts[] = { d->signatory.authority, d->signatory.title, d->signatory.name };
	struct buf b = buf_open(a);
	for (size_t i = 0; i < COUNT(parts); i++)
		if (parts[i].n)
			buf_fmt(&b, "%s%.*s", b.n ? i == 1 ? ", " : " " : "", SF(parts[i]));
	return buf_str(&b);
}

static bool blob_row(struct importing *m, const struct blob *x, int64_t *ret, struct err *e)
{
	bool found = false;
	return db_int(m->r->db, Q(import_blob, .sha256 = v_text(str_c(x->sha))), ret, &found, e) &&
	       (found || add_row(m, Q(import_blob_add, .sha256 = v_text(str_c(x->sha)), .size = v_int(x->size)), ret, e));
}

static bool add_head(struct importing *m, const struct blob *file, const struct blob *facts, struct err *e)
{
	const struct document *d = &m->f->document;
	int64_t file_id = 0, facts_id = 0;
	return blob_row(m, file, &file_id, e) && blob_row(m, facts, &facts_id, e) &&
	       add_row(m, Q(import_document_add, BODY(m), .cycle_id = v_ref(m->cycle),
	                    .kind = v_text(str_c(kinds[d->kind])), .number = v_text(d->number), .symbol = v_text(d->symbol),
	                    .title = v_text(d->title),
	                    .issuer = v_text(d->issuer), .place = v_text(d->place), .issued_on = v_date(m, d->date),
	                    .as_of = v_date(m, d->as_of),
	                    .period_from = v_date(m, d->period_from), .period_to = v_date(m, d->period_to),
	                    .signatory = v_text(signatory_of(m->a, d)), .file_name = v_text(m->p->file), .file_id = v_int(file_id),
	                    .facts_id = v_int(facts_id), .reader = v_text(str_c(m->f->file.reader ? m->f->file.reader : "facts"))),
	                    &m->document, e);
}

static bool add_citations(struct importing *m, struct err *e)
{
	int64_t id;
	for (size_t i = 0; i < m->f->document.cites.n; i++) {
		const struct cite *c = &m->f->document.cites.at[i];
		if (c->number.n && !add_row(m, Q(import_citation_add, BODY(m),
		                                 .document_id = v_int(m->document), .number = v_text(c->number),
		                                 .issued_on = v_date(m, c->date),
		                                 .issuer = v_text(c->issuer), .role = v_text(str_c(roles[c->role])),
		                                 .code = v_text(c->criterion),
		                                 PLACE(c->source)), &id, e))
			return false;
	}
	return true;
}

static bool add_checks(struct importing *m, struct err *e)
{
	int64_t id;
	for (size_t i = 0; i < m->f->checks.n; i++) {
		const struct check_result *c = &m->f->checks.at[i];
		if (!add_row(m, Q(import_check_add, BODY(m), .document_id = v_int(m->document),
		                  .name = v_text(str_c(c->check)), .place = v_text(c->where), .printed = v_text(c->printed),
		                  .computed = v_text(c->computed), .severity = v_text(c->severity == SEVERITY_ERROR ? S("error") : S("warning")),
		                  .message = v_text(c->message), PLACE(c->source)), &id, e))
			return false;
	}
	return true;
}

/* -- sentences --------------------------------------------------------------------------------------- */

struct sentence { const char *kind, *what; str text, field, unit, report_to; enum cadence cadence; struct source at; };

static bool add_sentence(struct importing *m, const struct sentence *s, struct err *e)
{
	int64_t id = 0;
	struct proposed_row row = { .kind = PROPOSED_NEW, .what = str_c(s->what), .found = s->text, .at = s->at };
	if (!s->text.n)
		return true;
	for (size_t i = 0; i < m->had.passages.n && !id; i++)
		if (str_eq(m->had.passages.at[i].kind, str_c(s->kind)) && same_text(m->a, m->had.passages.at[i].text, s->text))
			id = m->had.passages.at[i].id;
	row.kind = id ? PROPOSED_SAME : PROPOSED_NEW;
	propose(m, row);
	if (id)
		return claim_add(m, "passage", id, "text", s->text, true, s->at, e);
	return add_row(m, Q(import_passage_add, BODY(m), .document_id = v_int(m->document),
	                    .kind = v_text(str_c(s->kind)), .text = v_text(s->text), .field = v_text(s->field), .unit = v_text(s->unit),
	                    .cadence = v_text(str_c(cadences[s->cadence])), .report_to = v_text(s->report_to), PLACE(s->at)), &id, e);
}

static bool add_sentences(struct importing *m, struct err *e)
{
	const struct facts *f = m->f;
	bool ok = true;
	for (size_t i = 0; ok && i < f->aims.n; i++) {
		bool purpose = f->aims.at[i].kind == AIM_PURPOSE;
		ok = add_sentence(m, &(struct sentence){ purpose ? "purpose" : "requirement", purpose ? "Mục đích" : "Yêu cầu", f->aims.at[i].text,
		                                         .at = f->aims.at[i].source }, e);
	}
	for (size_t i = 0; ok && i < f->fields.n; i++)
		for (size_t k = 0; ok && k < f->fields.at[i].tasks.n; k++)
			ok = add_sentence(m, &(struct sentence){ "task", "Nhiệm vụ", f->fields.at[i].tasks.at[k].text, .field = f->fields.at[i].code,
			                                         .at = f->fields.at[i].tasks.at[k].source }, e);
	for (size_t i = 0; ok && i < f->duties.n; i++)
		ok = add_sentence(m, &(struct sentence){ "duty", "Trách nhiệm", f->duties.at[i].text, .unit = f->duties.at[i].unit,
		                                         .report_to = f->duties.at[i].report_to, .cadence = f->duties.at[i].cadence,
		                                         .at = f->duties.at[i].source }, e);
	for (size_t i = 0; ok && i < f->remarks.n; i++)
		ok = add_sentence(m, &(struct sentence){ "remark", "Nhận xét", f->remarks.at[i].text, .at = f->remarks.at[i].source }, e);
	return ok;
}

static bool add_requests(struct importing *m, struct err *e)
{
	for (size_t i = 0; i < m->f->requests.n; i++) {
		const struct text_at *q = &m->f->requests.at[i];
		if (left_now(m, 'q', i))
			continue;
		struct proposed_row row = { .kind = PROPOSED_NEW, .what = S("Kiến nghị"), .found = q->text, .at = q->source };
		str mark = text_mark(m->a, "", text_key(m->a, q->text));
		int64_t id = 0;
		for (size_t k = 0; k < m->had.requests.n && !id; k++)
			id = str_eq(m->had.requests.at[k].mark, mark) ? m->had.requests.at[k].id : 0;
		if (id) {
			row.kind = PROPOSED_SAME;
			if (!claim_add(m, "request", id, "text", q->text, true, q->source, e))
				return false;
		} else if (!add_row(m, Q(import_request_add, BODY(m), .cycle_id = v_int(m->cycle),
		                         .mark = v_text(mark), .text = v_text(q->text), .document_id = v_int(m->document),
		                         PLACE(q->source)), &id, e))
			return false;
		else
			*vec_add(m->a, &m->had.requests) = (struct had_request){ id, mark };
		propose(m, row);
	}
	return true;
}

/* What belongs to the document alone is there already when the same file comes again. */
bool import_document(struct importing *m, const struct blob *file, const struct blob *facts, struct err *e)
{
	if (!m->known && (!add_head(m, file, facts, e) || !add_citations(m, e) || !add_checks(m, e)))
		return false;
	m->item = (struct proposed_item){ 'd', 0 };
	return add_sentences(m, e) && (!m->cycle || add_requests(m, e));
}

/* -- the index as a whole ---------------------------------------------------------------------------- */

static struct figure whole(int n) { return n ? figure_make(n, 0) : (struct figure){ 0 }; }

#define WHOLE_AT(column, words, value, place, where) \
	{ .name = column, .label = words, .kind = SAYS_WHOLE, .figure = whole(value), .at = place, .n = where }

static str total_vi(struct arena *a, const struct had_result *x)
{
	struct buf b = buf_open(a);
	buf_put(&b, points_said(a, x->max, x->points, x->lost));
	if (x->percent.there)
		buf_fmt(&b, "%s%s %%", b.n ? "; " : "", percent_vi(a, x->percent.n).p);
	if (x->rank.there)
		buf_fmt(&b, "%shạng %lld", b.n ? "; " : "", (long long)x->rank.n);
	if (x->rank.there && x->group_size.there)
		buf_fmt(&b, "/%lld", (long long)x->group_size.n);
	return buf_str(&b);
}

static bool import_total(struct importing *m, struct err *e)
{
	const struct result *f = &m->f->result;
	struct had_result *x = &m->had.result;
	struct source at = f->source;
	struct saying c[] = {
		POINTS_AT("points", "điểm đạt", f->points, at, &x->points),
		POINTS_AT("max", "điểm tối đa", f->max, at, &x->max),
		POINTS_AT("lost", "điểm bị trừ", lost_said(f->max, f->points, f->lost, f->printed_lost), at, &x->lost),
		{ .name = "percent", .label = "tỷ lệ", .kind = SAYS_PERCENT, .figure = f->percent, .at = at, .n = &x->percent },
		WHOLE_AT("rank", "xếp hạng", f->rank, at, &x->rank),
		WHOLE_AT("group_size", "số đơn vị xếp hạng", f->group_size, at, &x->group_size),
	};
	struct thing t = { "result", x->id, S("Kết quả chung"), S("tổng") };
	bool fresh = !x->id;
	bool write = settle(m, &t, c, COUNT(c));
	if (fresh) {
		if (!add_row(m, Q(import_result_add, BODY(m), .cycle_id = v_int(m->cycle),
		                  .points = v_maybe(x->points), .max = v_maybe(x->max), .lost = v_maybe(x->lost),
		                  .percent = v_maybe(x->percent),
		                  .rank = v_maybe(x->rank), .group_size = v_maybe(x->group_size)), &x->id, e))
			return false;
		if (f->present)
			propose(m, (struct proposed_row){ .kind = PROPOSED_NEW, .what = t.what, .found = total_vi(m->a, x),
			                                  .at = at });
	} else if (write && !set_row(m, Q(import_result_set, .id = v_int(x->id), WHO(m), .points = v_maybe(x->points),
	                                  .max = v_maybe(x->max), .lost = v_maybe(x->lost), .percent = v_maybe(x->percent),
	                                  .rank = v_maybe(x->rank), .group_size = v_maybe(x->group_size)), e))
		return false;
	return claim_columns(m, "result", x->id, c, COUNT(c), e);
}

static struct had_field *field_called(struct importing *m, str code)
{
	for (size_t i = 0; i < m->had.fields.n; i++)
		if (str_eq(m->had.fields.at[i].code, code))
			return &m->had.fields.at[i];
	return NULL;
}

static bool import_field(struct importing *m, const struct field *f, struct err *e)
{
	struct had_field *x = field_called(m, f->code);
	bool fresh = !x;
	if (fresh) {
		x = vec_add(m->a, &m->had.fields);
		x->code = f->code;
	}
	struct saying c[] = {
		{ .name = "name", .label = "tên", .kind = SAYS_TEXT, .text = f->name, .at = f->source, .s = &x->name },
		POINTS_AT("max", "điểm tối đa", f->max, f->source, &x->max),
		POINTS_AT("points", "điểm đạt", f->points, f->source, &x->points),
		POINTS_AT("lost", "điểm bị trừ", lost_said(f->max, f->points, f->lost, f->printed_lost), source_or(f->lost_source, f->source),
		          &x->lost),
	};
	struct thing t = { "field_result", x->id, str_fmt(m->a, "Lĩnh vực %.*s", SF(f->code)), f->code };
	bool write = settle(m, &t, c, COUNT(c));
	if (fresh) {
		str found = str_fmt(m->a, "%.*s%s%.*s", SF(f->name), f->name.n ? ": " : "", SF(points_said(m->a, x->max, x->points, x->lost)));
		if (!add_row(m, Q(import_field_add, BODY(m), .result_id = v_int(m->had.result.id),
		                  .code = v_text(f->code), .name = v_text(x->name), .max = v_maybe(x->max), .points = v_maybe(x->points),
		                  .lost = v_maybe(x->lost)), &x->id, e))
			return false;
		propose(m, (struct proposed_row){ .kind = PROPOSED_NEW, .what = t.what, .found = found,
		                                  .at = f->source });
	} else if (write && !set_row(m, Q(import_field_set, .id = v_int(x->id), WHO(m), .name = v_text(x->name),
	                                  .max = v_maybe(x->max), .points = v_maybe(x->points), .lost = v_maybe(x->lost)), e))
		return false;
	return claim_columns(m, "field_result", x->id, c, COUNT(c), e);
}

static bool has_figures(const struct field *f)
{
	return f->max.present || f->points.present || f->lost.present || f->printed_lost.present;
}

bool import_results(struct importing *m, struct err *e)
{
	bool figures = false;
	for (size_t i = 0; i < m->f->fields.n; i++)
		figures |= has_figures(&m->f->fields.at[i]);
	if (!m->f->result.present && !figures)
		return true;
	bool left = left_now(m, 't', 0);
	if (left && !m->had.result.id)                     /* without it there is nothing the fields are of */
		return true;
	if (!left && !import_total(m, e))
		return false;
	for (size_t i = 0; i < m->f->fields.n; i++)
		if (!left_now(m, 'f', i) && m->f->fields.at[i].code.n && has_figures(&m->f->fields.at[i]) &&
		    !import_field(m, &m->f->fields.at[i], e))
			return false;
	return true;
}
