/* base/sha256.h -- the fingerprint of a file
 *
 * SHAPE    64 lower-case hexadecimal digits and a NUL
 * UNITS    bytes
 * ERRORS   none
 * MEMORY   none
 * SOURCE   FIPS 180-4, by OpenSSL
 */
#ifndef BASE_SHA256_H
#define BASE_SHA256_H
#include "base/str.h"

void sha256_hex(str bytes, char ret[static 65]);

#endif
