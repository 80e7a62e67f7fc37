#include "sink.h"
#include "store/db.h"
#include <libpq-fe.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct sink {
	sqlite3      *lite;
	sqlite3_stmt *put;
	PGconn       *pg;
	struct buf    line;
	const char   *table;
	int           columns, at;
};

static _Noreturn void stop(const char *what, const char *why)
{
	fprintf(stderr, "fill: %s: %s\n", what, why);
	exit(2);
}

static void lite_do(struct sink *s, const char *sql)
{
	if (sqlite3_exec(s->lite, sql, NULL, NULL, NULL) != SQLITE_OK)
		stop(sql, sqlite3_errmsg(s->lite));
}

static void pg_do(struct sink *s, const char *sql, ExecStatusType want)
{
	PGresult *r = PQexec(s->pg, sql);
	if (PQresultStatus(r) != want)
		stop(sql, PQerrorMessage(s->pg));
	PQclear(r);
}

struct sink *sink_open(struct arena *a, str where)
{
	struct sink *s = make(a, struct sink);
	if (db_kind_of(where) == DB_POSTGRESQL) {
		s->line = buf_open(a);
		s->pg = PQconnectdb(where.p);
		pg_do(s, "BEGIN; SET session_replication_role = replica", PGRES_COMMAND_OK);
		return s;
	}
	if (sqlite3_open(where.p, &s->lite) != SQLITE_OK)
		stop(where.p, sqlite3_errmsg(s->lite));
	lite_do(s, "PRAGMA synchronous=OFF; PRAGMA journal_mode=MEMORY; PRAGMA cache_size=-262144; BEGIN");
	return s;
}

static void end_table(struct sink *s)
{
	char sql[400];
	if (!s->table)
		return;
	if (s->lite) {
		sqlite3_finalize(s->put);
		return;
	}
	PGresult *r = NULL;
	if (PQputCopyEnd(s->pg, NULL) != 1 || PQresultStatus(r = PQgetResult(s->pg)) != PGRES_COMMAND_OK)
		stop(s->table, PQerrorMessage(s->pg));
	PQclear(r);
	PQclear(PQgetResult(s->pg));
	snprintf(sql, sizeof sql, "SELECT setval(pg_get_serial_sequence('%s', 'id'), (SELECT max(id) FROM %s))", s->table, s->table);
	pg_do(s, sql, PGRES_TUPLES_OK);
}

void sink_table(struct sink *s, const char *name, const char *columns)
{
	char sql[800];
	end_table(s);
	s->table = name;
	s->columns = 1;
	for (const char *p = columns; *p; p++)
		s->columns += *p == ',';
	if (s->pg) {
		snprintf(sql, sizeof sql, "COPY %s (%s) FROM STDIN", name, columns);
		pg_do(s, sql, PGRES_COPY_IN);
		return;
	}
	int n = snprintf(sql, sizeof sql, "INSERT INTO %s (%s) VALUES (?", name, columns);
	for (int i = 1; i < s->columns; i++)
		n += snprintf(sql + n, sizeof sql - (size_t)n, ",?");
	snprintf(sql + n, sizeof sql - (size_t)n, ")");
	if (sqlite3_prepare_v2(s->lite, sql, -1, &s->put, NULL) != SQLITE_OK)
		stop(sql, sqlite3_errmsg(s->lite));
}

/* A value stands in its column; the last one ends the row. */
static void next_column(struct sink *s)
{
	bool last = ++s->at == s->columns;
	s->at = last ? 0 : s->at;
	if (s->pg)
		buf_put(&s->line, last ? S("\n") : S("\t"));
	if (!last)
		return;
	if (s->pg && PQputCopyData(s->pg, s->line.p, (int)s->line.n) != 1)
		stop(s->table, PQerrorMessage(s->pg));
	s->line.n = 0;
	if (s->lite && (sqlite3_step(s->put) != SQLITE_DONE || sqlite3_reset(s->put) != SQLITE_OK))
		stop(s->table, sqlite3_errmsg(s->lite));
}

void sink_int(struct sink *s, int64_t n)
{
	if (s->lite)
		sqlite3_bind_int64(s->put, s->at + 1, n);
	else
		buf_fmt(&s->line, "%lld", (long long)n);
	next_column(s);
}

/* No text made here has a tab, a line's end or a backslash, which COPY would want escaped. */
void sink_text(struct sink *s, str text)
{
	if (s->lite)
		sqlite3_bind_text(s->put, s->at + 1, text.p, (int)text.n, SQLITE_TRANSIENT);
	else
		buf_put(&s->line, text);
	next_column(s);
}

void sink_null(struct sink *s)
{
	if (s->lite)
		sqlite3_bind_null(s->put, s->at + 1);
	else
		buf_put(&s->line, S("\\N"));
	next_column(s);
}

static int broken_key(void *s, int n, char **cells, char **names)
{
	(void)s, (void)n, (void)names;
	stop(cells[0], "a foreign key points nowhere");
}

void sink_close(struct sink *s)
{
	end_table(s);
	if (s->pg) {
		pg_do(s, "COMMIT", PGRES_COMMAND_OK);
		PQfinish(s->pg);
		return;
	}
	lite_do(s, "COMMIT");
	if (sqlite3_exec(s->lite, "PRAGMA foreign_key_check", broken_key, NULL, NULL) != SQLITE_OK)
		stop("foreign_key_check", sqlite3_errmsg(s->lite));
	lite_do(s, "PRAGMA journal_mode=WAL");
	sqlite3_close(s->lite);
}

void sink_settle(str where)
{
	struct sink s = { 0 };
	if (db_kind_of(where) == DB_SQLITE)
		return;
	s.pg = PQconnectdb(where.p);
	pg_do(&s, "VACUUM ANALYZE", PGRES_COMMAND_OK);
	PQfinish(s.pg);
}
