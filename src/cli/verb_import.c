#include "app/import.h"
#include "cli/at.h"
#include "cli/each.h"
#include "cli/keep_files.h"
#include <stdlib.h>

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

static struct tally broken(const struct call *c, str name, const struct err *e, struct arena *a)
{
	fflush(c->io->out);
	cli_complain(c->io, str_copy(a, name).p, e);
	return (struct tally){ .status = EXIT_UNREADABLE };
}

/* In the process of its file, which opens the record for itself: a document that breaks it takes nothing with it. */
static struct tally import_one(const struct call *c, const struct each *at, const struct facts *f)
{
	struct import_ask ask = { 0 };
	struct proposal *p = NULL;
	struct err e = { 0 };
	struct layout y = { c->io->columns, c->io->colour, at->name };
	CLEANUP(record_close) struct record *r = NULL;
	if (!options_of(c, &ask, &e))
		return broken(c, at->name, &e, at->a);
	if (!(r = cli_record(c, at->a)))
		return (struct tally){ .status = EXIT_UNREADABLE };
	if (!import_facts(r, at->a, f, &ask, &p, &e))
		return broken(c, at->name, &e, at->a);
	str s = c->format == FORMAT_JSON ? proposal_json(at->a, p) : proposal_text(at->a, p, call_option(c, "--all"), &y);
	if (c->format == FORMAT_TEXT && !at->first)
		fputc('\n', c->io->out);
	fwrite(s.p, 1, s.n, c->io->out);
	bool differs = p->count[PROPOSED_DIFFERENT] > p->taken || p->count[PROPOSED_LEFT] || p->errors;
	return (struct tally){ .status = differs ? EXIT_ERRORS : EXIT_SOUND, .documents = 1 };
}

/* Criteria sets, sheets and tables of results go where they belong; all else is a document. */
static int take_in(const struct call *c, struct arena *a)
{
	const char **documents = make_n(a, const char *, c->n);
	struct call one = *c;
	int status = EXIT_SOUND;
	size_t n = 0;
	for (size_t i = 0; i < c->n; i++) {
		if (!keep_is_book(a, c->args[i])) {
			documents[n++] = c->args[i];
			continue;
		}
		one.args = &c->args[i];
		one.n = 1;
		int is = cli_keep(&one, keep_book);
		status = is > status ? is : status;
	}
	one.args = documents;
	one.n = n;
	int is = n ? each_in_turn(&one, import_one).status : EXIT_SOUND;
	return is > status ? is : status;
}

static int run(const struct call *c)
{
	CLEANUP(arena_close) struct arena *a = arena_open(EXAMINE_MEMORY);
	CLEANUP(record_close) struct record *r = NULL;
	struct import_ask ask = { 0 };
	struct err e = { 0 };
	if (!options_of(c, &ask, &e)) {
		cli_complain(c->io, NULL, &e);
		return EXIT_UNREADABLE;
	}
	r = cli_record(c, a);                      /* said once, not for each file */
	if (!r)
		return EXIT_UNREADABLE;
	record_close(&r);
	return take_in(c, a);
}

static const struct option options[] = {
	{ "--unit", "TÊN", "văn bản là của đơn vị nào: tên hay ký hiệu", false },
	{ "--year", "NĂM", "năm của Chỉ số bị trừ điểm, khi văn bản không cho biết", false },
	{ "--accept", NULL, "nhận vào hồ sơ; không ghi thì chỉ xem đề xuất", false },
	{ "--take", "MÃ", "lấy theo văn bản này ở chỗ khác với hồ sơ: mã tiêu chí, “tổng” hay all; ghi được nhiều lần", true },
	{ "--force", NULL, "nhận cả văn bản do đơn vị khác ban hành", false },
	{ "--level", "CẤP", "cấp của bộ tiêu chí, khi tệp không cho biết", false },
	{ "--all", NULL, "in cả những gì hồ sơ đã có", false },
	RECORD_OPTIONS,
};

const struct verb verb_import = {
	.name = "import",
	.usage = "TỆP… --unit ĐƠN-VỊ [--year NĂM] [--accept [--take MÃ]…] [--format text|json]",
	.help = "Đưa văn bản, bộ tiêu chí, phiếu, bảng kết quả vào hồ sơ: cho xem cái gì mới, đã có, khác; --accept thì ghi.",
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
