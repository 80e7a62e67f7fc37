#include "cli/each.h"
#include "app/layout.h"
#include "base/crew.h"
#include "cli/paths.h"
#include <signal.h>
#include <stdlib.h>

#define ARGUMENTS_MEMORY ((size_t)256 * 1024 * 1024)

/* One file: where its documents print to, and what they add up to. */
struct one { const struct call *c; each_fn *fn; struct tally sum; bool first; };

static void add(struct tally *to, struct tally t)
{
	to->status = t.status > to->status ? t.status : to->status;
	to->documents += t.documents;
	to->errors += t.errors;
	to->warnings += t.warnings;
}

static void print(void *ctx, struct arena *a, str name, const struct facts *f, const struct err *why)
{
	struct one *o = ctx;
	if (f) {
		add(&o->sum, o->fn(o->c, &(struct each){ name, o->first, a }, f));
		o->first = false;
		return;
	}
	fflush(o->c->io->out);
	cli_complain(o->c->io, str_copy(a, name).p, why);
	add(&o->sum, (struct tally){ .status = EXIT_UNREADABLE });
}

static struct tally one_file(const struct call *c, each_fn *fn, const char *path, bool first, bool sum)
{
	struct one o = { .c = c, .fn = fn, .first = first };
	examine(path, sum, print, &o);
	return o.sum;
}

/* -- several files ---------------------------------------------------------------------------------- */

struct all { const struct call *c; each_fn *fn; bool hashes; paths list; struct tally sum; struct arena *a; };
struct parcel { struct tally sum; size_t out, err; };          /* what a worker sends, before its two texts */

static void progress_over(const struct call *c)
{
	if (c->io->progress)
		fputs("\r\033[K", c->io->err);
}

static void progress(void *ctx, size_t i)
{
	const struct all *x = ctx;
	if (!x->c->io->progress)
		return;
	int room = x->c->io->columns - 24;
	str name = layout_cut(x->a, str_c(x->list.at[i]), room > 8 ? room : 8);
	fprintf(x->c->io->err, "\r\033[KĐang đọc %zu/%zu: %.*s", i + 1, x->list.n, SF(name));
	fflush(x->c->io->err);
}

static void work(void *ctx, size_t i, FILE *to)
{
	const struct all *x = ctx;
	char *out = NULL, *err = NULL;
	struct parcel p = { 0 };
	struct cli io = *x->c->io;
	struct call c = *x->c;
	c.io = &io;
	io.out = open_memstream(&out, &p.out);
	io.err = open_memstream(&err, &p.err);
	if (!io.out || !io.err)
		return;
	p.sum = one_file(&c, x->fn, x->list.at[i], i == 0, x->hashes);
	fclose(io.out);
	fclose(io.err);
	fwrite(&p, sizeof p, 1, to);
	fwrite(out, 1, p.out, to);
	fwrite(err, 1, p.err, to);
}

static void broken(struct all *x, size_t i, int how)
{
	struct err e = { 0 };
	fail(&e, ERR_SYSTEM, "Việc xem tệp này bị dừng đột ngột; các tệp khác vẫn được xem.");
	err_hint(&e, "Hãy mở tệp bằng chương trình đã tạo ra nó, lưu lại rồi thử lại; nếu vẫn vậy, báo cho người viết chương trình.");
	err_detail(&e, "signal %d", how);
	cli_complain(x->c->io, x->list.at[i], &e);
	add(&x->sum, (struct tally){ .status = EXIT_UNREADABLE });
}

static void done(void *ctx, size_t i, str result, int how)
{
	struct all *x = ctx;
	struct parcel p = { 0 };
	progress_over(x->c);
	if (!how && result.n >= sizeof p)
		memcpy(&p, result.p, sizeof p);
	if (how || result.n != sizeof p + p.out + p.err || result.n < sizeof p)
		return broken(x, i, how);
	fwrite(result.p + sizeof p, 1, p.out, x->c->io->out);
	fflush(x->c->io->out);
	fwrite(result.p + sizeof p + p.out, 1, p.err, x->c->io->err);
	add(&x->sum, p.sum);
}

static struct tally all_files(const struct call *c, each_fn *fn, bool hashes, size_t at_once)
{
	CLEANUP(arena_close) struct arena *a = arena_open(ARGUMENTS_MEMORY);
	struct all x = { .c = c, .fn = fn, .hashes = hashes, .a = a };
	struct err e = { 0 };
	for (size_t i = 0; i < c->n; i++) {
		struct err why = { 0 };
		if (paths_add(a, &x.list, c->args[i], &why))
			continue;
		cli_complain(c->io, c->args[i], &why);
		x.sum.status = EXIT_UNREADABLE;
	}
	if (x.list.n == 1) {
		add(&x.sum, one_file(c, fn, x.list.at[0], true, hashes));
	} else if (!crew_run(x.list.n, at_once, work, done, progress, &x, &e)) {
		cli_complain(c->io, NULL, &e);
		x.sum.status = EXIT_UNREADABLE;
	}
	return x.sum;
}

struct tally each_file(const struct call *c, each_fn *fn) { return all_files(c, fn, c->format == FORMAT_JSON, crew_cores()); }
struct tally each_in_turn(const struct call *c, each_fn *fn) { return all_files(c, fn, true, 1); }
