#include "app/apart.h"
#include "app/examine.h"
#include "base/child.h"
#include "doc/wire.h"
#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

/* The answer is pieces, each with its length before it. */
enum { PIECE_COUNT = 1, PIECE_FACTS, PIECE_ERROR, COUNT_MOST = 1 << 20 };
#define OWN_MEMORY ((size_t)2 << 30)

/* -- the child: writes --------------------------------------------------------------------------------- */

struct writing { size_t path; bool broken; };             /* path: length of the name of the file itself */

static void put_piece(struct writing *w, const struct buf *b)
{
	uint64_t n = b->n;
	w->broken |= fwrite(&n, sizeof n, 1, stdout) != 1 || fwrite(b->p, 1, b->n, stdout) != b->n || fflush(stdout);
}

static void count(void *ctx, size_t n)
{
	CLEANUP(arena_close) struct arena *a = arena_open(1 << 16);
	struct buf b = buf_open(a);
	wire_put_number(&b, PIECE_COUNT);
	wire_put_number(&b, n);
	put_piece(ctx, &b);
}

static void put_document(void *ctx, struct arena *a, str name, const struct facts *f, const struct err *e)
{
	struct writing *w = ctx;
	struct buf b = buf_open(a);
	str inside = str_sub(name, w->path, name.n);
	wire_put_number(&b, f ? PIECE_FACTS : PIECE_ERROR);
	wire_put_text(&b, inside);
	if (f) {
		struct buf tree = buf_open(a);
		wire_put_tree(&tree, f->file.tree);
		wire_put_text(&b, facts_kept_json(a, f));
		wire_put_text(&b, buf_str(&tree));
		wire_put_text(&b, inside.n ? f->file.bytes : (str){ 0 });
	} else {
		wire_put_number(&b, e->code);
		wire_put_text(&b, str_c(e->message));
		wire_put_text(&b, str_c(e->hint));
		wire_put_text(&b, str_c(e->detail));
	}
	put_piece(w, &b);
}

int examine_child(int argc, char **argv)
{
	if (argc != 3)
		return EXIT_FAILURE;
	struct writing w = { .path = strlen(argv[2]) };
	examine_counting(argv[2], true, put_document, count, &w);
	return w.broken ? EXIT_FAILURE : EXIT_SUCCESS;
}

/* -- here: reads --------------------------------------------------------------------------------------- */

struct hearing { str name, path; size_t at, total, heard; apart_fn *fn; void *ctx; bool enough, nonsense, large; };

/* What a sentence calls the file is what the person calls it: where we keep it is nobody's business. */
static str renamed(const struct hearing *h, struct arena *a, str s)
{
	struct buf b = buf_open(a);
	for (size_t at = 0, next; at < s.n; at = next) {
		next = str_find(s, h->path, at);
		buf_put(&b, str_sub(s, at, next));
		if (next < s.n)
			buf_put(&b, h->name);
		next += h->path.n;
	}
	return buf_str(&b);
}

static void hear_document(struct hearing *h, struct arena *a, struct wire *w, bool sound)
{
	struct err e = { 0 };
	str inside = wire_text(w);
	struct apart x = { .name = str_fmt(a, "%.*s%.*s", SF(h->name), SF(inside)) };
	if (sound) {
		x.facts = wire_text(w);
		x.tree = wire_bytes(w);
		x.bytes = wire_bytes(w);
	} else {
		enum err_code code = (enum err_code)wire_number(w, ERR_DENIED);
		str message = renamed(h, a, wire_text(w)), hint = renamed(h, a, wire_text(w)), detail = wire_text(w);
		fail(&e, code, "%.*s", SF(message));
		err_hint(&e, "%.*s", SF(hint));
		err_detail(&e, "%.*s", SF(detail));
		x.e = &e;
	}
	h->nonsense |= w->bad || w->p != w->end;
	if (h->nonsense)
		return;
	h->heard++;
	h->enough = !h->fn(h->ctx, a, &x, h->total ? h->total : 1);
}

