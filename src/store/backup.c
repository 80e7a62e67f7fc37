#include "base/file.h"
#include "base/folder.h"
#include "store/backup_parts.h"
#include <errno.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

enum { PAGE = 500 };

struct making { struct arena *a; const struct backup_of *of; const char *dir; FILE *sums; struct manifest *m; };

static const char *in(const struct making *k, const char *name) { return str_fmt(k->a, "%s/%s", k->dir, name).p; }

static bool unwritten(const char *path, struct err *e)
{
	bool ok = file_unwritten(path, e);
	if (errno == ENOSPC || errno == EDQUOT)
		err_hint(e, "Dọn bớt chỗ, hoặc sao lưu sang một đĩa khác; bản làm dở đã được xóa.");
	return ok;
}

static bool sum_line(struct making *k, const char *sha, const char *name, int64_t size, struct err *e)
{
	k->m->files++;
	k->m->bytes += size;
	return fprintf(k->sums, "%s  %s\n", sha, name) > 0 || unwritten(in(k, SUMS_NAME), e);
}

static void file_done(FILE **f)
{
	if (*f)
		fclose(*f);
	*f = NULL;
}

static bool file_keep(FILE **f, const char *path, struct err *e)
{
	FILE *open = *f;
	*f = NULL;
	bool ok = !fflush(open) && !fsync(fileno(open));
	ok = !fclose(open) && ok;
	return ok || unwritten(path, e);
}

static bool sum_of(struct making *k, const char *name, struct err *e)
{
	char sha[65];
	int64_t size;
	return backup_hash(in(k, name), sha, &size, e) && sum_line(k, sha, name, size, e);
}

static bool page_of_files(struct making *k, struct db *db, int64_t *after, int64_t *got, struct err *e)
{
	CLEANUP(arena_close) struct arena *page = arena_open((size_t)16 << 20);
	CLEANUP(rows_close) struct rows r = { 0 };
	if (!table_page(db, S("blob"), *after, PAGE, &r, e))
		return false;
	for (*got = 0; rows_next(&r); ++*got) {
		str sha = col_text(&r, page, column_of(&r, "sha256"));
		if (!sha256_is(sha))
			return fail(e, ERR_FORMAT, "Bảng blob có mã tệp sai; chạy khacphuc verify.");
		str folder = str_fmt(page, "%s/evidence/%.2s", k->dir, sha.p), name = str_fmt(page, "evidence/%.2s/%s", sha.p, sha.p);
		if (mkdir(folder.p, 0700) && errno != EEXIST)
			return unwritten(folder.p, e);
		if (!blobs_copy_out(page, k->of->blobs, sha, str_fmt(page, "%s/%s", k->dir, name.p).p, e) ||
		    !sum_line(k, sha.p, name.p, col_int(&r, column_of(&r, "size")), e))
			return false;
		*after = col_int(&r, 0);
		pace_tell(k->of->progress, "Đang chép tệp minh chứng", k->m->files, 0);
	}
	return rows_done(&r, e);
}

static bool save_files(struct making *k, struct db *db, struct err *e)
{
	const char *top = in(k, "evidence");
	if (mkdir(top, 0700))
		return unwritten(top, e);
	for (int64_t after = INT64_MIN, got = PAGE; got == PAGE;)
		if (!page_of_files(k, db, &after, &got, e))
			return false;
	return fd_keep_name(k->a, str_fmt(k->a, "%s/x", top).p) || unwritten(top, e);
}

static bool page_of_log(struct making *k, struct db *db, FILE *f, int64_t *got, struct err *e)
{
	CLEANUP(arena_close) struct arena *page = arena_open((size_t)256 << 20);
	CLEANUP(rows_close) struct rows r = { 0 };
	if (!table_page(db, S("audit"), k->m->log_last, PAGE, &r, e))
		return false;
	for (*got = 0; rows_next(&r); ++*got) {
		struct buf b = buf_open(page);
		row_json(&r, &b);
		buf_put(&b, S("\n"));
		str seal = col_text(&r, page, column_of(&r, "seal"));
		k->m->mark = k->m->log_last ? k->m->mark : str_copy(k->a, seal);
		k->m->log_seal = str_copy(k->a, seal);
		k->m->log_last = col_int(&r, 0);
		if (fwrite(b.p, 1, b.n, f) != b.n)
			return unwritten(in(k, "audit.jsonl"), e);
	}
	return rows_done(&r, e);
}

static bool save_log(struct making *k, struct db *db, struct err *e)
{
	const char *path = in(k, "audit.jsonl");
	CLEANUP(file_done) FILE *f = fopen(path, "wxe");
	if (!f)
		return unwritten(path, e);
	for (int64_t got = PAGE; got == PAGE;)
		if (!page_of_log(k, db, f, &got, e))
			return false;
	return file_keep(&f, path, e) && sum_of(k, "audit.jsonl", e);
}

static bool save(struct making *k, struct err *e)
{
	CLEANUP(db_close) struct db *db = NULL;
	char sha[65];
	int64_t size;
	const char *path = in(k, SUMS_NAME);
	CLEANUP(file_done) FILE *f = fopen(path, "wxe");
	if (!f)
		return unwritten(path, e);
	k->sums = f;
	str rows = str_c(in(k, "record.db"));
	if (!copy_into(k->a, k->of->db, rows, k->of->m, k->of->progress, (struct copy_last){ 0 }, &k->m->rows, e) ||
	    !db_open(k->a, rows, DB_READ, &db, e) || !sum_of(k, "record.db", e) ||
	    !save_log(k, db, e) || !save_files(k, db, e) || !file_keep(&f, path, e) || !backup_hash(path, sha, &size, e))
		return false;
	k->m->sums = str_copy(k->a, str_c(sha));
	return file_write(k->a, in(k, MANIFEST_NAME), manifest_text(k->a, k->m), false, e) &&
	       (fd_keep_name(k->a, path) || unwritten(k->dir, e));
}

bool backup_make(struct arena *a, const struct backup_of *of, const char *dir, struct manifest *ret, struct err *e)
{
	str to = str_c(dir);
	while (to.n > 1 && to.p[to.n - 1] == '/')
		to.n--;
	to = str_copy(a, to);
	str beside = str_fmt(a, "%s.tmp-%d", to.p, (int)getpid());
	struct stat st;
	*ret = (struct manifest){ .program = of->program, .made = of->at };
	if (!lstat(to.p, &st)) {
		fail(e, ERR_INPUT, "“%s” đã có; bản sao lưu không ghi đè lên gì.", to.p);
		return err_hint(e, "Đặt cho bản này một tên mới, như tên có ngày: saoluu-2026-11-21.");
	}
	if (mkdir(beside.p, 0700))
		return unwritten(beside.p, e);
	struct making k = { a, of, beside.p, NULL, ret };
	bool ok = save(&k, e);
	if (ok && (renameat2(AT_FDCWD, beside.p, AT_FDCWD, to.p, RENAME_NOREPLACE) || !fd_keep_name(a, to.p)))
		ok = unwritten(to.p, e);
	if (!ok)
		backup_drop(beside);
	return ok;
}
