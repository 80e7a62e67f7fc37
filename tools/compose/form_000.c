#include "maker.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* -- 000: a report's annex, flattened ------------------------------------------------------------- */

enum { COL_ORDINAL, COL_FINDING, COL_REMEDY, COL_LEAD, COL_DUE, COL_PROGRESS, COL_NOTE, COLS };

/* One cell's text. The layout needs empty paragraphs where people press Enter to move text down. */
static const char *loosened(struct maker *m, const char *s, int high)
{
	if (!m->style.loose || high < 3 || chance(m, 50))
		return s;
	struct text t = { 0 };
	for (int i = dice_pick(&m->dice, high / 3 + 1); i > 0; i--)
		put(&t, "\n");
	put(&t, s);
	for (int i = dice_pick(&m->dice, high / 2 + 1); i > 0; i--)
		put(&t, "\n");
	char *r = hold(m, t.p, t.n);
	free(t.p);
	return r;
}

void flat_numbering(struct maker *m, int n, bool with_code)
{
	struct cell cell[CELLS_MAX];
	for (int i = 0; i < n; i++) {
		put_fmt(&m->t, m->style.heading_mark ? "(%d)" : "%d", i + 1);
		cell_of(m, &cell[i], said(m), 9, false, false);
	}
	if (!with_code || m->style.counted)
		row_out(m, cell, n, ROW_BELOW, 0);
}

static void flat_criterion(struct maker *m, struct lost *l, int ordinal, const int *order, int cols, const int *width)
{
	static const char *const after_code[] = { ": ", " ", ". " };
	struct cell cell[CELLS_MAX];
	const char *text[COLS] = { "", "", "", "", "", "", "" };

	put_fmt(&m->t, "%d", ordinal);
	text[COL_ORDINAL] = said(m);
	put(&m->t, "Tiêu chí ");
	put_code(m, l);
	put(&m->t, after_code[m->style.variant]);
	put(&m->t, l->topic->name);
	put(&m->t, "\n");
	put_score(m, l, PLACE_ANNEX);
	if ((l->rule == RULE_BAND || l->rule == RULE_DEDUCT) && chance(m, 40))
		put_own_percent(m, l);
	put(&m->t, m->style.heading_mark ? " do " : ", lý do ");
	put_reason(m, l, PLACE_ANNEX, false);
	text[COL_FINDING] = said(m);
	text[COL_REMEDY] = l->topic->remedy;
	text[COL_LEAD] = l->lead;
	put_due(m, l->due);
	text[COL_DUE] = said(m);
	text[COL_PROGRESS] = l->progress->text;

	for (int i = 0; i < cols; i++)
		cell_of(m, &cell[i], text[order[i]], width[order[i]], false, false);
	int high = row_high(cell, cols), left = m->style.page_lines - m->used;
	for (int i = 0; i < cols; i++)
		if (order[i] != COL_ORDINAL && order[i] != COL_FINDING && cell[i].n < high)
			cell_of(m, &cell[i], loosened(m, text[order[i]], high - cell[i].n), width[order[i]],
			    false, false);
	high = row_high(cell, cols);
	enum row_start start = ROW_BELOW;
	if (!m->style.numbered) {
		memmove(cell, cell + 1, sizeof cell[0] * (size_t)--cols);
		start = ROW_AFTER_SPACE;
	}
	int cut = high > left && left >= 1 && left < high && chance(m, 60) ? left : 0;
	if (!cut)
		page_full(m, high);
	row_out(m, cell, cols, start, cut);
}

void write_flat_annex(struct maker *m)
{
	static const char *const titles[] = {
		"Tình hình khắc phục trong 6 tháng đầu năm {N} đối với các tiêu chí bị trừ điểm trong đợt thẩm "
		    "định Chỉ số cải cách hành chính năm {Y}",
		"Kết quả thực hiện giải pháp khắc phục tồn tại, hạn chế và tiêu chí bị trừ điểm theo kết quả "
		    "thẩm định công tác CCHC năm {Y}",
		"Tiến độ khắc phục trong 6 tháng đầu năm {N} các tồn tại, hạn chế được chỉ ra trong đợt thẩm "
		    "định, đánh giá CCHC năm {Y}" };
	static const char *const heads[COLS][3] = {
		{ "TT", "STT", "TT" },
		{ "Các tồn tại, hạn chế, tiêu chí bị trừ điểm trong đợt thẩm định năm {Y}",
		    "Tồn tại, hạn chế, tiêu chí bị trừ điểm",
		    "Nội dung tồn tại, hạn chế trong công tác CCHC năm {Y}" },
		{ "Giải pháp khắc phục", "Biện pháp khắc phục cụ thể", "Giải pháp khắc phục cụ thể" },
		{ "Đơn vị chủ trì", "Cơ quan chủ trì", "Đơn vị chủ trì" },
		{ "Thời hạn hoàn thành", "Thời gian hoàn thành", "Thời hạn khắc phục" },
		{ "Tiến độ thực hiện (nêu rõ đã hoàn thành hay chưa)", "Kết quả thực hiện", "Tiến độ thực hiện" },
		{ "Ghi chú", "Ghi chú", "Ghi chú" } };
	static const int orders[][COLS] = {
		{ COL_ORDINAL, COL_FINDING, COL_REMEDY, COL_DUE, COL_PROGRESS, COL_NOTE, -1 },
		{ COL_ORDINAL, COL_FINDING, COL_REMEDY, COL_LEAD, COL_DUE, COL_PROGRESS, COL_NOTE },
		{ COL_ORDINAL, COL_FINDING, COL_REMEDY, COL_DUE, COL_PROGRESS, -1, -1 } };
	int shape = dice_pick(&m->dice, 3), cols = shape == 0 ? 6 : shape == 1 ? 7 : 5;
	int width[COLS] = { 4, 34 + dice_pick(&m->dice, 10), 32 + dice_pick(&m->dice, 10), 16,
	    13 + dice_pick(&m->dice, 4), 22 + dice_pick(&m->dice, 8), 5 };
	struct cell cell[CELLS_MAX];

	m->dated = true;
	say_paragraph(m, "PHỤ LỤC");
	say(m, titles[m->style.variant]);
	flat_paragraph(m, said(m), 84);
	put_fmt(&m->t, "(%s kèm theo Báo cáo số        /BC-%s ngày ", chance(m, 50) ? "Ban hành" : "Gửi", m->symbol);
	put_date(m);
	put(&m->t, ")");
	paragraph(m);
	for (int i = 0; i < cols; i++) {
		say(m, heads[orders[shape][i]][m->style.variant]);
		cell_of(m, &cell[i], said(m), width[orders[shape][i]], m->style.middle, false);
	}
	row_out(m, cell, cols, ROW_BELOW, 0);
	flat_numbering(m, cols, true);
	for (int i = 0; i < m->lost_n; i++) {
		flat_criterion(m, &m->lost[i], i + 1, orders[shape], cols, width);
		if (shape != 1)
			m->lost[i].lead = "-";
	}
	put(&m->out, "\n ");
	struct true_document *d = &m->c->document;
	snprintf(d->kind, sizeof d->kind, "annex");
	snprintf(d->number, sizeof d->number, "-");
	snprintf(d->issuer, sizeof d->issuer, "-");
	snprintf(d->date, sizeof d->date, "%s-%02d-%02d", m->next_year, m->month, m->day);
	m->c->blank = true;
}
