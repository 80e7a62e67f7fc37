#include "app/change.h"
#include "app/record_parts.h"
#include "app/report.h"
#include "core/day.h"
#include "docout/render.h"
#include "report/report.h"
#include "store/repo_plan.h"
#include <stdio.h>

bool report_issued(struct record *r, struct arena *a, int64_t body, int year, int page, issued_rows *ret, bool *ret_more, struct err *e)
{
	CLEANUP(rows_close) struct rows rows = { 0 };
	if (!db_query(r->db, Q(issued_page, .who = v_int(r->who.person), .body_id = v_int(body), .year = v_int(year),
	        .limit = v_int(ISSUED_PAGE + 1),
	                       .skip = v_int((int64_t)(page < 1 ? 0 : page - 1) * ISSUED_PAGE)), &rows, e))
		return false;
	while (rows_next(&rows))
		*vec_add(a, ret) = (struct issued){ .id = col_int(&rows, 0), .unit = col_text(&rows, a, 1), .year = (int)col_int(&rows, 2),
			.kind = col_text(&rows, a, 3), .number = col_text(&rows, a, 4), .title = col_text(&rows, a, 5),
			.from = col_day(&rows, a, 6), .to = col_day(&rows, a, 7), .on = col_day(&rows, a, 8),
			        .warnings = (int)col_int(&rows, 9),
			.file_name = col_text(&rows, a, 10), .sha = col_text(&rows, a, 11), .size = col_int(&rows, 12),
			.person = col_text(&rows, a, 13), .at = col_text(&rows, a, 14) };
	*ret_more = ret->n > ISSUED_PAGE;
	ret->n -= *ret_more;
	return rows_done(&rows, e);
}

bool report_issued_file(struct record *r, struct arena *a, int64_t id, str *ret_path, str *ret_name, struct err *e)
{
	CLEANUP(rows_close) struct rows rows = { 0 };
	str sha = { 0 };
	if (!db_query(r->db, Q(issued_file, .who = v_int(r->who.person), .id = v_int(id)), &rows, e))
		return false;
	bool found = rows_next(&rows);
	if (found) {
		*ret_name = col_text(&rows, a, 0);
		sha = col_text(&rows, a, 1);
	}
	if (!rows_done(&rows, e))
		return false;
	if (!found)
		return fail(e, ERR_NOT_FOUND, "Không có văn bản đã phát hành V%lld, hoặc bạn không được xem.", (long long)id),
		       err_hint(e, "Xem sổ văn bản bằng khacphuc report list.");
	return blobs_whole(a, r->blobs, sha, ret_path, e);
}

str report_issued_text(struct arena *a, const issued_rows *rows, const struct layout *y)
{
	static const struct column columns[] = { { "", false, 0 }, { "Số", false, 0 }, { "Ngày", false, 0 }, { "Trích yếu", false, 3 },
		                                 { "Người phát hành", false, 1 }, { "Lúc", false, 0 }, { "SHA-256", false, 0 } };
	struct table t = { .columns = columns, .n = COUNT(columns) };
	struct buf b = buf_open(a);
	for (size_t i = 0; i < rows->n; i++) {
		const struct issued *x = &rows->at[i];
		const str cells[COUNT(columns)] = { str_fmt(a, "V%lld", (long long)x->id), x->number, day_vi(a, x->on), x->title, x->person,
			                            change_when(a, x->at), str_sub(x->sha, 0, 12) };
		for (size_t k = 0; k < COUNT(cells); k++)
			*vec_add(a, &t.cells) = cells[k];
	}
	if (!rows->n)
		return S("Đơn vị này chưa phát hành văn bản nào từ hồ sơ.\n");
	layout_table(&b, y, &t);
	return buf_str(&b);
}

/* -- names -------------------------------------------------------------------------------------------- */

bool report_named(str name, const struct report_kind **ret, struct err *e)
{
	*ret = report_find(name);
	return *ret || (fail(e, ERR_INPUT, "Không có loại văn bản “%.*s”.", SF(name)), err_hint(e,
	        "Gõ “khacphuc help report” để xem các loại."));
}

bool report_as(str file, const struct renderer **ret, struct err *e)
{
	struct renderers all = renderers_all();
	char list[80] = "";
	if ((*ret = renderer_find(file)))
		return true;
	for (size_t i = 0; i < all.n; i++)
		snprintf(list + strlen(list), sizeof list - strlen(list), "%s.%s", i ? ", " : "", all.at[i]->ending);
	return fail(e, ERR_INPUT, "Chưa rõ ghi “%.*s” theo dạng nào.", SF(file)), err_hint(e, "Tên tệp kết thúc bằng một trong: %s.", list);
}

str report_kinds_text(struct arena *a, const struct layout *y)
{
	static const struct column columns[] = { { "Loại", false, 0 }, { "", false, 1 }, { "", false, 3 } };
	struct report_kinds all = reports_all();
	struct table t = { .columns = columns, .n = COUNT(columns) };
	struct buf b = buf_open(a);
	for (size_t i = 0; i < all.n; i++) {
		*vec_add(a, &t.cells) = str_c(all.at[i]->name);
		*vec_add(a, &t.cells) = str_c(all.at[i]->title);
		*vec_add(a, &t.cells) = str_c(all.at[i]->help);
	}
	layout_table(&b, y, &t);
	return buf_str(&b);
}

/* -- choosing ----------------------------------------------------------------------------------------- */

static const struct report_column_named columns[COLUMNS] = {
	[COLUMN_MAX] = { "max", "điểm tối đa" }, [COLUMN_POINTS] = { "points", "điểm đạt" }, [COLUMN_LOST] = { "lost", "điểm bị trừ" },
	[COLUMN_REASON] = { "reason", "tồn tại, lý do" }, [COLUMN_CAUSE] = { "cause", "nguyên nhân" }, [COLUMN_REMEDY] = { "remedy",
	        "giải pháp" },
	[COLUMN_LEAD] = { "lead", "chủ trì" }, [COLUMN_SUPPORT] = { "support", "phối hợp" }, [COLUMN_DUE] = { "due", "thời hạn" },
	[COLUMN_PROGRESS] = { "progress", "tiến độ" },
};

struct report_columns report_columns(void) { return (struct report_columns){ columns, COLUMNS }; }

struct report_choice report_choice_of(const struct report_kind *k)
{
	return (struct report_choice){ k, k->name, k->title, k->help, k->symbol, k->needs == NEEDS_FACTS, k->columns };
}

size_t report_choices(struct arena *a, struct report_choice **ret)
{
	struct report_kinds all = reports_all();
	*ret = make_n(a, struct report_choice, all.n + 1);
	for (size_t i = 0; i < all.n; i++)
		(*ret)[i] = report_choice_of(all.at[i]);
	return all.n;
}
