#include "store/repo_import.h"

static struct maybe maybe_int(struct rows *r, int col) { return (struct maybe){ !col_null(r, col), col_int(r, col) }; }

bool had_load_units(struct db *db, struct arena *a, int64_t body, had_units *ret, struct err *e)
{
	CLEANUP(rows_close) struct rows r = { 0 };
	if (!db_query(db, Q(import_units, .body_id = v_int(body)), &r, e))
		return false;
	while (rows_next(&r))
		*vec_add(a, ret) = (struct had_unit){ .id = col_int(&r, 0), .parent = col_int(&r, 1), .body = col_int(&r, 2),
			                              .level = col_text(&r, a, 3), .name = col_text(&r, a, 4) };
	return rows_done(&r, e);
}

bool had_load_criteria(struct db *db, struct arena *a, int64_t cycle, str level, had_criteria *ret, struct err *e)
{
	CLEANUP(rows_close) struct rows r = { 0 };
	if (!db_query(db, Q(import_criteria, .cycle_id = v_int(cycle), .level = v_text(level)), &r, e))
		return false;
	while (rows_next(&r))
		*vec_add(a, ret) = (struct had_criterion){
			.id = col_int(&r, 0), .version = col_int(&r, 1), .parent = col_int(&r, 2), .identity = col_int(&r, 3),
			.mark = col_text(&r, a, 4),
			.leaf = col_int(&r, 5), .code = col_text(&r, a, 6), .name = col_text(&r, a, 7), .max = maybe_int(&r, 8),
			.set = col_int(&r, 9),
		};
	return rows_done(&r, e);
}

bool had_load_names(const struct had_of *of, had_criteria *ret, struct err *e)
{
	CLEANUP(rows_close) struct rows r = { 0 };
	if (!db_query(of->db, Q(import_own_names, .body_id = v_int(of->body), .cycle_id = v_int(of->cycle), .who = v_int(of->who)), &r, e))
		return false;
	while (rows_next(&r))
		for (size_t i = 0; i < ret->n; i++)
			if (ret->at[i].id == col_int(&r, 0) && !ret->at[i].version && !ret->at[i].told) {
				ret->at[i].name = col_text(&r, of->a, 1);
				ret->at[i].told = true;
			}
	return rows_done(&r, e);
}

/* -- one list each ----------------------------------------------------------------------------------- */

typedef void take_fn(const struct had_of *of, struct rows *r, struct had *h);

static bool each(const struct had_of *of, enum query_id q, const struct arg *args, take_fn *take, struct had *h, struct err *e)
{
	CLEANUP(rows_close) struct rows r = { 0 };
	if (!db_query(of->db, q, args, &r, e))
		return false;
	while (rows_next(&r))
		take(of, &r, h);
	return rows_done(&r, e);
}

static void take_result(const struct had_of *of, struct rows *r, struct had *h)
{
	(void)of;
	h->result = (struct had_result){ col_int(r, 0),  maybe_int(r, 1), maybe_int(r, 2), maybe_int(r, 3),
		                         maybe_int(r, 4), maybe_int(r, 5), maybe_int(r, 6) };
}

static void take_field(const struct had_of *of, struct rows *r, struct had *h)
{
	*vec_add(of->a, &h->fields) = (struct had_field){ col_int(r, 0),   col_text(r, of->a, 1), col_text(r, of->a, 2),
		                                          maybe_int(r, 3), maybe_int(r, 4),       maybe_int(r, 5) };
}

static void take_finding(const struct had_of *of, struct rows *r, struct had *h)
{
	struct arena *a = of->a;
	*vec_add(a, &h->findings) = (struct had_finding){
		.id = col_int(r, 0), .origin = col_text(r, a, 1), .criterion = col_int(r, 2), .mark = col_text(r, a, 3),
		.text = col_text(r, a, 4),
		.cause = col_text(r, a, 5), .note = col_text(r, a, 6), .max = maybe_int(r, 7), .points = maybe_int(r, 8),
		.lost = maybe_int(r, 9),
	};
}

static void take_plan(const struct had_of *of, struct rows *r, struct had *h) { (void)of, h->plan = col_int(r, 0); }

static void take_version(const struct had_of *of, struct rows *r, struct had *h)
{
	struct arena *a = of->a;
	*vec_add(a, &h->versions) = (struct had_version){ col_int(r, 0), col_int(r, 1), col_text(r, a, 2), col_text(r, a, 3),
		                                          col_text(r, a, 4) };
}

static void take_remedy(const struct had_of *of, struct rows *r, struct had *h)
{
	struct arena *a = of->a;
	*vec_add(a, &h->remedies) = (struct had_remedy){
		.id = col_int(r, 0), .mark = col_text(r, a, 1), .since = col_int(r, 2), .until = col_int(r, 3), .text = col_text(r, a, 4),
		.lead_id = col_int(r, 5), .lead = col_text(r, a, 6), .due_kind = col_text(r, a, 7), .due_text = col_text(r, a, 8),
		.due_from = col_text(r, a, 9), .due_to = col_text(r, a, 10), .state = col_text(r, a, 11), .reviewed_on = col_text(r, a, 12),
		.review = col_text(r, a, 13),
	};
}

