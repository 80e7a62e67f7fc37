/* core/facts.h -- what reading one document yields
 *
 * SHAPE    The objects of facts.md, field for field and in its order, and beside them what the checks
 *          need and the JSON does not print (under "for the checks").
 * UNITS    points and rates: struct figure, as printed; dates: struct date
 * ERRORS   none
 * MEMORY   all in one arena; texts may borrow from the document tree, which lives in the same arena
 * SOURCE   facts.md; seeds 000-004
 */
#ifndef CORE_FACTS_H
#define CORE_FACTS_H
#include "core/date.h"
#include "core/figure.h"

/* 0: not known. sure: percent, of the least sure word, where it was recognised in a picture; 0: read as text */
struct source { int line, page, table, row, sure; };

enum doc_kind { DOC_UNKNOWN, DOC_PLAN, DOC_REPORT, DOC_ANNEX, DOC_DECISION, DOC_CRITERIA_SET, DOC_RESULT_TABLE, DOC_LETTER };
enum cite_role { CITE_BASIS, CITE_PLAN, CITE_RULE, CITE_EVIDENCE };
enum due_kind { DUE_NONE, DUE_ONGOING, DUE_YEAR, DUE_QUARTER, DUE_MONTH, DUE_DATE, DUE_WORKING_DAYS };
enum status { STATUS_NONE, STATUS_UNKNOWN, STATUS_NOT_DONE, STATUS_IN_PROGRESS, STATUS_DONE };
enum unit { UNIT_PERCENT, UNIT_WORKING_DAYS, UNIT_COUNT };
enum target_op { OP_GE, OP_LE, OP_GT, OP_LT, OP_EQ };
enum measure_origin { ORIGIN_APPRAISAL, ORIGIN_PROGRESS };
enum finding_origin { FINDING_SELF_CHECK, FINDING_INSPECTION };
enum cadence { CADENCE_NONE, CADENCE_MONTHLY, CADENCE_QUARTERLY, CADENCE_ON_DEMAND };
enum aim_kind { AIM_PURPOSE, AIM_REQUIREMENT };

struct node;

struct text_at { str text; struct source source; };
typedef VEC(struct text_at) texts_at;

struct due { str text; enum due_kind kind; struct date from, to; struct source source; };
struct progress { str text; enum status status; struct source source; };        /* no text: absent */
struct target { str text; enum target_op op; struct figure value; enum unit unit; struct source source; };
struct measure {
	str text; struct figure value; enum unit unit; struct figure done, of;
	struct date from, to; enum measure_origin origin; struct source source;
};

struct cite {
	str number; struct date date; str issuer; enum cite_role role;
	str criterion;                                 /* code, or empty */
	struct source source;
};

struct document {
	enum doc_kind kind;
	str number, issuer, parent, place, title;      /* empty: absent */
	struct date date;
	int cycle_year;                                /* 0: not known */
	VEC(struct cite) cites;
	str symbol;
	struct date as_of, period_from, period_to;
	struct { bool present; enum doc_kind kind; str symbol; struct date date; } attached_to;
	struct { bool present; str authority, title, name; } signatory;
	strs recipients;
	struct source source;                          /* of the title */
};

struct result {
	bool present;
	struct figure points, max, lost, printed_lost, percent;
	int rank, group_size, criteria_lost;           /* 0: not printed */
	/* for the checks */
	int fields_lost;                               /* "… của 8 lĩnh vực bị trừ điểm" */
	struct source source, fields_lost_source, criteria_lost_source;
	struct figure told_points, told_max, told_lost;   /* the same figures as a sentence tells them beside the table's */
	struct source told_source;
};

/* A deduction that the body of the document names: "Nội dung tồn tại: … (-0,25 điểm)". */
struct item { str text; struct figure lost; struct source source; };

/* What the form of the document has a place for: a column of its table, or a label that other
 * entries of the same form use. A form that has no column for a thing is not missing it. */
struct form { bool reason, remedy, lead, due, progress; };

struct field {
	str code, name;
	struct figure max, points, lost, printed_lost;
	str lead; strs support; struct due due; strs remedies; texts_at tasks;
	struct source source;
	/* for the checks */
	struct source lost_source;                     /* where printed_lost stands; unknown: with the rest */
	str parent;                                    /* code of the field above ("7" for "7a"), or empty */
	str section;                                   /* number of its section in the body ("II.1"), or empty */
	struct form form;                              /* labels its section could have */
	VEC(struct item) items;
	struct figure body_lost;                       /* "Tổng số điểm bị trừ" of its section, beside the table's */
	struct source body_source;                     /* of its section in the body */
	struct figure told_max, told_points, told_lost;   /* the same figures printed again: its heading row in the annex */
	struct source told_source;
};

