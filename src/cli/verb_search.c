#include "app/search.h"
#include "cli/at.h"
#include <stdlib.h>

enum { INDENT = 3, WIDTH_LEAST = 40, WIDTH_MOST = 160 };

/* A number after an option; where it is none, the complaint. */
static bool number_after(const struct call *c, const char *option, int least, int most, int otherwise, int *ret)
{
	const char *said = call_option(c, option);
	char *end = NULL;
	long n = said ? strtol(said, &end, 10) : otherwise;
	struct err e = { 0 };
	*ret = (int)n;
	if (!said || (*said && !*end && n >= least && n <= most))
		return true;
	fail(&e, ERR_INPUT, "%s cần một số từ %d đến %d.", option, least, most);
	cli_complain(c->io, NULL, &e);
	return false;
}

static int rebuild(const struct call *c, struct record *r, struct err *e)
{
	if (!record_search_rebuild(r, e)) {
		cli_complain(c->io, NULL, e);
		return EXIT_UNREADABLE;
	}
	return cli_put(c, S("Đã lập lại chỉ mục tìm kiếm.\n"), EXIT_SOUND);
}

static int run(const struct call *c)
{
	CLEANUP(arena_close) struct arena *a = arena_open(EXAMINE_MEMORY);
	CLEANUP(record_close) struct record *r = NULL;
	struct err e = { 0 };
	struct search_result found;
	struct layout y = { c->io->columns, c->io->colour && !c->out, { 0 } };
	struct buf words = buf_open(a);
	int width = y.columns - INDENT;
	struct search_asked q = { .unit = call_option(c, "--unit"), .kind = call_option(c, "--kind") };
	q.width = (size_t)(width < WIDTH_LEAST ? WIDTH_LEAST : width > WIDTH_MOST ? WIDTH_MOST : width);
	for (size_t i = 0; i < c->n; i++)
		buf_fmt(&words, "%s%s", i ? " " : "", c->args[i]);
	q.words = buf_str(&words);
	if (!number_after(c, "--year", 2000, 2200, 0, &q.year) || !number_after(c, "--page", 1, 1000000, 1, &q.page) || !(r = cli_record(c, a)))
		return EXIT_UNREADABLE;
	if (call_option(c, "--rebuild"))
		return rebuild(c, r, &e);
	if (!record_search(r, a, &q, &found, &e)) {
		cli_complain(c->io, NULL, &e);
		return EXIT_UNREADABLE;
	}
	str out = c->format == FORMAT_JSON ? search_json(a, &found) : search_text(a, &found, &y);
	return cli_put(c, out, found.lines.n ? EXIT_SOUND : EXIT_ERRORS);
}

static void tell(const struct call *c)
{
	fputs("Các loại: ", c->io->out);
	for (const struct search_kind *k = search_kinds; k->name; k++)
		fprintf(c->io->out, "%s%s (%s)", k == search_kinds ? "" : ", ", k->name, k->vi);
	fputs(".\n", c->io->out);
}

static const struct option options[] = {
	RECORD_OPTIONS,
	{ "--unit", "ĐƠN-VỊ", "chỉ của đơn vị này (tên hoặc ký hiệu)", false },
	{ "--year", "NĂM", "chỉ của kỳ đánh giá năm này", false },
	{ "--kind", "LOẠI", "chỉ loại này, như finding", false },
	{ "--page", "SỐ", "trang thứ mấy, mỗi trang 20 kết quả", false },
	{ "--rebuild", NULL, "lập lại chỉ mục tìm kiếm từ dữ liệu (người quản trị)", false },
};

const struct verb verb_search = {
	.name = "search",
	.usage = "CHỮ… [--unit ĐƠN-VỊ] [--year NĂM] [--kind LOẠI] [--page SỐ] [--format text|json] | --rebuild",
	.help = "Tìm trong hồ sơ theo chữ, có dấu hay không dấu: tồn tại, giải pháp, tiến độ, văn bản, minh chứng, kiến nghị.",
	.more = "Tìm những gì có đủ mọi từ và người ấy được xem; đ và d như nhau. Chữ gõ có dấu thì chỗ có đúng dấu ấy đứng trước; rồi đến chỗ\n"
	        "các từ đứng liền nhau, trong tên trước, trong nội dung sau; rồi đến cái mới nhất. Các từ trong ngoặc kép (khacphuc search\n"
	        "'\"chuyển đổi số\"') và các từ nối nhau (81/KH-STP) phải đứng liền nhau. Tối đa 16 từ. Quá 200 kết quả thì không đếm tiếp.\n"
	        "Trong JSON, marks là chỗ khớp, tính theo ký tự của text.\n"
	        "Mã thoát: 0 tìm thấy, 1 không thấy gì, 2 không tìm được.\n",
	.source = "issue 5 (search)",
	.formats = true,
	.options = options,
	.n_options = COUNT(options),
	.run = run,
	.tell = tell,
};
