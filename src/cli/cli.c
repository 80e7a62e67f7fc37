#include "cli/cli.h"
#include "app/layout.h"
#include "base/file.h"
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

/* "set check" of "set", "check", "bo.xlsx" */
static bool says(const char *name, char *const *words, int n, int *taken)
{
	for (*taken = 0; *taken < n; ++*taken) {
		size_t length = strcspn(name, " ");
		if (strlen(words[*taken]) != length || strncmp(name, words[*taken], length))
			return false;
		name += length;
		if (!*name)
			return ++*taken, true;
		name++;
	}
	return false;
}

const struct verb *verb_of(char *const *words, int n, int *taken)
{
	for (size_t i = 0; i < COUNT(rows); i++)
		if (says(rows[i]->name, words, n, taken))
			return rows[i];
	return NULL;
}

bool verb_begins(const char *word)
{
	size_t n = strlen(word);
	for (size_t i = 0; i < COUNT(rows); i++)
		if (n && !strncmp(rows[i]->name, word, n) && rows[i]->name[n] == ' ')
			return true;
	return false;
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

void cli_told(const struct cli *io, const char *path, const struct told *t)
{
	CLEANUP(arena_close) struct arena *a = arena_open(CALL_MEMORY);
	const strs *lists[] = { &t->notes, &t->wrong };
	for (size_t i = 0; i < COUNT(lists); i++)
		for (size_t k = 0; k < lists[i]->n; k++) {
			str said = layout_safe(a, lists[i]->at[k]), name = layout_safe(a, str_c(path));
			fprintf(io->err, "khacphuc: %.*s: %s%.*s\n", SF(name), i ? "" : "lưu ý: ", SF(said));
		}
	if (t->wrong_n > t->wrong.n)
		fprintf(io->err, "khacphuc: … và %zu chỗ sai nữa.\n", t->wrong_n - t->wrong.n);
}

int cli_put(const struct call *c, str bytes, int status)
{
	struct err e = { 0 };
	if (c->out && !file_write(c->a, c->out, bytes, c->force, &e)) {
		cli_complain(c->io, NULL, &e);
		return EXIT_UNREADABLE;
	}
	if (!c->out && c->format == FORMAT_XLSX && isatty(fileno(c->io->out))) {
		fail(&e, ERR_INPUT, "Tệp Excel không in ra màn hình được.");
		err_hint(&e, "Thêm -o và tên tệp, như -o ketqua.xlsx.");
		cli_complain(c->io, NULL, &e);
		return EXIT_UNREADABLE;
	}
	if (!c->out)
		fwrite(bytes.p, 1, bytes.n, c->io->out);
	return status;
}

/* -- arguments ------------------------------------------------------------------------------------ */

static bool wrong(const struct verb *v, struct err *e)
{
	return v ? err_hint(e, "Cách dùng: khacphuc %s %s", v->name, v->usage) :
	           err_hint(e, "Gõ “khacphuc help” để xem các lệnh.");
}

static bool set_format(struct call *c, const char *value, struct err *e)
{
	static const char *const names[] = { [FORMAT_TEXT] = "text", [FORMAT_JSON] = "json", [FORMAT_XLSX] = "xlsx" };
	const char *list = c->verb->books ? "text, json và xlsx" : "text và json";
	enum format last = c->verb->books ? FORMAT_XLSX : FORMAT_JSON;
	for (enum format f = FORMAT_TEXT; value && f <= last; f++)
		if (!strcmp(value, names[f])) {
			c->format = f;
			return true;
		}
	if (value)
		return fail(e, ERR_INPUT, "Không có dạng in “%s”: chỉ có %s.", value, list), wrong(c->verb, e);
	return fail(e, ERR_INPUT, c->verb->books ? "Sau --format phải là text, json hoặc xlsx." : "Sau --format phải là text hoặc json."), wrong(c->verb, e);
}

static const struct option format_option = { "--format", "DẠNG", "text, json hoặc xlsx", false };
static const struct option out_option = { "-o", "TỆP", "ghi kết quả vào tệp này", false };
static const struct option force_option = { "--force", NULL, "ghi đè tệp đã có", false };

static const struct option *option_of(const struct verb *v, const char *said)
{
	size_t n = strncmp(said, "--", 2) ? strlen(said) : strcspn(said, "=");
	const struct option *common[] = { v->formats ? &format_option : NULL, v->books || v->writes ? &out_option : NULL,
		                          v->books || v->writes ? &force_option : NULL };
	for (size_t i = 0; i < COUNT(common); i++)
		if (common[i] && strlen(common[i]->name) == n && !strncmp(common[i]->name, said, n))
			return common[i];
	for (size_t i = 0; i < v->n_options; i++)
		if (strlen(v->options[i].name) == n && !strncmp(v->options[i].name, said, n))
			return &v->options[i];
	return NULL;
}

const char *call_option(const struct call *c, const char *name)
{
	const char *value = NULL;
	for (size_t i = 0; i < c->given.n; i++)
		if (!strcmp(c->given.at[i].option->name, name))
			value = c->given.at[i].value;
	return value;
}

static bool keep(struct call *c, const struct option *o, const char *value, struct err *e)
{
	if (o->value && !value && o != &format_option)
		return fail(e, ERR_INPUT, "Sau %s phải có %s.", o->name, o->value), wrong(c->verb, e);
	if (o == &format_option)
		return set_format(c, value, e);
	if (o == &force_option)
		c->force = true;
	else if (o == &out_option && c->out)
		return fail(e, ERR_INPUT, "Tùy chọn %s chỉ dùng một lần.", o->name), wrong(c->verb, e);
	else if (o == &out_option)
		c->out = value;
	else if (!o->repeats && call_option(c, o->name))
		return fail(e, ERR_INPUT, "Tùy chọn %s chỉ dùng một lần.", o->name), wrong(c->verb, e);
	else
		*vec_add(c->a, &c->given) = (struct given){ o, value ? value : "" };
	return true;
}

/* Takes one option; *at moves on when its value is the next argument. */
static bool take_option(struct call *c, int argc, char **argv, int *at, bool *help, struct err *e)
{
	const char *said = argv[*at], *value = strncmp(said, "--", 2) ? NULL : strchr(said, '=');
	if (!strcmp(said, "--help") || !strcmp(said, "-h"))
		return *help = true;
	const struct option *o = option_of(c->verb, said);
	if (!o || (value && !o->value))
		return fail(e, ERR_INPUT, "Lệnh %s không có tùy chọn “%s”.", c->verb->name, said), wrong(c->verb, e);
	if (o->value && !value && ++*at < argc)
		return keep(c, o, argv[*at], e);
	return keep(c, o, value ? value + 1 : NULL, e);
}

static bool ends(const char *name, const char *with)
{
	size_t n = strlen(name), m = strlen(with);
	return n > m && !strcasecmp(name + n - m, with);
}

/* The name says how to write it, where nobody else does. */
static bool settle_format(struct call *c, struct err *e)
{
	if (c->format == FORMAT_UNSAID)
		c->format = c->out && ends(c->out, ".json") ? FORMAT_JSON :
		            c->verb->writes || (c->out && ends(c->out, ".xlsx")) ? FORMAT_XLSX : FORMAT_TEXT;
	if (c->verb->writes && !c->out)
		return fail(e, ERR_INPUT, "Lệnh %s cần -o và tên tệp để ghi.", c->verb->name), wrong(c->verb, e);
	if (c->verb->writes && !c->verb->any_ending && !ends(c->out, ".xlsx") && !ends(c->out, ".json"))
		return fail(e, ERR_INPUT, "Chỉ ghi được tệp .xlsx hoặc .json, không ghi được “%s”.", c->out), wrong(c->verb, e);
	return true;
}

static bool take_arguments(struct call *c, int from, int argc, char **argv, bool *help, struct err *e)
{
	bool options = true;
	c->args = make_n(c->a, const char *, (size_t)argc);
	for (int i = from; i < argc; i++) {
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
	return settle_format(c, e);
}

/* -- running -------------------------------------------------------------------------------------- */

static int refuse(const struct cli *io, const struct err *e)
{
	cli_complain(io, NULL, e);
	return EXIT_UNREADABLE;
}

static int run_verb(const struct cli *io, struct call *c, int from, int argc, char **argv)
{
	struct err e = { 0 };
	bool help = false;
	if (!take_arguments(c, from, argc, argv, &help, &e))
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
	char *words[] = { (char *)word, argc > 2 ? argv[2] : NULL };
	int taken = 0;
	c->verb = verb_of(words, argc > 2 ? 2 : 1, &taken);
	if (c->verb)
		return run_verb(io, c, 1 + taken, argc, argv);
	if (verb_begins(word)) {
		if (argc > 2 && (!strcmp(argv[2], "--help") || !strcmp(argv[2], "-h")))
			return help_print_begins(c, word), EXIT_SOUND;
		fail(&e, ERR_INPUT, argc > 2 ? "Không có lệnh “%s %s”." : "Lệnh %s cần thêm một từ nữa.", word, argc > 2 ? argv[2] : "");
		err_hint(&e, "Gõ “khacphuc help %s” để xem các lệnh.", word);
		return refuse(io, &e);
	}
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
