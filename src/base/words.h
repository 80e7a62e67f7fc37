/* base/words.h -- the words of a text, for searching
 *
 * SHAPE    A word is a run of letters and digits; combining marks and signs of no width (soft hyphen, ZWSP) belong to the letter before.
 *          Everything else stands between words, so "81/KH-SNgV" is three: 81, kh, sngv, one after the other.
 *          plain    lower case, no marks, đ -> d, as base/fold.h; letters of other scripts in lower case
 *          marked   lower case, NFC, the tone where it stands today ("hoà", "thuý", "hòan" -> "hòa", "thúy", "hoàn"); empty when it is plain
 *          exact    '+' and marked ("+định"): what the index holds at the place of the plain form; empty with it
 *          joined   of the first word of a number or a code, the whole of it with dots: "7a.1.3.2", "0,158" -> "0.158". A '.' or ',' joins
 *                   when what stands before it has a digit and a digit follows. Empty on the other words, and past WORD_BYTES.
 *          linked   the next word follows after one of . , / - and nothing else
 *          So the index finds a code by itself and not "1.3" in "7a.1.3.2", a number with comma or dot, and a document's number by any
 *          part of it, as words that follow each other.
 * UNITS    from, to, joined_to: bytes of the text; a form has at most WORD_BYTES bytes and as many letters, what is longer is cut
 * ERRORS   none: bytes that are no UTF-8 stand between words. No form holds a quote, a backslash or a space.
 * MEMORY   none is taken; the forms live in struct words until the next call
 * SOURCE   Unicode 15 (categories, NFC, by libunistring); domain.md 2 (codes), 7 (numbers of documents)
 */
#ifndef BASE_WORDS_H
#define BASE_WORDS_H
#include "base/str.h"

enum { WORD_BYTES = 64 };

struct word { size_t from, to, joined_to; str plain, marked, exact, joined; bool linked; };

struct words {
	str text; size_t at, chain;                    /* chain: where the number or code ends whose words are being given */
	char plain[WORD_BYTES], exact[WORD_BYTES + 1], joined[WORD_BYTES];
};

struct words words_open(str text);
bool         words_next(struct words *w, struct word *ret);

#endif
