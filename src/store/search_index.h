/* store/search_index.h -- the index of what can be found, kept by every transaction
 *
 * SHAPE    search_keep: what tx_commit does for the rows it changed: a row of a table of store/searchable.def is read with its words
 *          (found_of_TABLE) and written to found, or taken out when it is gone: two statements a row, once a row. A criterion
 *          that changed takes the findings along that bear its name. A row whose words stayed the same is read and not written.
 *          search_rebuild makes all of it again in one transaction of its own. search_check compares it with the tables, in whatever
 *          transaction is open; search_sound compares the index of words with found, outside of any: it is an INSERT that writes nothing.
 * UNITS    none
 * ERRORS   search_check: ERR_FORMAT, with the number of rows that differ and the first of them; search_sound: ERR_FORMAT; else as
 *          store/db.h
 * MEMORY   search_keep: the arena of the transaction; the others take their own and give it back
 * SOURCE   issue 5 (search)
 *
 * On PostgreSQL the words of a row are written by the same statement as its text, so nothing is left to search_sound there; on SQLite
 * the index is a structure of its own, and is read through.
 */
#ifndef STORE_SEARCH_INDEX_H
#define STORE_SEARCH_INDEX_H
#include "store/db.h"

MUST_CHECK bool search_keep(struct tx *t, struct err *e);
MUST_CHECK bool search_rebuild(struct db *db, struct err *e);
MUST_CHECK bool search_check(struct db *db, struct err *e);
MUST_CHECK bool search_sound(struct db *db, struct err *e);

#endif
