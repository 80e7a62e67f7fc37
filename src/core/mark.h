/* core/mark.h -- by which the same thing is known again in another document
 *
 * SHAPE    text_key: the words of a text alone, without marks, case and signs; texts with equal keys are the same. text_mark: a kind and
 *          32 hexadecimal digits of the SHA-256 of a key. What is typed and what is imported get the same marks; they stand in
 *          records, so they never change.
 *          same_shortened: one has all the words of the other in their order, the other at least half of its words and SHORTEST; so a
 *          report writes again what a plan says at length. Not what a mark is made of.
 * UNITS    none
 * ERRORS   none
 * MEMORY   arena
 * SOURCE   store/sql/0001_record.sql (columns mark)
 */
#ifndef CORE_MARK_H
#define CORE_MARK_H
#include "base/str.h"

str  text_key(struct arena *a, str text);
bool same_text(struct arena *a, str x, str y);
bool same_shortened(struct arena *a, str x, str y);
str  text_mark(struct arena *a, const char *kind, str key);

#endif
