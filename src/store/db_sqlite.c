#include "base/fd.h"
#include "store/db_driver.h"
#include "store/tokenize.h"
#include <fcntl.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

enum { BUSY_MS = 15000, WAL_MS = 5 };

/* WAL with FULL: what is committed has reached the disk, and readers do not wait for the writer. */
static const char wal[] = "PRAGMA journal_mode=WAL";
static const char settings[] =
	"PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA trusted_schema=OFF; PRAGMA cell_size_check=ON;"
	"PRAGMA cache_size=-32768; PRAGMA temp_store=MEMORY";

static const char reading[] = "PRAGMA trusted_schema=OFF; PRAGMA cell_size_check=ON; PRAGMA query_only=ON; PRAGMA temp_store=MEMORY";

static bool broken(struct db *db, struct err *e, const char *what)
{
	int rc = db->at ? sqlite3_extended_errcode(db->at) : SQLITE_NOMEM;
	const char *words = db->at ? sqlite3_errmsg(db->at) : "no memory";
	switch (rc & 0xff) {
	case SQLITE_CONSTRAINT:
		fail(e, ERR_CONFLICT, "Thay đổi này không khớp với điều đã lưu.");
		err_hint(e, "Mở lại để xem điều đang lưu, rồi sửa trên đó.");
		break;
	case SQLITE_FULL:
		fail(e, ERR_SYSTEM, "Đĩa đã đầy: chưa lưu được gì của thay đổi này.");
		err_hint(e, "Dọn bớt chỗ trên đĩa rồi làm lại.");
		break;
	case SQLITE_BUSY:
	case SQLITE_LOCKED:
		fail(e, ERR_SYSTEM, "Hồ sơ đang có người khác ghi.");
		err_hint(e, "Chờ một lát rồi làm lại.");
		break;
	case SQLITE_CORRUPT:
	case SQLITE_NOTADB:
		fail(e, ERR_FORMAT, "Tệp cơ sở dữ liệu của hồ sơ đã hỏng, hoặc không phải là hồ sơ khacphuc.");
		err_hint(e, "Đừng ghi thêm; khôi phục từ bản sao lưu gần nhất (khacphuc restore).");
		break;
	case SQLITE_READONLY:
	case SQLITE_CANTOPEN:
	case SQLITE_PERM:
		fail(e, ERR_SYSTEM, "Không mở hay không ghi được cơ sở dữ liệu của hồ sơ.");
		err_hint(e, "Kiểm tra quyền của tệp và thư mục hồ sơ.");
		break;
	default:
		fail(e, ERR_SYSTEM, "Cơ sở dữ liệu không trả lời được; chưa lưu gì của thay đổi này.");
		err_hint(e, "Làm lại; nếu vẫn lỗi, báo người quản trị.");
	}
	return err_detail(e, "%s: %s (%d)", what, words, rc);
}

static bool script(struct db *db, const char *text, struct err *e)
{
	return sqlite3_exec(db->at, text, NULL, NULL, NULL) == SQLITE_OK || broken(db, e, text);
}

/* A file that is not yet in WAL (a restored copy) is switched by whoever opens it first; for that one statement SQLite asks no
   busy handler, so those who come at the same moment ask again. */
static bool keep_wal(struct db *db, struct err *e)
{
	int rc = SQLITE_BUSY;
	for (int waited = 0; (rc & 0xff) == SQLITE_BUSY && waited < BUSY_MS; waited += WAL_MS) {
		rc = sqlite3_exec(db->at, wal, NULL, NULL, NULL);
		if ((rc & 0xff) == SQLITE_BUSY)
			sqlite3_sleep(WAL_MS);
	}
	return rc == SQLITE_OK || broken(db, e, wal);
}

