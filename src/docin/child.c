#include "docin/child.h"
#include "base/archive.h"
#include "base/child.h"
#include "base/file.h"
#include "doc/wire.h"
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

enum { OUT_OF_MEMORY = 71, FORBIDDEN = 72, NO_BOX = 73, NO_INPUT = 74 };           /* exit status; 71 is base/arena's */
enum { ANSWER_ERROR = 'E', ANSWER_READ = 'R', MEMBERS_MAX = 10 * 1000 };
#define ARENA_MEMORY (CHILD_MEMORY / 4 * 3)

/* -- the answer, written ----------------------------------------------------------------------------- */

static void put_reading(struct buf *b, const struct reading *r)
{
	wire_put_number(b, ANSWER_READ);
	wire_put_text(b, str_c(r->by->name));
	wire_put_number(b, r->notes.n);
	for (size_t i = 0; i < r->notes.n; i++)
		wire_put_text(b, r->notes.at[i]);
	wire_put_number(b, r->members.n);
	for (size_t i = 0; i < r->members.n; i++) {
		wire_put_text(b, r->members.at[i].name);
		wire_put_text(b, r->members.at[i].bytes);
	}
	wire_put_number(b, r->root != NULL);
	if (r->root)
		wire_put_tree(b, r->root);
}

/* -- the answer, read -------------------------------------------------------------------------------- */

static void get_reading(struct wire *w, struct reading *r)
{
	if (!(r->by = reader_find(wire_text(w))))
		w->bad = w->bad ? w->bad : "reader unknown";
	for (uint64_t n = wire_number(w, NOTES_MAX); n && !w->bad; n--) {
		str note = wire_text(w);
		read_note(r, "%.*s", SF(note));
	}
	for (uint64_t n = wire_number(w, MEMBERS_MAX); n && !w->bad; n--) {
		str name = wire_text(w);
		*vec_add(r->a, &r->members) = (struct member){ name, wire_bytes(w) };
	}
	if (wire_number(w, 1))
		r->root = wire_tree(w, r->a);
	if (r->root && r->members.n)
		w->bad = w->bad ? w->bad : "a tree and members";
}

static bool nonsense(const char *what, struct err *e)
{
	fail(e, ERR_FORMAT, "Phần đọc tệp trả về kết quả không hợp lệ nên không dùng.");
	err_hint(e, "Hãy mở tệp bằng chương trình đã tạo ra nó, lưu lại rồi thử lại; nếu vẫn lỗi, báo cho người quản trị máy.");
	return err_detail(e, "wire: %s", what);
}

static bool take_answer(struct reading *r, str bytes, struct err *e)
{
	struct wire w = { bytes.p, bytes.p + bytes.n, NULL };
	uint64_t kind = wire_number(&w, ANSWER_READ);
	if (kind == ANSWER_ERROR)
		return wire_error(&w, e) && w.p == w.end ? false : nonsense(w.bad ? w.bad : "error", e);
	if (kind == ANSWER_READ)
		get_reading(&w, r);
	else
		w.bad = w.bad ? w.bad : "kind unknown";
	return !w.bad && w.p == w.end ? true : nonsense(w.bad ? w.bad : "more than an answer", e);
}

/* -- how a child can end ----------------------------------------------------------------------------- */

static const char unknown_cause[] = "Hãy mở tệp bằng chương trình đã tạo ra nó, lưu lại rồi thử lại.";

static bool too_long(int seconds, struct err *e)
{
	fail(e, ERR_LIMIT, "Đọc tệp này quá %d giây mà chưa xong nên đã dừng.", seconds);
	return err_hint(e, "Tệp quá lớn hoặc bị hỏng. %s", unknown_cause);
}

static bool too_much_memory(struct err *e)
{
	fail(e, ERR_LIMIT, "Đọc tệp này cần quá nhiều bộ nhớ (hơn %zu MB) nên đã dừng.", CHILD_MEMORY >> 20);
	return err_hint(e, "Hãy tách tệp thành nhiều phần, mỗi văn bản một tệp.");
}

