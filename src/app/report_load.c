#include "app/kept.h"
#include "app/month.h"
#include "app/record_parts.h"
#include "app/report.h"
#include "app/report_parts.h"
#include "app/sheet.h"
#include "report/report.h"
#include "report/tables.h"

/* What each kind needs, out of the use cases that show the same on pages. */

/* year 0: the newest in which the body has something, else the newest of all. */
static bool cycle_of(struct record *r, int64_t body, int *year, int64_t *ret, struct err *e)
{
	CLEANUP(rows_close) struct rows rows = { 0 };
	int newest = 0;
	*ret = 0;
	if (!db_query(r->db, Q(place_years, .body_id = v_int(body)), &rows, e))
		return false;
	for (bool used = false; !used && rows_next(&rows);) {
		int at = (int)col_int(&rows, 1);
		used = *year ? at == *year : col_int(&rows, 2) > 0;
		if (used || (!*year && !newest)) {
			*ret = col_int(&rows, 0);
			newest = at;
		}
	}
	*year = *ret ? newest : *year;
	if (!rows_done(&rows, e))
		return false;
	return *ret || (fail(e, ERR_NOT_FOUND, "Hồ sơ chưa có kỳ đánh giá ấy."), err_hint(e, "Người quản trị mở kỳ bằng khacphuc cycle add."));
}

static bool letter(struct record *r, struct arena *a, const struct report_ask *ask, int64_t cycle, struct report_known *known,
        struct err *e)
{
	known->facts = make(a, struct facts);
	return report_letterhead(r, a, ask->body, cycle, ask->kind, known->facts, &known->body, e);
}

/* -- months ------------------------------------------------------------------------------------------- */

static bool load_months(struct record *r, struct arena *a, const struct report_ask *ask, struct report_known *known, struct report_in *in,
                        struct err *e)
{
	struct month_table t;
	struct report_months *m = make(a, struct report_months);
	if (!letter(r, a, ask, 0, known, e) || !month_open(r, a, ask->body, ask->year, &(struct month_want){ 0 }, &t, e))
		return false;
	m->year = t.year;
	m->cycle_year = known->year = t.cycle_year;
	for (size_t i = 0; i < t.rows.n; i++) {
		const struct month_row *x = &t.rows.at[i];
		struct report_months_row *row = vec_add(a, &m->rows);
		*row = (struct report_months_row){ .codes = x->codes, .text = x->text, .lead = x->lead, .due = x->due_text,
		        .state = x->state };
		memcpy(row->cell, x->cell, sizeof row->cell);
	}
	for (size_t i = 0; i < t.fields.n; i++) {
		const struct month_field *f = &t.fields.at[i];
		*vec_add(a, &m->fields) = (struct report_months_field){ f->code, f->name, f->first, f->n };
	}
	memcpy(m->quarter, t.quarter, sizeof m->quarter);
	in->months = m;
	return true;
}

/* -- a sheet ------------------------------------------------------------------------------------------ */

static str explanation_of(struct arena *a, const struct sheet_row *row)
{
	str s = row->explanation;
	report_join(a, &s, row->explanation2);
	return s;
}

/* The letterhead and the sheet of the cycle that is asked for. */
static bool sheet_of_body(struct record *r, struct arena *a, const struct report_ask *ask, struct report_known *known,
                          struct sheet_page *ret, struct err *e)
{
	int64_t cycle;
	int year = ask->year;
	if (!cycle_of(r, ask->body, &year, &cycle, e) || !letter(r, a, ask, cycle, known, e) ||
	    !sheet_open(r, a, ask->body, cycle, year, ret, e))
		return false;
	known->body.cycle = cycle;
	return true;
}

