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

/* The columns of import_had: the part, two to order by, seven numbers, ten texts. */
enum { NUMBERS = 3, TEXTS = 10 };
static int64_t number(struct rows *r, int n) { return col_int(r, NUMBERS + n); }
static struct maybe perhaps(struct rows *r, int n) { return maybe_int(r, NUMBERS + n); }
static str text(const struct had_of *of, struct rows *r, int n) { return col_text(r, of->a, TEXTS + n); }

static void take_name(const struct had_of *of, struct rows *r, struct had *h)
{
	*vec_add(of->a, &h->names) = (struct had_name){ number(r, 0), text(of, r, 0) };
}

static void take_result(const struct had_of *of, struct rows *r, struct had *h)
{
	(void)of;
	h->result = (struct had_result){ number(r, 0), perhaps(r, 1), perhaps(r, 2), perhaps(r, 3), perhaps(r, 4),
		                         perhaps(r, 5), perhaps(r, 6) };
}

static void take_field(const struct had_of *of, struct rows *r, struct had *h)
{
	*vec_add(of->a, &h->fields) = (struct had_field){ number(r, 0), text(of, r, 0), text(of, r, 1),
		                                          perhaps(r, 1), perhaps(r, 2), perhaps(r, 3) };
}

static void take_finding(const struct had_of *of, struct rows *r, struct had *h)
{
	*vec_add(of->a, &h->findings) = (struct had_finding){
		.id = number(r, 0), .origin = text(of, r, 0), .criterion = number(r, 1), .mark = text(of, r, 1), .text = text(of, r, 2),
		.cause = text(of, r, 3), .note = text(of, r, 4), .max = perhaps(r, 2), .points = perhaps(r, 3), .lost = perhaps(r, 4),
	};
}

static void take_plan(const struct had_of *of, struct rows *r, struct had *h) { (void)of, h->plan = number(r, 0); }

static void take_version(const struct had_of *of, struct rows *r, struct had *h)
{
	*vec_add(of->a, &h->versions) = (struct had_version){ number(r, 0), number(r, 1), text(of, r, 0), text(of, r, 1), text(of, r, 2) };
}

static void take_remedy(const struct had_of *of, struct rows *r, struct had *h)
{
	*vec_add(of->a, &h->remedies) = (struct had_remedy){
		.id = number(r, 0), .mark = text(of, r, 0), .since = number(r, 1), .until = number(r, 2), .text = text(of, r, 1),
		.lead_id = number(r, 3), .lead = text(of, r, 2), .due_kind = text(of, r, 3), .due_text = text(of, r, 4),
		.due_from = text(of, r, 5), .due_to = text(of, r, 6), .state = text(of, r, 7), .reviewed_on = text(of, r, 8),
		.review = text(of, r, 9),
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
	struct had_remedy *x = remedy_of(h, number(r, 0));
	for (size_t i = 0; x && i < h->findings.n; i++)
		if (h->findings.at[i].id == number(r, 1))
			*vec_add(of->a, &x->findings) = i;
}

static void take_support(const struct had_of *of, struct rows *r, struct had *h)
{
	struct had_remedy *x = remedy_of(h, number(r, 0));
	if (x)
		*vec_add(of->a, &x->supports) = text(of, r, 0);
}

static void take_progress(const struct had_of *of, struct rows *r, struct had *h)
{
	*vec_add(of->a, &h->progress) = (struct had_progress){ number(r, 0), number(r, 1), number(r, 2), text(of, r, 0), text(of, r, 1),
		                                               text(of, r, 2) };
}

static void take_measure(const struct had_of *of, struct rows *r, struct had *h)
{
	*vec_add(of->a, &h->measures) = (struct had_measure){
		number(r, 0), number(r, 1), text(of, r, 0), text(of, r, 1), text(of, r, 2), text(of, r, 3), text(of, r, 4),
		text(of, r, 5), text(of, r, 6), text(of, r, 7), text(of, r, 8),
	};
}

static void take_request(const struct had_of *of, struct rows *r, struct had *h)
{
	*vec_add(of->a, &h->requests) = (struct had_request){ number(r, 0), text(of, r, 0) };
}

static void take_passage(const struct had_of *of, struct rows *r, struct had *h)
{
	*vec_add(of->a, &h->passages) = (struct had_passage){ number(r, 0), text(of, r, 0), text(of, r, 1) };
}

static void take_part(const struct had_of *of, struct rows *r, struct had *h)
{
	static take_fn *const parts[] = { NULL, take_name, take_result, take_field, take_finding, take_plan, take_version, take_remedy,
		                          take_link, take_support, take_progress, take_measure, take_request, take_passage };
	parts[col_int(r, 0)](of, r, h);
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

bool had_load(const struct had_of *of, struct had *ret, struct err *e)
{
	*ret = (struct had){ 0 };
	return each(of, Q(import_had, SCOPE), take_part, ret, e);
}

/* The first that a criterion is called counts. */
void had_name_criteria(const struct had *h, had_criteria *ret)
{
	for (size_t n = 0; n < h->names.n; n++)
		for (size_t i = 0; i < ret->n; i++)
			if (ret->at[i].id == h->names.at[n].criterion && !ret->at[i].version && !ret->at[i].told) {
				ret->at[i].name = h->names.at[n].name;
				ret->at[i].told = true;
			}
}

bool had_load_claims(const struct had_of *of, struct had *ret, struct err *e)
{
	return each(of, Q(import_claims, SCOPE), take_claim, ret, e);
}

bool had_load_hands(const struct had_of *of, struct had *ret, struct err *e)
{
	return each(of, Q(import_hands, .body_id = v_int(of->body), .who = v_int(of->who)), take_hand, ret, e);
}
