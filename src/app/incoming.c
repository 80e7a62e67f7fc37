#include "app/incoming.h"
#include "app/record_parts.h"
#include "base/fd.h"
#include "base/file.h"
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/file.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

enum { ID_BYTES = 16, ID_DIGITS = 2 * ID_BYTES, CHUNK = 64 << 10, NAME_FILE = 512, HOUR = 3600 };

static str folder_of(struct record *r, struct arena *a) { return str_fmt(a, "%.*s/incoming/%lld", SF(r->dir), (long long)r->who.person); }
static str name_file(struct record *r, struct arena *a, str id) { str f = folder_of(r, a); return str_fmt(a, "%.*s/%.*s.name", SF(f),
        SF(id)); }

static bool is_id(str s)
{
	bool ok = s.n == ID_DIGITS;
	for (size_t i = 0; ok && i < s.n; i++)
		ok = (s.p[i] >= '0' && s.p[i] <= '9') || (s.p[i] >= 'a' && s.p[i] <= 'f');
	return ok;
}

static bool unwritten(const char *path, struct err *e)
{
	int why = errno;
	bool full = why == ENOSPC || why == EDQUOT || why == EFBIG;
	fail(e, ERR_SYSTEM, full ? "Đĩa của máy chủ đã đầy nên chưa nhận được phần tệp này." : "Máy chủ không ghi được phần tệp này.");
	err_hint(e, "Báo người quản trị, rồi gửi tiếp sau: phần đã nhận vẫn còn.");
	return err_detail(e, "%s: %s", path, strerror(why));
}

static bool none(struct err *e)
{
	fail(e, ERR_NOT_FOUND, "Không có tệp nào đang gửi dở như vậy, hoặc đã để quá %d giờ.", INCOMING_HOURS);
	return err_hint(e, "Chọn lại tệp rồi gửi từ đầu.");
}

/* -- what is there -------------------------------------------------------------------------------------- */

bool incoming_find(struct record *r, struct arena *a, str id, struct incoming *ret, struct err *e)
{
	struct err why = { 0 };
	struct stat st;
	str text;
	char *end;
	if (!is_id(id) || !r->who.person || !file_read(a, name_file(r, a, id).p, NAME_FILE, &text, &why))
		return why.code && why.code != ERR_NOT_FOUND ? (*e = why, false) : none(e);
	str f = folder_of(r, a);
	*ret = (struct incoming){ .id = id, .path = str_fmt(a, "%.*s/%.*s", SF(f), SF(id)) };
	ret->size = strtoll(text.p, &end, 10);
	ret->name = str_copy(a, str_sub(text, (size_t)(end - text.p) + 1, text.n));
	ret->have = stat(ret->path.p, &st) ? 0 : st.st_size;
	return true;
}

/* -- beginning ------------------------------------------------------------------------------------------ */

/* Files of one person that nobody went on with; *files, *bytes: what else they have under way. */
static void sweep_person(int folder, int64_t *files, int64_t *bytes)
{
	DIR *d = fdopendir(dup(folder));
	for (struct dirent *x; d && (x = readdir(d));) {
		struct stat st;
		size_t n = strlen(x->d_name);
		bool name = n == ID_DIGITS + 5 && !strcmp(x->d_name + ID_DIGITS, ".name");
		if ((n != ID_DIGITS && !name) || fstatat(folder, x->d_name, &st, AT_SYMLINK_NOFOLLOW))
			continue;
		if (time(NULL) - st.st_mtime > INCOMING_HOURS * HOUR) {
			unlinkat(folder, x->d_name, 0);
			continue;
		}
		CLEANUP(fd_close) int fd = name ? openat(folder, x->d_name, O_RDONLY | O_CLOEXEC | O_NOFOLLOW) : -1;
		char text[NAME_FILE + 1] = "";
		if (fd >= 0 && fd_read(fd, text, NAME_FILE) > 0) {
			*files += 1;
			*bytes += strtoll(text, NULL, 10);
		}
	}
	if (d)
		closedir(d);
}

