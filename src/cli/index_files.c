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

bool cli_year(const struct call *c, struct arena *a, const char *arg, struct history_year *y)
{
	struct err e = { 0 };
	const char *equal = strchr(arg, '=');
	struct scoring *g = make(a, struct scoring);
	struct sheet *t;
	if (!equal || equal == arg || !equal[1]) {
		fail(&e, ERR_INPUT, "“%s” phải là BỘ=PHIẾU.", arg);
		err_hint(&e, "Viết tên tệp bộ tiêu chí, dấu =, rồi tên tệp phiếu của năm đó, như bo2024.xlsx=phieu2024.xlsx.");
		cli_complain(c->io, NULL, &e);
		return false;
	}
	if (!cli_set(c, a, str_copy(a, str_sub(str_c(arg), 0, (size_t)(equal - arg))).p, g) || !cli_sheet(c, a, equal + 1, g->set, &t))
		return false;
	*y = (struct history_year){ .scoring = g, .sheet = t, .scored = index_score(a, g, t).leaf };
	return true;
}

int cli_put_book(const struct call *c, bool ok, str bytes, const struct err *e, int status)
{
	if (ok)
		return cli_put(c, bytes, status);
	cli_complain(c->io, NULL, e);
	return EXIT_UNREADABLE;
}
