#include "maker.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *const tasks[] = {
	"Phân công rõ người phụ trách từng tiêu chí và theo dõi kết quả theo tháng.",
	"Rà soát lại toàn bộ hồ sơ, tài liệu kiểm chứng trước kỳ tự đánh giá.",
	"Kịp thời hướng dẫn các bộ phận khi có quy định mới, không để chậm trễ.",
	"Kiểm tra chéo giữa các bộ phận, chấn chỉnh ngay những việc làm chưa đúng." };

/* -- 001: a plan in Markdown ---------------------------------------------------------------------- */

enum markdown_shape { MARKDOWN_NAMES, MARKDOWN_SCORES, MARKDOWN_ROWS };

static void responsibility(struct maker *m, const struct part *p)
{
	put_fmt(&m->t, "- Đơn vị chủ trì: %s.", p->lead);
	paragraph(m);
	put_fmt(&m->t, "- Đơn vị phối hợp: %s.", p->support);
	paragraph(m);
	say_paragraph(m, "- Thời gian thực hiện: Thường xuyên trong năm {n}.");
}

static void markdown_list(struct maker *m, int part, const char *open, const char *close,
    void (*one)(struct maker *, struct lost *))
{
	for (int i = 0; i < m->lost_n; i++) {
		if (m->lost[i].part != part)
			continue;
		put(&m->t, open);
		one(m, &m->lost[i]);
		put(&m->t, close);
	}
}

static void one_name(struct maker *m, struct lost *l)
{
	put(&m->t, m->style.heading_mark ? "- Tiêu chí " : "Tiêu chí ");
	put_code(m, l);
	put_fmt(&m->t, ": %s", l->topic->name);
}

static void one_score(struct maker *m, struct lost *l)
{
	one_name(m, l);
	put(&m->t, " đạt ");
	l->print[PLACE_ANNEX].points = put_points(m, FIGURE_POINTS, l->code, l->points);
	put_slash(m);
	l->print[PLACE_ANNEX].max = put_points(m, FIGURE_MAX, l->code, l->max);
	put(&m->t, " điểm. Lý do: ");
	put_reason(m, l, PLACE_ANNEX, true);
	put(&m->t, ".");
}

static void one_remedy(struct maker *m, struct lost *l) { put_fmt(&m->t, m->style.heading_mark ? "- %s" : "%s",
    l->topic->remedy); }
void one_due(struct maker *m, struct lost *l) { put_due(m, l->due); }

static void markdown_fields(struct maker *m, enum markdown_shape shape)
{
	static const char *const head[][5] = {
		{ "STT", "Các tồn tại, hạn chế, tiêu chí bị trừ điểm", "Giải pháp khắc phục",
		    "Thời hạn hoàn thành", "Ghi chú" },
		{ "TT", "Tồn tại, hạn chế", "Nhiệm vụ, giải pháp khắc phục", "Thời gian hoàn thành", "Ghi chú" } };
	const char *const *h = head[m->style.counted];
	put_fmt(&m->out, "| %s | %s | %s | %s | %s |\n|---|---|---|---|---|\n", h[0], h[1], h[2], h[3], h[4]);
	for (int i = 0, row = 0; i < m->parts_n; i++) {
		struct part *p = &m->parts[i];
		if (!lost_in(m, i))
			continue;
		if (row && chance(m, 20))                 /* a page break: the table begins again under an empty heading row */
			put(&m->out, "\n|   |   |  |   |  |\n|---|---|--|---|--|\n");
		put_fmt(&m->t, "| %d | <p><b>Tiêu chí %s: %s</b></p> <p>", ++row, p->code, part_name(p));
		put_part_score(m, p, PLACE_ANNEX);
		put(&m->t, ". Bị trừ các tiêu chí như sau:</p> <ul>");
		markdown_list(m, i, "<li>", "</li>", shape == MARKDOWN_NAMES ? one_name : one_score);
		put(&m->t, "</ul> | <ul>");
		markdown_list(m, i, "<li>", "</li>", one_remedy);
		put(&m->t, "</ul> | ");
		markdown_list(m, i, "<p>", "</p> ", one_due);
		put(&m->t, "| |\n");
		put(&m->out, said(m));
	}
}

