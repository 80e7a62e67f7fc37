#include "docout/pdf.h"
#include "doc/wire.h"
#include <limits.h>
#include <signal.h>
#include <unistd.h>

enum { NO_MEMORY = 71, NOT_LINKED = 127 };                    /* exit status: base/arena's, the loader's */

/* -- where it is --------------------------------------------------------------------------------------- */

static const char *beside_us(struct arena *a)
{
	char self[PATH_MAX];
	ssize_t n = readlink("/proc/self/exe", self, sizeof self - 1);
	while (n > 0 && self[n - 1] != '/')
		n--;
	return str_fmt(a, "%.*s" PDF_PROGRAM, n > 0 ? (int)n : 0, self).p;
}

static bool missing(const char *path, struct err *e)
{
	fail(e, ERR_NOT_FOUND, "Thiếu chương trình %s nên không vẽ được tệp PDF.", PDF_PROGRAM);
	err_hint(e, "Nhờ người quản trị máy cài đủ bộ khacphuc: %s phải nằm cùng thư mục với khacphuc. Các dạng tệp khác vẫn xuất được.",
	         PDF_PROGRAM);
	return err_detail(e, "%s", path);
}

/* -- how it can end ------------------------------------------------------------------------------------ */

static const char smaller[] = "Hãy chia văn bản thành nhiều phần, hoặc xuất ra tệp Word (.docx).";

static bool too_long(int seconds, struct err *e)
{
	fail(e, ERR_LIMIT, "Vẽ tệp PDF này quá %d giây mà chưa xong nên đã dừng.", seconds);
	return err_hint(e, "%s", smaller);
}

static bool too_much_memory(struct err *e)
{
	fail(e, ERR_LIMIT, "Vẽ tệp PDF này cần quá nhiều bộ nhớ (hơn %zu MB) nên đã dừng.", PDF_MEMORY >> 20);
	return err_hint(e, "%s", smaller);
}

static bool too_large(struct err *e)
{
	fail(e, ERR_LIMIT, "Văn bản quá lớn để vẽ thành một tệp PDF (hơn %zu MB).", PDF_ANSWER >> 20);
	return err_hint(e, "%s", smaller);
}

static bool not_linked(str complaint, struct err *e)
{
	fail(e, ERR_NOT_FOUND, "Máy này thiếu thư viện mà %s cần nên không vẽ được tệp PDF.", PDF_PROGRAM);
	err_hint(e, "Nhờ người quản trị máy cài gói libpangocairo-1.0-0 (apt install libpangocairo-1.0-0).");
	return err_detail(e, "%.*s", SF(complaint));
}

static bool no_box(str complaint, struct err *e)
{
	fail(e, ERR_SYSTEM, "Máy này không cho phép đóng kín phần vẽ PDF nên không vẽ.");
	err_hint(e, "Báo cho người quản trị máy: cần nhân Linux có seccomp; chạy “khacphuc selfcheck” để xem.");
	return err_detail(e, "%.*s", SF(complaint));
}

static bool broke(const char *how, int number, str complaint, struct err *e)
{
	fail(e, ERR_SYSTEM, "Phần vẽ PDF bị hỏng giữa chừng.");
	err_hint(e, "Hãy thử lại, hoặc xuất ra tệp Word (.docx); nếu vẫn lỗi, báo cho người làm chương trình.");
	return err_detail(e, "%s %d: %.*s", how, number, SF(complaint));
}

static bool ended(const struct drawer *d, const struct child_result *r, struct err *e)
{
	switch (r->end) {
	case CHILD_LATE: return too_long(d->seconds, e);
	case CHILD_OVER: return too_large(e);
	case CHILD_STOPPED: return fail(e, ERR_SYSTEM, "Đã dừng theo yêu cầu.");
	case CHILD_KILLED: return r->status == SIGXCPU ? too_long(PDF_CPU, e) : broke("signal", r->status, r->complaint, e);
	case CHILD_EXITED: break;
	}
	switch (r->status) {
	case NO_MEMORY: return too_much_memory(e);
	case NOT_LINKED: return not_linked(r->complaint, e);
	case PDF_NO_BOX: return no_box(r->complaint, e);
	default: return broke("status", r->status, r->complaint, e);
	}
}

/* -- the drawer ---------------------------------------------------------------------------------------- */

static bool start(struct drawer *d, struct err *e)
{
	const char *const args[] = { PDF_PROGRAM, NULL };
	static const char *const environment[] = { "LANG=C.UTF-8", "TZ=UTC0", NULL };
	const struct child c = { .program = d->program, .args = args, .environment = environment };
	return talk_open(&d->talk, &c, e);
}

bool drawer_open(struct arena *a, struct drawer *d, struct err *e)
{
	*d = (struct drawer){ .talk = { .fd = -1, .process = -1, .complaint = -1 }, .seconds = PDF_SECONDS, .program = beside_us(a) };
	return access(d->program, X_OK) ? missing(d->program, e) : start(d, e);
}

void drawer_close(struct drawer *d) { talk_close(&d->talk); }

static bool take_answer(str answer, str *ret, struct err *e)
{
	struct wire w = { answer.p + (answer.n > 0), answer.p + answer.n, NULL };
	if (answer.n && *answer.p == PDF_DRAWN) {
		*ret = str_sub(answer, 1, answer.n);
		return true;
	}
	if (answer.n && *answer.p == PDF_ERROR && wire_error(&w, e))
		return false;
	return broke("answer", answer.n ? *answer.p : -1, S(""), e);
}

bool drawer_draw(struct arena *a, struct drawer *d, const struct node *root, str *ret, struct err *e)
{
	CLEANUP(arena_close) struct arena *question = arena_open(PDF_QUESTION * 4);
	struct child_result r;
	struct buf b = buf_open(question);
	str answer;
	wire_put_tree(&b, root);
	if (b.n > PDF_QUESTION)
		return too_large(e);
	if (d->talk.fd < 0 && !start(d, e))
		return false;
	return talk_ask(a, &d->talk, buf_str(&b), PDF_ANSWER, d->seconds, &answer, &r) ? take_answer(answer, ret, e) : ended(d, &r, e);
}
