#include "maker.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* -- 004: a plan in prose ------------------------------------------------------------------------- */

static void prose_criterion(struct maker *m, struct lost *l, int n)
{
	put_fmt(&m->t, m->style.numbered ? "1.%d. Đối với tiêu chí " : "%d. Tiêu chí ", n);
	put_code(m, l);
	put_fmt(&m->t, m->style.heading_mark ? " %s: %s %s " : ": %s: %s %s ", l->topic->name, m->body,
	    m->style.counted ? "được" : "đạt");
	l->print[PLACE_BODY].points = put_points(m, FIGURE_POINTS, l->code, l->points);
	put_slash(m);
	l->print[PLACE_BODY].max = put_points(m, FIGURE_MAX, l->code, l->max);
	put(&m->t, " điểm.");
	paragraph(m);
	put(&m->t, "- Nguyên nhân: ");
	put_reason(m, l, PLACE_BODY, true);
	put(&m->t, ".");
	paragraph(m);
	put_fmt(&m->t, "- Giải pháp khắc phục: %s.", l->topic->remedy);
	paragraph(m);
	put_fmt(&m->t, "- Đơn vị chủ trì: %s;", l->lead);
	paragraph(m);
	put_fmt(&m->t, "- Đơn vị phối hợp: %s.", m->parts[l->part].support);
	paragraph(m);
	put(&m->t, m->style.counted ? "- Thời gian thực hiện: " : "- Thời hạn hoàn thành: ");
	put_due(m, l->due);
	put(&m->t, ".");
	paragraph(m);
}

void write_prose(struct maker *m)
{
	letterhead(m);
	say_paragraph(m, "KẾ HOẠCH");
	say_paragraph(m, m->style.numbered ? "Khắc phục tồn tại, hạn chế trong Chỉ số cải cách hành chính năm "
	    "{Y} và nâng cao Chỉ số cải cách hành chính năm {N} của {b}"
	                                   : "Khắc phục các tiêu chí chưa đạt điểm tối đa trong Chỉ số cải "
	                                   "cách hành chính năm {Y} của {b}");
	say_paragraph(m, "Thực hiện Quyết định số 61/QĐ-UBND ngày 08/01/{n} của Chủ tịch UBND tỉnh {p} về việc "
	    "phê duyệt, công bố Chỉ số cải cách hành "
	                 "chính năm {Y}, {b} xây dựng Kế hoạch khắc phục như sau:");
	purposes(m);
	say_paragraph(m, "II. NHIỆM VỤ VÀ GIẢI PHÁP");
	if (m->style.totals)
		say_result(m, chance(m, 70));
	else {
		say_paragraph(m, "Kết quả đánh giá Chỉ số CCHC năm {Y} của {b} đạt {E}, xếp hạng {R} sở, ban, "
		    "ngành của tỉnh.");
		struct true_document *d = &m->c->document;
		snprintf(d->percent, sizeof d->percent, "%.9s", m->c->figures[m->percent_figure].text);
		snprintf(d->rank, sizeof d->rank, "%d", m->rank);
		snprintf(d->size, sizeof d->size, "%d", m->size);
	}
	say_paragraph(m, m->style.numbered ? "1. Đối với các tiêu chí chưa đạt điểm tối đa:"
	    : "Các tiêu chí chưa đạt điểm tối đa và giải pháp cụ thể:");
	for (int i = 0; i < m->lost_n; i++)
		prose_criterion(m, &m->lost[i], i + 1);
	organisation(m, "III");
	recipients(m);
	snprintf(m->c->document.kind, sizeof m->c->document.kind, "plan");
}
