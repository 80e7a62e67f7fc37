#include "cli/cli.h"
#include "app/layout.h"
#include "cli/verb.h"
#include <errno.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <unistd.h>

enum { COLUMNS_USUAL = 100, COLUMNS_LEAST = 60, COLUMNS_MOST = 400 };
#define CALL_MEMORY ((size_t)64 * 1024 * 1024)

static const struct verb *const rows[] = {
#define VERB(id) &verb_##id,
#include "cli/verbs.def"
#undef VERB
};

struct verbs verbs_all(void) { return (struct verbs){ rows, COUNT(rows) }; }

const struct verb *verb_find(const char *name)
{
	for (size_t i = 0; i < COUNT(rows); i++)
		if (!strcmp(rows[i]->name, name))
			return rows[i];
	return NULL;
}

/* -- the terminal --------------------------------------------------------------------------------- */

static int columns_of(FILE *out)
{
	const char *said = getenv("COLUMNS");
	struct winsize w;
	long n = said ? strtol(said, NULL, 10) : 0;
	if (n <= 0 && !ioctl(fileno(out), TIOCGWINSZ, &w))
		n = w.ws_col;
	if (n <= 0)
		return COLUMNS_USUAL;
	return n < COLUMNS_LEAST ? COLUMNS_LEAST : n > COLUMNS_MOST ? COLUMNS_MOST : (int)n;
}

struct cli cli_of_process(FILE *out, FILE *err)
{
	const char *no = getenv("NO_COLOR"), *term = getenv("TERM");
	bool dumb = !term || !*term || !strcmp(term, "dumb");
	return (struct cli){
		.out = out, .err = err, .columns = columns_of(out),
		.colour = isatty(fileno(out)) && !dumb && !(no && *no),
		.progress = isatty(fileno(err)) && !dumb,
	};
}

void cli_complain(const struct cli *io, const char *path, const struct err *e)
{
	CLEANUP(arena_close) struct arena *a = arena_open(CALL_MEMORY);
	bool named = path && strstr(e->message, path);
	struct buf b = buf_open(a);
	buf_put(&b, S("khacphuc: "));
	if (path && !named)
		buf_fmt(&b, "%s: ", path);
	buf_put(&b, str_c(e->message));
	str said = layout_safe(a, buf_str(&b));
	fprintf(io->err, "%.*s\n", SF(said));
	if (e->hint[0]) {
		str hint = layout_safe(a, str_c(e->hint));
		fprintf(io->err, "  %.*s\n", SF(hint));
	}
}

/* -- arguments ------------------------------------------------------------------------------------ */

static bool wrong(const struct verb *v, struct err *e)
{
	return v ? err_hint(e, "Cách dùng: khacphuc %s %s", v->name, v->usage) :
	           err_hint(e, "Gõ “khacphuc help” để xem các lệnh.");
}

static bool set_format(struct call *c, const char *value, struct err *e)
{
	if (value && !strcmp(value, "text"))
		c->format = FORMAT_TEXT;
	else if (value && !strcmp(value, "json"))
		c->format = FORMAT_JSON;
	else if (value)
		return fail(e, ERR_INPUT, "Không có dạng in “%s”: chỉ có text và json.", value), wrong(c->verb, e);
	else
		return fail(e, ERR_INPUT, "Sau --format phải là text hoặc json."), wrong(c->verb, e);
	return true;
}

/* Takes one option; *at moves on when its value is the next argument. */
static bool take_option(struct call *c, int argc, char **argv, int *at, bool *help, struct err *e)
{
	const char *o = argv[*at];
	if (!strcmp(o, "--help") || !strcmp(o, "-h"))
		return *help = true;
	if (c->verb->formats && !strcmp(o, "--format"))
		return set_format(c, ++*at < argc ? argv[*at] : NULL, e);
	if (c->verb->formats && !strncmp(o, "--format=", 9))
		return set_format(c, o + 9, e);
	return fail(e, ERR_INPUT, "Lệnh %s không có tùy chọn “%s”.", c->verb->name, o), wrong(c->verb, e);
}

static bool take_arguments(struct call *c, int argc, char **argv, bool *help, struct err *e)
{
	bool options = true;
	c->args = make_n(c->a, const char *, (size_t)argc);
	for (int i = 2; i < argc; i++) {
		if (options && !strcmp(argv[i], "--"))
			options = false;
		else if (options && argv[i][0] == '-' && argv[i][1]) {
			if (!take_option(c, argc, argv, &i, help, e))
				return false;
		} else
			c->args[c->n++] = argv[i];
	}
	if (*help)
		return true;
	if (c->n < c->verb->least)
		return fail(e, ERR_INPUT, "Lệnh %s cần tên tệp.", c->verb->name), wrong(c->verb, e);
	if (c->verb->most && c->n > c->verb->most)
		return fail(e, ERR_INPUT, "Lệnh %s chỉ nhận %zu tên.", c->verb->name, c->verb->most), wrong(c->verb, e);
	return true;
}

/* -- running -------------------------------------------------------------------------------------- */

static int refuse(const struct cli *io, const struct err *e)
{
	cli_complain(io, NULL, e);
	return EXIT_UNREADABLE;
}

static int run_verb(const struct cli *io, struct call *c, int argc, char **argv)
{
	struct err e = { 0 };
	bool help = false;
	if (!take_arguments(c, argc, argv, &help, &e))
		return refuse(io, &e);
	if (!help)
		return c->verb->run(c);
	help_print_verb(c, c->verb);
	return EXIT_SOUND;
}

static int run(const struct cli *io, struct call *c, int argc, char **argv)
{
	struct err e = { 0 };
	const char *word = argc > 1 ? argv[1] : NULL;
	if (!word) {
		fail(&e, ERR_INPUT, "Cần một lệnh.");
		wrong(NULL, &e);
		return refuse(io, &e);
	}
	if (!strcmp(word, "--version")) {
		fprintf(io->out, "khacphuc %s\n", KHACPHUC_VERSION);
		return EXIT_SOUND;
	}
	if (!strcmp(word, "--help") || !strcmp(word, "-h"))
		word = "help";
	c->verb = verb_find(word);
	if (c->verb)
		return run_verb(io, c, argc, argv);
	fail(&e, ERR_NOT_FOUND, word[0] == '-' ? "Không có tùy chọn “%s”." : "Không có lệnh “%s”.", word);
	wrong(NULL, &e);
	return refuse(io, &e);
}

int cli_run(const struct cli *io, int argc, char **argv)
{
	CLEANUP(arena_close) struct arena *a = arena_open(CALL_MEMORY);
	struct call c = { .io = io, .a = a };
	int status = run(io, &c, argc, argv);
	if (!fflush(io->out) && !ferror(io->out))
		return status;
	struct err e = { 0 };
	fail(&e, ERR_SYSTEM, "Không ghi được kết quả ra (%s).", strerror(errno));
	err_hint(&e, "Kiểm tra chỗ trống trên đĩa rồi chạy lại.");
	return refuse(io, &e);
}