static void hear_piece(struct hearing *h, struct arena *a, str bytes)
{
	struct wire w = { bytes.p, bytes.p + bytes.n, NULL };
	uint64_t kind = wire_number(&w, PIECE_ERROR);
	if (kind == PIECE_COUNT)
		h->total = (size_t)wire_number(&w, COUNT_MOST);
	else if (kind)
		hear_document(h, a, &w, kind == PIECE_FACTS);
	h->nonsense |= w.bad || !kind;
}

/* Every piece that is whole by now. Standard output is a file in memory: it is read where we stand, not where the child does. */
static bool hear(void *ctx, int output)
{
	struct hearing *h = ctx;
	struct stat st;
	while (!h->enough && !h->nonsense && !fstat(output, &st)) {
		uint64_t n = 0;
		size_t there = (size_t)st.st_size;
		if (there > APART_ANSWER)
			return h->large = true;
		bool whole = there >= h->at + sizeof n && pread(output, &n, sizeof n, (off_t)h->at) == (ssize_t)sizeof n;
		if (!whole || there - h->at - sizeof n < n)
			return false;
		CLEANUP(arena_close) struct arena *a = arena_open(OWN_MEMORY);
		char *p = make_n(a, char, n + 1);
		size_t got = 0;
		for (ssize_t k; got < n && (k = pread(output, p + got, n - got, (off_t)(h->at + sizeof n + got))) > 0;)
			got += (size_t)k;
		h->at += sizeof n + n;
		h->nonsense |= got != n;
		if (!h->nonsense)
			hear_piece(h, a, (str){ p, n });
	}
	return h->enough || h->nonsense;
}

static const char again[] = "Hãy mở tệp bằng chương trình đã tạo ra nó, lưu lại rồi thử lại.";

static bool ended(struct hearing *h, const struct child_result *r, int seconds, struct err *e)
{
	if (h->enough)
		return true;
	if (r->end == CHILD_LATE)
		return fail(e, ERR_LIMIT, "Đọc tệp này quá %d giây mà chưa xong nên đã dừng.", seconds),
		       err_hint(e, "Tệp quá lớn hoặc bị hỏng: tách thành nhiều phần rồi thử từng phần.");
	if (r->end == CHILD_STOPPED)
		return fail(e, ERR_SYSTEM, "Đã dừng theo yêu cầu.");
	if (h->large)
		return fail(e, ERR_LIMIT, "Nội dung đọc được từ tệp này quá lớn nên đã dừng."), err_hint(e, "Tách tệp thành nhiều phần.");
	if (r->end == CHILD_EXITED && !r->status && !h->nonsense && h->heard)
		return true;
	fail(e, ERR_FORMAT, "Phần đọc tệp bị hỏng giữa chừng vì tệp này.");
	err_hint(e, "%s", again);
	return err_detail(e, "end %d, status %d: %.*s", (int)r->end, r->status, SF(r->complaint));
}

bool examine_apart(const char *path, str name, int seconds, apart_fn *fn, void *ctx, struct err *e)
{
	CLEANUP(arena_close) struct arena *a = arena_open(1 << 20);
	char real[PATH_MAX];
	if (!realpath(path, real)) {
		fail(e, ERR_NOT_FOUND, "Tệp “%.*s” không còn ở máy chủ.", SF(name));
		return err_hint(e, "Gửi lại tệp."), err_detail(e, "realpath: %s", strerror(errno));
	}
	static const char *const environment[] = { "TZ=UTC0", NULL };
	const char *const args[] = { "khacphuc", EXAMINE_CHILD, real, NULL };
	struct hearing h = { .name = name, .path = str_c(real), .fn = fn, .ctx = ctx };
	const struct child c = { .program = "/proc/self/exe", .args = args, .environment = environment, .seconds = seconds, .over = hear,
	                         .ctx = &h };
	struct child_result r = { 0 };
	return child_run(a, &c, &r, e) && ended(&h, &r, seconds, e);
}
