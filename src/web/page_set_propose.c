#include "app/set_list.h"
#include "web/page.h"
#include "web/set_levels.h"


enum { FILE_MOST = 32 << 20 };

static void put_rows(struct view *v, const struct proposal *p)
{
	static const char *const kinds[] = { [PROPOSED_NEW] = "new", [PROPOSED_SAME] = "same", [PROPOSED_DIFFERENT] = "different", [PROPOSED_LEFT] = "left" };
	view_rows(v, "rows");
	for (size_t i = 0; i < p->rows.n; i++) {
		const struct proposed_row *x = &p->rows.at[i];
		struct view *row = view_row(v, "rows");
		view_text(row, "kind", str_c(kinds[x->kind]));
		view_yes(row, "is_known", x->kind == PROPOSED_SAME);
		view_text(row, "what", x->what);
		view_text(row, "field", x->field);
		view_text(row, "found", x->found);
		view_text(row, "stored", x->stored);
		view_text(row, "note", x->note);
	}
}

/* Nothing is kept yet: the set as it was read goes to the browser and comes back with the second form. */
static bool run(struct req *q, struct view *v, struct err *e)
{
	const struct upload *f = param_file(q, "file");
	struct proposal p = { 0 };
	struct told told = { 0 };
	str json, level = param_text(q, "level");
	struct keep what = { .year = (int)param_id(q, "year"), .level = level.n ? level.p : NULL, .told = &told };
	bool ok = set_propose(q->r, q->a, f->path.p, &what, &p, &json, e);
	if (!ok && !told.wrong.n)
		return false;
	view_rows(v, "wrong");
	for (size_t i = 0; i < told.wrong.n; i++)
		view_text(view_row(v, "wrong"), "text", told.wrong.at[i]);
	view_count(v, "wrong_n", ok ? 0 : (int64_t)told.wrong_n);
	q->reply->status = ok ? 200 : 422;
	view_text(v, "file", f->name);
	view_text(v, "name", p.title);
	view_count(v, "year", p.year ? p.year : -1);
	view_text(v, "level", level);
	view_yes(v, "known", p.known);
	view_count(v, "fresh", (int64_t)p.count[PROPOSED_NEW]);
	view_count(v, "same", (int64_t)p.count[PROPOSED_SAME]);
	view_rows(v, "notes");
	for (size_t i = 0; i < p.notes.n; i++)
		view_text(view_row(v, "notes"), "text", p.notes.at[i]);
	put_rows(v, &p);
	view_text(v, "json", ok ? json : (str){ 0 });
	return true;
}

const struct page page_set_propose = {
	.method = POST, .path = "/bo-tieu-chi", .title = "Xem bộ tiêu chí trước khi nhận",
	.help = "Đọc tệp và cho biết sẽ ghi gì; chưa ghi gì cho đến khi bạn nhận.",
	.who = WHO_RIGHT, .area = "units", .acts = "change", .of = PLACE_HIGHEST,
	.params = { { "file", "tệp bộ tiêu chí", PARAM_FILE, 0, FILE_MOST, .wanted = true }, { "year", "năm", PARAM_NUMBER, 2000, 2200 },
	            { "level", "cấp", PARAM_CHOICE, .choices = set_levels } },
	.template = "set_propose",
	.form = &page_sets,
	.example = "year=2024&level=sở&file=#+Bộ+của+các+sở%0A%0A##+Bộ+tiêu+chí%0A%0A|+Tên+|+Giá+trị+|%0A|---|---|%0A|+Tên+|+Bộ+của+các+sở+|%0A"
	           "|+Cấp+|+sở+|%0A|+Năm+|+2024+|%0A%0A##+Tiêu+chí%0A%0A|+Mã+|+Tên+|+Điểm+tối+đa+|+Cách+tính+điểm+|%0A|---|---|---|---|%0A"
	           "|+1+|+Chỉ+đạo,+điều+hành+|+2+|+|%0A|+1.1+|+Sáng+kiến+|+2+|+Chấm+từ+0+đến+2+điểm+|%0A",
	.source = "issue 6 (10); app/keep.h",
	.run = run,
};
