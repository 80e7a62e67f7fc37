#include "app/selfcheck.h"
#include "base/box.h"
#include "docin/child.h"
#include "docin/tool.h"
#include "docout/pdf.h"

enum { VERSION_MAX = 60, MOST = 1 << 20 };

static void row(struct buf *b, const char *what, bool good, str how)
{
	buf_fmt(b, "  %s  %s: %.*s\n", good ? "có" : "--", what, SF(how));
}

/* -- the kernel -------------------------------------------------------------------------------------- */

static void kernel(struct arena *a, struct buf *b)
{
	int landlock = box_landlock();
	buf_put(b, S("Bảo vệ của hệ điều hành\n"));
	row(b, "seccomp", box_seccomp(), S("chặn lời gọi hệ thống: mở tệp, nối mạng, chạy chương trình"));
	row(b, "Landlock", landlock, landlock ? str_fmt(a, "giới hạn thư mục chương trình ngoài được đọc và ghi (phiên bản %d)", landlock) :
	                                        S("nhân Linux này không có; chương trình ngoài có thể đọc các tệp khác của người dùng"));
	row(b, "rlimit", true, str_fmt(a, "mỗi tệp tối đa %zu MB bộ nhớ, %d giây xử lý, %d giây đồng hồ", CHILD_MEMORY >> 20, CHILD_CPU,
	                               CHILD_SECONDS));
}

static bool child(struct arena *a, struct buf *b)
{
	struct reading r = { 0 };
	struct err e = { 0 };
	bool works = read_boxed_bytes(a, S("Thử đọc.\n"), &r, &e);
	row(b, "tiến trình đọc tệp", works, works ? S("đã thử đọc một văn bản, chạy đúng") :
	                                            str_fmt(a, "%s (%s)", e.message, e.detail));
	return works;
}

static void drawing(struct arena *a, struct buf *b)
{
	CLEANUP(drawer_close) struct drawer d;
	struct err e = { 0 };
	str pdf;
	bool works = drawer_open(a, &d, &e) && drawer_draw(a, &d, node_new(a, NODE_DOC, (struct place){ 0 }), &pdf, &e);
	row(b, PDF_PROGRAM, works, works ? S("đã thử vẽ một trang PDF, chạy đúng") : str_fmt(a, "%s %s", e.message, e.hint));
}

/* -- programs ---------------------------------------------------------------------------------------- */

static bool digit(char c) { return c >= '0' && c <= '9'; }

/* The first word that begins with a digit and has a point: "pdftotext version 22.12.0". */
static str version_in(str said)
{
	for (size_t i = 0; i + 2 < said.n; i++) {
		size_t n = 0;
		while (i + n < said.n && n < VERSION_MAX && (digit(said.p[i + n]) || said.p[i + n] == '.'))
			n++;
		if (digit(said.p[i]) && n > 2 && memchr(said.p + i, '.', n - 1))
			return str_sub(said, i, i + n);
		i += n;
	}
	return S("không rõ");
}

static str version(struct arena *a, const struct tool *t, struct err *e)
{
	const char *const args[] = { t->version, NULL };
	const struct tool_call c = { .args = args, .most = MOST };
	struct tool_result r = { 0 };
	if (!tool_run(a, t, &c, &r, e))
		return (str){ 0 };
	return version_in(r.printed.n ? r.printed : r.complaint);
}

static void tool(struct arena *a, struct buf *b, const struct tool *t)
{
	struct err e = { 0 };
	if (!tool_here(t)) {
		row(b, t->program, false, str_fmt(a, "%s; chưa cài: apt install %s", t->purpose, t->package));
		return;
	}
	str v = version(a, t, &e);
	row(b, t->program, v.n, v.n ? str_fmt(a, "%s; phiên bản %.*s", t->purpose, SF(v)) : str_fmt(a, "%s; %s", t->purpose, e.message));
}

static void vietnamese(struct arena *a, struct buf *b)
{
	const char *const args[] = { "--list-langs", NULL };
	const struct tool_call c = { .args = args, .most = MOST };
	struct tool_result r = { 0 };
	struct err e = { 0 };
	if (!tool_here(&tool_tesseract) || !tool_run(a, &tool_tesseract, &c, &r, &e))
		return;
	str said = r.printed.n ? r.printed : r.complaint;
	bool has = str_find(said, S("vie\n"), 0) < said.n;
	row(b, "tesseract, tiếng Việt", has, has ? S("có dữ liệu nhận dạng chữ Việt") : S("chưa cài: apt install tesseract-ocr-vie"));
}

str selfcheck_text(struct arena *a, bool *sound)
{
	struct buf b = buf_open(a);
	struct tools all = tools_all();
	kernel(a, &b);
	*sound = child(a, &b) && box_seccomp();
	drawing(a, &b);
	buf_put(&b, S("\nChương trình ngoài, mỗi chương trình chạy trong một hộp riêng\n"));
	for (size_t i = 0; i < all.n; i++)
		tool(a, &b, all.at[i]);
	vietnamese(a, &b);
	buf_put(&b, S("\nThiếu một chương trình thì chỉ loại tệp tương ứng không đọc được.\n"));
	return buf_str(&b);
}

str selfcheck_warning(struct arena *a)
{
	return box_landlock() ? (str){ 0 } :
	                        str_fmt(a, "Nhân Linux này không có Landlock: chương trình ngoài không bị giới hạn thư mục được đọc và ghi.");
}
