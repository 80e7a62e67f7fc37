#include "app/operate.h"
#include "app/kept.h"
#include "app/record_parts.h"
#include "base/fd.h"
#include "store/backup.h"
#include "store/migrate.h"
#include "store/search_index.h"
#include "store/verify.h"
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

enum { PAGE = 500 };

/* What only app/ can work out: the totals of a sheet, by the rules of its set. */
static bool totals(struct verify *v, struct record *r, struct err *e)
{
	CLEANUP(arena_close) struct arena *a = arena_open((size_t)1 << 30);
	CLEANUP(tx_close) struct tx look = { 0 };
	strs wrong = { 0 };
	v->check = "totals";
	if (!tx_look(r->db, &look, e))
		return false;
	if (!kept_check(r, a, &wrong, e)) {
		if (e->code == ERR_SYSTEM)
			return false;
		verify_say(v, (struct wrong){ .hint = e->hint }, "%s", e->message);    /* a set that cannot be read any more */
	}
	for (size_t i = 0; i < wrong.n; i++)
		verify_say(v, (struct wrong){ .table = S("sheet"), .hint = "Lưu lại phiếu ấy (khacphuc sheet save) để cộng lại, sau khi xem ai đã sửa." },
		           "%.*s", SF(wrong.at[i]));
	return true;
}

bool record_verify(struct record *r, const struct pace *p, wrong_tell *tell, void *ctx, struct err *e)
{
	struct verify v = { .db = r->db, .blobs = r->blobs, .m = migrations_all(), .progress = p, .tell = tell, .ctx = ctx };
	return verify(&v, e) && totals(&v, r, e);
}

bool record_may_have_all(struct record *r, const char *what, struct err *e)
{
	int64_t may = 0;
	bool found;
	return db_int(r->db, Q(sight_whole, .who = v_int(r->who.person)), &may, &found, e) && (may || record_denied(r, e, what));
}

bool record_backup(struct record *r, struct arena *a, const char *to, const struct pace *p, struct operated *ret, struct err *e)
{
	struct manifest m;
	struct backup_of of = { r->db, r->blobs, migrations_all(), S(KHACPHUC_VERSION), record_moment(a), p };
	if (!record_may_have_all(r, "sao lưu hồ sơ", e) || !backup_make(a, &of, to, &m, e))
		return false;
	*ret = (struct operated){ m.rows.rows, m.files, m.bytes, m.log_last, (int)m.rows.tables.n, m.rows.version, m.made };
	return true;
}

/* -- a new folder -------------------------------------------------------------------------------------- */

/* A record that is being made beside the place where it will be, of a folder that has evidence/ as a record does. */
struct moving {
	struct arena      *a;
	const char        *from;
	str                dir, beside;
	struct blobs      *blobs;
	const struct pace *progress;
	struct operated   *done;
};

static bool place(struct arena *a, const char *dir, struct moving *m, struct err *e)
{
	m->dir = str_c(dir);
	while (m->dir.n > 1 && m->dir.p[m->dir.n - 1] == '/')
		m->dir.n--;
	m->dir = str_copy(a, m->dir);
	m->beside = str_fmt(a, "%s.tmp-%d", m->dir.p, (int)getpid());
	struct stat st;
	if (!lstat(m->dir.p, &st)) {                       /* rename alone would replace an empty folder; a user may not expect that */
		fail(e, ERR_INPUT, "“%s” đã có; không ghi đè lên gì.", m->dir.p);
		return err_hint(e, "Chỉ ra một thư mục chưa có; nó sẽ được tạo.");
	}
	if (!mkdir(m->beside.p, 0700))
		return true;
	fail(e, ERR_INPUT, "Không tạo được thư mục “%s”.", m->dir.p);
	return err_hint(e, "Kiểm tra thư mục chứa nó có sẵn chưa và có quyền ghi không."), err_detail(e, "mkdir: %s", strerror(errno));
}