static bool too_large(struct err *e)
{
	fail(e, ERR_LIMIT, "Nội dung đọc được từ tệp này quá lớn (hơn %zu MB) nên đã dừng.", CHILD_ANSWER >> 20);
	return err_hint(e, "Hãy tách tệp thành nhiều phần, mỗi văn bản một tệp.");
}

static const struct { long call; const char *what; } attempts[] = {
	{ SYS_openat, "mở một tệp khác" }, { SYS_socket, "nối ra mạng" }, { SYS_connect, "nối ra mạng" },
	{ SYS_clone, "chạy thêm một chương trình" }, { SYS_clone3, "chạy thêm một chương trình" },
	{ SYS_execve, "chạy một chương trình khác" }, { SYS_execveat, "chạy một chương trình khác" },
	{ SYS_kill, "dừng chương trình khác" }, { SYS_tgkill, "dừng chương trình khác" },
#ifdef SYS_open
	{ SYS_open, "mở một tệp khác" }, { SYS_fork, "chạy thêm một chương trình" }, { SYS_vfork, "chạy thêm một chương trình" },
#endif
};

static bool forbidden(long call, struct err *e)
{
	const char *what = "làm một việc không được phép";
	for (size_t i = 0; i < COUNT(attempts); i++)
		if (attempts[i].call == call)
			what = attempts[i].what;
	fail(e, ERR_FORMAT, "Tệp này làm phần đọc tệp cố %s; đã chặn.", what);
	err_hint(e, "Tệp có thể chứa mã độc: đừng mở nó, hãy báo cho người phụ trách an toàn thông tin.");
	return call < 0 ? err_detail(e, "SIGSYS") : err_detail(e, "system call %ld", call);
}

static bool broke(const char *how, int number, str complaint, struct err *e)
{
	fail(e, ERR_FORMAT, "Phần đọc tệp bị hỏng giữa chừng vì tệp này.");
	err_hint(e, "%s Nếu vẫn lỗi, hãy gửi tệp cho người làm chương trình.", unknown_cause);
	return err_detail(e, "%s %d: %.*s", how, number, SF(complaint));
}

static bool killed(const struct child_result *r, struct err *e)
{
	switch (r->status) {
	case SIGXCPU: return too_long(CHILD_CPU, e);
	case SIGXFSZ: return too_large(e);
	case SIGSYS: return forbidden(-1, e);
	default: return broke("signal", r->status, r->complaint, e);
	}
}

static bool exited(struct reading *r, const struct child_result *c, struct err *e)
{
	switch (c->status) {
	case 0: return c->more ? too_large(e) : take_answer(r, c->out, e);
	case OUT_OF_MEMORY: return too_much_memory(e);
	case FORBIDDEN: return forbidden(c->complaint.n ? strtol(str_copy(r->a, c->complaint).p, NULL, 10) : -1, e);
	case NO_BOX:
		fail(e, ERR_SYSTEM, "Máy này không cho phép đóng kín phần đọc tệp nên không đọc.");
		err_hint(e, "Báo cho người quản trị máy: cần nhân Linux có seccomp; chạy “khacphuc selfcheck” để xem.");
		return err_detail(e, "%.*s", SF(c->complaint));
	default: return broke("status", c->status, c->complaint, e);
	}
}

/* -- the parent -------------------------------------------------------------------------------------- */

