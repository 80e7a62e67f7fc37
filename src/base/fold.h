/* base/fold.h -- Vietnamese text without marks, byte by character, for matching
 *
 * SHAPE    fold: .text has exactly one ASCII byte for each character of the NFC source: letters in
 *          lower case without marks (đ -> d, Ư -> u), every space (NBSP, tab, newline) -> ' ', every
 *          dash and minus -> '-', quotation marks -> '"' or '\'', … -> '.', anything else -> '?'.
 *          .at[i] is the byte offset of character i in the source; .at[n] is its length.
 * UNITS    text: one byte a character; at: bytes
 * ERRORS   none: bytes that are no UTF-8 fold to '?' one by one
 * MEMORY   arena; .src is borrowed
 * SOURCE   Unicode Latin blocks; Vietnamese alphabet
 */
#ifndef BASE_FOLD_H
#define BASE_FOLD_H
#include "base/str.h"
#include <stdint.h>

struct fold { str src, text; uint32_t *at; };

struct fold fold_open(struct arena *a, str nfc);
struct fold fold_sub(struct arena *a, const struct fold *f, size_t from, size_t to);   /* of folded [from, to); borrows from f */
str         fold_plain(struct arena *a, str nfc);      /* only the folded text, spaces collapsed, trimmed */
str         fold_src(const struct fold *f, size_t from, size_t to);   /* source of folded [from, to) */
char        fold_char(uint32_t c);                     /* one character */
bool        char_is_upper(uint32_t c);
uint32_t    utf8_next(str s, size_t *at);              /* decodes one character; bad byte: 0xFFFD, one step */

#endif
