#include "maker.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* -- 003: a commune's plan ------------------------------------------------------------------------ */

static void flat_row(struct maker *m, const char *const *text, const int *width, int n, enum row_start start,
    bool middle)
{
	struct cell cell[CELLS_MAX];
	for (int i = 0; i < n; i++)
		cell_of(m, &cell[i], text[i], width[i], middle, width[i] <= 7);
	if (page_full(m, row_high(cell, n)) && start == ROW_BELOW)
		start = ROW_AFTER_SPACE;
	row_out(m, cell, n, start, 0);
}

static void result_table(struct maker *m)
{
	static const char *const head[][5] = {
		{ "TT", "Lĩnh vực", "Điểm tối đa", "Điểm thẩm định", "Điểm bị trừ" },
		{ "STT", "Tên lĩnh vực", "Điểm chuẩn", "Điểm đạt được", "Số điểm trừ" } };
	const int width[] = { 4, 46, 9, 9, 9 };
	const char *text[5];

	flat_row(m, head[m->style.counted], width, 5, ROW_BELOW, m->style.middle);
	for (int i = 0; i < m->parts_n; i++) {
		struct part *p = &m->parts[i];
		if (p->parent >= 0)
			continue;
		text[0] = p->code;
		text[1] = part_name(p);
		p->print[PLACE_RESULT].max = put_points(m, FIGURE_FIELD_MAX, p->code, p->max);
		text[2] = said(m);
		p->print[PLACE_RESULT].points = put_points(m, FIGURE_FIELD_POINTS, p->code, p->points);
		text[3] = said(m);
		p->print[PLACE_RESULT].lost = put_points(m, FIGURE_FIELD_LOST, p->code, part_lost(p));
		text[4] = said(m);
		flat_row(m, text, width, 5, ROW_BELOW, m->style.middle);
	}
	m->total[PLACE_ANNEX].max = put_points(m, FIGURE_TOTAL_MAX, "total", m->max);
	text[1] = said(m);
	m->total[PLACE_ANNEX].points = put_points(m, FIGURE_TOTAL_POINTS, "total", m->points);
	text[2] = said(m);
	m->total[PLACE_ANNEX].lost = put_points(m, FIGURE_TOTAL_LOST, "total", m->max - m->points);
	text[3] = said(m);
	text[0] = m->style.heading_mark ? "TỔNG:" : "Tổng cộng";
	const int total_width[] = { 50, 9, 9, 9 };
	flat_row(m, text, total_width, 4, ROW_BELOW, false);
}

static void commune_items(struct maker *m, int part)
{
	bool first = true;
	put(&m->t, "- Nội dung tồn tại: ");
	for (int i = 0; i < m->lost_n; i++) {
		struct lost *l = &m->lost[i];
		if (l->part != part)
			continue;
		put(&m->t, first ? "" : "; ");
		put(&m->t, l->topic->name);
		put(&m->t, l->rule == RULE_RATIO || l->rule == RULE_RATE ? " chưa đạt tỷ lệ ("
		    : " chưa đạt yêu cầu (");
		put(&m->t, m->style.sign == 0 ? "-\4" : "-");
		l->print[PLACE_BODY].lost = put_points(m, FIGURE_LOST, l->code, lost_of(l));
		put(&m->t, " điểm)");
		first = false;
	}
	put(&m->t, ".");
	paragraph(m);
}

static void commune_section(struct maker *m, int part, const char *number)
{
	struct part *p = &m->parts[part];
	put_fmt(&m->t, "%s %s", number, part_name(p));
	paragraph(m);
	if (p->split)
		return;
	put(&m->t, m->style.counted ? "- Tổng số điểm bị trừ: " : "- Số điểm bị trừ: ");
	p->print[PLACE_BODY].lost = put_points(m, FIGURE_FIELD_LOST, p->code, part_lost(p));
	put(&m->t, " điểm.");
	paragraph(m);
	commune_items(m, part);
	put(&m->t, "- Thời gian khắc phục: Năm ");
	m->dues[m->dues_n++] = mark(m, FIGURE_DUE, "due", m->next_year);
	m->mending_said++;
	put(&m->t, ".");
	paragraph(m);
	put_fmt(&m->t, "- Đơn vị chủ trì: %s.", p->lead);
	paragraph(m);
	put_fmt(&m->t, "- Đơn vị phối hợp thực hiện: %s.", p->support);
	paragraph(m);
	put(&m->t, m->style.counted ? "- Nhiệm vụ, giải pháp khắc phục:" : "- Giải pháp khắc phục:");
	paragraph(m);
	for (int i = 0; i < m->lost_n; i++) {
		if (m->lost[i].part != part)
			continue;
		put_fmt(&m->t, "+ %s.", m->lost[i].topic->remedy);
		paragraph(m);
	}
}

static void annex_part(struct maker *m, int part, const int *width, bool lost_last)
{
	struct part *p = &m->parts[part];
	const char *text[6] = { p->code, NULL, "", "", "", "" };
	struct cell cell[CELLS_MAX];
	bool totals = m->style.totals && !p->split && p->parent < 0;

	put_fmt(&m->t, "%s", part_name(p));
	text[1] = said(m);
	if (totals) {
		p->print[PLACE_ANNEX].max = put_points(m, FIGURE_FIELD_MAX, p->code, p->max);
		text[2] = said(m);
		p->print[PLACE_ANNEX].points = put_points(m, FIGURE_FIELD_POINTS, p->code, p->points);
		text[3] = said(m);
		p->print[PLACE_ANNEX].lost = put_lost(m, FIGURE_FIELD_LOST, p->code, part_lost(p));
		text[lost_last ? 5 : 4] = said(m);
	}
	for (int i = 0; i < 6; i++)                       /* without figures the name runs over the whole width */
		cell_of(m, &cell[i], text[i], i == 1 && !totals ? 120 : width[i], m->style.middle, false);
	row_out(m, cell, 6, page_full(m, row_high(cell, 6)) ? ROW_AFTER_SPACE : ROW_BELOW, 0);
}

