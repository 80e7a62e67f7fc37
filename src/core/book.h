/* core/book.h -- the names in the workbook and the JSON of sets, sheets and results, each once
 *
 * SHAPE    core/book.def: which columns (or, in the sheet of settings, rows) each sheet has, how they are headed, what else people
 *          head them with, the surer first; and the words of each choice (source of data, method of ranking …) beside its name in JSON.
 *          Those who write take the first heading and word, those who read compare folded text.
 * UNITS    none
 * ERRORS   what is not known: BOOK_NONE, -1
 * MEMORY   none
 * SOURCE   sets.md (workbook, JSON)
 */
#ifndef CORE_BOOK_H
#define CORE_BOOK_H
#include "base/str.h"

enum book_page { PAGE_SET, PAGE_CRITERIA, PAGE_INPUTS, PAGE_FORM, PAGE_RESULTS, PAGE_UNITS, PAGES };
enum { BOOK_NONE = -1 };

enum book_column {
#define PAGE(page, name)
#define COLUMN(page, id, heading, also) COLUMN_##page##_##id,
#define WORD(choice, value, words, json, also)
#include "core/book.def"
#undef PAGE
#undef COLUMN
#undef WORD
	BOOK_COLUMNS
};

const char    *book_page_name(enum book_page p);
const char    *book_heading(int column);
int            book_page(str folded);                          /* a name of a tab, or a title; PAGES: none */
int            book_column(enum book_page p, str folded);      /* the first it names; BOOK_NONE */
/* How a heading names a column: 0: as we write it, 1, 2, …: as the other headings stand in book.def, the surer first;
 * BOOK_NONE: it does not. */
int            book_names(int column, str folded);
struct columns_of { int first, end; };
struct columns_of book_columns(enum book_page p);

/* A choice: enum set_source, none_arose, rank_method, set_without, set_compare. */
enum book_choice { CHOICE_source, CHOICE_none, CHOICE_rank, CHOICE_without, CHOICE_compare };
const char *choice_words(enum book_choice c, int value);       /* "" where the value has none (unsaid) */
const char *choice_json(enum book_choice c, int value);        /* NULL */
int         choice_of_words(enum book_choice c, str folded);   /* -1: none of them */
int         choice_of_json(enum book_choice c, str name);
str         choice_list(struct arena *a, enum book_choice c);  /* "đơn vị, thẩm định, hệ thống, khảo sát" */

#endif
