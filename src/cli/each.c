#include "cli/each.h"
#include "app/layout.h"
#include "cli/paths.h"

#define ARGUMENTS_MEMORY ((size_t)256 * 1024 * 1024)

static void progress(const struct call *c, const struct each *at)
{
	if (!c->io->progress || at->of < 2)
		return;
	int room = c->io->columns - 24;
	str name = layout_cut(at->a, str_c(at->path), room > 8 ? room : 8);
	fprintf(c->io->err, "\r\033[KĐang đọc %zu/%zu: %.*s", at->nth, at->of, SF(name));
	fflush(c->io->err);
}

static void progress_over(const struct call *c)
{
	if (c->io->progress)
		fputs("\r\033[K", c->io->err);
}

static int one(const struct call *c, struct each *at, each_fn *fn, void *ctx)
{
	CLEANUP(arena_close) struct arena *a = arena_open(EXAMINE_MEMORY);
	struct facts *f;
	struct err e = { 0 };
	at->a = a;
	progress(c, at);
	bool ok = examine(a, at->path, &f, &e);
	if (at->of > 1)
		progress_over(c);
	if (ok)
		return fn(ctx, c, at, f);
	fflush(c->io->out);
	cli_complain(c->io, at->path, &e);
	return EXIT_UNREADABLE;
}

int each_file(const struct call *c, each_fn *fn, void *ctx)
{
	CLEANUP(arena_close) struct arena *a = arena_open(ARGUMENTS_MEMORY);
	paths list = { 0 };
	int status = 0;
	for (size_t i = 0; i < c->n; i++) {
		struct err e = { 0 };
		if (paths_add(a, &list, c->args[i], &e))
			continue;
		cli_complain(c->io, c->args[i], &e);
		status = EXIT_UNREADABLE;
	}
	for (size_t i = 0; i < list.n; i++) {
		struct each at = { list.at[i], i + 1, list.n, NULL };
		int s = one(c, &at, fn, ctx);
		status = s > status ? s : status;
	}
	return status;
}
