/* bench/sink.h -- rows put into the tables of a record past its statements, as fast as the database takes them
 *
 * SHAPE    sink_table, then sink_int, sink_text or sink_null for each column of each row in turn, then the next table; sink_close ends
 *          the last. SQLite: one prepared INSERT a table, nothing waits for the disk; then every foreign key is checked.
 *          PostgreSQL: COPY, with keys unchecked: the same rows have been checked on SQLite
 * UNITS    none
 * ERRORS   ends the process
 * MEMORY   one row
 * SOURCE   none
 */
#ifndef BENCH_SINK_H
#define BENCH_SINK_H
#include "base/str.h"
#include <stdint.h>

struct sink;

struct sink *sink_open(struct arena *a, str where);
void         sink_table(struct sink *s, const char *name, const char *columns);
void         sink_int(struct sink *s, int64_t n);
void         sink_text(struct sink *s, str text);
void         sink_null(struct sink *s);
void         sink_close(struct sink *s);
void         sink_settle(str where);               /* what a server of PostgreSQL does by itself within minutes */

#endif
