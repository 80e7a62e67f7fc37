/* app/blocks.h -- a document as it was read, for showing: paragraphs and tables, each with its place
 *
 * SHAPE    A block is a paragraph, heading, item of a list, or a table of rows. Tables in cells are shown as their text. blocks_find: the
 *          paragraph or row where a thing was read: by table and row, else by the line it stands on.
 * UNITS    places as core/facts.h; at most BLOCKS_MOST blocks and rows, .more says that there were others
 * ERRORS   none
 * MEMORY   arena; texts may borrow from the tree
 * SOURCE   doc/node.h
 */
#ifndef APP_BLOCKS_H
#define APP_BLOCKS_H
#include "core/facts.h"

enum { BLOCKS_MOST = 6000 };
enum block_kind { BLOCK_PARA, BLOCK_HEADING, BLOCK_ITEM, BLOCK_TABLE };

struct block_cell { str text; int colspan, rowspan; };
struct block_row { struct source at; bool header; VEC(struct block_cell) cells; size_t unit; };
struct block { enum block_kind kind; str text; struct source at; VEC(struct block_row) rows; size_t unit; };
struct block_unit { struct source at; };
/* units: every paragraph and row, in the order of the document */
struct blocks { VEC(struct block) at; VEC(struct block_unit) units; bool more; };

struct node;
void   blocks_of(struct arena *a, const struct node *root, struct blocks *ret);
size_t blocks_find(const struct blocks *b, struct source at);         /* a unit; NO_UNIT */
#define NO_UNIT SIZE_MAX

#endif
