#include "app/operate.h"
#include "cli/at.h"
#include "cli/shown.h"

static int run(const struct call *c)
{
	CLEANUP(arena_close) struct arena *a = arena_open(EXAMINE_MEMORY);
	CLEANUP(record_close) struct record *r = NULL;
	struct err e = { 0 };
	struct shown shown;
	struct operated done;
	shown_open(&shown, c->io);
	bool ok = record_open(a, cli_at(c), &r, &e) && record_as(r, a, cli_as(c), &e) &&
	          record_backup(r, a, c->args[0], &shown.progress, &done, &e);
	shown_over(&shown);
	if (!ok) {
		cli_complain(c->io, NULL, &e);
		return EXIT_UNREADABLE;
	}
	return cli_put(c, str_fmt(a, "Đã sao lưu vào %s: %lld dòng của %d bảng, %lld tệp (%lld byte), nhật ký đến dòng %lld.\n", c->args[0],
	                          (long long)done.rows, done.tables, (long long)done.files, (long long)done.bytes, (long long)done.log),
	               EXIT_SOUND);
}

static const struct option options[] = { RECORD_OPTIONS };

const struct verb verb_backup = {
	.name = "backup",
	.usage = "THƯ-MỤC-MỚI [--at THƯ-MỤC] [--as TÊN]",
	.help = "Sao lưu cả hồ sơ vào một thư mục mới, trong khi mọi người vẫn làm việc.",
	.more = "Trong đó: record.db (SQLite, dù hồ sơ ở SQLite hay PostgreSQL), evidence/ (tệp minh chứng), audit.jsonl (nhật ký, đọc được bằng mắt),\n"
	        "SHA256SUMS (tự kiểm tra: sha256sum -c SHA256SUMS), MANIFEST.json. Bản làm dở có “.tmp-” trong tên và không bao giờ trông như bản đủ.\n"
	        "Chỉ người quản trị sao lưu được: trong bản sao lưu có tất cả.\n"
	        "Mã thoát: 0 đã sao lưu, 2 chưa.\n",
	.source = "issue 5 (backup)",
	.least = 1,
	.most = 1,
	.options = options,
	.n_options = COUNT(options),
	.run = run,
};
