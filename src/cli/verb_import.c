#include "app/import.h"
#include "cli/at.h"
#include "cli/each.h"
#include "cli/paths.h"
#include <stdlib.h>

#define IMPORT_MEMORY ((size_t)4 * 1024 * 1024 * 1024)

struct running { const struct call *c; int status; size_t printed; };

static void worse(struct running *x, int status) { x->status = status > x->status ? status : x->status; }

static void tell(void *ctx, str name, const struct proposal *p, const struct err *e)
{
	struct running *x = ctx;
	const struct cli *io = x->c->io;
	CLEANUP(arena_close) struct arena *a = arena_open(IMPORT_MEMORY);
	if (io->progress)
		fputs("\r\033[K", io->err);
	if (!p) {
		fflush(io->out);
		cli_complain(io, str_copy(a, name).p, e);
		worse(x, EXIT_UNREADABLE);
		return;
	}
	struct layout y = { io->columns, io->colour, name };
	str s = x->c->format == FORMAT_JSON ? proposal_json(a, p) : proposal_text(a, p, call_option(x->c, "--all"), &y);
	if (x->printed++ && x->c->format == FORMAT_TEXT)
		fputc('\n', io->out);
	fwrite(s.p, 1, s.n, io->out);
	fflush(io->out);
	bool differs = p->count[PROPOSED_DIFFERENT] > p->taken || p->count[PROPOSED_LEFT] || p->errors;
	worse(x, differs ? EXIT_ERRORS : EXIT_SOUND);
}

/* A record of its own for each file: what a file took of memory goes with it. */
static bool one_file(struct running *x, const char *path, const struct import_ask *ask)
{
	CLEANUP(arena_close) struct arena *a = arena_open(IMPORT_MEMORY);
	CLEANUP(record_close) struct record *r = cli_record(x->c, a);
	if (r)
		import_file(r, path, ask, tell, x);
	return r;
}

static bool options_of(const struct call *c, struct import_ask *ask, struct err *e)
{
	const char *unit = call_option(c, "--unit"), *year = call_option(c, "--year");
	ask->unit = unit ? str_c(unit) : (str){ 0 };
	ask->year = year ? atoi(year) : 0;
	ask->accept = call_option(c, "--accept");
	ask->force = call_option(c, "--force");
	for (size_t i = 0; i < c->given.n; i++)
		if (!strcmp(c->given.at[i].option->name, "--take"))
			*vec_add(c->a, &ask->take) = str_c(c->given.at[i].value);
	if (!unit)
		return fail(e, ERR_INPUT, "Chưa cho biết văn bản là của đơn vị nào."), err_hint(e, "Thêm --unit và tên hay ký hiệu đơn vị.");
	if (year && (ask->year < 2000 || ask->year > 2200))
		return fail(e, ERR_INPUT, "“%s” không phải một năm.", year), err_hint(e, "Ghi năm bị trừ điểm, như --year 2025.");
	if (ask->take.n && !ask->accept)
		return fail(e, ERR_INPUT, "--take chỉ dùng cùng --accept."), err_hint(e, "Bỏ --take để chỉ xem; thêm --accept để lấy.");
	return true;
}

static int run(const struct call *c)
{
	struct running x = { .c = c };
	struct import_ask ask = { 0 };
	struct err e = { 0 };
	paths list = { 0 };
	if (!options_of(c, &ask, &e)) {
		cli_complain(c->io, NULL, &e);
		return EXIT_UNREADABLE;
	}
	for (size_t i = 0; i < c->n; i++) {
		struct err why = { 0 };
		if (paths_add(c->a, &list, c->args[i], &why))
			continue;
		cli_complain(c->io, c->args[i], &why);
		worse(&x, EXIT_UNREADABLE);
	}
	for (size_t i = 0; i < list.n; i++) {
		if (c->io->progress && list.n > 1) {
			fprintf(c->io->err, "\r\033[KĐang đọc %zu/%zu", i + 1, list.n);
			fflush(c->io->err);
		}
		if (!one_file(&x, list.at[i], &ask))
			return EXIT_UNREADABLE;
	}
	return x.status;
}

static const struct option options[] = {
	{ "--unit", "TÊN", "văn bản là của đơn vị nào: tên hay ký hiệu", false },
	{ "--year", "NĂM", "năm của Chỉ số bị trừ điểm, khi văn bản không cho biết", false },
	{ "--accept", NULL, "nhận vào hồ sơ; không ghi thì chỉ xem đề xuất", false },
	{ "--take", "MÃ", "lấy theo văn bản này ở chỗ khác với hồ sơ: mã tiêu chí, “tổng” hay all; ghi được nhiều lần", true },
	{ "--force", NULL, "nhận cả văn bản do đơn vị khác ban hành", false },
	{ "--all", NULL, "in cả những gì hồ sơ đã có", false },
	RECORD_OPTIONS,
};

const struct verb verb_import = {
	.name = "import",
	.usage = "TỆP… --unit ĐƠN-VỊ [--year NĂM] [--accept [--take MÃ]…] [--format text|json]",
	.help = "Đưa văn bản vào hồ sơ: cho xem cái gì mới, đã có, khác; --accept thì ghi.",
	.more = "Không ghi đè: chỗ khác giữ nguyên như hồ sơ, số của văn bản được lưu bên cạnh cùng nơi nó đứng; --take mới lấy theo văn bản.\n"
	        "Một văn bản được ghi trọn vẹn hay không ghi gì. Cùng một tệp đưa vào lần nữa không thay đổi gì.\n" FILE_KINDS
	        "Mã thoát: 0 đã nhận hết hay không có gì khác, 1 có chỗ khác hay có chỗ sai trong văn bản, 2 có tệp không nhận được.\n",
	.source = "issue 5 (khacphuc import)",
	.formats = true,
	.least = 1,
	.options = options,
	.n_options = COUNT(options),
	.run = run,
};
