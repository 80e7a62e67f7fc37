#include "app/apart.h"
#include "app/examine.h"
#include "web/facts_view.h"
#include "web/few.h"
#include "web/page.h"

enum { FILE_MOST = 32 << 20, SECONDS = 60, DOCUMENTS_MOST = 30 };

/* A document is found in a process of its own (app/apart.h), never in this thread: its stack is small, and what a file can make of the
 * one who takes it apart must not reach those who are answered beside it. */
struct showing { struct view *v; size_t n; struct err e; };

static bool show(void *ctx, struct arena *a, const struct apart *x, size_t total)
{
	struct showing *s = ctx;
	struct view *row = view_row(s->v, "documents");
	struct facts *f = NULL;
	(void)a, (void)total;
	view_text(row, "name", str_copy(s->v->a, x->name));
	view_text(row, "problem", (str){ 0 });
	if (x->e) {
		struct view *p = view_object(row, "problem");
		view_text(p, "message", str_copy(s->v->a, str_c(x->e->message)));
		view_text(p, "hint", str_copy(s->v->a, str_c(x->e->hint)));
	} else {
		if (!facts_parse(s->v->a, x->facts, &f, &s->e))
			return false;
		facts_put(row, f);
		checks_put(row, f);
	}
	return ++s->n < DOCUMENTS_MOST;
}

static bool run(struct req *q, struct view *v, struct err *e)
{
	const struct upload *u = param_file(q, "file");
	struct showing s = { .v = v };
	view_rows(v, "documents");
	if (!u) {
		fail(e, ERR_INPUT, "Chưa có tệp nào.");
		return err_hint(e, "Chọn một tệp từ máy của bạn rồi bấm Kiểm tra.");
	}
	view_text(v, "name", u->name);
	int place = few_take(q->few, FEW_READINGS, FEW_WAIT);
	if (place < 0)
		return few_busy(q, e);
	bool ok = examine_apart(u->path.p, u->name, SECONDS, show, &s, e);
	few_give(q->few, FEW_READINGS, place);
	if (!ok)
		return false;
	view_yes(v, "more", s.n == DOCUMENTS_MOST);
	if (s.e.code)
		*e = s.e;
	return !s.e.code;
}

const struct page page_check_do = {
	.method = POST, .path = "/kiem-tra", .title = "Kết quả kiểm tra",
	.help = "Đọc một tệp và nêu những chỗ không khớp trong đó; không lưu tệp lại.",
	.who = WHO_PERSON, .params = { { "file", "tệp", PARAM_FILE, .max = FILE_MOST, .wanted = true } },
	.template = "checked", .form = &page_check, .example = "file=KẾ+HOẠCH%0AKhắc+phục+các+tiêu+chí+bị+trừ+điểm+năm+2025",
	.source = "issue 6 (8); facts.md (khacphuc audit)", .run = run,
};
