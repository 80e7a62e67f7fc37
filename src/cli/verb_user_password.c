#include "app/person.h"
#include "cli/at.h"
#include <stdio.h>
#include <termios.h>
#include <unistd.h>

enum { TYPED = 4096 };

/* One line of standard input, without its end. */
static bool line(char *to, struct err *e)
{
	if (!fgets(to, TYPED, stdin))
		return fail(e, ERR_INPUT, "Không có mật khẩu nào ở đầu vào."), err_hint(e, "Gõ mật khẩu, hoặc đưa vào bằng --from-stdin.");
	to[strcspn(to, "\r\n")] = 0;
	return true;
}

/* What is typed is not shown. */
static bool ask(const char *what, char *to, struct err *e)
{
	struct termios was, hidden;
	if (tcgetattr(STDIN_FILENO, &was)) {
		fail(e, ERR_INPUT, "Không hỏi mật khẩu được: đầu vào không phải là bàn phím.");
		return err_hint(e, "Thêm --from-stdin để đọc mật khẩu từ đầu vào.");
	}
	hidden = was;
	hidden.c_lflag &= ~(tcflag_t)ECHO;
	fprintf(stderr, "%s: ", what);
	tcsetattr(STDIN_FILENO, TCSAFLUSH, &hidden);
	bool ok = line(to, e);
	tcsetattr(STDIN_FILENO, TCSAFLUSH, &was);
	fputc('\n', stderr);
	return ok;
}

static bool typed(const struct call *c, char *to, struct err *e)
{
	char again[TYPED];
	if (call_option(c, "--from-stdin"))
		return line(to, e);
	bool same = ask("Mật khẩu mới", to, e) && ask("Gõ lại", again, e);
	if (same && strcmp(to, again))
		same = (fail(e, ERR_INPUT, "Hai lần gõ không giống nhau."), err_hint(e, "Chạy lại lệnh."));
	explicit_bzero(again, sizeof again);
	return same;
}

static int run(const struct call *c)
{
	CLEANUP(arena_close) struct arena *a = arena_open(EXAMINE_MEMORY);
	CLEANUP(record_close) struct record *r = NULL;
	struct err e = { 0 };
	char password[TYPED] = "";
	if (!(r = cli_record(c, a)))
		return EXIT_UNREADABLE;
	bool ok = typed(c, password, &e) && person_set_password(r, a, str_c(c->args[0]), str_c(password), &e);
	explicit_bzero(password, sizeof password);
	return ok ? cli_put(c, str_fmt(a, "Đã đặt mật khẩu của %s.\n", c->args[0]), EXIT_SOUND) : cli_refused(c, &e);
}

static const struct option options[] = {
	RECORD_OPTIONS,
	{ "--from-stdin", NULL, "đọc mật khẩu từ dòng đầu của đầu vào", false },
};

const struct verb verb_user_password = {
	.name = "user password",
	.usage = "TÊN-ĐĂNG-NHẬP [--from-stdin]",
	.help = "Đặt mật khẩu của mình, hay của người dùng khác.",
	.more = "Mật khẩu được hỏi hai lần, không hiện ra; --from-stdin: đọc dòng đầu của đầu vào. Ít nhất 10 chữ.\n"
	        "Hồ sơ chỉ giữ dấu argon2id của mật khẩu; nhật ký chỉ ghi rằng nó đã đổi.\n"
	        "Mã thoát: 0 đã làm, 2 không làm được.\n",
	.source = "issue 5 (khacphuc init, unit, user, cycle)",
	.least = 1,
	.most = 1,
	.options = options,
	.n_options = COUNT(options),
	.run = run,
};
