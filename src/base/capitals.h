/* base/capitals.h -- a text in capital letters
 *
 * SHAPE    "Sở Ngoại vụ" -> "SỞ NGOẠI VỤ"; NFC in, NFC out
 * UNITS    bytes
 * ERRORS   none: bytes that are no UTF-8 stay as they are, and so does all around them
 * MEMORY   arena
 * SOURCE   Unicode, by libunistring
 */
#ifndef BASE_CAPITALS_H
#define BASE_CAPITALS_H
#include "base/str.h"

str capitals(struct arena *a, str nfc);

#endif
