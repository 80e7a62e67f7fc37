/* core/rule.h -- how the points of one criterion follow from what was achieved
 *
 * SHAPE    A rule is read from the words of the decision (rule_parse), printed in canonical words (rule_print), and run
 *          (rule_score). rule_parse(rule_print(r)) = r. The wording of each type: docs/rules.md. A type is one row of core/rules.def and
 *          one file rule_NAME.c; the grammar is rule_grammar.y (lemon) over rule_lex.re (re2c).
 *
 *          What of struct rule a type uses (all else is zero):
 *
 *              R1  yes_no      clauses: "có", "không"                       1 input: yes or no
 *              R2  options     clauses with words                           1 input: the wording of one
 *              R3  bands       clauses with bounds on a rate                1 input (a rate), or 2 (part; whole)
 *              R4  ratio       what                                         1 or 2
 *              R5  floor       what, floor: below it 0                      1 or 2
 *              R6  mixed       clauses with bounds, some give GIVES_RATE    1 or 2
 *              R7  target      what, target                                 1 or 2
 *              R8  checklist   clauses: item and points, or none; scale     one per item (yes/no), or 1: the sum
 *              R9  count       clauses: unit and points each                one per clause: a count
 *              R10 deduction   clauses: unit and points each                one per clause: a count
 *              R11 weighted    clauses: status and weight (gives.share), floor   one per status, and perhaps 1 more: the whole
 *              R12 derived     codes, except; none: all others; floor       none
 *              R13 imported    what (name of the other index), floor        1: a rate
 *              R14 growth      clauses: "tăng", "bằng", "giảm"              2: this year; last year
 *              R15 thresholds  unit, clauses with bounds on a count         1: a count
 *              R16 sample      sample (size), unit, clauses[0]: points each 1: faults, or faults/size
 *              R17 conditions  clauses with words: all needed for the maximum    one per condition: yes/no
 *              R17 best        sub: the best of several                     those of all, in order
 *              R24 survey      clauses: option and share; groups: name and weight   1: a rate; or options of each group, in order
 *              R25 marks       clauses: who; the mean of their marks        one per assessor: points
 *              R26 group       what                                         1: a number (the best of the group is given with it)
 *              R27 formula     expr                                         the names in it
 *              R28 hand        least, most, step (perhaps none)             none, or 1: the points
 *          .none ("Không phát sinh: …", R19) and .bucket ("Điểm thưởng: …", "Điểm phạt: …", R22 R23) go with any type.
 *          R18, R20, R21 and R29 belong to the set (core/set.h).
 *
 * UNITS    points as printed in the text (struct figure, comma or dot); shares and rates: .percent tells "80%" from "0,8"
 * ERRORS   rule_parse: ERR_INPUT; .message says what is wrong, .hint proposes; fault gets the place (bytes of the text), for
 *          rule_caret. Refused: what cannot be read, ambiguous bounds, overlaps, gaps, more than the maximum.
 *          rule_score: see enum rule_state.
 * MEMORY   arena; a rule borrows nothing
 * SOURCE   domain.md 4, R1–R29; each rule_NAME.c names its own
 */
#ifndef CORE_RULE_H
#define CORE_RULE_H
#include "base/err.h"
#include "core/points.h"
#include "core/value.h"

enum none_arose { NONE_UNSAID, NONE_FULL, NONE_EXCLUDE, NONE_ZERO };
enum bucket { BUCKET_SUM, BUCKET_BONUS, BUCKET_PENALTY };
enum gives_kind { GIVES_NOTHING, GIVES_POINTS, GIVES_MAX, GIVES_SHARE, GIVES_RATE };

struct portion { struct figure at; bool percent; };                 /* 80% or 0,8; absent: .at.present false */
struct bound { struct portion at; bool closed; };                   /* of a count: percent is false */
struct gives { enum gives_kind kind; struct figure points; struct portion share; };   /* POINTS "0,5 điểm"; MAX; SHARE "50% điểm tối đa"; RATE "tỷ lệ × điểm tối đa" */

/* at: byte of the text where it begins; folded: .words for comparing, by rule_fold. Neither is part of what a rule is. */
struct clause { str words; struct bound from, to; struct gives gives; size_t at; str folded; };
typedef VEC(struct clause) clauses;

enum expr_kind { EXPR_NUMBER, EXPR_INPUT, EXPR_MAX, EXPR_ADD, EXPR_SUB, EXPR_MUL, EXPR_DIV, EXPR_LEAST, EXPR_MOST };
struct expr { enum expr_kind kind; struct portion number; int input; str name; struct expr *left, *right; };

