#include "report/book.h"
#include "report/sheet_of.h"

static const char *const kinds[] = {
	[PAIR_KEPT] = "giữ nguyên", [PAIR_MOVED] = "đổi mã", [PAIR_CHANGED] = "sửa", [PAIR_NEW] = "mới", [PAIR_DROPPED] = "bỏ",
};

static void put_side(struct paper *p, const struct criteria_set *s, size_t i)
{
	const struct set_criterion *c = i == NO_INDEX ? NULL : &s->criteria.at[i];
	paper_cell(p, c ? c->code : (str){ 0 });
	paper_cell(p, c ? c->name : (str){ 0 });
	if (c)
		paper_points(p, c->max);
	else
		paper_cell(p, (str){ 0 });
}

struct node *book_of_mapping(struct arena *a, const struct criteria_set *was, const struct criteria_set *is, const pairs *all)
{
	static const char *const heads[] = { "Mã cũ", "Tên cũ", "Điểm tối đa cũ", "Mã mới", "Tên mới", "Điểm tối đa mới", "Là", "Giống (%)", "Khác ở chỗ", "Xác nhận" };
	struct paper p = paper_new(a);
	paper_page(&p, S("Đối chiếu"));
	paper_table(&p);
	paper_row(&p);
	p.row->header = true;
	for (size_t i = 0; i < COUNT(heads); i++)
		paper_cell(&p, str_c(heads[i]));
	for (size_t i = 0; i < all->n; i++) {
		const struct pair *at = &all->at[i];
		paper_row(&p);
		put_side(&p, was, at->was);
		put_side(&p, is, at->is);
		paper_cell(&p, str_c(kinds[at->kind]));
		paper_number(&p, at->was != NO_INDEX && at->is != NO_INDEX ? str_fmt(a, "%d", at->score) : (str){ 0 });
		paper_cell(&p, at->changes);
		paper_cell(&p, at->confirmed ? S("x") : (str){ 0 });
	}
	return p.root;
}
