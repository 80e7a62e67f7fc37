/* base/sha256.h -- the fingerprint of a file
 *
 * SHAPE    64 lower-case hexadecimal digits and a NUL. Of bytes at hand: sha256_hex; of what comes in pieces: open, add, close.
 *          sha256_is: whether a text is such a fingerprint; asked of every one that comes from outside.
 * UNITS    bytes
 * ERRORS   none
 * MEMORY   none
 * SOURCE   FIPS 180-4, by OpenSSL
 */
#ifndef BASE_SHA256_H
#define BASE_SHA256_H
#include "base/str.h"
#include <stdint.h>

struct sha256 { uint64_t room[16]; };

void sha256_hex(str bytes, char ret[static 65]);
void sha256_open(struct sha256 *s);
void sha256_add(struct sha256 *s, str bytes);
void sha256_close(struct sha256 *s, char ret[static 65]);
bool sha256_is(str s);

#endif
