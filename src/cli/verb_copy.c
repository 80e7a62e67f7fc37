#include "app/operate.h"
#include "cli/at.h"
#include "cli/shown.h"

static bool is_connection(const char *s) { return strstr(s, "host=") || strstr(s, "dbname=") || strstr(s, "postgresql://") || strstr(s, "postgres://"); }

static int run(const struct call *c)
{
	CLEANUP(arena_close) struct arena *a = arena_open(EXAMINE_MEMORY);
	CLEANUP(record_close) struct record *r = NULL;
	struct err e = { 0 };
	struct shown shown;
	struct operated done;
	const char *from = call_option(c, "--from"), *to = call_option(c, "--to"), *database = call_option(c, "--database");
	from = from ? from : cli_at(c);
	shown_open(&shown, c->io);
	bool rows = to && is_connection(to), ok = false;
	if (!to)
		fail(&e, ERR_INPUT, "Chưa nói chép tới đâu."), err_hint(&e, "Thêm --to THƯ-MỤC-MỚI, hoặc --to CHUỖI-KẾT-NỐI.");
	else if (is_connection(from))
		fail(&e, ERR_INPUT, "--from là thư mục hồ sơ: tệp minh chứng nằm ở đó, không nằm trong PostgreSQL."),
			err_hint(&e, "Chỉ ra thư mục hồ sơ; khacphuc.conf trong đó ghi cơ sở dữ liệu ở đâu.");
	else
		ok = record_open(a, from, &r, &e) && record_as(r, a, cli_as(c), &e) &&
		     record_copy(r, rows ? NULL : to, rows ? to : database, &shown.progress, &done, &e);
	shown_over(&shown);
	if (!ok) {
		cli_complain(c->io, NULL, &e);
		return EXIT_UNREADABLE;
	}
	str s = str_fmt(a, "Đã chép %lld dòng của %d bảng, %lld tệp; đếm và so từng bảng: giống nhau.\n%s", (long long)done.rows, done.tables,
	                (long long)done.files, rows ? "Tệp minh chứng vẫn ở thư mục hồ sơ. Muốn dùng cơ sở dữ liệu mới, sửa dòng “database = …” của khacphuc.conf ở đó.\n" : "");
	return cli_put(c, s, EXIT_SOUND);
}

static const struct option options[] = {
	RECORD_OPTIONS,
	{ "--from", "THƯ-MỤC", "hồ sơ gốc; không ghi thì như --at", false },
	{ "--to", "THƯ-MỤC|CHUỖI", "thư mục mới, hoặc chuỗi kết nối tới cơ sở dữ liệu PostgreSQL trống (chỉ chép dữ liệu)", false },
	{ "--database", "CHUỖI", "với --to THƯ-MỤC: dữ liệu vào cơ sở dữ liệu PostgreSQL trống này, thay cho SQLite", false },
};

const struct verb verb_copy = {
	.name = "copy",
	.usage = "--from THƯ-MỤC --to THƯ-MỤC|CHUỖI [--database CHUỖI] [--as TÊN]",
	.help = "Chuyển cả hồ sơ từ SQLite sang PostgreSQL hoặc ngược lại, đếm và so từng bảng.",
	.more = "Hồ sơ gốc giữ nguyên. Nơi nhận phải trống; bị ngắt giữa chừng thì nơi nhận trống như trước.\n"
	        "Từ SQLite sang PostgreSQL: --to THƯ-MỤC-MỚI --database CHUỖI. Từ PostgreSQL về SQLite: --to THƯ-MỤC-MỚI.\n"
	        "Chỉ người quản trị chép được: trong bản chép có tất cả.\n"
	        "Mã thoát: 0 đã chép, 2 chưa.\n",
	.source = "issue 5 (copy)",
	.options = options,
	.n_options = COUNT(options),
	.run = run,
};
