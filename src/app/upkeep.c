#include "app/upkeep.h"
#include "app/record_parts.h"
#include "app/upkeep_parts.h"
#include "store/manifest.h"
#include "store/migrate.h"
#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <time.h>

enum { BACKUPS_MOST = 30, WRONG_SHOWN = 100, ZONE = 7 * 3600 };

static str folder(struct arena *a, struct record *r) { return str_fmt(a, "%.*s/sao-luu", SF(r->dir)); }

/* -- looking ------------------------------------------------------------------------------------------- */

static bool figures(struct record *r, struct upkeep *u, struct err *e)
{
	CLEANUP(rows_close) struct rows rows = { 0 };
	bool found;
	if (!db_query(r->db, Q(upkeep_sizes, 0), &rows, e))
		return false;
	if (rows_next(&rows)) {
		u->people = col_int(&rows, 0);
		u->units = col_int(&rows, 1);
		u->log = col_int(&rows, 2);
		u->files = col_int(&rows, 3);
		u->file_bytes = col_int(&rows, 4);
	}
	if (!rows_done(&rows, e))
		return false;
	rows_close(&rows);
	u->database = db_kind(r->db) == DB_SQLITE ? S("SQLite") : S("PostgreSQL");
	u->newest = (int)migrations_all().n;
	return db_int(r->db, Q(upkeep_bytes, 0), &u->bytes, &found, e) && migrate_version(r->db, &u->schema, e);
}

static int newest_first(const void *x, const void *y)
{
	const struct upkeep_backup *a = x, *b = y;
	return strcmp(b->made.p, a->made.p);
}

/* What cannot be read, or was not finished, is no backup. */
static void backups(struct record *r, struct arena *a, struct upkeep *u)
{
	str dir = folder(a, r);
	DIR *d = opendir(dir.p);
	for (struct dirent *x; d && (x = readdir(d));) {
		struct manifest m;
		struct err ignored = { 0 };
		str path = str_fmt(a, "%.*s/%s", SF(dir), x->d_name);
		if (x->d_name[0] == '.' || strstr(x->d_name, ".tmp-") || !manifest_read(a, path.p, &m, &ignored))
			continue;
		str name = str_copy(a, str_c(x->d_name));
		*vec_add(a, &u->backups) = (struct upkeep_backup){ name, str_copy(a, m.made), path, m.rows.rows, m.files,
			                                           m.bytes };
	}
	if (d)
		closedir(d);
	if (u->backups.n)
		qsort(u->backups.at, u->backups.n, sizeof *u->backups.at, newest_first);
	u->backups.n = u->backups.n < BACKUPS_MOST ? u->backups.n : BACKUPS_MOST;
}

bool upkeep_load(struct record *r, struct arena *a, const struct upkeep_seen *seen, struct upkeep *ret, struct err *e)
{
	*ret = (struct upkeep){ .dir = r->dir };
	if (!record_may_have_all(r, "xem tình trạng của cả hồ sơ", e) || !figures(r, ret, e))
		return false;
	backups(r, a, ret);
	chore_read(r, a, "sao-luu", &ret->backup);
	chore_read(r, a, "kiem-tra", &ret->verify);
	return weak_find(r, a, seen, ret, e);
}

/* -- saving -------------------------------------------------------------------------------------------- */

/* "2026-11-22-0742", as the clock on the wall says it; with seconds where that is there. */
static str fresh_name(struct arena *a, str dir)
{
	time_t t = time(NULL) + ZONE;
	struct tm tm;
	struct stat st;
	gmtime_r(&t, &tm);
	str name = str_fmt(a, "%.*s/%04d-%02d-%02d-%02d%02d", SF(dir), tm.tm_year + 1900, tm.tm_mon + 1, tm.tm_mday, tm.tm_hour, tm.tm_min);
	return lstat(name.p, &st) ? name : str_fmt(a, "%.*s%02d", SF(name), tm.tm_sec);
}

bool upkeep_backup(struct record *r, struct arena *a, struct operated *ret, struct err *e)
{
	CLEANUP(chore_close) struct chore c = { .fd = -1 };
	str dir = folder(a, r), to;
	if (!record_may_have_all(r, "sao lưu hồ sơ", e) || !chore_begin(r, a, "sao-luu", &c, e))
		return false;
	c.pace.ctx = &c;
	if (mkdir(dir.p, 0700) && errno != EEXIST) {
		fail(e, ERR_SYSTEM, "Không tạo được thư mục sao lưu trong hồ sơ.");
		err_hint(e, "Kiểm tra đĩa và quyền ghi."), err_detail(e, "mkdir: %s", strerror(errno));
	}
	to = fresh_name(a, dir);
	bool ok = !e->code && record_backup(r, a, to.p, &c.pace, ret, e);
	chore_end(&c, ok, ok ? str_fmt(a, "%.*s", SF(to)) : str_fmt(a, "%s %s", e->message, e->hint));
	return ok;
}

/* -- verifying ----------------------------------------------------------------------------------------- */

struct found { struct arena *a; struct buf b; int64_t wrong, doubts; };

static void take(void *ctx, const struct wrong *w)
{
	struct found *f = ctx;
	f->wrong += !w->doubt;
	f->doubts += w->doubt;
	if (f->wrong + f->doubts <= WRONG_SHOWN)
		buf_fmt(&f->b, "%s%.*s%s%s\n", w->doubt ? "Lưu ý: " : "", SF(w->says), w->hint ? " " : "", w->hint ? w->hint : "");
}

bool upkeep_verify(struct record *r, struct arena *a, int64_t *ret_wrong, struct err *e)
{
	CLEANUP(chore_close) struct chore c = { .fd = -1 };
	struct found f = { .a = a, .b = buf_open(a) };
	if (!record_may_have_all(r, "kiểm tra cả hồ sơ", e) || !chore_begin(r, a, "kiem-tra", &c, e))
		return false;
	c.pace.ctx = &c;
	bool ok = record_verify(r, &c.pace, take, &f, e);
	*ret_wrong = f.wrong;
	if (!ok) {
		chore_end(&c, false, str_fmt(a, "Không kiểm tra được: %s %s", e->message, e->hint));
		return false;
	}
	str head = f.wrong ? str_fmt(a, "Hồ sơ có %lld chỗ sai, %lld điều lưu ý.", (long long)f.wrong, (long long)f.doubts) :
	           f.doubts ? str_fmt(a, "Hồ sơ nguyên vẹn; có %lld điều lưu ý.", (long long)f.doubts) : S("Hồ sơ nguyên vẹn.");
	chore_end(&c, !f.wrong, str_fmt(a, "%.*s\n%.*s", SF(head), SF(buf_str(&f.b))));
	return true;
}
