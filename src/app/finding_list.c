#include "app/finding_list.h"
#include "app/finding.h"
#include "app/plan.h"
#include "app/record_parts.h"
#include "core/day.h"
#include "store/repo_plan.h"
#include "store/search.h"
#include <stdlib.h>

/* Columns of findings_page before those of a remedy. */
enum { REMEDY_AT = 10 };

struct asking {
	struct record *r;
	struct arena *a;
	const struct finding_ask *q;
	struct arg who, from, to, origin, state, ids, due_from, due_to, remedy_state;
	int64_t of_remedy;
};

/* -- what is asked for --------------------------------------------------------------------------------- */

/* "7" is ".07.", as the view criterion_place has it; all that begins so lies before ".07/". */
static void ask_field(struct asking *k)
{
	str f = k->q->field;
	bool none = str_eq(f, S("-")), digit = f.n == 1 && f.p[0] >= '0' && f.p[0] <= '9';
	k->from = v_text(none ? S("~") : f.n ? str_fmt(k->a, ".%s%.*s.", digit ? "0" : "", SF(f)) : S(" "));
	k->to = v_text(none || !f.n ? S("~~") : str_fmt(k->a, ".%s%.*s/", digit ? "0" : "", SF(f)));
}

static bool read_ids(struct asking *k, struct rows *rows, struct err *e)
{
	struct buf b = buf_open(k->a);
	buf_put(&b, S(","));
	while (rows_next(rows))
		buf_fmt(&b, "%lld,", (long long)col_int(rows, 0));
	k->ids = v_text(buf_str(&b));
	return rows_done(rows, e);
}

static bool ask_words(struct asking *k, struct err *e)
{
	CLEANUP(rows_close) struct rows rows = { 0 };
	str text = k->q->text;
	int64_t finding = text.n && (text.p[0] == 'T' || text.p[0] == 't') ? named_id(text.p, 'T') : 0;
	int64_t remedy = text.n && (text.p[0] == 'G' || text.p[0] == 'g') ? named_id(text.p, 'G') : 0;
	k->ids = v_null();
	if (!text.n)
		return true;
	if (finding)
		return k->ids = v_text(str_fmt(k->a, ",%lld,", (long long)finding)), true;
	struct query words = words_query(k->a, text, true);
	str within = search_within(k->r->db, k->a, &words, k->q->body, k->q->cycle);
	if (!remedy && !within.n)
		return k->ids = v_text(S(",")), true;
	if (remedy ? !db_query(k->r->db, Q(findings_of_remedy, .who = k->who, .remedy_id = v_int(remedy)), &rows, e)
	           : !db_query(k->r->db, Q(findings_words, .who = k->who, .words = v_text(within), .most = v_int(FINDINGS_NAMED)), &rows,
	                       e))
		return false;
	return read_ids(k, &rows, e);
}

static void ask_remedy(struct asking *k, struct date today)
{
	const struct finding_ask *q = k->q;
	static const struct date begin = { 1900, 1, 1 };
	k->remedy_state = q->state ? v_text(str_c(state_kept(q->state))) : v_null();
	k->due_from = k->due_to = v_null();
	if (q->due == DUE_LATE) {
		k->due_from = v_text(date_iso(k->a, begin));
		k->due_to = v_text(date_iso(k->a, date_add_days(today, -1)));
	} else if (q->due == DUE_SOON_ALONE) {
		k->due_from = v_text(date_iso(k->a, today));
		k->due_to = v_text(date_iso(k->a, date_add_days(today, DUE_AHEAD)));
	}
	k->of_remedy = q->lead || q->state || q->due || q->lack == LACK_LEAD || q->lack == LACK_DUE;
}

/* -- what there is ------------------------------------------------------------------------------------- */

#define ASKED(k) \
	.who = (k)->who, .body_id = v_int((k)->q->body), .cycle_id = v_int((k)->q->cycle), .from = (k)->from, .to = (k)->to, \
	.origin = (k)->origin, .state = (k)->state, .ids = (k)->ids, .lack_remedy = v_int((k)->q->lack == LACK_REMEDY), \
	.lack_evidence = v_int((k)->q->lack == LACK_EVIDENCE), .of_remedy = v_int((k)->of_remedy), .lead_id = v_int((k)->q->lead), \
	.remedy_state = (k)->remedy_state, .due_from = (k)->due_from, .due_to = (k)->due_to, \
	.lack_lead = v_int((k)->q->lack == LACK_LEAD), .lack_due = v_int((k)->q->lack == LACK_DUE)

static bool total(const struct asking *k, struct finding_list *l, struct err *e)
{
	CLEANUP(rows_close) struct rows rows = { 0 };
	bool plain = !k->of_remedy && !k->q->lack && k->ids.kind == V_NULL;
	if (plain ? !db_query(k->r->db, Q(findings_sum, .who = k->who, .body_id = v_int(k->q->body), .cycle_id = v_int(k->q->cycle),
	                                  .from = k->from, .to = k->to, .origin = k->origin, .state = k->state), &rows, e)
	          : !db_query(k->r->db, Q(findings_total, ASKED(k)), &rows, e))
		return false;
	if (rows_next(&rows)) {
		l->total = col_int(&rows, 0);
		l->lost = col_int(&rows, 1);
		l->open = col_int(&rows, 2);
	}
	return rows_done(&rows, e);
}