static void markdown_rows(struct maker *m)
{
	static const char *const head[2] = {
		"| TT | Tiêu chí, tiêu chí thành phần | Điểm tối đa | Điểm thẩm định | Điểm bị trừ | Lý do bị "
		    "trừ điểm | Giải pháp khắc phục | Đơn vị chủ trì | Thời hạn hoàn thành |\n",
		"| Mã | Tên tiêu chí | Điểm chuẩn | Điểm đạt | Lý do | Điểm trừ | Giải pháp | Chủ trì | Thời "
		    "gian hoàn thành |\n" };
	bool lost_last = m->style.counted;
	put(&m->out, head[lost_last]);
	put(&m->out, "|---|---|---|---|---|---|---|---|---|\n");
	if (m->style.numbered)
		put(&m->out, "| (1) | (2) | (3) | (4) | (5) | (6) | (7) | (8) | (9) |\n");
	for (int i = 0; i < m->parts_n; i++) {
		struct part *p = &m->parts[i];
		if (!part_lost(p))
			continue;
		put_fmt(&m->t, "| %s | **%s** | ", p->code, part_name(p));
		p->print[PLACE_ANNEX].max = put_points(m, FIGURE_FIELD_MAX, p->code, p->max);
		put(&m->t, " | ");
		p->print[PLACE_ANNEX].points = put_points(m, FIGURE_FIELD_POINTS, p->code, p->points);
		put(&m->t, lost_last ? " |  | " : " | ");
		p->print[PLACE_ANNEX].lost = put_lost(m, FIGURE_FIELD_LOST, p->code, part_lost(p));
		put(&m->t, lost_last ? " |  |  |  |\n" : " |  |  |  |  |\n");
		for (int k = 0; k < m->lost_n; k++) {
			struct lost *l = &m->lost[k];
			if (l->part != i)
				continue;
			put(&m->t, "| ");
			put_code(m, l);
			put_fmt(&m->t, " | %s | ", l->topic->name);
			l->print[PLACE_ANNEX].max = put_points(m, FIGURE_MAX, l->code, l->max);
			put(&m->t, " | ");
			l->print[PLACE_ANNEX].points = put_points(m, FIGURE_POINTS, l->code, l->points);
			put(&m->t, " | ");
			for (int c = 0; c < 2; c++) {
				if ((c == 0) != lost_last)
					l->print[PLACE_ANNEX].lost = put_lost(m, FIGURE_LOST, l->code, lost_of(l));
				else
					put_reason(m, l, PLACE_ANNEX, true);
				put(&m->t, " | ");
			}
			put_fmt(&m->t, "%s | %s | ", l->topic->remedy, l->lead);
			put_due(m, l->due);
			put(&m->t, " |\n");
		}
		put(&m->out, said(m));
	}
}

void write_markdown(struct maker *m)
{
	enum markdown_shape shape = (enum markdown_shape)m->style.variant;
	letterhead(m);
	heading(m, 2, "KẾ HOẠCH");
	heading(m, 3, "Khắc phục các tồn tại, hạn chế và tiêu chí bị trừ điểm trong thực hiện cải cách hành "
	    "chính năm {Y}");
	say_paragraph(m, "Căn cứ Quyết định số 45/QĐ-UBND ngày 05/01/{n} của Chủ tịch UBND tỉnh {p} về việc "
	    "công bố Chỉ số cải cách "
	                 "hành chính năm {Y} của các cơ quan, địa phương, {b} xây dựng Kế hoạch khắc phục như sau:");
	purposes(m);
	heading(m, 2, "II. NHIỆM VỤ VÀ GIẢI PHÁP");
	if (m->style.totals)
		say_result(m, true);
	for (int i = 0, k = 0; i < m->parts_n; i++) {
		if (m->parts[i].split)
			continue;
		put_fmt(&m->t, "%d. %s", ++k, part_name(&m->parts[i]));
		heading(m, 3, said(m));
		heading(m, 4, m->style.counted ? "a. Nội dung triển khai" : "a) Nội dung thực hiện");
		for (int n = 0; n < 2; n++) {
			put(&m->t, "- ");
			say_paragraph(m, tasks[(i + n) % (int)COUNT(tasks)]);
		}
		heading(m, 4, m->style.counted ? "b. Trách nhiệm thực hiện" : "b) Trách nhiệm thực hiện");
		responsibility(m, &m->parts[i]);
	}
	organisation(m, "III");
	recipients(m);
	put(&m->t, "**PHỤ LỤC**");
	paragraph(m);
	say_paragraph(m, "**Giải pháp khắc phục các tiêu chí bị trừ điểm trong đợt thẩm định, đánh giá Chỉ số "
	    "cải cách hành chính năm {Y}**");
	if (shape == MARKDOWN_ROWS)
		markdown_rows(m);
	else
		markdown_fields(m, shape);
	for (int i = 0; i < m->lost_n; i++)
		if (shape != MARKDOWN_ROWS)
			m->lost[i].lead = m->parts[m->lost[i].part].lead;
	snprintf(m->c->document.kind, sizeof m->c->document.kind, "plan");
}
