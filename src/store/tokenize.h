/* store/tokenize.h -- the words of base/words.h for SQLite's full-text index
 *
 * SHAPE    Registers the tokenizer "vi": fts5(…, tokenize = 'vi'). A document gives each word's plain form, at its place the exact form
 *          ("+định") and the joined form of a number or code. A query gives one form a word: the exact one after '+', the joined one of a
 *          number or code, else the plain one; base/search.h writes queries so.
 *          Also nearness() (store/nearness.h).
 * UNITS    bytes of the text, for highlight() and snippet()
 * ERRORS   false when this SQLite has no FTS5
 * MEMORY   none
 * SOURCE   SQLite, FTS5, section 7.1
 */
#ifndef STORE_TOKENIZE_H
#define STORE_TOKENIZE_H
#include <sqlite3.h>
#include <stdbool.h>

bool tokenize_register(sqlite3 *h);

#endif
