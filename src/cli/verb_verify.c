#include "app/operate.h"
#include "cli/at.h"
#include "cli/shown.h"

struct finding_it { const struct call *c; struct shown *shown; int64_t wrong, doubts; };

static void tell(void *ctx, const struct wrong *w)
{
	struct finding_it *f = ctx;
	CLEANUP(arena_close) struct arena *a = arena_open((size_t)64 << 20);
	struct layout y = { f->c->io->columns, f->c->io->colour, { 0 } };
	bool json = f->c->format == FORMAT_JSON;
	str s = json ? wrong_json(a, w) : wrong_text(a, w, &y);
	shown_over(f->shown);
	fprintf(f->c->io->out, "%s%.*s", !json ? "" : f->wrong + f->doubts ? ",\n  " : "\n  ", SF(s));
	f->wrong += !w->doubt;
	f->doubts += w->doubt;
}

static int run(const struct call *c)
{
	CLEANUP(arena_close) struct arena *a = arena_open(EXAMINE_MEMORY);
	CLEANUP(record_close) struct record *r = NULL;
	struct err e = { 0 };
	struct shown shown;
	struct finding_it f = { c, &shown, 0, 0 };
	bool json = c->format == FORMAT_JSON;
	if (!record_open(a, cli_at(c), &r, &e)) {
		cli_complain(c->io, NULL, &e);
		return EXIT_UNREADABLE;
	}
	shown_open(&shown, c->io);
	if (json)
		fputs("{\"found\": [", c->io->out);
	bool ok = record_verify(r, &shown.progress, tell, &f, &e);
	shown_over(&shown);
	if (json)
		fprintf(c->io->out, "],\n \"wrong\": %lld, \"doubts\": %lld, \"sound\": %s}\n", (long long)f.wrong, (long long)f.doubts,
		        ok && !f.wrong ? "true" : "false");
	if (!ok) {
		cli_complain(c->io, NULL, &e);
		return EXIT_UNREADABLE;
	}
	if (!json && !f.wrong)
		fprintf(c->io->out, f.doubts ? "Hồ sơ nguyên vẹn; có %lld điều lưu ý ở trên.\n" : "Hồ sơ nguyên vẹn.\n", (long long)f.doubts);
	else if (!json)
		fprintf(c->io->out, "Hồ sơ có %lld chỗ sai, %lld điều lưu ý.\n", (long long)f.wrong, (long long)f.doubts);
	return f.wrong ? EXIT_ERRORS : EXIT_SOUND;
}

static const struct option options[] = { RECORD_OPTIONS };

const struct verb verb_verify = {
	.name = "verify",
	.usage = "[--at THƯ-MỤC] [--format text|json]",
	.help = "Kiểm tra cả hồ sơ: nhật ký có liền mạch không, dữ liệu có đúng như nhật ký ghi không, tệp minh chứng còn nguyên không.",
	.more = "Nói rõ dòng nào của bảng nào, cột nào, tệp nào sai và cần làm gì. “lưu ý”: lạ nhưng không hại (tệp nộp dở; văn bản tự in sai).\n"
	        "Ai mở được thư mục hồ sơ đều kiểm tra được; không cần là người dùng của hồ sơ (--as không dùng đến).\n"
	        "Người khác vẫn làm việc được trong khi kiểm tra.\n"
	        "Mã thoát: 0 nguyên vẹn, 1 có chỗ sai, 2 không kiểm tra được.\n",
	.source = "issue 5 (khacphuc verify)",
	.formats = true,
	.options = options,
	.n_options = COUNT(options),
	.run = run,
};
