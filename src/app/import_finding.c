#include "app/import_parts.h"
#include "core/codes.h"

/* Shortcomings: the criteria that lost points, and what inspections found; with the figures that they are measured by. */

static const char *const states[] = { [STATUS_NONE] = "unknown", [STATUS_UNKNOWN] = "unknown", [STATUS_NOT_DONE] = "not_done",
	                              [STATUS_IN_PROGRESS] = "in_progress", [STATUS_DONE] = "done" };
static const char *const states_vi[] = { [STATUS_NONE] = "", [STATUS_UNKNOWN] = "chưa rõ", [STATUS_NOT_DONE] = "chưa thực hiện",
	                                 [STATUS_IN_PROGRESS] = "đang thực hiện", [STATUS_DONE] = "đã hoàn thành" };
static const char *const units[] = { [UNIT_PERCENT] = "percent", [UNIT_WORKING_DAYS] = "working_days", [UNIT_COUNT] = "count" };
static const char *const ops[] = { [OP_GE] = "ge", [OP_LE] = "le", [OP_GT] = "gt", [OP_LT] = "lt", [OP_EQ] = "eq" };

/* -- progress ---------------------------------------------------------------------------------------- */

/* The last day of a month or year that is all that is printed. */
static str whole_day(struct importing *m, struct date d)
{
	if (!d.year)
		return (str){ 0 };
	d.month = d.month ? d.month : 12;
	d.day = d.day ? d.day : date_last_day(d.year, d.month);
	return date_iso(m->a, d);
}

static str day_said(struct importing *m)
{
	const struct document *d = &m->f->document;
	str day = whole_day(m, d->as_of);
	day = day.n ? day : whole_day(m, d->period_to);
	return day.n ? day : whole_day(m, d->date);
}

str import_day(struct importing *m)
{
	str day = day_said(m);
	return day.n ? day : date_iso(m->a, record_today());
}

static bool told_before(struct importing *m, int64_t finding, const struct progress *p, int64_t *ret)
{
	str day = day_said(m);
	for (size_t i = 0; i < m->had.progress.n; i++) {
		const struct had_progress *x = &m->had.progress.at[i];
		if (x->finding == finding && str_eq(x->state, str_c(states[p->status])) && same_text(m->a, x->text, p->text) &&
		    (!day.n || str_eq(x->on_day, day)))
			return *ret = x->id, true;
	}
	return false;
}

/* The only remedy of a finding has its progress; of several none can be told apart. */
static int64_t remedy_of(const struct importing *m, size_t finding)
{
	int64_t id = 0;
	for (size_t i = 0; i < m->had.remedies.n; i++)
		for (size_t k = 0; k < m->had.remedies.at[i].findings.n; k++)
			if (m->had.remedies.at[i].findings.at[k] == finding && !m->had.remedies.at[i].until) {
				if (id)
					return 0;
				id = m->had.remedies.at[i].id;
			}
	return id;
}

static bool import_progress(struct importing *m, size_t finding, const struct progress *p, str what, int64_t *ret, struct err *e)
{
	int64_t of = m->had.findings.at[finding].id, remedy = remedy_of(m, finding);
	struct proposed_row row = { PROPOSED_NEW, what, S("tiến độ"), p->text, p->source, .note = str_c(states_vi[p->status]) };
	if (told_before(m, of, p, ret)) {
		row.kind = PROPOSED_SAME;
		propose(m, row);
		return claim_add(m, "progress", *ret, "text", p->text, true, p->source, e);
	}
	str day = import_day(m);
	if (!add_row(m, Q(import_progress_add, BODY(m), .finding_id = v_int(of),
	                  .remedy_id = v_ref(remedy), .on_day = v_text(day), .document_id = v_int(m->document),
	                  .state = v_text(str_c(states[p->status])), .text = v_text(p->text), PLACE(p->source)), ret, e))
		return false;
	*vec_add(m->a, &m->states) = (struct new_state){ finding, p->status };
	*vec_add(m->a, &m->had.progress) = (struct had_progress){ *ret, of, remedy, day, str_c(states[p->status]), p->text };
	propose(m, row);
	return true;
}

/* -- measures ---------------------------------------------------------------------------------------- */

static bool measured_before(struct importing *m, const struct had_measure *x)
{
	for (size_t i = 0; i < m->had.measures.n; i++) {
		const struct had_measure *y = &m->had.measures.at[i];
		if (y->finding == x->finding && str_eq(y->kind, x->kind) && str_eq(y->op, x->op) && str_eq(y->value, x->value) &&
		    str_eq(y->unit, x->unit) &&
		    str_eq(y->done, x->done) && str_eq(y->total, x->total) && str_eq(y->from, x->from) && str_eq(y->to, x->to) &&
		    same_text(m->a, y->text, x->text))
			return true;
	}
	return false;
}

