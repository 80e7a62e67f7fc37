#include "store/db_driver.h"
#include <dlfcn.h>
#include <libpq-fe.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>

/* libpq brings OpenSSL, Kerberos and LDAP with it, which every start would pay for: it is loaded when a connection string is opened. */
#define CALLS(X) \
	X(PQconnectdb) X(PQstatus) X(PQerrorMessage) X(PQfinish) X(PQexec) X(PQprepare) X(PQexecPrepared) X(PQresultStatus) \
	X(PQresultErrorField) X(PQclear) X(PQntuples) X(PQnfields) X(PQfname) X(PQftype) X(PQgetisnull) X(PQgetvalue) X(PQgetlength) \
	X(PQsetNoticeProcessor) X(PQserverVersion) X(PQexecParams) X(PQputCopyData) X(PQputCopyEnd) X(PQgetResult) X(PQsocket)
#define MEMBER(f) __typeof__(f) *f;
static struct { CALLS(MEMBER) } pq;
#undef MEMBER

enum { OID_INT8 = 20, OID_INT4 = 23, LEAST_VERSION = 130000 };

static bool load(struct err *e)
{
	static bool loaded;
	void *from = loaded ? NULL : dlopen("libpq.so.5", RTLD_NOW | RTLD_NODELETE);
	bool all = loaded || from;
#define FIND(f) all = all && (loaded || (pq.f = (__typeof__(pq.f))dlsym(from, #f)));
	CALLS(FIND)
#undef FIND
	loaded = all;
	if (all)
		return true;
	fail(e, ERR_SYSTEM, "Máy này chưa có thư viện libpq để nối tới PostgreSQL.");
	err_hint(e, "Cài gói libpq5 (apt-get install libpq5).");
	return err_detail(e, "dlopen: %s", dlerror());
}

static void quiet(void *ctx, const char *words) { (void)ctx, (void)words; }

/* The sentence that a state of five letters stands for (PostgreSQL, appendix A). */
static bool broken(struct db *db, const PGresult *r, struct err *e, const char *what)
{
	const char *state = r ? pq.PQresultErrorField(r, PG_DIAG_SQLSTATE) : NULL;
	state = state ? state : "";
	if (db->at && pq.PQstatus(db->at) != CONNECTION_OK) {
		fail(e, ERR_SYSTEM, "Mất kết nối tới PostgreSQL; chưa lưu gì của thay đổi này.");
		err_hint(e, "Làm lại sau một lát; nếu vẫn lỗi, báo người quản trị máy chủ.");
	} else if (!strncmp(state, "23", 2)) {
		fail(e, ERR_CONFLICT, "Thay đổi này không khớp với điều đã lưu.");
		err_hint(e, "Mở lại để xem điều đang lưu, rồi sửa trên đó.");
	} else if (!strcmp(state, "53100")) {
		fail(e, ERR_SYSTEM, "Đĩa của máy chủ đã đầy: chưa lưu được gì của thay đổi này.");
		err_hint(e, "Báo người quản trị máy chủ.");
	} else if (!strncmp(state, "40", 2) || !strcmp(state, "55P03")) {
		fail(e, ERR_SYSTEM, "Hồ sơ đang có người khác ghi.");
		err_hint(e, "Chờ một lát rồi làm lại.");
	} else if (!strcmp(state, "42501")) {
		fail(e, ERR_SYSTEM, "Người dùng PostgreSQL này không có quyền với cơ sở dữ liệu của hồ sơ.");
		err_hint(e, "Nhờ người quản trị máy chủ cấp quyền.");
	} else {
		fail(e, ERR_SYSTEM, "Cơ sở dữ liệu không trả lời được; chưa lưu gì của thay đổi này.");
		err_hint(e, "Làm lại; nếu vẫn lỗi, báo người quản trị.");
	}
	return err_detail(e, "%s: %s %s", what, state, db->at ? pq.PQerrorMessage(db->at) : "");
}

static bool script(struct db *db, const char *text, struct err *e)
{
	PGresult *r = pq.PQexec(db->at, text);
	ExecStatusType s = pq.PQresultStatus(r);
	bool ok = s == PGRES_COMMAND_OK || s == PGRES_TUPLES_OK;
	if (!ok)
		broken(db, r, e, text);
	pq.PQclear(r);
	return ok;
}

static bool connect_to(struct db *db, str where, enum db_open how, struct err *e)
{
	(void)how;                                         /* a database is made by its server, empty; store/migrate fills it */
	if (!load(e))
		return false;
	db->at = pq.PQconnectdb(str_copy(db->a, where).p);
	if (!db->at || pq.PQstatus(db->at) != CONNECTION_OK) {
		fail(e, ERR_NOT_FOUND, "Không nối được tới PostgreSQL.");
		err_hint(e, "Xem lại chuỗi kết nối trong tệp khacphuc.conf của hồ sơ, và máy chủ có đang chạy không.");
		return err_detail(e, "%s", db->at ? pq.PQerrorMessage(db->at) : "no memory");
	}
	if (pq.PQserverVersion(db->at) < LEAST_VERSION)
		return fail(e, ERR_SYSTEM, "PostgreSQL cũ quá: cần bản 13 trở lên.");
	pq.PQsetNoticeProcessor(db->at, quiet, NULL);
	return script(db, "SET client_encoding = 'UTF8'; SET TIME ZONE 'UTC'; SET statement_timeout = '120s'; SET lock_timeout = '15s'", e);
}