struct criterion {
	str code, name, field;                         /* field: code of the nearest field above */
	struct figure max, points, lost, printed_lost;
	str reason, cause; strs remedies;
	str lead; strs support; struct due due; struct progress progress;
	bool leaf; str note;
	VEC(struct target) targets; VEC(struct measure) measures;
	struct source source;
	/* for the checks */
	struct form form;
	bool own_remedy;                               /* a remedy of its own, not its field's */
	struct figure body_lost;                       /* the same deduction as the body prints it */
	struct source body_source;
	struct figure percent;                         /* "đạt 95.425%" printed beside a/b as its percentage */
	struct source reason_source, points_source, lost_source, progress_source;
	struct figure again_points, again_lost;        /* of a second row of the same table with this code */
	struct source again_source;
};

struct finding { enum finding_origin origin; str text; struct progress progress; struct source source; };
struct duty { str unit, text; enum cadence cadence; str report_to; struct source source; };
struct aim { enum aim_kind kind; str text; struct source source; };

enum severity { SEVERITY_WARNING, SEVERITY_ERROR };
struct check_result {
	const char *check;                             /* name in facts.md */
	str where, printed, computed, message;
	enum severity severity;
	struct source source;
};

/* -- for the checks ------------------------------------------------------------------------------ */

/* A year that the document prints in a place where only one year can be right. */
enum year_role { YEAR_LOSSES,      /* the index whose points were lost */
                 YEAR_MENDING };   /* the year in which they are mended */
struct year_at { str where; int year; enum year_role role; struct source source; };

/* A figure of one table, for the decimal style; where as in facts.md ("result table", "annex column 6"). */
struct table_figure { int table; str where; struct figure value; struct source source; };

/* A number left open: "Số:   /KH-SNgV", "ngày   tháng 6". what: "number", "day". */
struct blank { const char *what; str text; struct source source; };

/* A figure that was recognised in a picture and is too unsure to be believed; it was left out of the facts. */
struct unsure { str text; struct source source; };

/* A stated number of things that stand in the document: "với 03 tiêu chí bị trừ điểm" of one field. */
struct stated_count { str where; str code; int stated; struct source source; };   /* code: field, or empty for all */

/* The total row below a list of lost criteria: sums of what is listed, not of the index. */
struct listed { struct figure max, points, lost; struct source source; };

struct sums;

struct facts {
	/* bytes: what it was read from; book: no document, but of the index (extract/book.h):
	 * "set", "sheet", "results"; macros: it has programs in it; tree: what was read (doc/node.h) */
	struct { str name; const char *sha256, *reader; strs notes; bool ocr, macros; str book, bytes; const struct node *tree; } file;
	struct document document;
	struct result result;
	VEC(struct field) fields;
	VEC(struct criterion) criteria;
	VEC(struct finding) findings;
	texts_at requests;
	VEC(struct duty) duties;
	VEC(struct aim) aims;
	texts_at remarks;
	VEC(struct check_result) checks;

	VEC(struct unsure) unsure;
	VEC(struct year_at) years;
	VEC(struct table_figure) table_figures;
	VEC(struct blank) blanks;
	VEC(struct stated_count) counts;
	struct listed listed;
	texts_at paragraphs;                           /* of the body, for formulas printed outside any criterion */
	const struct sums *sums;                       /* core/sums.h; worked out once by checks_run, while the checks run */
};

struct field     *facts_field(struct facts *f, str code);        /* NULL where there is none */
struct criterion *facts_criterion(struct facts *f, str code);
bool              code_under(str code, str above);               /* "7a.1.2" is under "7a", "7" and "7a.1", not under itself */
str               code_above(str code);                          /* the longest it is under: "7a.1.2" -> "7a.1" -> "7a" -> "7" -> "" */
str               code_field(str code);                          /* "7a.1" -> "7": 7a and 7b are parts of field 7 */
str               code_top(str code);                            /* "7a.1.2" -> "7a", "3.2" -> "3" */
int               code_cmp(str a, str b);                        /* in the order of numbering */

static inline struct source source_or(struct source at, struct source otherwise)
{
	return at.line || at.page ? at : otherwise;
}

#endif
