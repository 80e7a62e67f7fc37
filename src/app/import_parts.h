/* app/import_parts.h -- what the files of app/import share
 *
 * SHAPE    importing: one document on its way in. .t is NULL while it is only proposed; then rows that would be new get negative ids.
 *          saying: one thing that the document says of a row: settle compares it with what the record has, says so in the proposal, and
 *          puts what is to be written in its place; claim_columns keeps who said so.
 * UNITS    as store/repo_import.h
 * ERRORS   as app/import.h
 * MEMORY   arena of the import
 * SOURCE   none
 */
#ifndef APP_IMPORT_PARTS_H
#define APP_IMPORT_PARTS_H
#include "app/import.h"
#include "app/place.h"
#include "app/record_parts.h"
#include "core/mark.h"
#include "store/repo_import.h"

struct new_state { size_t finding; enum status status; };

struct importing {
	struct record           *r;
	struct arena            *a;
	const struct facts      *f;
	const struct import_ask *ask;
	struct proposal         *p;
	struct tx               *t;
	struct had_unit          body;
	had_units                units;
	int64_t                  cycle, owner;
	had_criteria             criteria;         /* of the cycle */
	struct had               had;
	bool                     claims_loaded, hands_loaded, known;
	int64_t                  document, version, ids;       /* version: of the plan, that this document tells of */
	int64_t                  before;           /* the newest of the plan's other versions; 0: none */
	bool                     older, past;      /* a plan that a later one has replaced; … which says what is to be done instead */
	struct proposed_item     item;             /* what is being looked at */
	bool                    *took;             /* by ask.take: it named something */
	VEC(struct new_state)    states;           /* of findings, as this document is the first to tell */
};

/* -- comparing --------------------------------------------------------------------------------------- */

enum saying_kind { SAYS_POINTS, SAYS_PERCENT, SAYS_WHOLE, SAYS_TEXT };

struct saying {
	const char      *name, *label;             /* in the table; for people */
	enum saying_kind kind;
	struct figure    figure;
	str              text;
	struct source    at;
	struct maybe    *n;                        /* what the record has */
	str             *s;
	bool             held, taken;              /* it is what the record has; it replaced something */
};

#define POINTS_AT(column_, words, value, place, where) \
	{ .name = column_, .label = words, .kind = SAYS_POINTS, .figure = value, .at = place, .n = where }
#define TEXT_AT(column_, words, value, place, where) \
	{ .name = column_, .label = words, .kind = SAYS_TEXT, .text = value, .at = place, .s = where }

/* What the columns are of. id 0: the record does not have it. take: what --take calls it */
struct thing { const char *entity; int64_t id; str what, take; };

bool            settle(struct importing *m, const struct thing *t, struct saying *c, size_t n);      /* true: the row is to be written */
MUST_CHECK bool claim_columns(struct importing *m, const char *entity, int64_t id, const struct saying *c, size_t n, struct err *e);
MUST_CHECK bool claim_add(struct importing *m, const char *entity, int64_t id, const char *field, str printed, bool held, struct source at,
                          struct err *e);
/* May this document's word replace the record's? */
bool            takes(struct importing *m, str take);
void            propose(struct importing *m, struct proposed_row row);
bool            left_now(struct importing *m, char list, size_t i);      /* the next item is this one: is it left? */
/* Where what the record has of it stands: in a document, or by whose hand it was changed. */
str             stored_place(struct importing *m, const char *entity, int64_t id, const struct saying *c);

/* The maximum less the points where both are printed, else the deduction; its words are those of the deduction. */
struct figure   lost_said(struct figure max, struct figure got, struct figure lost, struct figure printed);
str             points_said(struct arena *a, struct maybe max, struct maybe got, struct maybe lost);      /* "mất 0,228 (0,272/0,5)" */

/* One row more: runs the statement when it is accepted, else only counts. */
MUST_CHECK bool add_row(struct importing *m, enum query_id q, const struct arg *args, int64_t *ret, struct err *e);
MUST_CHECK bool set_row(struct importing *m, enum query_id q, const struct arg *args, struct err *e);

static inline struct arg v_maybe(struct maybe n) { return n.there ? v_int(n.n) : v_null(); }
static inline struct arg v_part(int n) { return v_ref(n); }
#define WHO(m_)    .who = v_int((m_)->r->who.person)
#define BODY(m_)   .body_id = v_int((m_)->body.id), WHO(m_)
#define PLACE(at_) \
	.line_no = v_part((at_).line), .page_no = v_part((at_).page), .table_no = v_part((at_).table), .row_no = v_part((at_).row)

/* -- the parts of a document ------------------------------------------------------------------------- */

/* Who issued it, against the body it is imported for. */
MUST_CHECK bool import_whose(struct importing *m, struct err *e);
int64_t         unit_called(struct importing *m, str name);        /* a room of the body or another body; 0: none, or several */
MUST_CHECK bool import_criteria(struct importing *m, struct err *e);
size_t          criterion_at(const struct importing *m, str code); /* in m->criteria; NO_INDEX */
MUST_CHECK bool import_document(struct importing *m, const struct blob *file, const struct blob *facts, struct err *e);
MUST_CHECK bool import_results(struct importing *m, struct err *e);
MUST_CHECK bool import_findings(struct importing *m, struct err *e);
MUST_CHECK bool import_plan(struct importing *m, struct err *e);   /* its version */
bool            import_is_plan(const struct facts *f);
bool            import_has_remedies(const struct facts *f);
void            import_plan_close(struct importing *m);            /* what this version leaves out */
MUST_CHECK bool import_remedies(struct importing *m, size_t finding, const struct criterion *c, struct err *e);
MUST_CHECK bool import_field_remedies(struct importing *m, struct err *e);
MUST_CHECK bool import_remedies_close(struct importing *m, struct err *e);      /* what changed of them is written once */
str             import_day(struct importing *m);                   /* the day that a progress is true for */

#endif
