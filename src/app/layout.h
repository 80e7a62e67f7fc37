/* app/layout.h -- text in columns, for a terminal or a file of a given width
 *
 * SHAPE    layout: how wide, whether with colours, what the file is called before a line number. A table has
 *          cells row by row; a column in which every cell is empty is left out; columns that may wrap share
 *          what the others leave, and a cell that is still too long is cut after `lines` lines with "…".
 * UNITS    columns of the terminal: Vietnamese letters take one, marks that stand alone none, wide (East
 *          Asian) characters two
 * ERRORS   none
 * MEMORY   arena
 * SOURCE   Unicode 15, East Asian Width; ECMA-48 (colours)
 *
 * Nothing of a foreign document or file name reaches the terminal as a control character.
 */
#ifndef APP_LAYOUT_H
#define APP_LAYOUT_H
#include "base/str.h"

struct layout { int columns; bool colour; str path; };      /* path empty: the name in the facts */

enum ink { INK_PLAIN, INK_BOLD, INK_ERROR, INK_WARNING, INK_FAINT };

int  layout_width(str s);
str  layout_safe(struct arena *a, str s);                   /* control characters and line ends -> spaces */
str  layout_cut(struct arena *a, str s, int columns);
void layout_ink(struct buf *b, const struct layout *l, enum ink ink, str s);

/* s in lines of l->columns, where `used` columns of the first are taken; the next ones begin after `indent`. */
void layout_para(struct buf *b, const struct layout *l, str s, int used, int indent);

struct column { const char *head; bool right; int wraps; };      /* wraps: its share of the room; 0 does not give way */
enum { LAYOUT_COLUMNS = 12 };
struct table { const struct column *columns; size_t n; VEC(str) cells; int indent, lines; };
void layout_table(struct buf *b, const struct layout *l, const struct table *t);

#endif
