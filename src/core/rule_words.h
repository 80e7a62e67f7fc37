/* core/rule_words.h -- between the words of a rule and its grammar; for rule_lex.re, rule_grammar.y and the rule_*.c that read and print
 *
 * SHAPE    rule_lex cuts a text into words: keywords (the kinds of the grammar, WORD_… of rule_grammar.h) and what only names are made of
 *          (RAW_…). rule_parse.c joins what is a name into one word and feeds the grammar, which makes parts: one a clause. rule_settle
 *          makes a rule of the parts, whose type follows from them. rule_bounds says whether its bands part all values among them.
 * UNITS    from, to: bytes of the text
 * ERRORS   the first that is found stands in reading.err, its place in .where; all later ones are passed over
 * MEMORY   arena
 * SOURCE   docs/rules.md
 */
#ifndef CORE_RULE_WORDS_H
#define CORE_RULE_WORDS_H
#include "core/rule.h"

enum {
	RULE_TEXT_MAX = 4096,        /* bytes */
	RULE_CLAUSES_MAX = 200,
	RULE_DEPTH_MAX = 8,          /* of brackets and parentheses */
	RULE_SCRATCH = 16 << 20,     /* bytes; the longest text takes 2 MB */
};

/* Kinds that the grammar does not know. */
enum {
	RAW_WORD = 1000, RAW_COMMA, RAW_DOT, RAW_EQUALS, RAW_MARK, RAW_LINE, RAW_THEN, RAW_IS, RAW_OF, RAW_IF, RAW_X, RAW_TOTAL,
	RAW_NOTHING,
};

struct word {
	int           kind;
	bool          spaced;        /* white space before it */
	size_t        from, to;
	struct figure number;        /* NUMBER, PERCENT; of a FRACTION the first, */
	struct figure under;         /* and the second */
	str           text;          /* NAME: as printed, white space collapsed */
};
typedef VEC(struct word) word_list;

enum part_kind {
	PART_GIVES,                  /* label: gives */
	PART_NAME, PART_AMOUNT,      /* "có báo cáo"; "có báo cáo 0,25" */
	PART_RATIO, PART_TARGET, PART_IMPORTED, PART_GROUP, PART_WEIGHTED, PART_DERIVED, PART_SURVEY_RATE,
	PART_GETS, PART_LOSES,       /* mỗi … */
	PART_NONE,
	PART_CHECKLIST, PART_SURVEY, PART_MARKS, PART_CONDITIONS, PART_LACKING, PART_SAMPLE, PART_BEST, PART_FORMULA, PART_HAND,
};

struct part {
	enum part_kind  kind;
	size_t          from, to;                  /* of the clause */
	struct fault    label, value;              /* what stands before and after the colon */
	str             name, tail;                /* words before and after the bound; the name of anything else */
	str             what;                      /* of the rate in "tỷ lệ … × điểm tối đa" after a colon */
	bool            bounded, bare, dash, rest; /* bare: a number without a word that says how; dash: "70%–90%" */
	struct bound    low, high;
	struct gives    gives;
	struct figure   full;                      /* "× 2 điểm": must be the maximum */
	enum none_arose none;
	struct portion  target;
	struct figure   scale, least, most, step, sample;
	struct part    *list;                      /* weighted, conditions, groups of a survey */
	rules           sub;
	struct expr    *expr;
	struct part    *next, *last;               /* .last of the first of a list */
};

struct reading {
	struct arena *a;
	str           text;
	points        max;
	struct err   *err;
	struct fault *where;
	bool          failed, hinted;
	word_list     words;
	strs          codes, except;               /* of the derived rule that is read last */
	strs          inputs;                      /* of the formula that is read */
	size_t        clauses;
	struct rule  *root;
};

/* -- rule_lex.re ------------------------------------------------------------------------------------- */

bool rule_lex(struct reading *r);

/* -- rule_parse.c ------------------------------------------------------------------------------------ */

/* Keeps the first fault. Always false. */
bool  rule_fault(struct reading *r, size_t from, size_t to, const char *fmt, ...) PRINTF(4, 5);
bool  rule_hint(struct reading *r, const char *fmt, ...) PRINTF(2, 3);       /* of the fault just kept */
str   rule_src(const struct reading *r, size_t from, size_t to);
str   rule_clean(struct arena *a, str s);                                    /* white space collapsed */
bool  rule_same_words(str x, str y);                                         /* without regard to case */
str   rule_small(struct arena *a, str s);                                    /* with a small first letter, but "CCHC" */
str   rule_capital(struct arena *a, str s);
void  rule_unexpected(struct reading *r, const struct word *w);              /* what the grammar does not expect here */
enum none_arose rule_none(struct reading *r, const struct gives *g, size_t from, size_t to);
struct part *part_new(struct reading *r, enum part_kind kind, size_t from, size_t to);
struct part *part_join(struct part *list, struct part *one);

/* -- rule_settle.c ----------------------------------------------------------------------------------- */

struct rule *rule_settle(struct reading *r, enum bucket bucket, struct part *parts);

/* -- rule_bounds.c ----------------------------------------------------------------------------------- */

/* Of bands over a rate, or over a count: every value has one result. place: of each clause in the text. */
bool rule_bounds(struct reading *r, const struct rule *rule, const struct fault *place, bool count);
bool rule_rest(struct reading *r, struct rule *rule, size_t clause, struct fault at);   /* "còn lại": the bound that the others leave */

/* -- rule_print.c ------------------------------------------------------------------------------------ */

void rule_print_range(struct buf *b, struct bound low, struct bound high, str unit, bool count);
void rule_print_portion(struct buf *b, struct portion p);

#endif
