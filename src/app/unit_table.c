#include "app/index.h"
#include "app/unit_parts.h"
#include "extract/book_pages.h"

bool unit_add_file(struct record *r, struct arena *a, const char *path, units *ret, struct told *t, struct err *e)
{
	struct node *root = NULL;
	if (!index_root(a, path, &root, t, e))
		return false;
	struct page_of p = pages_find(a, root, PAGE_UNITS);
	if (!p.found || !p.rows.n) {
		fail(e, ERR_INPUT, "“%s” không có bảng đơn vị.", path);
		return err_hint(e, "Lập một bảng có các cột Tên, Cấp, Thuộc, Nhóm, Ký hiệu; mỗi dòng một đơn vị.");
	}
	struct unit_new *at = make_n(a, struct unit_new, p.rows.n);
	int *row = make_n(a, int, p.rows.n);
	for (size_t i = 0; i < p.rows.n; i++) {
		const struct book_row *x = &p.rows.at[i];
		at[i] = (struct unit_new){ row_text(&p, x, COLUMN_UNITS_name), row_text(&p, x, COLUMN_UNITS_level),
		    row_text(&p, x, COLUMN_UNITS_under),
			                   row_text(&p, x, COLUMN_UNITS_group), row_text(&p, x, COLUMN_UNITS_symbol), { 0 } };
		row[i] = x->row;
	}
	for (size_t i = 0; i < p.unknown.n; i++)
		told_note(a, t, "Cột “%.*s” không dùng đến.", SF(p.unknown.at[i]));
	if (unit_add_rows(r, a, at, row, p.rows.n, ret, t, e))
		return true;
	if (e->code)
		return false;
	fail(e, ERR_INPUT, "“%s”: bảng đơn vị có %zu dòng sai; chưa thêm đơn vị nào.", path, t->wrong_n);
	return err_hint(e, "Sửa những dòng nêu trên trong tệp rồi chạy lại.");
}