static void annex_criterion(struct maker *m, struct lost *l, const int *width, bool lost_last)
{
	const char *text[6];
	put_code(m, l);
	text[0] = said(m);
	text[1] = m->style.loose && chance(m, 40) ? (put_fmt(&m->t, "%s\n", l->topic->name), said(m))
	    : l->topic->name;
	l->print[PLACE_ANNEX].max = put_points(m, FIGURE_MAX, l->code, l->max);
	text[2] = said(m);
	l->print[PLACE_ANNEX].points = put_points(m, FIGURE_POINTS, l->code, l->points);
	text[3] = said(m);
	put_reason(m, l, PLACE_ANNEX, true);
	text[lost_last ? 4 : 5] = said(m);
	l->print[PLACE_ANNEX].lost = put_lost(m, FIGURE_LOST, l->code, lost_of(l));
	text[lost_last ? 5 : 4] = said(m);
	flat_row(m, text, width, 6, ROW_BELOW, m->style.middle);
}

static void commune_annex(struct maker *m)
{
	static const char *const head[][6] = {
		{ "TT", "NỘI DUNG BỘ TIÊU CHÍ", "Điểm tối đa", "Điểm thẩm định", "Tồn tại, hạn chế",
		    "Số điểm bị trừ" },
		{ "STT", "Tiêu chí, tiêu chí thành phần", "Điểm chuẩn", "Điểm đạt được", "Lý do trừ điểm",
		    "Điểm trừ" },
		{ "Mã số", "Tên tiêu chí", "Điểm tối đa", "Kết quả thẩm định", "Nguyên nhân mất điểm",
		    "Điểm bị trừ" } };
	bool lost_last = chance(m, 65);
	int narrow = m->style.narrow ? 6 : 9;
	int width[6] = { 9, 36 + dice_pick(&m->dice, 12), 9, 9, lost_last ? 48 + dice_pick(&m->dice, 24)
	    : narrow, lost_last ? narrow : 48 + dice_pick(&m->dice, 24) };
	const char *text[6];

	say_paragraph(m, "PHỤ LỤC");
	say_paragraph(m, "Các tiêu chí bị trừ điểm Chỉ số cải cách hành chính năm {Y}");
	for (int i = 0; i < 6; i++)
		text[i] = head[m->style.variant][i < 4 || lost_last ? i : 9 - i];
	flat_row(m, text, width, 6, ROW_BELOW, m->style.middle);
	if (m->style.numbered)
		flat_numbering(m, 6, false);
	for (int i = 0; i < m->parts_n; i++) {
		if (!part_lost(&m->parts[i]))
			continue;
		annex_part(m, i, width, lost_last);
		for (int k = 0; k < m->lost_n; k++)
			if (m->lost[k].part == i)
				annex_criterion(m, &m->lost[k], width, lost_last);
	}
}

void write_commune(struct maker *m)
{
	letterhead(m);
	say_paragraph(m, "KẾ HOẠCH");
	put_fmt(&m->t, "Khắc phục tồn tại, hạn chế trong công tác cải cách hành chính năm ");
	say(m, "{Y}");
	put_fmt(&m->t, " của xã %s", m->commune);
	paragraph(m);
	say_paragraph(m, "Căn cứ Quyết định số 152/QĐ-UBND ngày 05/01/{n} của Chủ tịch UBND tỉnh {p} về việc "
	    "công bố Chỉ số cải cách hành chính "
	                 "năm {Y} của các xã, phường; {b} xây dựng Kế hoạch khắc phục, như sau:");
	purposes(m);
	say_paragraph(m, "II. NỘI DUNG THỰC HIỆN");
	say_paragraph(m, "1. Kết quả Chỉ số cải cách hành chính");
	say_result(m, true);
	say_paragraph(m, "Cụ thể theo từng lĩnh vực:");
	result_table(m);
	say_paragraph(m, "(Chi tiết các tiêu chí bị trừ điểm tại phụ lục kèm theo)");
	say_paragraph(m, "2. Nhiệm vụ, giải pháp cụ thể");
	for (int i = 0, n = 0, sub = 0; i < m->parts_n; i++) {
		struct part *p = &m->parts[i];
		char number[32];
		if (!part_lost(p))
			continue;
		if (p->parent >= 0)
			snprintf(number, sizeof number, "2.%d.%d.", n, ++sub);
		else
			snprintf(number, sizeof number, "2.%d.", ++n);
		commune_section(m, i, number);
	}
	organisation(m, "III");
	recipients(m);
	commune_annex(m);
	for (int i = 0; i < m->lost_n; i++) {
		m->lost[i].lead = m->parts[m->lost[i].part].lead;
		m->lost[i].due = 3;
	}
	snprintf(m->c->document.kind, sizeof m->c->document.kind, "plan");
	snprintf(m->c->document.issuer, sizeof m->c->document.issuer, "Ủy ban nhân dân xã %s", m->commune);
}
