/* core/set.h -- a criteria set (Bộ tiêu chí): the tree of criteria of one level and year, and the settings it is scored with
 *
 * SHAPE    criteria: parents before children, in the order of the set, .parent an index (NO_PARENT: a field). The criteria below
 *          one are the .below that follow it directly. A criterion without any is a leaf; only leaves have rules and are added up.
 *          inputs: each name once; a criterion names them by index, so that a figure used by two rules is entered once (R29).
 * UNITS    points; bounds of classes in hundredths of a percent (8000: from 80 % upwards), highest first
 * ERRORS   set_lint adds one lint per thing that is wrong, all of them, in the order of rows; it refuses nothing by itself.
 *          A set with a lint of severity error is not scored with.
 * MEMORY   arena
 * SOURCE   sets.md; domain.md 4 (R18, R20–R23, R29, ranking, classes)
 */
#ifndef CORE_SET_H
#define CORE_SET_H
#include "base/map.h"
#include "core/codes.h"
#include "core/facts.h"
#include "core/rule.h"

enum { NO_PARENT = -1, INPUTS_MAX = 64, CRITERIA_MAX = 5000 };         /* inputs of one criterion; criteria of a set */

enum set_source { SOURCE_UNSAID, SOURCE_UNIT, SOURCE_APPRAISER, SOURCE_SYSTEM, SOURCE_SURVEY };
enum rank_method { RANK_DENSE, RANK_COMPETITION };             /* liền 1,2,2,3; nhảy 1,2,2,4 */
enum set_without { WITHOUT_EXCLUDE, WITHOUT_RESCALE };         /* not applicable: loại khỏi mẫu số (R20); quy đổi (R21) */
enum set_compare { COMPARE_PRINTED, COMPARE_EXACT };           /* tỷ lệ in ra; chính xác */

/* head: rating of the head of a body of this class; empty: the class's name */
struct set_class { str name; int64_t from; str head; };

struct set_criterion {
	str             code, name;                /* as printed */
	int             parent;
	size_t          below;
	points          max;                       /* of a parent: as printed, or the sum of its leaves */
	bool            max_printed;
	str             rule_text;
	struct rule    *rule;                      /* NULL: none, or it could not be read (.rule_error) */
	struct err     *rule_error;
	struct fault    rule_fault;
	VEC(size_t)     inputs;                    /* indexes into set.inputs */
	enum set_source source;
	enum none_arose none;
	struct { str text; bool required; } evidence;
	str             appraiser, id;
	bool            guessed;                   /* set read: a person must decide on the rule */
	str             doubt;                     /* … and why, in words: what the decision says, or what could not be read */
	struct source   from;
};

struct criteria_set {
	str              name, level, number, issuer;
	struct date      date;
	int              year, version, decimals;
	enum rank_method rank;
	enum set_without without;
	enum set_compare compare;
	points           bonus_max, penalty_max;
	VEC(struct set_class)     classes;
	VEC(struct set_criterion) criteria;
	strs             inputs;
	strs             unknown;                  /* columns of the workbook that we do not know: kept and told */
	struct codes     codes;                    /* made by set_finish: where a code (without spaces and a last dot) stands first */
	struct map       names;                    /* made by set_input: folded name -> its number in inputs, from 1 */
};

static inline bool set_leaf(const struct set_criterion *c) { return !c->below; }

/* A criterion filled with what it begins with: no parent known. */
struct set_criterion *set_add(struct arena *a, struct criteria_set *s);

/* After .criteria are filled with codes, maxima and rule texts: finds .parent where it is not given, .below and the sums of
 * parents, and reads the rules. A parent is the longest code above it ("7a.1" of "7a.1.3"); where no code is above it,
 * kinds of numbering stand below each other in the order in which they first come (A, I, 1). Codes twice, a child before its
 * parent: told by set_lint. */
void set_finish(struct arena *a, struct criteria_set *s);

/* NO_INDEX: none. Codes are compared without spaces and a last dot; of two equal ones the first is found. */
size_t set_find(const struct criteria_set *s, str code);
size_t set_input(struct arena *a, struct criteria_set *s, str name);   /* found without regard to case and marks, or added */
strs   set_names(struct arena *a, const struct criteria_set *s, const struct set_criterion *c);   /* of its inputs, folded, in its order */
points set_max(const struct criteria_set *s);                  /* of all leaves that are in the sum */

/* What is wrong with a set or worth another look. Errors: it cannot be scored with. */
struct lint { enum severity severity; size_t criterion; str message, hint, caret; };   /* criterion: NO_INDEX for the set itself */
typedef VEC(struct lint) lints;
lints  set_lint(struct arena *a, const struct criteria_set *s);

#endif
