/* app/incoming.h -- a large file that comes in pieces, and goes on where a line broke
 *
 * SHAPE    DIR/incoming/PERSON/ID: its bytes so far; ID.name: how large it will be and what it is called. So how far it is, is how long
 *          the file is: nothing else can tell otherwise, also after a crash. Only whoever began it can go on with it, take it or drop it.
 *          incoming_piece: bytes that belong at `at`; where that is not the end of what is there nothing is taken, and .have says where
 *          to go on. incoming_taken: one that is whole, to be read from .path; incoming_drop when it has been kept elsewhere. One that
 *          nobody went on with for INCOMING_HOURS is deleted when another begins.
 * UNITS    bytes; a person INCOMING_QUOTA and INCOMING_FILES at once
 * ERRORS   ERR_INPUT larger than was said, not whole yet; ERR_NOT_FOUND there is none of this person (any more); ERR_LIMIT; ERR_SYSTEM
 * MEMORY   arena; pieces go through 64 KiB of stack
 * SOURCE   issue 6 (7): resumable
 */
#ifndef APP_INCOMING_H
#define APP_INCOMING_H
#include "app/record.h"

#define INCOMING_QUOTA ((int64_t)2 << 30)
enum { INCOMING_FILES = 50, INCOMING_HOURS = 24, INCOMING_PIECE = 8 << 20, INCOMING_NAME = 255 };

struct incoming { str id, name, path; int64_t size, have; };

MUST_CHECK bool incoming_begin(struct record *r, struct arena *a, str name, int64_t size, struct incoming *ret, struct err *e);
MUST_CHECK bool incoming_find(struct record *r, struct arena *a, str id, struct incoming *ret, struct err *e);
MUST_CHECK bool incoming_piece(struct record *r, struct arena *a, str id, int64_t at, const char *path, struct incoming *ret,
        struct err *e);
MUST_CHECK bool incoming_taken(struct record *r, struct arena *a, str id, struct incoming *ret, struct err *e);
void            incoming_drop(struct record *r, struct arena *a, str id);

#endif
