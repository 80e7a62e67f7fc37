#include "app/import_parts.h"

/* The plan and its versions: which of them a document is, and what a later one leaves out. */

bool import_is_plan(const struct facts *f)
{
	const struct document *d = &f->document;
	return d->kind == DOC_PLAN || (d->kind == DOC_ANNEX && d->attached_to.present && d->attached_to.kind == DOC_PLAN);
}

bool import_has_remedies(const struct facts *f)
{
	bool some = false;
	for (size_t i = 0; i < f->criteria.n; i++)
		some |= f->criteria.at[i].remedies.n > 0;
	for (size_t i = 0; i < f->fields.n; i++)
		some |= f->fields.at[i].remedies.n > 0;
	return some;
}

/* By what both print: "2026-06" is not before "2026-06-12". As plan_head. */
static bool later(str x, str y)
{
	size_t n = x.n < y.n ? x.n : y.n;
	return n && memcmp(x.p, y.p, n) > 0;
}

/* The last to come of those that none is later than; but for one. */
static const struct had_version *newest(const struct importing *m, int64_t but)
{
	for (size_t i = m->had.versions.n; i-- > 0;) {
		bool old = m->had.versions.at[i].version == but;
		for (size_t k = 0; k < m->had.versions.n; k++) {
			const struct had_version *x = &m->had.versions.at[k];
			old |= x->version != but && later(x->issued_on, m->had.versions.at[i].issued_on);
		}
		if (!old)
			return &m->had.versions.at[i];
	}
	return NULL;
}

static str day_of(struct arena *a, str iso)
{
	const char *p = iso.p;
	return iso.n == 10 ? str_fmt(a, "%.2s/%.2s/%.4s", p + 8, p + 5, p) : iso.n == 7 ? str_fmt(a, "%.2s/%.4s", p + 5, p) : iso;
}

static str called(struct arena *a, const struct had_version *v)
{
	str day = day_of(a, v->issued_on);
	return str_fmt(a, "%.*s%s%.*s", SF(v->number), v->number.n && day.n ? ", " : "", SF(day));
}

/* Documents come in any order; what a later plan says stays. */
static void place_among(struct importing *m)
{
	const struct had_version *now = newest(m, 0), *before = newest(m, m->version), *v = NULL;
	m->before = before ? before->version : 0;
	for (size_t i = 0; i < m->had.versions.n; i++)
		if (m->had.versions.at[i].version == m->version)
			v = &m->had.versions.at[i];
	if (!v || v == now)
		return;
	m->older = true;
	for (size_t i = 0; i < m->had.remedies.n; i++)
		m->past |= !m->had.remedies.at[i].until;
	if (later(now->issued_on, v->issued_on))
		*vec_add(m->a, &m->p->notes) =
			str_fmt(m->a, "Kế hoạch này (%.*s) cũ hơn kế hoạch đang có (%.*s): kế hoạch đang có giữ nguyên%s.", SF(called(m->a, v)),
		                SF(called(m->a, now)), m->past ? "; giải pháp chỉ kế hoạch này có được lưu như đã thôi" : "");
}

/* "2026-06" and "2026-06-12" are no two days. */
static bool same_day(str x, str y) { return x.n && y.n && (str_starts(x, y) || str_starts(y, x)); }

static bool all_known(struct importing *m)
{
	for (size_t i = 0; i < m->f->criteria.n; i++)
		for (size_t k = 0; k < m->f->criteria.at[i].remedies.n; k++) {
			bool known = false;
			for (size_t j = 0; j < m->had.remedies.n && !known; j++)
				known = same_text(m->a, m->had.remedies.at[j].text, m->f->criteria.at[i].remedies.at[k]);
			if (!known)
				return false;
		}
	return true;
}

/* Numbers tell; where one has none (a draft, an annex), the days; where these are not known either, what it says. */
static bool same_version(struct importing *m, const struct had_version *v, str day)
{
	str number = m->f->document.number;
	if (number.n && v->number.n)
		return same_text(m->a, number, v->number);
	return day.n && v->issued_on.n ? same_day(day, v->issued_on) : all_known(m);
}

