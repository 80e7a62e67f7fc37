#include "core/day.h"
#include "report/report.h"
#include "report/tables.h"

/* Which documents prove which criterion: the list that goes with a self-score. */

static void proofs_put(struct table_to *t, const struct report_evidence_row *r, int *n)
{
	for (size_t i = 0; i < r->proofs.n; i++) {
		const struct report_proof *p = &r->proofs.at[i];
		table_open(t, false);
		table_int(t, ++*n);
		table_text(t, i ? (str){ 0 } : str_fmt(t->a, "%.*s %.*s", SF(r->code), SF(r->name)));
		table_text(t, p->number);
		table_centre(t, day_vi(t->a, p->issued));
		table_text(t, p->title);
		table_text(t, p->issuer);
		table_text(t, p->pointer);
	}
	if (r->proofs.n)
		return;
	table_open(t, false);
	table_text(t, (str){ 0 });
	table_text(t, str_fmt(t->a, "%.*s %.*s", SF(r->code), SF(r->name)));
	table_wide(t, S("Chưa có tài liệu kiểm chứng"), 5);
}

static bool build(struct arena *a, const struct report_in *in, struct node **ret, struct err *e)
{
	static const int widths[] = { 45, 255, 120, 95, 275, 120, 90 };
	static const char *const names[] = { "TT", "Tiêu chí", "Số, ký hiệu", "Ngày", "Tên tài liệu", "Cơ quan ban hành", "Trang, mục" };
	const struct report_evidence *v = in->evidence;
	int n = 0;
	if (!v || !v->proofs)
		return fail(e, ERR_NOT_FOUND, "Chưa có tài liệu kiểm chứng nào của năm này."), err_hint(e, "Mở trang Minh chứng để thêm tài liệu cho từng tiêu chí.");
	str title = str_fmt(a, "DANH MỤC HỒ SƠ MINH CHỨNG KẾT QUẢ THỰC HIỆN CÔNG TÁC CẢI CÁCH HÀNH CHÍNH NĂM %d", v->year);
	struct node *root = table_part(a, in, title, report_word_or(in, "with", (str){ 0 }), BEGINS_LANDSCAPE);
	struct table_to t = table_begin(a, root, widths, COUNT(widths));
	table_head(&t, names, COUNT(names));
	for (size_t i = 0; i < v->rows.n; i++) {
		const struct report_evidence_row *r = &v->rows.at[i];
		if (r->leaf) {
			proofs_put(&t, r, &n);
			continue;
		}
		table_open(&t, false);
		t.strong = true;
		table_wide(&t, str_fmt(a, "%.*s. %.*s", SF(r->code), SF(r->name)), COUNT(widths));
		t.strong = false;
	}
	str without = v->without ? str_fmt(a, "; %d tiêu chí chưa có tài liệu", v->without) : (str){ 0 };
	part_say(a, root, FORMAL_BODY, str_fmt(a, "Danh mục có %d tài liệu%.*s.", v->proofs, SF(without)));
	table_sign(a, root, in);
	*ret = root;
	return true;
}

const struct report_kind report_evidence = {
	.name = "danh-muc-minh-chung", .title = "Danh mục hồ sơ minh chứng",
	.help = "Từng tiêu chí có những tài liệu kiểm chứng nào: số, ngày, tên, cơ quan ban hành, trang hay mục; tiêu chí nào chưa có.",
	.source = "issue 7 (9); domain.md 2 (3)", .symbol = "", .needs = NEEDS_EVIDENCE, .build = build,
};
