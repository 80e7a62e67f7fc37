#include "base/file.h"
#include "base/folder.h"
#include "store/backup_parts.h"
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

enum { CHUNK = 64 << 10 };

bool backup_hash(const char *path, char ret[static 65], int64_t *ret_size, struct err *e)
{
	CLEANUP(fd_close) int fd = -1;
	char chunk[CHUNK];
	struct sha256 s;
	size_t size;
	ssize_t got = 0;
	int64_t n = 0;
	sha256_open(&s);
	fd = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
	if (fd < 0)
		return file_open(path, SIZE_MAX, &fd, &size, e);   /* says why */
	while ((got = fd_read(fd, chunk, sizeof chunk)) > 0) {
		sha256_add(&s, (str){ chunk, (size_t)got });
		n += got;
	}
	sha256_close(&s, ret);
	*ret_size = n;
	return !got || file_broken(path, e);
}

void backup_drop(str dir)
{
	struct folder f = { dir, open(dir.p, O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW) };
	if (f.fd >= 0)
		folder_remove(&f);
}

static bool wrong(const char *dir, const char *name, const char *what, struct err *e)
{
	fail(e, ERR_FORMAT, "Bản sao lưu “%s” không dùng được: %s %s.", dir, name, what);
	return err_hint(e, "Chép lại bản sao lưu này từ nơi cất nó, hoặc dùng một bản khác. Chưa có gì được khôi phục.");
}

static bool same_file(struct arena *a, const char *dir, const char *name, const char *sha, int64_t *bytes, struct err *e)
{
	struct err why = { 0 };
	char is[65];
	int64_t size = 0;
	if (!backup_hash(str_fmt(a, "%s/%s", dir, name).p, is, &size, &why))
		return wrong(dir, name, why.code == ERR_NOT_FOUND ? "không có" : "không đọc được", e), err_detail(e, "%s", why.detail);
	*bytes += size;
	return !strcmp(is, sha) || wrong(dir, name, "đã bị thay đổi", e);
}

static void line_free(char **line) { free(*line); }
static void list_done(FILE **f)
{
	if (*f)
		fclose(*f);
}

static bool files(const char *dir, const struct manifest *m, const struct pace *p, struct err *e)
{
	CLEANUP(arena_close) struct arena *a = arena_open((size_t)16 << 20);
	CLEANUP(line_free) char *line = NULL;
	size_t cap = 0;
	int64_t n = 0, bytes = 0, ignored = 0;
	if (!same_file(a, dir, SUMS_NAME, m->sums.p, &ignored, e))
		return false;
	CLEANUP(list_done) FILE *f = fopen(str_fmt(a, "%s/" SUMS_NAME, dir).p, "re");
	for (ssize_t len; f && (len = getline(&line, &cap, f)) > 0; n++) {
		CLEANUP(arena_close) struct arena *one = arena_open(1 << 20);
		line[len - (line[len - 1] == '\n')] = 0;
		if (len < 68 || !sha256_is((str){ line, 64 }) || strstr(line + 66, ".."))
			return wrong(dir, SUMS_NAME, "có dòng sai", e);
		line[64] = 0;
		if (!same_file(one, dir, line + 66, line, &bytes, e))
			return false;
		pace_tell(p, "Đang kiểm tra các tệp của bản sao lưu", n + 1, m->files);
	}
	return (f && n == m->files && bytes == m->bytes) || wrong(dir, SUMS_NAME, "không khớp với " MANIFEST_NAME, e);
}

static bool rows(const char *dir, const struct manifest *m, struct err *e)
{
	CLEANUP(arena_close) struct arena *a = arena_open((size_t)16 << 20);
	CLEANUP(db_close) struct db *db = NULL;
	strs names;
	int version = 0;
	if (!db_open(a, str_fmt(a, "%s/record.db", dir), DB_READ, &db, e) || !migrate_version(db, &version, e) || !tables_list(db, a, &names, e))
		return false;
	bool same = version == m->rows.version && names.n == m->rows.tables.n;
	for (size_t i = 0; same && i < names.n; i++) {
		const struct copied *c = &m->rows.tables.at[i];
		char sha[65];
		int64_t n;
		if (!table_hash(db, names.at[i], sha, &n, e))
			return false;
		same = str_eq(names.at[i], c->table) && n == c->rows && !strcmp(sha, c->sha);
	}
	return same || wrong(dir, MANIFEST_NAME, "không khớp với record.db", e);
}

bool backup_check(struct arena *a, const char *dir, struct migrations m, const struct pace *p, struct manifest *ret, struct err *e)
{
	if (!manifest_read(a, dir, ret, e))
		return false;
	if (ret->rows.version < 1 || (size_t)ret->rows.version > m.n) {
		fail(e, ERR_FORMAT, "Bản sao lưu này do khacphuc %.*s mới hơn làm (lược đồ %d, bản này chỉ biết đến %d).", SF(ret->program), ret->rows.version,
		     (int)m.n);
		return err_hint(e, "Cài bản khacphuc mới hơn rồi khôi phục bằng bản ấy.");
	}
	return files(dir, ret, p, e) && rows(dir, ret, e);
}
