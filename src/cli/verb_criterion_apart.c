#include "cli/criteria.h"

static int run(const struct call *c)
{
	CLEANUP(arena_close) struct arena *a = arena_open(EXAMINE_MEMORY);
	CLEANUP(record_close) struct record *r = NULL;
	struct criterion_said s = { 0 };
	struct err e = { 0 };
	const struct criterion_in in = criterion_in(c);
	int year = 0;
	if (!cli_year_said(c, c->args[1], &year) || !(r = cli_record(c, a)))
		return EXIT_UNREADABLE;
	if (!criterion_apart(r, a, c->args[0], year, &in, &s, &e))
		return cli_refused(c, &e);
	str words = criterion_words(a, &s.newer);
	return cli_put(c, s.already ? str_fmt(a, "Tiêu chí %.*s vốn không nối với năm nào khác.\n", SF(words))
	                            : str_fmt(a, "Đã tách: tiêu chí %.*s không còn nối với năm nào khác.\n", SF(words)), EXIT_SOUND);
}

static const struct option options[] = { RECORD_OPTIONS, CRITERION_OPTIONS };

const struct verb verb_criterion_apart = {
	.name = "criterion apart",
	.usage = "MÃ NĂM [--level CẤP] [--unit TÊN]",
	.help = "Nói rằng một tiêu chí không phải là tiêu chí của các năm khác mà nó đã nối với.",
	.more = "Tiêu chí ấy nhận một định danh riêng, ở mọi phiên bản của bộ năm ấy; các năm khác vẫn nối với nhau. Nối lại bằng khacphuc criterion same.\n"
	        "Mã thoát: 0 đã tách, 2 không tách được.\n",
	.source = "issue 5; domain.md 3 (codes are not stable)",
	.least = 2,
	.most = 2,
	.options = options,
	.n_options = COUNT(options),
	.run = run,
};