static void disconnect(struct db *db)
{
	if (db->at)
		pq.PQfinish(db->at);
	db->at = NULL;
}

/* Nobody has asked anything: what is there to be read is that the server said good-bye. */
static bool lost(const struct db *db)
{
	struct pollfd p = { .fd = pq.PQsocket(db->at), .events = POLLIN };
	return pq.PQstatus(db->at) != CONNECTION_OK || p.fd < 0 || poll(&p, 1, 0) > 0;
}

static bool prepare(struct db *db, enum query_id q, struct err *e)
{
	if (db->ready[q] || !*queries[q].pg)
		return true;
	PGresult *r = pq.PQprepare(db->at, queries[q].name, queries[q].pg, queries[q].args, NULL);
	bool ok = pq.PQresultStatus(r) == PGRES_COMMAND_OK;
	if (!ok)
		broken(db, r, e, queries[q].where);
	pq.PQclear(r);
	db->ready[q] = ok ? db->at : NULL;
	return ok;
}

static bool run(struct db *db, enum query_id q, const struct arg *args, struct rows *ret, struct err *e)
{
	const char *text[40];
	int n = queries[q].args;
	if (!prepare(db, q, e))
		return false;
	if (!db->ready[q])
		return fail(e, ERR_SYSTEM, "Lỗi trong chương trình: lệnh này không dành cho PostgreSQL."), err_detail(e, "%s", queries[q].where);
	char number[40][24], *copy[40] = { 0 };
	for (int i = 0; i < n; i++) {
		if (args[i].kind == V_INT)
			snprintf(number[i], sizeof number[i], "%lld", (long long)args[i].i);
		if (args[i].kind == V_TEXT)
			copy[i] = strndup(args[i].s.p, args[i].s.n);       /* an arena would grow with every statement */
		text[i] = args[i].kind == V_INT ? number[i] : copy[i];
	}
	PGresult *r = pq.PQexecPrepared(db->at, queries[q].name, n, text, NULL, NULL, 0);
	for (int i = 0; i < n; i++)
		free(copy[i]);
	ExecStatusType s = pq.PQresultStatus(r);
	if (s != PGRES_COMMAND_OK && s != PGRES_TUPLES_OK) {
		broken(db, r, e, queries[q].where);
		pq.PQclear(r);
		return false;
	}
	*ret = (struct rows){ .db = db, .at = r, .row = -1, .n = pq.PQntuples(r) };
	return true;
}

static bool next(struct rows *r) { return ++r->row < r->n; }
static bool done(struct rows *r, struct err *e) { return (void)r, (void)e, true; }      /* all rows came at once */
static void close_rows(struct rows *r) { pq.PQclear(r->at); }
static int columns(const struct rows *r) { return pq.PQnfields(r->at); }
static const char *name(struct rows *r, int col) { return pq.PQfname(r->at, col); }
static bool is_null(struct rows *r, int col) { return pq.PQgetisnull(r->at, r->row, col); }
static bool is_int(struct rows *r, int col) { return pq.PQftype(r->at, col) == OID_INT8 || pq.PQftype(r->at, col) == OID_INT4; }
static int64_t number(struct rows *r, int col) { return is_null(r, col) ? 0 : strtoll(pq.PQgetvalue(r->at, r->row, col), NULL, 10); }
static str text(struct rows *r, int col) { return (str){ pq.PQgetvalue(r->at, r->row, col), (size_t)pq.PQgetlength(r->at, r->row, col) }; }

/* -- by the names of tables ---------------------------------------------------------------------------- */

static bool told(struct db *db, enum told_kind kind, str one, str two, const struct arg *args, int n, struct rows *ret, struct err *e)
{
	CLEANUP(arena_close) struct arena *a = arena_open(1 << 20);
	const char *values[4];
	for (int i = 0; i < n; i++)
		values[i] = args[i].kind == V_INT ? str_fmt(a, "%lld", (long long)args[i].i).p : str_copy(a, args[i].s).p;
	str text = told_text(a, kind, one, two);
	PGresult *r = pq.PQexecParams(db->at, text.p, n, NULL, values, NULL, NULL, 0);
	ExecStatusType s = pq.PQresultStatus(r);
	if (s != PGRES_COMMAND_OK && s != PGRES_TUPLES_OK) {
		broken(db, r, e, text.p);
		pq.PQclear(r);
		return false;
	}
	*ret = (struct rows){ .db = db, .at = r, .row = -1, .n = pq.PQntuples(r) };
	return true;
}