static struct had_remedy *remedy_of(struct had *h, int64_t id)
{
	for (size_t i = 0; i < h->remedies.n; i++)
		if (h->remedies.at[i].id == id)
			return &h->remedies.at[i];
	return NULL;
}

static void take_link(const struct had_of *of, struct rows *r, struct had *h)
{
	struct had_remedy *x = remedy_of(h, col_int(r, 0));
	for (size_t i = 0; x && i < h->findings.n; i++)
		if (h->findings.at[i].id == col_int(r, 1))
			*vec_add(of->a, &x->findings) = i;
}

static void take_support(const struct had_of *of, struct rows *r, struct had *h)
{
	struct had_remedy *x = remedy_of(h, col_int(r, 0));
	if (x)
		*vec_add(of->a, &x->supports) = col_text(r, of->a, 1);
}

static void take_progress(const struct had_of *of, struct rows *r, struct had *h)
{
	struct arena *a = of->a;
	*vec_add(a, &h->progress) = (struct had_progress){ col_int(r, 0),     col_int(r, 1),     col_int(r, 2),
		                                           col_text(r, a, 3), col_text(r, a, 4), col_text(r, a, 5) };
}

static void take_measure(const struct had_of *of, struct rows *r, struct had *h)
{
	struct arena *a = of->a;
	*vec_add(a, &h->measures) = (struct had_measure){
		col_int(r, 0), col_int(r, 1), col_text(r, a, 2), col_text(r, a, 3), col_text(r, a, 4), col_text(r, a, 5), col_text(r, a, 6),
		col_text(r, a, 7), col_text(r, a, 8), col_text(r, a, 9), col_text(r, a, 10),
	};
}

static void take_request(const struct had_of *of, struct rows *r, struct had *h)
{
	*vec_add(of->a, &h->requests) = (struct had_request){ col_int(r, 0), col_text(r, of->a, 1) };
}

static void take_passage(const struct had_of *of, struct rows *r, struct had *h)
{
	*vec_add(of->a, &h->passages) = (struct had_passage){ col_int(r, 0), col_text(r, of->a, 1), col_text(r, of->a, 2) };
}

static void take_claim(const struct had_of *of, struct rows *r, struct had *h)
{
	struct arena *a = of->a;
	*vec_add(a, &h->claims) = (struct had_claim){
		.entity = col_text(r, a, 0), .id = col_int(r, 1), .field = col_text(r, a, 2), .number = col_text(r, a, 3),
		.file = col_text(r, a, 4),
		.at = { (int)col_int(r, 5), (int)col_int(r, 6), (int)col_int(r, 7), (int)col_int(r, 8), 0 }, .printed = col_text(r, a, 9),
	};
}

static void take_hand(const struct had_of *of, struct rows *r, struct had *h)
{
	struct arena *a = of->a;
	*vec_add(a, &h->hands) = (struct had_hand){
		.entity = col_text(r, a, 0), .id = col_int(r, 1), .at = col_text(r, a, 2), .who = col_text(r, a, 3),
		.before = col_text(r, a, 4), .after = col_text(r, a, 5),
	};
}

#define SCOPE .body_id = v_int(of->body), .cycle_id = v_int(of->cycle), .who = v_int(of->who)
#define OF_PLAN .plan_id = v_int(h->plan), .who = v_int(of->who)

static bool load_plan(const struct had_of *of, struct had *h, struct err *e)
{
	return each(of, Q(import_plan, SCOPE), take_plan, h, e) &&
	       (!h->plan || (each(of, Q(import_versions, OF_PLAN), take_version, h, e) &&
	                     each(of, Q(import_remedies, OF_PLAN), take_remedy, h, e) &&
	                     each(of, Q(import_links, OF_PLAN), take_link, h, e) &&
	                     each(of, Q(import_supports, OF_PLAN), take_support, h, e)));
}

bool had_load(const struct had_of *of, struct had *ret, struct err *e)
{
	*ret = (struct had){ 0 };
	return each(of, Q(import_result, SCOPE), take_result, ret, e) && each(of, Q(import_fields, SCOPE), take_field, ret, e) &&
	       each(of, Q(import_findings, SCOPE), take_finding, ret, e) && load_plan(of, ret, e) &&
	       each(of, Q(import_progress, SCOPE), take_progress, ret, e) && each(of, Q(import_measures, SCOPE), take_measure, ret, e) &&
	       each(of, Q(import_requests, SCOPE), take_request, ret, e) && each(of, Q(import_passages, SCOPE), take_passage, ret, e);
}

bool had_load_claims(const struct had_of *of, struct had *ret, struct err *e)
{
	return each(of, Q(import_claims, SCOPE), take_claim, ret, e);
}

bool had_load_hands(const struct had_of *of, struct had *ret, struct err *e)
{
	return each(of, Q(import_hands, .body_id = v_int(of->body), .who = v_int(of->who)), take_hand, ret, e);
}