static bool page(const struct asking *k, struct finding_list *l, struct err *e)
{
	CLEANUP(rows_close) struct rows r = { 0 };
	struct arena *a = k->a;
	int64_t skip = (int64_t)(k->q->page < 1 ? 0 : k->q->page - 1) * FINDINGS_PAGE;
	if (!db_query(k->r->db, Q(findings_page, ASKED(k), .limit = v_int(FINDINGS_PAGE), .skip = v_int(skip)), &r, e))
		return false;
	while (rows_next(&r)) {
		int64_t id = col_int(&r, 0);
		struct plan_finding *f = l->at.n ? &l->at.at[l->at.n - 1] : NULL;
		if (!f || f->id != id)
			*(f = vec_add(a, &l->at)) = (struct plan_finding){
				.id = id, .origin = col_text(&r, a, 1), .text = col_text(&r, a, 2), .cause = col_text(&r, a, 3),
				.max = col_points(&r, 4), .points = NO_POINTS, .lost = col_points(&r, 5),
				.mended = str_eq(col_text(&r, a, 6), S("mended")), .code = col_text(&r, a, 7), .name = col_text(&r, a, 8),
				.evidence = (int)col_int(&r, 9) };
		if (col_null(&r, REMEDY_AT))
			continue;
		*vec_add(a, &f->remedies) = l->remedies.n;
		*vec_add(a, &l->remedies) = remedy_columns(&r, a, REMEDY_AT);
	}
	l->more = skip + (int64_t)l->at.n < l->total;
	return rows_done(&r, e);
}

/* A set that documents told of may lack the head of a field: then the field is there by its number. */
static bool fields(const struct asking *k, struct finding_list *l, struct err *e)
{
	CLEANUP(rows_close) struct rows r = { 0 };
	if (!db_query(k->r->db, Q(findings_fields, .cycle_id = v_int(k->q->cycle), .level = v_text(k->q->level)), &r, e))
		return false;
	while (rows_next(&r)) {
		str code = col_text(&r, k->a, 0), first = str_sub(code, 0, str_find(code, S("."), 0));
		struct finding_field *f = NULL;
		for (size_t i = 0; i < l->fields.n && !f; i++)
			f = str_eq(l->fields.at[i].code, first) ? &l->fields.at[i] : NULL;
		if (!f)
			*(f = vec_add(k->a, &l->fields)) = (struct finding_field){ .code = first };
		if (first.n == code.n)
			f->name = col_text(&r, k->a, 1);
	}
	return rows_done(&r, e);
}

static int by_code(const void *a, const void *b)
{
	const struct finding_field *x = a, *y = b;
	return code_cmp(x->code, y->code);
}

bool finding_list(struct record *r, struct arena *a, const struct finding_ask *ask, struct finding_list *ret, struct err *e)
{
	CLEANUP(tx_close) struct tx look = { 0 };
	struct asking k = { .r = r, .a = a, .q = ask, .who = v_int(r->who.person), .origin = v_text(ask->origin),
		            .state = v_text(ask->open ? S("open") : ask->mended ? S("mended") : S("")) };
	int doubt = 0;
	*ret = (struct finding_list){ .today = record_today() };
	ask_field(&k);
	ask_remedy(&k, ret->today);
	if (!tx_look(r->db, &look, e) || !ask_words(&k, e) || !total(&k, ret, e) || !page(&k, ret, e) || !fields(&k, ret, e) ||
	    !plan_settle(r, a, ret->remedies.at, ret->remedies.n, (struct date){ 0 }, ret->today, &doubt, e))
		return false;
	if (ret->fields.n)
		qsort(ret->fields.at, ret->fields.n, sizeof *ret->fields.at, by_code);
	return true;
}

bool finding_choices(struct record *r, struct arena *a, int64_t body, bool all, struct finding_choices *ret, struct err *e)
{
	CLEANUP(rows_close) struct rows rows = { 0 };
	*ret = (struct finding_choices){ 0 };
	if (!db_query(r->db, Q(work_choices, .who = v_int(r->who.person), .body_id = v_int(body), .all = v_int(all)), &rows, e))
		return false;
	while (rows_next(&rows)) {
		struct finding_choice c = { col_int(&rows, 1), col_text(&rows, a, 2), col_text(&rows, a, 3), col_text(&rows, a, 4) };
		switch (col_int(&rows, 0)) {
		case 0: *vec_add(a, &ret->rooms) = c; break;
		case 1: *vec_add(a, &ret->bodies) = c; break;
		default: *vec_add(a, &ret->people) = c; break;
		}
	}
	return rows_done(&rows, e);
}