static bool open_file(struct db *db, str where, enum db_open how, struct err *e)
{
	struct stat st;
	str path = str_copy(db->a, where);
	bool memory = str_eq(path, S(":memory:"));
	bool there = !memory && !stat(path.p, &st);
	if (!memory && how != DB_NEW && !there) {
		fail(e, ERR_NOT_FOUND, "Không có cơ sở dữ liệu %.*s.", SF(path));
		return err_hint(e, "Xem lại thư mục hồ sơ; hồ sơ mới được lập bằng khacphuc init.");
	}
	if (how == DB_NEW && there)
		return fail(e, ERR_INPUT, "%.*s đã có; không ghi đè.", SF(path));
	sqlite3 *h = NULL;
	int flags = (how == DB_READ ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE) | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
	flags |= how == DB_NEW || memory ? SQLITE_OPEN_CREATE : 0;
	int rc = sqlite3_open_v2(path.p, &h, flags, NULL);
	db->at = h;
	if (rc != SQLITE_OK)
		return broken(db, e, path.p);
	sqlite3_busy_timeout(h, BUSY_MS);
	sqlite3_db_config(h, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
	sqlite3_db_config(h, SQLITE_DBCONFIG_ENABLE_QPSG, 1, NULL);        /* or LIMIT ? is compiled again for each value */
	if (!tokenize_register(h))
		return broken(db, e, "tokenizer");
	return how == DB_READ ? script(db, reading, e) : keep_wal(db, e) && script(db, settings, e);
}

static void close_file(struct db *db)
{
	for (int q = 0; q < QUERY_COUNT; q++) {
		sqlite3_finalize(db->ready[q]);
		db->ready[q] = NULL;
	}
	sqlite3_close(db->at);
	db->at = NULL;
}

static bool prepare(struct db *db, enum query_id q, struct err *e)
{
	sqlite3_stmt *s = db->ready[q];
	if (s || !*queries[q].lite)
		return true;
	if (sqlite3_prepare_v3(db->at, queries[q].lite, -1, SQLITE_PREPARE_PERSISTENT, &s, NULL) != SQLITE_OK)
		return broken(db, e, queries[q].where);
	db->ready[q] = s;
	return true;
}

static bool bind(sqlite3_stmt *s, const struct arg *args, int n)
{
	int rc = SQLITE_OK;
	for (int i = 0; i < n && rc == SQLITE_OK; i++)
		rc = args[i].kind == V_INT  ? sqlite3_bind_int64(s, i + 1, args[i].i)
		   : args[i].kind == V_TEXT ? sqlite3_bind_text64(s, i + 1, args[i].s.p, args[i].s.n, SQLITE_TRANSIENT, SQLITE_UTF8)
		                            : sqlite3_bind_null(s, i + 1);
	return rc == SQLITE_OK;
}

static bool run(struct db *db, enum query_id q, const struct arg *args, struct rows *ret, struct err *e)
{
	if (!prepare(db, q, e))
		return false;
	sqlite3_stmt *s = db->ready[q];
	if (!s)
		return fail(e, ERR_SYSTEM, "Lỗi trong chương trình: lệnh này không dành cho SQLite."), err_detail(e, "%s", queries[q].where);
	if (sqlite3_stmt_busy(s))
		return fail(e, ERR_SYSTEM, "Lỗi trong chương trình: một lệnh mở hai lần."), err_detail(e, "%s", queries[q].where);
	if (!bind(s, args, queries[q].args))
		return broken(db, e, queries[q].where);
	*ret = (struct rows){ .db = db, .at = s };
	return true;
}

static bool next(struct rows *r)
{
	int rc = sqlite3_step(r->at);
	r->failed = rc != SQLITE_ROW && rc != SQLITE_DONE;
	return rc == SQLITE_ROW;
}

static bool done(struct rows *r, struct err *e) { return !r->failed || broken(r->db, e, sqlite3_sql(r->at)); }

/* .row: the statement is theirs alone */
static void close_rows(struct rows *r)
{
	if (r->row)
		sqlite3_finalize(r->at);
	else
		sqlite3_reset(r->at);
}

static int columns(const struct rows *r) { return sqlite3_column_count(r->at); }
static const char *name(struct rows *r, int col) { return sqlite3_column_name(r->at, col); }
static bool is_null(struct rows *r, int col) { return sqlite3_column_type(r->at, col) == SQLITE_NULL; }
static bool is_int(struct rows *r, int col) { return sqlite3_column_type(r->at, col) == SQLITE_INTEGER; }
static int64_t number(struct rows *r, int col) { return sqlite3_column_int64(r->at, col); }

static str text(struct rows *r, int col)
{
	const char *p = (const char *)sqlite3_column_text(r->at, col);
	return (str){ p, p ? (size_t)sqlite3_column_bytes(r->at, col) : 0 };
}

/* -- by the names of tables ---------------------------------------------------------------------------- */

static bool told(struct db *db, enum told_kind kind, str one, str two, const struct arg *args, int n, struct rows *ret, struct err *e)
{
	CLEANUP(arena_close) struct arena *a = arena_open(1 << 20);
	str text = told_text(a, kind, one, two);
	sqlite3_stmt *s = NULL;
	struct arg in_order[4];
	if (sqlite3_prepare_v2(db->at, text.p, -1, &s, NULL) != SQLITE_OK)
		return broken(db, e, text.p);
	for (int i = 0; i < n; i++)                        /* to SQLite "$2" is a name, numbered where it is first met */
		in_order[i] = args[sqlite3_bind_parameter_name(s, i + 1)[1] - '1'];
	if (!bind(s, in_order, n)) {
		sqlite3_finalize(s);
		return broken(db, e, text.p);
	}
	*ret = (struct rows){ .db = db, .at = s, .row = 1 };
	return true;
}

static bool put_begin(struct put *p, str table, struct rows *like, struct err *e)
{
	CLEANUP(arena_close) struct arena *a = arena_open(1 << 20);
	struct buf b = buf_open(a);
	sqlite3_stmt *s = NULL;
	buf_put(&b, S("INSERT INTO "));
	told_quote(&b, table);
	told_columns(&b, like);
	buf_put(&b, S(" VALUES "));
	for (int i = 0, n = rows_columns(like); i < n; i++)
		buf_put(&b, i ? S(",?") : S("(?"));
	buf_put(&b, S(")"));
	if (sqlite3_prepare_v2(p->db->at, buf_str(&b).p, -1, &s, NULL) != SQLITE_OK)
		return broken(p->db, e, buf_str(&b).p);
	p->at = s;
	return true;
}

static bool put_one(struct put *p, struct rows *from, struct err *e)
{
	const struct driver *d = from->db->driver;
	int rc = SQLITE_OK;
	for (int i = 0, n = d->columns(from); i < n && rc == SQLITE_OK; i++) {
		if (d->is_null(from, i))
			rc = sqlite3_bind_null(p->at, i + 1);
		else if (d->is_int(from, i))
			rc = sqlite3_bind_int64(p->at, i + 1, d->number(from, i));
		else {
			str s = d->text(from, i);
			rc = sqlite3_bind_text64(p->at, i + 1, s.p, s.n, SQLITE_TRANSIENT, SQLITE_UTF8);
		}
	}
	rc = rc == SQLITE_OK ? sqlite3_step(p->at) : rc;
	bool ok = rc == SQLITE_DONE || broken(p->db, e, sqlite3_sql(p->at));
	sqlite3_reset(p->at);
	return ok;
}

static bool put_end(struct put *p, struct err *e) { return (void)p, (void)e, true; }
static void put_stop(struct put *p) { sqlite3_finalize(p->at); }

/* -- all of it ---------------------------------------------------------------------------------------- */

enum { STEP = 512 };                                   /* pages between two words about how far it is, and between two syncs */

/* The file is new and worth nothing until it is whole: no journal, and what is copied goes out at once. */
static const char copying[] = "PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA cache_size=64";

static bool pages(struct db *db, sqlite3 *to, const char *path, const struct pace *p, struct err *e)
{
	CLEANUP(fd_close) int fd = open(path, O_WRONLY | O_CLOEXEC);
	sqlite3_exec(to, copying, NULL, NULL, NULL);
	sqlite3_backup *b = sqlite3_backup_init(to, "main", db->at, "main");
	int rc = b ? SQLITE_OK : sqlite3_errcode(to);
	while (rc == SQLITE_OK) {
		rc = sqlite3_backup_step(b, STEP);
		if ((rc == SQLITE_OK || rc == SQLITE_DONE) && (fd < 0 || fdatasync(fd)))       /* in small portions, */
			rc = SQLITE_IOERR_FSYNC;                   /* or who commits meanwhile waits for all of it */
		pace_tell(p, "Đang chép cơ sở dữ liệu, số trang", sqlite3_backup_pagecount(b) - sqlite3_backup_remaining(b),
		              sqlite3_backup_pagecount(b));
	}
	int end = b ? sqlite3_backup_finish(b) : rc;
	/* The copy is one file that nobody writes: it needs no log beside it, and can be read from a disc. */
	if (end == SQLITE_OK)
		end = sqlite3_exec(to, "PRAGMA synchronous=FULL; PRAGMA journal_mode=DELETE", NULL, NULL, NULL);
	if (end == SQLITE_OK && fsync(fd))
		end = SQLITE_IOERR_FSYNC;
	if (end == SQLITE_OK)
		return true;
	fail(e, ERR_SYSTEM, end == SQLITE_FULL ? "Đĩa đầy nên chưa chép được cơ sở dữ liệu." : "Không chép được cơ sở dữ liệu của hồ sơ.");
	err_hint(e, "Kiểm tra chỗ trống và quyền ghi ở nơi nhận rồi làm lại.");
	return err_detail(e, "%s: %s (%d)", path, sqlite3_errstr(end), end);
}

static bool snapshot(struct db *db, const char *path, const struct pace *p, struct err *e)
{
	sqlite3 *to = NULL;
	bool ok = sqlite3_open_v2(path, &to, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, NULL) == SQLITE_OK
	                  ? pages(db, to, path, p, e)
	                  : (fail(e, ERR_SYSTEM, "Không tạo được tệp “%s”.", path), err_detail(e, "%s", sqlite3_errmsg(to)));
	sqlite3_close(to);
	return ok;
}

const struct driver driver_sqlite = {
	.kind = DB_SQLITE, .open = open_file, .close = close_file, .prepare = prepare, .run = run, .script = script,
	.next = next, .done = done, .close_rows = close_rows, .columns = columns,
	.name = name, .is_null = is_null, .is_int = is_int, .number = number, .text = text,
	.told = told, .put_open = put_begin, .put_row = put_one, .put_done = put_end, .put_close = put_stop,
	.loosen = "PRAGMA defer_foreign_keys=ON", .fasten = "", .snapshot = snapshot,
	.spare = "PRAGMA cache_size=-2048",
};
