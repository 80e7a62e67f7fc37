/* report/writer.h -- the tree of an official document, by one who writes it from top to bottom
 *
 * SHAPE    What is written goes to .at: the document, or the cell that was opened last. write_table opens a table, write_row a row of it,
 *          write_cell a cell; write_end goes back to the document. write_done numbers the places as a Markdown file has them (a
 *          paragraph a line, a row a line), so that whoever reads the tree can say where a thing stands.
 * UNITS    widths: per mille of the text's width
 * ERRORS   none
 * MEMORY   arena; texts are borrowed
 * SOURCE   doc/node.h; Nghị định 30/2020/NĐ-CP
 */
#ifndef REPORT_WRITER_H
#define REPORT_WRITER_H
#include "report/report.h"

struct writer {
	struct arena *a;
	const struct report_in *in;
	const struct facts *f;                          /* of in; without any: empty facts */
	struct node *root, *at, *table, *row;
	enum begins begins;                             /* the next block begins a part of its own so */
};

struct writer writer_open(struct arena *a, const struct report_in *in);
struct node  *write_done(struct writer *w, str title);          /* title: of the file */

struct node *write_para(struct writer *w, enum formal part, str text);
struct node *write_strong(struct writer *w, enum formal part, str text);       /* its run is bold */
void write_heading(struct writer *w, int level, str text);      /* the number is in the text: "1.2. Giải pháp" */
void write_item(struct writer *w, int level, const char *marker, str text);

void         write_table(struct writer *w, bool plain, const int *widths, size_t n);
struct node *write_row(struct writer *w, bool header);
struct node *write_cell(struct writer *w, int colspan);         /* opens it */
void         write_end(struct writer *w);                       /* of the table */

/* A cell with one paragraph. */
void write_text(struct writer *w, enum formal part, str text);
void write_figure(struct writer *w, str figure);                /* "1,5": a number where the format has numbers */

#endif
