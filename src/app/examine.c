#include "app/examine.h"
#include "base/sha256.h"
#include "core/check.h"
#include "docin/child.h"
#include "docin/ending.h"
#include "extract/book.h"
#include "extract/book_pages.h"
#include "extract/extract.h"

/* sum: file.sha256 is wanted; base: where the name of the file begins in its path, and so in the names of all that is in it */
struct examining { examined_fn *fn; void (*count)(void *ctx, size_t n); void *ctx; bool sum; int depth; size_t base; };

static size_t base_of(str path)
{
	size_t at = path.n;
	while (at && path.p[at - 1] != '/')
		at--;
	return at;
}

/* Sets, sheets of points, results: a spreadsheet by its columns, any other file by what its pages are called. A plan may be one too. */
static str book_of(struct arena *a, const struct reading *r)
{
	bool sheet = !strcmp(r->by->name, "xlsx") || !strcmp(r->by->name, "ods");
	if (book_is_set(a, r->root))
		return S("set");
	if (book_named(a, r->root, PAGE_FORM) || (sheet && pages_find(a, r->root, PAGE_FORM).found))
		return S("sheet");
	return book_named(a, r->root, PAGE_RESULTS) || (sheet && book_has_results(a, r->root)) ? S("results") : (str){ 0 };
}

static void document(const struct examining *x, struct arena *a, str name, struct reading *r)
{
	ending_note(r, name);
	str book = book_of(a, r);
	struct facts *f = extract(a, r->root);
	f->file.book = book;
	f->file.macros = read_has_macros(r);
	f->file.bytes = r->bytes;
	f->file.name = str_copy(a, str_sub(name, x->base, name.n));
	if (x->sum) {
		char *sum = make_n(a, char, 65);
		sha256_hex(r->bytes, sum);
		f->file.sha256 = sum;
	}
	f->file.reader = r->by->name;
	f->file.notes = r->notes;
	f->file.tree = r->root;
	checks_run(a, f);
	x->fn(x->ctx, a, name, f, NULL);
}

static void refuse(const struct examining *x, struct arena *a, str name, const struct err *e) { x->fn(x->ctx, a, name, NULL, e); }

static void members(const struct examining *x, struct arena *a, str name, const struct reading *r);

static void member(const struct examining *x, str name, const struct member *m)
{
	CLEANUP(arena_close) struct arena *a = arena_open(EXAMINE_MEMORY);
	struct reading r = { 0 };
	struct err e = { 0 };
	if (!read_boxed_bytes(a, m->bytes, &r, &e))
		refuse(x, a, name, &e);
	else if (r.root)
		document(x, a, name, &r);
	else
		members(x, a, name, &r);
}

static void members(const struct examining *x, struct arena *a, str name, const struct reading *r)
{
	struct examining below = *x;
	struct err e = { 0 };
	below.depth++;
	if (!r->members.n)
		fail(&e, ERR_INPUT, "Trong tệp này không có văn bản nào."), err_hint(&e, "Hãy kiểm tra xem đã đính kèm hay nén đúng tệp chưa.");
	else if (below.depth > EXAMINE_DEPTH)
		fail(&e, ERR_LIMIT, "Tệp nén lồng trong tệp nén quá %d tầng.", EXAMINE_DEPTH), err_hint(&e, "Hãy giải nén trước rồi đưa từng tệp vào.");
	if (e.code)
		return refuse(x, a, name, &e);
	if (x->count && !x->depth)
		x->count(x->ctx, r->members.n);
	for (size_t i = 0; i < r->members.n; i++) {
		const struct member *m = &r->members.at[i];
		member(&below, str_fmt(a, "%.*s!%.*s", SF(name), SF(m->name)), m);
	}
}

void examine(const char *path, bool sum, examined_fn *fn, void *ctx) { examine_counting(path, sum, fn, NULL, ctx); }

void examine_counting(const char *path, bool sum, examined_fn *fn, void (*count)(void *ctx, size_t n), void *ctx)
{
	CLEANUP(arena_close) struct arena *a = arena_open(EXAMINE_MEMORY);
	struct examining x = { fn, count, ctx, sum, 0, base_of(str_c(path)) };
	struct reading r = { 0 };
	struct err e = { 0 };
	if (!read_boxed(a, path, &r, &e))
		refuse(&x, a, str_c(path), &e);
	else if (r.root)
		document(&x, a, str_c(path), &r);
	else
		members(&x, a, str_c(path), &r);
}

str tree_text(struct arena *a, const char *path, struct err *e)
{
	struct reading r = { 0 };
	struct buf b = buf_open(a);
	if (!read_boxed(a, path, &r, e))
		return (str){ 0 };
	for (size_t i = 0; i < r.notes.n; i++)
		buf_fmt(&b, "Lưu ý: %.*s\n", SF(r.notes.at[i]));
	if (r.root) {
		restore(a, r.root);
		node_print(&b, r.root);
	}
	for (size_t i = 0; i < r.members.n; i++)
		buf_fmt(&b, "tệp bên trong: %.*s (%zu byte)\n", SF(r.members.at[i].name), r.members.at[i].bytes.n);
	return buf_str(&b);
}
