#include "cli/criteria.h"

static int run(const struct call *c)
{
	CLEANUP(arena_close) struct arena *a = arena_open(EXAMINE_MEMORY);
	CLEANUP(record_close) struct record *r = NULL;
	struct criterion_said s = { 0 };
	struct err e = { 0 };
	const struct criterion_in in = criterion_in(c);
	const char *const code[2] = { c->args[0], c->args[2] };
	int year[2] = { 0 };
	if (!cli_year_said(c, c->args[1], &year[0]) || !cli_year_said(c, c->args[3], &year[1]) || !(r = cli_record(c, a)))
		return EXIT_UNREADABLE;
	if (!criterion_same(r, a, code, year, &in, &s, &e))
		return cli_refused(c, &e);
	str newer = criterion_words(a, &s.newer), older = criterion_words(a, &s.older);
	return cli_put(c, str_fmt(a, "%s: tiêu chí %.*s là tiêu chí %.*s.\n", s.already ? "Vốn đã nối" : "Đã nối", SF(newer), SF(older)), EXIT_SOUND);
}

static const struct option options[] = { RECORD_OPTIONS, CRITERION_OPTIONS };

const struct verb verb_criterion_same = {
	.name = "criterion same",
	.usage = "MÃ NĂM MÃ NĂM [--level CẤP] [--unit TÊN]",
	.help = "Nói rằng hai tiêu chí của hai năm là một, dù mã hay tên đã đổi.",
	.more = "Tiêu chí của năm sau, cùng mọi tiêu chí đã nối với nó, nhận định danh của tiêu chí năm trước; định danh cũ không còn nữa: bộ tiêu chí đã ghi ra\n"
	        "tệp trước đó thì ghi lại (khacphuc set export). Không nối được khi hai tiêu chí của một năm sẽ thành một.\n"
	        "Ví dụ: khacphuc criterion same 1.2 2025 1.1 2023 --level xã\n"
	        "Mã thoát: 0 đã nối, 2 không nối được.\n",
	.source = "issue 5; domain.md 3 (codes are not stable)",
	.least = 4,
	.most = 4,
	.options = options,
	.n_options = COUNT(options),
	.run = run,
};
