/* docin/encoding.h -- bytes of a text file in, UTF-8 NFC out
 *
 * SHAPE    Told in this order: BOM (UTF-8, UTF-16 LE/BE), valid UTF-8, TCVN3 or VNI by what their words
 *          read as (docin/legacy.h); TCVN3 and VNI also where another program took them for Latin-1
 *          and saved that as UTF-8. Then: line ends become "\n" (a file with CR alone counts these;
 *          elsewhere a lone CR is a space), every space but the tab becomes ' ', soft hyphens and
 *          characters without width go, control characters become ' ', the form feed stays, NFD becomes
 *          NFC. Nothing else is changed: both placings of tone marks stay as printed (they fold alike).
 * UNITS    bytes; a line of the result is the same line of the file
 * ERRORS   ERR_FORMAT: NUL bytes, binary noise, an encoding that cannot be told, marks piled up
 * MEMORY   arena; where nothing has to change the result is the input itself
 * SOURCE   Unicode 15 (NFC by libunistring 1.0); TCVN 5712:1993; tables of VNI-Windows
 */
#ifndef DOCIN_ENCODING_H
#define DOCIN_ENCODING_H
#include "base/err.h"
#include <stdint.h>

MUST_CHECK bool encoding_decode(struct arena *a, str bytes, str *ret, struct err *e);
void            utf8_put(struct buf *b, uint32_t c);
/* The last of the steps above, for text that came in as entities. */
MUST_CHECK bool encoding_tidy(struct arena *a, str utf8, str *ret, struct err *e);

#endif
