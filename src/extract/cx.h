/* extract/cx.h -- what the finders share: the document as a row of blocks, and its sections
 *
 * SHAPE    block: a heading, paragraph, list item or table, in reading order. Cells of a table whose heading no one knows
 *          (a letterhead set as a table) are blocks of their own. section: a numbered heading and what
 *          stands below it, up to the next one of its rank.
 * UNITS    indexes into .blocks and .sections; section 0 is what stands before the first heading
 * ERRORS   none
 * MEMORY   arena
 * SOURCE   none
 */
#ifndef EXTRACT_CX_H
#define EXTRACT_CX_H
#include "core/codes.h"
#include "extract/columns.h"
#include "extract/flow.h"
#include "extract/lex.h"

struct table;
struct label_memo;

struct block {
	const struct node *node;
	struct flow  flow;              /* empty for a table */
	struct table *table;            /* NULL for text */
	size_t       section;
	size_t       label;             /* characters of "1.2.", "a)", "-" before the text proper */
	bool         item, heading, annex;
	int          level;             /* of the item: "-" 1, "+" 2 */
};

struct asked { const char *pattern; bool is; };

struct section {
	size_t first, last;             /* blocks [first, last); first is its heading */
	size_t parent;                  /* index; 0: none above */
	int    rank;                    /* I. = 1, 1. = 2, 1.1. = 3, … a) = 7 */
	str    label;                   /* "II", "1.2.1", "a" */
	str    title;                   /* folded, without label */
	VEC(struct asked) asked;        /* section_is keeps what it found */
};

struct row { struct flow *at; struct source source; };          /* as many cells as the table has columns */
struct table {
	struct columns c;
	struct flow head[COLUMNS_MAX];  /* these and the cells of the rows are folded when asked for: flow_folded */
	VEC(struct row) rows;           /* without heading and numbering rows */
	int number;
	bool annex;
};

/* What the cells said that were read before, by their text: those of a column repeat a few units and deadlines, whose patterns
 * are the dearest of all. */
struct said { str lead; strs support; struct due due; };
struct sayings { VEC(struct said) said; struct codes by_text; };

struct cx {
	struct arena *a;
	struct pats  *ps;
	struct facts *f;
	struct codes criteria;          /* where each of f->criteria stands */
	VEC(struct block) blocks;
	VEC(struct section) sections;
	struct label_memo *labels;      /* by block: find_prose's own */
	struct sayings leads, dues;     /* fill's own */
	int year;                       /* of the document, for "Quý IV"; 0 not known */
};

struct finder { const char *help, *source; void (*run)(struct cx *x); };

#define FINDER(id) extern const struct finder find_##id;
#include "extract/finders.def"
#undef FINDER

/* The whole of it, after the last finder: extract() gives its facts. */
struct cx *examine_tree(struct arena *a, struct node *root);

/* Is the section, or one above it, called so? pattern: over its folded title. */
bool section_is(struct cx *x, size_t section, const char *pattern);
/* "II.1": the labels from the top down. */
str  section_path(struct cx *x, size_t section);

#endif