static bool take_page(struct moving *m, struct db *db, int64_t *after, int64_t *got, struct err *e)
{
	CLEANUP(arena_close) struct arena *a = arena_open((size_t)16 << 20);
	CLEANUP(rows_close) struct rows r = { 0 };
	if (!table_page(db, S("blob"), *after, PAGE, &r, e))
		return false;
	for (*got = 0; rows_next(&r); ++*got) {
		struct blob put = { 0 };
		str sha = col_text(&r, a, column_of(&r, "sha256"));
		if (!sha256_is(sha))
			return fail(e, ERR_FORMAT, "Bảng blob có mã tệp sai."), err_hint(e, "Chạy khacphuc verify trên hồ sơ gốc.");
		if (!blobs_put_file(m->blobs, str_fmt(a, "%s/evidence/%.2s/%s", m->from, sha.p, sha.p).p, SIZE_MAX, &put, e))
			return false;
		if (strcmp(put.sha, sha.p) != 0) {
			fail(e, ERR_FORMAT, "Tệp minh chứng %.12s… của “%s” đã bị thay đổi, nên không chép.", sha.p, m->from);
			return err_hint(e, "Chạy khacphuc verify trên hồ sơ gốc; khôi phục tệp ấy từ một bản sao lưu.");
		}
		*after = col_int(&r, 0);
		m->done->files++;
		m->done->bytes += put.size;
		pace_tell(m->progress, "Đang chép tệp minh chứng", m->done->files, 0);
	}
	return rows_done(&r, e);
}

static bool take_files(void *ctx, struct db *to, struct err *e)
{
	struct moving *m = ctx;
	for (int64_t after = INT64_MIN, got = PAGE; got == PAGE;)
		if (!take_page(m, to, &after, &got, e))
			return false;
	return true;
}

/* What can be found is no part of a copy: it is made of the rows again, by what this program finds. */
static bool newest(struct arena *a, str where, struct migrations all, struct err *e)
{
	CLEANUP(db_close) struct db *db = NULL;
	return db_open(a, where, DB_EXISTING, &db, e) && migrate_to(db, all, (int)all.n, e) && migrate_check(a, db, all, e) &&
	       search_rebuild(db, e);
}

static bool move(struct moving *m, struct db *from, const char *database, struct err *e)
{
	CLEANUP(blobs_close) struct blobs *blobs = NULL;
	struct migrations all = migrations_all();
	struct copies c;
	str where = database ? str_c(database) : str_fmt(m->a, "%s/" RECORD_DATABASE, m->beside.p);
	if (!blobs_open(m->a, m->beside.p, &blobs, e))
		return false;
	m->blobs = blobs;
	if (!record_conf(m->a, m->beside.p, database, e) ||
	    !copy_into(m->a, from, where, all, m->progress, (struct copy_last){ take_files, m }, &c, e) || !newest(m->a, where, all, e))
		return false;
	m->done->rows = c.rows;
	m->done->tables = (int)c.tables.n;
	m->done->schema = c.version;
	if (!renameat2(AT_FDCWD, m->beside.p, AT_FDCWD, m->dir.p, RENAME_NOREPLACE) && fd_keep_name(m->a, m->dir.p))
		return true;
	fail(e, ERR_SYSTEM, "Đã chép xong nhưng không đặt được tên “%s”.", m->dir.p);
	return err_hint(e, "Kiểm tra đĩa và quyền ghi rồi làm lại."), err_detail(e, "rename: %s", strerror(errno));
}

static bool make_beside(struct arena *a, struct db *db, const char *from, const char *dir, const char *database, const struct pace *p,
                        struct operated *ret, struct err *e)
{
	struct moving m = { .a = a, .from = from, .progress = p, .done = ret };
	if (!place(a, dir, &m, e))
		return false;
	bool ok = move(&m, db, database, e);
	if (!ok)
		backup_drop(m.beside);
	return ok;
}

bool record_restore(struct arena *a, const char *backup, const char *dir, const char *database, const struct pace *p, struct operated *ret,
                    struct err *e)
{
	CLEANUP(db_close) struct db *db = NULL;
	struct manifest m;
	*ret = (struct operated){ 0 };
	if (!backup_check(a, backup, migrations_all(), p, &m, e) || !db_open(a, str_fmt(a, "%s/record.db", backup), DB_READ, &db, e) ||
	    !make_beside(a, db, backup, dir, database, p, ret, e))
		return false;
	ret->log = m.log_last;
	ret->made = m.made;
	return true;
}

bool record_copy(struct record *r, const char *dir, const char *database, const struct pace *p, struct operated *ret, struct err *e)
{
	struct copies c;
	*ret = (struct operated){ 0 };
	if (!record_may_have_all(r, "chép cả hồ sơ", e))
		return false;
	if (dir)
		return make_beside(r->a, r->db, r->dir.p, dir, database, p, ret, e);
	if (!copy_into(r->a, r->db, str_c(database), migrations_all(), p, (struct copy_last){ 0 }, &c, e) ||
	    !newest(r->a, str_c(database), migrations_all(), e))
		return false;
	*ret = (struct operated){ .rows = c.rows, .tables = (int)c.tables.n, .schema = c.version };
	return true;
}
