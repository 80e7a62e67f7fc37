#include "cli/keep_files.h"

bool cli_year_option(const struct call *c, int *ret)
{
	const char *said = call_option(c, "--year");
	*ret = 0;
	return !said || cli_year_said(c, said, ret);
}

int cli_keep(const struct call *c, keep_fn save)
{
	CLEANUP(arena_close) struct arena *a = arena_open(EXAMINE_MEMORY);
	CLEANUP(record_close) struct record *r = NULL;
	struct told told = { 0 };
	struct keep what = { .unit = call_option(c, "--unit"), .level = call_option(c, "--level"), .told = &told };
	struct proposal p = { 0 };
	struct err e = { 0 };
	for (size_t i = 0; i < c->given.n; i++)
		if (!strcmp(c->given.at[i].option->name, "--take"))
			*vec_add(a, &what.take) = str_c(c->given.at[i].value);
		else if (!strcmp(c->given.at[i].option->name, "--accept"))
			what.accept = true;
	if (!cli_year_option(c, &what.year) || !(r = cli_record(c, a)))
		return EXIT_UNREADABLE;
	bool ok = save(r, a, c->args[0], &what, &p, &e);
	cli_told(c->io, c->args[0], &(struct told){ .wrong = told.wrong, .wrong_n = told.wrong_n });
	if (!ok) {
		cli_complain(c->io, c->args[0], &e);
		return EXIT_UNREADABLE;
	}
	struct layout y = { c->io->columns, c->io->colour, p.file };
	return cli_put(c, c->format == FORMAT_JSON ? proposal_json(a, &p) : proposal_text(a, &p, false, &y), EXIT_SOUND);
}