static bool load_score(struct record *r, struct arena *a, const struct report_ask *ask, struct report_known *known, struct report_in *in,
                       struct err *e)
{
	struct sheet_page p;
	struct report_score *s = make(a, struct report_score);
	if (!sheet_of_body(r, a, ask, known, &p, e))
		return false;
	known->year = p.year;
	*s = (struct report_score){ .year = p.year, .set_name = p.set_name, .class = p.class, .max = p.max, .points = p.points,
	        .percent = p.percent,
		                    .self = NO_POINTS, .appraised = NO_POINTS };
	for (size_t i = 0; p.kind == SHEET_KEPT && i < p.lines.n; i++) {
		const struct sheet_line *l = &p.lines.at[i];
		struct report_score_row *row = vec_add(a, &s->rows);
		*row = (struct report_score_row){ .level = l->level, .leaf = l->leaf, .excluded = l->excluded, .code = l->code,
		        .name = l->name,
			                          .max = l->max, .self = l->self, .appraised = l->appraised, .points = l->points,
			                          .reason = l->reason, .files = -1 };
		s->appraised_any |= l->appraised != NO_POINTS;
		if (l->level == 0 && l->self != NO_POINTS)
			s->self = (s->self == NO_POINTS ? 0 : s->self) + l->self;
		if (!l->leaf)
			continue;
		const struct sheet_row *said = &p.scored.sheet->rows.at[p.scored.scoring->leaf_of[l->at]];
		row->explanation = explanation_of(a, said);
		row->files = said->files >= 0 ? said->files : (int)l->proofs.n;
	}
	s->appraised = s->appraised_any ? p.points : NO_POINTS;
	in->score = s;
	return true;
}

static bool load_evidence(struct record *r, struct arena *a, const struct report_ask *ask, struct report_known *known, struct report_in *in,
                          struct err *e)
{
	struct sheet_page p;
	struct report_evidence *v = make(a, struct report_evidence);
	if (!sheet_of_body(r, a, ask, known, &p, e))
		return false;
	known->year = v->year = p.year;
	for (size_t i = 0; i < p.lines.n; i++) {
		const struct sheet_line *l = &p.lines.at[i];
		struct report_evidence_row *row = vec_add(a, &v->rows);
		*row = (struct report_evidence_row){ .level = l->level, .leaf = l->leaf, .code = l->code, .name = l->name };
		for (size_t k = 0; k < l->proofs.n; k++)
			*vec_add(a, &row->proofs) = (struct report_proof){ l->proofs.at[k].number, l->proofs.at[k].title,
			        l->proofs.at[k].issuer,
				                                           l->proofs.at[k].pointer, l->proofs.at[k].issued };
		v->proofs += (int)l->proofs.n;
		v->without += l->leaf && !l->proofs.n;
	}
	in->evidence = v;
	return true;
}

/* -- many bodies -------------------------------------------------------------------------------------- */

static bool load_ranking(struct record *r, struct arena *a, const struct report_ask *ask, struct report_known *known, struct report_in *in,
                         struct err *e)
{
	struct report_ranking *k = make(a, struct report_ranking);
	struct standing **at = NULL;
	int64_t cycle;
	int year = ask->year;
	if (!cycle_of(r, ask->body, &year, &cycle, e) || !letter(r, a, ask, cycle, known, e) ||
	    !kept_results(r, a, NULL, year, NULL, &at, &k->n, e))
		return false;
	known->body.cycle = cycle;
	known->year = k->year = year;
	k->at = at;
	in->ranking = k;
	return true;
}

bool report_load(struct record *r, struct arena *a, const struct report_ask *ask, struct report_known *known, struct report_in *in,
                 struct err *e)
{
	bool ok = false;
	switch (ask->kind->needs) {
	case NEEDS_FACTS:
		ok = report_facts(r, a, ask->body, ask->year, ask->kind, &ask->cut, known, e);
		break;
	case NEEDS_MONTHS:
		ok = load_months(r, a, ask, known, in, e);
		break;
	case NEEDS_SCORE:
		ok = load_score(r, a, ask, known, in, e);
		break;
	case NEEDS_EVIDENCE:
		ok = load_evidence(r, a, ask, known, in, e);
		break;
	case NEEDS_RANKING:
		ok = load_ranking(r, a, ask, known, in, e);
		break;
	}
	if (ok)
		report_words(a, &known->body, in);
	in->facts = known->facts;
	return ok;
}
