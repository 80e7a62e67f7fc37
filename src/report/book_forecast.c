#include "report/book.h"
#include "report/sheet_of.h"

static const char *const chances[] = {
	[CHANCE_DONE] = "đã xong", [CHANCE_ON_TIME] = "đúng hạn", [CHANCE_LATE] = "chậm", [CHANCE_NO_PLAN] = "chưa có giải pháp",
};

const char *chance_vi(enum chance c) { return chances[c]; }

static void put_heads(struct paper *p, const char *const *heads, size_t n)
{
	paper_table(p);
	paper_row(p);
	p->row->header = true;
	for (size_t i = 0; i < n; i++)
		paper_cell(p, str_c(heads[i]));
}

static void put_total(struct paper *p, const struct criteria_set *s, const char *what, const struct total *t)
{
	const struct set_class *class = class_at(s, t->points, t->max);
	paper_row(p);
	paper_cell(p, str_c(what));
	paper_points(p, t->points);
	paper_points(p, t->max);
	paper_number(p, t->percent >= 0 ? percent_vi(p->a, t->percent) : (str){ 0 });
	paper_cell(p, class ? class->name : (str){ 0 });
}

static void put_outlook(struct paper *p, const struct criteria_set *s, const struct outlook *o, int turn)
{
	const struct set_criterion *c = &s->criteria.at[o->criterion];
	paper_row(p);
	paper_int(p, turn);
	paper_cell(p, c->code);
	paper_cell(p, c->name);
	paper_points(p, o->lost);
	paper_points(p, o->winnable);
	paper_cell(p, str_c(chances[o->chance]));
	paper_cell(p, o->due.text);
	paper_cell(p, o->lead);
	paper_cell(p, o->remedy);
	paper_int(p, o->effort);
	paper_int(p, o->times_lost);
	paper_cell(p, o->why);
}

struct node *book_of_forecast(struct arena *a, const struct criteria_set *s, const struct forecast *f)
{
	static const char *const totals[] = { "Khi", "Tổng điểm", "Điểm tối đa", "Tỷ lệ (%)", "Xếp loại" };
	static const char *const order[] = { "Thứ tự", "Mã", "Tên", "Điểm mất", "Lấy lại được", "Tình trạng", "Thời hạn", "Chủ trì", "Giải pháp",
		                             "Số việc còn lại", "Số năm đã mất điểm", "Vì sao" };
	struct paper p = paper_new(a);
	paper_page(&p, S("Dự báo"));
	put_heads(&p, totals, COUNT(totals));
	put_total(&p, s, "hiện nay", &f->now);
	if (f->assuming)
		put_total(&p, s, "theo giả sử", &f->assumed);
	put_total(&p, s, "tính việc đã xong", &f->done);
	put_total(&p, s, "tính thêm việc đúng hạn", &f->on_time);
	put_total(&p, s, "tính tất cả", &f->all);
	for (size_t i = 0; i < f->notes.n; i++)
		paper_say(&p, f->notes.at[i]);
	paper_page(&p, S("Thứ tự làm"));
	put_heads(&p, order, COUNT(order));
	for (size_t i = 0; i < f->order.n; i++)
		put_outlook(&p, s, &f->order.at[i], (int)i + 1);
	return p.root;
}
