/* app/log_parts.h -- what the files of app/log share
 *
 * SHAPE    entities, labels, verbs: the rows of app/log.def. names: what the log says last of each thing that is spoken of; names_ask notes
 *          them, names_load looks up all that were noted, then what their own names are made of, in a few statements. name_of: what a
 *          row is called, "1.2.1 “Số liệu…”"; shortly: its first part alone, "1.2.1"; no text: its columns do not say.
 * UNITS    none
 * ERRORS   as store/db.h
 * MEMORY   arena; names_close frees the JSON
 * SOURCE   none
 */
#ifndef APP_LOG_PARTS_H
#define APP_LOG_PARTS_H
#include "app/log.h"
#include "base/map.h"
#include <jansson.h>

enum log_rank { MAIN, PART, TRACE };
enum log_kind { TEXT, POINTS, PERCENT, DAY, MOMENT, REF, FLAG, TABLE, COLUMN, SKIP };
struct log_entity { const char *table; enum log_rank rank; const char *vi, *name; };
struct log_label { const char *column; enum log_kind kind; const char *vi, *of; };     /* of: the table of a REF, "same" or "entity" */
struct log_verb { const char *what, *vi, *table; };

const struct log_entity *entity_of(str table);                                     /* NULL: of a newer program */
const struct log_entity *entity_asked(struct arena *a, str said);                   /* by its table or its words; NULL: neither */
struct log_label         label_of(str table, const char *column);
const struct log_verb   *act_of(str what);                                        /* NULL: of a newer program */
str                      entities_of(struct arena *a, enum log_rank rank);         /* " unit_name unit_origin " */

struct known { str entity; int64_t id; json_t *row; bool gone; };
struct names { struct record *r; struct arena *a; struct map at; VEC(struct known) known; size_t loaded; };

void            names_ask(struct names *n, str entity, const json_t *row);         /* all that the row speaks of */
MUST_CHECK bool names_load(struct names *n, struct err *e);
void            names_close(struct names *n);
str             name_of(const struct names *n, str entity, const json_t *row, bool shortly);
/* A value of a row as a person reads it; no text: there is none. */
str             log_value(const struct names *n, str entity, const struct log_label *label, const char *column, const json_t *row);

#endif