static bool add_measure(struct importing *m, const struct had_measure *x, int64_t progress, struct source at, str what, struct err *e)
{
	int64_t id;
	struct proposed_row row = { PROPOSED_SAME, what, str_eq(x->kind, S("target")) ? S("mức phải đạt") : S("số đo"), x->text, at };
	bool had = measured_before(m, x);
	row.kind = had ? PROPOSED_SAME : PROPOSED_NEW;
	propose(m, row);
	if (had)
		return true;
	*vec_add(m->a, &m->had.measures) = *x;
	return add_row(m, Q(import_measure_add, BODY(m), .finding_id = v_int(x->finding),
	                    .progress_id = v_ref(progress), .kind = v_text(x->kind), .op = v_text(x->op), .value = v_text(x->value),
	                    .unit = v_text(x->unit), .done = v_text(x->done), .total = v_text(x->total), .from_day = v_text(x->from),
	                    .to_day = v_text(x->to), .text = v_text(x->text), .document_id = v_int(m->document), PLACE(at)), &id, e);
}

static bool import_measures(struct importing *m, size_t finding, const struct criterion *c, int64_t progress, str what, struct err *e)
{
	int64_t of = m->had.findings.at[finding].id;
	for (size_t i = 0; i < c->targets.n; i++) {
		const struct target *t = &c->targets.at[i];
		struct had_measure x = { .finding = of, .kind = S("target"), .op = str_c(ops[t->op]), .value = figure_dot(m->a, t->value),
			                 .unit = str_c(units[t->unit]), .text = t->text };
		if (t->text.n && !add_measure(m, &x, 0, t->source, what, e))
			return false;
	}
	for (size_t i = 0; i < c->measures.n; i++) {
		const struct measure *t = &c->measures.at[i];
		bool of_progress = t->origin == ORIGIN_PROGRESS;
		struct had_measure x = { .finding = of, .kind = of_progress ? S("progress") : S("appraisal"), .value = figure_dot(m->a, t->value),
			                 .unit = str_c(units[t->unit]), .done = figure_dot(m->a, t->done), .total = figure_dot(m->a, t->of),
			                 .from = date_iso(m->a, t->from), .to = date_iso(m->a, t->to), .text = t->text };
		if (t->text.n && !add_measure(m, &x, of_progress ? progress : 0, t->source, what, e))
			return false;
	}
	return true;
}

/* -- findings ---------------------------------------------------------------------------------------- */

static size_t marked(const struct importing *m, const char *origin, str mark)
{
	for (size_t i = 0; i < m->had.findings.n; i++)
		if (str_eq(m->had.findings.at[i].origin, str_c(origin)) && str_eq(m->had.findings.at[i].mark, mark))
			return i;
	return NO_INDEX;
}

/* A set that was entered after the first document has criteria of its own, with the same codes. */
static size_t of_code(const struct importing *m, size_t criterion)
{
	for (size_t i = 0; i < m->had.findings.n; i++) {
		int64_t id = m->had.findings.at[i].criterion;
		if (id && id == m->criteria.at[criterion].id)
			return i;
		for (size_t k = 0; id && k < m->criteria.n; k++)
			if (m->criteria.at[k].id == id && (m->criteria.at[k].identity == m->criteria.at[criterion].identity ||
			                                   criterion_at(m, m->criteria.at[k].code) == criterion))
				return i;
	}
	return NO_INDEX;
}

static bool write_finding(struct importing *m, struct had_finding *x, bool fresh, size_t ord, struct err *e)
{
	if (fresh)
		return add_row(m, Q(import_finding_add, BODY(m), .cycle_id = v_int(m->cycle),
		                    .origin = v_text(x->origin), .criterion_id = v_ref(x->criterion), .mark = v_text(x->mark),
		                    .ord = v_int((int64_t)ord), .text = v_text(x->text), .cause = v_text(x->cause), .max = v_maybe(x->max),
		                    .points = v_maybe(x->points), .lost = v_maybe(x->lost), .note = v_text(x->note)), &x->id, e);
	return set_row(m, Q(import_finding_set, .id = v_int(x->id), WHO(m), .text = v_text(x->text), .cause = v_text(x->cause),
	                    .max = v_maybe(x->max), .points = v_maybe(x->points), .lost = v_maybe(x->lost), .note = v_text(x->note)), e);
}

/* The name of a criterion is the set's; a document that calls it otherwise is told of, and nothing is changed. While no set is entered
 * each body calls it its own way: what another body's documents call it says nothing here. */
static bool name_of(struct importing *m, const struct criterion *c, size_t at, str what, struct err *e)
{
	struct had_criterion *k = &m->criteria.at[at];
	if (!c->name.n)
		return true;
	str x = text_key(m->a, k->name), y = text_key(m->a, c->name);
	struct saying its = TEXT_AT("name", "tên", c->name, c->source, &k->name);
	bool foreign = !k->version && !k->told;
	bool same = foreign || str_starts(x, y) || str_starts(y, x);   /* one may be cut short */
	if (foreign) {
		k->name = c->name;
		k->told = true;
	}
	if (!same)
		propose(m, (struct proposed_row){ PROPOSED_DIFFERENT, what, S("tên"), c->name, c->source, { 0 }, k->name,
		                                  stored_place(m, "criterion", k->id, &its), S("tên trong hồ sơ giữ nguyên") });
	return claim_add(m, "criterion", k->id, "name", c->name, same, c->source, e);
}

