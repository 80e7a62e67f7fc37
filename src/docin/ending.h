/* docin/ending.h -- a file whose name says another kind than its content
 *
 * SHAPE    ending_note adds a note where the ending of the name is that of another reader. The file is read all the same:
 *          its name never decides. Endings that no reader has say nothing.
 * UNITS    none
 * ERRORS   none
 * MEMORY   that of the reading
 * SOURCE   issue 3 (a wrong extension is read anyway and mentioned)
 */
#ifndef DOCIN_ENDING_H
#define DOCIN_ENDING_H
#include "docin/read.h"

void ending_note(struct reading *r, str name);

#endif
