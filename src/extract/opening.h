/* extract/opening.h -- the words that a column of remedies, states, units or reasons begins with
 *
 * SHAPE    "Tham mưu …" opens a remedy, "Đang …" a progress, "Văn phòng …" a unit, "Chưa …" a reason. A cell need not
 *          begin so; one that does is likelier to stand in that column.
 * UNITS    characters of a folded text
 * ERRORS   false for the roles that have no such words
 * MEMORY   none
 * SOURCE   seeds 000-004
 */
#ifndef EXTRACT_OPENING_H
#define EXTRACT_OPENING_H
#include "extract/columns.h"

bool opening(enum role role, str folded, size_t from);

#endif