static str called(struct importing *m, const struct criterion *c)
{
	return c->code.n ? str_fmt(m->a, "Tiêu chí %.*s", SF(c->code)) : S("Tiêu chí không có mã");
}

static str summary(struct importing *m, const struct criterion *c, const struct had_finding *x)
{
	str said = points_said(m->a, x->max, x->points, x->lost), name = c->name.n ? c->name : c->reason;
	return said.n && name.n ? str_fmt(m->a, "%.*s: %.*s", SF(name), SF(said)) : name.n ? name : said;
}

static bool import_criterion(struct importing *m, const struct criterion *c, struct err *e)
{
	size_t at = criterion_at(m, c->code), i;
	str what = called(m, c);
	str mark = at != NO_INDEX ? str_fmt(m->a, "c%lld", (long long)m->criteria.at[at].id)
	                          : text_mark(m->a, "t", text_key(m->a, str_fmt(m->a, "%.*s %.*s", SF(c->name), SF(c->reason))));
	i = at != NO_INDEX ? of_code(m, at) : marked(m, "appraisal", mark);
	bool fresh = i == NO_INDEX;
	if (fresh) {
		i = m->had.findings.n;
		*vec_add(m->a, &m->had.findings) = (struct had_finding){
			.criterion = at == NO_INDEX ? 0 : m->criteria.at[at].id, .origin = S("appraisal"), .mark = mark };
	}
	struct had_finding *x = &m->had.findings.at[i];
	struct saying col[] = {
		POINTS_AT("max", "điểm tối đa", c->max, source_or(c->points_source, c->source), &x->max),
		POINTS_AT("points", "điểm đạt", c->points, source_or(c->points_source, c->source), &x->points),
		POINTS_AT("lost", "điểm bị trừ", lost_said(c->max, c->points, c->lost, c->printed_lost), source_or(c->lost_source, c->source), &x->lost),
		TEXT_AT("text", "lý do", c->reason, source_or(c->reason_source, c->source), &x->text),
		TEXT_AT("cause", "nguyên nhân", c->cause, c->source, &x->cause),
		TEXT_AT("note", "ghi chú", c->note, c->source, &x->note),
	};
	struct thing t = { "finding", x->id, what, c->code };
	bool write = settle(m, &t, col, COUNT(col));
	if ((fresh || write) && !write_finding(m, x, fresh, i, e))
		return false;
	if (fresh)
		propose(m, (struct proposed_row){ .kind = PROPOSED_NEW, .what = what, .found = summary(m, c, x),
		                                  .at = c->source });
	int64_t progress = 0;
	return (at == NO_INDEX || name_of(m, c, at, what, e)) && claim_columns(m, "finding", x->id, col, COUNT(col), e) &&
	       import_remedies(m, i, c, e) && (!c->progress.text.n || import_progress(m, i, &c->progress, what, &progress, e)) &&
	       import_measures(m, i, c, progress, what, e);
}

static bool import_found(struct importing *m, const struct finding *f, struct err *e)
{
	const char *origin = f->origin == FINDING_INSPECTION ? "inspection" : "self_check";
	str what = f->origin == FINDING_INSPECTION ? S("Kết quả kiểm tra") : S("Kết quả tự kiểm tra");
	str mark = text_mark(m->a, "t", text_key(m->a, f->text));
	size_t i = marked(m, origin, mark);
	bool fresh = i == NO_INDEX;
	int64_t progress = 0;
	if (fresh) {
		i = m->had.findings.n;
		*vec_add(m->a, &m->had.findings) = (struct had_finding){ .origin = str_c(origin), .mark = mark, .text = f->text };
		if (!write_finding(m, &m->had.findings.at[i], true, i, e))
			return false;
	}
	propose(m, (struct proposed_row){ fresh ? PROPOSED_NEW : PROPOSED_SAME, what, { 0 }, f->text, f->source });
	return claim_add(m, "finding", m->had.findings.at[i].id, "text", f->text, true, f->source, e) &&
	       (!f->progress.text.n || import_progress(m, i, &f->progress, what, &progress, e));
}

bool import_findings(struct importing *m, struct err *e)
{
	for (size_t i = 0; i < m->f->criteria.n; i++)
		if (!left_now(m, 'c', i) && !import_criterion(m, &m->f->criteria.at[i], e))
			return false;
	for (size_t i = 0; i < m->f->findings.n; i++)
		if (!left_now(m, 'n', i) && !import_found(m, &m->f->findings.at[i], e))
			return false;
	return true;
}
