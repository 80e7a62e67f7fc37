#include "app/due.h"
#include "app/import_parts.h"
#include "core/codes.h"
#include "core/day.h"

/* What is to be done. One remedy serves every criterion for which the document says the same words, due and
 * lead; in another document it is known again by its words under the same finding, also shortened, and its due and lead are compared. */

static const char *const due_kinds[] = {
	[DUE_NONE] = "", [DUE_ONGOING] = "ongoing", [DUE_YEAR] = "year", [DUE_QUARTER] = "quarter", [DUE_MONTH] = "month", [DUE_DATE] = "date",
	[DUE_WORKING_DAYS] = "working_days",
};

/* -- one remedy -------------------------------------------------------------------------------------- */

/* What the document says of it, and of which criterion. */
struct remedy_said { str text, lead, what, code; const strs *support; const struct due *due; struct source at; };

static bool serves(const struct had_remedy *x, size_t finding)
{
	for (size_t i = 0; i < x->findings.n; i++)
		if (x->findings.at[i] == finding)
			return true;
	return false;
}

static bool same_due(struct importing *m, const struct had_remedy *x, const struct due *d)
{
	bool period = d->kind != DUE_NONE && str_eq(x->due_kind, str_c(due_kinds[d->kind]));
	if (d->kind == DUE_ONGOING)                        /* its days are those of its reviews */
		period &= rhythm_of(x->review) == rhythm_said(m->a, d->text);
	else
		period &= str_eq(x->due_to, date_iso(m->a, d->to)) && str_eq(x->due_from, date_iso(m->a, d->from));
	return period || same_text(m->a, x->due_text, d->text);
}

static bool same_lead(struct importing *m, const struct had_remedy *x, str lead)
{
	return same_text(m->a, x->lead, lead) || (x->lead_id && x->lead_id == unit_called(m, lead));
}

/* Does the document say these very words of any criterion? Then nothing else that it says is meant by them. */
static bool said_as_is(struct importing *m, str text)
{
	for (size_t i = 0; i < m->f->criteria.n; i++)
		for (size_t k = 0; k < m->f->criteria.at[i].remedies.n; k++)
			if (same_text(m->a, m->f->criteria.at[i].remedies.at[k], text))
				return true;
	return false;
}

/* The only one under its finding that the document says in fewer words, or in more: the wordings are told side by side. */
static size_t find_shortened(struct importing *m, size_t finding, const struct remedy_said *s)
{
	size_t ret = NO_INDEX;
	for (size_t i = 0; finding != NO_INDEX && i < m->had.remedies.n; i++) {
		const struct had_remedy *x = &m->had.remedies.at[i];
		if (x->met || x->until || !serves(x, finding) || !same_shortened(m->a, x->text, s->text) || said_as_is(m, x->text))
			continue;
		if (ret != NO_INDEX)
			return NO_INDEX;
		ret = i;
	}
	return ret;
}

/* Under its finding by its words, those first that say the same due too; elsewhere only if due and lead do not differ. */
static size_t find_remedy(struct importing *m, size_t finding, const struct remedy_said *s)
{
	size_t under = NO_INDEX, elsewhere = NO_INDEX;
	for (size_t i = m->had.remedies.n; i-- > 0;) {
		const struct had_remedy *x = &m->had.remedies.at[i];
		if (!same_text(m->a, x->text, s->text))
			continue;
		bool due = !s->due->text.n || same_due(m, x, s->due), lead = !s->lead.n || same_lead(m, x, s->lead);
		if (finding != NO_INDEX && serves(x, finding))
			under = under == NO_INDEX || (due && lead) ? i : under;
		else if (due && lead)
			elsewhere = i;
	}
	return under != NO_INDEX ? under : elsewhere;
}

