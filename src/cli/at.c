#include "cli/at.h"
#include "core/day.h"
#include <stdlib.h>

static const char *first_of(const char *said, const char *variable, const char *more, const char *otherwise)
{
	const char *v = said ? said : getenv(variable);
	v = v && *v ? v : more ? getenv(more) : NULL;
	return v && *v ? v : otherwise;
}

const char *cli_at(const struct call *c) { return first_of(call_option(c, "--at"), "KHACPHUC_AT", NULL, "hoso"); }
const char *cli_as(const struct call *c) { return first_of(call_option(c, "--as"), "KHACPHUC_AS", "USER", "root"); }

struct record *cli_record(const struct call *c, struct arena *a)
{
	struct record *r = NULL;
	struct err e = { 0 };
	if (record_open(a, cli_at(c), &r, &e) && record_as(r, a, cli_as(c), &e))
		return r;
	record_close(&r);
	cli_complain(c->io, NULL, &e);
	return NULL;
}

int cli_refused(const struct call *c, const struct err *e)
{
	cli_complain(c->io, NULL, e);
	return EXIT_UNREADABLE;
}

bool cli_day(const struct call *c, const char *option, struct date *ret)
{
	const char *said = call_option(c, option);
	struct err e = { 0 };
	*ret = day_read(str_c(said));
	if (!said || ret->year)
		return true;
	fail(&e, ERR_INPUT, "%s “%s” không phải là một ngày.", option, said);
	err_hint(&e, "Viết ngày như 01/07/2025.");
	cli_complain(c->io, NULL, &e);
	return false;
}

bool cli_year_said(const struct call *c, const char *said, int *ret)
{
	struct err e = { 0 };
	*ret = strlen(said) == 4 && strspn(said, "0123456789") == 4 ? (int)strtol(said, NULL, 10) : 0;
	if (*ret)
		return true;
	fail(&e, ERR_INPUT, "“%s” không phải là một năm.", said);
	err_hint(&e, "Ghi năm như 2026.");
	return cli_complain(c->io, NULL, &e), false;
}

strs cli_options(const struct call *c, struct arena *a, const char *name)
{
	strs ret = { 0 };
	for (size_t i = 0; i < c->given.n; i++)
		if (!strcmp(c->given.at[i].option->name, name))
			*vec_add(a, &ret) = str_c(c->given.at[i].value);
	return ret;
}

str cli_said(const struct call *c, const char *option) { return str_c(call_option(c, option)); }
