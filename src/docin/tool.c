#include "docin/tool.h"
#include "base/child.h"
#include "base/folder.h"
#include <ctype.h>
#include <limits.h>
#include <stdlib.h>
#include <unistd.h>

enum { MB = 1 << 20, FILES = 256, ARGS_MAX = 40 };
enum { OFFICE_AGAIN = 81 };              /* LibreOffice made its profile and wants to be started again */

#define TOOL(id, program, package, purpose, seconds, mb, version, office) \
	const struct tool tool_##id = { program, package, purpose, seconds, (size_t)mb << 20, version, office };
#include "docin/tools.def"
#undef TOOL

static const struct tool *const rows[] = {
#define TOOL(id, ...) &tool_##id,
#include "docin/tools.def"
#undef TOOL
};

struct tools tools_all(void) { return (struct tools){ rows, COUNT(rows) }; }

/* -- where it is ------------------------------------------------------------------------------------- */

#define SYSTEM_PATH "/usr/local/bin:/usr/bin:/bin"

/* Its own path, links followed. NULL: not installed. What soffice names is a script that starts a program that starts
 * soffice.bin; taken at once, it needs to start nothing. */
static const char *path_of(struct arena *a, const struct tool *t)
{
	static const char *const folders[] = { "/usr/local/bin", "/usr/bin", "/bin" };
	for (size_t i = 0; i < COUNT(folders); i++) {
		char real[PATH_MAX];
		if (access(str_fmt(a, "%s/%s", folders[i], t->program).p, X_OK) ||
		    !realpath(str_fmt(a, "%s/%s", folders[i], t->program).p, real))
			continue;
		const char *binary = str_fmt(a, "%s.bin", real).p;
		return access(binary, X_OK) ? str_copy(a, str_c(real)).p : binary;
	}
	return NULL;
}

bool tool_here(const struct tool *t)
{
	CLEANUP(arena_close) struct arena *a = arena_open(MB);
	return path_of(a, t) != NULL;
}

/* -- its box ----------------------------------------------------------------------------------------- */

/* What programs of a Debian system read: themselves, their libraries and data, fonts. Nobody's documents, no /proc, no /home. */
static const char *const readable[] = {
	"/usr", "/lib", "/lib64", "/etc/ld.so.cache", "/etc/fonts", "/var/cache/fontconfig", "/etc/libreoffice", "/etc/alternatives",
	"/var/lib/libreoffice", "/var/spool/libreoffice", "/dev/urandom", NULL,
};
/* No program here starts others: it may run nothing but itself and the loader that the kernel runs for it. */
static const char *const loaders[] = { "/lib64/ld-linux-x86-64.so.2", "/lib/ld-linux-aarch64.so.1", NULL };

struct work { struct folder folder; size_t most; };

static bool over(void *ctx, int output)
{
	const struct work *w = ctx;
	(void)output;
	return folder_weight(&w->folder) > w->most;
}

static const char *const *words(struct arena *a, const char *first, const char *second, const char *const *rest)
{
	const char **all = make_n(a, const char *, ARGS_MAX + 3);
	size_t n = 0;
	all[n++] = first;
	if (second)
		all[n++] = second;
	for (; rest && *rest && n <= ARGS_MAX; rest++)
		all[n++] = *rest;
	return all;
}

/* LibreOffice asks the table of users for its home, which it cannot read. */
static const char *office_profile(struct arena *a, str folder)
{
	struct buf b = buf_open(a);
	buf_put(&b, S("-env:UserInstallation=file://"));
	for (size_t i = 0; i < folder.n; i++)
		if (isalnum((unsigned char)folder.p[i]) || strchr("/-_.", folder.p[i]))
			buf_put(&b, str_sub(folder, i, i + 1));
		else
			buf_fmt(&b, "%%%02X", (unsigned char)folder.p[i]);
	buf_put(&b, S("/profile"));
	return b.p;
}

static const char *const *environment_for(struct arena *a, str folder)
{
	const char **e = make_n(a, const char *, 8);
	size_t n = 0;
	e[n++] = "PATH=" SYSTEM_PATH;
	e[n++] = str_fmt(a, "HOME=%.*s", SF(folder)).p;
	e[n++] = str_fmt(a, "TMPDIR=%.*s", SF(folder)).p;
	e[n++] = "LANG=C.UTF-8";
	e[n++] = "OMP_THREAD_LIMIT=1";                         /* tesseract is seven times slower without (stack.md 7.6) */
	return e;
}

/* -- its end ----------------------------------------------------------------------------------------- */

