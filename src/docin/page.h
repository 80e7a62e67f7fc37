/* docin/page.h -- words with their places on pages, made into paragraphs and tables
 *
 * SHAPE    A reader that knows positions (PDF text, recognised scans) fills pages; pages_tree finds headers, footers and page
 *          numbers and drops them, finds columns, tables, rows and cells from the rules around them, else from the places of the words,
 *          joins what the end of a page cut, and gives the tree with the place (page, table, row, cell) of each node.
 * UNITS    hundredths of a point from the top left corner; sure: percent, 0 where the word was not recognised but read
 * ERRORS   ERR_LIMIT more than PAGES_MAX pages or PAGE_WORDS_MAX words
 * MEMORY   arena of the reading
 * SOURCE   none
 */
#ifndef DOCIN_PAGE_H
#define DOCIN_PAGE_H
#include "docin/read.h"

enum { PAGES_MAX = 2000, PAGE_WORDS_MAX = 1000 * 1000 };

/* line, block: as the program that found the words grouped them, numbered on through the page from 1; 0: not known */
struct page_word { int x0, y0, x1, y1, block, line, sure; str text; };
/* A straight line that is drawn on the page, across or down: at which height (how far from the left), from where to where */
struct page_rule { int at, from, to; };
typedef VEC(struct page_rule) page_rules;
struct page { int width, height; VEC(struct page_word) words; page_rules across, down; };
typedef VEC(struct page) pages;

MUST_CHECK bool pages_tree(struct reading *r, const pages *p, struct err *e);

#endif
