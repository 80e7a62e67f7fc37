/* store/nearness.h -- how near to each other the words that were searched for stand, for SQLite's full-text index
 *
 * SHAPE    nearness(table, n) in a query of FTS5: 0 where the first n phrases of the query follow each other in the first column, 1 in
 *          another, 2 nowhere. It reads the places of one row and no statistics, so it costs the same in a table of any size;
 *          bm25() counts every row of every word.
 * UNITS    none
 * ERRORS   false when SQLite has no memory
 * MEMORY   none
 * SOURCE   SQLite, FTS5, section 7.2
 */
#ifndef STORE_NEARNESS_H
#define STORE_NEARNESS_H
#include <sqlite3.h>
#include <stdbool.h>

bool nearness_register(fts5_api *api);

#endif
