#include "app/report_parts.h"
#include "core/day.h"
#include "core/kept.h"
#include "store/repo_plan.h"

/* What was told of findings, measured, asked for and written around them. */

size_t report_place(const struct report_reading *k, int64_t finding)
{
	for (size_t i = 0; i < k->p.findings.n; i++)
		if (k->p.findings.at[i].id == finding)
			return i;
	return NO_INDEX;
}

/* -- progress ----------------------------------------------------------------------------------------- */

struct telling { size_t finding; int64_t remedy; struct date on; enum status state; int percent; str text; };

static str words_of(struct arena *a, const struct telling *t)
{
	static const char *const states[] = { [STATUS_NONE] = "", [STATUS_UNKNOWN] = "", [STATUS_NOT_DONE] = "Chưa thực hiện",
		                              [STATUS_IN_PROGRESS] = "Đang triển khai thực hiện", [STATUS_DONE] = "Đã hoàn thành" };
	str s = t->text.n ? t->text : str_c(states[t->state]);
	bool part = !t->text.n && s.n && t->percent > 0 && t->state == STATUS_IN_PROGRESS;
	return part ? str_fmt(a, "%.*s, đạt %d%% khối lượng", SF(s), t->percent) : s;
}

/* Of several the one that is furthest from done; a state that nobody knows says nothing of the others. */
static enum status joined(enum status x, enum status y)
{
	return x <= STATUS_UNKNOWN ? y : y <= STATUS_UNKNOWN ? x : x < y ? x : y;
}

/* Tellings come in the order of days. What is told of the finding as a whole stands for all that was told before it. */
static void put_progress(struct report_reading *k, const struct telling *t)
{
	size_t c = k->criterion[t->finding], f = k->finding[t->finding];
	struct progress *p = c != NO_INDEX ? &k->f->criteria.at[c].progress : &k->f->findings.at[f].progress;
	str words = words_of(k->a, t);
	if (!t->remedy)
		*p = (struct progress){ 0 };
	if (!words.n)
		return;
	report_join(k->a, &p->text, words);
	p->status = p->status == STATUS_NONE ? t->state : joined(p->status, t->state);
}

bool report_read_progress(struct report_reading *k, struct err *e)
{
	CLEANUP(rows_close) struct rows rows = { 0 };
	if (!db_query(k->r->db, Q(report_progress, .who = v_int(k->r->who.person), .body_id = v_int(k->p.body),
	        .cycle_id = v_int(k->p.cycle),
	                          .to = v_text(date_iso(k->a, k->to))), &rows, e))
		return false;
	while (rows_next(&rows)) {
		struct telling t = { report_place(k, col_int(&rows, 0)), col_int(&rows, 1), col_day(&rows, k->a, 2),
			             state_of(col_text(&rows, k->a, 3)), col_null(&rows, 4) ? -1 : (int)col_int(&rows, 4),
			             col_text(&rows, k->a, 5) };
		if (t.finding != NO_INDEX)
			put_progress(k, &t);
	}
	return rows_done(&rows, e);
}

/* -- figures beside points ---------------------------------------------------------------------------- */

static enum unit unit_of(str word)
{
	for (enum unit u = UNIT_PERCENT; u <= UNIT_COUNT; u++)
		if (str_eq(word, str_c(unit_kept(u))))
			return u;
	return UNIT_COUNT;
}

static enum target_op op_of(str word)
{
	for (enum target_op o = OP_GE; o <= OP_EQ; o++)
		if (str_eq(word, str_c(op_kept(o))))
			return o;
	return OP_GE;
}

static bool read_measures(struct report_reading *k, struct err *e)
{
	CLEANUP(rows_close) struct rows r = { 0 };
	struct arena *a = k->a;
	if (!db_query(k->r->db, Q(report_measures, .who = v_int(k->r->who.person), .body_id = v_int(k->p.body),
	        .cycle_id = v_int(k->p.cycle)),
	              &r, e))
		return false;
	while (rows_next(&r)) {
		size_t at = report_place(k, col_int(&r, 0)), c = at == NO_INDEX ? NO_INDEX : k->criterion[at];
		str kind = col_text(&r, a, 1), text = col_text(&r, a, 9);
		struct figure value = figure_parse(col_text(&r, a, 3));
		if (c == NO_INDEX)
			continue;
		if (str_eq(kind, S("target")))
			*vec_add(a, &k->f->criteria.at[c].targets) =
			    (struct target){ .text = text, .op = op_of(col_text(&r, a, 2)), .value = value, .unit = unit_of(col_text(&r,
			    a, 4)) };
		else
			*vec_add(a, &k->f->criteria.at[c].measures) =
			    (struct measure){ .text = text, .value = value, .unit = unit_of(col_text(&r, a, 4)),
				              .done = figure_parse(col_text(&r, a, 5)), .of = figure_parse(col_text(&r, a, 6)),
				              .from = col_day(&r, a, 7), .to = col_day(&r, a, 8),
				              .origin = str_eq(kind, S("progress")) ? ORIGIN_PROGRESS : ORIGIN_APPRAISAL };
	}
	return rows_done(&r, e);
}

