#include "cli/verb.h"

void help_print_verb(const struct call *c, const struct verb *v)
{
	fprintf(c->io->out, "khacphuc %s %s\n\n%s\n", v->name, v->usage, v->help);
	if (v->more)
		fprintf(c->io->out, "\n%s", v->more);
	if (v->tell)
		v->tell(c);
}

void help_print(const struct call *c)
{
	struct verbs all = verbs_all();
	fputs("khacphuc: đọc kế hoạch, báo cáo khắc phục tồn tại, hạn chế về cải cách hành chính và kiểm tra số liệu.\n\n"
	      "Các lệnh:\n",
	      c->io->out);
	for (size_t i = 0; i < all.n; i++)
		fprintf(c->io->out, "  khacphuc %s %s\n      %s\n", all.at[i]->name, all.at[i]->usage, all.at[i]->help);
	fputs("  khacphuc --version\n      In số phiên bản.\n", c->io->out);
}

static int run(const struct call *c)
{
	struct err e = { 0 };
	const struct verb *v = c->n ? verb_find(c->args[0]) : NULL;
	if (!c->n) {
		help_print(c);
		return EXIT_SOUND;
	}
	if (v) {
		help_print_verb(c, v);
		return EXIT_SOUND;
	}
	fail(&e, ERR_NOT_FOUND, "Không có lệnh “%s”.", c->args[0]);
	err_hint(&e, "Gõ “khacphuc help” để xem các lệnh.");
	cli_complain(c->io, NULL, &e);
	return EXIT_UNREADABLE;
}

const struct verb verb_help = {
	.name = "help",
	.usage = "[LỆNH]",
	.help = "In các lệnh, hoặc cách dùng của một lệnh.",
	.source = "issue 2 (khacphuc help)",
	.most = 1,
	.run = run,
};