static bool missing(const struct tool *t, struct err *e)
{
	fail(e, ERR_NOT_FOUND, "Máy này chưa cài chương trình %s để %s.", t->program, t->purpose);
	return err_hint(e, "Nhờ người quản trị máy cài gói %s (apt install %s), rồi đọc lại tệp.", t->package, t->package);
}

static bool too_much(const struct tool *t, size_t most, struct err *e)
{
	fail(e, ERR_LIMIT, "Chương trình %s cho ra quá nhiều dữ liệu (hơn %zu MB) nên đã bị dừng.", t->program, (most + MB - 1) / MB);
	return err_hint(e, "Hãy tách tệp thành nhiều phần nhỏ hơn rồi đọc từng phần.");
}

static int seconds_of(const struct tool *t, const struct tool_call *c) { return c->seconds ? c->seconds : t->seconds; }

/* By our clock, or by the kernel's for processor time (SIGXCPU; SIGKILL a second later, if that was blocked). Which of the
 * two is first is chance: both are the same number of seconds. */
static bool too_long(const struct tool *t, int seconds, struct err *e)
{
	fail(e, ERR_LIMIT, "Chương trình %s chạy quá %d giây mà chưa xong nên đã bị dừng.", t->program, seconds);
	return err_hint(e, "Hãy tách tệp thành nhiều phần nhỏ hơn, hoặc đọc khi máy rảnh hơn.");
}

static bool ended_well(const struct tool *t, const struct tool_call *c, const struct child_result *r, struct err *e)
{
	switch (r->end) {
	case CHILD_EXITED:
		return !r->more || too_much(t, c->most, e);
	case CHILD_KILLED:
		if (r->status == SIGXFSZ)
			return too_much(t, c->most, e);
		return (r->status != SIGXCPU && r->status != SIGKILL) || too_long(t, seconds_of(t, c), e);
	case CHILD_OVER:
		return too_much(t, c->most, e);
	case CHILD_LATE:
		return too_long(t, seconds_of(t, c), e);
	case CHILD_STOPPED:
		break;
	}
	return fail(e, ERR_SYSTEM, "Đã dừng theo yêu cầu khi đang chạy %s.", t->program);
}

/* -- one run ----------------------------------------------------------------------------------------- */

static void leave(struct work *w) { folder_remove(&w->folder); }

static bool fill(struct work *w, const struct tool_call *c, struct err *e)
{
	for (size_t i = 0; i < c->n_files; i++)
		if (!folder_put(&w->folder, c->files[i].name, c->files[i].bytes, e))
			return false;
	w->most = folder_weight(&w->folder) + c->most;
	return true;
}

static bool run_in(struct arena *a, const struct tool *t, const char *path, const struct tool_call *c, struct tool_result *ret,
                   struct err *e)
{
	CLEANUP(leave) struct work w = { .folder.fd = -1 };
	if (!folder_open(a, &w.folder, e) || !fill(&w, c, e))
		return false;
	const struct box box = {
		.calls = t->office ? BOX_LISTENER : BOX_PROGRAM, .memory = t->memory, .file = c->most + MB, .files = FILES,
		.cpu = (unsigned)seconds_of(t, c), .readable = readable, .writable = w.folder.path.p,
		.runnable = words(a, path, NULL, loaders),
	};
	const struct child child = {
		.program = path, .environment = environment_for(a, w.folder.path),
		.args = words(a, t->program, t->office ? office_profile(a, w.folder.path) : NULL, c->args),
		.folder = w.folder.path.p, .box = &box, .seconds = seconds_of(t, c), .most = c->most, .over = over, .ctx = &w,
	};
	struct child_result r;
	folder_files files = { 0 };
	if (!child_run(a, &child, &r, e))
		return false;
	if (t->office && r.end == CHILD_EXITED && r.status == OFFICE_AGAIN && !child_run(a, &child, &r, e))
		return false;
	if (!ended_well(t, c, &r, e) || (over(&w, -1) && !too_much(t, c->most, e)))
		return false;
	if (c->out && !folder_take(a, &w.folder, str_c(c->out), c->most, &files, e))
		return false;
	*ret = (struct tool_result){ r.end == CHILD_KILLED ? 128 + r.status : r.status, r.out, r.complaint };
	for (size_t i = 0; i < files.n; i++)
		*vec_add(a, &ret->files) = (struct member){ files.at[i].name, files.at[i].bytes };
	return true;
}

bool tool_run(struct arena *a, const struct tool *t, const struct tool_call *c, struct tool_result *ret, struct err *e)
{
	const char *path = path_of(a, t);
	sigset_t before;
	if (!path)
		return missing(t, e);
	child_hold(&before);
	bool ok = run_in(a, t, path, c, ret, e);
	child_let(&before);
	return ok;
}
