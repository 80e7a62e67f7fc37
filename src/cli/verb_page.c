#include "cli/at.h"
#include "web/web.h"

static bool asked(const struct call *c, struct web_asked *w)
{
	struct err e = { 0 };
	bool post = !strcmp(c->args[0], "POST");
	w->form = call_option(c, "--form");
	if (!post && strcmp(c->args[0], "GET"))
		fail(&e, ERR_INPUT, "“%s” không phải là GET hay POST.", c->args[0]), err_hint(&e, "Ghi như: khacphuc page GET / --as quantri");
	else if (!post && w->form)
		fail(&e, ERR_INPUT, "--form chỉ đi với POST."), err_hint(&e, "Tham số của GET ghi trong địa chỉ: /tim?words=abc");
	w->form = post && !w->form ? "" : w->form;
	return !e.code || (cli_complain(c->io, NULL, &e), false);
}

static int run(const struct call *c)
{
	CLEANUP(arena_close) struct arena *a = arena_open(EXAMINE_MEMORY);
	struct web_asked w = { .dir = cli_at(c), .login = call_option(c, "--as"), .json = c->format == FORMAT_JSON };
	struct err e = { 0 };
	int status = 0;
	str said;
	if (!asked(c, &w))
		return EXIT_UNREADABLE;
	w.path = c->args[1];
	if (!web_page(a, &w, &status, &said, &e))
		return cli_refused(c, &e);
	return cli_put(c, said, status < 400 ? EXIT_SOUND : EXIT_ERRORS);
}

static const struct option options[] = {
	{ "--at", "THƯ-MỤC", "hồ sơ ở đâu; không ghi thì biến KHACPHUC_AT, rồi ./hoso", false },
	{ "--as", "TÊN", "xem với tên ai; không ghi thì như người chưa đăng nhập", false },
	{ "--form", "A=1&B=2", "những gì được điền trong mẫu, của POST", false },
};

const struct verb verb_page = {
	.name = "page",
	.usage = "GET|POST ĐỊA-CHỈ [--as TÊN] [--form A=1&B=2] [--format text|json]",
	.help = "Chạy một trang web của hồ sơ mà không cần máy chủ.",
	.more = "In ra đúng những gì trình duyệt nhận: trạng thái, tiêu đề, nội dung. Với --format json là những gì chương trình khác nhận, chỉ\n"
	        "nội dung. Các địa chỉ và tham số: khacphuc page GET /api.\n"
	        "Mã thoát: 0 trang trả lời, 1 trang từ chối (400 trở lên), 2 không chạy được.\n",
	.source = "issue 6",
	.formats = true,
	.least = 2,
	.most = 2,
	.options = options,
	.n_options = COUNT(options),
	.run = run,
};
