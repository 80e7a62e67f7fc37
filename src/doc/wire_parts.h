/* doc/wire_parts.h -- what the two halves of doc/wire.h agree on
 *
 * SHAPE    A node begins with its kind + 1 (0: the end of its parent) and flags: of a ROW header, of a CELL number, of a RUN bold and
 *          italic; FLAG_BUILT: what builders of documents add follows what the kind has of its own.
 * UNITS    bits
 * ERRORS   none
 * MEMORY   none
 * SOURCE   doc/node.h
 */
#ifndef DOC_WIRE_PARTS_H
#define DOC_WIRE_PARTS_H
#include "doc/node.h"

enum { END = 0, KIND_BITS = 4, FLAG_BUILT = 4, PLACES = 6 };

static inline void wire_places(const struct place *p, int n[PLACES])
{
	n[0] = p->line, n[1] = p->page, n[2] = p->table, n[3] = p->row, n[4] = p->cell, n[5] = p->sure;
}

#endif
