#include "cli/index_files.h"

bool cli_set(const struct call *c, struct arena *a, const char *path, struct scoring *ret)
{
	struct told t = { 0 };
	struct err e = { 0 };
	struct criteria_set *s = NULL;
	bool ok = index_set(a, path, true, &s, &t, &e) && score_prepare(a, s, ret, &e);
	cli_told(c->io, path, &t);
	if (!ok)
		cli_complain(c->io, path, &e);
	return ok;
}

bool cli_plain_set(const struct call *c, struct arena *a, const char *path, struct criteria_set **ret)
{
	struct told t = { 0 };
	struct err e = { 0 };
	bool ok = index_set(a, path, false, ret, &t, &e);
	cli_told(c->io, path, &t);
	if (!ok)
		cli_complain(c->io, path, &e);
	return ok;
}

bool cli_sheet(const struct call *c, struct arena *a, const char *path, const struct criteria_set *s, struct sheet **ret)
{
	struct told t = { 0 };
	struct err e = { 0 };
	bool ok = index_sheet(a, path, s, ret, &t, &e);
	cli_told(c->io, path, &t);
	if (!ok)
		cli_complain(c->io, path, &e);
	return ok;
}

int cli_put_book(const struct call *c, bool ok, str bytes, const struct err *e, int status)
{
	if (ok)
		return cli_put(c, bytes, status);
	cli_complain(c->io, NULL, e);
	return EXIT_UNREADABLE;
}