/* -- prose -------------------------------------------------------------------------------------------- */

static bool has_aims(const struct facts *f, enum aim_kind kind)
{
	for (size_t i = 0; i < f->aims.n; i++)
		if (f->aims.at[i].kind == kind)
			return true;
	return false;
}

static enum cadence cadence_of(str word)
{
	static const char *const words[] = { [CADENCE_NONE] = "", [CADENCE_MONTHLY] = "monthly", [CADENCE_QUARTERLY] = "quarterly",
		                             [CADENCE_ON_DEMAND] = "on_demand" };
	for (size_t i = CADENCE_MONTHLY; i < COUNT(words); i++)
		if (str_eq(word, str_c(words[i])))
			return (enum cadence)i;
	return CADENCE_NONE;
}

struct passage { str kind, text, field, unit, cadence, report_to; struct date on; };

/* own: aims and legal bases that the office wrote itself stand instead of those of documents. */
enum { OWN_BASIS = AIM_REQUIREMENT + 1 };

static void put_passage(struct report_reading *k, const struct passage *p, const bool own[3])
{
	struct facts *f = k->f;
	bool purpose = str_eq(p->kind, S("purpose")), aim = purpose || str_eq(p->kind, S("requirement"));
	if (aim && !own[purpose ? AIM_PURPOSE : AIM_REQUIREMENT])
		*vec_add(k->a, &f->aims) = (struct aim){ .kind = purpose ? AIM_PURPOSE : AIM_REQUIREMENT, .text = p->text };
	else if (str_eq(p->kind, S("duty")))
		*vec_add(k->a, &f->duties) = (struct duty){ .unit = p->unit, .text = p->text, .cadence = cadence_of(p->cadence),
			                                    .report_to = p->report_to };
	else if (str_eq(p->kind, S("remark")))
		*vec_add(k->a, &f->remarks) = (struct text_at){ .text = p->text };
	else if (str_eq(p->kind, S("task")) && p->field.n && facts_field(f, p->field))
		*vec_add(k->a, &facts_field(f, p->field)->tasks) = (struct text_at){ .text = p->text };
	if (!str_eq(p->kind, S("basis")) || own[OWN_BASIS])
		return;
	for (size_t i = 0; i < f->document.cites.n; i++)
		if (str_eq(f->document.cites.at[i].number, p->text))
			return;
	*vec_add(k->a, &f->document.cites) = (struct cite){ .number = p->text, .issuer = p->unit, .date = p->on, .role = CITE_BASIS };
}

static bool read_passages(struct report_reading *k, bool bases, struct err *e)
{
	CLEANUP(rows_close) struct rows r = { 0 };
	const bool own[3] = { [OWN_BASIS] = bases, [AIM_PURPOSE] = has_aims(k->f, AIM_PURPOSE), [AIM_REQUIREMENT] = has_aims(k->f,
	        AIM_REQUIREMENT) };
	struct arena *a = k->a;
	if (!db_query(k->r->db, Q(report_passages, .who = v_int(k->r->who.person), .body_id = v_int(k->p.body),
	        .cycle_id = v_int(k->p.cycle)),
	              &r, e))
		return false;
	while (rows_next(&r)) {
		struct passage p = { col_text(&r, a, 0), col_text(&r, a, 1), col_text(&r, a, 2), col_text(&r, a, 3), col_text(&r, a, 4),
			             col_text(&r, a, 5), col_day(&r, a, 6) };
		put_passage(k, &p, own);
	}
	return rows_done(&r, e);
}

bool report_read_rest(struct report_reading *k, bool bases, struct err *e)
{
	CLEANUP(rows_close) struct rows r = { 0 };
	if (!read_measures(k, e) || !read_passages(k, bases, e) ||
	    !db_query(k->r->db, Q(report_requests, .who = v_int(k->r->who.person), .body_id = v_int(k->p.body),
	    .cycle_id = v_int(k->p.cycle)),
	              &r, e))
		return false;
	while (rows_next(&r))
		*vec_add(k->a, &k->f->requests) = (struct text_at){ .text = col_text(&r, k->a, 0) };
	/* A report names the plan that it reports on. */
	if (k->p.number.n && k->f->document.kind != DOC_PLAN)
		*vec_add(k->a, &k->f->document.cites) = (struct cite){ .number = k->p.number, .date = k->p.issued, .issuer = k->p.unit,
			                                               .role = CITE_PLAN };
	return rows_done(&r, e);
}
