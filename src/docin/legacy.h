/* docin/legacy.h -- TCVN3 and VNI: told by statistics of words, and decoded
 *
 * SHAPE    Input is UTF-8 whose characters up to U+00FF stand for the bytes of the old font encoding. Words
 *          that hold such characters are decoded by each table; the table wins under which they
 *          are Vietnamese syllables (and are not so as they stand).
 * UNITS    words
 * ERRORS   LEGACY_NONE where it is not clear: then nothing is touched
 * MEMORY   arena
 * SOURCE   TCVN 5712:1993 (VN3, the fonts .VnTime); VNI-Windows; rhymes of Vietnamese spelling
 */
#ifndef DOCIN_LEGACY_H
#define DOCIN_LEGACY_H
#include "base/str.h"
#include <stdint.h>

enum legacy { LEGACY_NONE, LEGACY_TCVN3, LEGACY_VNI };

enum legacy legacy_tell(str utf8);
str         legacy_decode(struct arena *a, enum legacy from, str utf8);
/* Where a font's name says which it is: does the text, however short, read so at least as well as it stands? */
bool        legacy_fits(enum legacy from, str utf8);

bool        syllable_valid(const uint32_t *word, size_t n);     /* one Vietnamese syllable, NFC */

#endif
