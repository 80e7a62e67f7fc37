#include "store/db_driver.h"
#include <dlfcn.h>
#include <libpq-fe.h>
#include <stdlib.h>
#include <string.h>

/* libpq brings OpenSSL, Kerberos and LDAP with it, which every start would pay for: it is loaded when a connection string is opened. */
#define CALLS(X) \
	X(PQconnectdb) X(PQstatus) X(PQerrorMessage) X(PQfinish) X(PQexec) X(PQprepare) X(PQexecPrepared) X(PQresultStatus) \
	X(PQresultErrorField) X(PQclear) X(PQntuples) X(PQnfields) X(PQfname) X(PQftype) X(PQgetisnull) X(PQgetvalue) X(PQgetlength) \
	X(PQsetNoticeProcessor) X(PQserverVersion)
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

static bool run(struct db *db, enum query_id q, const struct value *args, struct rows *ret, struct err *e)
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

const struct driver driver_postgresql = {
	.kind = DB_POSTGRESQL, .open = connect_to, .close = disconnect, .prepare = prepare, .run = run, .script = script, .next = next,
	.done = done, .close_rows = close_rows, .columns = columns, .name = name, .is_null = is_null, .is_int = is_int, .number = number,
	.text = text,
};
