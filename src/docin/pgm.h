/* docin/pgm.h -- grey pictures as pdftoppm writes them
 *
 * SHAPE    "P5\n2481 3508\n255\n", then a byte a dot, row by row from the top; several may follow each other
 * UNITS    dots; 0 black, 255 white
 * ERRORS   false: what begins there is no such picture, or it is shorter than its head says
 * MEMORY   the dots are those of the bytes
 * SOURCE   PGM (netpbm), 8 bits
 */
#ifndef DOCIN_PGM_H
#define DOCIN_PGM_H
#include "base/err.h"
#include "base/str.h"

enum { PGM_SIDE_MAX = 30000 };

struct pgm { int width, height; const unsigned char *dots; };

/* The picture that begins at *at; *at moves behind it. */
MUST_CHECK bool pgm_next(str bytes, size_t *at, struct pgm *ret);

#endif