/* The same words, due and lead give the same mark; one that is taken is marked anew. */
static str remedy_mark(struct importing *m, const struct had_remedy *x)
{
	bool day = x->due_to.n && !x->review.n;
	str due = day ? x->due_to : text_key(m->a, x->due_text);
	str text = text_key(m->a, x->text), lead = text_key(m->a, x->lead);
	str mark = text_mark(m->a, "", str_fmt(m->a, "%.*s\n%.*s %.*s\n%.*s", SF(text), SF(x->due_kind), SF(due), SF(lead)));
	for (size_t i = 0; i < m->had.remedies.n; i++)
		if (str_eq(m->had.remedies.at[i].mark, mark)) {
			mark = text_mark(m->a, "", mark);
			i = (size_t)-1;
		}
	return mark;
}

/* The first review of what goes on is counted from its last progress, else from the day of the plan. */
static struct date begins(const struct importing *m, const struct had_remedy *x)
{
	struct date d = day_iso(x->reviewed_on);
	for (size_t i = 0; i < m->had.versions.n && !d.year; i++)
		if (m->had.versions.at[i].version == m->version)
			d = day_iso(m->had.versions.at[i].issued_on);
	return date_day_known(d) ? d : record_today();
}

static void put_due(struct importing *m, struct had_remedy *x, const struct due *d)
{
	enum rhythm often = d->kind == DUE_ONGOING ? rhythm_said(m->a, d->text) : RHYTHM_NONE;
	x->due_kind = str_c(due_kinds[d->kind]);
	x->review = str_c(rhythm_kept(often));
	x->due_from = date_iso(m->a, d->from);
	x->due_to = date_iso(m->a, often ? review_after(often, begins(m, x)) : d->to);
}

static str remedy_vi(struct arena *a, const struct had_remedy *x)
{
	struct buf b = buf_open(a);
	buf_put(&b, x->text);
	if (x->due_text.n)
		buf_fmt(&b, " — hạn: %.*s", SF(x->due_text));
	if (x->lead.n)
		buf_fmt(&b, "; chủ trì: %.*s", SF(x->lead));
	return buf_str(&b);
}

static bool new_remedy(struct importing *m, const struct remedy_said *s, size_t *ret, struct err *e)
{
	struct had_remedy x = { .since = m->version, .text = s->text, .lead = s->lead, .due_text = s->due->text };
	x.met = true;
	x.state = S("unknown");
	x.lead_id = s->lead.n ? unit_called(m, s->lead) : 0;
	x.until = m->past ? m->version : 0;
	x.changed = m->past;
	put_due(m, &x, s->due);
	x.mark = remedy_mark(m, &x);
	*ret = m->had.remedies.n;
	if (!add_row(m, Q(import_remedy_add, BODY(m), .plan_id = v_int(m->had.plan),
	                  .mark = v_text(x.mark), .ord = v_int((int64_t)*ret), .since_version = v_int(x.since), .text = v_text(x.text),
	                  .lead_id = v_ref(x.lead_id), .lead_text = v_text(x.lead), .due_kind = v_text(x.due_kind),
	                  .due_text = v_text(x.due_text),
	                  .due_from = v_text(x.due_from), .due_to = v_text(x.due_to), .review = v_text(x.review)), &x.id, e))
		return false;
	*vec_add(m->a, &m->had.remedies) = x;
	propose(m, (struct proposed_row){ PROPOSED_NEW, s->what, S("giải pháp"), remedy_vi(m->a, &x), s->at });
	return claim_add(m, "remedy", x.id, "text", s->text, true, s->at, e) &&
	       (!s->due->text.n || claim_add(m, "remedy", x.id, "due_text", s->due->text, true, source_or(s->due->source, s->at), e)) &&
	       (!s->lead.n || claim_add(m, "remedy", x.id, "lead_text", s->lead, true, s->at, e));
}

