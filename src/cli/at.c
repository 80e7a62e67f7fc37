#include "cli/at.h"
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
	if (record_open(a, cli_at(c), &r, &e) && record_as(r, cli_as(c), &e))
		return r;
	record_close(&r);
	cli_complain(c->io, NULL, &e);
	return NULL;
}
