/* docout/word.h -- the parts of a .docx file, as its writers share them
 *
 * SHAPE    render_docx.c walks the tree and puts the parts together; each part has a file: word_styles.c (how every kind of
 *          paragraph looks; paragraphs only name their style and say where they differ from it), word_lists.c (real bullets and numbers),
 *          word_paragraph.c, word_table.c, word_chart.c (a drawing that Word itself can change, of DrawingML), word_section.c (pages).
 *          Children of an element stand in the order that the schema wants, though Word is the only one to insist.
 * UNITS    twips (1/20 pt) in the file and wherever a length is called room
 * ERRORS   word_fails says it once; then .failed, and what is written after it is for nothing
 * MEMORY   arena
 * SOURCE   ECMA-376 part 1, 17 (WordprocessingML), 20.4, 21.2 (DrawingML: pictures in text, charts)
 */
#ifndef DOCOUT_WORD_H
#define DOCOUT_WORD_H
#include "base/err.h"
#include "docout/style.h"
#include <stdint.h>

#define WORD_XML "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
#define WORD_SPACE "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
#define WORD_RELATIONS "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

enum { WORD_CELL_BESIDE = 85, WORD_CELL_ABOVE = 28, WORD_ABOVE_TABLE = 60, WORD_ABOVE_SIGNATURE = 120 };     /* twips */
enum { WORD_LISTS_MAX = 2000, WORD_DEPTH_MAX = 16, WORD_BODY_MAX = 64 << 20 };

/* A list that the text uses: bullets of a mark, or numbers of a form that begin at .start. */
/* format: '-' bullet (.before: the mark), '1', 'a'. Lists in cells are not indented, which their levels say, not the style. */
struct word_mark { char format; str before, after; bool in_cell; int last, list; };
struct word_list { size_t mark; int start; };                                 /* w:num: which of .marks, beginning where */

struct word {
	struct arena *a;
	struct err   *e;
	const char   *format;                            /* "Word", for sentences */
	struct buf    body;                              /* word/document.xml */
	VEC(struct word_mark) marks;
	VEC(struct word_list) lists;
	VEC(const struct chart *) charts;
	int           depth;                             /* tables that are open */
	bool          failed;
};

static inline int twips(int hundredths_of_mm) { return (hundredths_of_mm * 1440 + 1270) / 2540; }

void word_fails(struct word *w, const char *what, int most);

/* styles */
enum { WORD_HEADING = FORMALS, WORD_HEAD_CELL = WORD_HEADING + 6, WORD_RULE, WORD_BREAK, WORD_PAGE, WORD_STYLES };   /* before: the parts */
int          word_style(const struct node *paragraph);                /* a number */
const char  *word_style_id(int style);
void         word_style_name(struct buf *b, int style);               /* for people: "Quốc hiệu" */
bool         word_keeps_next(int style);                              /* not parted from what comes next */
struct style word_style_look(int style);
str          word_styles(struct arena *a);                            /* word/styles.xml */

/* lists: 0 where the marker cannot be made by a list, and is typed */
int  word_list(struct word *w, const struct node *item, int *level);
str  word_lists(struct word *w);                                      /* word/numbering.xml */

/* what stands in the text; room: between the margins of the page, or of the cell */
void word_block(struct word *w, const struct node *n, int room);
void word_paragraph(struct word *w, const struct node *n, int room);
const struct node *word_table_below(const struct node *n);            /* directly below it, in the same part; NULL: none */
bool word_heads_rows(const struct node *row);                         /* with a cell over several columns: not parted from those below */
/* Whether a rule stands below it: only below the last of lines that belong together; beside: what it leaves free on either side. */
bool word_rule(struct arena *a, const struct node *n, int room, int *beside);
void word_break(struct word *w, const char *section);                 /* a paragraph that nobody sees, where Word wants one */
void word_table(struct word *w, const struct node *table, int room);
void word_chart(struct word *w, const struct chart *c, int room);
str  word_chart_part(struct arena *a, const struct chart *c);         /* word/charts/chartN.xml */

/* pages */
int  word_room(enum begins page);                                     /* between the margins */
str  word_section(struct arena *a, enum begins page);                 /* w:sectPr */

#endif
