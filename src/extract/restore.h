/* extract/restore.h -- lines of a plain text back into paragraphs and tables
 *
 * SHAPE    restore_table looks whether a table that a converter flattened begins at line `at`. The
 *          TABLE goes below `parent`. *end: the first line after it. Four ways of flattening are known:
 *            - cell by cell, a line of the cell each line (PDF to text): rows are found by their
 *              codes, columns by extract/align.h;
 *            - cell by cell, a paragraph of the cell each line, an empty cell an empty line (LibreOffice to text): rows and
 *              columns are found by extract/grid.h; tried first, since it refuses what is not so;
 *            - cell by cell, a tab before each cell (Word to text): cells are known, rows are found by
 *              their ordinals and codes;
 *            - a row a line, tabs between the cells (copied from a table).
 * UNITS    line indexes
 * ERRORS   false where no table begins
 * MEMORY   arena
 * SOURCE   seeds 000, 002, 003; tests/formats
 */
#ifndef EXTRACT_RESTORE_H
#define EXTRACT_RESTORE_H
#include "extract/extract.h"
#include "extract/lines.h"

bool restore_table(struct arena *a, struct pats *ps, struct lines *ls, size_t at, struct node *parent, size_t *end);

void restore_drop_repeats(struct arena *a, struct pats *ps, struct lines *ls);
void restore_with(struct arena *a, struct pats *ps, struct node *root);

void restore_paragraph(struct arena *a, struct pats *ps, struct node *parent, const struct lines *ls, size_t first, size_t last);
void restore_paragraphs(struct arena *a, struct pats *ps, struct node *parent, const struct lines *ls,
                        size_t first, size_t last, int width);

#endif