static bool fill_version(struct importing *m, struct had_version *v, str day, struct err *e)
{
	str number = m->f->document.number;
	bool number_new = number.n && !v->number.n, day_new = day.n > v->issued_on.n;
	propose(m, (struct proposed_row){ number_new || day_new ? PROPOSED_NEW : PROPOSED_SAME, S("Kế hoạch"), S("số, ngày"),
	                                  str_fmt(m->a, "%.*s %.*s", SF(number), SF(day)) });
	if (!number_new && !day_new)
		return true;
	v->number = number_new ? number : v->number;
	v->issued_on = day_new ? day : v->issued_on;
	return set_row(m, Q(import_version_fill, .id = v_int(v->id), WHO(m), .number = v_text(number),
	                    .issued_on = v_text(v->issued_on), .document_id = v_ref(m->document)), e);
}

static bool add_version(struct importing *m, str day, struct err *e)
{
	const struct document *d = &m->f->document;
	size_t n = m->had.versions.n;
	struct had_version v = { .version = n ? m->had.versions.at[n - 1].version + 1 : 1 };
	v.number = d->number;
	v.title = d->title;
	v.issued_on = day;
	propose(m, (struct proposed_row){ PROPOSED_NEW, S("Kế hoạch"), str_fmt(m->a, "lần ban hành thứ %lld", (long long)v.version),
	                                  d->number.n || day.n ? str_fmt(m->a, "%.*s %.*s", SF(d->number), SF(day)) : S("chưa có số, ngày"),
	                                  d->source });
	m->version = v.version;
	bool ok = add_row(m, Q(import_version_add, BODY(m), .plan_id = v_int(m->had.plan),
	                       .version = v_int(v.version), .number = v_text(v.number), .title = v_text(v.title), .issued_on = v_text(day),
	                       .document_id = v_int(m->document)), &v.id, e);
	*vec_add(m->a, &m->had.versions) = v;
	return ok;
}

static bool find_version(struct importing *m, str day, struct err *e)
{
	for (size_t i = m->had.versions.n; i-- > 0;)
		if (same_version(m, &m->had.versions.at[i], day)) {
			m->version = m->had.versions.at[i].version;
			return fill_version(m, &m->had.versions.at[i], day, e);
		}
	return m->known || add_version(m, day, e);
}

bool import_plan(struct importing *m, struct err *e)
{
	m->item = (struct proposed_item){ 'd', 0 };
	bool plan = import_is_plan(m->f);
	const struct had_version *now = newest(m, 0);
	m->version = now ? now->version : 1;
	if (!m->had.plan && (plan || import_has_remedies(m->f)) &&
	    !add_row(m, Q(import_plan_add, BODY(m), .cycle_id = v_int(m->cycle)),
	             &m->had.plan, e))
		return false;
	if (!plan)
		return true;
	if (!find_version(m, date_iso(m->a, m->f->document.date), e))
		return false;
	place_among(m);
	return true;
}

/* A later version leaves out what it does not want any more; of what was begun a person must know. */
void import_plan_close(struct importing *m)
{
	m->item = (struct proposed_item){ 'd', 0 };
	if (m->known || m->ask->leave.n || !import_is_plan(m->f) || !import_has_remedies(m->f) || m->older)
		return;
	for (size_t i = 0; i < m->had.remedies.n; i++) {
		struct had_remedy *x = &m->had.remedies.at[i];
		if (x->until || x->met || x->since >= m->version)
			continue;
		x->until = m->before;
		x->changed = true;
		propose(m, (struct proposed_row){ PROPOSED_NEW, S("Kế hoạch"), S("giải pháp thôi từ lần này"), x->text });
		if (x->reviewed_on.n)
			*vec_add(m->a, &m->p->notes) =
				str_fmt(m->a, "Kế hoạch này không còn giải pháp “%.*s”, đã có tiến độ đến %.*s.", SF(x->text),
			                SF(day_of(m->a, x->reviewed_on)));
	}
}
