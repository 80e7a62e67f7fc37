#include "app/finding.h"
#include "cli/named.h"
#include <stdlib.h>

enum { NUMBER_DIGITS = 9 };

static bool usage(const struct call *c, struct err *e)
{
	err_hint(e, "Cách dùng: khacphuc %s %s", c->verb->name, c->verb->usage);
	cli_complain(c->io, NULL, e);
	return false;
}

bool cli_thing(const struct call *c, size_t k, char letter, const char *what, int64_t *ret)
{
	struct err e = { 0 };
	*ret = k < c->n ? named_id(c->args[k], letter) : 0;
	if (*ret)
		return true;
	if (k < c->n)
		fail(&e, ERR_INPUT, "“%s” không phải là số hiệu của %s (như %c12).", c->args[k], what, letter);
	else
		fail(&e, ERR_INPUT, "Lệnh %s cần số hiệu của %s (như %c12).", c->verb->name, what, letter);
	return usage(c, &e);
}

bool cli_things(const struct call *c, const char *option, char letter, struct arena *a, int64_t **ret, size_t *n)
{
	strs said = cli_options(c, a, option);
	struct err e = { 0 };
	*ret = make_n(a, int64_t, said.n + 1);
	for (*n = 0; *n < said.n; ++*n)
		if (!((*ret)[*n] = named_id(said.at[*n].p, letter))) {
			fail(&e, ERR_INPUT, "Sau %s phải là số hiệu như %c12, không phải “%s”.", option, letter, said.at[*n].p);
			return usage(c, &e);
		}
	return true;
}

bool cli_number(const struct call *c, const char *option, int most, int *ret)
{
	const char *said = call_option(c, option);
	struct err e = { 0 };
	size_t n = said ? strspn(said, "0123456789") : 0;
	*ret = n && n <= NUMBER_DIGITS && !said[n] ? atoi(said) : 0;
	if (!said || (*ret > 0 && *ret <= most))
		return true;
	fail(&e, ERR_INPUT, "Sau %s phải là một số từ 1 đến %d, không phải “%s”.", option, most, said);
	return usage(c, &e);
}

bool cli_place(const struct call *c, struct record *r, struct arena *a, bool must, struct unit_row *ret)
{
	const char *said = call_option(c, "--unit");
	struct err e = { 0 };
	*ret = (struct unit_row){ 0 };
	if (!said && !must)
		return true;
	if (!said) {
		fail(&e, ERR_INPUT, "Lệnh %s cần biết của đơn vị nào (--unit).", c->verb->name);
		return usage(c, &e);
	}
	if (unit_load(r, a, str_c(said), ret, &e))
		return true;
	cli_complain(c->io, NULL, &e);
	return false;
}

bool cli_few(const struct call *c, size_t most)
{
	struct err e = { 0 };
	if (c->n <= most)
		return true;
	fail(&e, ERR_INPUT, "Không hiểu “%s”.", c->args[most]);
	return usage(c, &e);
}

void cli_notes(const struct call *c, const strs *told)
{
	for (size_t i = 0; i < told->n; i++)
		fprintf(c->io->err, "khacphuc: lưu ý: %.*s\n", SF(told->at[i]));
}
