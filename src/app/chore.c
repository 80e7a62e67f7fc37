#include "app/chore.h"
#include "app/record_parts.h"
#include "base/fd.h"
#include <errno.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

/* The file: "running", "done" or "failed", when it began, who, then the text; each ends with a line end. */
enum { TELL_MS = 500, READ_MOST = CHORE_TEXT + 1024 };
static const char *const states[] = { [CHORE_RUNNING] = "running", [CHORE_DONE] = "done", [CHORE_FAILED] = "failed" };

static str path_of(struct arena *a, struct record *r, const char *name) { return str_fmt(a, "%.*s/viec/%s", SF(r->dir), name); }

/* What is written is a note for people: one that could not be written stops nothing. */
static void put(struct chore *c, enum chore_state state, str text)
{
	CLEANUP(arena_close) struct arena *a = arena_open(1 << 20);
	text = str_sub(text, 0, CHORE_TEXT);
	str all = str_fmt(a, "%s\n%.*s\n%.*s\n%.*s\n", states[state], SF(c->at), SF(c->r->who.login), SF(text));
	if (ftruncate(c->fd, 0) || lseek(c->fd, 0, SEEK_SET) || !fd_write(c->fd, all))
		return;
}

static void tell(void *ctx, const char *what, int64_t done, int64_t all)
{
	struct chore *c = ctx;
	struct timespec now;
	clock_gettime(CLOCK_MONOTONIC, &now);
	long ms = (now.tv_sec - c->told.tv_sec) * 1000 + (now.tv_nsec - c->told.tv_nsec) / 1000000;
	if (ms < TELL_MS)
		return;
	CLEANUP(arena_close) struct arena *a = arena_open(1 << 16);
	c->told = now;
	put(c, CHORE_RUNNING, all ? str_fmt(a, "%s: %lld/%lld", what, (long long)done, (long long)all) : str_fmt(a, "%s: %lld", what, (long long)done));
}

bool chore_begin(struct record *r, struct arena *a, const char *name, struct chore *ret, struct err *e)
{
	str path = path_of(a, r, name);
	*ret = (struct chore){ .fd = -1, .r = r, .at = record_moment(a) };
	if (mkdir(str_fmt(a, "%.*s/viec", SF(r->dir)).p, 0700) && errno != EEXIST)
		return fail(e, ERR_SYSTEM, "Không ghi được vào thư mục hồ sơ."), err_hint(e, "Kiểm tra đĩa và quyền ghi."),
		       err_detail(e, "mkdir: %s", strerror(errno));
	ret->fd = open(path.p, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
	if (ret->fd < 0)
		return fail(e, ERR_SYSTEM, "Không ghi được vào thư mục hồ sơ."), err_hint(e, "Kiểm tra đĩa và quyền ghi."),
		       err_detail(e, "open: %s", strerror(errno));
	if (flock(ret->fd, LOCK_EX | LOCK_NB)) {
		chore_close(ret);
		return fail(e, ERR_CONFLICT, "Việc này đang được làm, chưa xong."), err_hint(e, "Chờ nó xong rồi xem kết quả.");
	}
	ret->pace.tell = tell;
	put(ret, CHORE_RUNNING, S("Đang bắt đầu"));
	return true;
}

void chore_end(struct chore *c, bool ok, str text) { put(c, ok ? CHORE_DONE : CHORE_FAILED, text); }

void chore_close(struct chore *c)
{
	fd_close(&c->fd);
	c->fd = -1;
}

static str line(str all, size_t *from)
{
	size_t end = str_find(all, S("\n"), *from);
	str one = str_sub(all, *from, end);
	*from = end + 1;
	return one;
}

void chore_read(struct record *r, struct arena *a, const char *name, struct chore_seen *ret)
{
	CLEANUP(fd_close) int fd = open(path_of(a, r, name).p, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
	char *p = make_n(a, char, READ_MOST);
	ssize_t n = fd < 0 ? 0 : fd_read(fd, p, READ_MOST);
	str all = { p, n > 0 ? (size_t)n : 0 };
	size_t from = 0;
	*ret = (struct chore_seen){ 0 };
	str state = line(all, &from);
	for (enum chore_state k = CHORE_RUNNING; k <= CHORE_FAILED; k++)
		if (states[k] && str_eq(state, str_c(states[k])))
			ret->state = k;
	if (!ret->state)
		return;
	ret->at = line(all, &from);
	ret->by = line(all, &from);
	ret->text = str_trim(str_sub(all, from, all.n));
	if (ret->state == CHORE_RUNNING && !flock(fd, LOCK_SH | LOCK_NB))      /* nobody holds it */
		ret->state = CHORE_BROKEN;
}
