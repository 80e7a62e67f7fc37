/* docout/render.h -- document tree in, bytes of a file out
 *
 * SHAPE    A renderer is one row of docout/renderers.def and one file render_NAME.c; .ending is the end of the names of such files.
 *          A tree is an official document where something in it is formal, a chart, a plain table or a part with pages of its own;
 *          else it is a book of tables (report/book.h).
 *          xlsx, book: a heading of level 1 begins a sheet, its text is the name of the tab (made legal: 31 characters, none of []:*?/\,
 *          each name once); deeper headings, paragraphs and items are rows over all columns; tables are cells with their spans. A table
 *          without a heading row is names and values. Document: "Văn bản", and a sheet for each part; plain tables are merged cells side by
 *          side; charts draw the cells of a table of the sheet that has their figures, else of one put below. In both, cells with .number
 *          are numbers; all else is text, whatever it begins with.
 *          html: docout/html.h. md: texts and tables; plain tables are lines, what spans reach over stays empty, a table with merged cells
 *          in its body is HTML, charts are left out, for their figures stand in a table beside them.
 * UNITS    bytes. The same tree gives the same bytes: no clock, no name of a person or machine is written.
 * ERRORS   ERR_LIMIT more than a file of the kind can hold; ERR_SYSTEM no library, no room
 * MEMORY   arena
 * SOURCE   issue 4 (workbooks), issue 7 (documents); ECMA-376 part 1, 18; CommonMark 0.30 with GFM tables
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
