#include "store/blobs_parts.h"
#include <errno.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

/* Makes it if need be. Its name is synced in any case: whoever made it may have been cut off before that. */
static int folder_at(int below, const char *name)
{
	if ((mkdirat(below, name, 0700) && errno != EEXIST) || fsync(below))
		return -1;
	return openat(below, name, OPEN_FOLDER);
}

static bool not_opened(str path, struct err *e)
{
	int why = errno;
	if (why == ELOOP || why == ENOTDIR) {
		fail(e, ERR_INPUT, "“%.*s” hoặc một phần của đường dẫn ấy không phải là thư mục.", SF(path));
		err_hint(e, "Tệp minh chứng phải nằm trong thư mục thật, không qua liên kết. Kiểm tra lại rồi chạy lại.");
	} else if (why == ENOENT) {
		fail(e, ERR_NOT_FOUND, "Không có thư mục chứa “%.*s”.", SF(path));
		err_hint(e, "Tạo thư mục đó trước, hoặc chỉ ra thư mục khác.");
	} else if (why == EACCES || why == EPERM || why == EROFS) {
		fail(e, ERR_INPUT, "Không có quyền dùng thư mục minh chứng “%.*s”.", SF(path));
		err_hint(e, "Chạy bằng tài khoản của chương trình, hoặc nhờ người quản trị máy cấp quyền.");
	} else {
		fail(e, ERR_SYSTEM, "Không mở được thư mục minh chứng “%.*s”.", SF(path));
		err_hint(e, "Kiểm tra đĩa và chỗ trống trên đĩa rồi chạy lại.");
	}
	return err_detail(e, "blobs_open: %s", strerror(why));
}

static bool private(int fd, str path, struct err *e)
{
	struct stat st;
	if (fstat(fd, &st))
		return not_opened(path, e);
	if (!(st.st_mode & 077))
		return true;
	fail(e, ERR_INPUT, "Người khác trên máy này vào được thư mục minh chứng “%.*s”.", SF(path));
	err_hint(e, "Đóng thư mục lại rồi chạy lại: chmod 700 '%.*s'", SF(path));
	return err_detail(e, "mode %03o", (unsigned)st.st_mode & 0777);
}

bool blobs_open(struct arena *a, const char *dir, struct blobs **ret, struct err *e)
{
	struct blobs *b = make(a, struct blobs);
	*b = (struct blobs){ str_fmt(a, "%s/evidence", dir), -1, -1 };
	if (!mkdir(dir, 0700) ? !fd_keep_name(a, dir) : errno != EEXIST)
		return not_opened(str_c(dir), e);
	CLEANUP(fd_close) int root = open(dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (root < 0)
		return not_opened(str_c(dir), e);
	b->top = folder_at(root, "evidence");
	b->tmp = b->top < 0 ? -1 : folder_at(b->top, "tmp");
	bool ok = b->tmp < 0 ? not_opened(b->path, e) : private(b->top, b->path, e);
	if (!ok) {
		blobs_close(&b);
		return false;
	}
	*ret = b;
	return true;
}

void blobs_close(struct blobs **b)
{
	if (!*b)
		return;
	fd_close(&(*b)->tmp);
	fd_close(&(*b)->top);
	*b = NULL;
}

bool blob_hash(int fd, char ret[static 65], int64_t *ret_size)
{
	char chunk[BLOB_CHUNK];
	struct sha256 s;
	ssize_t got;
	*ret_size = 0;
	sha256_open(&s);
	while ((got = fd_read(fd, chunk, sizeof chunk)) > 0) {
		sha256_add(&s, (str){ chunk, (size_t)got });
		*ret_size += got;
	}
	sha256_close(&s, ret);
	return !got;
}

bool blob_changed(const struct blobs *b, const char *sha, struct err *e)
{
	fail(e, ERR_FORMAT, "Tệp minh chứng %.12s… trên đĩa đã bị thay đổi, không còn là tệp đã nộp.", sha);
	err_hint(e, "Khôi phục tệp này từ bản sao lưu; chạy “khacphuc verify” để biết còn tệp nào khác.");
	return err_detail(e, "%.*s/%.2s/%s", SF(b->path), sha, sha);
}

bool folders_broken(const struct blobs *b, const char *step, struct err *e)
{
	int why = errno;
	fail(e, ERR_SYSTEM, "Không đọc được thư mục minh chứng “%.*s”.", SF(b->path));
	err_hint(e, "Kiểm tra quyền đọc và tình trạng đĩa rồi chạy lại.");
	return err_detail(e, "%s: %s", step, strerror(why));
}
