/* doc/wire.h -- a tree as bytes and back; whoever reads the bytes does not trust who wrote them
 *
 * SHAPE    A tree is its nodes in reading order, each followed by its children and an end; places as differences to the node
 *          before. Numbers are written seven bits a byte, texts with their length in front.
 *          Reading gives only what node.h allows: which kind may stand in which, depth, number, ranges, valid UTF-8. wire_tree takes
 *          what readers make; what only builders of documents add (node.h) is bad to it. wire_document takes all.
 * UNITS    bytes
 * ERRORS   a struct wire that ran against something wrong has .bad, which says what; what is read from it then is 0 or empty,
 *          so that one look at the end is enough
 * MEMORY   nodes in the arena; their texts are the bytes read, which must live as long
 * SOURCE   none
 */
#ifndef DOC_WIRE_H
#define DOC_WIRE_H
#include "doc/node.h"
#include <stdint.h>

enum { WIRE_SPAN_MAX = 1 << 16, WIRE_PLACE_MAX = 1 << 30, WIRE_WIDTHS_MAX = 1000, WIRE_WIDTH_MAX = 1000, WIRE_DECIMALS_MAX = 4 };
#define WIRE_VALUE_MAX ((int64_t)1 << 53)                     /* of a chart */

void wire_put_number(struct buf *b, uint64_t n);
void wire_put_signed(struct buf *b, int64_t n);
void wire_put_text(struct buf *b, str s);
void wire_put_error(struct buf *b, const struct err *e);
void wire_put_tree(struct buf *b, const struct node *root);

struct wire { const char *p, *end, *bad; };

bool         wire_wrong(struct wire *w, const char *what);    /* the first that is said stays; false */
unsigned     wire_byte(struct wire *w);
uint64_t     wire_number(struct wire *w, uint64_t most);
int64_t      wire_signed(struct wire *w, int64_t most);       /* -most..most */
str          wire_bytes(struct wire *w);
str          wire_text(struct wire *w);                       /* valid UTF-8 */
bool         wire_error(struct wire *w, struct err *ret);     /* false: it is none */
struct node *wire_tree(struct wire *w, struct arena *a);      /* NULL where it is bad */
struct node *wire_document(struct wire *w, struct arena *a);

#endif
