#include "cli/at.h"
#include "web/web.h"
#include <stdlib.h>

enum { PORT = 8080, PORT_MOST = 65535, WORKERS_MOST = 64 };

static bool number_of(const struct call *c, const char *option, int most, int otherwise, int *ret)
{
	const char *said = call_option(c, option);
	char *end = NULL;
	long n = said ? strtol(said, &end, 10) : otherwise;
	struct err e = { 0 };
	*ret = (int)n;
	if (!said || (*said && !*end && n >= 1 && n <= most))
		return true;
	fail(&e, ERR_INPUT, "%s cần một số từ 1 đến %d.", option, most);
	return cli_complain(c->io, NULL, &e), false;
}

static int run(const struct call *c)
{
	struct err e = { 0 };
	const char *address = call_option(c, "--address");
	struct serving s = { .dir = cli_at(c), .address = address ? address : "127.0.0.1", .say = c->io->out };
	if (!number_of(c, "--port", PORT_MOST, PORT, &s.port) || !number_of(c, "--workers", WORKERS_MOST, 0, &s.workers))
		return EXIT_UNREADABLE;
	return web_serve(&s, &e) ? EXIT_SOUND : cli_refused(c, &e);
}

static const struct option options[] = {
	{ "--at", "THƯ-MỤC", "hồ sơ ở đâu; không ghi thì biến KHACPHUC_AT, rồi ./hoso", false },
	{ "--port", "SỐ", "cổng; không ghi thì 8080", false },
	{ "--address", "ĐỊA-CHỈ", "địa chỉ của máy này mà người khác gọi tới; không ghi thì 127.0.0.1: chỉ máy này", false },
	{ "--workers", "SỐ", "số tiến trình trả lời; không ghi thì mỗi nhân xử lý một, ít nhất 2", false },
};

const struct verb verb_serve = {
	.name = "serve",
	.usage = "[--at THƯ-MỤC] [--port SỐ] [--address ĐỊA-CHỈ] [--workers SỐ]",
	.help = "Chạy trang web của hồ sơ: http://127.0.0.1:8080.",
	.more = "Mỗi yêu cầu được ghi một dòng ra stderr: method, path, status, ms, sql (số câu lệnh), person. Tiến trình nào dừng giữa chừng được chạy lại. Ctrl-C hay\n"
	        "SIGTERM: làm xong các yêu cầu đang dở rồi dừng. Cho người khác dùng qua mạng thì đặt nginx có TLS phía trước; nginx phải gửi\n"
	        "X-Forwarded-For và X-Forwarded-Proto, và giữ nguyên Host.\n"
	        "Mã thoát: 0 đã dừng theo yêu cầu, 2 không chạy được.\n",
	.source = "issue 6",
	.options = options,
	.n_options = COUNT(options),
	.run = run,
};
