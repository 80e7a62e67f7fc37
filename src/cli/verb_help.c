#include "cli/verb.h"

void help_print_verb(const struct call *c, const struct verb *v)
{
	fprintf(c->io->out, "khacphuc %s %s\n\n%s\n", v->name, v->usage, v->help);
	if (v->n_options)
		fputs("\nTùy chọn:\n", c->io->out);
	for (size_t i = 0; i < v->n_options; i++)
		fprintf(c->io->out, "  %s%s%s\n      %s%s\n", v->options[i].name, v->options[i].value ? " " : "", v->options[i].value ? v->options[i].value : "",
		        v->options[i].help, v->options[i].repeats ? "; dùng được nhiều lần" : "");
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

void help_print_begins(const struct call *c, const char *word)
{
	struct verbs all = verbs_all();
	size_t n = strlen(word);
	for (size_t i = 0; i < all.n; i++)
		if (!strncmp(all.at[i]->name, word, n) && all.at[i]->name[n] == ' ')
			fprintf(c->io->out, "  khacphuc %s %s\n      %s\n", all.at[i]->name, all.at[i]->usage, all.at[i]->help);
}

static int run(const struct call *c)
{
	struct err e = { 0 };
	int taken = 0;
	const struct verb *v = verb_of((char *const *)c->args, (int)c->n, &taken);
	if (!c->n) {
		help_print(c);
		return EXIT_SOUND;
	}
	if (v && taken == (int)c->n) {
		help_print_verb(c, v);
		return EXIT_SOUND;
	}
	if (c->n == 1 && verb_begins(c->args[0])) {
		help_print_begins(c, c->args[0]);
		return EXIT_SOUND;
	}
	fail(&e, ERR_NOT_FOUND, "Không có lệnh “%s%s%s”.", c->args[0], c->n > 1 ? " " : "", c->n > 1 ? c->args[1] : "");
	err_hint(&e, "Gõ “khacphuc help” để xem các lệnh.");
	cli_complain(c->io, NULL, &e);
	return EXIT_UNREADABLE;
}

const struct verb verb_help = {
	.name = "help",
	.usage = "[LỆNH]",
	.help = "In các lệnh, hoặc cách dùng của một lệnh.",
	.source = "issue 2 (khacphuc help)",
	.most = 2,
	.run = run,
};
