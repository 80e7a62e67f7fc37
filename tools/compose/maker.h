/* tools/compose/maker.h -- how a document is made: the model, the words, the page
 *
 * SHAPE    compose.c draws a model (parts = fields and sub-fields, lost = criteria that lost points); form_NNN.c says it in
 *          one form, with the sentences of say.c and parts.c, on the page of page.c; relate.c ties the figures
 *          that were printed. maker.t is what is being said, maker.out what has been written.
 * UNITS    points: thousandths; rates: hundredths of a percent; a figure: its index, -1 not printed
 * ERRORS   a document larger than the tables below is our own mistake and aborts
 * MEMORY   maker.held keeps every text until compose() ends
 * SOURCE   seeds 000-004
 */
#ifndef COMPOSE_MAKER_H
#define COMPOSE_MAKER_H
#include "compose.h"

#define COUNT(x) (sizeof(x) / sizeof((x)[0]))
#define ANY(m, list) (&(list)[dice_pick(&(m)->dice, (int)COUNT(list))])

enum field_kind { LEAD, LAW, PROC, ORG, STAFF, MONEY, DIGITAL, ISO, IMPACT, FIELD_KINDS };
extern const char *const field_name[FIELD_KINDS];
struct topic { enum field_kind kind; const char *name, *noun, *verb, *reason, *remedy; };
struct saying { const char *status, *text; };

enum rule { RULE_BAND, RULE_ZERO, RULE_DEDUCT, RULE_RATIO, RULE_RATE, RULE_FORMULA };
enum place { PLACE_RESULT, PLACE_BODY, PLACE_ANNEX, PLACES };
enum { PARTS_MAX = 12, LOST_MAX = 64, LINES_MAX = 128, CELLS_MAX = 10, FIGURES_MAX = 2000 };

struct printing { int max, points, lost; };               /* figures; -1 not printed */

struct part {                                             /* a field, or a sub-field "7a" */
	char code[CODE_CHARS];
	enum field_kind kind;
	int  parent;                                      /* -1: a field */
	bool split;                                       /* has sub-fields */
	int64_t max, points;
	const char *lead, *support;
	struct printing print[PLACES];
};

struct lost {                                             /* a criterion that lost points */
	char code[CODE_CHARS];
	const struct topic *topic;
	int part;
	enum rule rule;
	int64_t max, points, a, b;                        /* RATE, FORMULA: a in hundredths of a percent */
	int due;
	const struct saying *progress;
	const char *lead;
	int code_figure, a_figure[PLACES], b_figure[PLACES], percent_figure, formula_figure[3];
	struct printing print[PLACES];
};

struct text { char *p; size_t n, cap; };
struct held { struct held *next; char bytes[]; };

struct style {
	bool comma, padded, wide_slash, numbered, counted, middle, heading_mark, letterhead, totals, loose, narrow;
	int  score, sign, variant, page_lines, decimals;
};

struct maker {
	struct dice dice;
	enum compose_form form;
	struct style style;
	struct held *held;
	struct text t, out;                               /* what is being said; what has been written */
	struct composed *c;

	char body[96], short_body[16], symbol[24], year[16], next_year[16];
	const char *province, *commune;
	int  losses_year, day, month, number, rank, size;
	bool dated, in_commune;
	struct part parts[PARTS_MAX];
	int  parts_n;
	struct lost lost[LOST_MAX];
	int  lost_n, fields_lost;
	int64_t max, points;
	struct printing total[PLACES];
	int  percent_figure, counts[8], counts_n, years[2][16], years_n[2], mending_said, dues[LOST_MAX * 2], dues_n;

	int  base, y, used;                               /* layout, in half lines; lines on this page */
	bool fresh;
};

/* say.c: texts */
void   *must(void *p);
void    put_n(struct text *t, const char *s, size_t n);
void    put(struct text *t, const char *s);
void    put_fmt(struct text *t, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
void    put_upper(struct text *t, const char *s);               /* the first letter, where it is ASCII */
void    put_capitals(struct text *t, const char *s);
char   *hold(struct maker *m, const char *s, size_t n);
char   *said(struct maker *m);                                  /* takes what is being said away */
void    decimal(char *out, size_t size, int64_t thousandths, int decimals, char mark);
int64_t div_round(int64_t a, int64_t b);
bool    chance(struct maker *m, int percent);

/* say.c: figures and sentences */
int64_t lost_of(const struct lost *l);
int64_t part_lost(const struct part *p);
int     lost_in(const struct maker *m, int part);
const char *part_name(const struct part *p);
int     mark(struct maker *m, enum figure_kind kind, const char *code, const char *text);
int     put_points(struct maker *m, enum figure_kind kind, const char *code, int64_t value);
int     put_number(struct maker *m, enum figure_kind kind, const char *code, int64_t n);
int     put_percent(struct maker *m, const char *code, int64_t hundredths);
int     put_lost(struct maker *m, enum figure_kind kind, const char *code, int64_t value);
void    put_date(struct maker *m);
void    put_code(struct maker *m, struct lost *l);
void    put_slash(struct maker *m);
void    put_score(struct maker *m, struct lost *l, enum place at);
void    put_part_score(struct maker *m, struct part *p, enum place at);
void    put_own_percent(struct maker *m, struct lost *l);
void    put_reason(struct maker *m, struct lost *l, enum place at, bool upper);
void    put_due(struct maker *m, int due);
void    due_truth(const struct maker *m, int due, char *out, size_t size);
void    say(struct maker *m, const char *s);

/* page.c */
struct line { const char *text; bool torn; };             /* torn: inside a word, as narrow columns do */
struct cell { struct line line[LINES_MAX]; int n; bool middle; };
/* A new page, and a list number that the converter drops, leave a space in front. */
enum row_start { ROW_BELOW, ROW_AFTER_SPACE };

struct cell *cell_of(struct maker *m, struct cell *c, const char *text, int width, bool middle, bool tear);
void row_out(struct maker *m, const struct cell *cell, int n, enum row_start start, int cut);
bool page_full(struct maker *m, int high);
int  row_high(const struct cell *cell, int n);
void flat_paragraph(struct maker *m, const char *s, int width);
void paragraph(struct maker *m);
void say_paragraph(struct maker *m, const char *s);
void heading(struct maker *m, int level, const char *s);
void items(struct maker *m, const char *const *list, int n);

/* parts.c */
void letterhead(struct maker *m);
void recipients(struct maker *m);
void organisation(struct maker *m, const char *number);
void purposes(struct maker *m);
void say_result(struct maker *m, bool listed);                  /* listed: with deduction and counts */

/* form_NNN.c */
void write_flat_annex(struct maker *m);
void write_markdown(struct maker *m);
void write_stacked(struct maker *m);
void write_commune(struct maker *m);
void write_prose(struct maker *m);
void flat_numbering(struct maker *m, int n, bool with_code);
void one_due(struct maker *m, struct lost *l);

/* relate.c */
void relate_all(struct maker *m);

#endif
