/* core/codes.h -- where a code (or another text) stands in a list, without reading the list
 *
 * SHAPE    A table of hashed codes beside a list of criteria, fields, … A struct codes of zeroes is empty. Of two
 *          equal codes the first is found, as a reader of the list would.
 * UNITS    indexes into the list
 * ERRORS   codes_find gives NO_INDEX where there is none; the empty code is none
 * MEMORY   arena; codes are borrowed from the list
 * SOURCE   none
 */
#ifndef CORE_CODES_H
#define CORE_CODES_H
#include "base/str.h"

#define NO_INDEX ((size_t)-1)

struct codes { struct code_slot *slot; size_t n, slots; };

void   codes_add(struct arena *a, struct codes *c, str code, size_t index);
size_t codes_find(const struct codes *c, str code);
str    code_plain(struct arena *a, str code);      /* as it is compared: without spaces and a last dot */

#endif
