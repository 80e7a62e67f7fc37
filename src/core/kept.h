/* core/kept.h -- the words by which the record keeps kinds and states, and those by which people read them
 *
 * SHAPE    …_kept: as the schema has it ("in_progress"); …_of: back again; …_vi: for people ("đang triển khai"). state_typed: what a person
 *          types: either, with or without marks.
 * UNITS    none
 * ERRORS   NULL for what has no word; the NONE of its kind for a word that is not known
 * MEMORY   none
 * SOURCE   src/store/sql/0001_record.sql; facts.md
 */
#ifndef CORE_KEPT_H
#define CORE_KEPT_H
#include "core/deadline.h"

const char   *due_kept(enum due_kind k);
enum due_kind due_of(str word);
const char   *rhythm_kept(enum rhythm r);
enum rhythm   rhythm_of(str word);
const char   *state_kept(enum status s);
enum status   state_of(str word);
const char   *state_vi(enum status s);
enum status   state_typed(struct arena *a, str typed);
const char   *unit_kept(enum unit u);
const char   *op_kept(enum target_op o);
const char   *origin_vi(str word);                 /* of a finding */

#endif
