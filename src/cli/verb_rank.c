#include "cli/index_files.h"
#include "cli/paths.h"

struct ranking { const struct criteria_set *set; standings all; };

/* -- sheets of bodies -------------------------------------------------------------------------------- */

static str name_of(struct arena *a, const struct sheet *t, const char *path)
{
	const char *slash = strrchr(path, '/');
	return t->unit.n ? t->unit : str_copy(a, str_c(slash ? slash + 1 : path));
}

static points survey_of(const struct index_scored *s)
{
	points sum = 0;
	for (size_t r = 0; r < s->scoring->n_runs; r++)
		for (size_t i = s->scoring->runs[r].from; s->scoring->runs[r].survey && i < s->scoring->runs[r].to; i++)
			sum += s->leaf[i].excluded ? 0 : s->leaf[i].points;
	return sum;
}

static bool from_sheets(const struct call *c, struct arena *a, struct ranking *r)
{
	struct scoring *g = make(a, struct scoring);
	paths files = { 0 };
	struct err e = { 0 };
	if (!cli_set(c, a, c->args[0], g))
		return false;
	for (size_t i = 1; i < c->n; i++)
		if (!paths_add(a, &files, c->args[i], &e)) {
			cli_complain(c->io, c->args[i], &e);
			return false;
		}
	struct sheet **sheets = make_n(a, struct sheet *, files.n + 1);
	struct index_scored *scored = make_n(a, struct index_scored, files.n + 1);
	bool ok = true;
	for (size_t i = 0; i < files.n; i++)
		ok = cli_sheet(c, a, files.at[i], g->set, &sheets[i]) && ok;
	if (!ok)
		return false;
	index_score_all(a, g, sheets, files.n, scored);
	for (size_t i = 0; i < files.n; i++)
		*vec_add(a, &r->all) = (struct standing){
			.name = name_of(a, sheets[i], files.at[i]), .group = sheets[i]->group,
			.points = scored[i].total.points, .max = scored[i].total.max, .survey = survey_of(&scored[i]),
		};
	r->set = g->set;
	return true;
}

/* -- a table of results ------------------------------------------------------------------------------ */

static bool from_results(const struct call *c, struct arena *a, const char *set, struct ranking *r)
{
	struct told t = { 0 };
	struct err e = { 0 };
	struct criteria_set *own = NULL, *given = NULL;
	if (set) {
		bool read = index_settings(a, set, &given, &t, &e);
		cli_told(c->io, set, &t);
		if (!read) {
			cli_complain(c->io, set, &e);
			return false;
		}
	}
	for (size_t i = 0; i < c->n; i++) {
		struct told here = { 0 };
		bool ok = index_results(a, c->args[i], &r->all, &own, &here, &e);
		cli_told(c->io, c->args[i], &here);
		if (!ok) {
			cli_complain(c->io, c->args[i], &e);
			return false;
		}
		r->set = given ? given : own ? own : r->set;
	}
	return true;
}

static void put_notes(const struct call *c, strs notes)
{
	for (size_t i = 0; i < notes.n; i++) {
		struct told t = { .notes = { &notes.at[i], 1, 1 } };
		cli_told(c->io, c->args[0], &t);
	}
}

static int run(const struct call *c)
{
	CLEANUP(arena_close) struct arena *a = arena_open(EXAMINE_MEMORY);
	struct ranking r = { 0 };
	struct err e = { 0 };
	str bytes = { 0 };
	const char *set = call_option(c, "--set");
	if (set || c->n == 1 ? !from_results(c, a, set, &r) : !from_sheets(c, a, &r))
		return EXIT_UNREADABLE;
	struct standing **at = make_n(a, struct standing *, r.all.n + 1);
	index_rank(a, r.set, &r.all, at);
	if (c->format != FORMAT_TEXT)              /* where there is no place for them */
		put_notes(c, ranking_notes(a, at, r.all.n));
	struct layout y = { c->io->columns, c->io->colour && !c->out, { 0 } };
	if (c->format == FORMAT_XLSX) {
		bool ok = ranking_book(a, at, r.all.n, &bytes, &e);
		return cli_put_book(c, ok, bytes, &e, EXIT_SOUND);
	}
	return cli_put(c, c->format == FORMAT_JSON ? ranking_json(a, at, r.all.n) : ranking_text(a, at, r.all.n, &y), EXIT_SOUND);
}

static const struct option options[] = {
	{ "--set", "BỘ", "lấy cách xếp hạng và các mức xếp loại của bộ tiêu chí này cho bảng kết quả", false },
};

const struct verb verb_rank = {
	.name = "rank",
	.usage = "BỘ PHIẾU… | KẾT-QUẢ… [--set BỘ] [--format text|json|xlsx] [-o TỆP] [--force]",
	.help = "Xếp hạng theo tỷ lệ trong từng nhóm: từ phiếu của các đơn vị, hoặc từ bảng kết quả (tên, điểm tối đa, điểm).",
	.more = "Một tệp, hay có --set, là bảng kết quả; nhiều tệp thì tệp đầu là bộ tiêu chí. Các mức xếp loại của bảng kết quả lấy từ --set,\n"
	        "hoặc từ sheet Bộ tiêu chí trong cùng tệp. " INDEX_FILES "Mã thoát: 0 xếp được, 2 có tệp không đọc được hay có chỗ sai.\n",
	.source = "issue 4 (khacphuc rank); sets.md (ranking)",
	.formats = true,
	.books = true,
	.least = 1,
	.options = options,
	.n_options = COUNT(options),
	.run = run,
};