/* It is in the record: what this document says of it otherwise. */
static bool old_remedy(struct importing *m, size_t i, const struct remedy_said *s, struct err *e)
{
	struct had_remedy *x = &m->had.remedies.at[i];
	struct thing t = { "remedy", x->id, s->what, s->code };
	bool due = s->due->text.n && same_due(m, x, s->due), lead = s->lead.n && same_lead(m, x, s->lead);
	struct saying c[] = {
		TEXT_AT("text", "giải pháp", s->text, s->at, &x->text),
		TEXT_AT("due_text", "thời hạn", due ? x->due_text : s->due->text, source_or(s->due->source, s->at), &x->due_text),
		TEXT_AT("lead_text", "chủ trì", lead ? x->lead : s->lead, s->at, &x->lead),
	};
	if (x->met)
		return true;
	x->met = true;
	x->changed |= settle(m, &t, c, COUNT(c));
	if (!due && c[1].held)
		put_due(m, x, s->due);
	if (!lead && c[2].held)
		x->lead_id = unit_called(m, s->lead);
	if (x->until && import_is_plan(m->f) && !m->older && x->until < m->version) {
		propose(m, (struct proposed_row){ PROPOSED_NEW, s->what, S("giải pháp có lại"), x->text, s->at });
		x->until = 0;
		x->changed = true;
	}
	c[1].text = s->due->text;
	c[2].text = s->lead;
	return claim_columns(m, "remedy", x->id, c, COUNT(c), e);
}

static bool add_supports(struct importing *m, size_t i, const struct remedy_said *s, struct err *e)
{
	struct had_remedy *x = &m->had.remedies.at[i];
	bool fresh = !x->supports.n;
	for (size_t k = 0; k < s->support->n; k++) {
		str text = s->support->at[k];
		bool known = !text.n;
		int64_t id;
		for (size_t j = 0; j < x->supports.n && !known; j++)
			known = same_text(m->a, x->supports.at[j], text);
		if (known)
			continue;
		if (!fresh)
			propose(m, (struct proposed_row){ PROPOSED_NEW, s->what, S("phối hợp"), text, s->at });
		if (!add_row(m, Q(import_support_add, BODY(m), .remedy_id = v_int(x->id),
		                  .ord = v_int((int64_t)x->supports.n), .unit_id = v_ref(unit_called(m, text)), .text = v_text(text)),
		                  &id, e))
			return false;
		*vec_add(m->a, &x->supports) = text;
	}
	return true;
}

static bool link_to(struct importing *m, size_t remedy, size_t finding, struct err *e)
{
	struct had_remedy *x = &m->had.remedies.at[remedy];
	int64_t id;
	if (serves(x, finding))
		return true;
	*vec_add(m->a, &x->findings) = finding;
	return add_row(m, Q(import_link_add, BODY(m), .remedy_id = v_int(x->id),
	                    .finding_id = v_int(m->had.findings.at[finding].id)), &id, e);
}

static bool import_remedy(struct importing *m, size_t finding, const struct remedy_said *s, size_t *ret, struct err *e)
{
	*ret = find_remedy(m, finding, s);
	*ret = *ret == NO_INDEX ? find_shortened(m, finding, s) : *ret;
	bool fresh = *ret == NO_INDEX;
	if (!(fresh ? new_remedy(m, s, ret, e) : old_remedy(m, *ret, s, e)) || !add_supports(m, *ret, s, e))
		return false;
	return finding == NO_INDEX || link_to(m, *ret, finding, e);
}

bool import_remedies(struct importing *m, size_t finding, const struct criterion *c, struct err *e)
{
	str what = c->code.n ? str_fmt(m->a, "Tiêu chí %.*s", SF(c->code)) : S("Tiêu chí không có mã");
	size_t at;
	for (size_t i = 0; i < c->remedies.n; i++) {
		struct remedy_said s = { c->remedies.at[i], c->lead, what, c->code, &c->support, &c->due, c->source };
		if (s.text.n && !import_remedy(m, finding, &s, &at, e))
			return false;
	}
	return true;
}

/* -- of a field alone -------------------------------------------------------------------------------- */

