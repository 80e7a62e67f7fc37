/* docout/render.h -- document tree in, bytes of a file out
 *
 * SHAPE    A renderer is one row of docout/renderers.def and one file render_NAME.c; .ending is the end of the names of such files.
 *          xlsx: a heading of level 1 begins a sheet, its text is the name of the tab (made legal: 31 characters, none of []:*?/\, each
 *          name once); deeper headings, paragraphs and items are rows over all columns; tables are cells with their spans. A table
 *          without a heading row is names and values. Cells with .number are numbers; all else is text, whatever it begins with.
 * UNITS    bytes. The same tree gives the same bytes: no clock, no name of a person or machine is written.
 * ERRORS   ERR_LIMIT more than a file of the kind can hold; ERR_SYSTEM no library, no room
 * MEMORY   arena
 * SOURCE   issue 4 (workbooks); ECMA-376 part 1, 18
 */
#ifndef DOCOUT_RENDER_H
#define DOCOUT_RENDER_H
#include "doc/node.h"

struct renderer {
	const char *name, *ending, *help, *source;
	bool (*render)(struct arena *a, const struct node *root, str *ret, struct err *e);
};

#define RENDERER(id) extern const struct renderer render_##id;
#include "docout/renderers.def"
#undef RENDERER

struct renderers { const struct renderer *const *at; size_t n; };
struct renderers       renderers_all(void);
const struct renderer *renderer_find(str ending);          /* "xlsx", of "phieu.xlsx" too; NULL: none */

#endif
