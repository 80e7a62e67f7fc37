#include "app/operate.h"
#include "cli/at.h"
#include "cli/shown.h"

struct counted { const struct call *c; struct shown *shown; int64_t wrong; };

static void tell(void *ctx, const struct wrong *w)
{
	struct counted *k = ctx;
	CLEANUP(arena_close) struct arena *a = arena_open((size_t)64 << 20);
	struct layout y = { k->c->io->columns, k->c->io->colour, { 0 } };
	str s = wrong_text(a, w, &y);
	shown_over(k->shown);
	fprintf(k->c->io->out, "%.*s", SF(s));
	k->wrong += !w->doubt;
}

static int run(const struct call *c)
{
	CLEANUP(arena_close) struct arena *a = arena_open(EXAMINE_MEMORY);
	CLEANUP(record_close) struct record *r = NULL;
	struct err e = { 0 };
	struct shown shown;
	struct counted k = { c, &shown, 0 };
	struct operated done;
	shown_open(&shown, c->io);
	bool ok = record_restore(a, c->args[0], c->args[1], call_option(c, "--database"), &shown.progress, &done, &e) &&
	          record_open(a, c->args[1], &r, &e) && record_verify(r, &shown.progress, tell, &k, &e);
	shown_over(&shown);
	if (!ok) {
		cli_complain(c->io, NULL, &e);
		return EXIT_UNREADABLE;
	}
	return cli_put(c, str_fmt(a, "Đã khôi phục %s: %lld dòng của %d bảng, %lld tệp, như lúc %.*s. %s\n", c->args[1], (long long)done.rows,
	                          done.tables, (long long)done.files, SF(done.made),
	                          k.wrong ? "Hồ sơ có chỗ sai từ khi được sao lưu; xem ở trên." : "Đã kiểm tra: nguyên vẹn."),
	               k.wrong ? EXIT_ERRORS : EXIT_SOUND);
}

static const struct option options[] = {
	{ "--database", "CHUỖI", "chuỗi kết nối tới một cơ sở dữ liệu PostgreSQL trống, thay cho SQLite", false },
};

const struct verb verb_restore = {
	.name = "restore",
	.usage = "BẢN-SAO-LƯU THƯ-MỤC-MỚI [--database CHUỖI]",
	.help = "Lập lại hồ sơ từ một bản sao lưu, vào một thư mục mới.",
	.more = "Bản sao lưu được kiểm tra từng tệp trước; hồ sơ được kiểm tra sau (như khacphuc verify). Không gì bị ghi đè.\n"
	        "Bản sao lưu của khacphuc cũ hơn thì được nâng cấp lên lược đồ của bản này.\n"
	        "Mã thoát: 0 đã khôi phục, 1 đã khôi phục nhưng có chỗ sai từ trước, 2 chưa khôi phục.\n",
	.source = "issue 5 (restore)",
	.least = 2,
	.most = 2,
	.options = options,
	.n_options = COUNT(options),
	.run = run,
};