static bool said_by_criteria(struct importing *m, str text)
{
	for (size_t i = 0; i < m->had.remedies.n; i++)
		if (m->had.remedies.at[i].met && same_text(m->a, m->had.remedies.at[i].text, text))
			return true;
	return false;
}

static bool link_below(struct importing *m, size_t remedy, str code, struct err *e)
{
	for (size_t i = 0; i < m->had.findings.n; i++)
		for (size_t k = 0; m->had.findings.at[i].criterion && k < m->criteria.n; k++)
			if (m->criteria.at[k].id == m->had.findings.at[i].criterion && code_under(m->criteria.at[k].code, code) &&
			    !link_to(m, remedy, i, e))
				return false;
	return true;
}

/* Its criteria have taken a field's remedies; what none of them has serves all that the record knows below it. */
bool import_field_remedies(struct importing *m, struct err *e)
{
	size_t at;
	for (size_t i = 0; i < m->f->fields.n; i++) {
		const struct field *f = &m->f->fields.at[i];
		if (left_now(m, 'f', i))
			continue;
		for (size_t k = 0; k < f->remedies.n; k++) {
			str what = str_fmt(m->a, "Lĩnh vực %.*s", SF(f->code));
			struct remedy_said s = { f->remedies.at[k], f->lead, what, f->code, &f->support, &f->due, f->source };
			if (s.text.n && !said_by_criteria(m, s.text) &&
			    (!import_remedy(m, NO_INDEX, &s, &at, e) || !link_below(m, at, f->code, e)))
				return false;
		}
	}
	return true;
}

/* -- at the end -------------------------------------------------------------------------------------- */

/* The least that this document tells of its findings: one of a field is done when all that it serves is. Words that name no state leave
 * it as it was. */
static enum status least_of(const struct importing *m, const struct had_remedy *x, bool *ret_told)
{
	enum status least = STATUS_NONE;
	for (size_t i = 0; i < m->states.n; i++) {
		enum status s = m->states.at[i].status;
		if (!serves(x, m->states.at[i].finding))
			continue;
		*ret_told = true;
		if (s > STATUS_UNKNOWN && (least == STATUS_NONE || s < least))
			least = s;
	}
	return least;
}

static void states_of_remedies(struct importing *m)
{
	static const char *const names[] = { [STATUS_NOT_DONE] = "not_done", [STATUS_IN_PROGRESS] = "in_progress", [STATUS_DONE] = "done" };
	str day = import_day(m);
	for (size_t i = 0; m->states.n && i < m->had.remedies.n; i++) {
		struct had_remedy *x = &m->had.remedies.at[i];
		bool told = false;
		enum status s = least_of(m, x, &told);
		if (!told || x->until || (x->reviewed_on.n && strcmp(x->reviewed_on.p, day.p) > 0))
			continue;
		x->state = s ? str_c(names[s]) : x->state;
		x->reviewed_on = day;
		x->due_to = x->review.n ? date_iso(m->a, review_after(rhythm_of(x->review), day_iso(day))) : x->due_to;
		x->changed = true;
	}
}

bool import_remedies_close(struct importing *m, struct err *e)
{
	import_plan_close(m);
	states_of_remedies(m);
	for (size_t i = 0; i < m->had.remedies.n; i++) {
		const struct had_remedy *x = &m->had.remedies.at[i];
		if (x->changed && !set_row(m, Q(import_remedy_set, .id = v_int(x->id), WHO(m), .text = v_text(x->text),
		                                .lead_id = v_ref(x->lead_id),
		                                .lead_text = v_text(x->lead), .due_kind = v_text(x->due_kind),
		                                .due_text = v_text(x->due_text),
		                                .due_from = v_text(x->due_from), .due_to = v_text(x->due_to),
		                                .review = v_text(x->review), .until_version = v_ref(x->until),
		                                .state = v_text(x->state), .reviewed_on = v_text(x->reviewed_on)), e))
			return false;
	}
	return true;
}
