/* docin/xlsx_blocks.h -- the cells of a sheet as paragraphs and tables
 *
 * SHAPE    A sheet has no paragraphs and no tables; people lay them out with cells. Empty rows part blocks. Within a block the table
 *          begins at the first row of three cells (or of two, where the block has no wider row), and has the columns that
 *          are used in it; titles above and remarks below it are paragraphs, so are the two halves of a letterhead and of a
 *          signature, left one first. A block whose first row is no heading and that stays within the columns of the table
 *          above goes on with it.
 * UNITS    *line: paragraphs so far; each paragraph has its number in .from.line; .from.row: of the sheet, as Excel counts
 * ERRORS   of the builder
 * MEMORY   arena of the builder
 * SOURCE   how annexes of plans are typed into Excel; Nghị định 30/2020/NĐ-CP (letterhead)
 */
#ifndef DOCIN_XLSX_BLOCKS_H
#define DOCIN_XLSX_BLOCKS_H
#include "docin/build.h"
#include "docin/xlsx_sheet.h"

void xlsx_paragraph(struct build *b, str text, int *line);
void xlsx_blocks(struct build *b, const struct xlsx_sheet *s, int *line);

#endif