struct rule;
typedef VEC(struct rule *) rules;
struct rule {
	const struct rule_type *type;
	enum none_arose none;
	enum bucket     bucket;
	str             what, unit;
	clauses         clauses, groups;               /* groups: survey */
	struct portion  floor, target;
	struct figure   scale, least, most, step;
	int             sample;                        /* 0: none */
	strs            codes, except;
	rules           sub;
	struct expr    *expr;
};

/* -- words ------------------------------------------------------------------------------------------- */

struct fault { size_t from, to; };                     /* bytes of the text; what is wrong stands there */

/* max: of the criterion, to refuse what is above it; < 0: not known yet. */
MUST_CHECK bool rule_parse(struct arena *a, str text, points max, struct rule **ret, struct fault *where, struct err *e);
str             rule_print(struct arena *a, const struct rule *r);      /* "" for NULL */
bool            rule_same(const struct rule *x, const struct rule *y);  /* all but printed forms and places: 80% is 80,0% but not 0,8 */
void            rule_fold(struct arena *a, struct rule *r);             /* once, by who makes a rule: words not folded match nothing */

/* Of the inputs of a criterion, by their folded names: the names in a formula that are names of inputs are those inputs, in whatever
 * order; where none is, they stand as they come. Again for every reading of a rule (set_finish). rule_unbound: the names that are no
 * names of inputs while others are; then nothing is bound. */
void            rule_bind(struct arena *a, struct rule *r, const strs *names);
strs            rule_unbound(struct arena *a, const struct rule *r, const strs *names);
str             rule_caret(struct arena *a, str text, struct fault where);   /* the text, and ^^^ below the place, for a fixed-width font */

/* -- points ------------------------------------------------------------------------------------------ */

enum rule_state {
	RULE_SCORED,
	RULE_NOT_ARISEN,       /* 0/0, or "không phát sinh" was entered: what it means is the rule's .none, or the criterion's */
	RULE_MISSING,          /* no value for input number .input; .input == n: the share (R12) or the best (R26) is not known */
	RULE_WRONG,            /* the value of input .input cannot be: .wrong says why, in words that follow "Số liệu X: " */
	RULE_BY_HAND,          /* a person must mark it */
};

/* One criterion of one body. at: values in the order of the criterion's inputs. */
struct rule_case {
	points              max;
	int                 decimals;
	const struct value *at;
	size_t              n;
	const str          *names;         /* of the inputs, for sentences; NULL: the rule's own words stand for them */
	enum none_arose     none;          /* what the criterion says of "không phát sinh", where the rule says nothing */
	struct exact        share;         /* R12: points reached / maximum of the criteria named; undefined: not known */
	struct exact        best;          /* R26: the highest of the group; undefined: not known yet */
};
struct rule_score { enum rule_state state; struct exact points; size_t input; const char *wrong; };   /* points: before rounding, 0..max */

struct rule_type {
	const char *name, *help, *source;              /* help: one Vietnamese sentence; source: "domain.md R4; seed 000" */
	const char *example;                           /* its canonical wording, maximum 2 */
	/* least and most inputs of such a rule */
	void (*inputs)(const struct rule *r, size_t *least, size_t *most);
	void (*score)(const struct rule *r, const struct rule_case *c, struct rule_score *ret);
	/* The calculation of a scored case in words, up to its result: "8/9 hồ sơ đúng hạn × 2 điểm =", "78% nằm trong mức trên 70%:" */
	void (*why)(const struct rule *r, const struct rule_case *c, const struct rule_score *s, struct buf *b);
};

#define RULE(id) extern const struct rule_type rule_##id;
#include "core/rules.def"
#undef RULE

struct rule_types { const struct rule_type *const *at; size_t n; };
struct rule_types       rule_types_all(void);
const struct rule_type *rule_type_find(str name);

/* Scores and keeps the result within 0..max (a bonus or penalty: within its own maximum when it has one, max 0 meaning none). */
void rule_score(const struct rule *r, const struct rule_case *c, struct rule_score *ret);

/* One sentence a person can check: "8/9 hồ sơ đúng hạn × 2 điểm = 1,778 điểm." p: the rounded points. */
str rule_why(struct arena *a, const struct rule *r, const struct rule_case *c, const struct rule_score *s, points p);

#endif
