#include "app/selfcheck.h"
#include "app/upkeep.h"
#include "web/page.h"

enum { KILO = 1024 };

/* "12 MB", for people; the count beside it is for programs. */
static void size(struct view *v, const char *bytes, const char *words, int64_t n)
{
	static const char *const units[] = { "byte", "KB", "MB", "GB", "TB" };
	size_t k = 0;
	int64_t left = n;
	while (left >= 10 * (int64_t)KILO && k + 1 < COUNT(units)) {
		left /= KILO;
		k++;
	}
	view_count(v, bytes, n);
	view_text(v, words, str_fmt(v->a, "%lld %s", (long long)left, units[k]));
}

static void chore(struct view *v, const char *name, const struct chore_seen *c)
{
	static const char *const states[] = { [CHORE_NEVER] = NULL, [CHORE_RUNNING] = "running", [CHORE_BROKEN] = "broken", [CHORE_DONE] = "done",
		                              [CHORE_FAILED] = "failed" };
	struct view *o = view_object(v, name);
	view_text(o, "state", str_c(states[c->state]));
	view_moment(o, "at", c->at);
	view_text(o, "by", c->by);
	view_rows(o, "lines");
	for (size_t from = 0; from < c->text.n;) {
		size_t end = str_find(c->text, S("\n"), from);
		view_text(view_row(o, "lines"), "text", str_sub(c->text, from, end));
		from = end + 1;
	}
}

static void backups(struct view *v, const struct upkeep *u)
{
	view_rows(v, "backups");
	for (size_t i = 0; i < u->backups.n; i++) {
		const struct upkeep_backup *b = &u->backups.at[i];
		struct view *row = view_row(v, "backups");
		view_text(row, "name", b->name);
		view_text(row, "folder", b->path);
		view_moment(row, "made", b->made);
		view_count(row, "rows", b->rows);
		view_count(row, "files", b->files);
		size(row, "bytes", "size", b->bytes);
	}
}

static void weak(struct view *v, const struct upkeep *u)
{
	view_rows(v, "weak");
	for (size_t i = 0; i < u->weak.n; i++) {
		struct view *row = view_row(v, "weak");
		view_text(row, "what", str_c(u->weak.at[i].what));
		view_text(row, "says", u->weak.at[i].says);
		view_text(row, "todo", u->weak.at[i].todo);
		view_link(row, "path", u->weak.at[i].path);
	}
}

static bool run(struct req *q, struct view *v, struct err *e)
{
	struct upkeep u;
	struct upkeep_seen seen = { q->host, q->secure };
	bool sound = true;
	if (!upkeep_load(q->r, q->a, &seen, &u, e))
		return false;
	view_text(v, "version", S(KHACPHUC_VERSION));
	view_text(v, "database", u.database);
	view_text(v, "folder", u.dir);
	view_count(v, "people", u.people);
	view_count(v, "units", u.units);
	view_count(v, "log", u.log);
	view_count(v, "files", u.files);
	size(v, "bytes", "size", u.bytes);
	size(v, "file_bytes", "file_size", u.file_bytes);
	view_count(v, "schema", u.schema);
	view_yes(v, "schema_newest", u.schema == u.newest);
	weak(v, &u);
	backups(v, &u);
	chore(v, "backup", &u.backup);
	chore(v, "verify", &u.verify);
	view_yes(v, "running", u.backup.state == CHORE_RUNNING || u.verify.state == CHORE_RUNNING);
	view_text(v, "machine_warning", selfcheck_warning(q->a));
	view_text(v, "machine", param_yes(q, "check") ? selfcheck_text(q->a, &sound) : (str){ 0 });
	view_yes(v, "machine_sound", sound);
	return true;
}

const struct page page_system = {
	.method = GET, .path = "/he-thong", .title = "Hệ thống",
	.help = "Hồ sơ có gì, sao lưu chưa, có nguyên vẹn không, và những chỗ yếu cần sửa.",
	.who = WHO_RIGHT, .area = "units", .acts = "change", .of = PLACE_HIGHEST,
	.params = { { "check", "thử từng chương trình ngoài", PARAM_YES } },
	.template = "system", .example = "/he-thong", .source = "issue 6 (10)", .run = run,
};