bool read_child_as(struct reading *r, const char *name, int seconds, str bytes, struct err *e)
{
	const char *const args[] = { "khacphuc", name, r->by ? r->by->name : "", NULL };
	static const char *const environment[] = { "TZ=UTC0", NULL };
	const struct child c = {
		.program = "/proc/self/exe", .args = args, .environment = environment, .input = bytes, .seconds = seconds,
		.most = CHILD_ANSWER,
	};
	struct child_result got = { 0 };
	if (!child_run(r->a, &c, &got, e))
		return false;
	switch (got.end) {
	case CHILD_EXITED: return exited(r, &got, e);
	case CHILD_KILLED: return killed(&got, e);
	case CHILD_LATE: case CHILD_OVER: return too_long(seconds, e);
	case CHILD_STOPPED: break;
	}
	return fail(e, ERR_SYSTEM, "Đã dừng theo yêu cầu.");
}

bool read_boxed_bytes(struct arena *a, str bytes, struct reading *ret, struct err *e)
{
	ret->a = a;
	ret->bytes = bytes;
	return read_begin(ret, bytes, &bytes, e) && read_child_as(ret, READ_CHILD, CHILD_SECONDS, bytes, e);
}

bool read_boxed(struct arena *a, const char *path, struct reading *ret, struct err *e)
{
	str bytes;
	return file_read(a, path, FILE_MAX, &bytes, e) && read_boxed_bytes(a, bytes, ret, e);
}

/* -- the child --------------------------------------------------------------------------------------- */

/* A call that is not allowed is not made; which one it was is all that is left to say. rt_sigaction is not allowed either, so
 * nothing that runs later can put another function here. */
static void stopped(int nr, siginfo_t *info, void *context)
{
	char said[24];
	size_t at = sizeof said;
	(void)nr, (void)context;
	said[--at] = '\n';
	for (unsigned call = (unsigned)info->si_syscall; at && (call || at == sizeof said - 1); call /= 10)
		said[--at] = (char)('0' + call % 10);
	ssize_t ignored = write(2, said + at, sizeof said - at);
	_exit(ignored < 0 ? FORBIDDEN : FORBIDDEN);
}

/* libzip asks what time zone this is. With TZ set the answer is found once, here, and no file looked at again. */
bool read_child_enter(void)
{
	static const struct box box = {
		.calls = BOX_PURE, .memory = CHILD_MEMORY, .file = CHILD_ANSWER + 1, .cpu = CHILD_CPU, .files = 3,
	};
	struct sigaction on_call = { .sa_sigaction = stopped, .sa_flags = SA_SIGINFO };
	const char *step = "sigaction";
	tzset();
	if (!sigaction(SIGSYS, &on_call, NULL) && box_enter(&box, &step))
		return true;
	fprintf(stderr, "%s: %s", step, strerror(errno));
	return false;
}

static bool take_input(str *ret)
{
	struct stat st;
	if (fstat(0, &st) || st.st_size <= 0)
		return false;
	ret->n = (size_t)st.st_size;
	ret->p = mmap(NULL, ret->n, PROT_READ, MAP_PRIVATE, 0, 0);
	return ret->p != MAP_FAILED;
}

static bool put_all(str bytes)
{
	while (bytes.n) {
		ssize_t n = write(1, bytes.p, bytes.n);
		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0)
			return false;
		bytes = str_sub(bytes, (size_t)n, bytes.n);
	}
	return true;
}

int read_child(int argc, char **argv)
{
	struct arena *a = arena_open(ARENA_MEMORY);               /* never freed: the process ends */
	struct reading r = { .a = a };
	struct err e = { 0 };
	str bytes;
	if (!take_input(&bytes))
		return NO_INPUT;
	r.by = argc > 2 ? reader_find(str_c(argv[2])) : NULL;
	if (str_starts(bytes, S("PK")))
		archive_ready();                           /* no file can be opened in the box */
	if (!read_child_enter())
		return NO_BOX;
	struct buf b = buf_open(a);
	if (read_rest(&r, bytes, &e)) {
		put_reading(&b, &r);
	} else {
		wire_put_number(&b, ANSWER_ERROR);
		wire_put_error(&b, &e);
	}
	_exit(put_all(buf_str(&b)) ? 0 : NO_INPUT);
}