static bool put_begin(struct put *p, str table, struct rows *like, struct err *e)
{
	CLEANUP(arena_close) struct arena *a = arena_open(1 << 20);
	struct buf b = buf_open(a);
	buf_put(&b, S("COPY "));
	told_quote(&b, table);
	told_columns(&b, like);
	buf_put(&b, S(" FROM STDIN"));
	PGresult *r = pq.PQexec(p->db->at, buf_str(&b).p);
	bool ok = pq.PQresultStatus(r) == PGRES_COPY_IN;
	if (!ok)
		broken(p->db, r, e, buf_str(&b).p);
	p->at = ok ? p->db->at : NULL;
	pq.PQclear(r);
	return ok;
}

static void line_put(struct put *p, str s)
{
	if (p->n + s.n > p->cap) {
		p->cap = (p->n + s.n) * 2;
		char *more = realloc(p->line, p->cap);
		if (!more)
			abort();
		p->line = more;
	}
	if (s.n)
		memcpy(p->line + p->n, s.p, s.n);
	p->n += s.n;
}

static bool not_taken(struct put *p, struct err *e)
{
	p->at = NULL;
	return broken(p->db, NULL, e, "COPY");
}

/* COPY's own text form: tabs between, \N for NULL, what would end a column or a row escaped */
static bool put_one(struct put *p, struct rows *from, struct err *e)
{
	const struct driver *d = from->db->driver;
	p->n = 0;
	for (int i = 0, n = d->columns(from); i < n; i++) {
		line_put(p, i ? S("\t") : S(""));
		if (d->is_null(from, i)) {
			line_put(p, S("\\N"));
			continue;
		}
		str s = d->text(from, i);
		size_t done = 0;
		for (size_t k = 0; k < s.n; k++) {
			static const char escaped[] = "\\\t\n\r", letters[] = "\\tnr";
			const char *at = s.p[k] ? strchr(escaped, s.p[k]) : NULL;
			if (!at)
				continue;
			line_put(p, str_sub(s, done, k));
			line_put(p, S("\\"));
			line_put(p, (str){ &letters[at - escaped], 1 });
			done = k + 1;
		}
		line_put(p, str_sub(s, done, s.n));
	}
	line_put(p, S("\n"));
	return pq.PQputCopyData(p->db->at, p->line, (int)p->n) == 1 || not_taken(p, e);
}

static bool put_end(struct put *p, struct err *e)
{
	bool ok = pq.PQputCopyEnd(p->db->at, NULL) == 1 || not_taken(p, e);
	p->at = NULL;
	for (PGresult *r; (r = pq.PQgetResult(p->db->at)); pq.PQclear(r))
		if (ok && pq.PQresultStatus(r) != PGRES_COMMAND_OK)
			ok = broken(p->db, r, e, "COPY");
	return ok;
}

static void put_stop(struct put *p)
{
	if (p->at)
		(void)pq.PQputCopyEnd(p->at, "stopped");
	for (PGresult *r; p->at && (r = pq.PQgetResult(p->at));)
		pq.PQclear(r);
}

/* Keys cannot be put off unless they were made so; their owner may take them off and put them on again, which checks all rows. */
static const char loosen[] =
	"SET LOCAL statement_timeout = 0;"
	"CREATE TEMP TABLE khacphuc_keys ON COMMIT DROP AS SELECT conrelid::regclass::text AS t, conname AS k, pg_get_constraintdef(oid) AS d"
	" FROM pg_constraint WHERE contype = 'f' AND connamespace = current_schema()::regnamespace;"
	"DO $$ DECLARE r record; BEGIN FOR r IN SELECT * FROM pg_temp.khacphuc_keys LOOP"
	" EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', r.t, r.k); END LOOP; END $$";
static const char fasten[] =
	"DO $$ DECLARE r record; BEGIN"
	" FOR r IN SELECT * FROM pg_temp.khacphuc_keys LOOP EXECUTE format('ALTER TABLE %s ADD CONSTRAINT %I %s', r.t, r.k, r.d); END LOOP;"
	" FOR r IN SELECT quote_ident(relname) AS t FROM pg_class WHERE relkind = 'r' AND relnamespace = current_schema()::regnamespace LOOP"
	" IF pg_get_serial_sequence(r.t, 'id') IS NOT NULL THEN"
	" EXECUTE format('SELECT setval(pg_get_serial_sequence(%L, ''id''), max(id)) FROM %s HAVING max(id) > 0', r.t, r.t);"
	" END IF; END LOOP; END $$";

const struct driver driver_postgresql = {
	.kind = DB_POSTGRESQL, .open = connect_to, .close = disconnect, .prepare = prepare, .run = run, .script = script,
	.next = next, .done = done, .close_rows = close_rows, .columns = columns,
	.name = name, .is_null = is_null, .is_int = is_int, .number = number, .text = text,
	.told = told, .put_open = put_begin, .put_row = put_one, .put_done = put_end, .put_close = put_stop,
	.loosen = loosen, .fasten = fasten, .spare = "", .lost = lost,
};