static void sweep(struct record *r, struct arena *a, int64_t *files, int64_t *bytes)
{
	str top = str_fmt(a, "%.*s/incoming", SF(r->dir)), own = str_fmt(a, "%lld", (long long)r->who.person);
	DIR *d = opendir(top.p);
	*files = *bytes = 0;
	for (struct dirent *x; d && (x = readdir(d));) {
		int64_t n = 0, size = 0;
		CLEANUP(fd_close) int fd = x->d_name[0] == '.' ? -1 : openat(dirfd(d), x->d_name,
		        O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
		if (fd < 0)
			continue;
		sweep_person(fd, &n, &size);
		if (str_eq(str_c(x->d_name), own)) {
			*files = n;
			*bytes = size;
		}
	}
	if (d)
		closedir(d);
}

static bool small_enough(int64_t files, int64_t bytes, int64_t size, struct err *e)
{
	if (size < 1)
		return fail(e, ERR_INPUT, "Tệp này trống."), err_hint(e, "Chọn tệp có nội dung.");
	if (files < INCOMING_FILES && bytes + size <= INCOMING_QUOTA)
		return true;
	fail(e, ERR_LIMIT, "Bạn đang gửi dở %lld tệp, %lld MB; thêm tệp này thì quá %d tệp hay %lld MB.", (long long)files,
	        (long long)bytes >> 20,
	     INCOMING_FILES, (long long)INCOMING_QUOTA >> 20);
	return err_hint(e, "Lưu hoặc bỏ những tệp đang gửi dở trước; tệp bỏ dở tự mất sau %d giờ.", INCOMING_HOURS);
}

bool incoming_begin(struct record *r, struct arena *a, str name, int64_t size, struct incoming *ret, struct err *e)
{
	unsigned char raw[ID_BYTES];
	char id[ID_DIGITS + 1];
	int64_t files, bytes;
	if (!r->who.person)
		return record_denied(r, e, "gửi tệp");
	sweep(r, a, &files, &bytes);
	if (!small_enough(files, bytes, size, e))
		return false;
	str top = str_fmt(a, "%.*s/incoming", SF(r->dir)), folder = folder_of(r, a);
	if ((mkdir(top.p, 0700) && errno != EEXIST) || (mkdir(folder.p, 0700) && errno != EEXIST))
		return unwritten(folder.p, e);
	if (getrandom(raw, sizeof raw, 0) != (ssize_t)sizeof raw)
		return fail(e, ERR_SYSTEM, "Máy chủ không cho số ngẫu nhiên."), err_hint(e, "Báo người quản trị.");
	for (size_t i = 0; i < ID_BYTES; i++)
		snprintf(id + 2 * i, 3, "%02x", raw[i]);
	size_t slash = 0;
	for (size_t i = 0; i < name.n; i++)
		slash = name.p[i] == '/' || name.p[i] == '\\' ? i + 1 : slash;
	name = str_sub(name, slash, name.n);
	str said = str_fmt(a, "%lld %.*s", (long long)size, SF(name.n ? name : S("tệp")));
	return file_write(a, name_file(r, a, (str){ id, ID_DIGITS }).p, said, false, e) && incoming_find(r, a, str_copy(a, (str){ id,
	        ID_DIGITS }), ret, e);
}

/* -- going on ------------------------------------------------------------------------------------------- */

static bool copy_in(int from, int to, const struct incoming *x, struct err *e)
{
	char chunk[CHUNK];
	ssize_t got;
	if (lseek(to, x->have, SEEK_SET) < 0)
		return unwritten(x->path.p, e);
	while ((got = fd_read(from, chunk, sizeof chunk)) > 0)
		if (!fd_write(to, (str){ chunk, (size_t)got }))
			return unwritten(x->path.p, e);
	return (got == 0 && !fdatasync(to)) || unwritten(x->path.p, e);
}

bool incoming_piece(struct record *r, struct arena *a, str id, int64_t at, const char *path, struct incoming *ret, struct err *e)
{
	CLEANUP(fd_close) int from = -1, to = -1;
	struct stat st, piece;
	if (!incoming_find(r, a, id, ret, e))
		return false;
	from = open(path, O_RDONLY | O_CLOEXEC);
	to = open(ret->path.p, O_WRONLY | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0600);
	if (from < 0 || to < 0 || fstat(from, &piece) || flock(to, LOCK_EX) || fstat(to, &st))
		return unwritten(ret->path.p, e);
	ret->have = st.st_size;
	if (at != ret->have)                               /* it came twice, or something is lacking: who sends goes on from .have */
		return true;
	if (piece.st_size > ret->size - at) {
		fail(e, ERR_INPUT, "Tệp gửi lên dài hơn kích thước đã nói (%lld byte).", (long long)ret->size);
		return err_hint(e, "Tệp đã đổi trong khi gửi: chọn lại tệp rồi gửi từ đầu.");
	}
	if (!copy_in(from, to, ret, e)) {
		if (ftruncate(to, at))
			err_detail(e, "%s: %s", ret->path.p, strerror(errno));
		return false;
	}
	ret->have = at + piece.st_size;
	return !utimensat(AT_FDCWD, name_file(r, a, id).p, NULL, 0) || unwritten(ret->path.p, e);      /* somebody goes on with it */
}

bool incoming_taken(struct record *r, struct arena *a, str id, struct incoming *ret, struct err *e)
{
	if (!incoming_find(r, a, id, ret, e))
		return false;
	if (ret->have == ret->size)
		return true;
	fail(e, ERR_INPUT, "Tệp “%.*s” mới gửi được %lld trên %lld MB.", SF(ret->name), (long long)ret->have >> 20,
	        (long long)ret->size >> 20);
	return err_hint(e, "Gửi tiếp cho hết tệp rồi lưu.");
}

void incoming_drop(struct record *r, struct arena *a, str id)
{
	struct incoming x;
	struct err ignored = { 0 };
	if (!incoming_find(r, a, id, &x, &ignored))
		return;
	unlink(x.path.p);
	unlink(name_file(r, a, id).p);
}
